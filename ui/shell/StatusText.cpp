// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/StatusText.h"

#include "common/Format.h"
#include "messages/ErrorText.h"

#include <QCoreApplication>
#include <QStringList>

namespace ui::shell::statustext {

namespace {

using common::Pill;
namespace format = common::format;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ui::shell::statustext)
};

PillText waiting(const SyncStatus& status, app::core::Instant now)
{
    std::optional<app::core::Instant> until = status.next;
    if (status.progress && status.progress->waitingUntil) {
        until = status.progress->waitingUntil;
    }
    return {Pill::Kind::Warning,
        until ? Text::tr("Waiting, next try %1", "time").arg(format::timeOrDay(*until, now))
              : Text::tr("Waiting to try again")};
}

PillText running(const SyncStatus& status, app::core::Instant now)
{
    using Phase = app::sync::SyncProgress::Phase;
    if (!status.progress) {
        return {Pill::Kind::Working, Text::tr("Syncing")};
    }
    switch (status.progress->phase) {
    case Phase::Waiting: return waiting(status, now);
    case Phase::Finishing: return {Pill::Kind::Working, Text::tr("Finishing the sync")};
    case Phase::Preparing:
    case Phase::Fetching: break;
    }
    if (status.progress->windowsTotal <= 0) {
        return {Pill::Kind::Working, Text::tr("Syncing")};
    }
    return {Pill::Kind::Working,
        Text::tr("Syncing, %1 of %2", "parts that are done, all parts")
            .arg(status.progress->windowsDone)
            .arg(status.progress->windowsTotal)};
}

PillText failed(const SyncStatus& status, app::core::Instant now)
{
    using app::core::ErrorKind;
    const ErrorKind kind = status.error ? status.error->kind : ErrorKind::Internal;
    switch (kind) {
    case ErrorKind::Offline:
        // Every page keeps working from the cache: being offline is no alarm.
        return {Pill::Kind::Neutral,
            status.lastSuccessAt
                ? Text::tr("Offline, data of %1", "time").arg(format::timeOrDay(*status.lastSuccessAt, now))
                : Text::tr("Offline")};
    case ErrorKind::Cancelled: return {Pill::Kind::Neutral, Text::tr("Sync stopped")};
    case ErrorKind::SyncRunning: return {Pill::Kind::Neutral, Text::tr("Another sync is running")};
    case ErrorKind::KeyRejected: return {Pill::Kind::Negative, Text::tr("Key not accepted")};
    case ErrorKind::ScopeMissing: return {Pill::Kind::Warning, Text::tr("Waiting for the scope")};
    case ErrorKind::AccessDenied: return {Pill::Kind::Negative, Text::tr("Access denied")};
    case ErrorKind::Throttled: return waiting(status, now);
    case ErrorKind::NoKey: return {Pill::Kind::Warning, Text::tr("Needs the key")};
    default: return {Pill::Kind::Negative, Text::tr("Sync failed")};
    }
}

} // namespace

PillText pill(const SyncStatus& status, app::core::Instant now)
{
    switch (status.state) {
    case SyncStatus::State::NeverSynced: return {Pill::Kind::Neutral, Text::tr("Not synced yet")};
    case SyncStatus::State::Idle:
        return {Pill::Kind::Ok,
            status.lastSuccessAt
                ? Text::tr("Synced %1", "time").arg(format::timeOrDay(*status.lastSuccessAt, now))
                : Text::tr("Synced")};
    case SyncStatus::State::Running: return running(status, now);
    case SyncStatus::State::Waiting: return waiting(status, now);
    case SyncStatus::State::Failed:
    case SyncStatus::State::Stopped: return failed(status, now);
    case SyncStatus::State::Paused: return {Pill::Kind::Neutral, Text::tr("Paused")};
    case SyncStatus::State::WaitingForScope: return {Pill::Kind::Warning, Text::tr("Waiting for the scope")};
    case SyncStatus::State::NeedsKey: return {Pill::Kind::Warning, Text::tr("Needs the key")};
    }
    return {};
}

QString lastAndNext(const SyncStatus& status, app::core::Instant now)
{
    const QString last = status.lastSuccessAt
        ? Text::tr("Last sync %1", "time").arg(format::timeOrDay(*status.lastSuccessAt, now))
        : QString();
    // A key that is not at hand stops the schedule; a time in the past says nothing.
    const bool planned = status.next && *status.next > now && status.state != SyncStatus::State::NeedsKey;
    const QString next = planned ? format::timeOrDay(*status.next, now) : QString();
    if (last.isEmpty()) {
        return next.isEmpty() ? Text::tr("Not synced yet")
                              : Text::tr("Not synced yet, next about %1", "time").arg(next);
    }
    return next.isEmpty() ? last
                          : Text::tr("%1, next about %2", "\"Last sync 14:05 UTC\", time").arg(last, next);
}

