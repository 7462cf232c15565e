// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "store/Database.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace app::store {

/// Somebody whose name was looked for.
struct EngineerMatch
{
    std::string userId;
    std::optional<std::string> email; ///< last known
};

/// The people whose e-mail or user id holds every word of `text`, at most `limit`: who begins with the first
/// word before who only holds it, then by e-mail, else by id. Without regard to the case of ASCII letters;
/// `%` and `_` stand for themselves. Never Unattributed; nobody for an empty text.
core::Result<std::vector<EngineerMatch>> findEngineers(
    const Database& database, const QString& text, int limit);

} // namespace app::store
