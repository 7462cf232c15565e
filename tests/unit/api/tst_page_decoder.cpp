// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "api/JsonNumber.h"
#include "api/PageDecoder.h"
#include "support/TestCase.h"

#include <QFile>
#include <QRegularExpression>

#include <cmath>
#include <limits>
#include <random>

using namespace app::api;
using namespace app::core;
using namespace app::records;

namespace {

QByteArray fixture(const char* name)
{
    QFile file(QStringLiteral(THREADCOUNT_TEST_DATA "/api/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A usage row that can be spoiled: `%totals` and `%more` are replaced.
QByteArray usageRow(
    const QByteArray& totals = R"("threads":1,"turns":2,"credits":3)", const QByteArray& more = {})
{
    return R"({"start_time":1795132800,"end_time":1795219200,"user_id":"u1","totals":{)" + totals + "}" + more
        + "}";
}

QByteArray pageOf(const QByteArray& rows, const QByteArray& tail = R"("has_more":false,"next_page":null)")
{
    return R"({"object":"page","data":[)" + rows + "]," + tail + "}";
}

QString nested(int depth)
{
    return QStringLiteral("[").repeated(depth) + QStringLiteral("]").repeated(depth);
}

void addText(const char* name, const QByteArray& body, const char* detail)
{
    QTest::newRow(name) << body << QString::fromUtf8(detail);
}

} // namespace

class TestPageDecoder : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void decodesTheUsageExample();
    void decodesTheWorkspaceUsageExample();
    void decodesTheCodeReviewsExample();
    void decodesTheResponsesExample();
    void decodesTheSameWithoutSpareBytes();

    void readsWholeNumbersExactly_data();
    void readsWholeNumbersExactly();
    void readsAmounts_data();
    void readsAmounts();
    void acceptsEverySpellingOfANumber_data();
    void acceptsEverySpellingOfANumber();

    void toleratesWhatItDoesNotKnow_data();
    void toleratesWhatItDoesNotKnow();
    void fieldsMayComeInAnyOrder();
    void keepsUnknownEnumValuesVerbatim();
    void readsEscapedTextAndEscapedNames();
    void choosesTheIdentity_data();
    void choosesTheIdentity();
    void nullAndAbsentAreNotZero();
    void readsOnlyTheFlatAttribution_data();
    void readsOnlyTheFlatAttribution();
    void reviewRowsMayCarryAnIdentity();

    void namesRowFieldAndTypeOfABadUsageRow_data();
    void namesRowFieldAndTypeOfABadUsageRow();
    void namesWhatIsWrongInReviewRows_data();
    void namesWhatIsWrongInReviewRows();
    void refusesBadEnvelopes_data();
    void refusesBadEnvelopes();
    void neverRepeatsTheValue();
    void aCutBodyIsTruncatedWhereverItIsCut();
    void aCutBodyIsTruncatedEvenWhenItsRowsAreBad();

    void survivesDamagedBodies();

    void envelopeCountsRowsWithoutLookingAtThem();
    void emptyCursorIsNoCursor_data();
    void emptyCursorIsNoCursor();
    void hashesTheBytesOfRowsWithoutUser();
    void nothingButTheAllowListIsKept();
};

void TestPageDecoder::decodesTheUsageExample()
{
    const auto page = decodeUsage(fixture("usage.json"));
    QVERIFY2(page, qPrintable(page ? QString() : page.error().detail));
    QCOMPARE(page->envelope.hasMore, true);
    QVERIFY(page->envelope.nextPage == "c2ltLXBhZ2UtMg");
    QCOMPARE(page->envelope.rowCount, 2);
    QCOMPARE(page->rows.size(), std::size_t{2});

    const UsageRow& aster = page->rows[0];
    QCOMPARE(aster.day.toIso(), QStringLiteral("2026-11-20"));
    QVERIFY((aster.identity == Identity{"user-Sim0001Aster", "aster.quill@example.com", "ACCOUNT_USER"}));
    QCOMPARE(aster.threads, 5);
    QCOMPARE(aster.turns, 30);
    QVERIFY((aster.costs == Costs{122.93, std::nullopt, 4.9172}));
    QVERIFY((aster.tokens == Tokens{480000, 2160000, 70000, 2710000}));
    QVERIFY(aster.linesAdded == 412);
    QVERIFY(aster.linesRemoved == 77);
    QCOMPARE(aster.clients.size(), std::size_t{2});
    QVERIFY((aster.clients[0]
        == ClientUsage{"CODEX_CLI", 3, 21, {80.0, std::nullopt, 3.2}, {300000, 1400000, 45000, 1745000}}));
    QVERIFY((aster.clients[1]
        == ClientUsage{
            "CODEX_IDE_VSCODE", 2, 9, {42.93, std::nullopt, 1.7172}, {180000, 760000, 25000, 965000}}));
    QCOMPARE(aster.models.size(), std::size_t{2});
    QVERIFY((aster.models[0]
        == ModelUsage{"gpt-5.5", "standard", {120.0, std::nullopt, 4.8}, {400000, 2000000, 60000, 2460000}}));
    QVERIFY((aster.models[1]
        == ModelUsage{
            "gpt-5.4-mini", std::nullopt, {2.93, std::nullopt, 0.1172}, {80000, 160000, 10000, 250000}}));
    QCOMPARE(aster.bytesHash, std::uint64_t{0});

    const UsageRow& birch = page->rows[1];
    QCOMPARE(birch.day.toIso(), QStringLiteral("2026-11-20"));
    QVERIFY((birch.identity == Identity{"user-Sim0002Birch", std::nullopt, "ACCOUNT_USER"}));
    QCOMPARE(birch.threads, 1);
    QCOMPARE(birch.turns, 6);
    QVERIFY((birch.costs == Costs{29.5, std::nullopt, 1.18}));
    QVERIFY((birch.tokens == Tokens{200000, 800000, 32000, 1032000}));
    QVERIFY(!birch.linesAdded);
    QVERIFY(!birch.linesRemoved);
    QCOMPARE(birch.clients.size(), std::size_t{1});
    QVERIFY((birch.clients[0]
        == ClientUsage{"CODEX_WEB", 1, 6, {29.5, std::nullopt, 1.18}, {200000, 800000, 32000, 1032000}}));
    QVERIFY(birch.models.empty());
}

void TestPageDecoder::decodesTheWorkspaceUsageExample()
{
    const auto page = decodeUsage(fixture("usage_workspace.json"));
    QVERIFY2(page, qPrintable(page ? QString() : page.error().detail));
    QCOMPARE(page->envelope.hasMore, false);
    QVERIFY(!page->envelope.nextPage);
    QCOMPARE(page->rows.size(), std::size_t{1});

    const UsageRow& row = page->rows[0];
    QCOMPARE(row.day.toIso(), QStringLiteral("2026-11-20"));
    QVERIFY(row.identity == Identity{});
    QCOMPARE(row.threads, 6);
    QCOMPARE(row.turns, 36);
    QVERIFY((row.costs == Costs{152.43, std::nullopt, 6.0972}));
    QVERIFY((row.tokens == Tokens{680000, 2960000, 102000, 3742000}));
    QVERIFY(row.linesAdded == 412);
    QVERIFY(!row.linesRemoved);
    QCOMPARE(row.clients.size(), std::size_t{3});
    QVERIFY((row.clients[0]
        == ClientUsage{"CODEX_CLI", 3, 21, {80.0, std::nullopt, 3.2}, {300000, 1400000, 45000, 1745000}}));
    QVERIFY((row.clients[1]
        == ClientUsage{
            "CODEX_IDE_VSCODE", 2, 9, {42.93, std::nullopt, 1.7172}, {180000, 760000, 25000, 965000}}));
    QVERIFY((row.clients[2]
        == ClientUsage{"CODEX_WEB", 1, 6, {29.5, std::nullopt, 1.18}, {200000, 800000, 32000, 1032000}}));
    QCOMPARE(row.models.size(), std::size_t{3});
    QVERIFY((row.models[0] == ModelUsage{"gpt-5.5", "standard", {120.0, std::nullopt, 4.8}, {}}));
    QVERIFY((row.models[1] == ModelUsage{"gpt-5.4", "standard", {29.5, std::nullopt, 1.18}, {}}));
    QVERIFY((row.models[2] == ModelUsage{"gpt-5.4-mini", std::nullopt, {2.93, std::nullopt, 0.1172}, {}}));
    QVERIFY(row.bytesHash != 0);
}

void TestPageDecoder::decodesTheCodeReviewsExample()
{
    const auto page = decodeReviews(fixture("code_reviews.json"));
    QVERIFY2(page, qPrintable(page ? QString() : page.error().detail));
    QCOMPARE(page->envelope.hasMore, false);
    QVERIFY(!page->envelope.nextPage);
    QCOMPARE(page->envelope.rowCount, 2);
    QCOMPARE(page->rows.size(), std::size_t{2});

    QCOMPARE(page->rows[0].day.toIso(), QStringLiteral("2026-11-19"));
    QVERIFY(page->rows[0].identity == Identity{});
    QCOMPARE(page->rows[0].pullRequestReviews, 14);
    QCOMPARE(page->rows[0].comments, 37);
    QVERIFY(page->rows[0].p0 == 2);
    QVERIFY(page->rows[0].p1 == 11);
    QVERIFY(page->rows[0].p2 == 24);

    QCOMPARE(page->rows[1].day.toIso(), QStringLiteral("2026-11-20"));
    QCOMPARE(page->rows[1].pullRequestReviews, 18);
    QCOMPARE(page->rows[1].comments, 52);
    QVERIFY(page->rows[1].p0 == 1);
    QVERIFY(page->rows[1].p1 == 15);
    QVERIFY(page->rows[1].p2 == 36);
    QVERIFY(page->rows[0].bytesHash != page->rows[1].bytesHash);
}

void TestPageDecoder::decodesTheResponsesExample()
{
    const auto page = decodeReviewResponses(fixture("code_review_responses.json"));
    QVERIFY2(page, qPrintable(page ? QString() : page.error().detail));
    QCOMPARE(page->envelope.hasMore, false);
    QVERIFY(!page->envelope.nextPage);
    QCOMPARE(page->rows.size(), std::size_t{1});

    const ReviewResponseRow& row = page->rows[0];
    QCOMPARE(row.day.toIso(), QStringLiteral("2026-11-19"));
    QVERIFY(row.identity == Identity{});
    QCOMPARE(row.pullRequestReviews, 12);
    QCOMPARE(row.comments, 31);
    QCOMPARE(row.replies, 9);
    QCOMPARE(row.reactions, 17);
    QVERIFY(row.upvotes == 12);
    QVERIFY(row.downvotes == 3);
    QVERIFY(row.otherReactions == 2);
    QVERIFY(row.engaged == 19);
    QVERIFY(row.reacted == 14);
    QVERIFY(row.upvoted == 11);
    QVERIFY(row.downvoted == 3);
    QVERIFY(row.reactedOther == 2);
    QVERIFY(row.replied == 8);
}

void TestPageDecoder::decodesTheSameWithoutSpareBytes()
{
    const QByteArray text = fixture("usage.json");
    const QByteArray tight = QByteArray::fromRawData(text.constData(), text.size());
    QByteArray roomy;
    roomy.reserve(text.size() + 1024);
    roomy += text;

    const auto fromTight = decodeUsage(tight);
    const auto fromRoomy = decodeUsage(roomy);
    QVERIFY(fromTight);
    QVERIFY(fromRoomy);
    QCOMPARE(fromTight->rows.size(), fromRoomy->rows.size());
    QVERIFY(fromTight->rows[1].clients == fromRoomy->rows[1].clients);
    QVERIFY(fromTight->rows[0].models == fromRoomy->rows[0].models);
}

void TestPageDecoder::readsWholeNumbersExactly_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("fault");
    QTest::addColumn<qint64>("value");
    const auto row = [](const char* text, NumberFault fault, qint64 value = -1) {
        QTest::addRow("'%s'", text) << QByteArray(text) << static_cast<int>(fault) << value;
    };
    row("0", NumberFault::None, 0);
    row("5", NumberFault::None, 5);
    row("5.0", NumberFault::None, 5);
    row("5.000", NumberFault::None, 5);
    row("5e0", NumberFault::None, 5);
    row("5E+3", NumberFault::None, 5000);
    row("5000e-3", NumberFault::None, 5);
    row("1.25e2", NumberFault::None, 125);
    row("-0", NumberFault::None, 0);
    row("-0.0", NumberFault::None, 0);
    row("0e999999999999999999", NumberFault::None, 0);
    row("9007199254740993", NumberFault::None, 9007199254740993);
    row("9007199254740993.0", NumberFault::None, 9007199254740993);
    row("999999999999999999", NumberFault::None, 999999999999999999);
    row("9223372036854775807", NumberFault::None, std::numeric_limits<qint64>::max());
    row("9223372036854775807.0", NumberFault::None, std::numeric_limits<qint64>::max());
    row("9223372036854775808", NumberFault::TooLarge);
    row("18446744073709551616", NumberFault::TooLarge);
    row("1e19", NumberFault::TooLarge);
    row("1e999999999999999999", NumberFault::TooLarge);
    row("5.5", NumberFault::NotWhole);
    row("1e-1", NumberFault::NotWhole);
    row("1e-999999999999999999", NumberFault::NotWhole);
    row("-1", NumberFault::Negative);
    row("-1.5", NumberFault::Negative);
    for (const char* text : {"", " ", "-", "+5", "05", "00", " 5", "5 ", "5.", ".5", "5e", "5e+", "0x10",
             "5,0", "1 000", "NaN", "nan", "Infinity", "-Infinity", "inf", "true", "null", "\xD9\xA5"}) {
        row(text, NumberFault::NotANumber);
    }
}

void TestPageDecoder::readsWholeNumbersExactly()
{
    QFETCH(QByteArray, text);
    QFETCH(int, fault);
    QFETCH(qint64, value);
    std::int64_t read = -1;
    QCOMPARE(
        static_cast<int>(parseWhole({text.constData(), static_cast<std::size_t>(text.size())}, read)), fault);
    QCOMPARE(qint64{read}, value);
}

void TestPageDecoder::readsAmounts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("fault");
    QTest::addColumn<double>("value");
    const auto row = [](const char* text, NumberFault fault, double value = -1) {
        QTest::addRow("'%s'", text) << QByteArray(text) << static_cast<int>(fault) << value;
    };
    row("0", NumberFault::None, 0);
    row("122.93", NumberFault::None, 122.93);
    row("80", NumberFault::None, 80);
    row("1e3", NumberFault::None, 1000);
    row("0.1234567890123456789", NumberFault::None, 0.1234567890123456789);
    row("-0.0", NumberFault::None, 0);
    row("1.7976931348623157e308", NumberFault::None, 1.7976931348623157e308);
    row("1e-400", NumberFault::None, 0);
    row("0.0e999999", NumberFault::None, 0);
    row("1e309", NumberFault::TooLarge);
    row("1e999999999999999999", NumberFault::TooLarge);
    row("-0.01", NumberFault::Negative);
    row("-1e309", NumberFault::Negative);
    for (const char* text : {"", "NaN", "Infinity", "-Infinity", "inf", "nan", "1.", ".1", "+1", "01", "1e",
             "1,5", " 1", "1 ", "0x1p3", "1f"}) {
        row(text, NumberFault::NotANumber);
    }
}

