// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard/SetupWizard.h"

#include "common/BrandMark.h"
#include "common/DialogService.h"
#include "common/Label.h"
#include "messages/ErrorText.h"
#include "wizard/ActionButton.h"
#include "wizard/BackfillPage.h"
#include "wizard/DonePage.h"
#include "wizard/KeyPage.h"
#include "wizard/PreparePage.h"
#include "wizard/StepRail.h"
#include "wizard/VerifyPage.h"
#include "wizard/WelcomePage.h"

#include <QCloseEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPointer>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace ui::wizard {

using app::setup::SetupFlow;
using app::setup::SetupStep;
using common::DialogButton;
using common::DialogContent;
using common::Label;
using common::TextStyle;
using common::Tone;

namespace {

constexpr int kRailWidth = 272;
constexpr int kFooterHeight = 72;

} // namespace

SetupWizard::SetupWizard(SetupFlow& flow, common::DialogService& dialogs, bool offerDemo, QWidget* parent)
    : QWidget(parent)
    , m_flow(flow)
    , m_dialogs(dialogs)
{
    setObjectName(QStringLiteral("setupWizard"));
    setWindowTitle(tr("Set up Threadcount"));
    setMinimumSize(960, 600);
    resize(1240, 800);

    auto* outer = new QHBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    buildRail(outer);
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    outer->addLayout(right, 1);

    m_pages = new QStackedWidget;
    m_welcome = new WelcomePage(flow, offerDemo);
    m_backfill = new BackfillPage(flow);
    m_done = new DonePage(flow);
    // In the order of SetupStep.
    for (WizardPage* added : std::initializer_list<WizardPage*>{
             m_welcome, new PreparePage(flow), new KeyPage(flow), new VerifyPage(flow), m_backfill, m_done}) {
        m_pages->addWidget(added);
        connect(added, &WizardPage::footerChanged, this, [this, added] {
            if (added == page()) {
                refreshFooter();
            }
        });
        connect(added, &WizardPage::saveAndCloseRequested, this, &SetupWizard::saveAndClose);
        connect(added, &WizardPage::closeRequested, this, &SetupWizard::close);
    }
    right->addWidget(m_pages, 1);
    buildFooter(right);

    connect(m_welcome, &WelcomePage::demoRequested, this, &SetupWizard::demoRequested);
    connect(m_backfill, &BackfillPage::pauseRequested, this, &SetupWizard::pauseRequested);
    connect(m_backfill, &BackfillPage::resumeRequested, this, &SetupWizard::resumeRequested);
    connect(m_backfill, &BackfillPage::retryRequested, this, &SetupWizard::retryRequested);
    connect(m_backfill, &BackfillPage::openDashboardsRequested, this, &SetupWizard::openDashboards);
    connect(m_done, &DonePage::openDashboardsRequested, this, &SetupWizard::openDashboards);

    connect(&m_flow, &SetupFlow::stepChanged, this, &SetupWizard::showStep);
    connect(&m_flow, &SetupFlow::inputChanged, this,
        [this] { m_rail->setBackfillDays(m_flow.draft().backfillDays); });
    connect(&m_flow, &SetupFlow::busyChanged, this, &SetupWizard::refreshFooter);
    connect(&m_flow, &SetupFlow::committed, this, [this] {
        focusFirst();
        Q_EMIT startBackfillRequested();
    });
    connect(&m_flow, &SetupFlow::commitFailed, this, &SetupWizard::onCommitFailed);
    connect(&m_flow, &SetupFlow::cancelled, this, &SetupWizard::close);
    connect(&m_flow, &SetupFlow::cancelFailed, this,
        [this](const app::core::Error& error) { showError(QStringLiteral("cancelFailedDialog"), error); });
    m_rail->setBackfillDays(m_flow.draft().backfillDays);
    showStep(m_flow.step());
}

void SetupWizard::buildRail(QLayout* into)
{
    auto* side = new QFrame;
    side->setProperty("role", QStringLiteral("side"));
    side->setFixedWidth(kRailWidth);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(24, 26, 24, 24);
    layout->setSpacing(0);
    auto* brand = new QHBoxLayout;
    brand->setSpacing(12);
    brand->addWidget(new common::BrandMark(28));
    brand->addWidget(new Label(tr("Threadcount"), TextStyle::Subtitle));
    brand->addStretch(1);
    layout->addLayout(brand);
    layout->addSpacing(40);
    m_rail = new StepRail;
    layout->addWidget(m_rail);
    layout->addStretch(1);
    layout->addWidget(new common::WeavePanel);
    layout->addSpacing(16);
    layout->addWidget(new Label(tr("Counts, never content."), TextStyle::BodyBold));
    layout->addSpacing(4);
    auto* promise = new Label(
        tr("Reads usage totals with one read-only key and keeps them in a cache on this computer."),
        TextStyle::Small, Tone::Muted);
    promise->setWordWrap(true);
    layout->addWidget(promise);
    into->addWidget(side);
}

