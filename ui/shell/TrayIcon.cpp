// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/TrayIcon.h"

#include "common/Icons.h"
#include "common/Theme.h"
#include "shell/StatusText.h"

#include <QAction>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace ui::shell {

using common::Theme;
using common::Token;

namespace {

constexpr std::size_t kMostLines = 8; ///< a menu, not a list

/// The mark with a badge in its lower trailing corner. A box of 32 units; the badge has a rim that is cut out
/// of the mark, so that it stands on every panel.
class TrayIconEngine final : public QIconEngine
{
public:
    explicit TrayIconEngine(TrayState state)
        : m_state(state)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode, QIcon::State) override
    {
        constexpr qreal kUnits = 32;
        const Theme theme(Theme::Mode::Light);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(rect.topLeft());
        painter->scale(rect.width() / kUnits, rect.height() / kUnits);
        common::paintBrandMark(*painter, QRectF(0, 0, kUnits, kUnits), theme, Qt::transparent);
        if (m_state != TrayState::Ready) {
            const QPainterPath outline = badge();
            painter->setCompositionMode(QPainter::CompositionMode_Clear);
            painter->strokePath(outline, QPen(Qt::black, 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter->setCompositionMode(QPainter::CompositionMode_SourceOver);
            painter->fillPath(outline, theme.color(color()));
            paintSign(*painter, theme.color(Token::OnAccent));
        }
        painter->restore();
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap image(size);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return image;
    }

    // A tray on D-Bus is sent pictures of these sizes.
    QList<QSize> availableSizes(QIcon::Mode, QIcon::State) override
    {
        QList<QSize> sizes;
        for (const int edge : {16, 22, 24, 32, 44, 48, 64}) {
            sizes.append(QSize(edge, edge));
        }
        return sizes;
    }

    [[nodiscard]] QIconEngine* clone() const override { return new TrayIconEngine(*this); }

private:
    /// Triangle, disc, square: three outlines for three kinds of state.
    [[nodiscard]] QPainterPath badge() const
    {
        QPainterPath path;
        switch (m_state) {
        case TrayState::Trouble:
            path.addPolygon(QPolygonF({{22, 12}, {31.5, 30.5}, {12.5, 30.5}}));
            path.closeSubpath();
            break;
        case TrayState::Paused: path.addRoundedRect(QRectF(14, 14, 17, 17), 3, 3); break;
        case TrayState::Working:
        case TrayState::Waiting:
        case TrayState::Ready: path.addEllipse(QRectF(13.5, 13.5, 18, 18)); break;
        }
        return path;
    }

    [[nodiscard]] Token color() const
    {
        switch (m_state) {
        case TrayState::Trouble: return Token::Negative;
        case TrayState::Working: return Token::Accent;
        case TrayState::Waiting: return Token::Warning;
        case TrayState::Paused:
        case TrayState::Ready: break;
        }
        return Token::Muted;
    }

    void paintSign(QPainter& painter, const QColor& ink) const
    {
        painter.setPen(QPen(ink, 2.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        switch (m_state) {
        case TrayState::Trouble:
            painter.drawLine(QPointF(22, 19), QPointF(22, 23.5));
            painter.drawPoint(QPointF(22, 27.8));
            break;
        case TrayState::Paused:
            painter.drawLine(QPointF(19.8, 18.5), QPointF(19.8, 26.5));
            painter.drawLine(QPointF(25.2, 18.5), QPointF(25.2, 26.5));
            break;
        case TrayState::Waiting: // a clock
            painter.drawPolyline(QPolygonF({{22.5, 17.5}, {22.5, 22.8}, {26.2, 24.8}}));
            break;
        case TrayState::Working: // an arrow that points down: numbers come in
            painter.drawLine(QPointF(22.5, 17.5), QPointF(22.5, 27));
            painter.drawPolyline(QPolygonF({{18.6, 23.3}, {22.5, 27.2}, {26.4, 23.3}}));
            break;
        case TrayState::Ready: break;
        }
    }

    TrayState m_state;
};

TrayState stateOfOne(const SyncStatus& status, app::core::Instant now)
{
    using common::Pill;
    switch (status.state) {
    case SyncStatus::State::Paused: return TrayState::Paused;
    case SyncStatus::State::Running: return TrayState::Working;
    case SyncStatus::State::Waiting:
    case SyncStatus::State::WaitingForScope: return TrayState::Waiting;
    case SyncStatus::State::NeedsKey:
    case SyncStatus::State::Stopped: return TrayState::Trouble;
    case SyncStatus::State::NeverSynced:
    case SyncStatus::State::Idle: return TrayState::Ready;
    case SyncStatus::State::Failed: break;
    }
    // Being offline is no alarm: the words say it.
    switch (statustext::pill(status, now).kind) {
    case Pill::Kind::Negative: return TrayState::Trouble;
    case Pill::Kind::Warning: return TrayState::Waiting;
    default: return TrayState::Ready;
    }
}

} // namespace

TrayIcon::TrayIcon(const app::core::Clock& clock, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_menu.setObjectName(QStringLiteral("trayMenu"));
    const auto add = [this](const QString& name, const QString& text) {
        QAction* action = m_menu.addAction(text);
        action->setObjectName(name);
        return action;
    };
    m_firstCommand = m_menu.addSeparator();
    QAction* open = add(QStringLiteral("trayOpen"), tr("Open Threadcount"));
    m_sync = add(QStringLiteral("traySync"), tr("Sync now"));
    m_pause = add(QStringLiteral("trayPause"), {});
    m_menu.addSeparator();
    QAction* quit = add(QStringLiteral("trayQuit"), tr("Quit"));
    m_menu.setDefaultAction(open);
    connect(open, &QAction::triggered, this, &TrayIcon::openRequested);
    connect(m_sync, &QAction::triggered, this, &TrayIcon::syncRequested);
    connect(
        m_pause, &QAction::triggered, this, [this] { Q_EMIT pauseRequested(state() != TrayState::Paused); });
    connect(quit, &QAction::triggered, this, &TrayIcon::quitRequested);
    // The words tell times, and those of yesterday read otherwise than those of today.
    connect(&m_menu, &QMenu::aboutToShow, this, &TrayIcon::refresh);

    m_icon.setContextMenu(&m_menu);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick) {
            Q_EMIT openRequested();
        }
    });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, &TrayIcon::balloonClicked);
    refresh();
}

