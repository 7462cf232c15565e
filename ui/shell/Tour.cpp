// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/Tour.h"

#include "pages/Page.h"
#include "simulator/Simulator.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QCoroTimer>
#include <QDialog>
#include <QDir>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollArea>
#include <QWidget>

#include <stdexcept>

namespace ui::shell {

using app::settings::Appearance;
using namespace std::chrono_literals;

namespace {

constexpr auto kLongestWait = 60s;
constexpr auto kLookAgain = 20ms;
constexpr auto kShortWhile = 300ms; ///< an answer of the store
constexpr QSize kLarge{1440, 900};
constexpr QSize kSmall{1024, 700};

/// What stops the tour. It never leaves run().
class Stopped final : public std::runtime_error
{
public:
    explicit Stopped(const QString& why)
        : std::runtime_error(why.toStdString())
    {
    }
};

bool canBeUsed(const QWidget* widget)
{
    return widget && widget->isVisible() && widget->isEnabled();
}

void scrollTo(QWidget* widget)
{
    for (QWidget* parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
        if (auto* area = qobject_cast<QScrollArea*>(parent)) {
            area->ensureWidgetVisible(widget);
        }
    }
}

void sendMouse(QWidget* widget, QEvent::Type type, QPoint at)
{
    const Qt::MouseButtons held = type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, at, widget->mapToGlobal(at), Qt::LeftButton, held, Qt::NoModifier);
    QApplication::sendEvent(widget, &event);
}

void sendKey(QWidget* widget, int key, Qt::KeyboardModifiers modifiers, const QString& text = {})
{
    for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent event(type, key, modifiers, text);
        QApplication::sendEvent(widget, &event);
    }
}

} // namespace

Tour::Tour(AppController& controller, common::ThemeController& theme, QString folder, QObject* parent)
    : QObject(parent)
    , m_controller(controller)
    , m_theme(theme)
    , m_folder(std::move(folder))
{
}

void Tour::start()
{
    run();
}

QCoro::Task<void> Tour::run()
{
    QString problem;
    try {
        co_await walk();
    } catch (const Stopped& stopped) {
        problem = QString::fromUtf8(stopped.what());
    }
    Q_EMIT finished(problem);
}

QCoro::Task<void> Tour::walk()
{
    if (!QDir().mkpath(m_folder)) {
        throw Stopped(QStringLiteral("the folder %1 cannot be made").arg(m_folder));
    }
    co_await until([this] { return m_controller.window() != nullptr; }, QStringLiteral("the first window"));
    m_controller.window()->resize(kLarge);
    co_await walkWizard();
    m_controller.window()->resize(kLarge);
    co_await walkPages(QString());
    co_await walkCommands();
    co_await walkSettings();
    m_controller.window()->resize(kSmall);
    co_await walkPages(QStringLiteral("-small"));
}

QCoro::Task<void> Tour::walkWizard()
{
    co_await shoot(QStringLiteral("welcome"));
    co_await click(QStringLiteral("connectRoute"));
    co_await shoot(QStringLiteral("prepare-admin-key"));
    co_await click(QStringLiteral("platformKeyRadio"));
    co_await shoot(QStringLiteral("prepare-platform-key"));
    co_await click(QStringLiteral("nextButton"));

    // A key whose scope OpenAI has not applied yet: the state that most first set-ups meet.
    co_await type(QStringLiteral("workspaceIdEdit"), QStringLiteral("org-H4ld3nSyst3ms"));
    co_await shoot(QStringLiteral("key-wrong-id"));
    co_await type(QStringLiteral("workspaceIdEdit"), app::simulator::Simulator::workspace().toString());
    co_await type(QStringLiteral("apiKeyEdit"), app::simulator::Simulator::keyWithoutScope());
    co_await shoot(QStringLiteral("key"));
    co_await click(QStringLiteral("nextButton"));
    co_await until([this] { return canBeUsed(find(QStringLiteral("waitingCard"))); },
        QStringLiteral("the missing scope"));
    co_await shoot(QStringLiteral("verify-waiting-for-scope"));
    co_await click(QStringLiteral("backButton"));

    co_await type(QStringLiteral("apiKeyEdit"), app::simulator::Simulator::acceptedKey());
    co_await click(QStringLiteral("nextButton"));
    co_await until(
        [this] { return canBeUsed(find(QStringLiteral("nextButton"))); }, QStringLiteral("the checks"));
    co_await shoot(QStringLiteral("verify-passed"));
    co_await click(QStringLiteral("nextButton"));
    co_await click(QStringLiteral("days90Radio"));
    co_await shoot(QStringLiteral("backfill-choice"));
    co_await click(QStringLiteral("startBackfillButton"));
    co_await until(
        [this] {
            const WorkspaceSession* session = m_controller.session();
            return session && session->status().progress && session->status().progress->storedDays.size() > 1;
        },
        QStringLiteral("the first stored days"));
    co_await shoot(QStringLiteral("backfill-running"));
    co_await until(
        [this] {
            const WorkspaceSession* session = m_controller.session();
            return session && session->status().state == SyncStatus::State::Idle;
        },
        QStringLiteral("the end of the backfill"));
    co_await shoot(QStringLiteral("done"));
    co_await click(QStringLiteral("openDashboardsButton"));
}

