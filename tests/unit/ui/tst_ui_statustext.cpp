// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/Translations.h"
#include "messages/ErrorText.h"
#include "shell/RangePreset.h"
#include "shell/StatusText.h"
#include "support/FakeClock.h"
#include "support/TestCase.h"

#include <QApplication>
#include <QDateTime>

using namespace ui::shell;
using app::core::DayRange;
using app::core::Error;
using app::core::ErrorKind;
using app::core::Instant;
using app::core::UtcDay;
using app::records::Coverage;
using app::records::DayState;
using app::sync::SyncProgress;
using Kind = ui::common::Pill::Kind;
using State = SyncStatus::State;

namespace {

Instant at(const char* iso)
{
    return Instant(std::chrono::milliseconds(
        QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate).toMSecsSinceEpoch()));
}

const Instant kNow = at("2026-11-19T15:00:00Z");

SyncStatus statusOf(State state)
{
    SyncStatus status;
    status.state = state;
    status.lastSuccessAt = at("2026-11-19T14:05:00Z");
    status.next = at("2026-11-19T18:10:00Z");
    return status;
}

SyncStatus failedWith(ErrorKind kind)
{
    SyncStatus status = statusOf(State::Failed);
    Error error;
    error.kind = kind;
    status.error = error;
    return status;
}

SyncStatus runningIn(SyncProgress::Phase phase, int done, int total)
{
    SyncStatus status = statusOf(State::Running);
    SyncProgress progress;
    progress.phase = phase;
    progress.windowsDone = done;
    progress.windowsTotal = total;
    if (phase == SyncProgress::Phase::Waiting) {
        progress.waitingUntil = at("2026-11-19T15:20:00Z");
    }
    status.progress = progress;
    return status;
}

// One letter a day: F final, P provisional, - missing, x not offered.
Coverage coverageOf(const char* first, const QString& days)
{
    Coverage coverage;
    const UtcDay start = UtcDay::fromIso(QString::fromLatin1(first)).value();
    coverage.range = {start, start + static_cast<int>(days.size()) - 1};
    for (auto& dataset : coverage.perDataset) {
        for (const QChar letter : days) {
            dataset.push_back(letter == u'F' ? DayState::Final
                    : letter == u'P'         ? DayState::Provisional
                    : letter == u'x'         ? DayState::NotOffered
                                             : DayState::Missing);
        }
    }
    return coverage;
}

} // namespace

Q_DECLARE_METATYPE(ui::shell::SyncStatus)

class TestStatusText : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::common::installTranslators(*qApp); }
    void pillSaysTheState_data();
    void pillSaysTheState();
    void stripSaysLastAndNext();
    void coverageCountsEveryKindOfDay_data();
    void coverageCountsEveryKindOfDay();
    void periodSaysRangeAndBasis();
    void periodOfAnotherRangeSaysTheDaysAlone();
    void presetsEndYesterday_data();
    void presetsEndYesterday();
    void shortIdKeepsBothEnds();
    void factsSayEverythingThatIsKnown();
    void factsOfAFailureSayWhyAndWhatToDo();
    void ageFollowsTheClock();
    void everyStateIsToldTruly_data();
    void everyStateIsToldTruly();
};