void TrayIcon::setEntries(std::vector<Entry> entries)
{
    m_entries = std::move(entries);
    refresh();
}

void TrayIcon::show()
{
    m_isWanted = true;
    refresh();
    // Without a tray there is nothing to show it in, and Qt would look for one in vain.
    if (QSystemTrayIcon::isSystemTrayAvailable()) {
        m_icon.show();
    }
}

void TrayIcon::hide()
{
    m_isWanted = false;
    m_icon.hide();
}

bool TrayIcon::tell(const QString& title, const QString& text)
{
    if (!m_icon.isVisible() || !QSystemTrayIcon::supportsMessages()) {
        return false;
    }
    m_icon.showMessage(title, text, iconOf(TrayState::Ready));
    return true;
}

TrayState TrayIcon::state() const
{
    return stateOf(m_entries, m_clock.now());
}

TrayState TrayIcon::stateOf(const std::vector<Entry>& entries, app::core::Instant now)
{
    TrayState worst = TrayState::Ready;
    bool allPaused = !entries.empty();
    for (const Entry& entry : entries) {
        const TrayState state = stateOfOne(entry.status, now);
        allPaused = allPaused && state == TrayState::Paused;
        if (state != TrayState::Paused) {
            worst = std::min(worst, state);
        }
    }
    return allPaused ? TrayState::Paused : worst;
}

QIcon TrayIcon::iconOf(TrayState state)
{
    return QIcon(new TrayIconEngine(state));
}

void TrayIcon::refresh()
{
    const app::core::Instant now = m_clock.now();
    const TrayState state = stateOf(m_entries, now);
    QStringList lines;
    for (const Entry& entry : m_entries) {
        const QString words = statustext::pill(entry.status, now).text;
        lines << (m_entries.size() == 1 ? words
                                        : tr("%1: %2", "name of a workspace, state").arg(entry.name, words));
    }
    if (lines.isEmpty()) {
        lines << tr("Not set up yet");
    } else if (m_entries.size() > kMostLines) {
        const auto more = static_cast<int>(m_entries.size() - kMostLines);
        lines = lines.mid(0, static_cast<qsizetype>(kMostLines));
        lines << tr("and %n more workspace(s)", nullptr, more);
    }

    // A running sync tells of itself several times a second; a tray is told only what it does not know.
    if (lines == m_words && state == m_shownState) {
        return;
    }
    m_words = lines;
    m_shownState = state;
    while (m_lines.size() > static_cast<std::size_t>(lines.size())) {
        delete m_lines.back();
        m_lines.pop_back();
    }
    while (m_lines.size() < static_cast<std::size_t>(lines.size())) {
        m_lines.push_back(new QAction(&m_menu));
        m_lines.back()->setEnabled(false);
        m_menu.insertAction(m_firstCommand, m_lines.back());
    }
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        m_lines[i]->setText(QString(lines.at(static_cast<qsizetype>(i))).replace(u'&', QStringLiteral("&&")));
    }
    m_sync->setEnabled(!m_entries.empty());
    m_pause->setEnabled(!m_entries.empty());
    m_pause->setText(state == TrayState::Paused ? tr("Resume syncing") : tr("Pause syncing"));
    m_icon.setIcon(iconOf(state));
    m_icon.setToolTip(tr("Threadcount\n%1", "states of the workspaces, one a line").arg(lines.join(u'\n')));
}

} // namespace ui::shell
