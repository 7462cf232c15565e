// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "SetupFixtures.h"
#include "store/RequestLedger.h"
#include "store/SyncState.h"
#include "store/WorkspaceStore.h"
#include "support/TestCase.h"

using namespace app;
using namespace setup_fixtures;

namespace {

setup::CommitRequest request(const QString& text = keyText())
{
    return {workspace(), key(text), settings::KeyLocation::Keychain, 60, false};
}

core::Result<store::SyncState> stateIn(const store::DataFolder& folder)
{
    auto opened = store::WorkspaceStore::open(folder.workspaceFolder(workspace()));
    if (!opened) {
        return core::failure(opened.error());
    }
    return (*opened)
        ->read([](const store::Database& database) { return store::loadSyncState(database); })
        .result();
}

} // namespace

class TestSetupCommitter : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void writesFolderKeySettingsAndCache();
    void theChecksAreInTheLedger();
    void neverWritesTheKeyIntoAFile();
    void clearsTheResumeNote();
    void committingTwiceChangesNothing();
    void keepsOtherWorkspaces();
    void aFolderThatCannotBeMadeStopsEverything();
    void aForeignFolderIsRefusedAndNotChanged();
    void aFailingStepLeavesNothing_data();
    void aFailingStepLeavesNothing();
    void aFailingStepBringsBackWhatWasThere_data();
    void aFailingStepBringsBackWhatWasThere();
    void aDamagedCacheIsLeftUntouched();
    void aCacheOfAnotherOriginIsRefused();
    void discardTakesAWaitingCommitBack();
    void discardLeavesAFinishedWorkspaceAlone();
    void droppingTheResumeNoteLeavesNothing();
    void droppingTheResumeNoteKeepsAWorkspace();
    void marksSetupAsFinished();
};

void TestSetupCommitter::writesFolderKeySettingsAndCache()
{
    DataFixture data;
    RecordingSecretStore secrets;
    setup::SetupCommitter committer(data.folder(), origin());

    const auto done = support::await(committer.commit(request(), &secrets));

    QVERIFY(done);
    QCOMPARE(secrets.calls, (QStringList{QStringLiteral("read"), QStringLiteral("write")}));
    QCOMPARE(secrets.keptHint(), QStringLiteral("\u2026WXYZ"));
    const settings::Settings stored = data.settings();
    QCOMPARE(stored.backfillDays, 60);
    const settings::WorkspaceSettings* entry = stored.find(workspace());
    QVERIFY(entry);
    QCOMPARE(entry->origin, origin());
    QCOMPARE(entry->keyLocation, settings::KeyLocation::Keychain);
    QCOMPARE(entry->keyHint, QStringLiteral("\u2026WXYZ"));
    QVERIFY(!entry->waitingForScope);
    QVERIFY(!entry->setupFinished);
    QCOMPARE(data.folder().workspaces().size(), std::size_t{1});
    const auto state = stateIn(data.folder());
    QVERIFY(state);
    QCOMPARE(state->workspace, std::optional(workspace()));
    QCOMPARE(state->origin, origin());
    QVERIFY(!state->goalFrom); // the first sync decides it
}

void TestSetupCommitter::theChecksAreInTheLedger()
{
    DataFixture data;
    RecordingSecretStore secrets;
    setup::CommitRequest checked = request();
    records::RequestRecord record;
    record.status = 200;
    checked.requests = {record};

    QVERIFY(
        support::await(setup::SetupCommitter(data.folder(), origin()).commit(std::move(checked), &secrets)));

    auto opened = store::WorkspaceStore::open(data.folder().workspaceFolder(workspace()));
    QVERIFY(opened);
    const auto kept
        = (*opened)
              ->read([](const store::Database& database) { return store::recentRequests(database, 10); })
              .result();
    QVERIFY(kept);
    QCOMPARE(kept->size(), std::size_t{1});
    QCOMPARE(kept->front().status, 200);
}

void TestSetupCommitter::neverWritesTheKeyIntoAFile()
{
    DataFixture data;
    RecordingSecretStore secrets;

    QVERIFY(support::await(setup::SetupCommitter(data.folder(), origin()).commit(request(), &secrets)));

    QVERIFY(data.holds(QStringLiteral("WXYZ"))); // the hint is there, so the search works
    QVERIFY(!data.holds(keyText()));
    QVERIFY(!data.holds(QStringLiteral("canary")));
}

