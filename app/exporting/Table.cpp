// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exporting/Table.h"

#include <QByteArrayView>

#include <charconv>
#include <cmath>

namespace app::exporting {

namespace {

std::vector<std::string> joined(std::initializer_list<std::vector<std::string>> parts)
{
    std::vector<std::string> all;
    for (const std::vector<std::string>& part : parts) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

std::vector<std::string> makeColumnNames(Table table)
{
    const std::vector<std::string> costs{"credits", "cost_usd", "estimated_cost_usd"};
    const std::vector<std::string> tokens{
        "uncached_text_input_tokens", "cached_text_input_tokens", "text_output_tokens", "text_total_tokens"};
    switch (table) {
    case Table::Usage:
        return joined({{"day", "user_id", "email", "actor_type", "threads", "turns"}, costs, tokens,
            {"lines_added", "lines_removed"}});
    case Table::UsageBySurface:
        return joined({{"day", "user_id", "client_id", "threads", "turns"}, costs, tokens});
    case Table::UsageByModel: return joined({{"day", "user_id", "model", "speed"}, costs, tokens});
    case Table::WorkspaceUsage: return joined({{"day", "threads", "turns"}, costs, tokens});
    case Table::Reviews: return {"day", "user_id", "pull_request_reviews", "comments", "p0", "p1", "p2"};
    case Table::ReviewResponses:
        return {"day", "user_id", "pull_request_reviews", "comments", "replies", "reactions", "upvotes",
            "downvotes", "other_reactions", "engaged", "reacted", "upvoted", "downvoted", "reacted_other",
            "replied"};
    case Table::Engineers: return {"user_id", "email", "actor_type", "first_day", "last_day"};
    case Table::Requests:
        return {"at", "endpoint", "group", "from", "to", "try", "status", "bytes", "rows", "ms", "error"};
    case Table::Completeness:
        return {"day", "dataset", "state", "first_fetched_at", "fetched_at", "rows", "restated", "withdrawn"};
    case Table::Restatements:
        return {"at", "day", "dataset", "kind", "measure", "before", "after", "difference"};
    case Table::Reconciliation: {
        std::vector<std::string> names{"day", "workspace_state", "engineers_state"};
        for (const std::string measure : {"threads", "turns", "credits", "text_total_tokens"}) {
            for (const char* side : {"workspace_", "engineers_", "unattributed_", "difference_"}) {
                names.push_back(side + measure);
            }
        }
        return names;
    }
    case Table::Storage: return {"what", "rows", "bytes", "oldest_day", "newest_day"};
    }
    Q_UNREACHABLE();
}

} // namespace

QString tableName(Table table)
{
    switch (table) {
    case Table::Usage: return QStringLiteral("usage");
    case Table::UsageBySurface: return QStringLiteral("usage-by-surface");
    case Table::UsageByModel: return QStringLiteral("usage-by-model");
    case Table::WorkspaceUsage: return QStringLiteral("workspace-usage");
    case Table::Reviews: return QStringLiteral("reviews");
    case Table::ReviewResponses: return QStringLiteral("review-responses");
    case Table::Engineers: return QStringLiteral("engineers");
    case Table::Requests: return QStringLiteral("requests");
    case Table::Completeness: return QStringLiteral("completeness");
    case Table::Restatements: return QStringLiteral("restatements");
    case Table::Reconciliation: return QStringLiteral("reconciliation");
    case Table::Storage: return QStringLiteral("storage");
    }
    Q_UNREACHABLE();
}

std::optional<Table> tableFromName(QStringView name)
{
    for (const Table table : kTables) {
        if (tableName(table) == name) {
            return table;
        }
    }
    return std::nullopt;
}

const std::vector<std::string>& columnNames(Table table)
{
    static const std::array<std::vector<std::string>, kTables.size() + kRecordTables.size()> all = [] {
        std::array<std::vector<std::string>, kTables.size() + kRecordTables.size()> names;
        for (std::size_t index = 0; index < names.size(); ++index) {
            names.at(index) = makeColumnNames(static_cast<Table>(index));
        }
        return names;
    }();
    return all.at(static_cast<std::size_t>(table));
}

std::optional<std::string> shortestText(double number)
{
    if (!std::isfinite(number)) {
        return std::nullopt;
    }
    std::array<char, 32> buffer{}; // the longest double needs 24
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
    return std::string(buffer.data(), written.ptr);
}

std::string validUtf8(std::string_view text)
{
    const QByteArrayView bytes(text.data(), static_cast<qsizetype>(text.size()));
    if (bytes.isValidUtf8()) {
        return std::string(text);
    }
    return QString::fromUtf8(bytes).toStdString();
}

} // namespace app::exporting
