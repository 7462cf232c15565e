// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exporting/CsvWriter.h"
#include "exporting/JsonWriter.h"
#include "exporting/Pseudonyms.h"
#include "support/TestCase.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSet>

#include <bit>
#include <cmath>
#include <cstdlib>
#include <limits>

using namespace app;
using namespace app::exporting;

namespace {

constexpr quint32 kSeed = 20'261'122;

template <typename Writer>
QByteArray written(const std::vector<std::string>& columns, const std::vector<Row>& rows)
{
    QBuffer buffer;
    if (!buffer.open(QIODevice::WriteOnly)) {
        qFatal("a buffer cannot be opened");
    }
    Writer writer(buffer);
    bool isWritten = writer.begin(columns).has_value();
    for (const Row& row : rows) {
        isWritten = isWritten && writer.add(row).has_value();
    }
    isWritten = isWritten && writer.finish().has_value();
    return isWritten ? buffer.data() : QByteArray("failed");
}

/// A cell as RFC 4180 gives it to a reader, and whether it stood in quotes (which tells an empty text from a
/// null).
struct ReadCell
{
    QByteArray text;
    bool isQuoted = false;
};

/// An RFC 4180 reader of its own, for LF line ends. Anything irregular is a failed parse: an empty result.
std::vector<std::vector<ReadCell>> parsedCsv(const QByteArray& csv)
{
    std::vector<std::vector<ReadCell>> lines;
    std::vector<ReadCell> line;
    qsizetype i = 0;
    while (i < csv.size()) {
        ReadCell cell;
        if (csv[i] == '"') {
            cell.isQuoted = true;
            ++i;
            for (;;) {
                if (i >= csv.size()) {
                    return {};
                }
                if (csv[i] != '"') {
                    cell.text += csv[i++];
                } else if (i + 1 < csv.size() && csv[i + 1] == '"') {
                    cell.text += '"';
                    i += 2;
                } else {
                    ++i;
                    break;
                }
            }
        } else {
            while (i < csv.size() && csv[i] != ',' && csv[i] != '\n') {
                if (csv[i] == '"' || csv[i] == '\r') {
                    return {};
                }
                cell.text += csv[i++];
            }
        }
        if (i >= csv.size() || (csv[i] != ',' && csv[i] != '\n')) {
            return {};
        }
        line.push_back(cell);
        if (csv[i] == '\n') {
            lines.push_back(line);
            line.clear();
        }
        ++i;
    }
    return line.empty() ? lines : std::vector<std::vector<ReadCell>>();
}

/// What a reader finds in the cell of this text.
QByteArray guarded(const QByteArray& text)
{
    const bool looksLikeFormula = !text.isEmpty() && QByteArrayView("=+-@\t\r").contains(text[0]);
    return looksLikeFormula ? '\'' + text : text;
}

double randomDouble(QRandomGenerator& random)
{
    for (;;) {
        const auto number = std::bit_cast<double>(random.generate64());
        if (std::isfinite(number)) {
            return number;
        }
    }
}

Cell randomCell(QRandomGenerator& random)
{
    static const QList<QByteArray> pieces{"a", "Z", " ", ",", "\"", "\n", "\r", "\t", "=", "+", "-", "@", "'",
        "ä", "漢", "\xf0\x9f\x99\x82", "\x01", "\\", "/", "\x7f", "{", "null", "0"};
    switch (random.bounded(4)) {
    case 0: return std::monostate{};
    case 1: return static_cast<std::int64_t>(random.generate64());
    case 2: return randomDouble(random);
    default: break;
    }
    QByteArray text;
    for (int i = random.bounded(8); i > 0; --i) {
        text += pieces.at(random.bounded(static_cast<int>(pieces.size())));
    }
    return text.toStdString();
}

/// Takes nothing, as a full disk does.
class FullDevice final : public QIODevice
{
protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char*, qint64) override
    {
        setErrorString(QStringLiteral("No space left on device"));
        return -1;
    }
};

} // namespace

class TestWriters : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void csvCells_data();
    void csvCells();
    void csvHasAHeaderAndNoByteOrderMark();
    void csvOfNoRowsIsItsHeader();
    void csvNullIsAnEmptyCellAndEmptyTextIsNot();
    void csvNeverGuardsNumbers();
    void jsonTexts_data();
    void jsonTexts();
    void jsonIsOneArrayOfObjects();
    void jsonOfNoRowsIsAnEmptyArray();
    void shortestNumbers_data();
    void shortestNumbers();
    void everyDoubleReadsBackToItself();
    void numbersThatAreNoneAreNull();
    void brokenUtf8IsReplaced();
    void csvReadsBackToTheSameCells();
    void jsonReadsBackToTheSameCells();
    void rowsLeaveBeforeTheEnd();
    void aFullDeviceIsAFailure();
    void pseudonyms_data();
    void pseudonyms();
    void pseudonymsDependOnTheSaltAndTellPeopleApart();
    void namesAndColumnsOfTheTables_data();
    void namesAndColumnsOfTheTables();
};

