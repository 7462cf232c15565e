// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/KeychainEntries.h"

#include "core/Redaction.h"

#include <QCoroSignal>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QPointer>

#include <qt6keychain/keychain.h>

#include <cstring>

namespace app::secrets::keychain {

using core::ErrorKind;
using std::chrono::milliseconds;

namespace {

const QString kSecretService = QStringLiteral("org.freedesktop.secrets");

/// How one job of QtKeychain ended.
struct Outcome
{
    bool answered = false; ///< false = the time-out came first
    QKeychain::Error error = QKeychain::OtherError;
    QString text;
};

/// Starts a job and waits for its end. The job deletes itself when the keychain answers, however late:
/// QtKeychain holds a pointer to a running job, so it must never be deleted before. Where the answer came in
/// time, the job is alive until the next turn of the event loop, and the caller may still read its data.
QCoro::Task<Outcome> finish(QKeychain::Job* job, milliseconds timeout)
{
    job->setAutoDelete(false);
    auto ended = std::make_shared<bool>(false);
    QObject::connect(job, &QKeychain::Job::finished, job, [ended] { *ended = true; });
    job->start();
    const auto signal = co_await qCoro(job, &QKeychain::Job::finished, timeout);
    Outcome outcome;
    if (!signal && !*ended) {
        QObject::connect(job, &QKeychain::Job::finished, job, &QObject::deleteLater);
        co_return outcome;
    }
    outcome.answered = true;
    outcome.error = job->error();
    outcome.text = job->errorString();
    job->deleteLater();
    co_return outcome;
}

/// One call to the Secret Service, without starting it; an empty message when it does not answer in time.
QCoro::Task<QDBusMessage> ask(
    QString path, QString interface, QString method, QVariantList arguments, milliseconds timeout)
{
    QDBusMessage call = QDBusMessage::createMethodCall(kSecretService, path, interface, method);
    call.setArguments(arguments);
    call.setAutoStartService(false);
    QDBusPendingCallWatcher watcher(QDBusConnection::sessionBus().asyncCall(call));
    if (!watcher.isFinished()) {
        co_await qCoro(&watcher, &QDBusPendingCallWatcher::finished, timeout);
    }
    co_return watcher.isFinished() && !watcher.isError() ? watcher.reply() : QDBusMessage();
}

/// Whether the default collection of the Secret Service is locked. A locked collection hides its entries:
/// QtKeychain then reports "not found" or "denied", and a person who is asked to unlock may let the time-out
/// pass. False where it cannot be told (no bus, KWallet).
QCoro::Task<bool> isLocked(milliseconds timeout)
{
    if (!QDBusConnection::sessionBus().isConnected()) {
        co_return false;
    }
    // Filled step by step: GCC 12 cannot keep an initializer list in the frame of a coroutine.
    QVariantList defaultAlias;
    defaultAlias << QStringLiteral("default");
    const QDBusMessage alias = co_await ask(QStringLiteral("/org/freedesktop/secrets"),
        QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("ReadAlias"), defaultAlias, timeout);
    if (alias.arguments().isEmpty()) {
        co_return false;
    }
    const QString collection = qvariant_cast<QDBusObjectPath>(alias.arguments().constFirst()).path();
    if (collection.size() <= 1) {
        co_return false;
    }
    QVariantList property;
    property << QStringLiteral("org.freedesktop.Secret.Collection") << QStringLiteral("Locked");
    const QDBusMessage locked = co_await ask(collection, QStringLiteral("org.freedesktop.DBus.Properties"),
        QStringLiteral("Get"), property, timeout);
    if (locked.arguments().isEmpty()) {
        co_return false;
    }
    co_return qvariant_cast<QDBusVariant>(locked.arguments().constFirst()).variant().toBool();
}

ErrorKind kindOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::EntryNotFound: return ErrorKind::NoKey;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
    case QKeychain::CouldNotDeleteEntry: return ErrorKind::KeychainDenied;
    case QKeychain::NoError:
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError: break;
    }
    // QtKeychain 0.13 answers OtherError where there is no session bus and where nobody offers the service.
    return ErrorKind::KeychainUnavailable;
}

/// The error for an outcome that is not a success.
QCoro::Task<core::Error> explain(Outcome outcome, milliseconds timeout)
{
    core::Error error;
    error.subject = service();
    if (co_await isLocked(timeout)) {
        error.kind = ErrorKind::KeychainLocked;
        error.detail = QStringLiteral("the default collection of the keychain is locked");
    } else if (!outcome.answered) {
        error.kind = ErrorKind::KeychainSilent;
        error.detail = QStringLiteral("the keychain did not answer in time");
    } else {
        error.kind = kindOf(outcome.error);
        error.detail = core::redacted(outcome.text);
    }
    co_return error;
}

/// The time-out of a whole call, split: most of it for the keychain, the rest to find out why it failed.
struct Budget
{
    explicit Budget(milliseconds all)
        : job(all * 9 / 10)
        , question(all / 20)
    {
    }
    milliseconds job;
    milliseconds question; ///< twice at most
};

} // namespace

QString service()
{
    return QStringLiteral("org.threadcount.Threadcount");
}

void wipe(const QByteArray& bytes)
{
    explicit_bzero(const_cast<char*>(bytes.constData()), static_cast<std::size_t>(bytes.size()));
}

QCoro::Task<core::Result<QByteArray>> readEntry(QString name, milliseconds timeout)
{
    const Budget budget(timeout);
    QPointer<QKeychain::ReadPasswordJob> job = new QKeychain::ReadPasswordJob(service());
    job->setKey(name);
    const Outcome outcome = co_await finish(job.data(), budget.job);
    if (outcome.answered && outcome.error == QKeychain::NoError && job) {
        co_return job->binaryData();
    }
    co_return core::failure(co_await explain(outcome, budget.question));
}

QCoro::Task<core::Result<void>> writeEntry(QString name, QByteArray value, milliseconds timeout)
{
    const Budget budget(timeout);
    auto* job = new QKeychain::WritePasswordJob(service());
    job->setKey(name);
    job->setBinaryData(value);
    const Outcome outcome = co_await finish(job, budget.job);
    if (outcome.answered) {
        wipe(value);
    }
    if (outcome.answered && outcome.error == QKeychain::NoError) {
        co_return core::Result<void>();
    }
    co_return core::failure(co_await explain(outcome, budget.question));
}

QCoro::Task<core::Result<void>> removeEntry(QString name, milliseconds timeout)
{
    const Budget budget(timeout);
    auto* job = new QKeychain::DeletePasswordJob(service());
    job->setKey(name);
    const Outcome outcome = co_await finish(job, budget.job);
    // QtKeychain 0.13 reports success when a locked collection kept the entry, so success is looked at as
    // well.
    const core::Error error = co_await explain(outcome, budget.question);
    const bool isGone = outcome.answered
        && (outcome.error == QKeychain::NoError || outcome.error == QKeychain::EntryNotFound);
    if (isGone && error.kind != ErrorKind::KeychainLocked) {
        co_return core::Result<void>();
    }
    co_return core::failure(error);
}

} // namespace app::secrets::keychain
