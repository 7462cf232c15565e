// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The decoder of pages, with all of its four doors. The input is the body of an answer.

#include "api/PageDecoder.h"
#include "api/ReplyClassifier.h"
#include "fuzz/Fuzz.h"
#include "fuzz/PageWriter.h"

#include <set>
#include <string>
#include <string_view>

namespace {

using app::core::Error;
using app::core::ErrorKind;
using app::core::Result;
using fuzz::require;

/// Every word that an error text of the decoder may hold: its own, and the names of the fields that it reads.
bool isOwnWord(const std::string& word)
{
    static const std::set<std::string> words{"a", "after", "an", "and", "answer", "array", "begins",
        "boolean", "byte", "comes", "day", "does", "end", "escape", "goes", "invalid", "is", "its", "JSON",
        "large", "long", "mark", "midnight", "missing", "negative", "no", "not", "null", "number", "object",
        "on", "one", "order", "row", "should", "string", "that", "the", "too", "truncated", "twice", "UTC",
        "UTF", "8", "valid", "value", "whole", "with", "be", "data", "has_more", "next_page", "start_time",
        "end_time", "user_id", "actor", "email", "totals", "clients", "models", "code_attribution", "type",
        "threads", "turns", "credits", "cost_usd", "estimated_cost_usd", "uncached_text_input_tokens",
        "cached_text_input_tokens", "text_output_tokens", "text_total_tokens", "client_id", "model", "speed",
        "lines_added", "lines_removed", "pull_request_reviews", "comments", "comment_details", "p0", "p1",
        "p2", "replies", "reactions", "reaction_details", "comment_response_details", "upvotes", "downvotes",
        "other", "engaged", "reacted", "upvoted", "downvoted", "reacted_other", "replied"};
    return words.contains(word);
}

/// Counts, never content: words of ours and the numbers of a row and an element, which cannot be larger than
/// the body.
void requireOwnWords(const Error& error, std::size_t size)
{
    require(error.kind == ErrorKind::UnexpectedAnswer || error.kind == ErrorKind::ServiceUnavailable,
        "a body that cannot be read is an unexpected answer or a cut one");
    require(error.subject.isEmpty(), "the decoder knows no subject");
    const std::string text = error.detail.toStdString() + ' ';
    require(text.size() > 1 && text.size() < 200, "an error says what is wrong, in one short line");
    std::string word;
    for (const char c : text) {
        const bool isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
        if (isLetter || (c >= '0' && c <= '9')) {
            word += c;
            continue;
        }
        require(std::string_view(" .:[]-").find(c) != std::string_view::npos, "an error text is plain");
        const bool isNumber = word.find_first_not_of("0123456789") == std::string::npos;
        require(isOwnWord(word) || (isNumber && word.size() < 10 && std::stoul('0' + word) <= size),
            "an error text holds no word of the body");
        word.clear();
    }
}

template <typename Page> void tryDoor(Result<Page> (*decode)(const QByteArray&), const QByteArray& exact)
{
    // With room behind its end the decoder reads the body in place, without it a copy.
    QByteArray roomy;
    roomy.reserve(exact.size() + 256);
    roomy.append(exact);
    const Result<Page> page = decode(exact);
    const Result<Page> again = decode(roomy);
    require(page.has_value() == again.has_value(), "the same body reads the same");
    if (!page) {
        require(page.error().kind == again.error().kind && page.error().detail == again.error().detail,
            "the same body fails the same");
        requireOwnWords(page.error(), static_cast<std::size_t>(exact.size()));
        return;
    }
    const QByteArray written = fuzz::toJson(*page);
    require(written == fuzz::toJson(*again), "the same body reads the same");
    require(page->envelope.rowCount == static_cast<std::int64_t>(page->rows.size()), "rows are counted");
    for (const auto& row : page->rows) {
        require(!row.identity.userId || !row.identity.userId->empty(), "nobody has an empty id");
        require(row.identity.userId || row.bytesHash != 0, "a row of nobody can be recognised");
    }

    const Result<app::records::PageEnvelope> envelope = app::api::readEnvelope(exact);
    require(envelope && envelope->rowCount == page->envelope.rowCount
            && envelope->hasMore == page->envelope.hasMore && envelope->nextPage == page->envelope.nextPage,
        "the envelope of a good page reads the same without its rows");

    const Result<Page> reread = decode(written);
    require(reread.has_value(), "what was read can be read again");
    require(fuzz::toJson(*reread) == written, "what was read again is the same");

    // Cut anywhere, a good page is no page: half a body never becomes rows. Whether it can be told from a
    // broken one depends on what was skipped, which is not validated; a page without anything to skip is
    // known as cut.
    const auto start = static_cast<qsizetype>(exact.indexOf('{'));
    const auto end = static_cast<qsizetype>(exact.lastIndexOf('}'));
    for (const qsizetype at : {end, start + (end - start) / 2, start + (end - start) / 3, start + 1}) {
        require(!decode(exact.left(at)), "a cut page is no page");
    }
    for (const qsizetype at : {written.size() - 1, written.size() / 2, written.size() / 3, qsizetype{1}}) {
        const Result<Page> cut = decode(written.left(at));
        require(!cut && cut.error().kind == ErrorKind::ServiceUnavailable, "a cut page is a cut page");
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray body(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    tryDoor(&app::api::decodeUsage, body);
    tryDoor(&app::api::decodeReviews, body);
    tryDoor(&app::api::decodeReviewResponses, body);
    const auto envelope = app::api::readEnvelope(body);
    if (!envelope) {
        requireOwnWords(envelope.error(), size);
    }

    // What the classifier holds for a page of a proxy must not be readable as one of the service.
    app::api::TransportReply reply;
    reply.status = 200;
    reply.contentType = "application/json";
    reply.body = body;
    const auto error = app::api::classifyReply(reply, app::core::Instant());
    require(!error || error->kind == ErrorKind::ServiceUnavailable, "a whole 200 is decoded, or HTML");
    require(!error || !envelope, "HTML is no page");
    return 0;
}
