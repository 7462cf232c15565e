// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/Icons.h"
#include "common/Tokens.h"

#include <QWidget>

namespace ui::wizard {

/// An icon that follows the theme. Decoration: the text beside it says the same.
class IconLabel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IconLabel)

public:
    IconLabel(common::IconName name, int edge, common::Token token = common::Token::Accent,
        QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    common::IconName m_name;
    common::Token m_token;
};

} // namespace ui::wizard
