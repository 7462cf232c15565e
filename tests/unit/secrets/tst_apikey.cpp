// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/ApiKey.h"
#include "support/TestCase.h"

#include <QDebug>
#include <QFile>
#include <QVariant>

#include <string>

#include <sys/resource.h>

using app::core::ErrorKind;
using app::secrets::ApiKey;

// There is no way to the value that a careless line of code could take.
static_assert(!std::is_copy_constructible_v<ApiKey> && !std::is_copy_assignable_v<ApiKey>);
static_assert(std::is_nothrow_move_constructible_v<ApiKey> && std::is_nothrow_move_assignable_v<ApiKey>);
static_assert(!std::is_default_constructible_v<ApiKey>);
template <typename T>
constexpr bool leaksInto
    = std::is_convertible_v<ApiKey,
          T> || std::is_convertible_v<const ApiKey&, T> || std::is_constructible_v<T, ApiKey> || std::is_constructible_v<T, const ApiKey&>;
static_assert(!leaksInto<QString> && !leaksInto<QStringView> && !leaksInto<QAnyStringView>);
static_assert(!leaksInto<QByteArray> && !leaksInto<QByteArrayView> && !leaksInto<std::string>);
static_assert(!leaksInto<std::string_view> && !leaksInto<const char*>);
static_assert(!leaksInto<QVariant> && !leaksInto<bool> && !leaksInto<QLatin1String>);
static_assert(!std::is_constructible_v<ApiKey, QString> && !std::is_constructible_v<ApiKey, QByteArray>);

namespace {

const QString kPlain = QStringLiteral("sk-test-0123456789-WXYZ");

qint64 lockedKilobytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly)) {
        return -1;
    }
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmLck:");
    return at < 0 ? -1 : text.mid(at + 6, text.indexOf("kB", at) - at - 6).trimmed().toLongLong();
}

} // namespace

class TestApiKey : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void cleansWhatPeoplePaste_data();
    void cleansWhatPeoplePaste();
    void refusesWhatCannotBeAKey_data();
    void refusesWhatCannotBeAKey();
    void refusalNeverQuotesTheText();
    void acceptsTheShortestAndTheLongestKey();
    void bytesAndTextGiveTheSameKey();
    void refusesBytesThatAreNotUtf8();
    void showsOnlyItsLastFourCharacters();
    void makesTheHeader();
    void cloneOutlivesTheOriginal();
    void movedFromKeyIsEmptyAndHarmless();
    void livesInLockedMemoryUntilItsEnd();
};

void TestApiKey::cleansWhatPeoplePaste_data()
{
    QTest::addColumn<QString>("pasted");
    const auto row = [](const char* name, const QString& text) { QTest::newRow(name) << text; };
    row("as it is", kPlain);
    row("spaces and line breaks around it", QStringLiteral(" \t\r\n") + kPlain + QStringLiteral("\r\n \n"));
    row("no-break space around it", QChar(0xa0) + kPlain + QChar(0xa0));
    row("zero-width space and byte order mark", QChar(0xfeff) + kPlain + QChar(0x200b));
    row("double quotes", QStringLiteral("\"") + kPlain + QStringLiteral("\""));
    row("single quotes and a line break", QStringLiteral("'") + kPlain + QStringLiteral("'\n"));
    row("back ticks", QStringLiteral("`") + kPlain + QStringLiteral("`"));
    row("typographic quotes", QChar(0x201c) + kPlain + QChar(0x201d));
    row("the word Bearer", QStringLiteral("Bearer ") + kPlain);
    row("bearer in lower case, quoted", QStringLiteral("\"bearer  ") + kPlain + QStringLiteral("\""));
    row("a whole header", QStringLiteral("Authorization: Bearer ") + kPlain);
}

void TestApiKey::cleansWhatPeoplePaste()
{
    QFETCH(QString, pasted);

    const auto key = ApiKey::parse(pasted);

    QVERIFY(key);
    QCOMPARE(QString::fromLatin1(key->exposeForStorage()), kPlain);
}

void TestApiKey::refusesWhatCannotBeAKey_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<QString>("reason");
    const QString empty = QStringLiteral("empty");
    const QString inside = QStringLiteral("space or line break inside");
    const QString character = QStringLiteral("character that no key has");
    QTest::newRow("nothing") << QString() << empty;
    QTest::newRow("only white space") << QStringLiteral(" \n\t ") << empty;
    QTest::newRow("only quotes") << QStringLiteral("\"\"") << empty;
    QTest::newRow("only the header") << QStringLiteral("Authorization: Bearer ") << QStringLiteral("shorter");
    QTest::newRow("seven characters") << QStringLiteral("abcdefg") << QStringLiteral("shorter");
    QTest::newRow("4097 characters") << QString(4097, u'a') << QStringLiteral("longer");
    QTest::newRow("10 KB") << QString(10'240, u'a') << QStringLiteral("longer");
    QTest::newRow("a space inside") << QStringLiteral("sk-test-01234 56789") << inside;
    QTest::newRow("a line break inside") << QStringLiteral("sk-test-01234\n56789") << inside;
    QTest::newRow("two keys") << kPlain + QLatin1Char('\n') + kPlain << inside;
    QTest::newRow("an umlaut") << QStringLiteral("sk-test-0123\u00e4456") << character;
    QTest::newRow("a dash of a word processor") << QStringLiteral("sk\u2013test-0123456") << character;
    QTest::newRow("a letter beyond the basic plane")
        << QStringLiteral("sk-test-\U0001F511-0123") << character;
    QTest::newRow("a control character") << QStringLiteral("sk-test-\u00010123") << character;
    QTest::newRow("a null character")
        << (QStringLiteral("sk-test-") + QChar(u'\0') + QStringLiteral("0123")) << character;
    QTest::newRow("bullets of a password field") << QString(24, QChar(0x2022)) << character;
}

