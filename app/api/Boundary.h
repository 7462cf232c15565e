// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/BaseUrl.h"

#include <QByteArray>
#include <QSslConfiguration>
#include <QString>
#include <QUrl>

#include <array>

class QNetworkAccessManager;
class QNetworkReply;

namespace app::api {

// What this program can say to a network, for a reviewer with a minute: this file and Boundary.cpp are all of
// it. The test house_network_boundary shows that nothing else in app/ or ui/ can open a connection, but for
// the connection test (ConnectionTest.cpp), which shakes hands with the same host and sends nothing else.
//
//   host        https://api.chatgpt.com, or the one origin that an administrator names instead (BaseUrl)
//   routes      GET /v1/analytics/codex/workspaces/{uuid}/usage | code_reviews | code_review_responses
//   parameters  start_time, end_time, limit, group, page
//   headers     Authorization, Accept, User-Agent, and what HTTP itself needs; no body, no cookie, no cache
//   redirects   never followed: the answer with the new address is an error
//   encryption  TLS 1.2 or newer, certificate and host name verified, no way around it; plain http only to a
//               literal loopback address (tests and the demo)

enum class Endpoint { Usage, CodeReviews, CodeReviewResponses };
inline constexpr std::array kEndpoints{Endpoint::Usage, Endpoint::CodeReviews, Endpoint::CodeReviewResponses};

/// The last path segment: usage, code_reviews, code_review_responses.
QString endpointName(Endpoint endpoint);

/// `https://api.chatgpt.com`.
QUrl serviceOrigin();

/// `/v1/analytics/codex/workspaces/`, what all three routes begin with.
QString routeRoot();

/// The last check before a request leaves: true only for the three routes of `base` with known parameters.
bool isAllowed(const BaseUrl& base, const QUrl& url);

/// `trust` with the rule of this file: TLS 1.2 or newer, certificate and host name verified.
QSslConfiguration alwaysChecked(QSslConfiguration trust);

/// The one place that sends: GET of an allowed URL, else nullptr and nothing is sent. An empty
/// `authorization` means no such header; `trust` says whose certificates count; it is always
/// checked. The manager owns the reply.
QNetworkReply* sendGet(QNetworkAccessManager& manager, const BaseUrl& base, const QUrl& url,
    const QByteArray& authorization, QSslConfiguration trust = QSslConfiguration::defaultConfiguration());

} // namespace app::api
