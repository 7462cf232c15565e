// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/Theme.h"

#include <QLabel>

namespace ui::common {

/// Text colours by meaning; see the `tone` property in Theme::styleSheet().
enum class Tone { Normal, Muted, Faint, Accent, Positive, Warning, Negative };

/// A label in one of the type styles that follows the application font and the theme. Plain text unless
/// setTextFormat() says otherwise: text may come from a server.
class Label final : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Label)

public:
    explicit Label(TextStyle style, Tone tone = Tone::Normal, QWidget* parent = nullptr);
    Label(const QString& text, TextStyle style, Tone tone = Tone::Normal, QWidget* parent = nullptr);

    void setTone(Tone tone);
    void setTextStyle(TextStyle style);

protected:
    bool event(QEvent* event) override;

private:
    TextStyle m_style;
};

} // namespace ui::common
