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

/// What happens by itself; a time in the past says nothing.
std::optional<app::core::Instant> plannedAt(const SyncStatus& status, app::core::Instant now)
{
    using State = SyncStatus::State;
    const bool mayOpenLater = status.keyTrouble == KeyTrouble::Locked
        || status.keyTrouble == KeyTrouble::Silent || status.keyTrouble == KeyTrouble::Unavailable;
    const bool holds = status.state == State::Stopped || status.state == State::Paused
        || (status.state == State::NeedsKey && !mayOpenLater);
    return holds || !status.next || *status.next <= now ? std::nullopt : status.next;
}

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
    case ErrorKind::ScopeMissing: return {Pill::Kind::Negative, Text::tr("Scope missing")};
    case ErrorKind::AccessDenied: return {Pill::Kind::Negative, Text::tr("Access denied")};
    case ErrorKind::Throttled: return waiting(status, now);
    case ErrorKind::NoKey: return {Pill::Kind::Warning, Text::tr("Needs the key")};
    case ErrorKind::StoreDamaged:
    case ErrorKind::StoreTooNew:
    case ErrorKind::StoreFolderRefused: return {Pill::Kind::Negative, Text::tr("Cache cannot be used")};
    default: return {Pill::Kind::Negative, Text::tr("Sync failed")};
    }
}

QString needsKey(KeyTrouble trouble)
{
    switch (trouble) {
    case KeyTrouble::Disconnected: return Text::tr("Disconnected");
    case KeyTrouble::Locked: return Text::tr("Keychain locked");
    case KeyTrouble::Denied: return Text::tr("Keychain denied access");
    case KeyTrouble::Silent: return Text::tr("Keychain does not answer");
    case KeyTrouble::Unavailable: return Text::tr("No keychain");
    case KeyTrouble::None:
    case KeyTrouble::SessionEnded:
    case KeyTrouble::Lost: break;
    }
    return Text::tr("Needs the key");
}

QString scopeCheck(const SyncStatus& status, app::core::Instant now)
{
    if (status.checking) {
        return Text::tr("Checking now.", "whether the scope is there");
    }
    return status.next ? Text::tr("Next check: %1.", "time, whether the scope is there")
                             .arg(format::timeOrDay(*status.next, now))
                       : QString();
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
    case SyncStatus::State::Paused: return {Pill::Kind::Neutral, Text::tr("Paused", "the sync")};
    case SyncStatus::State::WaitingForScope:
        return status.scopeArrived ? PillText{Pill::Kind::Ok, Text::tr("Ready for the backfill")}
            : status.checking      ? PillText{Pill::Kind::Working, Text::tr("Checking for the scope")}
                                   : PillText{Pill::Kind::Warning, Text::tr("Waiting for the scope")};
    case SyncStatus::State::NeedsKey:
        return {status.keyTrouble == KeyTrouble::Disconnected ? Pill::Kind::Neutral : Pill::Kind::Warning,
            needsKey(status.keyTrouble)};
    }
    return {};
}

bool isStoreBroken(const SyncStatus& status)
{
    using app::core::ErrorKind;
    if (status.state != SyncStatus::State::Stopped || !status.error) {
        return false;
    }
    switch (status.error->kind) {
    case ErrorKind::ScopeMissing:
    case ErrorKind::KeyRejected:
    case ErrorKind::AccessDenied:
    case ErrorKind::ServiceMoved: return false;
    default: return true;
    }
}

