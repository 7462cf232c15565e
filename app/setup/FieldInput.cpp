// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "setup/FieldInput.h"

#include <QRegularExpression>

#include <algorithm>
#include <cstring>
#include <utility>

namespace app::setup {

namespace {

constexpr qsizetype kShortestKey = 8;
constexpr qsizetype kLongestKey = 4'096;

QStringView withoutQuotes(QStringView text)
{
    static constexpr std::pair<char16_t, char16_t> kPairs[]
        = {{u'"', u'"'}, {u'\'', u'\''}, {u'`', u'`'}, {u'\u201C', u'\u201D'}, {u'\u2018', u'\u2019'}};
    for (const auto& [open, close] : kPairs) {
        if (text.size() >= 2 && text.front() == QChar(open) && text.back() == QChar(close)) {
            return text.sliced(1, text.size() - 2).trimmed();
        }
    }
    return text;
}

QStringView withoutPrefix(QStringView text, QLatin1String prefix)
{
    return text.startsWith(prefix, Qt::CaseInsensitive) ? text.sliced(prefix.size()).trimmed() : text;
}

bool isPrintableAscii(QChar c)
{
    return c > u' ' && c < QChar(0x7F);
}

} // namespace

WorkspaceIdInput readWorkspaceId(QStringView typed)
{
    const QStringView text = typed.trimmed();
    if (text.isEmpty()) {
        return {};
    }
    if (auto id = core::WorkspaceId::parse(text)) {
        return {std::move(id), WorkspaceIdProblem::None, std::nullopt};
    }
    static const QRegularExpression uuid(
        QStringLiteral("(?<![0-9a-f-])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f-])"),
        QRegularExpression::CaseInsensitiveOption);
    // Far more than any URL: a pasted document is not searched to its end.
    const QString searched = text.left(2'000).toString();
    std::optional<core::WorkspaceId> found;
    for (auto it = uuid.globalMatch(searched); it.hasNext();) {
        const auto id = core::WorkspaceId::parse(it.next().capturedView());
        if (found && id && *found != *id) {
            return {
                std::nullopt, WorkspaceIdProblem::NotAUuid, std::nullopt}; // two different ones: do not guess
        }
        found = id;
    }
    if (found) {
        return {std::nullopt, WorkspaceIdProblem::FoundInText, std::move(found)};
    }
    const bool isOrganisation = text.startsWith(QLatin1String("org-"), Qt::CaseInsensitive);
    return {std::nullopt, isOrganisation ? WorkspaceIdProblem::OrganisationId : WorkspaceIdProblem::NotAUuid,
        std::nullopt};
}

KeyInput readKey(QStringView typed)
{
    QStringView text = withoutQuotes(typed.trimmed());
    text = withoutPrefix(text, QLatin1String("Authorization:"));
    text = withoutQuotes(withoutPrefix(text, QLatin1String("Bearer ")));
    if (text.isEmpty() || text.compare(QLatin1String("Bearer"), Qt::CaseInsensitive) == 0) {
        return {std::nullopt, KeyProblem::Empty};
    }
    if (std::any_of(text.begin(), text.end(), [](QChar c) { return c.isSpace(); })) {
        return {std::nullopt, KeyProblem::SpaceInside};
    }
    if (!std::all_of(text.begin(), text.end(), isPrintableAscii)) {
        return {std::nullopt, KeyProblem::NotAscii};
    }
    if (text.size() < kShortestKey) {
        return {std::nullopt, KeyProblem::TooShort};
    }
    if (text.size() > kLongestKey) {
        return {std::nullopt, KeyProblem::TooLong};
    }
    auto key = secrets::ApiKey::parse(text);
    if (!key) {
        return {std::nullopt, KeyProblem::Refused};
    }
    return {std::move(*key), KeyProblem::None};
}

bool isKey(QStringView text, const secrets::ApiKey& key)
{
    const KeyInput read = readKey(text);
    if (!read.key || read.key->length() != key.length()) {
        return false;
    }
    QByteArray one = read.key->authorizationHeader();
    QByteArray other = key.authorizationHeader();
    const bool same = one == other;
    for (QByteArray* bytes : {&one, &other}) {
        explicit_bzero(bytes->data(), static_cast<std::size_t>(bytes->size()));
    }
    return same;
}

} // namespace app::setup
