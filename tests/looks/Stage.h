// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/ThemeController.h"
#include "gui/FakeDialogService.h"
#include "gui/WizardKit.h"
#include "looks/PseudoTranslator.h"
#include "looks/Scenes.h"
#include "shell/AppController.h"

#include <QPointer>
#include <QString>

#include <memory>

namespace looks {

/// Puts a scene on the screen: the real wizard on the real flow, or the real window and pages over a real
/// store. Only what the sync is said to be doing is told to the window instead of being done, so that nothing
/// asks a network. One at a time: theme, language and direction belong to the application. Main thread.
class Stage
{
public:
    explicit Stage(DataSets& data)
        : m_data(data)
    {
    }
    ~Stage();
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    /// False, with problem(), when the scene did not come up.
    bool open(const Scene& scene);
    [[nodiscard]] const QString& problem() const { return m_problem; }

    [[nodiscard]] QWidget* window() const;
    /// What is to be looked at: the dialog or panel on top of the window, else the window.
    [[nodiscard]] QWidget* subject() const;
    [[nodiscard]] const PseudoTranslator& translator() const { return *m_translator; }

private:
    bool openWizard(const Scene& scene);
    bool openPages(const Scene& scene);
    bool click(const QString& objectName);
    bool openFirstEngineer();
    bool openOnTop(const QString& actionName, const QString& objectName);
    bool settle();
    bool fail(const QString& why);

    DataSets& m_data;
    QString m_problem;
    std::unique_ptr<PseudoTranslator> m_translator;
    std::unique_ptr<ui::common::ThemeController> m_theme;
    support::FakeDialogService m_dialogs;
    std::unique_ptr<support::WizardKit> m_wizard;
    std::unique_ptr<ui::shell::AppServices> m_services;
    std::unique_ptr<ui::shell::AppController> m_controller;
    QPointer<QWidget> m_subject;
};

} // namespace looks
