// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/Banner.h"
#include "common/Card.h"
#include "common/Label.h"
#include "common/ThemeController.h"
#include "support/TestCase.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusVariant>
#include <QPushButton>
#include <QSignalSpy>
#include <QVBoxLayout>

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

QTEST_MAIN(TestShellTheme)

#include "tst_shell_theme.moc"
