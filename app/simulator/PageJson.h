// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "simulator/Profile.h"
#include "simulator/Truth.h"

#include <QByteArray>

namespace app::simulator {

class Generator;

/// Writes answers of the API as JSON text. It appends bytes itself: a page of 30,000 rows is some 40 MB, and
/// building a tree first would take seconds. Pure but for the buffer it owns; use one per page, in any
/// thread.
class PageJson final
{
public:
    explicit PageJson(const Profile& profile)
        : m_profile(profile)
    {
    }

    void reserve(qsizetype rows, qsizetype bytesPerRow);
    void beginPage();
    void addUsage(const TruthUsage& row, bool isWorkspaceRow);
    void addReview(const TruthReview& row);
    void addResponse(const TruthResponse& row);
    /// An empty cursor is null. The result is the whole answer; the writer is spent.
    QByteArray endPage(bool hasMore, const QByteArray& nextPage);

    [[nodiscard]] int rows() const { return m_rows; }

private:
    /// How whole numbers are written; see Profile::numbersAsStrings.
    enum class Style { Plain, Text, Decimal };

    void beginRow(const char* object, core::UtcDay day);
    void endRow();
    void addIdentity(const TruthIdentity& identity, bool isWorkspaceRow);
    void addFigures(const TruthCosts& costs, const TruthTokens& tokens);
    void addAttribution(const TruthUsage& row);
    void addKey(const char* key);
    void addInteger(const char* key, std::int64_t value);
    void addInteger(const char* key, const std::optional<std::int64_t>& value);
    void addNumber(const char* key, const std::optional<double>& value);
    void addText(const char* key, const std::optional<std::string>& value);
    void addCanary();

    const Profile& m_profile;
    QByteArray m_out;
    Style m_style = Style::Plain;
    int m_rows = 0;
};

/// The answer to a request for `usage` per engineer over these days, cut at `rows` rows and without a cursor:
/// what the service would send, for benchmarks and tests that need no socket.
QByteArray usagePage(const Generator& data, core::DayRange days, int rows);

/// `text` as a JSON string with its quotes.
void appendJsonString(QByteArray& out, QByteArrayView text);
/// The shortest text that reads back to the same double.
void appendJsonNumber(QByteArray& out, double value);
void appendJsonNumber(QByteArray& out, std::int64_t value);

} // namespace app::simulator
