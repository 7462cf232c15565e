// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/DataSet.h"

#include "api/BaseUrl.h"
#include "bench/Content.h"
#include "settings/Settings.h"
#include "store/CoverageQueries.h"
#include "store/DataFolder.h"
#include "store/DayWriter.h"
#include "store/Migrations.h"
#include "store/RequestLedger.h"
#include "store/SyncState.h"
#include "store/UsageQueries.h"
#include "store/WorkspaceStore.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <algorithm>
#include <vector>

namespace bench {

namespace records = app::records;
namespace store = app::store;
using app::core::DayRange;
using app::core::ErrorKind;
using app::core::failure;
using app::core::Instant;
using app::core::Result;
using app::core::UtcDay;
using app::records::Dataset;

namespace {

constexpr int kBackfillDays = 90;
constexpr int kNewestDays = 2;
constexpr int kNextDays = 5;
constexpr int kMostWindowDays = 30;
/// Rows of a window. Ten times what a page of the service has, which makes the months' sums cheaper and the
/// finished file no different.
constexpr int kRowsOfWindow = 300'000;
/// Seven of ten people have a row on a working day.
constexpr int kRowsPerTenPeople = 7;

/// Every dataset of one window, ready to be written.
struct Window
{
    DayRange days;
    records::UsagePage usage;
    records::UsagePage workspaceUsage;
    records::ReviewPage reviews;
    records::ReviewResponsePage responses;
};

/// In the order in which a sync would have written them.
std::vector<DayRange> windowsOf(Shape shape, DayRange all)
{
    const int rowsPerDay = std::max(1, shape.engineers * kRowsPerTenPeople / 10);
    const int most = std::clamp(kRowsOfWindow / rowsPerDay, 1, kMostWindowDays);
    std::vector<DayRange> windows;
    const int backfill = std::min(shape.days, kBackfillDays);
    UtcDay last = all.first + (backfill - 1);
    for (int length = kNewestDays; last >= all.first;
         length = windows.size() == 1 ? std::min(kNextDays, most) : most) {
        const UtcDay first = std::max(all.first, last - (length - 1));
        windows.push_back({first, last});
        last = first - 1;
    }
    for (UtcDay first = all.first + backfill; first <= all.last; first = first + most) {
        windows.push_back({first, std::min(all.last, first + (most - 1))});
    }
    return windows;
}

Window windowOf(const app::simulator::Generator& generator, DayRange days)
{
    return {days, usageOf(generator, days), workspaceUsageOf(generator, days), reviewsOf(generator, days),
        responsesOf(generator, days)};
}

template <typename Page>
Result<void> write(
    store::Database& database, Dataset dataset, const Window& window, Page page, Instant fetchedAt)
{
    records::RequestRecord request;
    request.at = fetchedAt;
    request.dataset = dataset;
    request.days = window.days;
    request.status = 200;
    request.rows = page.envelope.rowCount;
    store::DayWriter writer(dataset, window.days);
    if (const Result<void> added = writer.addPage(database, std::move(page)); !added) {
        return added;
    }
    const auto outcome = writer.commit(database, fetchedAt, UtcDay::of(fetchedAt));
    return outcome ? store::appendRequests(database, {request}) : failure(outcome.error());
}

Result<void> write(store::Database& database, Window window, Instant fetchedAt)
{
    Result<void> written
        = write(database, Dataset::UsagePerEngineer, window, std::move(window.usage), fetchedAt);
    if (written) {
        written
            = write(database, Dataset::UsageWorkspace, window, std::move(window.workspaceUsage), fetchedAt);
    }
    if (written) {
        written = write(database, Dataset::CodeReviews, window, std::move(window.reviews), fetchedAt);
    }
    return written
        ? write(database, Dataset::CodeReviewResponses, window, std::move(window.responses), fetchedAt)
        : written;
}

/// What is left of a finished sync beside its rows.
Result<void> finish(store::Database& database, const DataSet& set, std::int64_t windows)
{
    Result<store::SyncState> state = store::loadSyncState(database);
    if (!state) {
        return failure(state.error());
    }
    const Instant syncedAt = set.now - std::chrono::minutes(1);
    state->workspace = DataSet::workspace();
    state->origin = app::api::BaseUrl::standard().origin();
    state->goalFrom = set.days.first;
    state->lastSweepAt = syncedAt;
    state->workedBefore = true;
    store::LastSync last;
    last.at = syncedAt;
    last.result = QStringLiteral("ok");
    last.requests = windows * static_cast<std::int64_t>(records::kDatasets.size());
    last.rows = set.usageRows;
    last.seconds = 60;
    state->lastSync = last;
    state->lastSuccessAt = syncedAt;
    state->nextSyncAt = syncedAt + std::chrono::hours(4);
    return store::saveSyncState(database, *state);
}

Result<std::int64_t> fill(const DataSet& set, UtcDay last, const std::function<void(const QString&)>& note)
{
    auto opened = store::WorkspaceStore::open(set.workspaceFolder());
    if (!opened) {
        return failure(opened.error());
    }
    store::WorkspaceStore& cache = **opened;
    const Instant fetchedAt = set.now - std::chrono::minutes(1);
    const app::simulator::Generator generator = generatorOf(set.shape, last);
    const std::vector<DayRange> windows = windowsOf(set.shape, set.days);

    // The next window is made up while the writer's thread stores the one before.
    DataSet filled = set;
    QFuture<Result<void>> writing;
    for (const DayRange days : windows) {
        Window window = windowOf(generator, days);
        filled.usageRows += window.usage.envelope.rowCount;
        if (writing.isValid()) {
            if (const Result<void> written = writing.result(); !written) {
                return failure(written.error());
            }
        }
        writing = cache.write([window = std::move(window), fetchedAt](store::Database& database) mutable {
            return write(database, std::move(window), fetchedAt);
        });
        note(QStringLiteral("%1 to %2, %3 rows so far")
                 .arg(days.first.toIso(), days.last.toIso())
                 .arg(filled.usageRows));
    }
    if (const Result<void> written = writing.result(); !written) {
        return failure(written.error());
    }
    const auto count = static_cast<std::int64_t>(windows.size());
    const Result<void> finished
        = cache.write([&filled, count](store::Database& database) { return finish(database, filled, count); })
              .result();
    if (!finished) {
        return failure(finished.error());
    }
    // Nobody who opens the set measures the daily check by accident.
    if (const Result<bool> whole = cache.checkWhenDue(set.now).result(); !whole) {
        return failure(whole.error());
    }
    return filled.usageRows;
}

Result<void> writeSettings(const store::DataFolder& folder, Shape shape)
{
    app::settings::Settings settings;
    app::settings::WorkspaceSettings entry{DataSet::workspace()};
    entry.origin = app::api::BaseUrl::standard().origin();
    // The key of a session that has ended: whoever opens the set by accident asks nobody anything.
    entry.keyLocation = app::settings::KeyLocation::Session;
    entry.keyHint = QStringLiteral("…TEST");
    entry.setupFinished = true;
    entry.name = QStringLiteral("Benchmark %1").arg(nameOf(shape));
    settings.put(entry);
    settings.activeWorkspace = DataSet::workspace();
    settings.backfillDays = kBackfillDays;
    return settings.save(folder.settingsFile());
}

Result<void> writeNote(const DataSet& set)
{
    const QJsonObject note{
        {QStringLiteral("schema"), set.schema},
        {QStringLiteral("engineers"), set.shape.engineers},
        {QStringLiteral("days"), set.shape.days},
        {QStringLiteral("first"), set.days.first.toIso()},
        {QStringLiteral("last"), set.days.last.toIso()},
        {QStringLiteral("now"), static_cast<qint64>(set.now.time_since_epoch().count())},
        {QStringLiteral("format"), set.format},
        {QStringLiteral("usageRows"), static_cast<qint64>(set.usageRows)},
        {QStringLiteral("fileBytes"), static_cast<qint64>(set.fileBytes)},
    };
    QFile file(set.folder + QStringLiteral("/dataset.json"));
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(note).toJson()) < 0) {
        return failure(ErrorKind::StoreFailed, file.errorString(), file.fileName());
    }
    return {};
}

} // namespace

