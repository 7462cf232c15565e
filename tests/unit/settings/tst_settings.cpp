// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/Settings.h"
#include "support/TestCase.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace app::settings;
using app::core::ErrorKind;
using app::core::WorkspaceId;

namespace {

const WorkspaceId kFirst = WorkspaceId::parse(u"1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21").value();
const WorkspaceId kSecond = WorkspaceId::parse(u"2f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e22").value();

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

WorkspaceSettings entryOf(const WorkspaceId& id)
{
    return {id, s("https://api.chatgpt.com"), KeyLocation::Session, s("\u2026WXYZ"), true, true};
}

} // namespace

class TestSettings : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void missingFileGivesTheDefaults();
    void everythingReadsBack();
    void fileIsPrivateAndNothingElseIsLeft();
    void savingAgainKeepsTheMode();
    void unknownEntriesSurvive();
    void forgottenWorkspaceLeavesTheFile();
    void finishedSetupLeavesTheFile();
    void viewHoldsShortNamesOnly();
    void unusableValuesFallBackWithAWarning_data();
    void unusableValuesFallBackWithAWarning();
    void workspaceWithAnUnusableIdIsLeftOutAndKept();
    void anIdInOtherLettersKeepsItsPlace();
    void fileOfANewerVersionIsLeftAlone();
    void fileThatIsNoTextGivesTheDefaults();
    void hugeFileGivesTheDefaults();
    void refusesWhatIsNoRegularFile();
    void savingIntoAMissingFolderFails();
    void failedSaveKeepsTheOldFile();
    void leftoverOfACrashIsReplaced();
    void neverStoresAKey();
    void putReplacesTheEntryOfAWorkspace();