void TestSetupCommitter::clearsTheResumeNote()
{
    DataFixture data;
    RecordingSecretStore secrets;
    setup::SetupCommitter committer(data.folder(), origin());
    QVERIFY(committer.saveResume({QStringLiteral("verify"), workspace().toString(), {}, {}}));
    QVERIFY(data.settings().resume);

    QVERIFY(support::await(committer.commit(request(), &secrets)));

    QVERIFY(!data.settings().resume);
}

void TestSetupCommitter::committingTwiceChangesNothing()
{
    DataFixture data;
    RecordingSecretStore secrets;
    setup::SetupCommitter committer(data.folder(), origin());
    QVERIFY(support::await(committer.commit(request(), &secrets)));
    QVERIFY(committer.markFinished(workspace()));
    const QStringList before = data.content();

    QVERIFY(support::await(committer.commit(request(), &secrets)));

    QCOMPARE(data.content(), before);
    QCOMPARE(data.settings().workspaces.size(), std::size_t{1});
    QVERIFY(data.settings().find(workspace())->setupFinished);
}

void TestSetupCommitter::keepsOtherWorkspaces()
{
    DataFixture data;
    RecordingSecretStore secrets;
    setup::SetupCommitter committer(data.folder(), origin());
    setup::CommitRequest other = request();
    other.workspace = otherWorkspace();
    QVERIFY(support::await(committer.commit(std::move(other), &secrets)));

    QVERIFY(support::await(committer.commit(request(), &secrets)));

    QCOMPARE(data.folder().workspaces().size(), std::size_t{2});
    QVERIFY(data.settings().find(otherWorkspace()));
}

void TestSetupCommitter::aFolderThatCannotBeMadeStopsEverything()
{
    QTemporaryDir outer;
    const auto folder = store::DataFolder::inspect(outer.filePath(QStringLiteral("above/data")));
    QVERIFY(folder);
    QFile above(outer.filePath(QStringLiteral("above"))); // a file where a folder has to be
    QVERIFY(above.open(QIODevice::WriteOnly));
    RecordingSecretStore secrets;

    const auto done = support::await(setup::SetupCommitter(*folder, origin()).commit(request(), &secrets));

    QVERIFY(!done);
    QCOMPARE(done.error().kind, core::ErrorKind::StoreFolderRefused);
    QVERIFY(secrets.calls.isEmpty());
}

void TestSetupCommitter::aForeignFolderIsRefusedAndNotChanged()
{
    DataFixture data;
    QVERIFY(QDir().mkpath(data.folder().path()));
    QFile foreign(data.folder().path() + QStringLiteral("/holiday.txt"));
    QVERIFY(foreign.open(QIODevice::WriteOnly));
    foreign.close();
    const QStringList before = data.content();
    RecordingSecretStore secrets;

    const auto done
        = support::await(setup::SetupCommitter(data.folder(), origin()).commit(request(), &secrets));

    QVERIFY(!done);
    QCOMPARE(done.error().kind, core::ErrorKind::StoreFolderRefused);
    QCOMPARE(data.content(), before);
    QVERIFY(secrets.calls.isEmpty());
}

void TestSetupCommitter::aFailingStepLeavesNothing_data()
{
    QTest::addColumn<QString>("step");
    QTest::addColumn<core::ErrorKind>("kind");
    QTest::newRow("the old key cannot be read") << QStringLiteral("read") << core::ErrorKind::KeychainLocked;
    QTest::newRow("the key cannot be written") << QStringLiteral("write") << core::ErrorKind::KeychainDenied;
    QTest::newRow("the settings cannot be written")
        << QStringLiteral("settings") << core::ErrorKind::StoreFailed;
    QTest::newRow("the cache cannot be made")
        << QStringLiteral("cache") << core::ErrorKind::StoreFolderRefused;
}

