// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "looks/TextRecorder.h"

#include <QColor>
#include <QImage>
#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

class QWidget;

/// What a person with a good eye would point at, found without one. Every check looks at what is really
/// painted (paintedTexts()), so labels, buttons, table cells and the texts that charts paint themselves are
/// treated alike. Main thread; the window is visible and laid out.
namespace looks {

/// One thing that is wrong.
struct Finding
{
    QString kind; ///< "clipped", "elided", "overlap", "outside", "contrast", "untranslated", "name" …
    QString where; ///< path of object names from the window down
    QString what;
};

using Findings = std::vector<Finding>;

/// "kind: where: what", one a line.
QString toText(const Findings& findings);
/// The object names from the window down to the widget, which goes by its class where it has no name.
QString pathOf(const QWidget* widget, const QWidget* window);

/// A window with its texts, looked at once, asked several questions.
class Look
{
public:
    /// `natural` says whether a text that ends in an ellipsis means it ("Copy…") or was cut off.
    Look(QWidget* window, std::function<bool(const QString&)> natural = {});

    [[nodiscard]] const std::vector<PaintedText>& texts() const { return m_texts; }
    [[nodiscard]] const QImage& picture() const { return m_picture; }

    /// Text that its widget, the painter or a widget above cuts off; text that gave way to "…" without its
    /// whole in a tooltip or an accessible name; a label with a text of which nothing was painted. Content
    /// that can be scrolled to is not cut off.
    [[nodiscard]] Findings clippedTexts() const;
    /// Two texts on top of each other.
    [[nodiscard]] Findings overlaps() const;
    /// Widgets that stand out of the widget they belong to, scrolled content aside.
    [[nodiscard]] Findings strays() const;
    /// WCAG AA: 4.5 to 1, large text (24 px, or 18.66 px and bold) 3 to 1, against the most frequent colour
    /// around the text in the picture. Exempt: disabled controls, placeholders, the dash of an empty value.
    [[nodiscard]] Findings lowContrast() const;
    /// Words in plain Latin letters, which no text has that went through PseudoTranslator. What matches
    /// `data` is no text of ours.
    [[nodiscard]] Findings untranslated(const QRegularExpression& data) const;

private:
    [[nodiscard]] QRectF shownPart(const PaintedText& text) const;
    [[nodiscard]] QColor ground(const PaintedText& text, const QRectF& part) const;

    QWidget* m_window;
    std::function<bool(const QString&)> m_natural;
    QImage m_picture;
    std::vector<PaintedText> m_texts;
};

} // namespace looks
