// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QTcpServer>

#include <chrono>
#include <vector>

class QTcpSocket;

namespace support {

/// What the server does with one request, step by step. After the last step the connection stays open.
struct Step
{
    enum class Kind { Send, Pause, Close, Reset };
    Kind kind = Kind::Send;
    QByteArray bytes;
    std::chrono::milliseconds pause{0};
};
using Script = std::vector<Step>;

Step send(const QByteArray& bytes);
Step pause(std::chrono::milliseconds length);
Step close(); ///< the orderly end: FIN
Step reset(); ///< the rude one: RST

/// A whole answer with a right Content-Length.
Script answer(int status, const QByteArray& body, const QByteArray& extraHeaders = {},
    const QByteArray& contentType = "application/json");
/// Status line and headers only; `extraHeaders` are whole lines.
QByteArray head(
    int status, const QByteArray& extraHeaders, const QByteArray& contentType = "application/json");
QByteArray gzipped(const QByteArray& plain);

/// A server on a free loopback port that knows nothing of HTTP but where a request ends: it plays one script
/// per request, in order, and repeats the last. Lives in the test's thread.
class ScriptedServer final
{
public:
    explicit ScriptedServer(std::vector<Script> scripts = {});

    void play(std::vector<Script> scripts);
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] QString origin(const QString& scheme = QStringLiteral("http")) const;
    /// Request line and headers of everything that came, in order.
    [[nodiscard]] const QList<QByteArray>& requests() const { return m_requests; }
    [[nodiscard]] QByteArray requestLine(qsizetype index) const;
    /// Connections that the other side has closed.
    [[nodiscard]] int closedConnections() const { return m_closed; }

private:
    void onConnection();
    void onBytes(QTcpSocket* socket);
    void run(QTcpSocket* socket, const Script& script, std::size_t from);

    QTcpServer m_server;
    std::vector<Script> m_scripts;
    std::size_t m_next = 0;
    QHash<QTcpSocket*, QByteArray> m_received;
    QList<QByteArray> m_requests;
    int m_closed = 0;
};

} // namespace support
