// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tables/LedgerModel.h"

#include "common/Format.h"
#include "messages/ErrorText.h"
#include "models/PlotTableModel.h"

#include <QDateTime>
#include <QFutureWatcher>

#include <algorithm>

namespace ui::tables {

namespace {

namespace format = common::format;
using app::core::ErrorKind;
using app::core::UtcDay;
using app::records::Dataset;
using app::records::RequestRecord;
using app::store::Database;
using app::store::LedgerEntry;
using common::Pill;

// More than this since the last look: begin anew instead of sorting it in.
constexpr int kMostLater = 1'000;
constexpr std::int64_t kShownAsSeconds = 100;

QDateTime timeOf(app::core::Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), Qt::UTC);
}

int yearOf(UtcDay day)
{
    return QDate(1970, 1, 1).addDays(day.number()).year();
}

bool isNumber(LedgerModel::Column column)
{
    using Column = LedgerModel::Column;
    return column == Column::Rows || column == Column::Bytes || column == Column::Took;
}

Pill::Kind pillOf(const RequestRecord& request)
{
    if (!request.error) {
        return Pill::Kind::Ok;
    }
    switch (*request.error) {
    // Nothing is wrong: it was tried again, or waits for somebody.
    case ErrorKind::Throttled:
    case ErrorKind::ScopeMissing: return Pill::Kind::Warning;
    case ErrorKind::Cancelled: return Pill::Kind::Neutral;
    default: return Pill::Kind::Negative;
    }
}

QString timeTip(app::core::Instant at)
{
    const QDateTime utc = timeOf(at);
    //: A moment in UTC and on the clock of this computer.
    return LedgerModel::tr("%1 at %2 UTC, %3 on this computer")
        .arg(format::dayMedium(UtcDay::of(at)), utc.time().toString(QStringLiteral("HH:mm:ss.zzz")),
            format::displayLocale().toString(utc.toLocalTime(), QLocale::ShortFormat));
}

} // namespace

LedgerModel::LedgerModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

LedgerModel::~LedgerModel() = default;

template <typename Work, typename Take> void LedgerModel::read(Work work, Take take)
{
    using Answer = std::invoke_result_t<Work, const Database&>;
    auto* watcher = new QFutureWatcher<Answer>(this);
    const int generation = m_generation;
    m_isReading = true;
    connect(
        watcher, &QFutureWatcherBase::finished, this, [this, watcher, generation, take = std::move(take)] {
            watcher->deleteLater();
            if (generation != m_generation || watcher->future().resultCount() == 0) {
                return;
            }
            m_isReading = false;
            const Answer answer = watcher->result();
            if (answer) {
                take(*answer);
                Q_EMIT arrived();
            } else {
                Q_EMIT failed(answer.error());
            }
            if (std::exchange(m_again, false) && generation == m_generation) {
                refresh();
            }
        });
    watcher->setFuture(m_store->read(std::move(work)));
}

void LedgerModel::setStore(app::store::WorkspaceStore* store)
{
    if (store != m_store) {
        m_store = store;
        restart();
    }
}

void LedgerModel::setFilter(const app::store::LedgerFilter& filter)
{
    if (!(filter == m_filter)) {
        m_filter = filter;
        restart();
        refresh();
    }
}

void LedgerModel::restart()
{
    ++m_generation;
    beginResetModel();
    m_entries.clear();
    m_newestId = 0;
    m_isReading = false;
    m_isWhole = false;
    m_again = false;
    endResetModel();
}

void LedgerModel::refresh()
{
    if (!m_store) {
        return;
    }
    if (m_isReading) {
        m_again = true;
        return;
    }
    if (m_entries.empty()) {
        m_isWhole = false;
        fetchMore({});
        return;
    }
    read(
        [filter = m_filter, id = m_newestId](const Database& database) {
            return app::store::requestsWrittenAfter(database, filter, id, kMostLater);
        },
        [this](const Entries& later) {
            if (later.size() >= kMostLater) {
                restart();
                fetchMore({});
            } else {
                merge(later);
            }
        });
}

bool LedgerModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_store && !m_isReading && !m_isWhole;
}

void LedgerModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent)) {
        return;
    }
    std::optional<app::store::LedgerKey> older;
    if (!m_entries.empty()) {
        older = m_entries.back().key();
    }
    read([filter = m_filter, older](
             const Database& database) { return app::store::requestsBefore(database, filter, older, kPage); },
        [this](const Entries& page) { append(page); });
}

void LedgerModel::append(const Entries& page)
{
    m_isWhole = page.size() < kPage;
    if (page.empty()) {
        return;
    }
    const auto first = static_cast<int>(m_entries.size());
    beginInsertRows({}, first, first + static_cast<int>(page.size()) - 1);
    m_entries.insert(m_entries.end(), page.begin(), page.end());
    endInsertRows();
    for (const LedgerEntry& entry : page) {
        m_newestId = std::max(m_newestId, entry.id);
    }
}

void LedgerModel::merge(const Entries& later)
{
    for (const LedgerEntry& entry : later) {
        m_newestId = std::max(m_newestId, entry.id);
        const auto place
            = std::ranges::lower_bound(m_entries, entry.key(), std::ranges::greater(), &LedgerEntry::key);
        if (place == m_entries.end() && !m_isWhole) {
            continue; // it comes with its page
        }
        const auto row = static_cast<int>(place - m_entries.begin());
        beginInsertRows({}, row, row);
        m_entries.insert(place, entry);
        endInsertRows();
    }
}

const LedgerEntry& LedgerModel::entry(int row) const
{
    return m_entries.at(static_cast<std::size_t>(row));
}

