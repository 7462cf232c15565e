// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/EngineerBlocks.h"

#include "store/RawRows.h"

#include <algorithm>
#include <memory>

namespace app::store {

namespace {

constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::min();

/// What a packed value holds for the tokens in all.
constexpr std::uint32_t kWholeTotal = 0;
constexpr std::uint32_t kRestOfTotal = 1; ///< less the three others

/// What came from the service is no sum and stays to the bit.
void setAmount(Amounts& amounts, std::size_t place, std::optional<double> value)
{
    amounts.set(place, value);
    amounts.decimals = Amounts::kNoDecimals;
}

/// What the total has beyond the three others, when nobody has one of these without a total and no total is
/// less than they are: nearly always nothing, for everybody.
std::optional<Column<std::int64_t>> restOfTotal(const UsageBlock& block)
{
    Column<std::int64_t> rest = block.total;
    for (const auto* column : {&block.uncachedInput, &block.cachedInput, &block.output}) {
        if (!column->has.isWithin(block.total.has)) {
            return std::nullopt;
        }
        for (std::size_t place = 0; place < kBlockPlaces; ++place) {
            if (__builtin_sub_overflow(rest.values[place], column->values[place], &rest.values[place])) {
                return std::nullopt;
            }
        }
    }
    const bool isBelow
        = std::any_of(rest.values.begin(), rest.values.end(), [](std::int64_t value) { return value < 0; });
    return isBelow ? std::nullopt : std::optional(rest);
}

bool hasSameUsage(const UsageFact& one, const UsageFact& other)
{
    return one.engineer == other.engineer && one.values == other.values;
}

bool hasSameSurfaces(const UsageFact& one, const UsageFact& other)
{
    return one.engineer == other.engineer && one.clients == other.clients;
}

/// The facts at the beginning of `facts` that belong to a block; takes them away from there.
std::span<const UsageFact> takeBlock(std::span<const UsageFact>& facts, std::int64_t block)
{
    const auto end = std::find_if(facts.begin(), facts.end(),
        [block](const UsageFact& fact) { return blockOf(fact.engineer) != block; });
    const auto count = static_cast<std::size_t>(end - facts.begin());
    const auto taken = facts.first(count);
    facts = facts.subspan(count);
    return taken;
}

} // namespace

core::UtcDay mondayOf(core::UtcDay day)
{
    return day - (day.isoWeekday() - 1);
}

void UsageBlock::set(std::size_t place, core::UtcDay day, const UsageValues& values)
{
    present.set(place);
    turns.set(place, values.turns);
    threads.set(place, values.threads);
    rows.set(place, std::int64_t{1});
    if (values.isActive()) {
        activeDays.set(place, std::int64_t{1});
        lastActiveDay.set(place, std::int64_t{day.number()});
    }
    setAmount(credits, place, values.costs.credits);
    setAmount(costUsd, place, values.costs.costUsd);
    setAmount(estimatedCostUsd, place, values.costs.estimatedCostUsd);
    uncachedInput.set(place, values.tokens.uncachedInput);
    cachedInput.set(place, values.tokens.cachedInput);
    output.set(place, values.tokens.output);
    total.set(place, values.tokens.total);
    if (sql::hasNone(values.tokens)) {
        rowsWithoutTokens.set(place, std::int64_t{1});
    }
}

std::string UsageBlock::counts(core::UtcDay first) const
{
    ColumnWriter writer;
    writer.begin(present);
    for (const auto* column : {&turns, &activeDays, &threads, &rows}) {
        writer.add(*column);
    }
    // Days since the first one are small numbers.
    Column<std::int64_t> offsets = lastActiveDay;
    for (std::int64_t& offset : offsets.values) {
        offset -= first.number();
    }
    writer.add(offsets);
    return writer.take();
}

std::string UsageBlock::amounts() const
{
    ColumnWriter writer;
    writer.begin(present);
    for (const auto* column : {&credits, &costUsd, &estimatedCostUsd}) {
        writer.addSums(*column);
    }
    const auto rest = restOfTotal(*this);
    writer.put(rest ? kRestOfTotal : kWholeTotal);
    for (const auto* column :
        {&uncachedInput, &cachedInput, &output, rest ? &*rest : &total, &rowsWithoutTokens}) {
        writer.add(*column);
    }
    return writer.take();
}

void UsageBlock::addCounts(std::string_view packed, core::UtcDay first)
{
    ColumnReader reader(packed);
    present.unite(reader.begin());
    for (auto* column : {&turns, &activeDays, &threads, &rows}) {
        reader.addTo(*column);
    }
    reader.each([&](std::uint8_t place, std::int64_t offset) {
        if (offset < 0 || offset >= kDaysOfWeek) {
            contradiction("a day lies outside its week");
        }
        lastActiveDay.set(place, std::max(first.number() + offset, lastActiveDay.at(place).value_or(kNever)));
    });
    reader.finish();
}

void UsageBlock::addAmounts(std::string_view packed)
{
    ColumnReader reader(packed);
    present.unite(reader.begin());
    for (auto* column : {&credits, &costUsd, &estimatedCostUsd}) {
        reader.addTo(*column);
    }
    const std::uint32_t kindOfTotal = reader.number();
    if (kindOfTotal != kWholeTotal && kindOfTotal != kRestOfTotal) {
        contradiction("a total of no known kind");
    }
    for (auto* column : {&uncachedInput, &cachedInput, &output}) {
        if (kindOfTotal == kRestOfTotal) {
            reader.addTo(*column, total);
        } else {
            reader.addTo(*column);
        }
    }
    reader.addTo(total);
    reader.addTo(rowsWithoutTokens);
    reader.finish();
}

void UsageBlock::addRows(std::string_view counts)
{
    ColumnReader reader(counts);
    present.unite(reader.begin());
    reader.skip(); // turns
    reader.skip(); // active days
    reader.skip(); // threads
    reader.addTo(rows);
}

void UsageBlock::addCosts(std::string_view amounts)
{
    ColumnReader reader(amounts);
    reader.begin();
    for (auto* column : {&credits, &costUsd, &estimatedCostUsd}) {
        reader.addTo(*column);
    }
}

void UsageBlock::addTurns(std::string_view counts, Column<std::int64_t>& turns, Places& active)
{
    ColumnReader reader(counts);
    reader.begin();
    reader.addTo(turns);
    active.unite(reader.skip()); // who has no active day has no value there
}

std::string packed(const SurfaceBlocks& blocks)
{
    ColumnWriter writer;
    for (const auto& [client, block] : blocks) {
        writer.put(client);
        writer.begin(block.present);
        writer.add(block.turns);
        writer.addSums(block.credits);
        writer.addSums(block.costUsd);
    }
    return writer.take();
}

EngineerBlocks::EngineerBlocks(SQLite::Database& connection)
    : m_connection(connection)
    , m_replaceUsage(
          connection, "INSERT OR REPLACE INTO usage_block (day, block, counts, amounts) VALUES (?, ?, ?, ?)")
    , m_removeUsage(connection, "DELETE FROM usage_block WHERE day = ? AND block = ?")
    , m_replaceSurfaces(
          connection, "INSERT OR REPLACE INTO surface_block (day, block, surfaces) VALUES (?, ?, ?)")
    , m_removeSurfaces(connection, "DELETE FROM surface_block WHERE day = ? AND block = ?")
    , m_replaceUsageWeek(connection,
          "INSERT OR REPLACE INTO usage_week_block (week, block, counts, amounts) VALUES (?, ?, ?, ?)")
    , m_removeUsageWeek(connection, "DELETE FROM usage_week_block WHERE week = ? AND block = ?")
    , m_replaceSurfaceWeek(
          connection, "INSERT OR REPLACE INTO surface_week_block (week, block, surfaces) VALUES (?, ?, ?)")
    , m_removeSurfaceWeek(connection, "DELETE FROM surface_week_block WHERE week = ? AND block = ?")
{
}

void EngineerBlocks::replaceDay(
    core::UtcDay day, const std::vector<UsageFact>& before, const std::vector<UsageFact>& after)
{
    const core::UtcDay monday = mondayOf(day);
    Facts old(before);
    Facts now(after);
    while (!old.empty() || !now.empty()) {
        std::int64_t block = std::numeric_limits<std::int64_t>::max();
        for (const Facts facts : {old, now}) {
            block = facts.empty() ? block : std::min(block, blockOf(facts.front().engineer));
        }
        const Facts was = takeBlock(old, block);
        const Facts is = takeBlock(now, block);
        if (!std::ranges::equal(was, is, hasSameUsage)) {
            writeUsage(day, block, is);
            m_dueUsage.emplace(monday, block);
        }
        if (!std::ranges::equal(was, is, hasSameSurfaces)) {
            writeSurfaces(day, block, is);
            m_dueSurfaces.emplace(monday, block);
        }
    }
}

void EngineerBlocks::writeUsage(core::UtcDay day, std::int64_t block, Facts facts)
{
    if (facts.empty()) {
        sql::run(m_removeUsage, day, block);
        return;
    }
    UsageBlock columns;
    for (const UsageFact& fact : facts) {
        columns.set(placeOf(fact.engineer), day, fact.values);
    }
    const std::string counts = columns.counts(day);
    const std::string amounts = columns.amounts();
    sql::run(m_replaceUsage, day, block, sql::Blob{counts}, sql::Blob{amounts});
}

void EngineerBlocks::writeSurfaces(core::UtcDay day, std::int64_t block, Facts facts)
{
    SurfaceBlocks surfaces;
    for (const UsageFact& fact : facts) {
        const std::size_t place = placeOf(fact.engineer);
        for (const ClientFact& client : fact.clients) {
            SurfaceBlock& surface = surfaces[static_cast<std::uint32_t>(client.client)];
            surface.present.set(place);
            surface.turns.set(place, client.turns);
            setAmount(surface.credits, place, client.costs.credits);
            setAmount(surface.costUsd, place, client.costs.costUsd);
        }
    }
    if (surfaces.empty()) {
        sql::run(m_removeSurfaces, day, block);
        return;
    }
    const std::string bytes = packed(surfaces);
    sql::run(m_replaceSurfaces, day, block, sql::Blob{bytes});
}

void EngineerBlocks::updateWeeks()
{
    RawRows usage(m_connection, "SELECT counts, amounts FROM usage_block WHERE day = ? AND block = ?");
    for (const auto& [monday, block] : m_dueUsage) {
        UsageBlock week;
        for (core::UtcDay day = monday; day < monday + kDaysOfWeek; ++day) {
            usage.start(day.number(), block);
            if (usage.next()) {
                week.addCounts(usage.bytes(), day);
                week.addAmounts(usage.bytes());
            }
        }
        if (week.present.isEmpty()) {
            sql::run(m_removeUsageWeek, monday, block);
            continue;
        }
        const std::string counts = week.counts(monday);
        const std::string amounts = week.amounts();
        sql::run(m_replaceUsageWeek, monday, block, sql::Blob{counts}, sql::Blob{amounts});
    }
    RawRows surfaces(m_connection, "SELECT surfaces FROM surface_block WHERE day = ? AND block = ?");
    for (const auto& [monday, block] : m_dueSurfaces) {
        SurfaceBlocks week;
        for (core::UtcDay day = monday; day < monday + kDaysOfWeek; ++day) {
            surfaces.start(day.number(), block);
            if (surfaces.next()) {
                addSurfaces(surfaces.bytes(),
                    [&week](std::uint32_t client) -> SurfaceBlock& { return week[client]; });
            }
        }
        if (week.empty()) {
            sql::run(m_removeSurfaceWeek, monday, block);
            continue;
        }
        const std::string bytes = packed(week);
        sql::run(m_replaceSurfaceWeek, monday, block, sql::Blob{bytes});
    }
    m_dueUsage.clear();
    m_dueSurfaces.clear();
}

void EngineerBlocks::prune(core::UtcDay first)
{
    for (const char* table : {"usage_block", "surface_block"}) {
        SQLite::Statement forget(m_connection, std::string("DELETE FROM ") + table + " WHERE day < ?");
        sql::run(forget, first);
    }
    const core::UtcDay monday = mondayOf(first);
    for (const char* table : {"usage_week_block", "surface_week_block"}) {
        SQLite::Statement forget(m_connection, std::string("DELETE FROM ") + table + " WHERE week < ?");
        sql::run(forget, monday);
    }
    if (monday == first) {
        return;
    }
    const auto findDue = [&](const char* table, Due& due) {
        RawRows cut(m_connection, std::string("SELECT block FROM ") + table + " WHERE week = ?");
        cut.start(monday.number());
        while (cut.next()) {
            due.emplace(monday, cut.integer());
        }
    };
    findDue("usage_week_block", m_dueUsage);
    findDue("surface_week_block", m_dueSurfaces);
    updateWeeks();
}

} // namespace app::store
