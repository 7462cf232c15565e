// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/SettingsDialog.h"

#include "common/Banner.h"
#include "common/Card.h"
#include "common/Icons.h"
#include "common/Label.h"
#include "messages/ErrorText.h"
#include "settings/RadioGroup.h"
#include "settings/RangeChoice.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QCloseEvent>
#include <QComboBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <array>

namespace ui::settings {

using namespace common;
using app::settings::Appearance;
using app::settings::Settings;
using app::settings::WhenClosed;

namespace {

constexpr QSize kSize{860, 620};
constexpr QSize kLeast{720, 480};
constexpr int kListWidth = 190;
constexpr int kUsualMonths = 24;
constexpr int kFewestMonths = 3;
constexpr int kMostMonths = 120;
constexpr int kLongestInterval = 24;

constexpr int kRowHeight = 36;
constexpr int kIcon = 18;

// In the order of Section, as are the icons.
constexpr std::array kSectionNames{"sync", "data", "key", "network", "startup", "appearance", "privacy"};
constexpr std::array kSectionIcons{IconName::Sync, IconName::Database, IconName::Key, IconName::Plug,
    IconName::Play, IconName::Bulb, IconName::Shield};

Label* paragraph(const QString& text, TextStyle style = TextStyle::Small, Tone tone = Tone::Muted)
{
    auto* label = new Label(text, style, tone);
    label->setWordWrap(true);
    return label;
}

template <typename Button> Button* named(Button* button, const QString& objectName)
{
    button->setObjectName(objectName);
    QString name = button->text();
    button->setAccessibleName(name.remove(u'&'));
    return button;
}

QPushButton* pushButton(const QString& objectName, const QString& text)
{
    QPushButton* button = named(new QPushButton(text), objectName);
    button->setAutoDefault(false);
    return button;
}

/// A button with a sentence beside it.
QWidget* offer(QPushButton* button, const QString& text)
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addWidget(paragraph(text, TextStyle::Body, Tone::Normal), 1);
    layout->addWidget(button);
    button->setAccessibleDescription(text);
    return row;
}

} // namespace

SettingsDialog::SettingsDialog(Services services, QWidget* parent)
    : QDialog(parent)
    , m_services(std::move(services))
{
    setObjectName(QStringLiteral("settingsDialog"));
    setWindowTitle(tr("Settings"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumSize(kLeast);
    resize(kSize);

    m_list = new QListWidget;
    m_list->setObjectName(QStringLiteral("settingsList"));
    m_list->setAccessibleName(tr("Sections"));
    m_list->setFixedWidth(kListWidth);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setIconSize({kIcon, kIcon});
    m_stack = new QStackedWidget;
    m_stack->setObjectName(QStringLiteral("settingsStack"));
    m_problem = new Banner;
    m_problem->setObjectName(QStringLiteral("settingsProblem"));
    m_problem->hide();

    buildSync();
    buildData();
    buildKey();
    buildNetwork();
    buildStartUp();
    buildAppearance();
    buildPrivacy();
    connect(m_list, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);

    auto* close = pushButton(QStringLiteral("settingsCloseButton"), tr("Close"));
    connect(close, &QPushButton::clicked, this, &SettingsDialog::reject);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(3, 0, 0, 0);
    foot->addWidget(paragraph(tr("Changes take effect at once, except for the network.")), 1);
    foot->addWidget(close);

    auto* side = new QVBoxLayout;
    side->setSpacing(12);
    side->addWidget(m_problem);
    side->addWidget(m_stack, 1);
    side->addLayout(foot);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 16, 20, 16);
    layout->setSpacing(20);
    layout->addWidget(m_list);
    layout->addLayout(side, 1);

    refreshIcons();
    load();
    m_list->setCurrentRow(0);
    m_list->setFocus();
}

SettingsDialog::~SettingsDialog() = default;

QWidget* SettingsDialog::addSection(const QString& title, const QString& lead, QVBoxLayout** content)
{
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    // Room for the ring around what has the focus.
    layout->setContentsMargins(3, 3, 8, 3);
    layout->setSpacing(16);
    layout->addWidget(new Label(title, TextStyle::Title));
    if (!lead.isEmpty()) {
        layout->addWidget(paragraph(lead, TextStyle::Body));
    }
    *content = new QVBoxLayout;
    (*content)->setSpacing(16);
    layout->addLayout(*content);
    layout->addStretch(1);
    auto* area = new QScrollArea;
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_stack->addWidget(area);
    auto* item = new QListWidgetItem(title, m_list);
    item->setSizeHint({0, kRowHeight});
    return page;
}

void SettingsDialog::refreshIcons()
{
    const Theme theme = Theme::of(this);
    for (int row = 0; row < m_list->count(); ++row) {
        m_list->item(row)->setIcon(icon(kSectionIcons[static_cast<std::size_t>(row)],
            theme.color(Token::Muted), theme.color(Token::Accent)));
    }
}

void SettingsDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        refreshIcons();
    }
}

