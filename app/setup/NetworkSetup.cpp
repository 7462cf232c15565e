// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "setup/NetworkSetup.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QSslCertificate>
#include <QSslCertificateExtension>
#include <QtConcurrent>

#include <algorithm>

namespace app::setup {

namespace {

using core::ErrorKind;
using settings::ProxyMode;
using Problem = AuthorityFile::Problem;

constexpr qint64 kLargestMegabytes = 2;
constexpr qint64 kLargestFile = kLargestMegabytes * 1'000'000;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(app::setup::NetworkSetup)
};

bool isAuthority(const QSslCertificate& certificate)
{
    const QList<QSslCertificateExtension> extensions = certificate.extensions();
    for (const QSslCertificateExtension& extension : extensions) {
        if (extension.name() == QLatin1String("basicConstraints")) {
            return extension.value().toMap().value(QStringLiteral("ca")).toBool();
        }
    }
    return certificate.isSelfSigned(); // an old root, made before the extension was
}

QString nameOf(const QSslCertificate& certificate)
{
    const QStringList parts = certificate.subjectInfo(QSslCertificate::CommonName)
        + certificate.subjectInfo(QSslCertificate::Organization);
    return parts.join(QStringLiteral(", "));
}

/// English and short: for the log and for "Details".
const char* causeOf(Problem problem)
{
    switch (problem) {
    case Problem::None: break;
    case Problem::Missing: return "the certificate file does not exist";
    case Problem::NotAFile: return "the certificate file is no regular file";
    case Problem::Unreadable: return "the certificate file cannot be read";
    case Problem::TooLarge: return "the certificate file is too large";
    case Problem::NotPem: return "the certificate file is not in PEM form";
    case Problem::NoCertificate: return "the certificate file holds no certificate";
    case Problem::Expired: return "the certificates in the file have expired";
    case Problem::NotValidYet: return "the certificates in the file are not valid yet";
    case Problem::NotAnAuthority: return "the certificates in the file are of no authority";
    }
    return "";
}

tl::unexpected<core::Error> unusable(const QString& what, const char* cause)
{
    return core::failure(ErrorKind::BadUsage, QString::fromLatin1(cause), what);
}

} // namespace

QString AuthorityFile::explanation() const
{
    const QString day = QLocale().toString(until.date(), QLocale::ShortFormat);
    switch (problem) {
    case Problem::None:
        if (certificates.size() == 1) {
            return Text::tr("%1 is trusted in addition to what this computer trusts, until %2.")
                .arg(name, day);
        }
        return Text::tr("%1 and %n more are trusted in addition to what this computer trusts.", nullptr,
            static_cast<int>(certificates.size()) - 1)
            .arg(name);
    case Problem::Missing:
        return Text::tr("There is no file with this name. Choose the certificate file of your network.");
    case Problem::NotAFile: return Text::tr("This is not a file. Choose the certificate file in it.");
    case Problem::Unreadable:
        return Text::tr("The file cannot be read. Check who may open it, then choose it again.");
    case Problem::TooLarge:
        return Text::tr("The file is larger than %1 MB, which no certificate file is. Choose another one.")
            .arg(kLargestMegabytes);
    case Problem::NotPem:
        return Text::tr("The file is not in PEM form. Ask your IT for the certificate as PEM: a text with "
                        "the line BEGIN CERTIFICATE.");
    case Problem::NoCertificate:
        return Text::tr("The file is in PEM form, but there is no certificate in it. Ask your IT for the "
                        "certificate of the network.");
    case Problem::Expired:
        return Text::tr("The certificate %1 expired on %2. Ask your IT for the current one.").arg(name, day);
    case Problem::NotValidYet:
        return Text::tr("The certificate %1 is valid from %2. Check the date of this computer.")
            .arg(name, day);
    case Problem::NotAnAuthority:
        return Text::tr("%1 is the certificate of a server. Ask your IT for the certificate of the authority "
                        "that signed it.")
            .arg(name);
    }
    return {};
}

