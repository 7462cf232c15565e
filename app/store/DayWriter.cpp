// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/DayWriter.h"

#include "store/DayStates.h"
#include "store/DayTables.h"
#include "store/Staging.h"

#include <map>

namespace app::store {

namespace {

/// A day older than this that comes back empty is kept.
constexpr int kWithdrawnAfterDays = 30;

/// A day's line of coverage.
struct Covered
{
    core::Instant fetchedAt;
    std::int64_t rows = 0;
    std::string digest;
    bool isNotOffered = false;
    bool isWithdrawn = false;

    [[nodiscard]] records::DayState state(core::UtcDay day) const
    {
        return dayState(day, fetchedAt, isNotOffered);
    }
};

std::map<core::UtcDay, Covered> coveredDays(
    SQLite::Database& connection, records::Dataset dataset, core::DayRange days)
{
    std::map<core::UtcDay, Covered> found;
    SQLite::Statement select(connection,
        "SELECT day, fetched_at, row_count, digest, not_offered, withdrawn FROM coverage"
        " WHERE dataset = ? AND day BETWEEN ? AND ?");
    sql::start(select, static_cast<std::int64_t>(dataset), days.first, days.last);
    while (select.executeStep()) {
        sql::RowReader row(select);
        const core::UtcDay day = row.day();
        Covered covered;
        covered.fetchedAt = row.instant();
        covered.rows = row.integer();
        covered.digest = row.text();
        covered.isNotOffered = row.flag();
        covered.isWithdrawn = row.flag();
        found.emplace(day, std::move(covered));
    }
    return found;
}

/// Days from the first one that has rows on are served: none of them is "not offered" any more.
core::DayRange offerFrom(SQLite::Database& connection, core::UtcDay firstWithRows)
{
    core::DayRange changed;
    SQLite::Statement update(
        connection, "UPDATE coverage SET not_offered = 0 WHERE not_offered = 1 AND day >= ? RETURNING day");
    sql::start(update, firstWithRows);
    while (update.executeStep()) {
        const core::UtcDay day = sql::RowReader(update).day();
        changed = changed.united({day, day});
    }
    return changed;
}

/// Replaces the days of one window inside the caller's transaction.
template <typename Tables> class WindowCommit
{
public:
    WindowCommit(SQLite::Database& connection, records::Dataset dataset, core::DayRange days,
        core::Instant fetchedAt, core::UtcDay today)
        : m_connection(connection)
        , m_dataset(dataset)
        , m_fetchedAt(fetchedAt)
        , m_today(today)
        , m_tables(connection)
        , m_covered(coveredDays(connection, dataset, days))
        , m_insertCoverage(connection,
              "INSERT INTO coverage (dataset, day, fetched_at, first_fetched_at, row_count, digest, "
              "not_offered,"
              " withdrawn) VALUES (?1, ?2, ?3, ?3, ?4, ?5, ?6, ?7)"
              " ON CONFLICT (dataset, day) DO UPDATE SET fetched_at = excluded.fetched_at,"
              " row_count = excluded.row_count, digest = excluded.digest, not_offered = excluded.not_offered,"
              " withdrawn = excluded.withdrawn")
        , m_log(connection,
              "INSERT INTO restatement (at, dataset, day, withdrawn, measure, value_before, value_after)"
              " VALUES (?, ?, ?, ?, ?, ?, ?)")
    {
        m_outcome.days = days;
    }

    void replaceDay(core::UtcDay day, const std::vector<Arrived<typename Tables::Row>>& arrivals)
    {
        const auto found = m_covered.find(day);
        const Covered* before = found == m_covered.end() ? nullptr : &found->second;
        const bool hadRows = before && before->rows > 0;
        const auto content = m_tables.build(arrivals);

        Covered after;
        after.fetchedAt = m_fetchedAt;
        after.rows = content.rows();
        after.digest = content.digest.bytes();
        bool isChanged = !before;
        if (hadRows && content.rows() == 0 && m_today - day > kWithdrawnAfterDays) {
            // OpenAI no longer serves the day; what was stored is the best that will ever be known.
            after = *before;
            after.fetchedAt = m_fetchedAt;
            after.isNotOffered = false;
            after.isWithdrawn = true;
            if (!before->isWithdrawn) {
                logWithdrawn(day);
            }
        } else if (!before || before->digest != after.digest) {
            const bool wasFinal = before && before->state(day) == records::DayState::Final;
            const std::vector<DayTotal> old = wasFinal ? m_tables.storedTotals(day) : std::vector<DayTotal>();
            m_tables.replace(day, content, hadRows);
            if (wasFinal) {
                logRestated(day, old);
            }
            isChanged = true;
        }
        if (before && before->isNotOffered && after.rows == 0) {
            after.isNotOffered = true; // an empty day at the far edge stays one
        }
        isChanged = isChanged || before->state(day) != after.state(day);

        int index = 0;
        sql::bindNext(m_insertCoverage, index, static_cast<std::int64_t>(m_dataset));
        sql::bindNext(m_insertCoverage, index, day);
        sql::bindNext(m_insertCoverage, index, after.fetchedAt);
        sql::bindNext(m_insertCoverage, index, after.rows);
        m_insertCoverage.bind(++index, after.digest.data(), static_cast<int>(after.digest.size()));
        sql::bindNext(m_insertCoverage, index, std::int64_t{after.isNotOffered ? 1 : 0});
        sql::bindNext(m_insertCoverage, index, std::int64_t{after.isWithdrawn ? 1 : 0});
        m_insertCoverage.exec();
        m_insertCoverage.reset();

        m_outcome.rows += after.rows;
        if (isChanged) {
            m_outcome.changed = m_outcome.changed.united({day, day});
        }
        if (after.rows > 0 && !m_firstWithRows) {
            m_firstWithRows = day;
        }
    }

    WindowOutcome finish()
    {
        m_tables.finish();
        if (m_firstWithRows) {
            m_outcome.changed = m_outcome.changed.united(offerFrom(m_connection, *m_firstWithRows));
        }
        return m_outcome;
    }

private:
    void logWithdrawn(core::UtcDay day)
    {
        // The first figure stands for the day; after = 0 is what the service now says.
        const DayTotal total = m_tables.storedTotals(day).front();
        log(day, true, total.measure, total.value, 0);
        ++m_outcome.withdrawnDays;
    }

    void logRestated(core::UtcDay day, const std::vector<DayTotal>& old)
    {
        const std::vector<DayTotal> now = m_tables.storedTotals(day);
        bool isRestated = false;
        for (std::size_t i = 0; i < old.size(); ++i) {
            if (old[i].value < now[i].value || now[i].value < old[i].value) {
                log(day, false, old[i].measure, old[i].value, now[i].value);
                isRestated = true;
            }
        }
        m_outcome.restatedDays += isRestated ? 1 : 0;
    }

    void log(core::UtcDay day, bool isWithdrawn, const char* measure, double before, double after)
    {
        sql::run(m_log, m_fetchedAt, static_cast<std::int64_t>(m_dataset), day,
            std::int64_t{isWithdrawn ? 1 : 0}, std::string(measure), before, after);
    }

    SQLite::Database& m_connection;
    records::Dataset m_dataset;
    core::Instant m_fetchedAt;
    core::UtcDay m_today;
    Tables m_tables;
    std::map<core::UtcDay, Covered> m_covered;
    std::optional<core::UtcDay> m_firstWithRows;
    WindowOutcome m_outcome;
    SQLite::Statement m_insertCoverage;
    SQLite::Statement m_log;
};

template <typename Row> bool fitsDataset(records::Dataset dataset)
{
    if constexpr (std::is_same_v<Row, records::ReviewRow>) {
        return dataset == records::Dataset::CodeReviews;
    } else if constexpr (std::is_same_v<Row, records::ReviewResponseRow>) {
        return dataset == records::Dataset::CodeReviewResponses;
    } else {
        return dataset == records::Dataset::UsagePerEngineer || dataset == records::Dataset::UsageWorkspace;
    }
}

} // namespace

struct DayWriter::State
{
    records::Dataset dataset;
    core::DayRange days;
    int pages = 0;
    bool isStaged = false;
    std::int64_t stagedRows = 0;
    std::optional<core::Error> failed; ///< the first error, or that commit() has been called
    std::vector<records::UsageRow> usage;
    std::vector<records::ReviewRow> reviews;
    std::vector<records::ReviewResponseRow> responses;

