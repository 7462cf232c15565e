// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFocusFrame>
#include <QObject>
#include <QPointer>

namespace ui::common {

/// Draws the focus ring, 2 pixels wide and 1 pixel outside, around the widget that has the keyboard. After a
/// click of the mouse only fields that take text show it. Item views mark their current cell themselves
/// (Style). Owned by ThemeController; needs 3 free pixels around a control.
///
/// A widget that draws its own mark sets the dynamic property `ownFocusMark` to true.
class FocusRing final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FocusRing)

public:
    explicit FocusRing(QObject* parent = nullptr);
    ~FocusRing() override;

    /// The widget that wears the ring now, or null.
    [[nodiscard]] QWidget* target() const;

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void moveTo(QWidget* widget);

    QPointer<QFocusFrame> m_frame;
};

} // namespace ui::common
