// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/IniDocument.h"

#include <QStringDecoder>

#include <algorithm>

namespace app::settings {

namespace {

bool isComment(QStringView line)
{
    const QStringView text = line.trimmed();
    return text.isEmpty() || text.startsWith(u'#') || text.startsWith(u';');
}

/// The key of a `key=value` line; empty for everything else.
QStringView keyOf(QStringView line)
{
    const qsizetype equals = isComment(line) ? -1 : line.indexOf(u'=');
    return equals < 0 ? QStringView() : line.first(equals).trimmed();
}

QString escaped(const QString& value)
{
    QString out;
    for (const QChar c : value) {
        switch (c.unicode()) {
        case u'\\': out += QStringLiteral("\\\\"); break;
        case u'\n': out += QStringLiteral("\\n"); break;
        case u'\r': out += QStringLiteral("\\r"); break;
        case u'\t': out += QStringLiteral("\\t"); break;
        default: out += c;
        }
    }
    return out;
}

QString unescaped(QStringView text)
{
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) != u'\\' || i + 1 == text.size()) {
            out += text.at(i);
            continue;
        }
        ++i;
        switch (text.at(i).unicode()) {
        case u'n': out += u'\n'; break;
        case u'r': out += u'\r'; break;
        case u't': out += u'\t'; break;
        default: out += text.at(i);
        }
    }
    return out;
}

} // namespace

std::optional<IniDocument> IniDocument::parse(const QByteArray& bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    if (decoder.hasError() || text.contains(QChar::Null)) {
        return std::nullopt;
    }
    IniDocument document;
    document.m_sections.push_back({});
    for (QString line : text.split(u'\n')) {
        while (line.endsWith(u'\r')) {
            line.chop(1);
        }
        const QStringView trimmed = QStringView(line).trimmed();
        if (trimmed.startsWith(u'[') && trimmed.endsWith(u']')) {
            document.m_sections.push_back({trimmed.sliced(1).chopped(1).trimmed().toString(), {}});
        } else {
            document.m_sections.back().lines.push_back(line);
        }
    }
    // The split leaves an empty line after the last line break.
    if (std::vector<QString>& lines = document.m_sections.back().lines;
        !lines.empty() && lines.back().isEmpty()) {
        lines.pop_back();
    }
    return document;
}

QByteArray IniDocument::toBytes() const
{
    QByteArray out;
    for (const Section& section : m_sections) {
        if (!section.name.isEmpty()) {
            out += '[' + section.name.toUtf8() + "]\n";
        }
        for (const QString& line : section.lines) {
            out += line.toUtf8() + '\n';
        }
    }
    return out;
}

QStringList IniDocument::sections() const
{
    QStringList names;
    for (const Section& section : m_sections) {
        if (!section.name.isEmpty() && !names.contains(section.name)) {
            names += section.name;
        }
    }
    return names;
}

std::optional<QString> IniDocument::value(const QString& section, const QString& key) const
{
    for (const Section& candidate : m_sections) {
        if (candidate.name != section) {
            continue;
        }
        for (const QString& line : candidate.lines) {
            if (keyOf(line) == key) {
                return unescaped(QStringView(line).sliced(line.indexOf(u'=') + 1));
            }
        }
    }
    return std::nullopt;
}

void IniDocument::set(const QString& section, const QString& key, const QString& value)
{
    const QString written = key + u'=' + escaped(value);
    Section* first = nullptr;
    for (Section& candidate : m_sections) {
        if (candidate.name != section) {
            continue;
        }
        first = first ? first : &candidate;
        for (QString& line : candidate.lines) {
            if (keyOf(line) == key) {
                line = written;
                return;
            }
        }
    }
    if (!first) {
        m_sections.push_back({section, {}});
        first = &m_sections.back();
    }
    first->lines.push_back(written);
}

void IniDocument::remove(const QString& section, const QString& key)
{
    for (Section& candidate : m_sections) {
        if (candidate.name == section) {
            std::erase_if(candidate.lines, [&key](const QString& line) { return keyOf(line) == key; });
        }
    }
    std::erase_if(m_sections, [&section](const Section& candidate) {
        return candidate.name == section && !section.isEmpty()
            && std::all_of(candidate.lines.begin(), candidate.lines.end(),
                [](const QString& line) { return line.trimmed().isEmpty(); });
    });
}

void IniDocument::renameSection(const QString& section, const QString& name)
{
    for (Section& candidate : m_sections) {
        if (candidate.name == section) {
            candidate.name = name;
        }
    }
}

void IniDocument::removeSection(const QString& section)
{
    std::erase_if(m_sections, [&section](const Section& candidate) { return candidate.name == section; });
}

} // namespace app::settings
