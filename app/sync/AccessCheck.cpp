// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/AccessCheck.h"

#include "api/NetworkTransport.h"

#include <QElapsedTimer>

namespace app::sync {

using api::Endpoint;
using core::ErrorKind;

std::optional<core::Error> AccessReport::firstError() const
{
    for (const EndpointAccess& access : endpoints) {
        if (access.error) {
            return access.error;
        }
    }
    return std::nullopt;
}

namespace {

records::Dataset cheapestDataset(Endpoint endpoint)
{
    switch (endpoint) {
    case Endpoint::Usage: break;
    case Endpoint::CodeReviews: return records::Dataset::CodeReviews;
    case Endpoint::CodeReviewResponses: return records::Dataset::CodeReviewResponses;
    }
    // Grouped by workspace: the answer holds no person.
    return records::Dataset::UsageWorkspace;
}

} // namespace

QCoro::Task<AccessReport> checkAccess(Connection connection, secrets::ApiKey key, const core::Clock& clock,
    bool workedBefore, core::Cancellation* cancellation)
{
    core::Cancellation never;
    core::Cancellation& stop = cancellation ? *cancellation : never;
    api::NetworkTransport transport(connection.baseUrl, connection.network);
    api::AnalyticsClient client(
        transport, clock, connection.baseUrl, connection.workspace,
        [&key] { return key.authorizationHeader(); }, connection.policy, stop);

    AccessReport report;
    QObject::connect(&client, &api::AnalyticsClient::requestFinished, &client,
        [&report](const records::RequestRecord& record) { report.requests.push_back(record); });

    report.day = core::UtcDay::of(clock.now()) - 1;
    int notFound = 0;
    for (std::size_t i = 0; i < api::kEndpoints.size(); ++i) {
        EndpointAccess& access = report.endpoints[i];
        access.endpoint = api::kEndpoints[i];
        api::PageRequest request;
        request.dataset = cheapestDataset(access.endpoint);
        request.days = {report.day, report.day};
        request.limit = 1;

        QElapsedTimer timer;
        timer.start();
        const core::Result<api::FetchedPage> page = co_await client.fetchOnce(request);
        access.duration = std::chrono::milliseconds(timer.elapsed());
        if (page) {
            access.rows = page->envelope.rowCount;
        } else {
            access.error = page.error();
            notFound += page.error().kind == ErrorKind::WorkspaceNotFound ? 1 : 0;
        }
    }
    if (workedBefore && notFound == int{api::kEndpoints.size()}) {
        for (EndpointAccess& access : report.endpoints) {
            access.error->kind = ErrorKind::ServiceMoved;
        }
    }
    co_return report;
}

} // namespace app::sync
