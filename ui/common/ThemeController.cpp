// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/ThemeController.h"

#include "common/DesktopAppearance.h"
#include "common/FocusRing.h"
#include "common/Style.h"

#include <QApplication>
#include <QFont>

namespace ui::common {

namespace {

// Where there is no desktop there is no system font either, and Qt falls back to 9 points, which is 12 pixels
// at 96 dots per inch. The type scale begins at 13.
constexpr qreal kUsualPointSize = 9.75;

void giveAFontWhereThePlatformHasNone()
{
    const QString platform = QGuiApplication::platformName();
    if (platform != QLatin1String("offscreen") && platform != QLatin1String("minimal")) {
        return;
    }
    QFont font = QApplication::font();
    font.setPointSizeF(kUsualPointSize);
    QApplication::setFont(font);
}

} // namespace

ThemeController::ThemeController(
    QApplication& application, app::settings::Appearance appearance, QObject* parent)
    : QObject(parent)
    , m_application(application)
    , m_appearance(appearance)
    , m_desktopIsDark(Theme::isDark(QApplication::palette()))
{
    giveAFontWhereThePlatformHasNone();
    QApplication::setStyle(new Style);
    new FocusRing(this);
    apply();
    auto* desktop = new DesktopAppearance(this);
    connect(desktop, &DesktopAppearance::reported, this, [this](bool dark) {
        m_desktopIsDark = dark;
        apply();
    });
    desktop->start();
}

ThemeController::~ThemeController() = default;

Theme ThemeController::theme() const
{
    return Theme(m_mode, QApplication::font());
}

void ThemeController::setAppearance(app::settings::Appearance appearance)
{
    m_appearance = appearance;
    apply();
}

void ThemeController::apply()
{
    using app::settings::Appearance;
    const bool dark
        = m_appearance == Appearance::Dark || (m_appearance == Appearance::System && m_desktopIsDark);
    const Theme::Mode mode = dark ? Theme::Mode::Dark : Theme::Mode::Light;
    if (m_applied && mode == m_mode) {
        return;
    }
    const bool first = !m_applied;
    m_applied = true;
    m_mode = mode;
    const Theme wanted = theme();
    QApplication::setPalette(wanted.palette());
    m_application.setStyleSheet(wanted.styleSheet());
    if (!first) {
        Q_EMIT themeChanged();
    }
}

} // namespace ui::common
