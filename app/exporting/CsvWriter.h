// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "exporting/Table.h"

class QIODevice;

namespace app::exporting {

/// Writes rows as CSV (RFC 4180) into a device that it borrows: UTF-8 without BOM, one header line, LF line
/// ends. A null is an empty cell, an empty text is `""`. Because spreadsheets run what looks like a formula,
/// a text cell that starts with `= + - @`, TAB or CR gets a leading apostrophe; numbers never do. Call
/// begin() once, add() per row, finish() once; after a failure (FileFailed) the device holds a part only. Any
/// one thread at a time.
class CsvWriter
{
public:
    explicit CsvWriter(QIODevice& device)
        : m_device(device)
    {
    }

    core::Result<void> begin(const std::vector<std::string>& columns);
    core::Result<void> add(const Row& row);
    core::Result<void> finish();

private:
    void appendText(std::string_view text);
    core::Result<void> flushWhenLarge();

    QIODevice& m_device;
    std::string m_buffer;
};

} // namespace app::exporting
