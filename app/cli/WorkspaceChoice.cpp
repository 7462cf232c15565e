// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/WorkspaceChoice.h"

#include <algorithm>

namespace app::cli {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("app::cli::WorkspaceChoice", text);
}

QString namesOf(const std::vector<core::WorkspaceId>& workspaces)
{
    QStringList names;
    for (const core::WorkspaceId& workspace : workspaces) {
        names += workspace.toString();
    }
    return names.join(QStringLiteral(", "));
}

} // namespace

tl::expected<core::WorkspaceId, UsageError> chooseWorkspace(const store::DataFolder& folder,
    const settings::Settings& settings, const std::optional<core::WorkspaceId>& named, Wanted wanted)
{
    std::vector<core::WorkspaceId> known = folder.workspaces();
    if (wanted != Wanted::Stored) {
        for (const settings::WorkspaceSettings& entry : settings.workspaces) {
            if (std::find(known.begin(), known.end(), entry.workspace) == known.end()) {
                known.push_back(entry.workspace);
            }
        }
    }
    if (named) {
        if (wanted == Wanted::Any || std::find(known.begin(), known.end(), *named) != known.end()) {
            return *named;
        }
        return tl::unexpected<UsageError>(
            {tr("Nothing is stored for workspace %1 in %2.").arg(named->toString(), folder.path()),
                known.empty() ? tr("Run threadcount-cli sync first.")
                              : tr("Stored are: %1.").arg(namesOf(known))});
    }
    if (known.empty()) {
        return tl::unexpected<UsageError>({tr("No workspace is stored in %1.").arg(folder.path()),
            tr("Name one with --workspace and run sync first; it needs the key.")});
    }
    if (known.size() > 1) {
        return tl::unexpected<UsageError>({tr("Several workspaces are stored in %1.").arg(folder.path()),
            tr("Name one with --workspace: %1.").arg(namesOf(known))});
    }
    return known.front();
}

} // namespace app::cli
