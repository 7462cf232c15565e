// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/DaySeries.h"

#include <QWidget>

#include <optional>
#include <string>
#include <vector>

class QStackedLayout;
class QVBoxLayout;

namespace ui::common {
class Card;
class StateMessage;
} // namespace ui::common

namespace ui::pages {

/// People whose consumption changed most against the window before, in both directions and without colour: up
/// is not good and down is not bad. A row opens the person. Main thread.
class ChangesCard final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChangesCard)

public:
    struct Row
    {
        std::string userId;
        QString name; ///< as stored, shown as plain text
        app::models::DaySeries course; ///< of the same measure as `now`
        double now = 0;
        std::optional<double> relative; ///< none: nothing in the window before
    };

    explicit ChangesCard(QWidget* parent = nullptr);

    /// "credits, vs prior 30 d"
    void setCaption(const QString& caption);
    void showLoading();
    void showRows(const std::vector<Row>& rows);
    /// Why there are no rows.
    void showEmpty(const QString& title, const QString& text);

Q_SIGNALS:
    void engineerRequested(const std::optional<std::string>& userId);

private:
    common::Card* m_card;
    QStackedLayout* m_stack;
    QWidget* m_loading;
    QWidget* m_list;
    QVBoxLayout* m_rows;
    common::StateMessage* m_empty;
};

} // namespace ui::pages