void TestStatusText::pillSaysTheState_data()
{
    QTest::addColumn<SyncStatus>("status");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const SyncStatus& status, Kind kind, const char* text) {
        QTest::newRow(name) << status << kind << QString::fromLatin1(text);
    };
    using Phase = SyncProgress::Phase;
    SyncStatus never;
    row("never synced", never, Kind::Neutral, "Not synced yet");
    row("synced today", statusOf(State::Idle), Kind::Ok, "Synced 14:05 UTC");
    SyncStatus old = statusOf(State::Idle);
    old.lastSuccessAt = at("2026-11-17T22:00:00Z");
    row("synced on another day", old, Kind::Ok, "Synced 17 Nov 22:00 UTC");
    row("just started", statusOf(State::Running), Kind::Working, "Syncing");
    row("plan not made yet", runningIn(Phase::Preparing, 0, 0), Kind::Working, "Syncing");
    row("fetching", runningIn(Phase::Fetching, 3, 5), Kind::Working, "Syncing, 3 of 5");
    row("waiting inside a run", runningIn(Phase::Waiting, 3, 5), Kind::Warning,
        "Waiting, next try 15:20 UTC");
    row("finishing", runningIn(Phase::Finishing, 5, 5), Kind::Working, "Finishing the sync");
    row("waiting", statusOf(State::Waiting), Kind::Warning, "Waiting, next try 18:10 UTC");
    SyncStatus unknown = statusOf(State::Waiting);
    unknown.next.reset();
    row("waiting without a time", unknown, Kind::Warning, "Waiting to try again");
    row("needs key", statusOf(State::NeedsKey), Kind::Warning, "Needs the key");
    row("key rejected", failedWith(ErrorKind::KeyRejected), Kind::Negative, "Key not accepted");
    row("scope missing", failedWith(ErrorKind::ScopeMissing), Kind::Negative, "Scope missing");
    row("access denied", failedWith(ErrorKind::AccessDenied), Kind::Negative, "Access denied");
    row("offline", failedWith(ErrorKind::Offline), Kind::Neutral, "Offline, data of 14:05 UTC");
    row("throttled", failedWith(ErrorKind::Throttled), Kind::Warning, "Waiting, next try 18:10 UTC");
    row("stopped", failedWith(ErrorKind::Cancelled), Kind::Neutral, "Sync stopped");
    row("another sync", failedWith(ErrorKind::SyncRunning), Kind::Neutral, "Another sync is running");
    row("no key", failedWith(ErrorKind::NoKey), Kind::Warning, "Needs the key");
    row("server trouble", failedWith(ErrorKind::ServiceUnavailable), Kind::Negative, "Sync failed");
    row("disk full", failedWith(ErrorKind::StoreFull), Kind::Negative, "Sync failed");
    row("failed without a cause", statusOf(State::Failed), Kind::Negative, "Sync failed");
}

void TestStatusText::pillSaysTheState()
{
    QFETCH(SyncStatus, status);
    const statustext::PillText pill = statustext::pill(status, kNow);
    QTEST(pill.text, "text");
    QTEST(pill.kind, "kind");
}

void TestStatusText::stripSaysLastAndNext()
{
    SyncStatus status = statusOf(State::Idle);
    QCOMPARE(
        statustext::lastAndNext(status, kNow), QStringLiteral("Last sync 14:05 UTC, next about 18:10 UTC"));
    status.next = at("2026-11-20T02:10:00Z");
    QCOMPARE(statustext::lastAndNext(status, kNow),
        QStringLiteral("Last sync 14:05 UTC, next about 20 Nov 02:10 UTC"));
    status.next = at("2026-11-19T14:59:00Z");
    QCOMPARE(statustext::lastAndNext(status, kNow), QStringLiteral("Last sync 14:05 UTC"));
    status = statusOf(State::NeedsKey);
    QCOMPARE(
        statustext::lastAndNext(status, kNow), QString::fromUtf8("Last sync 14:05 UTC \u00b7 Needs the key"));
    status.state = State::Paused;
    QCOMPARE(statustext::lastAndNext(status, kNow), QString::fromUtf8("Last sync 14:05 UTC \u00b7 Paused"));
    status.state = State::WaitingForScope;
    QCOMPARE(
        statustext::lastAndNext(status, kNow), QStringLiteral("Waiting for the scope, next check 18:10 UTC"));
    status.state = State::NeedsKey;
    status.lastSuccessAt.reset();
    QCOMPARE(statustext::lastAndNext(status, kNow), QStringLiteral("Needs the key"));
    status.state = State::NeverSynced;
    QCOMPARE(statustext::lastAndNext(status, kNow), QStringLiteral("Not synced yet, next about 18:10 UTC"));
}

