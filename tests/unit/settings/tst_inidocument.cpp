// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/IniDocument.h"
#include "support/TestCase.h"

using app::settings::IniDocument;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

} // namespace

class TestIniDocument : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void untouchedTextComesOutAsItWentIn_data();
    void untouchedTextComesOutAsItWentIn();
    void everyValueReadsBack_data();
    void everyValueReadsBack();
    void changesOneLineAndKeepsTheOthers();
    void readsWhatPeopleWriteByHand();
    void removesAKeyAndThenItsEmptySection();
    void firstOfTwoEqualKeysWins();
    void refusesBytesThatAreNoText_data();
    void refusesBytesThatAreNoText();
};

void TestIniDocument::untouchedTextComesOutAsItWentIn_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("comments, blank lines, unknown things")
        << QByteArray("# top\n\n[a]\nx=1\n; note\nno equals sign\n\n[b c]\n  y = 2 \n[a]\nz=\xc3\xa4\n");
    QTest::newRow("keys before the first section") << QByteArray("x=1\n[a]\ny=2\n");
}

void TestIniDocument::untouchedTextComesOutAsItWentIn()
{
    QFETCH(QByteArray, text);
    const auto document = IniDocument::parse(text);
    QVERIFY(document);
    QCOMPARE(document->toBytes(), text);
}

void TestIniDocument::everyValueReadsBack_data()
{
    QTest::addColumn<QString>("value");
    QTest::newRow("empty") << QString(s(""));
    QTest::newRow("plain") << s("plain");
    QTest::newRow("spaces at both ends") << s("  x  ");
    QTest::newRow("equals sign and semicolon") << s("a=b;c#d");
    QTest::newRow("line breaks and tabs") << s("a\nb\r\nc\td");
    QTest::newRow("backslashes") << s("C:\\new\\\\x\\");
    QTest::newRow("looks like a section") << s("[section]");
    QTest::newRow("other alphabets") << s("\u00c4\u4e2d\U0001F9F5");
}

void TestIniDocument::everyValueReadsBack()
{
    QFETCH(QString, value);
    IniDocument document;
    document.set(s("a"), s("key"), value);

    const auto back = IniDocument::parse(document.toBytes());

    QVERIFY(back);
    QCOMPARE(back->value(s("a"), s("key")).value(), value);
    QCOMPARE(back->toBytes().count('\n'), 2);
}

void TestIniDocument::changesOneLineAndKeepsTheOthers()
{
    auto document = IniDocument::parse("# top\n[a]\nx=1\nfuture=yes\n[b]\nx=2\n");
    QVERIFY(document);

    document->set(s("a"), s("x"), s("9"));
    document->set(s("a"), s("new"), s("3"));
    document->set(s("c"), s("x"), s("4"));

    QCOMPARE(document->toBytes(), QByteArray("# top\n[a]\nx=9\nfuture=yes\nnew=3\n[b]\nx=2\n[c]\nx=4\n"));
}

void TestIniDocument::readsWhatPeopleWriteByHand()
{
    const auto document = IniDocument::parse("\r\n [ a ] \r\n  x  = 1\r\n#y=2\r\n");
    QVERIFY(document);
    QCOMPARE(document->sections(), QStringList{s("a")});
    QCOMPARE(document->value(s("a"), s("x")).value(), s(" 1"));
    QVERIFY(!document->value(s("a"), s("y")));
    QVERIFY(!document->value(s("b"), s("x")));
}

void TestIniDocument::removesAKeyAndThenItsEmptySection()
{
    auto document = IniDocument::parse("[a]\nx=1\ny=2\n[b]\nz=3\n");
    QVERIFY(document);
    document->remove(s("a"), s("x"));
    QCOMPARE(document->toBytes(), QByteArray("[a]\ny=2\n[b]\nz=3\n"));
    document->remove(s("a"), s("y"));
    QCOMPARE(document->toBytes(), QByteArray("[b]\nz=3\n"));
    document->removeSection(s("b"));
    QCOMPARE(document->toBytes(), QByteArray());
}

void TestIniDocument::firstOfTwoEqualKeysWins()
{
    auto document = IniDocument::parse("[a]\nx=1\n[b]\n[a]\nx=2\n");
    QVERIFY(document);
    QCOMPARE(document->value(s("a"), s("x")).value(), s("1"));
    QCOMPARE(document->sections(), (QStringList{s("a"), s("b")}));
}

void TestIniDocument::refusesBytesThatAreNoText_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("not UTF-8") << QByteArray("[a]\nx=\xff\xfe\n");
    QTest::newRow("a null byte") << QByteArray("[a]\nx=\0\n", 8);
}

void TestIniDocument::refusesBytesThatAreNoText()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!IniDocument::parse(bytes));
}

QTEST_GUILESS_MAIN(TestIniDocument)
#include "tst_inidocument.moc"
