// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/SimulatorThread.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTcpSocket>

#include <map>
#include <vector>

namespace support {

/// What one request brought back, down to the way the connection ended.
struct Answer
{
    int status = 0; ///< 0 = no status line arrived
    std::map<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
    bool isWhole = false; ///< as many bytes as Content-Length says
    bool isClosed = false; ///< the other side ended the connection
    bool timedOut = false; ///< neither of both within the time
    QAbstractSocket::SocketError socketError = QAbstractSocket::UnknownSocketError;

    [[nodiscard]] QJsonObject json() const; ///< empty when the body is no JSON object
    [[nodiscard]] QJsonArray rows() const { return json()[QStringLiteral("data")].toArray(); }
    [[nodiscard]] QString nextPage() const { return json()[QStringLiteral("next_page")].toString(); }
};

/// Talks to a simulator in the plainest way there is: it writes a request to a socket and reads the bytes
/// that come. So nothing that a network library makes pretty can hide a fault. Blocks; the simulator must run
/// on another thread.
class SimulatorClient
{
public:
    explicit SimulatorClient(const app::simulator::SimulatorThread& simulator);

    QString key = app::simulator::Simulator::acceptedKey();
    QString workspace = app::simulator::Simulator::workspace().toString();
    QByteArray extraHeaders; ///< whole lines with CR LF
    int timeoutMs = 20'000;

    /// `/v1/analytics/codex/workspaces/{workspace}/{route}?{query}` with the key.
    Answer get(const QString& route, const QString& query = {}) const;
    /// Any bytes.
    Answer send(const QByteArray& request) const;
    [[nodiscard]] QByteArray request(
        const QByteArray& method, const QString& target, bool withKey = true) const;
    [[nodiscard]] QString target(const QString& route, const QString& query = {}) const;

    /// Follows the cursor to the end; every row of every page. Stops after `mostPages`.
    QJsonArray all(const QString& route, const QString& query, int mostPages = 1000) const;
    /// The same, page by page.
    std::vector<Answer> pages(const QString& route, const QString& query, int mostPages = 1000) const;

    static QString window(app::core::UtcDay first, app::core::UtcDay last);

private:
    quint16 m_port;
};

} // namespace support