void SettingsDialog::buildSync()
{
    QVBoxLayout* content = nullptr;
    addSection(tr("Sync"), {}, &content);
    auto* card = new Card(tr("How often"), {});
    m_interval = new QSpinBox;
    m_interval->setObjectName(QStringLiteral("intervalSpin"));
    m_interval->setAccessibleName(tr("Hours between two syncs"));
    m_interval->setRange(1, kLongestInterval);
    m_interval->setSuffix(tr(" h", "hours, after a number"));
    auto* label = new Label(tr("&Hours between two syncs"), TextStyle::Body);
    label->setBuddy(m_interval);
    auto* row = new QHBoxLayout;
    row->addWidget(label, 1);
    row->addWidget(m_interval);
    card->contentLayout()->addLayout(row);
    card->contentLayout()->addWidget(
        paragraph(tr("Threadcount also syncs at its start, when this computer wakes up and when the network "
                     "is back. F5 syncs now.")));
    content->addWidget(card);
    connect(m_interval, &QSpinBox::valueChanged, this,
        [this](int hours) { change([hours](Settings& settings) { settings.syncIntervalHours = hours; }); });
}

void SettingsDialog::buildData()
{
    QVBoxLayout* content = nullptr;
    addSection(tr("Data"), {}, &content);
    auto* range = new Card(tr("How far back"), tr("UTC days, today included"));
    m_range = new RangeChoice;
    range->contentLayout()->addWidget(m_range);
    range->contentLayout()->addWidget(
        paragraph(tr("A larger choice reads the older days with a sync that starts now. A smaller one "
                     "deletes nothing.")));
    content->addWidget(range);
    connect(m_range, &RangeChoice::daysChosen, this, &SettingsDialog::chooseDays);

    auto* retention = new Card(tr("How long it is kept"), {});
    auto* all = named(new QRadioButton(tr("Keep &everything")), QStringLiteral("keepAllRadio"));
    auto* some = named(new QRadioButton(tr("&Delete what is older")), QStringLiteral("keepSomeRadio"));
    m_keep = new QButtonGroup(this);
    m_keep->addButton(all, 0);
    m_keep->addButton(some, 1);
    m_months = new QSpinBox;
    m_months->setObjectName(QStringLiteral("retentionSpin"));
    m_months->setAccessibleName(tr("Months that are kept"));
    m_months->setRange(kFewestMonths, kMostMonths);
    m_months->setSuffix(tr(" months", "after a number of 3 and more"));
    m_months->setKeyboardTracking(false);
    auto* row = new QHBoxLayout;
    row->addWidget(some);
    row->addWidget(m_months);
    row->addStretch(1);
    retention->contentLayout()->addWidget(all);
    retention->contentLayout()->addLayout(row);
    retention->contentLayout()->addWidget(
        paragraph(tr("OpenAI serves about 90 days. Older days are only on this computer: what is deleted "
                     "here cannot be read again.")));
    content->addWidget(retention);
    connect(m_keep, &QButtonGroup::idClicked, this,
        [this](int id) { chooseRetention(id == 0 ? std::nullopt : std::optional(m_months->value())); });
    connect(m_months, &QSpinBox::valueChanged, this, [this](int months) { chooseRetention(months); });
}

void SettingsDialog::buildKey()
{
    QVBoxLayout* content = nullptr;
    addSection(tr("Key"), {}, &content);
    m_keyPlace = content;
    auto* card = new Card;
    card->setObjectName(QStringLiteral("keyMissingCard"));
    card->contentLayout()->addWidget(
        paragraph(tr("No workspace is set up yet. Its key is entered in the setup."), TextStyle::Body));
    content->addWidget(card);
}

