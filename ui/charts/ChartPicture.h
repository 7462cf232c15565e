// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QSize>
#include <QString>

class QPainter;

namespace ui::charts {

class Chart;

/// A chart as it leaves the window: with title, caption, days, legend, note and data mark, so that it still
/// says what it counts where nobody can ask. In the theme that is in force, as large as the chart is on the
/// screen. A value that borrows its chart.
struct ChartPicture
{
    Chart* chart = nullptr; ///< not null
    QString title;
    QString caption;
    QString period; ///< "24 Oct to 22 Nov 2026, UTC days"; may be empty
    QString note; ///< may be empty
    QString mark; ///< "Demo data"; may be empty

    [[nodiscard]] QSize size() const;
    void paint(QPainter& painter) const;
    /// With twice as many pixels as on the screen.
    [[nodiscard]] QImage image() const;

    enum class Format { Png, Svg };
    /// Writes the file whole or not at all. Returns what went wrong in the words of the system, empty when
    /// nothing did.
    [[nodiscard]] QString save(const QString& file, Format format) const;
};

} // namespace ui::charts
