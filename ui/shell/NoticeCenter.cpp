// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/NoticeCenter.h"

#include "core/Log.h"
#include "shell/Workspaces.h"
#include "sync/Notices.h"

#include <array>

namespace ui::shell {

using app::core::UtcDay;
using app::core::WorkspaceId;
using app::settings::WorkspaceSettings;

namespace {

constexpr std::chrono::minutes kLook{10};

struct Word
{
    NoticeCenter::About about;
    QLatin1StringView word;
};
constexpr std::array<Word, 3> kWords{{{NoticeCenter::About::Scope, QLatin1StringView("scope")},
    {NoticeCenter::About::Failure, QLatin1StringView("failure")},
    {NoticeCenter::About::Expiry, QLatin1StringView("expiry")}}};

} // namespace

NoticeCenter::NoticeCenter(AppServices& services, Workspaces& workspaces, QObject* parent)
    : QObject(parent)
    , m_services(services)
    , m_workspaces(workspaces)
{
    connect(&workspaces, &Workspaces::scopeArrived, this, &NoticeCenter::onScopeArrived);
    connect(&workspaces, &Workspaces::statusChanged, this, &NoticeCenter::lookAt);
    m_look.setTimerType(Qt::VeryCoarseTimer);
    m_look.setInterval(kLook);
    connect(&m_look, &QTimer::timeout, this, &NoticeCenter::look);
    m_look.start();
}

QString NoticeCenter::keyOf(const Subject& subject)
{
    QString key;
    for (const Word& word : kWords) {
        if (word.about == subject.about) {
            key = word.word + u'/' + subject.workspace.toString();
        }
    }
    return key;
}

std::optional<NoticeCenter::Subject> NoticeCenter::subjectOf(const QString& key)
{
    const std::optional<WorkspaceId> workspace
        = WorkspaceId::parse(QStringView(key).mid(key.indexOf(u'/') + 1));
    for (const Word& word : kWords) {
        if (workspace && key.startsWith(word.word + u'/')) {
            return Subject{word.about, *workspace};
        }
    }
    return std::nullopt;
}

void NoticeCenter::look()
{
    for (const WorkspaceId& id : m_workspaces.ids()) {
        lookAt(id, m_workspaces.status(id));
    }
}

void NoticeCenter::onScopeArrived(const WorkspaceId& id)
{
    const Subject subject{About::Scope, id};
    const QString title = tr("The key can read the Codex analytics now");
    if (m_workspaces.isFinished(id)) {
        tell(subject, title, tr("OpenAI has applied the scope. Syncing goes on by itself."));
    } else {
        tell(subject, title, tr("OpenAI has applied the scope. Open Threadcount to fetch the first days."));
    }
}

void NoticeCenter::lookAt(const WorkspaceId& id, const SyncStatus& status)
{
    const WorkspaceSettings* known = m_services.settings.find(id);
    if (known == nullptr || status.state == SyncStatus::State::Running
        || status.state == SyncStatus::State::Waiting) {
        return;
    }
    WorkspaceSettings entry = *known;
    const app::core::Instant now = m_services.clock->now();

    if (status.state == SyncStatus::State::Idle && entry.failureNoticeGiven) {
        entry.failureNoticeGiven.reset();
        remember(entry);
        Q_EMIT over(keyOf({About::Failure, id}));
    }
    // Who paused a workspace or took its key away knows that it does not sync.
    const bool isMeant = status.state == SyncStatus::State::Paused || status.state == SyncStatus::State::Idle
        || status.state == SyncStatus::State::WaitingForScope
        || status.keyTrouble == KeyTrouble::Disconnected;
    if (m_services.settings.notifications && !isMeant
        && app::sync::failureNoticeDue(now, status.failingSince, entry.failureNoticeGiven)) {
        const auto days = std::chrono::floor<std::chrono::days>(now - *status.failingSince).count();
        entry.failureNoticeGiven = now;
        remember(entry);
        tell({About::Failure, id}, tr("No sync for %n day(s)", nullptr, static_cast<int>(days)),
            tr("The charts keep showing what is stored. Open Threadcount to see why, and what to do."));
    }

    const auto expiry = m_services.settings.notifications
        ? app::sync::expiryNoticeDue(UtcDay::of(now), entry.keyExpiresOn, entry.expiryNoticeGiven)
        : std::nullopt;
    if (expiry) {
        entry.expiryNoticeGiven = expiry->mark;
        remember(entry);
        const QString title = expiry->daysLeft > 1
            ? tr("The key expires in %n day(s)", nullptr, expiry->daysLeft)
            : expiry->daysLeft == 1 ? tr("The key expires tomorrow")
            : expiry->daysLeft == 0 ? tr("The key expires today")
                                    : tr("The key has expired");
        tell({About::Expiry, id}, title,
            tr("Replace it in the settings: what is stored stays. A new key may need its scope from OpenAI "
               "first."));
    }
}

void NoticeCenter::tell(const Subject& subject, const QString& title, const QString& text)
{
    if (!m_services.settings.notifications) {
        return;
    }
    // Only with several workspaces it has to be said which.
    const QString whole = m_workspaces.ids().size() > 1
        ? tr("%1: %2", "name of a workspace, sentence").arg(m_workspaces.displayName(subject.workspace), text)
        : text;
    Q_EMIT due({keyOf(subject), title, whole});
}

void NoticeCenter::remember(const WorkspaceSettings& entry)
{
    m_services.settings.put(entry);
    if (const app::core::Result<void> saved = m_services.saveSettings(); !saved) {
        // It is remembered for as long as the program runs, so nothing is told in a loop.
        qCWarning(lcUi) << "what was told could not be remembered:" << saved.error().detail;
    }
}

} // namespace ui::shell
