// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/SyncRun.h"

#include "api/NetworkTransport.h"
#include "api/PageDecoder.h"
#include "api/ReplyClassifier.h"
#include "core/Log.h"
#include "store/Compaction.h"
#include "store/CoverageQueries.h"
#include "store/Pruning.h"
#include "store/RequestLedger.h"
#include "store/SyncState.h"
#include "store/UsageQueries.h"
#include "sync/SyncSchedule.h"

#include <QCoroFuture>
#include <QPromise>
#include <QRandomGenerator>
#include <QThread>

#include <algorithm>
#include <utility>
#include <variant>

namespace app::sync {

using api::Endpoint;
using core::DayRange;
using core::Error;
using core::ErrorKind;
using core::Result;
using core::UtcDay;
using records::Dataset;
using records::DayState;

namespace {

constexpr int kDefaultGoalDays = 30;
constexpr int kSmallPageLimit = 1'000;
constexpr int kMostEmptyPages = 50;
constexpr int kProgressEveryMs = 100;
/// Every page on show reads anew when the store changed: not for each of many small windows.
constexpr int kChangedEveryMs = 400;
/// Bodies below this may queue up with the writer. A workspace window of 30 days has some 150 KB.
constexpr qsizetype kSmallBody = 512 * 1024;
/// What may wait to be decoded when the next download begins. Less than a page of 50,000 engineers, which
/// take a day each: for them the memory that a second one needs matters more than the moment that it saves.
constexpr qsizetype kMostUndecoded = 28 * 1024 * 1024;
constexpr std::size_t kMostPending = 8;
/// Bodies of pages that are not stored yet. Decoded, they wait as rows, which take about as much.
constexpr qsizetype kMostUnstored = 64 * 1024 * 1024;
/// A per-engineer day costs a request and its rows; a workspace day is one row of a window that one request
/// brings.
constexpr double kWorkspaceDayWeight = 0.1;

double workOf(const Window& window)
{
    return window.days.length() * (window.dataset == Dataset::UsagePerEngineer ? 1.0 : kWorkspaceDayWeight);
}

// Errors that a different window of the same endpoint would not share: one bad row must not hide all other
// days.
bool concernsOneWindow(const Error& error)
{
    return error.kind == ErrorKind::UnexpectedAnswer;
}

std::vector<UtcDay> storedDaysOf(const records::Coverage& coverage)
{
    std::vector<UtcDay> days;
    for (UtcDay day = coverage.range.first; day <= coverage.range.last; ++day) {
        const DayState state = coverage.state(day);
        if (state == DayState::Final || state == DayState::Provisional) {
            days.push_back(day);
        }
    }
    return days;
}

using DecodedPage = std::variant<records::UsagePage, records::ReviewPage, records::ReviewResponsePage>;

template <typename Page> Result<DecodedPage> asDecoded(Result<Page> page)
{
    if (!page) {
        return core::failure(page.error());
    }
    return DecodedPage(std::move(*page));
}

Result<DecodedPage> decode(Dataset dataset, const QByteArray& body)
{
    switch (dataset) {
    case Dataset::UsagePerEngineer:
    case Dataset::UsageWorkspace: return asDecoded(api::decodeUsage(body));
    case Dataset::CodeReviews: return asDecoded(api::decodeReviews(body));
    case Dataset::CodeReviewResponses: return asDecoded(api::decodeReviewResponses(body));
    }
    Q_UNREACHABLE();
}

Error unexpected(Dataset dataset, QString detail)
{
    Error error;
    error.kind = ErrorKind::UnexpectedAnswer;
    error.subject = records::datasetName(dataset);
    error.detail = std::move(detail);
    return error;
}

} // namespace

SyncRun::SyncRun(store::WorkspaceStore& store, const core::Clock& clock, Connection connection)
    : m_store(store)
    , m_clock(clock)
    , m_connection(std::move(connection))
    , m_progressLater(this)
    , m_changedLater(this)
{
    m_progressLater.setSingleShot(true);
    connect(&m_progressLater, &QTimer::timeout, this, [this] { reportProgress(true); });
    m_changedLater.setSingleShot(true);
    connect(&m_changedLater, &QTimer::timeout, this, &SyncRun::reportChanged);
}

void SyncRun::start(SyncRequest request, std::shared_ptr<const secrets::ApiKey> key)
{
    Q_ASSERT(!m_running);
    m_running = true;
    m_cancellation = std::make_unique<core::Cancellation>();
    if (m_quitWanted) {
        m_cancellation->cancel();
    }
    run(request, std::move(key));
}

void SyncRun::cancel()
{
    if (m_cancellation) {
        m_cancellation->cancel();
    }
}

void SyncRun::quit()
{
    m_quitWanted = true;
    cancel();
    if (!m_running) {
        QThread::currentThread()->quit();
    }
}

QCoro::Task<void> SyncRun::run(SyncRequest request, std::shared_ptr<const secrets::ApiKey> key)
{
    m_report = {};
    m_report.startedAt = m_clock.now();
    m_progress = {};
    m_lanes.clear();
    m_reading.clear();
    m_ledger.clear();
    m_intervalHours = request.intervalHours;
    m_retentionMonths = request.retentionMonths;
    m_daysAhead = 0;
    m_serviceDay.reset();
    m_fetchedRowsPerDay = 0;
    m_workTotal = 0;
    m_workDone = 0;
    m_sinceStart.start();
    m_sinceProgress.start();

    std::optional<Error> error;
    Result<std::unique_ptr<store::WorkspaceLock>> lock = store::WorkspaceLock::acquire(m_store.folder());
    if (!lock) {
        error = lock.error();
    } else {
        m_lock = std::move(*lock);
        m_decoder = std::make_unique<store::WorkQueue>(1);
        m_transport = std::make_unique<api::NetworkTransport>(
            m_connection.baseUrl, request.network.value_or(m_connection.network));
        m_client = std::make_unique<api::AnalyticsClient>(
            *m_transport, m_clock, m_connection.baseUrl, m_connection.workspace,
            [key] { return key->authorizationHeader(); }, m_connection.policy, *m_cancellation);
        connect(m_client.get(), &api::AnalyticsClient::requestFinished, this, &SyncRun::onRequestFinished);
        connect(m_client.get(), &api::AnalyticsClient::waiting, this, &SyncRun::onWaiting);

        if (const Result<void> prepared = co_await prepare(request); !prepared) {
            error = prepared.error();
        } else {
            // Tasks start at once, so the three lanes are under way before the first of them is awaited.
            std::vector<QCoro::Task<void>> lanes;
            lanes.reserve(m_lanes.size());
            for (Lane& lane : m_lanes) {
                lanes.push_back(runLane(lane));
            }
            for (QCoro::Task<void>& lane : lanes) {
                co_await lane;
            }
            int rejected = 0;
            for (const Lane& lane : m_lanes) {
                if (!error && lane.error) {
                    error = lane.error;
                }
                rejected += lane.rejections > 0 && !lane.answered ? 1 : 0;
            }
            if (error && m_state.workedBefore && rejected == int{api::kEndpoints.size()}) {
                error->kind = ErrorKind::ServiceMoved;
            }
            if (m_cancellation->isRequested()) {
                error = Error{};
                error->kind = ErrorKind::Cancelled;
            }
            m_progress.phase = SyncProgress::Phase::Finishing;
            reportProgress(true);
            if (const Result<void> recorded = co_await settleLedger(); !recorded && !error) {
                error = recorded.error();
            }
            if (const Result<void> concluded = co_await conclude(error); !concluded && !error) {
                error = concluded.error();
            }
        }
        m_client.reset();
        m_transport.reset();
        m_decoder.reset();
        m_lock.reset();
    }

    m_progressLater.stop();
    reportChanged();
    m_changedLater.stop();
    m_report.error = error;
    m_report.endedAt = m_clock.now();
    if (error && error->kind != ErrorKind::Cancelled) {
        qCInfo(lcSync).noquote() << "sync ended with" << core::errorKindName(error->kind) << error->subject
                                 << error->detail;
    }
    m_running = false;
    Q_EMIT finished(m_report);
    if (m_quitWanted) {
        QThread::currentThread()->quit();
    }
}

QCoro::Task<Result<void>> SyncRun::prepare(SyncRequest request)
{
    struct Prepared
    {
        store::SyncState state;
        PlanInput plan;
        std::int64_t engineers = 0;
    };
    const core::Instant now = m_clock.now();
    m_today = UtcDay::of(now);
    // Never into a damaged file: what is still readable of it is better left as it is.
    const QFuture<Result<bool>> checking = m_store.checkWhenDue(now);
    const Result<bool> checked = co_await checking;
    if (!checked) {
        co_return core::failure(checked.error());
    }
    const UtcDay today = m_today;
    const core::WorkspaceId workspace = m_connection.workspace;
    const QString origin = m_connection.baseUrl.origin();

    // Not in one expression with co_await: GCC 12 destroys the captures of a temporary lambda there twice.
    const QFuture<Result<Prepared>> job = m_store.write([=](store::Database& database) -> Result<Prepared> {
        if (const Result<void> cleared = store::DayWriter::clearStaging(database); !cleared) {
            return core::failure(cleared.error());
        }
        Result<store::SyncState> state = store::loadSyncState(database);
        if (!state) {
            return core::failure(state.error());
        }
        if (state->workspace && *state->workspace != workspace) {
            return core::failure(ErrorKind::StoreFolderRefused,
                QStringLiteral("this cache belongs to another workspace"), workspace.toString());
        }
        state->workspace = workspace;
        state->origin = origin;
        const UtcDay wanted = today - (request.days.value_or(kDefaultGoalDays) - 1);
        // A first day in the future was chosen by a clock that was wrong.
        if (!state->goalFrom || *state->goalFrom > today || (request.days && wanted < *state->goalFrom)) {
            state->goalFrom = wanted;
        }
        // Saved before the first request: whoever continues after a crash wants the same days.
        if (const Result<void> saved = store::saveSyncState(database, *state); !saved) {
            return core::failure(saved.error());
        }
        const DayRange known{std::min(*state->goalFrom, today - (kReviewRefreshDays - 1)), today};
        const Result<records::Coverage> coverage
            = store::coverage(database, known.intersected(DayRange::endingAt(today, kLookBackDays)));
        const Result<store::StoreCounts> counts = store::storeCounts(database);
        if (!coverage) {
            return core::failure(coverage.error());
        }
        if (!counts) {
            return core::failure(counts.error());
        }
        Prepared result;
        result.state = *state;
        result.engineers = counts->engineers;
        result.plan = {today, *state->goalFrom, *coverage, counts->usageRowsPerDay, state->pageLimit,
            request.fullSweep || isSweepDue(state->lastSweepAt, now)};
        return result;
    });
    const Result<Prepared> prepared = co_await job;
    if (!prepared) {
        co_return core::failure(prepared.error());
    }
    m_state = prepared->state;
    m_planInput = prepared->plan;
    m_isFirstBackfill = !m_state.lastSweepAt;
    m_progress.engineers = prepared->engineers;
    m_progress.storedDays = storedDaysOf(m_planInput.coverage);
    planLanes();
    reportProgress(true);
    co_return Result<void>{};
}

void SyncRun::planLanes()
{
    const SyncPlan plan = planSync(m_planInput);
    const DayRange wanted
        = DayRange{m_planInput.goalFrom, m_today}.intersected(DayRange::endingAt(m_today, kLookBackDays));
    m_coversEverything = true;
    for (const Dataset dataset : records::kDatasets) {
        const std::vector<UtcDay> days = daysToFetch(m_planInput, dataset);
        const auto inGoal
            = std::count_if(days.begin(), days.end(), [&](UtcDay d) { return wanted.contains(d); });
        m_coversEverything = m_coversEverything && inGoal == wanted.length();
    }

    // The two usage datasets share an endpoint, so their windows take turns, newest first. The large ones
    // lead: the writer has something to do while the small ones are fetched.
    const std::vector<Window> perEngineer = plan.of(Dataset::UsagePerEngineer);
    const std::vector<Window> workspace = plan.of(Dataset::UsageWorkspace);
    std::vector<Window> usage;
    for (std::size_t i = 0; i < std::max(perEngineer.size(), workspace.size()); ++i) {
        if (i < perEngineer.size()) {
            usage.push_back(perEngineer[i]);
        }
        if (i < workspace.size()) {
            usage.push_back(workspace[i]);
        }
    }
    const auto addLane = [this](Endpoint endpoint, std::vector<Window> windows) {
        Lane& lane = m_lanes.emplace_back();
        lane.endpoint = endpoint;
        lane.windows = std::move(windows);
    };
    addLane(Endpoint::Usage, std::move(usage));
    addLane(Endpoint::CodeReviews, plan.of(Dataset::CodeReviews));
    addLane(Endpoint::CodeReviewResponses, plan.of(Dataset::CodeReviewResponses));

    m_progress.phase = SyncProgress::Phase::Fetching;
    m_progress.planned = wanted;
    m_progress.windowsTotal = static_cast<int>(plan.windows.size());
    for (const Window& window : plan.windows) {
        m_workTotal += workOf(window);
    }
}

QCoro::Task<void> SyncRun::runLane(Lane& lane)
{
    for (std::size_t i = 0; i < lane.windows.size(); ++i) {
        if (m_cancellation->isRequested()) {
            break;
        }
        const Window window = lane.windows[i];
        Result<void> fetched = co_await fetchWindow(window, lane);
        if (window.dataset == Dataset::UsagePerEngineer) {
            sizeWindows(lane, i + 1);
        }
        if (fetched) {
            lane.answered = true;
        } else {
            lane.rejections += fetched.error().kind == ErrorKind::WorkspaceNotFound ? 1 : 0;
            if (!lane.error) {
                lane.error = fetched.error();
            }
            if (!concernsOneWindow(fetched.error())) {
                break;
            }
        }
    }
    ++lane.window; // what is still with the writer is of earlier windows now
    while (!lane.pending.empty()) {
        if (const Result<void> settled = co_await settle(lane, 0); !settled && !lane.error) {
            lane.error = settled.error();
        }
    }
}

/// Cuts the windows that are still to come so that the rows of each are expected to fit one page.
void SyncRun::sizeWindows(Lane& lane, std::size_t from)
{
    const bool isKnown = m_planInput.rowsPerDay > 0;
    // While only the newest days are known half of them may be a weekend or not over yet. Later the average
    // of what was fetched and is not stored yet still says more than a weekend that is.
    const double rowsPerDay
        = isKnown ? std::max(m_planInput.rowsPerDay, m_fetchedRowsPerDay) : 2 * m_fetchedRowsPerDay;
    if (rowsPerDay <= 0) {
        return;
    }
    std::vector<Window> rest(lane.windows.begin() + static_cast<std::ptrdiff_t>(from), lane.windows.end());
    lane.windows.resize(from);
    bool isNext = true;
    for (const Window& window : rest) {
        // What is only expected decides about the next window alone: the others can wait for what is known.
        const bool isPerEngineer = window.dataset == Dataset::UsagePerEngineer;
        if (!isPerEngineer || !(isKnown || isNext)) {
            lane.windows.push_back(window);
            continue;
        }
        isNext = false;
        std::vector<UtcDay> days;
        for (UtcDay day = window.days.first; day <= window.days.last; ++day) {
            days.push_back(day);
        }
        const std::vector<Window> parts
            = windowsFor(window.dataset, days, m_today, rowsPerDay, m_state.pageLimit);
        m_progress.windowsTotal += static_cast<int>(parts.size()) - 1;
        lane.windows.insert(lane.windows.end(), parts.begin(), parts.end());
    }
}

QCoro::Task<Result<void>> SyncRun::fetchWindow(Window window, Lane& lane)
{
    int limit = m_state.pageLimit;
    bool restarted = false;
    bool endMoved = false;
    for (;;) {
        for (UtcDay day = window.days.first; day <= window.days.last; ++day) {
            m_reading.insert(day);
        }
        Result<void> fetched = co_await fetchPages(window, limit, lane);
        for (UtcDay day = window.days.first; day <= window.days.last; ++day) {
            m_reading.erase(m_reading.find(day));
        }
        if (fetched) {
            co_return fetched;
        }
        const Error error = fetched.error();
        const bool isRefusal = error.httpStatus == 400 || error.httpStatus == 422;
        if (isRefusal && error.subject == QLatin1String("limit") && limit > kSmallPageLimit) {
            limit = kSmallPageLimit;
        } else if (api::isBodyTooLarge(error) && limit > 1) {
            limit /= 2;
        } else if (isRefusal && error.subject == QLatin1String("page") && !restarted) {
            restarted = true;
            continue;
        } else if (isRefusal && error.subject == QLatin1String("end_time") && !endMoved
            && window.days.last == m_today && window.days.length() > 1) {
            // Some answers refuse an end in the future (open question 5): once without today, which stays
            // missing.
            endMoved = true;
            window.days.last = m_today - 1;
            continue;
        } else {
            co_return fetched;
        }
        // Remembered for the workspace: the next sync starts with what works.
        m_state.pageLimit = limit;
        const int remembered = limit;
        const QFuture<Result<void>> job
            = m_store.write([remembered](store::Database& database) -> Result<void> {
                  Result<store::SyncState> state = store::loadSyncState(database);
                  if (!state) {
                      return core::failure(state.error());
                  }
                  state->pageLimit = remembered;
                  return store::saveSyncState(database, *state);
              });
        const Result<void> saved = co_await job;
        if (!saved) {
            co_return saved;
        }
    }
}

QCoro::Task<Result<void>> SyncRun::fetchPages(Window window, int limit, Lane& lane)
{
    ++lane.window;
    auto writer = std::make_shared<store::DayWriter>(window.dataset, window.days);
    const core::Instant askedAt = m_clock.now();
    core::Instant fetchedAt = askedAt;
    std::set<QByteArray> seenCursors;
    int emptyPages = 0;
    std::int64_t rows = 0;
    api::PageRequest request{window.dataset, window.days, limit, {}};
    for (;;) {
        if (const Result<void> hasRoom = co_await makeRoom(lane); !hasRoom) {
            co_return hasRoom;
        }
        reportProgress(false);
        Result<api::FetchedPage> page = co_await m_client->fetchPage(request);
        if (!page) {
            Error error = page.error();
            // Every 400 or 422 to a cursor means that the cursor is not taken any more, whatever it blames.
            const bool isRefusal = error.httpStatus == 400 || error.httpStatus == 422;
            if (isRefusal && !request.cursor.isEmpty() && error.subject != QLatin1String("limit")) {
                error.subject = QStringLiteral("page");
            }
            co_return core::failure(error);
        }
        fetchedAt = std::min(fetchedAt, countsFrom(askedAt, page->date));
        const records::PageEnvelope envelope = page->envelope;
        m_progress.rows += envelope.rowCount;
        rows += envelope.rowCount;
        if (envelope.hasMore) {
            if (!envelope.nextPage) {
                co_return core::failure(
                    unexpected(window.dataset, QStringLiteral("has_more without next_page")));
            }
            const QByteArray next = QByteArray::fromStdString(*envelope.nextPage);
            if (next == request.cursor || !seenCursors.insert(next).second) {
                co_return core::failure(unexpected(window.dataset, QStringLiteral("the cursor repeats")));
            }
            emptyPages = envelope.rowCount == 0 ? emptyPages + 1 : 0;
            if (emptyPages > kMostEmptyPages) {
                co_return core::failure(
                    unexpected(window.dataset, QStringLiteral("empty pages without an end")));
            }
            request.cursor = next;
        }
        const std::optional<core::Instant> commitAs
            = envelope.hasMore ? std::nullopt : std::optional<core::Instant>(fetchedAt);
        lane.pending.push_back(storePage(writer, window, std::move(page->body), commitAs));
        lane.pending.back().window = lane.window;
        if (!envelope.hasMore) {
            break;
        }
    }
    if (window.dataset == Dataset::UsagePerEngineer) {
        m_fetchedRowsPerDay = std::max(m_fetchedRowsPerDay, static_cast<double>(rows) / window.days.length());
    }
    co_return Result<void>{};
}

core::Instant SyncRun::countsFrom(core::Instant askedAt, const std::optional<core::Instant>& date)
{
    if (!date) {
        return askedAt;
    }
    const UtcDay serviceDay = UtcDay::of(*date);
    m_serviceDay = std::min(m_serviceDay.value_or(serviceDay), serviceDay);
    const int daysAhead = UtcDay::of(askedAt) - serviceDay;
    // Further away than the service looks back, the other clock is the less likely one.
    if (daysAhead <= 0 || daysAhead > kLookBackDays) {
        return askedAt;
    }
    if (daysAhead > m_daysAhead) {
        m_daysAhead = daysAhead;
        qCInfo(lcSync) << "this computer's clock is" << daysAhead << "days ahead of the service's";
    }
    return askedAt - std::chrono::days(daysAhead);
}

/// A page on its way through the decoder's thread and the writer's.
struct SyncRun::PageWork
{
    std::shared_ptr<store::DayWriter> writer;
    Window window;
    QByteArray body;
    std::optional<core::Instant> commitAs; ///< the last page of its window, fetched then
    UtcDay today;
    DayRange planned;
    Result<DecodedPage> rows
        = core::failure(ErrorKind::Internal, QStringLiteral("the page could not be decoded"));
    // Both end on their own when the work ends early or is dropped.
    QPromise<void> decoded;
    QPromise<Result<StoredPage>> stored;

