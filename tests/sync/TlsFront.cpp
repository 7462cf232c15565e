// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/TlsFront.h"

#include <QSslConfiguration>
#include <QSslSocket>

#include <utility>

namespace support {

TlsFront::TlsFront(const ServerIdentity& identity, quint16 target)
    : m_target(target)
{
    show(identity);
    QObject::connect(
        &m_server, &QSslServer::pendingConnectionAvailable, &m_server, [this] { onConnection(); });
    QObject::connect(&m_server, &QSslServer::errorOccurred, &m_server,
        [this](QSslSocket*, QAbstractSocket::SocketError) { ++m_refusals; });
    if (!m_server.listen(QHostAddress::LocalHost, 0)) {
        qFatal("the door cannot listen");
    }
}

QString TlsFront::origin() const
{
    return QStringLiteral("https://127.0.0.1:%1").arg(m_server.serverPort());
}

void TlsFront::show(const ServerIdentity& identity)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(identity.certificate);
    configuration.setPrivateKey(identity.key);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // of the client, which has no certificate
    m_server.setSslConfiguration(configuration);
}

void TlsFront::onConnection()
{
    while (QTcpSocket* outside = m_server.nextPendingConnection()) {
        ++m_handshakes;
        m_open.append(outside);
        auto* inside = new QTcpSocket(outside); // goes with it
        const auto passIn = [outside, inside] {
            if (inside->state() == QAbstractSocket::ConnectedState) {
                inside->write(outside->readAll());
            }
        };
        const auto passOut = [outside, inside] { outside->write(inside->readAll()); };
        QObject::connect(outside, &QTcpSocket::readyRead, inside, passIn);
        QObject::connect(inside, &QTcpSocket::connected, inside, passIn); // what came in the meantime
        QObject::connect(inside, &QTcpSocket::readyRead, inside, passOut);
        QObject::connect(inside, &QTcpSocket::disconnected, outside, [this, outside, passOut] {
            passOut();
            if (m_next) {
                show(*m_next);
                m_next.reset();
                for (const QPointer<QTcpSocket>& other : std::exchange(m_open, {})) {
                    if (other && other != outside) {
                        other->disconnectFromHost();
                    }
                }
            }
            outside->disconnectFromHost();
        });
        QObject::connect(outside, &QTcpSocket::disconnected, outside, [inside, outside] {
            inside->disconnect();
            inside->abort();
            outside->deleteLater();
        });
        inside->connectToHost(QHostAddress::LocalHost, m_target);
    }
}

} // namespace support
