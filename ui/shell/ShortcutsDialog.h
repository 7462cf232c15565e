// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QString>

#include <vector>

namespace ui::shell {

/// The sheet of all shortcuts, by the menu they belong to. A value in, a picture out; window-modal, deletes
/// itself when closed.
class ShortcutsDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ShortcutsDialog)

public:
    struct Entry
    {
        QString keys; ///< as the platform writes them
        QString text;
    };
    struct Group
    {
        QString title;
        std::vector<Entry> entries;
    };

    ShortcutsDialog(const std::vector<Group>& groups, QWidget* parent);
};

} // namespace ui::shell
