// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui::common {

/// The mark of Threadcount as a widget; `edge` pixels in both directions.
class BrandMark final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BrandMark)

public:
    explicit BrandMark(int edge = 28, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// The woven picture of the wizard rail: over and under at a pitch of 20 pixels, one golden row. Decoration
/// only.
class WeavePanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WeavePanel)

public:
    explicit WeavePanel(QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override { return {224, 140}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {60, 60}; }

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace ui::common
