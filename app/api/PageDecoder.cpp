// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "api/PageDecoder.h"

#include "api/JsonNumber.h"

#include <QStringList>

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <memory>
#include <string_view>

namespace app::api {

namespace {

using core::Error;
using core::ErrorKind;
namespace json = simdjson::ondemand;

// A cursor goes back in a URL; no server sends a longer one in earnest.
constexpr std::size_t kLongestCursor = 8'192;
// Rather low: a row of `usage` with two surfaces and two models has 1400.
constexpr qsizetype kTypicalRowBytes = 512;

// ---------------------------------------------------------------------------------------------------------------
// The allow-list. A name that does not stand here is not read. `required` are the bits of the fields that
// must come; the order is the one in which the service sends them, which makes looking them up cheap.

template <std::size_t N> struct Fields
{
    std::array<std::string_view, N> names;
    std::uint32_t required = 0;
};

constexpr std::uint32_t bit(int index)
{
    return std::uint32_t{1} << index;
}

namespace page {
enum { Data, HasMore, NextPage };
constexpr Fields<3> fields{{"data", "has_more", "next_page"}, bit(Data) | bit(HasMore)};
} // namespace page

namespace usage {
enum { StartTime, EndTime, UserId, Actor, Email, Totals, Clients, Models, CodeAttribution };
constexpr Fields<9> fields{{"start_time", "end_time", "user_id", "actor", "email", "totals", "clients",
                               "models", "code_attribution"},
    bit(StartTime) | bit(EndTime) | bit(Totals)};
} // namespace usage

namespace actor {
enum { Type, UserId, Email };
constexpr Fields<3> fields{{"type", "user_id", "email"}, 0};
} // namespace actor

// The measures come last in each of the three lists below, in one order: see Decoder::readMeasure.
namespace measure {
enum { Credits, CostUsd, EstimatedCostUsd, Uncached, Cached, Output, Total };
} // namespace measure

namespace totals {
enum { Threads, Turns, Measures };
constexpr Fields<9> fields{
    {"threads", "turns", "credits", "cost_usd", "estimated_cost_usd", "uncached_text_input_tokens",
        "cached_text_input_tokens", "text_output_tokens", "text_total_tokens"},
    bit(Threads) | bit(Turns) | bit(Measures) /* credits */};
} // namespace totals

namespace client {
enum { ClientId, Threads, Turns, Measures };
constexpr Fields<10> fields{
    {"client_id", "threads", "turns", "credits", "cost_usd", "estimated_cost_usd",
        "uncached_text_input_tokens", "cached_text_input_tokens", "text_output_tokens", "text_total_tokens"},
    bit(ClientId)};
} // namespace client

namespace model {
enum { Model, Speed, Measures };
constexpr Fields<9> fields{
    {"model", "speed", "credits", "cost_usd", "estimated_cost_usd", "uncached_text_input_tokens",
        "cached_text_input_tokens", "text_output_tokens", "text_total_tokens"},
    bit(Model)};
} // namespace model

namespace attribution {
enum { LinesAdded, LinesRemoved };
constexpr Fields<2> fields{{"lines_added", "lines_removed"}, 0};
} // namespace attribution

namespace review {
enum { StartTime, EndTime, UserId, Actor, Email, PullRequestReviews, Comments, CommentDetails };
constexpr Fields<8> fields{{"start_time", "end_time", "user_id", "actor", "email", "pull_request_reviews",
                               "comments", "comment_details"},
    bit(StartTime) | bit(EndTime) | bit(PullRequestReviews) | bit(Comments)};
} // namespace review

namespace priority {
enum { P0, P1, P2 };
constexpr Fields<3> fields{{"p0", "p1", "p2"}, 0};
} // namespace priority

namespace response {
enum {
    StartTime,
    EndTime,
    UserId,
    Actor,
    Email,
    PullRequestReviews,
    Comments,
    Replies,
    Reactions,
    ReactionDetails,
    ResponseDetails
};
constexpr Fields<11> fields{
    {"start_time", "end_time", "user_id", "actor", "email", "pull_request_reviews", "comments", "replies",
        "reactions", "reaction_details", "comment_response_details"},
    bit(StartTime) | bit(EndTime) | bit(PullRequestReviews) | bit(Comments) | bit(Replies) | bit(Reactions)};
} // namespace response

namespace reaction {
enum { Upvotes, Downvotes, Other };
constexpr Fields<3> fields{{"upvotes", "downvotes", "other"}, 0};
} // namespace reaction

namespace answered {
enum { Engaged, Reacted, Upvoted, Downvoted, ReactedOther, Replied };
constexpr Fields<6> fields{{"engaged", "reacted", "upvoted", "downvoted", "reacted_other", "replied"}, 0};
} // namespace answered

// ---------------------------------------------------------------------------------------------------------------

/// True when the text stops before the JSON value that it began (or has none at all). Only asked once
/// something is wrong, so it may take its time; it looks at brackets and strings and at nothing else.
bool endsMidway(std::string_view text)
{
    std::string open;
    bool isInString = false;
    bool hasBegun = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (isInString) {
            if (c == '\\') {
                ++at;
            } else if (c == '"') {
                isInString = false;
            }
            continue;
        }
        switch (c) {
        case '"': isInString = true; break;
        case '{':
        case '[': open += c; break;
        case '}':
        case ']':
            if (open.empty() || (open.back() == '{') != (c == '}')) {
                return false; // broken, not cut
            }
            open.pop_back();
            break;
        default: break;
        }
        hasBegun = hasBegun || (c != ' ' && c != '\t' && c != '\n' && c != '\r');
    }
    return !hasBegun || isInString || !open.empty();
}

/// FNV-1a, 64 bits (Fowler, Noll, Vo: offset basis 14695981039346656037, prime 1099511628211).
std::uint64_t hashOf(std::string_view bytes)
{
    std::uint64_t hash = 14'695'981'039'346'656'037U;
    for (const char c : bytes) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 1'099'511'628'211U;
    }
    return hash;
}

