// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "api/NetworkTransport.h"

#include "api/Boundary.h"
#include "core/Redaction.h"

#include <QCoroFuture>
#include <QElapsedTimer>
#include <QNetworkProxyFactory>
#include <QNetworkReply>
#include <QPointer>
#include <QPromise>
#include <QRegularExpression>
#include <QSslError>
#include <QTimer>

#include <memory>

namespace app::api {

namespace {

// Read in slices, so that a body that unpacks to gigabytes is noticed at the limit and not after it.
constexpr qint64 kSlice = 262'144;
// Free bytes behind the body, in which the JSON parser may read (not write) past the end; else it would have
// to copy.
constexpr qint64 kSpareBytes = 64;

/// The proxy for this manager alone; the application-wide setting stays as it is. Also notes whether there is
/// one.
class ProxyFactory final : public QNetworkProxyFactory
{
public:
    ProxyFactory(NetworkOptions options, std::shared_ptr<bool> usesProxy)
        : m_options(std::move(options))
        , m_usesProxy(std::move(usesProxy))
    {
    }
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override
    {
        QList<QNetworkProxy> proxies = proxiesFor(query.url(), m_options);
        *m_usesProxy = proxies.first().type() != QNetworkProxy::NoProxy;
        return proxies;
    }

private:
    NetworkOptions m_options;
    std::shared_ptr<bool> m_usesProxy;
};

TransportFailure failureOf(QNetworkReply::NetworkError error, int status, bool usesProxy)
{
    switch (error) {
    case QNetworkReply::NoError: return TransportFailure::None;
    // Behind a proxy it is the proxy that looks up the name, and this is also how Qt reports what it refuses.
    case QNetworkReply::HostNotFoundError:
        return usesProxy ? TransportFailure::Proxy : TransportFailure::NameNotFound;
    case QNetworkReply::ConnectionRefusedError: return TransportFailure::Refused;
    case QNetworkReply::RemoteHostClosedError: return TransportFailure::Reset;
    case QNetworkReply::TimeoutError: return TransportFailure::TimedOut;
    case QNetworkReply::SslHandshakeFailedError: return TransportFailure::Tls;
    // A proxy that answers CONNECT with 403 or 502 has no error of its own in Qt 6.4.
    case QNetworkReply::UnknownNetworkError:
        return usesProxy ? TransportFailure::Proxy : TransportFailure::Other;
    default: break;
    }
    const int code = static_cast<int>(error);
    if (code > 100 && code <= 199) {
        return TransportFailure::Proxy;
    }
    // These stand for HTTP statuses: 302 for 400 and 418, 201 to 299 for the other 4xx, 401 to 499 for 5xx.
    // They are answers and no failures.
    const bool isStatus = error == QNetworkReply::ProtocolInvalidOperationError || (code > 200 && code <= 299)
        || (code > 400 && code <= 499);
    return isStatus && status >= 400 ? TransportFailure::None : TransportFailure::Other;
}

/// The stack likes to quote the URL, and the URL holds the cursor.
QString withoutUrls(QString text)
{
    static const QRegularExpression url(
        QStringLiteral("\\bhttps?:\\S*"), QRegularExpression::CaseInsensitiveOption);
    return core::redacted(text.replace(url, QStringLiteral("the service")));
}

/// One request under way: owns the reply and the timers, fulfils its future exactly once and deletes itself
/// then (or is deleted by its parent, which counts as Cancelled).
class Exchange final : public QObject
{
public:
    Exchange(const TransportLimits& limits, std::shared_ptr<bool> usesProxy, QObject* parent)
        : QObject(parent)
        , m_limits(limits)
        , m_usesProxy(std::move(usesProxy))
    {
        m_promise.start();
        m_silence.setSingleShot(true);
        m_total.setSingleShot(true);
        connect(&m_silence, &QTimer::timeout, this, [this] {
            finish(TransportFailure::TimedOut,
                QStringLiteral("no byte for %1 ms").arg(m_limits.silence.count()));
        });
        connect(&m_total, &QTimer::timeout, this, [this] {
            finish(TransportFailure::TimedOut,
                QStringLiteral("not done after %1 ms").arg(m_limits.total.count()));
        });
    }

    ~Exchange() override { finish(TransportFailure::Cancelled, {}); }

    QFuture<TransportReply> start(QNetworkReply* network, core::Cancellation* cancellation)
    {
        QFuture<TransportReply> future = m_promise.future();
        m_elapsed.start();
        m_silence.start(m_limits.silence);
        m_total.start(m_limits.total);
        if (cancellation) {
            connect(cancellation, &core::Cancellation::requested, this,
                [this] { finish(TransportFailure::Cancelled, {}); });
        }
        m_network = network;
        connect(m_network, &QNetworkReply::requestSent, this, [this] { ++m_reply.sends; });
        connect(m_network, &QNetworkReply::metaDataChanged, this, [this] { onHeaders(); });
        connect(m_network, &QNetworkReply::readyRead, this, [this] { readBody(); });
        connect(m_network, &QNetworkReply::downloadProgress, this, [this] { m_silence.start(); });
        connect(m_network, &QNetworkReply::sslErrors, this, [this](const QList<QSslError>& errors) {
            m_tlsText = errors.isEmpty() ? QString() : errors.first().errorString();
        });
        connect(m_network, &QNetworkReply::finished, this, [this] { onFinished(); });
        return future;
    }

private:
    void onHeaders()
    {
        m_silence.start();
        bool known = false;
        const qint64 length = m_network->rawHeader("Content-Length").toLongLong(&known);
        if (known && length > 0 && length <= m_limits.largestBody) {
            m_reply.body.reserve(length + kSpareBytes);
        }
    }