    template <typename Row> std::vector<Row>& held()
    {
        if constexpr (std::is_same_v<Row, records::ReviewRow>) {
            return reviews;
        } else if constexpr (std::is_same_v<Row, records::ReviewResponseRow>) {
            return responses;
        } else {
            return usage;
        }
    }

    tl::unexpected<core::Error> fail(core::Error error)
    {
        failed = error;
        return core::failure(std::move(error));
    }

    template <typename Row> core::Result<void> addPage(Database& database, std::vector<Row> rows)
    {
        if (failed) {
            return core::failure(*failed);
        }
        if (!fitsDataset<Row>(dataset)) {
            return fail({core::ErrorKind::Internal, 0, std::nullopt,
                QStringLiteral("rows of another dataset for %1").arg(records::datasetName(dataset)), {}});
        }
        for (const Row& row : rows) {
            if (!days.contains(row.day)) {
                return fail({core::ErrorKind::UnexpectedAnswer, 0, std::nullopt,
                    QStringLiteral("a row of %1 lies outside the window %2 to %3")
                        .arg(row.day.toIso(), days.first.toIso(), days.last.toIso()),
                    records::datasetName(dataset)});
            }
        }
        if (pages == 0) {
            held<Row>() = std::move(rows);
            ++pages;
            return {};
        }
        auto stored = guarded(database, [&]() -> core::Result<void> {
            SQLite::Database& connection = database.connection();
            SQLite::Transaction transaction(connection, SQLite::TransactionBehavior::IMMEDIATE);
            if (!isStaged) {
                staging::clear(connection, dataset);
                staging::append(connection, dataset, held<Row>(), 0, stagedRows);
            }
            staging::append(connection, dataset, rows, pages, stagedRows);
            transaction.commit();
            return {};
        });
        if (!stored) {
            return fail(stored.error());
        }
        isStaged = true;
        held<Row>() = {};
        ++pages;
        return {};
    }