void TestStatusText::coverageCountsEveryKindOfDay_data()
{
    QTest::addColumn<QString>("days");
    QTest::addColumn<QString>("goalFrom");
    QTest::addColumn<QString>("headline");
    QTest::addColumn<QString>("details");
    QTest::addColumn<bool>("fetchable");
    const auto row = [](const char* name, const char* days, const char* goal, const char* headline,
                         const char* details, bool fetchable) {
        QTest::newRow(name) << QString::fromLatin1(days) << QString::fromLatin1(goal)
                            << QString::fromLatin1(headline) << QString::fromUtf8(details) << fetchable;
    };
    row("all final", "FFFFFFF", "", "7 of 7 days", "7 final", false);
    row("one missing is named", "FFF-FPP", "", "6 of 7 days",
        "4 final \u00b7 2 provisional \u00b7 1 missing (23 Oct)", true);
    row("several missing", "--FFFPP", "", "5 of 7 days", "3 final \u00b7 2 provisional \u00b7 2 missing",
        true);
    row("before the first day asked for", "--FFFPP", "2026-10-22", "5 of 7 days",
        "3 final \u00b7 2 provisional \u00b7 2 not asked for", false);
    row("not offered", "xxFFFFF", "", "5 of 7 days", "5 final \u00b7 2 not offered", false);
    row("nothing yet", "-------", "", "0 of 7 days", "0 final \u00b7 7 missing", true);
    row("one day", "F", "", "1 of 1 day", "1 final", false);
}

void TestStatusText::coverageCountsEveryKindOfDay()
{
    QFETCH(QString, days);
    QFETCH(QString, goalFrom);
    const auto text = statustext::coverage(coverageOf("2026-10-20", days), UtcDay::fromIso(goalFrom));
    QTEST(text.headline, "headline");
    QTEST(text.details, "details");
    QTEST(text.fetchable, "fetchable");
}

void TestStatusText::periodSaysRangeAndBasis()
{
    const Coverage coverage = coverageOf("2026-10-20", QStringLiteral("FFFFFFFFF-FFFFFFFFFFFFFFFFFFPP"));
    QCOMPARE(statustext::period(coverage.range, coverage),
        QString::fromUtf8("20 Oct to 18 Nov 2026, UTC days \u00b7 based on 29 of 30 days, 2 provisional"));
    const Coverage final = coverageOf("2026-10-20", QStringLiteral("FFF"));
    QCOMPARE(statustext::period(final.range, final),
        QString::fromUtf8("20 Oct to 22 Oct 2026, UTC days \u00b7 based on 3 of 3 days"));
}

void TestStatusText::periodOfAnotherRangeSaysTheDaysAlone()
{
    const Coverage coverage = coverageOf("2026-10-20", QStringLiteral("FFF"));
    const DayRange other{coverage.range.first, coverage.range.last + 1};
    QCOMPARE(statustext::period(other, coverage), QStringLiteral("20 Oct to 23 Oct 2026, UTC days"));
}

void TestStatusText::presetsEndYesterday_data()
{
    QTest::addColumn<QString>("now");
    QTest::addColumn<RangePreset>("preset");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    const auto row
        = [](const char* name, const char* now, RangePreset preset, const char* first, const char* last) {
              QTest::newRow(name) << QString::fromLatin1(now) << preset << QString::fromLatin1(first)
                                  << QString::fromLatin1(last);
          };
    row("7 days", "2026-11-19T15:00:00Z", RangePreset::Days7, "2026-11-12", "2026-11-18");
    row("30 days", "2026-11-19T15:00:00Z", RangePreset::Days30, "2026-10-20", "2026-11-18");
    row("90 days", "2026-11-19T15:00:00Z", RangePreset::Days90, "2026-08-21", "2026-11-18");
    row("last second of a day", "2026-11-19T23:59:59Z", RangePreset::Days7, "2026-11-12", "2026-11-18");
    row("first second of the next", "2026-11-20T00:00:00Z", RangePreset::Days7, "2026-11-13", "2026-11-19");
}