Result<DataSet> DataSet::load(const QString& folder)
{
    QFile file(folder + QStringLiteral("/dataset.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorKind::StoreFailed, file.errorString(), file.fileName());
    }
    const QJsonObject note = QJsonDocument::fromJson(file.readAll()).object();
    const auto first = UtcDay::fromIso(note.value(QLatin1String("first")).toString());
    const auto last = UtcDay::fromIso(note.value(QLatin1String("last")).toString());
    if (!first || !last) {
        return failure(ErrorKind::StoreFailed, QStringLiteral("this is no data set"), file.fileName());
    }
    DataSet set;
    set.folder = folder;
    set.schema = note.value(QLatin1String("schema")).toInt();
    set.shape = {note.value(QLatin1String("engineers")).toInt(), note.value(QLatin1String("days")).toInt()};
    set.days = {*first, *last};
    set.now = Instant(std::chrono::milliseconds(note.value(QLatin1String("now")).toInteger()));
    set.format = note.value(QLatin1String("format")).toString();
    set.usageRows = note.value(QLatin1String("usageRows")).toInteger();
    set.fileBytes = note.value(QLatin1String("fileBytes")).toInteger();
    return set;
}

app::core::WorkspaceId DataSet::workspace()
{
    return *app::core::WorkspaceId::parse(u"0b5e55ed-0000-4000-8000-00000000be9c");
}

QString DataSet::workspaceFolder() const
{
    return folder + QStringLiteral("/workspaces/") + workspace().toString();
}

QString DataSet::cacheFile() const
{
    return workspaceFolder() + QStringLiteral("/cache.db");
}

QString writtenFormat()
{
    constexpr Shape kFew{300, 10};
    constexpr UtcDay kAnyDay = UtcDay::fromNumber(20'000);
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("cache.db"));
    {
        const auto opened = store::Database::open(file, store::Database::Access::ReadWrite);
        const app::simulator::Generator generator = generatorOf(kFew, kAnyDay);
        const Instant fetchedAt = (kAnyDay + 1).start();
        if (!opened || !write(**opened, windowOf(generator, generator.offeredDays()), fetchedAt)) {
            return {};
        }
    }
    return QString::fromLatin1(QCryptographicHash::hash(contentOf(file), QCryptographicHash::Sha256).toHex());
}

QString dataSetName(Shape shape)
{
    return QStringLiteral("v%1-%2").arg(store::latestSchemaVersion()).arg(nameOf(shape));
}

Result<DataSet> makeDataSet(
    const QString& folder, Shape shape, UtcDay last, const std::function<void(const QString&)>& note)
{
    DataSet set;
    set.folder = folder + QStringLiteral(".unfinished");
    set.schema = store::latestSchemaVersion();
    set.format = writtenFormat();
    set.shape = shape;
    set.days = DayRange::endingAt(last, shape.days);
    set.now = last.end() + std::chrono::hours(12);
    if (QFileInfo::exists(folder)) {
        return failure(ErrorKind::StoreFailed, QStringLiteral("the folder is there already"), folder);
    }
    if (!QDir(set.folder).removeRecursively() || !QDir().mkpath(QFileInfo(folder).path())) {
        return failure(ErrorKind::StoreFailed, QStringLiteral("no room can be made"), set.folder);
    }
    const Result<store::DataFolder> data = store::DataFolder::inspect(set.folder);
    if (!data) {
        return failure(data.error());
    }
    if (const Result<void> made = data->ensureCreated(); !made) {
        return failure(made.error());
    }
    if (const Result<void> saved = writeSettings(*data, shape); !saved) {
        return failure(saved.error());
    }
    const Result<std::int64_t> rows = fill(set, last, note);
    if (!rows) {
        return failure(rows.error());
    }
    set.usageRows = *rows;
    set.fileBytes = QFileInfo(set.cacheFile()).size();
    if (const Result<void> noted = writeNote(set); !noted) {
        return failure(noted.error());
    }
    if (!QDir().rename(set.folder, folder)) {
        return failure(ErrorKind::StoreFailed, QStringLiteral("the folder cannot get its name"), folder);
    }
    set.folder = folder;
    return set;
}

} // namespace bench
