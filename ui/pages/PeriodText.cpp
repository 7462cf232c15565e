// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/PeriodText.h"

#include "common/Format.h"

#include <QCoreApplication>

namespace ui::pages {

QString periodText(const app::models::PeriodSummary& summary)
{
    namespace format = common::format;
    if (summary.range.isEmpty()) {
        return {};
    }
    //: "24 Oct to 22 Nov 2026, UTC days · based on 29 of 30 days"
    QString text = QCoreApplication::translate("PeriodText", "%1, UTC days · based on %2 of %3 days")
                       .arg(format::days(summary.range), format::integer(summary.stored),
                           format::integer(summary.range.length()));
    if (summary.provisional > 0) {
        //: Follows "based on 29 of 30 days".
        text += QCoreApplication::translate("PeriodText", ", %1 provisional")
                    .arg(format::integer(summary.provisional));
    }
    if (summary.notOffered > 0) {
        //: Follows "based on 29 of 30 days": days that OpenAI does not serve any more.
        text += QCoreApplication::translate("PeriodText", ", %1 not offered")
                    .arg(format::integer(summary.notOffered));
    }
    return text;
}

} // namespace ui::pages
