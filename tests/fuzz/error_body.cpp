// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The reader of error answers. The input is text: a line each with status, content type, Retry-After and
// Date, then the body.

#include "api/ReplyClassifier.h"
#include "core/Redaction.h"
#include "fuzz/Fuzz.h"

#include <algorithm>
#include <array>

namespace {

using app::api::TransportReply;
using app::core::Error;
using app::core::ErrorKind;
using fuzz::require;

// Neither is a word of any answer. Their last four letters may be shown.
constexpr const char* kKey = "sk-test-CANARYCANARY0001WXYZ";
constexpr const char* kEmail = "canary.CANARY@example.com";

const app::core::Instant kNow{std::chrono::milliseconds(1'767'225'600'000)};

QByteArray takeLine(QByteArray& rest)
{
    const qsizetype end = rest.indexOf('\n');
    const QByteArray line = rest.left(end < 0 ? rest.size() : end);
    rest.remove(0, end < 0 ? rest.size() : end + 1);
    return line;
}

bool isOneSafeLine(const QString& text)
{
    return text.size() <= 700 && std::none_of(text.begin(), text.end(), [](QChar c) {
        return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
    });
}

bool hasCanary(const QString& text)
{
    return text.contains(QStringLiteral("CANARY"), Qt::CaseInsensitive);
}

void requireSensible(const TransportReply& reply, const std::optional<Error>& error)
{
    require(error.has_value() || (reply.status == 200 && reply.failure == app::api::TransportFailure::None),
        "only a whole 200 may be decoded");
    if (!error) {
        return;
    }
    require(error->httpStatus == reply.status, "an error knows its status");
    require(!error->detail.isEmpty() && isOneSafeLine(error->detail), "a detail is one plain line");
    require(!error->retryAfter
            || (*error->retryAfter >= std::chrono::seconds(0)
                && *error->retryAfter <= std::chrono::hours(24 * 7)),
        "nobody waits longer than a week");
    require(!error->retryAfter || reply.status == 429 || reply.status == 503,
        "only an overloaded service names a time");
    const bool mayLackScope = reply.status == 401 || reply.status == 403;
    require(error->kind != ErrorKind::ScopeMissing || mayLackScope, "scopes are missing with 401 or 403");
    require(error->kind != ErrorKind::KeyRejected || reply.status == 401, "keys are rejected with 401");
    require(error->kind != ErrorKind::Throttled || reply.status == 429, "throttling is 429");
    require(error->kind != ErrorKind::WorkspaceNotFound || reply.status == 404 || reply.status == 410,
        "a workspace is not found with 404 or 410");
}

void requireNoSecret(TransportReply reply, qsizetype at, const QByteArray& secret)
{
    if (hasCanary(QString::fromUtf8(reply.body))) {
        return; // a fuzzer learns the word; the secret could then cut another one in two
    }
    reply.body.insert(at, secret);
    reply.failureText.insert(std::min(at, reply.failureText.size()), QString::fromLatin1(secret));
    const std::optional<Error> error = app::api::classifyReply(reply, kNow);
    require(!error || (!hasCanary(error->detail) && !hasCanary(error->subject)),
        "a key or an address in an answer is masked");
    require(!hasCanary(app::core::redacted(QString::fromUtf8(reply.body))), "redacted text is redacted");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    QByteArray rest(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    TransportReply reply;
    reply.status = std::clamp(takeLine(rest).trimmed().toInt(), 0, 999);
    reply.contentType = takeLine(rest);
    reply.retryAfter = takeLine(rest);
    reply.date = takeLine(rest);
    reply.body = rest;

    const std::optional<Error> error = app::api::classifyReply(reply, kNow);
    const std::optional<Error> again = app::api::classifyReply(reply, kNow);
    require(error.has_value() == again.has_value()
            && (!error
                || (error->kind == again->kind && error->detail == again->detail
                    && error->retryAfter == again->retryAfter)),
        "the same answer means the same");
    requireSensible(reply, error);

    for (const char* parameter : {"limit", "page", "start_time", "end_time"}) {
        require(!app::api::blamesParameter(reply, parameter) || reply.status == 400 || reply.status == 422,
            "a parameter is blamed with 400 or 422");
    }

    // A secret somewhere in the body, as a word of its own however it is set off.
    const auto pick = static_cast<std::size_t>(size > 0 ? data[size / 2] : 0);
    constexpr std::array<char, 6> kBefore{' ', '\n', '/', '=', ':', '"'};
    const qsizetype at = reply.body.isEmpty() ? 0 : static_cast<qsizetype>(pick) * reply.body.size() / 255;
    const char before = kBefore.at(pick % kBefore.size());
    requireNoSecret(reply, at, before + QByteArray(kKey) + ' ');
    requireNoSecret(reply, at, ' ' + QByteArray(kEmail) + before);

    const QString text = QString::fromUtf8(reply.body);
    const QString masked = app::core::maskKeys(text);
    require(app::core::maskKeys(masked) == masked, "nothing is left to mask");
    require(app::core::maskEmails(app::core::maskEmails(text)) == app::core::maskEmails(text),
        "no address is left to mask");
    require(app::core::redacted(text).size() <= 300, "redacted text is short");
    require(isOneSafeLine(app::core::redacted(text)), "redacted text is one plain line");

    // The same answer over a connection that broke.
    for (const auto failure : {app::api::TransportFailure::Cancelled, app::api::TransportFailure::Reset,
             app::api::TransportFailure::Tls, app::api::TransportFailure::TooLarge,
             app::api::TransportFailure::TimedOut}) {
        TransportReply broken = reply;
        broken.failure = failure;
        broken.failureText = text.left(500);
        requireSensible(broken, app::api::classifyReply(broken, kNow));
        requireNoSecret(broken, at, before + QByteArray(kKey) + ' ');
    }
    return 0;
}
