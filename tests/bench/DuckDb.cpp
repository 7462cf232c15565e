// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/DuckDb.h"

#include "bench/Harness.h"

#include <QFileInfo>
#include <QStandardPaths>

#include <stdexcept>

namespace bench {

namespace {

constexpr int kPatience = 120'000; ///< milliseconds

} // namespace

DuckDb::DuckDb(const QString& script, const QString& page, const QString& database)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral("node"), {script, page, database});
}

DuckDb::~DuckDb()
{
    m_process.closeWriteChannel();
    m_process.waitForFinished(kPatience);
}

bool DuckDb::isThere(const QString& script)
{
    return !QStandardPaths::findExecutable(QStringLiteral("node")).isEmpty() && QFileInfo::exists(script)
        && QFileInfo::exists(QFileInfo(script).path() + QStringLiteral("/node_modules/@duckdb/node-api"));
}

DuckDb::Answer DuckDb::ingest()
{
    m_process.write("ingest\n");
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(kPatience)) {
            throw std::runtime_error("DuckDB does not answer");
        }
    }
    const QList<QByteArray> words = m_process.readLine().trimmed().split(' ');
    constexpr qsizetype kWords = 4;
    if (words.size() != kWords) {
        throw std::runtime_error("DuckDB says something else than four numbers");
    }
    return {words[0].toDouble(), words[1].toLongLong(), words[2].toLongLong(), words[3].toLongLong()};
}

double DuckDb::peakMegabytes() const
{
    return bench::peakMegabytes(m_process.processId());
}

} // namespace bench
