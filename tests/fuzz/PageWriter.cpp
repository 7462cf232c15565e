// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/PageWriter.h"

#include <array>
#include <charconv>

namespace fuzz {

namespace {

namespace records = app::records;

/// Writes members of one object; the commas look after themselves.
class Object
{
public:
    explicit Object(QByteArray& out)
        : m_out(out)
    {
        m_out += '{';
    }
    ~Object() { m_out += '}'; }
    Object(const Object&) = delete;
    Object& operator=(const Object&) = delete;

    QByteArray& key(const char* name)
    {
        if (!m_isFirst) {
            m_out += ',';
        }
        m_isFirst = false;
        text(name);
        m_out += ':';
        return m_out;
    }
    void add(const char* name, std::string_view value)
    {
        key(name);
        text(value);
    }
    template <typename Number> void add(const char* name, Number value) requires std::is_arithmetic_v<Number>
    {
        std::array<char, 64> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
        key(name).append(digits.data(), end - digits.data());
    }
    template <typename Value> void add(const char* name, const std::optional<Value>& value)
    {
        if (value) {
            add(name, *value);
        }
    }
    void addFlag(const char* name, bool value) { key(name) += value ? "true" : "false"; }

private:
    void text(std::string_view value)
    {
        constexpr std::string_view hex = "0123456789abcdef";
        m_out += '"';
        for (const char c : value) {
            if (c == '"' || c == '\\') {
                m_out += '\\';
                m_out += c;
            } else if (static_cast<unsigned char>(c) < 0x20) {
                m_out += "\\u00";
                m_out += hex[static_cast<unsigned char>(c) >> 4U];
                m_out += hex[static_cast<unsigned char>(c) & 15U];
            } else {
                m_out += c;
            }
        }
        m_out += '"';
    }

    QByteArray& m_out;
    bool m_isFirst = true;
};

template <typename Items, typename Write> void addList(QByteArray& out, const Items& items, Write write)
{
    out += '[';
    bool isFirst = true;
    for (const auto& item : items) {
        if (!isFirst) {
            out += ',';
        }
        isFirst = false;
        Object object(out);
        write(object, item);
    }
    out += ']';
}

void addHead(Object& row, app::core::UtcDay day, const records::Identity& identity)
{
    row.add("start_time", day.startSeconds());
    row.add("end_time", day.startSeconds() + 86'400);
    Object actor(row.key("actor"));
    actor.add("type", identity.actorType);
    actor.add("user_id", identity.userId);
    actor.add("email", identity.email);
}

void addMeasures(Object& object, const records::Costs& costs, const records::Tokens& tokens)
{
    object.add("credits", costs.credits);
    object.add("cost_usd", costs.costUsd);
    object.add("estimated_cost_usd", costs.estimatedCostUsd);
    object.add("uncached_text_input_tokens", tokens.uncachedInput);
    object.add("cached_text_input_tokens", tokens.cachedInput);
    object.add("text_output_tokens", tokens.output);
    object.add("text_total_tokens", tokens.total);
}

void addRow(Object& row, const records::UsageRow& usage)
{
    addHead(row, usage.day, usage.identity);
    {
        Object totals(row.key("totals"));
        totals.add("threads", usage.threads);
        totals.add("turns", usage.turns);
        if (!usage.costs.credits) {
            totals.key("credits") += "null"; // required, and may be null
        }
        addMeasures(totals, usage.costs, usage.tokens);
    }
    addList(row.key("clients"), usage.clients, [](Object& object, const records::ClientUsage& client) {
        object.add("client_id", client.clientId);
        object.add("threads", client.threads);
        object.add("turns", client.turns);
        addMeasures(object, client.costs, client.tokens);
    });
    addList(row.key("models"), usage.models, [](Object& object, const records::ModelUsage& model) {
        object.add("model", model.model);
        object.add("speed", model.speed);
        addMeasures(object, model.costs, model.tokens);
    });
    Object attribution(row.key("code_attribution"));
    attribution.add("lines_added", usage.linesAdded);
    attribution.add("lines_removed", usage.linesRemoved);
}

void addRow(Object& row, const records::ReviewRow& review)
{
    addHead(row, review.day, review.identity);
    row.add("pull_request_reviews", review.pullRequestReviews);
    row.add("comments", review.comments);
    Object details(row.key("comment_details"));
    details.add("p0", review.p0);
    details.add("p1", review.p1);
    details.add("p2", review.p2);
}

void addRow(Object& row, const records::ReviewResponseRow& response)
{
    addHead(row, response.day, response.identity);
    row.add("pull_request_reviews", response.pullRequestReviews);
    row.add("comments", response.comments);
    row.add("replies", response.replies);
    row.add("reactions", response.reactions);
    {
        Object details(row.key("reaction_details"));
        details.add("upvotes", response.upvotes);
        details.add("downvotes", response.downvotes);
        details.add("other", response.otherReactions);
    }
    Object details(row.key("comment_response_details"));
    details.add("engaged", response.engaged);
    details.add("reacted", response.reacted);
    details.add("upvoted", response.upvoted);
    details.add("downvoted", response.downvoted);
    details.add("reacted_other", response.reactedOther);
    details.add("replied", response.replied);
}

template <typename Page> QByteArray pageToJson(const Page& page)
{
    QByteArray out;
    {
        Object root(out);
        addList(root.key("data"), page.rows, [](Object& object, const auto& row) { addRow(object, row); });
        root.addFlag("has_more", page.envelope.hasMore);
        root.add("next_page", page.envelope.nextPage);
    }
    return out;
}

} // namespace

QByteArray toJson(const records::UsagePage& page)
{
    return pageToJson(page);
}

QByteArray toJson(const records::ReviewPage& page)
{
    return pageToJson(page);
}

QByteArray toJson(const records::ReviewResponsePage& page)
{
    return pageToJson(page);
}

} // namespace fuzz
