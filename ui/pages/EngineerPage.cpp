// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/EngineerPage.h"

#include "charts/ChartCard.h"
#include "common/DialogService.h"
#include "common/DropButton.h"
#include "common/ElidedLabel.h"
#include "common/Format.h"
#include "common/Icons.h"
#include "common/Label.h"
#include "exporting/Exporter.h"
#include "insights/PersonMetrics.h"
#include "insights/Ratio.h"
#include "models/EngineerName.h"
#include "pages/CardGrid.h"
#include "pages/ExplanationKit.h"
#include "pages/FigureText.h"
#include "pages/PeopleExport.h"
#include "pages/StatTile.h"
#include "pages/SurfaceParts.h"
#include "store/CoverageQueries.h"
#include "store/EngineerQueries.h"
#include "store/SurfaceQueries.h"
#include "store/UsageQueries.h"

#include <QClipboard>
#include <QEvent>
#include <QFrame>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui::pages {

namespace {

namespace format = common::format;
using app::core::DayRange;
using app::models::CostUnit;
using app::models::DaySeries;
using app::models::DaySum;
using app::models::Granularity;
using app::models::Measure;
using common::Label;
using common::TextStyle;
using common::Theme;
using common::Token;
using common::Tone;

constexpr int kActivityWeeks = 13;

bool isActive(const app::store::EngineerDay& day)
{
    return day.totals.turns > 0 || day.totals.threads > 0;
}

/// Whole ISO weeks up to the last day of the range.
DayRange activityRange(DayRange range)
{
    const app::core::UtcDay monday = range.last - (range.last.isoWeekday() - 1);
    return {monday - 7 * (kActivityWeeks - 1), range.last};
}

/// A round spot with the initials; a person's outline without.
class Avatar final : public QWidget
{
public:
    Avatar() { setFixedSize(48, 48); }
    void setInitials(const QString& initials)
    {
        m_initials = initials;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme theme = Theme::of(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(Token::AccentWeak));
        painter.drawEllipse(rect());
        if (m_initials.isEmpty()) {
            common::paintIcon(
                painter, common::IconName::People, QRectF(14, 14, 20, 20), theme.color(Token::Accent));
            return;
        }
        painter.setPen(theme.color(Token::Accent));
        painter.setFont(theme.font(TextStyle::Subtitle));
        painter.drawText(rect(), Qt::AlignCenter, m_initials);
    }

private:
    QString m_initials;
};

/// A chevron towards the beginning or the end of the list; mirrored with the reading direction.
class TurnButton final : public QToolButton
{
public:
    explicit TurnButton(bool back)
        : m_back(back)
    {
        setFocusPolicy(Qt::StrongFocus);
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        QToolButton::paintEvent(event);
        QPainter painter(this);
        painter.translate(rect().center());
        if (m_back != (layoutDirection() == Qt::RightToLeft)) {
            painter.rotate(180);
        }
        common::paintIcon(painter, common::IconName::ChevronRight, QRectF(-8, -8, 16, 16),
            Theme::of(this).color(isEnabled() ? Token::Text : Token::Faint));
    }

private:
    bool m_back;
};

/// The mark between the parts of a path.
class PathMark final : public QWidget
{
public:
    PathMark() { setFixedSize(16, 24); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.translate(rect().center());
        if (layoutDirection() == Qt::RightToLeft) {
            painter.rotate(180);
        }
        common::paintIcon(painter, common::IconName::ChevronRight, QRectF(-7, -7, 14, 14),
            Theme::of(this).color(Token::Muted));
    }
};

QString medianText(Measure measure, std::optional<double> median)
{
    if (!median) {
        return {};
    }
    const auto unit = app::models::measureUnit(measure);
    const bool plain = unit == app::models::MeasureUnit::Count || unit == app::models::MeasureUnit::Credits;
    return QCoreApplication::translate("EngineerPage", "workspace median %1")
        .arg(plain ? format::figure(*median) : app::models::fullNumber(measure, *median));
}

} // namespace

/// What the person is compared with. It is the same for everybody, so that turning to the next person asks
/// for that person only.
struct EngineerPage::Peers
{
    DayRange range;
    Granularity granularity = Granularity::Day;
    int storeVersion = 0;
    CostUnit unit = CostUnit::Credits;
    app::insights::WorkspaceMedians medians;
    std::vector<std::optional<app::insights::MiddleHalf>> band; ///< for each bucket