void SetupWizard::buildFooter(QLayout* into)
{
    auto* footer = new QFrame;
    footer->setProperty("role", QStringLiteral("strip"));
    footer->setFixedHeight(kFooterHeight);
    auto* layout = new QHBoxLayout(footer);
    layout->setContentsMargins(56, 0, 56, 0);
    layout->setSpacing(12);
    m_back = new ActionButton(QStringLiteral("backButton"), tr("&Back"));
    m_cancel = new ActionButton(QStringLiteral("cancelButton"), tr("Cance&l setup"));
    m_cancel->setProperty("kind", QStringLiteral("link"));
    m_secondary = new ActionButton(QStringLiteral("secondaryButton"));
    m_primary = new ActionButton(QStringLiteral("nextButton"));
    m_primary->setProperty("kind", QStringLiteral("primary"));
    m_primary->setDefault(true);
    for (ActionButton* button : {m_back, m_cancel, m_secondary, m_primary}) {
        button->setProperty("extent", QStringLiteral("footer"));
    }
    m_note = new Label(TextStyle::Small, Tone::Muted);
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_note->setWordWrap(true);
    layout->addWidget(m_back);
    layout->addWidget(m_cancel);
    layout->addWidget(m_note, 1);
    layout->addStretch(0);
    layout->addWidget(m_secondary);
    layout->addWidget(m_primary);
    into->addWidget(footer);

    connect(m_back, &QPushButton::clicked, this, &SetupWizard::onBack);
    connect(m_cancel, &QPushButton::clicked, this, &SetupWizard::askToCancel);
    connect(m_secondary, &QPushButton::clicked, this, [this] { page()->onSecondary(); });
    connect(m_primary, &QPushButton::clicked, this, [this] { page()->onPrimary(); });
}

WizardPage* SetupWizard::page() const
{
    return static_cast<WizardPage*>(m_pages->currentWidget());
}

void SetupWizard::showStep(SetupStep step)
{
    WizardPage* left = page();
    auto* entered = static_cast<WizardPage*>(m_pages->widget(static_cast<int>(step)));
    if (left && left != entered) {
        left->leave();
    }
    entered->enter();
    m_pages->setCurrentWidget(entered);
    m_rail->setCurrent(step);
    setAccessibleName(entered->title());
    refreshFooter();
    focusFirst();
    if (step == SetupStep::Done) {
        // From now on the next start opens the dashboards.
        if (const auto marked = m_flow.leaveForDashboards(); !marked) {
            showError(QStringLiteral("settingsFailedDialog"), marked.error());
        }
    }
}

void SetupWizard::focusFirst()
{
    QWidget* first = page()->firstField();
    if (first && first->isEnabled()) {
        first->setFocus(Qt::OtherFocusReason);
    } else if (m_primary->isEnabled()) {
        m_primary->setFocus(Qt::OtherFocusReason);
    } else {
        setFocus(Qt::OtherFocusReason);
    }
}

void SetupWizard::refreshNote()
{
    // Between long buttons it would become a column of letters; then they have the room.
    constexpr int kLeast = 140;
    constexpr int kMargins = 2 * 56;
    constexpr int kGap = 12;
    int taken = kMargins + kGap;
    for (const ActionButton* button : {m_back, m_cancel, m_secondary, m_primary}) {
        if (!button->isHidden()) {
            taken += button->sizeHint().width() + kGap;
        }
    }
    m_note->setVisible(!m_note->text().isEmpty() && m_note->parentWidget()->width() - taken >= kLeast);
}

void SetupWizard::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layout()->activate();
    refreshNote();
}

void SetupWizard::refreshFooter()
{
    const Footer footer = page()->footer();
    const auto show = [](ActionButton* button, const QString& text, const QString& name, bool enabled) {
        button->setVisible(!text.isEmpty());
        if (!text.isEmpty()) {
            button->setLabel(text);
            button->setObjectName(name);
            button->setEnabled(enabled);
        }
    };
    const bool primaryHadFocus = m_primary->hasFocus();
    m_back->setVisible(footer.back && m_flow.step() != SetupStep::Welcome);
    m_back->setEnabled(m_flow.canGoBack());
    m_cancel->setVisible(footer.cancel);
    m_cancel->setEnabled(!m_flow.isCommitting());
    m_note->setText(footer.note);
    show(m_secondary, footer.secondary, footer.secondaryName, footer.secondaryEnabled);
    show(m_primary, footer.primary, footer.primaryName, footer.primaryEnabled);
    refreshNote();
    // A disabled button loses the keyboard to whatever comes next; Enter must go on meaning "the primary
    // action".
    if (primaryHadFocus && !m_primary->isEnabled()) {
        setFocus(Qt::OtherFocusReason);
    }
}

void SetupWizard::onBack()
{
    m_flow.goBack();
}

void SetupWizard::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_primary->isEnabled() && m_primary->isVisible()) {
            m_primary->click();
        }
        return;
    case Qt::Key_Escape: askToLeave(); return;
    default: QWidget::keyPressEvent(event);
    }
}