void TestStatusText::presetsEndYesterday()
{
    QFETCH(QString, now);
    QFETCH(RangePreset, preset);
    const support::FakeClock clock(at(now.toLatin1().constData()));
    const DayRange range = presetDays(preset, UtcDay::of(clock.now()));
    QTEST(range.first.toIso(), "first");
    QTEST(range.last.toIso(), "last");
    QVERIFY(presetDays(RangePreset::Custom, UtcDay::of(clock.now())).isEmpty());
}

void TestStatusText::shortIdKeepsBothEnds()
{
    QCOMPARE(statustext::shortId(QStringLiteral("1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21")),
        QString::fromUtf8("1f6f0c1e\u20269e21"));
    QCOMPARE(statustext::shortId(QStringLiteral("short")), QStringLiteral("short"));
}

namespace {

QString valueOf(const statustext::SyncFacts& facts, const char* name)
{
    for (const auto& row : facts.rows) {
        if (row.name == QLatin1String(name)) {
            return row.value;
        }
    }
    return {};
}

} // namespace

void TestStatusText::factsSayEverythingThatIsKnown()
{
    SyncStatus status = runningIn(SyncProgress::Phase::Fetching, 3, 5);
    status.progress->rows = 12'345;
    status.progress->requests = 7;
    status.progress->timeLeft = std::chrono::seconds(45);
    status.keyHint = QString::fromUtf8("\u20267QXD");
    const auto running = statustext::facts(status, kNow);
    QCOMPARE(running.headline, QStringLiteral("Syncing, 3 of 5"));
    QVERIFY(running.reason.isEmpty());
    QCOMPARE(valueOf(running, "Parts"), QStringLiteral("3 of 5"));
    QCOMPARE(valueOf(running, "Rows read"), QStringLiteral("12,345"));
    QCOMPARE(valueOf(running, "Requests"), QStringLiteral("7"));
    QCOMPARE(valueOf(running, "Time left"), QString::fromUtf8("about 45\u00A0s"));
    QCOMPARE(valueOf(running, "Last success"), QStringLiteral("14:05 UTC (55 min ago)"));
    QCOMPARE(valueOf(running, "Key"), status.keyHint);
    // While it runs nobody knows when the next one is.
    QVERIFY(valueOf(running, "Next").isEmpty());
    QCOMPARE(statustext::partDone(status).value(), 0.6);

    const SyncStatus idle = statusOf(State::Idle);
    const auto resting = statustext::facts(idle, kNow);
    QCOMPARE(valueOf(resting, "Next"), QStringLiteral("about 18:10 UTC"));
    QCOMPARE(valueOf(resting, "Key"), QStringLiteral("not at hand"));
    QVERIFY(!statustext::partDone(idle));

    SyncStatus never;
    QCOMPARE(valueOf(statustext::facts(never, kNow), "Last success"), QStringLiteral("none yet"));
    QCOMPARE(valueOf(statustext::facts(never, kNow), "Next"), QStringLiteral("not planned"));
}

void TestStatusText::factsOfAFailureSayWhyAndWhatToDo()
{
    SyncStatus failed = failedWith(ErrorKind::ServiceUnavailable);
    failed.error->detail = QStringLiteral("what the server said");
    const auto text = app::messages::describe(*failed.error);
    const auto facts = statustext::facts(failed, kNow);
    QVERIFY(facts.reason.contains(text.whatHappened));
    QVERIFY(facts.reason.contains(text.nextStep));
    QVERIFY(!facts.reason.contains(failed.error->detail));

    // Stopped by the person: nothing went wrong.
    QVERIFY(statustext::facts(failedWith(ErrorKind::Cancelled), kNow).reason.isEmpty());
    QVERIFY(!statustext::facts(statusOf(State::NeedsKey), kNow).reason.isEmpty());
    // Without a key nothing is planned, whatever was planned before.
    QCOMPARE(
        valueOf(statustext::facts(statusOf(State::NeedsKey), kNow), "Next"), QStringLiteral("not planned"));
}

void TestStatusText::ageFollowsTheClock()
{
    const SyncStatus idle = statusOf(State::Idle);
    QCOMPARE(valueOf(statustext::facts(idle, at("2026-11-19T14:05:30Z")), "Last success"),
        QStringLiteral("14:05 UTC (just now)"));
    QCOMPARE(valueOf(statustext::facts(idle, at("2026-11-20T09:05:00Z")), "Last success"),
        QStringLiteral("19 Nov 14:05 UTC (19 h ago)"));
}

