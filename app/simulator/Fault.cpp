// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/Fault.h"

#include <QRegularExpression>

#include <array>

namespace app::simulator {

namespace {

Fault answer(int status, const char* body, const char* contentType = "application/json")
{
    Fault fault;
    fault.status = status;
    fault.body = body;
    fault.contentType = contentType;
    return fault;
}

Fault throttled(int seconds, bool asDate)
{
    Fault fault = answer(429,
        R"({"error":{"message":"Too many requests, slow down.","type":"rate_limit_error","param":null,)"
        R"("code":"rate_limit_exceeded"}})");
    fault.retryAfterSeconds = seconds;
    fault.retryAfterAsDate = asDate;
    return fault;
}

Fault special(Fault::Kind kind)
{
    Fault fault;
    fault.kind = kind;
    fault.status = 200;
    return fault;
}

/// A right answer with something odd about it.
Fault odd(Fault::Kind kind, const char* body = "", const char* contentType = "application/json")
{
    Fault fault = answer(200, body, contentType);
    fault.kind = kind;
    fault.isServed = true;
    return fault;
}

Fault dateOff(int hours)
{
    Fault fault = odd(Fault::Kind::OddDate);
    fault.bytes = hours;
    return fault;
}

Fault redirect(int status)
{
    Fault fault = special(Fault::Kind::Redirect);
    fault.status = status;
    return fault;
}

constexpr auto kHtml = "<!DOCTYPE html><html><head><title>Gateway</title></head>"
                       "<body><h1>The upstream server did not answer</h1></body></html>";
constexpr auto kSignIn = "<!DOCTYPE html><html><head><title>Sign in</title></head>"
                         "<body><form action=\"/login\"><input name=\"user\"></form></body></html>";
constexpr auto kServerError
    = R"({"error":{"message":"The server had an error.","type":"server_error","param":null,"code":null}})";
constexpr auto kScopeMissing
    = R"({"error":{"message":"Insufficient permissions. Missing scopes: codex.enterprise.analytics.read",)"
      R"("type":"invalid_request_error","param":null,"code":null}})";
constexpr auto kHtmlType = "text/html; charset=utf-8";

struct Named
{
    const char* name;
    const char* summary;
    Fault (*make)();
};

// Section 8.5 of the API reference, then 9.7.
constexpr std::array kNamed{
    Named{"key-rejected-a", "401 with the error envelope",
        [] {
            return answer(401,
                R"({"error":{"message":"The provided key is not valid.","type":"invalid_request_error",)"
                R"("param":null,"code":"invalid_api_key"}})");
        }},
    Named{"key-rejected-b", "401 with a detail text",
        [] { return answer(401, R"({"detail":"Unauthorized"})"); }},
    Named{"scope-missing", "403 that names the missing scope", [] { return answer(403, kScopeMissing); }},
    Named{"scope-missing-401", "401 that names the missing scope", [] { return answer(401, kScopeMissing); }},
    Named{"wrong-workspace", "403 whose detail is an object",
        [] { return answer(403, R"({"detail":{"code":"invalid_workspace_selected"}})"); }},
    Named{"plan", "403: analytics are not enabled",
        [] { return answer(403, R"({"detail":"Codex analytics is not enabled for this workspace"})"); }},
    Named{"not-found", "404", [] { return answer(404, R"({"detail":"Not Found"})"); }},
    Named{"gone-everywhere", "404 on all three routes",
        [] { return answer(404, R"({"detail":"Not Found"})"); }},
    Named{"gone-410", "410", [] { return answer(410, R"({"detail":"Gone"})"); }},
    Named{"bad-request", "400", [] { return answer(400, R"({"detail":"Malformed request"})"); }},
    Named{"limit-refused", "422 that names limit when it is larger than 1000",
        [] { return special(Fault::Kind::LimitRefused); }},
    Named{"throttled-seconds", "429 with Retry-After in seconds (1)", [] { return throttled(1, false); }},
    Named{"throttled-date", "429 with Retry-After as an HTTP date (2 s ahead)",
        [] { return throttled(2, true); }},
    Named{"throttled-long", "429 with Retry-After: 3600", [] { return throttled(3600, false); }},
    Named{"error-500", "500 with the error envelope", [] { return answer(500, kServerError); }},
    Named{"502-html", "502 with a page", [] { return answer(502, kHtml, kHtmlType); }},
    Named{"502-empty", "502 without a body", [] { return answer(502, ""); }},
    Named{"503-html", "503 with a page", [] { return answer(503, kHtml, kHtmlType); }},
    Named{"503-empty", "503 without a body", [] { return answer(503, ""); }},
    Named{"504-html", "504 with a page", [] { return answer(504, kHtml, kHtmlType); }},
    Named{"504-empty", "504 without a body", [] { return answer(504, ""); }},
    Named{"html-200", "200 with a sign-in page", [] { return answer(200, kSignIn, kHtmlType); }},
    Named{"json-as-text", "the right answer as text/plain",
        [] { return odd(Fault::Kind::OtherType, "", "text/plain"); }},
    Named{"json-untyped", "the right answer without Content-Type",
        [] { return odd(Fault::Kind::OtherType, "", ""); }},
    Named{"json-as-html", "the right answer as text/html",
        [] {
            Fault fault = odd(Fault::Kind::OtherType, "", kHtmlType);
            fault.isServed = false;
            return fault;
        }},
    Named{"redirect", "302 to another host", [] { return redirect(302); }},
    Named{"redirect-301", "301 to another host", [] { return redirect(301); }},
    Named{"redirect-307", "307 to another host", [] { return redirect(307); }},
    Named{"redirect-308", "308 to another host", [] { return redirect(308); }},
    Named{"redirect-http", "302 to the same address without encryption",
        [] {
            Fault fault = redirect(302);
            fault.kind = Fault::Kind::RedirectToHttp;
            return fault;
        }},
    Named{"slow-first-byte", "the right answer after a while (2000 ms)",
        [] {
            Fault fault = odd(Fault::Kind::SlowFirstByte);
            fault.delayMs = 2000;
            return fault;
        }},
    Named{"drip", "the right answer in small pieces (over 2000 ms)",
        [] {
            Fault fault = odd(Fault::Kind::Drip);
            fault.delayMs = 2000;
            return fault;
        }},
    Named{"stall", "half of the answer, then silence", [] { return special(Fault::Kind::Stall); }},
    Named{"cut-connection", "half of the answer, then the connection is closed",
        [] { return special(Fault::Kind::CutConnection); }},
    Named{"reset-midway", "half of the answer, then the connection is reset",
        [] { return special(Fault::Kind::CutHard); }},
    Named{"reset", "the connection is reset", [] { return special(Fault::Kind::Reset); }},
    Named{"refused", "the connection is reset and nobody listens any more (0 = until the faults change)",
        [] { return special(Fault::Kind::Refuse); }},
    Named{"length-long", "Content-Length is 64 too large",
        [] {
            Fault fault = special(Fault::Kind::WrongLength);
            fault.bytes = 64;
            return fault;
        }},
    Named{"length-short", "Content-Length is 64 too small",
        [] {
            Fault fault = special(Fault::Kind::WrongLength);
            fault.bytes = -64;
            return fault;
        }},
    Named{"date-ahead", "the Date header is 3 days ahead", [] { return dateOff(72); }},
    Named{"date-behind", "the Date header is 3 days behind", [] { return dateOff(-72); }},
    Named{"date-ancient", "the Date header is of 1970",
        [] { return odd(Fault::Kind::OddDate, "Thu, 01 Jan 1970 00:00:00 GMT"); }},
    Named{"date-odd", "the Date header is no date",
        [] { return odd(Fault::Kind::OddDate, "soon, 99 Foo 20x6 25:61:61"); }},
    Named{"date-missing", "there is no Date header", [] { return odd(Fault::Kind::OddDate); }},
    Named{"truncated-json", "half of the JSON with a length that fits",
        [] { return special(Fault::Kind::TruncatedJson); }},
    Named{"wrong-shape", "whole JSON whose data is no array",
        [] {
            Fault fault = special(Fault::Kind::WrongShape);
            fault.body = R"({"object":"page","data":{"rows":[]},"has_more":false,"next_page":null})";
            return fault;
        }},
    Named{"wrong-shape-list", "whole JSON that is no object",
        [] {
            Fault fault = special(Fault::Kind::WrongShape);
            fault.body = "[]";
            return fault;
        }},
    Named{"bad-number", "one counter is 5.5",
        [] {
            Fault fault = special(Fault::Kind::BadNumber);
            fault.body = "5.5";
            return fault;
        }},
    Named{"bad-number-negative", "one counter is -3",
        [] {
            Fault fault = special(Fault::Kind::BadNumber);
            fault.body = "-3";
            return fault;
        }},
    Named{"cursor-rejected", "the first request for a later page is 400",
        [] {
            Fault fault = answer(400, R"({"detail":"The page cursor is not valid any more"})");
            fault.kind = Fault::Kind::CursorRejected;
            fault.last = 1;
            return fault;
        }},
    Named{"cursor-loop", "has_more for ever with the cursor that was sent",
        [] {
            Fault fault = special(Fault::Kind::CursorLoops);
            fault.bytes = 0;
            return fault;
        }},
    Named{"cursor-circle", "has_more for ever, and the cursor leads back to the first page",
        [] { return special(Fault::Kind::CursorLoops); }},
    Named{"cursor-missing", "has_more without next_page", [] { return special(Fault::Kind::CursorMissing); }},
    Named{"empty-page", "a page without rows, with has_more and a cursor that leads on",
        [] { return special(Fault::Kind::EmptyPage); }},
    Named{"flaky", "every second request, from the first on, is 500",
        [] {
            Fault fault = answer(500, kServerError);
            fault.every = 2;
            return fault;
        }},
};

const Named* find(const QString& name)
{
    for (const Named& entry : kNamed) {
        if (name == QLatin1String(entry.name)) {
            return &entry;
        }
    }
    return nullptr;
}

} // namespace

QString routeName(Route route)
{
    switch (route) {
    case Route::Usage: return QStringLiteral("usage");
    case Route::CodeReviews: return QStringLiteral("code_reviews");
    case Route::CodeReviewResponses: break;
    }
    return QStringLiteral("code_review_responses");
}

std::optional<Route> routeFromName(QStringView name)
{
    for (const Route route : {Route::Usage, Route::CodeReviews, Route::CodeReviewResponses}) {
        if (name == routeName(route)) {
            return route;
        }
    }
    return std::nullopt;
}

bool Fault::concerns(Route asked, bool isWorkspaceGroup, bool hasCursor) const
{
    const bool isGroup
        = group == Group::Any || (asked == Route::Usage && isWorkspaceGroup == (group == Group::Workspace));
    const bool isPage = pages == Pages::Any || hasCursor == (pages == Pages::Later);
    return (!route || *route == asked) && isGroup && isPage && (kind != Kind::CursorRejected || hasCursor);
}

bool Fault::appliesTo(Route asked, int requestNumber) const
{
    return (!route || *route == asked) && requestNumber >= first && requestNumber <= last
        && (requestNumber - first) % (every < 1 ? 1 : every) == 0;
}

std::optional<Fault> Fault::named(const QString& name)
{
    const Named* entry = find(name);
    if (entry == nullptr) {
        return std::nullopt;
    }
    Fault fault = entry->make();
    fault.name = name;
    return fault;
}

QStringList Fault::names()
{
    QStringList all;
    for (const Named& entry : kNamed) {
        all.append(QLatin1String(entry.name));
    }
    return all;
}

QString Fault::summary(const QString& name)
{
    const Named* entry = find(name);
    return entry == nullptr ? QString() : QString::fromLatin1(entry->summary);
}

std::optional<Fault> Fault::parse(const QString& text)
{
    static const QRegularExpression kShape(
        QStringLiteral("^(?<name>[a-z0-9-]+)(=(?<number>[0-9]{1,9}))?(@(?<route>[a-z_-]+))?(/"
                       "(?<pages>first|later))?(#(?<first>[0-9]{1,"
                       "9})(-(?<last>[0-9]{1,9})?)?)?$"));
    const QRegularExpressionMatch match = kShape.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    std::optional<Fault> fault = named(match.captured(QStringLiteral("name")));
    if (!fault) {
        return std::nullopt;
    }
    if (const QString number = match.captured(QStringLiteral("number")); !number.isEmpty()) {
        const int value = number.toInt();
        if (fault->retryAfterSeconds) {
            fault->retryAfterSeconds = value;
        } else if (fault->kind == Kind::SlowFirstByte || fault->kind == Kind::Drip
            || fault->kind == Kind::Refuse) {
            fault->delayMs = value;
        } else if (fault->kind == Kind::Stall || fault->kind == Kind::CutConnection
            || fault->kind == Kind::CutHard) {
            fault->bytes = value;
        } else {
            return std::nullopt;
        }
    }
    const QString route = match.captured(QStringLiteral("route"));
    if (route == QLatin1String("usage-engineers") || route == QLatin1String("usage-workspace")) {
        fault->route = Route::Usage;
        fault->group = route.endsWith(QLatin1String("workspace")) ? Group::Workspace : Group::Engineers;
    } else if (!route.isEmpty() && route != QLatin1String("all")) {
        fault->route = routeFromName(route);
        if (!fault->route) {
            return std::nullopt;
        }
    }
    if (const QString pages = match.captured(QStringLiteral("pages")); !pages.isEmpty()) {
        fault->pages = pages == QLatin1String("first") ? Pages::First : Pages::Later;
    }
    if (const QString first = match.captured(QStringLiteral("first")); !first.isEmpty()) {
        const QString last = match.captured(QStringLiteral("last"));
        const bool isOpen = text.endsWith(QLatin1Char('-'));
        fault->first = first.toInt();
        fault->last = !last.isEmpty() ? last.toInt()
            : isOpen                  ? std::numeric_limits<int>::max()
                                      : fault->first;
        if (fault->first < 1 || fault->last < fault->first) {
            return std::nullopt;
        }
    }
    return fault;
}

} // namespace app::simulator
