// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "api/BaseUrl.h"

#include "api/Boundary.h"
#include "core/Redaction.h"

#include <QHostAddress>
#include <QRegularExpression>

namespace app::api {

namespace {

core::Result<BaseUrl> refused(const QString& text, const char* reason)
{
    return core::failure(core::ErrorKind::BadUsage,
        QStringLiteral("the base URL %1").arg(QLatin1String(reason)), core::redacted(text, 100));
}

/// The host as it was typed. QUrl also understands 127.1 or 0x7f000001; "literal" means that nothing was
/// translated.
bool isLiteralLoopback(const QString& text, const QUrl& url)
{
    static const QRegularExpression pattern(
        QStringLiteral("^http://(127(?:\\.[0-9]{1,3}){3}|\\[::1\\])(?::[0-9]+)?/?$"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch()) {
        return false;
    }
    QString host = url.host();
    if (host.contains(u':')) {
        host = u'[' + host + u']';
    }
    return match.captured(1) == host && QHostAddress(url.host()).isLoopback();
}

} // namespace

BaseUrl BaseUrl::standard()
{
    return BaseUrl(serviceOrigin());
}

core::Result<BaseUrl> BaseUrl::parse(const QString& text)
{
    const QString trimmed = text.trimmed();
    QUrl url(trimmed, QUrl::StrictMode);
    if (!url.isValid() || url.isRelative() || url.host().isEmpty()) {
        return refused(trimmed, "is not of the form https://host[:port]");
    }
    if (trimmed.contains(u'@') || !url.userInfo().isEmpty()) {
        return refused(QString(), "must not hold a user name or password");
    }
    if (url.hasQuery() || url.hasFragment()) {
        return refused(trimmed, "must not have a query or a fragment");
    }
    if (!url.path().isEmpty() && url.path() != QLatin1String("/")) {
        return refused(trimmed, "must not have a path");
    }
    if (url.port() == 0) {
        return refused(trimmed, "has no usable port");
    }
    const bool isHttps = url.scheme() == QLatin1String("https");
    if (!isHttps && url.scheme() != QLatin1String("http")) {
        return refused(trimmed, "must begin with https://");
    }
    if (!isHttps && !isLiteralLoopback(trimmed, url)) {
        return refused(trimmed, "may use http only with a literal loopback address (127.0.0.1 or [::1])");
    }
    url.setPath(QString());
    if (url.port() == (isHttps ? 443 : 80)) {
        url.setPort(-1);
    }
    return BaseUrl(url);
}

bool BaseUrl::isStandard() const
{
    return *this == standard();
}

bool BaseUrl::isLoopback() const
{
    return m_url.scheme() == QLatin1String("http");
}

QString BaseUrl::origin() const
{
    return m_url.toString(QUrl::FullyEncoded);
}

} // namespace app::api
