// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/Measure.h"

#include "models/DisplayLocale.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

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
    case Measure::MeanActive: return QCoreApplication::translate("Measure", "7-day mean");
    case Measure::WeeklyActive: return QCoreApplication::translate("Measure", "Weekly active");
    case Measure::MonthlyActive: return QCoreApplication::translate("Measure", "Monthly active");
    case Measure::Stickiness: return QCoreApplication::translate("Measure", "Stickiness");
    case Measure::TurnsPerThread: return QCoreApplication::translate("Measure", "Turns per thread");
    case Measure::CreditsPerTurn: return QCoreApplication::translate("Measure", "Credits per turn");
    case Measure::UsdPerTurn: return QCoreApplication::translate("Measure", "USD per turn");
    case Measure::TotalTokens: return QCoreApplication::translate("Measure", "Tokens");
    case Measure::CacheRatio: return QCoreApplication::translate("Measure", "Cache ratio");
    case Measure::OutputShare: return QCoreApplication::translate("Measure", "Output share");
    case Measure::TokensPerTurn: return QCoreApplication::translate("Measure", "Tokens per turn");
    case Measure::CreditsPerThousandTokens:
        return QCoreApplication::translate("Measure", "Credits per 1,000 tokens");
    case Measure::UsdPerThousandTokens: return QCoreApplication::translate("Measure", "USD per 1,000 tokens");
    case Measure::CommentsPerReview: return QCoreApplication::translate("Measure", "Comments per review");
    case Measure::HighSeverityShare: return QCoreApplication::translate("Measure", "P0 and P1 share");
    case Measure::ResponseComments: return QCoreApplication::translate("Measure", "Comments");
    case Measure::Engaged: return QCoreApplication::translate("Measure", "Engaged");
    case Measure::Reacted: return QCoreApplication::translate("Measure", "Reacted");
    case Measure::Upvoted: return QCoreApplication::translate("Measure", "Upvoted");
    case Measure::Downvoted: return QCoreApplication::translate("Measure", "Downvoted");
    case Measure::Replied: return QCoreApplication::translate("Measure", "Replied");
    case Measure::EngagementRate: return QCoreApplication::translate("Measure", "Engagement");
    case Measure::ReactionCoverage: return QCoreApplication::translate("Measure", "Reaction coverage");
    case Measure::ReplyRate: return QCoreApplication::translate("Measure", "Reply rate");
    case Measure::UnansweredShare: return QCoreApplication::translate("Measure", "Unanswered");
    case Measure::HelpfulRate: return QCoreApplication::translate("Measure", "Helpful rate");
    case Measure::NetSentiment: return QCoreApplication::translate("Measure", "Net sentiment");
    case Measure::RepliesPerComment: return QCoreApplication::translate("Measure", "Replies per comment");
    }
    return {};
}

MeasureUnit measureUnit(Measure measure)
{
    switch (measure) {
    case Measure::Credits: return MeasureUnit::Credits;
    case Measure::CostUsd: return MeasureUnit::Usd;
    case Measure::Stickiness:
    case Measure::CacheRatio:
    case Measure::OutputShare:
    case Measure::HighSeverityShare:
    case Measure::EngagementRate:
    case Measure::ReactionCoverage:
    case Measure::ReplyRate:
    case Measure::UnansweredShare:
    case Measure::HelpfulRate:
    case Measure::NetSentiment: return MeasureUnit::Share;
    case Measure::MeanActive:
    case Measure::TurnsPerThread:
    case Measure::CreditsPerTurn:
    case Measure::UsdPerTurn:
    case Measure::TokensPerTurn:
    case Measure::CreditsPerThousandTokens:
    case Measure::UsdPerThousandTokens:
    case Measure::CommentsPerReview:
    case Measure::RepliesPerComment: return MeasureUnit::Ratio;
    default: return MeasureUnit::Count;
    }
}

bool isAdditive(Measure measure)
{
    switch (measureUnit(measure)) {
    case MeasureUnit::Credits:
    case MeasureUnit::Usd: return true;
    case MeasureUnit::Share:
    case MeasureUnit::Ratio: return false;
    case MeasureUnit::Count: break;
    }
    // People are not added up: the same person is active on many days.
    return measure != Measure::ActiveEngineers && measure != Measure::WeeklyActive
        && measure != Measure::MonthlyActive;
}

bool isWholeNumber(Measure measure)
{
    return measureUnit(measure) == MeasureUnit::Count;
}

QString fullNumber(Measure measure, double value)
{
    const QLocale locale = displayLocale();
    if (isWholeNumber(measure)) {
        return locale.toString(value, 'f', 0);
    }
    if (measureUnit(measure) == MeasureUnit::Usd) {
        return locale.toString(value, 'f', 2);
    }
    if (measureUnit(measure) == MeasureUnit::Share) {
        //: A share; the space does not break.
        return QCoreApplication::translate("Measure", "%1\u00a0%").arg(locale.toString(value * 100, 'f', 1));
    }
    // A price of a thousand tokens may be a few thousandths.
    const bool small = measureUnit(measure) == MeasureUnit::Ratio && std::abs(value) < 0.1;
    QString text = locale.toString(value, 'f', small ? 4 : 2);
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
