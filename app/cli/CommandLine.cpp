// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/CommandLine.h"

#include "core/Redaction.h"
#include "core/Version.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <map>
#include <vector>

namespace app::cli {

using Command = CommandLine::Command;

namespace {

constexpr int kMostDays = 90;
constexpr int kLongestTimeout = 600'000;
constexpr int kMostEchoed = 60;

constexpr std::array kCommands{
    Command::Verify, Command::Sync, Command::Status, Command::Export, Command::Disconnect};

struct OptionRule
{
    QLatin1String name;
    bool takesValue = false;
    std::vector<Command> commands; ///< empty = all
};

const std::vector<OptionRule>& optionRules()
{
    static const std::vector<OptionRule> rules{
        {QLatin1String("--data-dir"), true, {}},
        {QLatin1String("--workspace"), true, {}},
        {QLatin1String("--api-base-url"), true, {}},
        {QLatin1String("--timeout-ms"), true, {}},
        {QLatin1String("--json"), false, {}},
        {QLatin1String("--quiet"), false, {}},
        {QLatin1String("--help"), false, {}},
        {QLatin1String("--version"), false, {}},
        {QLatin1String("--key-stdin"), false, {Command::Verify, Command::Sync}},
        {QLatin1String("--days"), true, {Command::Sync}},
        {QLatin1String("--full"), false, {Command::Sync}},
        {QLatin1String("--rebuild"), false, {Command::Sync}},
        {QLatin1String("--format"), true, {Command::Export}},
        {QLatin1String("--out"), true, {Command::Export}},
        {QLatin1String("--from"), true, {Command::Export}},
        {QLatin1String("--to"), true, {Command::Export}},
        {QLatin1String("--pseudonymise"), false, {Command::Export}},
        {QLatin1String("--force"), false, {Command::Export}},
        {QLatin1String("--erase"), false, {Command::Disconnect}},
        {QLatin1String("--yes"), false, {Command::Disconnect}},
    };
    return rules;
}

const OptionRule* ruleOf(QStringView name)
{
    const auto& rules = optionRules();
    const auto found
        = std::find_if(rules.begin(), rules.end(), [&](const OptionRule& rule) { return rule.name == name; });
    return found == rules.end() ? nullptr : &*found;
}

QString tableNames()
{
    QStringList names;
    for (const exporting::Table table : exporting::kTables) {
        names += exporting::tableName(table);
    }
    return names.join(QStringLiteral(", "));
}

QString seeHelp()
{
    return CommandLine::tr("Run threadcount-cli --help for all commands and flags.");
}

tl::unexpected<UsageError> wrong(QString message, QString next = {})
{
    return tl::unexpected<UsageError>({std::move(message), next.isEmpty() ? seeHelp() : std::move(next)});
}

QString shown(QStringView input)
{
    return core::redacted(input, kMostEchoed);
}

/// A plain decimal number without sign, spaces or group separators.
std::optional<int> numberBetween(const QString& text, int least, int most)
{
    static const QRegularExpression digits(QStringLiteral("^[0-9]{1,7}$"));
    if (!digits.match(text).hasMatch()) {
        return std::nullopt;
    }
    const int number = text.toInt();
    return number >= least && number <= most ? std::optional(number) : std::nullopt;
}

/// The arguments sorted into options and words, before any of them is understood.
struct Words
{
    std::map<QString, QString> options;
    QStringList positional;
    [[nodiscard]] bool has(const char* name) const { return options.contains(QLatin1String(name)); }
    [[nodiscard]] std::optional<QString> value(const char* name) const
    {
        const auto found = options.find(QLatin1String(name));
        return found == options.end() ? std::nullopt : std::optional(found->second);
    }
};

tl::expected<Words, UsageError> sortedIntoWords(const QStringList& arguments)
{
    Words words;
    bool onlyWords = false;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString& argument = arguments.at(i);
        if (onlyWords || !argument.startsWith(QLatin1Char('-')) || argument == QLatin1String("-")) {
            words.positional += argument;
            continue;
        }
        if (argument == QLatin1String("--")) {
            onlyWords = true;
            continue;
        }
        const qsizetype equals = argument.indexOf(QLatin1Char('='));
        QString name = equals < 0 ? argument : argument.left(equals);
        if (name == QLatin1String("-h")) {
            name = QStringLiteral("--help");
        }
        const OptionRule* rule = ruleOf(name);
        if (!rule) {
            if (name.startsWith(QLatin1String("--key")) || name.startsWith(QLatin1String("--api-key"))) {
                return wrong(
                    CommandLine::tr("A key is never taken from the command line, because other programs can "
                                    "read it there."),
                    CommandLine::tr(
                        "Pass the key with --key-stdin or THREADCOUNT_API_KEY, and replace a key that was "
                        "typed as an argument."));
            }
            return wrong(CommandLine::tr("There is no flag %1.").arg(shown(name)));
        }
        if (words.options.contains(name)) {
            return wrong(CommandLine::tr("%1 is given twice.").arg(name), CommandLine::tr("Give it once."));
        }
        if (!rule->takesValue) {
            if (equals >= 0) {
                return wrong(CommandLine::tr("%1 takes no value.").arg(name));
            }
            words.options.emplace(name, QString());
            continue;
        }
        QString value;
        if (equals >= 0) {
            value = argument.mid(equals + 1);
        } else if (i + 1 < arguments.size() && !arguments.at(i + 1).startsWith(QLatin1String("--"))) {
            value = arguments.at(++i);
        }
        if (value.isEmpty()) {
            return wrong(CommandLine::tr("%1 needs a value.").arg(name));
        }
        words.options.emplace(name, value);
    }
    return words;
}

tl::expected<core::WorkspaceId, UsageError> workspaceFrom(const QString& text)
{
    if (const auto workspace = core::WorkspaceId::parse(text)) {
        return *workspace;
    }
    static const QRegularExpression uuid(
        QStringLiteral("(?<![0-9a-f])[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f])"),
        QRegularExpression::CaseInsensitiveOption);
    if (const auto match = uuid.match(text); match.hasMatch()) {
        return wrong(CommandLine::tr("The value of --workspace is more than a workspace id."),
            CommandLine::tr("Write --workspace %1.").arg(match.captured(0).toLower()));
    }
    return wrong(CommandLine::tr("%1 is no workspace id.").arg(shown(text)),
        CommandLine::tr(
            "A workspace id is a UUID such as 1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21; an organisation id "
            "(org-…) or a name does not work."));
}

tl::expected<void, UsageError> readGlobalOptions(
    const Words& words, const Environment& environment, CommandLine& line)
{
    line.json = words.has("--json");
    line.quiet = words.has("--quiet");
    line.keyFromStdin = words.has("--key-stdin");
    line.dataDir = words.value("--data-dir").value_or(environment.dataDir);

    if (const auto text = words.value("--workspace")) {
        const auto workspace = workspaceFrom(*text);
        if (!workspace) {
            return tl::unexpected(workspace.error());
        }
        line.workspace = *workspace;
    }

    const auto baseUrlFlag = words.value("--api-base-url");
    const QString baseUrl = baseUrlFlag.value_or(environment.apiBaseUrl);
    if (!baseUrl.isEmpty()) {
        const auto parsed = api::BaseUrl::parse(baseUrl);
        if (!parsed) {
            // Not echoed: it may hold a password.
            const QString source
                = baseUrlFlag ? QStringLiteral("--api-base-url") : QStringLiteral("THREADCOUNT_API_BASE_URL");
            return wrong(CommandLine::tr("%1 cannot be used: %2.").arg(source, parsed.error().detail),
                CommandLine::tr(
                    "Give an https origin, or http on a loopback address such as http://127.0.0.1:8080, "
                    "without user, path or query."));
        }
        line.baseUrl = *parsed;
    }

    if (const auto text = words.value("--timeout-ms")) {
        const auto number = numberBetween(*text, 1, kLongestTimeout);
        if (!number) {
            return wrong(
                CommandLine::tr("--timeout-ms needs a whole number from 1 to %1.").arg(kLongestTimeout));
        }
        line.silence = std::chrono::milliseconds(*number);
    }
    return {};
}

tl::expected<std::optional<core::UtcDay>, UsageError> dayOption(const Words& words, const char* name)
{
    const auto text = words.value(name);
    if (!text) {
        return std::nullopt;
    }
    const auto day = core::UtcDay::fromIso(*text);
    if (!day || !exporting::kAllDays.contains(*day)) {
        return wrong(CommandLine::tr("%1 is no day for %2.").arg(shown(*text), QLatin1String(name)),
            CommandLine::tr("Write a UTC day as YYYY-MM-DD, for example %1 2026-11-20.")
                .arg(QLatin1String(name)));
    }
    return day;
}

tl::expected<void, UsageError> readExportOptions(const Words& words, CommandLine& line)
{
    exporting::ExportRequest& request = line.exportRequest;
    if (words.positional.size() < 2) {
        return wrong(CommandLine::tr("export needs to know what to export."),
            CommandLine::tr("Name one of: %1.").arg(tableNames()));
    }
    const auto table = exporting::tableFromName(words.positional.at(1));
    if (!table) {
        return wrong(CommandLine::tr("There is no table %1.").arg(shown(words.positional.at(1))),
            CommandLine::tr("Name one of: %1.").arg(tableNames()));
    }
    request.table = *table;

    const auto format = words.value("--format");
    if (!format) {
        return wrong(
            CommandLine::tr("export needs a format."), CommandLine::tr("Add --format csv or --format json."));
    }
    if (*format == QLatin1String("csv")) {
        request.format = exporting::Format::Csv;
    } else if (*format == QLatin1String("json")) {
        request.format = exporting::Format::Json;
    } else {
        return wrong(CommandLine::tr("There is no format %1.").arg(shown(*format)),
            CommandLine::tr("Write --format csv or --format json."));
    }

    const auto file = words.value("--out");
    if (!file) {
        return wrong(CommandLine::tr("export needs a file to write."), CommandLine::tr("Add --out FILE."));
    }
    if (*file == QLatin1String("-")) {
        return wrong(CommandLine::tr("export writes a file, not standard output."),
            CommandLine::tr("Add --out FILE with the name of a file."));
    }
    request.file = *file;

    const auto from = dayOption(words, "--from");
    if (!from) {
        return tl::unexpected(from.error());
    }
    const auto to = dayOption(words, "--to");
    if (!to) {
        return tl::unexpected(to.error());
    }
    request.range = {from->value_or(exporting::kAllDays.first), to->value_or(exporting::kAllDays.last)};
    if (request.range.isEmpty()) {
        return wrong(CommandLine::tr("--to lies before --from."), CommandLine::tr("Swap the two days."));
    }
    request.replace = words.has("--force");
    if (words.has("--pseudonymise")) {
        request.names = exporting::TableSource::Names::Pseudonyms;
    }
    return {};
}

} // namespace

