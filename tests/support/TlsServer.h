// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/TestAuthority.h"

#include <QList>
#include <QSslServer>

namespace support {

/// An https server on a free loopback port: shows its certificate, takes one request per connection, gives
/// one answer to all of them. Lives in the test's thread.
class TlsServer final
{
public:
    explicit TlsServer(const ServerIdentity& identity);

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    /// The bytes of every answer; the default is an empty JSON object with status 200.
    void setAnswer(const QByteArray& bytes) { m_answer = bytes; }
    /// Request line and headers of everything that arrived, decrypted.
    [[nodiscard]] const QList<QByteArray>& requests() const { return m_requests; }

private:
    QSslServer m_server;
    QByteArray m_answer = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
    QList<QByteArray> m_requests;
};

} // namespace support
