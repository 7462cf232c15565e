// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/ProxySecrets.h"

#include "secrets/KeychainEntries.h"

#include <cstring>

namespace app::secrets {

namespace {

const QString kEntry = QStringLiteral("proxy");

/// The entry's first two lines; user names and hosts have no line breaks.
QByteArray headOf(const ProxyAccount& account)
{
    return account.proxy.toUtf8() + '\n' + account.user.toUtf8() + '\n';
}

core::Result<QString> nothingStored(const ProxyAccount& account)
{
    return core::failure(
        core::ErrorKind::NoKey, QStringLiteral("no password is stored for this proxy"), account.proxy);
}

} // namespace

ProxySecrets::ProxySecrets(Kept kept, std::chrono::milliseconds timeout)
    : m_kept(kept)
    , m_timeout(timeout)
{
}

ProxySecrets::~ProxySecrets()
{
    forgetHeld();
}

QCoro::Task<core::Result<QString>> ProxySecrets::read(ProxyAccount account)
{
    if (m_account == account) {
        co_return m_password;
    }
    if (m_kept == Kept::ForThisSession) {
        co_return nothingStored(account);
    }
    const core::Result<QByteArray> entry = co_await keychain::readEntry(kEntry, m_timeout);
    if (!entry) {
        co_return core::failure(entry.error());
    }
    const QByteArray head = headOf(account);
    core::Result<QString> password = nothingStored(account);
    if (entry->startsWith(head)) {
        password = QString::fromUtf8(QByteArrayView(*entry).sliced(head.size()));
        hold(account, *password);
    }
    keychain::wipe(*entry);
    co_return password;
}

void ProxySecrets::hold(ProxyAccount account, const QString& password)
{
    forgetHeld();
    m_account = std::move(account);
    m_password = QString(password.constData(), password.size()); // unshared: it is overwritten in the end
}

std::optional<QString> ProxySecrets::held(const ProxyAccount& account) const
{
    return m_account == account ? std::optional(m_password) : std::nullopt;
}

QCoro::Task<core::Result<void>> ProxySecrets::store()
{
    if (!m_account || m_kept == Kept::ForThisSession) {
        co_return core::Result<void>();
    }
    QByteArray entry = headOf(*m_account) + m_password.toUtf8();
    co_return co_await keychain::writeEntry(kEntry, std::move(entry), m_timeout);
}

QCoro::Task<core::Result<void>> ProxySecrets::remove()
{
    forgetHeld();
    if (m_kept == Kept::ForThisSession) {
        co_return core::Result<void>();
    }
    co_return co_await keychain::removeEntry(kEntry, m_timeout);
}

void ProxySecrets::forgetHeld()
{
    m_account.reset();
    explicit_bzero(m_password.data(), static_cast<std::size_t>(m_password.size()) * sizeof(QChar));
    m_password.clear();
}

} // namespace app::secrets
