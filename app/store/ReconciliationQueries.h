// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "core/Result.h"
#include "records/Coverage.h"
#include "store/Database.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

/// The workspace rows against the sum over engineers, day by day. Two answers of the service that should say
/// the same and need not: rows of people arrive later, and people without an id are counted differently.
namespace app::store {

/// What is compared. Tokens are the totals as the service gave them.
enum class ReconciledMeasure { Threads, Turns, Credits, Tokens };
inline constexpr std::array kReconciledMeasures{ReconciledMeasure::Threads, ReconciledMeasure::Turns,
    ReconciledMeasure::Credits, ReconciledMeasure::Tokens};

/// One measure on one day. A side is none when its day is not stored, and when the service gave no figure at
/// all; a stored day without a row is zero.
struct ReconciledFigures
{
    std::optional<double> workspace;
    std::optional<double> engineers; ///< the sum over all rows, Unattributed included
    std::optional<double> unattributed; ///< the part of it without a user id; zero when there is no such row
    std::int64_t rowsWithoutFigure = 0; ///< rows that `engineers` leaves out because they carry none

    /// Workspace − engineers; none when a side is none: such a day cannot be compared.
    [[nodiscard]] std::optional<double> difference() const
    {
        return workspace && engineers ? std::optional(*workspace - *engineers) : std::nullopt;
    }
};

struct ReconciledDay
{
    core::UtcDay day;
    records::DayState workspaceState = records::DayState::Missing;
    records::DayState engineersState = records::DayState::Missing;
    std::array<ReconciledFigures, kReconciledMeasures.size()> figures; ///< index: the measure

    [[nodiscard]] const ReconciledFigures& of(ReconciledMeasure measure) const
    {
        return figures.at(static_cast<std::size_t>(measure));
    }
};

/// One entry for every day of `range`, ascending; also for days that are not stored.
core::Result<std::vector<ReconciledDay>> reconciliationByDay(const Database& database, core::DayRange range);

/// The sums over the days that can be compared, and only those: both sides stand for the same days.
struct ReconciledTotal
{
    int comparedDays = 0;
    int otherDays = 0; ///< days of the range that cannot be compared
    ReconciledFigures figures; ///< its sides are none without a compared day
};
ReconciledTotal totalOf(const std::vector<ReconciledDay>& days, ReconciledMeasure measure);

} // namespace app::store