QString commandName(Command command)
{
    switch (command) {
    case Command::Help: return QStringLiteral("--help");
    case Command::Version: return QStringLiteral("--version");
    case Command::Verify: return QStringLiteral("verify");
    case Command::Sync: return QStringLiteral("sync");
    case Command::Status: return QStringLiteral("status");
    case Command::Export: return QStringLiteral("export");
    case Command::Disconnect: return QStringLiteral("disconnect");
    }
    Q_UNREACHABLE();
}

Environment Environment::ofProcess()
{
    return {qEnvironmentVariable("THREADCOUNT_DATA_DIR"), qEnvironmentVariable("THREADCOUNT_API_BASE_URL")};
}

tl::expected<CommandLine, UsageError> CommandLine::parse(
    const QStringList& arguments, const Environment& environment)
{
    const auto words = sortedIntoWords(arguments);
    if (!words) {
        return tl::unexpected(words.error());
    }
    CommandLine line;
    if (words->has("--help") || words->has("--version")) {
        line.command = words->has("--help") ? Command::Help : Command::Version;
        return line;
    }
    if (words->positional.isEmpty()) {
        return wrong(tr("There is no command."));
    }
    const QString& name = words->positional.constFirst();
    const auto* command = std::find_if(kCommands.begin(), kCommands.end(),
        [&](Command candidate) { return commandName(candidate) == name; });
    if (command == kCommands.end()) {
        return wrong(tr("There is no command %1.").arg(shown(name)));
    }
    line.command = *command;

    for (const auto& [option, value] : words->options) {
        const std::vector<Command>& allowed = ruleOf(option)->commands;
        if (!allowed.empty() && std::find(allowed.begin(), allowed.end(), line.command) == allowed.end()) {
            return wrong(tr("%1 does not go with %2.").arg(option, name));
        }
    }
    const qsizetype wordsExpected = line.command == Command::Export ? 2 : 1;
    if (words->positional.size() > wordsExpected) {
        return wrong(tr("%1 is one word too many.").arg(shown(words->positional.at(wordsExpected))));
    }

    if (const auto read = readGlobalOptions(*words, environment, line); !read) {
        return tl::unexpected(read.error());
    }
    if (line.command == Command::Export) {
        if (const auto read = readExportOptions(*words, line); !read) {
            return tl::unexpected(read.error());
        }
    }
    if (const auto text = words->value("--days")) {
        line.days = numberBetween(*text, 1, kMostDays);
        if (!line.days) {
            return wrong(tr("--days needs a whole number from 1 to %1.").arg(kMostDays),
                tr("OpenAI serves at most the last %1 days.").arg(kMostDays));
        }
    }
    line.fullSweep = words->has("--full");
    line.rebuild = words->has("--rebuild");
    line.erase = words->has("--erase");
    line.yes = words->has("--yes");
    return line;
}

