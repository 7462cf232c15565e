// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard/IconLabel.h"

#include "common/Theme.h"

#include <QPainter>

namespace ui::wizard {

IconLabel::IconLabel(common::IconName name, int edge, common::Token token, QWidget* parent)
    : QWidget(parent)
    , m_name(name)
    , m_token(token)
{
    setFixedSize(edge, edge);
}

void IconLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    common::paintIcon(painter, m_name, rect(), common::Theme::of(this).color(m_token));
}

} // namespace ui::wizard
