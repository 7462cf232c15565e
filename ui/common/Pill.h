// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/Tokens.h"

#include <QWidget>

class QPainter;

namespace ui::common {

/// A small rounded state: a dot in the colour of the state and a text that always says it in words.
class Pill final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Pill)

public:
    enum class Kind {
        Ok,
        Working, ///< sync icon instead of the dot
        Neutral,
        Warning,
        Negative,
        Accent, ///< no dot; "Recommended"
        Demo, ///< no dot, dashed edge
    };

    explicit Pill(QWidget* parent = nullptr);
    Pill(Kind kind, const QString& text, QWidget* parent = nullptr);

    /// Sets both at once; the text is the accessible name as well.
    void setState(Kind kind, const QString& text);
    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] QString text() const { return m_text; }
    /// 24 pixels high, or 20 in tables and card heads.
    void setCompact(bool compact);

    struct Colors
    {
        Token fill;
        Token text;
    };
    /// For cells of a table, which paint pills of their own.
    [[nodiscard]] static Colors colorsOf(Kind kind);
    /// The size of a pill with that text in the font of `widget`.
    [[nodiscard]] static QSize sizeFor(const QWidget& widget, Kind kind, const QString& text, bool compact);
    /// Fills `widget` with a pill; `marked` darkens its edge.
    static void paint(
        QPainter& painter, const QWidget& widget, Kind kind, const QString& text, bool marked = false);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    Kind m_kind = Kind::Neutral;
    QString m_text;
    bool m_compact = false;
};

} // namespace ui::common
