// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/ThemeController.h"
#include "shell/AppController.h"

#include <QCoroTask>
#include <QObject>
#include <QPixmap>
#include <QSize>

#include <functional>

namespace ui::shell {

/// Clicks through the running program as a person would, with mouse and key events to the widgets on the
/// screen, and saves a picture of every screen, light and dark, as NN-name-light.png and NN-name-dark.png. It
/// knows object names only; a button that is hidden, disabled or not where it should be stops it. Owned by
/// main(), main thread.
class Tour final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Tour)

public:
    /// `controller` and `theme` are borrowed; `controller` was started.
    Tour(
        AppController& controller, common::ThemeController& theme, QString folder, QObject* parent = nullptr);

    void start();
    [[nodiscard]] int pictures() const { return m_pictures; }

Q_SIGNALS:
    /// The end: empty, or what could not be done.
    void finished(const QString& problem);

private:
    QCoro::Task<void> run();
    QCoro::Task<void> walk();
    QCoro::Task<void> walkWizard();
    QCoro::Task<void> walkPages(QString suffix);
    QCoro::Task<void> walkCommands();
    QCoro::Task<void> walkSettings();
    /// Runs the command with this object name out of the palette.
    QCoro::Task<void> choose(QString command);
    QCoro::Task<void> until(std::function<bool()> isTrue, QString what);
    QCoro::Task<void> settle();
    QCoro::Task<void> shoot(QString name);
    QCoro::Task<void> click(QString objectName);
    QCoro::Task<void> type(QString objectName, QString text);
    QCoro::Task<void> press(int key, Qt::KeyboardModifiers modifiers);
    /// The window with the dialogs that stand on it.
    [[nodiscard]] QPixmap picture() const;
    [[nodiscard]] QWidget* find(const QString& objectName) const;

    AppController& m_controller;
    common::ThemeController& m_theme;
    const QString m_folder;
    int m_pictures = 0;
};

} // namespace ui::shell
