// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/Icons.h"

#include <QWidget>

class QPushButton;
class QLabel;

namespace ui::common {

class Label;

/// What a card or page shows instead of its content when there is nothing to draw: an icon, one bold line
/// that says what is the case, one muted line with the cause or the next step, and optional buttons.
class StateMessage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StateMessage)

public:
    enum class Level { Empty, Failed };

    explicit StateMessage(QWidget* parent = nullptr);

    void setMessage(Level level, IconName icon, const QString& title, const QString& text);
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString text() const;
    QPushButton* addAction(const QString& objectName, const QString& text);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refreshIcon();

    Level m_level = Level::Empty;
    IconName m_name = IconName::Info;
    QLabel* m_icon;
    Label* m_title;
    Label* m_text;
    QWidget* m_actions;
};

} // namespace ui::common
