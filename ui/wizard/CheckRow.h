// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/Label.h"
#include "setup/Verification.h"

#include <QWidget>

namespace ui::wizard {

class ActionButton;

/// One row of the verify checklist: state, title, finding, time; after a failure its causes, the next step
/// and, on request, what the server said as plain text.
class CheckRow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CheckRow)

public:
    CheckRow(app::setup::Check check, QWidget* parent = nullptr);

    /// `explained`: causes and next step stand here; otherwise a row above says the same.
    void show(const app::setup::CheckRow& row, const QString& finding, bool explained);
    [[nodiscard]] QString title() const;
    /// One line for the copied report.
    [[nodiscard]] QString asText() const;
    void setLast(bool last) { m_last = last; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void toggleDetails();

    app::setup::Check m_check;
    app::setup::CheckState m_state = app::setup::CheckState::NotRun;
    bool m_last = false;
    common::Label* m_title;
    common::Label* m_finding;
    common::Label* m_causes;
    common::Label* m_advice;
    common::Label* m_timing;
    ActionButton* m_detailsButton;
    common::Label* m_details;
};

} // namespace ui::wizard
