// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exporting/ByteSink.h"

#include "core/Redaction.h"

#include <QIODevice>

namespace app::exporting {

core::Result<void> flushInto(QIODevice& device, std::string& buffer)
{
    const auto size = static_cast<qint64>(buffer.size());
    if (device.write(buffer.data(), size) != size) {
        return core::failure(core::ErrorKind::FileFailed, core::redacted(device.errorString()));
    }
    buffer.clear();
    return {};
}

} // namespace app::exporting
