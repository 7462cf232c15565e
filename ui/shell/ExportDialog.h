// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/DialogService.h"
#include "core/DayRange.h"
#include "exporting/Exporter.h"
#include "store/WorkspaceStore.h"

#include <QDialog>

#include <stop_token>

class QCheckBox;
class QComboBox;
class QProgressBar;
class QPushButton;

namespace ui::common {
class Label;
class SegmentedControl;
} // namespace ui::common

namespace ui::shell {

/// Writes one table of the cache to a file: the tables, formats and pseudonyms that the command line offers,
/// over the days that the window shows. The work runs on a reader of the store; closing the dialog or
/// *Cancel* ends it, and then there is no file. Window-modal, deletes itself when closed. Main thread.
class ExportDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExportDialog)

public:
    /// `store` and `dialogs` are borrowed; close the dialog before the store goes. `mark` says where the data
    /// comes from when it is not a workspace's own (MainWindow::dataMark()), else empty.
    ExportDialog(app::store::WorkspaceStore& store, common::DialogService& dialogs, app::core::DayRange range,
        QString mark, QWidget* parent);
    ~ExportDialog() override;

private:
    [[nodiscard]] app::exporting::Table table() const;
    [[nodiscard]] QString suggestedName() const;
    void refresh();
    void askForFile();
    void write(const QString& file);
    void finish(const app::core::Result<std::int64_t>& rows, const QString& file);
    void setRunning(bool running);

    app::store::WorkspaceStore& m_store;
    common::DialogService& m_dialogs;
    const app::core::DayRange m_range;
    const QString m_mark;
    std::stop_source m_stop;
    bool m_running = false;

    QComboBox* m_table;
    common::Label* m_about;
    common::SegmentedControl* m_format;
    QCheckBox* m_pseudonymise;
    QProgressBar* m_progress;
    common::Label* m_outcome;
    QPushButton* m_close;
    QPushButton* m_write;
};

} // namespace ui::shell