QString LedgerModel::datasetText(Dataset dataset)
{
    switch (dataset) {
    //: The endpoint of the API keeps its name.
    case Dataset::UsagePerEngineer: return tr("usage, per person");
    case Dataset::UsageWorkspace: return tr("usage, workspace");
    case Dataset::CodeReviews: return QStringLiteral("code_reviews");
    case Dataset::CodeReviewResponses: return QStringLiteral("code_review_responses");
    }
    return {};
}

QString LedgerModel::errorWords(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::ScopeMissing: return tr("no scope", "what came of a request");
    case ErrorKind::KeyRejected: return tr("key refused", "what came of a request");
    case ErrorKind::AccessDenied: return tr("denied", "what came of a request");
    case ErrorKind::WorkspaceNotFound: return tr("not found", "what came of a request");
    case ErrorKind::ServiceMoved: return tr("moved", "what came of a request");
    case ErrorKind::Throttled: return tr("wait", "what came of a request");
    case ErrorKind::ServiceUnavailable: return tr("unavailable", "what came of a request");
    case ErrorKind::Offline: return tr("offline", "what came of a request");
    case ErrorKind::ProxyFailed: return tr("proxy failed", "what came of a request");
    case ErrorKind::TlsFailed: return tr("TLS failed", "what came of a request");
    case ErrorKind::UnexpectedAnswer: return tr("unexpected", "what came of a request");
    case ErrorKind::Cancelled: return tr("stopped", "what came of a request");
    default: return tr("failed here", "what came of a request");
    }
}

int LedgerModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int LedgerModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QString LedgerModel::dayText(UtcDay day) const
{
    // The year of the newest request goes without saying.
    const bool sameYear = yearOf(day) == yearOf(UtcDay::of(m_entries.front().request.at));
    return sameYear ? format::dayShort(day) : format::dayMedium(day);
}

QString LedgerModel::text(const LedgerEntry& entry, Column column) const
{
    const RequestRecord& request = entry.request;
    switch (column) {
    case Column::Time:
        //: "19 Nov 14:05:31"
        return tr("%1 %2", "day, time of day")
            .arg(dayText(UtcDay::of(request.at)),
                timeOf(request.at).time().toString(QStringLiteral("HH:mm:ss")));
    case Column::Endpoint:
        //: "code_reviews, try 2"
        return request.attempt > 1
            ? tr("%1, try %2").arg(datasetText(request.dataset), format::integer(request.attempt))
            : datasetText(request.dataset);
    case Column::Days:
        return request.days.length() == 1 ? dayText(request.days.first)
                                          : tr("%1 to %2", "first and last day")
                                                .arg(dayText(request.days.first), dayText(request.days.last));
    case Column::Status:
        if (!request.error) {
            return QString::number(request.status);
        }
        //: "503, unavailable"
        return request.status > 0 ? tr("%1, %2", "HTTP status, what it means")
                                        .arg(QString::number(request.status), errorWords(*request.error))
                                  : errorWords(*request.error);
    case Column::Rows: return request.rows ? format::integer(*request.rows) : format::none();
    case Column::Bytes: return format::bytes(request.bytes);
    case Column::Took:
        return request.milliseconds < kShownAsSeconds
            ? tr("%1 ms").arg(format::integer(request.milliseconds))
            : format::duration(std::chrono::milliseconds(request.milliseconds));
    }
    return {};
}

QString LedgerModel::dataText(const RequestRecord& request, Column column)
{
    switch (column) {
    case Column::Time: return timeOf(request.at).toString(Qt::ISODateWithMs);
    case Column::Endpoint:
        return request.attempt > 1 ? QStringLiteral("%1, try %2")
                                         .arg(app::records::datasetName(request.dataset))
                                         .arg(request.attempt)
                                   : app::records::datasetName(request.dataset);
    case Column::Days: return request.days.first.toIso() + QLatin1Char('/') + request.days.last.toIso();
    case Column::Status:
        return request.error
            ? QStringLiteral("%1 %2").arg(request.status).arg(app::core::errorKindName(*request.error))
            : QString::number(request.status);
    case Column::Rows: return request.rows ? QString::number(*request.rows) : QString();
    case Column::Bytes: return QString::number(request.bytes);
    case Column::Took: return QString::number(request.milliseconds);
    }
    return {};
}

QVariant LedgerModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const auto column = static_cast<Column>(index.column());
    const LedgerEntry& one = entry(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(one, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (isNumber(column) ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ToolTipRole:
        if (column == Column::Time) {
            return timeTip(one.request.at);
        }
        return column == Column::Status && one.request.error
            ? app::messages::describe({*one.request.error, 0, {}, {}, {}}).whatHappened
            : QVariant();
    case PillRole:
        return column == Column::Status ? QVariant(static_cast<int>(pillOf(one.request))) : QVariant();
    case app::models::PlotTableModel::DataRole: return dataText(one.request, column);
    default: return {};
    }
}

QVariant LedgerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumns) {
        return {};
    }
    const auto column = static_cast<Column>(section);
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::AlignVCenter | (isNumber(column) ? Qt::AlignRight : Qt::AlignLeft));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (column) {
    case Column::Time: return tr("Time (UTC)");
    case Column::Endpoint: return tr("Endpoint");
    case Column::Days: return tr("Days asked");
    case Column::Status: return tr("Status");
    case Column::Rows: return tr("Rows");
    case Column::Bytes: return tr("Bytes");
    case Column::Took: return tr("Took");
    }
    return {};
}

} // namespace ui::tables
