// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"

#include <QUrl>

namespace app::api {

/// Where the analytics API lives: `https://api.chatgpt.com`, or for tests and the demo another `https` origin
/// or a literal loopback `http` address (`127.0.0.0/8`, `[::1]`). Host names over http, user info, paths,
/// queries and fragments are refused.
class BaseUrl
{
public:
    static BaseUrl standard();
    static core::Result<BaseUrl> parse(const QString& text);

    [[nodiscard]] bool isStandard() const;
    /// A plain-http loopback address; the proxy is switched off for it.
    [[nodiscard]] bool isLoopback() const;
    /// scheme://host[:port], what a stored key is bound to.
    [[nodiscard]] QString origin() const;
    [[nodiscard]] const QUrl& url() const { return m_url; }
    friend bool operator==(const BaseUrl&, const BaseUrl&) = default;

private:
    explicit BaseUrl(QUrl url)
        : m_url(std::move(url))
    {
    }
    QUrl m_url;
};

} // namespace app::api
