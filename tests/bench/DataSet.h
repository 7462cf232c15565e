// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/Workload.h"
#include "core/Clock.h"
#include "core/Result.h"
#include "core/WorkspaceId.h"

#include <functional>

namespace bench {

/// What a finished data set says about itself, in dataset.json beside the files of the program. Programs that
/// open one take `now` as their clock, so that its days are those of the presets on whatever day it is run.
struct DataSet
{
    QString folder; ///< a whole --data-dir: settings, one workspace that was set up, its cache
    int schema = 0; ///< version of the cache
    Shape shape;
    app::core::DayRange days; ///< the last one is the day before `now`
    app::core::Instant now{}; ///< noon UTC, one minute after the last sync
    QString format{}; ///< writtenFormat() of the program that made it
    std::int64_t usageRows = 0;
    std::int64_t fileBytes = 0; ///< cache.db

    /// Errors: StoreFailed where the folder holds no finished data set.
    static app::core::Result<DataSet> load(const QString& folder);

    /// The one workspace of every data set.
    static app::core::WorkspaceId workspace();
    [[nodiscard]] QString workspaceFolder() const;
    [[nodiscard]] QString cacheFile() const;
};

/// "v2-10000x365": of the schema that this program writes.
QString dataSetName(Shape shape);

/// Tells formats of the cache apart, also where the schema's number is the same: it is made of what this
/// program's writer leaves of a few rows. Empty where nothing can be written.
QString writtenFormat();

/// Makes a data set through the production writer, as a sync would have filled the cache: the first 90 days
/// as a backfill (newest window first), every later day behind them. `folder` must not exist; it appears
/// with the last step, made under another name. `note` gets a line now and then.
/// Errors: those of the store and the settings.
app::core::Result<DataSet> makeDataSet(const QString& folder, Shape shape, app::core::UtcDay last,
    const std::function<void(const QString&)>& note);

} // namespace bench
