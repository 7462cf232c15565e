// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/PageJson.h"

#include "simulator/Generator.h"

#include <array>
#include <charconv>

namespace app::simulator {

void appendJsonString(QByteArray& out, QByteArrayView text)
{
    constexpr auto kHex = "0123456789abcdef";
    out.append('"');
    for (const char c : text) {
        const auto code = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out.append('\\').append(c);
        } else if (code < 0x20) {
            out.append("\\u00").append(kHex[code >> 4U]).append(kHex[code & 15U]);
        } else {
            out.append(c);
        }
    }
    out.append('"');
}

namespace {

/// With surfaces and models, generously.
constexpr qsizetype kBytesOfARow = 1800;

template <typename Number> void appendNumber(QByteArray& out, Number value)
{
    std::array<char, 40> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    Q_ASSERT(error == std::errc());
    Q_UNUSED(error)
    out.append(buffer.data(), static_cast<qsizetype>(end - buffer.data()));
}

QByteArrayView view(const std::string& text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}
} // namespace

void appendJsonNumber(QByteArray& out, double value)
{
    appendNumber(out, value);
}

void appendJsonNumber(QByteArray& out, std::int64_t value)
{
    appendNumber(out, value);
}

QByteArray usagePage(const Generator& data, core::DayRange days, int rows)
{
    PageJson writer(data.profile());
    writer.reserve(rows, kBytesOfARow);
    writer.beginPage();
    for (core::UtcDay day = days.first; day <= days.last; ++day) {
        for (int slot = 0; slot < data.usageSlots() && writer.rows() < rows; ++slot) {
            if (data.hasUsage(day, slot, {})) {
                writer.addUsage(data.usage(day, slot, {}), false);
            }
        }
    }
    return writer.endPage(false, {});
}

void PageJson::reserve(qsizetype rows, qsizetype bytesPerRow)
{
    m_out.reserve(rows * bytesPerRow + 4096);
}

void PageJson::beginPage()
{
    m_out.append(R"({"object":"page")");
    if (m_profile.canaries) {
        addCanary();
    }
    m_out.append(R"(,"data":[)");
}

QByteArray PageJson::endPage(bool hasMore, const QByteArray& nextPage)
{
    m_out.append(R"(],"has_more":)").append(hasMore ? "true" : "false").append(R"(,"next_page":)");
    if (nextPage.isEmpty()) {
        m_out.append("null");
    } else {
        appendJsonString(m_out, nextPage);
    }
    m_out.append('}');
    return std::move(m_out);
}

void PageJson::beginRow(const char* object, core::UtcDay day)
{
    if (m_rows > 0) {
        m_out.append(',');
    }
    m_style = !m_profile.numbersAsStrings ? Style::Plain : m_rows % 2 == 0 ? Style::Text : Style::Decimal;
    ++m_rows;
    m_out.append(R"({"object":")").append(object).append('"');
    addInteger("start_time", day.startSeconds());
    addInteger("end_time", (day + 1).startSeconds());
}

void PageJson::endRow()
{
    if (m_profile.canaries) {
        addCanary();
    }
    m_out.append('}');
}

void PageJson::addKey(const char* key)
{
    if (!m_out.endsWith('{')) {
        m_out.append(',');
    }
    m_out.append('"').append(key).append("\":");
}

void PageJson::addInteger(const char* key, std::int64_t value)
{
    addKey(key);
    if (m_style == Style::Text) {
        m_out.append('"');
    }
    appendNumber(m_out, value);
    if (m_style == Style::Text) {
        m_out.append('"');
    } else if (m_style == Style::Decimal) {
        m_out.append(".0");
    }
}

void PageJson::addInteger(const char* key, const std::optional<std::int64_t>& value)
{
    if (value) {
        addInteger(key, *value);
    } else {
        addKey(key);
        m_out.append("null");
    }
}

void PageJson::addNumber(const char* key, const std::optional<double>& value)
{
    addKey(key);
    if (!value) {
        m_out.append("null");
        return;
    }
    const bool asText = m_style == Style::Text;
    if (asText) {
        m_out.append('"');
    }
    appendNumber(m_out, *value);
    if (asText) {
        m_out.append('"');
    }
}

void PageJson::addText(const char* key, const std::optional<std::string>& value)
{
    addKey(key);
    if (value) {
        appendJsonString(m_out, view(*value));
    } else {
        m_out.append("null");
    }
}

void PageJson::addCanary()
{
    m_out.append(R"(,"prompt":)");
    appendJsonString(m_out, Profile::canaryText());
    m_out.append(R"(,"conversation":{"turns":7,"messages":[{"role":"user","content":)");
    appendJsonString(m_out, Profile::canaryText());
    m_out.append("},null,[1,2.5,true]]}");
}

void PageJson::addIdentity(const TruthIdentity& identity, bool isWorkspaceRow)
{
    addText("user_id", identity.userId);
    if (isWorkspaceRow || !identity.userId) {
        m_out.append(R"(,"actor":null)");
        return;
    }
    m_out.append(R"(,"actor":{"user_id":)");
    appendJsonString(m_out, view(*identity.userId));
    if (identity.actorType) {
        addText("type", identity.actorType);
    }
    addText("email", identity.email);
    m_out.append('}');
}

