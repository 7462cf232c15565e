// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window hears from its desktop and from other starts of itself, on a private D-Bus.

#include "gui/FakeNotifications.h"
#include "shell/LaunchOptions.h"
#include "shell/NetworkWatch.h"
#include "shell/Notifier.h"
#include "shell/PowerWatch.h"
#include "shell/SingleInstance.h"
#include "support/FakeClock.h"
#include "support/TestCase.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QThread>

#include <memory>

#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace std::chrono_literals;
using support::FakeNotifications;
using ui::shell::LaunchOptions;
using ui::shell::NetworkWatch;
using ui::shell::Notification;
using ui::shell::Notifier;
using ui::shell::PowerWatch;
using ui::shell::SingleInstance;
using Outcome = SingleInstance::Outcome;

/// systemd-logind, as far as PowerWatch listens to it.
class FakeLogind : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
    FakeLogind()
        : m_bus(QDBusConnection::connectToBus(QDBusConnection::SystemBus, QStringLiteral("fake-logind")))
    {
        m_bus.registerObject(
            QStringLiteral("/org/freedesktop/login1"), this, QDBusConnection::ExportAllSignals);
        m_isRegistered = m_bus.registerService(QStringLiteral("org.freedesktop.login1"));
    }
    ~FakeLogind() override { QDBusConnection::disconnectFromBus(QStringLiteral("fake-logind")); }
    [[nodiscard]] bool isRegistered() const { return m_isRegistered; }
    void sleepAndWake()
    {
        Q_EMIT PrepareForSleep(true);
        Q_EMIT PrepareForSleep(false);
    }

Q_SIGNALS:
    void PrepareForSleep(bool aboutToSleep);

private:
    QDBusConnection m_bus;
    bool m_isRegistered = false;
};

class TestShellDesktop : public support::TestCase
{
    Q_OBJECT

protected:
    void setUp() override
    {
        // The name of a socket has room for about a hundred letters, wherever this is built.
        m_folder = std::make_unique<QTemporaryDir>(QStringLiteral("/tmp/threadcount-XXXXXX"));
        m_runtime = std::make_unique<QTemporaryDir>(QStringLiteral("/tmp/threadcount-XXXXXX"));
        qputenv("XDG_RUNTIME_DIR", m_runtime->path().toLocal8Bit());
    }
    void tearDown() override { qunsetenv("XDG_ACTIVATION_TOKEN"); }

private Q_SLOTS:
    void initTestCase();

    void logindSaysWhenTheComputerWoke();
    void aClockThatRanAheadMeansSleep();
    void theNetworkReturnsOnceForEachTimeItWasGone();

    void notificationsSayWhatTheyWereTold();
    void laterNotificationsReplaceEarlierOnes();
    void clicksComeBackWithTheirToken();
    void whatIsOverIsWithdrawn();
    void markupIsNeverReadFromAText_data();
    void markupIsNeverReadFromAText();
    void withoutAServerTheNotificationComesBack_data();
    void withoutAServerTheNotificationComesBack();

    void aSecondStartRaisesTheFirst();
    void theTokenOfTheDesktopIsPassedOn_data();
    void theTokenOfTheDesktopIsPassedOn();
    void aStartInTheBackgroundRaisesNobody();
    void everyDataFolderIsItsOwn();
    void whatAKilledProcessLeftBehindIsReplaced();
    void nothingHostileStopsAStart_data();
    void nothingHostileStopsAStart();
    void strangeWordsAreNotHeard_data();
    void strangeWordsAreNotHeard();
    void theStandardFolderIsPrivate();
    void theProgramItself();

