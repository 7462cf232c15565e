// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "records/Dataset.h"
#include "records/ReviewResponseRow.h"
#include "records/ReviewRow.h"
#include "records/UsageRow.h"
#include "store/WorkspaceStore.h"

#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace support {

/// The day on which the tests take place, a Sunday: 22 Nov 2026. The sync ran at 14:05 UTC, so that day and
/// the day before are provisional.
inline constexpr app::core::UtcDay kToday = app::core::UtcDay::fromNumber(20'779);
inline constexpr app::core::DayRange kMonth{kToday - 29, kToday};
/// Not stored: Mon 2 Nov 2026.
inline constexpr app::core::UtcDay kMissing = app::core::UtcDay::fromNumber(20'759);

/// A real store on disk that is filled through the window writer, the way a sync does.
class PagesKit
{
public:
    PagesKit();
    ~PagesKit();

    [[nodiscard]] app::store::WorkspaceStore* store() const { return m_store.get(); }
    /// Rows of days outside `days` are not allowed, as in a sync.
    void writeUsage(
        app::records::Dataset dataset, app::core::DayRange days, std::vector<app::records::UsageRow> rows);
    void writeReviews(app::core::DayRange days, std::vector<app::records::ReviewRow> rows);
    void writeResponses(app::core::DayRange days, std::vector<app::records::ReviewResponseRow> rows);
    /// Every window of all four datasets over the month but for the missing day: `engineers` people with a
    /// weekday rhythm (turnsOf()), workspace rows that count `extraTurns` more on each day, reviews and
    /// answers.
    void fillMonth(int engineers, std::int64_t extraTurns = 0);
    /// Makes every later reading fail the way a damaged file does.
    void breakStore();

    static std::int64_t turnsOf(int engineer, app::core::UtcDay day);
    static app::records::UsageRow usageRow(int engineer, app::core::UtcDay day);
    static app::records::ReviewRow reviewRow(app::core::UtcDay day);
    static app::records::ReviewResponseRow responseRow(app::core::UtcDay day);
    static std::string idOf(int engineer);
    static std::string emailOf(int engineer);

private:
    template <typename Page> void write(app::records::Dataset dataset, app::core::DayRange days, Page page);

    QTemporaryDir m_folder;
    std::unique_ptr<app::store::WorkspaceStore> m_store;
};

} // namespace support
