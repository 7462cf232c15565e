// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/ConnectionTest.h"
#include "secrets/ProxySecrets.h"
#include "settings/Settings.h"

#include <QCoroTask>
#include <QWidget>

#include <memory>
#include <optional>

class QButtonGroup;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace ui::common {
class Label;
}

namespace ui::settings {

class ConnectionStages;

/// What the panel works with; borrowed pointers must outlive it and the test it has under way.
struct NetworkServices
{
    const app::core::Clock* clock = nullptr;
    app::secrets::ProxySecrets* proxySecrets = nullptr;
    app::api::BaseUrl baseUrl = app::api::BaseUrl::standard();
    /// Named in the one request of the test; without one an id that is nobody's.
    std::optional<app::core::WorkspaceId> workspace{};
    std::chrono::milliseconds patience = std::chrono::seconds(15); ///< for each stage of the test
};

/// The way to the internet: which proxy, its password, an extra certificate file, and a test of what is
/// entered. It stores nothing itself; whoever shows it takes value() and calls keepPassword(). Used by the
/// wizard and by the settings.
class NetworkPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NetworkPanel)

public:
    explicit NetworkPanel(NetworkServices services, QWidget* parent = nullptr);
    ~NetworkPanel() override;

    void setValue(const app::settings::NetworkSettings& value);
    [[nodiscard]] app::settings::NetworkSettings value() const;
    /// Something differs from what setValue() was given, a typed password included.
    [[nodiscard]] bool isModified() const;
    /// False when a field cannot be used: it is marked then, a sentence below it says why, and it has the
    /// focus.
    bool check();
    /// Holds what was typed as the password of value()'s account; `andStore` also writes it to the keychain.
    /// Without a user the password is forgotten. Errors of the keychain leave it held for this session.
    QCoro::Task<app::core::Result<void>> keepPassword(bool andStore);

    void startTest();
    [[nodiscard]] bool isTesting() const { return m_cancellation != nullptr; }

Q_SIGNALS:
    void edited();
    /// A test ended; its request, if one was sent, belongs into the ledger.
    void tested(const app::api::ConnectionReport& report);

private:
    QWidget* buildProxy();
    QWidget* buildCertificates();
    QWidget* buildTest();
    void onEdited();
    void refresh();
    void splitPastedAddress();
    void chooseFile();
    QCoro::Task<void> explainFile(int generation);
    QCoro::Task<void> runTest(std::shared_ptr<app::core::Cancellation> cancellation);
    void endTest(const QString& text, bool worked);
    [[nodiscard]] app::settings::ProxyMode mode() const;

    NetworkServices m_services;
    app::settings::NetworkSettings m_given;
    QButtonGroup* m_modes;
    QWidget* m_address;
    QWidget* m_account;
    QLineEdit* m_host;
    QSpinBox* m_port;
    QLineEdit* m_user;
    QLineEdit* m_password;
    common::Label* m_addressNote;
    common::Label* m_accountNote;
    QLineEdit* m_file;
    common::Label* m_fileNote;
    QPushButton* m_test;
    ConnectionStages* m_stages;
    common::Label* m_verdict;
    std::shared_ptr<app::core::Cancellation> m_cancellation; ///< of the test under way
    int m_fileGeneration = 0;
};

} // namespace ui::settings