std::string_view trimmedEnd(std::string_view text)
{
    while (!text.empty()
        && (text.back() == ' ' || text.back() == '\n' || text.back() == '\r' || text.back() == '\t')) {
        text.remove_suffix(1);
    }
    return text;
}

const char* typeName(json::json_type type)
{
    switch (type) {
    case json::json_type::array: return "an array";
    case json::json_type::object: return "an object";
    case json::json_type::number: return "a number";
    case json::json_type::string: return "a string";
    case json::json_type::boolean: return "a boolean";
    case json::json_type::null: return "null";
    }
    return "no JSON value";
}

const char* faultText(NumberFault fault)
{
    switch (fault) {
    case NumberFault::None: break;
    case NumberFault::NotANumber: return "that is no number";
    case NumberFault::NotWhole: return "that is no whole number";
    case NumberFault::Negative: return "that is negative";
    case NumberFault::TooLarge: return "that is too large";
    }
    return "";
}

/// Reads one body. All read functions return false after they have noted the first problem.
class Decoder
{
public:
    explicit Decoder(const QByteArray& body)
        : m_body(body.constData(), static_cast<std::size_t>(body.size()))
    {
        QByteArray shared = body; // data_ptr() is not const, and does not detach
        m_isPadded = shared.data_ptr().freeSpaceAtEnd() > static_cast<qsizetype>(simdjson::SIMDJSON_PADDING);
    }

    /// `readRow(value)` is called for each element of data.
    template <typename ReadRow> bool readPage(ReadRow&& readRow)
    {
        if (m_body.substr(0, 3) == "\xEF\xBB\xBF") {
            return fail("the answer begins with a byte order mark");
        }
        std::unique_ptr<char[]> copy;
        const char* text = m_body.data();
        if (!m_isPadded) {
            copy = std::make_unique<char[]>(m_body.size() + simdjson::SIMDJSON_PADDING);
            std::memcpy(copy.get(), m_body.data(), m_body.size());
            text = copy.get();
        }
        const simdjson::padded_string_view padded(
            text, m_body.size(), m_body.size() + simdjson::SIMDJSON_PADDING);
        if (const simdjson::error_code error = m_parser.iterate(padded).get(m_document)) {
            return fail(
                error == simdjson::UTF8_ERROR ? "the answer is no valid UTF-8" : "the answer is no JSON");
        }
        json::json_type type{};
        if (m_document.type().get(type) || type != json::json_type::object) {
            return fail("the answer is no JSON object");
        }
        json::object root;
        if (m_document.get_object().get(root)) {
            return broken();
        }
        if (!readObject(root, page::fields, [this, &readRow](int field, json::value value) {
                switch (field) {
                case page::Data: return readRows(value, readRow);
                case page::HasMore: return readBool("has_more", value, m_envelope.hasMore);
                default: return readCursor(value);
                }
            })) {
            return false;
        }
        const char* rest = nullptr;
        return m_document.current_location().get(rest) == simdjson::OUT_OF_BOUNDS
            || fail("the answer goes on after its end");
    }

