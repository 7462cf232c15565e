// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/StartAtLogin.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

namespace app::settings {

using core::ErrorKind;
using core::failure;
using core::Result;

namespace {

constexpr qint64 kLargestFile = 16'384;
const QByteArray kOurMark = QByteArrayLiteral("X-Threadcount-StartAtLogin=true");

/// One argument of an Exec line (Desktop Entry Specification, "The Exec key"): quoted, with the characters
/// escaped that a shell would read, once more for the value of a key, and a percent sign doubled.
QString quoted(const QString& argument)
{
    QString text;
    for (const QChar letter : argument) {
        if (letter == u'"' || letter == u'`' || letter == u'$') {
            text += QStringLiteral("\\\\");
        } else if (letter == u'\\') {
            text += QStringLiteral("\\\\\\");
        } else if (letter == u'%') {
            text += u'%';
        }
        text += letter;
    }
    return u'"' + text + u'"';
}

} // namespace

StartAtLogin::StartAtLogin(QString program, QStringList arguments, QString folder)
    : m_program(std::move(program))
    , m_arguments(std::move(arguments))
    , m_folder(std::move(folder))
{
}

StartAtLogin StartAtLogin::ofThisProgram(const QString& dataDir, const QString& standardDataDir)
{
    QStringList arguments{QStringLiteral("--background")};
    if (QDir::cleanPath(dataDir) != QDir::cleanPath(standardDataDir)) {
        arguments << QStringLiteral("--data-dir") << QDir(dataDir).absolutePath();
    }
    return {QCoreApplication::applicationFilePath(), arguments};
}

QString StartAtLogin::standardFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation))
        .filePath(QStringLiteral("autostart"));
}

QString StartAtLogin::file() const
{
    return QDir(m_folder).filePath(QStringLiteral("org.threadcount.Threadcount.desktop"));
}

StartAtLogin::State StartAtLogin::state(QByteArray* bytes) const
{
    const QFileInfo info(file());
    if (info.isSymLink()) {
        return State::Foreign;
    }
    if (!info.exists()) {
        return State::Missing;
    }
    QFile source(info.filePath());
    if (!info.isFile() || info.size() > kLargestFile || !source.open(QIODevice::ReadOnly)) {
        return State::Foreign;
    }
    *bytes = source.read(kLargestFile);
    return bytes->split('\n').contains(kOurMark) ? State::Ours : State::Foreign;
}

bool StartAtLogin::isEnabled() const
{
    QByteArray bytes;
    if (state(&bytes) != State::Ours) {
        return false;
    }
    // How desktops turn an entry off without removing it.
    const QList<QByteArray> lines = bytes.split('\n');
    return !lines.contains("Hidden=true") && !lines.contains("X-GNOME-Autostart-enabled=false");
}

Result<void> StartAtLogin::setEnabled(bool enabled) const
{
    QByteArray bytes;
    const State before = state(&bytes);
    if (before == State::Foreign) {
        return failure(ErrorKind::FileRefused,
            QStringLiteral("the file was not written by Threadcount and stays as it is"), file());
    }
    if (!enabled) {
        QFile old(file());
        if (before == State::Ours && !old.remove()) {
            return failure(ErrorKind::FileFailed, old.errorString(), file());
        }
        return {};
    }
    for (const QString& part : QStringList(m_program) + m_arguments) {
        // A line end would begin another key.
        if (std::any_of(part.begin(), part.end(), [](QChar letter) { return letter < u' '; })) {
            return failure(ErrorKind::FileFailed, QStringLiteral("a path holds a control character"), file());
        }
    }
    if (!QDir().mkpath(m_folder)) {
        return failure(ErrorKind::FileFailed, QStringLiteral("the folder cannot be made"), m_folder);
    }
    QSaveFile target(file());
    const QByteArray wanted = content();
    if (!target.open(QIODevice::WriteOnly) || target.write(wanted) != wanted.size() || !target.commit()) {
        return failure(ErrorKind::FileFailed, target.errorString(), file());
    }
    return {};
}

QByteArray StartAtLogin::content() const
{
    QStringList command;
    for (const QString& part : QStringList(m_program) + m_arguments) {
        command << quoted(part);
    }
    return QByteArrayLiteral("[Desktop Entry]\n"
                             "Type=Application\n"
                             "Name=Threadcount\n"
                             "Icon=org.threadcount.Threadcount\n"
                             "Terminal=false\n"
                             "StartupNotify=false\n")
        + "Exec=" + command.join(u' ').toUtf8() + '\n' + kOurMark + '\n';
}

} // namespace app::settings
