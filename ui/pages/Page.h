// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/DayRange.h"
#include "core/Error.h"
#include "core/Result.h"
#include "models/Granularity.h"
#include "models/PeriodSummary.h"
#include "store/WorkspaceStore.h"

#include <QFutureWatcher>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class QStackedLayout;
class QVBoxLayout;

namespace ui::charts {
class ChartCard;
}
namespace ui::common {
class Banner;
class StateMessage;
} // namespace ui::common

namespace ui::pages {

/// Base of every page: what is read, when, and what stands there when there is nothing to draw. Main thread.
///
/// A page reads the store off the main thread and never waits. Every reading has a generation; an answer that
/// arrives after the range, the store or the person changed is dropped. While a page is hidden it reads
/// nothing, and what it was reading is given up; it catches up when it is shown. After an error the last good
/// content stays, with a banner.
class Page : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Page)

public:
    enum class State {
        NothingOpen, ///< no store
        Loading, ///< nothing to show yet
        Empty, ///< the range holds no stored day
        Content, ///< with or without a banner about a failed reading
        Failed, ///< the first reading failed
    };

    ~Page() override;

    [[nodiscard]] virtual QString title() const = 0;
    /// "24 Oct to 22 Nov 2026, UTC days · based on 29 of 30 days, 2 provisional": about what is on show, so
    /// it changes with the answer. Empty as long as nothing was read.
    [[nodiscard]] const QString& periodSentence() const { return m_sentence; }

    /// `store` is borrowed; pass nullptr before it is destroyed.
    void setStore(app::store::WorkspaceStore* store);
    void setRange(app::core::DayRange range);
    [[nodiscard]] app::core::DayRange range() const { return m_range; }
    /// What the person chose; pages draw effectiveGranularity(). Reads anew when that changes.
    void setGranularity(app::models::Granularity granularity);
    /// What one column of this page's charts stands for: weeks whenever the range is long.
    [[nodiscard]] app::models::Granularity granularity() const;
    /// Shows every chart of the page as chart or as table. A page without charts ignores it.
    void setTablesShown(bool shown);
    [[nodiscard]] bool areTablesShown() const { return m_tablesShown; }
    [[nodiscard]] bool hasCharts() const { return !m_charts.empty(); }
    /// Stands at the lower right of every chart and of its picture; empty: nothing. Said by whoever knows
    /// where the data comes from.
    void setDataMark(const QString& mark);
    [[nodiscard]] const QString& dataMark() const { return m_dataMark; }
    /// The store changed: read again. Calls during a reading are folded into one.
    void reload();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isReading() const { return m_reading; }

Q_SIGNALS:
    void periodSentenceChanged(const QString& sentence);
    /// The person asked for a sync, on an empty page.
    void syncRequested();
    /// An answer (or an error) is on the screen.
    void loaded();
    /// The person turned to one engineer; no value: the Unattributed rows.
    void engineerRequested(const std::optional<std::string>& userId);

protected:
    enum class Scrolling { Page, None };

    /// What an answer stands on. There can be something to show although no day is complete: one dataset of
    /// two.
    struct Basis
    {
        Basis(const app::models::PeriodSummary& period)
            : summary(period)
            , anyStored(period.stored > 0)
        {
        }
        Basis(const app::models::PeriodSummary& period, bool any)
            : summary(period)
            , anyStored(any)
        {
        }
        app::models::PeriodSummary summary;
        bool anyStored;
    };

    /// `name` begins the object names of the parts.
    Page(const QString& name, Scrolling scrolling, QWidget* parent);

    /// Where the content goes.
    [[nodiscard]] QVBoxLayout* contentLayout() const { return m_content; }

    /// Makes a chart of this page: it gets the loading and stale looks, the table switch and the mark, and
    /// its *Try again* reads the page anew. Whoever puts it into a layout makes its parent the owner; it
    /// lives as long as the page.
    charts::ChartCard* addChart(const QString& name, const QString& title, const QString& caption);
    [[nodiscard]] const std::vector<charts::ChartCard*>& chartCards() const { return m_charts; }

    /// Borrowed; null while nothing is open.
    [[nodiscard]] app::store::WorkspaceStore* store() const { return m_store; }
    /// Another number whenever the store, or what is in it, may have become another. What was made of an
    /// older reading of the same number still holds.
    [[nodiscard]] int storeVersion() const { return m_storeVersion; }

    /// Another store is open, or none (null): whatever borrowed the old one lets it go now.
    virtual void onStoreChanged() { }
    /// Starts the reading with read(). Called with a store and a range that is not empty.
    virtual void load() = 0;
    /// Shows flat shapes instead of the content: the first reading, or one that takes long. The base does it
    /// for the charts.
    virtual void showLoading();
    /// The content stays on show although it could not be read again. The base marks the charts.
    virtual void showStale(const QString& whatHappened);

    /// Runs `work` (Result<T>(const Database&)) on a reader and hands a T to `show` in the main thread,
    /// unless the answer has become late. `show` returns a Basis.
    template <typename Work, typename Show> void read(Work work, Show show)
    {
        using Answer = std::invoke_result_t<Work, const app::store::Database&>;
        auto* watcher = new QFutureWatcher<Answer>(this);
        const int generation = m_generation;
        connect(watcher, &QFutureWatcherBase::finished, this,
            [this, watcher, generation, show = std::move(show)] {
                watcher->deleteLater();
                if (generation != m_generation || watcher->future().resultCount() == 0) {
                    return;
                }
                // Taken, not copied: it may hold everybody.
                Answer answer = watcher->future().takeResult();
                if (answer) {
                    finishReading(show(std::move(*answer)));
                } else {
                    failReading(answer.error());
                }
            });
        m_cancel = [guarded = QPointer(watcher)] {
            if (guarded) {
                guarded->cancel();
            }
        };
        watcher->setFuture(m_store->read(std::move(work)));
    }

    /// Forgets what is on show and reads anew: the page is about something else now.
    void restart();
    /// The same, but what is on show stays for a moment: a quick answer replaces it without a flicker. The
    /// subclass says what it is about no earlier than in showLoading() or with the answer.
    void turn();

    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void startReading();
    void dropReading();
    void finishReading(const Basis& basis);
    void failReading(const app::core::Error& error);
    void present(State state);
    void setSentence(const QString& sentence);

    QString m_name;
    app::store::WorkspaceStore* m_store = nullptr;
    app::core::DayRange m_range;
    app::models::Granularity m_granularity = app::models::Granularity::Day;
    std::vector<charts::ChartCard*> m_charts;
    bool m_tablesShown = false;
    QString m_dataMark;
    int m_generation = 0;
    int m_storeVersion = 0;
    bool m_reading = false;
    bool m_again = false; ///< the store changed during a reading
    bool m_dirty = true; ///< changed while hidden
    bool m_turning = false; ///< what is on show is not what the page is about any more
    State m_state = State::NothingOpen;
    QString m_sentence;
    std::function<void()> m_cancel;
    QTimer m_slow;
    QTimer m_tidy; ///< gives back what readings left, once nothing is read any more

    QStackedLayout* m_stack;
    QWidget* m_contentPage;
    QVBoxLayout* m_content;
    common::Banner* m_banner;
    common::StateMessage* m_nothingOpen;
    common::StateMessage* m_empty;
    common::StateMessage* m_failed;
};

} // namespace ui::pages