    records::PageEnvelope& envelope() { return m_envelope; }

    [[nodiscard]] Error error() const
    {
        Error error;
        const bool isCut = endsMidway(m_body);
        error.kind = isCut ? ErrorKind::ServiceUnavailable : ErrorKind::UnexpectedAnswer;
        error.detail = isCut ? QStringLiteral("the answer is truncated: its JSON does not end") : m_problem;
        return error;
    }

    bool readUsageRow(json::value value, records::UsageRow& row);
    bool readReviewRow(json::value value, records::ReviewRow& row);
    bool readResponseRow(json::value value, records::ReviewResponseRow& row);

private:
    /// Where the cursor of the parser stands: the object within the row, for error texts.
    struct Place
    {
        const char* section = nullptr;
        std::int64_t index = -1;
    };

    /// A fact about the whole answer.
    bool fail(const char* text)
    {
        m_problem = QString::fromLatin1(text);
        return false;
    }
    bool broken() { return m_row > 0 ? failAt({}, "is no valid JSON") : fail("the answer is no valid JSON"); }
    /// A fact about a field: "row 12: totals.turns is a string that is no whole number".
    bool failAt(std::string_view name, const QString& text)
    {
        QStringList path;
        if (m_place.section) {
            QString section = QString::fromLatin1(m_place.section);
            if (m_place.index >= 0) {
                section += QStringLiteral("[%1]").arg(m_place.index);
            }
            path += section;
        }
        if (!name.empty()) {
            path += QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
        }
        m_problem = m_row > 0 ? QStringLiteral("row %1").arg(m_row) : QString();
        if (m_row > 0) {
            m_problem += path.isEmpty() ? QStringLiteral(" ") : QStringLiteral(": ");
        }
        m_problem += path.join(u'.');
        m_problem += path.isEmpty() ? text : u' ' + text;
        return false;
    }
    bool failAt(std::string_view name, const char* text) { return failAt(name, QString::fromLatin1(text)); }
    bool failType(std::string_view name, json::value value, const char* wanted)
    {
        json::json_type type{};
        // The first character makes the type; what follows can still be anything, such as "trueish".
        if (value.type().get(type) || std::strcmp(typeName(type), wanted) == 0) {
            return failAt(name, "is no valid JSON");
        }
        return failAt(name,
            QStringLiteral("is %1 that should be %2")
                .arg(QLatin1String(typeName(type)), QLatin1String(wanted)));
    }

    /// Where in `names` the key is; N when it is none of them. Starts at `hint`, the one that is likely to
    /// come.
    template <std::size_t N>
    static std::size_t lookUp(const std::array<std::string_view, N>& names, const char* key, std::size_t hint)
    {
        // The padding behind the document makes it safe to compare past the end of a short key.
        for (std::size_t turn = 0; turn < N; ++turn) {
            const std::size_t at = hint + turn < N ? hint + turn : hint + turn - N;
            const std::string_view name = names[at];
            if (std::memcmp(key, name.data(), name.size()) == 0 && key[name.size()] == '"') {
                return at;
            }
        }
        return N;
    }

    /// A key with escapes can spell a known name as well. Rare, so it may cost an allocation.
    template <std::size_t N>
    static std::size_t lookUpEscaped(const std::array<std::string_view, N>& names, json::field& field)
    {
        std::string_view key;
        if (field.unescaped_key().get(key)) {
            return N;
        }
        const auto found = std::find(names.begin(), names.end(), key);
        return static_cast<std::size_t>(found - names.begin());
    }

    /// `"a": "b": 1` and `"a":: 1`: simdjson would step over it as if an object began there, and take the
    /// bracket that ends this one for the end of that.
    static bool isFollowedByColon(json::value& value)
    {
        const std::string_view token = value.raw_json_token(); // up to the next token
        return token.front() == ':'
            || (token.front() == '"' && token.data()[token.size()] == ':'); // the padding makes this safe
    }