QCoro::Task<void> Tour::walkPages(QString suffix)
{
    co_await click(QStringLiteral("overviewButton"));
    co_await click(QStringLiteral("range30Button"));
    co_await shoot(QStringLiteral("overview") + suffix);
    co_await click(QStringLiteral("peopleTile"));
    co_await shoot(QStringLiteral("explain") + suffix);
    co_await click(QStringLiteral("explainCloseButton"));
    co_await click(QStringLiteral("range90Button"));
    co_await shoot(QStringLiteral("overview-90-days") + suffix);
    co_await click(QStringLiteral("tablesButton"));
    co_await shoot(QStringLiteral("overview-tables") + suffix);
    co_await click(QStringLiteral("chartsButton"));
    co_await click(QStringLiteral("range30Button"));

    co_await click(QStringLiteral("engineersButton"));
    co_await shoot(QStringLiteral("engineers") + suffix);
    auto* table = qobject_cast<QAbstractItemView*>(find(QStringLiteral("engineersTable")));
    if (table && table->model()->rowCount() > 0) {
        table->setFocus();
        co_await press(Qt::Key_Down, Qt::NoModifier);
        co_await press(Qt::Key_Return, Qt::NoModifier);
        co_await until([this] { return canBeUsed(find(QStringLiteral("backToEngineersButton"))); },
            QStringLiteral("the engineer's page"));
        co_await shoot(QStringLiteral("engineer") + suffix);
        co_await click(QStringLiteral("backToEngineersButton"));
    }
    co_await type(QStringLiteral("engineerSearchEdit"), QStringLiteral("nobody is called this"));
    co_await shoot(QStringLiteral("engineers-no-match") + suffix);
    co_await type(QStringLiteral("engineerSearchEdit"), QString());

    co_await click(QStringLiteral("codeReviewButton"));
    co_await shoot(QStringLiteral("code-review") + suffix);
    co_await click(QStringLiteral("tokensButton"));
    co_await shoot(QStringLiteral("tokens") + suffix);
    co_await click(QStringLiteral("surfacesButton"));
    co_await shoot(QStringLiteral("surfaces") + suffix);
    co_await click(QStringLiteral("privacyButton"));
    co_await shoot(QStringLiteral("privacy") + suffix);
}

QCoro::Task<void> Tour::walkCommands()
{
    co_await click(QStringLiteral("overviewButton"));
    co_await choose(QStringLiteral("weeklyAction"));
    co_await shoot(QStringLiteral("overview-weekly"));
    co_await choose(QStringLiteral("dailyAction"));

    co_await click(QStringLiteral("goToButton"));
    co_await shoot(QStringLiteral("go-to"));
    co_await type(QStringLiteral("paletteEdit"), QStringLiteral("alder"));
    co_await QCoro::sleepFor(kShortWhile);
    co_await shoot(QStringLiteral("go-to-a-person"));
    co_await press(Qt::Key_Escape, Qt::NoModifier);

    co_await click(QStringLiteral("syncPill"));
    co_await shoot(QStringLiteral("sync-details"));
    co_await press(Qt::Key_Escape, Qt::NoModifier);

    co_await click(QStringLiteral("exportButton"));
    co_await shoot(QStringLiteral("export"));
    co_await click(QStringLiteral("exportCloseButton"));

    co_await choose(QStringLiteral("shortcutsAction"));
    co_await shoot(QStringLiteral("shortcuts"));
    co_await click(QStringLiteral("shortcutsCloseButton"));

    co_await choose(QStringLiteral("diagnosticsAction"));
    co_await QCoro::sleepFor(kShortWhile);
    co_await shoot(QStringLiteral("diagnostics"));
    co_await click(QStringLiteral("diagnosticsCloseButton"));
}

QCoro::Task<void> Tour::walkSettings()
{
    co_await choose(QStringLiteral("settingsAction"));
    for (const char* section : {"sync", "data", "key", "network", "startup", "appearance", "privacy"}) {
        m_controller.openSettings(QString::fromLatin1(section));
        co_await shoot(QStringLiteral("settings-%1").arg(QLatin1String(section)));
    }
    co_await click(QStringLiteral("settingsCloseButton"));
}

