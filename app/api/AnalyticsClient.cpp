// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "api/AnalyticsClient.h"

#include "api/PageDecoder.h"
#include "api/ReplyClassifier.h"
#include "core/Log.h"

#include <QCoroFuture>
#include <QPointer>
#include <QPromise>
#include <QTimer>

#include <array>

namespace app::api {

namespace {

/// A wait that the cancellation, the end of the client or the time ends, whatever comes first.
class Pause final : public QObject
{
public:
    explicit Pause(QObject* parent)
        : QObject(parent)
    {
        m_promise.start();
    }
    ~Pause() override { finish(); }

    QFuture<void> start(std::chrono::milliseconds length, core::Cancellation& cancellation)
    {
        QFuture<void> future = m_promise.future();
        connect(&cancellation, &core::Cancellation::requested, this, [this] { finish(); });
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, [this] { finish(); });
        m_timer.start(length);
        return future;
    }

private:
    void finish()
    {
        if (!m_isDone) {
            m_isDone = true;
            m_promise.finish();
            deleteLater();
        }
    }

    QPromise<void> m_promise;
    QTimer m_timer;
    bool m_isDone = false;
};

core::Error cancelled()
{
    core::Error error;
    error.kind = core::ErrorKind::Cancelled;
    error.detail = QStringLiteral("cancelled");
    return error;
}

/// What a failed answer was about: the blamed parameter where it names one, else the endpoint.
QString subjectOf(const TransportReply& reply, records::Dataset dataset)
{
    for (const char* parameter : {"limit", "page", "start_time", "end_time", "group"}) {
        if (blamesParameter(reply, parameter)) {
            return QString::fromLatin1(parameter);
        }
    }
    return endpointName(endpointOf(dataset));
}

/// One line per failed try; the ledger has them all. Counts and times only: no URL, no cursor, no text of the
/// answer.
void logFailure(const records::RequestRecord& record, core::ErrorKind kind)
{
    qCInfo(lcApi).noquote() << QStringLiteral("%1 %2..%3 try %4: HTTP %5, %6, %7 bytes, %8 ms")
                                   .arg(records::datasetName(record.dataset), record.days.first.toIso(),
                                       record.days.last.toIso())
                                   .arg(record.attempt)
                                   .arg(record.status)
                                   .arg(core::errorKindName(kind))
                                   .arg(record.bytes)
                                   .arg(record.milliseconds);
}

} // namespace

AnalyticsClient::AnalyticsClient(Transport& transport, const core::Clock& clock, BaseUrl base,
    core::WorkspaceId workspace, AuthorizationSource authorization, RetryPolicy policy,
    core::Cancellation& cancellation, QObject* parent)
    : QObject(parent)
    , m_transport(transport)
    , m_clock(clock)
    , m_base(std::move(base))
    , m_workspace(std::move(workspace))
    , m_authorization(std::move(authorization))
    , m_policy(std::move(policy))
    , m_cancellation(cancellation)
{
}

QCoro::Task<core::Result<FetchedPage>> AnalyticsClient::fetchPage(PageRequest request)
{
    const QPointer<AnalyticsClient> self(this);
    for (int attempt = 1;; ++attempt) {
        core::Result<FetchedPage> page = co_await fetchAttempt(request, attempt);
        if (page || !self) {
            co_return page;
        }
        if (m_cancellation.isRequested()) {
            co_return core::failure(cancelled());
        }
        const core::Error error = page.error();
        const std::optional<std::chrono::milliseconds> delay = m_policy.delayAfter(attempt, error);
        if (!delay) {
            co_return page;
        }
        Q_EMIT waiting(error, m_clock.now() + *delay);
        if (self && !m_cancellation.isRequested()) {
            auto* pause = new Pause(this); // deletes itself when it is over
            const QFuture<void> over = pause->start(*delay, m_cancellation);
            co_await over;
        }
        if (!self || m_cancellation.isRequested()) {
            co_return core::failure(cancelled());
        }
    }
}

QCoro::Task<core::Result<FetchedPage>> AnalyticsClient::fetchOnce(PageRequest request)
{
    int attempt = 1;
    co_return co_await fetchAttempt(std::move(request), attempt);
}

QCoro::Task<core::Result<FetchedPage>> AnalyticsClient::fetchAttempt(PageRequest request, int& attempt)
{
    if (m_cancellation.isRequested()) {
        co_return core::failure(cancelled()); // nothing was sent, so there is nothing to report
    }
    const QPointer<AnalyticsClient> self(this);
    records::RequestRecord record;
    record.at = m_clock.now();
    record.dataset = request.dataset;
    record.days = request.days;
    record.attempt = attempt;

    TransportReply reply = co_await m_transport.get(
        pageUrl(m_base, m_workspace, request), m_authorization, m_policy.limits, &m_cancellation);
    if (!self) {
        co_return core::failure(cancelled());
    }

    // What the stack repeated on its own was sent as well: each of these is a try with a line of its own.
    for (int lost = 1; lost < reply.sends && self; ++lost) {
        records::RequestRecord repeated = record;
        repeated.error = core::ErrorKind::ServiceUnavailable;
        logFailure(repeated, *repeated.error);
        record.attempt = ++attempt;
        Q_EMIT requestFinished(repeated);
    }
    if (!self) {
        co_return core::failure(cancelled());
    }
    record.status = reply.status;
    record.bytes = reply.body.size();
    record.milliseconds = reply.duration.count();
    std::optional<core::Error> error = classifyReply(reply, m_clock.now());
    FetchedPage page;
    if (!error) {
        core::Result<records::PageEnvelope> envelope = readEnvelope(reply.body);
        if (envelope) {
            record.rows = envelope->rowCount;
            page.envelope = std::move(*envelope);
            page.date = dateOf(reply);
            page.body = std::move(reply.body);
        } else {
            error = std::move(envelope.error());
            error->httpStatus = reply.status;
        }
    }
    if (error) {
        if (error->subject.isEmpty()) {
            error->subject = subjectOf(reply, request.dataset);
        }
        record.error = error->kind;
        logFailure(record, error->kind);
    }
    Q_EMIT requestFinished(record);
    if (error) {
        co_return core::failure(std::move(*error));
    }
    co_return page;
}

} // namespace app::api
