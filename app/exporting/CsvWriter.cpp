// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exporting/CsvWriter.h"

#include "exporting/ByteSink.h"

namespace app::exporting {

core::Result<void> CsvWriter::begin(const std::vector<std::string>& columns)
{
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (i > 0) {
            m_buffer += ',';
        }
        appendText(columns[i]);
    }
    m_buffer += '\n';
    return flushWhenLarge();
}

core::Result<void> CsvWriter::add(const Row& row)
{
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (i > 0) {
            m_buffer += ',';
        }
        const Cell& cell = row[i];
        if (const auto* text = std::get_if<std::string>(&cell)) {
            appendText(*text);
        } else if (const auto* whole = std::get_if<std::int64_t>(&cell)) {
            m_buffer += std::to_string(*whole);
        } else if (const auto* number = std::get_if<double>(&cell)) {
            m_buffer += shortestText(*number).value_or(std::string());
        }
    }
    m_buffer += '\n';
    return flushWhenLarge();
}

core::Result<void> CsvWriter::finish()
{
    return flushInto(m_device, m_buffer);
}

void CsvWriter::appendText(std::string_view text)
{
    const std::string clean = validUtf8(text);
    const bool looksLikeFormula
        = !clean.empty() && std::string_view("=+-@\t\r").find(clean.front()) != std::string_view::npos;
    const bool needsQuotes = clean.empty() || clean.find_first_of(",\"\r\n") != std::string::npos;
    if (needsQuotes) {
        m_buffer += '"';
    }
    if (looksLikeFormula) {
        m_buffer += '\'';
    }
    for (const char c : clean) {
        if (c == '"') {
            m_buffer += '"';
        }
        m_buffer += c;
    }
    if (needsQuotes) {
        m_buffer += '"';
    }
}

core::Result<void> CsvWriter::flushWhenLarge()
{
    if (m_buffer.size() < kFlushBytes) {
        return {};
    }
    return flushInto(m_device, m_buffer);
}

} // namespace app::exporting
