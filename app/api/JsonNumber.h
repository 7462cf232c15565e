// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace app::api {

/// Why a text is not the number that was expected.
enum class NumberFault { None, NotANumber, NotWhole, Negative, TooLarge };

/// A non-negative whole number in the grammar of JSON (RFC 8259, section 6), exactly: "5", "5.0" and "5e0"
/// are 5,
/// "-0" is 0; "5.5" is NotWhole, "+5", "05", " 5" and "" are NotANumber, above int64 is TooLarge. `value` is
/// only written with None.
NumberFault parseWhole(std::string_view text, std::int64_t& value);

/// A finite non-negative number in the same grammar; the double nearest to it. "-0.0" becomes 0.
NumberFault parseAmount(std::string_view text, double& value);

} // namespace app::api
