// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "setup/SetupFlow.h"

#include "setup/NetworkSetup.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace app::setup {

namespace {

using settings::KeyLocation;

QString stepName(SetupStep step)
{
    switch (step) {
    case SetupStep::Key: return QStringLiteral("key");
    case SetupStep::Verify: return QStringLiteral("verify");
    case SetupStep::Welcome:
    case SetupStep::Prepare:
    case SetupStep::Backfill:
    case SetupStep::Done: break;
    }
    return QStringLiteral("prepare");
}

/// The key is never stored with the note, so Verify continues at Key.
SetupStep stepToContinueAt(const QString& name)
{
    return name == QLatin1String("key") || name == QLatin1String("verify") ? SetupStep::Key
                                                                           : SetupStep::Prepare;
}

} // namespace

SetupFlow::SetupFlow(SetupServices services, QObject* parent)
    : QObject(parent)
    , m_services(std::move(services))
{
    if (!m_services.keychain) {
        m_keychainState = KeychainState::NotOffered;
        m_draft.keyLocation = KeyLocation::Session;
    }
    m_recheck.setSingleShot(true);
    connect(&m_recheck, &QTimer::timeout, this, &SetupFlow::verify);
}

SetupFlow::~SetupFlow()
{
    if (m_cancellation) {
        m_cancellation->cancel();
    }
}

SetupFlow::Resumed SetupFlow::resumeDraft()
{
    const auto stored = committer().loadSettings();
    if (!stored) {
        return Resumed::Nothing; // whoever opens the settings reports it; setup starts from the beginning
    }
    m_draft.backfillDays = stored->backfillDays;
    if (!stored->resume) {
        return Resumed::Nothing;
    }
    m_draft.workspaceId = stored->resume->workspaceId;
    m_draft.keyName = stored->resume->keyName;
    m_draft.organisation = stored->resume->organisation;
    setStep(stepToContinueAt(stored->resume->step));
    return Resumed::Draft;
}

SetupFlow::Resumed SetupFlow::resume()
{
    if (resumeDraft() == Resumed::Draft) {
        return Resumed::Draft;
    }
    const auto stored = committer().loadSettings();
    if (!stored) {
        return Resumed::Nothing;
    }
    for (const settings::WorkspaceSettings& entry : stored->workspaces) {
        if (!entry.setupFinished && entry.origin == m_services.baseUrl.origin()) {
            return continueWith(entry);
        }
    }
    return Resumed::Nothing;
}

SetupFlow::Resumed SetupFlow::resumeWorkspace(const core::WorkspaceId& workspace)
{
    const auto stored = committer().loadSettings();
    const settings::WorkspaceSettings* entry = stored ? stored->find(workspace) : nullptr;
    if (!entry || entry->setupFinished) {
        return Resumed::Nothing;
    }
    m_draft.backfillDays = stored->backfillDays;
    return continueWith(*entry);
}

SetupFlow::Resumed SetupFlow::continueWith(const settings::WorkspaceSettings& entry)
{
    m_draft.workspaceId = entry.workspace.toString();
    if (m_services.keychain) {
        m_draft.keyLocation = entry.keyLocation;
    }
    if (!entry.waitingForScope) {
        m_committed = true;
        setStep(SetupStep::Backfill);
        return Resumed::Backfill;
    }
    m_waitingWorkspace = entry.workspace;
    m_waitingKeyLocation = entry.keyLocation;
    m_draft.keyEnding = entry.keyHint.right(4);
    setStep(SetupStep::Verify);
    if (!m_services.waitsElsewhere) {
        fetchKeyAndVerify(entry.workspace, entry.keyLocation);
    }
    return Resumed::WaitingForScope;
}

bool SetupFlow::hasKey() const
{
    return m_draft.key.has_value() || (m_services.waitsElsewhere && isKeyStored());
}

void SetupFlow::prefill(SetupDraft draft)
{
    m_draft = std::move(draft);
    if (!m_services.keychain) {
        m_draft.keyLocation = KeyLocation::Session;
    }
    Q_EMIT inputChanged();
}

void SetupFlow::setRoute(KeyRoute route)
{
    m_draft.route = route;
    Q_EMIT inputChanged();
}

void SetupFlow::setWorkspaceId(const QString& typed)
{
    if (m_draft.workspaceId == typed) {
        return;
    }
    m_draft.workspaceId = typed;
    m_requests.clear();
    invalidate();
    Q_EMIT inputChanged();
}

