// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/DaySeries.h"
#include "models/Measure.h"
#include "store/EngineerQueries.h"
#include "store/UsageQueries.h"

#include <QStringList>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace app::models {

/// The columns of the table of engineers.
enum class EngineerColumn {
    Engineer,
    Trend, ///< turns per day (or week, or some weeks): see EngineersModel::sparkOf()
    ActiveDays,
    Threads,
    Turns,
    TurnsPerThread,
    Cost,
    CostPerTurn,
    UncachedInput,
    CachedInput,
    Output,
    CacheRatio,
    TopSurface, ///< with the largest cost, else the most turns
    LastActive
};

/// Everything that the table of engineers shows; all of it of the same range.
struct EngineersSnapshot
{
    std::vector<store::EngineerSummary> engineers;
    CostUnit unit = CostUnit::Credits;
    store::EngineerTrends trends;
    /// What surfaces are called, in the order of trends.surfaces; said by the window, which knows names.
    QStringList surfaceNames;
    /// The buckets of trends as points without a value: which of them are stored.
    std::vector<DayPoint> buckets;
    int weeksPerBucket = 0; ///< 0: buckets are days
    int storedDays = 0; ///< of the range; the whole of which active days are a part
};

/// The rows of the table of engineers with all that sorting, searching and summing need, made from a snapshot
/// in the thread of a reader: the main thread takes over a value that is ready, however many people there
/// are. Immutable and shared; any thread may read it. Rows are numbered as the snapshot gave them.
class EngineerRows
{
public:
    using Column = EngineerColumn;

    /// Sums over some rows; a sum is none while no row has a value.
    struct Sums
    {
        double threads = 0;
        double turns = 0;
        std::optional<double> cost;
        std::optional<double> uncachedInput;
        std::optional<double> cachedInput;
    };
    /// A client id and its name.
    struct Surface
    {
        QString id;
        QString name;
    };

    EngineerRows() = default;
    explicit EngineerRows(EngineersSnapshot snapshot);
    /// Rows that a thread of the pool lets go of: the strings of fifty thousand people take a dozen
    /// milliseconds, which would be felt in a window.
    static std::shared_ptr<const EngineerRows> make(EngineersSnapshot snapshot);

    [[nodiscard]] int count() const { return static_cast<int>(m_engineers.size()); }
    [[nodiscard]] const store::EngineerSummary& engineer(int row) const { return m_engineers[at(row)]; }
    [[nodiscard]] CostUnit unit() const { return m_unit; }
    /// 0: the points of sparkOf() are days.
    [[nodiscard]] int weeksPerBucket() const { return m_weeksPerBucket; }
    [[nodiscard]] int storedDays() const { return m_storedDays; }
    /// Rows with a person, and those of them with at least one active day.
    [[nodiscard]] int people() const { return m_people; }
    [[nodiscard]] int activePeople() const { return m_activePeople; }
    /// -1 when there is none.
    [[nodiscard]] int rowOf(const std::optional<std::string>& userId) const;

    /// None where it is text, and where a sum has no value or the denominator of a ratio is zero.
    [[nodiscard]] std::optional<double> number(int row, Column column) const;
    /// What rows are sorted by, one for each row: numbers, for texts their rank. Not a number where the row
    /// stands last in both directions: no value, or in the column of names no person.
    [[nodiscard]] std::vector<double> sortKeys(Column column) const;
    /// All rows by name, then by user id; without a person last.
    [[nodiscard]] const std::vector<int>& byName() const { return m_byName; }
    /// Whether e-mail or id (for Unattributed: the word for it) hold the text, which is case-folded UTF-8.
    [[nodiscard]] bool matches(int row, std::string_view foldedText) const;

    /// The turns of a row, one point for each bucket; no value where nothing is stored.
    [[nodiscard]] std::vector<DayPoint> sparkOf(int row) const;
    /// The surfaces that somebody used, in the order of their names.
    [[nodiscard]] const std::vector<Surface>& surfaces() const { return m_usedSurfaces; }
    /// The index of a client id; none when nobody has it in the range.
    [[nodiscard]] std::optional<std::size_t> surfaceIndex(std::string_view clientId) const;
    [[nodiscard]] bool hasUsed(int row, std::size_t surface) const;
    /// The index of the top surface; none without any use.
    [[nodiscard]] std::optional<std::size_t> topSurface(int row) const;
    [[nodiscard]] const std::string& surfaceId(std::size_t surface) const { return m_surfaceIds[surface]; }
    [[nodiscard]] QString surfaceName(std::size_t surface) const
    {
        return m_surfaceNames.value(static_cast<qsizetype>(surface));
    }

    [[nodiscard]] Sums sumsOf(std::span<const int> rows) const;
    /// Over all rows, Unattributed included.
    [[nodiscard]] const Sums& workspaceSums() const { return m_workspace; }

private:
    static constexpr std::int32_t kNone = -1;
    [[nodiscard]] static std::size_t at(int row) { return static_cast<std::size_t>(row); }
    void takeTrends(const store::EngineerTrends& trends);
    void takeTrend(std::size_t row, const store::EngineerTrend* trend);
    [[nodiscard]] std::int32_t topSurfaceOf(const store::EngineerTrend& trend) const;
    void nameSurfaces();
    void orderByName();
    void indexIds();
    [[nodiscard]] std::size_t slotOf(std::string_view userId) const;

    std::vector<store::EngineerSummary> m_engineers;
    CostUnit m_unit = CostUnit::Credits;
    int m_weeksPerBucket = 0;
    int m_storedDays = 0;
    int m_people = 0;
    int m_activePeople = 0;
    Sums m_workspace;

    // Rows by the hash of the user id, each in the first free place behind its own; a power of two, at most
    // half full, so that finding somebody takes a look or two.
    std::vector<std::int32_t> m_byId;
    std::int32_t m_unattributed = kNone;
    std::vector<int> m_byName;
    std::vector<std::int32_t> m_nameRanks; ///< of each row; equal names have the same
    // What the search looks into, of each row: case-folded UTF-8, one behind the other.
    std::string m_haystacks;
    std::vector<std::uint32_t> m_haystackEnds;

    std::vector<DayPoint> m_buckets; ///< without values
    // One number for each bucket of those who have a trend. Single precision: they are drawn some pixels
    // high.
    std::vector<float> m_turns;
    std::vector<std::int32_t> m_trendOf; ///< of each row, in m_turns; kNone: no row in the range
    std::vector<std::string> m_surfaceIds; ///< bytewise ascending
    QStringList m_surfaceNames;
    std::vector<std::int32_t> m_surfaceRanks; ///< by name
    std::vector<Surface> m_usedSurfaces;
    std::vector<std::int32_t> m_topSurfaces; ///< of each row; kNone without any use
    // The surfaces that each row used, one row behind the other.
    std::vector<std::int32_t> m_uses;
    std::vector<std::uint32_t> m_useEnds;
};

} // namespace app::models
