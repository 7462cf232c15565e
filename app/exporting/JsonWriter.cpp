// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exporting/JsonWriter.h"

#include "exporting/ByteSink.h"

namespace app::exporting {

core::Result<void> JsonWriter::begin(const std::vector<std::string>& columns)
{
    m_keys.clear();
    for (const std::string& column : columns) {
        appendText(column);
        m_buffer += ':';
        m_keys.push_back(m_buffer);
        m_buffer.clear();
    }
    m_buffer = "[";
    return {};
}

core::Result<void> JsonWriter::add(const Row& row)
{
    Q_ASSERT(row.size() == m_keys.size());
    m_buffer += m_isFirst ? "\n{" : ",\n{";
    m_isFirst = false;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (i > 0) {
            m_buffer += ',';
        }
        m_buffer += m_keys[i];
        const Cell& cell = row[i];
        if (const auto* text = std::get_if<std::string>(&cell)) {
            appendText(*text);
        } else if (const auto* whole = std::get_if<std::int64_t>(&cell)) {
            m_buffer += std::to_string(*whole);
        } else if (const auto* number = std::get_if<double>(&cell)) {
            m_buffer += shortestText(*number).value_or("null");
        } else {
            m_buffer += "null";
        }
    }
    m_buffer += '}';
    if (m_buffer.size() < kFlushBytes) {
        return {};
    }
    return flushInto(m_device, m_buffer);
}

core::Result<void> JsonWriter::finish()
{
    m_buffer += m_isFirst ? "]\n" : "\n]\n";
    return flushInto(m_device, m_buffer);
}

void JsonWriter::appendText(std::string_view text)
{
    m_buffer += '"';
    for (const char c : validUtf8(text)) {
        switch (c) {
        case '"': m_buffer += "\\\""; break;
        case '\\': m_buffer += "\\\\"; break;
        case '\n': m_buffer += "\\n"; break;
        case '\r': m_buffer += "\\r"; break;
        case '\t': m_buffer += "\\t"; break;
        default: {
            const auto code = static_cast<unsigned char>(c);
            if (code < 0x20) {
                constexpr std::string_view kDigits = "0123456789abcdef";
                m_buffer += "\\u00";
                m_buffer += kDigits[code >> 4U];
                m_buffer += kDigits[code & 0xFU];
            } else {
                m_buffer += c;
            }
        }
        }
    }
    m_buffer += '"';
}

} // namespace app::exporting
