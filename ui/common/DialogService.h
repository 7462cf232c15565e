// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

class QWidget;

namespace ui::common {

/// One button of a question.
struct DialogButton
{
    enum class Kind { Normal, Primary, Danger, Cancel };
    QString text;
    Kind kind = Kind::Normal;
};

/// Something to ask or to say. All texts are shown as plain text.
struct DialogContent
{
    QString
        objectName; ///< of the dialog, for tests; its buttons are named objectName + "Button0", "Button1" …
    QString title; ///< the question or the fact, one sentence
    QString text; ///< what it means, what happens next
    QString details; ///< technical, folded away; may be empty
    std::vector<DialogButton> buttons; ///< empty for a message: one "Close"
};

/// Asks for the name of a file that is about to be written.
struct SaveQuestion
{
    QString objectName; ///< of the dialog
    QString title; ///< what is saved
    QString suggestedName; ///< without a folder; its ending belongs to the first filter
    QStringList filters; ///< "CSV file (*.csv)": one ending each, the first is chosen at the start
};

/// How the window talks in dialogs. An interface, so that tests answer without a person. Main thread only;
/// never blocks: the answer comes by callback in a later turn of the event loop, and not at all when `parent`
/// is destroyed before.
class DialogService
{
public:
    /// The index of the chosen button, −1 when the dialog was closed without one.
    using Answer = std::function<void(int)>;
    /// The file, with the ending of the chosen filter, and the index of that filter. Not called when the
    /// person changed their mind. Whether an existing file may be replaced was asked already.
    using FileAnswer = std::function<void(const QString& file, int filter)>;

    virtual ~DialogService() = default;
    /// `parent` is the window to stand on; not null.
    virtual void open(QWidget* parent, const DialogContent& content, Answer answer) = 0;
    /// As open(), but for the name of a file.
    virtual void askWhereToSave(QWidget* parent, const SaveQuestion& question, FileAnswer answer) = 0;
};

/// The real one: a window-modal QMessageBox or QFileDialog that deletes itself when closed.
class MessageBoxDialogService final : public DialogService
{
public:
    void open(QWidget* parent, const DialogContent& content, Answer answer) override;
    void askWhereToSave(QWidget* parent, const SaveQuestion& question, FileAnswer answer) override;
};

} // namespace ui::common
