// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/Page.h"

#include <QStringList>

#include <string>
#include <vector>

class QLineEdit;
class QMenu;
class QPushButton;
class QStackedLayout;

namespace app::models {
class EngineersFilter;
class EngineersModel;
} // namespace app::models

namespace ui::common {
class DialogService;
class Label;
} // namespace ui::common

namespace ui::tables {
class EngineersTable;
class FilterChip;
class SelectionBar;
} // namespace ui::tables

namespace ui::pages {

/// Everybody who was ever seen, with their sums over the range: a table to search, filter, sort, choose from,
/// copy and export. By name until the person chooses otherwise. Opening a row is announced by
/// engineerOpened().
class EngineersPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EngineersPage)

public:
    explicit EngineersPage(QWidget* parent = nullptr);
    ~EngineersPage() override;

    /// What the page is called, also before there is one.
    [[nodiscard]] static QString name();
    [[nodiscard]] QString title() const override { return name(); }

    /// Without it nothing can be exported, and no button says so. Borrowed; must outlive the page.
    void setDialogs(common::DialogService* dialogs);
    /// The columns on show besides the name, by the stable names of EngineersModel::columnId(); unknown ones
    /// are passed over, none at all means the default ones.
    void setColumns(const QStringList& columns);
    [[nodiscard]] QStringList columns() const;
    [[nodiscard]] static QStringList defaultColumns();
    /// Everybody on show, in the order of the table: what previous and next mean on a person's page.
    [[nodiscard]] std::vector<std::optional<std::string>> order() const;

Q_SIGNALS:
    /// Without a user id the row of Unattributed was opened.
    void engineerOpened(const std::optional<std::string>& userId);
    /// The person chose other columns; to be remembered by whoever keeps settings.
    void columnsChanged(const QStringList& columns);

protected:
    void load() override;
    void showLoading() override;

private:
    struct Data;
    QWidget* makeTools();
    void makeColumnsMenu();
    app::models::PeriodSummary showFigures(const Data& figures);
    void refreshSurfaces();
    void onNarrowed();
    void onRowOpened(const QModelIndex& index);
    void onSelectionMoved();
    void showEverybody();
    void exportSelection();
    void refreshCount();
    /// Shows exactly these columns.
    void applyColumns();
    [[nodiscard]] std::vector<int> selectedSourceRows() const;

    app::models::EngineersModel* m_model;
    app::models::EngineersFilter* m_filter;
    common::DialogService* m_dialogs = nullptr;
    app::core::DayRange m_shownRange;
    QStringList m_columns;
    QLineEdit* m_search;
    tables::FilterChip* m_surface;
    tables::FilterChip* m_activity;
    QPushButton* m_columnsButton;
    QMenu* m_columnsMenu;
    QMenu* m_sortMenu;
    common::Label* m_count;
    QStackedLayout* m_body;
    QWidget* m_loading;
    tables::EngineersTable* m_table;
    tables::SelectionBar* m_selection;
    common::StateMessage* m_noMatch;
    common::StateMessage* m_nobody;
};

} // namespace ui::pages
