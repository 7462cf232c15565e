// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/WorkspaceId.h"
#include "secrets/ApiKey.h"

#include <QStringView>

#include <optional>

namespace app::setup {

/// Why a typed workspace id cannot be used. The window has one sentence for each.
enum class WorkspaceIdProblem {
    None,
    Empty,
    OrganisationId, ///< begins with org-: belongs to the Platform, not to the workspace
    FoundInText, ///< a URL or sentence that holds one id; it is offered, never taken silently
    NotAUuid,
};

/// A reading of the workspace id field.
struct WorkspaceIdInput
{
    std::optional<core::WorkspaceId> id;
    WorkspaceIdProblem problem = WorkspaceIdProblem::Empty;
    std::optional<core::WorkspaceId> offered; ///< set with FoundInText
};

/// Spaces around the id and upper case are fine.
WorkspaceIdInput readWorkspaceId(QStringView typed);

/// Why a typed key cannot be used.
enum class KeyProblem { None, Empty, SpaceInside, NotAscii, TooShort, TooLong, Refused };

/// A reading of the key field.
struct KeyInput
{
    std::optional<secrets::ApiKey> key;
    KeyProblem problem = KeyProblem::Empty;
};

/// Takes off white space, one pair of quotes and a leading `Authorization:` or `Bearer `, as people paste
/// them. Works on views, so that no copy of the key is made on the way.
KeyInput readKey(QStringView typed);

/// Whether `text` is that key and nothing else, read as the key field reads it. What is compared is wiped
/// afterwards.
bool isKey(QStringView text, const secrets::ApiKey& key);

} // namespace app::setup
