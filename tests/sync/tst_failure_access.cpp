// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/FaultVfs.h"
#include "support/TestCase.h"
#include "sync/SyncHarness.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <SQLiteCpp/SQLiteCpp.h>

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

Profile tinyProfile()
{
    Profile profile = *Profile::named(QStringLiteral("default"));
    profile.engineers = qEnvironmentVariableIsSet("THREADCOUNT_LARGE") ? 60 : 5;
    profile.days = 60;
    profile.seed = 11;
    profile.pageCap
        = qEnvironmentVariableIsSet("THREADCOUNT_LARGE") ? 200 : 12; // some windows have several pages
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

/// What SQLite and the tables say about themselves: whole, and every sum and count that of its rows.
QString contradictionIn(const QString& file)
{
    SQLite::Database database(file.toStdString(), SQLite::OPEN_READONLY);
    const std::string whole = database.execAndGet("PRAGMA integrity_check").getString();
    if (whole != "ok") {
        return QString::fromStdString(whole);
    }
    constexpr const char* kMustBeNone[] = {
        "SELECT 'coverage of usage', day FROM coverage c WHERE dataset = 0 AND row_count <>"
        " (SELECT count(*) FROM usage_day f WHERE f.day = c.day)",
        "SELECT 'coverage of workspace usage', day FROM coverage c WHERE dataset = 1 AND row_count <>"
        " (SELECT count(*) FROM workspace_day f WHERE f.day = c.day)",
        "SELECT 'coverage of reviews', day FROM coverage c WHERE dataset = 2 AND row_count <>"
        " (SELECT count(*) FROM review_day f WHERE f.day = c.day)",
        "SELECT 'coverage of responses', day FROM coverage c WHERE dataset = 3 AND row_count <>"
        " (SELECT count(*) FROM review_response_day f WHERE f.day = c.day)",
        "SELECT 'usage without coverage', day FROM usage_day WHERE day NOT IN"
        " (SELECT day FROM coverage WHERE dataset = 0)",
        "SELECT 'total of a day', t.day FROM usage_total_by_day t JOIN (SELECT day, count(*) AS n,"
        " sum(turns) AS turns, sum(total_tokens) AS tokens FROM usage_day GROUP BY day) f ON f.day = t.day"
        " WHERE t.row_count <> f.n OR t.turns <> f.turns OR t.total_tokens IS NOT f.tokens",
        "SELECT 'totals of days', 0 WHERE (SELECT count(*) FROM usage_total_by_day) <>"
        " (SELECT count(DISTINCT day) FROM usage_day)",
        "SELECT 'months', 0 WHERE (SELECT total(turns) FROM usage_by_month) <>"
        " (SELECT total(turns) FROM usage_day)"
        " OR (SELECT total(row_count) FROM usage_by_month) <> (SELECT count(*) FROM usage_day)",
        "SELECT 'engineers', engineer FROM usage_day WHERE engineer NOT IN (SELECT id FROM engineer)",
        "SELECT 'clients', day FROM usage_client c WHERE NOT EXISTS"
        " (SELECT 1 FROM usage_day f WHERE f.day = c.day AND f.engineer = c.engineer)",
        "SELECT 'models', day FROM usage_model m WHERE NOT EXISTS"
        " (SELECT 1 FROM usage_day f WHERE f.day = m.day AND f.engineer = m.engineer)",
    };
    for (const char* sql : kMustBeNone) {
        SQLite::Statement select(database, sql);
        if (select.executeStep()) {
            return QString::fromStdString(select.getColumn(0).getString()) + QLatin1Char(' ')
                + QString::number(select.getColumn(1).getInt());
        }
    }
    return {};
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
    Profile profile = tinyProfile();
    m_harness = std::make_unique<SyncHarness>(profile);
    m_harness->engine.reset();
    m_harness->store.reset();
    m_range = DayRange::endingAt(profile.today, 40);

    m_before = m_place.filePath(QStringLiteral("before"));
    QCOMPARE(kindOf(openAndSync(m_before)), QStringLiteral("ok"));
    m_old = support::readStored(m_before + QStringLiteral("/cache.db"), m_range);

    // From now on the service gives other numbers for some days, new and old ones.
    profile.revisedDays = {{profile.today - 1, profile.today}, {profile.today - 5, profile.today - 4}};
    m_harness->simulator.setProfile(profile);
    m_harness->moveTo(1);
    const QString after = m_place.filePath(QStringLiteral("after"));
    QCOMPARE(kindOf(openAndSync(after)), QStringLiteral("ok"));
    m_new = support::readStored(
        after + QStringLiteral("/cache.db"), m_range.united({profile.today + 1, profile.today + 1}));
    m_range = m_range.united({profile.today + 1, profile.today + 1});
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
    const int step = qEnvironmentVariableIntValue("STEP") > 0 ? qEnvironmentVariableIntValue("STEP") : 1;
    for (int n = 1; quiet < kQuietRuns; n += step) {
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
        if (QFileInfo(file).size() > 0) {
            // Opening for writing first: what a crash left behind is put right by it, as in real life.
            const auto opened = app::store::Database::open(file, app::store::Database::Access::ReadWrite);
            QVERIFY2(opened, qPrintable(where + (opened ? QString() : opened.error().detail)));
            const QString contradiction = contradictionIn(file);
            QVERIFY2(contradiction.isEmpty(), qPrintable(where + QStringLiteral(": ") + contradiction));
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
    qInfo("%d accesses failed one after the other in %.1f s:%s", points, double(timer.elapsed()) / 1000.0,
        qPrintable(summary));
}

QTEST_GUILESS_MAIN(TestFailureAccess)
#include "tst_failure_access.moc"
