// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/BaseUrl.h"
#include "api/RetryPolicy.h"
#include "core/Cancellation.h"
#include "core/Clock.h"
#include "secrets/ProxySecrets.h"
#include "secrets/SecretStore.h"
#include "setup/FieldInput.h"
#include "setup/SetupCommitter.h"
#include "setup/SetupDraft.h"
#include "setup/SupportRequest.h"
#include "setup/Verification.h"
#include "store/DataFolder.h"
#include "sync/AccessCheck.h"

#include <QCoroTask>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace app::setup {

/// How access is checked; sync::checkAccess in the product.
using AccessChecker = std::function<QCoro::Task<sync::AccessReport>(sync::Connection connection,
    secrets::ApiKey key, const core::Clock& clock, bool workedBefore, core::Cancellation* cancellation)>;

/// What a setup works with. All pointers are borrowed and must outlive the flow and whatever it has under
/// way.
struct SetupServices
{
    store::DataFolder folder;
    const core::Clock* clock = nullptr;
    secrets::SecretStore* keychain
        = nullptr; ///< null = the keychain is not offered, see `keychainNotOffered`
    secrets::SecretStore* session = nullptr;
    QString keychainNotOffered = {}; ///< one translated sentence, for example that this is the demo
    api::BaseUrl baseUrl = api::BaseUrl::standard();
    api::RetryPolicy policy = {};
    api::NetworkOptions network = {};
    settings::NetworkSettings networkSettings = {}; ///< what `network` was made from
    secrets::ProxySecrets* proxySecrets = nullptr; ///< null: no password of a proxy is kept
    std::chrono::milliseconds recheckInterval = std::chrono::minutes(15);
    /// Whoever shows the wizard checks for the scope itself, so that the waiting outlives the wizard: the
    /// flow says checkWanted() and is told with showCheck(). Otherwise the flow checks as long as it lives.
    bool waitsElsewhere = false;
    /// Set up already: setup does not go on with one of these, because all it could do is replace the key.
    std::vector<core::WorkspaceId> known = {};
    AccessChecker checkAccess = sync::checkAccess;
};

enum class KeychainState {
    NotOffered,
    NotProbed,
    Checking,
    Available,
    Locked,
    Unavailable, ///< keychainError() says why
};

/// The rules of the wizard without its widgets: which step is shown, what is valid, what was verified, and
/// the commit. Lives in the main thread, owned by whoever shows the wizard; it must live on while it waits
/// for the scope.
///
///   Welcome ⇄ Prepare ⇄ Key ⇄ Verify ⇄ Backfill ──commit──▶ Backfill (running) ──▶ Done
///                              └─ Keep checking: commit, then a check every 15 minutes ─▶ Backfill
///
/// Nothing is written before the commit except the resume note of save(); cancelSetup() takes that back, too.
/// Every asynchronous answer carries a number, and one that no longer fits the input is dropped.
class SetupFlow final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SetupFlow)

public:
    explicit SetupFlow(SetupServices services, QObject* parent = nullptr);
    ~SetupFlow() override;

    [[nodiscard]] const SetupDraft& draft() const { return m_draft; }
    [[nodiscard]] SetupStep step() const { return m_draft.step; }
    [[nodiscard]] const api::BaseUrl& baseUrl() const { return m_services.baseUrl; }
    [[nodiscard]] const core::Clock& clock() const { return *m_services.clock; }

    /// What resume() found.
    enum class Resumed {
        Nothing,
        Draft, ///< a closed wizard; step() says where it continues
        WaitingForScope, ///< Keep checking was chosen; the key is fetched and checked now
        Backfill, ///< committed, but never left for the dashboards: the owner starts the engine
    };
    /// Reads what an earlier run left. Call once, before the wizard is shown.
    Resumed resume();
    /// As resume(), but only where a closed wizard stood: for one more workspace.
    Resumed resumeDraft();
    /// As resume(), but only of that workspace, which was committed and is not finished.
    Resumed resumeWorkspace(const core::WorkspaceId& workspace);
    /// Starts with a workspace and key that are already known (demo). Call before the wizard is shown.
    void prefill(SetupDraft draft);

    // Input. Changing the workspace id or the key makes an earlier verification void.
    void setRoute(KeyRoute route);
    void setWorkspaceId(const QString& typed);
    void setKeyName(const QString& name);
    void setOrganisation(const QString& organisation);
    /// Keeps the last four characters.
    void setKeyEnding(const QString& ending);
    void setKeyLocation(settings::KeyLocation location);
    void setBackfillDays(int days);
    /// The text in the key field changed: neither the kept key nor its verification count any longer.
    void discardKey();
    /// Takes the key out of the typed text.
    KeyProblem acceptKey(QStringView typed);

    [[nodiscard]] WorkspaceIdInput workspaceIdInput() const { return readWorkspaceId(m_draft.workspaceId); }
    /// The typed workspace, when it is one of SetupServices::known.
    [[nodiscard]] std::optional<core::WorkspaceId> knownWorkspace() const;
    /// The person would rather replace the key of that one: knownChosen() for whoever shows the wizard.
    void chooseKnown();
    [[nodiscard]] SupportRequest supportRequest() const;

    /// A key was entered, or the one of the workspace that waits is in its store.
    [[nodiscard]] bool hasKey() const;

    /// The way to the internet for this setup. A new one counts for the next check and is written with the
    /// commit; its password is held in memory until then.
    [[nodiscard]] const settings::NetworkSettings& network() const { return m_services.networkSettings; }
    [[nodiscard]] secrets::ProxySecrets* proxySecrets() const { return m_services.proxySecrets; }
    void setNetwork(const settings::NetworkSettings& network);

    // Steps
    [[nodiscard]] bool canGoNext() const;
    [[nodiscard]] bool canGoBack() const;
    void goNext();
    void goBack();

    // Keychain
    [[nodiscard]] KeychainState keychainState() const { return m_keychainState; }
    [[nodiscard]] const std::optional<core::Error>& keychainError() const { return m_keychainError; }
    [[nodiscard]] const QString& keychainNotOffered() const { return m_services.keychainNotOffered; }
    void probeKeychain();

    // Verification
    [[nodiscard]] const Verification& verification() const { return m_verification; }
    void verify();
    void cancelVerification();

    // Commit
    [[nodiscard]] bool isCommitting() const { return m_busy; }
    /// The backfill may run: everything is written.
    [[nodiscard]] bool isCommitted() const { return m_committed; }
    /// Writes everything; then committed() or commitFailed().
    void startBackfill();
    /// Writes everything with the mark that the scope is missing, then checks again and again; scopeArrived()
    /// when it is there.
    void keepChecking();
    [[nodiscard]] bool isWaitingForScope() const { return m_waitingWorkspace.has_value(); }
    [[nodiscard]] std::optional<core::Instant> nextCheckAt() const;
    [[nodiscard]] int checksSoFar() const { return m_checks; }
    /// With waitsElsewhere: what a check found; its requests are kept by whoever made it.
    void showCheck(
        const sync::AccessReport& report, core::Instant startedAt, std::optional<core::Instant> next);
    /// With waitsElsewhere: when the next check comes.
    void setNextCheck(std::optional<core::Instant> next);
    /// With waitsElsewhere: the stored key is not at hand, so it has to be entered again.
    void askForKey();
    /// The backfill ended well: go to Done.
    void finish();
    /// The wizard is left for the dashboards.
    core::Result<void> leaveForDashboards();

    // Leaving early
    /// There is something that a resume note would keep.
    [[nodiscard]] bool canSave() const;
    core::Result<void> save();
    /// Removes every trace of this setup; then cancelled() or cancelFailed(). Ignored once the backfill was
    /// started.
    void cancelSetup();

