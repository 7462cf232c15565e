// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard/VerifyPage.h"

#include "common/Format.h"
#include "messages/ErrorText.h"
#include "wizard/ActionButton.h"
#include "wizard/CheckRow.h"
#include "wizard/ClipboardBanner.h"
#include "wizard/IconLabel.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::wizard {

using app::setup::Check;
using app::setup::CheckState;
using app::setup::Verification;
using common::Card;
using common::IconName;
using common::Label;
using common::TextStyle;
using common::Tone;
namespace format = common::format;

VerifyPage::VerifyPage(app::setup::SetupFlow& flow, QWidget* parent)
    : WizardPage(QStringLiteral("verifyPage"), flow, parent)
{
    auto* list = new Card;
    list->setPadding(1, 1);
    list->contentLayout()->setSpacing(0);
    for (const Check check : app::setup::kChecks) {
        auto* row = new CheckRow(check);
        list->contentLayout()->addWidget(row);
        m_rows.push_back(row);
    }
    m_rows.back()->setLast(true);
    column()->addWidget(list);
    m_waiting = buildWaiting();
    column()->addWidget(m_waiting);
    m_clipboard = new ClipboardBanner(flow);
    column()->addWidget(m_clipboard);

    Card* again = addAside(tr("Test again"));
    again->contentLayout()->addWidget(
        paragraph(tr("Three small requests, one for each endpoint. None of them asks for personal data."),
            TextStyle::Small, Tone::Muted));
    auto* buttons = new QHBoxLayout;
    m_runAgain = new ActionButton(QStringLiteral("runChecksButton"), tr("&Run again"), IconName::Sync);
    m_copyReport = new ActionButton(QStringLiteral("copyReportButton"), tr("Copy re&port"));
    buttons->addWidget(m_runAgain);
    buttons->addWidget(m_copyReport);
    buttons->addStretch(1);
    again->contentLayout()->addLayout(buttons);

    m_longerCard = addAside(tr("If it takes longer"));
    addFact(m_longerCard, IconName::Mail, tr("Remind Support"),
        tr("Go back to Prepare and send the request again. The last 4 characters of the key are enough."));
    addFact(m_longerCard, IconName::Key, tr("Use an Admin key instead"),
        tr("A workspace owner can create one in minutes. No Support request is needed."));

    Card* tell = addAside(tr("What the answers tell"));
    addFact(
        tell, IconName::Calendar, tr("Look-back of 90 UTC days"), tr("Days in your cache stay available."));
    addFact(
        tell, IconName::People, tr("Per person and per day"), tr("Reviews count for the whole workspace."));

    connect(m_runAgain, &QPushButton::clicked, &this->flow(), &app::setup::SetupFlow::verify);
    connect(m_copyReport, &QPushButton::clicked, this, &VerifyPage::copyReport);
    connect(&this->flow(), &app::setup::SetupFlow::verificationChanged, this, &VerifyPage::refresh);
    connect(&this->flow(), &app::setup::SetupFlow::waitingChanged, this, &VerifyPage::refresh);
    refresh();
}

QWidget* VerifyPage::buildWaiting()
{
    auto* card = new Card;
    card->setObjectName(QStringLiteral("waitingCard"));
    card->setProperty("waiting", true); // its edge has the colour of a warning
    card->setPadding(20, 16);
    auto* head = new QHBoxLayout;
    head->setSpacing(16);
    head->addWidget(new IconLabel(IconName::Bell, 24, common::Token::Warning), 0, Qt::AlignTop);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    m_waitingTitle = paragraph({}, TextStyle::Heading);
    m_waitingText = paragraph({}, TextStyle::Small, Tone::Muted);
    texts->addWidget(m_waitingTitle);
    texts->addWidget(m_waitingText);
    head->addLayout(texts, 1);
    card->contentLayout()->addLayout(head);

    m_waitingFacts = new QWidget;
    auto* facts = new QHBoxLayout(m_waitingFacts);
    facts->setContentsMargins(0, 8, 0, 0);
    facts->setSpacing(32);
    const auto addFigure = [&](const QString& caption, const QString& objectName) {
        auto* box = new QVBoxLayout;
        box->setSpacing(0);
        box->addWidget(new Label(caption, TextStyle::Micro, Tone::Muted));
        auto* value = new Label(TextStyle::BodyBold);
        value->setObjectName(objectName);
        box->addWidget(value);
        facts->addLayout(box);
        return value;
    };
    m_checksValue = addFigure(tr("Checks so far"), QStringLiteral("checksSoFar"));
    m_nextValue = addFigure(tr("Next check"), QStringLiteral("nextCheck"));
    facts->addStretch(1);
    m_checkNow = new ActionButton(QStringLiteral("checkNowButton"), tr("Check &now"), IconName::Sync);
    facts->addWidget(m_checkNow);
    connect(m_checkNow, &QPushButton::clicked, &flow(), &app::setup::SetupFlow::verify);
    card->contentLayout()->addWidget(m_waitingFacts);
    return card;
}

