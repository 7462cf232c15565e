// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/FieldInput.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace ui::common {
class Label;
}

namespace ui::settings {

/// Where a key is typed or pasted: a field that hides it, an eye, *Paste*, and one line that says what is
/// wrong with what stands there. Used by the wizard and by the dialog that replaces a key. The text leaves
/// the field with clear(), which empties its undo history too; nothing here keeps a copy.
class KeyEntry final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeyEntry)

public:
    explicit KeyEntry(QWidget* parent = nullptr);

    [[nodiscard]] QLineEdit* edit() const { return m_edit; }
    [[nodiscard]] bool isEmpty() const;
    /// The key that stands in the field, or why it is none.
    [[nodiscard]] app::setup::KeyInput read() const;
    void clear();
    /// What the line says while the field is empty, for example which key is there already.
    void setEmptyText(const QString& text);
    /// Says what is the case; `insist` also about what is only unfinished. `missing`: an empty field is a
    /// problem.
    void check(bool insist, bool missing = false);

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent* event) override;

private:
    void setRevealed(bool revealed);
    void refreshIcon();
    void paste();

    QLineEdit* m_edit;
    QPushButton* m_reveal;
    common::Label* m_note;
    QString m_emptyText;
};

} // namespace ui::settings
