// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "api/ReplyClassifier.h"

#include "core/Redaction.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace app::api {

namespace {

using core::ErrorKind;

// An error text is a sentence. What is longer is cut before anything looks at it, so that a hostile answer
// costs nothing.
constexpr qsizetype kLargestErrorBody = 65'536;
constexpr std::chrono::seconds kLongestRetryAfter = std::chrono::hours(24 * 7);

const QString kTooLargeSubject = QStringLiteral("body_size");

QByteArray bodyStart(const TransportReply& reply)
{
    return reply.body.left(kLargestErrorBody);
}

QString place(const QJsonValue& loc)
{
    QStringList parts;
    for (const QJsonValue part : loc.toArray()) {
        parts += part.isString() ? part.toString() : QString::number(part.toInteger());
    }
    return parts.join(u'.');
}

/// The sentence in an error body, in the order that the shapes seen in the wild make sensible. Empty when
/// there is none.
QString messageOf(const QJsonObject& object)
{
    const QJsonValue error = object.value(u"error");
    if (QString text = error.toObject().value(u"message").toString(); !text.isEmpty()) {
        return text;
    }
    const QJsonValue detail = object.value(u"detail");
    if (QString text = detail.toString(); !text.isEmpty()) {
        return text;
    }
    for (const auto key : {u"message", u"code"}) {
        if (QString text = detail.toObject().value(key).toString(); !text.isEmpty()) {
            return text;
        }
    }
    const QJsonObject first = detail.toArray().first().toObject();
    if (QString text = first.value(u"msg").toString(); !text.isEmpty()) {
        const QString where = place(first.value(u"loc"));
        return where.isEmpty() ? text : where + QStringLiteral(": ") + text;
    }
    if (QString text = object.value(u"message").toString(); !text.isEmpty()) {
        return text;
    }
    return error.toString();
}

QString readerText(const TransportReply& reply)
{
    const QByteArray body = bodyStart(reply);
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (document.isObject()) {
        // A JSON answer without a known sentence says nothing that may be shown: it could hold anything.
        return messageOf(document.object());
    }
    return document.isNull() ? QString::fromUtf8(body) : QString();
}

std::optional<QDateTime> httpDate(const QByteArray& text)
{
    // The three forms of RFC 9110, 5.6.7; always in English and in GMT. The name of the weekday is left out:
    // with the two-digit year of the second form it cannot be checked.
    static const std::array formats{QStringLiteral("dd MMM yyyy hh:mm:ss 'GMT'"),
        QStringLiteral("dd-MMM-yy hh:mm:ss 'GMT'"), QStringLiteral("ddd MMM d hh:mm:ss yyyy")};
    const QString simplified = QString::fromLatin1(text).simplified();
    const QString dated = simplified.mid(simplified.indexOf(u',') + 1).trimmed();
    for (const QString& format : formats) {
        QDateTime parsed = QLocale::c().toDateTime(dated, format);
        if (parsed.isValid()) {
            if (parsed.date().year() < 1970) {
                parsed = parsed.addYears(100);
            }
            return QDateTime(parsed.date(), parsed.time(), QTimeZone::utc());
        }
    }
    return std::nullopt;
}

std::optional<std::chrono::seconds> retryAfterOf(const TransportReply& reply, core::Instant now)
{
    const QByteArray text = reply.retryAfter.trimmed();
    static const QRegularExpression number(QStringLiteral("^([+-]?)([0-9]+)$"));
    const QRegularExpressionMatch match = number.match(QString::fromLatin1(text));
    std::chrono::seconds wanted{0};
    if (match.hasMatch()) {
        bool fits = false;
        const qint64 seconds = match.captured(2).toLongLong(&fits);
        if (match.captured(1) != QLatin1String("-")) {
            wanted = fits
                ? std::min(std::chrono::seconds(std::min<qint64>(seconds, kLongestRetryAfter.count())),
                    kLongestRetryAfter)
                : kLongestRetryAfter;
        }
    } else if (const std::optional<QDateTime> at = httpDate(text)) {
        const std::optional<QDateTime> sent = httpDate(reply.date);
        const qint64 from = sent ? sent->toSecsSinceEpoch()
                                 : std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
        wanted = std::chrono::seconds(
            std::clamp<qint64>(at->toSecsSinceEpoch() - from, 0, kLongestRetryAfter.count()));
    } else {
        return std::nullopt;
    }
    return wanted;
}

/// How a failure of the connection reads in the log; the stack's own words follow where there are any.
QString failureName(TransportFailure failure)
{
    switch (failure) {
    case TransportFailure::None: return QStringLiteral("no failure");
    case TransportFailure::Cancelled: return QStringLiteral("cancelled");
    case TransportFailure::NameNotFound: return QStringLiteral("the host name could not be resolved");
    case TransportFailure::Refused: return QStringLiteral("the connection was refused");
    case TransportFailure::Reset:
        return QStringLiteral("the connection was closed before the end of the answer");
    case TransportFailure::TimedOut: return QStringLiteral("the answer did not arrive in time");
    case TransportFailure::Proxy: return QStringLiteral("the proxy did not let the request pass");
    case TransportFailure::Tls: return QStringLiteral("no trustworthy connection");
    case TransportFailure::TooLarge: return QStringLiteral("the answer is larger than allowed");
    case TransportFailure::Other: return QStringLiteral("the request failed");
    }
    Q_UNREACHABLE();
}

ErrorKind kindOf(TransportFailure failure)
{
    switch (failure) {
    case TransportFailure::Cancelled: return ErrorKind::Cancelled;
    case TransportFailure::NameNotFound: return ErrorKind::Offline;
    case TransportFailure::Proxy: return ErrorKind::ProxyFailed;
    case TransportFailure::Tls: return ErrorKind::TlsFailed;
    case TransportFailure::TooLarge: return ErrorKind::UnexpectedAnswer;
    case TransportFailure::None:
    case TransportFailure::Refused:
    case TransportFailure::Reset:
    case TransportFailure::TimedOut:
    case TransportFailure::Other: break;
    }
    return ErrorKind::ServiceUnavailable;
}

core::Error failureError(const TransportReply& reply)
{
    core::Error error;
    error.kind = kindOf(reply.failure);
    error.httpStatus = reply.status;
    error.detail = failureName(reply.failure);
    if (!reply.failureText.isEmpty() && reply.failure != TransportFailure::Cancelled) {
        error.detail += QStringLiteral(" (") + core::redacted(reply.failureText) + u')';
    }
    if (reply.failure == TransportFailure::TooLarge) {
        error.subject = kTooLargeSubject;
    }
    return error;
}

/// The rows of the table that only look at the status.
ErrorKind kindOfStatus(int status)
{
    switch (status) {
    case 401: return ErrorKind::KeyRejected;
    case 403: return ErrorKind::AccessDenied;
    case 404:
    case 410: return ErrorKind::WorkspaceNotFound;
    case 407: return ErrorKind::ProxyFailed;
    case 408: return ErrorKind::ServiceUnavailable; // the service's own time-out
    case 429: return ErrorKind::Throttled;
    default: break;
    }
    return status >= 500 && status <= 599 ? ErrorKind::ServiceUnavailable : ErrorKind::UnexpectedAnswer;
}

bool namesMissingScopes(const TransportReply& reply, const QString& text)
{
    static const QLatin1String words("missing scopes");
    return text.contains(words, Qt::CaseInsensitive)
        || QString::fromUtf8(bodyStart(reply)).contains(words, Qt::CaseInsensitive);
}

bool containsWord(const QString& text, const QString& word)
{
    const QRegularExpression pattern(QStringLiteral("(?<![A-Za-z0-9_])%1(?![A-Za-z0-9_])").arg(word),
        QRegularExpression::CaseInsensitiveOption);
    return text.contains(pattern);
}

} // namespace

