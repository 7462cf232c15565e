// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>
#include <QWidget>

#include <vector>

namespace ui::charts {

/// The inverted box beside the column that is read: the day, a row per series, and a remark about the day's
/// state. Paints itself in the tooltip colours of the theme. A child of its chart; never takes the mouse.
class ChartReadout final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChartReadout)

public:
    struct Row
    {
        QColor swatch; ///< invalid: no swatch
        QString name;
        QString value;
        bool bold = true;
    };

    explicit ChartReadout(QWidget* parent);

    void setContent(const QString& day, std::vector<Row> rows, const QString& remark);
    /// What a screen reader says: everything in one line.
    [[nodiscard]] QString spokenText() const;
    /// Beside `column` (in the parent's coordinates), on the other side where it would leave the parent.
    void placeBeside(const QRect& column);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_day;
    std::vector<Row> m_rows;
    QString m_remark;
};

} // namespace ui::charts
