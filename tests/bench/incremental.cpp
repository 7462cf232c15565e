// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/DataSet.h"
#include "bench/Harness.h"
#include "store/DayWriter.h"
#include "store/Pruning.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <SQLiteCpp/SQLiteCpp.h>

#include <limits>
#include <memory>

namespace {

using app::core::DayRange;
using app::core::Instant;
using app::core::UtcDay;
using app::records::Dataset;
using app::store::Database;
using bench::stop;

constexpr int kUsageDays = 7; ///< what every sync reads again
constexpr int kNewestDays = 2; ///< in a window of their own
constexpr int kReviewDays = 30;
constexpr int kEverybody = std::numeric_limits<int>::max();
constexpr int kKeptMonths = 3;

template <typename Value> Value taken(app::core::Result<Value> result)
{
    if (!result) {
        stop(result.error().detail);
    }
    if constexpr (!std::is_void_v<Value>) {
        return std::move(*result);
    }
}

/// Bytes that this process gave to write() so far: into the write-ahead log, and from there into the file.
std::int64_t bytesWritten()
{
    QFile file(QStringLiteral("/proc/self/io"));
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray& line : file.readAll().split('\n')) {
            if (line.startsWith("wchar:")) {
                return line.mid(6).trimmed().toLongLong();
            }
        }
    }
    return 0;
}

/// A copy of a data set's cache that may be written to.
class Copy
{
public:
    Copy(const bench::DataSet& set, const QString& scratch)
        : m_file(QDir(scratch).filePath(QStringLiteral("copy-%1-%2.db")
                                            .arg(bench::nameOf(set.shape))
                                            .arg(QCoreApplication::applicationPid())))
    {
        remove();
        if (!QFile::copy(set.cacheFile(), m_file)) {
            stop(QStringLiteral("no copy can be made of %1").arg(set.cacheFile()));
        }
        m_database = taken(Database::open(m_file, Database::Access::ReadWrite));
    }
    ~Copy()
    {
        m_database.reset();
        remove();
    }
    Copy(const Copy&) = delete;
    Copy& operator=(const Copy&) = delete;

    Database& database() { return *m_database; }
    /// Carries the write-ahead log into the file; its size then.
    std::int64_t settle()
    {
        m_database->connection().exec("PRAGMA wal_checkpoint(TRUNCATE)");
        return QFileInfo(m_file).size();
    }

private:
    void remove() const
    {
        for (const char* suffix : {"", "-wal", "-shm"}) {
            QFile::remove(m_file + QLatin1String(suffix));
        }
    }

    QString m_file;
    std::unique_ptr<Database> m_database;
};

/// What one sync brings, ready to be stored.
struct Answers
{
    std::vector<std::pair<DayRange, app::records::UsagePage>> usage;
    std::pair<DayRange, app::records::UsagePage> workspaceUsage;
    std::pair<DayRange, app::records::ReviewPage> reviews;
    std::pair<DayRange, app::records::ReviewResponsePage> responses;
};

Answers answersOf(const bench::DataSet& set, const app::simulator::Generator& generator, int revised)
{
    const UtcDay last = set.days.last;
    const DayRange newest = DayRange::endingAt(last, kNewestDays);
    const DayRange next{std::max(set.days.first, last - (kUsageDays - 1)), newest.first - 1};
    const DayRange both{next.first, last};
    const DayRange reviewed{std::max(set.days.first, last - (kReviewDays - 1)), last};
    return {{{newest, bench::usageOf(generator, newest, revised)},
                {next, bench::usageOf(generator, next, revised)}},
        {both, bench::workspaceUsageOf(generator, both)}, {reviewed, bench::reviewsOf(generator, reviewed)},
        {reviewed, bench::responsesOf(generator, reviewed)}};
}

template <typename Page>
void write(Database& database, Dataset dataset, std::pair<DayRange, Page> window, Instant fetchedAt)
{
    app::store::DayWriter writer(dataset, window.first);
    taken(writer.addPage(database, std::move(window.second)));
    taken(writer.commit(database, fetchedAt, UtcDay::of(fetchedAt)));
}

void write(Database& database, Answers answers, Instant fetchedAt)
{
    for (auto& window : answers.usage) {
        write(database, Dataset::UsagePerEngineer, std::move(window), fetchedAt);
    }
    write(database, Dataset::UsageWorkspace, std::move(answers.workspaceUsage), fetchedAt);
    write(database, Dataset::CodeReviews, std::move(answers.reviews), fetchedAt);
    write(database, Dataset::CodeReviewResponses, std::move(answers.responses), fetchedAt);
}

