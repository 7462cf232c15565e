// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/NetworkPanel.h"

#include "common/Card.h"
#include "common/Label.h"
#include "messages/ErrorText.h"
#include "settings/ConnectionStages.h"
#include "settings/RadioGroup.h"
#include "setup/NetworkSetup.h"

#include <QButtonGroup>
#include <QCoroFuture>
#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace ui::settings {

using namespace common;
using app::settings::NetworkSettings;
using app::settings::ProxyMode;

namespace {

constexpr int kUsualHttpPort = 3128;
constexpr int kUsualSocksPort = 1080;
constexpr int kLargestPort = 65'535;
constexpr int kLongestText = 200; ///< what the settings take
// A path is looked at when the person has stopped typing.
constexpr std::chrono::milliseconds kLookAfter{400};

Label* note(const QString& objectName)
{
    auto* label = new Label(TextStyle::Small, Tone::Muted);
    label->setObjectName(objectName);
    label->setWordWrap(true);
    return label;
}

QLineEdit* field(const QString& objectName, const QString& name)
{
    auto* edit = new QLineEdit;
    edit->setObjectName(objectName);
    edit->setAccessibleName(name);
    edit->setMaxLength(kLongestText);
    return edit;
}

QWidget* labelled(const QString& text, QWidget* buddy)
{
    auto* label = new Label(text, TextStyle::Small);
    label->setBuddy(buddy);
    return label;
}

void mark(QWidget* widget, Label* note, bool problem)
{
    setStyleProperty(widget, "invalid", problem);
    note->setTone(problem ? Tone::Negative : Tone::Muted);
}

bool isHost(const QString& text)
{
    static const QString forbidden = QStringLiteral("/@\\?#\"'<>, \t");
    return !text.isEmpty() && std::none_of(text.begin(), text.end(), [](QChar letter) {
        return forbidden.contains(letter) || letter.category() == QChar::Other_Control;
    });
}

} // namespace

