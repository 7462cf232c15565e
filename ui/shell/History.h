// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "shell/RangePreset.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace ui::shell {

/// Where the person was: the page, whoever was open on it, and the range.
struct Place
{
    /// One engineer; without a user id the Unattributed rows.
    struct Person
    {
        std::optional<std::string> userId;
        friend bool operator==(const Person&, const Person&) = default;
    };
    int page = 0;
    std::optional<Person> person;
    RangePreset preset = RangePreset::Days30;
    app::core::DayRange custom; ///< with RangePreset::Custom; a preset moves on with the calendar
    friend bool operator==(const Place&, const Place&) = default;
};

/// The way through the window, as in a browser: going somewhere new forgets what was ahead. Kept in memory
/// only, because it may name people. A value.
class History
{
public:
    /// The oldest places are forgotten beyond this many.
    static constexpr std::size_t kLongest = 100;

    /// The same place twice in a row counts once.
    void visit(Place place);
    [[nodiscard]] bool canGoBack() const { return m_at > 0; }
    [[nodiscard]] bool canGoForward() const { return m_at + 1 < m_places.size(); }
    /// The place to show now; no value at the end of the way.
    std::optional<Place> back();
    std::optional<Place> forward();
    void clear();

private:
    std::vector<Place> m_places;
    std::size_t m_at = 0;
};

} // namespace ui::shell
