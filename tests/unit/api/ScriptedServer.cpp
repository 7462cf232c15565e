// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ScriptedServer.h"

#include <QHostAddress>
#include <QPointer>
#include <QTcpSocket>
#include <QTimer>

#include <zlib.h>

#include <sys/socket.h>

namespace support {

Step send(const QByteArray& bytes)
{
    return {Step::Kind::Send, bytes, {}};
}

Step pause(std::chrono::milliseconds length)
{
    return {Step::Kind::Pause, {}, length};
}

Step close()
{
    return {Step::Kind::Close, {}, {}};
}

Step reset()
{
    return {Step::Kind::Reset, {}, {}};
}

QByteArray head(int status, const QByteArray& extraHeaders, const QByteArray& contentType)
{
    QByteArray text = "HTTP/1.1 " + QByteArray::number(status) + " Something\r\n";
    if (!contentType.isEmpty()) {
        text += "Content-Type: " + contentType + "\r\n";
    }
    return text + extraHeaders + "\r\n";
}

Script answer(
    int status, const QByteArray& body, const QByteArray& extraHeaders, const QByteArray& contentType)
{
    const QByteArray length = "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return {send(head(status, extraHeaders + length, contentType) + body)};
}

QByteArray gzipped(const QByteArray& plain)
{
    z_stream stream{};
    constexpr int kGzip = 16;
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, MAX_WBITS + kGzip, 8, Z_DEFAULT_STRATEGY)
        != Z_OK) {
        return {};
    }
    QByteArray packed(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(plain.size()))), '\0');
    QByteArray input = plain;
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    const int result = deflate(&stream, Z_FINISH);
    packed.resize(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return result == Z_STREAM_END ? packed : QByteArray();
}

ScriptedServer::ScriptedServer(std::vector<Script> scripts)
    : m_scripts(std::move(scripts))
{
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { onConnection(); });
    m_server.listen(QHostAddress::LocalHost, 0);
}

void ScriptedServer::play(std::vector<Script> scripts)
{
    m_scripts = std::move(scripts);
    m_next = 0;
}

QString ScriptedServer::origin(const QString& scheme) const
{
    return QStringLiteral("%1://127.0.0.1:%2").arg(scheme).arg(m_server.serverPort());
}

QByteArray ScriptedServer::requestLine(qsizetype index) const
{
    return m_requests.value(index).split('\r').value(0);
}

void ScriptedServer::onConnection()
{
    while (QTcpSocket* socket = m_server.nextPendingConnection()) {
        QObject::connect(socket, &QTcpSocket::readyRead, &m_server, [this, socket] { onBytes(socket); });
        QObject::connect(socket, &QTcpSocket::disconnected, &m_server, [this, socket] {
            ++m_closed;
            m_received.remove(socket);
            socket->deleteLater();
        });
    }
}

void ScriptedServer::onBytes(QTcpSocket* socket)
{
    QByteArray& received = m_received[socket];
    received += socket->readAll();
    const qsizetype end = received.indexOf("\r\n\r\n");
    if (end < 0) {
        return;
    }
    m_requests += received.left(end + 2);
    received.clear();
    if (m_scripts.empty()) {
        return;
    }
    const Script script = m_scripts[std::min(m_next, m_scripts.size() - 1)];
    ++m_next;
    run(socket, script, 0);
}

void ScriptedServer::run(QTcpSocket* socket, const Script& script, std::size_t from)
{
    for (std::size_t at = from; at < script.size(); ++at) {
        const Step& step = script[at];
        switch (step.kind) {
        case Step::Kind::Send: socket->write(step.bytes); break;
        case Step::Kind::Close: socket->disconnectFromHost(); return;
        case Step::Kind::Reset: {
            socket->flush();
            const linger now{1, 0};
            setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
            socket->abort();
            return;
        }
        case Step::Kind::Pause:
            QTimer::singleShot(
                step.pause, socket, [this, socket, script, at] { run(socket, script, at + 1); });
            return;
        }
    }
}

} // namespace support
