// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/EngineerBlocks.h"
#include "store/PackedColumns.h"
#include "store/PeopleSet.h"
#include "support/TestCase.h"

#include <QTest>

#include <algorithm>
#include <limits>
#include <memory>
#include <random>
#include <set>

using namespace app::store;
using app::core::UtcDay;

namespace {

using Integers = Column<std::int64_t>;
using Reals = Amounts;

std::string packed(const Places& present, const Integers& integers, const Reals& reals)
{
    ColumnWriter writer;
    writer.begin(present);
    writer.add(integers);
    writer.add(reals);
    return writer.take();
}

bool isSame(const Integers& one, const Integers& other)
{
    return one.has == other.has && one.values == other.values;
}

bool isSame(const Reals& one, const Reals& other)
{
    return one.has == other.has
        && std::equal(one.values.begin(), one.values.end(), other.values.begin(), [](double a, double b) {
               return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
           });
}

Places placesOf(int from, int step)
{
    Places places;
    for (std::size_t place = static_cast<std::size_t>(from); place < kBlockPlaces;
         place += static_cast<std::size_t>(step)) {
        places.set(place);
    }
    return places;
}

/// A day of a block in which every kind of column occurs.
std::unique_ptr<UsageBlock> someBlock(std::mt19937_64& random)
{
    auto block = std::make_unique<UsageBlock>();
    for (std::size_t place = 0; place < kBlockPlaces; place += 1 + random() % 3) {
        UsageValues values;
        values.turns = static_cast<std::int64_t>(random() % 300);
        values.threads = static_cast<std::int64_t>(random() % 2);
        values.costs.credits = static_cast<double>(random() % 100'000) / 100;
        if (random() % 4 != 0) {
            values.costs.estimatedCostUsd = static_cast<double>(random() % 100'000) / 97;
            values.tokens.uncachedInput = static_cast<std::int64_t>(random() % 10'000'000'000);
        }
        values.tokens.output = static_cast<std::int64_t>(random() % 70'000);
        block->set(place, UtcDay::fromNumber(20'000), values);
    }
    return block;
}

SurfaceBlocks someSurfaces(std::mt19937_64& random)
{
    SurfaceBlocks surfaces;
    for (std::uint32_t client = 1; client < 5; ++client) {
        SurfaceBlock& block = surfaces[client];
        for (std::size_t place = client; place < kBlockPlaces; place += 1 + random() % 9) {
            block.present.set(place);
            block.turns.set(place, static_cast<std::int64_t>(random() % 90'000));
            block.credits.set(place, static_cast<double>(random() % 1'000) / 8);
        }
    }
    return surfaces;
}

/// Harms bytes in every way that a broken disk or a foreign hand may, and reads them: `read` may throw what a
/// contradiction or an overflow throws, and nothing else may happen.
template <typename Read> void harmAndRead(std::mt19937_64& random, const std::string& whole, Read read)
{
    int refused = 0;
    const auto tryOn = [&](const std::string& bytes) {
        try {
            read(std::string(bytes)); // a copy of its own length, so that a sanitizer sees what is behind
        } catch (const std::out_of_range&) {
            ++refused;
        } catch (const SumOverflow&) {
            ++refused;
        }
    };
    read(whole);
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const int before = refused;
        tryOn(whole.substr(0, length));
        QVERIFY2(refused == before + 1, qPrintable(QStringLiteral("cut to %1 bytes").arg(length)));
    }
    const int before = refused;
    tryOn(whole + 'x');
    QCOMPARE(refused, before + 1);
    for (int i = 0; i < 20'000; ++i) {
        std::string bytes = whole;
        for (std::uint64_t flips = 1 + random() % 4; flips > 0; --flips) {
            bytes[random() % bytes.size()] ^= static_cast<char>(1U << (random() % 8));
        }
        tryOn(bytes);
    }
    for (int i = 0; i < 5'000; ++i) {
        std::string noise(random() % 200, '\0');
        for (char& byte : noise) {
            byte = static_cast<char>(random());
        }
        if (!noise.empty() && i % 2 == 0) {
            noise[0] = whole[0]; // the version, so that more than the first byte is read
        }
        tryOn(noise);
    }
    QVERIFY(refused > 1'000);
}

} // namespace

/// What is packed comes back to the bit, takes as little room as it may, and harmed bytes are refused.
class TestPackedColumns : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void integersComeBack_data();
    void integersComeBack();
    void realsComeBack_data();
    void realsComeBack();
    void nullIsNotZero();
    void sumsAreMadeInPlace();
    void sumsOfDecimalsStayDecimal();
    void sumsOfOthersStayAsTheyAre();
    void sumsThatOverflowAreRefused();
    void aColumnOfAnotherKindIsRefused();
    void harmedBlocksAreRefused();
    void harmedSurfacesAreRefused();
    void harmedSetsAreRefused();
    void setsComeBack_data();
    void setsComeBack();
};

void TestPackedColumns::integersComeBack_data()
{
    QTest::addColumn<qint64>("least");
    QTest::addColumn<qint64>("most");
    QTest::addColumn<int>("bytes"); ///< for 86 values, without head and places
    constexpr qint64 kMost = std::numeric_limits<qint64>::max();
    QTest::newRow("zeros") << qint64(0) << qint64(0) << 8;
    QTest::newRow("one number") << qint64(-5) << qint64(-5) << 8;
    QTest::newRow("one byte") << qint64(0) << qint64(255) << 86;
    QTest::newRow("two bytes") << qint64(0) << qint64(256) << 2 * 86;
    QTest::newRow("two bytes, the largest") << qint64(0) << qint64(65'535) << 2 * 86;
    QTest::newRow("three bytes") << qint64(0) << qint64(65'536) << 3 * 86;
    QTest::newRow("three bytes, the largest") << qint64(0x01'02'03) << qint64(16'777'215) << 3 * 86;
    QTest::newRow("four bytes") << qint64(0) << qint64(16'777'216) << 4 * 86;
    QTest::newRow("four bytes, the largest") << qint64(0) << qint64(4'294'967'295) << 4 * 86;
    QTest::newRow("eight bytes") << qint64(0) << qint64(4'294'967'296) << 8 * 86;
    QTest::newRow("below zero") << qint64(-1) << qint64(1) << 8 * 86;
    QTest::newRow("the ends") << std::numeric_limits<qint64>::min() << kMost << 8 * 86;
}

void TestPackedColumns::integersComeBack()
{
    QFETCH(qint64, least);
    QFETCH(qint64, most);
    QFETCH(int, bytes);
    const Places present = placesOf(0, 3);
    Integers column;
    for (std::size_t place = 0; place < kBlockPlaces; place += 3) {
        column.set(place, std::int64_t{place % 2 == 0 ? least : most});
    }
    ColumnWriter writer;
    writer.begin(present);
    writer.add(column);
    const std::string whole = writer.take();
    QCOMPARE(static_cast<int>(whole.size()), 1 + 32 + 1 + bytes);

    ColumnReader reader(whole);
    QVERIFY(reader.begin() == present);
    Integers sums;
    reader.addTo(sums);
    reader.finish();
    QVERIFY(isSame(sums, column));
}

void TestPackedColumns::realsComeBack_data()
{
    QTest::addColumn<QVector<double>>("values");
    QTest::addColumn<int>("bytes"); ///< of one value
    QTest::newRow("whole numbers") << QVector<double>{0, 1, 250} << 1;
    QTest::newRow("cents") << QVector<double>{0.05, 122.93, 80} << 2;
    QTest::newRow("four decimals") << QVector<double>{4.9172, 3.2, 150.1234} << 3;
    QTest::newRow("four decimals of more") << QVector<double>{4.9172, 3.2, 2'150.1234} << 4;
    QTest::newRow("six decimals") << QVector<double>{2.004636, 0.461568} << 3;
    QTest::newRow("more decimals than that") << QVector<double>{0.1234567, 1} << 8;
    QTest::newRow("no decimals at all") << QVector<double>{1.0 / 3, 2.0 / 97} << 8;
    QTest::newRow("larger than four bytes") << QVector<double>{5e9, 0.5} << 8;
    QTest::newRow("the smallest and the largest")
        << QVector<double>{std::numeric_limits<double>::denorm_min(), std::numeric_limits<double>::max()}
        << 8;
    QTest::newRow("below zero") << QVector<double>{-0.25, 1} << 8;
    QTest::newRow("a zero below zero") << QVector<double>{-0.0, 1} << 8;
}

void TestPackedColumns::realsComeBack()
{
    QFETCH(QVector<double>, values);
    QFETCH(int, bytes);
    const Places present = placesOf(1, 2);
    Reals column;
    for (std::size_t place = 1; place < kBlockPlaces; place += 2) {
        column.set(place, values[static_cast<qsizetype>(place / 2) % values.size()]);
    }
    ColumnWriter writer;
    writer.begin(present);
    writer.add(column);
    const std::string whole = writer.take();
    QCOMPARE(static_cast<int>(whole.size()), 1 + 32 + 1 + 128 * bytes);

    ColumnReader reader(whole);
    reader.begin();
    Reals sums;
    // The sum with zero loses only the sign of a zero.
    std::fill(sums.values.begin(), sums.values.end(), -0.0);
    reader.addTo(sums);
    reader.finish();
    for (std::size_t place = 0; place < kBlockPlaces; place += 2) {
        sums.values[place] = 0;
    }
    QVERIFY(isSame(sums, column));
}

void TestPackedColumns::nullIsNotZero()
{
    const Places present = placesOf(0, 2);
    Integers integers;
    Reals reals;
    integers.set(0, std::int64_t{0});
    integers.set(200, std::int64_t{7});
    const std::string bytes = packed(present, integers, reals);
    ColumnReader reader(bytes);
    reader.begin();
    Integers foundIntegers;
    Reals foundReals;
    reader.addTo(foundIntegers);
    reader.addTo(foundReals);
    reader.finish();
    QVERIFY(foundIntegers.at(0) == 0);
    QVERIFY(!foundIntegers.at(2));
    QVERIFY(foundIntegers.at(200) == 7);
    QVERIFY(foundReals.has.isEmpty());
}

void TestPackedColumns::sumsAreMadeInPlace()
{
    const auto one = [](std::size_t place, std::int64_t integer, double real) {
        Places present;
        Integers integers;
        Reals reals;
        present.set(place);
        present.set(255);
        integers.set(place, integer);
        reals.set(255, real);
        return packed(present, integers, reals);
    };
    Integers integers;
    Reals reals;
    for (const std::string& bytes : {one(3, 1, 0.5), one(4, 10, 0.25), one(3, 100, 8)}) {
        ColumnReader reader(bytes);
        reader.begin();
        reader.addTo(integers);
        reader.addTo(reals);
    }
    QVERIFY(integers.at(3) == 101);
    QVERIFY(integers.at(4) == 10);
    QVERIFY(!integers.at(255));
    QCOMPARE(reals.at(255).value_or(0), 8.75);
    QVERIFY(!reals.at(3));
}

namespace {

/// The sum of these as a week has it, and how many bytes one of them takes there.
std::pair<double, std::size_t> weekOf(const std::vector<double>& days)
{
    Reals sums;
    const Places present = placesOf(0, 1);
    for (const double day : days) {
        Reals column;
        for (std::size_t place = 0; place < kBlockPlaces; ++place) {
            column.set(place, day * (place == 0 ? 0 : 1));
        }
        ColumnWriter writer;
        writer.begin(present);
        writer.add(column);
        const std::string bytes = writer.take();
        ColumnReader reader(bytes);
        reader.begin();
        reader.addTo(sums);
        reader.finish();
    }
    ColumnWriter writer;
    writer.begin(present);
    writer.addSums(sums);
    const std::string bytes = writer.take();
    ColumnReader reader(bytes);
    reader.begin();
    Reals found;
    reader.addTo(found);
    return {found.values[1], (bytes.size() - 34) / kBlockPlaces};
}

} // namespace

void TestPackedColumns::sumsOfDecimalsStayDecimal()
{
    QVERIFY(0.1 + 0.2 > 0.3); // what additions leave behind
    const auto [tenths, bytesOfTenths] = weekOf({0.1, 0.2});
    QCOMPARE(std::bit_cast<std::uint64_t>(tenths), std::bit_cast<std::uint64_t>(0.3));
    QCOMPARE(bytesOfTenths, std::size_t{1});
    const auto [mixed, bytesOfMixed] = weekOf({12.3456, 7, 0.25, 100.1, 3.0001, 0.9999, 1.1});
    QCOMPARE(std::bit_cast<std::uint64_t>(mixed), std::bit_cast<std::uint64_t>(124.7956));
    QCOMPARE(bytesOfMixed, std::size_t{3});
}

void TestPackedColumns::sumsOfOthersStayAsTheyAre()
{
    const double third = 1.0 / 3;
    const auto [sum, bytes] = weekOf({0.1, third, 0.2});
    QCOMPARE(std::bit_cast<std::uint64_t>(sum), std::bit_cast<std::uint64_t>(0.1 + third + 0.2));
    QCOMPARE(bytes, std::size_t{8});
    const auto [large, bytesOfLarge] = weekOf({4e9, 4e9, 0.5});
    QCOMPARE(large, 8'000'000'000.5);
    QCOMPARE(bytesOfLarge, std::size_t{8});
}

void TestPackedColumns::sumsThatOverflowAreRefused()
{
    const Places present = placesOf(5, 256);
    Integers integers;
    Reals reals;
    integers.set(5, std::numeric_limits<std::int64_t>::max());
    reals.set(5, std::numeric_limits<double>::max());
    const std::string bytes = packed(present, integers, reals);
    ColumnReader first(bytes);
    first.begin();
    QVERIFY_THROWS_EXCEPTION(SumOverflow, first.addTo(integers));
    ColumnReader second(bytes);
    second.begin();
    second.skip();
    QVERIFY_THROWS_EXCEPTION(SumOverflow, second.addTo(reals));
}

void TestPackedColumns::aColumnOfAnotherKindIsRefused()
{
    const Places present = placesOf(0, 1);
    Integers integers;
    Reals reals;
    reals.set(0, 0.5);
    const std::string bytes = packed(present, integers, reals);
    ColumnReader reader(bytes);
    reader.begin();
    reader.skip();
    Integers sums;
    QVERIFY_THROWS_EXCEPTION(std::out_of_range, reader.addTo(sums));
}

void TestPackedColumns::harmedBlocksAreRefused()
{
    std::mt19937_64 random(20261123);
    const UtcDay when = UtcDay::fromNumber(20'000);
    const auto block = someBlock(random);
    harmAndRead(random, block->counts(when), [when](const std::string& bytes) {
        const auto sums = std::make_unique<UsageBlock>();
        sums->addCounts(bytes, when);
    });
    harmAndRead(random, block->amounts(), [](const std::string& bytes) {
        const auto sums = std::make_unique<UsageBlock>();
        sums->addAmounts(bytes);
    });
}

void TestPackedColumns::harmedSurfacesAreRefused()
{
    std::mt19937_64 random(20261124);
    const SurfaceBlocks surfaces = someSurfaces(random);
    const std::string whole = app::store::packed(surfaces);
    // A cut between two surfaces looks whole: the check of the cache compares the days with their sums.
    std::set<std::size_t> ends;
    SurfaceBlocks shorter;
    for (const auto& [client, block] : surfaces) {
        ends.insert(app::store::packed(shorter).size());
        shorter.emplace(client, block);
    }
    harmAndRead(random, whole, [&ends](const std::string& bytes) {
        if (ends.contains(bytes.size())) {
            throw std::out_of_range("as if it were noticed");
        }
        SurfaceBlocks found;
        addSurfaces(bytes, [&found](std::uint32_t client) -> SurfaceBlock& { return found[client]; });
    });
}

void TestPackedColumns::setsComeBack_data()
{
    QTest::addColumn<int>("step");
    QTest::addColumn<int>("mostBytes");
    QTest::newRow("everybody") << 1 << 1 + 1'256;
    QTest::newRow("every third") << 3 << 1 + 1'256;
    QTest::newRow("every hundredth") << 100 << 1 + 101;
    QTest::newRow("hardly anybody") << 5'000 << 1 + 4;
}

void TestPackedColumns::setsComeBack()
{
    QFETCH(int, step);
    QFETCH(int, mostBytes);
    PeopleSet set;
    std::set<std::int64_t> people;
    for (std::int64_t person = step; person <= 10'000; person += step) {
        set.insert(person);
        people.insert(person);
    }
    QCOMPARE(set.count(), static_cast<std::int64_t>(people.size()));
    QVERIFY2(
        static_cast<int>(set.bytes().size()) <= mostBytes, qPrintable(QString::number(set.bytes().size())));
    PeopleSet found;
    found.unite(set.bytes(), 10'000);
    QCOMPARE(found.count(), set.count());
    found.unite(set);
    QCOMPARE(found.count(), set.count());
    // Somebody beyond the last one of the cache is no person.
    QVERIFY_THROWS_EXCEPTION(std::out_of_range, PeopleSet().unite(set.bytes(), 10'000 - 5'000 - 64));

    PeopleSet odd;
    odd.insert(1);
    odd.unite(set.bytes(), 10'000);
    people.insert(1);
    QCOMPARE(odd.count(), static_cast<std::int64_t>(people.size()));
    odd.clear();
    QCOMPARE(odd.count(), std::int64_t{0});
}

void TestPackedColumns::harmedSetsAreRefused()
{
    std::mt19937_64 random(20261125);
    constexpr std::int64_t kLast = 3'000;
    for (const std::int64_t step : {2, 50}) {
        PeopleSet set;
        for (std::int64_t person = 1; person <= kLast; person += step) {
            set.insert(person);
        }
        const std::string whole = set.bytes();
        for (int i = 0; i < 20'000; ++i) {
            std::string bytes = whole.substr(0, i % 3 == 0 ? random() % whole.size() : whole.size());
            for (std::uint64_t flips = random() % 4; flips > 0 && !bytes.empty(); --flips) {
                bytes[random() % bytes.size()] ^= static_cast<char>(1U << (random() % 8));
            }
            PeopleSet found;
            try {
                found.unite(bytes, kLast);
            } catch (const std::out_of_range&) {
                continue;
            }
            QVERIFY(found.count() <= kLast + 64);
        }
    }
}

QTEST_GUILESS_MAIN(TestPackedColumns)
#include "tst_packedcolumns.moc"
