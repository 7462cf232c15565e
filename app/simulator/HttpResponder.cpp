// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/HttpResponder.h"

#include <QDateTime>
#include <QHostAddress>
#include <QLocale>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

namespace app::simulator {

namespace {

constexpr qsizetype kMostHeaderBytes = 65'536;
constexpr qsizetype kMostBodyBytes = 1'048'576;
constexpr int kDripPieces = 20;
constexpr int kBeforeResetMs = 20;
constexpr int kListenAgainMs = 50; ///< between tries to get a port back

QByteArray reason(int status)
{
    switch (status) {
    case 200: return "OK";
    case 301: return "Moved Permanently";
    case 302: return "Found";
    case 307: return "Temporary Redirect";
    case 308: return "Permanent Redirect";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 410: return "Gone";
    case 413: return "Content Too Large";
    case 422: return "Unprocessable Content";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 502: return "Bad Gateway";
    case 503: return "Service Unavailable";
    case 504: return "Gateway Timeout";
    default: return "Status";
    }
}

/// One connection. Parented to its socket, which deletes both when it is disconnected.
class Connection final : public QObject
{
public:
    Connection(QTcpSocket* socket, HttpResponder& responder, const HttpResponder::Handler& handler)
        : QObject(socket)
        , m_socket(socket)
        , m_responder(responder)
        , m_handler(handler)
    {
        connect(socket, &QTcpSocket::readyRead, this, &Connection::onReadyRead);
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }

private:
    void onReadyRead()
    {
        const QByteArray arrived = m_socket->readAll();
        if (!m_isDone) {
            m_buffer.append(arrived);
            answerNext();
        }
    }

    void answerNext()
    {
        while (!m_isBusy && !m_isDone) {
            const qsizetype end = m_buffer.indexOf("\r\n\r\n");
            if (end < 0) {
                if (m_buffer.size() > kMostHeaderBytes) {
                    refuse(431);
                }
                return;
            }
            std::optional<HttpRequest> request = parse(m_buffer.left(end));
            if (!request) {
                refuse(400);
                return;
            }
            bool isNumber = true;
            const qsizetype bodyBytes
                = request->header("content-length").value_or(QByteArrayLiteral("0")).toLongLong(&isNumber);
            if (!isNumber || bodyBytes < 0 || request->header("transfer-encoding")) {
                refuse(400);
                return;
            }
            if (bodyBytes > kMostBodyBytes) {
                refuse(413);
                return;
            }
            if (m_buffer.size() < end + 4 + bodyBytes) {
                return;
            }
            m_buffer.remove(0, end + 4 + bodyBytes);
            m_isBusy = true;
            deliver(*request, m_handler(*request));
        }
    }

    static std::optional<HttpRequest> parse(const QByteArray& head)
    {
        QList<QByteArray> lines = head.split('\n');
        const QList<QByteArray> words = lines.takeFirst().trimmed().split(' ');
        if (words.size() != 3 || words[0].isEmpty() || !words[1].startsWith('/')
            || !words[2].startsWith("HTTP/1.")) {
            return std::nullopt;
        }
        HttpRequest request;
        request.method = words[0];
        request.target = words[1];
        request.keepAlive = words[2] != "HTTP/1.0";
        for (const QByteArray& line : lines) {
            const qsizetype colon = line.indexOf(':');
            if (colon <= 0) {
                return std::nullopt;
            }
            request.headers.append({line.left(colon).toLower(), line.mid(colon + 1).trimmed()});
        }
        if (const auto connection = request.header("connection")) {
            request.keepAlive = connection->toLower() == "keep-alive"
                || (request.keepAlive && connection->toLower() != "close");
        }
        return request;
    }

    void refuse(int status)
    {
        HttpReply reply;
        reply.status = status;
        reply.body = R"({"detail":"The request could not be read"})";
        HttpRequest request;
        request.keepAlive = false;
        m_isBusy = true;
        deliver(request, reply);
    }

    void deliver(const HttpRequest& request, const HttpReply& reply)
    {
        if (reply.delayMs > 0 && reply.delivery != HttpReply::Delivery::Drip) {
            QTimer::singleShot(reply.delayMs, this, [this, request, reply] {
                send(request, reply);
                answerNext();
            });
            return;
        }
        send(request, reply);
    }

