// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/ProxyServer.h"

#include <QHostAddress>
#include <QTcpSocket>

#include <memory>

namespace support {

namespace {

// RFC 1928 and 1929.
constexpr char kVersion = 5;
constexpr char kNoPassword = 0;
constexpr char kUserAndPassword = 2;
constexpr char kNothingFits = '\xff';
constexpr char kDeniedByRules = 2;
constexpr char kHostUnreachable = 4;

QByteArray socksReply(char code)
{
    QByteArray reply("\x05\x00\x00\x01\x00\x00\x00\x00\x00\x00", 10);
    reply[1] = code;
    return reply;
}

qsizetype byteAt(const QByteArray& bytes, qsizetype index)
{
    return static_cast<unsigned char>(bytes.at(index));
}

} // namespace

ProxyServer::ProxyServer(Kind kind, quint16 target)
    : m_kind(kind)
    , m_target(target)
{
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { onConnection(); });
    m_server.listen(QHostAddress::LocalHost, 0);
}

void ProxyServer::setPassword(const QString& user, const QString& password)
{
    m_user = user.toLatin1(); // as Qt 6.4 sends them
    m_password = password.toLatin1();
}

void ProxyServer::onConnection()
{
    while (QTcpSocket* socket = m_server.nextPendingConnection()) {
        ++m_connections;
        auto client = std::make_shared<Client>();
        client->state = m_kind == Kind::Http ? Client::State::Request : Client::State::Greeting;
        QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        QObject::connect(
            socket, &QTcpSocket::readyRead, socket, [this, socket, client] { onBytes(socket, *client); });
        if (m_conduct == Conduct::HangUp) {
            socket->disconnectFromHost();
        }
    }
}

void ProxyServer::onBytes(QTcpSocket* socket, Client& client)
{
    if (client.state == Client::State::Tunnel) {
        return; // openTunnel() reads
    }
    client.received += socket->readAll();
    if (m_conduct == Conduct::Silent || m_conduct == Conduct::HangUp) {
        return;
    }
    if (m_conduct == Conduct::Garbage) {
        socket->write("220 mail.example ESMTP ready\r\n");
        socket->disconnectFromHost();
        return;
    }
    while (client.state != Client::State::Tunnel && client.state != Client::State::Done
        && (m_kind == Kind::Http ? talkHttp(socket, client) : talkSocks(socket, client))) { }
}

QByteArray ProxyServer::take(Client& client, qsizetype size)
{
    const QByteArray taken = client.received.left(size);
    client.received.remove(0, size);
    m_heard += taken;
    return taken;
}

bool ProxyServer::talkHttp(QTcpSocket* socket, Client& client)
{
    const qsizetype end = client.received.indexOf("\r\n\r\n");
    if (end < 0) {
        return false;
    }
    const QByteArray head = take(client, end + 4);
    m_wanted.append(head.split(' ').value(1));
    const auto answer = [socket](const QByteArray& line, const QByteArray& more = {}) {
        socket->write("HTTP/1.1 " + line + "\r\n" + more + "Content-Length: 0\r\n\r\n");
    };
    if (m_user) {
        const QByteArray account = *m_user + ':' + m_password;
        const QByteArray right = "\r\nProxy-Authorization: Basic " + account.toBase64() + "\r\n";
        if (!head.contains(right)) {
            answer("407 Proxy Authentication Required", "Proxy-Authenticate: Basic realm=\"test\"\r\n");
            return true;
        }
    }
    if (m_conduct == Conduct::Deny) {
        answer("403 Forbidden");
    } else if (m_conduct == Conduct::TargetDead) {
        answer("502 Bad Gateway");
    } else {
        openTunnel(socket, client, "HTTP/1.1 200 Connection established\r\n\r\n");
    }
    return true;
}

