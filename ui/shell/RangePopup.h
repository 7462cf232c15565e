// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"

#include <QFrame>

class QDateEdit;
class QPushButton;

namespace ui::shell {

/// Two dates for a range of one's own, under the *Custom* segment. Both ends are inclusive UTC days; the
/// second can not lie before the first. Closes on Escape or a click outside, which changes nothing.
class RangePopup final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RangePopup)

public:
    explicit RangePopup(QWidget* parent);

    /// `allowed` limits both dates and must not be empty; `current` is clipped to it.
    void openBelow(QWidget* anchor, app::core::DayRange current, app::core::DayRange allowed);

Q_SIGNALS:
    void rangeChosen(app::core::DayRange range);
    /// Closed in any way, after rangeChosen() if it comes.
    void closed();

protected:
    void hideEvent(QHideEvent* event) override;

private:
    void onApply();

    QDateEdit* m_first;
    QDateEdit* m_last;
};

} // namespace ui::shell
