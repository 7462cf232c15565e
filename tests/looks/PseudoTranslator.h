// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>
#include <QTranslator>

namespace looks {

/// Stands in for a translation, so that a run of the program shows what translating will break: every letter
/// becomes an accented relative, every text grows by a third and stands in brackets. A text that a person can
/// still read in plain letters never went through tr().
///
/// In the other modes it answers as the program's own files do and only remembers what it was asked. Owned by
/// whoever installs it; remove it before it goes. Main thread.
class PseudoTranslator final : public QTranslator
{
public:
    enum class Mode { English, German, Pseudo };

    explicit PseudoTranslator(Mode mode);

    [[nodiscard]] QString translate(
        const char* context, const char* sourceText, const char* disambiguation, int n) const override;
    [[nodiscard]] bool isEmpty() const override { return false; }

    /// Whether a text that was asked for ends, or has its cut, where this one has: then the ellipsis belongs
    /// to it.
    [[nodiscard]] bool meansEllipsis(const QString& painted) const;

    /// Keeps %1, %n, &, tags, entities, addresses and file patterns as they are.
    static QString pseudo(const QString& text);

private:
    const Mode m_mode;
    QTranslator m_english;
    QTranslator m_german;
    mutable QSet<QString> m_ellipses; ///< the word before each ellipsis
};

} // namespace looks
