// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/TestCase.h"
#include "unit/simulator/SimulatorClient.h"

#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSignalSpy>

#include <set>

using namespace app;
using namespace app::simulator;
using support::Answer;
using support::SimulatorClient;

namespace {

const core::UtcDay kToday = *core::UtcDay::fromIso(u"2026-11-20"); // a Friday

const QString kUsage = QStringLiteral("usage");
const QString kReviews = QStringLiteral("code_reviews");
const QString kResponses = QStringLiteral("code_review_responses");

QString week()
{
    return SimulatorClient::window(kToday - 6, kToday);
}

QString workspaceWeek()
{
    return QStringLiteral("group=workspace&") + week();
}

int ageOf(const QJsonValue& row)
{
    return kToday - *core::UtcDay::fromMidnight(row[QStringLiteral("start_time")].toInteger());
}

QString userOf(const QJsonValue& row)
{
    return row[QStringLiteral("user_id")].toString();
}

QJsonValue totals(const QJsonValue& row, const char* name)
{
    return row[QStringLiteral("totals")][QLatin1String(name)];
}

/// The rows by day and user, so that two reads can be compared.
std::map<std::pair<int, QString>, QJsonObject> byDayAndUser(const QJsonArray& rows)
{
    std::map<std::pair<int, QString>, QJsonObject> all;
    for (const QJsonValue row : rows) {
        all[{ageOf(row), userOf(row)}] = row.toObject();
    }
    return all;
}

} // namespace

class TestSimulatorProfiles : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everyProfileIsListedAndAnswers_data();
    void everyProfileIsListedAndAnswers();
    void unknownNamesAreNoProfile();
    void emailsWithheld();
    void namesThatStrainALayout_data();
    void namesThatStrainALayout();
    void nullTokens();
    void nullModels();
    void unknownClient();
    void otherModel();
    void unknownActorType();
    void unattributed();
    void usdBilled();
    void todayProvisional();
    void lateRevisionChangesTheSecondRead();
    void revisionsStayWhenTimePasses();
    void probesAreNoReads();
    void vanishingRowIsGoneOnTheSecondRead();
    void duplicateAcrossPages();
    void movingRows();
    void workspaceListingsHaveAPageSizeOfTheirOwn();
    void emptyPageWithMore();
    void repeatedCursor();
    void fractionalCredits();
    void numbersAsStrings();
    void identityOnReviews();
    void richAttribution();
    void servedDays60();
    void someDatasetsOnly_data();
    void someDatasetsOnly();
    void gzipWhenAccepted();
    void canariesAreEverywhere();
    void smallPages();
    void partsRemainder();
    void automationDifference();

private:
    std::unique_ptr<SimulatorThread> run(const char* name, int engineers = 60);
};

std::unique_ptr<SimulatorThread> TestSimulatorProfiles::run(const char* name, int engineers)
{
    std::optional<Profile> profile = Profile::named(QString::fromLatin1(name));
    if (!profile) {
        qFatal("no profile %s", name);
    }
    profile->engineers = engineers;
    profile->today = kToday;
    auto simulator = std::make_unique<SimulatorThread>(*profile);
    if (!simulator->start()) {
        qFatal("the simulator did not start");
    }
    return simulator;
}