namespace {

using Action = BannerText::Action;
using Level = common::Banner::Level;

BannerText keyBanner(const SyncStatus& status)
{
    const QString charts = Text::tr("The charts keep showing what is stored.");
    switch (status.keyTrouble) {
    case KeyTrouble::None:
    case KeyTrouble::SessionEnded:
        return {Level::Information, Text::tr("The key was kept for one session only."),
            Text::tr("Enter it again to go on syncing. %1", "the charts stay").arg(charts), Action::EnterKey,
            Action::None};
    case KeyTrouble::Disconnected:
        return {Level::Information, Text::tr("This workspace is disconnected."),
            Text::tr("Its key is forgotten and nothing is synced. %1", "the charts stay").arg(charts),
            Action::EnterKey, Action::None};
    case KeyTrouble::Lost:
        return {Level::Warning, Text::tr("The key is no longer in the keychain."),
            Text::tr("Its entry was removed, or this is another keychain than the one it was stored in. %1",
                "the charts stay")
                .arg(charts),
            Action::EnterKey, Action::SyncNow};
    case KeyTrouble::Locked:
        return {Level::Warning, Text::tr("The keychain is locked."),
            Text::tr("Unlock it and try again, or enter the key for this session only. %1", "the charts stay")
                .arg(charts),
            Action::SyncNow, Action::EnterKey};
    case KeyTrouble::Denied:
        return {Level::Warning, Text::tr("The keychain did not give out the key."),
            Text::tr("Allow Threadcount to read its entry and try again, or enter the key for this session "
                     "only. %1",
                "the charts stay")
                .arg(charts),
            Action::SyncNow, Action::EnterKey};
    case KeyTrouble::Silent:
        return {Level::Warning, Text::tr("The keychain does not answer."),
            Text::tr(
                "Perhaps a dialog of the keychain waits for you behind another window. Answer it and try "
                "again, or enter the key for this session only. %1",
                "the charts stay")
                .arg(charts),
            Action::SyncNow, Action::EnterKey};
    case KeyTrouble::Unavailable:
        return {Level::Warning, Text::tr("No keychain is running."),
            Text::tr("Start the keychain of your desktop and try again, or enter the key for this session "
                     "only. %1",
                "the charts stay")
                .arg(charts),
            Action::SyncNow, Action::EnterKey};
    }
    return {};
}

BannerText stoppedBanner(const SyncStatus& status)
{
    using app::core::ErrorKind;
    const app::core::Error& error = *status.error;
    switch (error.kind) {
    case ErrorKind::KeyRejected:
        return {Level::Negative, Text::tr("The key is no longer accepted, so syncing has stopped."),
            Text::tr(
                "It was revoked or deleted, or it has expired. The charts keep showing what is stored. A "
                "deleted key cannot be restored: create a new one, and repeat the request to OpenAI "
                "Support for it."),
            Action::ReplaceKey, Action::SyncNow};
    case ErrorKind::ScopeMissing:
        return {Level::Negative, Text::tr("The key has lost its analytics scope, so syncing has stopped."),
            Text::tr(
                "It worked before. Ask OpenAI Support to apply the scope codex.enterprise.analytics.read "
                "again, then try again. The charts keep showing what is stored."),
            Action::SyncNow, Action::ReplaceKey};
    case ErrorKind::AccessDenied:
        return {Level::Negative, Text::tr("OpenAI no longer gives this key access, so syncing has stopped."),
            Text::tr(
                "Likely: this network is not on the workspace's list of allowed networks, or the role of "
                "the person who created the key changed. The charts keep showing what is stored."),
            Action::SyncNow, Action::ReplaceKey};
    default: break;
    }
    const app::messages::ErrorText text = app::messages::describe(error);
    return {Level::Negative, text.whatHappened, text.nextStep, Action::SyncNow, Action::None};
}

BannerText failedBanner(const app::core::Error& error)
{
    using app::core::ErrorKind;
    const app::messages::ErrorText text = app::messages::describe(error);
    QString sentence;
    if (!text.likelyCauses.isEmpty()) {
        sentence = Text::tr("Likely: %1.", "causes, most likely first")
                       .arg(text.likelyCauses.join(QStringLiteral("; ")));
        sentence += u' ';
    }
    sentence += text.nextStep;
    const bool calm = error.kind == ErrorKind::Offline || error.kind == ErrorKind::Throttled
        || error.kind == ErrorKind::ServiceUnavailable || error.kind == ErrorKind::SyncRunning;
    return {calm ? Level::Warning : Level::Negative, text.whatHappened, sentence,
        error.kind == ErrorKind::WorkspaceNotFound ? Action::SetUp : Action::SyncNow, Action::None};
}

} // namespace