void TestPageDecoder::readsAmounts()
{
    QFETCH(QByteArray, text);
    QFETCH(int, fault);
    QFETCH(double, value);
    double read = -1;
    QCOMPARE(static_cast<int>(parseAmount({text.constData(), static_cast<std::size_t>(text.size())}, read)),
        fault);
    QVERIFY2(read == value && !std::signbit(read) == !std::signbit(value), qPrintable(QString::number(read)));
}

void TestPageDecoder::acceptsEverySpellingOfANumber_data()
{
    QTest::addColumn<QByteArray>("totals");
    QTest::newRow("numbers") << QByteArray(R"("threads":5,"turns":30,"credits":122.5)");
    QTest::newRow("with a fraction of zero") << QByteArray(R"("threads":5.0,"turns":30.00,"credits":122.50)");
    QTest::newRow("in strings") << QByteArray(R"("threads":"5","turns":"30","credits":"122.5")");
    QTest::newRow("fractions in strings")
        << QByteArray(R"("threads":"5.0","turns":"30.0","credits":"1.225e2")");
    QTest::newRow("with white space")
        << QByteArray("\"threads\" : 5 ,\n \"turns\":\t30\r\n, \"credits\" :122.5 ");
}

void TestPageDecoder::acceptsEverySpellingOfANumber()
{
    QFETCH(QByteArray, totals);
    const auto page = decodeUsage(pageOf(usageRow(totals)));
    QVERIFY2(page, qPrintable(page ? QString() : page.error().detail));
    QCOMPARE(page->rows[0].threads, 5);
    QCOMPARE(page->rows[0].turns, 30);
    QVERIFY(page->rows[0].costs.credits == 122.5);
}

