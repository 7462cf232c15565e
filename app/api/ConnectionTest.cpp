// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "api/ConnectionTest.h"

#include "api/Endpoint.h"
#include "api/NetworkTransport.h"
#include "api/ReplyClassifier.h"
#include "core/Redaction.h"

#include <QCoroFuture>
#include <QElapsedTimer>
#include <QHostAddress>
#include <QHostInfo>
#include <QPromise>
#include <QSslError>
#include <QSslSocket>
#include <QTimer>
#include <QtConcurrent>

#include <algorithm>
#include <memory>

namespace app::api {

namespace {

using Problem = ConnectionProblem;
using Stage = ConnectionStage;
using State = StageReport::State;

constexpr int kLongestSubject = 120;
constexpr int kHttpsPort = 443;
constexpr int kHttpPort = 80;

/// What a stage came to.
struct Finding
{
    Problem problem = Problem::None;
    QString subject{};
    QString detail{};
};

QString shown(const QStringList& parts)
{
    return core::redacted(parts.join(QStringLiteral(", ")), kLongestSubject);
}

/// One stage under way: fulfils its future with the first thing that happens to it, the time-out and the
/// cancellation included. Owned by the frame of the test.
class Step final : public QObject
{
public:
    QFuture<Finding> start(std::chrono::milliseconds patience, core::Cancellation* cancellation)
    {
        m_promise.start();
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, [this] { end({Problem::TimedOut, {}, {}}); });
        m_timer.start(patience);
        if (cancellation) {
            connect(cancellation, &core::Cancellation::requested, this, [this] {
                end({Problem::Cancelled, {}, {}});
            });
        }
        return m_promise.future();
    }
    void end(Finding finding)
    {
        if (!m_isDone) {
            m_isDone = true;
            m_timer.stop();
            m_promise.addResult(std::move(finding));
            m_promise.finish();
        }
    }

private:
    QPromise<Finding> m_promise;
    QTimer m_timer;
    bool m_isDone = false;
};

/// Why no connection came about. Behind a proxy the socket speaks of both sides.
Finding findingOf(QAbstractSocket::SocketError error, const QString& text, const QNetworkProxy& proxy)
{
    const QString detail = core::redacted(text);
    const bool isProxied = proxy.type() != QNetworkProxy::NoProxy;
    switch (error) {
    case QAbstractSocket::ProxyAuthenticationRequiredError:
        return {
            proxy.user().isEmpty() ? Problem::ProxyNeedsPassword : Problem::ProxyWrongPassword, {}, detail};
    case QAbstractSocket::ProxyConnectionRefusedError:
    case QAbstractSocket::ProxyConnectionTimeoutError:
    case QAbstractSocket::ProxyNotFoundError: return {Problem::ProxyUnreachable, {}, detail};
    case QAbstractSocket::ProxyConnectionClosedError:
    case QAbstractSocket::ProxyProtocolError: return {Problem::ProxyOther, {}, detail};
    case QAbstractSocket::SocketAccessError:
        return {isProxied ? Problem::ProxyDenied : Problem::Unreachable, {}, detail};
    case QAbstractSocket::HostNotFoundError: return {Problem::NameNotFound, {}, detail};
    default: return {Problem::Unreachable, {}, detail};
    }
}

/// The proxy, and not what lies behind it.
bool concernsProxy(Problem problem)
{
    switch (problem) {
    case Problem::ProxyUnreachable:
    case Problem::ProxyNeedsPassword:
    case Problem::ProxyWrongPassword:
    case Problem::ProxyDenied:
    case Problem::ProxyOther: return true;
    default: return false;
    }
}

/// The worst first: who signed the certificate matters more than what is in it.
Finding findingOf(const QList<QSslError>& errors, const QSslCertificate& certificate)
{
    const auto has = [&errors](std::initializer_list<QSslError::SslError> kinds) {
        return std::any_of(errors.begin(), errors.end(), [&kinds](const QSslError& error) {
            return std::find(kinds.begin(), kinds.end(), error.error()) != kinds.end();
        });
    };
    const QString issuer = shown(certificate.issuerInfo(QSslCertificate::CommonName)
        + certificate.issuerInfo(QSslCertificate::Organization));
    const QString detail = errors.isEmpty() ? QString() : core::redacted(errors.first().errorString());
    if (has({QSslError::UnableToGetIssuerCertificate, QSslError::UnableToGetLocalIssuerCertificate,
            QSslError::UnableToVerifyFirstCertificate, QSslError::SelfSignedCertificate,
            QSslError::SelfSignedCertificateInChain, QSslError::CertificateUntrusted,
            QSslError::InvalidCaCertificate})) {
        return {Problem::UntrustedIssuer, issuer, detail};
    }
    if (has({QSslError::CertificateExpired})) {
        return {Problem::Expired, issuer, detail};
    }
    if (has({QSslError::CertificateNotYetValid})) {
        return {Problem::NotValidYet, issuer, detail};
    }
    if (has({QSslError::HostNameMismatch})) {
        const QStringList names = certificate.subjectAlternativeNames().values();
        return {Problem::WrongHost,
            shown(names.isEmpty() ? certificate.subjectInfo(QSslCertificate::CommonName) : names), detail};
    }
    return {Problem::EncryptionOther, {}, detail};
}

Finding findingOf(const TransportReply& reply)
{
    switch (reply.failure) {
    case TransportFailure::None: break;
    case TransportFailure::Cancelled: return {Problem::Cancelled, {}, {}};
    case TransportFailure::TimedOut: return {Problem::TimedOut, {}, reply.failureText};
    default: return {Problem::Unreachable, {}, reply.failureText};
    }
    if (reply.status >= 300 && reply.status < 400) {
        return {Problem::Redirected, {}, {}};
    }
    if (isHtml(reply)) {
        return {Problem::PageInstead, {}, {}};
    }
    // Without a key the service refuses; that it says so is what we wanted to hear.
    const bool isAnswer = reply.status == 200 || reply.status == 401 || reply.status == 403
        || reply.status == 404 || reply.status == 429;
    return {isAnswer ? Problem::None : Problem::UnexpectedStatus, {}, {}};
}

/// The report as it grows. Tells about each change.
class Progress
{
public:
    explicit Progress(std::function<void(const StageReport&)> onStage)
        : m_onStage(std::move(onStage))
    {
        for (const Stage stage : kConnectionStages) {
            at(stage).stage = stage;
        }
    }
    StageReport& at(Stage stage) { return report.stages[static_cast<std::size_t>(stage)]; }
    void begin(Stage stage)
    {
        m_since.start();
        set(stage, State::Running);
    }
    void skip(Stage stage) { set(stage, State::NotNeeded); }
    /// False when the stage failed.
    bool end(Stage stage, const Finding& finding)
    {
        StageReport& entry = at(stage);
        entry.problem = finding.problem;
        entry.subject = finding.subject;
        entry.detail = finding.detail;
        entry.duration = std::chrono::milliseconds(m_since.elapsed());
        set(stage, finding.problem == Problem::None ? State::Passed : State::Failed);
        return finding.problem == Problem::None;
    }

