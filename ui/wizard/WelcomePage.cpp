// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard/WelcomePage.h"

#include "common/Pill.h"
#include "wizard/PreviewPicture.h"
#include "wizard/RouteCard.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui::wizard {

using common::IconName;
using common::Label;
using common::Pill;
using common::TextStyle;

WelcomePage::WelcomePage(app::setup::SetupFlow& flow, bool offerDemo, QWidget* parent)
    : WizardPage(QStringLiteral("welcomePage"), flow, parent)
{
    setTitle(tr("See how your engineers use Codex"),
        tr("Threadcount reads daily totals from the Codex Enterprise Analytics API, keeps them on this "
           "computer and "
           "charts them. It never sees prompts, code or review text."));

    auto* connectCard = new RouteCard(IconName::Plug, tr("Connect your workspace"),
        tr("Use one analytics key. Five minutes once the key exists; the next step shows how."),
        {{IconName::Key, tr("One read-only key")}, {IconName::Clock, tr("30 days of history first")},
            {IconName::Sync, tr("Then several times a day")}});
    connectCard->setObjectName(QStringLiteral("connectRoute"));
    connectCard->setRecommended(tr("Recommended"));
    connect(connectCard, &QAbstractButton::clicked, this, &WelcomePage::onPrimary);
    column()->addWidget(connectCard);

    if (offerDemo) {
        auto* demoCard = new RouteCard(IconName::Play, tr("Explore with demo data"),
            tr("A made-up company. Its window and its exports are marked as demo."),
            {{IconName::Lock, tr("No key, no network, own database")},
                {IconName::Cross, tr("Leave at any time")}});
        demoCard->setObjectName(QStringLiteral("demoRoute"));
        connect(demoCard, &QAbstractButton::clicked, this, &WelcomePage::demoRequested);
        column()->addWidget(demoCard);
    }
    addPreviews();

    common::Card* reads = addAside(tr("What Threadcount reads"));
    addFact(reads, IconName::Chart, tr("Daily totals per person"),
        tr("Threads, turns, credits and token counts, by client and model"));
    addFact(reads, IconName::Review, tr("Workspace review counts"),
        tr("Reviews, comments by priority, reactions and replies"));
    addFact(reads, IconName::People, tr("Who it was"),
        tr("An opaque user id and, where the workspace allows it, the email address"));

    common::Card* never = addAside(tr("What it never reads"));
    addFact(never, IconName::EyeOff, tr("Prompts, code and diffs"), tr("The API does not return them"));
    addFact(never, IconName::Cloud, tr("No cloud account"),
        tr("No telemetry. The only host contacted is %1").arg(this->flow().baseUrl().url().host()));
}

void WelcomePage::addPreviews()
{
    auto* head = new QHBoxLayout;
    head->setContentsMargins(0, 12, 0, 0);
    head->setSpacing(8);
    head->addWidget(new Label(tr("What you will see"), TextStyle::Heading));
    auto* pill = new Pill(Pill::Kind::Demo, tr("Demo data"));
    pill->setCompact(true);
    head->addWidget(pill);
    head->addStretch(1);
    column()->addLayout(head);

    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    const auto add = [row](PreviewPicture::Kind kind, const QString& title) {
        auto* card = new common::Card;
        card->contentLayout()->setSpacing(10);
        card->contentLayout()->addWidget(new Label(title, TextStyle::SmallBold));
        auto* picture = new PreviewPicture(kind);
        picture->setAccessibleName(tr("Example of a chart: %1").arg(title));
        card->contentLayout()->addWidget(picture);
        row->addWidget(card, 1);
    };
    add(PreviewPicture::Kind::Days, tr("Active people per day"));
    add(PreviewPicture::Kind::Rhythm, tr("Rhythm, 13 weeks"));
    add(PreviewPicture::Kind::Engagement, tr("Engagement with reviews"));
    column()->addLayout(row);
}

Footer WelcomePage::footer() const
{
    Footer footer;
    footer.back = false;
    footer.cancel = false;
    footer.secondary = tr("&Quit");
    footer.secondaryName = QStringLiteral("quitButton");
    footer.primary = tr("Connect your &workspace");
    return footer;
}

void WelcomePage::onPrimary()
{
    flow().goNext();
}

void WelcomePage::onSecondary()
{
    Q_EMIT closeRequested();
}

} // namespace ui::wizard