void TestApiKey::refusesWhatCannotBeAKey()
{
    QFETCH(QString, pasted);
    QFETCH(QString, reason);

    const auto key = ApiKey::parse(pasted);

    QVERIFY(!key);
    QCOMPARE(key.error().kind, ErrorKind::BadUsage);
    QCOMPARE(key.error().subject, QStringLiteral("key"));
    QVERIFY2(key.error().detail.contains(reason), qPrintable(key.error().detail));
}

void TestApiKey::refusalNeverQuotesTheText()
{
    const auto key = ApiKey::parse(u"sk-test-CANARY 56789");

    QVERIFY(!key);
    QVERIFY(!key.error().detail.contains(QStringLiteral("CANARY")));
    QVERIFY(!key.error().subject.contains(QStringLiteral("CANARY")));
}

void TestApiKey::acceptsTheShortestAndTheLongestKey()
{
    QVERIFY(ApiKey::parse(u"abcdefgh"));
    const auto longest = ApiKey::parse(QString(4096, u'a'));
    QVERIFY(longest);
    QCOMPARE(longest->length(), std::size_t(4096));
    QCOMPARE(longest->exposeForStorage(), QByteArray(4096, 'a'));
}

void TestApiKey::bytesAndTextGiveTheSameKey()
{
    const auto fromBytes = ApiKey::parse(QByteArrayView("  Bearer sk-test-0123456789-WXYZ\n"));
    QVERIFY(fromBytes);
    QCOMPARE(QString::fromLatin1(fromBytes->exposeForStorage()), kPlain);
}

void TestApiKey::refusesBytesThatAreNotUtf8()
{
    QVERIFY(!ApiKey::parse(QByteArrayView("sk-test-\xff\xfe-0123456789")));
    QVERIFY(!ApiKey::parse(QByteArrayView()));
    const QByteArray huge(1'000'000, 'a');
    QVERIFY(!ApiKey::parse(QByteArrayView(huge)));
}

void TestApiKey::showsOnlyItsLastFourCharacters()
{
    const auto key = ApiKey::parse(kPlain);
    QVERIFY(key);
    QCOMPARE(key->redacted(), QStringLiteral("\u2026WXYZ"));

    QString printed;
    QDebug(&printed) << *key << "after";

    QVERIFY(printed.contains(QStringLiteral("\u2026WXYZ")));
    QVERIFY(printed.contains(QStringLiteral("\"after\"")) || printed.contains(QStringLiteral("after")));
    QVERIFY(!printed.contains(QStringLiteral("0123")));
    QVERIFY(!printed.contains(QStringLiteral("sk-test")));
}

void TestApiKey::makesTheHeader()
{
    const auto key = ApiKey::parse(kPlain);
    QVERIFY(key);
    QCOMPARE(key->authorizationHeader(), QByteArray("Bearer sk-test-0123456789-WXYZ"));
    QCOMPARE(key->length(), std::size_t(kPlain.size()));
}

void TestApiKey::cloneOutlivesTheOriginal()
{
    std::optional<ApiKey> copy;
    {
        const auto key = ApiKey::parse(kPlain);
        QVERIFY(key);
        copy = key->clone();
    }
    QCOMPARE(QString::fromLatin1(copy->exposeForStorage()), kPlain);
}

void TestApiKey::movedFromKeyIsEmptyAndHarmless()
{
    auto key = ApiKey::parse(kPlain);
    QVERIFY(key);
    const ApiKey taken = std::move(*key);

    QCOMPARE(taken.redacted(), QStringLiteral("\u2026WXYZ"));
    QCOMPARE(key->length(), std::size_t(0));
    QCOMPARE(key->redacted(), QStringLiteral("\u2026"));
    QCOMPARE(key->exposeForStorage(), QByteArray());
    QCOMPARE(key->authorizationHeader(), QByteArray("Bearer "));
    QCOMPARE(key->clone().length(), std::size_t(0));
}

void TestApiKey::livesInLockedMemoryUntilItsEnd()
{
    rlimit limit{};
    QCOMPARE(getrlimit(RLIMIT_MEMLOCK, &limit), 0);
    // Where the system allows no locked memory at all, a key must still work; nothing is locked then. The
    // address sanitizer turns mlock() into a call that does nothing.
#ifdef __SANITIZE_ADDRESS__
    const qint64 expected = 0;
#else
    const qint64 expected = limit.rlim_cur >= 64 * 1024 ? 4 : 0;
#endif

    const qint64 before = lockedKilobytes();
    QVERIFY(before >= 0);
    {
        const auto key = ApiKey::parse(kPlain);
        QVERIFY(key);
        QVERIFY(lockedKilobytes() - before >= expected);
    }
    QCOMPARE(lockedKilobytes(), before);
}

QTEST_GUILESS_MAIN(TestApiKey)
#include "tst_apikey.moc"
