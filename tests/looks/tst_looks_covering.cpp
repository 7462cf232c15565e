// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "looks/CoveringArray.h"
#include "support/TestCase.h"

#include <set>
#include <tuple>

using looks::coverPairs;
using looks::Factor;
using looks::PairRule;
using looks::Row;

namespace {

using Pair = std::tuple<std::size_t, int, std::size_t, int>;

bool always(int, int, int, int)
{
    return true;
}

std::vector<Factor> factorsOf(std::initializer_list<int> levels)
{
    std::vector<Factor> factors;
    for (const int count : levels) {
        factors.push_back({count});
    }
    return factors;
}

/// Every row of the full product that breaks no rule; the plain way, as a second opinion.
std::vector<Row> allRows(const std::vector<Factor>& factors, const PairRule& allowed)
{
    std::vector<Row> rows{{}};
    for (std::size_t factor = 0; factor < factors.size(); ++factor) {
        std::vector<Row> longer;
        for (const Row& row : rows) {
            for (int level = 0; level < factors[factor].levels; ++level) {
                bool fits = true;
                for (std::size_t other = 0; other < factor; ++other) {
                    fits = fits
                        && allowed(static_cast<int>(other), row[other], static_cast<int>(factor), level);
                }
                if (fits) {
                    longer.push_back(row);
                    longer.back().push_back(level);
                }
            }
        }
        rows = std::move(longer);
    }
    return rows;
}

std::set<Pair> pairsOf(const std::vector<Row>& rows)
{
    std::set<Pair> pairs;
    for (const Row& row : rows) {
        for (std::size_t a = 0; a < row.size(); ++a) {
            for (std::size_t b = a + 1; b < row.size(); ++b) {
                pairs.emplace(a, row[a], b, row[b]);
            }
        }
    }
    return pairs;
}

} // namespace

class TestCovering final : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everyPairStandsInARow_data()
    {
        QTest::addColumn<int>("rule");
        QTest::addRow("nothing is forbidden") << 0;
        QTest::addRow("one level goes with one other only") << 1;
        QTest::addRow("a pair is impossible through a third factor") << 2;
    }
    void everyPairStandsInARow()
    {
        QFETCH(int, rule);
        const std::vector<Factor> factors = factorsOf({4, 3, 3, 2, 5});
        PairRule allowed = always;
        if (rule == 1) {
            allowed = [](int a, int i, int b, int j) { return a != 0 || b != 4 || (i == 0) == (j == 0); };
        } else if (rule == 2) {
            // 0:1 needs 1:2 and 2:0 forbids 1:2, so 0:1 and 2:0 never meet though no rule names them.
            allowed = [](int a, int i, int b, int j) {
                return !(a == 0 && b == 1 && i == 1 && j != 2) && !(a == 1 && b == 2 && i == 2 && j == 0);
            };
        }

        const std::vector<Row> rows = coverPairs(factors, allowed);

        QCOMPARE(pairsOf(rows), pairsOf(allRows(factors, allowed)));
        // Every row is one of the allowed ones.
        const std::vector<Row> possible = allRows(factors, allowed);
        for (const Row& row : rows) {
            QVERIFY(std::find(possible.begin(), possible.end(), row) != possible.end());
        }
        QVERIFY2(rows.size() <= 26, qPrintable(QString::number(rows.size())));
        QCOMPARE(coverPairs(factors, allowed), rows);
    }

    void takesTheLighterLevelWhereItCoversAsMuch()
    {
        std::vector<Factor> factors = factorsOf({6, 2, 3});
        factors[2].weight = {9, 0, 9};

        const std::vector<Row> rows = coverPairs(factors, always);

        const auto light
            = std::count_if(rows.begin(), rows.end(), [](const Row& row) { return row[2] == 1; });
        const auto heavy
            = std::count_if(rows.begin(), rows.end(), [](const Row& row) { return row[2] == 0; });
        QVERIFY(light >= heavy);
    }

    void nothingToCoverIsNoRow()
    {
        QVERIFY(coverPairs({}, always).empty());
        QVERIFY(coverPairs(factorsOf({2, 2}), [](int, int, int, int) { return false; }).empty());
    }
};

QTEST_APPLESS_MAIN(TestCovering)
#include "tst_looks_covering.moc"