bool CommandLine::wantsJson(const QStringList& arguments)
{
    const qsizetype end = arguments.indexOf(QStringLiteral("--"));
    return arguments.mid(0, end).contains(QStringLiteral("--json"));
}

QString CommandLine::versionText()
{
    return QStringLiteral("threadcount-cli %1").arg(core::version());
}

QString CommandLine::helpText()
{
    return tr(
        "Usage: threadcount-cli [flags] COMMAND\n"
        "\n"
        "Commands\n"
        "  verify                     ask each endpoint once and print what it answered\n"
        "  sync [--days N] [--full] [--rebuild]\n"
        "                             fetch what is missing or can still change; N is 1 to 90;\n"
        "                             --rebuild sets a damaged cache aside and begins a new one\n"
        "  status                     what is stored, the last and the next sync, where the key is\n"
        "  export WHAT --format csv|json --out FILE [--from DAY] [--to DAY] [--pseudonymise] [--force]\n"
        "                             write a table to a file; WHAT is one of\n"
        "                             %1\n"
        "  disconnect [--erase] [--yes]\n"
        "                             forget the key; with --erase also delete what is stored\n"
        "\n"
        "Flags\n"
        "  --data-dir DIR        where everything is kept (or THREADCOUNT_DATA_DIR)\n"
        "  --workspace UUID      which workspace; not needed when exactly one is stored\n"
        "  --api-base-url URL    another API address, for tests (or THREADCOUNT_API_BASE_URL)\n"
        "  --timeout-ms N        how long a request may be silent, in milliseconds\n"
        "  --key-stdin           read the key from standard input\n"
        "  --json                print one JSON object on standard output\n"
        "  --quiet               no progress and no notes\n"
        "  --help, --version\n"
        "\n"
        "The key comes from --key-stdin, THREADCOUNT_API_KEY, a systemd credential named "
        "threadcount-api-key, or "
        "the\nsystem keychain, in this order. It is never an argument.\n")
        .arg(tableNames());
}

} // namespace app::cli
