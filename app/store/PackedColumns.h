// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Bytes.h"
#include "store/Guarded.h"

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

/// Columns of up to 256 values, packed so that summing them is a loop over an array. Private to store/.
namespace app::store {

/// Engineers are dealt out to blocks of this many consecutive ids.
inline constexpr std::size_t kBlockPlaces = 256;

/// Some of the places of a block.
class Places
{
public:
    [[nodiscard]] bool has(std::size_t place) const { return (m_words[place / 64] >> (place % 64) & 1) != 0; }
    void set(std::size_t place) { m_words[place / 64] |= std::uint64_t{1} << (place % 64); }
    [[nodiscard]] bool isEmpty() const { return *this == Places(); }
    [[nodiscard]] std::size_t count() const
    {
        std::size_t places = 0;
        for (const std::uint64_t word : m_words) {
            places += static_cast<std::size_t>(std::popcount(word));
        }
        return places;
    }
    [[nodiscard]] bool isWithin(const Places& other) const
    {
        bool within = true;
        for (std::size_t word = 0; word < m_words.size(); ++word) {
            within = within && (m_words[word] & ~other.m_words[word]) == 0;
        }
        return within;
    }
    void unite(const Places& other)
    {
        for (std::size_t word = 0; word < m_words.size(); ++word) {
            m_words[word] |= other.m_words[word];
        }
    }
    /// Writes the places in ascending order to `list`, which has room for all; returns how many there are.
    std::size_t list(std::uint8_t* list) const
    {
        std::size_t next = 0;
        for (std::size_t word = 0; word < m_words.size(); ++word) {
            for (std::uint64_t bits = m_words[word]; bits != 0; bits &= bits - 1) {
                list[next++]
                    = static_cast<std::uint8_t>(word * 64 + static_cast<std::size_t>(std::countr_zero(bits)));
            }
        }
        return next;
    }
    friend bool operator==(const Places&, const Places&) = default;

    void write(ByteWriter& writer) const
    {
        for (const std::uint64_t word : m_words) {
            writer.put(word);
        }
    }
    static Places read(ByteReader& reader)
    {
        Places places;
        for (std::uint64_t& word : places.m_words) {
            word = reader.get<std::uint64_t>();
        }
        return places;
    }

private:
    std::array<std::uint64_t, kBlockPlaces / 64> m_words{};
};

/// A value for each place that has one. Sums are made in it; a place without a value is null, not zero.
template <typename Value> struct Column
{
    Places has;
    std::array<Value, kBlockPlaces> values{}; ///< zero where there is none

    [[nodiscard]] std::optional<Value> at(std::size_t place) const
    {
        return has.has(place) ? std::optional(values[place]) : std::nullopt;
    }
    void set(std::size_t place, Value value)
    {
        has.set(place);
        values[place] = value;
    }
    void set(std::size_t place, const std::optional<Value>& value)
    {
        if (value) {
            set(place, *value);
        }
    }
};

/// Sums of amounts that may be decimal fractions, such as 12.34.
struct Amounts : Column<double>
{
    /// The most decimals that an addend had; kNoDecimals when one was no decimal fraction or nobody looked.
    int decimals = 0;
    static constexpr int kNoDecimals = -1;
};

/// Writes columns. Of each, only the places that have a value take room; the narrowest array that holds all
/// of them is taken, and a double that is a decimal fraction (12.34) is kept as its digits (1234, two
/// places) if that gives back the same bits.
class ColumnWriter
{
public:
    /// `present` are the places of the block; a column has a list of its own only where one of them is null.
    void begin(const Places& present);
    void add(const Column<std::int64_t>& column);
    void add(const Column<double>& column);
    /// Sums of decimal fractions are brought to the double that is nearest to the exact sum, which takes away
    /// what the additions left behind their last decimal.
    void addSums(const Amounts& sums);
    /// A number between sections.
    void put(std::uint32_t number) { m_bytes.put(number); }
    [[nodiscard]] std::string take() { return m_bytes.take(); }

