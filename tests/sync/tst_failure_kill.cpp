// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/Integrity.h"
#include "support/TestCase.h"
#include "sync/SyncHarness.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QSignalSpy>
#include <QThread>

#include <SQLiteCpp/SQLiteCpp.h>

#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <random>

using namespace app::core;
using namespace app::records;
using namespace app::simulator;
using namespace app::sync;
using support::SyncHarness;

namespace {

constexpr int kPatienceMs = 60'000;
constexpr int kDays = 30;
const UtcDay kToday = *UtcDay::fromIso(u"2026-11-22");

QString kindOf(const std::optional<Error>& error)
{
    return error ? errorKindName(error->kind) : QStringLiteral("ok");
}

Profile profileOf(int engineers, int pageCap)
{
    Profile profile = *Profile::named(QStringLiteral("default"));
    profile.engineers = engineers;
    profile.days = 100;
    profile.seed = 23;
    profile.pageCap = pageCap;
    profile.today = kToday;
    return profile;
}

SyncRequest days(int count)
{
    SyncRequest request;
    request.days = count;
    return request;
}

QString cacheIn(const QString& folder)
{
    return folder + QStringLiteral("/cache.db");
}

/// One sync into `folder` as a process of its own: this very executable.
void startSync(QProcess& process, const QString& folder, const QUrl& url)
{
    process.start(
        QCoreApplication::applicationFilePath(), {QStringLiteral("--sync"), folder, url.toString()});
}

int syncOnce(const QString& folder, const QUrl& url)
{
    const auto opened = app::store::WorkspaceStore::open(folder);
    if (!opened) {
        puts(qPrintable(kindOf(opened.error())));
        return 1;
    }
    support::FakeClock clock(kToday.start() + std::chrono::hours(10));
    app::sync::SyncEngine engine(
        **opened, clock, Connection{*app::api::BaseUrl::parse(url.toString()), Simulator::workspace(), {}});
    QSignalSpy finished(&engine, &SyncEngine::finished);
    engine.start(days(kDays), std::move(*app::secrets::ApiKey::parse(QStringView(Simulator::acceptedKey()))));
    puts("begun");
    fflush(stdout);
    if (finished.isEmpty() && !finished.wait(600'000)) {
        return 2;
    }
    const auto report = finished.constFirst().constFirst().value<SyncReport>();
    puts(qPrintable(kindOf(report.error)));
    return report.error ? 1 : 0;
}

#ifndef THREADCOUNT_MEASURE

/// Opens for writing like every start, then looks at everything.
QString problemIn(const QString& folder)
{
    if (QFileInfo(cacheIn(folder)).size() == 0) {
        return {};
    }
    const auto opened = app::store::Database::open(cacheIn(folder), app::store::Database::Access::ReadWrite);
    if (!opened) {
        return opened.error().detail;
    }
    const Result<void> whole = app::store::checkIntegrity(**opened);
    return whole ? QString() : whole.error().detail;
}

/// The first dataset and day that is stored and differs from what the service holds; stored is what the
/// coverage says, also a day without rows.
QString firstUntrueDay(const QString& folder, const Served& truth, DayRange range)
{
    if (QFileInfo(cacheIn(folder)).size() == 0) {
        return {};
    }
    const Served stored = support::readStored(cacheIn(folder), range);
    SQLite::Database database(cacheIn(folder).toStdString(), SQLite::OPEN_READONLY);
    SQLite::Statement covered(database, "SELECT dataset, day FROM coverage ORDER BY dataset, day");
    const auto differ = [](const auto& have, const auto& want, UtcDay day) {
        const auto mine = have.find(day);
        const auto theirs = want.find(day);
        const bool isEmpty = mine == have.end() || mine->second.empty();
        return theirs == want.end() || theirs->second.empty() ? !isEmpty
                                                              : isEmpty || !(mine->second == theirs->second);
    };
    while (covered.executeStep()) {
        const auto dataset = static_cast<Dataset>(covered.getColumn(0).getInt());
        const UtcDay day = UtcDay::fromNumber(covered.getColumn(1).getInt());
        if (!range.contains(day)) {
            continue;
        }
        const bool isUntrue = dataset == Dataset::UsagePerEngineer ? differ(stored.usage, truth.usage, day)
            : dataset == Dataset::UsageWorkspace ? differ(stored.workspaceUsage, truth.workspaceUsage, day)
            : dataset == Dataset::CodeReviews    ? differ(stored.reviews, truth.reviews, day)
                                                 : differ(stored.responses, truth.responses, day);
        if (isUntrue) {
            return datasetName(dataset) + QLatin1Char(' ') + day.toIso();
        }
    }
    return {};
}

/// A file system of that size that vanishes with the object; not there where mounting is not allowed.
class SmallDisk
{
public:
    SmallDisk(const QString& folder, int megabytes)
        : m_folder(QFile::encodeName(folder))
    {
        QDir().mkpath(folder);
        const QByteArray options = "mode=0700,size=" + QByteArray::number(megabytes) + "m";
        m_isMounted = ::mount("tmpfs", m_folder.constData(), "tmpfs", 0, options.constData()) == 0;
    }
    ~SmallDisk()
    {
        if (m_isMounted) {
            ::umount2(m_folder.constData(), MNT_DETACH);
        }
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    [[nodiscard]] bool isMounted() const { return m_isMounted; }
    [[nodiscard]] bool resize(int megabytes) const
    {
        const QByteArray options = "size=" + QByteArray::number(megabytes) + "m";
        return ::mount("tmpfs", m_folder.constData(), "tmpfs", MS_REMOUNT, options.constData()) == 0;
    }

private:
    QByteArray m_folder;
    bool m_isMounted = false;
};

#endif

} // namespace

/// The whole process is killed, the disk is really full, the cache is really locked. The next sync brings
/// the store to what the service holds, by itself.
class TestFailureKill : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
#ifdef THREADCOUNT_MEASURE
    void anInterruptedBackfillIsNotBegunAnew();
#else
    void killedAtRandomPoints();
    void aFullDisk();
    void lockedByAnotherProcess();
    void lockedAndThenFree();
#endif
};

#ifndef THREADCOUNT_MEASURE

void TestFailureKill::killedAtRandomPoints()
{
    constexpr int kBackfills = 10;
    std::uint32_t seed = std::random_device()();
    if (qEnvironmentVariableIsSet("THREADCOUNT_TEST_SEED")) {
        seed = qEnvironmentVariable("THREADCOUNT_TEST_SEED").toUInt();
    }
    std::mt19937 random(seed);
    SimulatorThread simulator(profileOf(60, 90));
    const auto url = simulator.start();
    QVERIFY(url);
    const DayRange range = DayRange::endingAt(kToday, kDays);
    QTemporaryDir place;

    // What is true, and how long it takes undisturbed.
    const QString undisturbed = place.filePath(QStringLiteral("undisturbed"));
    QElapsedTimer timer;
    QProcess whole;
    startSync(whole, undisturbed, *url);
    QVERIFY(whole.waitForReadyRead(kPatienceMs));
    timer.start();
    QVERIFY(whole.waitForFinished(kPatienceMs));
    QCOMPARE(whole.exitCode(), 0);
    const auto length = static_cast<unsigned>(timer.elapsed()) + 1;
    const Served truth = support::reduced(simulator.served(), range);
    QCOMPARE(support::firstDifference(support::readStored(cacheIn(undisturbed), range), truth), QString());

    int kills = 0;
    int partly = 0;
    for (int backfill = 0; backfill < kBackfills; ++backfill) {
        const QString folder = place.filePath(QStringLiteral("killed-%1").arg(backfill));
        // Killed four times, then left alone. Half of them are refreshes by the end of it.
        for (int round = 0; round < 4; ++round) {
            QProcess process;
            startSync(process, folder, *url);
            QVERIFY(process.waitForReadyRead(kPatienceMs));
            QThread::msleep(random() % length);
            const bool isRunning = !process.waitForFinished(0) && process.state() == QProcess::Running;
            if (isRunning) {
                process.kill();
                QVERIFY(process.waitForFinished(kPatienceMs));
            }
            kills += isRunning ? 1 : 0;
            const QString where
                = QStringLiteral("seed %1, backfill %2, kill %3: ").arg(seed).arg(backfill).arg(round);
            const QString problem = problemIn(folder);
            QVERIFY2(problem.isEmpty(), qPrintable(where + problem));
            const QString untrue = firstUntrueDay(folder, truth, range);
            QVERIFY2(untrue.isEmpty(), qPrintable(where + untrue));
            partly += support::firstDifference(support::readStored(cacheIn(folder), range), truth).isEmpty()
                ? 0
                : 1;
        }
        QProcess process;
        startSync(process, folder, *url);
        QVERIFY(process.waitForFinished(kPatienceMs));
        QCOMPARE(process.exitCode(), 0);
        QCOMPARE(support::firstDifference(support::readStored(cacheIn(folder), range), truth), QString());
    }
    qInfo("seed %u: %d kills of a sync that takes %u ms, %d of them left days to fetch", seed, kills, length,
        partly);
    QVERIFY(kills >= kBackfills);
}

void TestFailureKill::aFullDisk()
{
    QTemporaryDir place;
    const QString folder = place.filePath(QStringLiteral("small"));
    const SmallDisk disk(folder, 1);
    if (!disk.isMounted()) {
        QSKIP("mounting a small tmpfs is not allowed here; the shim's full disk is tested everywhere");
    }
    SimulatorThread simulator(profileOf(400, 3'000));
    const auto url = simulator.start();
    QVERIFY(url);
    const DayRange range = DayRange::endingAt(kToday, kDays);
    Served truth;
    {
        const QString elsewhere = place.filePath(QStringLiteral("large"));
        QProcess process;
        startSync(process, elsewhere, *url);
        QVERIFY(process.waitForFinished(kPatienceMs));
        QCOMPARE(process.exitCode(), 0);
        truth = support::reduced(simulator.served(), range);
        QVERIFY(QFileInfo(cacheIn(elsewhere)).size() > 2'000'000);
    }
    int full = 0;
    for (int megabytes = 1; megabytes < 40; ++megabytes) {
        QVERIFY(disk.resize(megabytes));
        QProcess process;
        startSync(process, folder, *url);
        QVERIFY(process.waitForFinished(kPatienceMs));
        const QString end = QString::fromLatin1(process.readAllStandardOutput().trimmed().split('\n').last());
        const QString problem = problemIn(folder);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        const QString untrue = firstUntrueDay(folder, truth, range);
        QVERIFY2(untrue.isEmpty(), qPrintable(untrue));
        if (process.exitCode() == 0) {
            break;
        }
        QVERIFY2(end == QStringLiteral("store_full"),
            qPrintable(QStringLiteral("it ended with \"%1\" (exit %2): %3")
                           .arg(end)
                           .arg(process.exitCode())
                           .arg(QString::fromLocal8Bit(process.readAllStandardError().right(4000)))));
        ++full;
    }
    QVERIFY(full > 0);
    QCOMPARE(support::firstDifference(support::readStored(cacheIn(folder), range), truth), QString());
    qInfo("%d syncs found a disk of 1 to %d MB full", full, full);
}

void TestFailureKill::lockedByAnotherProcess()
{
    SyncHarness harness(profileOf(10, 1'000));
    QCOMPARE(kindOf(harness.sync(days(kDays)).error), QStringLiteral("ok"));
    const QByteArray before = harness.fingerprint();
    QProcess other;
    other.start(QCoreApplication::applicationFilePath(),
        {QStringLiteral("--hold"), harness.store->databaseFile(), QStringLiteral("0")});
    QVERIFY(other.waitForReadyRead(kPatienceMs));

    const SyncReport refused = harness.sync();

    QCOMPARE(kindOf(refused.error), QStringLiteral("store_failed"));
    QVERIFY2(refused.error->detail.contains(QLatin1String("locked")), qPrintable(refused.error->detail));
    QCOMPARE(harness.fingerprint(), before);
    other.kill();
    QVERIFY(other.waitForFinished());
    QCOMPARE(kindOf(harness.sync().error), QStringLiteral("ok"));
    QCOMPARE(harness.differenceToServed(DayRange::endingAt(kToday, kDays)), QString());
}

void TestFailureKill::lockedAndThenFree()
{
    // A backup program that holds the cache for a second delays a sync and nothing else.
    SyncHarness harness(profileOf(10, 1'000));
    QProcess other;
    other.start(QCoreApplication::applicationFilePath(),
        {QStringLiteral("--hold"), harness.store->databaseFile(), QStringLiteral("1500")});
    QVERIFY(other.waitForReadyRead(kPatienceMs));
    QCOMPARE(kindOf(harness.sync(days(kDays)).error), QStringLiteral("ok"));
    QTRY_COMPARE(other.state(), QProcess::NotRunning);
    QCOMPARE(harness.differenceToServed(DayRange::endingAt(kToday, kDays)), QString());
}

#else

void TestFailureKill::anInterruptedBackfillIsNotBegunAnew()
{
    // 1,000 engineers, 30 days, each process timed from its start to its end.
    SimulatorThread simulator(profileOf(1'000, 30'000));
    const auto url = simulator.start();
    QVERIFY(url);
    QTemporaryDir place;
    const DayRange range = DayRange::endingAt(kToday, kDays);
    std::vector<double> uninterrupted;
    std::vector<double> afterRestart;
    std::vector<double> beforeKill;
    for (int run = 0; run < 5; ++run) {
        QElapsedTimer timer;
        {
            QProcess process;
            timer.start();
            startSync(process, place.filePath(QStringLiteral("whole-%1").arg(run)), *url);
            QVERIFY(process.waitForFinished(600'000));
            QCOMPARE(process.exitCode(), 0);
            uninterrupted.push_back(double(timer.elapsed()) / 1000.0);
        }
        const QString folder = place.filePath(QStringLiteral("killed-%1").arg(run));
        {
            QProcess process;
            timer.start();
            startSync(process, folder, *url);
            QVERIFY(process.waitForReadyRead(kPatienceMs));
            QThread::msleep(static_cast<unsigned long>(uninterrupted.back() * 1000.0 / 2));
            process.kill();
            process.waitForFinished();
            beforeKill.push_back(double(timer.elapsed()) / 1000.0);
        }
        {
            QProcess process;
            timer.start();
            startSync(process, folder, *url);
            QVERIFY(process.waitForFinished(600'000));
            QCOMPARE(process.exitCode(), 0);
            afterRestart.push_back(double(timer.elapsed()) / 1000.0);
        }
        QCOMPARE(support::firstDifference(support::readStored(cacheIn(folder), range),
                     support::reduced(simulator.served(), range)),
            QString());
    }
    const auto median = [](std::vector<double> values) {
        std::sort(values.begin(), values.end());
        return values[values.size() / 2];
    };
    qInfo("1,000 engineers, 30 days, median of 5: uninterrupted %.2f s; killed after %.2f s, then %.2f s to "
          "finish",
        median(uninterrupted), median(beforeKill), median(afterRestart));
}

#endif

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 4 && qstrcmp(argv[1], "--sync") == 0) {
        return syncOnce(QFile::decodeName(argv[2]), QUrl(QString::fromLatin1(argv[3])));
    }
    if (argc == 4 && qstrcmp(argv[1], "--hold") == 0) {
        // A transaction that keeps all writers out, for so many milliseconds or until it is killed.
        SQLite::Database database(argv[2], SQLite::OPEN_READWRITE);
        database.exec("BEGIN EXCLUSIVE");
        puts("held");
        fflush(stdout);
        const unsigned milliseconds = QByteArray(argv[3]).toUInt();
        if (milliseconds == 0) {
            ::pause();
        }
        ::usleep(milliseconds * 1'000);
        return 0;
    }
    TestFailureKill test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_failure_kill.moc"
