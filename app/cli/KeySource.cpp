// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/KeySource.h"

#include "secrets/KeychainSecretStore.h"
#include "secrets/ProcessSecrets.h"

#include <QCoreApplication>

namespace app::cli {

namespace {

constexpr qsizetype kMostInput = 65'536;

core::Result<std::optional<secrets::ApiKey>> keyFrom(QByteArray bytes)
{
    core::Result<secrets::ApiKey> key = secrets::ApiKey::parse(QByteArrayView(bytes));
    bytes.fill('\0');
    if (!key) {
        core::Error error = key.error();
        error.subject = QStringLiteral("--key-stdin");
        return core::failure(std::move(error));
    }
    return std::optional(std::move(*key));
}

QJsonObject stateOf(const QString& location, const QString& hint)
{
    return {{QStringLiteral("location"), location},
        {QStringLiteral("hint"), hint.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(hint)}};
}

} // namespace

core::Result<std::optional<secrets::ApiKey>> KeySource::given(bool askStandardInput) const
{
    if (askStandardInput) {
        core::Result<QByteArray> input = Terminal::inputIsTerminal()
            ? m_terminal.readSecretLine(QCoreApplication::translate(
                "app::cli::KeySource", "Paste the key (it is not shown) and press Enter: "))
            : m_terminal.readAll(kMostInput);
        if (!input) {
            core::Error error = input.error();
            error.subject = QStringLiteral("--key-stdin");
            return core::failure(std::move(error));
        }
        return keyFrom(std::move(*input));
    }
    if (!m_fromEnvironment) {
        return core::failure(m_fromEnvironment.error());
    }
    if (*m_fromEnvironment) {
        return std::optional((*m_fromEnvironment)->clone());
    }
    return secrets::readSystemdCredential();
}

QCoro::Task<core::Result<secrets::ApiKey>> KeySource::fromKeychain(
    core::WorkspaceId workspace, api::BaseUrl baseUrl)
{
    if (!baseUrl.isStandard()) {
        co_return core::failure(core::ErrorKind::NoKey,
            QStringLiteral("a key of the keychain is never sent to another address than the standard one"),
            baseUrl.origin());
    }
    secrets::KeychainSecretStore keychain;
    // Named: GCC 12 destroys the members of a temporary aggregate in a co_await expression twice.
    const secrets::SecretId id{workspace, baseUrl.origin()};
    co_return co_await keychain.read(id);
}

QJsonObject KeySource::state(const settings::WorkspaceSettings* entry, const api::BaseUrl& baseUrl) const
{
    if (m_fromEnvironment && *m_fromEnvironment) {
        return stateOf(QStringLiteral("environment"), (*m_fromEnvironment)->redacted());
    }
    if (const auto credential = secrets::readSystemdCredential(); credential && *credential) {
        return stateOf(QStringLiteral("credential"), (*credential)->redacted());
    }
    if (!entry || entry->keyHint.isEmpty()) {
        return stateOf(QStringLiteral("none"), {});
    }
    switch (entry->keyLocation) {
    case settings::KeyLocation::Session: return stateOf(QStringLiteral("session"), entry->keyHint);
    case settings::KeyLocation::Keychain: break;
    }
    return baseUrl.isStandard() ? stateOf(QStringLiteral("keychain"), entry->keyHint)
                                : stateOf(QStringLiteral("none"), {});
}

} // namespace app::cli
