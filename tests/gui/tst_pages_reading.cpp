// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/Banner.h"
#include "common/StateMessage.h"
#include "common/ThemeController.h"
#include "gui/PagesKit.h"
#include "pages/FigureText.h"
#include "pages/Page.h"
#include "pages/PeriodText.h"
#include "store/Guarded.h"
#include "support/TestCase.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QVBoxLayout>

#include <atomic>
#include <memory>

using namespace ui;
using app::core::DayRange;
using app::models::PeriodSummary;
using pages::Page;
using support::kMonth;
using support::kToday;

namespace {

/// What the readings of a ProbePage do; shared with the reader threads.
struct Plan
{
    QSemaphore gate; ///< a reading that is held back waits here
    std::atomic_bool hold = false;
    std::atomic_bool fail = false;
    std::atomic_bool count = false; ///< a query that takes a minute unless it is interrupted
    std::atomic_int interrupted = 0;
    std::atomic_int begun = 0;
    std::atomic_int ended = 0;
    PeriodSummary summary{kMonth, 29, 2, 1, 0};
};

app::core::Result<std::int64_t> countForLong(const app::store::Database& database)
{
    return app::store::guarded(database, [&]() -> app::core::Result<std::int64_t> {
        return database.connection()
            .execAndGet("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500000000)"
                        " SELECT count(*) FROM n")
            .getInt64();
    });
}

/// A page whose content is the length of its range.
class ProbePage final : public Page
{
    Q_OBJECT

public:
    explicit ProbePage(std::shared_ptr<Plan> plan)
        : Page(QStringLiteral("probe"), Scrolling::Page, nullptr)
        , m_plan(plan)
    {
        m_label = new QLabel;
        contentLayout()->addWidget(m_label);
    }
    [[nodiscard]] QString title() const override { return QStringLiteral("Probe"); }
    [[nodiscard]] QString shown() const { return m_label->text(); }
    void turnNow() { turn(); }
    int shapes = 0;
    QString staleCause;

protected:
    void load() override
    {
        read(
            [plan = m_plan, range = range()](const app::store::Database& database) -> app::core::Result<int> {
                const bool held = plan->hold;
                const bool failing = plan->fail;
                ++plan->begun;
                if (plan->count) {
                    if (const auto counted = countForLong(database); !counted) {
                        ++plan->interrupted;
                        return app::core::failure(counted.error());
                    }
                }
                if (held) {
                    plan->gate.acquire();
                }
                ++plan->ended;
                if (failing) {
                    return app::core::failure(
                        app::core::ErrorKind::StoreFailed, QStringLiteral("disk I/O error"));
                }
                return range.length();
            },
            [this](int days) {
                m_label->setText(QString::number(days));
                return m_plan->summary;
            });
    }
    void showLoading() override { ++shapes; }
    void showStale(const QString& whatHappened) override { staleCause = whatHappened; }

private:
    std::shared_ptr<Plan> m_plan;
    QLabel* m_label;
};

DayRange lastDays(int days)
{
    return DayRange::endingAt(kToday, days);
}

} // namespace

class TestPagesReading : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<common::ThemeController>(*qApp, app::settings::Appearance::Light);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        m_kit = std::make_unique<support::PagesKit>();
    }
    void cleanupTestCase()
    {
        m_kit.reset();
        m_theme.reset();
    }

    void withoutAStoreThePageSaysSo();
    void readsWhenItIsShownAndNotBefore();
    void lateAnswerOfTheOldRangeIsDropped();
    void tenQuickRangesCostAboutOneAnswer();
    void pageThatIsLeftGivesItsReadingUp();
    void changesDuringAReadingAreFoldedIntoOne();
    void answerAfterTheStoreIsGoneIsDropped();
    void pageMayBeDestroyedDuringAReading();
    void sameRangeIsNotReadAgain();
    void slowReadingShowsShapes();
    void turningKeepsTheContentForAMoment();
    void turnThatFailsLeavesNothingOfTheOldContent();
    void firstErrorSaysCauseAndNextStep();
    void laterErrorKeepsTheContent();
    void rangeWithoutStoredDaysOffersASync();
    void rangeThatIsNotOfferedSaysSo();
    void periodSentenceSaysWhatItIsBasedOn_data();
    void periodSentenceSaysWhatItIsBasedOn();
    void ratioNeedsADenominator();

