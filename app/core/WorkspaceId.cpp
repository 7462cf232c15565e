// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/WorkspaceId.h"

#include <algorithm>

namespace app::core {

std::optional<WorkspaceId> WorkspaceId::parse(QStringView text)
{
    const QString trimmed = text.trimmed().toString().toLower();
    if (trimmed.size() != 36) {
        return std::nullopt;
    }
    for (qsizetype i = 0; i < trimmed.size(); ++i) {
        const QChar c = trimmed[i];
        const bool isDash = i == 8 || i == 13 || i == 18 || i == 23;
        const bool isHex = (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
        if (isDash ? c != u'-' : !isHex) {
            return std::nullopt;
        }
    }
    return WorkspaceId(trimmed);
}

} // namespace app::core
