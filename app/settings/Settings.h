// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Clock.h"
#include "core/DayRange.h"
#include "core/Result.h"
#include "core/WorkspaceId.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace app::settings {

enum class KeyLocation { Keychain, Session };
enum class Appearance { System, Light, Dark };
/// What closing the last window does. *Ask* until the person has chosen once.
enum class WhenClosed { Ask, KeepSyncing, Quit };
enum class ProxyMode {
    System, ///< whatever the desktop says
    None, ///< straight to the internet
    Http, ///< the proxy below, with CONNECT
    Socks5
};

/// A workspace that was set up. Holds no secret: `keyHint` is "…WXYZ".
struct WorkspaceSettings
{
    core::WorkspaceId workspace;
    QString origin{}; ///< the API origin its key was verified with
    KeyLocation keyLocation = KeyLocation::Keychain;
    QString keyHint{};
    bool waitingForScope = false; ///< Keep checking was chosen; no backfill yet
    bool setupFinished = false; ///< the wizard reached Done (or was left for the dashboards)
    QString name{}; ///< as the administrator calls this workspace; the API has none. Empty: the short id
    bool paused = false; ///< no sync by itself until it is resumed; asking for one still works
    std::optional<core::UtcDay> keyExpiresOn{}; ///< as the administrator said; the API does not tell
    /// The smallest number of days before that day for which a notice was given already (30, 7, 1, 0), so
    /// that none comes twice. Forgotten with a new key or another day.
    std::optional<int> expiryNoticeGiven{};
    /// When the notice of a sync that fails for a day was given last; forgotten with the next success.
    std::optional<core::Instant> failureNoticeGiven{};
};

/// The way to the internet of a managed network. The proxy's password is in the keychain, never here; there
/// is no switch that skips the check of certificates.
struct NetworkSettings
{
    ProxyMode proxy = ProxyMode::System;
    QString proxyHost{}; ///< with Http and Socks5: a host name or an address, no scheme
    int proxyPort = 0; ///< with Http and Socks5: 1 to 65535
    QString proxyUser{}; ///< empty: the proxy asks for no password
    QString caFile{}; ///< a PEM file trusted in addition to the system's certificates; empty: none

    friend bool operator==(const NetworkSettings&, const NetworkSettings&) = default;
};

/// Where a closed wizard continues. Never the key.
struct SetupResume
{
    QString step; ///< "prepare", "key", "verify"
    QString workspaceId; ///< as typed; may be unfinished
    QString keyName; ///< for the Support request
    QString organisation; ///< for the Support request
};

/// What the window showed when it was last used, so that it comes back the same. Never who: no name and no id
/// of a person belongs in here.
struct ViewSettings
{
    QByteArray geometry{}; ///< of QWidget::saveGeometry(); empty: the usual size
    QString page{}; ///< short name of a page ("overview"); empty or unknown: the first
    int presetDays = 30; ///< 7, 30 or 90; the days move on with the calendar
    std::optional<core::DayRange> customRange{}; ///< instead of the preset; never empty
    bool weekly = false; ///< one column of a chart is a week instead of a day
    bool tablesShown = false; ///< charts are shown as tables
    QStringList engineerColumns{}; ///< short names of the columns in their order; empty: as they come

    friend bool operator==(const ViewSettings&, const ViewSettings&) = default;
};

/// Typed, versioned preferences in DATA/settings.ini; never a secret. A value object: load, change, save.
/// Unknown entries survive a save; a file of a newer version or with unreadable values falls back to defaults
/// and says so in `warnings`.
struct Settings
{
    std::vector<WorkspaceSettings> workspaces;
    std::optional<SetupResume> resume;
    int syncIntervalHours = 4; ///< 1 to 24
    int backfillDays = 30; ///< 7, 30, 60, 90
    Appearance appearance = Appearance::System;
    WhenClosed whenClosed = WhenClosed::Ask;
    bool notifications = true; ///< of the desktop: scope arrived, sync failing for a day, key expiring
    std::optional<int> retentionMonths{}; ///< nullopt: everything is kept; else 3 to 120
    std::optional<core::WorkspaceId> activeWorkspace{}; ///< the one that the window showed last
    NetworkSettings network{};
    ViewSettings view{};
    QStringList warnings; ///< not stored

    static core::Result<Settings> load(const QString& file);
    /// Writes atomically with mode 0600. The folder must exist.
    [[nodiscard]] core::Result<void> save(const QString& file) const;

    /// load() and save() without a disk: what the bytes of a file say (none: the defaults), and the bytes
    /// that replace `before`. Fails with StoreTooNew where a newer version wrote `before`.
    static Settings parse(const QByteArray& bytes);
    [[nodiscard]] core::Result<QByteArray> toBytes(const QByteArray& before = {}) const;

    [[nodiscard]] const WorkspaceSettings* find(const core::WorkspaceId& workspace) const;
    /// Adds or replaces the entry of that workspace.
    void put(WorkspaceSettings entry);
    void forget(const core::WorkspaceId& workspace);
};

} // namespace app::settings
