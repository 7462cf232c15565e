// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace app::simulator {

/// What the simulated workspace looks like: its size and the shape of its data. A value; equal profiles give
/// equal answers, whatever machine or day it runs on. A day's rows depend on (seed, engineer, day, firstDay)
/// only, so moving `today` adds days and never changes old ones. The shapes are those of the simulator
/// contract (API reference, section 9.6), one named profile each.
struct Profile
{
    /// The current UTC day of the system clock.
    static core::UtcDay systemToday();

    QString name = QStringLiteral("default");
    int engineers = 420;
    int days = 90; ///< of history, today included
    quint64 seed = 1;
    core::UtcDay today = systemToday();
    /// The first day that has data; null = `days` days ending at `today`, fixed when the simulator takes the
    /// profile.
    std::optional<core::UtcDay> firstDay;

    // How the service behaves
    int lookBackDays = 90; ///< the oldest bucket that may be asked for is today − lookBackDays
    bool lookBackStrict = false; ///< an older start_time is 422 instead of silently moved
    std::optional<int> servedDays; ///< rows of the last so many days only, whatever the look-back says
    int pageCap = 30'000; ///< most rows on a page, whatever `limit` says
    int workspacePageCap = 30'000; ///< the same for the listings that have about a row a day
    bool strictParameters = false; ///< an unknown parameter, also `group` on the review routes, is 422
    bool foreignWorkspaceIsNotFound = false; ///< a key of another workspace gets 404 instead of 403
    bool gzip = false; ///< compress when Accept-Encoding allows it

    // Identity
    bool withholdEmails = false; ///< actor.email is null
    bool longEmails = false; ///< local parts of 64 characters, the most that an address may have
    bool rightToLeftEmails = false; ///< local parts in Hebrew and Arabic letters
    bool unknownActorTypes = false; ///< some actors are of a type nobody announced
    bool unattributedRows = false; ///< two rows a day without actor and user_id
    bool identityOnReviews = false; ///< review rows per engineer

    // Figures
    bool nullTokens = false; ///< token counters null for two of three engineers and the workspace
    bool nullModels = false; ///< `models` is null or absent
    bool unknownClients = false; ///< client ids that no digest lists
    bool otherModel = false; ///< the bucket `other`
    bool usdBilled = false; ///< credits 0, cost_usd set
    bool longFractions = false; ///< credits with as many digits as a double holds
    bool numbersAsStrings = false; ///< "5" and 5.0 where 5 is meant
    bool richAttribution = false; ///< every second engineer's code_attribution has the other layout
    bool partsRemainder = false; ///< clients and models add up to less than the totals
    bool automationDifference = false; ///< workspace rows are larger than the sum over engineers
    bool provisionalToday = false; ///< today: threads and turns 0, models null, half of the tokens
    bool canaries = false; ///< unknown fields everywhere that hold canaryText()
    bool reviewsOffered = true;
    bool usageOffered = true;

    // Change between reads of the same day and dataset. A read counts when its last page went out; a request
    // with limit=1 is a probe and does not count.
    bool lateRevision = false; ///< yesterday to five days ago change with the second read, and stay changed
    bool vanishingRow = false; ///< a user row of each of these days is gone from the second read on
    std::vector<core::DayRange> revisedDays; ///< revised from the start
    std::vector<core::DayRange> withdrawnDays; ///< answered without rows

    // Paging
    bool duplicateAcrossPages
        = false; ///< a page's last row comes again as the next page's first, one turn larger
    bool movingRows = false; ///< a page's last two rows come again, unchanged, as the next page's first
    bool emptyPageWithMore = false; ///< the second page is empty and has_more is true
    bool repeatedCursor = false; ///< from the second page on next_page is the cursor that was sent

    /// The text that the canary shape hides in fields nobody may read.
    static QByteArray canaryText();

    static std::optional<Profile> named(const QString& name);
    static QStringList names();
    /// One English line about a named profile, for --list; empty for an unknown name.
    static QString summary(const QString& name);
};

} // namespace app::simulator
