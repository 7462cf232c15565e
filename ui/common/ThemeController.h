// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/Theme.h"
#include "settings/Settings.h"

#include <QObject>

class QApplication;

namespace ui::common {

/// Decides between light and dark and puts palette, style and style sheet on the application. main() owns one
/// and keeps it as long as there are windows; tests make one of their own. Main thread only.
///
/// With Appearance::System it follows the desktop, live, through the XDG settings portal on D-Bus. The portal
/// is asked without waiting; until it answers, and where there is no session bus, the palette that the
/// application started with decides.
class ThemeController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ThemeController)

public:
    /// Applies the theme before it returns. `application` is borrowed.
    ThemeController(
        QApplication& application, app::settings::Appearance appearance, QObject* parent = nullptr);
    ~ThemeController() override;

    void setAppearance(app::settings::Appearance appearance);
    [[nodiscard]] app::settings::Appearance appearance() const { return m_appearance; }
    [[nodiscard]] Theme theme() const;

Q_SIGNALS:
    /// The application changed between light and dark; palette and style sheet are in place already.
    void themeChanged();

private:
    void apply();

    QApplication& m_application;
    app::settings::Appearance m_appearance;
    bool m_desktopIsDark;
    bool m_applied = false;
    Theme::Mode m_mode = Theme::Mode::Light;
};

} // namespace ui::common
