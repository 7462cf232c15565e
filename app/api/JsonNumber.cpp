// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "api/JsonNumber.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace app::api {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::string_view takeDigits(std::string_view& rest)
{
    const auto end = std::find_if_not(rest.begin(), rest.end(), isDigit);
    const std::string_view digits = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
    rest.remove_prefix(digits.size());
    return digits;
}

/// The parts of a JSON number.
struct Parts
{
    bool isNegative = false;
    std::string_view whole;
    std::string_view fraction;
    std::int64_t exponent = 0;

    [[nodiscard]] bool isZero() const
    {
        const auto isZeroDigit = [](char c) { return c == '0'; };
        return std::all_of(whole.begin(), whole.end(), isZeroDigit)
            && std::all_of(fraction.begin(), fraction.end(), isZeroDigit);
    }
    /// The digit `index` places after the first one of `whole`.
    [[nodiscard]] char digit(std::size_t index) const
    {
        return index < whole.size() ? whole[index] : fraction[index - whole.size()];
    }
    [[nodiscard]] std::size_t size() const { return whole.size() + fraction.size(); }
};

bool split(std::string_view text, Parts& parts)
{
    parts.isNegative = !text.empty() && text.front() == '-';
    text.remove_prefix(parts.isNegative ? 1 : 0);
    parts.whole = takeDigits(text);
    if (parts.whole.empty() || (parts.whole.size() > 1 && parts.whole.front() == '0')) {
        return false;
    }
    if (!text.empty() && text.front() == '.') {
        text.remove_prefix(1);
        parts.fraction = takeDigits(text);
        if (parts.fraction.empty()) {
            return false;
        }
    }
    if (!text.empty() && (text.front() == 'e' || text.front() == 'E')) {
        text.remove_prefix(1);
        const bool isNegative = !text.empty() && text.front() == '-';
        if (!text.empty() && (isNegative || text.front() == '+')) {
            text.remove_prefix(1);
        }
        const std::string_view digits = takeDigits(text);
        if (digits.empty()) {
            return false;
        }
        // Far beyond every double and every body, yet far from overflowing the sums below.
        constexpr std::int64_t kFarAway = 1'000'000'000'000;
        for (const char c : digits) {
            parts.exponent = std::min(parts.exponent * 10 + (c - '0'), kFarAway);
        }
        parts.exponent = isNegative ? -parts.exponent : parts.exponent;
    }
    return text.empty();
}

} // namespace

NumberFault parseWhole(std::string_view text, std::int64_t& value)
{
    // Almost every counter is a short run of digits.
    if (!text.empty() && text.size() <= 18 && (text.front() != '0' || text.size() == 1)) {
        std::int64_t sum = 0;
        std::size_t at = 0;
        while (at < text.size() && isDigit(text[at])) {
            sum = sum * 10 + (text[at] - '0');
            ++at;
        }
        if (at == text.size()) {
            value = sum;
            return NumberFault::None;
        }
    }

    Parts parts;
    if (!split(text, parts)) {
        return NumberFault::NotANumber;
    }
    if (parts.isZero()) {
        value = 0;
        return NumberFault::None;
    }
    if (parts.isNegative) {
        return NumberFault::Negative;
    }
    // The digits before `point` are the whole part, those behind it must be zeros.
    const std::int64_t point = static_cast<std::int64_t>(parts.whole.size()) + parts.exponent;
    const auto size = static_cast<std::int64_t>(parts.size());
    for (std::int64_t at = std::max<std::int64_t>(point, 0); at < size; ++at) {
        if (parts.digit(static_cast<std::size_t>(at)) != '0') {
            return NumberFault::NotWhole;
        }
    }
    std::int64_t sum = 0;
    for (std::int64_t at = 0; at < point; ++at) {
        const int digit = at < size ? parts.digit(static_cast<std::size_t>(at)) - '0' : 0;
        if (sum > (std::numeric_limits<std::int64_t>::max() - digit) / 10) {
            return NumberFault::TooLarge;
        }
        sum = sum * 10 + digit;
    }
    value = sum;
    return NumberFault::None;
}

NumberFault parseAmount(std::string_view text, double& value)
{
    Parts parts;
    if (!split(text, parts)) {
        return NumberFault::NotANumber;
    }
    if (parts.isZero()) {
        value = 0.0;
        return NumberFault::None;
    }
    if (parts.isNegative) {
        return NumberFault::Negative;
    }
    double parsed = 0.0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), parsed);
    if (fault == std::errc::result_out_of_range) {
        // Out of range at the small end is 0 to every other reader of JSON.
        std::size_t leadingZeros = 0;
        while (parts.digit(leadingZeros) == '0') {
            ++leadingZeros;
        }
        const std::int64_t magnitude = static_cast<std::int64_t>(parts.whole.size()) + parts.exponent
            - static_cast<std::int64_t>(leadingZeros);
        if (magnitude > 0) {
            return NumberFault::TooLarge;
        }
        value = 0.0;
        return NumberFault::None;
    }
    if (fault != std::errc() || end != text.data() + text.size() || !std::isfinite(parsed)) {
        return NumberFault::NotANumber;
    }
    value = parsed;
    return NumberFault::None;
}

} // namespace app::api