void TestSimulatorProfiles::everyProfileIsListedAndAnswers_data()
{
    QTest::addColumn<QString>("name");
    // The shapes that the contract asks for; a missing name fails here.
    for (const char* name : {"default", "emails-withheld", "null-tokens", "null-models", "unknown-client",
             "other-model", "unknown-actor-type", "unattributed", "usd-billed", "today-provisional",
             "late-revision", "vanishing-row", "duplicate-across-pages", "moving-rows",
             "empty-page-with-more", "repeated-cursor", "fractional-credits", "numbers-as-strings",
             "identity-on-reviews", "rich-attribution", "lookback-strict", "served-days-60", "no-reviews",
             "reviews-only", "empty", "gzip", "canary", "long-names", "right-to-left-names"}) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

void TestSimulatorProfiles::everyProfileIsListedAndAnswers()
{
    QFETCH(QString, name);
    QVERIFY(Profile::names().contains(name));
    QVERIFY(!Profile::summary(name).isEmpty());
    const auto simulator = run(name.toLatin1().constData());
    QCOMPARE(simulator->profile().name, name);
    const SimulatorClient client(*simulator);
    for (const auto& [route, query] : {std::pair(kUsage, week()), std::pair(kUsage, workspaceWeek()),
             std::pair(kReviews, week()), std::pair(kResponses, week())}) {
        const Answer answer = client.get(route, query);
        QCOMPARE(answer.status, 200);
        QVERIFY(!QJsonDocument::fromJson(answer.body).isNull());
    }
}

void TestSimulatorProfiles::unknownNamesAreNoProfile()
{
    QVERIFY(!Profile::named(QStringLiteral("nothing-of-the-kind")));
    QVERIFY(!Profile::named(QString()));
    QVERIFY(Profile::summary(QStringLiteral("nothing-of-the-kind")).isEmpty());
    const QStringList names = Profile::names();
    QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), names.size());
}

void TestSimulatorProfiles::emailsWithheld()
{
    const auto simulator = run("emails-withheld");
    const QJsonArray rows = SimulatorClient(*simulator).get(kUsage, week()).rows();
    QVERIFY(rows.size() > 50);
    for (const QJsonValue row : rows) {
        QVERIFY(row[QStringLiteral("actor")].toObject().contains(QStringLiteral("email")));
        QVERIFY(row[QStringLiteral("actor")][QStringLiteral("email")].isNull());
    }
}

void TestSimulatorProfiles::namesThatStrainALayout_data()
{
    QTest::addColumn<QString>("profile");
    QTest::addColumn<bool>("isLong");
    QTest::addRow("as long as an address may be") << QStringLiteral("long-names") << true;
    QTest::addRow("from right to left") << QStringLiteral("right-to-left-names") << false;
}

void TestSimulatorProfiles::namesThatStrainALayout()
{
    QFETCH(QString, profile);
    QFETCH(bool, isLong);
    const auto simulator = run(profile.toLatin1().constData());
    QHash<QString, QString> people;
    for (const QJsonValue row : SimulatorClient(*simulator).get(kUsage, week()).rows()) {
        const QJsonValue actor = row[QStringLiteral("actor")];
        const QString email = actor[QStringLiteral("email")].toString();
        if (email.isEmpty()) {
            continue;
        }
        const QString local = email.section(u'@', 0, 0);
        if (isLong) {
            QCOMPARE(local.size(), 64);
        } else {
            QVERIFY2(local.isRightToLeft(), qPrintable(local));
        }
        people.insert(email, actor[QStringLiteral("user_id")].toString());
        QCOMPARE(people.value(email), actor[QStringLiteral("user_id")].toString());
    }
    QVERIFY(people.size() > 20);
    QSet<QString> ids(people.cbegin(), people.cend());
    QCOMPARE(ids.size(), people.size());
}

void TestSimulatorProfiles::nullTokens()
{
    const auto simulator = run("null-tokens");
    const SimulatorClient client(*simulator);
    int null = 0;
    int counted = 0;
    for (const QJsonValue row : client.get(kUsage, week()).rows()) {
        const bool isNull = totals(row, "text_total_tokens").isNull();
        ++(isNull ? null : counted);
        QCOMPARE(totals(row, "uncached_text_input_tokens").isNull(), isNull);
        QCOMPARE(row[QStringLiteral("clients")][0][QStringLiteral("text_output_tokens")].isNull(), isNull);
        QVERIFY(totals(row, "credits").toDouble() > 0);
    }
    QVERIFY(null > counted);
    QVERIFY(counted > 0);
    for (const QJsonValue row : client.get(kUsage, workspaceWeek()).rows()) {
        QVERIFY(totals(row, "text_total_tokens").isNull());
    }
}

