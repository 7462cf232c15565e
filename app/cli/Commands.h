// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/CommandLine.h"
#include "cli/KeySource.h"
#include "cli/Outcome.h"
#include "core/Cancellation.h"
#include "core/Clock.h"
#include "store/DataFolder.h"
#include "store/WorkspaceStore.h"
#include "sync/AccessCheck.h"
#include "sync/SyncEngine.h"

#include <QObject>
#include <QPointer>

#include <stop_token>

namespace app::cli {

/// Carries out one command. Owned by main(), lives in the main thread; start() once, then finished() comes
/// exactly once and never from inside start(). stop() asks for a clean end: what is complete stays stored, a
/// half-written export disappears, and finished() comes with exit code 130.
class Commands final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Commands)

public:
    /// `clock` is borrowed and must outlive the object.
    Commands(CommandLine line, KeySource keys, const core::Clock& clock, Terminal terminal,
        QObject* parent = nullptr);
    ~Commands() override;

    void start();
    void stop();

Q_SIGNALS:
    void finished(const app::cli::Outcome& outcome);

private:
    QCoro::Task<void> run();
    QCoro::Task<Outcome> runVerify();
    QCoro::Task<Outcome> runSync();
    [[nodiscard]] Outcome runStatus() const;
    QCoro::Task<Outcome> runExport();
    QCoro::Task<Outcome> runDisconnect();

    /// Folder and settings, looked at without writing anything.
    struct Place
    {
        store::DataFolder folder;
        settings::Settings settings;
    };
    [[nodiscard]] core::Result<Place> place() const;
    [[nodiscard]] Outcome failedWith(const core::Error& error) const { return failed(error, m_clock.now()); }
    QCoro::Task<core::Result<secrets::ApiKey>> findKey(core::WorkspaceId workspace);
    /// With the proxy and the certificates of the settings, and the proxy's password of the keychain.
    QCoro::Task<core::Result<sync::Connection>> connectionTo(
        core::WorkspaceId workspace, settings::NetworkSettings network);
    [[nodiscard]] core::Result<void> checkExportTarget(const store::DataFolder& folder) const;
    [[nodiscard]] core::Result<void> confirmErase(const core::WorkspaceId& workspace) const;
    core::Result<void> forgetInSettings(const Place& place, const core::WorkspaceId& workspace) const;
    void note(const QString& text) const;
    void finish(const Outcome& outcome);

    CommandLine m_line;
    KeySource m_keys;
    const core::Clock& m_clock;
    Terminal m_terminal;
    core::Cancellation m_cancellation;
    std::stop_source m_stopExport;
    QPointer<sync::SyncEngine> m_engine; ///< owned by runSync()
    bool m_waitsForKeychain = false; ///< nothing is under way that a sudden end could hurt
    bool m_finished = false;
};

} // namespace app::cli
