// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/Log.h"
#include "store/DataFolder.h"
#include "store/StoreKit.h"
#include "store/WorkspaceLock.h"
#include "store/WorkspaceStore.h"
#include "support/TestCase.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>

#include <cstdio>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace storetest;
using app::core::ErrorKind;
using app::core::WorkspaceId;
using app::store::DataFolder;
using app::store::WorkspaceLock;
using app::store::WorkspaceStore;

namespace {

constexpr uid_t kNobody = 65'534;

WorkspaceId workspace(char last)
{
    const QString text = QStringLiteral("1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e2") + QLatin1Char(last);
    return WorkspaceId::parse(text).value();
}

mode_t modeOf(const QString& file)
{
    struct stat info = {};
    return ::lstat(QFile::encodeName(file).constData(), &info) == 0 ? info.st_mode & 07777 : 0;
}

void touch(const QString& file, const QByteArray& content = "x")
{
    QFile device(file);
    QVERIFY(device.open(QIODevice::WriteOnly));
    device.write(content);
}

void makeFolder(const QString& path, mode_t mode)
{
    QVERIFY(QDir().mkpath(path));
    QCOMPARE(::chmod(QFile::encodeName(path).constData(), mode), 0);
}

/// Every name below a folder with its mode, to see that nothing was touched.
QStringList picture(const QString& folder)
{
    QStringList lines{QString::number(modeOf(folder), 8)};
    const QStringList names = namesIn(folder);
    for (const QString& name : names) {
        const QString path = QDir(folder).filePath(name);
        lines << name + QLatin1Char(' ') + QString::number(modeOf(path), 8);
        if (QFileInfo(path).isDir() && !QFileInfo(path).isSymLink()) {
            const QStringList inside = picture(path);
            for (const QString& line : inside) {
                lines << name + QLatin1Char('/') + line;
            }
        }
    }
    return lines;
}

} // namespace

class TestDataFolder : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void theEnvironmentNamesTheFolder();
    void aNewFolderIsMadePrivate();
    void lookingWritesNothing();
    void anEmptyPrivateFolderIsTaken();
    void aMarkedFolderIsTakenWhateverElseIsInIt();
    void foreignFoldersAreRefusedUntouched_data();
    void foreignFoldersAreRefusedUntouched();
    void foldersOfOthersAreRefused();
    void placesWithoutPermissionAreRefused();
    void theDemoHasAFolderOfItsOwn();
    void workspacesAreFoundInOrder();
    void erasingOneWorkspaceKeepsTheOthers();
    void erasingTheLastWorkspaceLeavesNothing();
    void erasingKeepsWhatIsNotOurs();
    void erasingLeavesNoCopyAnywhere();
    void erasingTheLastCacheMayKeepWhatIsShared();
    void erasingKeepsTheDemoUsable();
    void erasingTheDemoLeavesNoMarkerAbove();
    void erasingNamesWhatItCouldNotDelete();
    void oneHolderOfALockAtATime();
    void aLockIsFreeWhenItsHolderIsKilled();
    void aLockOfAnErasedFolderProtectsNothing();
    void lockingNeedsAFolder();
    void storesAreMadePrivate();
    void storesRefuseOpenFolders();
};

void TestDataFolder::theEnvironmentNamesTheFolder()
{
    QVERIFY(QDir::isAbsolutePath(DataFolder::standardPath()));
    QCOMPARE(QFileInfo(DataFolder::standardPath()).fileName(), QStringLiteral("threadcount"));
    qputenv("THREADCOUNT_DATA_DIR", "/somewhere/else/");
    QCOMPARE(DataFolder::standardPath(), QStringLiteral("/somewhere/else"));
    qputenv("THREADCOUNT_DATA_DIR", "relative");
    QCOMPARE(DataFolder::standardPath(), QDir::current().absoluteFilePath(QStringLiteral("relative")));
    qunsetenv("THREADCOUNT_DATA_DIR");
}

