// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/SimulatorThread.h"
#include "store/CoverageQueries.h"
#include "store/SyncState.h"
#include "store/WorkspaceStore.h"
#include "support/FakeClock.h"
#include "sync/SyncEngine.h"

#include <QTemporaryDir>

#include <memory>

namespace support {

/// A simulator, a store on disk and a sync engine between them, on a clock that is moved by hand. Retries
/// wait milliseconds. Everything is real but the clock: HTTP over a socket, SQLite in a file.
class SyncHarness
{
public:
    explicit SyncHarness(app::simulator::Profile profile);
    ~SyncHarness();

    app::simulator::SimulatorThread simulator;
    FakeClock clock;
    QTemporaryDir folder;
    std::unique_ptr<app::store::WorkspaceStore> store;
    std::unique_ptr<app::sync::SyncEngine> engine;
    app::api::RetryPolicy policy;
    app::api::NetworkOptions network;
    QString origin; ///< where the engine connects to; empty = the simulator itself

    /// A new engine for the store that is open, for example after `policy` was changed.
    void makeEngine();
    /// One run from start to end.
    app::sync::SyncReport sync(app::sync::SyncRequest request = {});
    /// Ends the engine, puts these bytes in the place of the cache and opens it again.
    void replaceCache(const QByteArray& databaseFile);
    /// Ends the engine and closes the store; the cache as it then is.
    QByteArray takeCache();
    /// Every request of the ledger, oldest first.
    std::vector<app::records::RequestRecord> ledger();
    /// Moves clock and simulator to this time of day, `daysLater` after the first today.
    void moveTo(int daysLater, std::chrono::milliseconds timeOfDay = std::chrono::hours(10));

    [[nodiscard]] app::core::UtcDay firstToday() const { return m_firstToday; }
    [[nodiscard]] app::core::UtcDay today() const { return app::core::UtcDay::of(clock.now()); }
    app::records::Coverage coverage(app::core::DayRange range);
    app::store::SyncState state();
    /// Empty when every stored row equals what the simulator says it served; otherwise the first difference.
    QString differenceToServed(app::core::DayRange range);
    /// A digest of everything that is stored for these days, for "nothing changed".
    QByteArray fingerprint();

private:
    void openStore();

    app::core::UtcDay m_firstToday;
};

/// What the tables of a cache hold, in the simulator's terms: identities reduced to the user id, parts
/// sorted.
app::simulator::Served readStored(const QString& databaseFile, app::core::DayRange range);
/// The same reduction for what was served; rows without a user id are summed per day.
app::simulator::Served reduced(const app::simulator::Served& served, app::core::DayRange range);
/// Empty when equal, else where they differ first.
QString firstDifference(const app::simulator::Served& stored, const app::simulator::Served& served);

} // namespace support
