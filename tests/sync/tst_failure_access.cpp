// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/Integrity.h"
#include "store/Rebuild.h"
#include "support/FaultVfs.h"
#include "support/TestCase.h"
#include "sync/SyncHarness.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

using namespace app::core;
using namespace app::simulator;
using namespace app::sync;
using support::FaultPlan;
using support::FaultVfs;
using support::SyncHarness;

namespace {

/// Nobody ends after one lucky run: threads make the number of accesses vary a little.
constexpr int kQuietRuns = 4;

enum class Scenario { Backfill, Refresh };

/// Some windows have several pages, so that the staging tables are used, too.
Profile testedProfile()
{
    Profile profile = *Profile::named(QStringLiteral("default"));
#ifdef THREADCOUNT_LARGE_PROFILE
    profile.engineers = 150;
    profile.pageCap = 400;
#else
    profile.engineers = 5;
    profile.pageCap = 12;
#endif
    profile.days = 60;
    profile.seed = 11;
    profile.today = *UtcDay::fromIso(u"2026-11-22");
    return profile;
}

QString kindOf(const std::optional<Error>& error)
{
    return error ? errorKindName(error->kind) : QStringLiteral("ok");
}

void copyFolder(const QString& from, const QString& to)
{
    QDir().mkpath(to);
    QFile::setPermissions(to, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const QStringList names = QDir(from).entryList(QDir::Files | QDir::Hidden);
    for (const QString& name : names) {
        QVERIFY(QFile::copy(QDir(from).filePath(name), QDir(to).filePath(name)));
    }
}

/// The first day whose rows are neither the old nor the new ones.
template <typename Rows>
QString firstMixture(const char* name, const Rows& stored, const Rows& before, const Rows& after)
{
    const auto of = [](const Rows& all, UtcDay day) {
        const auto found = all.find(day);
        return found == all.end() ? typename Rows::mapped_type{} : found->second;
    };
    for (const auto& [day, rows] : after) {
        const auto now = of(stored, day);
        if (!(now == rows) && !(now == of(before, day))) {
            return QStringLiteral("%1 %2: %3 rows that are neither the %4 old nor the %5 new ones")
                .arg(QLatin1String(name), day.toIso())
                .arg(now.size())
                .arg(of(before, day).size())
                .arg(rows.size());
        }
    }
    for (const auto& [day, rows] : stored) {
        if (!rows.empty() && !after.contains(day) && !before.contains(day)) {
            return QStringLiteral("%1 %2: stored, never served").arg(QLatin1String(name), day.toIso());
        }
    }
    return {};
}

QString firstMixture(const Served& stored, const Served& before, const Served& after)
{
    for (const QString& found : {firstMixture("usage", stored.usage, before.usage, after.usage),
             firstMixture(
                 "workspace usage", stored.workspaceUsage, before.workspaceUsage, after.workspaceUsage),
             firstMixture("reviews", stored.reviews, before.reviews, after.reviews),
             firstMixture("responses", stored.responses, before.responses, after.responses)}) {
        if (!found.isEmpty()) {
            return found;
        }
    }
    return {};
}

/// Opens for writing, which puts right what a crash left behind, as in real life; then the check of the
/// start. A file that was never made is whole.
Result<void> openAndCheck(const QString& file)
{
    if (QFileInfo(file).size() == 0) {
        return {};
    }
    const auto opened = app::store::Database::open(file, app::store::Database::Access::ReadWrite);
    if (!opened) {
        return failure(opened.error());
    }
    return app::store::checkIntegrity(**opened);
}

} // namespace

/// A whole sync over real HTTP into a real file, in which database access n fails, for every n until none
/// does.
class TestFailureAccess : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyAccessMayFail_data();
    void everyAccessMayFail();

private:
    /// Opens the store in `folder`, syncs, closes it again; what went wrong first.
    std::optional<Error> openAndSync(const QString& folder);

    std::unique_ptr<SyncHarness> m_harness;
    QTemporaryDir m_place;
    QString m_before; ///< a store that holds the old numbers
    DayRange m_range;
    Served m_old;
    Served m_new;
};

std::optional<Error> TestFailureAccess::openAndSync(const QString& folder)
{
    auto opened = app::store::WorkspaceStore::open(folder);
    if (!opened) {
        return opened.error();
    }
    m_harness->store = std::move(*opened);
    m_harness->makeEngine();
    SyncRequest request;
    request.days = 9;
    const SyncReport report = m_harness->sync(request);
    m_harness->engine.reset();
    m_harness->store.reset();
    return report.error;
}

