// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/Workload.h"

#include <QStringList>

namespace bench {

namespace records = app::records;
namespace simulator = app::simulator;
using app::core::DayRange;
using app::core::UtcDay;
using app::simulator::Generator;

namespace {

records::Identity identityOf(simulator::TruthIdentity&& truth)
{
    return {std::move(truth.userId), std::move(truth.email), std::move(truth.actorType)};
}

records::Costs costsOf(const simulator::TruthCosts& truth)
{
    return {truth.credits, truth.costUsd, truth.estimatedCostUsd};
}

records::Tokens tokensOf(const simulator::TruthTokens& truth)
{
    return {truth.uncachedInput, truth.cachedInput, truth.output, truth.total};
}

records::UsageRow rowOf(simulator::TruthUsage&& truth)
{
    records::UsageRow row;
    row.day = truth.day;
    row.identity = identityOf(std::move(truth.identity));
    row.threads = truth.threads;
    row.turns = truth.turns;
    row.costs = costsOf(truth.costs);
    row.tokens = tokensOf(truth.tokens);
    row.linesAdded = truth.linesAdded;
    row.linesRemoved = truth.linesRemoved;
    row.clients.reserve(truth.clients.size());
    for (simulator::TruthClient& client : truth.clients) {
        row.clients.push_back({std::move(client.clientId), client.threads, client.turns,
            costsOf(client.costs), tokensOf(client.tokens)});
    }
    row.models.reserve(truth.models.size());
    for (simulator::TruthModel& model : truth.models) {
        row.models.push_back(
            {std::move(model.model), std::move(model.speed), costsOf(model.costs), tokensOf(model.tokens)});
    }
    return row;
}

template <typename Page> Page counted(Page page)
{
    page.envelope.rowCount = static_cast<std::int64_t>(page.rows.size());
    return page;
}

} // namespace

std::optional<Shape> shapeOf(const QString& text)
{
    const QStringList parts = text.split(QLatin1Char('x'));
    if (parts.size() != 2) {
        return std::nullopt;
    }
    const Shape shape{parts.front().toInt(), parts.back().toInt()};
    return shape.engineers > 0 && shape.days > 0 ? std::optional(shape) : std::nullopt;
}

QString nameOf(Shape shape)
{
    return QStringLiteral("%1x%2").arg(shape.engineers).arg(shape.days);
}

Generator generatorOf(Shape shape, UtcDay last)
{
    simulator::Profile profile;
    profile.engineers = shape.engineers;
    profile.days = shape.days;
    profile.today = last;
    return Generator(std::move(profile));
}

records::UsagePage usageOf(const Generator& generator, DayRange days, int revised)
{
    records::UsagePage page;
    for (UtcDay day = days.first; day <= days.last; ++day) {
        int ofDay = 0;
        for (int slot = 0; slot < generator.usageSlots(); ++slot) {
            if (generator.hasUsage(day, slot, {})) {
                page.rows.push_back(rowOf(generator.usage(day, slot, {})));
                page.rows.back().turns += ofDay++ < revised ? 1 : 0;
            }
        }
    }
    return counted(std::move(page));
}

records::UsagePage workspaceUsageOf(const Generator& generator, DayRange days)
{
    records::UsagePage page;
    for (UtcDay day = days.first; day <= days.last; ++day) {
        if (generator.hasWorkspaceUsage(day, {})) {
            page.rows.push_back(rowOf(generator.workspaceUsage(day, {})));
        }
    }
    return counted(std::move(page));
}

records::ReviewPage reviewsOf(const Generator& generator, DayRange days)
{
    records::ReviewPage page;
    for (UtcDay day = days.first; day <= days.last; ++day) {
        for (simulator::TruthReview& truth : generator.reviews(day, {})) {
            page.rows.push_back({truth.day, identityOf(std::move(truth.identity)), truth.pullRequestReviews,
                truth.comments, truth.p0, truth.p1, truth.p2});
        }
    }
    return counted(std::move(page));
}

records::ReviewResponsePage responsesOf(const Generator& generator, DayRange days)
{
    records::ReviewResponsePage page;
    for (UtcDay day = days.first; day <= days.last; ++day) {
        for (simulator::TruthResponse& truth : generator.responses(day, {})) {
            page.rows.push_back({truth.day, identityOf(std::move(truth.identity)), truth.pullRequestReviews,
                truth.comments, truth.replies, truth.reactions, truth.upvotes, truth.downvotes,
                truth.otherReactions, truth.engaged, truth.reacted, truth.upvoted, truth.downvoted,
                truth.reactedOther, truth.replied});
        }
    }
    return counted(std::move(page));
}

} // namespace bench
