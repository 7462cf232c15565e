// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/StatusReport.h"

#include "cli/Outcome.h"
#include "store/CoverageQueries.h"

namespace app::cli {

namespace {

using Counts = records::Coverage::Counts;

QJsonValue dayOrNull(const std::optional<core::UtcDay>& day)
{
    return day ? QJsonValue(day->toIso()) : QJsonValue(QJsonValue::Null);
}

QJsonValue timeOrNull(const std::optional<core::Instant>& time)
{
    return time ? QJsonValue(isoTime(*time)) : QJsonValue(QJsonValue::Null);
}

QString number(std::int64_t value)
{
    return QString::number(value);
}

} // namespace

core::Result<StatusReport> StatusReport::load(const store::Database& database, core::UtcDay today)
{
    const auto sync = store::loadSyncState(database);
    if (!sync) {
        return core::failure(sync.error());
    }
    const auto counts = store::storeCounts(database);
    if (!counts) {
        return core::failure(counts.error());
    }
    StatusReport report;
    report.sync = *sync;
    report.today = today;
    report.counts = *counts;
    if (sync->goalFrom) {
        auto coverage = store::coverage(database, {*sync->goalFrom, today});
        if (!coverage) {
            return core::failure(coverage.error());
        }
        report.coverage = std::move(*coverage);
    }
    return report;
}

QJsonObject StatusReport::toJson(const core::WorkspaceId& workspace, const QJsonObject& key) const
{
    const auto coverageOf = [this](const Counts& days) {
        return QJsonObject{
            {QStringLiteral("from"), dayOrNull(sync.goalFrom)},
            {QStringLiteral("to"), today.toIso()},
            {QStringLiteral("complete_days"), days.complete},
            {QStringLiteral("missing_days"), days.missing},
            {QStringLiteral("provisional_days"), days.provisional},
        };
    };
    QJsonObject datasets;
    for (const records::Dataset dataset : records::kDatasets) {
        datasets.insert(records::datasetName(dataset),
            coverageOf(coverage.range.isEmpty() ? Counts{} : coverage.counts(dataset)));
    }
    QJsonValue lastSync(QJsonValue::Null);
    if (sync.lastSync) {
        lastSync = QJsonObject{
            {QStringLiteral("at"), isoTime(sync.lastSync->at)},
            {QStringLiteral("result"), sync.lastSync->result},
            {QStringLiteral("requests"), qint64{sync.lastSync->requests}},
            {QStringLiteral("rows"), qint64{sync.lastSync->rows}},
            {QStringLiteral("bytes"), qint64{sync.lastSync->bytes}},
            {QStringLiteral("seconds"), sync.lastSync->seconds},
        };
    }
    return {
        {QStringLiteral("workspace_id"), workspace.toString()},
        {QStringLiteral("goal_from"), dayOrNull(sync.goalFrom)},
        {QStringLiteral("coverage"), coverageOf(coverage.range.isEmpty() ? Counts{} : coverage.counts())},
        {QStringLiteral("datasets"), datasets},
        {QStringLiteral("engineers"), qint64{counts.engineers}},
        {QStringLiteral("usage_rows"), qint64{counts.usageRows}},
        {QStringLiteral("review_days"), qint64{counts.reviewDays}},
        {QStringLiteral("review_response_days"), qint64{counts.reviewResponseDays}},
        {QStringLiteral("last_sync"), lastSync},
        {QStringLiteral("next_sync"), timeOrNull(sync.nextSyncAt)},
        {QStringLiteral("key"), key},
    };
}

QString StatusReport::toText(const core::WorkspaceId& workspace, const QJsonObject& key) const
{
    QStringList lines;
    const auto add
        = [&lines](const QString& label, const QString& value) { lines += label.leftJustified(14) + value; };
    add(tr("Workspace"), workspace.toString());
    if (sync.goalFrom) {
        const Counts days = coverage.counts();
        add(tr("Days"),
            tr("%1 to %2 (%3)").arg(sync.goalFrom->toIso(), today.toIso(), number(coverage.range.length())));
        add(tr("Complete"),
            tr("%1, of which %2 can still change").arg(number(days.complete), number(days.provisional)));
        add(tr("Missing"),
            days.notOffered > 0 ? tr("%1, of which OpenAI no longer offers %2")
                                      .arg(number(days.missing), number(days.notOffered))
                                : number(days.missing));
    } else {
        add(tr("Days"), tr("nothing was fetched yet"));
    }
    add(tr("Engineers"), number(counts.engineers));
    add(tr("Rows"),
        tr("%1 of usage, %2 review days, %3 review response days")
            .arg(number(counts.usageRows), number(counts.reviewDays), number(counts.reviewResponseDays)));
    add(tr("Last sync"),
        sync.lastSync ? tr("%1: %2").arg(readableTime(sync.lastSync->at), sync.lastSync->result)
                      : tr("never"));
    add(tr("Next sync"), sync.nextSyncAt ? readableTime(*sync.nextSyncAt) : tr("not planned"));
    const QString hint = key.value(QStringLiteral("hint")).toString();
    const QString location = key.value(QStringLiteral("location")).toString();
    add(tr("Key"), hint.isEmpty() ? location : tr("%1 (%2)").arg(hint, location));
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace app::cli
