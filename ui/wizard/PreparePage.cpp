// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wizard/PreparePage.h"

#include "common/Pill.h"
#include "wizard/ActionButton.h"
#include "wizard/WrappingRadio.h"

#include <QButtonGroup>
#include <QClipboard>
#include <QDesktopServices>
#include <QFontDatabase>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace ui::wizard {

using app::setup::KeyRoute;
using app::setup::SupportRequest;
using common::Card;
using common::IconName;
using common::Label;
using common::Pill;
using common::TextStyle;
using common::Tone;

PreparePage::PreparePage(app::setup::SetupFlow& flow, QWidget* parent)
    : WizardPage(QStringLiteral("preparePage"), flow, parent)
{
    setTitle(tr("Prepare the key"), tr("Two routes lead to it. Choose the one that fits and hand it over."));

    auto* routes = new QHBoxLayout;
    routes->setSpacing(16);
    m_adminCard
        = addRoute(routes, QStringLiteral("adminKeyRadio"), tr("&Admin key, made by a workspace owner"),
            tr("In admin.openai.com, Credentials, Admin keys: choose Custom and set Codex analytics API to "
               "Read. Leave "
               "everything else at none."),
            tr("Self-service"), false, tr("minutes"), m_adminRadio);
    m_platformCard
        = addRoute(routes, QStringLiteral("platformKeyRadio"), tr("&Platform key, scoped by OpenAI Support"),
            tr("An OpenAI Platform owner or admin creates a dedicated key, then asks OpenAI Support for the "
               "analytics "
               "scope. This is not self-serve."),
            tr("OpenAI Support"), true, tr("1 to 5 business days"), m_platformRadio);
    auto* group = new QButtonGroup(this);
    group->addButton(m_adminRadio);
    group->addButton(m_platformRadio);
    column()->addLayout(routes);

    m_adminSteps = buildAdminSteps();
    m_support = buildSupportRequest();
    column()->addWidget(m_adminSteps);
    column()->addWidget(m_support);

    connect(m_adminRadio, &QRadioButton::toggled, this, [this](bool on) {
        this->flow().setRoute(on ? KeyRoute::AdminKey : KeyRoute::PlatformKey);
        showRoute();
    });

    Card* plan = addAside(tr("Before you begin"));
    addFact(plan, IconName::Shield, tr("A ChatGPT Enterprise plan"),
        tr("The analytics API is not promised on any other plan."));
    addFact(plan, IconName::Grid, tr("The workspace id"), tr("A UUID. The next page says where to find it."));

    Card* who = addAside(tr("Who needs to do what"));
    addFact(who, IconName::People, tr("OpenAI API Platform owner or admin"),
        tr("Creates the key and sends the request to OpenAI Support. With an Admin key this is a workspace "
           "owner, and "
           "no request is needed."));
    addFact(who, IconName::Mail, tr("OpenAI Support"),
        tr("Applies the scope to a Platform key and confirms by mail"));
    addFact(who, IconName::Check, tr("You, the administrator of this app"),
        tr("Paste the key on the next page. Threadcount checks whether the scope is active."));

    Card* rules = addAside(tr("Key rules in short"));
    addFact(rules, IconName::Eye, tr("Shown only once"),
        tr("The key is displayed only when it is created. Store it safely before closing that dialog."));
    addFact(rules, IconName::Lock, tr("Analytics only"),
        tr("Once the scope is applied, the key cannot be used for any other OpenAI call. Create one for this "
           "purpose "
           "only."));
    addFact(rules, IconName::Trash, tr("Deleted is deleted"),
        tr("A deleted key cannot be restored, and a new key repeats the Support request."));
    addFact(
        rules, IconName::EyeOff, tr("Never send the key by mail"), tr("The last 4 characters are enough."));
    showRoute();
}

