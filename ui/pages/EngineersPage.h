// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/Page.h"

#include <string>

class QLineEdit;
class QStackedLayout;

namespace app::models {
class EngineersFilter;
class EngineersModel;
} // namespace app::models

namespace ui::common {
class Label;
}

namespace ui::tables {
class EngineersTable;
}

namespace ui::pages {

/// Everybody who was ever seen, with their sums over the range: a table to search, sort and copy. By name
/// until the person chooses otherwise. Opening a row is announced by engineerOpened().
class EngineersPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EngineersPage)

public:
    explicit EngineersPage(QWidget* parent = nullptr);
    ~EngineersPage() override;

    [[nodiscard]] QString title() const override;

Q_SIGNALS:
    /// Without a user id the row of Unattributed was opened.
    void engineerOpened(const std::optional<std::string>& userId);

protected:
    void load() override;
    void showLoading() override;

private:
    struct Data;
    app::models::PeriodSummary showFigures(Data figures);
    void onSearchChanged();
    void onRowOpened(const QModelIndex& index);
    void refreshCount();

    app::models::EngineersModel* m_model;
    app::models::EngineersFilter* m_filter;
    QLineEdit* m_search;
    common::Label* m_count;
    QStackedLayout* m_body;
    QWidget* m_loading;
    tables::EngineersTable* m_table;
    common::StateMessage* m_noMatch;
    common::StateMessage* m_nobody;
};

} // namespace ui::pages
