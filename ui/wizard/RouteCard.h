// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/Icons.h"

#include <QAbstractButton>

#include <utility>
#include <vector>

namespace ui::wizard {

/// One of the ways to begin, as a large button: icon tile, title, one sentence, a row of facts. What does not
/// fit goes to the next line.
class RouteCard final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RouteCard)

public:
    using Fact = std::pair<common::IconName, QString>;

    RouteCard(common::IconName icon, const QString& title, const QString& sentence, std::vector<Fact> facts,
        QWidget* parent = nullptr);
    /// Gives it the accent edge and a word behind the title.
    void setRecommended(const QString& word);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {320, sizeHint().height()}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// Where everything beside the tile stands, from left to right, below the corner (0, 0).
    struct Lines
    {
        QRect title;
        QRect word; ///< the recommendation; empty without one
        QRect sentence;
        std::vector<QRect> facts;
        int height = 0;
    };
    [[nodiscard]] Lines linesFor(int width) const;

    common::IconName m_icon;
    QString m_sentence;
    std::vector<Fact> m_facts;
    QString m_recommended;
};

} // namespace ui::wizard
