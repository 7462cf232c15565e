// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/Banner.h"
#include "common/Card.h"
#include "common/DropButton.h"
#include "common/Label.h"
#include "common/PillButton.h"
#include "common/SegmentedControl.h"
#include "common/ThemeController.h"
#include "support/TestCase.h"

#include <QApplication>
#include <QComboBox>
#include <QDBusConnection>
#include <QDBusVariant>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

using namespace ui::common;
using app::settings::Appearance;

/// The part of the desktop portal that the theme listens to, on the private bus of this test.
class FakePortal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    explicit FakePortal(uint scheme)
        : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("portal")))
        , m_scheme(scheme)
    {
        m_bus.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), this,
            QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
        m_registered = m_bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop"));
    }
    ~FakePortal() override
    {
        m_bus.unregisterService(QStringLiteral("org.freedesktop.portal.Desktop"));
        m_bus.unregisterObject(QStringLiteral("/org/freedesktop/portal/desktop"));
        QDBusConnection::disconnectFromBus(QStringLiteral("portal"));
    }
    [[nodiscard]] bool isRegistered() const { return m_registered; }
    [[nodiscard]] int asked() const { return m_asked; }
    void change(const QString& group, const QString& key, uint value)
    {
        Q_EMIT SettingChanged(group, key, QDBusVariant(value));
    }

public Q_SLOTS:
    QDBusVariant Read(const QString& group, const QString& key)
    {
        Q_UNUSED(group)
        Q_UNUSED(key)
        ++m_asked;
        // The real one wraps twice.
        return QDBusVariant(QVariant::fromValue(QDBusVariant(m_scheme)));
    }

Q_SIGNALS:
    void SettingChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    QDBusConnection m_bus;
    uint m_scheme;
    int m_asked = 0;
    bool m_registered = false;
};

class TestShellTheme : public support::TestCase
{
    Q_OBJECT

protected:
    void setUp() override { m_before = QApplication::palette(); }
    void tearDown() override
    {
        qApp->setStyleSheet(QString());
        QApplication::setPalette(m_before);
    }

private Q_SLOTS:
    void appliesPaletteAndSheet();
    void switchesLiveAndBack();
    void widgetsTakeTheColorsOfTheTheme();
    void followsTheDesktopThroughThePortal();
    void ownChoiceWinsOverTheDesktop();
    void startsWithThePaletteWhereThePortalIsSilent();
    void labelsFollowTheApplicationFont();
    void controlsAreAsHighAsDrawn_data();
    void controlsAreAsHighAsDrawn();
    void iconsSitStraightInInputs();
    void dropButtonsElideAndShowTheirMenu();

private:
    QPalette m_before;
};

void TestShellTheme::appliesPaletteAndSheet()
{
    ThemeController controller(*qApp, Appearance::Light);
    QCOMPARE(QApplication::palette().color(QPalette::Window), QColor(0xF1, 0xF3, 0xF2));
    QCOMPARE(QApplication::palette().color(QPalette::Highlight), QColor(0x0F, 0x65, 0x70));
    QCOMPARE(qApp->styleSheet(), controller.theme().styleSheet());
    QVERIFY(!Theme::of(nullptr).isDark());
}

void TestShellTheme::switchesLiveAndBack()
{
    ThemeController controller(*qApp, Appearance::Light);
    QSignalSpy changed(&controller, &ThemeController::themeChanged);

    controller.setAppearance(Appearance::Dark);
    QCOMPARE(changed.count(), 1);
    QVERIFY(Theme::of(nullptr).isDark());
    QCOMPARE(QApplication::palette().color(QPalette::Window), QColor(0x10, 0x14, 0x15));

    controller.setAppearance(Appearance::Dark);
    QCOMPARE(changed.count(), 1);

    controller.setAppearance(Appearance::Light);
    QCOMPARE(changed.count(), 2);
    QCOMPARE(QApplication::palette().color(QPalette::Window), QColor(0xF1, 0xF3, 0xF2));
    QCOMPARE(qApp->styleSheet(), Theme(Theme::Mode::Light).styleSheet());
}

