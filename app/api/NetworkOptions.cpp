// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "api/NetworkOptions.h"

#include <QNetworkProxyFactory>
#include <QSslConfiguration>
#include <QUrl>

namespace app::api {

QList<QNetworkProxy> proxiesFor(const QUrl& address, const NetworkOptions& options)
{
    if (address.scheme() == QLatin1String("http")) {
        return {QNetworkProxy(QNetworkProxy::NoProxy)};
    }
    if (options.proxyChoice == NetworkOptions::ProxyChoice::Fixed) {
        return {options.proxy};
    }
    QList<QNetworkProxy> proxies = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(address));
    for (QNetworkProxy& proxy : proxies) {
        if (proxy.type() != QNetworkProxy::NoProxy && proxy.user().isEmpty()
            && !options.proxy.user().isEmpty()) {
            proxy.setUser(options.proxy.user());
            proxy.setPassword(options.proxy.password());
        }
    }
    return proxies.isEmpty() ? QList{QNetworkProxy(QNetworkProxy::NoProxy)} : proxies;
}

QList<QSslCertificate> withSystemAuthorities(const QList<QSslCertificate>& extra)
{
    return QSslConfiguration::systemCaCertificates() + extra;
}

QSslConfiguration trustOf(const NetworkOptions& options)
{
    QSslConfiguration trust = QSslConfiguration::defaultConfiguration();
    if (!options.authorities.isEmpty()) {
        // In Qt 6.4 adding works like setting here: either way the system's certificates are no longer looked
        // up when they are wanted, so the list has to be whole.
        trust.setCaCertificates(options.authorities);
    }
    return trust;
}

} // namespace app::api