    void theCommandLineKnowsTheBackground();

private:
    [[nodiscard]] QString dataDir() const { return m_folder->filePath(QStringLiteral("data")); }
    /// As if another process started with that data folder.
    Outcome startAgain(bool raise = true, int patienceMs = 5000) const
    {
        Outcome outcome = Outcome::First;
        const std::unique_ptr<QThread> thread(QThread::create([&, folder = m_folder->path()] {
            SingleInstance second(dataDir(), folder);
            outcome = second.start(raise, patienceMs);
        }));
        thread->start();
        while (!thread->wait(1)) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        }
        return outcome;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_runtime;
};

void TestShellDesktop::initTestCase()
{
    // The private bus stands for the system's as well.
    QVERIFY(qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS"));
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", qgetenv("DBUS_SESSION_BUS_ADDRESS"));
}

void TestShellDesktop::logindSaysWhenTheComputerWoke()
{
    FakeLogind logind;
    QVERIFY(logind.isRegistered());
    const support::FakeClock clock(app::core::Instant(1'790'000'000s));
    PowerWatch watch(clock, 1h);
    QSignalSpy woke(&watch, &PowerWatch::woke);
    watch.start();

    logind.sleepAndWake();
    QTRY_COMPARE(woke.count(), 1);
    logind.sleepAndWake();
    logind.sleepAndWake();
    QTRY_COMPARE(woke.count(), 3);
}

void TestShellDesktop::aClockThatRanAheadMeansSleep()
{
    support::FakeClock clock(app::core::Instant(1'790'000'000s));
    PowerWatch watch(clock, 5ms);
    QSignalSpy woke(&watch, &PowerWatch::woke);
    watch.start();
    QTest::qWait(30);
    clock.advance(59s); // a slow computer, or a clock that is set right
    QTest::qWait(30);
    clock.advance(-3h);
    QTest::qWait(30);
    QCOMPARE(woke.count(), 0);

    clock.advance(7h);
    QTRY_COMPARE(woke.count(), 1);
    QTest::qWait(30);
    QCOMPARE(woke.count(), 1);
    clock.advance(2min);
    QTRY_COMPARE(woke.count(), 2);
}

void TestShellDesktop::theNetworkReturnsOnceForEachTimeItWasGone()
{
    NetworkWatch watch;
    QSignalSpy returned(&watch, &NetworkWatch::returned);
    bool isOnline = true;
    int asked = 0;
    watch.startAsking(
        [&] {
            ++asked;
            return isOnline;
        },
        1ms);
    const auto look = [&asked] {
        const int before = asked;
        return QTest::qWaitFor([&] { return asked > before + 2; });
    };
    QVERIFY(look());
    QCOMPARE(returned.count(), 0);
    for (int round = 1; round <= 3; ++round) {
        isOnline = false;
        QVERIFY(look());
        QCOMPARE(returned.count(), round - 1);
        isOnline = true;
        QVERIFY(look());
        QCOMPARE(returned.count(), round);
    }

    // Whatever this computer can be asked, it says nothing of itself at start.
    NetworkWatch real;
    QSignalSpy realReturned(&real, &NetworkWatch::returned);
    real.start();
    QTest::qWait(20);
    QCOMPARE(realReturned.count(), 0);
}

void TestShellDesktop::notificationsSayWhatTheyWereTold()
{
    FakeNotifications server;
    QVERIFY(server.isRegistered());
    Notifier notifier;
    QSignalSpy failed(&notifier, &Notifier::failed);

    notifier.show(
        {QStringLiteral("a"), QStringLiteral("The key expires today"), QStringLiteral("Replace it.")});
    notifier.show({QStringLiteral("b"), QStringLiteral("No sync"), QStringLiteral("See why.")});

    QTRY_COMPARE(server.shown.size(), std::size_t(2));
    const FakeNotifications::Shown& one = server.shown.front();
    QCOMPARE(one.application, QStringLiteral("Threadcount"));
    QCOMPARE(one.replaces, 0U);
    QCOMPARE(one.icon, QStringLiteral("org.threadcount.Threadcount"));
    QCOMPARE(one.title, QStringLiteral("The key expires today"));
    QCOMPARE(one.text, QStringLiteral("Replace it."));
    QCOMPARE(one.actions, (QStringList{QStringLiteral("default"), QStringLiteral("Open")}));
    QCOMPARE(one.hints.value(QStringLiteral("desktop-entry")).toString(),
        QStringLiteral("org.threadcount.Threadcount"));
    QCOMPARE(one.hints.value(QStringLiteral("urgency")).toUInt(), 1U);
    QCOMPARE(one.timeout, -1);
    QCOMPARE(server.shown.back().title, QStringLiteral("No sync"));
    QCOMPARE(failed.count(), 0);
}

void TestShellDesktop::laterNotificationsReplaceEarlierOnes()
{
    FakeNotifications server;
    Notifier notifier;
    notifier.show({QStringLiteral("expiry"), QStringLiteral("in 30 days"), {}});
    QTRY_COMPARE(server.shown.size(), std::size_t(1));
    QTest::qWait(50); // its number is on the way back

    notifier.show({QStringLiteral("expiry"), QStringLiteral("in 7 days"), {}});
    notifier.show({QStringLiteral("other"), QStringLiteral("something else"), {}});

    QTRY_COMPARE(server.shown.size(), std::size_t(3));
    QCOMPARE(server.shown[1].replaces, server.shown[0].id);
    QCOMPARE(server.shown[2].replaces, 0U);

    // One that is gone is not replaced: the number may be somebody else's by now.
    server.expire(server.shown[0].id);
    QTest::qWait(50);
    notifier.show({QStringLiteral("expiry"), QStringLiteral("tomorrow"), {}});
    QTRY_COMPARE(server.shown.size(), std::size_t(4));
    QCOMPARE(server.shown[3].replaces, 0U);
}

void TestShellDesktop::clicksComeBackWithTheirToken()
{
    FakeNotifications server;
    Notifier notifier;
    QSignalSpy clicked(&notifier, &Notifier::clicked);
    notifier.show({QStringLiteral("first"), QStringLiteral("1"), {}});
    notifier.show({QStringLiteral("second"), QStringLiteral("2"), {}});
    QTRY_COMPARE(server.shown.size(), std::size_t(2));
    QTest::qWait(50);

    server.click(7777, QStringLiteral("stranger")); // of another program
    server.click(server.shown[1].id, QStringLiteral("token-2"));
    server.click(server.shown[0].id, {});
    server.click(server.shown[1].id, {}); // closed already

    QTRY_COMPARE(clicked.count(), 2);
    QTest::qWait(50);
    QCOMPARE(clicked.count(), 2);
    QCOMPARE(clicked[0][0].toString(), QStringLiteral("second"));
    QCOMPARE(clicked[0][1].toString(), QStringLiteral("token-2"));
    QCOMPARE(clicked[1][0].toString(), QStringLiteral("first"));
    QCOMPARE(clicked[1][1].toString(), QString());
}

void TestShellDesktop::whatIsOverIsWithdrawn()
{
    FakeNotifications server;
    Notifier notifier;
    notifier.show({QStringLiteral("failure"), QStringLiteral("No sync"), {}});
    QTRY_COMPARE(server.shown.size(), std::size_t(1));
    QTest::qWait(50);

    notifier.withdraw(QStringLiteral("never shown"));
    notifier.withdraw(QStringLiteral("failure"));
    notifier.withdraw(QStringLiteral("failure"));

    QTRY_COMPARE(server.closed.size(), std::size_t(1));
    QTest::qWait(50);
    QCOMPARE(server.closed, std::vector<uint>{server.shown[0].id});
}

void TestShellDesktop::markupIsNeverReadFromAText_data()
{
    QTest::addColumn<QStringList>("capabilities");
    QTest::addColumn<QString>("text");
    QTest::newRow("a server that reads markup") << QStringList{QStringLiteral("body"),
        QStringLiteral("body-markup")} << QStringLiteral("R&amp;D &lt;b&gt;: see why.");
    QTest::newRow("a server that does not")
        << QStringList{QStringLiteral("body")} << QStringLiteral("R&D <b>: see why.");
}

void TestShellDesktop::markupIsNeverReadFromAText()
{
    QFETCH(QStringList, capabilities);
    QFETCH(QString, text);
    FakeNotifications server(capabilities);
    Notifier notifier;

    notifier.show({QStringLiteral("a"), QStringLiteral("No sync"), QStringLiteral("R&D <b>: see why.")});

    QTRY_COMPARE(server.shown.size(), std::size_t(1));
    QCOMPARE(server.shown[0].text, text);
}

void TestShellDesktop::withoutAServerTheNotificationComesBack_data()
{
    QTest::addColumn<QString>("kind");
    for (const char* kind : {"nobody on the bus", "a server that refuses", "no bus"}) {
        QTest::newRow(kind) << QString::fromLatin1(kind);
    }
}

void TestShellDesktop::withoutAServerTheNotificationComesBack()
{
    QFETCH(QString, kind);
    std::unique_ptr<FakeNotifications> server;
    const QByteArray address = qgetenv("DBUS_SESSION_BUS_ADDRESS");
    if (kind == QLatin1String("a server that refuses")) {
        server = std::make_unique<FakeNotifications>();
        server->refuse(true);
    } else if (kind == QLatin1String("no bus")) {
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    }
    Notifier notifier;
    QStringList failed;
    connect(&notifier, &Notifier::failed, this,
        [&failed](const Notification& one) { failed << one.key + u' ' + one.title + u' ' + one.text; });

    notifier.show({QStringLiteral("a"), QStringLiteral("No sync"), QStringLiteral("See why.")});
    QVERIFY(failed.isEmpty()); // never from inside show()
    notifier.show({QStringLiteral("b"), QStringLiteral("Expires"), QStringLiteral("Soon.")});

    QTRY_COMPARE(
        failed, (QStringList{QStringLiteral("a No sync See why."), QStringLiteral("b Expires Soon.")}));
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);

    // A server that comes later is used.
    server = nullptr;
    const FakeNotifications later;
    notifier.show({QStringLiteral("c"), QStringLiteral("Again"), {}});
    QTRY_COMPARE(later.shown.size(), std::size_t(1));
}

void TestShellDesktop::aSecondStartRaisesTheFirst()
{
    SingleInstance first(dataDir(), m_folder->path());
    QSignalSpy raised(&first, &SingleInstance::raiseRequested);
    QCOMPARE(first.start(true), Outcome::First);

    QCOMPARE(startAgain(), Outcome::Second);
    QCOMPARE(startAgain(), Outcome::Second);

    QCOMPARE(raised.count(), 2);
    QCOMPARE(raised[0][0].toString(), QString());
    // Nobody else may even knock.
    struct stat info = {};
    QCOMPARE(::stat(QFile::encodeName(first.socketFile()).constData(), &info), 0);
    QCOMPARE(info.st_mode & (S_IRWXG | S_IRWXO), 0U);
}

void TestShellDesktop::theTokenOfTheDesktopIsPassedOn_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QString>("arrives");
    QTest::newRow("as mutter makes them") << QByteArray("gnome-shell/Threadcount/2031-4-host_TIME98765")
                                          << QStringLiteral("gnome-shell/Threadcount/2031-4-host_TIME98765");
    QTest::newRow("none") << QByteArray() << QString();
    QTest::newRow("more than a token") << QByteArray("a b") << QString();
    QTest::newRow("lines") << QByteArray("a\nraise b") << QString();
    QTest::newRow("letters that no token has") << QByteArray("t\xC3\xB6ken") << QString();
    QTest::newRow("far too long") << QByteArray(300, 'x') << QString();
}

void TestShellDesktop::theTokenOfTheDesktopIsPassedOn()
{
    QFETCH(QByteArray, given);
    QFETCH(QString, arrives);
    SingleInstance first(dataDir(), m_folder->path());
    QSignalSpy raised(&first, &SingleInstance::raiseRequested);
    QCOMPARE(first.start(true), Outcome::First);

    qputenv("XDG_ACTIVATION_TOKEN", given);
    QCOMPARE(startAgain(), Outcome::Second);

    QCOMPARE(raised.count(), 1);
    QCOMPARE(raised[0][0].toString(), arrives);
}

void TestShellDesktop::aStartInTheBackgroundRaisesNobody()
{
    SingleInstance first(dataDir(), m_folder->path());
    QSignalSpy raised(&first, &SingleInstance::raiseRequested);
    QCOMPARE(first.start(false), Outcome::First);
    QCOMPARE(startAgain(false), Outcome::Second);
    QTest::qWait(50);
    QCOMPARE(raised.count(), 0);
}

void TestShellDesktop::everyDataFolderIsItsOwn()
{
    QVERIFY(QDir().mkpath(dataDir() + QStringLiteral("/demo")));
    SingleInstance real(dataDir(), m_folder->path());
    SingleInstance demo(dataDir() + QStringLiteral("/demo"), m_folder->path());
    SingleInstance other(m_folder->filePath(QStringLiteral("not there yet")), m_folder->path());
    QCOMPARE(real.start(true), Outcome::First);
    QCOMPARE(demo.start(true), Outcome::First);
    QCOMPARE(other.start(true), Outcome::First);

    // The same folder by another name is the same folder.
    const QString link = m_folder->filePath(QStringLiteral("link"));
    QVERIFY(QFile::link(dataDir(), link));
    SingleInstance again(link + QStringLiteral("/../data/"), m_folder->path());
    QCOMPARE(again.start(false), Outcome::Second);
    QCOMPARE(again.socketFile(), real.socketFile());
    // And its path cannot be read from the names.
    QVERIFY(!QFileInfo(real.socketFile()).fileName().contains(QLatin1String("data")));
}

void TestShellDesktop::whatAKilledProcessLeftBehindIsReplaced()
{
    const SingleInstance names(dataDir(), m_folder->path());
    QFile lock(names.lockFile());
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.close();
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    const QByteArray path = QFile::encodeName(names.socketFile());
    QVERIFY(path.size() < static_cast<qsizetype>(sizeof(address.sun_path)));
    std::copy(path.begin(), path.end(), address.sun_path);
    QCOMPARE(::bind(socket, reinterpret_cast<sockaddr*>(&address), sizeof(address)), 0);
    ::close(socket); // the name stays, and nobody listens

    SingleInstance first(dataDir(), m_folder->path());
    QSignalSpy raised(&first, &SingleInstance::raiseRequested);
    QCOMPARE(first.start(true), Outcome::First);
    QCOMPARE(startAgain(), Outcome::Second);
    QCOMPARE(raised.count(), 1);
}

void TestShellDesktop::nothingHostileStopsAStart_data()
{
    QTest::addColumn<QString>("kind");
    for (const char* kind : {"the first one does not listen", "the first one says nothing",
             "the first one says something else", "the first one hangs up", "the lock is a link",
             "the lock is a pipe", "the lock is a folder", "the socket is a file",
             "the folder is open to others", "the folder is a link", "there is no folder"}) {
        QTest::newRow(kind) << QString::fromLatin1(kind);
    }
}

void TestShellDesktop::nothingHostileStopsAStart()
{
    QFETCH(QString, kind);
    QString folder = m_folder->path();
    const SingleInstance names(dataDir(), folder);
    const QByteArray lock = QFile::encodeName(names.lockFile());
    const QString bystander = m_folder->filePath(QStringLiteral("bystander"));
    const auto write = [](const QString& path) {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write("precious") == 8;
    };
    QVERIFY(write(bystander));
    QLocalServer server;
    int held = -1;
    if (kind.startsWith(QLatin1String("the first one"))) {
        held = ::open(lock.constData(), O_RDWR | O_CREAT, 0600);
        QCOMPARE(::flock(held, LOCK_EX | LOCK_NB), 0);
        if (!kind.endsWith(QLatin1String("listen"))) {
            QVERIFY(server.listen(names.socketFile()));
            connect(&server, &QLocalServer::newConnection, this, [&server, kind] {
                QLocalSocket* socket = server.nextPendingConnection();
                if (kind.endsWith(QLatin1String("else"))) {
                    socket->write("HTTP/1.1 200 OK\r\n\r\n");
                } else if (kind.endsWith(QLatin1String("up"))) {
                    socket->abort();
                }
            });
        }
    } else if (kind == QLatin1String("the lock is a link")) {
        QVERIFY(QFile::link(bystander, names.lockFile()));
    } else if (kind == QLatin1String("the lock is a pipe")) {
        QCOMPARE(::mkfifo(lock.constData(), 0600), 0);
    } else if (kind == QLatin1String("the lock is a folder")) {
        QVERIFY(QDir().mkpath(names.lockFile()));
    } else if (kind == QLatin1String("the socket is a file")) {
        QVERIFY(write(names.socketFile()));
    } else if (kind == QLatin1String("the folder is open to others")) {
        QCOMPARE(::chmod(QFile::encodeName(folder).constData(), 0755), 0);
    } else if (kind == QLatin1String("the folder is a link")) {
        folder = m_folder->filePath(QStringLiteral("link"));
        QVERIFY(QFile::link(m_folder->path(), folder));
    } else {
        folder = m_folder->filePath(QStringLiteral("missing"));
    }

    Outcome outcome = Outcome::First;
    QElapsedTimer timer;
    timer.start();
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        SingleInstance instance(dataDir(), folder);
        outcome = instance.start(true, 400);
    }));
    thread->start();
    while (!thread->wait(1)) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    }

    QCOMPARE(outcome, Outcome::Alone);
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    for (const QString& path : {bystander, names.socketFile()}) {
        if (QFileInfo(path).isFile()) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(file.readAll(), QByteArray("precious"));
        }
    }
    if (held >= 0) {
        ::close(held);
    }
}

