// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/FigureText.h"

#include "common/Format.h"

#include <QCoreApplication>

namespace ui::pages {

QString ratioText(const QString& pattern, std::optional<double> numerator, std::optional<double> denominator)
{
    if (!numerator || !denominator || !(*denominator > 0)) {
        return {};
    }
    const double ratio = *numerator / *denominator;
    return pattern.arg(common::format::number(ratio, ratio < 10 ? 2 : ratio < 1'000 ? 1 : 0));
}

QString withoutFigureText(const app::models::DaySum& sum)
{
    return sum.daysWithoutFigure == 0
        ? QString()
        : QCoreApplication::translate("FigureText",
            "On %n stored day(s) OpenAI gave no figure; they are left out, not counted as zero.", nullptr,
            sum.daysWithoutFigure);
}

QString billedApartText(app::models::CostUnit unit, const app::models::DaySeries& usd)
{
    const std::optional<double> sum = app::models::sumOf(usd).value;
    if (unit == app::models::CostUnit::Usd || !sum || !(*sum > 0)) {
        return {};
    }
    return QCoreApplication::translate(
        "FigureText", "%1 USD were billed apart; they are not part of the credits.")
        .arg(app::models::fullNumber(app::models::Measure::CostUsd, *sum));
}

} // namespace ui::pages