void VerifyPage::enter()
{
    m_clipboard->reset();
    refresh();
}

void VerifyPage::refresh()
{
    refreshHead();
    refreshRows();
    refreshWaiting();
    m_clipboard->refresh();
    const auto outcome = flow().verification().outcome;
    const bool running = outcome == Verification::Outcome::Running;
    m_runAgain->setEnabled(!running && flow().draft().key.has_value());
    m_copyReport->setEnabled(!running && outcome != Verification::Outcome::NotRun);
    Q_EMIT footerChanged();
}

void VerifyPage::refreshHead()
{
    const Verification& now = flow().verification();
    switch (now.outcome) {
    case Verification::Outcome::NotRun:
        setTitle(tr("Check the access"), tr("Nothing has been asked yet."));
        break;
    case Verification::Outcome::Running:
        setTitle(
            tr("Checking the access"), tr("Each endpoint is asked once. No personal data is requested."));
        break;
    case Verification::Outcome::Passed:
        setTitle(tr("Everything can be read"),
            tr("All %1 checks passed in %2. No personal data was requested.")
                .arg(m_rows.size())
                .arg(now.total < std::chrono::seconds(1) ? tr("less than a second")
                                                         : format::duration(now.total)));
        break;
    case Verification::Outcome::Partial:
        setTitle(tr("Part of it can be read"),
            tr("Usage works. You can continue; what fails now is tried again at every sync."));
        break;
    case Verification::Outcome::WaitingForScope:
        setTitle(tr("Waiting for the scope"),
            tr("The key works, but OpenAI has not applied the analytics scope yet. That is normal for 1 to 5 "
               "business "
               "days after the request."));
        break;
    case Verification::Outcome::Failed:
        setTitle(tr("This does not work yet"),
            now.firstError ? app::messages::describe(*now.firstError).whatHappened : QString());
        break;
    }
}

QString VerifyPage::finding(const app::setup::CheckRow& row) const
{
    const Verification& now = flow().verification();
    if (row.state == CheckState::NotRun) {
        return tr("Not checked");
    }
    if (row.state == CheckState::Running) {
        return tr("Asking …");
    }
    if (row.state == CheckState::Unknown) {
        return tr("Cannot be told from these answers");
    }
    if (row.state == CheckState::Failed && row.error) {
        return app::messages::describe(*row.error).whatHappened;
    }
    switch (row.check) {
    case Check::Connection: return tr("%1 was reached").arg(flow().baseUrl().url().host());
    case Check::Key:
        return !flow().draft().keyEnding.isEmpty()
            ? tr("Accepted by the service. Ends in %1").arg(flow().draft().keyEnding)
            : tr("Accepted by the service");
    case Check::Scope:
        return row.state == CheckState::Waiting
            ? tr("%1 is missing. Checked at %2 UTC")
                  .arg(app::setup::SupportRequest::scope(), format::time(now.checkedAt))
            : tr("%1 is active for this workspace").arg(app::setup::SupportRequest::scope());
    case Check::Usage:
    case Check::CodeReviews:
    case Check::CodeReviewResponses: break;
    }
    if (row.state == CheckState::Waiting) {
        return tr("Answers once the scope is active");
    }
    return row.rows > 0
        ? tr("Can be read. There are rows for %1").arg(format::dayShort(now.day))
        : tr("Can be read. There is nothing for %1, which is fine").arg(format::dayShort(now.day));
}