    static bool hasEscape(const char* key)
    {
        while (*key != '"' && *key != '\\') {
            ++key; // ends: the parser has found the closing quote
        }
        return *key == '\\';
    }

    template <std::size_t N, typename OnField>
    bool readObject(json::object object, const Fields<N>& fields, OnField&& onField)
    {
        std::uint32_t seen = 0;
        std::size_t hint = 0;
        for (auto next : object) {
            json::field field;
            if (std::move(next).get(field)) {
                return broken();
            }
            json::value member = field.value();
            if (isFollowedByColon(member)) {
                return broken();
            }
            const char* key = field.key().raw();
            std::size_t index = lookUp(fields.names, key, hint);
            if (index == N && hasEscape(key)) {
                index = lookUpEscaped(fields.names, field);
            }
            if (index == N) {
                continue;
            }
            const std::uint32_t mark = bit(static_cast<int>(index));
            if (seen & mark) {
                return failAt(fields.names[index], "comes twice");
            }
            seen |= mark;
            hint = index + 1 < N ? index + 1 : 0;
            if (!onField(static_cast<int>(index), member)) {
                return false;
            }
        }
        if (const std::uint32_t missing = fields.required & ~seen) {
            return failAt(fields.names[static_cast<std::size_t>(std::countr_zero(missing))], "is missing");
        }
        return true;
    }

    /// An object that belongs to the row; null counts as absent.
    template <std::size_t N, typename OnField>
    bool readSection(const char* section, json::value value, const Fields<N>& fields, OnField&& onField)
    {
        return tokenOf(value) == "null" || readRequiredSection(section, value, fields, onField);
    }

    template <std::size_t N, typename OnField>
    bool readRequiredSection(
        const char* section, json::value value, const Fields<N>& fields, OnField&& onField)
    {
        json::object object;
        if (value.get_object().get(object)) {
            return failType(section, value, "an object");
        }
        m_place = {section, -1};
        if (!readObject(object, fields, onField)) {
            return false;
        }
        m_place = {};
        return true;
    }

    /// An array of objects that belongs to the row; null counts as empty.
    template <std::size_t N, typename Item, typename OnField>
    bool readList(const char* section, json::value value, const Fields<N>& fields, std::vector<Item>& items,
        OnField&& onField)
    {
        if (tokenOf(value) == "null") {
            return true;
        }
        json::array array;
        if (value.get_array().get(array)) {
            return failType(section, value, "an array");
        }
        m_place = {section, 0};
        for (auto element : array) {
            if (element.error()) {
                return broken();
            }
            json::value item = element.value_unsafe();
            json::object object;
            if (item.get_object().get(object)) {
                return failType({}, item, "an object");
            }
            Item& target = items.emplace_back();
            if (!readObject(object, fields,
                    [&](int field, json::value member) { return onField(target, field, member); })) {
                return false;
            }
            ++m_place.index;
        }
        m_place = {};
        return true;
    }

    bool readBool(std::string_view name, json::value value, bool& target)
    {
        return !value.get_bool().get(target) || failType(name, value, "a boolean");
    }

    /// The token of a number, or what stands between the quotes of a string without escapes. Does not take
    /// the value.
    static std::string_view tokenOf(json::value& value) { return trimmedEnd(value.raw_json_token()); }

    static bool isQuoted(std::string_view token)
    {
        return token.size() >= 2 && token.front() == '"' && token.back() == '"';
    }

    template <typename Number> static NumberFault parse(std::string_view text, Number& target)
    {
        if constexpr (std::is_same_v<Number, double>) {
            return parseAmount(text, target);
        } else {
            return parseWhole(text, target);
        }
    }

    /// A number, also as a string. The type of the target decides whether it must be whole.
    template <typename Number> bool readNumber(std::string_view name, json::value value, Number& target)
    {
        std::string_view token = tokenOf(value);
        const char first = token.empty() ? '\0' : token.front();
        const bool isText = isQuoted(token);
        if (!isText && first != '-' && (first < '0' || first > '9')) {
            return failType(name, value, "a number");
        }
        if (isText) {
            token = token.substr(1, token.size() - 2);
        }
        const NumberFault fault = parse(token, target);
        if (fault == NumberFault::NotANumber && !isText) {
            return failAt(name, "is no valid JSON");
        }
        if (fault != NumberFault::None) {
            return failAt(name,
                QStringLiteral("is a %1 %2")
                    .arg(isText ? QLatin1String("string") : QLatin1String("number"),
                        QLatin1String(faultText(fault))));
        }
        return true;
    }