SyncFacts facts(const SyncStatus& status, app::core::Instant now)
{
    using State = SyncStatus::State;
    SyncFacts facts;
    facts.headline = pill(status, now).text;
    const bool syncing = status.state == State::Running || status.state == State::Waiting;
    if (status.error && status.error->kind != app::core::ErrorKind::Cancelled) {
        const app::messages::ErrorText text = app::messages::describe(*status.error);
        facts.reason
            = Text::tr("%1 %2", "what happened, what to do now").arg(text.whatHappened, text.nextStep);
    } else if (status.state == State::NeedsKey) {
        facts.reason = Text::tr("The charts keep showing what is stored. Enter the key to sync again.");
    }
    if (syncing && status.progress) {
        if (status.progress->windowsTotal > 0) {
            facts.rows.push_back({Text::tr("Parts"),
                Text::tr("%1 of %2", "parts that are done, all parts")
                    .arg(format::integer(status.progress->windowsDone),
                        format::integer(status.progress->windowsTotal))});
        }
        facts.rows.push_back({Text::tr("Rows read"), format::integer(status.progress->rows)});
        facts.rows.push_back({Text::tr("Requests"), format::integer(status.progress->requests)});
        if (status.progress->timeLeft) {
            facts.rows.push_back({Text::tr("Time left"),
                Text::tr("about %1").arg(format::duration(*status.progress->timeLeft))});
        }
    }
    facts.rows.push_back({Text::tr("Last success"),
        status.lastSuccessAt
            ? Text::tr("%1 (%2)", "time, how long ago")
                  .arg(format::timeOrDay(*status.lastSuccessAt, now),
                      now - *status.lastSuccessAt < std::chrono::minutes(1)
                          ? Text::tr("just now")
                          : Text::tr("%1 ago", "5 min").arg(format::age(*status.lastSuccessAt, now)))
            : Text::tr("none yet")});
    if (!syncing) {
        const bool planned = status.next && *status.next > now && status.state != State::NeedsKey;
        facts.rows.push_back({Text::tr("Next"),
            planned ? Text::tr("about %1", "time").arg(format::timeOrDay(*status.next, now))
                    : Text::tr("not planned")});
    }
    facts.rows.push_back(
        {Text::tr("Key"), status.keyHint.isEmpty() ? Text::tr("not at hand") : status.keyHint});
    return facts;
}

std::optional<double> partDone(const SyncStatus& status)
{
    if (!status.progress || status.progress->windowsTotal <= 0) {
        return std::nullopt;
    }
    return static_cast<double>(status.progress->windowsDone) / status.progress->windowsTotal;
}

CoverageText coverage(const app::records::Coverage& coverage, std::optional<app::core::UtcDay> goalFrom)
{
    using app::records::DayState;
    int final = 0;
    int provisional = 0;
    int missing = 0;
    int notOffered = 0;
    int notAsked = 0;
    app::core::UtcDay firstMissing;
    for (app::core::UtcDay day = coverage.range.first; day <= coverage.range.last; ++day) {
        switch (coverage.state(day)) {
        case DayState::Final: ++final; break;
        case DayState::Provisional: ++provisional; break;
        case DayState::NotOffered: ++notOffered; break;
        case DayState::Missing:
            if (goalFrom && day < *goalFrom) {
                ++notAsked;
            } else {
                firstMissing = missing == 0 ? day : firstMissing;
                ++missing;
            }
            break;
        }
    }

    CoverageText text;
    if (coverage.range.isEmpty()) {
        return text;
    }
    text.fetchable = missing > 0;
    text.headline = Text::tr("%1 of %n day(s)", "complete days, all days", coverage.range.length())
                        .arg(final + provisional);
    QStringList parts;
    parts << Text::tr("%n final", "days that no longer change", final);
    if (provisional > 0) {
        parts << Text::tr("%n provisional", "days that can still change", provisional);
    }
    if (missing == 1) {
        parts << Text::tr("1 missing (%1)", "day").arg(format::dayShort(firstMissing));
    } else if (missing > 1) {
        parts << Text::tr("%n missing", "days", missing);
    }
    if (notOffered > 0) {
        parts << Text::tr("%n not offered", "days before the first that the service still has", notOffered);
    }
    if (notAsked > 0) {
        parts << Text::tr("%n not asked for", "days before the first that the person asked for", notAsked);
    }
    text.details = parts.join(QStringLiteral(" \u00b7 "));
    return text;
}

QString period(app::core::DayRange range, const app::records::Coverage& coverage)
{
    const QString days = Text::tr("%1, UTC days", "first to last day").arg(format::days(range));
    if (coverage.range != range || range.isEmpty()) {
        return days;
    }
    const auto counts = coverage.counts();
    const QString based = Text::tr("based on %1 of %n day(s)", "complete days, all days", range.length())
                              .arg(counts.complete);
    const QString sentence = days + QStringLiteral(" \u00b7 ") + based;
    return counts.provisional > 0
        ? Text::tr("%1, %n provisional", "sentence, days that can still change", counts.provisional)
              .arg(sentence)
        : sentence;
}

QString shortId(const QString& workspaceId)
{
    constexpr qsizetype kHead = 8;
    constexpr qsizetype kTail = 4;
    if (workspaceId.size() <= kHead + kTail) {
        return workspaceId;
    }
    return workspaceId.left(kHead) + QChar(0x2026) + workspaceId.right(kTail);
}

} // namespace ui::shell::statustext
