// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/PackedColumns.h"

#include <algorithm>

namespace app::store {

namespace {

constexpr std::array<double, 7> kPowersOfTen{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};

/// The digits of a decimal fraction with that many decimals; none when they do not give back the same bits.
std::optional<std::int64_t> digitsOf(double value, double power)
{
    const double digits = std::nearbyint(value * power);
    if (!(digits >= 0 && digits <= std::numeric_limits<std::uint32_t>::max())) {
        return std::nullopt;
    }
    const auto whole = static_cast<std::int64_t>(digits);
    const double again = static_cast<double>(whole) / power;
    return std::bit_cast<std::uint64_t>(again) == std::bit_cast<std::uint64_t>(value) ? std::optional(whole)
                                                                                      : std::nullopt;
}

/// Brings all values to the fewest decimals that keep each of them; -1 when there are none.
int allDigits(const double* values, std::size_t count, std::int64_t* digits)
{
    for (std::size_t decimals = 0; decimals < kPowersOfTen.size(); ++decimals) {
        std::size_t done = 0;
        while (done < count) {
            const auto found = digitsOf(values[done], kPowersOfTen[decimals]);
            if (!found) {
                break;
            }
            digits[done++] = *found;
        }
        if (done == count) {
            return static_cast<int>(decimals);
        }
    }
    return -1;
}

template <typename Stored> void putAll(ByteWriter& bytes, const std::int64_t* values, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i) {
        bytes.put(static_cast<Stored>(values[i]));
    }
}

} // namespace

ColumnWriter::ColumnWriter()
{
    m_bytes.put(ColumnReader::kVersion);
}

void ColumnWriter::begin(const Places& present)
{
    m_present = present;
    present.write(m_bytes);
}

void ColumnWriter::addHead(int kind, int decimals, const Places& places)
{
    const bool hasOwnPlaces = kind != ColumnReader::kNothing && places != m_present;
    m_bytes.put(static_cast<std::uint8_t>(
        kind | (hasOwnPlaces ? ColumnReader::kOwnPlaces : 0) | decimals << ColumnReader::kDecimalsShift));
    if (hasOwnPlaces) {
        places.write(m_bytes);
    }
}

void ColumnWriter::addIntegers(
    const Places& places, const std::int64_t* values, std::size_t count, int decimals)
{
    if (count == 0) {
        addHead(ColumnReader::kNothing, 0, places);
        return;
    }
    const auto [least, most] = std::minmax_element(values, values + count);
    const auto isBelow
        = [least = *least, most = *most](std::int64_t limit) { return least >= 0 && most < limit; };
    if (*least == *most && count > sizeof(std::int64_t)) {
        addHead(ColumnReader::kConstant, decimals, places);
        putAll<std::int64_t>(m_bytes, values, 1);
    } else if (isBelow(std::int64_t{1} << 8)) {
        addHead(ColumnReader::kOneByte, decimals, places);
        putAll<std::uint8_t>(m_bytes, values, count);
    } else if (isBelow(std::int64_t{1} << 16)) {
        addHead(ColumnReader::kTwoBytes, decimals, places);
        putAll<std::uint16_t>(m_bytes, values, count);
    } else if (isBelow(std::int64_t{1} << 24)) {
        addHead(ColumnReader::kThreeBytes, decimals, places);
        for (std::size_t i = 0; i < count; ++i) {
            m_bytes.put(static_cast<std::uint16_t>(values[i] & 0xFFFF));
            m_bytes.put(static_cast<std::uint8_t>(values[i] >> 16));
        }
    } else if (isBelow(std::int64_t{1} << 32)) {
        addHead(ColumnReader::kFourBytes, decimals, places);
        putAll<std::uint32_t>(m_bytes, values, count);
    } else {
        addHead(ColumnReader::kEightBytes, decimals, places);
        putAll<std::int64_t>(m_bytes, values, count);
    }
}

void ColumnWriter::add(const Column<std::int64_t>& column)
{
    std::array<std::uint8_t, kBlockPlaces> list{};
    std::array<std::int64_t, kBlockPlaces> values{};
    const std::size_t count = column.has.list(list.data());
    for (std::size_t i = 0; i < count; ++i) {
        values[i] = column.values[list[i]];
    }
    addIntegers(column.has, values.data(), count, 0);
}

void ColumnWriter::add(const Column<double>& column)
{
    std::array<std::uint8_t, kBlockPlaces> list{};
    std::array<double, kBlockPlaces> values{};
    std::array<std::int64_t, kBlockPlaces> digits{};
    const std::size_t count = column.has.list(list.data());
    for (std::size_t i = 0; i < count; ++i) {
        values[i] = column.values[list[i]];
    }
    if (const int decimals = allDigits(values.data(), count, digits.data()); decimals >= 0) {
        addIntegers(column.has, digits.data(), count, decimals);
        return;
    }
    addHead(ColumnReader::kEightBytes | ColumnReader::kReal, 0, column.has);
    for (std::size_t i = 0; i < count; ++i) {
        m_bytes.put(values[i]);
    }
}

