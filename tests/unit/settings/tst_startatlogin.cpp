// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/StartAtLogin.h"
#include "support/TestCase.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <memory>

using app::core::ErrorKind;
using app::settings::StartAtLogin;

class TestStartAtLogin : public support::TestCase
{
    Q_OBJECT

protected:
    void setUp() override { m_folder = std::make_unique<QTemporaryDir>(); }

private Q_SLOTS:
    void isOffUntilSomebodyTurnsItOn();
    void startsWhatItWasTold_data();
    void startsWhatItWasTold();
    void refusesWhatIsNotOurs_data();
    void refusesWhatIsNotOurs();
    void seesThatTheDesktopTurnedItOff();
    void refusesAPathThatWouldBeAnotherKey();
    void saysWhenTheFolderCannotBeWritten();
    void ofThisProgramNamesAnotherDataFolder();

private:
    [[nodiscard]] QString folder() const { return m_folder->filePath(QStringLiteral("config/autostart")); }
    [[nodiscard]] StartAtLogin login(const QString& program = QStringLiteral("/usr/bin/threadcount"),
        const QStringList& arguments = {QStringLiteral("--background")}) const
    {
        return {program, arguments, folder()};
    }
    static QByteArray contentOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void put(const QString& path, const QByteArray& bytes) const
    {
        QVERIFY(QDir().mkpath(folder()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestStartAtLogin::isOffUntilSomebodyTurnsItOn()
{
    const StartAtLogin entry = login();
    QVERIFY(!entry.isEnabled());
    QVERIFY(entry.setEnabled(false));
    QVERIFY(!QDir(folder()).exists());

    QVERIFY(entry.setEnabled(true));
    QVERIFY(entry.isEnabled());
    QCOMPARE(entry.file(), folder() + QStringLiteral("/org.threadcount.Threadcount.desktop"));
    QVERIFY(contentOf(entry.file()).contains("\nExec=\"/usr/bin/threadcount\" \"--background\"\n"));

    // The program may have moved since.
    const StartAtLogin moved = login(QStringLiteral("/opt/threadcount/bin/threadcount"));
    QVERIFY(moved.setEnabled(true));
    QVERIFY(contentOf(entry.file()).contains("Exec=\"/opt/threadcount/bin/threadcount\""));

    QVERIFY(entry.setEnabled(false));
    QVERIFY(!entry.isEnabled());
    QVERIFY(QDir(folder()).isEmpty());
}

void TestStartAtLogin::startsWhatItWasTold_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << QStringLiteral("threadcount");
    QTest::newRow("spaces") << QStringLiteral("our programs/threadcount");
    QTest::newRow("quotes and dollars") << QStringLiteral("a\"b$HOME`c'd");
    QTest::newRow("backslash") << QStringLiteral("a\\b\\\\c");
    QTest::newRow("percent") << QStringLiteral("100%f");
    QTest::newRow("letters of the world") << QStringLiteral("Gr\u00f6\u00dfe \u6570");
}

void TestStartAtLogin::startsWhatItWasTold()
{
    QFETCH(QString, name);
    const QString program = m_folder->filePath(name);
    QVERIFY(login(program).setEnabled(true));
    const QString file = login(program).file();

    // Other people's tools find nothing wrong with the file.
    QProcess validate;
    validate.start(QStringLiteral("desktop-file-validate"), {file});
    QVERIFY(validate.waitForFinished());
    QCOMPARE(validate.exitCode(), 0);
    QCOMPARE(validate.readAllStandardOutput() + validate.readAllStandardError(), QByteArray());

    // Read back as the specification says: the value of the key first, then the quotes.
    const QByteArray content = contentOf(file);
    const qsizetype from = content.indexOf("\nExec=") + 6;
    QString line = QString::fromUtf8(content.mid(from, content.indexOf('\n', from) - from));
    line.replace(QStringLiteral("\\\\"), QStringLiteral("\\"));
    QStringList arguments;
    QString current;
    bool inside = false;
    for (qsizetype at = 0; at < line.size(); ++at) {
        if (inside && line.at(at) == u'\\') {
            current += line.at(++at);
        } else if (inside && line.at(at) == u'%') {
            QCOMPARE(line.at(++at), QChar(u'%'));
            current += u'%';
        } else if (line.at(at) == u'"') {
            inside = !inside;
            if (!inside) {
                arguments << std::exchange(current, {});
            }
        } else if (inside) {
            current += line.at(at);
        }
    }
    QCOMPARE(arguments, (QStringList{program, QStringLiteral("--background")}));
}

void TestStartAtLogin::refusesWhatIsNotOurs_data()
{
    QTest::addColumn<QString>("kind");
    for (const char* kind : {"a file of somebody else", "a link to a file of ours", "a link to nowhere",
             "a folder", "a very large file", "our mark as a part of a line"}) {
        QTest::newRow(kind) << QString::fromLatin1(kind);
    }
}

void TestStartAtLogin::refusesWhatIsNotOurs()
{
    QFETCH(QString, kind);
    const StartAtLogin entry = login();
    const QString elsewhere = m_folder->filePath(QStringLiteral("elsewhere"));
    const QByteArray ours = "[Desktop Entry]\nX-Threadcount-StartAtLogin=true\n";
    QByteArray before;
    if (kind.startsWith(QLatin1String("a link"))) {
        QVERIFY(QDir().mkpath(folder()));
        QVERIFY(QFile::link(elsewhere, entry.file()));
        if (kind.endsWith(QLatin1String("ours"))) {
            put(elsewhere, ours);
            before = ours;
        }
    } else if (kind == QLatin1String("a folder")) {
        QVERIFY(QDir().mkpath(entry.file()));
    } else {
        before = kind.contains(QLatin1String("large")) ? ours + QByteArray(20'000, '#') + '\n'
            : kind.contains(QLatin1String("part")) ? QByteArray("Comment=X-Threadcount-StartAtLogin=true\n")
                                                   : QByteArray("[Desktop Entry]\nExec=other\n");
        put(entry.file(), before);
    }

    QVERIFY(!entry.isEnabled());
    for (const bool enabled : {true, false}) {
        const auto result = entry.setEnabled(enabled);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::FileRefused);
        QCOMPARE(result.error().subject, entry.file());
    }
    QCOMPARE(contentOf(entry.file()), before);
    QCOMPARE(QFile::exists(elsewhere), kind == QLatin1String("a link to a file of ours"));
}

void TestStartAtLogin::seesThatTheDesktopTurnedItOff()
{
    const StartAtLogin entry = login();
    for (const QByteArray line : {"Hidden=true\n", "X-GNOME-Autostart-enabled=false\n"}) {
        QVERIFY(entry.setEnabled(true));
        put(entry.file(), contentOf(entry.file()) + line);
        QVERIFY(!entry.isEnabled());
        QVERIFY(entry.setEnabled(true));
        QVERIFY(entry.isEnabled());
    }
}

void TestStartAtLogin::refusesAPathThatWouldBeAnotherKey()
{
    const auto result = login(QStringLiteral("/tmp/a\nExec=other")).setEnabled(true);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::FileFailed);
    QVERIFY(!QDir(folder()).exists());
}

void TestStartAtLogin::saysWhenTheFolderCannotBeWritten()
{
    QFile file(m_folder->filePath(QStringLiteral("config")));
    QVERIFY(file.open(QIODevice::WriteOnly)); // a file where a folder belongs
    const auto result = login().setEnabled(true);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::FileFailed);
    QCOMPARE(result.error().subject, folder());
}

void TestStartAtLogin::ofThisProgramNamesAnotherDataFolder()
{
    const QString standard = QStringLiteral("/home/somebody/.local/share/threadcount");
    const StartAtLogin usual = StartAtLogin::ofThisProgram(standard + u'/', standard);
    QVERIFY(usual.file().startsWith(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + QStringLiteral("/autostart/")));
    QVERIFY(usual.setEnabled(true));
    const QByteArray program = QCoreApplication::applicationFilePath().toUtf8();
    const QByteArray usualLine = "Exec=\"" + program + "\" \"--background\"\n";
    QVERIFY(contentOf(usual.file()).contains(usualLine));

    QVERIFY(StartAtLogin::ofThisProgram(QStringLiteral("/srv/counts"), standard).setEnabled(true));
    const QByteArray otherLine = "Exec=\"" + program + "\" \"--background\" \"--data-dir\" \"/srv/counts\"\n";
    QVERIFY(contentOf(usual.file()).contains(otherLine));
    QVERIFY(usual.setEnabled(false));
}

QTEST_GUILESS_MAIN(TestStartAtLogin)
#include "tst_startatlogin.moc"
