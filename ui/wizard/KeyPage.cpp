// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard/KeyPage.h"

#include "common/Banner.h"
#include "common/Format.h"
#include "common/Pill.h"
#include "messages/ErrorText.h"
#include "settings/KeyEntry.h"
#include "settings/NetworkDialog.h"
#include "wizard/ActionButton.h"
#include "wizard/WrappingRadio.h"

#include <QButtonGroup>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QUrl>
#include <QVBoxLayout>

namespace ui::wizard {

using app::settings::KeyLocation;
using app::setup::KeychainState;
using app::setup::KeyProblem;
using app::setup::WorkspaceIdProblem;
using common::Card;
using common::IconName;
using common::Label;
using common::Pill;
using common::TextStyle;
using common::Tone;

namespace {

QString plainName(QString text)
{
    return text.remove(u'&');
}

} // namespace

KeyPage::KeyPage(app::setup::SetupFlow& flow, QWidget* parent)
    : WizardPage(QStringLiteral("keyPage"), flow, parent)
{
    setTitle(
        tr("Enter workspace and key"), tr("Spaces and line breaks around pasted text are removed for you."));
    column()->addWidget(buildFields());
    column()->addWidget(buildLocation());
    auto* network = new ActionButton(QStringLiteral("networkSettingsButton"), tr("&Network settings…"));
    common::setStyleProperty(network, "kind", QStringLiteral("link"));
    connect(network, &QPushButton::clicked, this, &KeyPage::openNetwork);
    auto* row = new QHBoxLayout;
    row->addWidget(network);
    row->addStretch(1);
    column()->addLayout(row);

    Card* reads = addAside(tr("What will be read"));
    addFact(
        reads, IconName::Chart, QStringLiteral("GET usage"), tr("Daily totals, per person and workspace"));
    addFact(
        reads, IconName::Review, QStringLiteral("GET code_reviews"), tr("Reviews and comments by priority"));
    addFact(reads, IconName::Note, QStringLiteral("GET code_review_responses"),
        tr("Reactions and replies, merged requests"));

    Card* never = addAside(tr("What will never be read"));
    addFact(never, IconName::Cross, tr("Prompts, answers, code, diffs"), tr("Not part of the API"));
    addFact(never, IconName::Cross, tr("Review comment text"), tr("Only counts arrive"));
    addFact(never, IconName::Cross, tr("Anything in your repositories"), tr("No Git host is contacted"));
    addFact(never, IconName::Cross, tr("Writes of any kind"), tr("The app sends GET requests only"));

    connect(&this->flow(), &app::setup::SetupFlow::keychainChanged, this, &KeyPage::showKeychain);
}

void KeyPage::openNetwork()
{
    settings::NetworkServices services;
    services.clock = &flow().clock();
    services.proxySecrets = flow().proxySecrets();
    services.baseUrl = flow().baseUrl();
    services.workspace = flow().workspaceIdInput().id;
    auto* dialog = new settings::NetworkDialog(std::move(services), flow().network(), this);
    connect(dialog, &settings::NetworkDialog::chosen, &flow(), &app::setup::SetupFlow::setNetwork);
    dialog->open();
}

QWidget* KeyPage::buildFields()
{
    auto* card = new Card;
    card->setPadding(20, 20);
    QVBoxLayout* layout = card->contentLayout();
    layout->setSpacing(6);
    const QFont mono = common::Theme::of(this).font(TextStyle::Mono);

    m_workspaceEdit = new QLineEdit;
    m_workspaceEdit->setObjectName(QStringLiteral("workspaceIdEdit"));
    m_workspaceEdit->setAccessibleName(tr("Workspace id"));
    m_workspaceEdit->setFont(mono);
    auto* workspaceLabel = new Label(tr("&Workspace id"), TextStyle::BodyBold);
    workspaceLabel->setBuddy(m_workspaceEdit);
    m_workspaceValid = new Label(tr("valid form"), TextStyle::Small, Tone::Positive);
    m_workspaceValid->setObjectName(QStringLiteral("workspaceIdValid"));
    auto* head = new QHBoxLayout;
    head->addWidget(workspaceLabel);
    head->addStretch(1);
    head->addWidget(m_workspaceValid);
    layout->addLayout(head);
    layout->addWidget(m_workspaceEdit);
    m_workspaceNote = paragraph({}, TextStyle::Small, Tone::Muted);
    m_workspaceNote->setObjectName(QStringLiteral("workspaceIdNote"));
    layout->addWidget(m_workspaceNote);
    m_useOffered = new ActionButton(QStringLiteral("useOfferedIdButton"));
    m_useOffered->setProperty("extent", QStringLiteral("small"));
    layout->addWidget(m_useOffered, 0, Qt::AlignLeft);
    m_openKnown = new ActionButton(QStringLiteral("openKnownButton"), tr("&Replace its key…"));
    m_openKnown->setProperty("extent", QStringLiteral("small"));
    m_openKnown->hide();
    layout->addWidget(m_openKnown, 0, Qt::AlignLeft);
    connect(m_openKnown, &QPushButton::clicked, &flow(), &app::setup::SetupFlow::chooseKnown);
    layout->addSpacing(4);

    auto* where = new common::Banner;
    where->setMessage(common::Banner::Level::Information, tr("Where to find it."),
        tr("Open chatgpt.com/admin as a workspace admin and look under Workspace details. It is also shown "
           "in the "
           "workspace settings of admin.openai.com."));
    QPushButton* open = where->addAction(QStringLiteral("openAdminPageButton"), tr("&Open the page"));
    open->setAccessibleName(tr("Open the page chatgpt.com/admin in the browser"));
    open->setAutoDefault(true);
    connect(open, &QPushButton::clicked, this, [this] {
        if (!QDesktopServices::openUrl(QUrl(QStringLiteral("https://chatgpt.com/admin")))) {
            m_workspaceNote->setText(tr("No browser could be opened. Visit chatgpt.com/admin yourself."));
        }
    });
    layout->addWidget(where);
    layout->addSpacing(10);

    m_key = new settings::KeyEntry;
    layout->addWidget(m_key);

    connect(m_workspaceEdit, &QLineEdit::textEdited, this, &KeyPage::onWorkspaceEdited);
    connect(m_workspaceEdit, &QLineEdit::editingFinished, this,
        [this] { showWorkspace(!m_workspaceEdit->text().isEmpty()); });
    connect(m_useOffered, &QPushButton::clicked, this, &KeyPage::takeOfferedId);
    connect(m_key, &settings::KeyEntry::edited, this, &KeyPage::onKeyEdited);
    return card;
}

QWidget* KeyPage::buildLocation()
{
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(new Label(tr("Where the key is kept"), TextStyle::Heading));
    auto* row = new QHBoxLayout;
    row->setSpacing(16);

    const auto addCard = [&](const QString& objectName, const QString& title, QRadioButton*& radio) {
        auto* card = new Card;
        radio = new WrappingRadio(title);
        radio->setObjectName(objectName);
        radio->setAccessibleName(plainName(title));
        radio->setFont(common::Theme::of(this).font(TextStyle::BodyBold));
        card->setMinimumWidth(200);
        row->addWidget(card, 1);
        return card;
    };
    m_keychainCard = addCard(QStringLiteral("keychainRadio"), tr("System k&eychain"), m_keychainRadio);
    m_keychainPill = new Pill;
    m_keychainPill->setCompact(true);
    auto* head = new QHBoxLayout;
    head->addWidget(m_keychainRadio);
    head->addWidget(m_keychainPill);
    head->addStretch(1);
    m_keychainCard->contentLayout()->addLayout(head);
    auto* body = new QVBoxLayout;
    body->setContentsMargins(24, 0, 0, 0);
    m_keychainNote = paragraph({}, TextStyle::Small, Tone::Muted);
    m_keychainNote->setObjectName(QStringLiteral("keychainNote"));
    body->addWidget(m_keychainNote);
    m_probeAgain = new ActionButton(QStringLiteral("probeAgainButton"), tr("Check a&gain"), IconName::Sync);
    m_probeAgain->setProperty("extent", QStringLiteral("small"));
    body->addWidget(m_probeAgain, 0, Qt::AlignLeft);
    m_keychainCard->contentLayout()->addLayout(body);
    m_keychainCard->contentLayout()->addStretch(1);

    m_sessionCard = addCard(QStringLiteral("sessionRadio"), tr("&This session only"), m_sessionRadio);
    m_sessionCard->contentLayout()->addWidget(m_sessionRadio);
    auto* sessionBody = new QVBoxLayout;
    sessionBody->setContentsMargins(24, 0, 0, 0);
    sessionBody->addWidget(paragraph(
        tr("In memory until you quit. Syncing stops then, and the key is asked for at the next start."),
        TextStyle::Small, Tone::Muted));
    m_sessionCard->contentLayout()->addLayout(sessionBody);
    m_sessionCard->contentLayout()->addStretch(1);
    layout->addLayout(row);

    m_locationNote = paragraph({}, TextStyle::Small, Tone::Muted);
    m_locationNote->setObjectName(QStringLiteral("locationNote"));
    layout->addWidget(m_locationNote);

    auto* group = new QButtonGroup(this);
    group->addButton(m_keychainRadio);
    group->addButton(m_sessionRadio);
    connect(m_keychainRadio, &QRadioButton::toggled, this, [this](bool on) {
        flow().setKeyLocation(on ? KeyLocation::Keychain : KeyLocation::Session);
        m_nextWhenProbed = false;
        showKeychain();
    });
    connect(m_probeAgain, &QPushButton::clicked, &flow(), &app::setup::SetupFlow::probeKeychain);
    return box;
}

void KeyPage::enter()
{
    m_nextWhenProbed = false;
    m_workspaceEdit->setText(flow().draft().workspaceId);
    m_key->clear();
    showWorkspace(!m_workspaceEdit->text().isEmpty());
    showKey(false);
    showKeychain();
}

void KeyPage::leave()
{
    // A key that was typed and not yet taken stays in the draft as an ApiKey, so that going back and forth
    // keeps it.
    if (!m_key->isEmpty()) {
        static_cast<void>(flow().acceptKey(m_key->edit()->text()));
    }
    m_key->clear();
}

QWidget* KeyPage::firstField() const
{
    const bool hasWorkspace = flow().workspaceIdInput().id.has_value();
    return hasWorkspace && !flow().hasKey() ? m_key->edit() : m_workspaceEdit;
}

void KeyPage::onWorkspaceEdited(const QString& text)
{
    flow().setWorkspaceId(text);
    showWorkspace(false);
}

void KeyPage::showWorkspace(bool insist)
{
    const auto input = flow().workspaceIdInput();
    m_workspaceValid->setVisible(input.id.has_value());
    const bool offers = input.offered.has_value();
    m_useOffered->setVisible(offers);
    if (offers) {
        m_useOffered->setLabel(tr("&Use %1").arg(input.offered->toString()));
    }
    QString note = tr("A UUID such as 1f6f0c1e-… It is not the id that begins with org-.");
    bool problem = insist;
    switch (input.problem) {
    case WorkspaceIdProblem::None: problem = false; break;
    case WorkspaceIdProblem::Empty:
        if (insist) {
            note = tr("Enter the workspace id. The note below says where to find it.");
        }
        break;
    case WorkspaceIdProblem::OrganisationId:
        note = tr("This is an organization id of the API Platform. Needed is the id of the ChatGPT "
                  "workspace, a UUID such "
                  "as 1f6f0c1e-…");
        problem = true;
        break;
    case WorkspaceIdProblem::FoundInText:
        note = tr("This is more than the id, but it holds one.");
        problem = true;
        break;
    case WorkspaceIdProblem::NotAUuid:
        if (insist) {
            note = tr("This is not a workspace id. It has 32 digits and letters a to f, in groups of 8, 4, "
                      "4, 4 and 12.");
        }
        break;
    }
    const bool known = flow().knownWorkspace().has_value();
    m_openKnown->setVisible(known);
    if (known) {
        note = tr("This workspace is set up already. Its key can be replaced without losing its history.");
    }
    m_workspaceNote->setText(note);
    m_workspaceNote->setTone(problem ? Tone::Negative : Tone::Muted);
    common::setStyleProperty(m_workspaceEdit, "invalid", problem);
    m_workspaceEdit->setAccessibleDescription(note);
}

void KeyPage::takeOfferedId()
{
    const auto input = flow().workspaceIdInput();
    if (input.offered) {
        m_workspaceEdit->setText(input.offered->toString());
        flow().setWorkspaceId(input.offered->toString());
        showWorkspace(false);
        focusOn(m_key->edit());
    }
}

void KeyPage::onKeyEdited()
{
    m_nextWhenProbed = false;
    flow().discardKey();
    showKey(false);
}

void KeyPage::showKey(bool insist)
{
    if (const auto& kept = flow().draft().key) {
        m_key->setEmptyText(
            tr("The key that ends in %1 is entered, %n character(s). Paste another one to replace it.",
                nullptr, static_cast<int>(kept->length()))
                .arg(kept->redacted().right(4)));
    } else if (flow().hasKey()) {
        m_key->setEmptyText(tr("The key that ends in %1 is stored. Paste another one to replace it.")
                                .arg(flow().draft().keyEnding));
    } else {
        m_key->setEmptyText(
            tr("An Admin key or a Platform key with the analytics scope; both kinds are accepted."));
    }
    m_key->check(insist, !flow().hasKey());
}

void KeyPage::showKeychain()
{
    const KeychainState state = flow().keychainState();
    const bool usable = state != KeychainState::NotOffered && state != KeychainState::Unavailable
        && state != KeychainState::Locked;
    Pill::Kind kind = Pill::Kind::Neutral;
    QString word;
    QString note = tr(
        "Kept by your system and locked with your login session. Threadcount finds it at the next start.");
    switch (state) {
    case KeychainState::NotOffered:
        word = tr("Not offered");
        note = flow().keychainNotOffered();
        break;
    case KeychainState::NotProbed:
    case KeychainState::Checking:
        kind = Pill::Kind::Working;
        word = tr("Checking");
        break;
    case KeychainState::Available:
        kind = Pill::Kind::Ok;
        word = tr("Available");
        break;
    case KeychainState::Locked:
        kind = Pill::Kind::Warning;
        word = tr("Locked");
        break;
    case KeychainState::Unavailable:
        kind = Pill::Kind::Warning;
        word = tr("Not available");
        break;
    }
    if (flow().keychainError()) {
        const auto text = app::messages::describe(*flow().keychainError());
        note = text.whatHappened + QLatin1Char(' ') + text.nextStep;
    }
    m_keychainPill->setState(kind, word);
    m_keychainNote->setText(note);
    m_keychainRadio->setAccessibleDescription(word + QStringLiteral(". ") + note);
    m_probeAgain->setVisible(state == KeychainState::Locked || state == KeychainState::Unavailable);

    const bool session = flow().draft().keyLocation == KeyLocation::Session;
    {
        const QSignalBlocker block(m_keychainRadio);
        m_keychainRadio->setEnabled(usable);
        m_keychainRadio->setChecked(!session);
        m_sessionRadio->setChecked(session);
    }
    m_keychainCard->setChosen(!session);
    m_sessionCard->setChosen(session);
    m_locationNote->setText(tr("There is no option to write the key to a file."));
    m_locationNote->setTone(Tone::Muted);

    if (m_nextWhenProbed && state != KeychainState::Checking) {
        m_nextWhenProbed = false;
        if (state == KeychainState::Available) {
            onPrimary();
        } else {
            m_locationNote->setText(
                tr("The keychain cannot take the key. Continue with this session only, or check again."));
            m_locationNote->setTone(Tone::Negative);
            focusOn(m_sessionRadio);
        }
    }
    Q_EMIT footerChanged();
}

Footer KeyPage::footer() const
{
    Footer footer;
    footer.secondary = tr("&Save and close");
    footer.secondaryName = QStringLiteral("saveAndCloseButton");
    footer.primary = tr("&Verify");
    footer.primaryEnabled = !m_nextWhenProbed;
    return footer;
}

void KeyPage::onPrimary()
{
    if (flow().knownWorkspace()) {
        focusOn(m_openKnown);
        return;
    }
    const bool workspaceIsGood = flow().workspaceIdInput().id.has_value();
    showWorkspace(!workspaceIsGood);
    bool keyIsGood = flow().hasKey();
    if (!m_key->isEmpty()) {
        keyIsGood = flow().acceptKey(m_key->edit()->text()) == KeyProblem::None;
        if (keyIsGood) {
            m_key->edit()->setText({}); // from here on the key lives in the draft only
        }
    }
    showKey(!keyIsGood);
    if (!workspaceIsGood) {
        focusOn(m_workspaceEdit);
        return;
    }
    if (!keyIsGood) {
        focusOn(m_key->edit());
        return;
    }
    if (flow().draft().keyLocation == KeyLocation::Keychain
        && flow().keychainState() == KeychainState::Checking) {
        m_nextWhenProbed = true;
        m_locationNote->setText(tr("Waiting for the keychain to answer …"));
        Q_EMIT footerChanged();
        return;
    }
    flow().goNext();
}

void KeyPage::onSecondary()
{
    Q_EMIT saveAndCloseRequested();
}

} // namespace ui::wizard