private:
    std::unique_ptr<common::ThemeController> m_theme;
    std::unique_ptr<support::PagesKit> m_kit;
};

void TestPagesReading::withoutAStoreThePageSaysSo()
{
    ProbePage page(std::make_shared<Plan>());
    page.setRange(kMonth);
    page.show();

    QVERIFY(page.state() == Page::State::NothingOpen);
    auto* message = page.findChild<common::StateMessage*>(QStringLiteral("probeNothingOpen"));
    QVERIFY(message->isVisible());
    QCOMPARE(message->title(), QStringLiteral("No workspace is open"));
    QVERIFY(page.periodSentence().isEmpty());
}

void TestPagesReading::readsWhenItIsShownAndNotBefore()
{
    auto plan = std::make_shared<Plan>();
    ProbePage page(plan);
    QSignalSpy sentence(&page, &Page::periodSentenceChanged);
    page.setStore(m_kit->store());
    page.setRange(kMonth);
    page.reload();
    QCOMPARE(plan->begun.load(), 0);

    page.show();
    QTRY_COMPARE(page.shown(), QStringLiteral("30"));
    QVERIFY(page.state() == Page::State::Content);
    QCOMPARE(page.periodSentence(),
        QStringLiteral("24 Oct to 22 Nov 2026, UTC days · based on 29 of 30 days, 2 provisional"));
    QCOMPARE(sentence.count(), 1);

    page.hide();
    page.setRange(lastDays(7));
    QCOMPARE(plan->begun.load(), 1);
    page.show();
    QTRY_COMPARE(page.shown(), QStringLiteral("7"));
    page.setStore(nullptr);
}

void TestPagesReading::lateAnswerOfTheOldRangeIsDropped()
{
    auto plan = std::make_shared<Plan>();
    ProbePage page(plan);
    QSignalSpy loaded(&page, &Page::loaded);
    page.setRange(kMonth);
    page.show();
    plan->hold = true;
    page.setStore(m_kit->store());
    QTRY_COMPARE(plan->begun.load(), 1);

    plan->hold = false;
    page.setRange(lastDays(7));
    QTRY_COMPARE(page.shown(), QStringLiteral("7"));
    QCOMPARE(plan->ended.load(), 1);

    // The answer for 30 days arrives after the one for 7.
    plan->gate.release();
    QTRY_COMPARE(plan->ended.load(), 2);
    page.reload();
    QTRY_COMPARE(loaded.count(), 2);
    QCOMPARE(page.shown(), QStringLiteral("7"));
    page.setStore(nullptr);
}

void TestPagesReading::tenQuickRangesCostAboutOneAnswer()
{
    auto plan = std::make_shared<Plan>();
    ProbePage page(plan);
    QSignalSpy loaded(&page, &Page::loaded);
    page.setRange(lastDays(40));
    page.setStore(m_kit->store());
    plan->count = true;
    page.show();
    QTRY_COMPARE(plan->begun.load(), 1);
    QElapsedTimer timer;
    timer.start();
    for (int days = 1; days < 10; ++days) {
        page.setRange(lastDays(days));
    }
    // What ran is interrupted, what waits is skipped; the last answer is the only one that takes its time.
    plan->count = false;
    page.setRange(lastDays(10));

    QTRY_COMPARE(page.shown(), QStringLiteral("10"));
    QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
    QTRY_COMPARE(plan->interrupted.load(), plan->begun.load() - 1);
    QCOMPARE(loaded.count(), 1);
    QVERIFY(page.state() == Page::State::Content);
    page.setStore(nullptr);
}

