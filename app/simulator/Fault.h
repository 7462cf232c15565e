// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <limits>
#include <optional>

namespace app::simulator {

/// The three routes of the contract.
enum class Route { Usage, CodeReviews, CodeReviewResponses };

/// One way in which an answer goes wrong, and for which requests. A value. Faults of 8.5 and 9.7 of the API
/// reference exist by name. Request numbers count per route, from 1, since setFaults(); the first fault of
/// the list that applies to a request decides it, and a request that a fault spoils never counts as served.
struct Fault
{
    enum class Kind {
        Answer, ///< `status`, `contentType`, `body`, Retry-After instead of the right answer
        LimitRefused, ///< 422 that names `limit` when it is larger than 1000; other requests pass
        CursorRejected, ///< 400 for a request that carries `page`; `first` and `last` count these only
        Redirect, ///< 302 to another host (the same simulator by another name, where requests() sees a
                  ///< follower)
        SlowFirstByte, ///< the right answer after `delayMs`; counts as served
        Stall, ///< headers and `bytes` of the body, then silence on an open connection
        CutConnection, ///< headers and `bytes` of the body, then an orderly close
        Reset, ///< the connection is reset before the first byte
        TruncatedJson, ///< the first half of the body with a Content-Length that fits
        WrongShape, ///< whole JSON whose `data` is no array
        BadNumber, ///< the right page with one number replaced by `body`
    };

    QString name;
    Kind kind = Kind::Answer;
    std::optional<Route> route; ///< null = all three
    int first = 1; ///< the first request it applies to
    int last = std::numeric_limits<int>::max();
    int every = 1; ///< from `first` on every so many-th

    int status = 500;
    QByteArray contentType = QByteArrayLiteral("application/json");
    QByteArray body;
    std::optional<int> retryAfterSeconds;
    bool retryAfterAsDate = false; ///< the same moment as an HTTP date
    int delayMs = 0;
    int bytes = -1; ///< of the body; −1 = half of it

    [[nodiscard]] bool appliesTo(Route asked, int requestNumber) const;

    static std::optional<Fault> named(const QString& name);
    static QStringList names();
    /// One English line about a named fault, for --list; empty for an unknown name.
    static QString summary(const QString& name);

    /// `NAME[=NUMBER][@ROUTE][#FIRST[-LAST]]`: NUMBER is the delay in ms, the Retry-After in seconds or the
    /// bytes, whichever the fault has; ROUTE is usage, code_reviews, code_review_responses or all; FIRST and
    /// LAST are request numbers, a lone FIRST means this one request. Null when a part cannot be understood.
    static std::optional<Fault> parse(const QString& text);
};

/// usage, code_reviews, code_review_responses.
QString routeName(Route route);
std::optional<Route> routeFromName(QStringView name);

} // namespace app::simulator