    static app::core::Result<std::shared_ptr<const Peers>> read(
        const app::store::Database& database, DayRange range, Granularity granularity, int storeVersion);
};

app::core::Result<std::shared_ptr<const EngineerPage::Peers>> EngineerPage::Peers::read(
    const app::store::Database& database, DayRange range, Granularity granularity, int storeVersion)
{
    const auto people = app::store::engineers(database, range);
    const auto workspace = app::store::usageByDay(database, range);
    const auto turns = app::store::turnsOfActivePeople(database, app::models::bucketsOf(range, granularity));
    if (!people) {
        return app::core::failure(people.error());
    }
    if (!workspace) {
        return app::core::failure(workspace.error());
    }
    if (!turns) {
        return app::core::failure(turns.error());
    }
    auto peers = std::make_shared<Peers>();
    peers->range = range;
    peers->granularity = granularity;
    peers->storeVersion = storeVersion;
    peers->unit = app::models::costUnitOf(*workspace);
    peers->medians = app::insights::workspaceMedians(*people,
        peers->unit == CostUnit::Usd ? &app::records::Costs::costUsd : &app::records::Costs::credits);
    peers->band = app::insights::middleHalves(*turns);
    return std::shared_ptr<const Peers>(std::move(peers));
}

struct EngineerPage::Data
{
    DayRange range;
    DayRange activityRange;
    Granularity granularity = Granularity::Day;
    app::records::Coverage coverage; ///< of both ranges together
    std::vector<app::store::EngineerDay> days; ///< of both ranges together
    std::optional<std::string> userId;
    app::store::EngineerProfile profile;
    CostUnit unit = CostUnit::Credits;
    std::shared_ptr<const Peers> peers;
    app::insights::WorkspaceMedians medians;
    std::vector<std::optional<app::insights::MiddleHalf>> band; ///< for each bucket
    std::vector<app::store::SurfaceDay> surfaces;
    std::vector<app::store::ModelDay> models;
    std::optional<app::core::Instant> lastSync;

    [[nodiscard]] DaySeries series(Measure measure, DayRange over) const
    {
        return app::models::engineerSeries(measure, over, days, coverage);
    }
    [[nodiscard]] DaySeries series(Measure measure) const { return series(measure, range); }
    [[nodiscard]] DaySum sum(Measure measure) const { return app::models::sumOf(series(measure)); }
    [[nodiscard]] Measure costMeasure() const { return app::models::costMeasure(unit); }
    [[nodiscard]] Measure costPerTurn() const
    {
        return unit == CostUnit::Usd ? Measure::UsdPerTurn : Measure::CreditsPerTurn;
    }
    [[nodiscard]] std::int64_t activeDays() const
    {
        return std::count_if(days.begin(), days.end(),
            [this](const app::store::EngineerDay& day) { return range.contains(day.day) && isActive(day); });
    }
    [[nodiscard]] std::int64_t rows() const
    {
        return std::count_if(days.begin(), days.end(),
            [this](const app::store::EngineerDay& day) { return range.contains(day.day); });
    }
};

EngineerPage::EngineerPage(QWidget* parent)
    : Page(QStringLiteral("engineer"), Scrolling::Page, parent)
    , m_title(tr("Engineer"))
{
    m_breadcrumb = makeBreadcrumb();
    contentLayout()->addWidget(m_breadcrumb);
    contentLayout()->addWidget(makeHead());
    makeTiles();
    makeCharts();
    contentLayout()->addStretch(1);

    const auto key = [this](const QKeySequence& keys, auto what) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, what);
    };
    key(QKeySequence(QKeySequence::Back), [this] { Q_EMIT backRequested(); });
    key(QKeySequence(Qt::ALT | Qt::Key_Up), [this] { turnBy(-1); });
    key(QKeySequence(Qt::ALT | Qt::Key_Down), [this] { turnBy(1); });
    refreshIcons();
    refreshTurns();
}

EngineerPage::~EngineerPage() = default;