bool isHtml(const TransportReply& reply)
{
    if (reply.contentType.trimmed().toLower().startsWith("text/html")
        || reply.contentType.trimmed().toLower().startsWith("application/xhtml")) {
        return true;
    }
    QByteArray start = reply.body.left(1024);
    if (start.startsWith("\xEF\xBB\xBF")) {
        start.remove(0, 3);
    }
    return start.trimmed().startsWith('<');
}

std::optional<core::Error> classifyReply(const TransportReply& reply, core::Instant now)
{
    switch (reply.failure) {
    case TransportFailure::Cancelled:
    case TransportFailure::NameNotFound:
    case TransportFailure::Proxy:
    case TransportFailure::Tls: return failureError(reply);
    case TransportFailure::None:
    case TransportFailure::Refused:
    case TransportFailure::Reset:
    case TransportFailure::TimedOut:
    case TransportFailure::TooLarge:
    case TransportFailure::Other: break;
    }
    // Below 300 only a whole body counts. An error status says what it says even when its text was cut off.
    if (reply.failure != TransportFailure::None && reply.status < 300) {
        return failureError(reply);
    }

    core::Error error;
    error.httpStatus = reply.status;
    const QString text = reply.status == 200 ? QString() : readerText(reply);
    error.detail = core::redacted(text);
    if ((reply.status == 401 || reply.status == 403) && namesMissingScopes(reply, text)) {
        error.kind = ErrorKind::ScopeMissing;
        if (error.detail.isEmpty() || isHtml(reply)) {
            error.detail = QStringLiteral("the answer names missing scopes");
        }
        return error;
    }
    if (isHtml(reply)) {
        error.kind = ErrorKind::ServiceUnavailable;
        error.detail = QStringLiteral("HTTP %1 with an HTML page instead of JSON: a proxy or a sign-in page "
                                      "may answer in place of the service")
                           .arg(reply.status);
        if (reply.status == 429 || reply.status == 503) {
            error.retryAfter = retryAfterOf(reply, now);
        }
        return error;
    }
    if (reply.status == 200) {
        return std::nullopt;
    }
    error.kind = kindOfStatus(reply.status);
    if (reply.status == 429 || reply.status == 503) {
        error.retryAfter = retryAfterOf(reply, now);
    }
    if (error.detail.isEmpty()) {
        error.detail = QStringLiteral("HTTP %1 without an explanation").arg(reply.status);
    }
    return error;
}