AuthorityFile readAuthorityFile(const QString& path)
{
    AuthorityFile found;
    found.file = path;
    const auto with = [&found](Problem problem) {
        found.problem = problem;
        found.certificates.clear();
        return found;
    };
    const QFileInfo info(path);
    if (!info.exists()) {
        return with(Problem::Missing);
    }
    if (!info.isFile()) {
        return with(Problem::NotAFile);
    }
    if (info.size() > kLargestFile) {
        return with(Problem::TooLarge);
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return with(Problem::Unreadable);
    }
    const QByteArray bytes = file.read(kLargestFile);
    if (!bytes.contains("-----BEGIN ")) {
        return with(Problem::NotPem);
    }
    const QList<QSslCertificate> all = QSslCertificate::fromData(bytes, QSsl::Pem);
    if (all.isEmpty()) {
        return with(Problem::NoCertificate);
    }
    const QDateTime now = QDateTime::currentDateTimeUtc();
    found.name = nameOf(all.first());
    found.until = all.first().expiryDate();
    QList<QSslCertificate> authorities;
    std::copy_if(all.begin(), all.end(), std::back_inserter(authorities), isAuthority);
    if (authorities.isEmpty()) {
        return with(Problem::NotAnAuthority);
    }
    found.name = nameOf(authorities.first());
    found.until = authorities.first().expiryDate();
    std::copy_if(authorities.begin(), authorities.end(), std::back_inserter(found.certificates),
        [&now](const QSslCertificate& one) { return one.effectiveDate() <= now && one.expiryDate() >= now; });
    if (!found.certificates.isEmpty()) {
        found.name = nameOf(found.certificates.first());
        found.until = found.certificates.first().expiryDate();
        return found;
    }
    if (authorities.first().expiryDate() < now) {
        return with(Problem::Expired);
    }
    found.until = authorities.first().effectiveDate();
    return with(Problem::NotValidYet);
}

secrets::ProxyAccount proxyAccountOf(const settings::NetworkSettings& settings)
{
    const bool isNamed = settings.proxy == ProxyMode::Http || settings.proxy == ProxyMode::Socks5;
    return {
        isNamed ? settings.proxyHost + u':' + QString::number(settings.proxyPort) : QStringLiteral("system"),
        settings.proxyUser};
}

core::Result<api::NetworkOptions> networkOptionsFrom(
    const settings::NetworkSettings& settings, const QString& password)
{
    api::NetworkOptions options;
    switch (settings.proxy) {
    case ProxyMode::System:
        options.proxy.setUser(settings.proxyUser);
        options.proxy.setPassword(settings.proxyUser.isEmpty() ? QString() : password);
        break;
    case ProxyMode::None: options.proxyChoice = api::NetworkOptions::ProxyChoice::Fixed; break;
    case ProxyMode::Http:
    case ProxyMode::Socks5:
        if (settings.proxyHost.isEmpty() || settings.proxyPort < 1) {
            return unusable(
                Text::tr("the proxy without an address or a port"), "the proxy's address is not complete");
        }
        options.proxyChoice = api::NetworkOptions::ProxyChoice::Fixed;
        options.proxy = QNetworkProxy(
            settings.proxy == ProxyMode::Http ? QNetworkProxy::HttpProxy : QNetworkProxy::Socks5Proxy,
            settings.proxyHost, static_cast<quint16>(settings.proxyPort), settings.proxyUser,
            settings.proxyUser.isEmpty() ? QString() : password);
        break;
    }
    if (!settings.caFile.isEmpty()) {
        const AuthorityFile file = readAuthorityFile(settings.caFile);
        if (file.problem != Problem::None) {
            return unusable(Text::tr("the certificate file %1").arg(settings.caFile), causeOf(file.problem));
        }
        options.authorities = api::withSystemAuthorities(file.certificates);
    }
    return options;
}

QCoro::Task<core::Result<api::NetworkOptions>> loadNetworkOptions(
    settings::NetworkSettings settings, secrets::ProxySecrets* proxySecrets)
{
    QString password;
    if (proxySecrets && !settings.proxyUser.isEmpty() && settings.proxy != ProxyMode::None) {
        const core::Result<QString> stored = co_await proxySecrets->read(proxyAccountOf(settings));
        if (stored) {
            password = *stored;
        } else if (stored.error().kind != ErrorKind::NoKey
            && stored.error().kind != ErrorKind::KeychainUnavailable) {
            co_return core::failure(stored.error());
        }
    }
    if (settings.caFile.isEmpty()) {
        co_return networkOptionsFrom(settings, password);
    }
    const QFuture<core::Result<api::NetworkOptions>> making
        = QtConcurrent::run(networkOptionsFrom, settings, password);
    co_return co_await making;
}

} // namespace app::setup
