// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/Tokens.h"

#include <algorithm>
#include <cmath>

namespace ui::common {

namespace {

constexpr QRgb rgb(unsigned int value)
{
    return 0xff000000U | value;
}

// Relative luminance as WCAG 2.2 defines it.
double luminance(const QColor& color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    const QColor opaque = color.toRgb();
    return 0.2126 * linear(static_cast<double>(opaque.redF()))
        + 0.7152 * linear(static_cast<double>(opaque.greenF()))
        + 0.0722 * linear(static_cast<double>(opaque.blueF()));
}

} // namespace

const std::array<TokenEntry, static_cast<std::size_t>(kTokenCount)>& tokenTable()
{
    static constexpr std::array<TokenEntry, static_cast<std::size_t>(kTokenCount)> kTable{{
        {Token::Bg, "bg", rgb(0xF1F3F2), rgb(0x101415)},
        {Token::Surface, "surface", rgb(0xF9FAF9), rgb(0x151A1C)},
        {Token::Raised, "raised", rgb(0xFFFFFF), rgb(0x1C2224)},
        {Token::Sunken, "sunken", rgb(0xF4F6F5), rgb(0x171D1F)},
        {Token::Border, "border", rgb(0xDADFDD), rgb(0x2F383B)},
        {Token::BorderStrong, "border-strong", rgb(0x848E8B), rgb(0x738085)},
        {Token::Text, "text", rgb(0x1A2123), rgb(0xE8EDEC)},
        {Token::Muted, "muted", rgb(0x566164), rgb(0xA4AFB1)},
        {Token::Faint, "faint", rgb(0x8A9497), rgb(0x727E81)},
        {Token::Accent, "accent", rgb(0x0F6570), rgb(0x5BBFC6)},
        {Token::AccentHover, "accent-hover", rgb(0x0B525B), rgb(0x78D0D6)},
        {Token::AccentPress, "accent-press", rgb(0x083F46), rgb(0x93DDE2)},
        {Token::AccentWeak, "accent-weak", rgb(0xE1EFF0), rgb(0x173739)},
        {Token::OnAccent, "on-accent", rgb(0xFFFFFF), rgb(0x062527)},
        {Token::Focus, "focus", rgb(0x1F6FDB), rgb(0x8DB9FF)},
        {Token::Thread, "thread", rgb(0xC98A1B), rgb(0xE6B14C)},
        {Token::Positive, "positive", rgb(0x1E7648), rgb(0x6CC793)},
        {Token::PositiveWeak, "positive-weak", rgb(0xE4F2EA), rgb(0x17322A)},
        {Token::Warning, "warning", rgb(0x855400), rgb(0xE9B95B)},
        {Token::WarningWeak, "warning-weak", rgb(0xFBF1DB), rgb(0x352C17)},
        {Token::WarningLine, "warning-line", rgb(0xE3C27E), rgb(0x6B5625)},
        {Token::Negative, "negative", rgb(0xB0352E), rgb(0xF18D84)},
        {Token::NegativeWeak, "negative-weak", rgb(0xFBEAE8), rgb(0x3A2221)},
        {Token::NegativeLine, "negative-line", rgb(0xE6ABA6), rgb(0x74403C)},
        {Token::Tip, "tip", rgb(0x1A2123), rgb(0xE8EDEC)},
        {Token::TipText, "tiptx", rgb(0xFFFFFF), rgb(0x14191B)},
        {Token::TipMuted, "tipmu", rgb(0xB9C3C4), rgb(0x4A5558)},
        {Token::Category1, "c1", rgb(0x116974), rgb(0x4FB8BC)},
        {Token::Category2, "c2", rgb(0xBB7A07), rgb(0xF1BF50)},
        {Token::Category3, "c3", rgb(0x4953B4), rgb(0x7586F0)},
        {Token::Category4, "c4", rgb(0x3290C7), rgb(0x9CD7F3)},
        {Token::Category5, "c5", rgb(0x446C25), rgb(0x679A3E)},
        {Token::Category6, "c6", rgb(0x5D2A65), rgb(0xC45DB2)},
        {Token::Category7, "c7", rgb(0xBD4842), rgb(0xE29178)},
        {Token::Category8, "c8", rgb(0x828B95), rgb(0x818990)},
        {Token::Ramp0, "h0", rgb(0xEDF0EF), rgb(0x232A2D)},
        {Token::Ramp1, "h1", rgb(0xD3E5E6), rgb(0x1E3D41)},
        {Token::Ramp2, "h2", rgb(0xA3CACD), rgb(0x24585E)},
        {Token::Ramp3, "h3", rgb(0x66A6AC), rgb(0x2F7F87)},
        {Token::Ramp4, "h4", rgb(0x2A7A83), rgb(0x48A6AE)},
        {Token::Ramp5, "h5", rgb(0x0B525B), rgb(0x8CDCE1)},
        {Token::Grid, "grid", rgb(0xE6EAE8), rgb(0x272F32)},
        {Token::Axis, "axis", rgb(0xA9B2B0), rgb(0x566266)},
        {Token::Gap, "gap", rgb(0xEFF1F0), rgb(0x232A2D)},
        {Token::GapLine, "gapline", rgb(0xA9B2B0), rgb(0x566266)},
        {Token::HoverBand, "hoverband", rgb(0xE9F0F0), rgb(0x263134)},
        {Token::Band, "band", rgb(0xDDE9EA), rgb(0x24383B)},
    }};
    return kTable;
}

Token categoryToken(int index)
{
    const int last = kCategoryCount - 1;
    const int inside = index < 0 || index > last ? last : index;
    return static_cast<Token>(static_cast<int>(Token::Category1) + inside);
}

Token rampToken(int step)
{
    return static_cast<Token>(static_cast<int>(Token::Ramp0) + std::clamp(step, 0, kRampSteps - 1));
}

int rampStep(double share)
{
    if (!(share > 0)) {
        return 0;
    }
    if (share <= 0.12) {
        return 1;
    }
    if (share <= 0.5) {
        return 2;
    }
    if (share <= 0.7) {
        return 3;
    }
    return share <= 0.85 ? 4 : 5;
}

double contrastRatio(const QColor& one, const QColor& other)
{
    const double first = luminance(one);
    const double second = luminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace ui::common
