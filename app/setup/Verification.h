// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Clock.h"
#include "core/Error.h"
#include "sync/AccessCheck.h"

#include <array>
#include <chrono>
#include <optional>

namespace app::setup {

/// The rows of the checklist. The first three are concluded from what the three endpoints answered; they cost
/// no request of their own.
enum class Check { Connection, Key, Scope, Usage, CodeReviews, CodeReviewResponses };
inline constexpr std::array kChecks{Check::Connection, Check::Key, Check::Scope, Check::Usage,
    Check::CodeReviews, Check::CodeReviewResponses};

enum class CheckState {
    NotRun,
    Running,
    Passed,
    Failed,
    Waiting, ///< for OpenAI to apply the scope
    Unknown, ///< the answers say nothing about it
};

/// One row of the checklist.
struct CheckRow
{
    Check check = Check::Connection;
    CheckState state = CheckState::NotRun;
    std::optional<core::Error> error; ///< with Failed and Waiting
    std::int64_t rows = 0; ///< endpoint rows: what the service had for the asked day
    std::optional<std::chrono::milliseconds> duration;
};

/// What is known about access. A value; see evaluate().
struct Verification
{
    enum class Outcome {
        NotRun,
        Running,
        Passed,
        Partial, ///< usage can be read, a review endpoint cannot
        WaitingForScope, ///< the key works, OpenAI has not applied the scope yet
        Failed,
    };
    Outcome outcome = Outcome::NotRun;
    std::array<CheckRow, kChecks.size()> checks = allIn(CheckState::NotRun);
    core::UtcDay day; ///< the day that was asked for
    core::Instant checkedAt; ///< when the last answer arrived
    std::chrono::milliseconds total{0};
    std::optional<core::Error> firstError;

    [[nodiscard]] const CheckRow& row(Check check) const;
    /// Setup can go on: usage can be read.
    [[nodiscard]] bool mayContinue() const
    {
        return outcome == Outcome::Passed || outcome == Outcome::Partial;
    }

    [[nodiscard]] static std::array<CheckRow, kChecks.size()> allIn(CheckState state);
    [[nodiscard]] static Verification running();
};

/// Draws the conclusions. Pure.
Verification evaluate(
    const sync::AccessReport& report, core::Instant checkedAt, std::chrono::milliseconds total);

} // namespace app::setup
