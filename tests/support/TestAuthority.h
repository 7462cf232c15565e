// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslCertificate>
#include <QSslKey>
#include <QString>
#include <QTemporaryDir>

namespace support {

/// A certificate with its key, as a TLS server wants them.
struct ServerIdentity
{
    QSslCertificate certificate;
    QSslKey key;
};

/// A certification authority that lives as long as the test, like the one of a network that inspects
/// connections. Made by openssl in a folder of its own.
class TestAuthority final
{
public:
    enum class Validity { Now, Past, Future };

    /// `organisation` and `name` become the subject, which is the issuer of what it signs.
    explicit TestAuthority(const QString& organisation = QStringLiteral("Example Networks"),
        const QString& name = QStringLiteral("Example Inspection CA"), Validity validity = Validity::Now);

    /// Empty when everything went well, else what openssl said.
    [[nodiscard]] QString problem() const { return m_problem; }
    /// The PEM file of the authority's own certificate.
    [[nodiscard]] QString file() const { return m_folder.filePath(QStringLiteral("ca.pem")); }
    [[nodiscard]] QSslCertificate certificate() const;
    /// `names` as openssl writes them: "DNS:host" or "IP:127.0.0.1", separated by commas.
    ServerIdentity issue(const QString& names, Validity validity = Validity::Now);

private:
    bool run(const QStringList& arguments);
    bool sign(const QString& name, const QString& section, Validity validity, bool itself);

    QTemporaryDir m_folder;
    QString m_problem;
    int m_issued = 0;
};

} // namespace support
