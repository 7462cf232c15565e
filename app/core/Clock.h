// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace app::core {

/// A moment in UTC with millisecond precision.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// Where the time comes from. Tests pass a clock that they move by hand. Implementations are callable from
/// every thread; whoever holds a reference does not own it.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override;
};

} // namespace app::core