void PageJson::addFigures(const TruthCosts& costs, const TruthTokens& tokens)
{
    addNumber("credits", costs.credits);
    addNumber("cost_usd", costs.costUsd);
    addNumber("estimated_cost_usd", costs.estimatedCostUsd);
    addInteger("uncached_text_input_tokens", tokens.uncachedInput);
    addInteger("cached_text_input_tokens", tokens.cachedInput);
    addInteger("text_output_tokens", tokens.output);
    addInteger("text_total_tokens", tokens.total);
}

void PageJson::addAttribution(const TruthUsage& row)
{
    m_out.append(R"(,"code_attribution":)");
    if (row.linesAdded) {
        m_out.append('{');
        addInteger("lines_added", row.linesAdded);
        addInteger("lines_removed", row.linesRemoved);
        m_out.append('}');
    } else if (m_profile.richAttribution && row.identity.userId) {
        // The richer layout; its property names are not published, these are invented and must be ignored.
        m_out.append(R"({"lines":{"accepted_added":)");
        appendNumber(m_out, row.turns * 11);
        m_out.append(R"(,"removed":4,"committed":90,"total_committed":180,"committed_percentage":50.0},)")
            .append(R"("commits":{"with_codex_lines":3,"contribution_percentage":37.5,"total":8}})");
    } else {
        m_out.append("null");
    }
}

void PageJson::addUsage(const TruthUsage& row, bool isWorkspaceRow)
{
    beginRow("workspace.codex.usage.result", row.day);
    addIdentity(row.identity, isWorkspaceRow);

    m_out.append(R"(,"totals":{)");
    addInteger("threads", row.threads);
    addInteger("turns", row.turns);
    addFigures(row.costs, row.tokens);
    if (m_profile.canaries) {
        addCanary();
    }

    m_out.append(R"(},"clients":[)");
    bool isFirst = true;
    for (const TruthClient& client : row.clients) {
        m_out.append(isFirst ? R"({"client_id":)" : R"(,{"client_id":)");
        isFirst = false;
        appendJsonString(m_out, view(client.clientId));
        addInteger("threads", client.threads);
        addInteger("turns", client.turns);
        addFigures(client.costs, client.tokens);
        if (m_profile.canaries) {
            addCanary();
        }
        m_out.append('}');
    }
    m_out.append(']');

    const bool isProvisional = m_profile.provisionalToday && row.day == m_profile.today;
    const bool leavesModelsOut = m_profile.nullModels && m_rows % 2 == 0;
    if (m_profile.nullModels || isProvisional) {
        if (!leavesModelsOut) {
            m_out.append(R"(,"models":null)");
        }
    } else {
        m_out.append(R"(,"models":[)");
        isFirst = true;
        for (const TruthModel& model : row.models) {
            m_out.append(isFirst ? R"({"model":)" : R"(,{"model":)");
            isFirst = false;
            appendJsonString(m_out, view(model.model));
            addText("speed", model.speed);
            addFigures(model.costs, model.tokens);
            if (m_profile.canaries) {
                addCanary();
            }
            m_out.append('}');
        }
        m_out.append(']');
    }
    addAttribution(row);
    endRow();
}

void PageJson::addReview(const TruthReview& row)
{
    beginRow("workspace.codex.usage.code_reviews.result", row.day);
    if (row.identity.userId) {
        addIdentity(row.identity, false);
    }
    addInteger("pull_request_reviews", row.pullRequestReviews);
    addInteger("comments", row.comments);
    m_out.append(R"(,"comment_details":{)");
    addInteger("p0", row.p0);
    addInteger("p1", row.p1);
    addInteger("p2", row.p2);
    if (m_profile.canaries) {
        addCanary();
    }
    m_out.append('}');
    endRow();
}

void PageJson::addResponse(const TruthResponse& row)
{
    beginRow("workspace.codex.usage.code_review_responses.result", row.day);
    if (row.identity.userId) {
        addIdentity(row.identity, false);
    }
    addInteger("pull_request_reviews", row.pullRequestReviews);
    addInteger("comments", row.comments);
    addInteger("replies", row.replies);
    addInteger("reactions", row.reactions);
    m_out.append(R"(,"reaction_details":{)");
    addInteger("upvotes", row.upvotes);
    addInteger("downvotes", row.downvotes);
    addInteger("other", row.otherReactions);
    m_out.append(R"(},"comment_response_details":{)");
    addInteger("engaged", row.engaged);
    addInteger("reacted", row.reacted);
    addInteger("upvoted", row.upvoted);
    addInteger("downvoted", row.downvoted);
    addInteger("reacted_other", row.reactedOther);
    addInteger("replied", row.replied);
    if (m_profile.canaries) {
        addCanary();
    }
    m_out.append('}');
    endRow();
}

} // namespace app::simulator