void TestSimulatorProfiles::nullModels()
{
    const auto simulator = run("null-models");
    int null = 0;
    int absent = 0;
    for (const QJsonValue row : SimulatorClient(*simulator).get(kUsage, week()).rows()) {
        const bool isThere = row.toObject().contains(QStringLiteral("models"));
        ++(isThere ? null : absent);
        QVERIFY(!row[QStringLiteral("models")].isArray());
    }
    QVERIFY(null > 0);
    QVERIFY(absent > 0);
    simulator->stop();
    for (const auto& [day, rows] : simulator->served().usage) {
        for (const TruthUsage& row : rows) {
            QVERIFY(row.models.empty());
        }
    }
}

void TestSimulatorProfiles::unknownClient()
{
    const auto simulator = run("unknown-client");
    const QByteArray body = SimulatorClient(*simulator).get(kUsage, week()).body;
    QVERIFY(body.contains("\"CODEX_LINEAR\""));
    QVERIFY(body.contains("\"CODEX_HOLODECK_9\""));
    const auto plain = run("default");
    QVERIFY(!SimulatorClient(*plain).get(kUsage, week()).body.contains("CODEX_LINEAR"));
}

void TestSimulatorProfiles::otherModel()
{
    const auto simulator = run("other-model");
    QVERIFY(SimulatorClient(*simulator).get(kUsage, week()).body.contains(R"("model":"other")"));
    const auto plain = run("default");
    QVERIFY(!SimulatorClient(*plain).get(kUsage, week()).body.contains(R"("model":"other")"));
}

void TestSimulatorProfiles::unknownActorType()
{
    const auto simulator = run("unknown-actor-type");
    std::set<QString> types;
    int without = 0;
    for (const QJsonValue row : SimulatorClient(*simulator).get(kUsage, week()).rows()) {
        const QJsonObject actor = row[QStringLiteral("actor")].toObject();
        if (actor.contains(QStringLiteral("type"))) {
            types.insert(actor[QStringLiteral("type")].toString());
        } else {
            ++without;
        }
    }
    QCOMPARE(types,
        (std::set<QString>{QStringLiteral("ACCOUNT_USER"), QStringLiteral("AGENT_IDENTITY"),
            QStringLiteral("SERVICE_ACCOUNT")}));
    QVERIFY(without > 0);
}

void TestSimulatorProfiles::unattributed()
{
    const auto simulator = run("unattributed");
    const SimulatorClient client(*simulator);
    std::map<int, int> countByAge;
    std::map<int, qint64> turns;
    for (const QJsonValue row : client.get(kUsage, week()).rows()) {
        turns[ageOf(row)] += totals(row, "turns").toInteger();
        if (row[QStringLiteral("actor")].isNull()) {
            QVERIFY(row[QStringLiteral("user_id")].isNull());
            ++countByAge[ageOf(row)];
        }
    }
    QCOMPARE(countByAge.size(), std::size_t{7});
    for (const auto& [age, count] : countByAge) {
        QCOMPARE(count, 2);
    }
    for (const QJsonValue row : client.get(kUsage, workspaceWeek()).rows()) {
        QCOMPARE(totals(row, "turns").toInteger(), turns[ageOf(row)]);
    }
}

void TestSimulatorProfiles::usdBilled()
{
    const auto simulator = run("usd-billed");
    const QJsonArray rows = SimulatorClient(*simulator).get(kUsage, week()).rows();
    QVERIFY(!rows.isEmpty());
    for (const QJsonValue row : rows) {
        QVERIFY(totals(row, "credits").isDouble());
        QCOMPARE(totals(row, "credits").toDouble(), 0.0);
        QVERIFY(totals(row, "cost_usd").toDouble() > 0);
        QVERIFY(totals(row, "estimated_cost_usd").isNull());
    }
}