std::optional<BannerText> banner(const SyncStatus& status, app::core::Instant now)
{
    using State = SyncStatus::State;
    switch (status.state) {
    case State::NeverSynced:
    case State::Idle:
    case State::Running:
    case State::Waiting: return std::nullopt;
    case State::Paused:
        return BannerText{Level::Information, Text::tr("Syncing is paused."),
            Text::tr("Nothing is fetched by itself until you resume it. You can still sync now."),
            Action::Resume, Action::None};
    case State::WaitingForScope:
        if (status.scopeArrived) {
            return BannerText{Level::Information, Text::tr("The scope has arrived."),
                Text::tr("The key can read the analytics now. Choose how many days to fetch."),
                Action::ChooseBackfill, Action::None};
        }
        return BannerText{Level::Information, Text::tr("Waiting for the scope of the new key."),
            Text::tr(
                "Syncing goes on by itself when OpenAI has applied it; that is normal for 1 to 5 business "
                "days after the request. %1",
                "when the next check is")
                .arg(scopeCheck(status, now)),
            Action::SyncNow, Action::ReplaceKey};
    case State::NeedsKey: return keyBanner(status);
    case State::Stopped:
        return status.error && !isStoreBroken(status) ? std::optional(stoppedBanner(status)) : std::nullopt;
    case State::Failed:
        if (!status.error || status.error->kind == app::core::ErrorKind::Cancelled) {
            return std::nullopt;
        }
        return failedBanner(*status.error);
    }
    return std::nullopt;
}

QString actionText(BannerText::Action action, const SyncStatus& status)
{
    switch (action) {
    case Action::None: break;
    case Action::SyncNow:
        return status.state == SyncStatus::State::WaitingForScope ? Text::tr("Check now")
                                                                  : Text::tr("Try again");
    case Action::EnterKey: return Text::tr("Enter the key…");
    case Action::ReplaceKey: return Text::tr("Replace the key…");
    case Action::SetUp: return Text::tr("Set up…");
    case Action::Resume: return Text::tr("Resume", "the sync that is paused");
    case Action::ChooseBackfill: return Text::tr("Choose the days…");
    }
    return {};
}

QString lastAndNext(const SyncStatus& status, app::core::Instant now)
{
    const QString last = status.lastSuccessAt
        ? Text::tr("Last sync %1", "time").arg(format::timeOrDay(*status.lastSuccessAt, now))
        : QString();
    const auto planned = plannedAt(status, now);
    const QString next = planned ? format::timeOrDay(*planned, now) : QString();
    if (status.state == SyncStatus::State::Paused || status.state == SyncStatus::State::Stopped
        || status.state == SyncStatus::State::NeedsKey) {
        const QString why = pill(status, now).text;
        return last.isEmpty() ? why
                              : Text::tr("%1 · %2", "\"Last sync 14:05 UTC\", \"Paused\"").arg(last, why);
    }
    if (status.state == SyncStatus::State::WaitingForScope) {
        return next.isEmpty() ? pill(status, now).text
                              : Text::tr("Waiting for the scope, next check %1", "time").arg(next);
    }
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
    const auto told = banner(status, now);
    if (told && status.state != State::Failed) {
        facts.reason = Text::tr("%1 %2", "what happened, what to do now").arg(told->lead, told->text);
    } else if (status.error && status.error->kind != app::core::ErrorKind::Cancelled) {
        const app::messages::ErrorText text = app::messages::describe(*status.error);
        facts.reason
            = Text::tr("%1 %2", "what happened, what to do now").arg(text.whatHappened, text.nextStep);
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
        const auto planned = plannedAt(status, now);
        facts.rows.push_back(
            {status.state == State::WaitingForScope ? Text::tr("Next check") : Text::tr("Next"),
                planned ? Text::tr("about %1", "time").arg(format::timeOrDay(*planned, now))
                        : Text::tr("not planned")});
    }
    if (status.failingSince && !syncing) {
        facts.rows.push_back({Text::tr("Failing since"), format::timeOrDay(*status.failingSince, now)});
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
