// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard/DonePage.h"

#include "common/Format.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace ui::wizard {

using common::Card;
using common::IconName;
using common::Label;
using common::TextStyle;
using common::Tone;
namespace format = common::format;

DonePage::DonePage(app::setup::SetupFlow& flow, QWidget* parent)
    : WizardPage(QStringLiteral("donePage"), flow, parent)
{
    setTitle(tr("The dashboards are ready"),
        tr("The first read is complete. From here on Threadcount keeps it up to date."));

    auto* card = new Card(tr("What was read"), {});
    card->setPadding(20, 18);
    auto* grid = new QGridLayout;
    grid->setVerticalSpacing(8);
    const auto addLine = [&](int row, const QString& name, const QString& objectName) {
        auto* value = new Label(format::none(), TextStyle::BodyBold);
        value->setObjectName(objectName);
        value->setAlignment(Qt::AlignRight);
        grid->addWidget(new Label(name, TextStyle::Body, Tone::Muted), row, 0);
        grid->addWidget(value, row, 1);
        return value;
    };
    m_days = addLine(0, tr("Days in the cache"), QStringLiteral("doneDays"));
    m_rows = addLine(1, tr("Rows"), QStringLiteral("doneRows"));
    m_engineers = addLine(2, tr("Engineers seen at least once"), QStringLiteral("doneEngineers"));
    m_time = addLine(3, tr("Time it took"), QStringLiteral("doneTime"));
    grid->setColumnStretch(0, 1);
    card->contentLayout()->addLayout(grid);
    column()->addWidget(card);

    auto* next = new Card(tr("What happens next"), {});
    next->setPadding(20, 18);
    m_next = paragraph({}, TextStyle::Body);
    m_next->setObjectName(QStringLiteral("doneNext"));
    next->contentLayout()->addWidget(m_next);
    next->contentLayout()->addWidget(
        paragraph(tr("F5 syncs at once. In the Workspace menu, Disconnect forgets "
                     "the key, and Erase deletes the cache as well."),
            TextStyle::Small, Tone::Muted));
    column()->addWidget(next);

    Card* words = addAside(tr("Words in the charts"));
    addFact(words, IconName::Chart, tr("Threads and turns"),
        tr("Sessions with Codex, and the interactions inside them."));
    addFact(words, IconName::Coin, tr("Credits"), tr("Codex's measure of consumption."));
    addFact(
        words, IconName::Layers, tr("Tokens"), tr("They come as uncached input, cached input and output."));
    addFact(words, IconName::Calendar, tr("Days"),
        tr("Days are UTC days. The newest can still change and are drawn hatched. A missing day is not "
           "zero."));
}

void DonePage::showSummary(
    const std::optional<app::sync::SyncProgress>& progress, const app::sync::SyncReport& report)
{
    if (progress) {
        m_days->setText(tr("%1 of %2")
                            .arg(format::integer(static_cast<std::int64_t>(progress->storedDays.size())),
                                format::integer(progress->planned.length())));
        m_engineers->setText(format::integer(progress->engineers));
    }
    m_rows->setText(tr("%1 from %n request(s)", nullptr, static_cast<int>(report.requests))
                        .arg(format::integer(report.rows)));
    m_time->setText(format::duration(report.endedAt - report.startedAt));
    m_next->setText(report.nextSyncAt
            ? tr("The next sync is due %1, and several more follow each day, while Threadcount runs.")
                  .arg(format::timeOrDay(*report.nextSyncAt, flow().clock().now()))
            : tr("Threadcount reads again several times a day while it runs."));
}

Footer DonePage::footer() const
{
    Footer footer;
    footer.back = false;
    footer.cancel = false;
    footer.primary = tr("&Open dashboards");
    footer.primaryName = QStringLiteral("openDashboardsButton");
    return footer;
}

void DonePage::onPrimary()
{
    Q_EMIT openDashboardsRequested();
}

} // namespace ui::wizard