    /// The rows of the first page, no longer held.
    template <typename Row> std::vector<std::vector<Arrived<Row>>> heldByDay()
    {
        const auto placeOf
            = [this](const Row& row) { return static_cast<std::size_t>(row.day - days.first); };
        std::vector<std::size_t> counts(static_cast<std::size_t>(days.length()));
        for (const Row& row : held<Row>()) {
            ++counts[placeOf(row)];
        }
        std::vector<std::vector<Arrived<Row>>> byDay(counts.size());
        for (std::size_t day = 0; day < counts.size(); ++day) {
            byDay[day].reserve(counts[day]);
        }
        for (Row& row : held<Row>()) {
            byDay[placeOf(row)].push_back({0, std::move(row)});
        }
        held<Row>() = {};
        return byDay;
    }

    template <typename Tables>
    core::Result<WindowOutcome> commit(Database& database, core::Instant fetchedAt, core::UtcDay today)
    {
        using Row = typename Tables::Row;
        return guarded(database, [&]() -> core::Result<WindowOutcome> {
            SQLite::Database& connection = database.connection();
            SQLite::Transaction transaction(connection, SQLite::TransactionBehavior::IMMEDIATE);
            if (isStaged && staging::rowCount(connection, dataset) != stagedRows) {
                return core::failure(core::ErrorKind::Internal,
                    QStringLiteral("another window of %1 used the staging tables")
                        .arg(records::datasetName(dataset)));
            }
            std::vector<std::vector<Arrived<Row>>> byDay = heldByDay<Row>();

            WindowCommit<Tables> window(connection, dataset, days, fetchedAt, today);
            for (core::UtcDay day = days.first; day <= days.last; ++day) {
                std::vector<Arrived<Row>> arrivals
                    = std::move(byDay[static_cast<std::size_t>(day - days.first)]);
                if (isStaged) {
                    staging::read(connection, dataset, day, arrivals);
                }
                window.replaceDay(day, arrivals);
            }
            WindowOutcome outcome = window.finish();
            if (isStaged) {
                staging::clear(connection, dataset);
            }
            transaction.commit();
            return outcome;
        });
    }
};

DayWriter::DayWriter(records::Dataset dataset, core::DayRange days)
    : m_state(std::make_unique<State>())
{
    m_state->dataset = dataset;
    m_state->days = days;
}

DayWriter::~DayWriter() = default;

core::Result<void> DayWriter::addPage(Database& database, records::UsagePage page)
{
    return m_state->addPage(database, std::move(page.rows));
}

core::Result<void> DayWriter::addPage(Database& database, records::ReviewPage page)
{
    return m_state->addPage(database, std::move(page.rows));
}

core::Result<void> DayWriter::addPage(Database& database, records::ReviewResponsePage page)
{
    return m_state->addPage(database, std::move(page.rows));
}

void DayWriter::giveUp(core::Error error)
{
    if (!m_state->failed) {
        m_state->failed = std::move(error);
    }
}

core::Result<WindowOutcome> DayWriter::commit(Database& database, core::Instant fetchedAt, core::UtcDay today)
{
    if (m_state->failed) {
        return core::failure(*m_state->failed);
    }
    if (m_state->days.isEmpty() || m_state->pages == 0) {
        return core::failure(core::ErrorKind::Internal, QStringLiteral("a window without days or pages"));
    }
    m_state->failed = core::Error{
        core::ErrorKind::Internal, 0, std::nullopt, QStringLiteral("this window has been committed"), {}};
    switch (m_state->dataset) {
    case records::Dataset::UsagePerEngineer: return m_state->commit<UsageTables>(database, fetchedAt, today);
    case records::Dataset::UsageWorkspace:
        return m_state->commit<WorkspaceTables>(database, fetchedAt, today);
    case records::Dataset::CodeReviews:
        return m_state->commit<CountTables<ReviewColumns>>(database, fetchedAt, today);
    case records::Dataset::CodeReviewResponses:
        return m_state->commit<CountTables<ReviewResponseColumns>>(database, fetchedAt, today);
    }
    Q_UNREACHABLE();
}

core::Result<void> DayWriter::clearStaging(Database& database)
{
    return guarded(database, [&]() -> core::Result<void> {
        SQLite::Transaction transaction(database.connection(), SQLite::TransactionBehavior::IMMEDIATE);
        for (const records::Dataset dataset : records::kDatasets) {
            staging::clear(database.connection(), dataset);
        }
        transaction.commit();
        return {};
    });
}

} // namespace app::store