void TestDataFolder::aNewFolderIsMadePrivate()
{
    for (const mode_t mask : {0000U, 0077U, 0777U}) {
        QTemporaryDir place;
        const QString path = place.filePath(QStringLiteral("a/b/data"));
        const auto folder = DataFolder::inspect(path);
        REQUIRE_OK(folder);
        QVERIFY(!folder->exists());
        const mode_t before = ::umask(mask);
        const auto created = folder->ensureCreated();
        ::umask(before);
        REQUIRE_OK(created);
        QVERIFY(folder->exists());
        QCOMPARE(modeOf(path), mode_t{0700});
        QCOMPARE(modeOf(place.filePath(QStringLiteral("a"))), mode_t{0700});
        QCOMPARE(modeOf(path + QStringLiteral("/.threadcount-data")), mode_t{0600});
        const QStringList once = picture(path);
        REQUIRE_OK(folder->ensureCreated());
        QCOMPARE(picture(path), once);
        REQUIRE_OK(DataFolder::inspect(path));
    }
}

void TestDataFolder::lookingWritesNothing()
{
    QTemporaryDir place;
    REQUIRE_OK(DataFolder::inspect(place.filePath(QStringLiteral("data"))));
    QCOMPARE(namesIn(place.path()), QStringList());
}

void TestDataFolder::anEmptyPrivateFolderIsTaken()
{
    QTemporaryDir place;
    const QString path = place.filePath(QStringLiteral("data"));
    makeFolder(path, 0700);
    const auto folder = DataFolder::inspect(path + QStringLiteral("/../data/"));
    REQUIRE_OK(folder);
    QCOMPARE(folder->path(), path);
    REQUIRE_OK(folder->ensureCreated());
    QVERIFY(folder->exists());
}

void TestDataFolder::aMarkedFolderIsTakenWhateverElseIsInIt()
{
    QTemporaryDir place;
    const QString path = place.filePath(QStringLiteral("data"));
    const auto folder = DataFolder::inspect(path);
    REQUIRE_OK(folder);
    REQUIRE_OK(folder->ensureCreated());
    touch(path + QStringLiteral("/notes.txt"));
    touch(path + QStringLiteral("/.hidden"));
    REQUIRE_OK(DataFolder::inspect(path));
}

void TestDataFolder::foreignFoldersAreRefusedUntouched_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"with a file", "with a hidden file", "with a folder",
             "with a marker that is a link", "with a marker that is a folder", "group may read",
             "others may enter", "with our marker but open", "a file", "a link to a folder of ours",
             "a broken link", "not writable", "below a file", "the demo's folder", ""}) {
        QTest::newRow(*name ? name : "no name") << QString::fromLatin1(name);
    }
}

void TestDataFolder::foreignFoldersAreRefusedUntouched()
{
    QFETCH(QString, name);
    QTemporaryDir place;
    const auto in = [&](const char* relative) { return place.filePath(QString::fromLatin1(relative)); };
    const QString marker = QStringLiteral("/.threadcount-data");
    makeFolder(in("with a file"), 0700);
    touch(in("with a file/thesis.txt"));
    makeFolder(in("with a hidden file"), 0700);
    touch(in("with a hidden file/.bashrc"));
    makeFolder(in("with a folder/inside"), 0700);
    makeFolder(in("with a folder"), 0700);
    makeFolder(in("with a marker that is a link"), 0700);
    touch(in("elsewhere"));
    QVERIFY(QFile::link(in("elsewhere"), in("with a marker that is a link") + marker));
    makeFolder(in("with a marker that is a folder") + marker, 0700);
    makeFolder(in("with a marker that is a folder"), 0700);
    makeFolder(in("group may read"), 0740);
    makeFolder(in("others may enter"), 0701);
    makeFolder(in("with our marker but open"), 0755);
    touch(in("with our marker but open") + marker);
    touch(in("a file"));
    REQUIRE_OK(DataFolder::inspect(in("ours"))->ensureCreated());
    QVERIFY(QFile::link(in("ours"), in("a link to a folder of ours")));
    QVERIFY(QFile::link(in("nowhere"), in("a broken link")));
    makeFolder(in("not writable"), 0500);
    REQUIRE_OK(DataFolder::inspect(in("ours"))->demo().ensureCreated());
    QHash<QString, QString> paths{{QStringLiteral("below a file"), in("a file/data")},
        {QStringLiteral("the demo's folder"), in("ours/demo")}, {QString(), QString()}};
    const QString path = paths.value(name, place.filePath(name));
    const QStringList before = picture(place.path());

    const auto folder = DataFolder::inspect(path);

    COMPARE_ERROR(folder, ErrorKind::StoreFolderRefused);
    QVERIFY(!folder.error().detail.isEmpty());
    QCOMPARE(folder.error().subject, path);
    QCOMPARE(picture(place.path()), before);
    makeFolder(in("not writable"), 0700); // so that it can be cleaned away
}

