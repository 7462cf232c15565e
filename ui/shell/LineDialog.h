// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <functional>

class QLineEdit;
class QPushButton;

namespace ui::shell {

/// Asks for one line of text: a name, or a word that confirms what cannot be undone. Deletes itself when
/// closed.
class LineDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LineDialog)

public:
    struct Content
    {
        QString objectName; ///< of the dialog; its parts are objectName + "Edit", "CancelButton", "Button"
        QString title;
        QString text; ///< plain
        QString label; ///< of the line, with its mnemonic
        QString initial;
        QString button; ///< what is done
        bool isDanger = false;
        int longest = 60;
        /// Whether the button can be pressed with that text; none: always.
        std::function<bool(const QString&)> accepts;
    };
    LineDialog(const Content& content, QWidget* parent);

Q_SIGNALS:
    void entered(const QString& text);

private:
    QLineEdit* m_edit;
    QPushButton* m_do;
};

} // namespace ui::shell