void TestPagesReading::pageThatIsLeftGivesItsReadingUp()
{
    auto plan = std::make_shared<Plan>();
    ProbePage page(plan);
    QSignalSpy loaded(&page, &Page::loaded);
    page.setRange(kMonth);
    page.setStore(m_kit->store());
    plan->count = true;
    page.show();
    QTRY_COMPARE(plan->begun.load(), 1);

    page.hide();
    QTRY_COMPARE(plan->interrupted.load(), 1);
    QVERIFY(!page.isReading());
    plan->count = false;
    page.show();
    QTRY_COMPARE(page.shown(), QStringLiteral("30"));
    QCOMPARE(loaded.count(), 1);
    QCOMPARE(plan->begun.load(), 2);
    page.setStore(nullptr);
}

void TestPagesReading::changesDuringAReadingAreFoldedIntoOne()
{
    auto plan = std::make_shared<Plan>();
    ProbePage page(plan);
    QSignalSpy loaded(&page, &Page::loaded);
    page.setRange(kMonth);
    page.show();
    plan->hold = true;
    page.setStore(m_kit->store());
    QTRY_COMPARE(plan->begun.load(), 1);

    for (int i = 0; i < 5; ++i) {
        page.reload();
    }
    plan->hold = false;
    plan->gate.release();
    QTRY_COMPARE(loaded.count(), 2);
    QVERIFY(!page.isReading());
    QCOMPARE(plan->begun.load(), 2);
    page.setStore(nullptr);
}

void TestPagesReading::answerAfterTheStoreIsGoneIsDropped()
{
    auto plan = std::make_shared<Plan>();
    ProbePage page(plan);
    QSignalSpy loaded(&page, &Page::loaded);
    page.setRange(kMonth);
    page.show();
    plan->hold = true;
    auto kit = std::make_unique<support::PagesKit>();
    page.setStore(kit->store());
    QTRY_COMPARE(plan->begun.load(), 1);

    page.setStore(nullptr);
    plan->gate.release();
    kit.reset(); // waits for the reading
    QCOMPARE(plan->ended.load(), 1);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(loaded.count(), 0);
    QVERIFY(page.state() == Page::State::NothingOpen);
    QVERIFY(page.shown().isEmpty());
}

void TestPagesReading::pageMayBeDestroyedDuringAReading()
{
    auto plan = std::make_shared<Plan>();
    auto page = std::make_unique<ProbePage>(plan);
    page->setRange(kMonth);
    page->show();
    plan->hold = true;
    auto kit = std::make_unique<support::PagesKit>();
    page->setStore(kit->store());
    QTRY_COMPARE(plan->begun.load(), 1);

    page.reset();
    plan->gate.release();
    kit.reset();
    QCoreApplication::sendPostedEvents();
    QCOMPARE(plan->ended.load(), 1);
}

void TestPagesReading::sameRangeIsNotReadAgain()
{
    auto plan = std::make_shared<Plan>();
    ProbePage page(plan);
    page.setRange(kMonth);
    page.setStore(m_kit->store());
    page.show();
    QTRY_COMPARE(page.shown(), QStringLiteral("30"));

    page.setRange(kMonth);
    page.setStore(m_kit->store());
    QVERIFY(!page.isReading());
    QCOMPARE(plan->begun.load(), 1);
    page.setStore(nullptr);
}

void TestPagesReading::slowReadingShowsShapes()
{
    auto plan = std::make_shared<Plan>();
    ProbePage page(plan);
    page.setRange(kMonth);
    page.setStore(m_kit->store());
    page.show();
    QTRY_COMPARE(page.shown(), QStringLiteral("30"));
    page.setRange(lastDays(7));
    QTRY_COMPARE(page.shown(), QStringLiteral("7"));
    const int before = page.shapes;

    plan->hold = true;
    page.setRange(kMonth);
    QCOMPARE(page.shapes, before);
    QTRY_COMPARE(page.shapes, before + 1);
    plan->hold = false;
    plan->gate.release();
    QTRY_COMPARE(page.shown(), QStringLiteral("30"));
    page.setStore(nullptr);
}

