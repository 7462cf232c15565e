// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/Pill.h"
#include "core/Error.h"
#include "store/LedgerQueries.h"
#include "store/WorkspaceStore.h"

#include <QAbstractTableModel>

#include <vector>

namespace ui::tables {

/// The request ledger, newest first, as far as somebody has scrolled: pages of it are read off the main
/// thread when a view asks for more. Read-only. Main thread.
///
/// New requests are put in their places, so that a table that is being read does not jump.
class LedgerModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LedgerModel)

public:
    enum class Column { Time, Endpoint, Days, Status, Rows, Bytes, Took };
    static constexpr int kColumns = 7;
    enum Role {
        PillRole = Qt::UserRole + 10, ///< int, a common::Pill::Kind; of the status
    };
    /// How many requests are read at once.
    static constexpr int kPage = 200;

    explicit LedgerModel(QObject* parent = nullptr);
    ~LedgerModel() override;

    /// Borrowed; pass null before it is destroyed. Forgets everything.
    void setStore(app::store::WorkspaceStore* store);
    /// Begins anew when it changes.
    void setFilter(const app::store::LedgerFilter& filter);
    [[nodiscard]] const app::store::LedgerFilter& filter() const { return m_filter; }
    /// The store changed: reads what was written since.
    void refresh();
    /// Everything that fits the filter is here.
    [[nodiscard]] bool isWhole() const { return m_isWhole; }
    [[nodiscard]] bool isReading() const { return m_isReading; }
    [[nodiscard]] const app::store::LedgerEntry& entry(int row) const;

    /// "usage, per person": a dataset by the name of its endpoint.
    [[nodiscard]] static QString datasetText(app::records::Dataset dataset);
    /// What came of a request in two or three words.
    [[nodiscard]] static QString errorWords(app::core::ErrorKind kind);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    /// An answer of the store is in the model.
    void arrived();
    void failed(const app::core::Error& error);

private:
    using Entries = std::vector<app::store::LedgerEntry>;
    /// `work` runs on a reader, `take` gets its answer here unless the model has become about something else.
    template <typename Work, typename Take> void read(Work work, Take take);
    void restart();
    void append(const Entries& page);
    void merge(const Entries& later);
    [[nodiscard]] QString text(const app::store::LedgerEntry& entry, Column column) const;
    [[nodiscard]] static QString dataText(const app::records::RequestRecord& request, Column column);
    [[nodiscard]] QString dayText(app::core::UtcDay day) const;

    app::store::WorkspaceStore* m_store = nullptr;
    app::store::LedgerFilter m_filter;
    Entries m_entries;
    std::int64_t m_newestId = 0;
    int m_generation = 0;
    bool m_isReading = false;
    bool m_isWhole = false;
    bool m_again = false; ///< the store changed during a reading
};

} // namespace ui::tables
