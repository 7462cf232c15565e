// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/Explanation.h"
#include "models/Measure.h"
#include "store/Database.h"

#include <QString>

#include <optional>
#include <vector>

namespace ui::pages {

/// What all explanations of one answer have in common, so that every page fills them alike: the window with
/// its days, the rows behind it, the last sync. A value; made by a page from the same reading as its figures.
///
///     const ExplanationKit kit(summary, figures.lastSync, rows);
///     tile->setExplanation(kit.of(tr("Turns"), Measure::Turns, turns.value,
///         tr("sum of turns over all engineers and days"), {kit.input(Measure::Turns, turns.value,
///         ExplanationKit::usageSource())}));
class ExplanationKit
{
public:
    using Inputs = std::vector<app::models::Explanation::Input>;

    /// `rows` of the cache behind the figures; 0: not counted.
    ExplanationKit(
        app::models::PeriodSummary period, std::optional<app::core::Instant> lastSync, std::int64_t rows = 0);

    /// The same for figures of another window or dataset.
    [[nodiscard]] ExplanationKit over(app::models::PeriodSummary period, std::int64_t rows = 0) const;

    /// `formula` is the definition; append the real numbers with ratioFormula() where it is a ratio.
    [[nodiscard]] app::models::Explanation of(const QString& title, app::models::Measure measure,
        std::optional<double> value, const QString& formula, Inputs inputs,
        const QString& notSaid = {}) const;
    /// Of a chart, which has no single value.
    [[nodiscard]] app::models::Explanation ofChart(
        const QString& title, const QString& formula, Inputs inputs = {}, const QString& notSaid = {}) const;

    /// One line of the inputs; named after the measure unless `name` says otherwise.
    [[nodiscard]] static app::models::Explanation::Input input(app::models::Measure measure,
        std::optional<double> value, const QString& source, const QString& name = {});
    /// "credits ÷ turns = 552,301.5 ÷ 147,912", numbers with all digits; `definition` alone without both.
    [[nodiscard]] static QString ratioFormula(const QString& definition,
        app::models::Measure numeratorMeasure, std::optional<double> numerator,
        app::models::Measure denominatorMeasure, std::optional<double> denominator);

    // Where inputs come from, in the words of every page.
    [[nodiscard]] static QString usageSource(); ///< sum over engineers
    [[nodiscard]] static QString reviewsSource();
    [[nodiscard]] static QString responsesSource();

private:
    app::models::PeriodSummary m_period;
    std::optional<app::core::Instant> m_lastSync;
    std::int64_t m_rows;
};

/// When the last sync that succeeded ended; none when there was none or it cannot be read (an explanation
/// says nothing about it then; the figures have failed on their own).
std::optional<app::core::Instant> lastSyncOf(const app::store::Database& database);

/// "vs prior 30 d": against the window of the same length right before.
QString versusText(int days);

} // namespace ui::pages
