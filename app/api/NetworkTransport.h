// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/BaseUrl.h"
#include "api/Transport.h"

#include <QNetworkAccessManager>

namespace app::api {

/// Transport over QNetworkAccessManager. Create and use it in one thread. Refuses every URL that isAllowed() refuses,
/// follows no redirect, keeps no cookies and no cache, uses the system proxy except on loopback, and reads
/// certificates from the system store.
class NetworkTransport final : public Transport
{
public:
    explicit NetworkTransport(BaseUrl base);
    ~NetworkTransport() override;
    QCoro::Task<TransportReply> get(QUrl url, AuthorizationSource authorization, TransportLimits limits,
        core::Cancellation* cancellation) override;

private:
    BaseUrl m_base;
    QNetworkAccessManager m_manager;
};

} // namespace app::api