void TestFailureAccess::initTestCase()
{
    Profile profile = testedProfile();
    m_harness = std::make_unique<SyncHarness>(profile);
    m_harness->engine.reset();
    m_harness->store.reset();
    // What the later sync asks for; the days before it are out of the comparison.
    m_range = DayRange::endingAt(profile.today + 1, 9);

    m_before = m_place.filePath(QStringLiteral("before"));
    QCOMPARE(kindOf(openAndSync(m_before)), QStringLiteral("ok"));
    m_old = support::readStored(m_before + QStringLiteral("/cache.db"), m_range);

    // From now on the service gives other numbers for some days, new and old ones.
    profile.revisedDays = {{profile.today - 1, profile.today}, {profile.today - 5, profile.today - 4}};
    m_harness->simulator.setProfile(profile);
    m_harness->moveTo(1);
    const QString after = m_place.filePath(QStringLiteral("after"));
    QCOMPARE(kindOf(openAndSync(after)), QStringLiteral("ok"));
    m_new = support::readStored(after + QStringLiteral("/cache.db"), m_range);
    QCOMPARE(
        support::firstDifference(m_new, support::reduced(m_harness->simulator.served(), m_range)), QString());
    QVERIFY(!support::firstDifference(m_old, m_new).isEmpty());
}

void TestFailureAccess::everyAccessMayFail_data()
{
    QTest::addColumn<int>("scenario");
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("fromThenOn");
    const auto rows = [](Scenario scenario, const char* name) {
        const auto row = [&](const char* how, FaultPlan::Kind kind, bool fromThenOn) {
            QTest::addRow("%s, %s", name, how)
                << static_cast<int>(scenario) << static_cast<int>(kind) << fromThenOn;
        };
        row("one access fails", FaultPlan::Kind::IoError, false);
        row("the disk breaks", FaultPlan::Kind::IoError, true);
        row("the disk is full for a moment", FaultPlan::Kind::DiskFull, false);
        row("the disk is full", FaultPlan::Kind::DiskFull, true);
        row("one read is short", FaultPlan::Kind::ShortRead, false);
    };
    rows(Scenario::Backfill, "backfill");
    rows(Scenario::Refresh, "refresh");
}

void TestFailureAccess::everyAccessMayFail()
{
    QFETCH(int, scenario);
    QFETCH(int, kind);
    QFETCH(bool, fromThenOn);
    const bool isRefresh = scenario == static_cast<int>(Scenario::Refresh);
    const Served nothing;
    const Served& old = isRefresh ? m_old : nothing;

    QElapsedTimer timer;
    timer.start();
    std::map<QString, int> ends;
    int points = 0;
    int quiet = 0;
    int rebuilt = 0;
    for (int n = 1; quiet < kQuietRuns; ++n) {
        const QString folder = m_place.filePath(QStringLiteral("run"));
        QDir(folder).removeRecursively();
        if (isRefresh) {
            copyFolder(m_before, folder);
        }
        QString where;
        {
            const FaultVfs faults({static_cast<FaultPlan::Kind>(kind), n, fromThenOn}, folder);
            const std::optional<Error> error = openAndSync(folder);
            ++ends[kindOf(error)];
            where = QStringLiteral("access %1 (%2) ended with %3 %4")
                        .arg(n)
                        .arg(faults.firstFailure(), kindOf(error), error ? error->detail : QString());
            quiet = faults.hasFired() ? 0 : quiet + 1;
            points += faults.hasFired() ? 1 : 0;
            QVERIFY2(faults.hasFired() || !error, qPrintable(where));
            QVERIFY2(!error || kindOf(error).startsWith(QLatin1String("store_")), qPrintable(where));
        }
        const QString file = folder + QStringLiteral("/cache.db");
        const Result<void> whole = openAndCheck(file);
        if (!whole) {
            // Only a disk that lies can do this: what it answered was written back. Never unnoticed.
            const bool isLie = static_cast<FaultPlan::Kind>(kind) == FaultPlan::Kind::ShortRead;
            QVERIFY2(isLie && whole.error().kind == ErrorKind::StoreDamaged,
                qPrintable(where + QStringLiteral(": ") + whole.error().detail));
            QFile::remove(app::store::checkNoteOf(file)); // a day later
            const QString again = kindOf(openAndSync(folder));
            QVERIFY2(again == QLatin1String("store_damaged"),
                qPrintable(where + QStringLiteral(": ") + whole.error().detail + again));
            const auto made = app::store::rebuild(folder);
            QVERIFY2(
                made, qPrintable(where + QStringLiteral(": ") + (made ? QString() : made.error().detail)));
            ++rebuilt;
        } else if (QFileInfo(file).size() > 0) {
            const QString mixture = firstMixture(support::readStored(file, m_range), old, m_new);
            QVERIFY2(mixture.isEmpty(), qPrintable(where + QStringLiteral(": ") + mixture));
        } else {
            QVERIFY2(!isRefresh, qPrintable(where));
        }
        // And the next sync puts everything right by itself.
        const std::optional<Error> next = openAndSync(folder);
        QVERIFY2(!next, qPrintable(where + QStringLiteral(", the next with ") + kindOf(next)));
        const QString difference = support::firstDifference(support::readStored(file, m_range), m_new);
        QVERIFY2(difference.isEmpty(), qPrintable(where + QStringLiteral(": ") + difference));
    }
    QString summary;
    for (const auto& [name, count] : ends) {
        summary += QStringLiteral(" %1×%2").arg(name).arg(count);
    }
    qInfo("%d accesses failed, one in each sync, in %.1f s:%s; rebuilt %d times", points,
        double(timer.elapsed()) / 1000.0, qPrintable(summary), rebuilt);
}

QTEST_GUILESS_MAIN(TestFailureAccess)
#include "tst_failure_access.moc"
