// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Cancellation.h"

#include <QByteArray>
#include <QCoroTask>
#include <QString>
#include <QUrl>

#include <chrono>
#include <functional>

namespace app::api {

/// Gives the value of the Authorization header at the moment a request is made. Whoever makes the function
/// owns the key; it is asked once per try and the answer is not kept. Empty = no header.
using AuthorizationSource = std::function<QByteArray()>;

enum class TransportFailure {
    None, ///< a whole answer arrived, whatever its status
    Cancelled,
    NameNotFound, ///< DNS
    Refused,
    Reset, ///< closed before the end, or the body is shorter than announced
    TimedOut, ///< no byte for `silence`, or not done within `total`
    Proxy,
    Tls,
    TooLarge, ///< decoded body above `largestBody`
    Other,
};

/// Bounds of one request.
struct TransportLimits
{
    std::chrono::milliseconds silence{90'000};
    std::chrono::milliseconds total{600'000};
    qint64 largestBody = qint64{64} * 1024 * 1024; ///< after decompression
};

/// An answer as it came, redirects not followed. `failure != None` means that the rest may be partial.
struct TransportReply
{
    TransportFailure failure = TransportFailure::None;
    QString failureText; ///< of the network stack, redacted
    int status = 0;
    QByteArray contentType;
    QByteArray retryAfter;
    QByteArray date; ///< of the answer, for Retry-After in date form
    QByteArray body;
    std::chrono::milliseconds duration{0};
    /// How often the request left. The HTTP stack repeats a GET on its own, at most twice, when the
    /// connection is lost before the answer begins (Qt 6: reconnectAttempts of its connection channels);
    /// there is no switch for that. When it is reset in the middle of a body, Qt 6.4 may also send it once
    /// more without telling anybody, and that one is not counted; nobody reads its answer.
    int sends = 0;
};

/// The one seam to the network: sends GET and nothing else. Lives in the sync thread; one object may have
/// several requests under way. Never throws, never blocks; `cancellation` (may be null, else must outlive the
/// call) ends a request at once with Cancelled.
class Transport
{
public:
    virtual ~Transport() = default;
    virtual QCoro::Task<TransportReply> get(
        QUrl url, AuthorizationSource authorization, TransportLimits limits, core::Cancellation* cancellation)
        = 0;
};

} // namespace app::api
