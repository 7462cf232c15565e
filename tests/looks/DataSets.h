// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "store/DataFolder.h"

#include <QString>
#include <QTemporaryDir>

#include <map>
#include <tuple>

namespace looks {

/// The day on which every picture is taken: Fri 20 Nov 2026, 14:05 UTC.
inline constexpr app::core::UtcDay kToday = app::core::UtcDay::fromNumber(20'777);

enum class Names { Emails, Withheld, Long, RightToLeft };
enum class Billing { Credits, Usd };
enum class Content { All, ReviewsOnly, UsageOnly, Nothing };

/// What a workspace's cache holds.
struct DataSet
{
    int people = 0;
    int days = 30; ///< of history, today included; 1 is yesterday
    Names names = Names::Emails;
    Billing billing = Billing::Credits;
    Content content = Content::All;
    bool gaps = false; ///< three days were never stored

    [[nodiscard]] auto key() const { return std::tuple(people, days, names, billing, content, gaps); }
};

/// Data folders with one workspace each, filled once per data set through the window writer, the way a sync
/// does, with the rows of the simulated workspace. They vanish with this object. Main thread.
class DataSets
{
public:
    /// Throws std::runtime_error when the folder cannot be made.
    app::store::DataFolder folderOf(const DataSet& data);

private:
    QTemporaryDir m_outer;
    std::map<decltype(DataSet().key()), app::store::DataFolder> m_folders;
};

} // namespace looks
