// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"

#include <QWidget>

#include <map>

namespace ui::wizard {

/// The days of a backfill as a calendar of ISO weeks, Monday to Sunday. Shows what is stored, what can still
/// change, what is being read and what is still to do.
class DayCalendar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DayCalendar)

public:
    enum class State { ToDo, Reading, Provisional, Stored };

    explicit DayCalendar(QWidget* parent = nullptr);
    /// Days that are not in `states` are still to do.
    void setDays(app::core::DayRange range, std::map<app::core::UtcDay, State> states);
    [[nodiscard]] app::core::DayRange range() const { return m_range; }
    [[nodiscard]] State state(app::core::UtcDay day) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {300, sizeHint().height()}; }

    /// Paints one mark of the legend.
    static void paintMark(QPainter& painter, const QRectF& box, State state, const QWidget* widget);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int weeks() const;
    [[nodiscard]] int cellHeight() const;
    app::core::DayRange m_range;
    std::map<app::core::UtcDay, State> m_states;
};

} // namespace ui::wizard
