// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exporting/AtomicFile.h"
#include "support/TestCase.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <sys/stat.h>
#include <unistd.h>

using namespace app;
using app::exporting::AtomicFile;

namespace {

constexpr uid_t kNobody = 65'534;

mode_t modeOf(const QString& path)
{
    struct stat info
    {
    };
    return ::lstat(QFile::encodeName(path).constData(), &info) == 0 ? info.st_mode & 07777 : 0;
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

void put(const QString& path, const QByteArray& content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
        qFatal("cannot prepare %s", qPrintable(path));
    }
}

} // namespace

class TestAtomicFile : public support::TestCase
{
    Q_OBJECT

private:
    void setUp() override
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        ::umask(0); // the mode has to come from us
    }
    void tearDown() override
    {
        ::umask(022);
        m_folder.reset();
    }
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }
    [[nodiscard]] QStringList names() const
    {
        return QDir(m_folder->path())
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    }
    /// What create() says about the name; "made" when it has nothing against it.
    static QString refusalOf(const QString& name, bool replace)
    {
        const auto file = AtomicFile::create(name, replace);
        if (file) {
            return QStringLiteral("made");
        }
        return core::errorKindName(file.error().kind) + QStringLiteral(": ") + file.error().detail;
    }

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void appearsWholeAndPrivate();
    void isPrivateWhileItIsWritten();
    void leavesNothingWithoutCommit();
    void keepsWhatWasThereWithoutForce();
    void replacesWithForce();
    void keepsWhatWasThereWhenAReplacementIsDropped();
    void refusesSymbolicLinks();
    void refusesWhatIsNoRegularFile();
    void refusesAFolderThatIsMissing();
    void refusesAFolderThatCannotBeWritten();
    void neverReplacesAFileThatAppearedMeanwhile();
    void neverFollowsALinkThatAppearedMeanwhile();
    void takesNamesInTheWorkingFolder();
    void takesLongAndUnusualNames();
    void aFolderThatVanishedIsAFailure();
};

void TestAtomicFile::appearsWholeAndPrivate()
{
    auto file = AtomicFile::create(path(QStringLiteral("out.csv")), false);
    QVERIFY(file);
    QCOMPARE((*file)->device().write("a,b\n"), 4);
    QVERIFY(!QFile::exists(path(QStringLiteral("out.csv"))));

    QVERIFY((*file)->commit());
    file->reset();

    QCOMPARE(names(), QStringList(QStringLiteral("out.csv")));
    QCOMPARE(contentOf(path(QStringLiteral("out.csv"))), QByteArray("a,b\n"));
    QCOMPARE(modeOf(path(QStringLiteral("out.csv"))), mode_t{0600});
}

void TestAtomicFile::isPrivateWhileItIsWritten()
{
    const auto file = AtomicFile::create(path(QStringLiteral("out.csv")), false);
    QVERIFY(file);
    QCOMPARE(names().size(), 1);
    QVERIFY(names().constFirst().startsWith(QLatin1Char('.')));
    QCOMPARE(modeOf(path(names().constFirst())), mode_t{0600});
}

void TestAtomicFile::leavesNothingWithoutCommit()
{
    {
        const auto file = AtomicFile::create(path(QStringLiteral("out.csv")), false);
        QVERIFY(file);
        QCOMPARE((*file)->device().write("half"), 4);
    }
    QCOMPARE(names(), QStringList());
}

void TestAtomicFile::keepsWhatWasThereWithoutForce()
{
    put(path(QStringLiteral("out.csv")), "old");
    QCOMPARE(
        refusalOf(path(QStringLiteral("out.csv")), false), QStringLiteral("file_refused: it exists already"));
    QCOMPARE(contentOf(path(QStringLiteral("out.csv"))), QByteArray("old"));
    QCOMPARE(names(), QStringList(QStringLiteral("out.csv")));
}

void TestAtomicFile::replacesWithForce()
{
    put(path(QStringLiteral("out.csv")), "something that was longer");
    QVERIFY(QFile::setPermissions(path(QStringLiteral("out.csv")), QFile::ReadOwner | QFile::ReadOther));
    auto file = AtomicFile::create(path(QStringLiteral("out.csv")), true);
    QVERIFY(file);
    QCOMPARE((*file)->device().write("new"), 3);
    QVERIFY((*file)->commit());

    QCOMPARE(contentOf(path(QStringLiteral("out.csv"))), QByteArray("new"));
    QCOMPARE(modeOf(path(QStringLiteral("out.csv"))), mode_t{0600});
    QCOMPARE(names(), QStringList(QStringLiteral("out.csv")));
}

void TestAtomicFile::keepsWhatWasThereWhenAReplacementIsDropped()
{
    put(path(QStringLiteral("out.csv")), "old");
    {
        const auto file = AtomicFile::create(path(QStringLiteral("out.csv")), true);
        QVERIFY(file);
        QCOMPARE((*file)->device().write("half"), 4);
    }
    QCOMPARE(contentOf(path(QStringLiteral("out.csv"))), QByteArray("old"));
    QCOMPARE(names(), QStringList(QStringLiteral("out.csv")));
}

void TestAtomicFile::refusesSymbolicLinks()
{
    put(path(QStringLiteral("target")), "precious");
    const QString good = path(QStringLiteral("good"));
    const QString dangling = path(QStringLiteral("dangling"));
    QVERIFY(QFile::link(path(QStringLiteral("target")), good));
    QVERIFY(QFile::link(path(QStringLiteral("nothing")), dangling));
    for (const bool replace : {false, true}) {
        QCOMPARE(refusalOf(good, replace), QStringLiteral("file_refused: it is a symbolic link"));
        QCOMPARE(refusalOf(dangling, replace), QStringLiteral("file_refused: it is a symbolic link"));
    }
    QCOMPARE(contentOf(path(QStringLiteral("target"))), QByteArray("precious"));
    QVERIFY(!QFile::exists(path(QStringLiteral("nothing"))));
}