private:
    void setUp() override
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(s("settings.ini"));
    }
    void tearDown() override { m_folder.reset(); }

    void write(const QByteArray& bytes)
    {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    [[nodiscard]] QByteArray bytes() const
    {
        QFile file(m_file);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(unreadable)");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void TestSettings::missingFileGivesTheDefaults()
{
    const auto settings = Settings::load(m_file);
    QVERIFY(settings);
    QVERIFY(settings->workspaces.empty());
    QVERIFY(!settings->resume);
    QCOMPARE(settings->syncIntervalHours, 4);
    QCOMPARE(settings->backfillDays, 30);
    QCOMPARE(settings->appearance, Appearance::System);
    QVERIFY(settings->warnings.isEmpty());
    QVERIFY(!QFileInfo::exists(m_file));
}

void TestSettings::everythingReadsBack()
{
    Settings written;
    written.workspaces = {entryOf(kSecond), WorkspaceSettings{kFirst, s("http://127.0.0.1:8080")}};
    written.resume = SetupResume{
        s("verify"), s(" 1F6F0c1e unfinished"), s("usage = key; \"one\"\nline"), s("H\u00e4user")};
    written.syncIntervalHours = 24;
    written.backfillDays = 90;
    written.appearance = Appearance::Dark;
    written.view = {QByteArray("\0\x01\xff geometry", 12), s("code-review"), 90,
        app::core::DayRange{
            *app::core::UtcDay::fromIso(u"2026-10-01"), *app::core::UtcDay::fromIso(u"2026-10-15")},
        true, true, {s("name"), s("activeDays"), s("p95")}};
    written.whenClosed = WhenClosed::KeepSyncing;
    written.notifications = false;
    written.retentionMonths = 18;
    written.activeWorkspace = kSecond;
    written.network
        = {ProxyMode::Socks5, s("proxy.halden.example"), 1080, s("H\u00e4user"), s("/etc/ssl/our ca.pem")};
    written.workspaces.front().name = s("Halden \u00c5s");
    written.workspaces.front().paused = true;
    written.workspaces.front().keyExpiresOn = app::core::UtcDay::fromIso(u"2027-01-31");
    written.workspaces.front().expiryNoticeGiven = 0;
    written.workspaces.front().failureNoticeGiven
        = app::core::Instant(std::chrono::milliseconds(1'790'000'000'123));
    QVERIFY(written.save(m_file));

    const auto read = Settings::load(m_file);

    QVERIFY(read);
    QVERIFY2(read->warnings.isEmpty(), qPrintable(read->warnings.join(u'\n')));
    QCOMPARE(read->whenClosed, WhenClosed::KeepSyncing);
    QVERIFY(!read->notifications);
    QCOMPARE(read->retentionMonths, std::optional(18));
    QVERIFY(read->activeWorkspace == kSecond);
    QVERIFY(read->network == written.network);
    QCOMPARE(read->workspaces.size(), std::size_t(2));
    const WorkspaceSettings* second = read->find(kSecond);
    QVERIFY(second);
    QCOMPARE(second->origin, s("https://api.chatgpt.com"));
    QCOMPARE(second->keyLocation, KeyLocation::Session);
    QCOMPARE(second->keyHint, s("\u2026WXYZ"));
    QVERIFY(second->waitingForScope);
    QVERIFY(second->setupFinished);
    QCOMPARE(second->name, s("Halden \u00c5s"));
    QVERIFY(second->paused);
    QVERIFY(second->keyExpiresOn == written.workspaces.front().keyExpiresOn);
    QCOMPARE(second->expiryNoticeGiven, std::optional(0));
    QVERIFY(second->failureNoticeGiven == written.workspaces.front().failureNoticeGiven);
    const WorkspaceSettings* first = read->find(kFirst);
    QVERIFY(first);
    QCOMPARE(first->origin, s("http://127.0.0.1:8080"));
    QCOMPARE(first->keyLocation, KeyLocation::Keychain);
    QCOMPARE(first->keyHint, QString());
    QVERIFY(!first->waitingForScope);
    QVERIFY(!first->setupFinished);
    QVERIFY(first->name.isEmpty());
    QVERIFY(!first->paused);
    QVERIFY(!first->keyExpiresOn);
    QVERIFY(!first->expiryNoticeGiven);
    QVERIFY(!first->failureNoticeGiven);
    QVERIFY(read->resume);
    QCOMPARE(read->resume->step, written.resume->step);
    QCOMPARE(read->resume->workspaceId, written.resume->workspaceId);
    QCOMPARE(read->resume->keyName, written.resume->keyName);
    QCOMPARE(read->resume->organisation, written.resume->organisation);
    QCOMPARE(read->syncIntervalHours, 24);
    QCOMPARE(read->backfillDays, 90);
    QCOMPARE(read->appearance, Appearance::Dark);
    QVERIFY(read->view == written.view);

    // What is back at its default leaves the file.
    written.view = {};
    written.network = {};
    written.retentionMonths.reset();
    written.activeWorkspace.reset();
    written.workspaces.front().keyExpiresOn.reset();
    QVERIFY(written.save(m_file));
    const auto again = Settings::load(m_file);
    QVERIFY(again->view == ViewSettings{});
    QVERIFY(again->network == NetworkSettings{});
    QVERIFY(!again->retentionMonths);
    QVERIFY(!again->activeWorkspace);
    QVERIFY(!again->find(kSecond)->keyExpiresOn);
    QVERIFY(!bytes().contains("halden"));
}

void TestSettings::viewHoldsShortNamesOnly()
{
    Settings written;
    written.view.page = s("ada.byron@halden.example");
    written.view.engineerColumns = {s("credits"), s("Ada Byron"), s("user-01@x"), s("turns")};
    QVERIFY(written.save(m_file));

    const auto read = Settings::load(m_file);
    QVERIFY2(read->warnings.isEmpty(), qPrintable(read->warnings.join(u'\n')));
    QCOMPARE(read->view.page, QString());
    QCOMPARE(read->view.engineerColumns, (QStringList{s("credits"), s("turns")}));
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(!text.contains("Ada"));
    QVERIFY(!text.contains("user-01"));
}

void TestSettings::fileIsPrivateAndNothingElseIsLeft()
{
    const mode_t before = umask(0);
    const auto saved = Settings().save(m_file);
    umask(before);

    QVERIFY(saved);
    struct stat status
    {
    };
    QCOMPARE(stat(QFile::encodeName(m_file).constData(), &status), 0);
    QCOMPARE(status.st_mode & 07777U, 0600U);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
        QStringList{s("settings.ini")});
}

void TestSettings::savingAgainKeepsTheMode()
{
    write("[threadcount]\nversion=1\n");
    QVERIFY(QFile::setPermissions(
        m_file, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther));
    QVERIFY(Settings().save(m_file));
    struct stat status
    {
    };
    QCOMPARE(stat(QFile::encodeName(m_file).constData(), &status), 0);
    QCOMPARE(status.st_mode & 07777U, 0600U);
}

void TestSettings::unknownEntriesSurvive()
{
    const QByteArray workspace
        = "[workspace 1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21]\norigin=https://api.chatgpt.com\n"
          "colour=teal\n";
    write("# my note\n[threadcount]\nversion=1\n[future]\nthing=7\n[sync]\ninterval_hours=6\nmode=quiet\n"
        + workspace);

    auto settings = Settings::load(m_file);
    QVERIFY(settings);
    settings->syncIntervalHours = 8;
    QVERIFY(settings->save(m_file));

    const QByteArray after = bytes();
    for (const char* kept :
        {"# my note\n", "[future]\nthing=7\n", "mode=quiet\n", "colour=teal\n", "interval_hours=8\n"}) {
        QVERIFY2(after.contains(kept), kept);
    }
    QVERIFY(!after.contains("interval_hours=6"));
}

void TestSettings::forgottenWorkspaceLeavesTheFile()
{
    Settings settings;
    settings.put(entryOf(kFirst));
    settings.put(entryOf(kSecond));
    QVERIFY(settings.save(m_file));

    settings.forget(kFirst);
    settings.forget(kFirst);
    QVERIFY(settings.save(m_file));

    QVERIFY(!settings.find(kFirst));
    QVERIFY(!bytes().contains(kFirst.toString().toUtf8()));
    QVERIFY(bytes().contains(kSecond.toString().toUtf8()));
    QCOMPARE(Settings::load(m_file)->workspaces.size(), std::size_t(1));
}

void TestSettings::finishedSetupLeavesTheFile()
{
    Settings settings;
    settings.resume = SetupResume{s("key"), s("half an id"), s("name"), s("organisation")};
    QVERIFY(settings.save(m_file));
    settings.resume.reset();
    QVERIFY(settings.save(m_file));

    QVERIFY(!Settings::load(m_file)->resume);
    QVERIFY(!bytes().contains("half an id"));
    QVERIFY(!bytes().contains("[setup]"));
}

void TestSettings::unusableValuesFallBackWithAWarning_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("key");
    const auto row = [](const char* name, const char* text, const char* key) {
        QTest::newRow(name) << QByteArray(text) << s(key);
    };
    row("interval 0", "[sync]\ninterval_hours=0\n", "interval_hours");
    row("interval 25", "[sync]\ninterval_hours=25\n", "interval_hours");
    row("interval in words", "[sync]\ninterval_hours=often\n", "interval_hours");
    row("interval beyond an int", "[sync]\ninterval_hours=99999999999\n", "interval_hours");
    row("interval empty", "[sync]\ninterval_hours=\n", "interval_hours");
    row("backfill of 31 days", "[sync]\nbackfill_days=31\n", "backfill_days");
    row("negative backfill", "[sync]\nbackfill_days=-30\n", "backfill_days");
    row("unknown appearance", "[look]\nappearance=neon\n", "appearance");
    row("geometry that is no base64", "[view]\ngeometry=***\n", "geometry");
    row("page with an address", "[view]\npage=ada@halden.example\n", "page");
    row("preset of 31 days", "[view]\npreset_days=31\n", "preset_days");
    row("first day that is none", "[view]\nfirst_day=2026-02-30\nlast_day=2026-03-01\n", "first_day");
    row("last day missing", "[view]\nfirst_day=2026-02-01\n", "last_day");
    row("last day before the first", "[view]\nfirst_day=2026-02-03\nlast_day=2026-02-01\n", "last_day");
    row("weekly in words", "[view]\nweekly=sometimes\n", "weekly");
    row("tables in words", "[view]\ntables=1\n", "tables");
    row("columns with a name", "[view]\nengineer_columns=turns,Ada Byron\n", "engineer_columns");
    row("closing in words", "[startup]\nwhen_closed=later\n", "when_closed");
    row("notices in words", "[startup]\nnotifications=loud\n", "notifications");
    row("retention of 2 months", "[sync]\nretention_months=2\n", "retention_months");
    row("retention of 121 months", "[sync]\nretention_months=121\n", "retention_months");
    row("retention in words", "[sync]\nretention_months=all\n", "retention_months");
    row("active workspace that is none", "[view]\nworkspace=ours\n", "workspace");
    row("proxy of an unknown sort", "[network]\nproxy=pac\n", "proxy");
    row("proxy port 0", "[network]\nproxy_port=0\n", "proxy_port");
    row("proxy port 65536", "[network]\nproxy_port=65536\n", "proxy_port");
    row("proxy host with a control character", "[network]\nproxy_host=a\\nb\n", "proxy_host");
    row("expiry that is no day",
        "[workspace 1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21]\norigin=https://a.example\nkey_expires_on=soon\n",
        "key_expires_on");
    row("notice beyond the first",
        "[workspace "
        "1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21]\norigin=https://a.example\nexpiry_notice_given=31\n",
        "expiry_notice_given");
    row("notice without a zone",
        "[workspace 1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21]\norigin=https://a.example\n"
        "failure_notice_given=2026-11-01T10:00:00\n",
        "failure_notice_given");
    row("version in words", "[threadcount]\nversion=two\n", "version");
    row("version 0", "[threadcount]\nversion=0\n", "version");
    row("key location",
        "[workspace 1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21]\norigin=https://a.example\nkey_location=file\n",
        "key_location");
    row("truth value",
        "[workspace 1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21]\norigin=https://a.example\nsetup_finished=yes\n",
        "setup_finished");
    row("origin with user info",
        "[workspace 1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21]\norigin=https://u:p@a.example\n", "origin");
    row("origin with a path",
        "[workspace 1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21]\norigin=https://a.example/v1\n", "origin");
    row("origin that is a file",
        "[workspace 1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21]\norigin=file:///etc/passwd\n", "origin");
    row("origin missing", "[workspace 1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21]\n", "origin");
}

