// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tables/EngineersExport.h"

namespace ui::tables {

namespace {

using app::exporting::Cell;

template <typename Value> Cell cell(const std::optional<Value>& value)
{
    return value ? Cell(*value) : Cell();
}

} // namespace

const std::vector<std::string>& engineerExportColumns()
{
    static const std::vector<std::string> columns{"from", "to", "user_id", "email", "active_days", "threads",
        "turns", "turns_per_thread", "credits", "cost_usd", "cost_per_turn", "uncached_text_input_tokens",
        "cached_text_input_tokens", "text_output_tokens", "cache_ratio", "top_surface", "last_active_day"};
    return columns;
}

app::exporting::Row engineerExportRow(
    const app::models::EngineersModel& model, int row, app::core::DayRange range)
{
    const app::store::EngineerSummary& person = model.engineer(row);
    const auto day = [](app::core::UtcDay value) { return value.toIso().toStdString(); };
    return {day(range.first), day(range.last), cell(person.userId), cell(person.email),
        std::int64_t{person.activeDays}, person.totals.threads, person.totals.turns,
        cell(model.turnsPerThread(row)), cell(person.totals.costs.credits), cell(person.totals.costs.costUsd),
        cell(model.costPerTurn(row)), cell(person.totals.tokens.uncachedInput),
        cell(person.totals.tokens.cachedInput), cell(person.totals.tokens.output),
        cell(model.cacheRatio(row)), cell(model.topSurfaceId(row)),
        person.lastActiveDay ? Cell(day(*person.lastActiveDay)) : Cell()};
}

} // namespace ui::tables
