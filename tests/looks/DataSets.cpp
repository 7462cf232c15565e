// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "looks/DataSets.h"

#include "simulator/Generator.h"
#include "simulator/Simulator.h"
#include "store/DayWriter.h"
#include "store/SyncState.h"
#include "store/WorkspaceStore.h"

#include <stdexcept>

namespace looks {

namespace {

using namespace std::chrono_literals;
using app::core::DayRange;
using app::core::UtcDay;
using app::records::Dataset;

constexpr auto kSyncedAt = 14h + 5min;

void require(bool fine, const QString& why)
{
    if (!fine) {
        throw std::runtime_error(why.toStdString());
    }
}

template <typename Value> Value valueOf(app::core::Result<Value> result)
{
    require(result.has_value(), result ? QString() : result.error().detail);
    return std::move(*result);
}

app::records::Costs toRecord(const app::simulator::TruthCosts& costs)
{
    return {costs.credits, costs.costUsd, costs.estimatedCostUsd};
}

app::records::Tokens toRecord(const app::simulator::TruthTokens& tokens)
{
    return {tokens.uncachedInput, tokens.cachedInput, tokens.output, tokens.total};
}

app::records::Identity toRecord(const app::simulator::TruthIdentity& who)
{
    return {who.userId, who.email, who.actorType};
}

app::records::UsageRow toRecord(const app::simulator::TruthUsage& truth)
{
    app::records::UsageRow row;
    row.day = truth.day;
    row.identity = toRecord(truth.identity);
    row.threads = truth.threads;
    row.turns = truth.turns;
    row.costs = toRecord(truth.costs);
    row.tokens = toRecord(truth.tokens);
    row.linesAdded = truth.linesAdded;
    row.linesRemoved = truth.linesRemoved;
    for (const auto& client : truth.clients) {
        row.clients.push_back(
            {client.clientId, client.threads, client.turns, toRecord(client.costs), toRecord(client.tokens)});
    }
    for (const auto& model : truth.models) {
        row.models.push_back({model.model, model.speed, toRecord(model.costs), toRecord(model.tokens)});
    }
    return row;
}

app::records::ReviewRow toRecord(const app::simulator::TruthReview& truth)
{
    app::records::ReviewRow row;
    row.day = truth.day;
    row.pullRequestReviews = truth.pullRequestReviews;
    row.comments = truth.comments;
    row.p0 = truth.p0;
    row.p1 = truth.p1;
    row.p2 = truth.p2;
    return row;
}

app::records::ReviewResponseRow toRecord(const app::simulator::TruthResponse& truth)
{
    app::records::ReviewResponseRow row;
    row.day = truth.day;
    row.pullRequestReviews = truth.pullRequestReviews;
    row.comments = truth.comments;
    row.replies = truth.replies;
    row.reactions = truth.reactions;
    row.upvotes = truth.upvotes;
    row.downvotes = truth.downvotes;
    row.otherReactions = truth.otherReactions;
    row.engaged = truth.engaged;
    row.reacted = truth.reacted;
    row.upvoted = truth.upvoted;
    row.downvoted = truth.downvoted;
    row.reactedOther = truth.reactedOther;
    row.replied = truth.replied;
    return row;
}

/// The ranges of the window end yesterday, so that a history of one day is that day.
UtcDay lastDayOf(const DataSet& data)
{
    return data.days == 1 ? kToday - 1 : kToday;
}

app::simulator::Profile profileOf(const DataSet& data)
{
    app::simulator::Profile profile;
    profile.engineers = data.people;
    profile.days = data.days;
    profile.today = lastDayOf(data);
    profile.withholdEmails = data.names == Names::Withheld;
    profile.longEmails = data.names == Names::Long;
    profile.rightToLeftEmails = data.names == Names::RightToLeft;
    profile.usdBilled = data.billing == Billing::Usd;
    profile.usageOffered = data.content == Content::All || data.content == Content::UsageOnly;
    profile.reviewsOffered = data.content == Content::All || data.content == Content::ReviewsOnly;
    return profile;
}

template <typename Page>
void write(app::store::WorkspaceStore& store, Dataset dataset, DayRange days, Page page)
{
    const auto written
        = store
              .write([dataset, days, page = std::move(page)](app::store::Database& database) mutable
                  -> app::core::Result<app::store::WindowOutcome> {
                  app::store::DayWriter writer(dataset, days);
                  if (auto added = writer.addPage(database, std::move(page)); !added) {
                      return app::core::failure(added.error());
                  }
                  return writer.commit(database, kToday.start() + kSyncedAt, kToday);
              })
              .result();
    require(written.has_value(), written ? QString() : written.error().detail);
}

/// The windows that are stored: all days, or all but three.
std::vector<DayRange> windowsOf(const DataSet& data)
{
    const DayRange all = DayRange::endingAt(lastDayOf(data), data.days);
    constexpr int kFewest = 12;
    if (!data.gaps || data.days < kFewest) {
        return {all};
    }
    const UtcDay lone = kToday - 9;
    const UtcDay pair = kToday - 5;
    return {{all.first, lone - 1}, {lone + 1, pair - 1}, {pair + 2, all.last}};
}

void fill(app::store::WorkspaceStore& store, const DataSet& data)
{
    app::store::SyncState state;
    state.workspace = app::simulator::Simulator::workspace();
    state.origin = QStringLiteral("http://127.0.0.1:9");
    state.goalFrom = kToday - (std::max(data.days, 30) - 1);
    state.workedBefore = data.content != Content::Nothing;
    const auto saved = store
                           .write([state](app::store::Database& database) {
                               return app::store::saveSyncState(database, state);
                           })
                           .result();
    require(saved.has_value(), saved ? QString() : saved.error().detail);
    if (data.content == Content::Nothing) {
        return;
    }
    app::simulator::Profile profile = profileOf(data);
    // One person does not work on every day; of one day that day has to be one on which they do.
    while (data.people == 1 && data.days == 1 && profile.usageOffered
        && !app::simulator::Generator(profile).hasWorkspaceUsage(profile.today, {})) {
        ++profile.seed;
    }
    const app::simulator::Generator generator(profile);
    for (const DayRange days : windowsOf(data)) {
        app::records::UsagePage people;
        app::records::UsagePage workspace;
        app::records::ReviewPage reviews;
        app::records::ReviewResponsePage responses;
        for (UtcDay day = days.first; day <= days.last; ++day) {
            for (int slot = 0; slot < generator.usageSlots(); ++slot) {
                if (generator.hasUsage(day, slot, {})) {
                    people.rows.push_back(toRecord(generator.usage(day, slot, {})));
                }
            }
            if (generator.hasWorkspaceUsage(day, {})) {
                workspace.rows.push_back(toRecord(generator.workspaceUsage(day, {})));
            }
            for (const auto& row : generator.reviews(day, {})) {
                reviews.rows.push_back(toRecord(row));
            }
            for (const auto& row : generator.responses(day, {})) {
                responses.rows.push_back(toRecord(row));
            }
        }
        write(store, Dataset::UsagePerEngineer, days, std::move(people));
        write(store, Dataset::UsageWorkspace, days, std::move(workspace));
        write(store, Dataset::CodeReviews, days, std::move(reviews));
        write(store, Dataset::CodeReviewResponses, days, std::move(responses));
    }
}

} // namespace

app::store::DataFolder DataSets::folderOf(const DataSet& data)
{
    const auto known = m_folders.find(data.key());
    if (known != m_folders.end()) {
        return known->second;
    }
    const auto folder = valueOf(
        app::store::DataFolder::inspect(m_outer.filePath(QStringLiteral("data%1").arg(m_folders.size()))));
    const auto created = folder.ensureCreated();
    require(created.has_value(), created ? QString() : created.error().detail);
    const auto store = valueOf(
        app::store::WorkspaceStore::open(folder.workspaceFolder(app::simulator::Simulator::workspace())));
    fill(*store, data);
    m_folders.emplace(data.key(), folder);
    return folder;
}

} // namespace looks
