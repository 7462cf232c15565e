// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/KeychainSecretStore.h"

#include "core/Log.h"
#include "core/Redaction.h"

#include <QCoroSignal>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QDeadlineTimer>
#include <QPointer>
#include <QRandomGenerator>
#include <QUuid>

#include <qt6keychain/keychain.h>

#include <cstring>

namespace app::secrets {

namespace {

using core::ErrorKind;
using std::chrono::milliseconds;

const QString kService = QStringLiteral("org.threadcount.Threadcount");
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

/// Overwrites a secret that QtKeychain returned. The array is shared with the job; writing through it on
/// purpose clears the job's copy as well.
void wipe(const QByteArray& bytes)
{
    explicit_bzero(const_cast<char*>(bytes.constData()), static_cast<std::size_t>(bytes.size()));
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
    error.subject = kService;
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

QCoro::Task<core::Result<QByteArray>> readEntry(QString name, Budget budget)
{
    QPointer<QKeychain::ReadPasswordJob> job = new QKeychain::ReadPasswordJob(kService);
    job->setKey(name);
    const Outcome outcome = co_await finish(job.data(), budget.job);
    if (outcome.answered && outcome.error == QKeychain::NoError && job) {
        co_return job->binaryData();
    }
    co_return core::failure(co_await explain(outcome, budget.question));
}

QCoro::Task<core::Result<void>> writeEntry(QString name, QByteArray value, Budget budget)
{
    auto* job = new QKeychain::WritePasswordJob(kService);
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

QCoro::Task<core::Result<void>> removeEntry(QString name, Budget budget)
{
    auto* job = new QKeychain::DeletePasswordJob(kService);
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

} // namespace

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
        = [&deadline] { return Budget(std::max(milliseconds(deadline.remainingTime()), milliseconds(100))); };

    // The written bytes are wiped with the job, so it gets a copy.
    const core::Result<void> written
        = co_await writeEntry(name, QByteArray(canary.constData(), canary.size()), Budget(m_timeout));
    if (!written) {
        co_return written;
    }
    const core::Result<QByteArray> back = co_await readEntry(name, remaining());
    const core::Result<void> removed = co_await removeEntry(name, remaining());
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
            QStringLiteral("the keychain returned something else than was stored"), kService);
    }
    co_return removed;
}

QCoro::Task<core::Result<ApiKey>> KeychainSecretStore::read(SecretId id)
{
    const core::Result<QByteArray> bytes = co_await readEntry(id.name(), Budget(m_timeout));
    if (!bytes) {
        co_return core::failure(bytes.error());
    }
    core::Result<ApiKey> key = ApiKey::parse(QByteArrayView(*bytes));
    wipe(*bytes);
    if (!key) {
        qCWarning(lcSecrets) << "The keychain entry of this workspace holds no key; it is ignored.";
        co_return core::failure(
            ErrorKind::NoKey, QStringLiteral("the keychain entry holds no key"), id.origin);
    }
    co_return key;
}

QCoro::Task<core::Result<void>> KeychainSecretStore::write(SecretId id, ApiKey key)
{
    co_return co_await writeEntry(id.name(), key.exposeForStorage(), Budget(m_timeout));
}

QCoro::Task<core::Result<void>> KeychainSecretStore::remove(SecretId id)
{
    co_return co_await removeEntry(id.name(), Budget(m_timeout));
}

} // namespace app::secrets
