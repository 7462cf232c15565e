// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QtGlobal>

#include <cstdint>
#include <vector>

namespace bench {

/// What /proc says about a process; zero where it says nothing.
struct ProcessStatus
{
    double cpuSeconds = 0; ///< user and system, all threads
    std::int64_t resident = 0; ///< bytes
    std::int64_t residentAnonymous = 0; ///< of these, what the process itself allocated
    std::int64_t residentFile = 0; ///< and what is mapped from files
    std::int64_t peakResident = 0;
    std::int64_t written = 0; ///< bytes that went to a disk
    int threads = 0;
    std::int64_t wakeUps = 0; ///< voluntary context switches of all threads

    static ProcessStatus of(qint64 pid);
};

/// Where the resident memory lies, in megabytes: heap, anonymous, each kind of file. Empty where the system
/// does not let us look.
QJsonObject residentByKind(qint64 pid);

/// Wake-ups by the name of the thread.
QJsonObject wakeUpsByThread(qint64 pid);

} // namespace bench
