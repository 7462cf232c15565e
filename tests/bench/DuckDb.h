// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>

#include <cstdint>
#include <memory>

namespace bench {

/// DuckDB in a process of its own (node, duckdb/ingest.mjs): asked to read a page, it tells how long that
/// took, without the start of the process. Only where tests/bench/run.sh has installed it.
class DuckDb
{
public:
    struct Answer
    {
        double milliseconds = 0;
        std::int64_t rows = 0; ///< of usage_day
        std::int64_t clients = 0;
        std::int64_t models = 0;
    };

    /// `script`: duckdb/ingest.mjs beside its node_modules; `database` is made anew by each ingest().
    DuckDb(const QString& script, const QString& page, const QString& database);
    ~DuckDb();
    DuckDb(const DuckDb&) = delete;
    DuckDb& operator=(const DuckDb&) = delete;

    /// Whether it can be asked at all; else why not.
    static bool isThere(const QString& script);

    /// Throws std::runtime_error when the process does not answer.
    Answer ingest();
    /// The greatest resident memory of the process so far, in MB.
    [[nodiscard]] double peakMegabytes() const;

private:
    QProcess m_process;
};

} // namespace bench
