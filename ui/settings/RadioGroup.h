// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QButtonGroup>

namespace ui::settings {

/// Marks the button of that id and makes it the one that Tab reaches. Qt does the second only when a person
/// chooses; until then Tab would stop at the first of the group. No signal of a choice is sent.
inline void markButton(const QButtonGroup& group, int id)
{
    for (QAbstractButton* button : group.buttons()) {
        const bool isMarked = group.id(button) == id;
        if (isMarked) {
            button->setChecked(true);
        }
        button->setFocusPolicy(isMarked ? Qt::StrongFocus : Qt::ClickFocus);
    }
}

} // namespace ui::settings
