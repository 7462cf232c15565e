// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/Page.h"
#include "store/ReconciliationQueries.h"
#include "store/StorageSummary.h"

#include <QElapsedTimer>
#include <QFuture>
#include <QPointer>

namespace app::models {
class PlotTableModel;
}

namespace app::exporting {
enum class Table;
}

namespace ui::common {
class DialogService;
class Label;
class SegmentedControl;
} // namespace ui::common

namespace ui::tables {
class FilterChip;
class LedgerModel;
} // namespace ui::tables

class QPushButton;

namespace ui::pages {

class RecordsCard;

/// The data boundary, visible (metrics reference 2.10): how complete each day is, every request that was
/// made, what is stored and what is never read, what OpenAI changed later, and the workspace's own rows
/// against the sum over engineers. Completeness and reconciliation follow the range of the window; the rest
/// is of everything, and says so.
class PrivacyPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PrivacyPage)

public:
    explicit PrivacyPage(QWidget* parent = nullptr);
    ~PrivacyPage() override;

    /// What the page is called, also before there is one.
    [[nodiscard]] static QString name();
    [[nodiscard]] QString title() const override { return name(); }

    /// Without it nothing can be exported. Borrowed; must outlive the page.
    void setDialogs(common::DialogService* dialogs);
    /// A card about the key, made by whoever knows keys; the page becomes its parent. Null takes it away; the
    /// card before is deleted.
    void setKeyCard(QWidget* card);

protected:
    void onStoreChanged() override;
    void load() override;
    void showLoading() override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    struct Data;
    void makeCompleteness();
    void makeLedger();
    QWidget* makeSide();
    void makeReconciliation();
    void makeStorage();
    void makeRestatements();

    Basis showFigures(const Data& figures);
    void showCompleteness(const Data& figures);
    void showLedger(const Data& figures);
    void showReconciliation();
    void showRestatements(const Data& figures);
    void readStorage();
    void dropStorage();
    void showStorage(const app::store::StorageSummary& summary);
    void filterLedger();
    void refreshLedger();
    void exportTable(
        RecordsCard* card, app::exporting::Table table, app::core::DayRange rows, app::core::DayRange named);

    common::DialogService* m_dialogs = nullptr;
    charts::ChartCard* m_completeness;
    QPushButton* m_fetch;
    RecordsCard* m_ledgerCard;
    tables::LedgerModel* m_ledger;
    tables::FilterChip* m_endpoint;
    tables::FilterChip* m_outcome;
    common::Label* m_ledgerSummary;
    common::Label* m_routes;
    QWidget* m_side;
    QPointer<QWidget> m_keyCard;
    RecordsCard* m_reconciliation;
    common::SegmentedControl* m_measure;
    app::models::PlotTableModel* m_reconciled;
    common::Label* m_total;
    RecordsCard* m_storage;
    app::models::PlotTableModel* m_stored;
    RecordsCard* m_restatements;
    app::models::PlotTableModel* m_restated;

    app::core::DayRange m_gridRange; ///< of the completeness on show
    app::core::DayRange m_ledgerDays; ///< from the first to the last request
    std::vector<app::store::ReconciledDay> m_days; ///< kept: the segmented control shows another measure
    // Walking the whole file is work for the disk: it is done again only after a rest that grows with it.
    QTimer m_storageRest;
    bool m_storageReading = false;
    bool m_storageAgain = false;
    int m_storageGeneration = 0;
    QFuture<void> m_storageFuture;
    app::core::DayRange m_storedDays;
};

} // namespace ui::pages