void TestDataFolder::foldersOfOthersAreRefused()
{
    QTemporaryDir place;
    QString path = QStringLiteral("/usr"); // another user's for everybody but root
    if (::geteuid() == 0) {
        path = place.filePath(QStringLiteral("theirs"));
        makeFolder(path, 0700);
        QCOMPARE(::chown(QFile::encodeName(path).constData(), kNobody, kNobody), 0);
    }
    const auto folder = DataFolder::inspect(path);
    COMPARE_ERROR(folder, ErrorKind::StoreFolderRefused);
    QVERIFY(folder.error().detail.contains(QLatin1String("another user")));
}

void TestDataFolder::placesWithoutPermissionAreRefused()
{
    // Not in the home of the test, which nobody else may enter.
    QTemporaryDir place(QStringLiteral(P_tmpdir "/threadcount-test-XXXXXX"));
    makeFolder(place.path(), 0755);
    const QString locked = place.filePath(QStringLiteral("locked"));
    makeFolder(locked, 0555);
    const auto looksRefused = [&] {
        const auto folder = DataFolder::inspect(locked + QStringLiteral("/data"));
        return !folder && folder.error().kind == ErrorKind::StoreFolderRefused;
    };
    if (::geteuid() != 0) {
        QVERIFY(looksRefused());
    } else {
        // Root may write everywhere, so somebody else has to look.
        const pid_t child = ::fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            const bool isSomebodyElse
                = ::setresgid(kNobody, kNobody, kNobody) == 0 && ::setresuid(kNobody, kNobody, kNobody) == 0;
            ::_exit(isSomebodyElse && looksRefused() ? 0 : 1);
        }
        int status = -1;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QCOMPARE(status, 0);
    }
    makeFolder(locked, 0700);
}

void TestDataFolder::theDemoHasAFolderOfItsOwn()
{
    QTemporaryDir place;
    const auto folder = DataFolder::inspect(place.filePath(QStringLiteral("data")));
    REQUIRE_OK(folder);
    const DataFolder demo = folder->demo();
    QVERIFY(!demo.exists());
    REQUIRE_OK(demo.ensureCreated());
    QVERIFY(demo.exists());
    QVERIFY(folder->exists());
    QCOMPARE(demo.path(), folder->path() + QStringLiteral("/demo"));
    QVERIFY(demo.settingsFile() != folder->settingsFile());
    QFile marker(demo.path() + QStringLiteral("/.threadcount-data"));
    QVERIFY(marker.open(QIODevice::ReadOnly));
    QVERIFY(marker.readAll().contains("demo"));
    REQUIRE_OK(demo.ensureCreated());
    REQUIRE_OK(DataFolder::inspect(folder->path()));
}

namespace {

/// A data folder with stores, settings and logs.
DataFolder makeData(const QString& path, const std::vector<WorkspaceId>& ids)
{
    auto folder = DataFolder::inspect(path);
    if (!folder || !folder->ensureCreated()) {
        qFatal("no data folder");
    }
    for (const WorkspaceId& id : ids) {
        const auto store = WorkspaceStore::open(folder->workspaceFolder(id));
        const auto lock = WorkspaceLock::acquire(folder->workspaceFolder(id));
        if (!store || !lock) {
            qFatal("no store");
        }
    }
    touch(folder->settingsFile());
    QDir().mkpath(folder->logFolder());
    const QStringList logs = app::core::logFileNames();
    for (const QString& name : logs) {
        touch(QDir(folder->logFolder()).filePath(name));
    }
    return *folder;
}

} // namespace

void TestDataFolder::workspacesAreFoundInOrder()
{
    QTemporaryDir place;
    const DataFolder folder
        = makeData(place.filePath(QStringLiteral("data")), {workspace('7'), workspace('1')});
    // Not workspaces: no id, no cache, an id in upper case, a link.
    const QDir parent(folder.path() + QStringLiteral("/workspaces"));
    QVERIFY(parent.mkdir(QStringLiteral("notes")));
    QVERIFY(parent.mkdir(workspace('3').toString()));
    QVERIFY(parent.mkdir(workspace('4').toString().toUpper()));
    touch(parent.filePath(workspace('4').toString().toUpper() + QStringLiteral("/cache.db")));
    QVERIFY(QFile::link(folder.workspaceFolder(workspace('1')), parent.filePath(workspace('5').toString())));
    QVERIFY((folder.workspaces() == std::vector{workspace('1'), workspace('7')}));
}

