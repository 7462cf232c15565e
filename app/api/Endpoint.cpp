// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "api/Endpoint.h"

#include <algorithm>

namespace app::api {

namespace {

const QLatin1String kRoot("/v1/analytics/codex/workspaces/");

int portOf(const QUrl& url)
{
    return url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
}

} // namespace

QString endpointName(Endpoint endpoint)
{
    switch (endpoint) {
    case Endpoint::Usage: return QStringLiteral("usage");
    case Endpoint::CodeReviews: return QStringLiteral("code_reviews");
    case Endpoint::CodeReviewResponses: return QStringLiteral("code_review_responses");
    }
    Q_UNREACHABLE();
}

QUrl pageUrl(const BaseUrl& base, const core::WorkspaceId& workspace, const PageRequest& request)
{
    QByteArray query = "start_time=" + QByteArray::number(qint64{request.days.first.startSeconds()})
        + "&end_time=" + QByteArray::number(qint64{(request.days.last + 1).startSeconds()})
        + "&limit=" + QByteArray::number(request.limit);
    if (request.dataset == records::Dataset::UsageWorkspace) {
        query += "&group=workspace";
    }
    if (!request.cursor.isEmpty()) {
        // The cursor is opaque: everything but the unreserved characters of RFC 3986 is encoded, '+'
        // included.
        query += "&page=" + request.cursor.toPercentEncoding();
    }
    QUrl url = base.url();
    url.setPath(
        kRoot + workspace.toString() + u'/' + endpointName(endpointOf(request.dataset)), QUrl::StrictMode);
    url.setQuery(QString::fromLatin1(query), QUrl::StrictMode);
    return url;
}

bool isAllowed(const BaseUrl& base, const QUrl& url)
{
    if (!url.isValid() || url.scheme() != base.url().scheme() || url.host() != base.url().host()
        || portOf(url) != portOf(base.url()) || !url.userInfo().isEmpty() || url.hasFragment()) {
        return false;
    }
    const QString path = url.path(QUrl::FullyEncoded);
    if (!path.startsWith(kRoot)) {
        return false;
    }
    const QString rest = path.mid(kRoot.size());
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

} // namespace app::api
