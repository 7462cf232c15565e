// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/EngineersPage.h"

#include "common/DropButton.h"
#include "common/Format.h"
#include "common/Icons.h"
#include "common/Label.h"
#include "common/StateMessage.h"
#include "common/Theme.h"
#include "exporting/Exporter.h"
#include "insights/Ratio.h"
#include "insights/Surfaces.h"
#include "models/EngineersFilter.h"
#include "models/EngineersModel.h"
#include "pages/PeopleExport.h"
#include "store/CoverageQueries.h"
#include "store/EngineerQueries.h"
#include "store/UsageQueries.h"
#include "tables/EngineersExport.h"
#include "tables/EngineersTable.h"
#include "tables/FilterChip.h"
#include "tables/SelectionBar.h"

#include <QActionGroup>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedLayout>
#include <QVBoxLayout>
#include <QtConcurrent>

#include <memory>

namespace ui::pages {

namespace {

namespace format = common::format;
using app::models::EngineersFilter;
using app::models::EngineersModel;
using app::models::Measure;
using Column = EngineersModel::Column;
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

/// The search field: a magnifying glass at its leading end that follows the theme, and as long as it is empty
/// the key that leads to it at the other.
class SearchEdit final : public QLineEdit
{
public:
    explicit SearchEdit(const QString& key)
        : m_key(key)
    {
        m_icon = addAction(QIcon(), QLineEdit::LeadingPosition);
        m_icon->setText(QCoreApplication::translate("ui::pages::EngineersPage", "Search engineers"));
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
    void paintEvent(QPaintEvent* event) override
    {
        QLineEdit::paintEvent(event);
        if (!text().isEmpty()) {
            return;
        }
        const Theme theme = Theme::of(this);
        const QFont small = theme.font(TextStyle::Micro);
        // The placeholder says more, so it has the room where both do not fit.
        constexpr int kAround = 36 + 3 * 12;
        if (fontMetrics().horizontalAdvance(placeholderText()) + QFontMetrics(small).horizontalAdvance(m_key)
                + kAround
            > width()) {
            return;
        }
        QPainter painter(this);
        painter.setFont(small);
        painter.setPen(theme.color(Token::Muted));
        // At the other end than the placeholder, which stands where its own language begins.
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        const bool left = mirrored && placeholderText().isRightToLeft();
        const QRect box = rect().adjusted(12, 0, mirrored && !left ? -36 : -12, 0);
        painter.drawText(box,
            static_cast<int>((left ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter | Qt::AlignAbsolute),
            m_key);
    }

private:
    void refreshIcon()
    {
        m_icon->setIcon(common::icon(common::IconName::Search, Theme::of(this).color(Token::Muted)));
    }
    QString m_key;
    QAction* m_icon = nullptr;
};

/// A menu in which several boxes can be checked one after the other: it closes on Escape or a click
/// elsewhere.
class CheckMenu final : public QMenu
{
public:
    using QMenu::QMenu;

protected:
    void mouseReleaseEvent(QMouseEvent* event) override
    {
        if (!triggerCheckable(actionAt(event->pos()))) {
            QMenu::mouseReleaseEvent(event);
        }
    }
    void keyPressEvent(QKeyEvent* event) override
    {
        const bool chooses = event->key() == Qt::Key_Space || event->key() == Qt::Key_Return
            || event->key() == Qt::Key_Enter;
        if (!chooses || !triggerCheckable(activeAction())) {
            QMenu::keyPressEvent(event);
        }
    }

private:
    static bool triggerCheckable(QAction* action)
    {
        if (!action || !action->isCheckable() || !action->isEnabled()) {
            return false;
        }
        action->trigger();
        return true;
    }
};

constexpr const char* kIdle = "idle";
constexpr const char* kActive = "active";

/// As many as a range by days has at most; each is a column of a few pixels in every row.
constexpr std::size_t kMostTrendColumns = app::models::kLongestDailyRange;

/// The points of the trend columns, without values: which buckets are stored.
std::vector<app::models::DayPoint> pointsOf(app::core::DayRange range, const app::records::Coverage& coverage,
    const std::vector<app::core::DayRange>& buckets)
{
    const std::vector<app::store::UsageDay> noRows;
    const auto days = app::models::usageSeries(Measure::Turns, range, noRows, coverage);
    std::vector<app::models::DayPoint> points;
    for (const app::core::DayRange bucket : buckets) {
        points.push_back(app::models::joinedPoint(days, bucket));
        points.back().value.reset();
    }
    return points;
}

} // namespace

struct EngineersPage::Data
{
    app::core::DayRange range;
    app::models::PeriodSummary summary;
    std::shared_ptr<const app::models::EngineerRows> rows;
};

EngineersPage::EngineersPage(QWidget* parent)
    : Page(QStringLiteral("engineers"), Scrolling::None, parent)
    , m_columns(defaultColumns())
{
    m_model = new EngineersModel(this);
    m_filter = new EngineersFilter(this);
    m_filter->setSourceModel(m_model);
    contentLayout()->addWidget(makeTools());

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
    m_table->sortByColumn(static_cast<int>(Column::Engineer), Qt::AscendingOrder);
    m_noMatch = new StateMessage;
    m_noMatch->setObjectName(QStringLiteral("engineersNoMatch"));
    QPushButton* everybody = m_noMatch->addAction(QStringLiteral("clearSearchButton"), tr("Show everybody"));
    m_nobody = new StateMessage;
    m_nobody->setObjectName(QStringLiteral("engineersNobody"));
    m_nobody->setMessage(StateMessage::Level::Empty, common::IconName::People, tr("Nobody was seen yet"),
        tr("An engineer appears here with the first day on which they use Codex."));
    m_body->addWidget(m_loading);
    m_body->addWidget(m_table);
    m_body->addWidget(m_noMatch);
    m_body->addWidget(m_nobody);
    contentLayout()->addWidget(card, 1);
    m_selection = new tables::SelectionBar;
    m_selection->hide();
    contentLayout()->addWidget(m_selection);

    connect(everybody, &QPushButton::clicked, this, [this] {
        showEverybody();
        m_search->setFocus(Qt::OtherFocusReason);
    });
    connect(m_table, &tables::EngineersTable::rowOpened, this, &EngineersPage::onRowOpened);
    connect(m_table, &tables::EngineersTable::selectionMoved, this, &EngineersPage::onSelectionMoved);
    connect(m_selection, &tables::SelectionBar::copyRequested, this, [this] {
        m_table->copySelection();
        m_selection->setNote(tr("Copied"));
    });
    connect(m_selection, &tables::SelectionBar::exportRequested, this, &EngineersPage::exportSelection);
    connect(m_selection, &tables::SelectionBar::clearRequested, this, [this] {
        m_table->clearSelection();
        // The button that was pressed has just gone.
        m_table->setFocus(Qt::OtherFocusReason);
    });
    m_selection->setExportOffered(false);
    makeColumnsMenu();
    applyColumns();
    refreshCount();
}

EngineersPage::~EngineersPage() = default;

QWidget* EngineersPage::makeTools()
{
    auto* tools = new QWidget;
    auto* bar = new QHBoxLayout(tools);
    bar->setContentsMargins(0, 0, 0, 0);
    bar->setSpacing(8);
    const QKeySequence find(QKeySequence::Find);
    m_search = new SearchEdit(find.toString(QKeySequence::NativeText));
    m_search->setObjectName(QStringLiteral("engineerSearchEdit"));
    m_search->setProperty("extent", QStringLiteral("toolbar"));
    m_search->setAccessibleName(tr("Search engineers"));
    m_search->setPlaceholderText(tr("Search e-mail or id"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(280);
    m_search->setMinimumWidth(200);
    m_surface = new tables::FilterChip(QStringLiteral("surfaceFilter"), tr("Surface: %1"));
    m_activity = new tables::FilterChip(QStringLiteral("activityFilter"), tr("Activity: %1"));
    m_activity->setValues({{QString(), tr("all", "people: no filter of activity")},
        {QString::fromLatin1(kActive), tr("active")}, {QString::fromLatin1(kIdle), tr("without activity")}});
    m_count = new common::Label(TextStyle::Small, common::Tone::Muted);
    m_count->setObjectName(QStringLiteral("engineerCountLabel"));
    m_count->setMinimumWidth(1);
    m_columnsButton = new common::DropButton(TextStyle::Body, common::IconName::Columns);
    m_columnsButton->setText(tr("Columns"));
    m_columnsButton->setAccessibleName(m_columnsButton->text());
    m_columnsButton->setObjectName(QStringLiteral("columnsButton"));
    m_columnsButton->setToolTip(tr("Choose the columns and the order of the table"));
    bar->addWidget(m_search, 1);
    bar->addWidget(m_surface);
    bar->addWidget(m_activity);
    bar->addStretch(1);
    bar->addWidget(m_count);
    bar->addWidget(m_columnsButton);
    refreshSurfaces();

    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter->setSearch(text);
        onNarrowed();
    });
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        // From the search straight to the first hit.
        if (m_filter->rowCount() > 0) {
            m_table->moveTo(m_filter->index(0, 0));
            m_table->setFocus(Qt::ShortcutFocusReason);
        }
    });
    connect(m_surface, &tables::FilterChip::chosenChanged, this, [this](const QString& id) {
        m_filter->setSurface(id);
        onNarrowed();
    });
    connect(m_activity, &tables::FilterChip::chosenChanged, this, [this](const QString& id) {
        m_filter->setActivity(id == QLatin1String(kActive) ? EngineersFilter::Activity::Active
                : id == QLatin1String(kIdle)               ? EngineersFilter::Activity::Idle
                                                           : EngineersFilter::Activity::All);
        onNarrowed();
    });
    auto* shortcut = new QShortcut(find, this);
    connect(shortcut, &QShortcut::activated, this, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    return tools;
}

void EngineersPage::makeColumnsMenu()
{
    m_columnsMenu = new CheckMenu(this);
    m_columnsMenu->setObjectName(QStringLiteral("columnsMenu"));
    m_sortMenu = new QMenu(tr("Sort by"), m_columnsMenu);
    m_sortMenu->setObjectName(QStringLiteral("sortMenu"));
    connect(m_columnsButton, &QPushButton::clicked, this, [this] {
        const int right = layoutDirection() == Qt::RightToLeft
            ? 0
            : m_columnsButton->width() - m_columnsMenu->sizeHint().width();
        m_columnsMenu->popup(m_columnsButton->mapToGlobal(QPoint(right, m_columnsButton->height() + 2)));
    });
    // Their texts depend on what the workspace is billed in, and on days or weeks.
    connect(m_columnsMenu, &QMenu::aboutToShow, this, [this] {
        m_columnsMenu->clear();
        m_sortMenu->clear();
        auto* order = new QActionGroup(m_sortMenu);
        connect(m_columnsMenu, &QMenu::aboutToHide, order, &QObject::deleteLater);
        const int sorted = m_table->horizontalHeader()->sortIndicatorSection();
        for (int column = 0; column < EngineersModel::kColumns; ++column) {
            const QString id = EngineersModel::columnId(static_cast<Column>(column));
            const QString name = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
            if (column != static_cast<int>(Column::Engineer)) {
                QAction* action = m_columnsMenu->addAction(name);
                action->setObjectName(id + QStringLiteral("ColumnAction"));
                action->setCheckable(true);
                action->setChecked(m_columns.contains(id));
                connect(action, &QAction::toggled, this, [this, id](bool shown) {
                    QStringList columns = m_columns;
                    columns.removeAll(id);
                    if (shown) {
                        columns << id;
                    }
                    setColumns(columns.isEmpty() ? QStringList{EngineersModel::columnId(Column::Engineer)}
                                                 : columns);
                    Q_EMIT columnsChanged(m_columns);
                });
            }
            if (column != static_cast<int>(Column::Trend)) {
                QAction* action = m_sortMenu->addAction(name);
                action->setObjectName(id + QStringLiteral("SortAction"));
                action->setCheckable(true);
                action->setChecked(column == sorted);
                order->addAction(action);
                connect(action, &QAction::triggered, this, [this, column] {
                    const auto first = m_model->headerData(column, Qt::Horizontal, Qt::InitialSortOrderRole)
                                           .value<Qt::SortOrder>();
                    const QHeaderView* header = m_table->horizontalHeader();
                    // Chosen again it turns around, as a click on the heading does.
                    const bool turn
                        = header->sortIndicatorSection() == column && header->sortIndicatorOrder() == first;
                    const auto other = first == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
                    m_table->sortByColumn(column, turn ? other : first);
                });
            }
        }
        m_columnsMenu->addSeparator();
        QAction* usual = m_columnsMenu->addAction(tr("Usual columns"));
        usual->setObjectName(QStringLiteral("usualColumnsAction"));
        connect(usual, &QAction::triggered, this, [this] {
            setColumns(defaultColumns());
            Q_EMIT columnsChanged(m_columns);
        });
        m_columnsMenu->addMenu(m_sortMenu);
    });
}

QString EngineersPage::name()
{
    return tr("Engineers");
}

void EngineersPage::setDialogs(common::DialogService* dialogs)
{
    m_dialogs = dialogs;
    m_selection->setExportOffered(dialogs != nullptr);
}

QStringList EngineersPage::defaultColumns()
{
    QStringList columns;
    for (const Column column : {Column::Trend, Column::ActiveDays, Column::Threads, Column::Turns,
             Column::Cost, Column::CacheRatio, Column::TopSurface, Column::LastActive}) {
        columns << EngineersModel::columnId(column);
    }
    return columns;
}

void EngineersPage::setColumns(const QStringList& columns)
{
    // In the order of the table, whatever order they come in.
    QStringList known;
    for (int column = 0; column < EngineersModel::kColumns; ++column) {
        const QString id = EngineersModel::columnId(static_cast<Column>(column));
        if (columns.contains(id)) {
            known << id;
        }
    }
    m_columns = known.isEmpty() ? defaultColumns() : known;
    m_columns.removeAll(EngineersModel::columnId(Column::Engineer));
    applyColumns();
}

QStringList EngineersPage::columns() const
{
    return m_columns;
}

void EngineersPage::applyColumns()
{
    for (int column = 0; column < EngineersModel::kColumns; ++column) {
        const auto name = static_cast<Column>(column);
        m_table->setColumnHidden(
            column, name != Column::Engineer && !m_columns.contains(EngineersModel::columnId(name)));
    }
    // An order that nobody can see would look like no order.
    if (m_table->isColumnHidden(m_table->horizontalHeader()->sortIndicatorSection())) {
        m_table->sortByColumn(static_cast<int>(Column::Engineer), Qt::AscendingOrder);
    }
    m_table->fitColumns();
}

std::vector<std::optional<std::string>> EngineersPage::order() const
{
    std::vector<std::optional<std::string>> order;
    order.reserve(static_cast<std::size_t>(m_filter->rowCount()));
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        order.push_back(m_model->engineer(m_filter->sourceRow(row)).userId);
    }
    return order;
}

void EngineersPage::load()
{
    read(
        [range = range(), granularity = granularity()](
            const app::store::Database& database) -> app::core::Result<Data> {
            auto coverage = app::store::coverage(database, range);
            auto engineers = app::store::engineers(database, range);
            const auto days = app::store::usageByDay(database, range);
            const auto fine = app::models::bucketsOf(range, granularity);
            const std::size_t inOne = app::models::bucketsInOne(fine.size(), kMostTrendColumns);
            const auto buckets = app::models::joinedBuckets(fine, inOne);
            auto trends = app::store::engineerTrends(database, buckets);
            if (!coverage) {
                return app::core::failure(coverage.error());
            }
            if (!engineers) {
                return app::core::failure(engineers.error());
            }
            if (!days) {
                return app::core::failure(days.error());
            }
            if (!trends) {
                return app::core::failure(trends.error());
            }
            Data figures;
            figures.range = range;
            figures.summary
                = app::models::summarise(range, *coverage, {app::records::Dataset::UsagePerEngineer});
            app::models::EngineersSnapshot snapshot;
            snapshot.engineers = std::move(*engineers);
            snapshot.unit = app::models::costUnitOf(*days);
            snapshot.trends = std::move(*trends);
            for (const std::string& id : snapshot.trends.surfaces) {
                snapshot.surfaceNames << app::insights::surfaceOf(id).name;
            }
            snapshot.buckets = pointsOf(range, *coverage, buckets);
            snapshot.weeksPerBucket
                = granularity == app::models::Granularity::Week ? static_cast<int>(inOne) : 0;
            snapshot.storedDays = figures.summary.stored;
            figures.rows = app::models::EngineerRows::make(std::move(snapshot));
            return figures;
        },
        [this](const Data& figures) { return showFigures(figures); });
}

void EngineersPage::showLoading()
{
    Page::showLoading();
    m_body->setCurrentWidget(m_loading);
    m_count->clear();
}

app::models::PeriodSummary EngineersPage::showFigures(const Data& figures)
{
    // A sync that stores something must take away neither the place in the list nor who is chosen.
    const QModelIndex current = m_table->currentIndex();
    const bool hadCurrent = current.isValid();
    std::optional<std::string> currentId;
    if (hadCurrent) {
        currentId = m_model->engineer(m_filter->sourceRow(current.row())).userId;
    }
    std::vector<std::optional<std::string>> chosen;
    for (const int row : selectedSourceRows()) {
        chosen.push_back(m_model->engineer(row).userId);
    }
    const int scrolled = m_table->verticalScrollBar()->value();

    m_shownRange = figures.range;
    m_model->setRows(figures.rows);
    refreshSurfaces();
    m_table->fitColumns();
    const int row = hadCurrent ? m_model->rowOf(currentId) : -1;
    if (row >= 0) {
        const QModelIndex again = m_filter->mapFromSource(m_model->index(row, 0));
        if (again.isValid()) {
            m_table->moveTo(again);
        }
    }
    std::vector<int> places;
    for (const auto& userId : chosen) {
        places.push_back(m_filter->rowOfSource(m_model->rowOf(userId)));
    }
    m_table->selectRows(std::move(places));
    m_table->verticalScrollBar()->setValue(scrolled);
    onNarrowed();
    onSelectionMoved();
    return figures.summary;
}

void EngineersPage::refreshSurfaces()
{
    std::vector<tables::FilterChip::Value> values{{QString(), tr("any", "surface: no filter")}};
    for (const EngineersModel::Surface& surface : m_model->surfaces()) {
        values.push_back({surface.id, surface.name});
    }
    m_surface->setValues(values);
    // Without a surface there is nothing to choose from.
    m_surface->setVisible(values.size() > 1);
}

void EngineersPage::onNarrowed()
{
    if (m_model->rowCount() == 0) {
        m_body->setCurrentWidget(m_nobody);
    } else if (m_filter->rowCount() == 0) {
        const bool searchOnly = !m_surface->filters() && !m_activity->filters();
        m_noMatch->setMessage(StateMessage::Level::Empty, common::IconName::Search,
            searchOnly ? tr("Nobody matches “%1”").arg(m_search->text().trimmed())
                       : tr("Nobody matches these filters"),
            searchOnly ? tr("The search looks into e-mail addresses and user ids.")
                       : tr("Take one of them away to see more people."));
        m_body->setCurrentWidget(m_noMatch);
    } else {
        m_body->setCurrentWidget(m_table);
    }
    refreshCount();
}

void EngineersPage::showEverybody()
{
    m_search->clear();
    m_surface->setChosen(QString());
    m_activity->setChosen(QString());
}

void EngineersPage::refreshCount()
{
    const int people = m_model->people();
    if (people == 0) {
        m_count->clear();
        return;
    }
    if (m_filter->narrows()) {
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

std::vector<int> EngineersPage::selectedSourceRows() const
{
    std::vector<int> rows;
    for (const int row : m_table->selectedRows()) {
        rows.push_back(m_filter->sourceRow(row));
    }
    return rows;
}

void EngineersPage::onSelectionMoved()
{
    const std::vector<int> rows = selectedSourceRows();
    m_selection->setNote({});
    if (rows.empty()) {
        m_selection->hide();
        return;
    }
    const EngineersModel::Sums sums = m_model->sumsOf(rows);
    const Measure cost = app::models::costMeasure(m_model->unit());
    const bool usd = m_model->unit() == app::models::CostUnit::Usd;
    const auto text = [](Measure measure, std::optional<double> value) {
        return value ? app::models::fullNumber(measure, *value) : format::none();
    };
    const auto share = app::insights::ratio(sums.cost, m_model->workspaceSums().cost);
    std::optional<double> input;
    if (sums.cachedInput && sums.uncachedInput) {
        input = *sums.cachedInput + *sums.uncachedInput;
    }
    const auto figure = [&text](Measure measure, std::optional<double> value, const QString& detail = {}) {
        return tables::SelectionBar::Figure{app::models::measureName(measure), text(measure, value), detail};
    };
    m_selection->show(static_cast<int>(rows.size()),
        {figure(Measure::Threads, sums.threads), figure(Measure::Turns, sums.turns),
            figure(cost, sums.cost, share ? tr("%1 of workspace").arg(format::percent(*share)) : QString()),
            figure(usd ? Measure::UsdPerTurn : Measure::CreditsPerTurn,
                app::insights::ratio(sums.cost, sums.turns)),
            figure(Measure::CacheRatio, app::insights::ratio(sums.cachedInput, input))});
}

void EngineersPage::exportSelection()
{
    if (!m_dialogs) {
        return;
    }
    std::vector<app::exporting::Row> rows;
    for (const int row : selectedSourceRows()) {
        rows.push_back(tables::engineerExportRow(*m_model, row, m_shownRange));
    }
    PeopleExport what;
    what.title = tr("Export %n selected row(s)", nullptr, static_cast<int>(rows.size()));
    what.baseName = exportBaseName(QStringLiteral("engineers"), m_shownRange, !dataMark().isEmpty());
    what.write = [rows = std::move(rows)](const QString& file, app::exporting::Format format) {
        return QtConcurrent::run([rows, file, format] {
            // That the file may be replaced was asked with its name.
            return app::exporting::exportRows(tables::engineerExportColumns(), rows, format, file, true);
        });
    };
    what.done = [this](const QString& note) { m_selection->setNote(note); };
    saveExport(this, *m_dialogs, std::move(what));
}

void EngineersPage::onRowOpened(const QModelIndex& index)
{
    if (index.isValid()) {
        Q_EMIT engineerOpened(m_model->engineer(m_filter->sourceRow(index.row())).userId);
    }
}

} // namespace ui::pages
