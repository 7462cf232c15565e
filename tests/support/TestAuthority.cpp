// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/TestAuthority.h"

#include <QDateTime>
#include <QFile>
#include <QProcess>

namespace support {

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(bytes);
    }
}

QString stamp(int daysFromNow)
{
    return QDateTime::currentDateTimeUtc()
        .addDays(daysFromNow)
        .toString(QStringLiteral("yyyyMMddhhmmss"))
        .append(u'Z');
}

} // namespace

TestAuthority::TestAuthority(const QString& organisation, const QString& name, Validity validity)
{
    write(m_folder.filePath(QStringLiteral("config")),
        "[ca]\ndefault_ca=here\n[here]\ndir=.\ndatabase=index\nnew_certs_dir=.\nserial=serial\n"
        "default_md=sha256\npolicy=any\nunique_subject=no\ncopy_extensions=copy\n"
        "[any]\norganizationName=optional\ncommonName=supplied\n[req]\ndistinguished_name=dn\n[dn]\n"
        "[authority]\nbasicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n"
        "subjectKeyIdentifier=hash\n[server]\nbasicConstraints=CA:FALSE\nauthorityKeyIdentifier=keyid\n");
    write(m_folder.filePath(QStringLiteral("index")), {});
    write(m_folder.filePath(QStringLiteral("serial")), "1000\n");
    const QString subject = QStringLiteral("/O=%1/CN=%2").arg(organisation, name);
    if (run({QStringLiteral("req"), QStringLiteral("-config"), QStringLiteral("config"),
            QStringLiteral("-newkey"), QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
            QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes"),
            QStringLiteral("-keyout"), QStringLiteral("ca.key"), QStringLiteral("-out"),
            QStringLiteral("ca.csr"), QStringLiteral("-subj"), subject})) {
        sign(QStringLiteral("ca"), QStringLiteral("authority"), validity, true);
    }
}

QSslCertificate TestAuthority::certificate() const
{
    return QSslCertificate(contentOf(file()), QSsl::Pem);
}

ServerIdentity TestAuthority::issue(const QString& names, Validity validity)
{
    const QString name = QStringLiteral("server%1").arg(++m_issued);
    if (run({QStringLiteral("req"), QStringLiteral("-config"), QStringLiteral("config"),
            QStringLiteral("-newkey"), QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
            QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes"),
            QStringLiteral("-keyout"), name + QStringLiteral(".key"), QStringLiteral("-out"),
            name + QStringLiteral(".csr"), QStringLiteral("-subj"), QStringLiteral("/CN=Test server"),
            QStringLiteral("-addext"), QStringLiteral("subjectAltName=") + names})) {
        sign(name, QStringLiteral("server"), validity, false);
    }
    const QString path = m_folder.filePath(name);
    return {QSslCertificate(contentOf(path + QStringLiteral(".pem")), QSsl::Pem),
        QSslKey(contentOf(path + QStringLiteral(".key")), QSsl::Ec)};
}

bool TestAuthority::sign(const QString& name, const QString& section, Validity validity, bool itself)
{
    const int from = validity == Validity::Past ? -30 : validity == Validity::Future ? 10 : -1;
    const int to = validity == Validity::Past ? -10 : 30;
    QStringList arguments{QStringLiteral("ca"), QStringLiteral("-batch"), QStringLiteral("-notext"),
        QStringLiteral("-config"), QStringLiteral("config"), QStringLiteral("-extensions"), section,
        QStringLiteral("-startdate"), stamp(from), QStringLiteral("-enddate"), stamp(to),
        QStringLiteral("-in"), name + QStringLiteral(".csr"), QStringLiteral("-out"),
        name + QStringLiteral(".pem"), QStringLiteral("-keyfile"), QStringLiteral("ca.key")};
    if (itself) {
        arguments << QStringLiteral("-selfsign");
    } else {
        arguments << QStringLiteral("-cert") << QStringLiteral("ca.pem");
    }
    return run(arguments);
}

bool TestAuthority::run(const QStringList& arguments)
{
    QProcess tool;
    tool.setWorkingDirectory(m_folder.path());
    tool.setProcessChannelMode(QProcess::MergedChannels);
    tool.start(QStringLiteral("openssl"), arguments);
    const bool ended = tool.waitForFinished(60'000);
    const bool worked = ended && tool.exitStatus() == QProcess::NormalExit && tool.exitCode() == 0;
    if (!worked) {
        m_problem = QStringLiteral("openssl %1: %2 %3")
                        .arg(arguments.value(0), tool.errorString(), QString::fromLocal8Bit(tool.readAll()));
    }
    return worked;
}

} // namespace support