void TestAtomicFile::refusesWhatIsNoRegularFile()
{
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("folder")));
    QCOMPARE(::mkfifo(QFile::encodeName(path(QStringLiteral("fifo"))).constData(), 0600), 0);
    for (const bool replace : {false, true}) {
        QCOMPARE(refusalOf(path(QStringLiteral("folder")), replace),
            QStringLiteral("file_refused: it is a folder"));
        QCOMPARE(refusalOf(path(QStringLiteral("folder/")), replace),
            QStringLiteral("file_refused: it is a folder"));
        QCOMPARE(refusalOf(path(QStringLiteral("fifo")), replace),
            QStringLiteral("file_refused: it is no regular file"));
        QCOMPARE(refusalOf(QStringLiteral("/dev/null"), replace),
            QStringLiteral("file_refused: it is no regular file"));
        QCOMPARE(refusalOf(QString(), replace), QStringLiteral("file_refused: it is no file name"));
    }
}

void TestAtomicFile::refusesAFolderThatIsMissing()
{
    put(path(QStringLiteral("file")), "x");
    QCOMPARE(refusalOf(path(QStringLiteral("a/b/out.csv")), true),
        QStringLiteral("file_refused: its folder does not exist"));
    QVERIFY(
        refusalOf(path(QStringLiteral("file/out.csv")), true).startsWith(QLatin1String("file_refused: ")));
    QCOMPARE(names(), QStringList(QStringLiteral("file")));
}

void TestAtomicFile::refusesAFolderThatCannotBeWritten()
{
    // In a folder that everybody may enter, so that it is the folder itself that refuses.
    QTemporaryDir open(QStringLiteral(P_tmpdir "/tst_atomicfile-XXXXXX"));
    QVERIFY(open.isValid());
    QCOMPARE(::chmod(QFile::encodeName(open.path()).constData(), 0555), 0);
    const bool isRoot = ::geteuid() == 0; // whom no mode stops
    if (isRoot) {
        QCOMPARE(::seteuid(kNobody), 0);
    }
    const QString refusal = refusalOf(open.filePath(QStringLiteral("out.csv")), true);
    if (isRoot) {
        QCOMPARE(::seteuid(0), 0);
    }
    QCOMPARE(::chmod(QFile::encodeName(open.path()).constData(), 0700), 0);
    QCOMPARE(refusal, QStringLiteral("file_refused: its folder cannot be written (Permission denied)"));
}

void TestAtomicFile::neverReplacesAFileThatAppearedMeanwhile()
{
    auto file = AtomicFile::create(path(QStringLiteral("out.csv")), false);
    QVERIFY(file);
    put(path(QStringLiteral("out.csv")), "somebody else's");

    const auto committed = (*file)->commit();
    file->reset();

    QVERIFY(!committed);
    QCOMPARE(committed.error().kind, core::ErrorKind::FileRefused);
    QCOMPARE(contentOf(path(QStringLiteral("out.csv"))), QByteArray("somebody else's"));
    QCOMPARE(names(), QStringList(QStringLiteral("out.csv")));
}

void TestAtomicFile::neverFollowsALinkThatAppearedMeanwhile()
{
    put(path(QStringLiteral("target")), "precious");
    auto file = AtomicFile::create(path(QStringLiteral("out.csv")), true);
    QVERIFY(file);
    QVERIFY(QFile::link(path(QStringLiteral("target")), path(QStringLiteral("out.csv"))));

    const auto committed = (*file)->commit();
    file->reset();

    QVERIFY(!committed);
    QCOMPARE(committed.error().detail, QStringLiteral("it is a symbolic link"));
    QCOMPARE(contentOf(path(QStringLiteral("target"))), QByteArray("precious"));
    QCOMPARE(names().size(), 2);
}

void TestAtomicFile::takesNamesInTheWorkingFolder()
{
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(m_folder->path()));
    auto file = AtomicFile::create(QStringLiteral("out.csv"), false);
    const bool isCommitted = file && (*file)->commit();
    QVERIFY(QDir::setCurrent(before));
    QVERIFY(isCommitted);
    QCOMPARE(names(), QStringList(QStringLiteral("out.csv")));
}

void TestAtomicFile::takesLongAndUnusualNames()
{
    for (const QString& name :
        {QString(255, QLatin1Char('n')), QStringLiteral("ä 漢 \"'.csv"), QStringLiteral("-")}) {
        auto file = AtomicFile::create(path(name), false);
        QVERIFY(file);
        QVERIFY((*file)->commit());
        QVERIFY(QFile::exists(path(name)));
    }
    QVERIFY(
        refusalOf(path(QString(256, QLatin1Char('n'))), false).startsWith(QLatin1String("file_refused: ")));
    QCOMPARE(names().size(), 3);
}

void TestAtomicFile::aFolderThatVanishedIsAFailure()
{
    auto file = AtomicFile::create(path(QStringLiteral("out.csv")), false);
    QVERIFY(file);
    // Somebody takes the folder away: the rename has nowhere to go.
    QVERIFY(m_folder->remove());
    const auto committed = (*file)->commit();
    QVERIFY(!committed);
    QCOMPARE(committed.error().kind, core::ErrorKind::FileFailed);
    QCOMPARE(committed.error().subject, path(QStringLiteral("out.csv")));
}

QTEST_GUILESS_MAIN(TestAtomicFile)
#include "tst_atomicfile.moc"
