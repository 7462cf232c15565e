// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/FaultMatrix.h"

#include "messages/ErrorText.h"

#include <QMutex>
#include <QTest>
#include <QUrlQuery>

#include <algorithm>
#include <array>

namespace support {

using app::core::DayRange;
using app::core::UtcDay;
using app::records::Dataset;
using app::simulator::SeenRequest;
using app::simulator::Served;

namespace {

constexpr int kGoalDays = 7;

template <typename Rows> bool sameRows(const Rows& a, const Rows& b, DayRange days)
{
    static const typename Rows::mapped_type kNone;
    for (UtcDay day = days.first; day <= days.last; ++day) {
        const auto left = a.find(day);
        const auto right = b.find(day);
        if ((left == a.end() ? kNone : left->second) != (right == b.end() ? kNone : right->second)) {
            return false;
        }
    }
    return true;
}

bool sameWindow(const CleanSync::Window& window, const Served& a, const Served& b)
{
    switch (window.dataset) {
    case Dataset::UsagePerEngineer: return sameRows(a.usage, b.usage, window.days);
    case Dataset::UsageWorkspace: return sameRows(a.workspaceUsage, b.workspaceUsage, window.days);
    case Dataset::CodeReviews: return sameRows(a.reviews, b.reviews, window.days);
    case Dataset::CodeReviewResponses: return sameRows(a.responses, b.responses, window.days);
    }
    Q_UNREACHABLE();
}

CleanSync makeCleanSync(Store store)
{
    CleanSync clean;
    const auto harness = makeHarness(store);
    clean.all = DayRange::endingAt(harness->today(), 40);
    clean.before = readStored(harness->store->databaseFile(), clean.all);
    harness->simulator.clearRequests();
    const app::sync::SyncReport report = harness->sync(requestOf(store));
    if (report.error) {
        clean.problem = QStringLiteral("the clean sync failed: ") + report.error->detail;
        return clean;
    }
    clean.after = readStored(harness->store->databaseFile(), clean.all);
    for (const SeenRequest& request : harness->simulator.requests()) {
        const Dataset dataset = datasetOf(request);
        const DayRange days = windowOf(request);
        const auto known = std::find_if(clean.windows.begin(), clean.windows.end(),
            [&](const CleanSync::Window& each) { return each.dataset == dataset && each.days == days; });
        if (known == clean.windows.end()) {
            clean.windows.push_back({dataset, days, 1});
        } else {
            ++known->pages;
        }
    }

    // What it is compared with has to be right, and old and new have to differ wherever there are rows.
    const Served served = reduced(harness->simulator.served(), clean.all);
    for (const CleanSync::Window& window : clean.windows) {
        if (!sameWindow(window, clean.after, served)) {
            clean.problem += QStringLiteral("what was stored is not what was served; ");
        }
        if (sameWindow(window, clean.before, clean.after) && window.pages > 1) {
            clean.problem += QStringLiteral("old and new are the same; ");
        }
    }
    for (const Dataset dataset : app::records::kDatasets) {
        const auto several = [dataset](const CleanSync::Window& window) {
            return window.dataset == dataset && window.pages > 1;
        };
        if (std::none_of(clean.windows.begin(), clean.windows.end(), several)) {
            clean.problem += QStringLiteral("no later page of %1; ").arg(app::records::datasetName(dataset));
        }
    }
    if (!clean.problem.isEmpty()) {
        for (const CleanSync::Window& window : clean.windows) {
            clean.problem += QStringLiteral("\n  %1 %2..%3: %4 pages")
                                 .arg(app::records::datasetName(window.dataset), window.days.first.toIso(),
                                     window.days.last.toIso())
                                 .arg(window.pages);
        }
    }
    return clean;
}

QMutex s_logMutex;
QString s_log;
QtMessageHandler s_previousHandler = nullptr;

void captureMessage(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    const bool isOurs = QByteArrayView(context.category).startsWith("threadcount.");
    {
        const QMutexLocker lock(&s_logMutex);
        s_log += message + u'\n';
    }
    if (s_previousHandler && !(isOurs && (type == QtDebugMsg || type == QtInfoMsg))) {
        s_previousHandler(type, context, message);
    }
}

} // namespace

Dataset datasetOf(const SeenRequest& request)
{
    const QString route = request.path.section(u'/', -1);
    if (route == QLatin1String("code_reviews")) {
        return Dataset::CodeReviews;
    }
    if (route == QLatin1String("code_review_responses")) {
        return Dataset::CodeReviewResponses;
    }
    return request.query.contains(QLatin1String("group=workspace")) ? Dataset::UsageWorkspace
                                                                    : Dataset::UsagePerEngineer;
}

DayRange windowOf(const SeenRequest& request)
{
    const QUrlQuery query(request.query);
    constexpr qint64 kDay = 86'400;
    const qint64 start = query.queryItemValue(QStringLiteral("start_time")).toLongLong();
    const qint64 end = query.queryItemValue(QStringLiteral("end_time")).toLongLong();
    return {UtcDay::fromNumber(static_cast<std::int32_t>(start / kDay)),
        UtcDay::fromNumber(static_cast<std::int32_t>(end / kDay - 1))};
}

QString routeOf(Dataset dataset)
{
    switch (dataset) {
    case Dataset::UsagePerEngineer: return QStringLiteral("usage-engineers");
    case Dataset::UsageWorkspace: return QStringLiteral("usage-workspace");
    case Dataset::CodeReviews: return QStringLiteral("code_reviews");
    case Dataset::CodeReviewResponses: return QStringLiteral("code_review_responses");
    }
    Q_UNREACHABLE();
}

app::simulator::Profile matrixProfile(Store store)
{
    app::simulator::Profile profile;
    profile.engineers = 45; // fewer have no reviews on most days
    profile.seed = 11;
    profile.pageCap = 20;
    profile.workspacePageCap = 2;
    profile.today = *UtcDay::fromIso(u"2026-11-19"); // a Thursday
    profile.firstDay = profile.today - 89;
    profile.servedDays = 9; // a page or two a window are enough
    if (store == Store::Filled) {
        profile.revisedDays = {DayRange::endingAt(profile.today + 1, 60)};
    }
    return profile;
}

std::unique_ptr<SyncHarness> makeHarness(Store store)
{
    auto harness = std::make_unique<SyncHarness>(matrixProfile(Store::Empty));
    harness->policy.tries = 3;
    harness->policy.limits.silence = std::chrono::milliseconds(20'000);
    harness->policy.limits.total = std::chrono::milliseconds(60'000);
    harness->makeEngine();
    if (store == Store::Filled) {
        static const QByteArray cache = [] {
            SyncHarness first(matrixProfile(Store::Empty));
            if (first.sync(requestOf(Store::Empty)).error) {
                qFatal("the first sync failed");
            }
            return first.takeCache();
        }();
        harness->replaceCache(cache);
        harness->simulator.setProfile(matrixProfile(Store::Filled));
        harness->moveTo(1);
    }
    return harness;
}

app::sync::SyncRequest requestOf(Store store)
{
    app::sync::SyncRequest request;
    if (store == Store::Empty) {
        request.days = kGoalDays;
    }
    return request;
}

const CleanSync& cleanSync(Store store)
{
    static const CleanSync empty = makeCleanSync(Store::Empty);
    static const CleanSync filled = makeCleanSync(Store::Filled);
    return store == Store::Empty ? empty : filled;
}

QStringList windowStates(SyncHarness& harness, const CleanSync& clean)
{
    const Served stored = readStored(harness.store->databaseFile(), clean.all);
    const app::records::Coverage coverage = harness.coverage(clean.all);
    QStringList states;
    for (const CleanSync::Window& window : clean.windows) {
        const bool isOld = sameWindow(window, stored, clean.before);
        const bool isNew = sameWindow(window, stored, clean.after);
        // The newest day of a window was missing before: it is what a refresh fetches first of all. Where old
        // and new hold no rows, the coverage alone tells.
        bool wasFetched = true;
        for (UtcDay day = window.days.first; day <= window.days.last; ++day) {
            wasFetched = wasFetched && coverage.state(window.dataset, day) != app::records::DayState::Missing;
        }
        if (isNew && (wasFetched || !isOld)) {
            states += wasFetched ? QStringLiteral("new") : QStringLiteral("neither: rows without coverage");
        } else {
            states += isOld ? QStringLiteral("old") : QStringLiteral("neither");
        }
    }
    return states;
}

Trap::Trap()
{
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
        while (m_server.hasPendingConnections()) {
            delete m_server.nextPendingConnection();
            ++m_connections;
        }
    });
    if (!m_server.listen(QHostAddress(QStringLiteral("127.0.0.2")), 0)) {
        qFatal("the trap cannot listen");
    }
}

QByteArray Trap::origin() const
{
    return "http://127.0.0.2:" + QByteArray::number(m_server.serverPort());
}

int Trap::connections()
{
    m_server.waitForNewConnection(0);
    return m_connections;
}

LogCapture::LogCapture()
{
    // A filter beats every rule of the environment: nothing that could be logged stays unseen.
    m_filter = QLoggingCategory::installFilter([](QLoggingCategory* category) {
        const bool isOurs = qstrncmp(category->categoryName(), "threadcount.", 12) == 0;
        for (const QtMsgType type : {QtDebugMsg, QtInfoMsg, QtWarningMsg, QtCriticalMsg}) {
            category->setEnabled(type, isOurs || type == QtWarningMsg || type == QtCriticalMsg);
        }
    });
    s_previousHandler = qInstallMessageHandler(captureMessage);
}

LogCapture::~LogCapture()
{
    qInstallMessageHandler(s_previousHandler);
    QLoggingCategory::installFilter(m_filter);
}

QString LogCapture::text()
{
    const QMutexLocker lock(&s_logMutex);
    return s_log;
}

void LogCapture::clear()
{
    const QMutexLocker lock(&s_logMutex);
    s_log.clear();
}

QString requestProblem(SyncHarness& harness, const app::sync::SyncReport& report,
    const std::vector<app::records::RequestRecord>& ledger, bool mayMiss, int untold)
{
    static constexpr std::array kKnown{"start_time", "end_time", "limit", "group", "page"};
    const QString prefix = QStringLiteral("/v1/analytics/codex/workspaces/%1/")
                               .arg(app::simulator::Simulator::workspace().toString());
    const QList<SeenRequest> requests = harness.simulator.requests();
    for (const SeenRequest& request : requests) {
        const QString route = request.path.mid(prefix.size());
        bool isKnown = request.method == "GET" && request.hadAuthorization && request.path.startsWith(prefix)
            && (route == QLatin1String("usage") || route == QLatin1String("code_reviews")
                || route == QLatin1String("code_review_responses"));
        for (const auto& item : QUrlQuery(request.query).queryItems()) {
            isKnown = isKnown && std::any_of(kKnown.begin(), kKnown.end(), [&item](const char* known) {
                return item.first == QLatin1String(known);
            });
        }
        if (!isKnown) {
            return QStringLiteral("a stranger: ") + QString::fromLatin1(request.method) + u' ' + request.path
                + u'?' + request.query;
        }
    }
    if (report.requests != std::int64_t(ledger.size())) {
        return QStringLiteral("%1 requests reported, %2 in the ledger")
            .arg(report.requests)
            .arg(ledger.size());
    }
    for (const Dataset dataset : app::records::kDatasets) {
        const auto arrived = std::count_if(requests.begin(), requests.end(),
            [dataset](const SeenRequest& request) { return datasetOf(request) == dataset; });
        const auto written = std::count_if(ledger.begin(), ledger.end(),
            [dataset](const app::records::RequestRecord& record) { return record.dataset == dataset; });
        if (arrived > written + untold || (arrived < written && !mayMiss)) {
            QString problem = QStringLiteral("%1 requests for %2 arrived, %3 are in the ledger:")
                                  .arg(arrived)
                                  .arg(app::records::datasetName(dataset))
                                  .arg(written);
            for (const SeenRequest& request : requests) {
                if (datasetOf(request) == dataset) {
                    problem += QStringLiteral("\n  %1 %2 %3")
                                   .arg(request.query)
                                   .arg(request.status)
                                   .arg(request.fault);
                }
            }
            return problem + u'\n' + describe(ledger);
        }
    }
    return {};
}

QString secretProblem(const app::sync::SyncReport& report)
{
    QString text = LogCapture::text();
    if (report.error) {
        if (!text.contains(app::core::errorKindName(report.error->kind))) {
            return QStringLiteral("the log does not say that the sync failed");
        }
        text += report.error->detail + u'\n' + report.error->subject + u'\n'
            + app::messages::asParagraph(app::messages::describe(*report.error));
    }
    const QString key = app::simulator::Simulator::acceptedKey();
    for (const QString& secret : {key, key.mid(key.size() / 2), QStringLiteral("Bearer"),
             QStringLiteral("/v1/analytics"), QStringLiteral("page="), QStringLiteral("@example")}) {
        if (text.contains(secret, Qt::CaseInsensitive)) {
            return QStringLiteral("what is said holds \"%1\"").arg(secret);
        }
    }
    return {};
}

QString healingProblem(SyncHarness& harness, Store store)
{
    const CleanSync& clean = cleanSync(store);
    const app::sync::SyncReport report = harness.sync(requestOf(store));
    if (report.error) {
        return QStringLiteral("still fails: ") + report.error->detail;
    }
    const QString difference
        = firstDifference(readStored(harness.store->databaseFile(), clean.all), clean.after);
    if (!difference.isEmpty()) {
        return difference;
    }
    const QStringList states = windowStates(harness, clean);
    return states.count(QStringLiteral("new")) == states.size() ? QString() : states.join(u' ');
}

QString kindOf(const app::sync::SyncReport& report)
{
    return report.error ? app::core::errorKindName(report.error->kind) : QStringLiteral("ok");
}

std::vector<app::records::RequestRecord> ledgerSince(SyncHarness& harness, std::size_t before)
{
    std::vector<app::records::RequestRecord> ledger = harness.ledger();
    ledger.erase(ledger.begin(), ledger.begin() + static_cast<std::ptrdiff_t>(before));
    return ledger;
}

QString describe(const std::vector<app::records::RequestRecord>& ledger)
{
    QString text;
    for (const app::records::RequestRecord& record : ledger) {
        text += QStringLiteral("\n  %1 %2..%3 try %4: %5 %6")
                    .arg(app::records::datasetName(record.dataset), record.days.first.toIso(),
                        record.days.last.toIso())
                    .arg(record.attempt)
                    .arg(record.status)
                    .arg(record.error ? app::core::errorKindName(*record.error) : QStringLiteral("ok"));
    }
    return text;
}

} // namespace support
