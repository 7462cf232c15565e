// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/BaseUrl.h"
#include "api/NetworkOptions.h"
#include "core/Cancellation.h"
#include "core/Clock.h"
#include "core/WorkspaceId.h"
#include "records/RequestRecord.h"

#include <QCoroTask>

#include <array>
#include <chrono>
#include <functional>
#include <optional>

namespace app::api {

/// What a connection goes through, in this order.
enum class ConnectionStage {
    Name, ///< the address of the proxy, or without one of the service, is looked up
    Proxy, ///< the proxy is reached and lets us in
    Reach, ///< the service is reached, through the proxy where there is one
    Encryption, ///< TLS, with a certificate that is trusted
    Service ///< one of the three requests, without a key, is answered
};
inline constexpr std::array kConnectionStages{ConnectionStage::Name, ConnectionStage::Proxy,
    ConnectionStage::Reach, ConnectionStage::Encryption, ConnectionStage::Service};

enum class ConnectionProblem {
    None,
    NameNotFound, ///< `subject` is the host
    ProxyUnreachable, ///< nobody answers at that address and port
    ProxyNeedsPassword,
    ProxyWrongPassword,
    ProxyDenied, ///< it does not allow this host
    ProxyOther, ///< it answers, but not as a proxy of this kind
    Unreachable,
    TimedOut,
    UntrustedIssuer, ///< `subject` is who signed the certificate
    WrongHost, ///< `subject` is whom the certificate is for
    Expired, ///< `subject` is who signed the certificate
    NotValidYet, ///< as above; or the clock of this computer is wrong
    EncryptionOther,
    PageInstead, ///< a web page came: a sign-in page of the network, a block page
    Redirected,
    UnexpectedStatus, ///< `status`
    Cancelled,
};

/// One line of the test.
struct StageReport
{
    enum class State { Waiting, Running, Passed, NotNeeded, Failed };
    ConnectionStage stage = ConnectionStage::Name;
    State state = State::Waiting;
    ConnectionProblem problem = ConnectionProblem::None;
    QString subject{}; ///< host, issuer …, plain text that came from outside; may be empty
    int status = 0; ///< HTTP, of the last stage
    QString detail{}; ///< of the network stack: redacted English, one line
    std::chrono::milliseconds duration{0};
};

struct ConnectionReport
{
    std::array<StageReport, kConnectionStages.size()> stages;
    std::optional<records::RequestRecord> request; ///< for the ledger: the one request, if it was sent
    [[nodiscard]] const StageReport* failed() const; ///< nullptr: everything works
};

/// Tries the way to the service stage by stage and stops at the first that fails. It never has the key: what
/// leaves is the lookup of a name, CONNECT (or its SOCKS form) with the proxy's own password, a TLS
/// handshake, and at most one GET of the usage route without Authorization, which OpenAI refuses; that
/// refusal is the success. Certificates are checked as always. Runs in the calling thread's event loop;
/// asking the desktop for its proxy happens on a pool thread. `onStage` is called whenever a stage begins or
/// ends; `clock` and `cancellation` (may be null) must outlive the task. Each stage gets at most `patience`.
QCoro::Task<ConnectionReport> testConnection(BaseUrl base, NetworkOptions options,
    core::WorkspaceId workspace, const core::Clock& clock, std::chrono::milliseconds patience,
    std::function<void(const StageReport&)> onStage, core::Cancellation* cancellation);

} // namespace app::api