    ConnectionReport report;

private:
    void set(Stage stage, State state)
    {
        at(stage).state = state;
        if (m_onStage) {
            m_onStage(at(stage));
        }
    }
    std::function<void(const StageReport&)> m_onStage;
    QElapsedTimer m_since;
};

QFuture<Finding> lookUp(
    Step& step, const QString& host, std::chrono::milliseconds patience, core::Cancellation* cancellation)
{
    const QFuture<Finding> future = step.start(patience, cancellation);
    if (!QHostAddress(host).isNull()) {
        step.end({});
        return future;
    }
    QHostInfo::lookupHost(host, &step, [&step, host](const QHostInfo& info) {
        step.end(info.error() == QHostInfo::NoError && !info.addresses().isEmpty()
                ? Finding{}
                : Finding{Problem::NameNotFound, host, core::redacted(info.errorString())});
    });
    return future;
}

QFuture<Finding> connectTo(QSslSocket& socket, Step& step, const QUrl& address,
    std::chrono::milliseconds patience, core::Cancellation* cancellation)
{
    QObject::connect(&socket, &QSslSocket::connected, &step, [&step] { step.end({}); });
    QObject::connect(&socket, &QSslSocket::errorOccurred, &step,
        [&socket, &step] { step.end(findingOf(socket.error(), socket.errorString(), socket.proxy())); });
    const QFuture<Finding> future = step.start(patience, cancellation);
    const int usualPort = address.scheme() == QLatin1String("https") ? kHttpsPort : kHttpPort;
    socket.connectToHost(address.host(), static_cast<quint16>(address.port(usualPort)));
    return future;
}

QFuture<Finding> encrypt(
    QSslSocket& socket, Step& step, std::chrono::milliseconds patience, core::Cancellation* cancellation)
{
    auto errors = std::make_shared<QList<QSslError>>();
    QObject::connect(
        &socket, &QSslSocket::sslErrors, &step, [errors](const QList<QSslError>& found) { *errors = found; });
    QObject::connect(&socket, &QSslSocket::encrypted, &step, [&step] { step.end({}); });
    QObject::connect(&socket, &QSslSocket::errorOccurred, &step, [&socket, &step, errors] {
        Finding finding = findingOf(*errors, socket.peerCertificate());
        if (errors->isEmpty()) {
            finding.detail = core::redacted(socket.errorString());
        }
        step.end(finding);
    });
    const QFuture<Finding> future = step.start(patience, cancellation);
    socket.startClientEncryption();
    return future;
}

} // namespace