bool isRetried(ErrorKind kind)
{
    return kind == ErrorKind::Throttled || kind == ErrorKind::ServiceUnavailable
        || kind == ErrorKind::Offline;
}

bool blamesParameter(const TransportReply& reply, QByteArrayView parameter)
{
    if (reply.status != 400 && reply.status != 422) {
        return false;
    }
    const QString name = QString::fromLatin1(parameter);
    const QJsonObject object = QJsonDocument::fromJson(bodyStart(reply)).object();

    QStringList blamed;
    if (const QString param = object.value(u"error").toObject().value(u"param").toString();
        !param.isEmpty()) {
        blamed += param;
    }
    for (const QJsonValue item : object.value(u"detail").toArray()) {
        const QJsonArray loc = item.toObject().value(u"loc").toArray();
        if (!loc.isEmpty()) {
            blamed += loc.last().toString();
        }
    }
    if (!blamed.isEmpty()) {
        return blamed.contains(name);
    }

    if (isHtml(reply)) {
        return false;
    }
    const QString text = readerText(reply);
    return containsWord(text, name)
        || (name == QLatin1String("page") && containsWord(text, QStringLiteral("cursor")));
}

std::optional<core::Instant> dateOf(const TransportReply& reply)
{
    const std::optional<QDateTime> date = httpDate(reply.date);
    return date ? std::optional(core::Instant(std::chrono::seconds(date->toSecsSinceEpoch()))) : std::nullopt;
}

bool isBodyTooLarge(const core::Error& error)
{
    return error.kind == ErrorKind::UnexpectedAnswer && error.subject == kTooLargeSubject;
}

} // namespace app::api