void VerifyPage::refreshRows()
{
    const Verification& now = flow().verification();
    std::vector<app::core::ErrorKind> told;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const app::setup::CheckRow& row = now.checks[i];
        bool explained = false;
        if (row.error && row.state == CheckState::Failed) {
            explained = std::find(told.begin(), told.end(), row.error->kind) == told.end();
            told.push_back(row.error->kind);
        }
        // The endpoint rows repeat what the scope row says; one place for the server's words is enough.
        const bool repeats = row.state == CheckState::Waiting && row.check != Check::Scope;
        app::setup::CheckRow shown = row;
        if (repeats) {
            shown.error.reset();
        }
        const bool sameAgain = row.error && row.state == CheckState::Failed && !explained;
        m_rows[i]->show(shown, sameAgain ? tr("The same answer as above") : finding(row), explained);
    }
}

void VerifyPage::refreshWaiting()
{
    const bool missing = flow().verification().outcome == Verification::Outcome::WaitingForScope;
    const bool waiting = flow().isWaitingForScope() && !flow().verification().mayContinue();
    m_waiting->setVisible(missing || waiting);
    m_longerCard->setVisible(missing || waiting);
    m_waitingFacts->setVisible(waiting);
    if (waiting) {
        m_waitingTitle->setText(tr("Checking every 15 minutes"));
        m_waitingText->setText(
            tr("While Threadcount runs. Setup continues by itself when the scope appears. You can close "
               "the window; the next start goes on here."));
        m_checksValue->setText(format::integer(flow().checksSoFar()));
        const auto next = flow().nextCheckAt();
        m_nextValue->setText(next ? tr("%1 UTC").arg(format::time(*next)) : tr("now"));
        m_checkNow->setEnabled(flow().verification().outcome != Verification::Outcome::Running);
    } else {
        m_waitingTitle->setText(tr("Let Threadcount keep checking"));
        const bool session = flow().draft().keyLocation == app::settings::KeyLocation::Session;
        m_waitingText->setText(session ? tr("It asks every 15 minutes while it runs. The workspace is "
                                            "remembered for that; the key stays in "
                                            "memory, so after a restart it is asked for again.")
                                       : tr("It asks every 15 minutes while it runs. For that, the key is "
                                            "stored in the system keychain and the "
                                            "workspace is remembered."));
    }
}

void VerifyPage::copyReport()
{
    const Verification& now = flow().verification();
    QStringList lines{
        tr("Threadcount access check, %1 at %2 UTC")
            .arg(format::dayMedium(app::core::UtcDay::of(now.checkedAt)), format::time(now.checkedAt)),
        tr("Workspace: %1").arg(flow().draft().workspaceId.trimmed())};
    for (const CheckRow* row : m_rows) {
        lines << row->asText();
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

Footer VerifyPage::footer() const
{
    Footer footer;
    const auto outcome = flow().verification().outcome;
    const bool waiting = flow().isWaitingForScope();
    footer.secondary = waiting ? tr("C&lose") : tr("&Save and close");
    footer.secondaryName = waiting ? QStringLiteral("closeButton") : QStringLiteral("saveAndCloseButton");
    footer.secondaryEnabled = !flow().isCommitting();
    footer.primary = tr("&Continue");
    switch (outcome) {
    case Verification::Outcome::Passed:
    case Verification::Outcome::Partial: break;
    case Verification::Outcome::Running: footer.primaryEnabled = false; break;
    case Verification::Outcome::WaitingForScope:
        if (!waiting) {
            footer.primary = tr("&Keep checking");
            footer.primaryName = QStringLiteral("keepCheckingButton");
        } else {
            footer.primaryEnabled = false;
        }
        break;
    case Verification::Outcome::NotRun:
    case Verification::Outcome::Failed:
        footer.primary = tr("&Try again");
        footer.primaryName = QStringLiteral("tryAgainButton");
        footer.primaryEnabled = flow().hasKey();
        break;
    }
    footer.primaryEnabled = footer.primaryEnabled && !flow().isCommitting();
    return footer;
}

void VerifyPage::onPrimary()
{
    switch (flow().verification().outcome) {
    case Verification::Outcome::Passed:
    case Verification::Outcome::Partial: flow().goNext(); break;
    case Verification::Outcome::WaitingForScope: flow().keepChecking(); break;
    case Verification::Outcome::NotRun:
    case Verification::Outcome::Failed: flow().verify(); break;
    case Verification::Outcome::Running: break;
    }
}

void VerifyPage::onSecondary()
{
    if (flow().isWaitingForScope()) {
        Q_EMIT closeRequested();
    } else {
        Q_EMIT saveAndCloseRequested();
    }
}

} // namespace ui::wizard
