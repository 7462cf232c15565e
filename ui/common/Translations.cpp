// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/Translations.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace ui::common {

namespace {

void install(QApplication& application, const QLocale& locale, const QString& name, const QString& folder)
{
    auto* translator = new QTranslator(&application);
    if (translator->load(locale, name, QStringLiteral("_"), folder)) {
        QApplication::installTranslator(translator);
    } else {
        delete translator;
    }
}

} // namespace

void installTranslators(QApplication& application)
{
    const QString ours = QStringLiteral(":/threadcount/translations");
    const QString name = QStringLiteral("threadcount");
    // The one that was installed last is asked first.
    install(application, QLocale(QLocale::English), name, ours);
    const QLocale system;
    if (system.language() != QLocale::English && system.language() != QLocale::C) {
        install(application, system, QStringLiteral("qtbase"),
            QLibraryInfo::path(QLibraryInfo::TranslationsPath));
        install(application, system, name, ours);
    }
}

} // namespace ui::common
