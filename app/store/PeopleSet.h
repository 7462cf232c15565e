// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Bytes.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <string>
#include <vector>

namespace app::store {

/// A set of engineers. Their ids are small and dense, so it is a bitmap: counting the distinct people of many
/// days is a union of few bytes.
class PeopleSet
{
public:
    void insert(std::int64_t engineer)
    {
        const auto word = static_cast<std::size_t>(engineer) / kBits;
        if (m_words.size() <= word) {
            m_words.resize(word + 1);
        }
        m_words[word] |= std::uint64_t{1} << (static_cast<std::size_t>(engineer) % kBits);
    }
    void unite(const PeopleSet& other)
    {
        if (m_words.size() < other.m_words.size()) {
            m_words.resize(other.m_words.size());
        }
        for (std::size_t word = 0; word < other.m_words.size(); ++word) {
            m_words[word] |= other.m_words[word];
        }
    }
    void clear() { m_words.assign(m_words.size(), 0); }
    [[nodiscard]] std::int64_t count() const
    {
        std::int64_t people = 0;
        for (const std::uint64_t word : m_words) {
            people += std::popcount(word);
        }
        return people;
    }
    /// Sets that were only inserted into are equal when they hold the same people.
    friend bool operator==(const PeopleSet&, const PeopleSet&) = default;

    /// As a bitmap or as the distances from one person to the next, whichever is shorter.
    [[nodiscard]] std::string bytes() const
    {
        ByteWriter bitmap;
        bitmap.put(kBitmap);
        ByteWriter distances;
        distances.put(kDistances);
        std::size_t previous = 0;
        for (std::size_t word = 0; word < m_words.size(); ++word) {
            bitmap.put(m_words[word]);
            for (std::uint64_t bits = m_words[word]; bits != 0; bits &= bits - 1) {
                const std::size_t person = word * kBits + static_cast<std::size_t>(std::countr_zero(bits));
                distances.putVarying(person - previous);
                previous = person;
            }
        }
        return distances.size() < bitmap.size() ? distances.take() : bitmap.take();
    }
    /// Adds the people of a stored set. Throws std::out_of_range where the bytes say what no program of ours
    /// wrote: people beyond `lastId` among it, so that a damaged file cannot ask for any amount of memory.
    void unite(std::string_view bytes, std::int64_t lastId)
    {
        ByteReader reader(bytes);
        const auto last = static_cast<std::size_t>(lastId);
        const auto format = reader.get<std::uint8_t>();
        if (format == kBitmap) {
            const std::size_t words = reader.left() / sizeof(std::uint64_t);
            if (reader.left() % sizeof(std::uint64_t) != 0 || words > last / kBits + 1) {
                contradiction("a set of people has a wrong length");
            }
            m_words.resize(std::max(m_words.size(), words));
            for (std::size_t word = 0; word < words; ++word) {
                m_words[word] |= reader.get<std::uint64_t>();
            }
            return;
        }
        if (format != kDistances) {
            contradiction("a set of people has another format");
        }
        m_words.resize(std::max(m_words.size(), last / kBits + 1));
        for (std::size_t person = 0; reader.left() > 0;) {
            const std::uint64_t distance = reader.getVarying();
            if (distance > last - person) {
                contradiction("a set of people names somebody who is not there");
            }
            person += distance;
            m_words[person / kBits] |= std::uint64_t{1} << (person % kBits);
        }
    }

private:
    static constexpr std::uint8_t kBitmap = 1;
    static constexpr std::uint8_t kDistances = 2;
    static constexpr std::size_t kBits = 64;
    std::vector<std::uint64_t> m_words;
};

} // namespace app::store
