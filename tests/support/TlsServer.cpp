// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/TlsServer.h"

#include <QSslConfiguration>
#include <QSslSocket>

#include <memory>

namespace support {

TlsServer::TlsServer(const ServerIdentity& identity)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(identity.certificate);
    configuration.setPrivateKey(identity.key);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // of the client, which has no certificate
    m_server.setSslConfiguration(configuration);
    QObject::connect(&m_server, &QSslServer::pendingConnectionAvailable, &m_server, [this] {
        while (QTcpSocket* socket = m_server.nextPendingConnection()) {
            auto received = std::make_shared<QByteArray>();
            const auto read = [this, socket, received] {
                received->append(socket->readAll());
                const qsizetype end = received->indexOf("\r\n\r\n");
                if (end >= 0) {
                    m_requests.append(received->left(end + 4));
                    received->remove(0, end + 4);
                    socket->write(m_answer);
                }
            };
            QObject::connect(socket, &QTcpSocket::readyRead, socket, read);
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            read(); // what came together with the end of the handshake
        }
    });
    m_server.listen(QHostAddress::LocalHost, 0);
}

} // namespace support