void TestSettings::unusableValuesFallBackWithAWarning()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, key);
    write(text.startsWith("[threadcount]") ? text : QByteArray("[threadcount]\nversion=1\n" + text));

    const auto settings = Settings::load(m_file);

    QVERIFY(settings);
    QCOMPARE(settings->warnings.size(), 1);
    QVERIFY2(settings->warnings.constFirst().contains(key), qPrintable(settings->warnings.constFirst()));
    QCOMPARE(settings->syncIntervalHours, 4);
    QCOMPARE(settings->backfillDays, 30);
    QCOMPARE(settings->appearance, Appearance::System);
    QVERIFY(settings->view == ViewSettings{});
    QVERIFY(settings->network == NetworkSettings{});
    QCOMPARE(settings->whenClosed, WhenClosed::Ask);
    QVERIFY(settings->notifications);
    QVERIFY(!settings->retentionMonths);
    QVERIFY(!settings->activeWorkspace);
    for (const WorkspaceSettings& entry : settings->workspaces) {
        QCOMPARE(entry.keyLocation, KeyLocation::Keychain);
        QVERIFY(!entry.setupFinished);
        QVERIFY(!entry.keyExpiresOn);
        QVERIFY(!entry.expiryNoticeGiven);
        QVERIFY(!entry.failureNoticeGiven);
        QVERIFY(entry.origin.isEmpty() || entry.origin == s("https://a.example"));
    }
}

