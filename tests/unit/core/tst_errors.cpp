// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/Cancellation.h"
#include "core/Clock.h"
#include "core/Result.h"
#include "support/FakeClock.h"
#include "support/TestCase.h"

#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>

using namespace app::core;
using namespace std::chrono_literals;

class TestErrors : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasAStableNameOfItsOwn();
    void resultCarriesTheFailure();
    void cancellationIsRaisedOnce();
    void systemClockRunsInUtc();
    void fakeClockMovesOnlyByHand();
};

void TestErrors::everyKindHasAStableNameOfItsOwn()
{
    static const QRegularExpression snakeCase(QStringLiteral("^[a-z]+(_[a-z]+)*$"));
    QSet<QString> names;
    for (int kind = 0; kind <= static_cast<int>(ErrorKind::Internal); ++kind) {
        const QString name = errorKindName(static_cast<ErrorKind>(kind));
        QVERIFY2(snakeCase.match(name).hasMatch(), qPrintable(name));
        QVERIFY2(!names.contains(name), qPrintable(name));
        names.insert(name);
    }
    // Names stand in ledgers and scripts of administrators; these are samples of the promise.
    QCOMPARE(errorKindName(ErrorKind::KeyRejected), QStringLiteral("key_rejected"));
    QCOMPARE(errorKindName(ErrorKind::ScopeMissing), QStringLiteral("scope_missing"));
    QCOMPARE(errorKindName(ErrorKind::ServiceUnavailable), QStringLiteral("service_unavailable"));
}

void TestErrors::resultCarriesTheFailure()
{
    const auto half = [](int number) -> Result<int> {
        if (number % 2 != 0) {
            return failure(ErrorKind::BadUsage, QStringLiteral("odd"), QStringLiteral("number"));
        }
        return number / 2;
    };
    QCOMPARE(half(8).value(), 4);
    const auto failed = half(7);
    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, ErrorKind::BadUsage);
    QCOMPARE(failed.error().detail, QStringLiteral("odd"));
    QCOMPARE(failed.error().subject, QStringLiteral("number"));
    QCOMPARE(failed.error().httpStatus, 0);
    QVERIFY(!failed.error().retryAfter);
}

void TestErrors::cancellationIsRaisedOnce()
{
    Cancellation cancellation;
    const QSignalSpy spy(&cancellation, &Cancellation::requested);
    QVERIFY(!cancellation.isRequested());

    cancellation.cancel();
    cancellation.cancel();

    QVERIFY(cancellation.isRequested());
    QCOMPARE(spy.count(), 1);
}

void TestErrors::systemClockRunsInUtc()
{
    const auto seconds
        = std::chrono::duration_cast<std::chrono::seconds>(SystemClock().now().time_since_epoch());
    QVERIFY(std::abs(seconds.count() - QDateTime::currentSecsSinceEpoch()) <= 2);
}

void TestErrors::fakeClockMovesOnlyByHand()
{
    support::FakeClock clock{Instant(1s)};
    QVERIFY(clock.now() == Instant(1s));
    clock.advance(1500ms);
    QVERIFY(clock.now() == Instant(2500ms));
    clock.set(Instant(0s));
    QVERIFY(clock.now() == Instant(0s));
}

QTEST_GUILESS_MAIN(TestErrors)
#include "tst_errors.moc"
