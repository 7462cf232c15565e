// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace app::settings {

/// A small INI text that keeps what it does not know: comments, unknown sections and unknown keys come out
/// again as they went in. UTF-8; a value is everything after the first `=`, with \\, \n, \r and \t escaped,
/// so that it is always one line. A value object of one thread.
class IniDocument
{
public:
    /// nullopt when the bytes are not UTF-8 text.
    static std::optional<IniDocument> parse(const QByteArray& bytes);
    [[nodiscard]] QByteArray toBytes() const;

    /// In the order of the file; a section that occurs twice is named once.
    [[nodiscard]] QStringList sections() const;
    /// The first value of that key; nullopt when there is none.
    [[nodiscard]] std::optional<QString> value(const QString& section, const QString& key) const;
    /// Replaces or adds; creates the section at the end when it is missing.
    void set(const QString& section, const QString& key, const QString& value);
    /// Removes a key, and its section when nothing is left in it.
    void remove(const QString& section, const QString& key);
    void removeSection(const QString& section);
    /// Gives a section another name where it stands; one that has this name already stays beside it, and the
    /// two are read as one.
    void renameSection(const QString& section, const QString& name);

private:
    struct Section
    {
        QString name; ///< empty for what stands before the first section
        std::vector<QString> lines;
    };
    std::vector<Section> m_sections;
};

} // namespace app::settings
