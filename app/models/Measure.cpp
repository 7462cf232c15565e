// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/Measure.h"

#include "models/DisplayLocale.h"

#include <QCoreApplication>

#include <algorithm>

namespace app::models {

QString measureName(Measure measure)
{
    switch (measure) {
    case Measure::ActiveEngineers: return QCoreApplication::translate("Measure", "Active people");
    case Measure::Threads: return QCoreApplication::translate("Measure", "Threads");
    case Measure::Turns: return QCoreApplication::translate("Measure", "Turns");
    case Measure::Credits: return QCoreApplication::translate("Measure", "Credits");
    case Measure::CostUsd: return QCoreApplication::translate("Measure", "USD");
    case Measure::UncachedInput: return QCoreApplication::translate("Measure", "Uncached input");
    case Measure::CachedInput: return QCoreApplication::translate("Measure", "Cached input");
    case Measure::Output: return QCoreApplication::translate("Measure", "Output");
    case Measure::Reviews: return QCoreApplication::translate("Measure", "Reviews");
    case Measure::Comments: return QCoreApplication::translate("Measure", "Comments");
    case Measure::CommentsP0: return QCoreApplication::translate("Measure", "P0");
    case Measure::CommentsP1: return QCoreApplication::translate("Measure", "P1");
    case Measure::CommentsP2: return QCoreApplication::translate("Measure", "P2");
    case Measure::CommentsWithoutPriority: return QCoreApplication::translate("Measure", "No priority");
    case Measure::Upvotes: return QCoreApplication::translate("Measure", "Upvotes");
    case Measure::Downvotes: return QCoreApplication::translate("Measure", "Downvotes");
    case Measure::OtherReactions: return QCoreApplication::translate("Measure", "Other");
    case Measure::ReactionsOfUnknownKind: return QCoreApplication::translate("Measure", "Kind not given");
    case Measure::Replies: return QCoreApplication::translate("Measure", "Replies");
    }
    return {};
}

bool isWholeNumber(Measure measure)
{
    return measure != Measure::Credits && measure != Measure::CostUsd;
}

QString fullNumber(Measure measure, double value)
{
    const QLocale locale = displayLocale();
    if (isWholeNumber(measure)) {
        return locale.toString(value, 'f', 0);
    }
    if (measure == Measure::CostUsd) {
        return locale.toString(value, 'f', 2);
    }
    QString text = locale.toString(value, 'f', 2);
    const QString point = locale.decimalPoint();
    while (text.contains(point) && (text.endsWith(locale.zeroDigit()) || text.endsWith(point))) {
        const bool wasPoint = text.endsWith(point);
        text.chop(1);
        if (wasPoint) {
            break;
        }
    }
    return text;
}

CostUnit costUnitOf(const std::vector<store::UsageDay>& days)
{
    const bool anyCredits = std::ranges::any_of(
        days, [](const store::UsageDay& day) { return day.totals.costs.credits.value_or(0) > 0; });
    const bool anyUsd = std::ranges::any_of(
        days, [](const store::UsageDay& day) { return day.totals.costs.costUsd.value_or(0) > 0; });
    return !anyCredits && anyUsd ? CostUnit::Usd : CostUnit::Credits;
}

} // namespace app::models