    template <typename Number>
    bool readNumber(std::string_view name, json::value value, std::optional<Number>& target)
    {
        const std::string_view token = tokenOf(value);
        if (token == "null") {
            target.reset();
            return true;
        }
        return readNumber(name, value, target.emplace());
    }

    bool readText(std::string_view name, json::value value, std::string& target)
    {
        const std::string_view token = tokenOf(value);
        if (!isQuoted(token)) {
            return failType(name, value, "a string");
        }
        const std::string_view inner = token.substr(1, token.size() - 2);
        if (std::memchr(inner.data(), '\\', inner.size()) == nullptr) {
            target.assign(inner);
            return true;
        }
        std::string_view unescaped;
        if (value.get_string().get(unescaped)) {
            return failAt(name, "is a string with an invalid escape");
        }
        target.assign(unescaped);
        return true;
    }

    /// Null and the empty string count as absent.
    bool readText(std::string_view name, json::value value, std::optional<std::string>& target)
    {
        if (tokenOf(value) == "null") {
            target.reset();
            return true;
        }
        if (!readText(name, value, target.emplace())) {
            return false;
        }
        if (target->empty()) {
            target.reset();
        }
        return true;
    }

    bool readCursor(json::value value)
    {
        if (!readText("next_page", value, m_envelope.nextPage)) {
            return false;
        }
        if (m_envelope.nextPage && m_envelope.nextPage->size() > kLongestCursor) {
            return failAt("next_page", "is a string that is too long");
        }
        return true;
    }

    template <typename ReadRow> bool readRows(json::value value, ReadRow&& readRow)
    {
        json::array rows;
        if (value.get_array().get(rows)) {
            return failType("data", value, "an array");
        }
        for (auto element : rows) {
            ++m_row;
            if (element.error()) {
                return broken();
            }
            json::value row = element.value_unsafe();
            if (!readRow(row)) {
                return false;
            }
        }
        m_envelope.rowCount = m_row;
        m_row = 0; // what follows is about the page again
        return true;
    }

    /// Runs `read` over the row's object and hashes its bytes when it turned out to have no user id.
    template <std::size_t N, typename Row, typename OnField>
    bool readRow(json::value value, const Fields<N>& fields, Row& row, OnField&& onField)
    {
        m_startTime = 0;
        m_endTime = 0;
        m_topUserId.reset();
        m_topEmail.reset();
        const char* begin = nullptr;
        const char* end = nullptr;
        json::object object;
        if (m_document.current_location().get(begin)) {
            return broken();
        }
        if (value.get_object().get(object)) {
            return failType({}, value, "an object");
        }
        if (!readObject(object, fields, onField)) {
            return false;
        }
        const std::optional<core::UtcDay> day = core::UtcDay::fromMidnight(m_startTime);
        if (!day) {
            return failAt("start_time", "is a number that is no UTC midnight");
        }
        if (m_endTime != (*day + 1).startSeconds()) {
            return failAt("end_time", "is a number that is not one day after start_time");
        }
        row.day = *day;
        records::Identity& identity = row.identity;
        if (!identity.userId) {
            identity.userId = std::move(m_topUserId);
        }
        if (!identity.email) {
            identity.email = std::move(m_topEmail);
        }
        if (!identity.userId) {
            if (m_document.current_location().get(end)) {
                return broken();
            }
            row.bytesHash = hashOf(trimmedEnd({begin, static_cast<std::size_t>(end - begin)}));
        }
        return true;
    }

    bool readActor(json::value value, records::Identity& identity)
    {
        return readSection("actor", value, actor::fields, [&](int field, json::value member) {
            switch (field) {
            case actor::Type: return readText("type", member, identity.actorType);
            case actor::UserId: return readText("user_id", member, identity.userId);
            default: return readText("email", member, identity.email);
            }
        });
    }

