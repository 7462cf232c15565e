// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/Format.h"
#include "common/Translations.h"
#include "support/TestCase.h"

#include <QApplication>
#include <QFile>
#include <QLibraryInfo>
#include <QProcess>

#include <cstdio>

namespace {

const QString kSay = QStringLiteral("--say");

/// What a program says that was started like ours: our text, a plural of ours, one of Qt's, a number.
QStringList said()
{
    return {QCoreApplication::translate("ui::pages::Page", "Try again"),
        QCoreApplication::translate("ui::common::format", "%n day(s)", "age in days", 1),
        QCoreApplication::translate("ui::common::format", "%n day(s)", "age in days", 3),
        QCoreApplication::translate("QPlatformTheme", "Cancel"), ui::common::format::number(1234.5, 1)};
}

} // namespace

class TestTranslations : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstPreferredLanguageThatWeSpeak_data();
    void theFirstPreferredLanguageThatWeSpeak();
};

void TestTranslations::theFirstPreferredLanguageThatWeSpeak_data()
{
    QTest::addColumn<QString>("lang");
    QTest::addColumn<QString>("languages");
    QTest::addColumn<bool>("isGerman");
    QTest::addColumn<QString>("number");

    const QString none;
    QTest::newRow("no language") << "C.UTF-8" << none << false << "1,234.5";
    QTest::newRow("English") << "en_GB.UTF-8" << none << false << "1,234.5";
    QTest::newRow("German") << "de_DE.UTF-8" << none << true << "1.234,5";
    QTest::newRow("German of Austria") << "de_AT.UTF-8" << none << true << "1\u00a0234,5";
    QTest::newRow("one that we do not speak") << "da_DK.UTF-8" << none << false << "1.234,5";
    QTest::newRow("one that we do not speak, then German") << "da_DK.UTF-8"
                                                           << "da:de:en" << true << "1.234,5";
    QTest::newRow("one that we do not speak, then English") << "da_DK.UTF-8"
                                                            << "da:en:de" << false << "1.234,5";
    QTest::newRow("English in Germany") << "de_DE.UTF-8"
                                        << "en:de" << false << "1.234,5";
    QTest::newRow("German in Denmark") << "da_DK.UTF-8"
                                       << "de" << true << "1.234,5";
}

void TestTranslations::theFirstPreferredLanguageThatWeSpeak()
{
    QFETCH(QString, lang);
    QFETCH(QString, languages);
    QFETCH(bool, isGerman);
    QFETCH(QString, number);

    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString& name : environment.keys()) {
        if (name.startsWith(QLatin1StringView("LC_")) || name.startsWith(QLatin1StringView("LANG"))) {
            environment.remove(name);
        }
    }
    environment.insert(QStringLiteral("LANG"), lang);
    if (!languages.isEmpty()) {
        environment.insert(QStringLiteral("LANGUAGE"), languages);
    }
    QProcess program;
    program.setProcessEnvironment(environment);
    program.start(QCoreApplication::applicationFilePath(), {kSay});
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitCode(), 0);
    const QStringList lines
        = QString::fromUtf8(program.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);

    // Qt's own texts may not be installed; then they stay English.
    const bool qtSpeaksGerman
        = QFile::exists(QLibraryInfo::path(QLibraryInfo::TranslationsPath) + QStringLiteral("/qtbase_de.qm"));
    const QString cancel = qtSpeaksGerman ? QStringLiteral("Abbrechen") : QStringLiteral("Cancel");
    const QStringList german{QStringLiteral("Erneut versuchen"), QStringLiteral("1 Tag"),
        QStringLiteral("3 Tage"), cancel, number};
    const QStringList english{QStringLiteral("Try again"), QStringLiteral("1 day"), QStringLiteral("3 days"),
        QStringLiteral("Cancel"), number};
    QCOMPARE(lines, isGerman ? german : english);
}

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    if (application.arguments().contains(kSay)) {
        ui::common::installTranslators(application);
        std::fputs(said().join(u'\n').toUtf8().constData(), stdout);
        return 0;
    }
    TestTranslations test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_ui_translations.moc"
