// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/Banner.h"
#include "common/Pill.h"
#include "core/Clock.h"
#include "records/Coverage.h"
#include "shell/SyncStatus.h"

#include <QString>

#include <optional>
#include <vector>

/// What the top bar and the status strip say. Pure functions of values; all times are UTC and say so.
namespace ui::shell::statustext {

struct PillText
{
    common::Pill::Kind kind = common::Pill::Kind::Neutral;
    QString text;
};

/// "Synced 14:05 UTC", "Syncing, 3 of 5", "Waiting, next try 14:20 UTC", "Key not accepted" …
PillText pill(const SyncStatus& status, app::core::Instant now);

/// "Last sync 14:05 UTC, next about 18:10 UTC"; what is not known is left out.
QString lastAndNext(const SyncStatus& status, app::core::Instant now);

/// All that is known about the sync, for the panel behind the pill.
struct SyncFacts
{
    struct Row
    {
        QString name; ///< "Last sync"
        QString value; ///< "14:05 UTC, 55 min ago"
    };
    QString headline; ///< what is the case, one sentence
    QString reason; ///< why, and what to do; empty when there is nothing to say
    std::vector<Row> rows;
};
SyncFacts facts(const SyncStatus& status, app::core::Instant now);

/// What stands across the page until its cause is gone.
struct BannerText
{
    enum class Action {
        None,
        SyncNow, ///< try again, check now
        EnterKey, ///< the workspace has none
        ReplaceKey,
        SetUp,
        Resume, ///< it was paused
        ChooseBackfill
    };
    common::Banner::Level level = common::Banner::Level::Information;
    QString lead;
    QString text;
    Action action = Action::None; ///< what most likely helps
    Action second = Action::None;
};
/// None while everything is as it should be. The cache of a workspace that cannot be opened has a page of its
/// own instead.
std::optional<BannerText> banner(const SyncStatus& status, app::core::Instant now);
/// What the button of an action says.
QString actionText(BannerText::Action action, const SyncStatus& status);

/// Whether the cache itself is the trouble, so that there is nothing to show.
bool isStoreBroken(const SyncStatus& status);

/// The part of a running sync that is done, 0 to 1; none while nobody knows.
std::optional<double> partDone(const SyncStatus& status);

/// How many days of a range are known, in words.
struct CoverageText
{
    QString headline; ///< "29 of 30 days"
    QString details; ///< "27 final · 2 provisional · 1 missing (29 Oct)"
    bool fetchable = false; ///< a day is missing that a sync would ask for
};

/// `goalFrom` is the first day that was asked for: earlier days are "not asked for", not missing.
CoverageText coverage(const app::records::Coverage& coverage, std::optional<app::core::UtcDay> goalFrom);

/// "20 Oct to 18 Nov 2026, UTC days · based on 29 of 30 days, 2 provisional". While `coverage` belongs to
/// another range, the days alone.
QString period(app::core::DayRange range, const app::records::Coverage& coverage);

/// "1f6f0c1e…9e21": enough to tell workspaces apart; the whole id stands in the tooltip.
QString shortId(const QString& workspaceId);

} // namespace ui::shell::statustext
