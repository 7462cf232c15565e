// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/SingleInstance.h"

#include "core/Log.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>
#include <QPointer>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace ui::shell {

namespace {

const QByteArray kRaise = QByteArrayLiteral("raise");
const QByteArray kRaised = QByteArrayLiteral("raised\n");
constexpr qint64 kLongestLine = 512;
constexpr qsizetype kLongestToken = 256;
constexpr int kMostWaiting = 8; ///< connections that have not said their word yet
constexpr std::chrono::seconds kSilence{2}; ///< after which a connection is dropped

bool isPrivateFolder(const QString& path)
{
    struct stat info = {};
    return ::lstat(QFile::encodeName(path).constData(), &info) == 0 && S_ISDIR(info.st_mode)
        && info.st_uid == ::geteuid() && (info.st_mode & (S_IRWXG | S_IRWXO)) == 0;
}

bool isOurUser(qintptr socket)
{
    struct ucred peer = {};
    socklen_t size = sizeof(peer);
    return ::getsockopt(static_cast<int>(socket), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0
        && peer.uid == ::geteuid();
}

/// The characters of the tokens that desktops make; everything else is no token.
bool isToken(const QByteArray& token)
{
    return !token.isEmpty() && token.size() <= kLongestToken
        && std::all_of(token.begin(), token.end(), [](char letter) { return letter > ' ' && letter < 127; });
}

} // namespace

SingleInstance::SingleInstance(const QString& dataDir, QString folder, QObject* parent)
    : QObject(parent)
    , m_folder(std::move(folder))
{
    // One folder under two names is one folder; one that does not exist yet has only its name.
    const QFileInfo info(dataDir);
    const QString path = info.exists() ? info.canonicalFilePath() : QDir::cleanPath(info.absoluteFilePath());
    const QByteArray hash = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex();
    m_name = QStringLiteral("threadcount-") + QString::fromLatin1(hash.left(16));
}

SingleInstance::~SingleInstance()
{
    m_server.reset(); // removes the socket; the lock goes after it
    if (m_lock >= 0) {
        ::close(m_lock);
    }
}

QString SingleInstance::standardFolder()
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (!runtime.isEmpty() && isPrivateFolder(runtime)) {
        return runtime;
    }
    const QString own = QDir::temp().filePath(QStringLiteral("threadcount-%1").arg(::geteuid()));
    ::mkdir(QFile::encodeName(own).constData(), S_IRWXU);
    return isPrivateFolder(own) ? own : QString();
}

QString SingleInstance::lockFile() const
{
    return QDir(m_folder).filePath(m_name + QStringLiteral(".lock"));
}

QString SingleInstance::socketFile() const
{
    return QDir(m_folder).filePath(m_name + QStringLiteral(".socket"));
}

SingleInstance::Outcome SingleInstance::start(bool raise, int patienceMs)
{
    if (m_folder.isEmpty()) {
        m_folder = standardFolder();
    }
    if (m_folder.isEmpty() || !isPrivateFolder(m_folder)) {
        qCInfo(lcUi) << "There is no private folder to notice a second start in.";
        return Outcome::Alone;
    }
    switch (takeLock()) {
    case Locked::Yes: return listen() ? Outcome::First : Outcome::Alone;
    case Locked::HeldByAnother: return !raise || askTheFirst(patienceMs) ? Outcome::Second : Outcome::Alone;
    case Locked::Impossible: break;
    }
    return Outcome::Alone;
}

SingleInstance::Locked SingleInstance::takeLock()
{
    const QByteArray name = QFile::encodeName(lockFile());
    // Neither a link nor something that blocks, such as a pipe, is followed.
    const int lock
        = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, S_IRUSR | S_IWUSR);
    if (lock < 0) {
        return Locked::Impossible;
    }
    struct stat info = {};
    if (::fstat(lock, &info) != 0 || !S_ISREG(info.st_mode) || info.st_uid != ::geteuid()) {
        ::close(lock);
        return Locked::Impossible;
    }
    if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
        const bool isHeld = errno == EWOULDBLOCK;
        ::close(lock);
        return isHeld ? Locked::HeldByAnother : Locked::Impossible;
    }
    m_lock = lock;
    return Locked::Yes;
}

bool SingleInstance::listen()
{
    // We have the lock, so whoever listened there is gone.
    const QByteArray name = QFile::encodeName(socketFile());
    struct stat info = {};
    if (::lstat(name.constData(), &info) == 0) {
        // Qt would put its socket in the place of anything else, too.
        if (!S_ISSOCK(info.st_mode)) {
            return false;
        }
        ::unlink(name.constData());
    }
    m_server = std::make_unique<QLocalServer>();
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    m_server->setMaxPendingConnections(kMostWaiting);
    connect(m_server.get(), &QLocalServer::newConnection, this, &SingleInstance::onConnection);
    if (!m_server->listen(socketFile())) {
        qCInfo(lcUi) << "A second start will not be noticed:" << m_server->errorString();
        m_server.reset();
        return false;
    }
    return true;
}

bool SingleInstance::askTheFirst(int patienceMs) const
{
    const QDeadlineTimer deadline(patienceMs);
    QByteArray line = kRaise;
    if (const QByteArray token = qgetenv("XDG_ACTIVATION_TOKEN"); isToken(token)) {
        line += ' ' + token;
    }
    line += '\n';
    // The first one may have taken the lock a moment ago and not listen yet.
    while (!deadline.hasExpired()) {
        QLocalSocket socket;
        socket.connectToServer(socketFile());
        if (!socket.waitForConnected(static_cast<int>(deadline.remainingTime()))) {
            QThread::msleep(20);
            continue;
        }
        if (!isOurUser(socket.socketDescriptor())) {
            return false;
        }
        socket.write(line);
        QByteArray answer;
        while (answer.size() < kRaised.size()
            && socket.waitForReadyRead(static_cast<int>(deadline.remainingTime()))) {
            answer += socket.read(kRaised.size() - answer.size());
        }
        return answer == kRaised;
    }
    return false;
}

void SingleInstance::onConnection()
{
    while (QLocalSocket* socket = m_server->nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        if (!isOurUser(socket->socketDescriptor())
            || m_server->findChildren<QLocalSocket*>().size() > kMostWaiting) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        QTimer::singleShot(kSilence, socket, [socket] { socket->abort(); });
        socket->setReadBufferSize(kLongestLine);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (!socket->canReadLine()) {
                if (socket->bytesAvailable() >= kLongestLine) {
                    socket->abort();
                }
                return;
            }
            const QByteArray line = socket->readLine(kLongestLine).trimmed();
            const qsizetype space = line.indexOf(' ');
            if (line.left(space < 0 ? line.size() : space) != kRaise) {
                socket->abort();
                return;
            }
            const QByteArray token = space < 0 ? QByteArray() : line.mid(space + 1);
            socket->write(kRaised);
            socket->disconnectFromServer();
            Q_EMIT raiseRequested(isToken(token) ? QString::fromLatin1(token) : QString());
        });
    }
}

} // namespace ui::shell