void SetupFlow::setKeyName(const QString& name)
{
    m_draft.keyName = name;
    Q_EMIT inputChanged();
}

void SetupFlow::setOrganisation(const QString& organisation)
{
    m_draft.organisation = organisation;
    Q_EMIT inputChanged();
}

void SetupFlow::setKeyEnding(const QString& ending)
{
    m_draft.keyEnding = ending.trimmed().right(4);
    Q_EMIT inputChanged();
}

void SetupFlow::setKeyLocation(KeyLocation location)
{
    if (m_draft.keyLocation == location || (location == KeyLocation::Keychain && !m_services.keychain)) {
        return;
    }
    m_draft.keyLocation = location;
    Q_EMIT inputChanged();
}

void SetupFlow::setBackfillDays(int days)
{
    if (std::find(kBackfillChoices.begin(), kBackfillChoices.end(), days) != kBackfillChoices.end()) {
        m_draft.backfillDays = days;
        Q_EMIT inputChanged();
    }
}

void SetupFlow::setNetwork(const settings::NetworkSettings& network)
{
    m_services.networkSettings = network;
    m_newNetwork = network;
    invalidate();
    Q_EMIT inputChanged();
}

void SetupFlow::discardKey()
{
    m_draft.key.reset();
    invalidate();
    Q_EMIT inputChanged();
}

KeyProblem SetupFlow::acceptKey(QStringView typed)
{
    KeyInput input = readKey(typed);
    if (input.key) {
        m_draft.keyEnding = input.key->redacted().right(4);
        m_draft.key = std::move(input.key);
        invalidate();
        Q_EMIT inputChanged();
    }
    return input.problem;
}

std::optional<core::WorkspaceId> SetupFlow::knownWorkspace() const
{
    const auto id = workspaceIdInput().id;
    const auto& known = m_services.known;
    return id && std::find(known.begin(), known.end(), *id) != known.end() ? id : std::nullopt;
}

void SetupFlow::chooseKnown()
{
    if (const auto id = knownWorkspace()) {
        Q_EMIT knownChosen(*id);
    }
}

SupportRequest SetupFlow::supportRequest() const
{
    SupportRequest request;
    request.keyName = m_draft.keyName;
    request.keyEnding = m_draft.keyEnding;
    request.organisation = m_draft.organisation;
    request.workspaceId = m_draft.workspaceId;
    return request;
}

bool SetupFlow::canGoNext() const
{
    if (m_busy) {
        return false;
    }
    switch (m_draft.step) {
    case SetupStep::Welcome:
    case SetupStep::Prepare: return true;
    case SetupStep::Key: return workspaceIdInput().id && hasKey() && !knownWorkspace();
    case SetupStep::Verify: return m_verification.mayContinue();
    case SetupStep::Backfill: // by startBackfill() and finish()
    case SetupStep::Done: break;
    }
    return false;
}

bool SetupFlow::canGoBack() const
{
    return !m_busy && !m_committed && m_draft.step != SetupStep::Welcome && m_draft.step != SetupStep::Done;
}

void SetupFlow::goNext()
{
    if (!canGoNext()) {
        return;
    }
    switch (m_draft.step) {
    case SetupStep::Welcome: setStep(SetupStep::Prepare); break;
    case SetupStep::Prepare: setStep(SetupStep::Key); break;
    case SetupStep::Key:
        setStep(SetupStep::Verify);
        if (!m_verification.mayContinue()) {
            verify();
        }
        break;
    case SetupStep::Verify: setStep(SetupStep::Backfill); break;
    case SetupStep::Backfill:
    case SetupStep::Done: break;
    }
}

void SetupFlow::goBack()
{
    if (!canGoBack()) {
        return;
    }
    switch (m_draft.step) {
    case SetupStep::Prepare: setStep(SetupStep::Welcome); break;
    case SetupStep::Key: setStep(SetupStep::Prepare); break;
    case SetupStep::Verify:
        cancelVerification();
        setStep(SetupStep::Key);
        break;
    case SetupStep::Backfill: setStep(SetupStep::Verify); break;
    case SetupStep::Welcome:
    case SetupStep::Done: break;
    }
}

void SetupFlow::setStep(SetupStep step)
{
    if (m_draft.step == step) {
        return;
    }
    m_draft.step = step;
    Q_EMIT stepChanged(step);
    if (step == SetupStep::Key && m_keychainState == KeychainState::NotProbed) {
        probeKeychain();
    }
}

