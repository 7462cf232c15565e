// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Driver.h"

#include "core/UtcDay.h"

#include <QProcess>

namespace bench {

/// The simulator in a process of its own, for as long as this lives. Throws Stopped when it does not start.
class Service
{
public:
    /// `days` of history that end at `today`.
    Service(const QString& program, std::int64_t engineers, int days, app::core::UtcDay today);
    ~Service();
    Service(const Service&) = delete;
    Service& operator=(const Service&) = delete;

    [[nodiscard]] const Driver::Connection& connection() const { return *m_connection; }
    [[nodiscard]] qint64 pid() const { return m_process.processId(); }

private:
    QProcess m_process;
    std::optional<Driver::Connection> m_connection;
};

/// What fetching, decoding and storing cost when each has the machine for itself, in seconds.
/// What one thread took for a stage, in seconds.
struct StageTime
{
    double wall = 0; ///< with the waiting for the disk
    double cpu = 0;
};

struct Stages
{
    double download = 0; ///< on the wall: the service is a process of its own
    double serviceCpu = 0; ///< what the service worked for it
    StageTime decode;
    StageTime store;
    std::int64_t bytes = 0;
    int requests = 0;
};

/// Asks the service once more for every window that the cache in `data` was filled from, drops the answers,
/// asks again and decodes and stores them page by page into a new cache.
Stages measureStages(const Service& service, const QString& data, app::core::UtcDay today);

} // namespace bench
