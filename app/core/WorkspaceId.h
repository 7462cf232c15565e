// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace app::core {

/// The id of a ChatGPT workspace: a UUID, kept in lower case without braces. Anything else (an `org-…` id, a
/// name) is refused at the border, so that it can never become part of a URL or a path.
class WorkspaceId
{
public:
    /// Trims white space; accepts 8-4-4-4-12 hexadecimal digits only.
    static std::optional<WorkspaceId> parse(QStringView text);

    [[nodiscard]] const QString& toString() const { return m_text; }
    friend bool operator==(const WorkspaceId&, const WorkspaceId&) = default;

private:
    explicit WorkspaceId(QString text)
        : m_text(std::move(text))
    {
    }
    QString m_text;
};

} // namespace app::core