void TestShellTheme::widgetsTakeTheColorsOfTheTheme()
{
    ThemeController controller(*qApp, Appearance::Light);
    QWidget window;
    auto* layout = new QVBoxLayout(&window);
    auto* card = new Card(QStringLiteral("Title"), QStringLiteral("caption"));
    auto* button = new QPushButton;
    button->setProperty("kind", QStringLiteral("primary"));
    button->setMinimumWidth(200);
    layout->addWidget(card);
    layout->addWidget(button);
    window.resize(400, 300);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));

    for (const Appearance appearance : {Appearance::Light, Appearance::Dark, Appearance::Light}) {
        controller.setAppearance(appearance);
        const Theme theme = controller.theme();
        const QImage shot = window.grab().toImage();
        QCOMPARE(shot.pixelColor(1, 1), theme.color(Token::Bg));
        QCOMPARE(shot.pixelColor(card->geometry().center()), theme.color(Token::Raised));
        QCOMPARE(shot.pixelColor(card->geometry().center().x(), card->geometry().top()),
            theme.color(Token::Border));
        QCOMPARE(shot.pixelColor(button->geometry().center()), theme.color(Token::Accent));
    }
}

void TestShellTheme::followsTheDesktopThroughThePortal()
{
    FakePortal portal(1);
    QVERIFY(portal.isRegistered());
    ThemeController controller(*qApp, Appearance::System);
    QTRY_VERIFY(Theme::of(nullptr).isDark());
    QCOMPARE(portal.asked(), 1);

    QSignalSpy changed(&controller, &ThemeController::themeChanged);
    const QString group = QStringLiteral("org.freedesktop.appearance");
    portal.change(QStringLiteral("org.example.other"), QStringLiteral("color-scheme"), 2);
    portal.change(group, QStringLiteral("accent-color"), 2);
    portal.change(group, QStringLiteral("color-scheme"), 2);
    QTRY_VERIFY(!Theme::of(nullptr).isDark());
    QCOMPARE(changed.count(), 1);
    portal.change(group, QStringLiteral("color-scheme"), 1);
    QTRY_VERIFY(Theme::of(nullptr).isDark());
    // No preference means light.
    portal.change(group, QStringLiteral("color-scheme"), 0);
    QTRY_VERIFY(!Theme::of(nullptr).isDark());
}

void TestShellTheme::ownChoiceWinsOverTheDesktop()
{
    FakePortal portal(1);
    ThemeController controller(*qApp, Appearance::Light);
    QTRY_COMPARE(portal.asked(), 1);
    QSignalSpy changed(&controller, &ThemeController::themeChanged);
    controller.setAppearance(Appearance::System);
    QTRY_VERIFY(Theme::of(nullptr).isDark());
    QCOMPARE(changed.count(), 1);
    controller.setAppearance(Appearance::Light);
    QVERIFY(!Theme::of(nullptr).isDark());
}

void TestShellTheme::startsWithThePaletteWhereThePortalIsSilent()
{
    QPalette dark;
    dark.setColor(QPalette::Window, QColor(20, 20, 20));
    dark.setColor(QPalette::WindowText, Qt::white);
    QApplication::setPalette(dark);
    ThemeController controller(*qApp, Appearance::System);
    QVERIFY(controller.theme().isDark());
    QCOMPARE(QApplication::palette().color(QPalette::Window), QColor(0x10, 0x14, 0x15));
}

void TestShellTheme::labelsFollowTheApplicationFont()
{
    const QFont before = QApplication::font();
    ThemeController controller(*qApp, Appearance::Light);
    Label label(QStringLiteral("Overview"), TextStyle::Title);
    label.show();
    QFont larger = before;
    larger.setPointSizeF(20);
    QApplication::setFont(larger);
    QTRY_COMPARE(qRound(label.font().pointSizeF() * 10), 308);
    QVERIFY(label.font().bold());
    QApplication::setFont(before);
}

