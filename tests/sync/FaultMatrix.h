// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/SyncHarness.h"

#include <QLoggingCategory>
#include <QTcpServer>

#include <functional>
#include <map>
#include <vector>

namespace support {

/// How a sync has to end when the service answers in a certain wrong way (design, "Answers, in this order").
enum class Ends {
    Well, ///< as if nothing had happened, and without another try
    AfterTries, ///< tried again; well when the fault goes away in time, else the endpoint stops with `kind`
    AtOnce, ///< not tried again; the endpoint stops with `kind`
    WithoutWindow, ///< not tried again; the window stays as it was, with `kind`, the others are fetched
    AfterRestart, ///< the window is fetched anew once; the second time as WithoutWindow
};

/// What goes wrong: a fault of the simulator without route and numbers, and how the sync ends.
struct FaultCase
{
    const char* name;
    const char* fault;
    Ends ends;
    const char* kind = ""; ///< errorKindName; empty with Ends::Well
    /// Whether the ledger names the error: it does when one answer alone is wrong, and not when it takes
    /// several, or the rows, to see it.
    bool isInLedger = true;
    int silenceMs = 20'000;
    int totalMs = 60'000;
    int tries = 3;
    /// Qt sends such a request again by itself, so how many tries it takes is only known within bounds.
    bool isRepeated = false;
    /// It may even do so once a try without telling anybody; see TransportReply::sends.
    bool isRepeatedSilently = false;
};

/// One request kind; usage has two on one route.
enum class Pages { First, Later };
enum class Lasts { Once, Always };
enum class Store { Empty, Filled };

/// What a clean sync does, seen from both sides, for comparison.
struct CleanSync
{
    struct Window
    {
        app::records::Dataset dataset = app::records::Dataset::UsagePerEngineer;
        app::core::DayRange days;
        int pages = 0;
    };
    QByteArray cache; ///< before it; empty for an empty store
    app::simulator::Served before;
    app::simulator::Served after;
    std::vector<Window> windows; ///< in the order in which they are asked for
    app::core::DayRange all;
    QString problem; ///< not empty: the comparison itself is of no use
};

/// The request kind of a request, and its window.
app::records::Dataset datasetOf(const app::simulator::SeenRequest& request);
app::core::DayRange windowOf(const app::simulator::SeenRequest& request);

/// The name that Fault::parse() has for a request kind.
QString routeOf(app::records::Dataset dataset);

/// Small enough to be synced a thousand times, and with more than one page in a window of every request kind.
app::simulator::Profile matrixProfile(Store store);

/// A harness before its sync: an empty store, or one that was synced a day before, while the service has
/// revised every day in between.
std::unique_ptr<SyncHarness> makeHarness(Store store);
app::sync::SyncRequest requestOf(Store store);

/// Made once per process.
const CleanSync& cleanSync(Store store);

/// Which windows hold the new numbers and which the old ones: "new", "old" or, which no sync may leave
/// behind, "neither", one per window.
QStringList windowStates(SyncHarness& harness, const CleanSync& clean);

/// A host that nobody may talk to.
class Trap final
{
public:
    Trap();
    [[nodiscard]] QByteArray origin() const;
    [[nodiscard]] int connections();

private:
    QTcpServer m_server;
    int m_connections = 0;
};

/// Everything that the program logs, quietly, from its making on. Make it in initTestCase(): Qt Test puts a
/// handler of its own in place before that.
class LogCapture final
{
public:
    LogCapture();
    ~LogCapture();
    LogCapture(const LogCapture&) = delete;
    LogCapture& operator=(const LogCapture&) = delete;
    static QString text();
    static void clear();

private:
    QLoggingCategory::CategoryFilter m_filter = nullptr;
};

// What holds whatever goes wrong; each is empty, or says what does not hold.

/// Every request that arrived is GET on one of the three routes with known parameters, and every request is
/// in the ledger once. `mayMiss`: some never arrived. `untold`: so many may have arrived that Qt kept to
/// itself.
QString requestProblem(SyncHarness& harness, const app::sync::SyncReport& report,
    const std::vector<app::records::RequestRecord>& ledger, bool mayMiss = false, int untold = 0);
/// Neither the log nor the error nor its sentences hold the key, an address or a cursor; and a sync that
/// failed was logged at all.
QString secretProblem(const app::sync::SyncReport& report);
/// Once nothing is wrong any more, one sync makes the store what the service holds.
QString healingProblem(SyncHarness& harness, Store store);

QString kindOf(const app::sync::SyncReport& report);
/// The ledger without its first `before` rows.
std::vector<app::records::RequestRecord> ledgerSince(SyncHarness& harness, std::size_t before);

/// One line about every request of a run, for the message of a test that fails.
QString describe(const std::vector<app::records::RequestRecord>& ledger);

} // namespace support
