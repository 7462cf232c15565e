// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard/WizardPage.h"

class QLineEdit;
class QPlainTextEdit;
class QRadioButton;

namespace ui::wizard {

class ActionButton;

/// How the key comes about: two routes, who does what, the rules of the key, and the request to OpenAI
/// Support ready to send.
class PreparePage final : public WizardPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PreparePage)

public:
    explicit PreparePage(app::setup::SetupFlow& flow, QWidget* parent = nullptr);
    [[nodiscard]] Footer footer() const override;
    void onPrimary() override;
    void onSecondary() override;
    void enter() override;
    [[nodiscard]] QWidget* firstField() const override;

private:
    common::Card* addRoute(QLayout* row, const QString& objectName, const QString& title, const QString& text,
        const QString& word, bool needsSupport, const QString& time, QRadioButton*& radio);
    QWidget* buildAdminSteps();
    QWidget* buildSupportRequest();
    void showRoute();
    void refreshRequest();
    void copyRequest();
    void openMail();

    QRadioButton* m_adminRadio = nullptr;
    QRadioButton* m_platformRadio = nullptr;
    common::Card* m_adminCard;
    common::Card* m_platformCard;
    QWidget* m_adminSteps;
    QWidget* m_support;
    QLineEdit* m_keyName = nullptr;
    QLineEdit* m_keyEnding = nullptr;
    QLineEdit* m_organisation = nullptr;
    QPlainTextEdit* m_request = nullptr;
    common::Label* m_sent = nullptr;
};

} // namespace ui::wizard
