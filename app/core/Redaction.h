// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace app::core {

/// Text that came from outside, made safe for a log, an error or the screen: control characters become
/// spaces, everything that looks like a key (`sk-…`, `Bearer …`, long runs without spaces) is masked to its
/// last four characters, e-mail addresses are masked whole, and the rest is cut to `maxLength` characters.
/// The result is plain text, never markup.
QString redacted(QStringView text, int maxLength = 300);

/// Masks key-like substrings only; length and line structure stay.
QString maskKeys(QStringView text);

/// Masks e-mail addresses (also with a percent-encoded @) as `…@…`, the domain too: it names the company.
QString maskEmails(QStringView text);

} // namespace app::core
