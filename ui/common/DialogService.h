// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

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

/// How the window talks in dialogs. An interface, so that tests answer without a person. Main thread only;
/// never blocks: the answer comes by callback in a later turn of the event loop, and not at all when `parent`
/// is destroyed before.
class DialogService
{
public:
    /// The index of the chosen button, −1 when the dialog was closed without one.
    using Answer = std::function<void(int)>;

    virtual ~DialogService() = default;
    /// `parent` is the window to stand on; not null.
    virtual void open(QWidget* parent, const DialogContent& content, Answer answer) = 0;
};

/// The real one: a window-modal QMessageBox that deletes itself when closed.
class MessageBoxDialogService final : public DialogService
{
public:
    void open(QWidget* parent, const DialogContent& content, Answer answer) override;
};

} // namespace ui::common
