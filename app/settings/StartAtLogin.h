// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"

#include <QString>
#include <QStringList>

namespace app::settings {

/// Whether the desktop starts Threadcount when the person signs in: a file of ours in
/// $XDG_CONFIG_HOME/autostart, after the Desktop Application Autostart Specification of freedesktop.org. Off
/// unless somebody turned it on. A file of that name that we did not write is never changed. A value.
class StartAtLogin
{
public:
    /// The desktop runs `program` with `arguments`. `folder` is where the file belongs.
    StartAtLogin(QString program, QStringList arguments, QString folder = standardFolder());

    /// This program, in the background, with the data folder it has now (left out where it is the standard
    /// one).
    static StartAtLogin ofThisProgram(const QString& dataDir, const QString& standardDataDir);
    static QString standardFolder();

    /// False also where the file is not ours, or the desktop's own settings have turned it off.
    [[nodiscard]] bool isEnabled() const;
    /// Writes or removes the file. Errors: FileRefused where the file is not ours, FileFailed with the reason
    /// as detail; the path as subject.
    core::Result<void> setEnabled(bool enabled) const;
    [[nodiscard]] QString file() const;

private:
    enum class State { Missing, Ours, Foreign };
    [[nodiscard]] State state(QByteArray* bytes) const;
    [[nodiscard]] QByteArray content() const;

    QString m_program;
    QStringList m_arguments;
    QString m_folder;
};

} // namespace app::settings