QCoro::Task<void> Tour::choose(QString command)
{
    // What the command is called in the language of the window.
    QString name;
    for (const QWidget* window : QApplication::topLevelWidgets()) {
        if (const auto* action = window->findChild<QAction*>(command)) {
            name = action->text().remove(QLatin1Char('&'));
        }
    }
    if (name.isEmpty()) {
        throw Stopped(QStringLiteral("there is no command %1").arg(command));
    }
    co_await click(QStringLiteral("goToButton"));
    co_await type(QStringLiteral("paletteEdit"), name);
    co_await press(Qt::Key_Return, Qt::NoModifier);
}

QCoro::Task<void> Tour::until(std::function<bool()> isTrue, QString what)
{
    QElapsedTimer timer;
    timer.start();
    while (!isTrue()) {
        if (std::chrono::milliseconds(timer.elapsed()) > kLongestWait) {
            throw Stopped(QStringLiteral("waited in vain for %1").arg(what));
        }
        co_await QCoro::sleepFor(kLookAgain);
    }
}

QCoro::Task<void> Tour::settle()
{
    co_await QCoro::sleepFor(kLookAgain);
    co_await until(
        [this] {
            const auto pages = m_controller.window()->findChildren<pages::Page*>();
            return std::none_of(pages.begin(), pages.end(),
                [](const pages::Page* page) { return page->isVisible() && page->isReading(); });
        },
        QStringLiteral("the page to be read"));
    co_await QCoro::sleepFor(kLookAgain);
}

QCoro::Task<void> Tour::shoot(QString name)
{
    co_await settle();
    ++m_pictures;
    const QString stem
        = QStringLiteral("%1/%2-%3").arg(m_folder).arg(m_pictures, 2, 10, QLatin1Char('0')).arg(name);
    for (const Appearance appearance : {Appearance::Light, Appearance::Dark}) {
        m_theme.setAppearance(appearance);
        co_await settle();
        const QString file = stem
            + (appearance == Appearance::Light ? QStringLiteral("-light.png") : QStringLiteral("-dark.png"));
        if (!picture().save(file)) {
            throw Stopped(QStringLiteral("%1 cannot be written").arg(file));
        }
    }
    m_theme.setAppearance(Appearance::Light);
    co_await settle();
}

QPixmap Tour::picture() const
{
    QWidget* window = m_controller.window();
    QPixmap picture = window->grab();
    // Dialogs stand in windows of their own: into the middle, where a desktop would put them.
    for (QDialog* dialog : window->findChildren<QDialog*>()) {
        if (!dialog->isVisible()) {
            continue;
        }
        QPainter painter(&picture);
        const QPixmap shot = dialog->grab();
        const QPoint corner(
            (window->width() - dialog->width()) / 2, (window->height() - dialog->height()) / 2);
        painter.drawPixmap(corner, shot);
        painter.setPen(common::Theme::of(dialog).color(common::Token::Border));
        painter.drawRect(QRect(corner, dialog->size()));
    }
    return picture;
}

QWidget* Tour::find(const QString& objectName) const
{
    const QList<QWidget*> found = m_controller.window()->findChildren<QWidget*>(objectName);
    const auto visible
        = std::find_if(found.begin(), found.end(), [](const QWidget* w) { return w->isVisible(); });
    return visible == found.end() ? nullptr : *visible;
}

QCoro::Task<void> Tour::click(QString objectName)
{
    // Not in one expression with co_await: GCC 12 destroys the captures of a temporary lambda there twice.
    const std::function<bool()> isThere = [this, objectName] { return canBeUsed(find(objectName)); };
    co_await until(isThere, objectName);
    QWidget* widget = find(objectName);
    scrollTo(widget);
    co_await settle();
    widget = find(objectName);
    if (!widget) {
        throw Stopped(QStringLiteral("%1 went away").arg(objectName));
    }
    const QPoint middle = widget->rect().center();
    sendMouse(widget, QEvent::MouseButtonPress, middle);
    sendMouse(widget, QEvent::MouseButtonRelease, middle);
    co_await settle();
}

QCoro::Task<void> Tour::type(QString objectName, QString text)
{
    // Not in one expression with co_await: GCC 12 destroys the captures of a temporary lambda there twice.
    const std::function<bool()> isThere = [this, objectName] { return canBeUsed(find(objectName)); };
    co_await until(isThere, objectName);
    QWidget* widget = find(objectName);
    scrollTo(widget);
    widget->setFocus();
    sendKey(widget, Qt::Key_A, Qt::ControlModifier);
    sendKey(widget, Qt::Key_Delete, Qt::NoModifier);
    for (const QChar character : text) {
        sendKey(widget, 0, Qt::NoModifier, QString(character));
    }
    co_await settle();
}

QCoro::Task<void> Tour::press(int key, Qt::KeyboardModifiers modifiers)
{
    // A window that lost the desktop's attention to a dialog remembers where its focus was.
    QWidget* focused
        = QApplication::focusWidget() ? QApplication::focusWidget() : m_controller.window()->focusWidget();
    sendKey(focused ? focused : m_controller.window(), key, modifiers);
    co_await settle();
}

} // namespace ui::shell