    void decodeBody()
    {
        try {
            rows = decode(window.dataset, body);
        } catch (const std::exception& exception) {
            qCWarning(lcSync) << "decoding failed:" << exception.what();
        }
        body.clear();
        decoded.finish();
    }

    Result<StoredPage> storeRows(store::Database& database)
    {
        const auto addPage = [&](auto& page) { return writer->addPage(database, std::move(page)); };
        if (!rows) {
            // Later pages of the window may be on their way already: without this one none counts.
            writer->giveUp(rows.error());
            return core::failure(rows.error());
        }
        if (const Result<void> added = std::visit(addPage, *rows); !added) {
            writer->giveUp(added.error());
            return core::failure(added.error());
        }
        StoredPage result;
        if (commitAs) {
            Result<store::WindowOutcome> outcome = writer->commit(database, *commitAs, today);
            if (!outcome) {
                return core::failure(outcome.error());
            }
            result.window = *outcome;
            const Result<records::Coverage> coverage = store::coverage(database, planned);
            const Result<store::StoreCounts> counts = store::storeCounts(database);
            if (!coverage) {
                return core::failure(coverage.error());
            }
            if (!counts) {
                return core::failure(counts.error());
            }
            result.storedDays = storedDaysOf(*coverage);
            result.engineers = counts->engineers;
            result.rowsPerDay = counts->usageRowsPerDay;
        }
        return result;
    }
};

SyncRun::PendingPage SyncRun::storePage(std::shared_ptr<store::DayWriter> writer, Window window,
    QByteArray body, std::optional<core::Instant> commitAs)
{
    auto work = std::make_shared<PageWork>();
    work->writer = std::move(writer);
    work->window = window;
    work->body = std::move(body);
    work->commitAs = commitAs;
    work->today = m_today;
    work->planned = m_progress.planned;
    work->decoded.start();
    work->stored.start();
    PendingPage page;
    page.bytes = work->body.size();
    page.decoded = work->decoded.future();
    page.stored = work->stored.future();
    m_decoder->add([&store = m_store, work = std::move(work)](std::size_t) mutable {
        work->decodeBody();
        store.write([work = std::move(work)](store::Database& database) -> Result<void> {
            try {
                work->stored.addResult(work->storeRows(database));
            } catch (...) {
                work->stored.setException(std::current_exception());
            }
            work->stored.finish();
            return {};
        });
    });
    return page;
}

/// Waits until the next page may be asked for: little waits to be decoded, and not much to be stored.
QCoro::Task<Result<void>> SyncRun::makeRoom(Lane& lane)
{
    qsizetype undecoded = 0;
    for (auto page = lane.pending.rbegin(); page != lane.pending.rend(); ++page) {
        undecoded += page->bytes > kSmallBody ? page->bytes : 0;
        if (undecoded > kMostUndecoded) {
            const QFuture<void> decoded = page->decoded;
            co_await decoded;
            break;
        }
    }
    qsizetype unstored = 0;
    std::size_t mayStay = 0;
    for (auto page = lane.pending.rbegin(); page != lane.pending.rend() && mayStay < kMostPending; ++page) {
        unstored += page->bytes > kSmallBody ? page->bytes : 0;
        if (unstored > kMostUnstored) {
            break;
        }
        ++mayStay;
    }
    co_return co_await settle(lane, mayStay);
}

/// Takes in what the writer has stored, oldest first, and waits until at most `mayStay` pages are with it.
/// What is wrong with an earlier window is noted and does not end this one.
QCoro::Task<Result<void>> SyncRun::settle(Lane& lane, std::size_t mayStay)
{
    while (!lane.pending.empty()
        && (lane.pending.size() > mayStay || lane.pending.front().stored.isFinished())) {
        const PendingPage page = lane.pending.front();
        lane.pending.pop_front();
        const Result<StoredPage> stored = co_await page.stored;
        if (stored) {
            if (stored->window) {
                onWindowStored(*stored);
            }
            continue;
        }
        if (page.window == lane.window || !concernsOneWindow(stored.error())) {
            co_return core::failure(stored.error());
        }
        if (!lane.error) {
            lane.error = stored.error();
        }
    }
    co_return Result<void>{};
}

void SyncRun::onWindowStored(const StoredPage& page)
{
    ++m_progress.windowsDone;
    m_progress.storedDays = page.storedDays;
    m_progress.engineers = page.engineers;
    m_planInput.rowsPerDay = std::max(m_planInput.rowsPerDay, page.rowsPerDay);
    m_report.rows += page.window->rows;
    m_workDone += page.work;
    m_report.changed = m_report.changed.united(page.window->changed);
    if (page.window->restatedDays > 0 || page.window->withdrawnDays > 0) {
        qCInfo(lcSync) << page.window->restatedDays << "days restated," << page.window->withdrawnDays
                       << "withdrawn";
    }
    reportProgress(false);
    m_changed = m_changed.united(page.window->changed);
    if (!m_changedLater.isActive()) {
        reportChanged();
    }
}

QCoro::Task<Result<void>> SyncRun::settleLedger()
{
    Result<void> settled;
    for (const QFuture<Result<void>>& row : m_ledger) {
        const Result<void> written = co_await row;
        if (!written && settled) {
            settled = written;
        }
    }
    m_ledger.clear();
    co_return settled;
}

/// Forgets the days before `first` in steps, between which everybody else may write and a cancelled run
/// stops; the next run goes on there.
QCoro::Task<Result<DayRange>> SyncRun::forget(UtcDay first)
{
    DayRange forgotten;
    bool isDone = false;
    do {
        const QFuture<Result<store::PruneStep>> job
            = m_store.write([first](store::Database& database) { return store::pruneStep(database, first); });
        const Result<store::PruneStep> step = co_await job;
        if (!step) {
            co_return core::failure(step.error());
        }
        forgotten = forgotten.united(step->pruned.days);
        isDone = step->isDone;
    } while (!isDone && !m_cancellation->isRequested());
    if (!forgotten.isEmpty()) {
        if (const Result<void> compacted = co_await compact(); !compacted) {
            qCInfo(lcSync).noquote() << "no room was given back:" << compacted.error().detail;
        }
    }
    co_return forgotten;
}

/// Gives the file system back what was freed, also in steps.
QCoro::Task<Result<void>> SyncRun::compact()
{
    const QFuture<Result<bool>> look
        = m_store.write([](store::Database& database) { return store::isCompactionDue(database); });
    Result<bool> goesOn = co_await look;
    while (goesOn && *goesOn && !m_cancellation->isRequested()) {
        const QFuture<Result<bool>> step
            = m_store.write([](store::Database& database) { return store::compactStep(database); });
        goesOn = co_await step;
    }
    if (!goesOn) {
        co_return core::failure(goesOn.error());
    }
    const QFuture<Result<void>> job
        = m_store.write([](store::Database& database) { return store::emptyLog(database); });
    co_return co_await job;
}

QCoro::Task<Result<void>> SyncRun::conclude(std::optional<Error> error)
{
    const bool answered
        = std::any_of(m_lanes.begin(), m_lanes.end(), [](const Lane& lane) { return lane.answered; });
    const DayRange lookBack = DayRange::endingAt(m_today, kLookBackDays);
    const bool isSweep = m_coversEverything && !error;
    const bool reachedTheEdge = isSweep && m_planInput.goalFrom <= lookBack.first;
    const bool isFirstBackfill = m_isFirstBackfill;
    const UtcDay goalFrom = m_planInput.goalFrom;
    const UtcDay today = m_today;
    const core::Instant startedAt = m_report.startedAt - std::chrono::days(m_daysAhead);
    const core::Instant now = m_clock.now();
    const double seconds = static_cast<double>(m_sinceStart.elapsed()) / 1000.0;
    const SyncReport report = m_report;
    const QRandomGenerator::result_type dice = QRandomGenerator::global()->generate();
    const double jitter = 2.0 * dice / double{QRandomGenerator::max()} - 1.0;
    const int hours = m_intervalHours;
    // A wrong clock must not make anything forgotten: the service has to agree on the day.
    const std::optional<UtcDay> firstKept = m_retentionMonths && m_serviceDay
        ? std::optional(store::firstKeptDay(std::min(today, *m_serviceDay), *m_retentionMonths))
        : std::nullopt;

    DayRange forgotten;
    if (firstKept) {
        const Result<DayRange> pruned = co_await forget(*firstKept);
        if (!pruned) {
            co_return core::failure(pruned.error());
        }
        forgotten = *pruned;
    }

    struct Concluded
    {
        DayRange changed;
        core::Instant next{};
    };
    const QFuture<Result<Concluded>> job = m_store.write([=](store::Database& database) -> Result<Concluded> {
        Concluded result;
        result.changed = forgotten;
        const DayRange wanted{firstKept ? std::max(goalFrom, *firstKept) : goalFrom, today};
        Result<store::SyncState> state = store::loadSyncState(database);
        if (!state) {
            return core::failure(state.error());
        }
        if (reachedTheEdge || (isFirstBackfill && !error && goalFrom <= lookBack.first)) {
            // A backfill that was interrupted began earlier than this run: all of it counts as one.
            const core::Instant since = isFirstBackfill ? core::Instant{} : startedAt;
            const Result<DayRange> marked = store::markNotOffered(database, lookBack, since);
            if (!marked) {
                return core::failure(marked.error());
            }
            result.changed = result.changed.united(*marked);
        }
        const Result<records::Coverage> coverage = store::coverage(database, wanted);
        if (!coverage) {
            return core::failure(coverage.error());
        }
        const records::Coverage::Counts counts = coverage->counts();
        const bool backfillComplete = !error && counts.missing == counts.notOffered;
        if (isSweep || (isFirstBackfill && backfillComplete)) {
            state->lastSweepAt = startedAt;
        }
        state->workedBefore = state->workedBefore || answered;
        state->lastSync
            = store::LastSync{now, error ? core::errorKindName(error->kind) : QStringLiteral("ok"),
                report.requests, report.rows, report.bytes, seconds};
        if (!error) {
            state->lastSuccessAt = now;
        }
        result.next = nextSyncTime(now, state->lastSuccessAt, error, hours, jitter);
        state->nextSyncAt = result.next;
        if (const Result<void> saved = store::saveSyncState(database, *state); !saved) {
            return core::failure(saved.error());
        }
        return result;
    });
    const Result<Concluded> concluded = co_await job;
    if (!concluded) {
        co_return core::failure(concluded.error());
    }
    m_report.nextSyncAt = concluded->next;
    if (!concluded->changed.isEmpty()) {
        m_report.changed = m_report.changed.united(concluded->changed);
        Q_EMIT storeChanged(concluded->changed);
    }
    co_return Result<void>{};
}

void SyncRun::onRequestFinished(const records::RequestRecord& record)
{
    ++m_report.requests;
    m_report.bytes += record.bytes;
    m_progress.requests = m_report.requests;
    m_progress.bytes = m_report.bytes;
    // At once and on its own: a ledger that forgets the request before a crash would be no ledger.
    m_ledger.push_back(m_store.write(
        [record](store::Database& database) { return store::appendRequests(database, {record}); }));
    if (m_progress.phase == SyncProgress::Phase::Waiting) {
        m_progress.phase = SyncProgress::Phase::Fetching;
        m_progress.waitingUntil.reset();
        m_progress.waitingBecause.reset();
    }
    reportProgress(false);
}

void SyncRun::onWaiting(const Error& because, core::Instant until)
{
    m_progress.phase = SyncProgress::Phase::Waiting;
    m_progress.waitingBecause = because;
    m_progress.waitingUntil = until;
    reportProgress(true);
}

void SyncRun::reportChanged()
{
    if (const DayRange changed = std::exchange(m_changed, {}); !changed.isEmpty()) {
        Q_EMIT storeChanged(changed);
        m_changedLater.start(kChangedEveryMs);
    }
}

void SyncRun::reportProgress(bool now)
{
    if (!now && m_sinceProgress.elapsed() < kProgressEveryMs) {
        // Held back, not dropped: the service may fall silent right after this.
        if (!m_progressLater.isActive()) {
            m_progressLater.start(kProgressEveryMs);
        }
        return;
    }
    m_progressLater.stop();
    m_sinceProgress.restart();
    m_progress.readingDays.assign(m_reading.begin(), m_reading.end());
    m_progress.readingDays.erase(std::unique(m_progress.readingDays.begin(), m_progress.readingDays.end()),
        m_progress.readingDays.end());
    m_progress.timeLeft.reset();
    if (m_workDone > 0 && m_workTotal > m_workDone) {
        const double elapsed = static_cast<double>(m_sinceStart.elapsed());
        const double left = elapsed * (m_workTotal - m_workDone) / m_workDone;
        m_progress.timeLeft = std::chrono::ceil<std::chrono::seconds>(
            std::chrono::milliseconds(static_cast<std::int64_t>(left)));
    }
    Q_EMIT progressed(m_progress);
}

} // namespace app::sync
