// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Clock.h"

#include <atomic>

namespace support {

/// A clock that stands still until it is moved. Thread-safe.
class FakeClock final : public app::core::Clock
{
public:
    explicit FakeClock(app::core::Instant start)
        : m_milliseconds(start.time_since_epoch().count())
    {
    }

    [[nodiscard]] app::core::Instant now() const override
    {
        return app::core::Instant(std::chrono::milliseconds(m_milliseconds.load()));
    }
    void set(app::core::Instant instant) { m_milliseconds = instant.time_since_epoch().count(); }
    void advance(std::chrono::milliseconds by) { m_milliseconds += by.count(); }

private:
    std::atomic<std::int64_t> m_milliseconds;
};

} // namespace support