    /// False when that ended the exchange.
    bool readBody()
    {
        m_silence.start();
        QByteArray& body = m_reply.body;
        while (true) {
            const qint64 before = body.size();
            const qint64 wanted = std::min(kSlice, m_limits.largestBody + 1 - before);
            body.resize(before + wanted);
            const qint64 got = m_network->read(body.data() + before, wanted);
            body.resize(before + std::max<qint64>(got, 0));
            if (got <= 0) {
                return true;
            }
            if (body.size() > m_limits.largestBody) {
                finish(TransportFailure::TooLarge,
                    QStringLiteral("more than %1 bytes").arg(m_limits.largestBody));
                return false;
            }
        }
    }

    void onFinished()
    {
        if (m_network->isOpen() && !readBody()) {
            return;
        }
        const int status = m_network->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const TransportFailure failure = failureOf(m_network->error(), status, *m_usesProxy);
        if (failure != TransportFailure::None) {
            const QString text = m_network->errorString();
            finish(failure, m_tlsText.isEmpty() ? text : text + QStringLiteral(": ") + m_tlsText);
            return;
        }
        // Qt reports a connection that ends before its Content-Length, but not one that ends between chunks:
        // there the JSON tells, which does not end either.
        bool known = false;
        const qint64 length = m_network->rawHeader("Content-Length").toLongLong(&known);
        if (known && !m_network->hasRawHeader("Content-Encoding") && m_reply.body.size() < length) {
            finish(TransportFailure::Reset, QStringLiteral("the body is shorter than announced"));
            return;
        }
        finish(TransportFailure::None, {});
    }

    void finish(TransportFailure failure, const QString& text)
    {
        if (m_isDone) {
            return;
        }
        m_isDone = true;
        m_silence.stop();
        m_total.stop();
        m_reply.failure = failure;
        m_reply.failureText = withoutUrls(text);
        m_reply.duration = std::chrono::milliseconds(m_elapsed.isValid() ? m_elapsed.elapsed() : 0);
        dropNetworkReply();
        m_promise.addResult(std::move(m_reply));
        m_promise.finish();
        deleteLater();
    }

    void dropNetworkReply()
    {
        if (!m_network) {
            return;
        }
        m_reply.status = m_network->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        m_reply.contentType = m_network->rawHeader("Content-Type");
        m_reply.retryAfter = m_network->rawHeader("Retry-After");
        m_reply.date = m_network->rawHeader("Date");
        m_network->disconnect(this);
        // Aborting and deleting in one go, outside of the reply's own signals: what the HTTP thread has
        // posted in the meantime is dropped with the reply. After a mere abort() it would arrive and log a
        // warning.
        QNetworkReply* reply = m_network;
        QMetaObject::invokeMethod(
            reply->manager(),
            [reply] {
                reply->abort();
                delete reply;
            },
            Qt::QueuedConnection);
        m_network.clear();
    }

    TransportLimits m_limits;
    std::shared_ptr<bool> m_usesProxy;
    QPromise<TransportReply> m_promise;
    TransportReply m_reply;
    QPointer<QNetworkReply> m_network;
    QString m_tlsText;
    QTimer m_silence;
    QTimer m_total;
    QElapsedTimer m_elapsed;
    bool m_isDone = false;
};

} // namespace

NetworkTransport::NetworkTransport(BaseUrl base, NetworkOptions options)
    : m_base(std::move(base))
    , m_trust(trustOf(options))
    , m_usesProxy(std::make_shared<bool>(false))
{
    // The manager takes the factory.
    m_manager.setProxyFactory(new ProxyFactory(std::move(options), m_usesProxy));
    m_manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_manager.setAutoDeleteReplies(false);
}

NetworkTransport::~NetworkTransport() = default;

QCoro::Task<TransportReply> NetworkTransport::get(
    QUrl url, AuthorizationSource authorization, TransportLimits limits, core::Cancellation* cancellation)
{
    TransportReply refused;
    if (cancellation && cancellation->isRequested()) {
        refused.failure = TransportFailure::Cancelled;
        co_return refused;
    }
    if (!isAllowed(m_base, url)) {
        refused.failure = TransportFailure::Other;
        refused.failureText
            = QStringLiteral("not one of the three routes of the analytics API; nothing was sent");
        co_return refused;
    }
    // The request with its Authorization header lives inside send() only, not in this frame. Before it the
    // key is not even asked for.
    const QFuture<TransportReply> future = send(url, authorization, limits, cancellation);
    authorization = nullptr;
    co_return co_await future;
}

QFuture<TransportReply> NetworkTransport::send(const QUrl& url, const AuthorizationSource& authorization,
    const TransportLimits& limits, core::Cancellation* cancellation)
{
    QNetworkReply* network
        = sendGet(m_manager, m_base, url, authorization ? authorization() : QByteArray(), m_trust);
    auto* exchange = new Exchange(limits, m_usesProxy, &m_exchanges); // deletes itself when it is done
    return exchange->start(network, cancellation);
}

} // namespace app::api