void TestPageDecoder::toleratesWhatItDoesNotKnow_data()
{
    QTest::addColumn<QByteArray>("body");
    const QByteArray totals = R"("threads":1,"turns":2,"credits":3)";
    QTest::newRow("unknown fields of the page")
        << pageOf(usageRow(), R"("has_more":false,"took_ms":5,"links":{"next":[1,{"a":null}]})");
    QTest::newRow("unknown fields of a row")
        << pageOf(usageRow(totals, R"(,"prompt":"hi","x":[[],{}],"y":{"totals":9})"));
    QTest::newRow("unknown fields of totals")
        << pageOf(usageRow(totals + R"(,"seconds":-5.5,"z":"\ud83d\ude00")"));
    QTest::newRow("unknown fields of a surface")
        << pageOf(usageRow(totals, R"(,"clients":[{"os":{"name":"x"},"client_id":"CODEX_CLI","v":1e999}])"));
    QTest::newRow("an actor without anything known") << pageOf(usageRow(totals, R"(,"actor":{"team":7})"));
    QTest::newRow("a deep field that is skipped")
        << pageOf(usageRow(totals, R"(,"deep":)" + nested(100'000).toLatin1()));
    QTest::newRow("no surfaces, no models") << pageOf(usageRow(totals, R"(,"clients":[],"models":[])"));
    QTest::newRow("white space everywhere")
        << QByteArray(" \n\t{ \"data\" : [ " + usageRow() + " ] , \"has_more\" : false } \r\n");
    QTest::newRow("another discriminator") << QByteArray(pageOf(usageRow())).replace("\"page\"", "\"list\"");
}

void TestPageDecoder::toleratesWhatItDoesNotKnow()
{
    QFETCH(QByteArray, body);
    const auto page = decodeUsage(body);
    QVERIFY2(page, qPrintable(page ? QString() : page.error().detail));
    QCOMPARE(page->rows.size(), std::size_t{1});
    QCOMPARE(page->rows[0].threads, 1);
    QCOMPARE(page->rows[0].turns, 2);
    QVERIFY(page->rows[0].costs.credits == 3.0);
    QVERIFY(page->rows[0].identity.userId == "u1");
}

void TestPageDecoder::fieldsMayComeInAnyOrder()
{
    const auto page = decodeUsage(
        R"({"next_page":"n","has_more":true,"data":[{"models":[{"credits":1,"speed":"fast","model":"m"}],)"
        R"("clients":[{"text_total_tokens":9,"turns":8,"client_id":"c","threads":7}],)"
        R"("totals":{"text_total_tokens":6,"credits":5,"turns":4,"threads":3},)"
        R"("actor":{"email":"e","user_id":"u","type":"t"},"end_time":86400,"start_time":0}],"object":"page"})");
    QVERIFY2(page, qPrintable(page ? QString() : page.error().detail));
    QVERIFY(page->envelope.hasMore);
    QVERIFY(page->envelope.nextPage == "n");
    const UsageRow& row = page->rows.at(0);
    QCOMPARE(row.day.number(), 0);
    QVERIFY((row.identity == Identity{"u", "e", "t"}));
    QCOMPARE(row.threads, 3);
    QCOMPARE(row.turns, 4);
    QVERIFY(row.costs.credits == 5.0);
    QVERIFY(row.tokens.total == 6);
    QVERIFY((row.clients.at(0) == ClientUsage{"c", 7, 8, {}, {std::nullopt, std::nullopt, std::nullopt, 9}}));
    QVERIFY((row.models.at(0) == ModelUsage{"m", "fast", {1.0, std::nullopt, std::nullopt}, {}}));
}

void TestPageDecoder::keepsUnknownEnumValuesVerbatim()
{
    const auto page = decodeUsage(pageOf(usageRow(R"("threads":1,"turns":2,"credits":3)",
        R"(,"actor":{"type":"ROBOT_9"},"clients":[{"client_id":"CODEX_TOASTER"}],)"
        R"("models":[{"model":"other","speed":"warp"},{"model":"other","speed":"slow"}])")));
    QVERIFY(page);
    QVERIFY(page->rows[0].identity.actorType == "ROBOT_9");
    QVERIFY(page->rows[0].clients[0].clientId == "CODEX_TOASTER");
    QVERIFY(page->rows[0].models[0].speed == "warp");
    QVERIFY(page->rows[0].models[1].speed == "slow");
}

void TestPageDecoder::readsEscapedTextAndEscapedNames()
{
    const auto page = decodeUsage(pageOf(usageRow(R"("thr\u0065ads":41,"turns":2,"credits":3)",
        R"(,"actor":{"email":"j\u00f6rg\"\\\ud83d\ude00@example.com","user_id":"größe"})")));
    QVERIFY2(page, qPrintable(page ? QString() : page.error().detail));
    QCOMPARE(page->rows[0].threads, 41);
    QCOMPARE(QByteArray::fromStdString(*page->rows[0].identity.email), QByteArray("jörg\"\\😀@example.com"));
    QCOMPARE(QByteArray::fromStdString(*page->rows[0].identity.userId), QByteArray("größe"));
}

void TestPageDecoder::choosesTheIdentity_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QByteArray>("userId");
    QTest::addColumn<QByteArray>("email");
    const auto row = [](const char* name, const char* members, const char* userId, const char* email) {
        QTest::newRow(name) << QByteArray(members) << QByteArray(userId) << QByteArray(email);
    };
    row("the actor wins", R"("user_id":"top","email":"top@x","actor":{"user_id":"in","email":"in@x"})", "in",
        "in@x");
    row("whatever comes first", R"("actor":{"user_id":"in","email":"in@x"},"user_id":"top","email":"top@x")",
        "in", "in@x");
    row("else the top level", R"("user_id":"top","email":"top@x","actor":{})", "top", "top@x");
    row("a null in the actor counts as absent",
        R"("user_id":"top","email":"top@x","actor":{"user_id":null,"email":null})", "top", "top@x");
    row("an empty text counts as absent",
        R"("user_id":"top","email":"top@x","actor":{"user_id":"","email":""})", "top", "top@x");
    row("no actor", R"("user_id":"top","actor":null)", "top", "");
    row("nobody", R"("user_id":null,"actor":null)", "", "");
    row("nobody, empty", R"("user_id":"","actor":{"user_id":""},"email":"")", "", "");
    row("nothing at all", R"("x":1)", "", "");
}

void TestPageDecoder::choosesTheIdentity()
{
    QFETCH(QByteArray, members);
    QFETCH(QByteArray, userId);
    QFETCH(QByteArray, email);
    const auto page = decodeUsage(pageOf(R"({"start_time":0,"end_time":86400,)" + members
        + R"(,"totals":{"threads":1,"turns":1,"credits":null}})"));
    QVERIFY2(page, qPrintable(page ? QString() : page.error().detail));
    const Identity& identity = page->rows[0].identity;
    QCOMPARE(identity.userId.has_value(), !userId.isEmpty());
    QCOMPARE(QByteArray::fromStdString(identity.userId.value_or("")), userId);
    QCOMPARE(identity.email.has_value(), !email.isEmpty());
    QCOMPARE(QByteArray::fromStdString(identity.email.value_or("")), email);
}

void TestPageDecoder::nullAndAbsentAreNotZero()
{
    const auto page = decodeUsage(pageOf(usageRow(
        R"("threads":0,"turns":0,"credits":null,"cost_usd":0,"uncached_text_input_tokens":0,"cached_text_input_tokens":null)",
        R"(,"clients":null,"models":null,"code_attribution":null)")));
    QVERIFY(page);
    const UsageRow& row = page->rows[0];
    QVERIFY((row.costs == Costs{std::nullopt, 0.0, std::nullopt}));
    QVERIFY((row.tokens == Tokens{0, std::nullopt, std::nullopt, std::nullopt}));
    QVERIFY(row.clients.empty());
    QVERIFY(row.models.empty());
    QVERIFY(!row.linesAdded);
}

void TestPageDecoder::readsOnlyTheFlatAttribution_data()
{
    QTest::addColumn<QByteArray>("block");
    QTest::addColumn<int>("added");
    QTest::addColumn<int>("removed");
    const auto row = [](const char* name, const char* block, int added, int removed) {
        QTest::newRow(name) << QByteArray(block) << added << removed;
    };
    row("flat", R"({"lines_added":412,"lines_removed":77})", 412, 77);
    row("removed withheld", R"({"lines_added":412,"lines_removed":null})", 412, -1);
    row("numbers in strings", R"({"lines_added":"412","lines_removed":"7.0"})", 412, 7);
    row("the richer layout", R"({"lines":{"added":4,"committed":2},"commits":{"total":9}})", -1, -1);
    row("a known name with another meaning", R"({"lines_added":{"accepted":4},"lines_removed":[1]})", -1, -1);
    row("text instead of numbers", R"({"lines_added":"many","lines_removed":true})", -1, -1);
    row("a list", R"([1,2,3])", -1, -1);
    row("a number", "5", -1, -1);
    row("a text", R"("none")", -1, -1);
    row("empty", "{}", -1, -1);
}

void TestPageDecoder::readsOnlyTheFlatAttribution()
{
    QFETCH(QByteArray, block);
    QFETCH(int, added);
    QFETCH(int, removed);
    const auto page = decodeUsage(
        pageOf(usageRow(R"("threads":1,"turns":2,"credits":3)", ",\"code_attribution\":" + block)));
    QVERIFY2(page, qPrintable(page ? QString() : page.error().detail));
    QCOMPARE(page->rows[0].linesAdded.value_or(-1), added);
    QCOMPARE(page->rows[0].linesRemoved.value_or(-1), removed);
}

void TestPageDecoder::reviewRowsMayCarryAnIdentity()
{
    const auto reviews = decodeReviews(pageOf(
        R"({"start_time":0,"end_time":86400,"user_id":"u","actor":{"type":"t","email":"e"},"pull_request_reviews":1,"comments":2})"));
    QVERIFY(reviews);
    QVERIFY((reviews->rows[0].identity == Identity{"u", "e", "t"}));
    QVERIFY(!reviews->rows[0].p0);
    QCOMPARE(reviews->rows[0].bytesHash, std::uint64_t{0});

    const auto responses = decodeReviewResponses(pageOf(
        R"({"start_time":0,"end_time":86400,"actor":{"user_id":"u"},"pull_request_reviews":1,"comments":2,"replies":3,)"
        R"("reactions":4,"reaction_details":null,"comment_response_details":{"engaged":null,"replied":"5"}})"));
    QVERIFY2(responses, qPrintable(responses ? QString() : responses.error().detail));
    QVERIFY(responses->rows[0].identity.userId == "u");
    QVERIFY(!responses->rows[0].upvotes);
    QVERIFY(!responses->rows[0].engaged);
    QVERIFY(responses->rows[0].replied == 5);
}

void TestPageDecoder::namesRowFieldAndTypeOfABadUsageRow_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("detail");
    const QByteArray good = usageRow();
    const auto totals = [](const char* name, const char* members, const char* detail) {
        addText(name, pageOf(usageRow() + "," + usageRow(members)), detail);
    };
    const auto member = [](const char* name, const char* members, const char* detail) {
        addText(name, pageOf(usageRow(R"("threads":1,"turns":2,"credits":3)", "," + QByteArray(members))),
            detail);
    };
    totals("a text for a number", R"("threads":1,"turns":"many","credits":3)",
        "row 2: totals.turns is a string that is no number");
    totals("a fraction for a count", R"("threads":1,"turns":5.5,"credits":3)",
        "row 2: totals.turns is a number that is no whole number");
    totals("a fraction in a text", R"("threads":1,"turns":"5.5","credits":3)",
        "row 2: totals.turns is a string that is no whole number");
    totals("a negative count", R"("threads":-1,"turns":2,"credits":3)",
        "row 2: totals.threads is a number that is negative");
    totals("a negative amount", R"("threads":1,"turns":2,"credits":-0.5)",
        "row 2: totals.credits is a number that is negative");
    totals("NaN in a text", R"("threads":1,"turns":2,"credits":"NaN")",
        "row 2: totals.credits is a string that is no number");
    totals("infinity in a text", R"("threads":1,"turns":2,"credits":"Infinity")",
        "row 2: totals.credits is a string that is no number");
    totals("a bare NaN", R"("threads":1,"turns":2,"credits":NaN)", "row 2: totals.credits is no valid JSON");
    totals("an amount beyond every double", R"("threads":1,"turns":2,"credits":1e400)",
        "row 2: totals.credits is a number that is too large");
    totals("a count beyond int64", R"("threads":1,"turns":9223372036854775808,"credits":3)",
        "row 2: totals.turns is a number that is too large");
    totals("a count of 400 digits",
        QByteArray(R"("threads":1,"credits":3,"turns":)" + QByteArray(400, '7')).constData(),
        "row 2: totals.turns is a number that is too large");
    totals("tokens beyond int64", R"("threads":1,"turns":2,"credits":3,"text_total_tokens":1e30)",
        "row 2: totals.text_total_tokens is a number that is too large");
    totals(
        "a leading zero", R"("threads":01,"turns":2,"credits":3)", "row 2: totals.threads is no valid JSON");
    totals("an object for a number", R"("threads":{},"turns":2,"credits":3)",
        "row 2: totals.threads is an object that should be a number");
    totals("an array for a number", R"("threads":[1],"turns":2,"credits":3)",
        "row 2: totals.threads is an array that should be a number");
    totals("a boolean for a number", R"("threads":true,"turns":2,"credits":3)",
        "row 2: totals.threads is a boolean that should be a number");
    totals("null for a required count", R"("threads":null,"turns":2,"credits":3)",
        "row 2: totals.threads is null that should be a number");
    totals("no threads", R"("turns":2,"credits":3)", "row 2: totals.threads is missing");
    totals("no turns", R"("threads":2,"credits":3)", "row 2: totals.turns is missing");
    totals("no credits", R"("threads":1,"turns":2)", "row 2: totals.credits is missing");
    totals("a count that comes twice", R"("threads":1,"turns":2,"turns":3,"credits":3)",
        "row 2: totals.turns comes twice");
    totals("twice, once in disguise", R"("threads":1,"turns":2,"t\u0075rns":3,"credits":3)",
        "row 2: totals.turns comes twice");
    member("totals twice", R"("totals":{"threads":1,"turns":2,"credits":3})", "row 1: totals comes twice");
    member("a surface without a name", R"("clients":[{"client_id":"a"},{"threads":1}])",
        "row 1: clients[1].client_id is missing");
    member("a surface whose name is null", R"("clients":[{"client_id":null}])",
        "row 1: clients[0].client_id is null that should be a string");
    member("a bad amount of a surface", R"("clients":[{"client_id":"a"},{"client_id":"b","cost_usd":[]}])",
        "row 1: clients[1].cost_usd is an array that should be a number");
    member("a surface that is none", R"("clients":["a"])",
        "row 1: clients[0] is a string that should be an object");
    member("surfaces that are no list", R"("clients":{})",
        "row 1: clients is an object that should be an array");
    member("a model without a name", R"("models":[{"speed":"fast"}])", "row 1: models[0].model is missing");
    member("a speed that is a number", R"("models":[{"model":"m","speed":2}])",
        "row 1: models[0].speed is a number that should be a string");
    member("an actor that is a text", R"("actor":"me")", "row 1: actor is a string that should be an object");
    member("an actor id that is a number", R"("actor":{"user_id":7})",
        "row 1: actor.user_id is a number that should be a string");
    member("a lone surrogate in a text that is read", R"("actor":{"email":"\ud800"})",
        "row 1: actor.email is a string with an invalid escape");
    member("an unknown escape in a text that is read", R"("actor":{"email":"\q"})",
        "row 1: actor.email is a string with an invalid escape");
    member("negative lines", R"("code_attribution":{"lines_added":-1})",
        "row 1: code_attribution.lines_added is a number that is negative");
    addText("no totals", pageOf(R"({"start_time":0,"end_time":86400})"), "row 1: totals is missing");
    addText("null totals", pageOf(R"({"start_time":0,"end_time":86400,"totals":null})"),
        "row 1: totals is null that should be an object");
    addText("no day", pageOf(R"({"end_time":86400,"totals":{"threads":1,"turns":2,"credits":3}})"),
        "row 1: start_time is missing");
    addText("a day that begins later", QByteArray(pageOf(good)).replace("1795132800", "1795132801"),
        "row 1: start_time is a number that is no UTC midnight");
    addText("a day far beyond the calendar",
        QByteArray(pageOf(good)).replace("1795132800", "9223372036854720000"),
        "row 1: start_time is a number that is no UTC midnight");
    addText("a week", QByteArray(pageOf(good)).replace("1795219200", "1795737600"),
        "row 1: end_time is a number that is not one day after start_time");
    addText("an end before the start", QByteArray(pageOf(good)).replace("1795219200", "1795046400"),
        "row 1: end_time is a number that is not one day after start_time");
    addText("a date as text", QByteArray(pageOf(good)).replace("1795132800", "\"2026-11-20\""),
        "row 1: start_time is a string that is no number");
    addText("a row that is a number", pageOf(good + ",5"), "row 2 is a number that should be an object");
    addText("a row that is a list", pageOf(nested(50'000).toLatin1()),
        "row 1 is an array that should be an object");
    addText("no comma between rows", pageOf(good + good), "row 2 is no valid JSON");
    addText("no comma between fields", pageOf(R"({"start_time":0 "end_time":1})"), "row 1 is no valid JSON");
    addText("a value with a value of its own", pageOf(R"({"start_time":0,"user_id":"a":"b"})"),
        "row 1 is no valid JSON");
    addText("an unknown value with a value of its own", pageOf(R"({"x":"a":{"start_time":0}})"),
        "row 1 is no valid JSON");
    addText("no colon", pageOf(R"({"start_time" 0})"), "row 1 is no valid JSON");
    addText("a name without quotes", pageOf(R"({start_time:0})"), "row 1 is no valid JSON");
    addText("wrong bracket", pageOf(R"({"start_time":0])"), "row 1 is no valid JSON");
}

void TestPageDecoder::namesRowFieldAndTypeOfABadUsageRow()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, detail);
    const auto page = decodeUsage(body);
    QVERIFY(!page);
    QCOMPARE(page.error().detail, detail);
    QCOMPARE(errorKindName(page.error().kind), errorKindName(ErrorKind::UnexpectedAnswer));
}

void TestPageDecoder::namesWhatIsWrongInReviewRows_data()
{
    QTest::addColumn<bool>("isResponse");
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char* name, bool isResponse, const char* members, const char* detail) {
        QTest::newRow(name) << isResponse << QByteArray(members) << QString::fromUtf8(detail);
    };
    row("reviews missing", false, R"("comments":2)", "row 1: pull_request_reviews is missing");
    row("comments missing", false, R"("pull_request_reviews":2)", "row 1: comments is missing");
    row("comments null", false, R"("pull_request_reviews":2,"comments":null)",
        "row 1: comments is null that should be a number");
    row("a priority that is no count", false,
        R"("pull_request_reviews":2,"comments":3,"comment_details":{"p0":1.5})",
        "row 1: comment_details.p0 is a number that is no whole number");
    row("details that are a list", false, R"("pull_request_reviews":2,"comments":3,"comment_details":[])",
        "row 1: comment_details is an array that should be an object");
    row("replies missing", true, R"("pull_request_reviews":1,"comments":2,"reactions":3)",
        "row 1: replies is missing");
    row("reactions missing", true, R"("pull_request_reviews":1,"comments":2,"replies":3)",
        "row 1: reactions is missing");
    row("a negative upvote", true,
        R"("pull_request_reviews":1,"comments":2,"replies":3,"reactions":4,"reaction_details":{"upvotes":-3})",
        "row 1: reaction_details.upvotes is a number that is negative");
    row("a text for engaged", true,
        R"("pull_request_reviews":1,"comments":2,"replies":3,"reactions":4,"comment_response_details":{"engaged":"x"})",
        "row 1: comment_response_details.engaged is a string that is no number");
}

void TestPageDecoder::namesWhatIsWrongInReviewRows()
{
    QFETCH(bool, isResponse);
    QFETCH(QByteArray, members);
    QFETCH(QString, detail);
    const QByteArray body = pageOf(R"({"start_time":0,"end_time":86400,)" + members + "}");
    const auto reviews = decodeReviews(body);
    const auto responses = decodeReviewResponses(body);
    const Error error = isResponse ? responses.error() : reviews.error();
    QCOMPARE(error.detail, detail);
    QCOMPARE(errorKindName(error.kind), errorKindName(ErrorKind::UnexpectedAnswer));
}

void TestPageDecoder::refusesBadEnvelopes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("detail");
    addText("no data", R"({"has_more":false})", "data is missing");
    addText("no has_more", R"({"data":[]})", "has_more is missing");
    addText("data is null", R"({"data":null,"has_more":false})", "data is null that should be an array");
    addText(
        "data is an object", R"({"data":{},"has_more":false})", "data is an object that should be an array");
    addText("data twice", R"({"data":[],"has_more":false,"data":[]})", "data comes twice");
    addText("has_more is a text", R"({"data":[],"has_more":"false"})",
        "has_more is a string that should be a boolean");
    addText("has_more is a number", R"({"data":[],"has_more":0})",
        "has_more is a number that should be a boolean");
    addText(
        "has_more is null", R"({"data":[],"has_more":null})", "has_more is null that should be a boolean");
    addText("has_more is nearly true", R"({"data":[],"has_more":trueish})", "has_more is no valid JSON");
    addText("a cursor that is a number", R"({"data":[],"has_more":true,"next_page":7})",
        "next_page is a number that should be a string");
    addText("a cursor without end",
        R"({"data":[],"has_more":true,"next_page":")" + QByteArray(9'000, 'x') + "\"}",
        "next_page is a string that is too long");
    addText("another envelope", R"({"results":[],"next_cursor":null})", "data is missing");
    addText("an array", "[]", "the answer is no JSON object");
    addText("a text", "\"page\"", "the answer is no JSON object");
    addText("a number", "5", "the answer is no JSON object");
    addText("plain text", "OK", "the answer is no JSON object");
    addText("a byte order mark", "\xEF\xBB\xBF{\"data\":[],\"has_more\":false}",
        "the answer begins with a byte order mark");
    addText("invalid UTF-8", "{\"data\":[],\"has_more\":false,\"x\":\"\xC3\x28\"}",
        "the answer is no valid UTF-8");
    addText("UTF-16", QByteArray("{\0}\0", 4), "the answer is no valid JSON");
    addText("a raw line break in a text", "{\"data\":[],\"has_more\":false,\"x\":\"a\nb\"}",
        "the answer is no JSON");
    addText("text behind the end", R"({"data":[],"has_more":false} and more)", "the answer is no valid JSON");
    addText("two answers", R"({"data":[],"has_more":false}{"data":[],"has_more":false})",
        "the answer goes on after its end");
    addText(
        "a bracket behind the end", R"({"data":[],"has_more":false}})", "the answer goes on after its end");
    addText("a list behind the end", R"({"data":[],"has_more":false}[1,2])", "the answer is no valid JSON");
    addText("a comma at the end", R"({"data":[],"has_more":false,})", "the answer is no valid JSON");
    addText("single quotes", R"({'data':[],'has_more':false})", "the answer is no valid JSON");
    addText("a bracket of the wrong kind", R"({"data":[},"has_more":false})", "row 3 is no valid JSON");
}

