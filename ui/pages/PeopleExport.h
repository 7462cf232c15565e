// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/Result.h"
#include "exporting/Exporter.h"

#include <QFuture>
#include <QString>

#include <functional>

class QWidget;

namespace ui::common {
class DialogService;
}

namespace ui::pages {

/// One export that a page offers: asks for a file (CSV or JSON), lets it be written off the main thread and
/// says how that went: `done` gets a short note ("Saved as people.csv"), a failure gets a dialog.
struct PeopleExport
{
    using Written = QFuture<app::core::Result<std::int64_t>>;

    QString title; ///< of the question
    QString baseName; ///< suggested, without an ending
    std::function<Written(const QString& file, app::exporting::Format format)> write;
    std::function<void(const QString& note)> done;
};

/// `page` is where the dialogs stand; nothing is called after it is gone. `dialogs` must outlive it.
void saveExport(QWidget* page, common::DialogService& dialogs, PeopleExport what);

/// "threadcount-engineers-2026-10-24-to-2026-11-22"; marked data says so in the name of its file.
QString exportBaseName(const QString& what, app::core::DayRange range, bool isMarked);

} // namespace ui::pages
