// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

class QTcpServer;

namespace app::simulator {

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
        Stall, ///< headers and `bytesToSend` of the body, then nothing more; the connection stays open
        Cut, ///< the same, then an orderly close
        Reset, ///< no byte; the connection is reset
    };
    int status = 200;
    QByteArray contentType = QByteArrayLiteral("application/json");
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    Delivery delivery = Delivery::Whole;
    int delayMs = 0;
    qsizetype bytesToSend = 0;
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
    [[nodiscard]] quint16 port() const; ///< 0 while closed

private:
    void onNewConnection();

    Handler m_handler;
    std::unique_ptr<QTcpServer> m_server;
};

} // namespace app::simulator
