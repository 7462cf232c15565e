// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/Coverage.h"

#include <QWidget>

#include <vector>

namespace ui::charts {

/// One tick per day of the range: solid final, hatched provisional, dashed missing. Ranges that have no room
/// for ticks become a bar whose every pixel shows the least known of its days.
class CompletenessStrip final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CompletenessStrip)

public:
    explicit CompletenessStrip(QWidget* parent = nullptr);
    void setCoverage(const app::records::Coverage& coverage);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<app::records::DayState> m_days;
};

} // namespace ui::charts
