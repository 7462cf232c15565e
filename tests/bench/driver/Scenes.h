// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "BenchApplication.h"

#include <QRegularExpression>
#include <QString>

namespace bench {

struct Options
{
    QString data;
    int rounds = 10;
    QRegularExpression cases; ///< of the pages; only names that match
    QString program; ///< the threadcount that is started in a process of its own
    QString simulator;
    std::int64_t engineers = 10'000; ///< of the backfill
    int days = 30;
    int seconds = 20; ///< how long the idle program is watched
    bool traces = false; ///< back traces of long gaps go to stderr
};

/// Clicks through all pages, ranges and filters; one line for each case.
void runPages(BenchApplication& application, const Options& options);
/// Makes every page again and again: what its first visit costs before anything is read. Needs no data.
void runMake(BenchApplication& application, const Options& options);
/// Starts the program and waits for its first painted chart.
void runColdStart(const Options& options);
/// A first backfill over HTTP from a simulator in another process, once in peace, against its stages alone,
/// and once with somebody who clicks through all pages all the time. Needs no data.
void runBackfill(BenchApplication& application, const Options& options);
/// Forgets all but the last three months and gives the room back, as a sync does it, with somebody who clicks
/// all the time. Changes the data folder for good.
void runPrune(BenchApplication& application, const Options& options);
/// Starts the program, waits until it is quiet and watches what it does then.
void runIdle(const Options& options);

} // namespace bench
