// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

#include <array>

namespace ui::common {

/// Every named colour of the window. One table (Tokens.cpp) holds both themes; nothing else in ui/ names a
/// colour.
enum class Token {
    // Interface
    Bg, ///< page behind cards
    Surface, ///< navigation, bars, wizard rail
    Raised, ///< cards, inputs, buttons, menus
    Sunken, ///< table header, hover, information banner
    Border, ///< card and button edges; decorative
    BorderStrong, ///< edges of controls that hold a value; at least 3:1
    Text,
    Muted, ///< captions, axis labels
    Faint, ///< placeholder, disabled text, dash of an empty value
    Accent,
    AccentHover,
    AccentPress,
    AccentWeak, ///< selected row, active navigation, chip
    OnAccent, ///< text and icons on Accent
    Focus, ///< focus ring
    Thread, ///< the gold thread of the mark; brand only
    Positive,
    PositiveWeak,
    Warning,
    WarningWeak,
    WarningLine,
    Negative,
    NegativeWeak,
    NegativeLine,
    Tip, ///< tooltip background (inverted)
    TipText, ///< tooltip text
    TipMuted,
    // Categories in their order of use; 8 is always "other"
    Category1, ///< petrol
    Category2, ///< weld
    Category3, ///< indigo
    Category4, ///< sky
    Category5, ///< moss
    Category6, ///< plum
    Category7, ///< madder
    Category8, ///< slate
    // Ramp for heat maps and ordered bars; Ramp0 is exactly zero
    Ramp0,
    Ramp1,
    Ramp2,
    Ramp3,
    Ramp4,
    Ramp5,
    // Chart furniture
    Grid,
    Axis,
    Gap, ///< fill of a missing day
    GapLine, ///< dashed edge of a missing day
    HoverBand,
    Band, ///< percentile bands
};

inline constexpr int kCategoryCount = 8;
inline constexpr int kRampSteps = 6;
inline constexpr int kTokenCount = static_cast<int>(Token::Band) + 1;

/// One row of the table: the name that style sheets use after `@`, and the colour in each theme.
struct TokenEntry
{
    Token token;
    const char* name;
    QRgb light;
    QRgb dark;
};

/// The whole table, one row per Token in the order of the enum.
const std::array<TokenEntry, static_cast<std::size_t>(kTokenCount)>& tokenTable();

/// `index` 0 to 7 in the order of use; anything else is Category8 ("other").
Token categoryToken(int index);
/// `step` 0 to 5; values outside are clamped.
Token rampToken(int step);
/// The ramp step of a share of the largest value: exactly 0 is step 0; NaN and negative values are step 0 as
/// well.
int rampStep(double share);

/// WCAG 2.2 contrast ratio of two opaque colours, 1 to 21.
double contrastRatio(const QColor& one, const QColor& other);

} // namespace ui::common