void TestDataFolder::erasingOneWorkspaceKeepsTheOthers()
{
    QTemporaryDir place;
    const DataFolder folder
        = makeData(place.filePath(QStringLiteral("data")), {workspace('1'), workspace('2')});
    const auto erased = folder.eraseWorkspace(workspace('1'));
    REQUIRE_OK(erased);
    QCOMPARE(*erased,
        (QStringList{folder.workspaceFolder(workspace('1')) + QStringLiteral("/cache.db"),
            folder.workspaceFolder(workspace('1')) + QStringLiteral("/sync.lock")}));
    QVERIFY(!QFileInfo::exists(folder.workspaceFolder(workspace('1'))));
    QVERIFY((folder.workspaces() == std::vector{workspace('2')}));
    QVERIFY(QFileInfo::exists(folder.settingsFile()));
    QVERIFY(folder.exists());
    const auto again = folder.eraseWorkspace(workspace('1'));
    REQUIRE_OK(again);
    QCOMPARE(*again, QStringList());
}

void TestDataFolder::erasingTheLastWorkspaceLeavesNothing()
{
    QTemporaryDir place;
    const DataFolder folder = makeData(place.filePath(QStringLiteral("data")), {workspace('1')});
    const QString inside = folder.workspaceFolder(workspace('1'));
    for (const char* name : {"/cache.db-wal", "/cache.db-shm", "/cache.db-journal"}) {
        touch(inside + QString::fromLatin1(name)); // what a killed process leaves
    }
    const auto lock = WorkspaceLock::acquire(inside);
    REQUIRE_OK(lock);
    const auto erased = folder.eraseWorkspace(workspace('1'));
    REQUIRE_OK(erased);
    // Five of the cache, its lock among them, settings, logs, marker.
    QCOMPARE(erased->size(), 5 + 1 + app::core::logFileNames().size() + 1);
    QCOMPARE(namesIn(place.path()), QStringList());
    QVERIFY(!folder.exists());
    REQUIRE_OK(DataFolder::inspect(folder.path()));
}

void TestDataFolder::erasingKeepsWhatIsNotOurs()
{
    QTemporaryDir place;
    const DataFolder folder = makeData(place.filePath(QStringLiteral("data")), {workspace('1')});
    const QStringList foreign{folder.path() + QStringLiteral("/thesis.txt"),
        folder.logFolder() + QStringLiteral("/other.log"),
        folder.workspaceFolder(workspace('1')) + QStringLiteral("/report.csv")};
    for (const QString& file : foreign) {
        touch(file);
    }
    REQUIRE_OK(folder.eraseWorkspace(workspace('1')));
    for (const QString& file : foreign) {
        QVERIFY2(QFileInfo::exists(file), qPrintable(file));
    }
    QVERIFY(!QFileInfo::exists(folder.settingsFile()));
    QVERIFY(folder.workspaces().empty());
    // With the marker, so that the folder can be used again.
    REQUIRE_OK(DataFolder::inspect(folder.path()));
    QVERIFY(folder.exists());
}

void TestDataFolder::erasingLeavesNoCopyAnywhere()
{
    // Every file that any part of the program can leave, found by its name in the folder it belongs to; and
    // beside each a foreign one that only looks alike.
    QTemporaryDir place;
    const DataFolder folder = makeData(place.filePath(QStringLiteral("data")), {workspace('1')});
    const QString inside = folder.workspaceFolder(workspace('1'));
    const QByteArray secret("somebody@example.com used it");
    QStringList ours{folder.settingsFile(), folder.settingsFile() + QStringLiteral(".new")};
    const QStringList logs = app::core::logFileNames();
    for (const QString& name : logs) {
        ours += QDir(folder.logFolder()).filePath(name);
    }
    for (const char* database : {"cache.db", "cache.backup.db", "cache.backup.db.new", "cache.damaged.db"}) {
        for (const char* companion : {"", "-wal", "-shm", "-journal"}) {
            ours += inside + QLatin1Char('/') + QLatin1String(database) + QLatin1String(companion);
        }
    }
    ours += {inside + QStringLiteral("/cache.checked"), inside + QStringLiteral("/sync.lock")};
    QStringList foreign;
    for (const QString& file : ours) {
        touch(file, secret);
        foreign += file + QStringLiteral(".mine");
        touch(foreign.last(), "foreign");
    }

    const auto erased = folder.eraseWorkspace(workspace('1'));

    REQUIRE_OK(erased);
    for (const QString& file : ours) {
        QVERIFY2(!QFileInfo::exists(file), qPrintable(file));
        QVERIFY2(erased->contains(file), qPrintable(file));
    }
    QCOMPARE(erased->size(), ours.size());
    QStringList left;
    QDirIterator files(place.path(), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains(secret), qPrintable(file.fileName()));
        left += file.fileName();
    }
    foreign += folder.path() + QStringLiteral("/.threadcount-data"); // foreign files keep their folder usable
    left.sort();
    foreign.sort();
    QCOMPARE(left, foreign);
}