void TestShellTheme::controlsAreAsHighAsDrawn_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("extent");
    QTest::addColumn<int>("height");
    const auto row = [](const char* kind, const char* extent, int height) {
        QTest::addRow("%s %s", kind, extent)
            << QString::fromLatin1(kind) << QString::fromLatin1(extent) << height;
    };
    row("button", "", 32);
    row("button", "small", 28);
    row("button", "footer", 36);
    row("tool button", "", 32);
    row("tool button", "small", 28);
    row("input", "", 36);
    row("input", "toolbar", 32);
    row("combo box", "", 36);
    row("combo box", "toolbar", 32);
    row("segments", "", 32);
    row("pill", "", 24);
    row("pill button", "", 24);
    row("drop button", "", 32);
}

void TestShellTheme::controlsAreAsHighAsDrawn()
{
    QFETCH(QString, kind);
    QFETCH(QString, extent);
    QFETCH(int, height);
    const ThemeController controller(*qApp, Appearance::Light);
    QWidget window;
    QWidget* widget = nullptr;
    if (kind == QLatin1String("button")) {
        widget = new QPushButton(QStringLiteral("Sync now"), &window);
    } else if (kind == QLatin1String("tool button")) {
        widget = new QToolButton(&window);
    } else if (kind == QLatin1String("input")) {
        widget = new QLineEdit(&window);
    } else if (kind == QLatin1String("combo box")) {
        widget = new QComboBox(&window);
    } else if (kind == QLatin1String("segments")) {
        auto* segments = new SegmentedControl(&window);
        segments->addSegment(QStringLiteral("one"), QStringLiteral("One"));
        widget = segments;
    } else if (kind == QLatin1String("pill")) {
        widget = new Pill(Pill::Kind::Ok, QStringLiteral("Synced"), &window);
    } else if (kind == QLatin1String("pill button")) {
        auto* pill = new PillButton(&window);
        pill->setState(Pill::Kind::Ok, QStringLiteral("Synced"));
        widget = pill;
    } else {
        widget = new DropButton(TextStyle::Body, IconName::Teams, &window);
    }
    if (!extent.isEmpty()) {
        widget->setProperty("extent", extent);
    }
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QCOMPARE(qMax(widget->sizeHint().height(), widget->minimumHeight()), height);
}

void TestShellTheme::iconsSitStraightInInputs()
{
    const ThemeController controller(*qApp, Appearance::Light);
    QWidget window;
    auto* layout = new QVBoxLayout(&window);
    auto* edit = new QLineEdit;
    edit->addAction(icon(IconName::Search, Qt::black), QLineEdit::LeadingPosition);
    layout->addWidget(edit);
    window.resize(300, 80);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const auto* button = edit->findChild<QToolButton*>();
    QVERIFY(button);
    QVERIFY2(std::abs(button->geometry().center().y() - edit->rect().center().y()) <= 1,
        qPrintable(QString::number(button->geometry().center().y())));
    QVERIFY(button->height() <= edit->height());
}

void TestShellTheme::dropButtonsElideAndShowTheirMenu()
{
    const ThemeController controller(*qApp, Appearance::Light);
    DropButton button(TextStyle::Body);
    button.setText(QStringLiteral("A very long name of a workspace that nobody can read at once"));
    const int alone = button.sizeHint().width();
    QMenu menu;
    button.setMenu(&menu);
    QVERIFY(button.sizeHint().width() > alone);
    QVERIFY(button.minimumSizeHint().width() < 140);
    // The chevron stands at the end of the line, and that is on the other side when the language runs so.
    const QColor muted = controller.theme().color(Token::Muted);
    const auto hasChevron = [&button, muted](bool atTheRight) {
        button.resize(button.sizeHint());
        const QImage shot = button.grab().toImage();
        const int from = atTheRight ? shot.width() - 28 : 4;
        for (int x = from; x < from + 24; ++x) {
            for (int y = 8; y < shot.height() - 8; ++y) {
                if (shot.pixelColor(x, y) == muted) {
                    return true;
                }
            }
        }
        return false;
    };
    button.setText(QStringLiteral("I"));
    QVERIFY(hasChevron(true));
    button.setText(QString(40, QLatin1Char(' ')));
    button.setLayoutDirection(Qt::RightToLeft);
    QVERIFY(hasChevron(false));
    QVERIFY(!hasChevron(true));
}

QTEST_MAIN(TestShellTheme)

#include "tst_shell_theme.moc"