void TestPageDecoder::refusesBadEnvelopes()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, detail);
    const auto envelope = readEnvelope(body);
    const auto usage = decodeUsage(body);
    QVERIFY(!envelope);
    QVERIFY(!usage);
    QCOMPARE(envelope.error().detail, detail);
    QCOMPARE(errorKindName(envelope.error().kind), errorKindName(ErrorKind::UnexpectedAnswer));
    QCOMPARE(errorKindName(usage.error().kind), errorKindName(ErrorKind::UnexpectedAnswer));
    QVERIFY(!decodeReviews(body));
    QVERIFY(!decodeReviewResponses(body));
}

void TestPageDecoder::neverRepeatsTheValue()
{
    const QByteArray canary = "canary-7f3a";
    const std::array bodies{
        pageOf(usageRow("\"threads\":\"" + canary + "\",\"turns\":2,\"credits\":3")),
        pageOf(usageRow("\"threads\":1,\"turns\":" + canary + ",\"credits\":3")),
        pageOf(usageRow("\"threads\":1,\"turns\":2,\"credits\":3", ",\"clients\":\"" + canary + "\"")),
        QByteArray("{\"data\":\"" + canary + "\",\"has_more\":false}"),
        QByteArray("{\"data\":[],\"has_more\":\"" + canary + "\"}"),
        QByteArray(canary + canary),
        QByteArray("{\"data\":[{\"x\":\"" + canary),
    };
    for (const QByteArray& body : bodies) {
        const auto page = decodeUsage(body);
        QVERIFY2(!page, body.constData());
        QVERIFY2(!page.error().detail.contains(QStringLiteral("canary")), qPrintable(page.error().detail));
        QVERIFY(!page.error().subject.contains(QStringLiteral("canary")));
    }
}