void SetupFlow::probeKeychain()
{
    if (!m_services.keychain || m_keychainState == KeychainState::Checking) {
        return;
    }
    m_keychainState = KeychainState::Checking;
    m_keychainError.reset();
    Q_EMIT keychainChanged();
    runProbe(++m_probeToken);
}

QCoro::Task<> SetupFlow::runProbe(quint64 token)
{
    const QPointer<SetupFlow> self(this);
    const core::Result<void> answer = co_await m_services.keychain->probe();
    if (!self || token != m_probeToken) {
        co_return;
    }
    if (answer) {
        m_keychainState = KeychainState::Available;
    } else {
        m_keychainState = answer.error().kind == core::ErrorKind::KeychainLocked ? KeychainState::Locked
                                                                                 : KeychainState::Unavailable;
        m_keychainError = answer.error();
        m_draft.keyLocation = KeyLocation::Session;
    }
    Q_EMIT keychainChanged();
}

void SetupFlow::invalidate()
{
    cancelVerification();
    m_verification = Verification{};
    m_recheck.stop();
    m_nextCheckAt.reset();
    Q_EMIT verificationChanged();
}

void SetupFlow::verify()
{
    const auto workspace = workspaceIdInput().id;
    if (!workspace || !hasKey() || m_busy) {
        return;
    }
    if (!m_draft.key) {
        m_verification = Verification::running();
        Q_EMIT verificationChanged();
        Q_EMIT checkWanted();
        return;
    }
    cancelVerification();
    m_recheck.stop();
    m_nextCheckAt.reset();
    m_cancellation = std::make_shared<core::Cancellation>();
    m_verification = Verification::running();
    Q_EMIT verificationChanged();
    runVerification(++m_verifyToken, m_cancellation, *workspace, m_draft.key->clone());
}

void SetupFlow::cancelVerification()
{
    ++m_verifyToken;
    if (const auto running = std::exchange(m_cancellation, nullptr)) {
        m_verification = Verification{};
        running->cancel();
        Q_EMIT verificationChanged();
    }
}

QCoro::Task<> SetupFlow::runVerification(quint64 token, std::shared_ptr<core::Cancellation> cancellation,
    core::WorkspaceId workspace, secrets::ApiKey key)
{
    const QPointer<SetupFlow> self(this);
    const core::Instant startedAt = m_services.clock->now();
    const bool known = workedBefore(workspace);
    if (m_newNetwork && !m_services.baseUrl.isLoopback()) {
        const core::Result<api::NetworkOptions> network
            = co_await loadNetworkOptions(*m_newNetwork, m_services.proxySecrets);
        if (!self || token != m_verifyToken) {
            co_return;
        }
        if (!network) {
            sync::AccessReport unsent;
            for (sync::EndpointAccess& access : unsent.endpoints) {
                access.error = network.error();
            }
            onVerified(unsent, startedAt);
            co_return;
        }
        m_services.network = *network;
    }
    sync::Connection connection{m_services.baseUrl, workspace, m_services.policy, m_services.network};
    const sync::AccessReport report = co_await m_services.checkAccess(
        std::move(connection), std::move(key), *m_services.clock, known, cancellation.get());
    if (self && token == m_verifyToken) {
        onVerified(report, startedAt);
    }
}

void SetupFlow::onVerified(const sync::AccessReport& report, core::Instant startedAt)
{
    m_cancellation.reset();
    m_requests.insert(m_requests.end(), report.requests.begin(), report.requests.end());
    conclude(report, startedAt);
    if (m_waitingWorkspace && !m_verification.mayContinue() && !m_services.waitsElsewhere) {
        m_recheck.start(m_services.recheckInterval);
        m_nextCheckAt = m_services.clock->now() + m_services.recheckInterval;
    }
    Q_EMIT verificationChanged();
    onMayContinue();
}

void SetupFlow::conclude(const sync::AccessReport& report, core::Instant startedAt)
{
    ++m_checks;
    const core::Instant now = m_services.clock->now();
    m_verification
        = evaluate(report, now, std::chrono::duration_cast<std::chrono::milliseconds>(now - startedAt));
}

void SetupFlow::onMayContinue()
{
    if (m_waitingWorkspace && m_verification.mayContinue()) {
        Q_EMIT scopeArrived();
        if (m_draft.step == SetupStep::Verify) {
            setStep(SetupStep::Backfill);
        }
    }
}

