// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/Generator.h"
#include "simulator/PageJson.h"
#include "support/TestCase.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>
#include <set>

using namespace app;
using namespace app::simulator;

namespace {

core::UtcDay day(const char* iso)
{
    return *core::UtcDay::fromIso(QString::fromLatin1(iso));
}

Profile profileOf(int engineers, int days)
{
    Profile profile;
    profile.engineers = engineers;
    profile.days = days;
    profile.today = day("2026-11-20");
    return profile;
}

std::vector<TruthUsage> rowsOf(const Generator& data, core::UtcDay on, DayState state = {})
{
    std::vector<TruthUsage> rows;
    for (int slot = 0; slot < data.usageSlots(); ++slot) {
        if (data.hasUsage(on, slot, state)) {
            rows.push_back(data.usage(on, slot, state));
        }
    }
    return rows;
}

bool isClose(double a, double b)
{
    return std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b)});
}

/// The public rate card: credits per million uncached input, cached input and output tokens.
double creditsByRateCard(const TruthModel& model)
{
    static const std::map<std::string, std::array<double, 3>> kRates{
        {"gpt-5.5", {125, 12.5, 750}},
        {"gpt-5.4", {62.5, 6.25, 375}},
        {"gpt-5.4-mini", {18.75, 1.875, 113}},
        {"gpt-5.3-codex", {43.75, 4.375, 350}},
    };
    const auto& [uncached, cached, output] = kRates.at(model.model);
    const double plain = (static_cast<double>(*model.tokens.uncachedInput) * uncached
                             + static_cast<double>(*model.tokens.cachedInput) * cached
                             + static_cast<double>(*model.tokens.output) * output)
        / 1e6;
    return model.speed == "fast" ? 2 * plain : plain;
}

} // namespace

class TestSimulatorGenerator : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void equalProfilesGiveEqualRows();
    void anotherSeedGivesOtherRows();
    void movingTodayChangesNoOldDay();
    void clientsAndModelsAddUpToTheTotals();
    void workspaceRowIsTheSumOfTheDay();
    void creditsFollowTheRateCard();
    void theEstimateIsFourCentsACredit();
    void weekendsAndHolidaysAreQuiet();
    void knowsTheHolidays_data();
    void knowsTheHolidays();
    void usageGrows();
    void engineersDiffer();
    void somePeopleJoinLater();
    void idsAreUniqueAndInvented();
    void slotsAreNotAlphabetical();
    void prioritiesNeverExceedComments();
    void responsesFitEachOther();
    void responsesBelongToEarlierReviews();
    void aRevisedDayGrows();
    void aVanishedDayMissesItsFirstRowOnly();
    void withdrawnDaysHaveNoRows();
    void worksWithoutEngineers();
    void buildsTheLargestPageQuickly();
};

