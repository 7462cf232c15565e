// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/ChartCard.h"

#include "charts/ChartLegend.h"
#include "charts/CompletenessChart.h"
#include "charts/DayChart.h"
#include "charts/DivergingChart.h"
#include "charts/ExplainPanel.h"
#include "charts/FunnelChart.h"
#include "charts/HeatMapChart.h"
#include "charts/IntervalChart.h"
#include "charts/ShareBars.h"
#include "common/Card.h"
#include "common/DialogService.h"
#include "common/Format.h"
#include "common/Icons.h"
#include "common/Label.h"
#include "common/Pill.h"
#include "common/StateMessage.h"
#include "common/Theme.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

namespace ui::charts {

using common::Label;
using common::TextStyle;
using common::Theme;
using common::Token;

/// Flat shapes where the content will be. Static: nothing on the screen moves while it waits.
class LoadingShapes final : public QWidget
{
public:
    void setShapes(ChartCard::Shapes shapes)
    {
        m_shapes = shapes;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const QColor color = Theme::of(this).color(Token::Ramp0);
        switch (m_shapes) {
        case ChartCard::Shapes::Columns: paintColumns(painter, color); break;
        case ChartCard::Shapes::Bars: paintBars(painter, color); break;
        case ChartCard::Shapes::Cells: paintCells(painter, color); break;
        }
    }

private:
    void paintColumns(QPainter& painter, const QColor& color) const
    {
        constexpr std::array kHeights{
            0.5, 0.72, 0.86, 0.78, 0.8, 0.26, 0.24, 0.7, 0.86, 0.92, 0.8, 0.84, 0.28, 0.3, 0.74};
        const double step = width() / static_cast<double>(kHeights.size());
        for (std::size_t i = 0; i < kHeights.size(); ++i) {
            const double high = (height() - 24) * kHeights[i] * 0.8;
            painter.fillRect(
                QRectF(step * (static_cast<double>(i) + 0.14), height() - 24 - high, step * 0.72, high),
                color);
        }
    }
    void paintBars(QPainter& painter, const QColor& color) const
    {
        constexpr std::array kWidths{1.0, 0.62, 0.44, 0.3, 0.22};
        for (std::size_t i = 0; i < kWidths.size(); ++i) {
            const double wide = width() * kWidths[i];
            painter.fillRect(QRectF(layoutDirection() == Qt::RightToLeft ? width() - wide : 0,
                                 33.0 * static_cast<double>(i) + 6, wide, 22),
                color);
        }
    }
    void paintCells(QPainter& painter, const QColor& color) const
    {
        constexpr int kPitch = 23;
        for (int week = 0; week < std::min(13, width() / kPitch); ++week) {
            for (int day = 0; day < 7; ++day) {
                painter.fillRect(QRect(week * kPitch, 18 + day * kPitch, 20, 20), color);
            }
        }
    }