void TestPageDecoder::aCutBodyIsTruncatedWhereverItIsCut()
{
    const QByteArray whole = fixture("usage.json").trimmed();
    QVERIFY(readEnvelope(whole));
    for (qsizetype length = 0; length < whole.size(); ++length) {
        // A copy of exactly this length in a buffer whose rest continues as if nothing had been cut.
        QByteArray cut;
        cut.reserve(whole.size() + 256);
        cut += whole;
        cut.resize(length);
        const auto envelope = readEnvelope(cut);
        const auto page = decodeUsage(cut);
        QVERIFY2(!envelope && !page, qPrintable(QString::number(length)));
        QVERIFY2(envelope.error().kind == ErrorKind::ServiceUnavailable, qPrintable(QString::number(length)));
        QVERIFY2(page.error().kind == ErrorKind::ServiceUnavailable, qPrintable(QString::number(length)));
        QVERIFY(envelope.error().detail.contains(QStringLiteral("truncated")));
    }
}

void TestPageDecoder::aCutBodyIsTruncatedEvenWhenItsRowsAreBad()
{
    const QByteArray body = pageOf(usageRow(R"("threads":5.5,"turns":2,"credits":3)") + "," + usageRow());
    const auto cut = decodeUsage(body.left(body.size() - 3));
    QVERIFY(!cut);
    QVERIFY(cut.error().kind == ErrorKind::ServiceUnavailable);
    // A bomb that opens and never closes is the same thing, whatever its size.
    const auto bomb = decodeUsage(R"({"data":)" + QByteArray(1'000'000, '['));
    QVERIFY(!bomb);
    QVERIFY(bomb.error().kind == ErrorKind::ServiceUnavailable);
}

