// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "Service.h"

#include "ProcessStatus.h"

#include "api/AnalyticsClient.h"
#include "api/NetworkTransport.h"
#include "api/PageDecoder.h"
#include "core/Cancellation.h"
#include "simulator/Simulator.h"
#include "store/DataFolder.h"
#include "store/DayWriter.h"
#include "store/LedgerQueries.h"
#include "support/Await.h"

#include <QTemporaryDir>

#include <unistd.h>

#include <algorithm>
#include <array>

namespace bench {

using app::api::PageRequest;
using app::records::Dataset;

namespace {

constexpr int kStartPatience = 20'000;
constexpr int kServiceNiceness = 10;

/// The windows of one endpoint, oldest request first, as one lane of a sync asks for them.
using Lane = std::vector<PageRequest>;

std::array<Lane, 3> lanesOf(const QString& data)
{
    const auto folder = app::store::DataFolder::inspect(data);
    const QString file = folder->workspaceFolder(folder->workspaces().front()) + QStringLiteral("/cache.db");
    const auto database = app::store::Database::open(file, app::store::Database::Access::ReadOnly);
    if (!database) {
        throw Stopped(database.error().detail);
    }
    const auto entries = app::store::requestsBefore(**database, {}, {}, 10'000);
    if (!entries) {
        throw Stopped(entries.error().detail);
    }
    std::array<Lane, 3> lanes;
    for (auto entry = entries->rbegin(); entry != entries->rend(); ++entry) {
        const app::records::RequestRecord& request = entry->request;
        const std::size_t lane = request.dataset == Dataset::CodeReviews ? 1
            : request.dataset == Dataset::CodeReviewResponses            ? 2
                                                                         : 0;
        const bool isKnown
            = std::any_of(lanes[lane].begin(), lanes[lane].end(), [&](const PageRequest& known) {
                  return known.dataset == request.dataset && known.days == request.days;
              });
        if (!request.error && !isKnown) {
            PageRequest wanted;
            wanted.dataset = request.dataset;
            wanted.days = request.days;
            lanes[lane].push_back(wanted);
        }
    }
    return lanes;
}

using TakePage = std::function<void(const PageRequest& request, const QByteArray& body, bool isLast)>;

/// Answers what went wrong. Borrows everything. Written like SyncRun::fetchPages(): GCC 12 mishandles other
/// ways to keep a request across a co_await.
QCoro::Task<QString> fetch(app::api::AnalyticsClient* client, const Lane* lane, const TakePage* take)
{
    for (std::size_t index = 0; index < lane->size(); ++index) {
        PageRequest request{lane->at(index).dataset, lane->at(index).days, lane->at(index).limit, {}};
        for (;;) {
            app::core::Result<app::api::FetchedPage> page = co_await client->fetchPage(request);
            if (!page) {
                co_return page.error().detail;
            }
            const bool isLast = !page->envelope.hasMore || !page->envelope.nextPage;
            (*take)(request, page->body, isLast);
            if (isLast) {
                break;
            }
            request.cursor = QByteArray::fromStdString(*page->envelope.nextPage);
        }
    }
    co_return QString();
}

void fetchAll(const Driver::Connection& connection, const std::array<Lane, 3>& lanes, const TakePage& take)
{
    const app::core::SystemClock clock;
    app::core::Cancellation cancellation;
    app::api::NetworkTransport transport(connection.baseUrl);
    app::api::AnalyticsClient client(
        transport, clock, connection.baseUrl, app::simulator::Simulator::workspace(),
        [&connection] { return "Bearer " + connection.key.toLatin1(); }, {}, cancellation);
    // All three side by side, as a sync does.
    std::vector<QCoro::Task<QString>> running;
    for (const Lane& lane : lanes) {
        running.push_back(fetch(&client, &lane, &take));
    }
    for (QCoro::Task<QString>& task : running) {
        if (const QString problem = support::await(std::move(task)); !problem.isEmpty()) {
            throw Stopped(problem);
        }
    }
}

/// Decodes and stores what comes, one window after the other, and adds up what each of the two costs.
class Sink
{
public:
    Sink(Stages& stages, app::core::UtcDay today)
        : m_stages(stages)
        , m_today(today)
        , m_database(app::store::Database::open(
              m_folder.filePath(QStringLiteral("cache.db")), app::store::Database::Access::ReadWrite))
    {
        if (!m_database) {
            throw Stopped(m_database.error().detail);
        }
    }

    void take(const PageRequest& request, const QByteArray& body, bool isLast)
    {
        auto& writer = m_writers[app::records::indexOf(request.dataset)];
        if (!writer) {
            writer = std::make_unique<app::store::DayWriter>(request.dataset, request.days);
        }
        switch (request.dataset) {
        case Dataset::UsagePerEngineer:
        case Dataset::UsageWorkspace: add(*writer, app::api::decodeUsage, body); break;
        case Dataset::CodeReviews: add(*writer, app::api::decodeReviews, body); break;
        case Dataset::CodeReviewResponses: add(*writer, app::api::decodeReviewResponses, body); break;
        }
        if (isLast) {
            const Watch watch(m_stages.store);
            const auto stored
                = writer->commit(**m_database, m_today.start() + std::chrono::hours(10), m_today);
            if (!stored) {
                throw Stopped(stored.error().detail);
            }
            writer.reset();
        }
    }

private:
    /// Adds the time until its end to a stage, by both clocks.
    class Watch
    {
    public:
        explicit Watch(StageTime& stage)
            : m_stage(stage)
        {
        }
        ~Watch()
        {
            m_stage.wall += seconds(CLOCK_MONOTONIC) - m_wall;
            m_stage.cpu += seconds(CLOCK_THREAD_CPUTIME_ID) - m_cpu;
        }
        Q_DISABLE_COPY_MOVE(Watch)

    private:
        static double seconds(clockid_t clock) { return static_cast<double>(nanoseconds(clock)) / 1e9; }
        StageTime& m_stage;
        const double m_wall = seconds(CLOCK_MONOTONIC);
        const double m_cpu = seconds(CLOCK_THREAD_CPUTIME_ID);
    };

    template <typename Decode> void add(app::store::DayWriter& writer, Decode decode, const QByteArray& body)
    {
        auto page = [&] {
            const Watch watch(m_stages.decode);
            return decode(body);
        }();
        if (!page) {
            throw Stopped(page.error().detail);
        }
        const Watch watch(m_stages.store);
        const auto added = writer.addPage(**m_database, std::move(*page));
        if (!added) {
            throw Stopped(added.error().detail);
        }
    }

    Stages& m_stages;
    const app::core::UtcDay m_today;
    QTemporaryDir m_folder;
    app::core::Result<std::unique_ptr<app::store::Database>> m_database;
    std::array<std::unique_ptr<app::store::DayWriter>, app::records::kDatasets.size()> m_writers;
};

} // namespace

Service::Service(const QString& program, std::int64_t engineers, int days, app::core::UtcDay today)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    // A real service has processors of its own: this one stands back where both want the same.
    m_process.setChildProcessModifier([] { static_cast<void>(!::nice(kServiceNiceness)); });
    m_process.start(program,
        {QStringLiteral("--engineers"), QString::number(engineers), QStringLiteral("--days"),
            QString::number(days), QStringLiteral("--today"), today.toIso()});
    QByteArray line;
    while (!line.contains('\n')) {
        if (!m_process.waitForReadyRead(kStartPatience)) {
            throw Stopped(QStringLiteral("%1 does not start").arg(program));
        }
        line += m_process.readAllStandardOutput();
    }
    // "listening on URL workspace ID key KEY"
    const QStringList words = QString::fromUtf8(line).simplified().split(u' ');
    const auto baseUrl = words.size() > 6
        ? app::api::BaseUrl::parse(words[2])
        : app::core::Result<app::api::BaseUrl>(app::api::BaseUrl::standard());
    if (words.size() <= 6 || !baseUrl) {
        throw Stopped(QStringLiteral("the simulator says something else than expected"));
    }
    m_connection = Driver::Connection{*baseUrl, words[6]};
}

Service::~Service()
{
    m_process.terminate();
    if (!m_process.waitForFinished(10'000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

Stages measureStages(const Service& service, const QString& data, app::core::UtcDay today)
{
    const std::array<Lane, 3> lanes = lanesOf(data);
    Stages stages;
    const double cpuBefore = ProcessStatus::of(service.pid()).cpuSeconds;
    const std::int64_t before = nanoseconds(CLOCK_MONOTONIC);
    fetchAll(service.connection(), lanes, [&stages](const PageRequest&, const QByteArray& body, bool) {
        stages.bytes += body.size();
        ++stages.requests;
    });
    stages.download = milliseconds(nanoseconds(CLOCK_MONOTONIC) - before) / 1000;
    stages.serviceCpu = ProcessStatus::of(service.pid()).cpuSeconds - cpuBefore;
    Sink sink(stages, today);
    fetchAll(service.connection(), lanes,
        [&sink](const PageRequest& request, const QByteArray& body, bool isLast) {
            sink.take(request, body, isLast);
        });
    return stages;
}

} // namespace bench
