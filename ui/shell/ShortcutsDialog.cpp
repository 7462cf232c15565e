// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/ShortcutsDialog.h"

#include "common/Label.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::shell {

using namespace common;

ShortcutsDialog::ShortcutsDialog(const std::vector<Group>& groups, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("shortcutsDialog"));
    setWindowTitle(tr("Shortcuts"));
    setAttribute(Qt::WA_DeleteOnClose);

    // Two columns of about the same length.
    auto* columns = new QHBoxLayout;
    columns->setSpacing(40);
    std::size_t lines = 0;
    for (const Group& group : groups) {
        lines += group.entries.size() + 2;
    }
    QGridLayout* grid = nullptr;
    std::size_t filled = 0;
    int row = 0;
    for (const Group& group : groups) {
        const bool startsColumn = grid == nullptr || (columns->count() < 2 && filled >= lines / 2);
        if (startsColumn) {
            grid = new QGridLayout;
            grid->setHorizontalSpacing(24);
            grid->setVerticalSpacing(6);
            auto* column = new QVBoxLayout;
            column->addLayout(grid);
            column->addStretch(1);
            columns->addLayout(column);
            row = 0;
        } else {
            grid->setRowMinimumHeight(row++, 10);
        }
        grid->addWidget(new Label(group.title, TextStyle::Heading), row++, 0, 1, 2);
        for (const Entry& entry : group.entries) {
            auto* text = new Label(entry.text, TextStyle::Body);
            auto* keys = new Label(entry.keys, TextStyle::Mono, Tone::Muted);
            text->setAccessibleName(
                tr("%1: %2", "what a shortcut does, its keys").arg(entry.text, entry.keys));
            grid->addWidget(text, row, 0);
            grid->addWidget(keys, row, 1, Qt::AlignTrailing | Qt::AlignVCenter);
            ++row;
        }
        filled += group.entries.size() + 2;
    }

    auto* close = new QPushButton(tr("Close"));
    close->setObjectName(QStringLiteral("shortcutsCloseButton"));
    close->setAccessibleName(close->text());
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto* foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(close);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(16);
    layout->addWidget(new Label(tr("Shortcuts"), TextStyle::Title));
    layout->addLayout(columns);
    layout->addLayout(foot);
    layout->setSizeConstraint(QLayout::SetFixedSize);
}

} // namespace ui::shell
