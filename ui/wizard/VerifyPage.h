// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard/WizardPage.h"

#include <vector>

namespace ui::wizard {

class ActionButton;
class CheckRow;
class ClipboardBanner;

/// The live checklist: what the service answers to this key, row by row, and what to do about it.
class VerifyPage final : public WizardPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VerifyPage)

public:
    explicit VerifyPage(app::setup::SetupFlow& flow, QWidget* parent = nullptr);
    [[nodiscard]] Footer footer() const override;
    void onPrimary() override;
    void onSecondary() override;
    void enter() override;

private:
    QWidget* buildWaiting();
    void refresh();
    void refreshHead();
    void refreshRows();
    void refreshWaiting();
    [[nodiscard]] QString finding(const app::setup::CheckRow& row) const;
    void copyReport();

    std::vector<CheckRow*> m_rows;
    QWidget* m_waiting;
    common::Label* m_waitingTitle = nullptr;
    common::Label* m_waitingText = nullptr;
    common::Label* m_checksValue = nullptr;
    common::Label* m_nextValue = nullptr;
    ActionButton* m_checkNow = nullptr;
    QWidget* m_waitingFacts = nullptr;
    common::Card* m_longerCard;
    ActionButton* m_runAgain;
    ActionButton* m_copyReport;
    ClipboardBanner* m_clipboard;
};

} // namespace ui::wizard