    ChartCard::Shapes m_shapes = ChartCard::Shapes::Columns;
};

namespace {

QWidget* makeRoom()
{
    auto* room = new QWidget;
    auto* layout = new QHBoxLayout(room);
    layout->setContentsMargins(0, 0, 0, 0);
    room->hide();
    return room;
}

Chart* makeChart(const app::models::Plot& plot, const QString& name)
{
    struct Maker
    {
        QString name;
        Chart* operator()(const app::models::DayPlot&) const { return new DayChart(name); }
        Chart* operator()(const app::models::DivergingPlot&) const { return new DivergingChart(name); }
        Chart* operator()(const app::models::FunnelPlot&) const { return new FunnelChart(name); }
        Chart* operator()(const app::models::IntervalPlot&) const { return new IntervalChart(name); }
        Chart* operator()(const app::models::HeatPlot&) const { return new HeatMapChart(name); }
        Chart* operator()(const app::models::SharePlot&) const { return new ShareBars(name); }
        Chart* operator()(const app::models::CompletenessPlot&) const { return new CompletenessChart(name); }
    };
    return std::visit(Maker{name}, plot);
}

ChartCard::Shapes shapesOf(const app::models::Plot& plot)
{
    if (std::holds_alternative<app::models::HeatPlot>(plot)
        || std::holds_alternative<app::models::CompletenessPlot>(plot)) {
        return ChartCard::Shapes::Cells;
    }
    const bool columns = std::holds_alternative<app::models::DayPlot>(plot)
        || std::holds_alternative<app::models::IntervalPlot>(plot);
    return columns ? ChartCard::Shapes::Columns : ChartCard::Shapes::Bars;
}

/// "Credits by surface" → "credits-by-surface", for the name of a file.
QString slugOf(const QString& title)
{
    QString slug;
    for (const QChar one : title) {
        if (one.isLetterOrNumber()) {
            slug += one.toLower();
        } else if (!slug.isEmpty() && !slug.endsWith(u'-')) {
            slug += u'-';
        }
    }
    while (slug.endsWith(u'-')) {
        slug.chop(1);
    }
    return slug;
}

} // namespace

ChartCard::ChartCard(const QString& name, const QString& title, const QString& caption, QWidget* parent)
    : QWidget(parent)
    , m_name(name)
    , m_ownDialogs(std::make_unique<common::MessageBoxDialogService>())
    , m_dialogs(m_ownDialogs.get())
{
    setObjectName(name + QStringLiteral("Card"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_card = new common::Card(title, caption);
    outer->addWidget(m_card);

    m_legend = new ChartLegend(name);
    m_headLegend = makeRoom();
    m_belowLegend = makeRoom();
    m_headControls = makeRoom();
    m_stale = new common::Pill(common::Pill::Kind::Warning, tr("Not up to date"));
    m_stale->setObjectName(name + QStringLiteral("StalePill"));
    m_stale->setCompact(true);
    m_stale->hide();
    m_menuButton = new QToolButton;
    m_card->addHeadWidget(m_headLegend);
    m_card->addHeadWidget(m_headControls);
    m_card->addHeadWidget(m_stale);
    m_card->addHeadWidget(m_menuButton);
    makeMenu();

    m_loading = new LoadingShapes;
    m_loading->setProperty("ownFocusMark", true);
    m_loading->setAccessibleName(tr("%1: reading the cache").arg(title));
    m_empty = new common::StateMessage;
    m_empty->setObjectName(name + QStringLiteral("Empty"));
    m_failed = new common::StateMessage;
    m_failed->setObjectName(name + QStringLiteral("Failed"));
    QPushButton* retry = m_failed->addAction(name + QStringLiteral("RetryButton"), tr("Try again"));
    connect(retry, &QPushButton::clicked, this, &ChartCard::retryRequested);

    auto* pages = new QWidget;
    // Not on the stack itself: there it would hide that a chart needs more.
    m_loading->setMinimumHeight(196);
    m_stack = new QStackedLayout(pages);
    m_stack->addWidget(m_loading);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_failed);
    m_card->contentLayout()->addWidget(pages, 1);
    m_card->contentLayout()->addWidget(m_belowLegend);

    m_note = new Label(TextStyle::Small, common::Tone::Muted);
    m_note->setObjectName(name + QStringLiteral("Note"));
    m_note->setWordWrap(true);
    m_mark = new Label(TextStyle::Micro, common::Tone::Muted);
    m_mark->setObjectName(name + QStringLiteral("DataMark"));
    m_foot = new QWidget;
    auto* foot = new QHBoxLayout(m_foot);
    foot->setContentsMargins(0, 0, 0, 0);
    foot->addWidget(m_note, 1);
    foot->addStretch();
    foot->addWidget(m_mark, 0, Qt::AlignBottom);
    m_card->contentLayout()->addWidget(m_foot);

    setTitle(title, caption);
    refreshFoot();
    refreshMenu();
    placeLegend();
}

ChartCard::~ChartCard() = default;

void ChartCard::makeMenu()
{
    m_menu = new QMenu(this);
    m_menu->setObjectName(m_name + QStringLiteral("Menu"));
    const auto command = [this](const char* name, const QString& text) {
        QAction* action = m_menu->addAction(text);
        action->setObjectName(m_name + QLatin1String(name));
        return action;
    };
    m_tableAction = command("TableAction", {});
    connect(m_tableAction, &QAction::triggered, this, [this] { setTableShown(!m_tableShown); });
    m_menu->addSeparator();
    connect(command("CopyImageAction", tr("Copy image")), &QAction::triggered, this, &ChartCard::copyImage);
    connect(command("CopyDataAction", tr("Copy data")), &QAction::triggered, this, &ChartCard::copyData);
    connect(
        command("SaveImageAction", tr("Save image…")), &QAction::triggered, this, &ChartCard::askForImage);
    m_explainAction = command("ExplainAction", tr("Explain this number…"));
    connect(m_explainAction, &QAction::triggered, this, [this] { ExplainPanel::open(this, m_explanation); });

    m_menuButton->setObjectName(m_name + QStringLiteral("MenuButton"));
    m_menuButton->setIconSize(QSize(16, 16));
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    m_menuButton->setMenu(m_menu);
    m_menuButton->setFocusPolicy(Qt::TabFocus);
    m_menuButton->setStyleSheet(QStringLiteral(
        "QToolButton { min-width: 22px; min-height: 22px; max-width: 22px; max-height: 22px; border-color: "
        "transparent; background: transparent; }"));
}

void ChartCard::adopt(Chart* chart)
{
    // The legend forgets the old chart before it goes.
    m_legend->refresh(nullptr);
    delete m_chart;
    m_chart = chart;
    m_stack->addWidget(m_chart);
    connect(m_chart, &Chart::tableShownChanged, this, [this](bool shown) {
        m_tableShown = shown;
        refreshMenu();
    });
    m_chart->setTableShown(m_tableShown);
}

DayChart& ChartCard::chart() const
{
    auto* days = qobject_cast<DayChart*>(m_chart);
    Q_ASSERT_X(days, "ChartCard::chart", "the last plot was not over days");
    return *days;
}

QString ChartCard::title() const
{
    return m_card->title();
}

void ChartCard::setTitle(const QString& title, const QString& caption)
{
    m_card->setTitle(title);
    m_caption = caption;
    refreshTitle();
}

void ChartCard::refreshTitle()
{
    const QString note = m_chart ? m_chart->axisNote() : QString();
    QString caption = m_caption;
    if (!note.isEmpty() && !caption.contains(note)) {
        //: Caption of a chart and where its axis begins: "upvoted share; axis from 50 %".
        caption = caption.isEmpty() ? note : tr("%1; %2").arg(caption, note);
    }
    m_card->setCaption(caption);
    //: Title and caption of a chart, for a screen reader.
    if (m_chart) {
        m_chart->setTitle(caption.isEmpty() ? title() : tr("%1, %2").arg(title(), caption));
    }
    m_menuButton->setAccessibleName(tr("%1: menu").arg(title()));
    m_menuButton->setToolTip(tr("Copy, save and more"));
}

void ChartCard::setNote(const QString& note)
{
    m_note->setText(note);
    refreshFoot();
}

QString ChartCard::note() const
{
    return m_note->text();
}

void ChartCard::refreshFoot()
{
    m_note->setVisible(!m_note->text().isEmpty());
    m_mark->setText(m_dataMark);
    m_mark->setVisible(!m_dataMark.isEmpty() && m_state == State::Chart);
    m_foot->setVisible(m_note->isVisibleTo(m_foot) || m_mark->isVisibleTo(m_foot));
}

void ChartCard::showLoading()
{
    present(State::Loading);
}

void ChartCard::setLoadingShapes(Shapes shapes)
{
    m_loading->setShapes(shapes);
}

void ChartCard::setLeastHeight(int height)
{
    m_loading->setMinimumHeight(height);
}

QAction* ChartCard::addCommand(const QString& objectName, const QString& text)
{
    QAction* action = new QAction(text, m_menu);
    action->setObjectName(objectName);
    m_menu->insertAction(m_explainAction, action);
    return action;
}

void ChartCard::showSeries(std::vector<app::models::DaySeries> series)
{
    app::models::DayPlot plot;
    plot.columns = std::move(series);
    show(std::move(plot));
}

void ChartCard::show(app::models::Plot plot)
{
    if (!m_chart || !m_chart->setPlot(plot)) {
        adopt(makeChart(plot, m_name));
        const bool drawn = m_chart->setPlot(plot);
        Q_ASSERT(drawn);
        Q_UNUSED(drawn)
    }
    setLoadingShapes(shapesOf(plot));
    m_legend->refresh(m_chart);
    m_stale->hide();
    refreshTitle();
    present(State::Chart);
}

void ChartCard::setExplanation(app::models::Explanation explanation)
{
    m_explanation = std::move(explanation);
    refreshMenu();
}

void ChartCard::setDataMark(const QString& mark)
{
    m_dataMark = mark;
    refreshFoot();
}

void ChartCard::setTableShown(bool shown)
{
    m_tableShown = shown;
    if (m_chart) {
        m_chart->setTableShown(shown);
    }
}

void ChartCard::addHeadControl(QWidget* control)
{
    m_headControls->layout()->addWidget(control);
    m_headControls->show();
    placeLegend();
}

void ChartCard::showEmpty(const QString& title, const QString& text)
{
    m_legend->refresh(nullptr);
    m_stale->hide();
    m_empty->setMessage(common::StateMessage::Level::Empty, common::IconName::Calendar, title, text);
    present(State::Empty);
}

void ChartCard::showFailed(const QString& whatHappened, const QString& nextStep)
{
    if (m_state == State::Chart) {
        m_stale->setToolTip(whatHappened);
        m_stale->show();
        placeLegend();
        return;
    }
    m_failed->setMessage(
        common::StateMessage::Level::Failed, common::IconName::Warning, whatHappened, nextStep);
    present(State::Failed);
}

bool ChartCard::isStale() const
{
    return m_stale->isVisibleTo(this);
}

void ChartCard::present(State state)
{
    m_state = state;
    QWidget* const pages[]{m_loading, m_chart, m_empty, m_failed};
    m_stack->setCurrentWidget(pages[static_cast<int>(state)]);
    refreshFoot();
    refreshMenu();
    placeLegend();
}

void ChartCard::placeLegend()
{
    const Theme theme = Theme::of(this);
    const int title = QFontMetrics(theme.font(TextStyle::Heading)).horizontalAdvance(m_card->title());
    const int caption = QFontMetrics(theme.font(TextStyle::Small)).horizontalAdvance(m_card->caption());
    // The padding of the card, the menu button, and the gaps.
    constexpr int kAir = 32 + 24 + 4 * 8;
    const int controls = m_headControls->isVisibleTo(m_card) ? m_headControls->sizeHint().width() + 8 : 0;
    const int stale = isStale() ? m_stale->sizeHint().width() + 8 : 0;
    const bool inHead = title + caption + m_legend->sizeHint().width() + controls + stale + kAir <= width();
    QWidget* room = inHead ? m_headLegend : m_belowLegend;
    if (m_legend->parentWidget() != room) {
        room->layout()->addWidget(m_legend);
        m_legend->show();
    }
    m_legend->setMinimumWidth(inHead ? m_legend->sizeHint().width() : 0);
    const bool wanted = m_state == State::Chart && !m_legend->isEmpty();
    m_menuButton->setVisible(m_state == State::Chart);
    m_headLegend->setVisible(wanted && inHead);
    m_belowLegend->setVisible(wanted && !inHead);
}

void ChartCard::refreshMenu()
{
    const Theme theme = Theme::of(this);
    m_menuButton->setIcon(common::icon(common::IconName::More, theme.color(Token::Muted)));
    // The key is the chart's own: a shortcut of the action would work in the whole window.
    m_tableAction->setText(m_tableShown ? tr("Show chart\tT") : tr("Show table\tT"));
    m_explainAction->setVisible(!m_explanation.isEmpty());
}

ChartPicture ChartCard::picture() const
{
    QString period = m_chart->periodText();
    if (period.isEmpty() && !m_explanation.period.range.isEmpty()) {
        period = common::format::days(m_explanation.period.range);
    }
    const QString caption = m_chart->axisNote().isEmpty() || m_caption.contains(m_chart->axisNote())
        ? m_caption
        : tr("%1; %2").arg(m_caption, m_chart->axisNote());
    return {m_chart, title(), caption,
        //: Below the title of a picture: "24 Oct to 22 Nov 2026, UTC days".
        period.isEmpty() ? QString() : tr("%1, UTC days").arg(period), note(), m_dataMark};
}

void ChartCard::copyImage()
{
    QGuiApplication::clipboard()->setImage(picture().image());
}

void ChartCard::copyData()
{
    QGuiApplication::clipboard()->setText(app::models::tabSeparated(m_chart->table()));
}

void ChartCard::askForImage()
{
    common::SaveQuestion question;
    question.objectName = m_name + QStringLiteral("SaveDialog");
    question.title = tr("Save the picture of “%1”").arg(title());
    question.suggestedName = slugOf(title()) + QStringLiteral(".png");
    question.filters = {tr("PNG image (*.png)"), tr("SVG drawing (*.svg)")};
    m_dialogs->askWhereToSave(window(), question, [card = QPointer(this)](const QString& file, int filter) {
        if (card) {
            card->saveImage(file, filter == 1);
        }
    });
}

void ChartCard::saveImage(const QString& file, bool svg)
{
    const QString problem = picture().save(file, svg ? ChartPicture::Format::Svg : ChartPicture::Format::Png);
    if (problem.isEmpty()) {
        return;
    }
    common::DialogContent content;
    content.objectName = m_name + QStringLiteral("SaveFailed");
    content.title = tr("The picture could not be saved.");
    content.text = tr("Please choose another folder or name.");
    content.details = problem;
    m_dialogs->open(window(), content, {});
}

void ChartCard::contextMenuEvent(QContextMenuEvent* event)
{
    if (m_state != State::Chart) {
        event->ignore();
        return;
    }
    m_menu->popup(event->globalPos());
}

void ChartCard::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_chart) {
        refreshMenu();
    }
}

void ChartCard::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeLegend();
}

} // namespace ui::charts
