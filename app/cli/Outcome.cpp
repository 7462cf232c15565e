// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/Outcome.h"

#include "messages/ErrorText.h"

#include <QDateTime>

namespace app::cli {

namespace {

QDateTime utc(core::Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), Qt::UTC);
}

QString tr(const char* text)
{
    return QCoreApplication::translate("app::cli::Outcome", text);
}

QString aboutText(const core::Error& error)
{
    QStringList parts{error.subject, error.detail};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(": "));
}

/// What app/messages says, with the next steps of a terminal where those of a window do not fit.
messages::ErrorText inTheTerminal(const core::Error& error, core::Instant now)
{
    using core::ErrorKind;
    messages::ErrorText text = messages::describe(error);
    if (error.retryAfter) {
        text.nextStep = tr("Run the same command again after %1; what is stored stays.")
                            .arg(readableTime(now + *error.retryAfter));
        return text;
    }
    switch (error.kind) {
    case ErrorKind::NoKey:
        text.whatHappened = tr("There is no key for this command.");
        text.likelyCauses.clear();
        text.nextStep = tr("Pass one with --key-stdin or THREADCOUNT_API_KEY, or store one with the window.");
        break;
    case ErrorKind::KeychainUnavailable:
    case ErrorKind::KeychainLocked:
    case ErrorKind::KeychainDenied:
    case ErrorKind::KeychainSilent:
        text.nextStep
            = tr("Unlock or start the keychain, or pass the key with --key-stdin or THREADCOUNT_API_KEY.");
        break;
    case ErrorKind::KeyRejected:
        text.nextStep = tr("Check that the whole key was passed, or create a new one.");
        break;
    case ErrorKind::FileRefused:
        text.whatHappened = tr("The file %1 was not written: %2.").arg(error.subject, error.detail);
        text.likelyCauses.clear();
        text.nextStep = tr("Choose another file in a folder that exists; --force replaces a regular file.");
        break;
    case ErrorKind::StoreFolderRefused:
        text.whatHappened
            = tr("The data folder cannot be used: %1. Nothing in it was changed.").arg(error.detail);
        text.likelyCauses.clear();
        text.nextStep
            = tr("Choose a new or empty folder that belongs to you alone (mode 0700) with --data-dir.");
        break;
    case ErrorKind::StoreDamaged:
        text.nextStep
            = tr("Run threadcount-cli sync --rebuild: it sets the damaged file aside and fetches the "
                 "last 90 days again. Older days cannot be fetched again.");
        break;
    case ErrorKind::BadUsage: text.whatHappened = tr("This cannot be used: %1.").arg(aboutText(error)); break;
    default: break;
    }
    return text;
}

Outcome failure(core::ErrorKind kind, const QString& message, const QString& next, const QString& errorText)
{
    const ExitCode exitCode = exitCodeOf(kind);
    const QJsonObject error{
        {QStringLiteral("kind"), core::errorKindName(kind)},
        {QStringLiteral("exit"), static_cast<int>(exitCode)},
        {QStringLiteral("message"), message},
        {QStringLiteral("next"), next},
    };
    return {exitCode, QJsonObject{{QStringLiteral("error"), error}}, {}, errorText};
}

} // namespace

Outcome succeeded(QJsonObject json, QString text)
{
    return {ExitCode::Done, std::move(json), std::move(text), {}};
}

Outcome failed(const core::Error& error, core::Instant now)
{
    const messages::ErrorText text = inTheTerminal(error, now);
    QString lines = messages::asParagraph(text);
    if (const QString about = aboutText(error); !about.isEmpty()) {
        lines += QLatin1Char('\n') + tr("Details: %1").arg(about);
    }
    return failure(error.kind, text.whatHappened, text.nextStep, lines);
}

Outcome failed(core::ErrorKind kind, const QString& message, const QString& next)
{
    return failure(kind, message, next, message + QLatin1Char(' ') + next);
}

Outcome failed(const UsageError& error)
{
    return failed(core::ErrorKind::BadUsage, error.message, error.next);
}

QString isoTime(core::Instant instant)
{
    return utc(instant).toString(Qt::ISODateWithMs);
}

QString readableTime(core::Instant instant)
{
    return utc(instant).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'"));
}

} // namespace app::cli