void TestShellDesktop::strangeWordsAreNotHeard_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("another word") << QByteArray("quit\n");
    QTest::newRow("our word as the beginning of another") << QByteArray("raised\n");
    QTest::newRow("an empty line") << QByteArray("\n");
    QTest::newRow("no end of line") << QByteArray("raise");
    QTest::newRow("zeros") << QByteArray(64, '\0') + '\n';
    QTest::newRow("a very long line") << QByteArray(100'000, 'x');
    QTest::newRow("a very long token") << "raise " + QByteArray(100'000, 'x') + '\n';
}

void TestShellDesktop::strangeWordsAreNotHeard()
{
    QFETCH(QByteArray, bytes);
    SingleInstance first(dataDir(), m_folder->path());
    QSignalSpy raised(&first, &SingleInstance::raiseRequested);
    QCOMPARE(first.start(true), Outcome::First);

    std::vector<std::unique_ptr<QLocalSocket>> strangers;
    for (int i = 0; i < 20; ++i) {
        strangers.push_back(std::make_unique<QLocalSocket>());
        strangers.back()->connectToServer(first.socketFile());
        strangers.back()->write(bytes);
        QCoreApplication::processEvents();
    }
    QTest::qWait(100);
    QCOMPARE(raised.count(), 0);

    // Whoever says nothing is sent away, and then there is room again.
    Outcome outcome = Outcome::Alone;
    for (int tries = 0; outcome != Outcome::Second && tries < 10; ++tries) {
        outcome = startAgain(true, 1000);
        QTest::qWait(outcome == Outcome::Second ? 0 : 400);
    }
    QCOMPARE(outcome, Outcome::Second);
    QCOMPARE(raised.count(), 1);
}

void TestShellDesktop::theStandardFolderIsPrivate()
{
    const QByteArray before = qgetenv("XDG_RUNTIME_DIR");
    QCOMPARE(SingleInstance::standardFolder(), QString::fromLocal8Bit(before));
    // One that others can look into is not used, nor is one that is not there.
    for (const QByteArray& folder : {QByteArray("/"), QByteArray("/nowhere"), QByteArray()}) {
        qputenv("XDG_RUNTIME_DIR", folder);
        const QString own = SingleInstance::standardFolder();
        QVERIFY(own.startsWith(QDir::tempPath()));
        QCOMPARE(QFileInfo(own).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }
    qputenv("XDG_RUNTIME_DIR", before);
}

void TestShellDesktop::theProgramItself()
{
    const QString program = QStringLiteral(THREADCOUNT_PROGRAM);
    const QStringList arguments{QStringLiteral("--data-dir"), dataDir()};
    const SingleInstance names(dataDir(), SingleInstance::standardFolder());
    const SingleInstance demoNames(dataDir() + QStringLiteral("/demo"), SingleInstance::standardFolder());
    const auto listens = [](const SingleInstance& instance) {
        QLocalSocket socket;
        socket.connectToServer(instance.socketFile());
        return socket.waitForConnected(100);
    };
    const auto end = [](QProcess& process) {
        process.kill();
        return process.waitForFinished();
    };

    QProcess first;
    first.start(program, arguments);
    QVERIFY(QTest::qWaitFor([&] { return listens(names); }, 30'000));
    // A second one ends at once, with success, and says nothing.
    QProcess second;
    second.start(program, arguments);
    QVERIFY(second.waitForFinished(30'000));
    QCOMPARE(second.exitCode(), 0);
    QCOMPARE(second.readAllStandardError(), QByteArray());
    QCOMPARE(first.state(), QProcess::Running);
    // The demo is another instance.
    QProcess demo;
    demo.start(program, arguments + QStringList{QStringLiteral("--demo")});
    QVERIFY(QTest::qWaitFor([&] { return listens(demoNames); }, 30'000));
    QCOMPARE(demo.state(), QProcess::Running);
    QVERIFY(end(demo));

    // A first one that hangs does not stop the next.
    ::kill(static_cast<pid_t>(first.processId()), SIGSTOP);
    QProcess third;
    third.start(program, arguments);
    QVERIFY(!third.waitForFinished(SingleInstance::kPatienceMs + 3000));
    QVERIFY(end(third));
    // One that was killed leaves its socket behind.
    QVERIFY(end(first));
    QVERIFY(QFileInfo::exists(names.socketFile()));
    QProcess fourth;
    fourth.start(program, arguments);
    QVERIFY(QTest::qWaitFor([&] { return listens(names); }, 30'000));
    QVERIFY(end(fourth));

    // At login, with nothing set up: there is nothing to do, and no window.
    QProcess login;
    login.start(program, arguments + QStringList{QStringLiteral("--background")});
    QVERIFY(login.waitForFinished(30'000));
    QCOMPARE(login.exitCode(), 0);
    QVERIFY(!QFileInfo::exists(dataDir()));
}

void TestShellDesktop::theCommandLineKnowsTheBackground()
{
    const auto parsed = LaunchOptions::parse({QStringLiteral("--background")});
    QVERIFY(parsed);
    QVERIFY(parsed->background);
    QVERIFY(!LaunchOptions::parse({})->background);
    QVERIFY(LaunchOptions::helpText().contains(QLatin1String("--background")));
    QVERIFY(!LaunchOptions::parse({QStringLiteral("--demo"), QStringLiteral("--tour"), QStringLiteral("x"),
        QStringLiteral("--background")}));
}

QTEST_MAIN(TestShellDesktop)
#include "tst_shell_desktop.moc"
