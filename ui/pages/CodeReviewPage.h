// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/Page.h"

class QBoxLayout;

namespace ui::pages {

class StatTile;

/// What Codex wrote in code reviews, and how the team answered. The two endpoints count different pull
/// requests (all that were reviewed; those that were merged), so they stand apart and are never divided by
/// each other. Whole workspace, never per person. Main thread.
class CodeReviewPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CodeReviewPage)

public:
    explicit CodeReviewPage(QWidget* parent = nullptr);
    ~CodeReviewPage() override;

    /// What the page is called, also before there is one.
    [[nodiscard]] static QString name();
    [[nodiscard]] QString title() const override { return name(); }

protected:
    void load() override;
    void showLoading() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Data;
    struct Shown;
    Basis showFigures(const Data& figures);
    void showWrittenTiles(const Shown& shown);
    void showWrittenCharts(const Shown& shown);
    void showResponseTiles(const Shown& shown);
    void showFunnel(const Shown& shown);
    void showHelpfulMonths(const Shown& shown);
    void showReactions(const Shown& shown);
    void showRollingShares(const Shown& shown);
    void showReplies(const Shown& shown);
    void arrange();

    QBoxLayout* m_groups; ///< the tiles of both populations
    QWidget* m_divider;
    bool m_sideBySide = true;

    StatTile* m_reviews;
    StatTile* m_comments;
    StatTile* m_severity;
    StatTile* m_engagement;
    StatTile* m_helpful;
    StatTile* m_unanswered;

    charts::ChartCard* m_reviewsChart;
    charts::ChartCard* m_severityChart;
    charts::ChartCard* m_perReviewChart;
    charts::ChartCard* m_funnelChart;
    charts::ChartCard* m_helpfulChart;
    charts::ChartCard* m_reactionsChart;
    charts::ChartCard* m_engagementChart;
    charts::ChartCard* m_sentimentChart;
    charts::ChartCard* m_coverageChart;
    charts::ChartCard* m_replyRateChart;
    charts::ChartCard* m_unansweredChart;
    charts::ChartCard* m_repliesChart;
};

} // namespace ui::pages