void TestSettings::workspaceWithAnUnusableIdIsLeftOutAndKept()
{
    write("[threadcount]\nversion=1\n[workspace ../../etc]\norigin=https://a.example\n");
    const auto settings = Settings::load(m_file);
    QVERIFY(settings);
    QVERIFY(settings->workspaces.empty());
    QCOMPARE(settings->warnings.size(), 1);
    QVERIFY(settings->save(m_file));
    QVERIFY(bytes().contains("[workspace ../../etc]"));
}

void TestSettings::anIdInOtherLettersKeepsItsPlace()
{
    write("[workspace 1F6F0C1E-6A52-4F0E-9A53-5D1C0D7B9E21]\norigin=https://a.example\nmine=1\n"
          "[workspace 2f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e22]\norigin=https://b.example\n");
    const auto settings = Settings::load(m_file);
    QVERIFY(settings && settings->save(m_file));

    const auto again = Settings::load(m_file);
    QCOMPARE(again->workspaces.size(), std::size_t(2));
    QVERIFY(again->workspaces.front().workspace == kFirst);
    QVERIFY(bytes().contains("mine=1"));
    QVERIFY(!bytes().contains("1F6F"));
}

void TestSettings::fileOfANewerVersionIsLeftAlone()
{
    const QByteArray newer = "[threadcount]\nversion=2\n[sync]\ninterval_hours=12\n";
    write(newer);

    const auto settings = Settings::load(m_file);
    QVERIFY(settings);
    QCOMPARE(settings->syncIntervalHours, 4);
    QCOMPARE(settings->warnings.size(), 1);

    const auto saved = settings->save(m_file);
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::StoreTooNew);
    QCOMPARE(bytes(), newer);
}

void TestSettings::fileThatIsNoTextGivesTheDefaults()
{
    write(QByteArray("SQLite format 3\0\xff\xfe\x80", 19));
    const auto settings = Settings::load(m_file);
    QVERIFY(settings);
    QCOMPARE(settings->backfillDays, 30);
    QCOMPARE(settings->warnings.size(), 1);
    QVERIFY(settings->save(m_file));
    QVERIFY(Settings::load(m_file)->warnings.isEmpty());
}

