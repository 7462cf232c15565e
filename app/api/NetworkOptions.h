// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QNetworkProxy>
#include <QSslCertificate>

class QSslConfiguration;
class QUrl;

namespace app::api {

/// The way to the internet of a managed network, ready to use: made from the settings and, for a proxy that
/// asks for it, a password of the keychain. A value that stays in memory; it is never written or logged.
/// There is deliberately nothing in it that would skip the check of a certificate.
struct NetworkOptions
{
    enum class ProxyChoice {
        System, ///< what the desktop says about the address
        Fixed ///< `proxy`, of which NoProxy is one
    };
    ProxyChoice proxyChoice = ProxyChoice::System;
    /// With Fixed, user and password included. With System only these two count: they answer a proxy of the
    /// desktop that asks for them and that the desktop names without.
    QNetworkProxy proxy{QNetworkProxy::NoProxy};
    /// Everything that is trusted when a network has authorities of its own, see withSystemAuthorities();
    /// empty: those of the system.
    QList<QSslCertificate> authorities{};
};

/// The proxies to try for an address, best first; never empty. Plain http is only spoken to this computer and
/// never goes through a proxy. With System, Qt asks libproxy on Linux: the variables https_proxy, http_proxy
/// and no_proxy in either case (host names and their ends; not all_proxy, and no "*"), then the desktop's
/// setting, automatic configuration (PAC) included; that may take a while, so it is not for the main thread.
QList<QNetworkProxy> proxiesFor(const QUrl& address, const NetworkOptions& options);

/// The system's authorities and these. Reads some hundred files: not for the main thread.
QList<QSslCertificate> withSystemAuthorities(const QList<QSslCertificate>& extra);

/// Whose certificates count. The check itself is no option: Boundary sets it.
QSslConfiguration trustOf(const NetworkOptions& options);

} // namespace app::api