void SetupFlow::showCheck(
    const sync::AccessReport& report, core::Instant startedAt, std::optional<core::Instant> next)
{
    // The check of a key that is being replaced here says nothing about the new one.
    if (!isKeyStored()) {
        return;
    }
    conclude(report, startedAt);
    m_nextCheckAt = next;
    Q_EMIT verificationChanged();
    onMayContinue();
}

void SetupFlow::setNextCheck(std::optional<core::Instant> next)
{
    if (m_nextCheckAt != next) {
        m_nextCheckAt = next;
        Q_EMIT verificationChanged();
    }
}

void SetupFlow::askForKey()
{
    if (isKeyStored() && (m_draft.step == SetupStep::Verify || m_draft.step == SetupStep::Backfill)) {
        m_verification = Verification{};
        Q_EMIT verificationChanged();
        setStep(SetupStep::Key);
    }
}

bool SetupFlow::workedBefore(const core::WorkspaceId& workspace) const
{
    const auto stored = committer().loadSettings();
    if (!stored) {
        return false;
    }
    const settings::WorkspaceSettings* entry = stored->find(workspace);
    return entry && entry->setupFinished && !entry->waitingForScope;
}

secrets::SecretStore* SetupFlow::secretStore(KeyLocation location) const
{
    return location == KeyLocation::Keychain && m_services.keychain ? m_services.keychain
                                                                    : m_services.session;
}

void SetupFlow::startBackfill()
{
    if (m_draft.step == SetupStep::Backfill && m_verification.mayContinue() && !m_committed) {
        commit(false);
    }
}

void SetupFlow::keepChecking()
{
    if (m_draft.step == SetupStep::Verify
        && m_verification.outcome == Verification::Outcome::WaitingForScope) {
        commit(true);
    }
}

void SetupFlow::commit(bool waitingForScope)
{
    const auto workspace = workspaceIdInput().id;
    if (m_busy || !workspace || !hasKey()) {
        return;
    }
    setBusy(true);
    std::optional<core::WorkspaceId> replaced;
    if (m_waitingWorkspace && *m_waitingWorkspace != *workspace) {
        replaced = m_waitingWorkspace;
    }
    if (!m_draft.key) {
        fetchKeyAndCommit(waitingForScope, *workspace);
        return;
    }
    CommitRequest request{*workspace, m_draft.key->clone(), m_draft.keyLocation, m_draft.backfillDays,
        waitingForScope, m_requests, m_newNetwork};
    runCommit(std::move(request), replaced);
}

QCoro::Task<> SetupFlow::fetchKeyAndCommit(bool waitingForScope, core::WorkspaceId workspace)
{
    const QPointer<SetupFlow> self(this);
    const secrets::SecretId id{workspace, m_services.baseUrl.origin()};
    core::Result<secrets::ApiKey> key = co_await secretStore(m_waitingKeyLocation)->read(id);
    if (!self) {
        co_return;
    }
    if (!key) {
        setBusy(false);
        Q_EMIT commitFailed(key.error());
        co_return;
    }
    CommitRequest request{workspace, std::move(*key), m_waitingKeyLocation, m_draft.backfillDays,
        waitingForScope, m_requests, m_newNetwork};
    runCommit(std::move(request), std::nullopt);
}

QCoro::Task<> SetupFlow::runCommit(CommitRequest request, std::optional<core::WorkspaceId> replaced)
{
    const QPointer<SetupFlow> self(this);
    SetupCommitter writer = committer();
    secrets::SecretStore* target = secretStore(request.keyLocation);
    secrets::SecretStore* oldTarget = m_waitingWorkspace ? secretStore(m_waitingKeyLocation) : nullptr;
    const core::WorkspaceId workspace = request.workspace;
    const bool waitingForScope = request.waitingForScope;
    const secrets::SecretId id{workspace, m_services.baseUrl.origin()};

    core::Result<void> outcome = co_await writer.commit(std::move(request), target);
    if (self && outcome && replaced && oldTarget) {
        Q_EMIT aboutToDiscard(*replaced);
        outcome = co_await writer.discard(*replaced, oldTarget);
    } else if (outcome && oldTarget && oldTarget != target) {
        outcome = co_await oldTarget->remove(id); // the key moved between keychain and memory
    }
    if (self && outcome && m_newNetwork && m_services.proxySecrets) {
        // Without it the setup is still whole: it is held until the end, and asked for at the next start.
        static_cast<void>(co_await m_services.proxySecrets->store());
    }
    if (!self) {
        co_return;
    }
    setBusy(false);
    if (!outcome) {
        Q_EMIT commitFailed(outcome.error());
        co_return;
    }
    onCommitted(waitingForScope, workspace);
}