void TestWriters::csvCells_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("plain text") << QByteArray("CODEX_CLI") << QByteArray("CODEX_CLI");
    QTest::newRow("a space is no reason for quotes") << QByteArray(" a b ") << QByteArray(" a b ");
    QTest::newRow("a comma") << QByteArray("a,b") << QByteArray("\"a,b\"");
    QTest::newRow("a quote") << QByteArray("a\"b") << QByteArray("\"a\"\"b\"");
    QTest::newRow("only quotes") << QByteArray("\"\"") << QByteArray("\"\"\"\"\"\"");
    QTest::newRow("a line feed") << QByteArray("a\nb") << QByteArray("\"a\nb\"");
    QTest::newRow("a carriage return inside") << QByteArray("a\rb") << QByteArray("\"a\rb\"");
    QTest::newRow("CR LF") << QByteArray("a\r\nb") << QByteArray("\"a\r\nb\"");
    QTest::newRow("empty text") << QByteArray("") << QByteArray("\"\"");
    QTest::newRow("beyond ASCII") << QByteArray("Jürgen 漢字 🙂") << QByteArray("Jürgen 漢字 🙂");
    QTest::newRow("a formula") << QByteArray("=1+1") << QByteArray("'=1+1");
    QTest::newRow("a plus") << QByteArray("+1") << QByteArray("'+1");
    QTest::newRow("a minus") << QByteArray("-1") << QByteArray("'-1");
    QTest::newRow("an at sign") << QByteArray("@SUM(A1)") << QByteArray("'@SUM(A1)");
    QTest::newRow("a tab first") << QByteArray("\tx") << QByteArray("'\tx");
    QTest::newRow("a carriage return first") << QByteArray("\rx") << QByteArray("\"'\rx\"");
    QTest::newRow("a formula with a comma")
        << QByteArray("=HYPERLINK(\"x\",1)") << QByteArray("\"'=HYPERLINK(\"\"x\"\",1)\"");
    QTest::newRow("a formula sign later on") << QByteArray("a=1") << QByteArray("a=1");
    QTest::newRow("an apostrophe stays one") << QByteArray("'x") << QByteArray("'x");
    QTest::newRow("an e-mail address") << QByteArray("a@example.com") << QByteArray("a@example.com");
}

void TestWriters::csvCells()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, cell);
    QCOMPARE(written<CsvWriter>({"c"}, {{text.toStdString()}}), "c\n" + cell + '\n');
}

void TestWriters::csvHasAHeaderAndNoByteOrderMark()
{
    const QByteArray csv = written<CsvWriter>(
        {"day", "user_id", "turns", "credits"}, {{"2026-11-20", "user-1", std::int64_t{7}, 1.5}});
    QCOMPARE(csv, QByteArray("day,user_id,turns,credits\n2026-11-20,user-1,7,1.5\n"));
}

void TestWriters::csvOfNoRowsIsItsHeader()
{
    QCOMPARE(written<CsvWriter>({"a", "b"}, {}), QByteArray("a,b\n"));
}

void TestWriters::csvNullIsAnEmptyCellAndEmptyTextIsNot()
{
    const std::vector<Row> rows{{std::monostate{}, std::string(), std::monostate{}}};
    QCOMPARE(written<CsvWriter>({"a", "b", "c"}, rows), QByteArray("a,b,c\n,\"\",\n"));
}

void TestWriters::csvNeverGuardsNumbers()
{
    const std::vector<Row> rows{{std::int64_t{-5}, -0.25, std::numeric_limits<std::int64_t>::min()}};
    QCOMPARE(written<CsvWriter>({"a", "b", "c"}, rows), QByteArray("a,b,c\n-5,-0.25,-9223372036854775808\n"));
}

