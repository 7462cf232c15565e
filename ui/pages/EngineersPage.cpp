// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/EngineersPage.h"

#include "common/Format.h"
#include "common/Icons.h"
#include "common/Label.h"
#include "common/StateMessage.h"
#include "common/Theme.h"
#include "models/EngineersFilter.h"
#include "models/EngineersModel.h"
#include "store/CoverageQueries.h"
#include "store/UsageQueries.h"
#include "tables/EngineersTable.h"

#include <QEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace ui::pages {

namespace {

namespace format = common::format;
using app::models::EngineersModel;
using common::StateMessage;
using common::TextStyle;
using common::Theme;
using common::Token;

/// Flat rows where the table will be.
class LoadingRows final : public QWidget
{
protected:
    void paintEvent(QPaintEvent*) override
    {
        constexpr int kPitch = 36;
        QPainter painter(this);
        const QColor shape = Theme::of(this).color(Token::Ramp0);
        for (int y = kPitch; y + kPitch < height(); y += kPitch) {
            painter.fillRect(QRect(16, y + 13, width() / 4 - (y / kPitch % 3) * 20, 10), shape);
            painter.fillRect(QRect(width() / 2, y + 13, width() / 2 - 16, 10), shape);
        }
    }
};

/// The search field: a magnifying glass at its left that follows the theme.
class SearchEdit final : public QLineEdit
{
public:
    SearchEdit()
    {
        m_icon = addAction(QIcon(), QLineEdit::LeadingPosition);
        // The sheet's sizes of tool buttons are not meant for the buttons inside a field.
        setStyleSheet(QStringLiteral("QToolButton { min-width: 0; min-height: 0; border: none; background: "
                                     "transparent; padding: 0; }"));
        refreshIcon();
    }

protected:
    void changeEvent(QEvent* event) override
    {
        QLineEdit::changeEvent(event);
        if (event->type() == QEvent::PaletteChange && m_icon) {
            refreshIcon();
        }
    }

private:
    void refreshIcon()
    {
        m_icon->setIcon(common::icon(common::IconName::Search, Theme::of(this).color(Token::Muted)));
    }
    QAction* m_icon = nullptr;
};

} // namespace

struct EngineersPage::Data
{
    app::core::DayRange range;
    app::records::Coverage coverage;
    std::vector<app::store::EngineerSummary> engineers;
    app::models::CostUnit unit = app::models::CostUnit::Credits;
};

EngineersPage::EngineersPage(QWidget* parent)
    : Page(QStringLiteral("engineers"), Scrolling::None, parent)
{
    m_model = new EngineersModel(this);
    m_filter = new app::models::EngineersFilter(this);
    m_filter->setSourceModel(m_model);

    auto* bar = new QHBoxLayout;
    bar->setSpacing(16);
    m_search = new SearchEdit;
    m_search->setObjectName(QStringLiteral("engineerSearchEdit"));
    m_search->setAccessibleName(tr("Search engineers"));
    const QKeySequence find(QKeySequence::Find);
    //: %1 is a keyboard shortcut.
    m_search->setPlaceholderText(tr("Search e-mail or id (%1)").arg(find.toString(QKeySequence::NativeText)));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(360);
    m_search->setMinimumWidth(220);
    m_count = new common::Label(TextStyle::Small, common::Tone::Muted);
    m_count->setObjectName(QStringLiteral("engineerCountLabel"));
    bar->addWidget(m_search, 1);
    bar->addStretch(1);
    bar->addWidget(m_count);
    contentLayout()->addLayout(bar);

    auto* card = new QFrame;
    card->setProperty("role", QStringLiteral("card"));
    auto* frame = new QVBoxLayout(card);
    // The table lies inside the rounded edge.
    frame->setContentsMargins(1, 1, 1, 6);
    m_body = new QStackedLayout;
    frame->addLayout(m_body, 1);
    m_loading = new LoadingRows;
    m_table = new tables::EngineersTable;
    m_table->setModel(m_filter);
    m_table->sortByColumn(static_cast<int>(EngineersModel::Column::Engineer), Qt::AscendingOrder);
    m_noMatch = new StateMessage;
    m_noMatch->setObjectName(QStringLiteral("engineersNoMatch"));
    QPushButton* clear = m_noMatch->addAction(QStringLiteral("clearSearchButton"), tr("Clear search"));
    m_nobody = new StateMessage;
    m_nobody->setObjectName(QStringLiteral("engineersNobody"));
    m_nobody->setMessage(StateMessage::Level::Empty, common::IconName::People, tr("Nobody was seen yet"),
        tr("An engineer appears here with the first day on which they use Codex."));
    m_body->addWidget(m_loading);
    m_body->addWidget(m_table);
    m_body->addWidget(m_noMatch);
    m_body->addWidget(m_nobody);
    contentLayout()->addWidget(card, 1);

    connect(m_search, &QLineEdit::textChanged, this, &EngineersPage::onSearchChanged);
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        // From the search straight to the first hit.
        if (m_filter->rowCount() > 0) {
            m_table->setCurrentIndex(m_filter->index(0, 0));
            m_table->setFocus(Qt::ShortcutFocusReason);
        }
    });
    connect(clear, &QPushButton::clicked, this, [this] {
        m_search->clear();
        m_search->setFocus(Qt::OtherFocusReason);
    });
    connect(m_table, &tables::EngineersTable::rowOpened, this, &EngineersPage::onRowOpened);
    auto* shortcut = new QShortcut(find, this);
    connect(shortcut, &QShortcut::activated, this, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    refreshCount();
}