void TestPagesReading::turningKeepsTheContentForAMoment()
{
    auto plan = std::make_shared<Plan>();
    ProbePage page(plan);
    page.setRange(kMonth);
    page.setStore(m_kit->store());
    page.show();
    QTRY_COMPARE(page.shown(), QStringLiteral("30"));
    const int before = page.shapes;

    // A quick answer finds the content as it stands; a slow one does not leave it there for long.
    plan->hold = true;
    page.turnNow();
    QVERIFY(page.state() == Page::State::Content);
    QCOMPARE(page.shapes, before);
    QTRY_COMPARE(page.shapes, before + 1);
    // Whoever leaves now and comes back finds shapes, not what the page is not about any more.
    page.hide();
    plan->gate.release();
    plan->hold = false;
    page.show();
    QCOMPARE(page.shapes, before + 2);
    QTRY_VERIFY(page.state() == Page::State::Content);
    page.setStore(nullptr);
}

void TestPagesReading::turnThatFailsLeavesNothingOfTheOldContent()
{
    auto plan = std::make_shared<Plan>();
    ProbePage page(plan);
    page.setRange(kMonth);
    page.setStore(m_kit->store());
    page.show();
    QTRY_COMPARE(page.shown(), QStringLiteral("30"));

    plan->fail = true;
    page.turnNow();
    QTRY_VERIFY(page.state() == Page::State::Failed);
    QVERIFY(!page.findChild<common::Banner*>(QStringLiteral("probeBanner"))->isVisible());
    page.setStore(nullptr);
}

void TestPagesReading::firstErrorSaysCauseAndNextStep()
{
    auto plan = std::make_shared<Plan>();
    ProbePage page(plan);
    plan->fail = true;
    page.setRange(kMonth);
    page.setStore(m_kit->store());
    page.show();

    QTRY_VERIFY(page.state() == Page::State::Failed);
    auto* message = page.findChild<common::StateMessage*>(QStringLiteral("probeFailed"));
    QVERIFY(message->isVisible());
    QVERIFY(!message->title().isEmpty());
    QVERIFY(!message->text().isEmpty());
    // Details of the computer are for the log.
    QVERIFY(!message->title().contains(QStringLiteral("I/O")));

    plan->fail = false;
    QTest::mouseClick(page.findChild<QPushButton*>(QStringLiteral("probeRetryButton")), Qt::LeftButton);
    QTRY_VERIFY(page.state() == Page::State::Content);
    QCOMPARE(page.shown(), QStringLiteral("30"));
    page.setStore(nullptr);
}

void TestPagesReading::laterErrorKeepsTheContent()
{
    auto plan = std::make_shared<Plan>();
    ProbePage page(plan);
    page.setRange(kMonth);
    page.setStore(m_kit->store());
    page.show();
    QTRY_COMPARE(page.shown(), QStringLiteral("30"));
    auto* banner = page.findChild<common::Banner*>(QStringLiteral("probeBanner"));
    QVERIFY(!banner->isVisible());

    plan->fail = true;
    page.reload();
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(page.state() == Page::State::Content);
    QCOMPARE(page.shown(), QStringLiteral("30"));
    QCOMPARE(page.staleCause, banner->lead());
    QVERIFY(banner->text().startsWith(QStringLiteral("What you see is the last good state.")));

    plan->fail = false;
    QTest::mouseClick(page.findChild<QPushButton*>(QStringLiteral("probeBannerRetryButton")), Qt::LeftButton);
    QTRY_VERIFY(!banner->isVisible());
    page.setStore(nullptr);
}

