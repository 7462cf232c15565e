// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QTcpServer>

#include <optional>

class QTcpSocket;

namespace support {

/// A proxy on a free loopback port that writes down what it is told. Whatever host it is asked for, it
/// connects to one port of this machine: names are resolved by the proxy here, as they are behind a real one.
/// Lives in the test's thread.
class ProxyServer final
{
public:
    enum class Kind { Http, Socks5 };
    enum class Conduct {
        Forward,
        Deny, ///< CONNECT: 403; SOCKS5: not allowed by the rules
        TargetDead, ///< CONNECT: 502; SOCKS5: host unreachable
        Silent, ///< takes the connection and says nothing
        Garbage, ///< answers with what is no proxy's answer
        HangUp ///< closes at once
    };

    explicit ProxyServer(Kind kind, quint16 target = 0);

    void setConduct(Conduct conduct) { m_conduct = conduct; }
    /// Lets nobody through who does not know these.
    void setPassword(const QString& user, const QString& password);
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] int connections() const { return m_connections; }
    /// What clients asked for: "host:port", in order, refusals included.
    [[nodiscard]] const QList<QByteArray>& wanted() const { return m_wanted; }
    /// Every byte that was meant for the proxy itself, so without what went through the tunnels.
    [[nodiscard]] const QByteArray& heard() const { return m_heard; }
    /// Every byte that clients sent through the tunnels.
    [[nodiscard]] const QByteArray& tunnelled() const { return m_tunnelled; }

private:
    struct Client
    {
        enum class State { Greeting, Password, Request, Tunnel, Done };
        State state = State::Greeting;
        QByteArray received;
    };
    void onConnection();
    void onBytes(QTcpSocket* socket, Client& client);
    bool talkHttp(QTcpSocket* socket, Client& client);
    bool talkSocks(QTcpSocket* socket, Client& client);
    void openTunnel(QTcpSocket* socket, Client& client, const QByteArray& yes);
    QByteArray take(Client& client, qsizetype size);

    Kind m_kind;
    quint16 m_target;
    Conduct m_conduct = Conduct::Forward;
    std::optional<QByteArray> m_user;
    QByteArray m_password;
    QTcpServer m_server;
    int m_connections = 0;
    QList<QByteArray> m_wanted;
    QByteArray m_heard;
    QByteArray m_tunnelled;
};

} // namespace support
