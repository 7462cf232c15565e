// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/BaseUrl.h"
#include "core/WorkspaceId.h"
#include "exporting/Exporter.h"

#include <QCoreApplication>
#include <QStringList>

#include <tl/expected.hpp>

#include <chrono>
#include <optional>

namespace app::cli {

/// A request that cannot be carried out as it was written: exit 2.
struct UsageError
{
    QString message; ///< what is wrong, one sentence; never holds more of the input than needed
    QString next; ///< what to write instead
};

/// The variables of the process that stand in for flags. Empty = not set. The key is not among them: it is
/// taken before anything else (secrets::takeKeyFromEnvironment).
struct Environment
{
    QString dataDir; ///< THREADCOUNT_DATA_DIR
    QString apiBaseUrl; ///< THREADCOUNT_API_BASE_URL
    static Environment ofProcess();
};

/// The command line as values: everything that can be checked without touching a file or the network has
/// been.
struct CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(app::cli::CommandLine)

public:
    enum class Command { Help, Version, Verify, Sync, Status, Export, Disconnect };

    Command command = Command::Help;
    QString dataDir; ///< empty = the standard folder
    std::optional<core::WorkspaceId> workspace;
    api::BaseUrl baseUrl = api::BaseUrl::standard();
    std::optional<std::chrono::milliseconds> silence; ///< --timeout-ms: how long a request may be silent
    bool json = false;
    bool quiet = false;
    bool keyFromStdin = false;
    std::optional<int> days; ///< sync --days
    bool fullSweep = false; ///< sync --full
    bool rebuild = false; ///< sync --rebuild
    exporting::ExportRequest exportRequest; ///< export
    bool erase = false; ///< disconnect --erase
    bool yes = false; ///< disconnect --yes

    /// Flags win over the environment. `arguments` is without the program's name.
    [[nodiscard]] static tl::expected<CommandLine, UsageError> parse(
        const QStringList& arguments, const Environment& environment);

    /// Whether the answer has to be JSON, also when parse() failed.
    static bool wantsJson(const QStringList& arguments);

    static QString helpText();
    static QString versionText();
};

/// The WHAT and the words of a command as they are typed.
QString commandName(CommandLine::Command command);

} // namespace app::cli
