// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "exporting/Table.h"

class QIODevice;

namespace app::exporting {

/// Writes rows as one JSON array of objects keyed by the columns (RFC 8259), one object a line, into a device
/// that it borrows. Whole numbers are written as int64, whatever a reader makes of them above 2^53. Call
/// begin() once, add() per row, finish() once; after a failure (FileFailed) the device holds a part only. Any
/// one thread at a time.
class JsonWriter
{
public:
    explicit JsonWriter(QIODevice& device)
        : m_device(device)
    {
    }

    core::Result<void> begin(const std::vector<std::string>& columns);
    core::Result<void> add(const Row& row);
    core::Result<void> finish();

private:
    void appendText(std::string_view text);

    QIODevice& m_device;
    std::vector<std::string> m_keys; ///< quoted, with the colon
    std::string m_buffer;
    bool m_isFirst = true;
};

} // namespace app::exporting
