// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/Icons.h"

#include <QPushButton>

#include <optional>

namespace ui::wizard {

/// A push button that Enter presses when it has the keyboard, whose accessible name is its text without the
/// mnemonic, and whose icon follows the theme.
class ActionButton final : public QPushButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActionButton)

public:
    explicit ActionButton(const QString& objectName, const QString& text = {},
        std::optional<common::IconName> icon = std::nullopt, QWidget* parent = nullptr);

    void setLabel(const QString& text);
    void setIconName(std::optional<common::IconName> icon);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refreshIcon();
    std::optional<common::IconName> m_icon;
};

} // namespace ui::wizard