Q_SIGNALS:
    void stepChanged(app::setup::SetupStep step);
    void inputChanged();
    void keychainChanged();
    void verificationChanged();
    void busyChanged(bool busy);
    void waitingChanged();
    /// With waitsElsewhere: check for the scope now.
    void checkWanted();
    void knownChosen(const app::core::WorkspaceId& workspace);
    /// A workspace that waited is about to be taken back: let go of its store.
    void aboutToDiscard(const app::core::WorkspaceId& workspace);
    void committed();
    void commitFailed(const app::core::Error& error);
    void scopeArrived();
    void cancelled();
    void cancelFailed(const app::core::Error& error);

private:
    void setStep(SetupStep step);
    void invalidate();
    void setBusy(bool busy);
    void onVerified(const sync::AccessReport& report, core::Instant startedAt);
    void conclude(const sync::AccessReport& report, core::Instant startedAt);
    void onMayContinue();
    Resumed continueWith(const settings::WorkspaceSettings& entry);
    /// The key that was committed last is in its store, and no other was entered since.
    [[nodiscard]] bool isKeyStored() const { return m_waitingWorkspace && !m_draft.key; }
    [[nodiscard]] bool workedBefore(const core::WorkspaceId& workspace) const;
    [[nodiscard]] secrets::SecretStore* secretStore(settings::KeyLocation location) const;
    [[nodiscard]] SetupCommitter committer() const
    {
        return {m_services.folder, m_services.baseUrl.origin()};
    }
    void commit(bool waitingForScope);
    void onCommitted(bool waitingForScope, const core::WorkspaceId& workspace);

    QCoro::Task<> runProbe(quint64 token);
    QCoro::Task<> runVerification(quint64 token, std::shared_ptr<core::Cancellation> cancellation,
        core::WorkspaceId workspace, secrets::ApiKey key);
    QCoro::Task<> runCommit(CommitRequest request, std::optional<core::WorkspaceId> replaced);
    QCoro::Task<> runDiscard(core::WorkspaceId workspace);
    QCoro::Task<> fetchKeyAndCommit(bool waitingForScope, core::WorkspaceId workspace);
    QCoro::Task<> fetchKeyAndVerify(core::WorkspaceId workspace, settings::KeyLocation location);

    SetupServices m_services;
    SetupDraft m_draft;
    KeychainState m_keychainState = KeychainState::NotProbed;
    std::optional<core::Error> m_keychainError;
    quint64 m_probeToken = 0;
    Verification m_verification;
    quint64 m_verifyToken = 0;
    std::shared_ptr<core::Cancellation> m_cancellation; ///< of the check under way
    bool m_busy = false;
    bool m_committed = false;
    std::optional<core::WorkspaceId> m_waitingWorkspace; ///< committed with Keep checking
    settings::KeyLocation m_waitingKeyLocation = settings::KeyLocation::Keychain;
    std::optional<core::Instant> m_nextCheckAt;
    int m_checks = 0;
    std::optional<settings::NetworkSettings> m_newNetwork; ///< chosen in this setup
    std::vector<records::RequestRecord> m_requests; ///< of checks of this workspace, not yet in its ledger
    QTimer m_recheck;
};

} // namespace app::setup
