// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/ExplanationKit.h"

#include "common/Format.h"
#include "store/SyncState.h"

#include <QCoreApplication>

namespace ui::pages {

namespace {

using app::models::Explanation;
using app::models::Measure;

QString textOf(Measure measure, std::optional<double> value)
{
    return value ? app::models::fullNumber(measure, *value) : common::format::none();
}

} // namespace

ExplanationKit::ExplanationKit(
    app::models::PeriodSummary period, std::optional<app::core::Instant> lastSync, std::int64_t rows)
    : m_period(period)
    , m_lastSync(lastSync)
    , m_rows(rows)
{
}

ExplanationKit ExplanationKit::over(app::models::PeriodSummary period, std::int64_t rows) const
{
    return {period, m_lastSync, rows};
}

Explanation ExplanationKit::of(const QString& title, Measure measure, std::optional<double> value,
    const QString& formula, Inputs inputs, const QString& notSaid) const
{
    Explanation explanation = ofChart(title, formula, std::move(inputs), notSaid);
    explanation.value = textOf(measure, value);
    return explanation;
}

Explanation ExplanationKit::ofChart(
    const QString& title, const QString& formula, Inputs inputs, const QString& notSaid) const
{
    Explanation explanation;
    explanation.title = title;
    explanation.formula = formula;
    explanation.inputs = std::move(inputs);
    explanation.period = m_period;
    explanation.rows = m_rows;
    explanation.lastSync = m_lastSync;
    explanation.notSaid = notSaid;
    return explanation;
}

Explanation::Input ExplanationKit::input(
    Measure measure, std::optional<double> value, const QString& source, const QString& name)
{
    return {name.isEmpty() ? app::models::measureName(measure) : name, textOf(measure, value), source};
}

QString ExplanationKit::ratioFormula(const QString& definition, Measure numeratorMeasure,
    std::optional<double> numerator, Measure denominatorMeasure, std::optional<double> denominator)
{
    if (!numerator || !denominator) {
        return definition;
    }
    //: A formula and the same with its numbers: "credits ÷ turns = 552,301.5 ÷ 147,912".
    return QCoreApplication::translate("ExplanationKit", "%1 = %2 ÷ %3")
        .arg(definition, textOf(numeratorMeasure, numerator), textOf(denominatorMeasure, denominator));
}

QString ExplanationKit::usageSource()
{
    return QCoreApplication::translate("ExplanationKit", "usage, sum over engineers");
}

QString ExplanationKit::reviewsSource()
{
    return QCoreApplication::translate("ExplanationKit", "code reviews, workspace");
}

QString ExplanationKit::responsesSource()
{
    return QCoreApplication::translate("ExplanationKit", "code review responses, workspace");
}

std::optional<app::core::Instant> lastSyncOf(const app::store::Database& database)
{
    const auto state = app::store::loadSyncState(database);
    return state ? state->lastSuccessAt : std::nullopt;
}

QString versusText(int days)
{
    //: Follows "+7.8 %": compared with the same number of days before. %1 is a number of days.
    return QCoreApplication::translate("ExplanationKit", "vs prior %1 d").arg(common::format::integer(days));
}

} // namespace ui::pages