void TestSimulatorProfiles::todayProvisional()
{
    const auto simulator = run("today-provisional");
    const SimulatorClient client(*simulator);
    int today = 0;
    for (const QString& query : {week(), workspaceWeek()}) {
        for (const QJsonValue row : client.get(kUsage, query).rows()) {
            const bool isToday = ageOf(row) == 0;
            today += isToday ? 1 : 0;
            QCOMPARE(totals(row, "turns").toInteger() == 0, isToday);
            QCOMPARE(totals(row, "threads").toInteger() == 0, isToday);
            QCOMPARE(row[QStringLiteral("models")].isNull(), isToday);
            QVERIFY(totals(row, "text_total_tokens").toInteger() > 0);
        }
    }
    QVERIFY(today > 5);
    const qint64 half = totals(
        client.get(kUsage, QStringLiteral("group=workspace&") + SimulatorClient::window(kToday, kToday))
            .rows()[0],
        "text_total_tokens")
                            .toInteger();

    simulator->setToday(kToday + 1);

    const QJsonValue settled
        = client.get(kUsage, QStringLiteral("group=workspace&") + SimulatorClient::window(kToday, kToday))
              .rows()[0];
    QVERIFY(totals(settled, "turns").toInteger() > 0);
    QVERIFY(totals(settled, "text_total_tokens").toInteger() > half);
}

void TestSimulatorProfiles::lateRevisionChangesTheSecondRead()
{
    const auto simulator = run("late-revision");
    const SimulatorClient client(*simulator);
    const QString query = SimulatorClient::window(kToday - 9, kToday);
    for (const auto& [route, parameters] :
        {std::pair(kUsage, query), std::pair(kUsage, QString(QStringLiteral("group=workspace&") + query)),
            std::pair(kReviews, query), std::pair(kResponses, query)}) {
        const auto first = byDayAndUser(client.get(route, parameters).rows());
        const auto second = byDayAndUser(client.get(route, parameters).rows());
        const auto third = byDayAndUser(client.get(route, parameters).rows());

        QVERIFY(second == third);
        QVERIFY(second.size() >= first.size());
        std::set<int> changedAges;
        for (const auto& [key, row] : second) {
            const auto before = first.find(key);
            if (before == first.end() || before->second != row) {
                changedAges.insert(key.first);
            }
        }
        QVERIFY2(!changedAges.empty(), qPrintable(route + QLatin1Char(' ') + parameters));
        for (const int age : changedAges) {
            QVERIFY(age >= 1 && age <= 5);
        }
        if (route == kUsage) {
            QCOMPARE(changedAges, (std::set<int>{1, 2, 3, 4, 5}));
        }
    }
    // Both groupings agree again after the revision.
    std::map<int, qint64> turns;
    for (const QJsonValue row : client.get(kUsage, query).rows()) {
        turns[ageOf(row)] += totals(row, "turns").toInteger();
    }
    for (const QJsonValue row : client.get(kUsage, QStringLiteral("group=workspace&") + query).rows()) {
        QCOMPARE(totals(row, "turns").toInteger(), turns[ageOf(row)]);
    }
}

void TestSimulatorProfiles::revisionsStayWhenTimePasses()
{
    const auto simulator = run("late-revision");
    const SimulatorClient client(*simulator);
    const QString query = SimulatorClient::window(kToday - 4, kToday - 4);
    const QByteArray first = client.get(kUsage, query).body;
    const QByteArray second = client.get(kUsage, query).body;
    QVERIFY(first != second);

    simulator->setToday(kToday + 10);

    QCOMPARE(client.get(kUsage, query).body, second);
}

void TestSimulatorProfiles::probesAreNoReads()
{
    const auto simulator = run("late-revision");
    const SimulatorClient client(*simulator);
    const QString yesterday
        = QStringLiteral("group=workspace&") + SimulatorClient::window(kToday - 1, kToday - 1);
    const QString probe = yesterday + QStringLiteral("&limit=1");
    const QByteArray first = client.get(kUsage, probe).body;
    QCOMPARE(client.get(kUsage, probe).body, first);
    QCOMPARE(client.get(kUsage, yesterday).body, first);
    QVERIFY(client.get(kUsage, yesterday).body != first);
}