void TestDataFolder::erasingTheLastCacheMayKeepWhatIsShared()
{
    // Another workspace has no cache yet, because it waits for its scope; only the settings know it.
    QTemporaryDir place;
    const DataFolder folder = makeData(place.filePath(QStringLiteral("data")), {workspace('1')});
    const auto erased = folder.eraseWorkspace(workspace('1'), DataFolder::SharedFiles::Keep);
    REQUIRE_OK(erased);
    QVERIFY(!QFileInfo::exists(folder.workspaceFolder(workspace('1'))));
    QVERIFY(QFileInfo::exists(folder.settingsFile()));
    QVERIFY(folder.exists());
    QVERIFY(QFileInfo::exists(QDir(folder.logFolder()).filePath(app::core::logFileNames().constFirst())));
    REQUIRE_OK(folder.eraseWorkspace(workspace('1')));
    QCOMPARE(namesIn(place.path()), QStringList());
}

void TestDataFolder::erasingTheDemoLeavesNoMarkerAbove()
{
    QTemporaryDir place;
    const auto folder = DataFolder::inspect(place.filePath(QStringLiteral("data")));
    REQUIRE_OK(folder);
    REQUIRE_OK(folder->demo().ensureCreated());
    REQUIRE_OK(folder->demo().eraseWorkspace(workspace('9'))); // cancelled before there was a cache
    QCOMPARE(namesIn(place.path()), QStringList());
    // But a folder that is in use stays.
    const DataFolder used = makeData(place.filePath(QStringLiteral("data")), {workspace('1')});
    REQUIRE_OK(used.demo().ensureCreated());
    REQUIRE_OK(used.demo().eraseWorkspace(workspace('9')));
    QVERIFY(used.exists());
    QVERIFY((used.workspaces() == std::vector{workspace('1')}));
}

void TestDataFolder::erasingKeepsTheDemoUsable()
{
    QTemporaryDir place;
    const DataFolder folder = makeData(place.filePath(QStringLiteral("data")), {workspace('1')});
    REQUIRE_OK(folder.demo().ensureCreated());
    REQUIRE_OK(WorkspaceStore::open(folder.demo().workspaceFolder(workspace('9'))));
    REQUIRE_OK(folder.eraseWorkspace(workspace('1')));
    QVERIFY((folder.demo().workspaces() == std::vector{workspace('9')}));
    REQUIRE_OK(DataFolder::inspect(folder.path()));
    REQUIRE_OK(folder.demo().eraseWorkspace(workspace('9')));
    QVERIFY(!QFileInfo::exists(folder.demo().path()));
}

void TestDataFolder::erasingNamesWhatItCouldNotDelete()
{
    QTemporaryDir place;
    const DataFolder folder = makeData(place.filePath(QStringLiteral("data")), {workspace('1')});
    const QString stubborn = folder.workspaceFolder(workspace('1')) + QStringLiteral("/cache.db-wal");
    makeFolder(stubborn, 0700); // a folder cannot be unlinked, not even by root
    const auto erased = folder.eraseWorkspace(workspace('1'));
    COMPARE_ERROR(erased, ErrorKind::StoreFailed);
    QCOMPARE(erased.error().subject, stubborn);
    QVERIFY(!QFileInfo::exists(folder.workspaceFolder(workspace('1')) + QStringLiteral("/cache.db")));
}

