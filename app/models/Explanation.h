// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Clock.h"
#include "core/DayRange.h"
#include "models/PeriodSummary.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace app::models {

/// How a figure or a chart came about, for *Explain this number*. Made by the page that shows the figure,
/// from the same answer of the store, so that the two cannot disagree. All texts are translated and plain. A
/// value.
struct Explanation
{
    struct Input
    {
        QString name; ///< "Turns"
        QString value; ///< "147,912", formatted for the person's locale; an en dash when there is none
        QString source; ///< where it comes from: "sum over engineers, usage"
    };

    QString title; ///< the figure: "Credits per turn"
    QString value; ///< as shown, with all digits
    QString formula; ///< "credits ÷ turns = 552,301.5 ÷ 147,912"; the definition with the real numbers
    std::vector<Input> inputs;
    PeriodSummary period; ///< window, stored, provisional and missing days
    std::int64_t rows = 0; ///< rows of the cache behind it; 0: not counted, the line is left out
    std::optional<core::Instant> lastSync; ///< end of the last sync that succeeded
    QString notSaid; ///< one sentence on what the figure does not say; may be empty

    [[nodiscard]] bool isEmpty() const { return title.isEmpty(); }
};

} // namespace app::models