/// A data set, its figures, and the copy that the syncs of this process go into.
class Synced
{
public:
    Synced(bench::DataSet set, QString scratch)
        : m_set(std::move(set))
        , m_scratch(std::move(scratch))
        , m_generator(bench::generatorOf(m_set.shape, m_set.days.last))
        , m_fetchedAt(m_set.now)
    {
    }

    [[nodiscard]] const bench::DataSet& set() const { return m_set; }
    [[nodiscard]] const QString& scratch() const { return m_scratch; }

    /// A sync that finds the newest `revised` rows of each of its days changed; 0: none at all.
    void sync(benchmark::State& state, int revised)
    {
        if (!m_copy) {
            m_copy = std::make_unique<Copy>(m_set, m_scratch);
        }
        // Corrections come and go in turn, so that each sync finds them changed.
        if (revised != 0 && m_revised != 0 && m_revised != revised) {
            store(0);
        }
        m_revised = revised == 0 ? m_revised : m_revised == revised ? 0 : revised;
        Answers answers = answersOf(m_set, m_generator, m_revised);
        std::int64_t rows = 0;
        for (const auto& window : answers.usage) {
            rows += window.second.envelope.rowCount;
        }
        const std::int64_t changed = revised == 0 ? 0
            : revised == kEverybody               ? rows
                                                  : std::int64_t{revised} * kUsageDays;
        const std::int64_t sizeBefore = m_copy->settle();
        const std::int64_t writtenBefore = bytesWritten();
        m_fetchedAt += std::chrono::minutes(1);
        for (auto _ : state) {
            write(m_copy->database(), std::move(answers), m_fetchedAt);
        }
        const std::int64_t sizeAfter = m_copy->settle();
        state.counters["rows"] = static_cast<double>(rows);
        state.counters["changed_rows"] = static_cast<double>(changed);
        state.counters["written_bytes"] = static_cast<double>(bytesWritten() - writtenBefore);
        state.counters["file_growth"] = static_cast<double>(sizeAfter - sizeBefore);
    }

private:
    void store(int revised)
    {
        m_fetchedAt += std::chrono::minutes(1);
        write(m_copy->database(), answersOf(m_set, m_generator, revised), m_fetchedAt);
        m_revised = revised;
    }

    bench::DataSet m_set;
    QString m_scratch;
    app::simulator::Generator m_generator;
    std::unique_ptr<Copy> m_copy;
    Instant m_fetchedAt;
    int m_revised = 0; ///< what the copy holds
};

/// Forgets all but three months of a year.
void prune(benchmark::State& state, const Synced& synced)
{
    Copy copy(synced.set(), synced.scratch());
    const std::int64_t sizeBefore = copy.settle();
    const std::int64_t writtenBefore = bytesWritten();
    const UtcDay first = app::store::firstKeptDay(synced.set().days.last + 1, kKeptMonths);
    for (auto _ : state) {
        app::core::DayRange forgotten;
        bool isDone = false;
        while (!isDone) {
            const app::store::PruneStep step = taken(app::store::pruneStep(copy.database(), first));
            forgotten = forgotten.united(step.pruned.days);
            isDone = step.isDone;
        }
        state.counters["days"] = forgotten.length();
    }
    const std::int64_t sizeAfter = copy.settle();
    state.counters["written_bytes"] = static_cast<double>(bytesWritten() - writtenBefore);
    state.counters["file_growth"] = static_cast<double>(sizeAfter - sizeBefore);
}

} // namespace

/// incremental [--scratch DIR] DATASET…: what storing a sync costs when nothing, little and everything
/// changed, and what forgetting old days costs.
int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    bench::Harness harness(argc, argv);
    const QString scratch = harness.scratchFolder();
    constexpr int kFive = 5;
    constexpr int kSyncs = 5;
    constexpr int kYear = 365;
    std::vector<std::unique_ptr<Synced>> sets;
    for (const QString& folder : harness.positionals()) {
        sets.push_back(std::make_unique<Synced>(taken(bench::DataSet::load(folder)), scratch));
        Synced& synced = *sets.back();
        const auto add = [&harness, &synced](const char* name, int revised) {
            bench::Subject subject{QLatin1String(name), QStringLiteral("threadcount"), synced.set().shape};
            subject.repetitions = kSyncs;
            harness.add(
                subject, [&synced, revised](benchmark::State& state) { synced.sync(state, revised); });
        };
        add("sync/unchanged", 0);
        add("sync/five people", kFive);
        add("sync/everything", kEverybody);
        if (synced.set().shape.days >= kYear) {
            bench::Subject subject{
                QStringLiteral("prune/to three months"), QStringLiteral("threadcount"), synced.set().shape};
            constexpr int kMany = 10'000;
            subject.repetitions = synced.set().shape.engineers > kMany ? 1 : 3;
            harness.add(subject, [&synced](benchmark::State& state) { prune(state, synced); });
        }
    }
    return harness.run();
}
