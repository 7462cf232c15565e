// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/DialogService.h"
#include "settings/NetworkPanel.h"
#include "settings/Settings.h"
#include "settings/StartAtLogin.h"

#include <QDialog>

#include <functional>
#include <optional>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QListWidget;
class QSpinBox;
class QStackedWidget;
class QVBoxLayout;

namespace ui::common {
class Banner;
} // namespace ui::common

namespace ui::settings {

class RangeChoice;

/// Everything that a person can choose, in sections. Switches act at once; the network has *Apply*, because
/// half a proxy would cut the connection. Nothing is written while the person only looks. Deletes itself when
/// it is closed.
class SettingsDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsDialog)

public:
    /// In the order of the list.
    enum class Section { Sync, Data, Key, Network, StartUp, Appearance, Privacy };

    using Change = std::function<void(app::settings::Settings&)>;

    /// Borrowed pointers and what the functions refer to must outlive the dialog.
    struct Services
    {
        common::DialogService* dialogs = nullptr;
        /// Changes the settings of the program and writes them; in case of an error they stay as they were.
        std::function<app::core::Result<void>(const Change&)> change;
        /// The settings as they are now.
        std::function<const app::settings::Settings&()> current;
        std::optional<app::settings::StartAtLogin> startAtLogin{}; ///< nullopt: not offered (demo)
        bool hasWorkspace = true; ///< there is one that is set up
        NetworkServices network{};
    };

    explicit SettingsDialog(Services services, QWidget* parent = nullptr);
    ~SettingsDialog() override;

    /// "sync", "data", "key", "network", "startup", "appearance", "privacy"; anything else: where it is.
    void openSection(const QString& name);
    [[nodiscard]] Section section() const;
    /// The card of the key; the dialog owns it from then on.
    void setKeyCard(QWidget* card);

    void reject() override;

Q_SIGNALS:
    /// Something was changed and written.
    void settingsChanged();
    /// The network settings were written and their password is kept.
    void networkApplied();
    /// A longer history was chosen: sync, and move the first day back.
    void historyWanted(int days);
    void connectionTested(const app::api::ConnectionReport& report);
    void privacyPageRequested();
    void diagnosticsRequested();
    void forgetViewRequested();
    void eraseRequested();

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QWidget* addSection(const QString& title, const QString& lead, QVBoxLayout** content);
    void refreshIcons();
    void buildSync();
    void buildData();
    void buildKey();
    void buildNetwork();
    void buildStartUp();
    void buildAppearance();
    void buildPrivacy();
    void load();
    /// Everything but the network.
    void loadSwitches();
    bool change(const Change& change);
    void chooseDays(int days);
    void chooseRetention(std::optional<int> months);
    void refreshRetention();
    void setStartAtLogin(bool enabled);
    void refreshNetwork();
    QCoro::Task<void> applyNetwork();
    /// True when closing may go on; else a question about what was not applied is on the screen.
    bool mayClose();

    Services m_services;
    QListWidget* m_list;
    QStackedWidget* m_stack;
    common::Banner* m_problem;
    QSpinBox* m_interval = nullptr;
    RangeChoice* m_range = nullptr;
    QButtonGroup* m_keep = nullptr;
    QSpinBox* m_months = nullptr;
    QVBoxLayout* m_keyPlace = nullptr;
    NetworkPanel* m_network = nullptr;
    QPushButton* m_apply = nullptr;
    QPushButton* m_revert = nullptr;
    common::Label* m_networkNote = nullptr;
    QCheckBox* m_atLogin = nullptr;
    QComboBox* m_whenClosed = nullptr;
    QCheckBox* m_notifications = nullptr;
    QButtonGroup* m_appearance = nullptr;
    bool m_asking = false;
    bool m_discard = false; ///< the person said that edits of the network may be lost
};

} // namespace ui::settings