void TestSimulatorProfiles::vanishingRowIsGoneOnTheSecondRead()
{
    const auto simulator = run("vanishing-row");
    const SimulatorClient client(*simulator);
    const auto first = byDayAndUser(client.get(kUsage, week()).rows());
    auto second = byDayAndUser(client.get(kUsage, week()).rows());

    std::map<int, int> goneByAge;
    for (const auto& [key, row] : first) {
        goneByAge[key.first] += second.contains(key) ? 0 : 1;
        if (second.contains(key)) {
            QCOMPARE(second[key], row);
        }
    }
    QVERIFY(second.size() < first.size());
    for (const auto& [age, gone] : goneByAge) {
        QCOMPARE(gone, age >= 1 && age <= 5 ? 1 : 0);
    }
    std::size_t served = 0;
    for (const auto& [day, rows] : simulator->served().usage) {
        served += rows.size();
    }
    QCOMPARE(served, second.size());
}

void TestSimulatorProfiles::movingRows()
{
    const auto simulator = run("moving-rows");
    const auto plain = run("default");
    const auto pages = SimulatorClient(*simulator).pages(kUsage, week() + QStringLiteral("&limit=10"));

    QVERIFY(pages.size() > 3);
    std::map<std::pair<int, QString>, QJsonObject> all;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const QJsonArray rows = pages[i].rows();
        for (const auto& [key, row] : byDayAndUser(rows)) {
            all[key] = row;
        }
        if (i > 0) {
            const QJsonArray before = pages[i - 1].rows();
            QCOMPARE(rows.at(0), before.at(before.size() - 2));
            QCOMPARE(rows.at(1), before.at(before.size() - 1));
        }
    }
    QVERIFY(all == byDayAndUser(SimulatorClient(*plain).get(kUsage, week()).rows()));
    std::size_t served = 0;
    for (const auto& [day, rows] : simulator->served().usage) {
        served += rows.size();
    }
    QCOMPARE(served, all.size()); // each engineer once
}

void TestSimulatorProfiles::workspaceListingsHaveAPageSizeOfTheirOwn()
{
    const auto simulator = run("default");
    Profile profile = simulator->profile();
    profile.workspacePageCap = 2;
    simulator->setProfile(profile);
    const SimulatorClient client(*simulator);
    QCOMPARE(client.get(kUsage, week() + QStringLiteral("&group=workspace")).rows().size(), 2);
    QVERIFY(client.get(kUsage, week()).rows().size() > 2);
}

void TestSimulatorProfiles::duplicateAcrossPages()
{
    const auto simulator = run("duplicate-across-pages");
    const auto plain = run("default");
    const QString query = week() + QStringLiteral("&limit=10");
    const auto pages = SimulatorClient(*simulator).pages(kUsage, query);

    QVERIFY(pages.size() > 3);
    std::map<std::pair<int, QString>, QJsonObject> lastWins;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const QJsonArray rows = pages[i].rows();
        if (i > 0) {
            const QJsonArray before = pages[i - 1].rows();
            const QJsonValue first = rows.first();
            const QJsonValue last = before.last();
            QCOMPARE(userOf(first), userOf(last));
            QCOMPARE(ageOf(first), ageOf(last));
            // The later one is the right one.
            QCOMPARE(totals(first, "turns").toInteger(), totals(last, "turns").toInteger() + 1);
        }
        for (const auto& [key, row] : byDayAndUser(rows)) {
            lastWins[key] = row;
        }
    }
    QVERIFY(lastWins == byDayAndUser(SimulatorClient(*plain).get(kUsage, week()).rows()));
    std::size_t served = 0;
    for (const auto& [day, rows] : simulator->served().usage) {
        served += rows.size();
        for (const TruthUsage& row : rows) {
            const auto key = std::pair(kToday - day, QString::fromStdString(*row.identity.userId));
            QCOMPARE(totals(lastWins.at(key), "turns").toInteger(), row.turns);
        }
    }
    QCOMPARE(served, lastWins.size());
    // One row a page leaves no room for a repetition, and must still come to an end.
    QCOMPARE(SimulatorClient(*simulator)
                 .pages(kUsage, SimulatorClient::window(kToday, kToday) + QStringLiteral("&limit=1"))
                 .size(),
        simulator->served().usage.at(kToday).size());
}

