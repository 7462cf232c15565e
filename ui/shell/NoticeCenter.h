// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/WorkspaceId.h"
#include "shell/AppServices.h"
#include "shell/Notifier.h"
#include "shell/SyncStatus.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace ui::shell {

class Workspaces;

/// Decides what the person is told while the window is not looked at: the scope of a key arrived, syncs have
/// failed for a day, a key is about to expire. The rules of time are app/sync/Notices.h; what was told
/// is remembered in the settings. No text names a person, counts people or holds a part of a key. Silent
/// while Settings::notifications is off. Main thread.
class NoticeCenter final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NoticeCenter)

public:
    enum class About { Scope, Failure, Expiry };

    /// Both are borrowed and must outlive this.
    NoticeCenter(AppServices& services, Workspaces& workspaces, QObject* parent = nullptr);

    /// Looks at every workspace; also called by itself every ten minutes.
    void look();

    /// What Notification::key stands for.
    struct Subject
    {
        About about = About::Failure;
        app::core::WorkspaceId workspace;
    };
    static QString keyOf(const Subject& subject);
    static std::optional<Subject> subjectOf(const QString& key);

Q_SIGNALS:
    void due(const ui::shell::Notification& notification);
    /// What this one told is over.
    void over(const QString& key);

private:
    void onScopeArrived(const app::core::WorkspaceId& id);
    void lookAt(const app::core::WorkspaceId& id, const SyncStatus& status);
    void tell(const Subject& subject, const QString& title, const QString& text);
    void remember(const app::settings::WorkspaceSettings& entry);

    AppServices& m_services;
    Workspaces& m_workspaces;
    QTimer m_look;
};

} // namespace ui::shell
