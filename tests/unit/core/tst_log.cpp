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
    for (int i = 0; i < 2'500; ++i) {
        qCInfo(lcApi).noquote() << i << words;
    }

    const QStringList files = QDir(m_folder).entryList(QDir::Files, QDir::Name);
    QStringList expected = logFileNames();
    expected.sort();
    QCOMPARE(files, expected);
    QVERIFY(content(0).size() <= 1'010'000);
    QVERIFY(content(1).size() <= 1'010'000);
    QVERIFY(content(0).contains(": 2499 some words"));
    QCOMPARE(modeOf(QDir(m_folder).filePath(logFileNames().at(0))), 0600U);
    QCOMPARE(modeOf(QDir(m_folder).filePath(logFileNames().at(1))), 0600U);
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
