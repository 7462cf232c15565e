// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/Translations.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace ui::common {

namespace {

/// The language that was installed; empty where there is no file for the locale.
QString install(QApplication& application, const QLocale& locale, const QString& name, const QString& folder)
{
    auto* translator = new QTranslator(&application);
    if (!translator->load(locale, name, QStringLiteral("_"), folder)) {
        delete translator;
        return {};
    }
    QApplication::installTranslator(translator);
    return translator->language();
}

} // namespace

void installTranslators(QApplication& application)
{
    const QString ours = QStringLiteral(":/threadcount/translations");
    const QString name = QStringLiteral("threadcount");
    const QLocale english(QLocale::English);
    // The one that was installed last is asked first. English stays below: only its file knows the plural
    // forms of the source texts.
    install(application, english, name, ours);
    // Goes through the languages that the person prefers and stops at the first that we speak.
    const QString language = install(application, QLocale(), name, ours);
    if (!language.isEmpty() && QLocale(language).language() != QLocale::English) {
        // In that language and no other, so that a dialog does not mix two.
        install(application, QLocale(language), QStringLiteral("qtbase"),
            QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    }
}

} // namespace ui::common
