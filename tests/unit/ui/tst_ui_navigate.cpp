// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/FuzzyMatch.h"
#include "shell/History.h"
#include "support/TestCase.h"

#include <QTest>

using namespace ui::shell;
using app::core::DayRange;
using app::core::UtcDay;

namespace {

Place onPage(int page)
{
    Place place;
    place.page = page;
    return place;
}

} // namespace

/// What the palette finds, and the way back.
class TestNavigate : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void findsAndLeavesOut_data();
    void findsAndLeavesOut();
    void betterAnswersCostLess_data();
    void betterAnswersCostLess();
    void goesBackAndForward();
    void somewhereNewForgetsWhatWasAhead();
    void thePersonAndTheRangeArePartOfThePlace();
    void forgetsTheOldest();
};

void TestNavigate::findsAndLeavesOut_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("found");
    const auto row = [](const char* name, const char* query, const char* text, bool found) {
        QTest::newRow(name) << QString::fromUtf8(query) << QString::fromUtf8(text) << found;
    };
    row("nothing typed", "", "Overview", true);
    row("the beginning", "over", "Overview", true);
    row("another case", "OVER", "overview", true);
    row("the middle", "view", "Overview", true);
    row("first letters", "cr", "Code review", true);
    row("letters in order", "ovw", "Overview", true);
    row("letters out of order", "wvo", "Overview", false);
    row("two words in any order", "days 30", "Last 30 days", true);
    row("one of two words", "days 31", "Last 30 days", false);
    row("accents do not matter", "haus", "H\u00e4user", true);
    row("longer than the text", "overviews", "Overview", false);
    row("nothing to search in", "a", "", false);
}

void TestNavigate::findsAndLeavesOut()
{
    QFETCH(QString, query);
    QFETCH(QString, text);
    QFETCH(bool, found);
    QCOMPARE(fuzzyMatch(query, text).has_value(), found);
}

void TestNavigate::betterAnswersCostLess_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse");
    const auto row = [](const char* name, const char* query, const char* better, const char* worse) {
        QTest::newRow(name) << QString::fromLatin1(query) << QString::fromLatin1(better)
                            << QString::fromLatin1(worse);
    };
    row("the beginning before a later word", "days", "Days of the week", "Last 30 days");
    row("the beginning of a word before its middle", "view", "Charts: view", "Overview");
    row("a whole before scattered letters", "rev", "Code review", "Last credits every day");
    row("beginnings of words before any letters", "cr", "Code Review", "Escort");
}

void TestNavigate::betterAnswersCostLess()
{
    QFETCH(QString, query);
    QFETCH(QString, better);
    QFETCH(QString, worse);
    const auto low = fuzzyMatch(query, better);
    const auto high = fuzzyMatch(query, worse);
    QVERIFY(low);
    QVERIFY(!high || *low < *high);
}

void TestNavigate::goesBackAndForward()
{
    History history;
    QVERIFY(!history.canGoBack());
    QVERIFY(!history.back());
    history.visit(onPage(0));
    history.visit(onPage(0));
    QVERIFY(!history.canGoBack());
    history.visit(onPage(1));
    history.visit(onPage(2));

    QCOMPARE(history.back()->page, 1);
    QCOMPARE(history.back()->page, 0);
    QVERIFY(!history.back());
    QCOMPARE(history.forward()->page, 1);
    QVERIFY(history.canGoForward());
    QCOMPARE(history.forward()->page, 2);
    QVERIFY(!history.forward());
}

void TestNavigate::somewhereNewForgetsWhatWasAhead()
{
    History history;
    for (const int page : {0, 1, 2}) {
        history.visit(onPage(page));
    }
    QVERIFY(history.back());
    // Where one already is: what is ahead stays.
    history.visit(onPage(1));
    QVERIFY(history.canGoForward());
    history.visit(onPage(3));
    QVERIFY(!history.canGoForward());
    QCOMPARE(history.back()->page, 1);
}

void TestNavigate::thePersonAndTheRangeArePartOfThePlace()
{
    History history;
    Place place = onPage(1);
    history.visit(place);
    place.person = Place::Person{std::string("user-1")};
    history.visit(place);
    place.person = Place::Person{std::nullopt};
    history.visit(place);
    place.preset = RangePreset::Custom;
    place.custom = DayRange{*UtcDay::fromIso(u"2026-11-01"), *UtcDay::fromIso(u"2026-11-05")};
    history.visit(place);

    const auto unattributed = history.back();
    QVERIFY(unattributed->person && !unattributed->person->userId);
    QVERIFY(unattributed->preset == RangePreset::Days30);
    const auto person = history.back();
    QVERIFY(person->person && person->person->userId == "user-1");
    QVERIFY(!history.back()->person);
}

void TestNavigate::forgetsTheOldest()
{
    History history;
    for (std::size_t i = 0; i < History::kLongest + 5; ++i) {
        history.visit(onPage(static_cast<int>(i)));
    }
    int steps = 0;
    std::optional<Place> last;
    while (const auto place = history.back()) {
        last = place;
        ++steps;
    }
    QCOMPARE(steps, static_cast<int>(History::kLongest) - 1);
    QCOMPARE(last->page, 5);
}

QTEST_GUILESS_MAIN(TestNavigate)

#include "tst_ui_navigate.moc"