void TestSimulatorProfiles::emptyPageWithMore()
{
    const auto simulator = run("empty-page-with-more");
    const auto plain = run("default");
    const auto pages = SimulatorClient(*simulator).pages(kUsage, week());

    QVERIFY(pages.size() > 2);
    QVERIFY(!pages[0].rows().isEmpty());
    QVERIFY(pages[1].rows().isEmpty());
    QVERIFY(pages[1].json()[QStringLiteral("has_more")].toBool());
    QVERIFY(!pages[1].nextPage().isEmpty());
    QVERIFY(pages[1].nextPage() != pages[0].nextPage());
    QCOMPARE(
        SimulatorClient(*simulator).all(kUsage, week()), SimulatorClient(*plain).get(kUsage, week()).rows());
    QVERIFY(simulator->served().usage.contains(kToday));
}

void TestSimulatorProfiles::repeatedCursor()
{
    const auto simulator = run("repeated-cursor");
    const auto pages = SimulatorClient(*simulator).pages(kUsage, week(), 5);

    QCOMPARE(pages.size(), std::size_t{5});
    QCOMPARE(pages[1].nextPage(), pages[0].nextPage());
    QCOMPARE(pages[4].nextPage(), pages[0].nextPage());
    QVERIFY(pages[4].json()[QStringLiteral("has_more")].toBool());
    QVERIFY(simulator->served().usage.empty());
}

void TestSimulatorProfiles::fractionalCredits()
{
    const auto simulator = run("fractional-credits");
    const QByteArray body = SimulatorClient(*simulator).get(kUsage, week()).body;
    const QRegularExpression longNumber(QStringLiteral("\"credits\":[0-9]+\\.[0-9]{12,}"));
    QVERIFY(QString::fromLatin1(body).count(longNumber) > 100);
    for (const auto& [day, rows] : simulator->served().usage) {
        for (const TruthUsage& row : rows) {
            QByteArray text = "\"credits\":";
            text.append(QByteArray::number(*row.costs.credits, 'g', QLocale::FloatingPointShortest));
            QVERIFY2(body.contains(text), text.constData());
        }
    }
}

void TestSimulatorProfiles::numbersAsStrings()
{
    const auto simulator = run("numbers-as-strings");
    const Answer answer = SimulatorClient(*simulator).get(kUsage, week());
    const QJsonArray rows = answer.rows();
    QVERIFY(rows[0][QStringLiteral("start_time")].isString());
    QVERIFY(totals(rows[0], "turns").isString());
    QVERIFY(totals(rows[0], "credits").isString());
    QVERIFY(totals(rows[0], "credits").toString().toDouble() > 0);
    QVERIFY(rows[0][QStringLiteral("clients")][0][QStringLiteral("threads")].isString());
    QVERIFY(totals(rows[1], "turns").isDouble());
    QVERIFY(QString::fromLatin1(answer.body)
                .contains(QRegularExpression(QStringLiteral("\"turns\":[0-9]+\\.0,"))));
    const auto plain = run("default");
    QCOMPARE(totals(rows[0], "turns").toString().toLongLong(),
        totals(SimulatorClient(*plain).get(kUsage, week()).rows()[0], "turns").toInteger());
}

void TestSimulatorProfiles::identityOnReviews()
{
    const auto simulator = run("identity-on-reviews", 400);
    const SimulatorClient client(*simulator);
    for (const QString& route : {kReviews, kResponses}) {
        const QJsonArray rows = client.get(route, week()).rows();
        std::set<std::pair<int, QString>> keys;
        for (const QJsonValue row : rows) {
            QVERIFY(!userOf(row).isEmpty());
            QCOMPARE(row[QStringLiteral("actor")][QStringLiteral("user_id")].toString(), userOf(row));
            QVERIFY(keys.emplace(ageOf(row), userOf(row)).second);
        }
        QVERIFY(rows.size() > 14);
    }
    for (const auto& [day, rows] : simulator->served().reviews) {
        for (const TruthReview& row : rows) {
            QVERIFY(row.identity.userId);
            QVERIFY(row.p0 + row.p1 + row.p2 <= row.comments);
        }
    }
}