void TestStatusText::everyStateIsToldTruly_data()
{
    QTest::addColumn<SyncStatus>("status");
    QTest::addColumn<bool>("plans"); ///< a time that lies ahead is told
    QTest::addColumn<bool>("banner");
    using ui::shell::KeyTrouble;
    const auto row = [](const char* name, SyncStatus status, bool plans, bool banner) {
        // Each with a plan ahead, with one that is over, and with none.
        status.next = at("2026-11-19T18:10:00Z");
        QTest::addRow("%s, next ahead", name) << status << plans << banner;
        status.next = at("2026-11-19T14:59:59Z");
        QTest::addRow("%s, next is over", name) << status << false << banner;
        status.next.reset();
        QTest::addRow("%s, no next", name) << status << false << banner;
    };
    row("never", statusOf(State::NeverSynced), true, false);
    row("idle", statusOf(State::Idle), true, false);
    row("failed", failedWith(ErrorKind::Offline), true, true);
    row("paused", statusOf(State::Paused), false, true);
    SyncStatus waiting = statusOf(State::WaitingForScope);
    row("waiting for the scope", waiting, true, true);
    for (const ErrorKind kind :
        {ErrorKind::KeyRejected, ErrorKind::AccessDenied, ErrorKind::ScopeMissing, ErrorKind::ServiceMoved}) {
        SyncStatus stopped = failedWith(kind);
        stopped.state = State::Stopped;
        row(qPrintable(QStringLiteral("stopped, ") + app::core::errorKindName(kind)), stopped, false, true);
    }
    for (const ErrorKind kind :
        {ErrorKind::StoreDamaged, ErrorKind::StoreTooNew, ErrorKind::StoreFolderRefused}) {
        SyncStatus broken = failedWith(kind);
        broken.state = State::Stopped;
        // It has a page of its own.
        row(qPrintable(QStringLiteral("broken, ") + app::core::errorKindName(kind)), broken, false, false);
    }
    const std::pair<KeyTrouble, bool> troubles[]{{KeyTrouble::SessionEnded, false},
        {KeyTrouble::Disconnected, false}, {KeyTrouble::Lost, false}, {KeyTrouble::Denied, false},
        {KeyTrouble::Locked, true}, {KeyTrouble::Silent, true}, {KeyTrouble::Unavailable, true}};
    for (const auto& [trouble, plans] : troubles) {
        SyncStatus missing = statusOf(State::NeedsKey);
        missing.keyTrouble = trouble;
        row(qPrintable(QStringLiteral("needs the key, %1").arg(static_cast<int>(trouble))), missing, plans,
            true);
    }
}

void TestStatusText::everyStateIsToldTruly()
{
    QFETCH(SyncStatus, status);
    QFETCH(bool, plans);
    QFETCH(bool, banner);
    const auto facts = statustext::facts(status, kNow);
    const QString next
        = status.state == State::WaitingForScope ? valueOf(facts, "Next check") : valueOf(facts, "Next");
    QCOMPARE(next, plans ? QStringLiteral("about 18:10 UTC") : QStringLiteral("not planned"));
    QVERIFY(!statustext::pill(status, kNow).text.isEmpty());
    QVERIFY(!statustext::lastAndNext(status, kNow).isEmpty());
    QVERIFY(plans || !statustext::lastAndNext(status, kNow).contains(QLatin1String("18:10")));
    const auto told = statustext::banner(status, kNow);
    QCOMPARE(told.has_value(), banner);
    QCOMPARE(statustext::isStoreBroken(status), status.state == State::Stopped && !banner);
    if (told) {
        QVERIFY(!told->lead.isEmpty());
        QVERIFY(!told->text.isEmpty());
        QVERIFY(!statustext::actionText(told->action, status).isEmpty());
    }
}

QTEST_MAIN(TestStatusText)

#include "tst_ui_statustext.moc"
