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
/// reference exist by name, and those of networks between. Request numbers count, per route and from 1, the
/// requests that `route`, `group` and `pages` let through since setFaults(); the first fault of the list that
/// applies to a request decides it. A request that a fault spoils never counts as served; one that it only
/// makes odd (`isServed`) does.
struct Fault
{
    enum class Group { Any, Engineers, Workspace }; ///< of usage: without and with group=workspace
    enum class Pages { Any, First, Later }; ///< without and with a cursor

    enum class Kind {
        Answer, ///< `status`, `contentType`, `body`, Retry-After instead of the right answer
        LimitRefused, ///< 422 that names `limit` when it is larger than 1000; other requests pass
        CursorRejected, ///< 400 for a request that carries `page`; `first` and `last` count these only
        Redirect, ///< `status` with `body` as the address; when that is empty another host (the same
                  ///< simulator by another name, where requests() sees a follower)
        RedirectToHttp, ///< 302 to the same address without encryption
        SlowFirstByte, ///< the right answer after `delayMs`; counts as served
        Stall, ///< headers and `bytes` of the body, then silence on an open connection
        CutConnection, ///< headers and `bytes` of the body, then an orderly close
        CutHard, ///< headers and `bytes` of the body, then a reset
        Reset, ///< the connection is reset before the first byte
        Refuse, ///< the same, and nobody listens for `delayMs` (0 = until the faults change); hits all routes
        Drip, ///< the right answer in small pieces over `delayMs`
        WrongLength, ///< Content-Length is off by `bytes`; the connection is closed behind the body
        OtherType, ///< the right answer as `contentType`, empty = without
        OddDate, ///< the right answer with the Date header `body`, or off by `bytes` hours
        CursorLoops, ///< has_more, with a cursor that leads to the page it came with (`bytes` = 0) or back to
                     ///< the first page
        CursorMissing, ///< has_more without next_page
        EmptyPage, ///< no rows, has_more, and a new cursor to the same place
        TruncatedJson, ///< the first half of the body with a Content-Length that fits
        WrongShape, ///< whole JSON whose `data` is no array
        BadNumber, ///< the right page with one number replaced by `body`
    };

    QString name;
    Kind kind = Kind::Answer;
    std::optional<Route> route; ///< null = all three
    Group group = Group::Any;
    Pages pages = Pages::Any;
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
    bool isServed = false;

    /// Whether such a request counts for this fault at all.
    [[nodiscard]] bool concerns(Route asked, bool isWorkspaceGroup, bool hasCursor) const;
    /// Of those, whether it strikes the one with this number.
    [[nodiscard]] bool appliesTo(Route asked, int requestNumber) const;

    static std::optional<Fault> named(const QString& name);
    static QStringList names();
    /// One English line about a named fault, for --list; empty for an unknown name.
    static QString summary(const QString& name);

    /// `NAME[=NUMBER][@ROUTE][/PAGES][#FIRST[-LAST]]`: NUMBER is the delay in ms, the Retry-After in seconds
    /// or the bytes, whichever the fault has; ROUTE is usage, usage-engineers, usage-workspace, code_reviews,
    /// code_review_responses or all; PAGES is first or later; FIRST and LAST are request numbers, a lone
    /// FIRST means this one request. Null when a part cannot be understood.
    static std::optional<Fault> parse(const QString& text);
};

/// usage, code_reviews, code_review_responses.
QString routeName(Route route);
std::optional<Route> routeFromName(QStringView name);

} // namespace app::simulator
