// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/DayRange.h"
#include "core/Redaction.h"
#include "core/WorkspaceId.h"
#include "support/TestCase.h"

using namespace app::core;

class TestValues : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void dayGoesToIsoAndBack_data();
    void dayGoesToIsoAndBack();
    void refusesTextThatIsNoDay_data();
    void refusesTextThatIsNoDay();
    void dayOfAnInstantIsTheUtcDay();
    void onlyMidnightsAreDays();
    void rangesCountBothEnds();
    void rangesUniteAndIntersect();
    void workspaceIdIsAUuidInLowerCase();
    void refusesOtherWorkspaceIds_data();
    void refusesOtherWorkspaceIds();
    void masksKeysAndKeepsTheRest_data();
    void masksKeysAndKeepsTheRest();
    void masksEmailsAndKeepsTheRest_data();
    void masksEmailsAndKeepsTheRest();
    void cuttingLeavesNoPartOfASecret_data();
    void cuttingLeavesNoPartOfASecret();
    void redactedTextIsOneShortLine();
};

void TestValues::dayGoesToIsoAndBack_data()
{
    QTest::addColumn<QString>("iso");
    QTest::addColumn<int>("number");
    QTest::newRow("the epoch") << QStringLiteral("1970-01-01") << 0;
    QTest::newRow("a leap day") << QStringLiteral("2024-02-29") << 19'782;
    QTest::newRow("the day of the examples") << QStringLiteral("2026-11-20") << 20'777;
    QTest::newRow("before the epoch") << QStringLiteral("1969-12-31") << -1;
}

void TestValues::dayGoesToIsoAndBack()
{
    QFETCH(QString, iso);
    QFETCH(int, number);
    const auto day = UtcDay::fromIso(iso);
    QVERIFY(day);
    QCOMPARE(day->number(), number);
    QCOMPARE(day->toIso(), iso);
}

void TestValues::refusesTextThatIsNoDay_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"", "2026-1-01", "2026-02-29", "2026-13-01", "20261120", "2026-11-20 ",
             "+026-11-20", "2026/11/20", "heute"}) {
        QTest::newRow(text) << QString::fromLatin1(text);
    }
}

void TestValues::refusesTextThatIsNoDay()
{
    QFETCH(QString, text);
    QVERIFY(!UtcDay::fromIso(text));
}

