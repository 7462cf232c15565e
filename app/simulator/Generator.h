// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "simulator/Profile.h"
#include "simulator/Truth.h"

#include <map>
#include <string>
#include <vector>

namespace app::simulator {

/// How a day differs from its first version.
struct DayState
{
    bool revised = false; ///< figures grew and a few late rows arrived
    bool vanished = false; ///< the day's first user row is gone
    friend constexpr auto operator<=>(const DayState&, const DayState&) = default;
};

/// The invented workspace. Every row is computed when it is asked for, from (seed, engineer, day) alone, so
/// that ten thousand engineers cost nothing until they are listed. Invariants that the tests hold it to:
/// clients and models add up to the totals (unless the profile says otherwise), the workspace row is the sum
/// of the day's rows, priorities never exceed comments, and responses belong to reviews of one to three days
/// before.
///
/// Credits follow the public rate card (API reference, section 7): credits per million uncached input, cached
/// input and output tokens, twice as much at the speed `fast`; the estimate is 0.04 USD a credit.
///
/// Not thread-safe: it remembers sums. Owned by shared_ptr, because a listing keeps the data it began with.
class Generator final
{
public:
    explicit Generator(Profile profile);

    [[nodiscard]] const Profile& profile() const { return m_profile; }
    /// The days that have rows at all, whatever the look-back says.
    [[nodiscard]] core::DayRange offeredDays() const;

    /// The rows of a day stand in slots, in the stable order of the answers (by a hash of the engineer:
    /// neither alphabetical nor by number). Most slots of most days are empty.
    [[nodiscard]] int usageSlots() const;
    [[nodiscard]] bool hasUsage(core::UtcDay day, int slot, DayState state) const;
    [[nodiscard]] TruthUsage usage(core::UtcDay day, int slot, DayState state) const;

    /// Whether anybody worked that day.
    [[nodiscard]] bool hasWorkspaceUsage(core::UtcDay day, DayState state) const;
    [[nodiscard]] TruthUsage workspaceUsage(core::UtcDay day, DayState state) const;

    /// None, one, or with identities one per reviewed engineer.
    [[nodiscard]] std::vector<TruthReview> reviews(core::UtcDay day, DayState state) const;
    [[nodiscard]] std::vector<TruthResponse> responses(core::UtcDay day, DayState state) const;

    static bool isHoliday(core::UtcDay day);

private:
    struct Part;
    struct Raw;
    struct Engineer;

    [[nodiscard]] Engineer engineer(int index) const;
    [[nodiscard]] bool isOffered(core::UtcDay day) const;
    [[nodiscard]] bool isActive(core::UtcDay day, int index, bool revised) const;
    [[nodiscard]] bool isVanishing(core::UtcDay day, int slot) const;
    [[nodiscard]] Raw raw(core::UtcDay day, int index, bool revised) const;
    [[nodiscard]] TruthUsage toTruth(const Raw& raw) const;
    [[nodiscard]] int activeCount(core::UtcDay day) const;
    [[nodiscard]] std::int64_t reviewCount(core::UtcDay day) const;
    [[nodiscard]] std::vector<TruthReview> baseReviews(core::UtcDay day) const;
    [[nodiscard]] std::vector<TruthIdentity> reviewedEngineers(core::UtcDay day) const;
    [[nodiscard]] TruthIdentity identity(int index) const;
    [[nodiscard]] TruthCosts costs(std::int64_t nanoCredits) const;
    [[nodiscard]] int growthPerMille(core::UtcDay day) const;

    Profile m_profile;
    core::UtcDay m_firstDay;
    std::vector<int> m_order; ///< slot → engineer
    mutable std::map<core::UtcDay, int> m_activeCounts;
    mutable std::map<std::pair<core::UtcDay, DayState>, TruthUsage> m_workspaceRows;
};

} // namespace app::simulator
