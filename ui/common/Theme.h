// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/Tokens.h"

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>

class QWidget;

namespace ui::common {

/// The type scale. Sizes are factors of the application font, so that the person's size is respected.
enum class TextStyle {
    Display, ///< 2.15 bold: wizard page title
    Figure, ///< 1.85 bold: tile value
    FigureSmall, ///< 1.54 bold: value in detail tiles, wizard counters
    Title, ///< 1.54 bold: page title
    Subtitle, ///< 1.23 bold: brand, route cards
    Lead, ///< 1.15: sentence under a wizard title
    Heading, ///< 1.08 bold: card title
    Body, ///< 1.00
    BodyBold, ///< 1.00 bold
    Small, ///< 0.92: captions, pills, help text
    SmallBold, ///< 0.92 bold
    Micro, ///< 0.85: axis labels, legends
    Mono, ///< 0.92, the system's fixed font: ids, times, formulas
};

/// What a light or a dark window looks like: colours, fonts, palette and style sheet. A small value; make one
/// where it is needed and do not keep it across a theme change.
///
/// In a widget: `const Theme theme = Theme::of(this);` in paintEvent(), or in changeEvent() on
/// QEvent::PaletteChange and QEvent::StyleChange when something derived from it (an icon, a chart brush) is
/// kept.
class Theme final
{
public:
    enum class Mode { Light, Dark };

    explicit Theme(Mode mode, QFont applicationFont = {});

    /// The theme that is in force, told from the application palette that ThemeController set. `widget` may
    /// be null.
    static Theme of(const QWidget* widget);
    /// Whether text on this palette's window colour is lighter than the window.
    static bool isDark(const QPalette& palette);

    [[nodiscard]] Mode mode() const { return m_mode; }
    [[nodiscard]] bool isDark() const { return m_mode == Mode::Dark; }
    /// The other mode; tooltips are inverted and take their swatches from it.
    [[nodiscard]] Theme inverted() const;

    [[nodiscard]] QColor color(Token token) const;
    /// Category colour by order of use; 0 to 7, anything else is "other".
    [[nodiscard]] QColor category(int index) const { return color(categoryToken(index)); }
    [[nodiscard]] QColor ramp(int step) const { return color(rampToken(step)); }
    [[nodiscard]] QFont font(TextStyle style) const;
    [[nodiscard]] QPalette palette() const;
    /// The application's style sheet. Dynamic properties that it knows:
    /// - QFrame `role`: card, tile, bar, banner, well (sunken box); `chosen` = true: accent edge
    /// - QPushButton/QToolButton `kind`: primary, danger, link, chip, flat; `extent`: small, footer (not
    ///   `size`: every widget has a property of that name already, and it would never match)
    /// - QLineEdit/QComboBox/QDateEdit `extent`: toolbar
    /// - QLabel `tone`: muted, faint, accent, positive, warning, negative
    [[nodiscard]] QString styleSheet() const;

    friend bool operator==(const Theme&, const Theme&) = default;

private:
    Mode m_mode;
    QFont m_font;
};

/// Sets a dynamic property and lets the style sheet look again, which Qt does not do by itself.
void setStyleProperty(QWidget* widget, const char* name, const QVariant& value);

} // namespace ui::common
