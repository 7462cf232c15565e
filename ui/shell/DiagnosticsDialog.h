// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/DialogService.h"
#include "core/Result.h"
#include "exporting/DiagnosticsReport.h"
#include "shell/AppServices.h"
#include "shell/SyncStatus.h"
#include "store/WorkspaceStore.h"

#include <QDialog>

#include <stop_token>

class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace ui::common {
class Label;
} // namespace ui::common

namespace ui::shell {

/// What the window knows for a diagnostics report: the program, the computer, the settings on the list and
/// the sync of `workspace` (nullopt: none was set up). Main thread.
app::exporting::DiagnosticFacts diagnosticFacts(const AppServices& services,
    const std::optional<app::core::WorkspaceId>& workspace, const SyncStatus& status, bool isDemo);

/// Shows the diagnostics report, exactly the text that *Save…* writes and *Copy* copies; sends nothing. The
/// cache and the log are read in the background, by a reader of the store where one is open. Window-modal,
/// deletes itself when closed. Main thread.
class DiagnosticsDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DiagnosticsDialog)

public:
    /// `store` (may be null) and `dialogs` are borrowed; close the dialog before the store goes.
    DiagnosticsDialog(app::exporting::DiagnosticFacts facts, app::store::WorkspaceStore* store,
        QString logFolder, common::DialogService& dialogs, QWidget* parent);
    ~DiagnosticsDialog() override;

private:
    void gather(app::store::WorkspaceStore* store);
    void present(const QString& report);
    void askForFile();
    void save(const QString& file);
    void copy();

    const app::exporting::DiagnosticFacts m_facts;
    const QString m_logFolder;
    common::DialogService& m_dialogs;
    std::stop_source m_stop;

    QPlainTextEdit* m_text;
    QProgressBar* m_progress;
    common::Label* m_outcome;
    QPushButton* m_copy;
    QPushButton* m_save;
};

} // namespace ui::shell
