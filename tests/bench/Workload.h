// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "records/Page.h"
#include "simulator/Generator.h"

#include <QString>

/// What the benchmarks work on: the simulator's made-up workspace, as rows and as answers. The benchmarks may
/// link both rooms, because they prove nothing about the contract.
namespace bench {

/// A workspace: so many people, and so many days that end at `last`.
struct Shape
{
    int engineers = 0;
    int days = 0;
    friend bool operator==(const Shape&, const Shape&) = default;
};

/// "10000x365"; nothing for any other text or for numbers that are not positive.
std::optional<Shape> shapeOf(const QString& text);
QString nameOf(Shape shape);

/// The same figures for the same shape and last day, on every machine.
app::simulator::Generator generatorOf(Shape shape, app::core::UtcDay last);

/// The rows of some days as the decoder would hand them over, all on one page. `revised`: the first so many
/// rows of each day carry one turn more, as after a late correction.
app::records::UsagePage usageOf(
    const app::simulator::Generator& generator, app::core::DayRange days, int revised = 0);
app::records::UsagePage workspaceUsageOf(
    const app::simulator::Generator& generator, app::core::DayRange days);
app::records::ReviewPage reviewsOf(const app::simulator::Generator& generator, app::core::DayRange days);
app::records::ReviewResponsePage responsesOf(
    const app::simulator::Generator& generator, app::core::DayRange days);

} // namespace bench