void SettingsDialog::buildNetwork()
{
    QVBoxLayout* content = nullptr;
    addSection(tr("Network"), {}, &content);
    m_network = new NetworkPanel(m_services.network);
    content->addWidget(m_network);
    m_apply = pushButton(QStringLiteral("networkApplyButton"), tr("App&ly"));
    setStyleProperty(m_apply, "kind", QStringLiteral("primary"));
    m_revert = pushButton(QStringLiteral("networkRevertButton"), tr("&Undo changes"));
    m_networkNote = paragraph({});
    m_networkNote->setObjectName(QStringLiteral("networkNote"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_networkNote, 1);
    row->addWidget(m_revert);
    row->addWidget(m_apply);
    content->addLayout(row);
    connect(m_network, &NetworkPanel::edited, this, [this] {
        m_networkNote->setText({});
        refreshNetwork();
    });
    connect(m_network, &NetworkPanel::tested, this, &SettingsDialog::connectionTested);
    connect(m_apply, &QPushButton::clicked, this, [this] { applyNetwork(); });
    connect(m_revert, &QPushButton::clicked, this, [this] {
        m_network->setValue(m_services.current().network);
        m_networkNote->setText({});
        refreshNetwork();
    });
}

void SettingsDialog::buildStartUp()
{
    QVBoxLayout* content = nullptr;
    addSection(tr("Start-up"), {}, &content);
    auto* card = new Card(tr("Start and end"), {});
    m_atLogin = named(new QCheckBox(tr("&Start Threadcount when I sign in")), QStringLiteral("atLoginCheck"));
    card->contentLayout()->addWidget(m_atLogin);
    card->contentLayout()->addWidget(m_services.startAtLogin
            ? paragraph(tr("It starts without a window and syncs by itself."))
            : paragraph(tr("Not in the demo.")));
    m_atLogin->setEnabled(m_services.startAtLogin.has_value());
    m_whenClosed = new QComboBox;
    m_whenClosed->setObjectName(QStringLiteral("whenClosedCombo"));
    m_whenClosed->setAccessibleName(tr("When the window is closed"));
    m_whenClosed->addItem(tr("Ask"), static_cast<int>(WhenClosed::Ask));
    m_whenClosed->addItem(tr("Keep syncing in the background"), static_cast<int>(WhenClosed::KeepSyncing));
    m_whenClosed->addItem(tr("Quit"), static_cast<int>(WhenClosed::Quit));
    auto* label = new Label(tr("&When the window is closed"), TextStyle::Body);
    label->setBuddy(m_whenClosed);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 8, 0, 0);
    row->addWidget(label, 1);
    row->addWidget(m_whenClosed);
    card->contentLayout()->addLayout(row);
    card->contentLayout()->addWidget(paragraph(tr("On a desktop without a tray, Threadcount always quits.")));
    content->addWidget(card);

    auto* notices = new Card(tr("Notifications"), {});
    m_notifications = named(
        new QCheckBox(tr("Show &notifications of the desktop")), QStringLiteral("notificationsCheck"));
    notices->contentLayout()->addWidget(m_notifications);
    notices->contentLayout()->addWidget(
        paragraph(tr("When the scope of a key has arrived, when syncing fails for a day, and before a key "
                     "expires. They never name a person.")));
    content->addWidget(notices);

    connect(m_atLogin, &QCheckBox::clicked, this, &SettingsDialog::setStartAtLogin);
    connect(m_whenClosed, &QComboBox::activated, this, [this](int index) {
        const auto chosen = static_cast<WhenClosed>(m_whenClosed->itemData(index).toInt());
        change([chosen](Settings& settings) { settings.whenClosed = chosen; });
    });
    connect(m_notifications, &QCheckBox::clicked, this,
        [this](bool shown) { change([shown](Settings& settings) { settings.notifications = shown; }); });
}

void SettingsDialog::buildAppearance()
{
    QVBoxLayout* content = nullptr;
    addSection(tr("Appearance"), {}, &content);
    auto* card = new Card(tr("Colours"), {});
    m_appearance = new QButtonGroup(this);
    const struct
    {
        Appearance appearance;
        QString objectName;
        QString text;
    } looks[]{{Appearance::System, QStringLiteral("lookSystemRadio"), tr("Like the &desktop")},
        {Appearance::Light, QStringLiteral("lookLightRadio"), tr("&Light")},
        {Appearance::Dark, QStringLiteral("lookDarkRadio"), tr("D&ark")}};
    for (const auto& look : looks) {
        auto* radio = named(new QRadioButton(look.text), look.objectName);
        m_appearance->addButton(radio, static_cast<int>(look.appearance));
        card->contentLayout()->addWidget(radio);
    }
    content->addWidget(card);
    auto* language = new Card(tr("Language"), {});
    language->contentLayout()->addWidget(paragraph(
        tr("Threadcount speaks the language of your system, where it knows it, and English otherwise. Days "
           "are UTC days everywhere."),
        TextStyle::Body));
    content->addWidget(language);
    connect(m_appearance, &QButtonGroup::idClicked, this, [this](int id) {
        change([id](Settings& settings) { settings.appearance = static_cast<Appearance>(id); });
    });
}