void SetupFlow::onCommitted(bool waitingForScope, const core::WorkspaceId& workspace)
{
    m_requests.clear();
    if (waitingForScope) {
        m_waitingWorkspace = workspace;
        m_waitingKeyLocation = m_draft.keyLocation;
        if (m_services.waitsElsewhere) {
            m_draft.key.reset(); // the store has it now
        } else {
            m_recheck.start(m_services.recheckInterval);
        }
        m_nextCheckAt = m_services.clock->now() + m_services.recheckInterval;
        Q_EMIT waitingChanged();
        return;
    }
    m_waitingWorkspace.reset();
    m_recheck.stop();
    m_nextCheckAt.reset();
    m_committed = true;
    m_draft.key.reset(); // the store has it now
    Q_EMIT committed();
}

std::optional<core::Instant> SetupFlow::nextCheckAt() const
{
    return m_nextCheckAt;
}

QCoro::Task<> SetupFlow::fetchKeyAndVerify(core::WorkspaceId workspace, KeyLocation location)
{
    const QPointer<SetupFlow> self(this);
    const secrets::SecretId id{workspace, m_services.baseUrl.origin()};
    const quint64 token = m_verifyToken;
    core::Result<secrets::ApiKey> key = co_await secretStore(location)->read(id);
    if (!self || token != m_verifyToken || m_draft.step != SetupStep::Verify) {
        co_return;
    }
    if (!key) {
        // A session-only key died with the last run, or the keychain does not give it: ask for it.
        setStep(SetupStep::Key);
        co_return;
    }
    m_draft.keyEnding = key->redacted().right(4);
    m_draft.key = std::move(*key);
    Q_EMIT inputChanged();
    verify();
}

void SetupFlow::finish()
{
    if (m_draft.step == SetupStep::Backfill && m_committed) {
        setStep(SetupStep::Done);
    }
}

core::Result<void> SetupFlow::leaveForDashboards()
{
    const auto workspace = workspaceIdInput().id;
    if (!m_committed || !workspace) {
        return core::failure(core::ErrorKind::Internal, QStringLiteral("setup is not committed"));
    }
    return committer().markFinished(*workspace);
}

bool SetupFlow::canSave() const
{
    return !m_committed && !m_waitingWorkspace && m_draft.step != SetupStep::Welcome
        && m_draft.step != SetupStep::Done;
}

core::Result<void> SetupFlow::save()
{
    if (!canSave()) {
        return {};
    }
    settings::SetupResume note;
    note.step = stepName(m_draft.step == SetupStep::Backfill ? SetupStep::Verify : m_draft.step);
    note.workspaceId = withoutPastedKey(m_draft.workspaceId.simplified().left(200));
    note.keyName = withoutPastedKey(m_draft.keyName.simplified().left(200));
    note.organisation = withoutPastedKey(m_draft.organisation.simplified().left(200));
    return committer().saveResume(note);
}

void SetupFlow::cancelSetup()
{
    if (m_committed || m_busy) {
        return;
    }
    cancelVerification();
    m_recheck.stop();
    m_nextCheckAt.reset();
    m_draft.key.reset();
    if (m_waitingWorkspace) {
        setBusy(true);
        runDiscard(*m_waitingWorkspace);
        return;
    }
    const core::Result<void> dropped = committer().dropResume();
    if (dropped) {
        Q_EMIT cancelled();
    } else {
        Q_EMIT cancelFailed(dropped.error());
    }
}

QCoro::Task<> SetupFlow::runDiscard(core::WorkspaceId workspace)
{
    const QPointer<SetupFlow> self(this);
    Q_EMIT aboutToDiscard(workspace);
    const core::Result<void> discarded
        = co_await committer().discard(workspace, secretStore(m_waitingKeyLocation));
    if (!self) {
        co_return;
    }
    setBusy(false);
    if (!discarded) {
        Q_EMIT cancelFailed(discarded.error());
        co_return;
    }
    m_waitingWorkspace.reset();
    Q_EMIT waitingChanged();
    Q_EMIT cancelled();
}

void SetupFlow::setBusy(bool busy)
{
    if (m_busy != busy) {
        m_busy = busy;
        Q_EMIT busyChanged(busy);
    }
}

} // namespace app::setup