void TestPageDecoder::survivesDamagedBodies()
{
    // Not a search for values but for crashes (the sanitizer preset runs it too): whatever the damage, the
    // answer is a page or one of the two errors.
    constexpr std::uint32_t kSeed = 20'261'122;
    std::mt19937 random(kSeed);
    const QByteArray whole = fixture("usage.json");
    const QByteArray alphabet = "{}[],:\"\\ \n0189-+.eEtfnu\xC3\xFF\x01";
    const auto below = [&random](qsizetype bound) {
        return static_cast<qsizetype>(random() % static_cast<std::uint32_t>(bound));
    };
    int pages = 0;
    for (int turn = 0; turn < 4'000; ++turn) {
        QByteArray body = whole;
        for (qsizetype edits = 1 + below(3); edits > 0; --edits) {
            const qsizetype at = below(body.size());
            switch (below(4)) {
            case 0: body[at] = alphabet[below(alphabet.size())]; break;
            case 1: body.insert(at, alphabet[below(alphabet.size())]); break;
            case 2: body.remove(at, 1 + below(40)); break;
            default: body.insert(at, whole.mid(below(whole.size()), below(200))); break;
            }
        }
        const auto page = decodeUsage(body);
        const auto envelope = readEnvelope(body);
        pages += page ? 1 : 0;
        QVERIFY2(page || page.error().kind == ErrorKind::UnexpectedAnswer
                || page.error().kind == ErrorKind::ServiceUnavailable,
            body.constData());
        QVERIFY2(!page || envelope, body.constData()); // whoever can be decoded has an envelope
        QVERIFY(page || !page.error().detail.isEmpty());
    }
    QVERIFY2(pages > 0 && pages < 4'000, qPrintable(QStringLiteral("%1 with seed %2").arg(pages).arg(kSeed)));
}

void TestPageDecoder::envelopeCountsRowsWithoutLookingAtThem()
{
    const auto envelope = readEnvelope(
        pageOf(R"({"turns":-5},7,"x",[[]],{"a":{"b":[{}]}})", R"("has_more":true,"next_page":"a+/=")"));
    QVERIFY(envelope);
    QCOMPARE(envelope->rowCount, 5);
    QVERIFY(envelope->hasMore);
    QVERIFY(envelope->nextPage == "a+/=");
    QCOMPARE(readEnvelope(pageOf(""))->rowCount, 0);
    QCOMPARE(decodeUsage(pageOf(""))->rows.size(), std::size_t{0});
}

void TestPageDecoder::emptyCursorIsNoCursor_data()
{
    QTest::addColumn<QByteArray>("tail");
    QTest::newRow("null") << QByteArray(R"("has_more":true,"next_page":null)");
    QTest::newRow("absent") << QByteArray(R"("has_more":true)");
    QTest::newRow("empty") << QByteArray(R"("has_more":true,"next_page":"")");
}

void TestPageDecoder::emptyCursorIsNoCursor()
{
    QFETCH(QByteArray, tail);
    const auto envelope = readEnvelope(pageOf(usageRow(), tail));
    QVERIFY(envelope);
    QVERIFY(envelope->hasMore); // what that means is decided by whoever asks for the next page
    QVERIFY(!envelope->nextPage);
}

void TestPageDecoder::hashesTheBytesOfRowsWithoutUser()
{
    const QByteArray nobody
        = R"({"start_time":0,"end_time":86400,"totals":{"threads":1,"turns":1,"credits":1}})";
    const QByteArray other = QByteArray(nobody).replace("\"turns\":1", "\"turns\":2");
    const QByteArray spaced = QByteArray(nobody).replace(",", ", ");
    const auto page = decodeUsage(pageOf(nobody + "," + other + "," + spaced + " ,\n" + nobody + "\n"));
    QVERIFY(page);
    QCOMPARE(page->rows[0].bytesHash, page->rows[3].bytesHash); // whatever stands around it
    QVERIFY(page->rows[0].bytesHash != page->rows[1].bytesHash);
    QVERIFY(page->rows[0].bytesHash != page->rows[2].bytesHash);
    // FNV-1a, written out once more.
    std::uint64_t expected = 0xcbf29ce484222325U;
    for (const char c : nobody) {
        expected ^= static_cast<std::uint8_t>(c);
        expected *= 0x100000001b3U;
    }
    QCOMPARE(page->rows[0].bytesHash, expected);
}

void TestPageDecoder::nothingButTheAllowListIsKept()
{
    const auto page = decodeUsage(pageOf(usageRow(R"("threads":1,"turns":2,"credits":3,"prompt":"canary")",
        R"(,"prompt":"canary","actor":{"user_id":"u","name":"canary"},"clients":[{"client_id":"c","file":"canary"}],)"
        R"("models":[{"model":"m","code":"canary"}],"code_attribution":{"lines_added":1,"repo":"canary"})")));
    QVERIFY(page);
    const UsageRow& row = page->rows[0];
    QVERIFY((row.identity == Identity{"u", std::nullopt, std::nullopt}));
    QVERIFY((row.clients.at(0) == ClientUsage{"c", std::nullopt, std::nullopt, {}, {}}));
    QVERIFY((row.models.at(0) == ModelUsage{"m", std::nullopt, {}, {}}));
}

QTEST_GUILESS_MAIN(TestPageDecoder)
#include "tst_page_decoder.moc"