EngineersPage::~EngineersPage() = default;

QString EngineersPage::title() const
{
    return tr("Engineers");
}

void EngineersPage::load()
{
    read(
        [range = range()](const app::store::Database& database) -> app::core::Result<Data> {
            auto coverage = app::store::coverage(database, range);
            auto engineers = app::store::engineers(database, range);
            const auto days = app::store::usageByDay(database, range);
            if (!coverage) {
                return app::core::failure(coverage.error());
            }
            if (!engineers) {
                return app::core::failure(engineers.error());
            }
            if (!days) {
                return app::core::failure(days.error());
            }
            return Data{range, std::move(*coverage), std::move(*engineers), app::models::costUnitOf(*days)};
        },
        [this](Data figures) { return showFigures(std::move(figures)); });
}

void EngineersPage::showLoading()
{
    m_body->setCurrentWidget(m_loading);
    m_count->clear();
}

app::models::PeriodSummary EngineersPage::showFigures(Data figures)
{
    // A sync that stores something must not take the place in the list away.
    const QModelIndex current = m_table->currentIndex();
    const bool hadCurrent = current.isValid();
    std::optional<std::string> currentId;
    if (hadCurrent) {
        currentId = m_model->engineer(m_filter->mapToSource(current).row()).userId;
    }
    const int scrolled = m_table->verticalScrollBar()->value();

    m_model->setEngineers(std::move(figures.engineers), figures.unit);
    m_table->fitColumns();
    const int row = hadCurrent ? m_model->rowOf(currentId) : -1;
    if (row >= 0) {
        const QModelIndex again = m_filter->mapFromSource(m_model->index(row, 0));
        if (again.isValid()) {
            m_table->setCurrentIndex(again);
        }
    }
    m_table->verticalScrollBar()->setValue(scrolled);
    onSearchChanged();
    return app::models::summarise(figures.range, figures.coverage, {app::records::Dataset::UsagePerEngineer});
}

void EngineersPage::onSearchChanged()
{
    m_filter->setSearch(m_search->text());
    if (m_model->rowCount() == 0) {
        m_body->setCurrentWidget(m_nobody);
    } else if (m_filter->rowCount() == 0) {
        m_noMatch->setMessage(StateMessage::Level::Empty, common::IconName::Search,
            tr("Nobody matches “%1”").arg(m_search->text().trimmed()),
            tr("The search looks into e-mail addresses and user ids."));
        m_body->setCurrentWidget(m_noMatch);
    } else {
        m_body->setCurrentWidget(m_table);
    }
    refreshCount();
}

void EngineersPage::refreshCount()
{
    const int people = m_model->people();
    if (people == 0) {
        m_count->clear();
        return;
    }
    if (!m_filter->search().isEmpty()) {
        m_count->setText(
            tr("%1 of %2 rows")
                .arg(format::integer(m_filter->rowCount()), format::integer(m_model->rowCount())));
        return;
    }
    const QString all = people == 1 ? tr("1 person") : tr("%1 people").arg(format::integer(people));
    //: "423 people", then the split, for example "423 people, 390 active, 33 without activity".
    m_count->setText(tr("%1, %2 active, %3 without activity")
                         .arg(all, format::integer(m_model->activePeople()),
                             format::integer(people - m_model->activePeople())));
}

void EngineersPage::onRowOpened(const QModelIndex& index)
{
    if (index.isValid()) {
        Q_EMIT engineerOpened(m_model->engineer(m_filter->mapToSource(index).row()).userId);
    }
}

} // namespace ui::pages
