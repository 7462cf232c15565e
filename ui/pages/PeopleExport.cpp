// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/PeopleExport.h"

#include "common/DialogService.h"
#include "messages/ErrorText.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QPointer>
#include <QWidget>

namespace ui::pages {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ui::pages::PeopleExport)
};

} // namespace

void saveExport(QWidget* page, common::DialogService& dialogs, PeopleExport what)
{
    common::SaveQuestion question;
    question.objectName = QStringLiteral("exportFileDialog");
    question.title = what.title;
    question.suggestedName = what.baseName + QStringLiteral(".csv");
    question.filters = {Text::tr("CSV table (*.csv)"), Text::tr("JSON (*.json)")};
    dialogs.askWhereToSave(page->window(), question,
        [page = QPointer(page), &dialogs, what = std::move(what)](const QString& file, int filter) {
            if (!page) {
                return;
            }
            auto* watcher = new QFutureWatcher<app::core::Result<std::int64_t>>(page);
            QObject::connect(watcher, &QFutureWatcherBase::finished, page,
                [page, watcher, &dialogs, file, done = what.done] {
                    watcher->deleteLater();
                    if (watcher->future().resultCount() == 0) {
                        return;
                    }
                    const auto written = watcher->result();
                    if (written) {
                        done(Text::tr("Saved as %1").arg(QFileInfo(file).fileName()));
                        return;
                    }
                    const app::messages::ErrorText text = app::messages::describe(written.error());
                    common::DialogContent content;
                    content.objectName = QStringLiteral("exportFailedDialog");
                    content.title = text.whatHappened;
                    content.text = text.nextStep;
                    dialogs.open(page->window(), content, {});
                });
            watcher->setFuture(
                what.write(file, filter == 1 ? app::exporting::Format::Json : app::exporting::Format::Csv));
        });
}

QString exportBaseName(const QString& what, app::core::DayRange range, bool isMarked)
{
    return QStringLiteral("%1-%2-%3-to-%4")
        .arg(isMarked ? QStringLiteral("threadcount-demo") : QStringLiteral("threadcount"), what,
            range.first.toIso(), range.last.toIso());
}

} // namespace ui::pages
