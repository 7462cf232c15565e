// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/TestAuthority.h"

#include <QList>
#include <QPointer>
#include <QSslServer>
#include <QTcpSocket>

#include <optional>

namespace support {

/// An https door to a server without TLS on this machine: decrypts and passes on, both ways. Lives in the
/// test's thread.
class TlsFront final
{
public:
    TlsFront(const ServerIdentity& identity, quint16 target);

    [[nodiscard]] QString origin() const;
    /// Whom the door shows from the first time on that the server behind it ends a connection; all others end
    /// with it.
    void showAfterAnEnd(const ServerIdentity& identity) { m_next = identity; }
    /// Connections that did not get through the handshake, plain HTTP among them.
    [[nodiscard]] int refusals() const { return m_refusals; }
    /// Connections that did.
    [[nodiscard]] int handshakes() const { return m_handshakes; }

private:
    void show(const ServerIdentity& identity);
    void onConnection();

    QSslServer m_server;
    quint16 m_target;
    std::optional<ServerIdentity> m_next;
    QList<QPointer<QTcpSocket>> m_open;
    int m_refusals = 0;
    int m_handshakes = 0;
};

} // namespace support
