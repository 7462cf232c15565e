// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusMessage>
#include <QObject>

namespace ui::common {

/// Listens to the XDG settings portal (D-Bus interface org.freedesktop.portal.Settings, key color-scheme of
/// org.freedesktop.appearance: 1 = dark, 2 = light, 0 = no preference). Never waits for it; where there is no
/// session bus or no portal it stays silent. Internal to ThemeController: the header needs Qt D-Bus.
class DesktopAppearance final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DesktopAppearance)

public:
    explicit DesktopAppearance(QObject* parent = nullptr);
    /// Asks once and listens from then on.
    void start();

Q_SIGNALS:
    void reported(bool dark);

private Q_SLOTS:
    // Found by name, so its parameter must be a complete type here.
    void onSettingChanged(const QDBusMessage& message);

private:
    void report(const QVariant& value);
};

} // namespace ui::common