bool ProxyServer::talkSocks(QTcpSocket* socket, Client& client)
{
    const QByteArray& bytes = client.received;
    switch (client.state) {
    case Client::State::Greeting: {
        if (bytes.size() < 2 || bytes.size() < 2 + byteAt(bytes, 1)) {
            return false;
        }
        const QByteArray methods = take(client, 2 + byteAt(bytes, 1)).mid(2);
        const char wanted = m_user ? kUserAndPassword : kNoPassword;
        if (!methods.contains(wanted)) {
            socket->write(QByteArray{} + kVersion + kNothingFits);
            socket->disconnectFromHost();
            client.state = Client::State::Done;
            return false;
        }
        socket->write(QByteArray{} + kVersion + wanted);
        client.state = m_user ? Client::State::Password : Client::State::Request;
        return true;
    }
    case Client::State::Password: {
        if (bytes.size() < 2 || bytes.size() < 3 + byteAt(bytes, 1)) {
            return false;
        }
        const qsizetype userSize = byteAt(bytes, 1);
        const qsizetype size = 3 + userSize + byteAt(bytes, 2 + userSize);
        if (bytes.size() < size) {
            return false;
        }
        const QByteArray sent = take(client, size);
        const bool right = sent.mid(2, userSize) == *m_user && sent.mid(3 + userSize) == m_password;
        socket->write(right ? QByteArray("\x01\x00", 2) : QByteArray("\x01\x01", 2));
        if (!right) {
            socket->disconnectFromHost();
            client.state = Client::State::Done;
            return false;
        }
        client.state = Client::State::Request;
        return true;
    }
    case Client::State::Request: {
        if (bytes.size() < 5) {
            return false;
        }
        const char type = bytes.at(3);
        const qsizetype hostSize = type == 1 ? 4 : type == 4 ? 16 : 1 + byteAt(bytes, 4);
        if (bytes.size() < 4 + hostSize + 2) {
            return false;
        }
        const QByteArray sent = take(client, 4 + hostSize + 2);
        QByteArray host = sent.mid(5, hostSize - 1);
        if (type == 1) {
            host = QHostAddress((static_cast<quint32>(byteAt(sent, 4)) << 24)
                | (static_cast<quint32>(byteAt(sent, 5)) << 16) | (static_cast<quint32>(byteAt(sent, 6)) << 8)
                | static_cast<quint32>(byteAt(sent, 7)))
                       .toString()
                       .toLatin1();
        }
        const qsizetype port = (byteAt(sent, 4 + hostSize) << 8) | byteAt(sent, 5 + hostSize);
        m_wanted.append(host + ':' + QByteArray::number(port));
        if (m_conduct == Conduct::Deny || m_conduct == Conduct::TargetDead) {
            socket->write(socksReply(m_conduct == Conduct::Deny ? kDeniedByRules : kHostUnreachable));
            socket->disconnectFromHost();
            client.state = Client::State::Done;
        } else {
            openTunnel(socket, client, socksReply(0));
        }
        return false;
    }
    case Client::State::Tunnel:
    case Client::State::Done: break;
    }
    return false;
}

void ProxyServer::openTunnel(QTcpSocket* socket, Client& client, const QByteArray& yes)
{
    client.state = Client::State::Tunnel;
    auto* onward = new QTcpSocket(socket);
    const QByteArray early = client.received;
    QObject::connect(onward, &QTcpSocket::connected, socket, [this, socket, onward, yes, early] {
        socket->write(yes);
        m_tunnelled += early;
        onward->write(early);
        const auto forward = [this, socket, onward] {
            const QByteArray bytes = socket->readAll();
            m_tunnelled += bytes;
            onward->write(bytes);
        };
        QObject::connect(socket, &QTcpSocket::readyRead, onward, forward);
        forward();
    });
    QObject::connect(
        onward, &QTcpSocket::readyRead, socket, [socket, onward] { socket->write(onward->readAll()); });
    QObject::connect(onward, &QTcpSocket::disconnected, socket, [socket] { socket->disconnectFromHost(); });
    onward->connectToHost(QHostAddress(QHostAddress::LocalHost), m_target);
}

} // namespace support