void TestWriters::jsonTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("plain text") << QByteArray("abc") << QByteArray("\"abc\"");
    QTest::newRow("quote and backslash") << QByteArray("a\"b\\c") << QByteArray("\"a\\\"b\\\\c\"");
    QTest::newRow("line ends and tab") << QByteArray("\n\r\t") << QByteArray("\"\\n\\r\\t\"");
    QTest::newRow("control characters") << QByteArray("\x01\x1f") << QByteArray("\"\\u0001\\u001f\"");
    QTest::newRow("a NUL") << QByteArray("a\0b", 3) << QByteArray("\"a\\u0000b\"");
    QTest::newRow("a slash stays") << QByteArray("a/b") << QByteArray("\"a/b\"");
    QTest::newRow("beyond ASCII stays UTF-8") << QByteArray("ä漢🙂") << QByteArray("\"ä漢🙂\"");
    QTest::newRow("no guard against formulas") << QByteArray("=1") << QByteArray("\"=1\"");
    QTest::newRow("empty") << QByteArray("") << QByteArray("\"\"");
}

void TestWriters::jsonTexts()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, json);
    QCOMPARE(written<JsonWriter>({"c"}, {{text.toStdString()}}), "[\n{\"c\":" + json + "}\n]\n");
}

void TestWriters::jsonIsOneArrayOfObjects()
{
    const std::vector<Row> rows{{"2026-11-20", std::monostate{}, std::int64_t{7}},
        {"2026-11-21", 0.1, std::numeric_limits<std::int64_t>::max()}};
    QCOMPARE(written<JsonWriter>({"day", "credits", "turns"}, rows),
        QByteArray("[\n{\"day\":\"2026-11-20\",\"credits\":null,\"turns\":7},\n"
                   "{\"day\":\"2026-11-21\",\"credits\":0.1,\"turns\":9223372036854775807}\n]\n"));
}

void TestWriters::jsonOfNoRowsIsAnEmptyArray()
{
    QCOMPARE(written<JsonWriter>({"a"}, {}), QByteArray("[]\n"));
}

void TestWriters::shortestNumbers_data()
{
    QTest::addColumn<double>("number");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("zero") << 0.0 << QByteArray("0");
    QTest::newRow("minus zero") << -0.0 << QByteArray("-0");
    QTest::newRow("a whole number") << 42.0 << QByteArray("42");
    QTest::newRow("a tenth") << 0.1 << QByteArray("0.1");
    QTest::newRow("a sum that is not 0.3") << 0.1 + 0.2 << QByteArray("0.30000000000000004");
    QTest::newRow("credits of the examples") << 152.43 << QByteArray("152.43");
    QTest::newRow("very large") << 1e300 << QByteArray("1e+300");
    QTest::newRow("the largest") << std::numeric_limits<double>::max()
                                 << QByteArray("1.7976931348623157e+308");
    QTest::newRow("the smallest normal")
        << std::numeric_limits<double>::min() << QByteArray("2.2250738585072014e-308");
    QTest::newRow("the smallest denormal")
        << std::numeric_limits<double>::denorm_min() << QByteArray("5e-324");
    QTest::newRow("2^53 + 2") << 9'007'199'254'740'994.0 << QByteArray("9007199254740994");
}

void TestWriters::shortestNumbers()
{
    QFETCH(double, number);
    QFETCH(QByteArray, text);
    const auto shortest = shortestText(number);
    QVERIFY(shortest);
    QCOMPARE(QByteArray::fromStdString(*shortest), text);
    QCOMPARE(std::bit_cast<quint64>(std::strtod(shortest->c_str(), nullptr)), std::bit_cast<quint64>(number));
}

