// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui::wizard {

/// A small picture of a chart for the Welcome page: shapes without figures, drawn from made-up values in the
/// colours of the real chart. Whoever shows it says that the data is made up.
class PreviewPicture final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PreviewPicture)

public:
    enum class Kind {
        Days, ///< columns of 28 days, one of them missing, the newest two provisional
        Rhythm, ///< 13 weeks of a calendar
        Engagement, ///< four bars, each a part of the one above it
    };

    explicit PreviewPicture(Kind kind, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Kind m_kind;
};

} // namespace ui::wizard