    template <std::size_t N>
    bool readMeasure(const Fields<N>& fields, int first, int field, json::value value, records::Costs& costs,
        records::Tokens& tokens)
    {
        const std::string_view name = fields.names[static_cast<std::size_t>(field)];
        switch (field - first) {
        case measure::Credits: return readNumber(name, value, costs.credits);
        case measure::CostUsd: return readNumber(name, value, costs.costUsd);
        case measure::EstimatedCostUsd: return readNumber(name, value, costs.estimatedCostUsd);
        case measure::Uncached: return readNumber(name, value, tokens.uncachedInput);
        case measure::Cached: return readNumber(name, value, tokens.cachedInput);
        case measure::Output: return readNumber(name, value, tokens.output);
        default: return readNumber(name, value, tokens.total);
        }
    }

    /// One of the two line counts. The block has a second, richer layout whose names are not known: what is
    /// neither a number nor a number in a string belongs to that and is left alone.
    bool readLines(std::string_view name, json::value value, std::optional<std::int64_t>& target)
    {
        const std::string_view token = tokenOf(value);
        const bool isNumber
            = !token.empty() && (token.front() == '-' || (token.front() >= '0' && token.front() <= '9'));
        double amount = 0;
        const bool isNumberInText = isQuoted(token)
            && parseAmount(token.substr(1, token.size() - 2), amount) != NumberFault::NotANumber;
        return (!isNumber && !isNumberInText) || readNumber(name, value, target);
    }

    bool readAttribution(json::value value, records::UsageRow& row)
    {
        json::object object;
        if (value.get_object().get(object)) {
            return true; // null, or a layout that is not ours to read
        }
        m_place = {"code_attribution", -1};
        if (!readObject(object, attribution::fields, [&](int field, json::value member) {
                return field == attribution::LinesAdded
                    ? readLines("lines_added", member, row.linesAdded)
                    : readLines("lines_removed", member, row.linesRemoved);
            })) {
            return false;
        }
        m_place = {};
        return true;
    }

    std::string_view m_body;
    bool m_isPadded = false;
    json::parser m_parser;
    json::document m_document;
    records::PageEnvelope m_envelope;
    QString m_problem;
    std::int64_t m_row = 0; ///< 0 = not in a row
    Place m_place;

    // Of the row under way: what is only known to be right, or to count, once the whole row was read.
    std::int64_t m_startTime = 0;
    std::int64_t m_endTime = 0;
    std::optional<std::string> m_topUserId;
    std::optional<std::string> m_topEmail;
};

bool Decoder::readUsageRow(json::value value, records::UsageRow& row)
{
    const auto onTotals = [&](int field, json::value member) {
        switch (field) {
        case totals::Threads: return readNumber("threads", member, row.threads);
        case totals::Turns: return readNumber("turns", member, row.turns);
        default: return readMeasure(totals::fields, totals::Measures, field, member, row.costs, row.tokens);
        }
    };
    const auto onClient = [this](records::ClientUsage& target, int field, json::value member) {
        switch (field) {
        case client::ClientId: return readText("client_id", member, target.clientId);
        case client::Threads: return readNumber("threads", member, target.threads);
        case client::Turns: return readNumber("turns", member, target.turns);
        default:
            return readMeasure(client::fields, client::Measures, field, member, target.costs, target.tokens);
        }
    };
    const auto onModel = [this](records::ModelUsage& target, int field, json::value member) {
        switch (field) {
        case model::Model: return readText("model", member, target.model);
        case model::Speed: return readText("speed", member, target.speed);
        default:
            return readMeasure(model::fields, model::Measures, field, member, target.costs, target.tokens);
        }
    };
    return readRow(value, usage::fields, row, [&](int field, json::value member) {
        switch (field) {
        case usage::StartTime: return readNumber("start_time", member, m_startTime);
        case usage::EndTime: return readNumber("end_time", member, m_endTime);
        case usage::UserId: return readText("user_id", member, m_topUserId);
        case usage::Actor: return readActor(member, row.identity);
        case usage::Email: return readText("email", member, m_topEmail);
        case usage::Totals: return readRequiredSection("totals", member, totals::fields, onTotals);
        case usage::Clients: return readList("clients", member, client::fields, row.clients, onClient);
        case usage::Models: return readList("models", member, model::fields, row.models, onModel);
        default: return readAttribution(member, row);
        }
    });
}