void TestWriters::everyDoubleReadsBackToItself()
{
    QRandomGenerator random(kSeed);
    for (int i = 0; i < 20'000; ++i) {
        double number = randomDouble(random);
        if (i % 4 == 0) { // denormals are rare among all bit patterns
            number = std::bit_cast<double>(random.generate64() & 0x800F'FFFF'FFFF'FFFFU);
        }
        const auto text = shortestText(number);
        QVERIFY(text);
        const double back = std::strtod(text->c_str(), nullptr);
        QVERIFY2(std::bit_cast<quint64>(back) == std::bit_cast<quint64>(number), text->c_str());
    }
}

void TestWriters::numbersThatAreNoneAreNull()
{
    const std::vector<Row> rows{
        {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}};
    QCOMPARE(written<CsvWriter>({"a", "b"}, rows), QByteArray("a,b\n,\n"));
    QCOMPARE(written<JsonWriter>({"a", "b"}, rows), QByteArray("[\n{\"a\":null,\"b\":null}\n]\n"));
}

void TestWriters::brokenUtf8IsReplaced()
{
    const std::vector<Row> rows{{std::string("a\xff\xc3")}};
    QCOMPARE(written<CsvWriter>({"a"}, rows), QByteArray("a\na\xef\xbf\xbd\xef\xbf\xbd\n"));
    QCOMPARE(written<JsonWriter>({"a"}, rows), QByteArray("[\n{\"a\":\"a\xef\xbf\xbd\xef\xbf\xbd\"}\n]\n"));
}

void TestWriters::csvReadsBackToTheSameCells()
{
    QRandomGenerator random(kSeed);
    for (int table = 0; table < 300; ++table) {
        const int width = 2 + random.bounded(5);
        std::vector<std::string> columns;
        for (int i = 0; i < width; ++i) {
            columns.push_back("c" + std::to_string(i));
        }
        std::vector<Row> rows(static_cast<std::size_t>(random.bounded(12)), Row(columns.size()));
        for (Row& row : rows) {
            for (Cell& cell : row) {
                cell = randomCell(random);
            }
        }
        const QByteArray csv = written<CsvWriter>(columns, rows);
        const auto lines = parsedCsv(csv);
        QVERIFY2(lines.size() == rows.size() + 1, csv.constData());
        for (std::size_t r = 0; r < rows.size(); ++r) {
            QCOMPARE(lines[r + 1].size(), rows[r].size());
            for (std::size_t c = 0; c < rows[r].size(); ++c) {
                const ReadCell& read = lines[r + 1][c];
                if (const auto* text = std::get_if<std::string>(&rows[r][c])) {
                    QCOMPARE(read.text, guarded(QByteArray::fromStdString(*text)));
                    QVERIFY(!read.text.isEmpty() || read.isQuoted);
                } else if (const auto* whole = std::get_if<std::int64_t>(&rows[r][c])) {
                    QCOMPARE(read.text.toLongLong(), *whole);
                } else if (const auto* number = std::get_if<double>(&rows[r][c])) {
                    QCOMPARE(std::bit_cast<quint64>(std::strtod(read.text.constData(), nullptr)),
                        std::bit_cast<quint64>(*number));
                } else {
                    QVERIFY(read.text.isEmpty() && !read.isQuoted);
                }
            }
        }
    }
}

void TestWriters::jsonReadsBackToTheSameCells()
{
    QRandomGenerator random(kSeed + 1);
    for (int table = 0; table < 300; ++table) {
        std::vector<Row> rows(static_cast<std::size_t>(random.bounded(12)), Row(3));
        for (Row& row : rows) {
            for (Cell& cell : row) {
                cell = randomCell(random);
            }
        }
        QJsonParseError error{};
        const QByteArray json = written<JsonWriter>({"x", "y", "z"}, rows);
        const QJsonDocument document = QJsonDocument::fromJson(json, &error);
        QVERIFY2(error.error == QJsonParseError::NoError, json.constData());
        const QJsonArray array = document.array();
        QCOMPARE(static_cast<std::size_t>(array.size()), rows.size());
        const QStringList keys{QStringLiteral("x"), QStringLiteral("y"), QStringLiteral("z")};
        for (std::size_t r = 0; r < rows.size(); ++r) {
            const QJsonObject object = array.at(static_cast<qsizetype>(r)).toObject();
            QCOMPARE(object.keys(), keys);
            for (std::size_t c = 0; c < rows[r].size(); ++c) {
                const QJsonValue value = object.value(keys.at(static_cast<qsizetype>(c)));
                if (const auto* text = std::get_if<std::string>(&rows[r][c])) {
                    QVERIFY(value.isString());
                    QCOMPARE(value.toString().toUtf8(), QByteArray::fromStdString(*text));
                } else if (const auto* whole = std::get_if<std::int64_t>(&rows[r][c])) {
                    QCOMPARE(value.toInteger(), *whole);
                } else if (const auto* number = std::get_if<double>(&rows[r][c])) {
                    // Qt reads -0 as the whole number 0.
                    QVERIFY2(value.isDouble() && value.toDouble() == *number, json.constData());
                } else {
                    QVERIFY(value.isNull());
                }
            }
        }
    }
}

void TestWriters::rowsLeaveBeforeTheEnd()
{
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    CsvWriter csv(buffer);
    QVERIFY(csv.begin({"a"}));
    const Row row{std::string(1'000, 'x')};
    for (int i = 0; i < 1'000; ++i) {
        QVERIFY(csv.add(row));
    }
    QVERIFY(buffer.data().size() > 900'000);
    QVERIFY(csv.finish());
    QCOMPARE(buffer.data().size(), 2 + 1'000 * 1'001);
}

void TestWriters::aFullDeviceIsAFailure()
{
    FullDevice device;
    QVERIFY(device.open(QIODevice::WriteOnly));
    CsvWriter csv(device);
    QVERIFY(csv.begin({"a"}));
    const auto finished = csv.finish();
    QVERIFY(!finished);
    QCOMPARE(finished.error().kind, core::ErrorKind::FileFailed);
    QCOMPARE(finished.error().detail, QStringLiteral("No space left on device"));

    JsonWriter json(device);
    QVERIFY(json.begin({"a"}));
    const Row row{std::string(1'000, 'x')};
    int taken = 0;
    while (taken < 1'000 && json.add(row)) {
        ++taken;
    }
    QVERIFY(taken < 100);
}

void TestWriters::pseudonyms_data()
{
    // Computed with another implementation (Python's hmac, hashlib and base64) over the salt 00 01 … 1f.
    QTest::addColumn<QByteArray>("userId");
    QTest::addColumn<QByteArray>("pseudonym");
    QTest::newRow("user-1") << QByteArray("user-1") << QByteArray("YSO4AF4X");
    QTest::newRow("user-abc") << QByteArray("user-abc") << QByteArray("3GVAKUMV");
    QTest::newRow("empty") << QByteArray("") << QByteArray("2OFUECLN");
    QTest::newRow("beyond ASCII") << QByteArray("ユーザー") << QByteArray("CS7EUYGY");
}

void TestWriters::pseudonyms()
{
    QFETCH(QByteArray, userId);
    QFETCH(QByteArray, pseudonym);
    QByteArray salt;
    for (int i = 0; i < 32; ++i) {
        salt += static_cast<char>(i);
    }
    QCOMPARE(QByteArray::fromStdString(Pseudonyms(salt).of(userId.toStdString())), pseudonym);
}

void TestWriters::pseudonymsDependOnTheSaltAndTellPeopleApart()
{
    const Pseudonyms one(QByteArray(32, 'a'));
    const Pseudonyms other(QByteArray(32, 'b'));
    QSet<QByteArray> names;
    for (int i = 0; i < 10'000; ++i) {
        const std::string userId = "user-" + std::to_string(i);
        const std::string name = one.of(userId);
        QCOMPARE(name, one.of(userId));
        QVERIFY(name != other.of(userId));
        QCOMPARE(name.size(), std::size_t{8});
        names += QByteArray::fromStdString(name);
    }
    QCOMPARE(names.size(), 10'000);
}

void TestWriters::namesAndColumnsOfTheTables_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("columns");
    const QByteArray costs = "credits,cost_usd,estimated_cost_usd,";
    const QByteArray tokens
        = "uncached_text_input_tokens,cached_text_input_tokens,text_output_tokens,text_total_tokens";
    QTest::newRow("usage") << QStringLiteral("usage")
                           << "day,user_id,email,actor_type,threads,turns," + costs + tokens
            + ",lines_added,lines_removed";
    QTest::newRow("usage-by-surface")
        << QStringLiteral("usage-by-surface") << "day,user_id,client_id,threads,turns," + costs + tokens;
    QTest::newRow("usage-by-model") << QStringLiteral("usage-by-model")
                                    << "day,user_id,model,speed," + costs + tokens;
    QTest::newRow("workspace-usage") << QStringLiteral("workspace-usage")
                                     << "day,threads,turns," + costs + tokens;
    QTest::newRow("reviews") << QStringLiteral("reviews")
                             << QByteArray("day,user_id,pull_request_reviews,comments,p0,p1,p2");
    QTest::newRow("review-responses")
        << QStringLiteral("review-responses")
        << QByteArray("day,user_id,pull_request_reviews,comments,replies,reactions,upvotes,downvotes,"
                      "other_reactions,engaged,reacted,upvoted,downvoted,reacted_other,replied");
    QTest::newRow("engineers") << QStringLiteral("engineers")
                               << QByteArray("user_id,email,actor_type,first_day,last_day");
    QTest::newRow("requests") << QStringLiteral("requests")
                              << QByteArray("at,endpoint,group,from,to,try,status,bytes,rows,ms,error");
}

void TestWriters::namesAndColumnsOfTheTables()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, columns);
    const auto table = tableFromName(name);
    QVERIFY(table);
    QCOMPARE(tableName(*table), name);
    QCOMPARE(written<CsvWriter>(columnNames(*table), {}), columns + '\n');
    QVERIFY(!tableFromName(name.toUpper()));
    QVERIFY(!tableFromName(QString(name + QLatin1Char(' '))));
}

QTEST_GUILESS_MAIN(TestWriters)
#include "tst_writers.moc"