void TestSetupCommitter::aFailingStepLeavesNothing()
{
    QFETCH(QString, step);
    QFETCH(core::ErrorKind, kind);
    DataFixture data;
    RecordingSecretStore secrets;
    QString obstacle;
    if (step == QLatin1String("read")) {
        secrets.failRead = kind;
    } else if (step == QLatin1String("write")) {
        secrets.failWrite = kind;
    } else {
        // Something stands in the way of the next step; it appears after the settings were read. A file where
        // the cache wants a folder, a folder where the settings want a file.
        obstacle = step == QLatin1String("settings") ? data.folder().settingsFile()
                                                     : data.folder().path() + QStringLiteral("/workspaces");
        secrets.beforeWrite = [&] {
            if (step == QLatin1String("settings")) {
                QDir().mkpath(obstacle);
            } else {
                QFile file(obstacle);
                QVERIFY(file.open(QIODevice::WriteOnly));
            }
        };
    }

    const auto done
        = support::await(setup::SetupCommitter(data.folder(), origin()).commit(request(), &secrets));

    QVERIFY(!done);
    if (step != QLatin1String("settings") && step != QLatin1String("cache")) {
        QCOMPARE(done.error().kind, kind);
    }
    secrets.failRead.reset();
    QVERIFY(secrets.keptHint().isEmpty());
    if (obstacle.isEmpty()) {
        QCOMPARE(data.content(), QStringList());
    } else {
        // What somebody else put there stays, and what we wrote is gone.
        QVERIFY(QFileInfo::exists(obstacle));
        QVERIFY(!QFileInfo(data.folder().settingsFile()).isFile());
        QVERIFY(data.folder().workspaces().empty());
    }
}

void TestSetupCommitter::aFailingStepBringsBackWhatWasThere_data()
{
    QTest::addColumn<QString>("step");
    QTest::newRow("the key cannot be written") << QStringLiteral("write");
    QTest::newRow("the cache is no database") << QStringLiteral("cache");
}