void TestDataFolder::oneHolderOfALockAtATime()
{
    QTemporaryDir place;
    {
        const auto first = WorkspaceLock::acquire(place.path());
        REQUIRE_OK(first);
        QCOMPARE(modeOf(place.filePath(QStringLiteral("sync.lock"))), mode_t{0600});
        COMPARE_ERROR(WorkspaceLock::acquire(place.path()), ErrorKind::SyncRunning);
        QTemporaryDir other;
        REQUIRE_OK(WorkspaceLock::acquire(other.path()));
    }
    REQUIRE_OK(WorkspaceLock::acquire(place.path()));
}

void TestDataFolder::aLockIsFreeWhenItsHolderIsKilled()
{
    QTemporaryDir place;
    QProcess holder;
    holder.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--hold-lock"), place.path()});
    QVERIFY(holder.waitForStarted());
    QVERIFY(holder.waitForReadyRead());
    QCOMPARE(holder.readLine().trimmed(), QByteArray("held"));
    COMPARE_ERROR(WorkspaceLock::acquire(place.path()), ErrorKind::SyncRunning);
    holder.kill();
    QVERIFY(holder.waitForFinished());
    REQUIRE_OK(WorkspaceLock::acquire(place.path()));
}

void TestDataFolder::aLockOfAnErasedFolderProtectsNothing()
{
    QTemporaryDir place;
    const auto first = WorkspaceLock::acquire(place.path());
    REQUIRE_OK(first);
    QVERIFY(QFile::remove(place.filePath(QStringLiteral("sync.lock"))));
    const auto second = WorkspaceLock::acquire(place.path());
    REQUIRE_OK(second);
    COMPARE_ERROR(WorkspaceLock::acquire(place.path()), ErrorKind::SyncRunning);
}

void TestDataFolder::lockingNeedsAFolder()
{
    QTemporaryDir place;
    COMPARE_ERROR(
        WorkspaceLock::acquire(place.filePath(QStringLiteral("missing"))), ErrorKind::StoreFolderRefused);
    QVERIFY(
        QFile::link(place.filePath(QStringLiteral("target")), place.filePath(QStringLiteral("sync.lock"))));
    COMPARE_ERROR(WorkspaceLock::acquire(place.path()), ErrorKind::StoreFolderRefused);
    QVERIFY(!QFileInfo::exists(place.filePath(QStringLiteral("target"))));
}

void TestDataFolder::storesAreMadePrivate()
{
    QTemporaryDir place;
    const QString path = place.filePath(QStringLiteral("workspaces/x"));
    const mode_t before = ::umask(0);
    const auto store = WorkspaceStore::open(path);
    ::umask(before);
    REQUIRE_OK(store);
    QCOMPARE(modeOf(path), mode_t{0700});
    QCOMPARE(modeOf(place.filePath(QStringLiteral("workspaces"))), mode_t{0700});
    const QStringList names = namesIn(path);
    for (const QString& name : names) {
        QCOMPARE(modeOf(QDir(path).filePath(name)), mode_t{0600});
    }
    QCOMPARE((*store)->databaseFile(), path + QStringLiteral("/cache.db"));
}

void TestDataFolder::storesRefuseOpenFolders()
{
    QTemporaryDir place;
    const QString open = place.filePath(QStringLiteral("open"));
    makeFolder(open, 0755);
    COMPARE_ERROR(WorkspaceStore::open(open), ErrorKind::StoreFolderRefused);
    const QString file = place.filePath(QStringLiteral("file"));
    touch(file);
    COMPARE_ERROR(WorkspaceStore::open(file), ErrorKind::StoreFolderRefused);
    QVERIFY(QFile::link(place.filePath(QStringLiteral("real")), place.filePath(QStringLiteral("link"))));
    makeFolder(place.filePath(QStringLiteral("real")), 0700);
    COMPARE_ERROR(
        WorkspaceStore::open(place.filePath(QStringLiteral("link"))), ErrorKind::StoreFolderRefused);
    QCOMPARE(namesIn(open), QStringList());
    QCOMPARE(namesIn(place.filePath(QStringLiteral("real"))), QStringList());
}

int main(int argc, char** argv)
{
    if (argc == 3 && qstrcmp(argv[1], "--hold-lock") == 0) {
        const auto lock = WorkspaceLock::acquire(QFile::decodeName(argv[2]));
        puts(lock ? "held" : "refused");
        fflush(stdout);
        ::pause();
        return 0;
    }
    QCoreApplication application(argc, argv);
    TestDataFolder test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_datafolder.moc"
