// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <string>

namespace app::models {

/// What a person is called: the e-mail, else the shortened user id, else "Unattributed" (rows without a
/// person).
QString engineerName(const std::optional<std::string>& userId, const std::optional<std::string>& email);

/// Ids of more than 14 characters keep their kind and the end: user-…B7E90C.
QString shortenedId(const QString& userId);

} // namespace app::models