void TestSetupCommitter::aFailingStepBringsBackWhatWasThere()
{
    QFETCH(QString, step);
    DataFixture data;
    RecordingSecretStore secrets;
    setup::SetupCommitter committer(data.folder(), origin());
    setup::CommitRequest first = request(QStringLiteral("sk-test-older-key-ABCD"));
    first.backfillDays = 30;
    QVERIFY(support::await(committer.commit(std::move(first), &secrets)));
    QVERIFY(
        committer.saveResume({QStringLiteral("key"), workspace().toString(), QStringLiteral("name"), {}}));
    const QString cache = data.folder().workspaceFolder(workspace()) + QStringLiteral("/cache.db");
    if (step == QLatin1String("write")) {
        secrets.failWrite = core::ErrorKind::KeychainDenied;
    } else {
        QFile file(cache);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(QByteArray(4'096, 'x'));
        QFile::remove(cache + QStringLiteral("-wal"));
    }
    const QStringList before = data.content();

    const auto done = support::await(committer.commit(request(), &secrets));

    QVERIFY(!done);
    secrets.failWrite.reset();
    const settings::Settings stored = data.settings();
    QCOMPARE(stored.backfillDays, 30);
    QVERIFY(stored.resume);
    QCOMPARE(stored.find(workspace())->keyHint, QStringLiteral("\u2026ABCD"));
    QCOMPARE(data.content(), before);
    if (step == QLatin1String("cache")) {
        QCOMPARE(secrets.keptHint(), QStringLiteral("\u2026ABCD"));
    }
}

void TestSetupCommitter::aDamagedCacheIsLeftUntouched()
{
    DataFixture data;
    QVERIFY(data.folder().ensureCreated());
    const QString folder = data.folder().workspaceFolder(workspace());
    QVERIFY(QDir().mkpath(folder));
    for (const QString& path : {folder, QFileInfo(folder).path()}) {
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }
    QFile cache(folder + QStringLiteral("/cache.db"));
    QVERIFY(cache.open(QIODevice::WriteOnly));
    const QByteArray garbage(4'096, 'x');
    cache.write(garbage);
    cache.close();
    QVERIFY(cache.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    RecordingSecretStore secrets;

    const auto done
        = support::await(setup::SetupCommitter(data.folder(), origin()).commit(request(), &secrets));

    QVERIFY(!done);
    QCOMPARE(done.error().kind, core::ErrorKind::StoreDamaged);
    QVERIFY(cache.open(QIODevice::ReadOnly));
    QCOMPARE(cache.readAll(), garbage);
    QVERIFY(!QFileInfo::exists(data.folder().settingsFile()));
    QVERIFY(secrets.keptHint().isEmpty());
}

void TestSetupCommitter::aCacheOfAnotherOriginIsRefused()
{
    DataFixture data;
    RecordingSecretStore secrets;
    QVERIFY(support::await(setup::SetupCommitter(data.folder(), origin()).commit(request(), &secrets)));
    const QString elsewhere = QStringLiteral("http://127.0.0.1:8123");

    const auto done
        = support::await(setup::SetupCommitter(data.folder(), elsewhere).commit(request(), &secrets));

    QVERIFY(!done);
    QCOMPARE(done.error().kind, core::ErrorKind::BadUsage);
    QCOMPARE(data.settings().find(workspace())->origin, origin());
    QVERIFY(secrets.keptHint(workspace(), elsewhere).isEmpty());
    QCOMPARE(secrets.keptHint(), QStringLiteral("\u2026WXYZ"));
    QCOMPARE(stateIn(data.folder())->origin, origin());
}

void TestSetupCommitter::discardTakesAWaitingCommitBack()
{
    DataFixture data;
    RecordingSecretStore secrets;
    setup::SetupCommitter committer(data.folder(), origin());
    setup::CommitRequest waiting = request();
    waiting.waitingForScope = true;
    QVERIFY(support::await(committer.commit(std::move(waiting), &secrets)));
    QVERIFY(data.settings().find(workspace())->waitingForScope);

    const auto gone = support::await(committer.discard(workspace(), &secrets));

    QVERIFY(gone);
    QCOMPARE(data.content(), QStringList());
    QVERIFY(secrets.keptHint().isEmpty());
}

void TestSetupCommitter::discardLeavesAFinishedWorkspaceAlone()
{
    DataFixture data;
    RecordingSecretStore secrets;
    setup::SetupCommitter committer(data.folder(), origin());
    QVERIFY(support::await(committer.commit(request(), &secrets)));
    QVERIFY(committer.markFinished(workspace()));

    QVERIFY(support::await(committer.discard(workspace(), &secrets)));

    QVERIFY(data.settings().find(workspace()));
    QCOMPARE(data.folder().workspaces().size(), std::size_t{1});
    QCOMPARE(secrets.keptHint(), QStringLiteral("\u2026WXYZ"));
}

void TestSetupCommitter::droppingTheResumeNoteLeavesNothing()
{
    DataFixture data;
    const setup::SetupCommitter committer(data.folder(), origin());
    QVERIFY(committer.saveResume({QStringLiteral("key"), workspace().toString(), {}, {}}));
    QVERIFY(!data.content().isEmpty());

    QVERIFY(committer.dropResume());

    QCOMPARE(data.content(), QStringList());
    QVERIFY(committer.dropResume()); // nothing to drop is fine
    QCOMPARE(data.content(), QStringList());
}

void TestSetupCommitter::droppingTheResumeNoteKeepsAWorkspace()
{
    DataFixture data;
    RecordingSecretStore secrets;
    setup::SetupCommitter committer(data.folder(), origin());
    QVERIFY(support::await(committer.commit(request(), &secrets)));
    QVERIFY(committer.saveResume({QStringLiteral("key"), otherWorkspace().toString(), {}, {}}));

    QVERIFY(committer.dropResume());

    QVERIFY(!data.settings().resume);
    QVERIFY(data.settings().find(workspace()));
    QCOMPARE(data.folder().workspaces().size(), std::size_t{1});
}

void TestSetupCommitter::marksSetupAsFinished()
{
    DataFixture data;
    RecordingSecretStore secrets;
    setup::SetupCommitter committer(data.folder(), origin());
    QVERIFY(!committer.markFinished(workspace())); // nothing committed
    QVERIFY(data.content().isEmpty());
    setup::CommitRequest waiting = request();
    waiting.waitingForScope = true;
    QVERIFY(support::await(committer.commit(std::move(waiting), &secrets)));

    QVERIFY(committer.markFinished(workspace()));

    QVERIFY(data.settings().find(workspace())->setupFinished);
    QVERIFY(!data.settings().find(workspace())->waitingForScope);
}

QTEST_GUILESS_MAIN(TestSetupCommitter)
#include "tst_setup_committer.moc"