void TestValues::dayOfAnInstantIsTheUtcDay()
{
    using namespace std::chrono_literals;
    const UtcDay day = UtcDay::fromNumber(20'777);
    QVERIFY(UtcDay::of(day.start()) == day);
    QVERIFY(UtcDay::of(day.end() - 1ms) == day);
    QVERIFY(UtcDay::of(day.end()) == day + 1);
    QVERIFY(UtcDay::of(UtcDay::fromNumber(0).start() - 1ms) == UtcDay::fromNumber(-1));
    QCOMPARE(day.isoWeekday(), 5);
}

void TestValues::onlyMidnightsAreDays()
{
    QCOMPARE(UtcDay::fromMidnight(1'795'132'800)->toIso(), QStringLiteral("2026-11-20"));
    QVERIFY(!UtcDay::fromMidnight(1'795'132'801));
    QVERIFY(!UtcDay::fromMidnight(std::numeric_limits<std::int64_t>::max() / 86'400 * 86'400));
}

void TestValues::rangesCountBothEnds()
{
    const UtcDay today = UtcDay::fromNumber(20'779);
    const DayRange range = DayRange::endingAt(today, 30);
    QCOMPARE(range.length(), 30);
    QVERIFY(range.contains(today));
    QVERIFY(range.contains(today - 29));
    QVERIFY(!range.contains(today - 30));
    QVERIFY(DayRange().isEmpty());
    QCOMPARE(DayRange().length(), 0);
}

void TestValues::rangesUniteAndIntersect()
{
    const auto day = [](int n) { return UtcDay::fromNumber(n); };
    QVERIFY((DayRange{day(1), day(3)}.united({day(7), day(9)}) == DayRange{day(1), day(9)}));
    QVERIFY((DayRange().united({day(7), day(9)}) == DayRange{day(7), day(9)}));
    QVERIFY((DayRange{day(1), day(8)}.intersected({day(7), day(9)}) == DayRange{day(7), day(8)}));
    QVERIFY((DayRange{day(1), day(3)}.intersected({day(7), day(9)}).isEmpty()));
}

void TestValues::workspaceIdIsAUuidInLowerCase()
{
    const auto id = WorkspaceId::parse(u"  1F6F0C1E-6A52-4F0E-9A53-5D1C0D7B9E21\n");
    QVERIFY(id);
    QCOMPARE(id->toString(), QStringLiteral("1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21"));
}

void TestValues::refusesOtherWorkspaceIds_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"", "org-H4ld3nSyst3ms", "1f6f0c1e6a524f0e9a535d1c0d7b9e21",
             "{1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21}", "1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e2g",
             "1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21/..", "../../../../../../../../etc/passwd"}) {
        QTest::newRow(text) << QString::fromLatin1(text);
    }
}

void TestValues::refusesOtherWorkspaceIds()
{
    QFETCH(QString, text);
    QVERIFY(!WorkspaceId::parse(text));
}

void TestValues::masksKeysAndKeepsTheRest_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("masked");
    const auto row = [](const char* name, const char* text, const char* masked) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(masked);
    };
    row("a short sk- key", "Incorrect API key: sk-abc12345.", "Incorrect API key: …2345.");
    row("a long key without prefix", "key=Zx8Qw7Er6Ty5Ui4Op3As2Df1Gh0Jk", "key=…h0Jk");
    row("a bearer header", "Authorization: Bearer Zx8Qw7Er6Ty5Ui4Op3As2Df1Gh0Jk",
        "Authorization: Bearer …h0Jk");
    row("a workspace id stays", "workspace 1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21",
        "workspace 1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21");
    row("a scope name stays", "Missing scopes: codex.enterprise.analytics.read",
        "Missing scopes: codex.enterprise.analytics.read");
    row("plain words stay", "The server had an error.", "The server had an error.");
    row("a key in a path", "GET /v1/sk-test-0123456789abcdef/x", "GET /v1/…cdef/x");
    row("a key behind a dash", "x=--sk-test-01234567", "x=--…4567");
    row("words that hold sk-", "task-force, desk-bound", "task-force, desk-bound");
}

void TestValues::masksEmailsAndKeepsTheRest_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("masked");
    const auto row = [](const char* name, const char* text, const char* masked) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(masked);
    };
    row("alone", "ada@example.com", "…@…");
    row("in a sentence", "The user ada.l+x@mail.example.com, has no seat.", "The user …@…, has no seat.");
    row("in angle brackets", "Ada <ada@example.com>", "Ada <…@…>");
    row("in JSON", "{\"email\":\"ada@example.com\"}", "{\"email\":\"…@…\"}");
    row("in a query", "?actor=ada%40example.com&x=1", "?actor=…@…&x=1");
    row("several", "ada@example.com;bob@example.org", "…@…;…@…");
    row("of other letters", "åsa.öberg@bücher.example said", "…@… said");
    row("an address of a mail program", "mailto:ada@example.com", "…@…");
    row("a sign too many", "x@y@example.com z%40y%40w", "…@… …@…");
    row("a lone sign stays", "4 @ 5, @home, x@ y", "4 @ 5, @home, x@ y");
    row("nothing", "", "");
}

void TestValues::masksEmailsAndKeepsTheRest()
{
    QFETCH(QString, text);
    QFETCH(QString, masked);
    QCOMPARE(maskEmails(text), masked);
    QCOMPARE(maskEmails(masked), masked);
}

void TestValues::cuttingLeavesNoPartOfASecret_data()
{
    QTest::addColumn<QString>("padding");
    QTest::newRow("spaces") << QStringLiteral(" ");
    QTest::newRow("control characters") << QStringLiteral("\n");
    QTest::newRow("characters without a width") << QString(QChar(0x200B));
    QTest::newRow("other keys") << QStringLiteral(",sk-test-00000000000000000000000000000000");
    QTest::newRow("slashes") << QStringLiteral("/");
}

void TestValues::cuttingLeavesNoPartOfASecret()
{
    QFETCH(QString, padding);
    // The cut falls on every letter of them once.
    const QString secrets = QStringLiteral(" Zx8Qw7Er6Ty5Ui4Op3As2Df1Gh0Jk qxqxqx.qxqxqx@example.com");
    for (qsizetype before = 60; before <= 410; ++before) {
        const QString text = padding.repeated(before).left(before) + secrets;
        const QString shown = redacted(text, 100);
        QVERIFY2(!shown.contains(QStringLiteral("Zx8")), qPrintable(shown));
        QVERIFY2(!shown.contains(QStringLiteral("qx")), qPrintable(shown));
    }
}

void TestValues::masksKeysAndKeepsTheRest()
{
    QFETCH(QString, text);
    QFETCH(QString, masked);
    QCOMPARE(maskKeys(text), masked);
}

void TestValues::redactedTextIsOneShortLine()
{
    QCOMPARE(redacted(u"a\r\nb\tc"), QStringLiteral("a b c"));
    const QString longText = QStringLiteral("word ").repeated(500);
    const QString cut = redacted(longText, 100);
    QVERIFY(cut.size() <= 100);
    QVERIFY(cut.endsWith(QChar(0x2026)));
}

QTEST_GUILESS_MAIN(TestValues)
#include "tst_values.moc"
