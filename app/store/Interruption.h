// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Database.h"

#include <functional>

namespace app::store {

/// For as long as it lives, the statements of one connection end soon after nobody wants their answer any
/// more; guarded() makes an Error of kind Cancelled of that. The connection is as good as before when it is
/// gone. Lives on the stack of the thread that uses the connection, one at a time for each connection; free
/// of Qt's locks, so that a thread sanitizer sees what the question shares with other threads.
class Interruption
{
public:
    /// Asked every few milliseconds, in the thread of the connection, while a statement runs.
    using Question = std::function<bool()>;

    Interruption(const Database& database, Question isGivenUp);
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

private:
    const Database& m_database;
    Question m_isGivenUp;
};

} // namespace app::store
