// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/Overlay.h"

#include <QPointer>

#include <optional>
#include <string>
#include <vector>

class QAction;
class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace ui::common {
class Label;
}

namespace ui::shell {

/// The text of a command as it is read, without the marks of its letters.
QString withoutMnemonics(const QString& text);

/// A person that the palette offers to open. No user id: the Unattributed rows, which it never offers.
struct FoundPerson
{
    std::string userId;
    QString name;
};

/// Type a few letters, press Enter: every command of the menus and every engineer. The keyboard stays in the
/// input; Up, Down, Page Up and Page Down move the choice. It knows no store: people are asked for with
/// peopleWanted() and handed in with setPeople().
class CommandPalette final : public Overlay
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandPalette)

public:
    explicit CommandPalette(QWidget* window);

    /// A command of a menu. `place` says where it stands ("View"); disabled and hidden ones are left out.
    struct Command
    {
        QPointer<QAction> action;
        QString place;
    };
    void openWith(std::vector<Command> commands);
    /// Answers peopleWanted(); an answer to another text than the one that stands there now is dropped.
    void setPeople(const QString& text, const std::vector<FoundPerson>& people);

Q_SIGNALS:
    /// At least two letters stand there.
    void peopleWanted(const QString& text);
    void personChosen(const std::string& userId);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    void activate(const QListWidgetItem* item);
    void addRow(const QString& title, const QString& detail, const QVariant& what);

    QLineEdit* m_input;
    QListWidget* m_list;
    common::Label* m_nothing;
    std::vector<Command> m_commands;
    std::vector<FoundPerson> m_people;
};

} // namespace ui::shell