void TestSimulatorGenerator::equalProfilesGiveEqualRows()
{
    const Generator one(profileOf(60, 20));
    const Generator two(profileOf(60, 20));

    const QByteArray first = usagePage(one, one.offeredDays(), 30'000);
    const QByteArray second = usagePage(two, two.offeredDays(), 30'000);

    QVERIFY(first.size() > 100'000);
    QCOMPARE(first, second);
    QVERIFY(one.workspaceUsage(day("2026-11-18"), {}) == two.workspaceUsage(day("2026-11-18"), {}));
    QVERIFY(one.reviews(day("2026-11-18"), {}) == two.reviews(day("2026-11-18"), {}));
    QVERIFY(one.responses(day("2026-11-18"), {}) == two.responses(day("2026-11-18"), {}));
}

void TestSimulatorGenerator::anotherSeedGivesOtherRows()
{
    Profile other = profileOf(60, 20);
    other.seed = 2;
    const Generator one(profileOf(60, 20));
    const Generator two(other);

    QVERIFY(usagePage(one, one.offeredDays(), 30'000) != usagePage(two, two.offeredDays(), 30'000));
}

void TestSimulatorGenerator::movingTodayChangesNoOldDay()
{
    const Generator before(profileOf(60, 20));
    Profile moved = before.profile();
    moved.today = moved.today + 3;
    const Generator after(moved);

    for (core::UtcDay on = before.offeredDays().first; on <= before.offeredDays().last; ++on) {
        QVERIFY2(rowsOf(before, on) == rowsOf(after, on), qPrintable(on.toIso()));
        QVERIFY(before.workspaceUsage(on, {}) == after.workspaceUsage(on, {}));
        QVERIFY(before.reviews(on, {}) == after.reviews(on, {}));
        QVERIFY(before.responses(on, {}) == after.responses(on, {}));
    }
    QCOMPARE(after.offeredDays().length(), 23);
}

void TestSimulatorGenerator::clientsAndModelsAddUpToTheTotals()
{
    const Generator data(profileOf(150, 30));
    int rows = 0;
    for (core::UtcDay on = data.offeredDays().first; on <= data.offeredDays().last; ++on) {
        for (const TruthUsage& row : rowsOf(data, on)) {
            ++rows;
            std::int64_t threads = 0;
            std::int64_t turns = 0;
            double clientCredits = 0;
            std::int64_t clientTokens = 0;
            std::set<std::string> ids;
            for (const TruthClient& client : row.clients) {
                ids.insert(client.clientId);
                threads += client.threads;
                turns += client.turns;
                clientCredits += *client.costs.credits;
                clientTokens += *client.tokens.total;
            }
            double modelCredits = 0;
            std::int64_t modelTokens = 0;
            for (const TruthModel& model : row.models) {
                modelCredits += *model.costs.credits;
                modelTokens += *model.tokens.total;
            }
            QCOMPARE(ids.size(), row.clients.size());
            QCOMPARE(threads, row.threads);
            QCOMPARE(turns, row.turns);
            QVERIFY(row.threads >= 1);
            QVERIFY(row.turns >= 1);
            QVERIFY(isClose(clientCredits, *row.costs.credits));
            QVERIFY(isClose(modelCredits, *row.costs.credits));
            QCOMPARE(clientTokens, *row.tokens.total);
            QCOMPARE(modelTokens, *row.tokens.total);
            QCOMPARE(
                *row.tokens.total, *row.tokens.uncachedInput + *row.tokens.cachedInput + *row.tokens.output);
        }
    }
    QVERIFY(rows > 1000);
}

void TestSimulatorGenerator::workspaceRowIsTheSumOfTheDay()
{
    const Generator data(profileOf(150, 30));
    for (core::UtcDay on = data.offeredDays().first; on <= data.offeredDays().last; ++on) {
        std::int64_t threads = 0;
        std::int64_t turns = 0;
        std::int64_t tokens = 0;
        std::int64_t lines = 0;
        double credits = 0;
        std::map<std::string, std::int64_t> turnsByClient;
        const std::vector<TruthUsage> rows = rowsOf(data, on);
        for (const TruthUsage& row : rows) {
            threads += row.threads;
            turns += row.turns;
            tokens += *row.tokens.total;
            lines += row.linesAdded.value_or(0);
            credits += *row.costs.credits;
            for (const TruthClient& client : row.clients) {
                turnsByClient[client.clientId] += client.turns;
            }
        }
        QCOMPARE(data.hasWorkspaceUsage(on, {}), !rows.empty());
        const TruthUsage sum = data.workspaceUsage(on, {});
        QVERIFY(!sum.identity.userId && !sum.identity.email && !sum.identity.actorType);
        QCOMPARE(sum.threads, threads);
        QCOMPARE(sum.turns, turns);
        QCOMPARE(sum.tokens.total.value_or(0), tokens);
        QCOMPARE(sum.linesAdded.value_or(0), lines);
        QVERIFY(isClose(sum.costs.credits.value_or(0), credits));
        QCOMPARE(sum.clients.size(), turnsByClient.size());
        for (const TruthClient& client : sum.clients) {
            QCOMPARE(client.turns, turnsByClient[client.clientId]);
        }
    }
}

void TestSimulatorGenerator::creditsFollowTheRateCard()
{
    const Generator data(profileOf(150, 10));
    std::set<std::string> speeds;
    std::set<std::string> models;
    for (const TruthUsage& row : rowsOf(data, day("2026-11-19"))) {
        for (const TruthModel& model : row.models) {
            // Rounded to a ten-thousandth; fast doubles the rounded figure.
            QVERIFY(std::abs(*model.costs.credits - creditsByRateCard(model)) <= 0.000'11);
            speeds.insert(model.speed.value_or("null"));
            models.insert(model.model);
        }
    }
    QCOMPARE(speeds, (std::set<std::string>{"fast", "null", "standard"}));
    QCOMPARE(models.size(), std::size_t{4});
}

void TestSimulatorGenerator::theEstimateIsFourCentsACredit()
{
    const Generator data(profileOf(50, 10));
    for (const TruthUsage& row : rowsOf(data, day("2026-11-19"))) {
        QVERIFY(isClose(*row.costs.estimatedCostUsd, *row.costs.credits * 0.04));
        QVERIFY(!row.costs.costUsd);
    }
}

void TestSimulatorGenerator::weekendsAndHolidaysAreQuiet()
{
    Profile profile = profileOf(400, 60);
    profile.today = day("2026-12-30");
    const Generator data(profile);

    const auto friday = rowsOf(data, day("2026-12-18")).size();
    const auto sunday = rowsOf(data, day("2026-12-20")).size();
    const auto christmas = rowsOf(data, day("2026-12-25")).size();

    QVERIFY(friday > 150);
    QVERIFY(sunday * 4 < friday);
    QVERIFY(sunday > 0);
    QVERIFY(christmas * 6 < friday);
}

void TestSimulatorGenerator::knowsTheHolidays_data()
{
    QTest::addColumn<QString>("iso");
    QTest::addColumn<bool>("holiday");
    QTest::newRow("new year") << QStringLiteral("2026-01-01") << true;
    QTest::newRow("first of May") << QStringLiteral("2026-05-01") << true;
    QTest::newRow("fourth Thursday of November") << QStringLiteral("2026-11-26") << true;
    QTest::newRow("third Thursday of November") << QStringLiteral("2026-11-19") << false;
    QTest::newRow("the day before Christmas") << QStringLiteral("2026-12-24") << true;
    QTest::newRow("the day after") << QStringLiteral("2026-12-27") << false;
    QTest::newRow("the last day of the year") << QStringLiteral("2026-12-31") << true;
    QTest::newRow("any day") << QStringLiteral("2026-06-17") << false;
}

void TestSimulatorGenerator::knowsTheHolidays()
{
    QFETCH(QString, iso);
    QFETCH(bool, holiday);
    QCOMPARE(Generator::isHoliday(*core::UtcDay::fromIso(iso)), holiday);
}

void TestSimulatorGenerator::usageGrows()
{
    const Generator data(profileOf(400, 90));
    const core::UtcDay first = data.offeredDays().first;
    std::int64_t early = 0;
    std::int64_t late = 0;
    for (int i = 0; i < 14; ++i) {
        early += data.workspaceUsage(first + i, {}).turns;
        late += data.workspaceUsage(data.offeredDays().last - i, {}).turns;
    }
    QVERIFY2(late * 10 > early * 13, qPrintable(QStringLiteral("%1 → %2").arg(early).arg(late)));
}

void TestSimulatorGenerator::engineersDiffer()
{
    const Generator data(profileOf(300, 30));
    std::map<std::string, int> activeDays;
    for (core::UtcDay on = data.offeredDays().first; on <= data.offeredDays().last; ++on) {
        for (const TruthUsage& row : rowsOf(data, on)) {
            ++activeDays[*row.identity.userId];
        }
    }
    const auto often
        = std::count_if(activeDays.begin(), activeDays.end(), [](const auto& e) { return e.second >= 15; });
    const auto seldom
        = std::count_if(activeDays.begin(), activeDays.end(), [](const auto& e) { return e.second <= 5; });
    QVERIFY(often > 30);
    QVERIFY(seldom > 15);
    // Some never appear at all.
    QVERIFY(activeDays.size() < 295);
    QVERIFY(activeDays.size() > 200);
}

void TestSimulatorGenerator::somePeopleJoinLater()
{
    const Generator data(profileOf(400, 90));
    std::map<std::string, core::UtcDay> firstSeen;
    for (core::UtcDay on = data.offeredDays().first; on <= data.offeredDays().last; ++on) {
        for (const TruthUsage& row : rowsOf(data, on)) {
            firstSeen.emplace(*row.identity.userId, on);
        }
    }
    const auto late = std::count_if(firstSeen.begin(), firstSeen.end(),
        [&data](const auto& entry) { return entry.second - data.offeredDays().first > 30; });
    QVERIFY(late >= 10);
}

void TestSimulatorGenerator::idsAreUniqueAndInvented()
{
    const Generator data(profileOf(2000, 1));
    std::set<std::string> ids;
    std::set<std::string> emails;
    int rows = 0;
    int withoutEmail = 0;
    for (const TruthUsage& row : rowsOf(data, day("2026-11-20"))) {
        ++rows;
        ids.insert(*row.identity.userId);
        QVERIFY(row.identity.userId->starts_with("user-Sim"));
        QCOMPARE(*row.identity.actorType, std::string("ACCOUNT_USER"));
        if (row.identity.email) {
            emails.insert(*row.identity.email);
            QVERIFY(row.identity.email->ends_with("@example.com"));
        } else {
            ++withoutEmail;
        }
    }
    QVERIFY(rows > 500);
    QCOMPARE(ids.size(), static_cast<std::size_t>(rows));
    QCOMPARE(emails.size(), static_cast<std::size_t>(rows - withoutEmail));
    QVERIFY(withoutEmail > 0);
}

void TestSimulatorGenerator::slotsAreNotAlphabetical()
{
    const Generator data(profileOf(100, 3));
    std::vector<std::string> ids;
    for (const TruthUsage& row : rowsOf(data, day("2026-11-20"))) {
        ids.push_back(*row.identity.userId);
    }
    QVERIFY(ids.size() > 10);
    QVERIFY(!std::is_sorted(ids.begin(), ids.end()));
    QVERIFY(!std::is_sorted(ids.rbegin(), ids.rend()));
}

void TestSimulatorGenerator::prioritiesNeverExceedComments()
{
    const Generator data(profileOf(400, 90));
    std::int64_t p0 = 0;
    int withoutPriority = 0;
    int days = 0;
    for (core::UtcDay on = data.offeredDays().first; on <= data.offeredDays().last; ++on) {
        for (const TruthReview& row : data.reviews(on, {})) {
            ++days;
            QVERIFY(row.pullRequestReviews > 0);
            QVERIFY(row.p0 >= 0 && row.p1 >= 0 && row.p2 >= 0);
            QVERIFY(row.p0 + row.p1 + row.p2 <= row.comments);
            QVERIFY(!row.identity.userId);
            withoutPriority += row.p0 + row.p1 + row.p2 < row.comments ? 1 : 0;
            p0 += row.p0;
        }
    }
    QVERIFY(days > 60);
    QVERIFY(p0 > 0);
    QVERIFY(withoutPriority > 0);
}

void TestSimulatorGenerator::responsesFitEachOther()
{
    for (const bool perEngineer : {false, true}) {
        Profile profile = profileOf(400, 90);
        profile.identityOnReviews = perEngineer;
        const Generator data(profile);
        int rows = 0;
        for (core::UtcDay on = data.offeredDays().first; on <= data.offeredDays().last; ++on) {
            for (const DayState state : {DayState{}, DayState{true, false}}) {
                for (const TruthResponse& row : data.responses(on, state)) {
                    ++rows;
                    QCOMPARE(row.identity.userId.has_value(), perEngineer);
                    QVERIFY(row.engaged <= row.comments);
                    QVERIFY(row.reacted <= row.engaged);
                    QVERIFY(row.replied <= row.engaged);
                    // Engaged means a reaction or a reply.
                    QVERIFY(row.reacted + row.replied >= row.engaged);
                    QVERIFY(row.upvoted <= row.reacted);
                    QVERIFY(row.downvoted <= row.reacted);
                    QVERIFY(row.reactedOther <= row.reacted);
                    QVERIFY(row.upvoted + row.downvoted + row.reactedOther >= row.reacted);
                    QVERIFY(row.upvotes >= row.upvoted);
                    QVERIFY(row.downvotes >= row.downvoted);
                    QVERIFY(row.otherReactions >= row.reactedOther);
                    QCOMPARE(row.reactions, row.upvotes + row.downvotes + row.otherReactions);
                    QVERIFY(row.replies >= row.replied);
                    QVERIFY(row.replied > 0 || row.replies == 0);
                }
            }
        }
        QVERIFY(rows > 100);
    }
}

void TestSimulatorGenerator::responsesBelongToEarlierReviews()
{
    const Generator data(profileOf(400, 90));
    std::int64_t reviews = 0;
    std::int64_t comments = 0;
    std::int64_t merged = 0;
    std::int64_t answered = 0;
    for (core::UtcDay on = data.offeredDays().first; on <= data.offeredDays().last; ++on) {
        // Whatever merged until today was reviewed until yesterday.
        for (const TruthResponse& row : data.responses(on, {})) {
            merged += row.pullRequestReviews;
            answered += row.comments;
        }
        QVERIFY(merged <= reviews);
        QVERIFY(answered <= comments);
        for (const TruthReview& row : data.reviews(on, {})) {
            reviews += row.pullRequestReviews;
            comments += row.comments;
        }
    }
    QVERIFY(merged * 10 > reviews * 7);
    QVERIFY(data.responses(data.offeredDays().first, {}).empty());
}

void TestSimulatorGenerator::aRevisedDayGrows()
{
    const Generator data(profileOf(400, 30));
    const core::UtcDay on = day("2026-11-19");
    const DayState revised{true, false};

    const auto before = rowsOf(data, on);
    const auto after = rowsOf(data, on, revised);

    QVERIFY(after.size() > before.size());
    QVERIFY(data.workspaceUsage(on, revised).turns > data.workspaceUsage(on, {}).turns);
    QVERIFY(data.reviews(on, revised).at(0).comments > data.reviews(on, {}).at(0).comments);
    QVERIFY(data.responses(on, revised).at(0).replies > data.responses(on, {}).at(0).replies);
}

void TestSimulatorGenerator::aVanishedDayMissesItsFirstRowOnly()
{
    const Generator data(profileOf(400, 30));
    const core::UtcDay on = day("2026-11-19");
    const DayState vanished{false, true};

    auto before = rowsOf(data, on);
    const auto after = rowsOf(data, on, vanished);
    const TruthUsage gone = before.front();
    before.erase(before.begin());

    QVERIFY(before == after);
    QCOMPARE(data.workspaceUsage(on, vanished).turns, data.workspaceUsage(on, {}).turns - gone.turns);
}

void TestSimulatorGenerator::withdrawnDaysHaveNoRows()
{
    Profile profile = profileOf(400, 30);
    profile.withdrawnDays = {{day("2026-11-10"), day("2026-11-12")}};
    const Generator data(profile);

    QVERIFY(rowsOf(data, day("2026-11-11")).empty());
    QVERIFY(!data.hasWorkspaceUsage(day("2026-11-11"), {}));
    QVERIFY(data.reviews(day("2026-11-11"), {}).empty());
    QVERIFY(data.responses(day("2026-11-11"), {}).empty());
    QVERIFY(!rowsOf(data, day("2026-11-13")).empty());
}

void TestSimulatorGenerator::worksWithoutEngineers()
{
    for (const bool perEngineer : {false, true}) {
        Profile profile = profileOf(0, 5);
        profile.identityOnReviews = perEngineer;
        const Generator data(profile);
        const core::UtcDay on = day("2026-11-19");
        QVERIFY(rowsOf(data, on).empty());
        QVERIFY(!data.hasWorkspaceUsage(on, {}));
        QVERIFY(data.reviews(on, {}).empty());
        QVERIFY(data.responses(on, {}).empty());
    }
}

void TestSimulatorGenerator::buildsTheLargestPageQuickly()
{
    const Generator data(profileOf(10'000, 30));
    QElapsedTimer timer;
    timer.start();

    const QByteArray page = usagePage(data, data.offeredDays(), 30'000);

    // Well under a second when optimised; the bound leaves room for a debug build with sanitizers on a busy
    // machine.
    QVERIFY2(timer.elapsed() < 15'000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(page.size() > 30'000'000);
    QCOMPARE(page.count("\"totals\":"), 30'000);
}

QTEST_GUILESS_MAIN(TestSimulatorGenerator)
#include "tst_simulator_generator.moc"
