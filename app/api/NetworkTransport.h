// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/BaseUrl.h"
#include "api/NetworkOptions.h"
#include "api/Transport.h"

#include <QFuture>
#include <QNetworkAccessManager>
#include <QSslConfiguration>

#include <memory>

namespace app::api {

/// Transport over QNetworkAccessManager. Create and use it in one thread. Refuses every URL that isAllowed()
/// refuses, follows no redirect, keeps no cookies and no cache, goes through the proxy of its options except
/// on loopback, and trusts the system's certificates and those of its options. Destroying it ends the
/// requests under way with Cancelled; their coroutines go on in the next turn of the event loop.
class NetworkTransport final : public Transport
{
public:
    explicit NetworkTransport(BaseUrl base, NetworkOptions options = {});
    ~NetworkTransport() override;
    QCoro::Task<TransportReply> get(QUrl url, AuthorizationSource authorization, TransportLimits limits,
        core::Cancellation* cancellation) override;

private:
    QFuture<TransportReply> send(const QUrl& url, const AuthorizationSource& authorization,
        const TransportLimits& limits, core::Cancellation* cancellation);

    BaseUrl m_base;
    QSslConfiguration m_trust;
    std::shared_ptr<bool> m_usesProxy; ///< what was used for this host last
    QNetworkAccessManager m_manager;
    QObject m_exchanges; ///< parent of the requests under way; destroyed before the manager that owns their
                         ///< replies
};

} // namespace app::api
