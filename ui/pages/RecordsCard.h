// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QMenu;
class QStackedLayout;
class QToolButton;
class QVBoxLayout;

namespace ui::common {
class Card;
class Label;
class StateMessage;
} // namespace ui::common

namespace ui::tables {
class RecordsTable;
}

namespace ui::pages {

/// A card with a table of records: title, caption, perhaps something above and below the table, a sentence
/// when there is nothing, and a menu that copies the rows and exports them. Main thread.
class RecordsCard final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecordsCard)

public:
    /// `name` begins the object names: <name>Card, <name>Table, <name>MenuButton, <name>CopyAction,
    /// <name>ExportAction, <name>Note, <name>Empty.
    RecordsCard(const QString& name, const QString& title, const QString& caption, QWidget* parent = nullptr);

    [[nodiscard]] tables::RecordsTable& table() const { return *m_table; }
    void setCaption(const QString& caption);
    /// Left of the menu; the card owns it.
    void addHeadControl(QWidget* control);
    /// Between head and table; the card owns it.
    void addAbove(QWidget* widget);
    /// Between table and note.
    void addBelow(QWidget* widget);
    /// A muted paragraph at the foot; an empty one takes no room.
    void setNote(const QString& note);
    void showTable();
    void showEmpty(const QString& title, const QString& text);
    /// What came of the last export: "Saved as …".
    void setOutcome(const QString& text);

Q_SIGNALS:
    void exportRequested();

protected:
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void makeMenu(const QString& name);
    void refreshMenu();

    common::Card* m_card;
    QVBoxLayout* m_above;
    QVBoxLayout* m_below;
    QStackedLayout* m_body;
    tables::RecordsTable* m_table;
    common::StateMessage* m_empty;
    common::Label* m_note;
    common::Label* m_outcome;
    QToolButton* m_menuButton;
    QMenu* m_menu;
};

} // namespace ui::pages
