// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "api/Boundary.h"

#include "core/Version.h"
#include "core/WorkspaceId.h"

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QUrlQuery>

#include <algorithm>

namespace app::api {

namespace {

constexpr std::array kParameters{"start_time", "end_time", "limit", "group", "page"};

int portOf(const QUrl& url)
{
    return url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
}

bool isEncryptedOrLocal(const QUrl& url)
{
    return url.scheme() == QLatin1String("https")
        || (url.scheme() == QLatin1String("http") && QHostAddress(url.host()).isLoopback());
}

bool hasKnownParametersOnly(const QUrl& url)
{
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    return std::all_of(items.begin(), items.end(), [](const auto& item) {
        return std::any_of(kParameters.begin(), kParameters.end(),
            [&item](const char* name) { return item.first == QLatin1String(name); });
    });
}

} // namespace

QUrl serviceOrigin()
{
    return QUrl(QStringLiteral("https://api.chatgpt.com"));
}

QString routeRoot()
{
    return QStringLiteral("/v1/analytics/codex/workspaces/");
}

QString endpointName(Endpoint endpoint)
{
    switch (endpoint) {
    case Endpoint::Usage: return QStringLiteral("usage");
    case Endpoint::CodeReviews: return QStringLiteral("code_reviews");
    case Endpoint::CodeReviewResponses: return QStringLiteral("code_review_responses");
    }
    Q_UNREACHABLE();
}

bool isAllowed(const BaseUrl& base, const QUrl& url)
{
    const QUrl& origin = base.url();
    if (!url.isValid() || url.scheme() != origin.scheme() || url.host() != origin.host()
        || portOf(url) != portOf(origin) || !isEncryptedOrLocal(url) || !url.userInfo().isEmpty()
        || url.hasFragment() || !hasKnownParametersOnly(url)) {
        return false;
    }
    const QString path = url.path(QUrl::FullyEncoded);
    if (!path.startsWith(routeRoot())) {
        return false;
    }
    const QString rest = path.mid(routeRoot().size());
    const qsizetype slash = rest.indexOf(u'/');
    const QString id = rest.left(slash);
    const std::optional<core::WorkspaceId> workspace = core::WorkspaceId::parse(id);
    // parse() is lenient about case and spaces; only the one spelling that pageUrl() produces passes.
    if (slash < 0 || !workspace || workspace->toString() != id) {
        return false;
    }
    const QString name = rest.mid(slash + 1);
    return std::any_of(kEndpoints.begin(), kEndpoints.end(),
        [&name](Endpoint endpoint) { return endpointName(endpoint) == name; });
}

QSslConfiguration alwaysChecked(QSslConfiguration trust)
{
    trust.setProtocol(QSsl::TlsV1_2OrLater);
    trust.setPeerVerifyMode(QSslSocket::VerifyPeer);
    return trust;
}

QNetworkReply* sendGet(QNetworkAccessManager& manager, const BaseUrl& base, const QUrl& url,
    const QByteArray& authorization, QSslConfiguration trust)
{
    if (!isAllowed(base, url)) {
        return nullptr;
    }
    QNetworkRequest request(url);
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("User-Agent", "Threadcount/" + core::version().toLatin1());
    if (!authorization.isEmpty()) {
        request.setRawHeader("Authorization", authorization);
    }
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    // One request at a time per endpoint: HTTP/2 has nothing to offer here but its own ways to fail.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    // Qt would refuse bodies that unpack well, and counts of idle people do. TransportLimits has the one
    // limit.
    request.setDecompressedSafetyCheckThreshold(-1);
    request.setSslConfiguration(alwaysChecked(std::move(trust)));
    return manager.get(request);
}

} // namespace app::api
