// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"

#include <QByteArray>
#include <QCoroTask>
#include <QString>

#include <chrono>

/// The entries of the system keychain below our service name, for the classes of this room that keep a
/// secret there. Errors: NoKey (no such entry), KeychainUnavailable, KeychainLocked, KeychainDenied,
/// KeychainSilent (no answer within the time-out). Main thread, or the one thread of the CLI.
namespace app::secrets::keychain {

/// The service name that all our entries share.
QString service();

QCoro::Task<core::Result<QByteArray>> readEntry(QString name, std::chrono::milliseconds timeout);
/// Wipes `value` when the keychain has answered; pass bytes that nobody else shares.
QCoro::Task<core::Result<void>> writeEntry(QString name, QByteArray value, std::chrono::milliseconds timeout);
/// Removing what is not there succeeds.
QCoro::Task<core::Result<void>> removeEntry(QString name, std::chrono::milliseconds timeout);

/// Overwrites a secret that readEntry() returned. The array is shared with the keychain's job; writing
/// through it on purpose clears that copy as well.
void wipe(const QByteArray& bytes);

} // namespace app::secrets::keychain
