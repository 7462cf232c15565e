// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "setup/SupportRequest.h"

#include "core/WorkspaceId.h"

#include <QRegularExpression>
#include <QUrlQuery>

namespace app::setup {

namespace {

/// A run without spaces from this length on is taken for a pasted key; names people give to keys are shorter.
constexpr qsizetype kLongestName = 40;

QString filled(const QString& text, const QString& blank)
{
    const QString safe = withoutPastedKey(text.simplified());
    return safe.isEmpty() ? blank : safe;
}

} // namespace

QString withoutPastedKey(const QString& text)
{
    static const QRegularExpression word(QStringLiteral("\\S+"));
    static const QRegularExpression organisation(QStringLiteral("^org-[A-Za-z0-9]{1,64}$"));
    QString out;
    qsizetype from = 0;
    for (auto it = word.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const QString candidate = match.captured();
        const bool isKey = candidate.contains(QLatin1String("sk-"), Qt::CaseInsensitive)
            || (candidate.size() > kLongestName && !organisation.match(candidate).hasMatch());
        if (!isKey) {
            continue;
        }
        out += text.mid(from, match.capturedStart() - from);
        out += QChar(0x2026) + candidate.right(4);
        from = match.capturedEnd();
    }
    return out + text.mid(from);
}

QString SupportRequest::recipient()
{
    return QStringLiteral("support@openai.com");
}

QString SupportRequest::scope()
{
    return QStringLiteral("codex.enterprise.analytics.read");
}

QString SupportRequest::subject()
{
    return QStringLiteral("Scope for a Codex Enterprise Analytics key");
}

QString SupportRequest::body() const
{
    const auto workspace = core::WorkspaceId::parse(workspaceId);
    return QStringLiteral(
        "Hello,\n\n"
        "please limit the API key \"%1\", ending in %2, to the single scope\n"
        "%3.\n\n"
        "Organization: %4\n"
        "Workspace: %5\n\n"
        "The key will be used for read-only usage reports of this workspace. It has no other "
        "purpose.\nPlease confirm when the scope is active.\n\n"
        "Kind regards\n")
        .arg(filled(keyName, QStringLiteral("[key name]")),
            filled(keyEnding.trimmed().right(4), QStringLiteral("[last 4 characters]")), scope(),
            filled(organisation, QStringLiteral("[organization id]")),
            workspace ? workspace->toString() : QStringLiteral("[workspace id]"));
}

QString SupportRequest::asText() const
{
    return QStringLiteral("To: %1\nSubject: %2\n\n").arg(recipient(), subject()) + body();
}

QUrl SupportRequest::mailtoUrl() const
{
    // RFC 6068: line breaks are CRLF, spaces are %20 (a plus would arrive as a plus).
    const auto encoded = [](QString text) {
        text.replace(u'\n', QLatin1String("\r\n"));
        return QString::fromLatin1(QUrl::toPercentEncoding(text));
    };
    QUrl url;
    url.setScheme(QStringLiteral("mailto"));
    url.setPath(recipient());
    url.setQuery(
        QStringLiteral("subject=%1&body=%2").arg(encoded(subject()), encoded(body())), QUrl::StrictMode);
    return url;
}

bool SupportRequest::isComplete() const
{
    return !keyName.trimmed().isEmpty() && keyEnding.trimmed().size() >= 4
        && !organisation.trimmed().isEmpty() && core::WorkspaceId::parse(workspaceId).has_value();
}

} // namespace app::setup