bool Decoder::readReviewRow(json::value value, records::ReviewRow& row)
{
    const auto onPriority = [&](int field, json::value member) {
        switch (field) {
        case priority::P0: return readNumber("p0", member, row.p0);
        case priority::P1: return readNumber("p1", member, row.p1);
        default: return readNumber("p2", member, row.p2);
        }
    };
    return readRow(value, review::fields, row, [&](int field, json::value member) {
        switch (field) {
        case review::StartTime: return readNumber("start_time", member, m_startTime);
        case review::EndTime: return readNumber("end_time", member, m_endTime);
        case review::UserId: return readText("user_id", member, m_topUserId);
        case review::Actor: return readActor(member, row.identity);
        case review::Email: return readText("email", member, m_topEmail);
        case review::PullRequestReviews:
            return readNumber("pull_request_reviews", member, row.pullRequestReviews);
        case review::Comments: return readNumber("comments", member, row.comments);
        default: return readSection("comment_details", member, priority::fields, onPriority);
        }
    });
}

bool Decoder::readResponseRow(json::value value, records::ReviewResponseRow& row)
{
    const auto onReaction = [&](int field, json::value member) {
        switch (field) {
        case reaction::Upvotes: return readNumber("upvotes", member, row.upvotes);
        case reaction::Downvotes: return readNumber("downvotes", member, row.downvotes);
        default: return readNumber("other", member, row.otherReactions);
        }
    };
    const auto onAnswered = [&](int field, json::value member) {
        switch (field) {
        case answered::Engaged: return readNumber("engaged", member, row.engaged);
        case answered::Reacted: return readNumber("reacted", member, row.reacted);
        case answered::Upvoted: return readNumber("upvoted", member, row.upvoted);
        case answered::Downvoted: return readNumber("downvoted", member, row.downvoted);
        case answered::ReactedOther: return readNumber("reacted_other", member, row.reactedOther);
        default: return readNumber("replied", member, row.replied);
        }
    };
    return readRow(value, response::fields, row, [&](int field, json::value member) {
        switch (field) {
        case response::StartTime: return readNumber("start_time", member, m_startTime);
        case response::EndTime: return readNumber("end_time", member, m_endTime);
        case response::UserId: return readText("user_id", member, m_topUserId);
        case response::Actor: return readActor(member, row.identity);
        case response::Email: return readText("email", member, m_topEmail);
        case response::PullRequestReviews:
            return readNumber("pull_request_reviews", member, row.pullRequestReviews);
        case response::Comments: return readNumber("comments", member, row.comments);
        case response::Replies: return readNumber("replies", member, row.replies);
        case response::Reactions: return readNumber("reactions", member, row.reactions);
        case response::ReactionDetails:
            return readSection("reaction_details", member, reaction::fields, onReaction);
        default: return readSection("comment_response_details", member, answered::fields, onAnswered);
        }
    });
}

template <typename Page, typename ReadRow>
core::Result<Page> decode(const QByteArray& body, ReadRow&& readRow)
{
    Decoder decoder(body);
    Page page;
    // Address space only: what is not used is never touched. Moving 30 000 rows several times would be
    // dearer.
    page.rows.reserve(static_cast<std::size_t>(body.size() / kTypicalRowBytes) + 1);
    if (!decoder.readPage(
            [&](json::value value) { return readRow(decoder, value, page.rows.emplace_back()); })) {
        return core::failure(decoder.error());
    }
    page.envelope = std::move(decoder.envelope());
    return page;
}

} // namespace

core::Result<records::PageEnvelope> readEnvelope(const QByteArray& body)
{
    Decoder decoder(body);
    // A row that is not looked at is skipped over, bracket by bracket.
    if (!decoder.readPage([](json::value) { return true; })) {
        return core::failure(decoder.error());
    }
    return std::move(decoder.envelope());
}

core::Result<records::UsagePage> decodeUsage(const QByteArray& body)
{
    return decode<records::UsagePage>(body, [](Decoder& decoder, json::value value, records::UsageRow& row) {
        return decoder.readUsageRow(value, row);
    });
}

core::Result<records::ReviewPage> decodeReviews(const QByteArray& body)
{
    return decode<records::ReviewPage>(
        body, [](Decoder& decoder, json::value value, records::ReviewRow& row) {
            return decoder.readReviewRow(value, row);
        });
}

core::Result<records::ReviewResponsePage> decodeReviewResponses(const QByteArray& body)
{
    return decode<records::ReviewResponsePage>(
        body, [](Decoder& decoder, json::value value, records::ReviewResponseRow& row) {
            return decoder.readResponseRow(value, row);
        });
}

} // namespace app::api