void TestPagesReading::rangeWithoutStoredDaysOffersASync()
{
    auto plan = std::make_shared<Plan>();
    plan->summary = {kMonth, 0, 0, 28, 2};
    ProbePage page(plan);
    QSignalSpy sync(&page, &Page::syncRequested);
    page.setRange(kMonth);
    page.setStore(m_kit->store());
    page.show();

    QTRY_VERIFY(page.state() == Page::State::Empty);
    auto* message = page.findChild<common::StateMessage*>(QStringLiteral("probeEmpty"));
    QVERIFY(message->isVisible());
    QCOMPARE(message->title(), QStringLiteral("No day of this range is stored yet"));
    QTest::mouseClick(page.findChild<QPushButton*>(QStringLiteral("probeSyncButton")), Qt::LeftButton);
    QCOMPARE(sync.count(), 1);
    page.setStore(nullptr);
}

void TestPagesReading::rangeThatIsNotOfferedSaysSo()
{
    auto plan = std::make_shared<Plan>();
    plan->summary = {kMonth, 0, 0, 0, 30};
    ProbePage page(plan);
    page.setRange(kMonth);
    page.setStore(m_kit->store());
    page.show();

    QTRY_VERIFY(page.state() == Page::State::Empty);
    QCOMPARE(page.findChild<common::StateMessage*>(QStringLiteral("probeEmpty"))->title(),
        QStringLiteral("OpenAI does not offer these days any more"));
    page.setStore(nullptr);
}

void TestPagesReading::periodSentenceSaysWhatItIsBasedOn_data()
{
    const auto day = [](int n) { return app::core::UtcDay::fromNumber(n); };
    QTest::addColumn<PeriodSummary>("summary");
    QTest::addColumn<QString>("text");
    QTest::newRow("complete") << PeriodSummary{kMonth, 30, 0, 0, 0}
                              << QStringLiteral("24 Oct to 22 Nov 2026, UTC days · based on 30 of 30 days");
    QTest::newRow("provisional and missing") << PeriodSummary{kMonth, 29, 2, 1,
        0} << QStringLiteral("24 Oct to 22 Nov 2026, UTC days · based on 29 of 30 days, 2 provisional");
    QTest::newRow("not offered") << PeriodSummary{kMonth, 20, 0, 0,
        10} << QStringLiteral("24 Oct to 22 Nov 2026, UTC days · based on 20 of 30 days, 10 not offered");
    QTest::newRow("over the turn of the year") << PeriodSummary{{day(20'807), day(20'836)}, 30, 0, 0,
        0} << QStringLiteral("20 Dec 2026 to 18 Jan 2027, UTC days · based on 30 of 30 days");
    QTest::newRow("no day") << PeriodSummary{} << QString();
}

void TestPagesReading::periodSentenceSaysWhatItIsBasedOn()
{
    QFETCH(PeriodSummary, summary);
    QFETCH(QString, text);
    QCOMPARE(pages::periodText(summary), text);
}

void TestPagesReading::ratioNeedsADenominator()
{
    const QString pattern = QStringLiteral("%1 per turn");
    QCOMPARE(pages::ratioText(pattern, 10.0, 4.0), QStringLiteral("2.5 per turn"));
    QCOMPARE(pages::ratioText(pattern, 1'234.0, 10.0), QStringLiteral("123.4 per turn"));
    QCOMPARE(pages::ratioText(pattern, 25'733.0, 10.0), QStringLiteral("2,573 per turn"));
    QVERIFY(pages::ratioText(pattern, 10.0, 0.0).isEmpty());
    QVERIFY(pages::ratioText(pattern, std::nullopt, 4.0).isEmpty());
    QVERIFY(pages::ratioText(pattern, 10.0, std::nullopt).isEmpty());
}

QTEST_MAIN(TestPagesReading)
#include "tst_pages_reading.moc"
