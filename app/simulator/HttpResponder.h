// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

class QDateTime;
class QTcpServer;

namespace app::simulator {

/// A moment in UTC as RFC 9110 writes it.
QByteArray httpDate(const QDateTime& moment);

struct HttpRequest
{
    QByteArray method;
    QByteArray target; ///< as sent
    QList<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case
    bool keepAlive = true;

    /// The first one of that name (lower case); null when it is absent.
    [[nodiscard]] std::optional<QByteArray> header(QByteArrayView name) const;
};

struct HttpReply
{
    enum class Delivery {
        Whole, ///< after `delayMs`
        Drip, ///< the whole answer, its body in small pieces over `delayMs`
        Stall, ///< headers and `bytesToSend` of the body, then nothing more; the connection stays open
        Cut, ///< the same, then an orderly close
        CutHard, ///< the same, then the connection is reset
        Reset, ///< no byte; the connection is reset
    };
    int status = 200;
    QByteArray contentType = QByteArrayLiteral("application/json");
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    Delivery delivery = Delivery::Whole;
    int delayMs = 0;
    qsizetype bytesToSend = 0;
    std::optional<qsizetype> announcedBytes; ///< Content-Length; null = the right one
    std::optional<QByteArray> date; ///< null = now, empty = no such header
    std::optional<int> closePortMs; ///< with Reset: nobody listens for so long; 0 = until listenAgain()
    void addHeader(const QByteArray& name, const QByteArray& value)
    {
        headers.append(std::pair(name, value));
    }

    std::function<void()> onSent; ///< once the whole answer was handed to an open connection; may be empty
};

/// The part of HTTP/1.1 that the simulator needs, on QTcpServer: keep-alive, one request after the other per
/// connection, request bodies read and dropped, answers with Content-Length. Malformed requests get 400,
/// oversized ones 431, and the connection is closed. Lives in one thread; the handler is called there. Why
/// not QHttpServer: see Simulator.
class HttpResponder final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpResponder)

public:
    using Handler = std::function<HttpReply(const HttpRequest&)>;

    explicit HttpResponder(Handler handler, QObject* parent = nullptr);
    ~HttpResponder() override;

    /// On 127.0.0.1; false when the port is taken.
    bool listen(quint16 port);
    /// Also ends every connection.
    void close();
    /// As close(), but the port is kept in mind and listened to again after `forMs` (0 = by listenAgain()).
    void goAway(int forMs);
    /// Ends what goAway() began; else does nothing.
    void listenAgain();
    [[nodiscard]] quint16 port() const; ///< 0 while closed; also known while nobody listens for a while

private:
    void onNewConnection();

    Handler m_handler;
    std::unique_ptr<QTcpServer> m_server;
    quint16 m_awayPort = 0; ///< not 0: nobody listens, but will again
    QTimer m_comeBack;
};

} // namespace app::simulator
