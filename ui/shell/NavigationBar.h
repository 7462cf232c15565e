// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/Icons.h"

#include <QAbstractButton>
#include <QFrame>

#include <vector>

class QButtonGroup;
class QHBoxLayout;
class QVBoxLayout;

namespace ui::common {
class Label;
}

namespace ui::shell {

/// One line of the navigation: icon and text, or the icon alone when folded (the text becomes the tooltip).
class NavigationItem final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NavigationItem)

public:
    NavigationItem(common::IconName icon, const QString& text, QWidget* parent = nullptr);
    void setFolded(bool folded);
    /// Stands at the end of the line, and in the tooltip when folded.
    void setShortcutText(const QString& keys);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    common::IconName m_icon;
    QString m_keys;
    bool m_folded = false;
};

/// The column at the start of the window: brand, one item per page, and at the foot the way to everything
/// else and the promise. 216 pixels
/// wide, 56 when folded. Tab reaches the active item, the arrow keys move and switch.
class NavigationBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NavigationBar)

public:
    explicit NavigationBar(QWidget* parent = nullptr);

    /// Returns the index of the item; `objectName` names the button.
    int addItem(const QString& objectName, common::IconName icon, const QString& text);
    void setCurrent(int index);
    [[nodiscard]] int current() const;
    void setFolded(bool folded);
    [[nodiscard]] bool isFolded() const { return m_folded; }

Q_SIGNALS:
    void chosen(int index);
    void goToRequested();

private:
    QButtonGroup* m_group;
    QVBoxLayout* m_layout;
    QHBoxLayout* m_brand;
    QVBoxLayout* m_items;
    QWidget* m_brandText;
    NavigationItem* m_goTo;
    QWidget* m_foot;
    std::vector<NavigationItem*> m_buttons;
    bool m_folded = false;
};

} // namespace ui::shell
