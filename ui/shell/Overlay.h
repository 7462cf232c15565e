// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>

namespace ui::shell {

/// A card above the content of its window that goes away by itself: on Escape, on a click beside it, and when
/// the focus leaves it. It is a child of the window and no popup, because those cannot be placed everywhere
/// and take the keyboard from the whole screen. The focus returns to where it was. Main thread.
class Overlay : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Overlay)

public:
    explicit Overlay(QWidget* window);

    /// Shows it with its upper corner there (in the window's coordinates, moved inside), and gives `first`
    /// the focus.
    void openAt(QPoint corner, QWidget* first);
    void closeOverlay();

Q_SIGNALS:
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void onFocusChanged(const QWidget* now);

    QPointer<QWidget> m_before; ///< had the focus
};

} // namespace ui::shell
