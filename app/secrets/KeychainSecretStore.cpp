// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/KeychainSecretStore.h"

#include "core/Log.h"
#include "secrets/KeychainEntries.h"

#include <QDeadlineTimer>
#include <QRandomGenerator>
#include <QUuid>

namespace app::secrets {

using core::ErrorKind;
using std::chrono::milliseconds;

KeychainSecretStore::KeychainSecretStore(milliseconds timeout)
    : m_timeout(timeout)
{
}

QCoro::Task<core::Result<void>> KeychainSecretStore::probe()
{
    // A name of its own for every probe: two windows may probe at the same time.
    const QString name = QStringLiteral("probe ") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QByteArray canary = QByteArray::number(QRandomGenerator::global()->generate64(), 36);
    const QDeadlineTimer deadline(m_timeout);
    const auto remaining
        = [&deadline] { return std::max(milliseconds(deadline.remainingTime()), milliseconds(100)); };

    // The written bytes are wiped with the job, so it gets a copy.
    const core::Result<void> written
        = co_await keychain::writeEntry(name, QByteArray(canary.constData(), canary.size()), m_timeout);
    if (!written) {
        co_return written;
    }
    const core::Result<QByteArray> back = co_await keychain::readEntry(name, remaining());
    const core::Result<void> removed = co_await keychain::removeEntry(name, remaining());
    if (!back) {
        core::Error error = back.error();
        if (error.kind == ErrorKind::NoKey) {
            error.kind = ErrorKind::KeychainUnavailable;
            error.detail = QStringLiteral("the keychain forgot an entry right after taking it");
        }
        co_return core::failure(error);
    }
    if (*back != canary) {
        co_return core::failure(ErrorKind::KeychainUnavailable,
            QStringLiteral("the keychain returned something else than was stored"), keychain::service());
    }
    co_return removed;
}

QCoro::Task<core::Result<ApiKey>> KeychainSecretStore::read(SecretId id)
{
    const core::Result<QByteArray> bytes = co_await keychain::readEntry(id.name(), m_timeout);
    if (!bytes) {
        co_return core::failure(bytes.error());
    }
    core::Result<ApiKey> key = ApiKey::parse(QByteArrayView(*bytes));
    keychain::wipe(*bytes);
    if (!key) {
        qCWarning(lcSecrets) << "The keychain entry of this workspace holds no key; it is ignored.";
        co_return core::failure(
            ErrorKind::NoKey, QStringLiteral("the keychain entry holds no key"), id.origin);
    }
    co_return key;
}

QCoro::Task<core::Result<void>> KeychainSecretStore::write(SecretId id, ApiKey key)
{
    co_return co_await keychain::writeEntry(id.name(), key.exposeForStorage(), m_timeout);
}

QCoro::Task<core::Result<void>> KeychainSecretStore::remove(SecretId id)
{
    co_return co_await keychain::removeEntry(id.name(), m_timeout);
}

} // namespace app::secrets