void ColumnWriter::addSums(const Amounts& sums)
{
    Column<double> rounded = sums;
    if (sums.decimals != Amounts::kNoDecimals) {
        const double power = kPowersOfTen[static_cast<std::size_t>(sums.decimals)];
        for (double& value : rounded.values) {
            // Beyond 2⁵³ the digits are no longer exact, and nothing is gained.
            const double digits = std::nearbyint(value * power);
            value = std::abs(digits) < 0x1p53 ? digits / power : value;
        }
    }
    add(rounded);
}

ColumnReader::ColumnReader(std::string_view bytes)
    : m_bytes(bytes)
{
    if (m_bytes.get<std::uint8_t>() != kVersion) {
        contradiction("packed columns have another format");
    }
}

const Places& ColumnReader::begin()
{
    m_present = Places::read(m_bytes);
    if (m_present.isEmpty()) {
        contradiction("packed columns of nobody");
    }
    m_presentCount = m_present.list(m_presentList.data());
    return m_present;
}

void ColumnReader::finish() const
{
    if (!atEnd()) {
        contradiction("packed columns go on after their end");
    }
}

ColumnReader::Packed ColumnReader::next(Kind kind)
{
    const auto head = m_bytes.get<std::uint8_t>();
    Packed packed;
    packed.width = head & kWidthBits;
    packed.power = kPowersOfTen[0];
    packed.isReal = (head & kReal) != 0;
    const std::size_t decimals = (head & kDecimalsBits) >> kDecimalsShift;
    if (packed.width > kEightBytes || decimals >= kPowersOfTen.size()
        || (packed.isReal && (packed.width != kEightBytes || decimals > 0))
        || (kind == Kind::Integers && (packed.isReal || decimals > 0))) {
        contradiction("a packed column is of no known kind");
    }
    packed.decimals = static_cast<int>(decimals);
    packed.power = kPowersOfTen[decimals];
    if ((head & kOwnPlaces) != 0) {
        packed.places = Places::read(m_bytes);
        if (packed.width == kNothing || packed.places.isEmpty() || packed.places == m_present
            || !packed.places.isWithin(m_present)) {
            contradiction("a packed column has other places than its block");
        }
        packed.count = packed.places.list(m_ownList.data());
        packed.list = m_ownList.data();
    } else if (packed.width != kNothing) {
        packed.places = m_present;
        packed.count = m_presentCount;
        packed.list = m_presentList.data();
    }
    constexpr std::array<std::size_t, 7> kSizes{0, 0, 1, 2, 3, 4, 8};
    packed.values = m_bytes.take(packed.width == kConstant
            ? sizeof(std::int64_t)
            : packed.count * kSizes[static_cast<std::size_t>(packed.width)]);
    return packed;
}

void ColumnReader::addTo(Column<std::int64_t>& sums)
{
    const Packed packed = next(Kind::Integers);
    bool overflows = false;
    eachInteger(packed, [&](std::uint8_t place, std::int64_t value) {
        overflows = __builtin_add_overflow(sums.values[place], value, &sums.values[place]) || overflows;
    });
    if (overflows) {
        throw SumOverflow();
    }
    sums.has.unite(packed.places);
}

void ColumnReader::addTo(Column<std::int64_t>& sums, Column<std::int64_t>& also)
{
    const Packed packed = next(Kind::Integers);
    bool overflows = false;
    eachInteger(packed, [&](std::uint8_t place, std::int64_t value) {
        overflows = __builtin_add_overflow(sums.values[place], value, &sums.values[place]) || overflows;
        overflows = __builtin_add_overflow(also.values[place], value, &also.values[place]) || overflows;
    });
    if (overflows) {
        throw SumOverflow();
    }
    sums.has.unite(packed.places);
}

void ColumnReader::addTo(Amounts& sums)
{
    const Packed packed = next(Kind::Reals);
    const bool areDecimal = sums.decimals != Amounts::kNoDecimals && !packed.isReal;
    sums.decimals = areDecimal ? std::max(sums.decimals, packed.decimals) : Amounts::kNoDecimals;
    bool isFinite = true;
    const auto add = [&](std::uint8_t place, double value) {
        sums.values[place] += value;
        isFinite = std::isfinite(sums.values[place]) && isFinite;
    };
    if (packed.isReal) {
        eachStored<double>(packed, add);
    } else {
        eachInteger(packed, [&](std::uint8_t place, std::int64_t digits) {
            add(place, static_cast<double>(digits) / packed.power);
        });
    }
    if (!isFinite) {
        throw SumOverflow();
    }
    sums.has.unite(packed.places);
}

} // namespace app::store
