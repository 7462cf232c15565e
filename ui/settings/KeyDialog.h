// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Error.h"
#include "settings/Settings.h"
#include "setup/FieldInput.h"

#include <QDialog>

class QCheckBox;
class QPushButton;
class QRadioButton;

namespace ui::common {
class Label;
}

namespace ui::settings {

class KeyEntry;

/// Asks for another key of a workspace that is set up. It checks and stores nothing itself: submitted() hands
/// the key to its owner, who answers with one of the show functions. While that is awaited nothing can be
/// changed, and the dialog can still be closed. Deletes itself when closed.
class KeyDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeyDialog)

public:
    struct Situation
    {
        QString workspaceName;
        bool hasKey = true; ///< there is a key that works or worked; else one is entered anew
        app::settings::KeyLocation location = app::settings::KeyLocation::Keychain;
        QString keychainNotOffered; ///< why only this session is offered; empty: both are
        QString hint; ///< "…WXYZ" of the key so far, or empty
    };
    KeyDialog(const Situation& situation, QWidget* parent);

    [[nodiscard]] app::settings::KeyLocation location() const;

    /// The service said no (or nothing): the old key stays.
    void showRefused(const app::core::Error& error);
    /// The key is right, its scope is not applied yet: offers to use it all the same.
    void showScopeMissing();
    /// It is in use now. `leftBehind`: the keychain did not let go of the earlier key. Closes by itself when
    /// there is nothing more to say.
    void showTaken(const std::optional<app::core::Error>& leftBehind, bool waitsForScope);

Q_SIGNALS:
    /// `key` is what stands in the field; it is emptied when the key is taken.
    void submitted(const app::secrets::ApiKey& key, bool evenWithoutScope);

private:
    QWidget* buildLocation(const Situation& situation);
    void submit(bool evenWithoutScope);
    void setBusy(bool busy);
    void say(const QString& text, bool problem);
    void refreshClipboard();
    void clearClipboard();

    KeyEntry* m_entry;
    QRadioButton* m_keychain = nullptr;
    QRadioButton* m_session = nullptr;
    QCheckBox* m_clearClipboard;
    common::Label* m_outcome;
    QPushButton* m_cancel;
    QPushButton* m_evenSo;
    QPushButton* m_submit;
    std::optional<app::secrets::ApiKey> m_submitted; ///< as long as it is checked, for the clipboard
};

} // namespace ui::settings
