// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/Page.h"
#include "store/ReviewQueries.h"

namespace ui::charts {
class ChartCard;
}

namespace ui::pages {

class StatTile;

/// What Codex wrote in code reviews, and how the team answered. The two endpoints count different pull
/// requests (all that were reviewed; those that were merged), so they stand apart and are never divided by
/// each other. Whole workspace, never per person.
class CodeReviewPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CodeReviewPage)

public:
    explicit CodeReviewPage(QWidget* parent = nullptr);
    ~CodeReviewPage() override;

    [[nodiscard]] QString title() const override;

protected:
    void load() override;
    void showLoading() override;
    void showStale(const QString& whatHappened) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Data;
    Basis showFigures(const Data& figures);
    void showWritten(const Data& figures);
    void showAnswered(const Data& figures);
    void arrange();

    QWidget* m_written;
    QWidget* m_answered;
    bool m_sideBySide = false;
    StatTile* m_reviews;
    StatTile* m_comments;
    StatTile* m_reactions;
    StatTile* m_replies;
    charts::ChartCard* m_reviewsChart;
    charts::ChartCard* m_commentsChart;
    charts::ChartCard* m_reactionsChart;
    charts::ChartCard* m_repliesChart;
};

} // namespace ui::pages