    void send(const HttpRequest& request, const HttpReply& reply)
    {
        if (m_socket->state() != QAbstractSocket::ConnectedState) {
            m_isDone = true;
            return;
        }
        if (reply.delivery == HttpReply::Delivery::Reset) {
            reset();
            if (reply.closePortMs) {
                // Later: it ends this connection, too.
                QMetaObject::invokeMethod(
                    &m_responder,
                    [&responder = m_responder, forMs = *reply.closePortMs] { responder.goAway(forMs); },
                    Qt::QueuedConnection);
            }
            return;
        }
        const bool isHead = request.method == "HEAD";
        const bool isDripping = reply.delivery == HttpReply::Delivery::Drip;
        const bool isWhole = reply.delivery == HttpReply::Delivery::Whole || isDripping;
        // A wrong length leaves nothing that the next answer could follow.
        const bool keepAlive = request.keepAlive && isWhole && !reply.announcedBytes;
        QByteArray head;
        head.append("HTTP/1.1 ")
            .append(QByteArray::number(reply.status))
            .append(' ')
            .append(reason(reply.status));
        const QByteArray date = reply.date.value_or(httpDate(QDateTime::currentDateTimeUtc()));
        if (!date.isEmpty()) {
            head.append("\r\nDate: ").append(date);
        }
        head.append("\r\nContent-Length: ")
            .append(QByteArray::number(reply.announcedBytes.value_or(reply.body.size())));
        if (!reply.body.isEmpty() && !reply.contentType.isEmpty()) {
            head.append("\r\nContent-Type: ").append(reply.contentType);
        }
        for (const auto& [name, value] : reply.headers) {
            head.append("\r\n").append(name).append(": ").append(value);
        }
        head.append(keepAlive ? "\r\nConnection: keep-alive\r\n\r\n" : "\r\nConnection: close\r\n\r\n");
        m_socket->write(head);
        if (isDripping && !isHead) {
            drip(request, reply, 0);
            return;
        }
        if (!isHead) {
            m_socket->write(isWhole ? reply.body : reply.body.left(reply.bytesToSend));
        }
        if (isWhole && reply.onSent) {
            reply.onSent();
        }
        m_isBusy = false;
        if (reply.delivery == HttpReply::Delivery::Stall) {
            m_isDone = true;
        } else if (reply.delivery == HttpReply::Delivery::CutHard) {
            m_isDone = true;
            // What was written has to leave first: a reset throws away what is still in the buffers.
            QTimer::singleShot(kBeforeResetMs, this, [this] { reset(); });
        } else if (!keepAlive) {
            m_isDone = true;
            m_socket->disconnectFromHost();
        }
    }

    /// One piece of the body now, the others later.
    void drip(const HttpRequest& request, const HttpReply& reply, int piece)
    {
        if (m_socket->state() != QAbstractSocket::ConnectedState) {
            m_isDone = true;
            return;
        }
        const qsizetype size = reply.body.size() / kDripPieces + 1;
        m_socket->write(reply.body.mid(size * piece, size));
        if (piece + 1 < kDripPieces) {
            QTimer::singleShot(reply.delayMs / kDripPieces, this,
                [this, request, reply, piece] { drip(request, reply, piece + 1); });
            return;
        }
        if (reply.onSent) {
            reply.onSent();
        }
        m_isBusy = false;
        if (!request.keepAlive) {
            m_isDone = true;
            m_socket->disconnectFromHost();
        }
        answerNext();
    }

    /// Closing with a zero linger time sends RST instead of FIN; Qt has no option for it.
    void reset()
    {
        m_isDone = true;
#ifdef Q_OS_UNIX
        const linger now{1, 0};
        ::setsockopt(static_cast<int>(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now,
            socklen_t{sizeof now});
#endif
        m_socket->abort();
    }

    QTcpSocket* m_socket;
    HttpResponder& m_responder;
    const HttpResponder::Handler& m_handler;
    QByteArray m_buffer;
    bool m_isBusy = false;
    bool m_isDone = false;
};

} // namespace

QByteArray httpDate(const QDateTime& moment)
{
    return QLocale::c().toString(moment, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'")).toLatin1();
}

std::optional<QByteArray> HttpRequest::header(QByteArrayView name) const
{
    for (const auto& [key, value] : headers) {
        if (key == name) {
            return value;
        }
    }
    return std::nullopt;
}

HttpResponder::HttpResponder(Handler handler, QObject* parent)
    : QObject(parent)
    , m_handler(std::move(handler))
    , m_comeBack(this)
{
    m_comeBack.setSingleShot(true);
    connect(&m_comeBack, &QTimer::timeout, this, &HttpResponder::listenAgain);
}

HttpResponder::~HttpResponder()
{
    close();
}

bool HttpResponder::listen(quint16 port)
{
    close();
    m_server = std::make_unique<QTcpServer>();
    connect(m_server.get(), &QTcpServer::newConnection, this, &HttpResponder::onNewConnection);
    if (!m_server->listen(QHostAddress::LocalHost, port)) {
        m_server.reset();
        return false;
    }
    return true;
}

void HttpResponder::close()
{
    // The sockets are the server's children and go with it; a client sees its connection end.
    m_server.reset();
    m_awayPort = 0;
    m_comeBack.stop();
}

void HttpResponder::goAway(int forMs)
{
    const quint16 port = this->port();
    close();
    m_awayPort = port;
    if (forMs > 0) {
        m_comeBack.start(forMs);
    }
}

void HttpResponder::listenAgain()
{
    if (m_awayPort == 0) {
        return;
    }
    const quint16 port = std::exchange(m_awayPort, quint16{0});
    if (!listen(port)) {
        // Somebody else has it for the moment.
        m_awayPort = port;
        m_comeBack.start(kListenAgainMs);
    }
}

quint16 HttpResponder::port() const
{
    return m_server ? m_server->serverPort() : m_awayPort;
}

void HttpResponder::onNewConnection()
{
    while (QTcpSocket* socket = m_server->nextPendingConnection()) {
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        // Owned by its socket.
        [[maybe_unused]] auto* connection = new Connection(socket, *this, m_handler);
    }
}

} // namespace app::simulator
