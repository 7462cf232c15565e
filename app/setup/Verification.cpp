// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "setup/Verification.h"

#include <algorithm>

namespace app::setup {

namespace {

using core::ErrorKind;

/// Something that speaks for the service answered, whatever it said.
bool reachedService(const sync::EndpointAccess& access)
{
    if (!access.error) {
        return true;
    }
    switch (access.error->kind) {
    case ErrorKind::ScopeMissing:
    case ErrorKind::KeyRejected:
    case ErrorKind::AccessDenied:
    case ErrorKind::WorkspaceNotFound:
    case ErrorKind::ServiceMoved:
    case ErrorKind::Throttled: return true;
    default: break;
    }
    // ServiceUnavailable can be a proxy's own page; an unexpected answer can be a portal's redirect.
    return access.error->kind == ErrorKind::ServiceUnavailable && access.error->httpStatus >= 500;
}

bool keyWasAccepted(const sync::EndpointAccess& access)
{
    // 403 is an answer to somebody the service recognised, 401 with a scope name too.
    return !access.error || access.error->kind == ErrorKind::ScopeMissing
        || access.error->kind == ErrorKind::AccessDenied;
}

Check checkOf(api::Endpoint endpoint)
{
    switch (endpoint) {
    case api::Endpoint::CodeReviews: return Check::CodeReviews;
    case api::Endpoint::CodeReviewResponses: return Check::CodeReviewResponses;
    case api::Endpoint::Usage: break;
    }
    return Check::Usage;
}

CheckRow& rowOf(Verification& verification, Check check)
{
    return verification.checks[static_cast<std::size_t>(check)];
}

const core::Error* firstOfKind(const sync::AccessReport& report, ErrorKind kind)
{
    for (const sync::EndpointAccess& access : report.endpoints) {
        if (access.error && access.error->kind == kind) {
            return &*access.error;
        }
    }
    return nullptr;
}

} // namespace

const CheckRow& Verification::row(Check check) const
{
    return checks[static_cast<std::size_t>(check)];
}

std::array<CheckRow, kChecks.size()> Verification::allIn(CheckState state)
{
    std::array<CheckRow, kChecks.size()> rows;
    for (const Check check : kChecks) {
        CheckRow row;
        row.check = check;
        row.state = state;
        rows[static_cast<std::size_t>(check)] = std::move(row);
    }
    return rows;
}

Verification Verification::running()
{
    Verification verification;
    verification.outcome = Outcome::Running;
    verification.checks = allIn(CheckState::Running);
    return verification;
}

Verification evaluate(
    const sync::AccessReport& report, core::Instant checkedAt, std::chrono::milliseconds total)
{
    Verification out;
    out.day = report.day;
    out.checkedAt = checkedAt;
    out.total = total;
    out.firstError = report.firstError();
    out.checks = Verification::allIn(CheckState::Unknown);

    const auto& all = report.endpoints;
    const bool anyPassed
        = std::any_of(all.begin(), all.end(), [](const auto& access) { return !access.error; });

    for (const sync::EndpointAccess& access : all) {
        CheckRow& row = rowOf(out, checkOf(access.endpoint));
        row.rows = access.rows;
        row.duration = access.duration;
        row.error = access.error;
        if (!access.error) {
            row.state = CheckState::Passed;
        } else {
            row.state
                = access.error->kind == ErrorKind::ScopeMissing ? CheckState::Waiting : CheckState::Failed;
        }
    }

    CheckRow& connection = rowOf(out, Check::Connection);
    if (std::any_of(all.begin(), all.end(), reachedService)) {
        connection.state = CheckState::Passed;
    } else {
        connection.state = CheckState::Failed;
        connection.error = out.firstError;
    }

    CheckRow& key = rowOf(out, Check::Key);
    if (std::any_of(all.begin(), all.end(), keyWasAccepted)) {
        key.state = CheckState::Passed;
    } else if (const core::Error* rejected = firstOfKind(report, ErrorKind::KeyRejected)) {
        key.state = CheckState::Failed;
        key.error = *rejected;
    }

    CheckRow& scope = rowOf(out, Check::Scope);
    if (anyPassed) {
        scope.state = CheckState::Passed;
    } else if (const core::Error* missing = firstOfKind(report, ErrorKind::ScopeMissing)) {
        scope.state = CheckState::Waiting;
        scope.error = *missing;
    }

    if (!out.firstError) {
        out.outcome = Verification::Outcome::Passed;
    } else if (out.row(Check::Usage).state == CheckState::Passed) {
        out.outcome = Verification::Outcome::Partial;
    } else if (!anyPassed && out.firstError->kind == ErrorKind::ScopeMissing) {
        out.outcome = Verification::Outcome::WaitingForScope;
    } else {
        out.outcome = Verification::Outcome::Failed;
    }
    return out;
}

} // namespace app::setup