void TestSimulatorProfiles::richAttribution()
{
    const auto simulator = run("rich-attribution");
    int rich = 0;
    int flat = 0;
    for (const QJsonValue row : SimulatorClient(*simulator).get(kUsage, week()).rows()) {
        const QJsonObject attribution = row[QStringLiteral("code_attribution")].toObject();
        if (attribution.contains(QStringLiteral("lines"))) {
            ++rich;
            QVERIFY(!attribution.contains(QStringLiteral("lines_added")));
        } else if (attribution.contains(QStringLiteral("lines_added"))) {
            ++flat;
        }
    }
    QVERIFY(rich > 20);
    QVERIFY(flat > 20);
}

void TestSimulatorProfiles::servedDays60()
{
    const auto simulator = run("served-days-60");
    const SimulatorClient client(*simulator);
    for (const auto& [route, query] :
        {std::pair(kUsage, QStringLiteral("group=workspace&")), std::pair(kUsage, QString()),
            std::pair(kReviews, QString()), std::pair(kResponses, QString())}) {
        const Answer answer = client.get(
            route, query + SimulatorClient::window(kToday - 89, kToday) + QStringLiteral("&limit=30000"));
        QCOMPARE(answer.status, 200);
        int oldest = 0;
        for (const QJsonValue row : answer.rows()) {
            oldest = std::max(oldest, ageOf(row));
        }
        QVERIFY(oldest > 50);
        QVERIFY(oldest <= 59);
    }
}

void TestSimulatorProfiles::someDatasetsOnly_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("usage");
    QTest::addColumn<bool>("reviews");
    QTest::newRow("no-reviews") << QStringLiteral("no-reviews") << true << false;
    QTest::newRow("reviews-only") << QStringLiteral("reviews-only") << false << true;
    QTest::newRow("empty") << QStringLiteral("empty") << false << false;
}

void TestSimulatorProfiles::someDatasetsOnly()
{
    QFETCH(QString, name);
    QFETCH(bool, usage);
    QFETCH(bool, reviews);
    const auto simulator = run(name.toLatin1().constData());
    const SimulatorClient client(*simulator);
    QCOMPARE(!client.get(kUsage, week()).rows().isEmpty(), usage);
    QCOMPARE(!client.get(kUsage, workspaceWeek()).rows().isEmpty(), usage);
    QCOMPARE(!client.get(kReviews, week()).rows().isEmpty(), reviews);
    QCOMPARE(!client.get(kResponses, week()).rows().isEmpty(), reviews);
}