NetworkPanel::NetworkPanel(NetworkServices services, QWidget* parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_modes(new QButtonGroup(this))
{
    setObjectName(QStringLiteral("networkPanel"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    column->addWidget(buildProxy());
    column->addWidget(buildCertificates());
    column->addWidget(buildTest());
    setValue({});
}

NetworkPanel::~NetworkPanel()
{
    if (m_cancellation) {
        m_cancellation->cancel();
    }
}

QWidget* NetworkPanel::buildProxy()
{
    auto* card = new Card(tr("Proxy"), {});
    const struct
    {
        ProxyMode mode;
        QString objectName;
        QString text;
    } modes[]{{ProxyMode::System, QStringLiteral("proxySystemRadio"), tr("Like this &computer")},
        {ProxyMode::None, QStringLiteral("proxyNoneRadio"), tr("&No proxy")},
        {ProxyMode::Http, QStringLiteral("proxyHttpRadio"), tr("&HTTP proxy")},
        {ProxyMode::Socks5, QStringLiteral("proxySocksRadio"), tr("S&OCKS5 proxy")}};
    auto* choices = new QGridLayout;
    choices->setHorizontalSpacing(20);
    choices->setVerticalSpacing(8);
    choices->setColumnStretch(0, 1);
    choices->setColumnStretch(1, 1);
    int place = 0;
    for (const auto& one : modes) {
        auto* radio = new QRadioButton(one.text);
        radio->setObjectName(one.objectName);
        QString name = one.text;
        radio->setAccessibleName(name.remove(u'&'));
        m_modes->addButton(radio, static_cast<int>(one.mode));
        choices->addWidget(radio, place / 2, place % 2);
        ++place;
    }
    card->contentLayout()->addLayout(choices);

    m_address = new QWidget;
    auto* address = new QGridLayout(m_address);
    address->setContentsMargins(0, 4, 0, 0);
    address->setVerticalSpacing(4);
    address->setColumnStretch(0, 1);
    m_host = field(QStringLiteral("proxyHostEdit"), tr("Address of the proxy"));
    m_host->setPlaceholderText(QStringLiteral("proxy.example.com"));
    m_port = new QSpinBox;
    m_port->setObjectName(QStringLiteral("proxyPortSpin"));
    m_port->setAccessibleName(tr("Port of the proxy"));
    m_port->setRange(1, kLargestPort);
    m_port->setGroupSeparatorShown(false);
    address->addWidget(labelled(tr("&Address"), m_host), 0, 0);
    address->addWidget(labelled(tr("&Port"), m_port), 0, 1);
    address->addWidget(m_host, 1, 0);
    address->addWidget(m_port, 1, 1);
    m_addressNote = note(QStringLiteral("proxyAddressNote"));
    address->addWidget(m_addressNote, 2, 0, 1, 2);
    card->contentLayout()->addWidget(m_address);

    m_account = new QWidget;
    auto* account = new QGridLayout(m_account);
    account->setContentsMargins(0, 4, 0, 0);
    account->setVerticalSpacing(4);
    m_user = field(QStringLiteral("proxyUserEdit"), tr("User name for the proxy"));
    m_password = field(QStringLiteral("proxyPasswordEdit"), tr("Password for the proxy"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhHiddenText);
    account->addWidget(labelled(tr("&User name"), m_user), 0, 0);
    account->addWidget(labelled(tr("Pass&word"), m_password), 0, 1);
    account->addWidget(m_user, 1, 0);
    account->addWidget(m_password, 1, 1);
    m_accountNote = note(QStringLiteral("proxyAccountNote"));
    account->addWidget(m_accountNote, 2, 0, 1, 2);
    card->contentLayout()->addWidget(m_account);

    connect(m_modes, &QButtonGroup::idClicked, this, [this](int id) {
        const bool isUnset = m_given.proxyPort == 0;
        if (isUnset && (m_port->value() == kUsualHttpPort || m_port->value() == kUsualSocksPort)) {
            m_port->setValue(id == static_cast<int>(ProxyMode::Socks5) ? kUsualSocksPort : kUsualHttpPort);
        }
        onEdited();
    });
    for (QLineEdit* edit : {m_host, m_user, m_password}) {
        connect(edit, &QLineEdit::textEdited, this, &NetworkPanel::onEdited);
    }
    connect(m_host, &QLineEdit::editingFinished, this, &NetworkPanel::splitPastedAddress);
    connect(m_port, &QSpinBox::valueChanged, this, &NetworkPanel::onEdited);
    return card;
}

QWidget* NetworkPanel::buildCertificates()
{
    auto* card = new Card(tr("Certificates"), {});
    m_file = field(QStringLiteral("caFileEdit"), tr("Certificate file of your network"));
    m_file->setMaxLength(4096);
    auto* choose = new QPushButton(tr("Choo&se…"));
    choose->setObjectName(QStringLiteral("caFileButton"));
    choose->setAccessibleName(tr("Choose the certificate file"));
    choose->setAutoDefault(false);
    auto* row = new QHBoxLayout;
    row->addWidget(m_file, 1);
    row->addWidget(choose);
    m_fileNote = note(QStringLiteral("caFileNote"));
    card->contentLayout()->addWidget(labelled(tr("Certificate &file of your network (PEM)"), m_file));
    card->contentLayout()->addLayout(row);
    card->contentLayout()->addWidget(m_fileNote);
    connect(choose, &QPushButton::clicked, this, &NetworkPanel::chooseFile);
    connect(m_file, &QLineEdit::textEdited, this, &NetworkPanel::onEdited);
    return card;
}

QWidget* NetworkPanel::buildTest()
{
    auto* card = new Card(tr("Connection test"), {});
    m_test = new QPushButton;
    m_test->setObjectName(QStringLiteral("testConnectionButton"));
    m_test->setAutoDefault(false);
    auto* row = new QHBoxLayout;
    auto* about = note(QStringLiteral("testNote"));
    about->setText(tr("Tries what is entered above, step by step. The key is not sent."));
    row->addWidget(m_test);
    row->addWidget(about, 1);
    m_stages = new ConnectionStages;
    m_stages->hide();
    m_verdict = new Label(TextStyle::BodyBold);
    m_verdict->setObjectName(QStringLiteral("testVerdict"));
    m_verdict->setWordWrap(true);
    m_verdict->hide();
    card->contentLayout()->addLayout(row);
    card->contentLayout()->addWidget(m_stages);
    card->contentLayout()->addWidget(m_verdict);
    connect(m_test, &QPushButton::clicked, this, [this] {
        if (m_cancellation) {
            m_cancellation->cancel();
        } else {
            startTest();
        }
    });
    return card;
}

ProxyMode NetworkPanel::mode() const
{
    return static_cast<ProxyMode>(m_modes->checkedId());
}

void NetworkPanel::setValue(const NetworkSettings& value)
{
    m_given = value;
    const QSignalBlocker quiet(m_port);
    markButton(*m_modes, static_cast<int>(value.proxy));
    m_host->setText(value.proxyHost);
    const int usual = value.proxy == ProxyMode::Socks5 ? kUsualSocksPort : kUsualHttpPort;
    m_port->setValue(value.proxyPort > 0 ? value.proxyPort : usual);
    m_user->setText(value.proxyUser);
    m_password->clear();
    m_file->setText(value.caFile);
    refresh();
    explainFile(++m_fileGeneration);
}

NetworkSettings NetworkPanel::value() const
{
    NetworkSettings value;
    value.proxy = mode();
    const bool isNamed = value.proxy == ProxyMode::Http || value.proxy == ProxyMode::Socks5;
    // What is out of sight stays as it was stored, so that a look at another choice loses nothing.
    value.proxyHost = isNamed ? m_host->text().trimmed() : m_given.proxyHost;
    value.proxyPort = isNamed ? m_port->value() : m_given.proxyPort;
    value.proxyUser = value.proxy == ProxyMode::None ? m_given.proxyUser : m_user->text().trimmed();
    value.caFile = m_file->text().trimmed();
    return value;
}

bool NetworkPanel::isModified() const
{
    return !(value() == m_given) || (mode() != ProxyMode::None && !m_password->text().isEmpty());
}

void NetworkPanel::onEdited()
{
    mark(m_host, m_addressNote, false);
    mark(m_file, m_fileNote, false);
    refresh();
    const int generation = ++m_fileGeneration;
    QTimer::singleShot(kLookAfter, this, [this, generation] {
        if (generation == m_fileGeneration) {
            explainFile(generation);
        }
    });
    Q_EMIT edited();
}

void NetworkPanel::refresh()
{
    const ProxyMode now = mode();
    m_address->setVisible(now == ProxyMode::Http || now == ProxyMode::Socks5);
    m_account->setVisible(now != ProxyMode::None);
    m_addressNote->setText(tr("A name or an address without http://, as your IT gave it to you."));
    const bool isKept = m_services.proxySecrets
        && m_services.proxySecrets->kept() == app::secrets::ProxySecrets::Kept::InKeychain;
    const bool isSameAccount = app::setup::proxyAccountOf(value()) == app::setup::proxyAccountOf(m_given)
        && !m_given.proxyUser.isEmpty();
    m_password->setPlaceholderText(isSameAccount ? tr("unchanged") : QString());
    m_accountNote->setText(isKept
            ? tr("Only if the proxy asks for them. The password is kept in the system keychain.")
            : tr("Only if the proxy asks for them. The password is kept for this session only."));
    m_test->setText(isTesting() ? tr("S&top") : tr("&Test connection"));
    QString name = m_test->text();
    m_test->setAccessibleName(name.remove(u'&'));
}

void NetworkPanel::splitPastedAddress()
{
    QString text = m_host->text().trimmed();
    if (!text.contains(u':')) {
        return;
    }
    if (!text.contains(QLatin1String("://"))) {
        text.prepend(QLatin1String("http://"));
    }
    const QUrl url(text, QUrl::StrictMode);
    if (url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty()) {
        m_host->setText(url.host());
        if (url.port() > 0) {
            m_port->setValue(url.port());
        }
        onEdited();
    }
}

void NetworkPanel::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Certificate file of your network"));
    dialog->setObjectName(QStringLiteral("caFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Certificates (*.pem *.crt *.cer)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        m_file->setText(file);
        onEdited();
    });
    dialog->open();
}

QCoro::Task<void> NetworkPanel::explainFile(int generation)
{
    const QPointer<NetworkPanel> self(this);
    const QString file = m_file->text().trimmed();
    if (file.isEmpty()) {
        m_fileNote->setText(
            tr("Only for networks that inspect encrypted connections. Certificates are always "
               "checked; there is no way around it."));
        co_return;
    }
    const QFuture<app::setup::AuthorityFile> reading = QtConcurrent::run(app::setup::readAuthorityFile, file);
    const app::setup::AuthorityFile found = co_await reading;
    if (!self || generation != m_fileGeneration) {
        co_return;
    }
    m_fileNote->setText(found.explanation());
    mark(m_file, m_fileNote, found.problem != app::setup::AuthorityFile::Problem::None);
}

bool NetworkPanel::check()
{
    splitPastedAddress();
    const ProxyMode now = mode();
    if ((now == ProxyMode::Http || now == ProxyMode::Socks5) && !isHost(m_host->text().trimmed())) {
        m_addressNote->setText(m_host->text().trimmed().isEmpty()
                ? tr("Enter the address of the proxy, or choose another way.")
                : tr("This is not a name or an address. Enter only the host, without spaces and slashes."));
        mark(m_host, m_addressNote, true);
        m_host->setFocus();
        return false;
    }
    return true;
}

QCoro::Task<app::core::Result<void>> NetworkPanel::keepPassword(bool andStore)
{
    app::secrets::ProxySecrets* secrets = m_services.proxySecrets;
    const NetworkSettings wanted = value();
    const QString typed = m_password->text();
    m_password->clear();
    if (!secrets || wanted.proxy == ProxyMode::None) {
        co_return app::core::Result<void>();
    }
    if (wanted.proxyUser.isEmpty()) {
        if (andStore && !m_given.proxyUser.isEmpty()) {
            co_return co_await secrets->remove();
        }
        co_return app::core::Result<void>();
    }
    if (typed.isEmpty()) {
        co_return app::core::Result<void>();
    }
    secrets->hold(app::setup::proxyAccountOf(wanted), typed);
    if (!andStore) {
        co_return app::core::Result<void>();
    }
    co_return co_await secrets->store();
}

void NetworkPanel::startTest()
{
    if (isTesting() || !check()) {
        return;
    }
    m_cancellation = std::make_shared<app::core::Cancellation>();
    m_stages->reset(m_services.baseUrl.url().host());
    m_stages->show();
    m_verdict->hide();
    refresh();
    runTest(m_cancellation);
}

QCoro::Task<void> NetworkPanel::runTest(std::shared_ptr<app::core::Cancellation> cancellation)
{
    const QPointer<NetworkPanel> self(this);
    const NetworkSettings wanted = value();
    const QString typed = m_password->text();
    app::core::Result<app::api::NetworkOptions> options;
    if (!typed.isEmpty()) {
        const QFuture<app::core::Result<app::api::NetworkOptions>> making
            = QtConcurrent::run(app::setup::networkOptionsFrom, wanted, typed);
        options = co_await making;
    } else {
        options = co_await app::setup::loadNetworkOptions(wanted, m_services.proxySecrets);
    }
    if (!self) {
        co_return;
    }
    if (!options) {
        const app::messages::ErrorText text = app::messages::describe(options.error());
        endTest(app::messages::asParagraph(text), false);
        m_stages->hide();
        co_return;
    }
    static const auto nobody = app::core::WorkspaceId::parse(u"00000000-0000-0000-0000-000000000000");
    const app::core::WorkspaceId workspace = m_services.workspace.value_or(*nobody);
    const std::function<void(const app::api::StageReport&)> onStage
        = [self](const app::api::StageReport& stage) {
              if (self) {
                  self->m_stages->showStage(stage);
              }
          };
    const app::api::ConnectionReport report = co_await app::api::testConnection(m_services.baseUrl, *options,
        workspace, *m_services.clock, m_services.patience, onStage, cancellation.get());
    if (!self) {
        co_return;
    }
    const app::api::StageReport* failed = report.failed();
    endTest(failed ? tr("The connection does not work yet.") : tr("The connection works."), !failed);
    Q_EMIT tested(report);
}

void NetworkPanel::endTest(const QString& text, bool worked)
{
    m_cancellation.reset();
    m_verdict->setText(text);
    m_verdict->setTone(worked ? Tone::Positive : Tone::Negative);
    m_verdict->show();
    refresh();
}

} // namespace ui::settings