Card* PreparePage::addRoute(QLayout* row, const QString& objectName, const QString& title,
    const QString& text, const QString& word, bool needsSupport, const QString& time, QRadioButton*& radio)
{
    auto* card = new Card;
    radio = new WrappingRadio(title);
    radio->setObjectName(objectName);
    radio->setFont(common::Theme::of(this).font(TextStyle::BodyBold));
    QString plain = title;
    radio->setAccessibleName(plain.remove(u'&'));
    radio->setAccessibleDescription(text);
    card->contentLayout()->addWidget(radio);
    auto* body = new QVBoxLayout;
    body->setContentsMargins(24, 0, 0, 0);
    body->addWidget(paragraph(text, TextStyle::Small, Tone::Muted));
    auto* facts = new QHBoxLayout;
    facts->setSpacing(8);
    facts->addWidget(new Pill(needsSupport ? Pill::Kind::Warning : Pill::Kind::Ok, word));
    facts->addWidget(paragraph(time, TextStyle::Small, Tone::Muted), 1);
    body->addLayout(facts);
    card->contentLayout()->addLayout(body);
    card->contentLayout()->addStretch(1);
    card->setMinimumWidth(200);
    row->addWidget(card);
    return card;
}

QWidget* PreparePage::buildAdminSteps()
{
    auto* card = new Card(tr("Create the Admin key"), tr("in the Admin Console"));
    card->setObjectName(QStringLiteral("adminSteps"));
    const QStringList steps{
        tr("Sign in at admin.openai.com and pick the workspace in which you are owner or admin."),
        tr("Open Credentials, then Admin keys, and choose Create new admin key."),
        tr("Give it a name and an expiry. 90 days works well; the expiry cannot be changed later."),
        tr("Choose Custom and set Codex analytics API to Read. Leave everything else at none. This grants "
           "the scope %1.")
            .arg(SupportRequest::scope()),
        tr("Submit, copy the key and store it safely. It is shown only this once."),
    };
    int number = 0;
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    for (const QString& step : steps) {
        auto* mark = new Label(QString::number(++number), TextStyle::BodyBold, Tone::Accent);
        grid->addWidget(mark, number, 0, Qt::AlignTop);
        grid->addWidget(paragraph(step), number, 1);
    }
    grid->setColumnStretch(1, 1);
    card->contentLayout()->addLayout(grid);
    return card;
}

QWidget* PreparePage::buildSupportRequest()
{
    auto* box = new QWidget;
    box->setObjectName(QStringLiteral("platformSteps"));
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);

    auto* steps = new Card(tr("Create the Platform key"), tr("in the API Platform"));
    steps->contentLayout()->addWidget(
        paragraph(tr("Sign in at platform.openai.com and create a dedicated secret key, Read only, in the "
                     "organization that is "
                     "linked to your ChatGPT workspace. Keys of other organizations will not work. Then send "
                     "the request below and "
                     "expect 1 to 5 business days.")));
    layout->addWidget(steps);

    auto* card = new Card(tr("Request to OpenAI Support"), tr("ready to send; holds no secret"));
    auto* copy = new ActionButton(QStringLiteral("copyRequestButton"), tr("&Copy"), IconName::Copy);
    auto* mail = new ActionButton(QStringLiteral("openMailButton"), tr("&Open mail"), IconName::Mail);
    for (ActionButton* button : {copy, mail}) {
        button->setProperty("extent", QStringLiteral("small"));
        card->addHeadWidget(button);
    }
    connect(copy, &QPushButton::clicked, this, &PreparePage::copyRequest);
    connect(mail, &QPushButton::clicked, this, &PreparePage::openMail);

    auto* fields = new QGridLayout;
    fields->setHorizontalSpacing(12);
    fields->setVerticalSpacing(6);
    const auto addField = [&](int position, const QString& objectName, const QString& name, int stretch) {
        auto* edit = new QLineEdit;
        edit->setObjectName(objectName);
        QString plain = name;
        edit->setAccessibleName(plain.remove(u'&'));
        edit->setMinimumWidth(90);
        auto* label = new Label(name, TextStyle::Small, Tone::Muted);
        label->setBuddy(edit);
        fields->addWidget(label, 0, position);
        fields->addWidget(edit, 1, position);
        fields->setColumnStretch(position, stretch);
        return edit;
    };
    m_keyName = addField(0, QStringLiteral("keyNameEdit"), tr("Key &name"), 4);
    m_keyEnding = addField(1, QStringLiteral("keyEndingEdit"), tr("Last &4 characters"), 2);
    m_organisation = addField(2, QStringLiteral("organisationEdit"), tr("Or&ganization id"), 4);
    card->contentLayout()->addLayout(fields);

    m_request = new QPlainTextEdit;
    m_request->setObjectName(QStringLiteral("supportRequestText"));
    m_request->setAccessibleName(tr("Text of the request"));
    m_request->setReadOnly(true);
    m_request->setTabChangesFocus(true);
    m_request->setFixedHeight(m_request->fontMetrics().lineSpacing() * 17 + 16); // the whole text
    card->contentLayout()->addWidget(m_request);
    m_sent = paragraph({}, TextStyle::Small, Tone::Muted);
    m_sent->setObjectName(QStringLiteral("requestNote"));
    card->contentLayout()->addWidget(m_sent);
    layout->addWidget(card);

    connect(m_keyName, &QLineEdit::textEdited, this, [this](const QString& text) {
        flow().setKeyName(text);
        refreshRequest();
    });
    connect(m_organisation, &QLineEdit::textEdited, this, [this](const QString& text) {
        flow().setOrganisation(text);
        refreshRequest();
    });
    connect(m_keyEnding, &QLineEdit::textEdited, this, [this](const QString& text) {
        flow().setKeyEnding(text);
        if (flow().draft().keyEnding != text) {
            m_keyEnding->setText(flow().draft().keyEnding); // a pasted key is cut to its end at once
        }
        refreshRequest();
    });
    return box;
}

