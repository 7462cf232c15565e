// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard/WizardPage.h"

class QLineEdit;
class QRadioButton;

namespace ui::common {
class Pill;
}

namespace ui::settings {
class KeyEntry;
}

namespace ui::wizard {

class ActionButton;

/// Workspace id, key, and where the key is kept. The typed key leaves its field on Verify and lives on as an
/// ApiKey only; coming back, the page says which key is held.
class KeyPage final : public WizardPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeyPage)

public:
    explicit KeyPage(app::setup::SetupFlow& flow, QWidget* parent = nullptr);
    [[nodiscard]] Footer footer() const override;
    void onPrimary() override;
    void onSecondary() override;
    void enter() override;
    void leave() override;
    [[nodiscard]] QWidget* firstField() const override;

private:
    QWidget* buildFields();
    QWidget* buildLocation();
    void openNetwork();
    void onWorkspaceEdited(const QString& text);
    void showWorkspace(bool insist);
    void onKeyEdited();
    void showKey(bool insist);
    void showKeychain();
    void takeOfferedId();

    QLineEdit* m_workspaceEdit;
    common::Label* m_workspaceValid;
    common::Label* m_workspaceNote;
    ActionButton* m_useOffered;
    ActionButton* m_openKnown;
    settings::KeyEntry* m_key;
    common::Card* m_keychainCard;
    common::Card* m_sessionCard;
    QRadioButton* m_keychainRadio;
    QRadioButton* m_sessionRadio;
    common::Pill* m_keychainPill;
    common::Label* m_keychainNote;
    ActionButton* m_probeAgain;
    common::Label* m_locationNote;
    bool m_nextWhenProbed = false;
};

} // namespace ui::wizard