void TestSettings::hugeFileGivesTheDefaults()
{
    write("[sync]\ninterval_hours=7\n" + QByteArray(2'000'000, '#'));
    const auto settings = Settings::load(m_file);
    QVERIFY(settings);
    QCOMPARE(settings->syncIntervalHours, 4);
    QCOMPARE(settings->warnings.size(), 1);
}

void TestSettings::refusesWhatIsNoRegularFile()
{
    QVERIFY(QDir(m_folder->path()).mkdir(s("settings.ini")));
    QCOMPARE(Settings::load(m_file).error().kind, ErrorKind::StoreFailed);
    QCOMPARE(Settings().save(m_file).error().kind, ErrorKind::StoreFailed);
    QVERIFY(QDir(m_folder->path()).rmdir(s("settings.ini")));

    const QString target = m_folder->filePath(s("somewhere-else"));
    QVERIFY(QFile::link(target, m_file));
    QCOMPARE(Settings::load(m_file).error().kind, ErrorKind::StoreFailed);
    QCOMPARE(Settings().save(m_file).error().kind, ErrorKind::StoreFailed);
    QVERIFY(!QFileInfo::exists(target));
}

void TestSettings::savingIntoAMissingFolderFails()
{
    const auto saved = Settings().save(m_folder->filePath(s("nowhere/settings.ini")));
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::StoreFailed);
    QVERIFY(!saved.error().detail.isEmpty());
    QVERIFY(!QFileInfo::exists(m_folder->filePath(s("nowhere"))));
}

void TestSettings::failedSaveKeepsTheOldFile()
{
    Settings settings;
    settings.syncIntervalHours = 7;
    QVERIFY(settings.save(m_file));
    const QByteArray before = bytes();
    // Something that cannot be unlinked stands where the new file is written: also root fails here.
    QVERIFY(QDir(m_folder->path()).mkpath(s("settings.ini.new/in-the-way")));

    settings.syncIntervalHours = 9;
    const auto saved = settings.save(m_file);

    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::StoreFailed);
    QCOMPARE(bytes(), before);
}

void TestSettings::leftoverOfACrashIsReplaced()
{
    QFile leftover(m_file + s(".new"));
    QVERIFY(leftover.open(QIODevice::WriteOnly));
    QVERIFY(leftover.write("half a fi") > 0);
    leftover.close();

    QVERIFY(Settings().save(m_file));

    QVERIFY(!QFileInfo::exists(leftover.fileName()));
    QVERIFY(Settings::load(m_file)->warnings.isEmpty());
}

void TestSettings::neverStoresAKey()
{
    const QString key = s("sk-test-CANARY0123456789");
    const QString bare = s("CANARYabcdefghij0123456789xyz");
    for (const QString& secret : {key, bare}) {
        Settings settings;
        settings.workspaces = {{kFirst, secret, KeyLocation::Session, secret, false, false}};
        settings.workspaces.front().name = secret;
        settings.network.proxyUser = secret;
        settings.network.proxyHost = secret;
        settings.resume = SetupResume{s("key"), secret, secret, s("we are ") + secret};
        QVERIFY(settings.save(m_file));
        QVERIFY2(!bytes().contains("CANARY"), bytes().constData());
        QVERIFY(bytes().contains(QByteArray("key_hint=\xe2\x80\xa6" + secret.right(4).toUtf8())));
    }
    // The id of an organisation is shaped like a key and is not one.
    Settings settings;
    settings.resume = SetupResume{s("prepare"), {}, {}, s("org-AbCdEfGhIjKlMnOpQrStUv01")};
    QVERIFY(settings.save(m_file));
    QCOMPARE(Settings::load(m_file)->resume->organisation, s("org-AbCdEfGhIjKlMnOpQrStUv01"));
}

void TestSettings::putReplacesTheEntryOfAWorkspace()
{
    Settings settings;
    settings.put(entryOf(kFirst));
    settings.put(entryOf(kSecond));
    WorkspaceSettings changed = entryOf(kFirst);
    changed.keyHint = s("\u20260000");
    settings.put(changed);
    QCOMPARE(settings.workspaces.size(), std::size_t(2));
    QCOMPARE(settings.find(kFirst)->keyHint, s("\u20260000"));
    QCOMPARE(settings.find(kSecond)->keyHint, s("\u2026WXYZ"));
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
