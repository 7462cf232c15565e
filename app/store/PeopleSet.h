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
/// days is a union of few bytes. Stored without the empty words at both ends.
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
    void clear() { m_words.clear(); }
    [[nodiscard]] bool isEmpty() const { return m_words.empty(); }
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

    [[nodiscard]] std::string bytes() const
    {
        const auto isUsed = [](std::uint64_t word) { return word != 0; };
        const auto first = std::find_if(m_words.begin(), m_words.end(), isUsed);
        ByteWriter writer;
        writer.put(kVersion);
        writer.put(static_cast<std::uint32_t>(first - m_words.begin()));
        for (auto word = first; word != m_words.end(); ++word) {
            writer.put(*word);
        }
        return writer.take();
    }
    /// Throws std::out_of_range where the bytes say what no program of ours wrote: people beyond `lastId`
    /// among it, so that a damaged file cannot ask for any amount of memory.
    static PeopleSet fromBytes(std::string_view bytes, std::int64_t lastId)
    {
        ByteReader reader(bytes);
        if (reader.get<std::uint8_t>() != kVersion) {
            contradiction("a set of people has another format");
        }
        const std::size_t first = reader.get<std::uint32_t>();
        const std::size_t count = reader.left() / sizeof(std::uint64_t);
        const auto words = static_cast<std::size_t>(lastId) / kBits + 1;
        if (reader.left() % sizeof(std::uint64_t) != 0 || count == 0 || first + count > words) {
            contradiction("a set of people has a wrong length");
        }
        PeopleSet people;
        people.m_words.resize(first + count);
        for (std::size_t word = first; word < first + count; ++word) {
            people.m_words[word] = reader.get<std::uint64_t>();
        }
        return people;
    }

private:
    static constexpr std::uint8_t kVersion = 1;
    static constexpr std::size_t kBits = 64;
    std::vector<std::uint64_t> m_words; ///< the last one is not zero
};

} // namespace app::store