void SettingsDialog::buildPrivacy()
{
    QVBoxLayout* content = nullptr;
    addSection(tr("Privacy"), {}, &content);
    auto* look = new Card(tr("What Threadcount does"), {});
    auto* page = pushButton(QStringLiteral("openPrivacyButton"), tr("Data && &privacy"));
    auto* bundle = pushButton(QStringLiteral("openDiagnosticsButton"), tr("Dia&gnostics…"));
    look->contentLayout()->addWidget(
        offer(page, tr("Every request that was sent, what is stored and what is never read.")));
    look->contentLayout()->addWidget(
        offer(bundle, tr("A file for a support request. You see what is in it before it is saved.")));
    content->addWidget(look);
    auto* forget = new Card(tr("What Threadcount remembers"), {});
    auto* view = pushButton(QStringLiteral("forgetViewButton"), tr("&Forget the view"));
    forget->contentLayout()->addWidget(offer(view,
        tr("The page, the days and the columns that you looked at last come back at the next "
           "start. No person is remembered.")));
    forget->contentLayout()->addWidget(
        paragraph(tr("After you paste a key, Threadcount offers to empty the clipboard.")));
    content->addWidget(forget);
    auto* leave = new Card(tr("Leave"), {});
    auto* erase = pushButton(QStringLiteral("eraseButton"), tr("&Erase…"));
    setStyleProperty(erase, "kind", QStringLiteral("danger"));
    leave->contentLayout()->addWidget(offer(
        erase, tr("Forgets the key and deletes what is stored for this workspace. You are asked first.")));
    content->addWidget(leave);
    page->setEnabled(m_services.hasWorkspace);
    erase->setEnabled(m_services.hasWorkspace);
    connect(page, &QPushButton::clicked, this, &SettingsDialog::privacyPageRequested);
    connect(bundle, &QPushButton::clicked, this, &SettingsDialog::diagnosticsRequested);
    connect(erase, &QPushButton::clicked, this, &SettingsDialog::eraseRequested);
    connect(view, &QPushButton::clicked, this, [this, view] {
        if (change([](Settings& settings) { settings.view = {}; })) {
            view->setEnabled(false);
            Q_EMIT forgetViewRequested();
        }
    });
}

void SettingsDialog::openSection(const QString& name)
{
    for (std::size_t i = 0; i < kSectionNames.size(); ++i) {
        if (name == QLatin1String(kSectionNames[i])) {
            m_list->setCurrentRow(static_cast<int>(i));
        }
    }
}

SettingsDialog::Section SettingsDialog::section() const
{
    return static_cast<Section>(m_list->currentRow());
}