const StageReport* ConnectionReport::failed() const
{
    const auto found = std::find_if(
        stages.begin(), stages.end(), [](const StageReport& stage) { return stage.state == State::Failed; });
    return found == stages.end() ? nullptr : &*found;
}

QCoro::Task<ConnectionReport> testConnection(BaseUrl base, NetworkOptions options,
    core::WorkspaceId workspace, const core::Clock& clock, std::chrono::milliseconds patience,
    std::function<void(const StageReport&)> onStage, core::Cancellation* cancellation)
{
    Progress progress(std::move(onStage));
    progress.begin(Stage::Name);
    const QUrl address = base.url();

    // The desktop may have to fetch its proxy's configuration first.
    const QFuture<QList<QNetworkProxy>> asking = QtConcurrent::run(proxiesFor, address, options);
    const QList<QNetworkProxy> proxies = co_await asking;
    const QNetworkProxy proxy = proxies.first();
    const bool isProxied = proxy.type() != QNetworkProxy::NoProxy;
    if (cancellation && cancellation->isRequested()) {
        progress.end(Stage::Name, {Problem::Cancelled, {}, {}});
        co_return progress.report;
    }

    // Whoever is spoken to first needs an address. What lies behind a proxy is looked up by the proxy.
    const QString firstHost = isProxied ? proxy.hostName() : address.host();
    auto looking = std::make_unique<Step>();
    const QFuture<Finding> named = lookUp(*looking, firstHost, patience, cancellation);
    Finding finding = co_await named;
    looking.reset();
    if (!progress.end(Stage::Name, finding)) {
        co_return progress.report;
    }

    auto socket = std::make_unique<QSslSocket>();
    socket->setProxy(proxy);
    socket->setSslConfiguration(alwaysChecked(trustOf(options)));
    if (isProxied) {
        progress.begin(Stage::Proxy);
    } else {
        progress.skip(Stage::Proxy);
        progress.begin(Stage::Reach);
    }
    auto connecting = std::make_unique<Step>();
    const QFuture<Finding> connected = connectTo(*socket, *connecting, address, patience, cancellation);
    finding = co_await connected;
    connecting.reset();
    if (isProxied) {
        // A proxy that takes the connection and then says nothing is the proxy's silence.
        const bool isAboutProxy = concernsProxy(finding.problem) || finding.problem == Problem::TimedOut
            || finding.problem == Problem::Cancelled;
        if (!progress.end(Stage::Proxy, isAboutProxy ? finding : Finding{})) {
            co_return progress.report;
        }
        progress.begin(Stage::Reach);
    }
    if (finding.problem == Problem::NameNotFound) {
        finding.subject = address.host();
    }
    if (!progress.end(Stage::Reach, finding)) {
        co_return progress.report;
    }

    if (base.isLoopback()) {
        progress.skip(Stage::Encryption);
    } else {
        progress.begin(Stage::Encryption);
        auto encrypting = std::make_unique<Step>();
        const QFuture<Finding> encrypted = encrypt(*socket, *encrypting, patience, cancellation);
        finding = co_await encrypted;
        encrypting.reset();
        if (!progress.end(Stage::Encryption, finding)) {
            co_return progress.report;
        }
    }
    socket->abort();

    progress.begin(Stage::Service);
    NetworkOptions same = options;
    same.proxyChoice = NetworkOptions::ProxyChoice::Fixed;
    same.proxy = proxy;
    NetworkTransport transport(base, same);
    const core::UtcDay yesterday = core::UtcDay::of(clock.now()) - 1;
    PageRequest question;
    question.dataset = records::Dataset::UsageWorkspace;
    question.days = {yesterday, yesterday};
    question.limit = 1;
    records::RequestRecord record;
    record.at = clock.now();
    record.dataset = question.dataset;
    record.days = question.days;
    TransportLimits limits;
    limits.silence = patience;
    limits.total = 2 * patience;
    const TransportReply reply
        = co_await transport.get(pageUrl(base, workspace, question), {}, limits, cancellation);
    finding = findingOf(reply);
    record.status = reply.status;
    record.bytes = reply.body.size();
    record.milliseconds = reply.duration.count();
    if (const std::optional<core::Error> error = classifyReply(reply, clock.now())) {
        record.error = error->kind;
    }
    progress.report.request = record;
    progress.at(Stage::Service).status = reply.status;
    progress.end(Stage::Service, finding);
    co_return progress.report;
}

} // namespace app::api
