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

/// One or two letters for the spot beside a name, from the part of the e-mail before the at sign: its first
/// word and its last. Empty without an e-mail or a letter.
QString engineerInitials(const std::optional<std::string>& email);

/// Ids of more than 14 characters keep their kind and the end: user-…B7E90C.
QString shortenedId(const QString& userId);

} // namespace app::models
