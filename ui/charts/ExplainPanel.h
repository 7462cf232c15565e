// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/Explanation.h"

#include <QDialog>

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace ui::charts {

/// *Explain this number*: formula with the real numbers, a row for each input, days, rows and last sync, and
/// what the figure does not say. A window of its own beside the page, never modal; Escape closes it and it
/// deletes itself. All texts can be selected. Main thread.
class ExplainPanel final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExplainPanel)

public:
    /// Shows the panel on the window of `parent`, in the place of one that is open there.
    static ExplainPanel* open(QWidget* parent, const app::models::Explanation& explanation);
    using QDialog::open;

    /// Everything the panel says, a line for each row.
    [[nodiscard]] QString plainText() const { return m_plain; }

private:
    ExplainPanel(QWidget* window, const app::models::Explanation& explanation);
    void addInputs(const app::models::Explanation& explanation, QVBoxLayout* column);
    void addFacts(const app::models::Explanation& explanation, QVBoxLayout* column);
    void addFact(QGridLayout* grid, const QString& objectName, const QString& name, const QString& value);

    QString m_plain;
};

} // namespace ui::charts