void PreparePage::enter()
{
    const QSignalBlocker block(m_adminRadio);
    m_adminRadio->setChecked(flow().draft().route == KeyRoute::AdminKey);
    m_platformRadio->setChecked(flow().draft().route == KeyRoute::PlatformKey);
    m_keyName->setText(flow().draft().keyName);
    m_keyEnding->setText(flow().draft().keyEnding);
    m_organisation->setText(flow().draft().organisation);
    m_sent->hide();
    showRoute();
}

QWidget* PreparePage::firstField() const
{
    return m_adminRadio->isChecked() ? m_adminRadio : m_platformRadio;
}

void PreparePage::showRoute()
{
    const bool admin = flow().draft().route == KeyRoute::AdminKey;
    m_adminCard->setChosen(admin);
    m_platformCard->setChosen(!admin);
    m_adminSteps->setVisible(admin);
    m_support->setVisible(!admin);
    refreshRequest();
}

void PreparePage::refreshRequest()
{
    m_request->setPlainText(flow().supportRequest().asText());
}

void PreparePage::copyRequest()
{
    QGuiApplication::clipboard()->setText(flow().supportRequest().asText());
    m_sent->setText(flow().supportRequest().isComplete()
            ? tr("Copied. Send it from the mail address of the person who created the key.")
            : tr("Copied. Fill in what stands in brackets before you send it."));
    m_sent->show();
}

void PreparePage::openMail()
{
    if (!QDesktopServices::openUrl(flow().supportRequest().mailtoUrl())) {
        m_sent->setText(tr("No mail program could be opened. Use Copy and send the text to %1.")
                            .arg(SupportRequest::recipient()));
        m_sent->show();
    }
}

Footer PreparePage::footer() const
{
    Footer footer;
    footer.note = tr("Setup can be closed here. It resumes at this step.");
    footer.secondary = tr("&Save and close");
    footer.secondaryName = QStringLiteral("saveAndCloseButton");
    footer.primary = tr("I have the &key");
    return footer;
}

void PreparePage::onPrimary()
{
    flow().goNext();
}

void PreparePage::onSecondary()
{
    Q_EMIT saveAndCloseRequested();
}

} // namespace ui::wizard
