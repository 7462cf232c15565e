// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QButtonGroup;
class QRadioButton;

namespace ui::settings {

/// How far back the history is read: 7, 30, 60 or 90 days. Used by the wizard and by the settings.
class RangeChoice final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RangeChoice)

public:
    explicit RangeChoice(QWidget* parent = nullptr);

    /// Marks one of the four, without the signal.
    void setDays(int days);
    [[nodiscard]] int days() const;
    /// The marked one, for the focus; nullptr when none is.
    [[nodiscard]] QWidget* marked() const;

Q_SIGNALS:
    /// The person chose.
    void daysChosen(int days);

private:
    QButtonGroup* m_group;
};

} // namespace ui::settings