void SettingsDialog::setKeyCard(QWidget* card)
{
    while (QLayoutItem* item = m_keyPlace->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_keyPlace->addWidget(card);
}

void SettingsDialog::load()
{
    loadSwitches();
    m_network->setValue(m_services.current().network);
    refreshNetwork();
}

void SettingsDialog::loadSwitches()
{
    const Settings& now = m_services.current();
    const QSignalBlocker quiet(m_interval);
    m_interval->setValue(now.syncIntervalHours);
    m_range->setDays(now.backfillDays);
    refreshRetention();
    m_atLogin->setChecked(m_services.startAtLogin && m_services.startAtLogin->isEnabled());
    m_whenClosed->setCurrentIndex(m_whenClosed->findData(static_cast<int>(now.whenClosed)));
    m_notifications->setChecked(now.notifications);
    markButton(*m_appearance, static_cast<int>(now.appearance));
}

bool SettingsDialog::change(const Change& change)
{
    const app::core::Result<void> changed = m_services.change(change);
    if (changed) {
        m_problem->hide();
        Q_EMIT settingsChanged();
        return true;
    }
    // Whatever was clicked goes back to what counts; what was typed for the network stays.
    loadSwitches();
    if (changed.error().kind == app::core::ErrorKind::StoreTooNew) {
        m_problem->setMessage(Banner::Level::Warning, tr("Not saved."),
            tr("The settings were written by a newer version of Threadcount and stay as they are. Start the "
               "newer version, or install it again."));
    } else {
        m_problem->setMessage(Banner::Level::Negative, tr("Not saved."),
            app::messages::asParagraph(app::messages::describe(changed.error())));
    }
    m_problem->show();
    return false;
}

void SettingsDialog::chooseDays(int days)
{
    const int before = m_services.current().backfillDays;
    if (days == before) {
        return;
    }
    if (change([days](Settings& settings) { settings.backfillDays = days; }) && days > before
        && m_services.hasWorkspace) {
        Q_EMIT historyWanted(days);
    }
}

void SettingsDialog::refreshRetention()
{
    const std::optional<int> months = m_services.current().retentionMonths;
    const QSignalBlocker quiet(m_months);
    markButton(*m_keep, months ? 1 : 0);
    m_months->setValue(months.value_or(m_months->value() > kFewestMonths ? m_months->value() : kUsualMonths));
    m_months->setEnabled(months.has_value());
}

void SettingsDialog::chooseRetention(std::optional<int> months)
{
    const std::optional<int> before = m_services.current().retentionMonths;
    if (months == before) {
        refreshRetention();
        return;
    }
    const auto apply = [this, months] {
        change([months](Settings& settings) { settings.retentionMonths = months; });
        refreshRetention();
    };
    const bool deletesMore = months && (!before || *months < *before);
    if (!deletesMore) {
        apply();
        return;
    }
    DialogContent content;
    content.objectName = QStringLiteral("retentionDialog");
    content.title = tr("Delete days that are older than %n month(s)?", nullptr, *months);
    content.text = tr("They are deleted from this computer with the next sync and after each one that "
                      "follows, for all workspaces. OpenAI no longer serves them, so they cannot be read "
                      "again.");
    content.buttons
        = {{tr("Cancel"), DialogButton::Kind::Cancel}, {tr("Delete them"), DialogButton::Kind::Danger}};
    const QPointer<SettingsDialog> self(this);
    m_services.dialogs->open(this, content, [self, apply](int button) {
        if (!self) {
            return;
        }
        if (button == 1) {
            apply();
        } else {
            self->refreshRetention();
        }
    });
}

void SettingsDialog::setStartAtLogin(bool enabled)
{
    const app::core::Result<void> set = m_services.startAtLogin->setEnabled(enabled);
    m_atLogin->setChecked(m_services.startAtLogin->isEnabled());
    m_problem->setVisible(!set);
    if (!set) {
        m_problem->setMessage(Banner::Level::Negative, tr("Not changed."),
            app::messages::asParagraph(app::messages::describe(set.error())));
    }
}

void SettingsDialog::refreshNetwork()
{
    const bool isModified = m_network->isModified();
    m_apply->setEnabled(isModified);
    m_revert->setEnabled(isModified);
}

QCoro::Task<void> SettingsDialog::applyNetwork()
{
    if (!m_network->check()) {
        co_return;
    }
    const QPointer<SettingsDialog> self(this);
    const app::settings::NetworkSettings wanted = m_network->value();
    if (!change([wanted](Settings& settings) { settings.network = wanted; })) {
        co_return;
    }
    m_apply->setEnabled(false);
    const app::core::Result<void> kept = co_await m_network->keepPassword(true);
    if (!self) {
        co_return;
    }
    m_network->setValue(wanted);
    refreshNetwork();
    Q_EMIT networkApplied();
    if (kept) {
        m_networkNote->setText(tr("Applied from the next request on."));
        m_networkNote->setTone(Tone::Muted);
    } else {
        m_networkNote->setText(tr("Applied. The password could not be kept in the keychain and is used until "
                                  "you quit Threadcount. %1")
                                   .arg(app::messages::describe(kept.error()).whatHappened));
        m_networkNote->setTone(Tone::Warning);
    }
}

bool SettingsDialog::mayClose()
{
    if (m_discard || !m_network->isModified()) {
        return true;
    }
    if (m_asking) {
        return false;
    }
    m_asking = true;
    DialogContent content;
    content.objectName = QStringLiteral("unappliedDialog");
    content.title = tr("Apply the changes of the network settings?");
    content.text = tr("They are not applied yet.");
    content.buttons = {{tr("Go back"), DialogButton::Kind::Cancel},
        {tr("Discard"), DialogButton::Kind::Normal}, {tr("Apply"), DialogButton::Kind::Primary}};
    const QPointer<SettingsDialog> self(this);
    m_services.dialogs->open(this, content, [self](int button) {
        if (!self) {
            return;
        }
        self->m_asking = false;
        if (button == 1) {
            self->m_discard = true;
            self->close();
        } else if (button == 2) {
            self->openSection(QStringLiteral("network"));
            self->applyNetwork();
        }
    });
    return false;
}

void SettingsDialog::reject()
{
    if (mayClose()) {
        QDialog::reject();
    }
}

void SettingsDialog::closeEvent(QCloseEvent* event)
{
    if (mayClose()) {
        QDialog::closeEvent(event);
    } else {
        event->ignore();
    }
}

} // namespace ui::settings