QWidget* EngineerPage::makeBreadcrumb()
{
    auto* path = new QWidget;
    auto* row = new QHBoxLayout(path);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    auto* back = new QPushButton(tr("Engineers"));
    back->setObjectName(QStringLiteral("backToEngineersButton"));
    back->setProperty("kind", QStringLiteral("link"));
    back->setAccessibleName(tr("Back to all engineers"));
    //: %1 is a keyboard shortcut.
    back->setToolTip(tr("Back to all engineers (%1)")
                         .arg(QKeySequence(QKeySequence::Back).toString(QKeySequence::NativeText)));
    m_name = new common::ElidedLabel(TextStyle::Subtitle);
    m_name->setObjectName(QStringLiteral("engineerName"));
    row->addWidget(back);
    row->addWidget(new PathMark);
    row->addSpacing(4);
    row->addWidget(m_name, 1);
    connect(back, &QPushButton::clicked, this, &EngineerPage::backRequested);
    return path;
}

QWidget* EngineerPage::makeHead()
{
    auto* head = new QFrame;
    head->setProperty("role", QStringLiteral("card"));
    head->setObjectName(QStringLiteral("personCard"));
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(16);
    m_avatar = new Avatar;
    row->addWidget(m_avatar);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    auto* facts = new QHBoxLayout;
    facts->setSpacing(12);
    m_seen = new common::ElidedLabel(TextStyle::Small, Token::Muted);
    m_seen->setObjectName(QStringLiteral("engineerSeen"));
    m_id = new Label(TextStyle::BodyBold);
    m_id->setObjectName(QStringLiteral("engineerId"));
    m_copyId = new QPushButton(tr("Copy id"));
    m_copyId->setObjectName(QStringLiteral("copyIdButton"));
    m_copyId->setProperty("kind", QStringLiteral("link"));
    m_copyId->setProperty("extent", QStringLiteral("small"));
    m_note = new common::ElidedLabel(TextStyle::Small, Token::Muted);
    m_note->setObjectName(QStringLiteral("engineerNote"));
    facts->addWidget(m_id);
    facts->addWidget(m_copyId);
    facts->addWidget(m_note, 1);
    texts->addLayout(facts);
    texts->addWidget(m_seen);
    row->addLayout(texts, 1);
    m_export = new common::DropButton(TextStyle::Body, common::IconName::Export);
    m_export->setText(tr("Export this person"));
    m_export->setAccessibleName(m_export->text());
    m_export->setObjectName(QStringLiteral("exportPersonButton"));
    m_export->setToolTip(tr("Writes the usage rows of these days into a file"));
    m_export->hide();
    m_previous = new TurnButton(true);
    m_next = new TurnButton(false);
    const auto name = [](QToolButton* button, const QString& objectName, const QString& text, Qt::Key key) {
        button->setObjectName(objectName);
        button->setAccessibleName(text);
        //: %1 says what happens, %2 is a keyboard shortcut.
        button->setToolTip(
            tr("%1 (%2)").arg(text, QKeySequence(Qt::ALT | key).toString(QKeySequence::NativeText)));
    };
    name(m_previous, QStringLiteral("previousPersonButton"), tr("Previous person"), Qt::Key_Up);
    name(m_next, QStringLiteral("nextPersonButton"), tr("Next person"), Qt::Key_Down);
    row->addWidget(m_export);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    connect(m_copyId, &QPushButton::clicked, this, [this] {
        if (m_userId) {
            QGuiApplication::clipboard()->setText(QString::fromStdString(*m_userId));
            m_note->setText(tr("Copied"));
        }
    });
    connect(m_export, &QPushButton::clicked, this, &EngineerPage::exportPerson);
    connect(m_previous, &QToolButton::clicked, this, [this] { turnBy(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { turnBy(1); });
    return head;
}

void EngineerPage::makeTiles()
{
    auto* tiles = new TileRow;
    m_activeDays
        = tiles->addTile(QStringLiteral("engineerActiveDays"), tr("Active days"), StatTile::Size::Detail);
    m_turns = tiles->addTile(
        QStringLiteral("engineerTurns"), app::models::measureName(Measure::Turns), StatTile::Size::Detail);
    m_threads = tiles->addTile(QStringLiteral("engineerThreads"), app::models::measureName(Measure::Threads),
        StatTile::Size::Detail);
    m_cost = tiles->addTile(
        QStringLiteral("engineerCost"), app::models::measureName(Measure::Credits), StatTile::Size::Detail);
    m_costPerTurn = tiles->addTile(QStringLiteral("engineerCostPerTurn"),
        app::models::measureName(Measure::CreditsPerTurn), StatTile::Size::Detail);
    m_cacheRatio = tiles->addTile(QStringLiteral("engineerCacheRatio"),
        app::models::measureName(Measure::CacheRatio), StatTile::Size::Detail);
    contentLayout()->addWidget(tiles);
}

void EngineerPage::makeCharts()
{
    m_turnsChart = addChart(QStringLiteral("engineerDailyTurns"), tr("Turns and credits"), tr("per UTC day"));
    m_activityChart = addChart(QStringLiteral("engineerActivity"), tr("Activity"),
        tr("turns per UTC day, %n week(s)", nullptr, kActivityWeeks));
    m_tokensChart = addChart(QStringLiteral("engineerDailyTokens"), tr("Tokens"), tr("per UTC day"));
    m_surfacesChart = addChart(QStringLiteral("engineerSurfaces"), tr("Surfaces"), tr("credits"));
    m_modelsChart = addChart(QStringLiteral("engineerModels"), tr("Models"), tr("credits"));
    auto* grid = new CardGrid;
    grid->addRow({{m_turnsChart, 760}, {m_activityChart, 400}});
    grid->addRow({{m_tokensChart, 560}, {m_surfacesChart, 292}, {m_modelsChart, 292}});
    contentLayout()->addWidget(grid);
}

QString EngineerPage::title() const
{
    return m_title;
}

void EngineerPage::setDialogs(common::DialogService* dialogs)
{
    m_dialogs = dialogs;
    m_export->setVisible(dialogs != nullptr);
}

void EngineerPage::setEngineer(const std::optional<std::string>& userId)
{
    m_userId = userId;
    refreshTurns();
    turn();
    if (state() != State::Content) {
        nameNewcomer();
    }
}

void EngineerPage::nameNewcomer()
{
    m_namedId = m_userId;
    setName(m_userId ? app::models::shortenedId(QString::fromStdString(*m_userId))
                     : app::models::engineerName({}, {}));
    static_cast<Avatar*>(m_avatar)->setInitials({});
    m_id->clear();
    m_copyId->hide();
    m_seen->setText({});
    m_note->setText({});
}

void EngineerPage::setOrder(std::vector<std::optional<std::string>> order)
{
    m_order = std::move(order);
    refreshTurns();
}

void EngineerPage::refreshTurns()
{
    const auto at = std::find(m_order.begin(), m_order.end(), m_userId);
    const bool listed = at != m_order.end();
    m_previous->setEnabled(listed && at != m_order.begin());
    m_next->setEnabled(listed && at + 1 != m_order.end());
    // Whoever came here on another way than the table has no neighbours.
    m_previous->setVisible(listed && m_order.size() > 1);
    m_next->setVisible(listed && m_order.size() > 1);
}

void EngineerPage::turnBy(int step)
{
    const auto at = std::find(m_order.begin(), m_order.end(), m_userId);
    if (at == m_order.end() || (step < 0 && at == m_order.begin()) || (step > 0 && at + 1 == m_order.end())) {
        return;
    }
    const std::optional<std::string> userId = *(at + step);
    setEngineer(userId);
    Q_EMIT engineerTurned(userId);
}

void EngineerPage::setName(const QString& name)
{
    m_name->setText(name);
    if (name != m_title) {
        m_title = name;
        Q_EMIT titleChanged(m_title);
    }
}

void EngineerPage::load()
{
    const bool isKnown = m_peers && m_peers->range == range() && m_peers->granularity == granularity()
        && m_peers->storeVersion == storeVersion();
    read(
        [range = range(), granularity = granularity(), storeVersion = storeVersion(), userId = m_userId,
            known = isKnown ? m_peers : nullptr](
            const app::store::Database& database) -> app::core::Result<Data> {
            Data figures;
            figures.range = range;
            figures.activityRange = activityRange(range);
            figures.granularity = granularity;
            figures.userId = userId;
            const DayRange both = range.united(figures.activityRange);
            auto coverage = app::store::coverage(database, both);
            auto days = app::store::engineerByDay(database, userId, both);
            const auto profile = app::store::engineerProfile(database, userId);
            auto peers = known ? app::core::Result<std::shared_ptr<const Peers>>(known)
                               : Peers::read(database, range, granularity, storeVersion);
            auto surfaces = app::store::surfacesOfEngineerByDay(database, userId, range);
            auto models = app::store::modelsOfEngineerByDay(database, userId, range);
            if (!coverage) {
                return app::core::failure(coverage.error());
            }
            if (!days) {
                return app::core::failure(days.error());
            }
            if (!profile) {
                return app::core::failure(profile.error());
            }
            if (!peers) {
                return app::core::failure(peers.error());
            }
            if (!surfaces) {
                return app::core::failure(surfaces.error());
            }
            if (!models) {
                return app::core::failure(models.error());
            }
            figures.coverage = std::move(*coverage);
            figures.days = std::move(*days);
            figures.profile = profile->value_or(app::store::EngineerProfile());
            figures.peers = std::move(*peers);
            figures.unit = figures.peers->unit;
            if (userId) {
                // Unattributed is nobody, and nobody is compared with it.
                figures.medians = figures.peers->medians;
                figures.band = figures.peers->band;
            }
            figures.surfaces = std::move(surfaces->days);
            figures.models = std::move(*models);
            figures.lastSync = lastSyncOf(database);
            return figures;
        },
        [this](const Data& figures) { return showFigures(figures); });
}

void EngineerPage::showLoading()
{
    Page::showLoading();
    if (m_namedId != m_userId) {
        nameNewcomer();
    }
    for (StatTile* tile : {m_activeDays, m_turns, m_threads, m_cost, m_costPerTurn, m_cacheRatio}) {
        tile->showLoading();
    }
}

app::models::PeriodSummary EngineerPage::showFigures(const Data& figures)
{
    m_peers = figures.peers;
    const auto summary
        = app::models::summarise(figures.range, figures.coverage, {app::records::Dataset::UsagePerEngineer});
    showPerson(figures);
    showTiles(figures, summary);
    showCharts(figures, summary);
    return summary;
}

void EngineerPage::showPerson(const Data& figures)
{
    if (m_namedId != figures.userId) {
        m_namedId = figures.userId;
        m_note->setText({});
    }
    setName(app::models::engineerName(figures.userId, figures.profile.email));
    static_cast<Avatar*>(m_avatar)->setInitials(app::models::engineerInitials(figures.profile.email));
    const QString id = QString::fromStdString(figures.userId.value_or(std::string()));
    //: %1 is a shortened user id.
    m_id->setText(figures.userId ? tr("id %1").arg(app::models::shortenedId(id)) : QString());
    m_id->setToolTip(id);
    m_id->setVisible(figures.userId.has_value());
    m_copyId->setVisible(figures.userId.has_value());
    const auto& active = figures.profile.active;
    if (!figures.userId) {
        m_seen->setText(tr("Rows that OpenAI delivered without a person, for example automation."));
    } else if (!active) {
        m_seen->setText(tr("no activity in the cache"));
    } else {
        const QString first = format::dayMedium(active->first);
        const QString last = format::dayMedium(active->last);
        m_seen->setText(app::insights::isStartUnknown(figures.profile)
                ? tr("first seen %1, start unknown · last active %2").arg(first, last)
                : tr("first seen %1 · last active %2").arg(first, last));
    }
}

void EngineerPage::showTiles(const Data& figures, const app::models::PeriodSummary& summary)
{
    const DaySum turns = figures.sum(Measure::Turns);
    const DaySum threads = figures.sum(Measure::Threads);
    const DaySum cost = figures.sum(figures.costMeasure());
    const DaySum uncached = figures.sum(Measure::UncachedInput);
    const DaySum cached = figures.sum(Measure::CachedInput);
    const std::optional<double> active
        = summary.stored > 0 ? std::optional(static_cast<double>(figures.activeDays())) : std::nullopt;
    const auto share = app::insights::ratio(active, summary.stored);
    const auto turnsPerThread = app::insights::ratio(turns.value, threads.value);
    const auto costPerTurn = app::insights::ratio(cost.value, turns.value);
    std::optional<double> input;
    if (uncached.value && cached.value) {
        input = *uncached.value + *cached.value;
    }
    const auto cacheRatio = app::insights::ratio(cached.value, input);
    const app::insights::WorkspaceMedians& medians = figures.medians;

    const ExplanationKit kit(summary, figures.lastSync, figures.rows());
    const QString source = tr("usage of this person, sum over days");
    const QString medianSource
        = tr("median of %n active people", nullptr, static_cast<int>(medians.activePeople));
    const auto inputs = [&](ExplanationKit::Inputs own, Measure measure, std::optional<double> median) {
        if (median) {
            own.push_back(ExplanationKit::input(measure, median, medianSource, tr("Workspace median")));
        }
        return own;
    };
    const QString notSaid
        = tr("It counts use, not work: nothing here says how much or how well somebody works.");

    //: %1 is a share: "Active days, 45 % of 29".
    m_activeDays->setLabel(share
            ? tr("Active days, %1 of %n", nullptr, summary.stored).arg(format::percent(*share, 0))
            : tr("Active days"));
    m_activeDays->setFigure(
        Measure::ActiveEngineers, active, medianText(Measure::ActiveEngineers, medians.activeDays));
    m_activeDays->setExplanation(kit.of(tr("Active days"), Measure::ActiveEngineers, active,
        tr("stored days with turns or threads above zero"),
        inputs({ExplanationKit::input(
                    Measure::ActiveEngineers, summary.stored, tr("days in the cache"), tr("Stored days")),
                   {tr("Share"), share ? format::percent(*share) : format::none(),
                       tr("active days ÷ stored days")}},
            Measure::ActiveEngineers, medians.activeDays),
        notSaid));

    m_turns->setFigure(Measure::Turns, turns.value, medianText(Measure::Turns, medians.turns));
    m_turns->setExplanation(kit.of(app::models::measureName(Measure::Turns), Measure::Turns, turns.value,
        tr("sum of turns over the stored days"),
        inputs({ExplanationKit::input(Measure::Turns, turns.value, source)}, Measure::Turns, medians.turns),
        notSaid));

    m_threads->setLabel(turnsPerThread ? tr("Threads, %1 turns each").arg(format::number(*turnsPerThread, 1))
                                       : app::models::measureName(Measure::Threads));
    m_threads->setFigure(Measure::Threads, threads.value, medianText(Measure::Threads, medians.threads));
    m_threads->setExplanation(
        kit.of(app::models::measureName(Measure::Threads), Measure::Threads, threads.value,
            ExplanationKit::ratioFormula(
                tr("turns ÷ threads"), Measure::Turns, turns.value, Measure::Threads, threads.value),
            inputs({ExplanationKit::input(Measure::Threads, threads.value, source),
                       ExplanationKit::input(Measure::Turns, turns.value, source),
                       ExplanationKit::input(Measure::TurnsPerThread, turnsPerThread, tr("turns ÷ threads"))},
                Measure::Threads, medians.threads),
            notSaid));

    const Measure costMeasure = figures.costMeasure();
    m_cost->setLabel(app::models::measureName(costMeasure));
    m_cost->setFigure(costMeasure, cost.value, medianText(costMeasure, medians.cost));
    m_cost->setExplanation(kit.of(app::models::measureName(costMeasure), costMeasure, cost.value,
        tr("sum over the stored days; days without a figure are left out"),
        inputs({ExplanationKit::input(costMeasure, cost.value, source)}, costMeasure, medians.cost),
        notSaid));

    const Measure perTurn = figures.costPerTurn();
    m_costPerTurn->setLabel(app::models::measureName(perTurn));
    m_costPerTurn->setFigure(perTurn, costPerTurn, medianText(perTurn, medians.costPerTurn));
    m_costPerTurn->setExplanation(kit.of(app::models::measureName(perTurn), perTurn, costPerTurn,
        ExplanationKit::ratioFormula(
            figures.unit == CostUnit::Usd ? tr("USD ÷ turns") : tr("credits ÷ turns"), costMeasure,
            cost.value, Measure::Turns, turns.value),
        inputs({ExplanationKit::input(costMeasure, cost.value, source),
                   ExplanationKit::input(Measure::Turns, turns.value, source)},
            perTurn, medians.costPerTurn),
        notSaid));

    m_cacheRatio->setFigure(
        Measure::CacheRatio, cacheRatio, medianText(Measure::CacheRatio, medians.cacheRatio));
    m_cacheRatio->setExplanation(
        kit.of(app::models::measureName(Measure::CacheRatio), Measure::CacheRatio, cacheRatio,
            ExplanationKit::ratioFormula(tr("cached input ÷ (uncached + cached input)"), Measure::CachedInput,
                cached.value, Measure::UncachedInput, input),
            inputs({ExplanationKit::input(Measure::UncachedInput, uncached.value, source),
                       ExplanationKit::input(Measure::CachedInput, cached.value, source)},
                Measure::CacheRatio, medians.cacheRatio),
            tr("A low ratio is no fault: it depends on what was asked, and on how the service caches.")));
}

void EngineerPage::showCharts(const Data& figures, const app::models::PeriodSummary& summary)
{
    const bool weekly = figures.granularity == Granularity::Week;
    const QString per = weekly ? tr("per ISO week") : tr("per UTC day");
    const auto shown = [&figures](Measure measure) {
        return app::models::atGranularity(figures.series(measure), figures.granularity);
    };
    const ExplanationKit kit(summary, figures.lastSync, figures.rows());
    const DaySum cost = figures.sum(figures.costMeasure());
    const bool usd = figures.unit == CostUnit::Usd;

    app::models::DayPlot turns;
    turns.columns = {shown(Measure::Turns)};
    turns.lines = {shown(figures.costMeasure())};
    // The second series: both would wear the colour of a main one.
    turns.lines[0].category = 2;
    turns.linesOnRightAxis = true;
    const bool compares = std::any_of(
        figures.band.begin(), figures.band.end(), [](const auto& half) { return half.has_value(); });
    if (compares) {
        app::models::DayPlot::Band band{tr("P25 to P75"), turns.columns[0], turns.columns[0]};
        for (std::size_t bucket = 0; bucket < figures.band.size(); ++bucket) {
            const auto& half = figures.band[bucket];
            const bool drawn = half && turns.columns[0].points[bucket].isStored();
            band.lower.points[bucket].value = drawn ? std::optional(half->low) : std::nullopt;
            band.upper.points[bucket].value = drawn ? std::optional(half->high) : std::nullopt;
        }
        turns.band = std::move(band);
    }
    m_turnsChart->setTitle(usd ? tr("Turns and USD") : tr("Turns and credits"), per);
    m_turnsChart->show(std::move(turns));
    QStringList notes{
        withoutFigureText(cost), billedApartText(figures.unit, figures.series(Measure::CostUsd))};
    notes.removeAll(QString());
    m_turnsChart->setNote(notes.join(u' '));
    m_turnsChart->setExplanation(kit.ofChart(m_turnsChart->title(),
        compares
            ? tr("Turns and consumption of this person; the band holds the middle half of the people who "
                 "were active then (25th to 75th percentile of their turns, by linear interpolation). It "
                 "is left out where fewer than five were active.")
            : tr("Turns and consumption of this person."),
        {ExplanationKit::input(
             Measure::Turns, figures.sum(Measure::Turns).value, tr("usage of this person, sum over days")),
            ExplanationKit::input(
                figures.costMeasure(), cost.value, tr("usage of this person, sum over days"))}));

    m_activityChart->show(app::models::HeatPlot{figures.series(Measure::Turns, figures.activityRange)});
    const auto activity = app::models::summarise(
        figures.activityRange, figures.coverage, {app::records::Dataset::UsagePerEngineer});
    m_activityChart->setExplanation(kit.over(activity).ofChart(m_activityChart->title(),
        tr("Turns of each UTC day, in %n ISO week(s) up to the last day of the range. The colour is the "
           "share "
           "of the largest day.",
            nullptr, kActivityWeeks)));

    const DaySum output = figures.sum(Measure::Output);
    m_tokensChart->setTitle(tr("Tokens"), per);
    m_tokensChart->showSeries(
        {shown(Measure::UncachedInput), shown(Measure::CachedInput), shown(Measure::Output)});
    m_tokensChart->setNote(withoutFigureText(output));
    ExplanationKit::Inputs tokens;
    for (const Measure measure : {Measure::UncachedInput, Measure::CachedInput, Measure::Output}) {
        tokens.push_back(ExplanationKit::input(
            measure, figures.sum(measure).value, tr("usage of this person, sum over days")));
    }
    m_tokensChart->setExplanation(kit.ofChart(m_tokensChart->title(),
        tr("Uncached input, cached input and output of this person. Null is not zero: what the service did "
           "not "
           "give is left out."),
        std::move(tokens)));

    // Without consumption the parts are told by what else there is: turns, and for models tokens.
    const bool hasCost = cost.value.value_or(0) > 0;
    const Measure bySurface = hasCost ? figures.costMeasure() : Measure::Turns;
    const Measure byModel = hasCost ? figures.costMeasure() : Measure::TotalTokens;
    std::optional<double> allTokens;
    for (const Measure measure : {Measure::UncachedInput, Measure::CachedInput, Measure::Output}) {
        if (const auto value = figures.sum(measure).value) {
            allTokens = allTokens.value_or(0) + *value;
        }
    }
    const auto showShares = [&](charts::ChartCard* card, Measure measure, std::optional<double> whole,
                                const Shares& shares, const QString& formula) {
        card->setTitle(card->title(), app::models::measureName(measure));
        if (shares.plot.rows.empty()) {
            card->showEmpty(tr("Nothing to divide"), tr("These days hold no use that names its parts."));
        } else {
            card->show(shares.plot);
        }
        card->setNote(shares.excess > 0
                ? tr("The parts exceed the whole by %1: what the service delivered does not add up.")
                      .arg(app::models::fullNumber(measure, shares.excess))
                : QString());
        card->setExplanation(kit.ofChart(card->title(), formula,
            {ExplanationKit::input(measure, whole, tr("usage of this person, sum over days"), tr("Whole")),
                ExplanationKit::input(measure, shares.parts, tr("sum of what is named"), tr("Parts"))},
            tr("Parts need not add up to the whole; the rest is not attributed.")));
    };
    const auto surfaceWhole = hasCost ? cost.value : figures.sum(Measure::Turns).value;
    const auto modelWhole = hasCost ? cost.value : allTokens;
    showShares(m_surfacesChart, bySurface, surfaceWhole,
        surfaceShares(bySurface, surfaceWhole, figures.surfaces),
        tr("What each surface had of the whole of this person."));
    showShares(m_modelsChart, byModel, modelWhole, modelShares(byModel, modelWhole, figures.models),
        tr("What each model had of the whole of this person."));
}

void EngineerPage::exportPerson()
{
    if (!m_dialogs) {
        return;
    }
    PeopleExport what;
    what.title = tr("Export the usage rows of this person");
    what.baseName = exportBaseName(QStringLiteral("person"), range(), !dataMark().isEmpty());
    what.write = [this, days = range(), userId = m_userId](
                     const QString& file, app::exporting::Format format) -> PeopleExport::Written {
        app::exporting::ExportRequest request;
        request.table = app::exporting::Table::Usage;
        request.format = format;
        request.range = days;
        request.file = file;
        // That the file may be replaced was asked with its name.
        request.replace = true;
        const app::exporting::Cell wanted = userId ? app::exporting::Cell(*userId) : app::exporting::Cell();
        request.keep = [wanted](const app::exporting::Row& row) { return row.at(1) == wanted; };
        if (!store()) {
            return QtFuture::makeReadyFuture(app::core::Result<std::int64_t>(
                app::core::failure(app::core::ErrorKind::StoreFailed, QString())));
        }
        return store()->read([request](const app::store::Database& database) {
            return app::exporting::exportTable(database, request, {});
        });
    };
    what.done = [this](const QString& note) { m_note->setText(note); };
    saveExport(this, *m_dialogs, std::move(what));
}

void EngineerPage::refreshIcons()
{
    m_copyId->setIcon(common::icon(common::IconName::Copy, Theme::of(this).color(Token::Accent)));
}

void EngineerPage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_copyId) {
        refreshIcons();
    }
}

} // namespace ui::pages
