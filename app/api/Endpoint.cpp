// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "api/Endpoint.h"

namespace app::api {

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
    url.setPath(routeRoot() + workspace.toString() + u'/' + endpointName(endpointOf(request.dataset)),
        QUrl::StrictMode);
    url.setQuery(QString::fromLatin1(query), QUrl::StrictMode);
    return url;
}

} // namespace app::api
