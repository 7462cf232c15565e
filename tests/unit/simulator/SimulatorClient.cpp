// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unit/simulator/SimulatorClient.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QJsonDocument>
#include <QNetworkProxy>

namespace support {

QJsonObject Answer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

SimulatorClient::SimulatorClient(const app::simulator::SimulatorThread& simulator)
    : m_port(static_cast<quint16>(simulator.url().port()))
{
}

QString SimulatorClient::target(const QString& route, const QString& query) const
{
    return QStringLiteral("/v1/analytics/codex/workspaces/") + workspace + QLatin1Char('/') + route
        + (query.isEmpty() ? QString() : QLatin1Char('?') + query);
}

QByteArray SimulatorClient::request(const QByteArray& method, const QString& target, bool withKey) const
{
    QByteArray text = method + ' ' + target.toUtf8() + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    if (withKey) {
        text.append("Authorization: Bearer ").append(key.toUtf8()).append("\r\n");
    }
    return text.append(extraHeaders).append("\r\n");
}

Answer SimulatorClient::get(const QString& route, const QString& query) const
{
    return send(request("GET", target(route, query)));
}

Answer SimulatorClient::send(const QByteArray& request) const
{
    Answer answer;
    QTcpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
    if (!socket.waitForConnected(timeoutMs)) {
        answer.socketError = socket.error();
        return answer;
    }
    socket.write(request);

    QByteArray received;
    qsizetype bodyBegin = -1;
    qsizetype bodyLength = 0;
    QElapsedTimer timer;
    timer.start();
    while (bodyBegin < 0 || received.size() < bodyBegin + bodyLength) {
        if (socket.bytesAvailable() == 0
            && !socket.waitForReadyRead(timeoutMs - static_cast<int>(timer.elapsed()))) {
            answer.isClosed = socket.state() != QAbstractSocket::ConnectedState;
            answer.timedOut = !answer.isClosed;
            answer.socketError = socket.error();
            break;
        }
        received.append(socket.readAll());
        const qsizetype end = received.indexOf("\r\n\r\n");
        if (bodyBegin < 0 && end >= 0) {
            bodyBegin = end + 4;
            QList<QByteArray> lines = received.left(end).split('\n');
            answer.status = lines.takeFirst().split(' ').value(1).toInt();
            for (const QByteArray& line : lines) {
                const qsizetype colon = line.indexOf(':');
                answer.headers[line.left(colon).toLower()] = line.mid(colon + 1).trimmed();
            }
            bodyLength = request.startsWith("HEAD ") ? 0 : answer.headers["content-length"].toLongLong();
        }
    }
    if (bodyBegin >= 0) {
        answer.body = received.mid(bodyBegin);
        answer.isWhole = answer.body.size() == bodyLength;
    }
    return answer;
}

std::vector<Answer> SimulatorClient::pages(const QString& route, const QString& query, int mostPages) const
{
    std::vector<Answer> all;
    QString cursor;
    for (int page = 0; page < mostPages; ++page) {
        all.push_back(get(route, cursor.isEmpty() ? query : query + QStringLiteral("&page=") + cursor));
        cursor = all.back().nextPage();
        if (all.back().status != 200 || cursor.isEmpty()) {
            break;
        }
    }
    return all;
}

QJsonArray SimulatorClient::all(const QString& route, const QString& query, int mostPages) const
{
    QJsonArray rows;
    for (const Answer& page : pages(route, query, mostPages)) {
        for (const QJsonValue row : page.rows()) {
            rows.append(row);
        }
    }
    return rows;
}

QString SimulatorClient::window(app::core::UtcDay first, app::core::UtcDay last)
{
    return QStringLiteral("start_time=%1&end_time=%2")
        .arg(first.startSeconds())
        .arg((last + 1).startSeconds());
}

} // namespace support
