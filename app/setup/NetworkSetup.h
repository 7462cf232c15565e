// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/NetworkOptions.h"
#include "core/Result.h"
#include "secrets/ProxySecrets.h"
#include "settings/Settings.h"

#include <QCoroTask>
#include <QDateTime>

namespace app::setup {

/// What a file with extra authorities turned out to be.
struct AuthorityFile
{
    enum class Problem {
        None,
        Missing,
        NotAFile, ///< a folder, a device
        Unreadable,
        TooLarge,
        NotPem, ///< not the text form of a certificate
        NoCertificate, ///< text form, but of something else: a key, say
        Expired,
        NotValidYet,
        NotAnAuthority ///< the certificate of a server
    };
    Problem problem = Problem::None;
    QString file;
    QList<QSslCertificate> certificates{}; ///< those that can be used; empty with a problem
    QString name{}; ///< of the first certificate, as a person would recognise it; may be empty
    QDateTime until{}; ///< the day until which (or, not valid yet, from which) the first one is valid

    /// One or two sentences: what is the matter and what to do about it, or what was found.
    [[nodiscard]] QString explanation() const;
};

/// Reads at most 2 MB. Any thread; a file on a network drive may take its time.
AuthorityFile readAuthorityFile(const QString& file);

/// Whose password a proxy of these settings asks for.
secrets::ProxyAccount proxyAccountOf(const settings::NetworkSettings& settings);

/// The way to the internet that the settings describe. Reads the certificate file and, where there is one,
/// the system's certificates: not for the main thread. BadUsage names the setting that cannot be used.
core::Result<api::NetworkOptions> networkOptionsFrom(
    const settings::NetworkSettings& settings, const QString& password);

/// The same with the password of the proxy, off the calling thread. `proxySecrets` may be null and must
/// outlive the task. Without a stored password the proxy is tried without; a keychain that is locked, denied
/// or silent is an error, because trying would only earn a refusal.
QCoro::Task<core::Result<api::NetworkOptions>> loadNetworkOptions(
    settings::NetworkSettings settings, secrets::ProxySecrets* proxySecrets);

} // namespace app::setup