void SetupWizard::askToLeave()
{
    if (m_asking || m_flow.isCommitting()) {
        return;
    }
    if (m_flow.step() == SetupStep::Welcome) {
        close();
        return;
    }
    DialogContent content;
    content.objectName = QStringLiteral("leaveDialog");
    if (m_flow.step() == SetupStep::Done) {
        openDashboards();
        return;
    }
    if (m_flow.isCommitted()) {
        content.title = tr("Leave the wizard?");
        content.text = tr("The backfill goes on in the dashboards.");
        content.buttons = {{tr("Open dashboards"), DialogButton::Kind::Normal},
            {tr("Stay here"), DialogButton::Kind::Cancel}};
    } else if (m_flow.isWaitingForScope()) {
        content.title = tr("Close while waiting for the scope?");
        content.text = tr("Threadcount checks again at the next start.");
        content.buttons
            = {{tr("Close"), DialogButton::Kind::Normal}, {tr("Stay here"), DialogButton::Kind::Cancel}};
    } else {
        content.title = tr("Leave setup?");
        content.text
            = tr("Save and close remembers the step and what you typed, except the key. Cancel setup forgets "
                 "everything and leaves nothing on this computer.");
        content.buttons = {{tr("Save and close"), DialogButton::Kind::Normal},
            {tr("Cancel setup"), DialogButton::Kind::Danger}, {tr("Stay here"), DialogButton::Kind::Cancel}};
    }
    m_asking = true;
    m_dialogs.open(this, content, [this](int button) {
        m_asking = false;
        if (m_flow.isCommitted()) {
            if (button == 0) {
                openDashboards();
            }
        } else if (m_flow.isWaitingForScope()) {
            if (button == 0) {
                close();
            }
        } else if (button == 0) {
            saveAndClose();
        } else if (button == 1) {
            m_flow.cancelSetup();
        }
    });
}

void SetupWizard::askToCancel()
{
    if (m_asking) {
        return;
    }
    DialogContent content;
    content.objectName = QStringLiteral("cancelDialog");
    content.title = tr("Cancel setup?");
    content.text = m_flow.isWaitingForScope()
        ? tr("The stored key, the remembered workspace and its empty cache are removed from this computer.")
        : tr("What you typed is forgotten. Nothing stays on this computer.");
    content.buttons
        = {{tr("Cancel setup"), DialogButton::Kind::Danger}, {tr("Stay here"), DialogButton::Kind::Cancel}};
    m_asking = true;
    m_dialogs.open(this, content, [this](int button) {
        m_asking = false;
        if (button == 0) {
            m_flow.cancelSetup();
        }
    });
}

bool SetupWizard::saveBeforeClose()
{
    page()->leave();
    const auto saved = m_flow.save();
    if (saved) {
        return true;
    }
    const auto text = app::messages::describe(saved.error());
    DialogContent content;
    content.objectName = QStringLiteral("saveFailedDialog");
    content.title = tr("Where you are could not be remembered.");
    content.text = text.whatHappened + QLatin1Char(' ') + text.nextStep;
    content.details = saved.error().detail;
    content.buttons
        = {{tr("Close anyway"), DialogButton::Kind::Normal}, {tr("Stay here"), DialogButton::Kind::Cancel}};
    m_asking = true;
    m_dialogs.open(this, content, [this](int button) {
        m_asking = false;
        if (button == 0) {
            close();
        } else {
            page()->enter();
        }
    });
    return false;
}

void SetupWizard::saveAndClose()
{
    if (!m_asking && saveBeforeClose()) {
        close();
    }
}

void SetupWizard::close()
{
    if (!m_closed) {
        m_closed = true;
        Q_EMIT closed();
    }
}

void SetupWizard::closeEvent(QCloseEvent* event)
{
    // Only where the wizard is a window of its own.
    if (m_closed || saveBeforeClose()) {
        event->accept();
        close();
    } else {
        event->ignore();
    }
}

void SetupWizard::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    focusFirst();
}

void SetupWizard::openDashboards()
{
    if (const auto marked = m_flow.leaveForDashboards(); !marked) {
        // The dashboards work all the same; the next start shows the wizard once more.
        showError(QStringLiteral("settingsFailedDialog"), marked.error());
    }
    Q_EMIT openDashboardsRequested();
}

void SetupWizard::onCommitFailed(const app::core::Error& error)
{
    if (m_flow.step() == SetupStep::Backfill) {
        m_backfill->showCommitFailure(error);
    } else {
        showError(QStringLiteral("commitFailedDialog"), error);
    }
    refreshFooter();
    focusFirst();
}

void SetupWizard::showError(const QString& objectName, const app::core::Error& error)
{
    const auto text = app::messages::describe(error);
    DialogContent content;
    content.objectName = objectName;
    content.title = text.whatHappened;
    content.text = text.nextStep;
    content.details = error.detail;
    m_dialogs.open(this, content, {});
}

void SetupWizard::showProgress(const app::sync::SyncProgress& progress)
{
    m_lastProgress = progress;
    m_backfill->showProgress(progress);
}

void SetupWizard::showReport(const app::sync::SyncReport& report)
{
    if (report.error) {
        m_backfill->showFailure(*report.error);
        focusFirst();
        return;
    }
    m_done->showSummary(m_lastProgress, report);
    m_flow.finish();
}

} // namespace ui::wizard
