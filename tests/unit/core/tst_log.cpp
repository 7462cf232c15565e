// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/Log.h"
#include "support/TestCase.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace app::core;

namespace {

unsigned modeOf(const QString& path)
{
    struct stat status
    {
    };
    return stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 07777U : 0U;
}

} // namespace

class TestLog : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreStampedAndRedacted();
    void masksWhatMustNotBeThere_data();
    void masksWhatMustNotBeThere();
    void rulesChooseWhatIsWritten();
    void filesAndFolderArePrivate();
    void startsAnewWhenTheFileIsLarge();
    void folderThatCannotBeMadeIsRefused();

private:
    void setUp() override
    {
        m_parent = std::make_unique<QTemporaryDir>();
        m_folder = m_parent->filePath(QStringLiteral("logs"));
    }

    [[nodiscard]] QByteArray content(int file) const
    {
        QFile log(QDir(m_folder).filePath(logFileNames().at(file)));
        return log.open(QIODevice::ReadOnly) ? log.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_parent;
    QString m_folder;
};

void TestLog::linesAreStampedAndRedacted()
{
    QVERIFY(startLogging(m_folder));

    qCInfo(lcSync) << "request failed: Bearer sk-test-CANARY0001WXYZ\nsecond line";

    const QString line = QString::fromUtf8(content(0));
    QCOMPARE(line.count(u'\n'), 1);
    static const QRegularExpression shape(QStringLiteral(
        "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z info threadcount\\.sync: request failed"));
    QVERIFY2(shape.match(line).hasMatch(), qPrintable(line));
    QVERIFY2(!line.contains(QStringLiteral("CANARY")), qPrintable(line));
    QVERIFY2(line.contains(QStringLiteral("\u2026WXYZ")), qPrintable(line));
}

void TestLog::masksWhatMustNotBeThere_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("a key") << QStringLiteral("key sk-test-CANARY0001WXYZ");
    QTest::newRow("a key of another shape") << QStringLiteral("key=CANARY8Qw7Er6Ty5Ui4Op3As2Df");
    QTest::newRow("a key in an address") << QStringLiteral("https://x/sk-test-CANARY0001WXYZ");
    QTest::newRow("an e-mail address") << QStringLiteral("no seat for canary.CANARY@example.com");
    QTest::newRow("an encoded address") << QStringLiteral("?user=CANARY%40example.com");
    QTest::newRow("a body") << QStringLiteral("{\"data\":\"") + QStringLiteral("long words ").repeated(200)
            + QStringLiteral("CANARY");
}

void TestLog::masksWhatMustNotBeThere()
{
    QFETCH(QString, text);
    QVERIFY(startLogging(m_folder));

    qCInfo(lcApi).noquote() << text;
    qCInfo(lcApi) << text;
    expectWarning(QStringLiteral(".*"));
    qCWarning(lcSecrets).noquote() << text;

    const QByteArray written = content(0);
    QCOMPARE(written.count('\n'), 3);
    QVERIFY2(!written.contains("CANARY"), written.constData());
}

void TestLog::rulesChooseWhatIsWritten()
{
    QVERIFY(startLogging(m_folder));
    qCDebug(lcSync) << "first";
    qCInfo(lcSync) << "second";
    QLoggingCategory::setFilterRules(QStringLiteral("threadcount.sync.debug=true\nthreadcount.store=false"));
    qCDebug(lcSync) << "third";
    qCInfo(lcStore) << "fourth";
    QLoggingCategory::setFilterRules(QString());

    const QByteArray written = content(0);
    QVERIFY(!written.contains("first") && !written.contains("fourth"));
    QVERIFY(written.contains("info threadcount.sync: second"));
    QVERIFY(written.contains("debug threadcount.sync: third"));
}

void TestLog::filesAndFolderArePrivate()
{
    const mode_t before = umask(0);
    const auto started = startLogging(m_folder);
    qCInfo(lcStore) << "hello";
    umask(before);

    QVERIFY(started);
    QCOMPARE(modeOf(m_folder), 0700U);
    QCOMPARE(modeOf(QDir(m_folder).filePath(logFileNames().at(0))), 0600U);
}

void TestLog::startsAnewWhenTheFileIsLarge()
{
    QVERIFY(startLogging(m_folder));
    const QString words = QStringLiteral("some words ").repeated(80);
    for (int i = 0; i < 4'000; ++i) {
        qCInfo(lcApi).noquote() << i << words;
    }

    const QStringList files = QDir(m_folder).entryList(QDir::Files, QDir::Name);
    QStringList expected = logFileNames();
    expected.sort();
    QCOMPARE(files, expected);
    for (int file = 0; file < logFileNames().size(); ++file) {
        QVERIFY(content(file).size() <= 1'010'000);
        QCOMPARE(modeOf(QDir(m_folder).filePath(logFileNames().at(file))), 0600U);
    }
    QVERIFY(content(0).contains(": 3999 some words"));
}

void TestLog::folderThatCannotBeMadeIsRefused()
{
    QFile inTheWay(m_folder);
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();

    const auto started = startLogging(m_folder);

    QVERIFY(!started);
    QCOMPARE(started.error().kind, ErrorKind::StoreFolderRefused);
    QCOMPARE(started.error().subject, m_folder);
}

int main(int argc, char** argv)
{
    // The tests run with quiet categories; this one is about what the categories write.
    qunsetenv("QT_LOGGING_RULES");
    QCoreApplication application(argc, argv);
    TestLog test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_log.moc"