void TestSimulatorProfiles::gzipWhenAccepted()
{
    const auto simulator = run("gzip");
    const auto plain = run("default");
    SimulatorClient client(*simulator);
    const QByteArray expected = SimulatorClient(*plain).get(kUsage, week()).body;

    // Nothing about encodings, or not this one: plain bytes.
    QVERIFY(client.get(kUsage, week()).body == expected);
    for (const char* header :
        {"Accept-Encoding: br\r\n", "Accept-Encoding: gzip;q=0\r\n", "Accept-Encoding: identity\r\n"}) {
        client.extraHeaders = header;
        const Answer answer = client.get(kUsage, week());
        QVERIFY(!answer.headers.contains("content-encoding"));
        QVERIFY(answer.body == expected);
    }
    client.extraHeaders = "Accept-Encoding: deflate, gzip\r\n";
    const Answer packed = client.get(kUsage, week());
    QCOMPARE(packed.headers.at("content-encoding"), QByteArray("gzip"));
    QVERIFY(packed.isWhole);
    QVERIFY(packed.body.size() * 2 < expected.size());

    // A network library asks for it and unpacks it unasked.
    QNetworkAccessManager manager;
    manager.setProxy(QNetworkProxy::NoProxy);
    QNetworkRequest request(QUrl(simulator->url().toString() + client.target(kUsage, week())));
    request.setRawHeader("Authorization", "Bearer " + client.key.toUtf8());
    const std::unique_ptr<QNetworkReply> reply(manager.get(request));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    QVERIFY(finished.wait(10'000));
    QVERIFY(reply->readAll() == expected);
    // And a workspace that does not compress never does.
    SimulatorClient eager(*plain);
    eager.extraHeaders = "Accept-Encoding: gzip\r\n";
    QVERIFY(eager.get(kUsage, week()).body == expected);
}

void TestSimulatorProfiles::canariesAreEverywhere()
{
    const auto simulator = run("canary");
    const SimulatorClient client(*simulator);
    const QString canary = QString::fromUtf8(Profile::canaryText());
    QVERIFY(canary.startsWith(QStringLiteral("CANARY-PROMPT-7f3a")));
    for (const auto& [route, query] : {std::pair(kUsage, week()), std::pair(kUsage, workspaceWeek()),
             std::pair(kReviews, week()), std::pair(kResponses, week())}) {
        const Answer answer = client.get(route, query);
        QCOMPARE(answer.json()[QStringLiteral("prompt")].toString(), canary);
        const QJsonArray rows = answer.rows();
        QVERIFY(!rows.isEmpty());
        for (const QJsonValue row : rows) {
            QCOMPARE(row[QStringLiteral("prompt")].toString(), canary);
            QCOMPARE(
                row[QStringLiteral("conversation")][QStringLiteral("messages")][0][QStringLiteral("content")]
                    .toString(),
                canary);
            if (route == kUsage) {
                QCOMPARE(totals(row, "prompt").toString(), canary);
                QCOMPARE(row[QStringLiteral("clients")][0][QStringLiteral("prompt")].toString(), canary);
                QCOMPARE(row[QStringLiteral("models")][0][QStringLiteral("prompt")].toString(), canary);
            }
        }
    }
    // The report is about what a client may keep.
    QVERIFY(!simulator->servedJson().contains("CANARY"));
}

void TestSimulatorProfiles::smallPages()
{
    const auto simulator = run("small-pages");
    const auto plain = run("default");
    const auto pages = SimulatorClient(*simulator).pages(kUsage, week() + QStringLiteral("&limit=30000"));
    QVERIFY(pages.size() > 2);
    for (const Answer& page : pages) {
        QVERIFY(page.rows().size() <= 40);
    }
    QCOMPARE(SimulatorClient(*simulator).all(kUsage, week() + QStringLiteral("&limit=30000")),
        SimulatorClient(*plain).get(kUsage, week()).rows());
    QCOMPARE(SimulatorClient(*simulator).get(kUsage, week() + QStringLiteral("&limit=7")).rows().size(), 7);
}

void TestSimulatorProfiles::partsRemainder()
{
    const auto simulator = run("parts-remainder");
    for (const QJsonValue row : SimulatorClient(*simulator).get(kUsage, week()).rows()) {
        qint64 byClient = 0;
        qint64 byModel = 0;
        double credits = 0;
        for (const QJsonValue client : row[QStringLiteral("clients")].toArray()) {
            byClient += client[QStringLiteral("text_total_tokens")].toInteger();
            credits += client[QStringLiteral("credits")].toDouble();
        }
        for (const QJsonValue model : row[QStringLiteral("models")].toArray()) {
            byModel += model[QStringLiteral("text_total_tokens")].toInteger();
        }
        QVERIFY(byClient < totals(row, "text_total_tokens").toInteger());
        QVERIFY(byModel < totals(row, "text_total_tokens").toInteger());
        QVERIFY(credits < totals(row, "credits").toDouble());
    }
}

void TestSimulatorProfiles::automationDifference()
{
    const auto simulator = run("automation-difference");
    const SimulatorClient client(*simulator);
    std::map<int, qint64> turns;
    for (const QJsonValue row : client.get(kUsage, week()).rows()) {
        turns[ageOf(row)] += totals(row, "turns").toInteger();
    }
    const QJsonArray days = client.get(kUsage, workspaceWeek()).rows();
    QCOMPARE(days.size(), 7);
    for (const QJsonValue row : days) {
        QVERIFY(totals(row, "turns").toInteger() > turns[ageOf(row)]);
    }
}

QTEST_GUILESS_MAIN(TestSimulatorProfiles)
#include "tst_simulator_profiles.moc"