    ColumnWriter();

private:
    /// Writes the head of a column and its values, without gaps: integers, or the digits of decimal
    /// fractions.
    void addIntegers(const Places& places, const std::int64_t* values, std::size_t count, int decimals);
    void addHead(int kind, int decimals, const Places& places);
    ByteWriter m_bytes;
    Places m_present;
};

/// Reads what ColumnWriter wrote, in the same order. Never trusts a byte: throws std::out_of_range where they
/// contradict each other (StoreDamaged behind guarded()).
class ColumnReader
{
public:
    explicit ColumnReader(std::string_view bytes);
    /// Another section begins; returns its places.
    const Places& begin();
    std::uint32_t number() { return m_bytes.get<std::uint32_t>(); }
    [[nodiscard]] bool atEnd() const { return m_bytes.left() == 0; }
    /// After the last column.
    void finish() const;

    /// Adds the next column to `sums`; throws SumOverflow.
    void addTo(Column<std::int64_t>& sums);
    /// Adds each value to both; `also` is not said to have one.
    void addTo(Column<std::int64_t>& sums, Column<std::int64_t>& also);
    void addTo(Amounts& sums);
    /// Calls `visit(place, value)` for each value of the next column, which holds integers.
    template <typename Visit> void each(Visit&& visit) { eachInteger(next(Kind::Integers), visit); }
    /// Leaves out the next column of either kind; returns who has a value in it.
    Places skip() { return next(Kind::Either).places; }

private:
    friend class ColumnWriter;
    static constexpr std::uint8_t kVersion = 1;
    // The first byte of a column: how wide its values are, whether it has places of its own, how many
    // decimals its digits have, whether they are doubles.
    enum Width : std::uint8_t {
        kNothing,
        kConstant,
        kOneByte,
        kTwoBytes,
        kThreeBytes,
        kFourBytes,
        kEightBytes
    };
    static constexpr int kWidthBits = 0x07;
    static constexpr int kOwnPlaces = 0x08;
    static constexpr int kDecimalsBits = 0x70;
    static constexpr int kDecimalsShift = 4;
    static constexpr int kReal = 0x80;

    enum class Kind { Integers, Reals, Either };
    struct Packed
    {
        int width = kNothing;
        bool isReal = false;
        int decimals = 0;
        double power = 1; ///< what the digits of decimal fractions are divided by
        Places places;
        std::size_t count = 0;
        const std::uint8_t* list = nullptr; ///< the places, one for each value
        const char* values = nullptr;
    };
    Packed next(Kind kind);
    template <typename Stored, typename Visit> static void eachStored(const Packed& packed, Visit&& visit)
    {
        for (std::size_t i = 0; i < packed.count; ++i) {
            visit(packed.list[i], loadLittle<Stored>(packed.values + i * sizeof(Stored)));
        }
    }
    template <typename Visit> static void eachInteger(const Packed& packed, Visit&& visit)
    {
        const auto widened
            = [&visit](std::uint8_t place, auto value) { visit(place, static_cast<std::int64_t>(value)); };
        switch (packed.width) {
        case kNothing: break;
        case kConstant: {
            const auto value = loadLittle<std::int64_t>(packed.values);
            for (std::size_t i = 0; i < packed.count; ++i) {
                visit(packed.list[i], value);
            }
            break;
        }
        case kOneByte: eachStored<std::uint8_t>(packed, widened); break;
        case kTwoBytes: eachStored<std::uint16_t>(packed, widened); break;
        case kThreeBytes:
            for (std::size_t i = 0; i < packed.count; ++i) {
                const char* const from = packed.values + 3 * i;
                const auto high = static_cast<unsigned char>(from[2]);
                visit(packed.list[i], std::int64_t{high} << 16 | loadLittle<std::uint16_t>(from));
            }
            break;
        case kFourBytes: eachStored<std::uint32_t>(packed, widened); break;
        default: eachStored<std::int64_t>(packed, widened); break;
        }
    }

    ByteReader m_bytes;
    Places m_present;
    std::array<std::uint8_t, kBlockPlaces> m_presentList{};
    std::size_t m_presentCount = 0;
    std::array<std::uint8_t, kBlockPlaces> m_ownList{};
};

} // namespace app::store
