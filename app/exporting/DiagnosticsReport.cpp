// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exporting/DiagnosticsReport.h"

#include "core/Log.h"
#include "core/Redaction.h"
#include "store/CoverageQueries.h"
#include "store/Database.h"
#include "store/Guarded.h"
#include "store/Integrity.h"
#include "store/LedgerQueries.h"
#include "store/RequestLedger.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>

namespace app::exporting {

namespace {

using core::ErrorKind;
using records::Dataset;

constexpr int kLabelWidth = 26;
constexpr qsizetype kLongestFact = 80;
const QString kNone = QStringLiteral("none");

QString instantText(std::optional<core::Instant> instant)
{
    return instant ? QDateTime::fromMSecsSinceEpoch(instant->time_since_epoch().count(), Qt::UTC)
                         .toString(Qt::ISODateWithMs)
                   : kNone;
}

QString dayText(std::optional<core::UtcDay> day)
{
    return day ? day->toIso() : kNone;
}

QString kindText(std::optional<ErrorKind> kind)
{
    return kind ? core::errorKindName(*kind) : kNone;
}

QString yesNo(bool value)
{
    return value ? QStringLiteral("yes") : QStringLiteral("no");
}

/// A choice as the settings spell it; whatever else came is not taken over.
QString wordText(const QString& word)
{
    static const QRegularExpression shape(QStringLiteral("^[a-z]+(?:-[a-z]+)*$"));
    return word.size() <= 30 && shape.match(word).hasMatch() ? word : QStringLiteral("?");
}

/// What the operating system says about itself: versions and product names, no addresses and no paths.
QString systemText(const QString& text)
{
    static const QRegularExpression shape(QStringLiteral("^[A-Za-z0-9 ._+()/#~-]+$"));
    const bool isSafe = text.size() <= kLongestFact && !text.startsWith(u'/') && shape.match(text).hasMatch();
    return isSafe ? core::maskKeys(text) : QStringLiteral("?");
}

/// Collects lines of "label  value" under headings.
class Report
{
public:
    void heading(const QString& text) { m_out += QStringLiteral("\n[%1]\n").arg(text); }
    void line(const QString& text) { m_out += text + u'\n'; }
    void fact(const QString& label, const QString& value)
    {
        m_out += label.leftJustified(kLabelWidth) + value + u'\n';
    }
    void fact(const QString& label, std::int64_t value) { fact(label, QString::number(value)); }
    [[nodiscard]] const QString& text() const { return m_out; }

private:
    QString m_out;
};

void addProgram(Report& report, const DiagnosticFacts& facts)
{
    report.heading(QStringLiteral("program"));
    report.fact(QStringLiteral("version"), systemText(facts.version));
    report.fact(QStringLiteral("Qt"), systemText(facts.qtVersion));
    report.fact(QStringLiteral("SQLite"), QString::fromLatin1(sqlite3_libversion()));
    report.fact(QStringLiteral("operating system"), systemText(facts.operatingSystem));
    report.fact(QStringLiteral("kernel"), systemText(facts.kernel));
    report.fact(QStringLiteral("architecture"), systemText(facts.architecture));
    report.fact(QStringLiteral("display"), systemText(facts.display));
    report.fact(QStringLiteral("locale"), systemText(facts.locale));
    report.fact(QStringLiteral("time zone"), systemText(facts.timeZone));
    report.fact(QStringLiteral("demo data"), yesNo(facts.isDemo));
}

void addSettings(Report& report, const DiagnosticSettings& settings)
{
    report.heading(QStringLiteral("settings"));
    report.fact(QStringLiteral("sync every (hours)"), settings.syncIntervalHours);
    report.fact(QStringLiteral("first backfill (days)"), settings.backfillDays);
    report.fact(QStringLiteral("keep (months)"),
        settings.retentionMonths ? QString::number(*settings.retentionMonths) : QStringLiteral("everything"));
    report.fact(QStringLiteral("appearance"), wordText(settings.appearance));
    report.fact(QStringLiteral("when closed"), wordText(settings.whenClosed));
    report.fact(QStringLiteral("notifications"), yesNo(settings.notifications));
    report.fact(QStringLiteral("proxy"), wordText(settings.proxyMode));
    report.fact(QStringLiteral("proxy asks for password"), yesNo(settings.proxyAsksForPassword));
    report.fact(QStringLiteral("extra certificates"), yesNo(settings.hasExtraCertificates));
    report.fact(QStringLiteral("workspaces"), settings.workspaces);
    report.fact(QStringLiteral("key is kept in"), wordText(settings.keyLocation));
    report.fact(QStringLiteral("expiry of key is known"), yesNo(settings.keyExpiryIsKnown));
    report.fact(QStringLiteral("paused"), yesNo(settings.paused));
}

void addSync(Report& report, const DiagnosticSync& sync)
{
    report.heading(QStringLiteral("sync"));
    report.fact(QStringLiteral("state"), wordText(sync.state));
    report.fact(QStringLiteral("key"), wordText(sync.key));
    report.fact(QStringLiteral("keychain"), wordText(sync.keychain));
    report.fact(QStringLiteral("last error"), kindText(sync.error));
    report.fact(QStringLiteral("its HTTP status"), sync.httpStatus);
    report.fact(QStringLiteral("last success"), instantText(sync.lastSuccessAt));
    report.fact(QStringLiteral("failing since"), instantText(sync.failingSince));
    report.fact(QStringLiteral("next"), instantText(sync.next));
}

void addCoverage(Report& report, const std::optional<records::Coverage>& coverage)
{
    report.heading(QStringLiteral("days"));
    if (!coverage) {
        report.fact(QStringLiteral("wanted"), kNone);
        return;
    }
    const auto countsText = [](const records::Coverage::Counts& counts) {
        return QStringLiteral("%1 stored (%2 provisional), %3 missing (%4 not offered)")
            .arg(counts.complete)
            .arg(counts.provisional)
            .arg(counts.missing)
            .arg(counts.notOffered);
    };
    report.fact(QStringLiteral("wanted"),
        QStringLiteral("%1..%2").arg(coverage->range.first.toIso(), coverage->range.last.toIso()));
    report.fact(QStringLiteral("all datasets"), countsText(coverage->counts()));
    for (const Dataset dataset : records::kDatasets) {
        report.fact(records::datasetName(dataset), countsText(coverage->counts(dataset)));
    }
}

void addRequests(Report& report, const DiagnosticStore& store)
{
    report.heading(QStringLiteral("requests"));
    report.fact(QStringLiteral("in the ledger"), store.requests);
    report.fact(QStringLiteral("failed"), store.failedRequests);
    std::map<QString, int> kinds;
    for (const records::RequestRecord& request : store.lastRequests) {
        if (request.error) {
            ++kinds[core::errorKindName(*request.error)];
        }
    }
    for (const auto& [kind, count] : kinds) {
        report.fact(QStringLiteral("  ") + kind, count);
    }
    if (store.lastRequests.empty()) {
        return;
    }
    report.line(
        QStringLiteral("The last %1, newest first: time, dataset, try, HTTP status, rows, bytes, ms, error")
            .arg(store.lastRequests.size()));
    for (const records::RequestRecord& request : store.lastRequests) {
        report.line(QStringLiteral("%1 %2 %3 %4 %5 %6 %7 %8")
                        .arg(instantText(request.at), records::datasetName(request.dataset))
                        .arg(request.attempt)
                        .arg(request.status)
                        .arg(request.rows ? QString::number(*request.rows) : QStringLiteral("-"))
                        .arg(request.bytes)
                        .arg(request.milliseconds)
                        .arg(request.error ? core::errorKindName(*request.error) : QStringLiteral("-")));
    }
}

void addStore(Report& report, const DiagnosticFacts& facts)
{
    report.heading(QStringLiteral("cache"));
    if (!facts.store) {
        report.fact(QStringLiteral("open"), QStringLiteral("no"));
        report.fact(QStringLiteral("error"), kindText(facts.storeError));
        return;
    }
    const DiagnosticStore& store = *facts.store;
    report.fact(QStringLiteral("open"), QStringLiteral("yes"));
    report.fact(QStringLiteral("schema"), store.schemaVersion);
    report.fact(QStringLiteral("integrity"),
        store.integrity ? core::errorKindName(*store.integrity) : QStringLiteral("whole"));
    report.fact(QStringLiteral("file (bytes)"), store.storage.fileBytes);
    report.fact(QStringLiteral("write-ahead log (bytes)"), store.storage.logBytes);
    report.fact(QStringLiteral("free inside (bytes)"), store.storage.freeBytes);
    for (const store::StoredGroup& group : store.storage.groups) {
        report.fact(store::storedKindName(group.kind),
            QStringLiteral("%1 rows, %2 to %3")
                .arg(QString::number(group.rows), dayText(group.oldest), dayText(group.newest)));
    }
    report.fact(QStringLiteral("rows asked for at once"), store.pageLimit);
    report.fact(QStringLiteral("service answered before"), yesNo(store.workedBefore));
    if (store.lastSync) {
        report.fact(QStringLiteral("last sync"), instantText(store.lastSync->at));
        static const QRegularExpression shape(QStringLiteral("^[a-z_]{1,30}$"));
        report.fact(QStringLiteral("  result"),
            shape.match(store.lastSync->result).hasMatch() ? store.lastSync->result : QStringLiteral("?"));
        report.fact(QStringLiteral("  requests"), store.lastSync->requests);
        report.fact(QStringLiteral("  rows"), store.lastSync->rows);
        report.fact(QStringLiteral("  bytes"), store.lastSync->bytes);
        report.fact(QStringLiteral("  seconds"), QString::number(store.lastSync->seconds, 'f', 1));
    }
    report.fact(QStringLiteral("last success"), instantText(store.lastSuccessAt));
    report.fact(QStringLiteral("last sweep"), instantText(store.lastSweepAt));
    report.fact(QStringLiteral("next sync"), instantText(store.nextSyncAt));
    addCoverage(report, store.coverage);
    addRequests(report, store);
}

/// Names that our own messages hold.
bool isOurName(QStringView word)
{
    static const std::array<QStringView, 12> names{u"HTTP", u"HTML", u"JSON", u"SQLite", u"TLS", u"DNS",
        u"UTC", u"The", u"Threadcount", u"OpenAI", u"Qt", u"WAL"};
    return std::find(names.begin(), names.end(), word) != names.end();
}

QString safeWord(const QString& word)
{
    static const QRegularExpression parts(QStringLiteral("^([(\"']*)(.*?)([)\"',.;:!?]*)$"));
    static const QRegularExpression plain(
        QStringLiteral("^(?:[a-z]+(?:[_-][a-z]+)*|[0-9]{1,12}(?:\\.[0-9]{1,6})?%?"
                       "|[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]{5,12}Z)?"
                       "|[0-9]{4}-[0-9]{2}-[0-9]{2}\\.\\.[0-9]{4}-[0-9]{2}-[0-9]{2})$"));
    const QRegularExpressionMatch match = parts.match(word);
    const QString inner = match.captured(2);
    const bool isPlain = inner.size() <= 40 && plain.match(inner).hasMatch();
    if (inner.isEmpty() || isPlain || isOurName(inner)) {
        return word;
    }
    return match.captured(1) + QChar(0x2026) + match.captured(3);
}

} // namespace

core::Result<DiagnosticStore> readDiagnostics(
    const store::Database& database, core::UtcDay today, const std::stop_token& stop)
{
    DiagnosticStore facts;
    const auto version = store::guarded(database, [&database]() -> core::Result<int> {
        return database.connection().execAndGet("PRAGMA user_version").getInt();
    });
    if (!version) {
        return core::failure(version.error());
    }
    facts.schemaVersion = *version;

    const auto state = store::loadSyncState(database);
    if (!state) {
        return core::failure(state.error());
    }
    facts.lastSync = state->lastSync;
    facts.lastSuccessAt = state->lastSuccessAt;
    facts.nextSyncAt = state->nextSyncAt;
    facts.lastSweepAt = state->lastSweepAt;
    facts.pageLimit = state->pageLimit;
    facts.workedBefore = state->workedBefore;
    if (state->goalFrom && *state->goalFrom <= today) {
        auto days = store::coverage(database, {*state->goalFrom, today});
        if (!days) {
            return core::failure(days.error());
        }
        facts.coverage = std::move(*days);
    }

    const auto summary = store::ledgerSummary(database);
    if (!summary) {
        return core::failure(summary.error());
    }
    facts.requests = summary->requests;
    facts.failedRequests = summary->failed;
    auto requests = store::recentRequests(database, kDiagnosticRequests);
    if (!requests) {
        return core::failure(requests.error());
    }
    facts.lastRequests = std::move(*requests);

    auto storage = store::storageSummary(database);
    if (!storage) {
        return core::failure(storage.error());
    }
    facts.storage = std::move(*storage);

    if (const auto whole = store::checkIntegrity(database, stop); !whole) {
        if (whole.error().kind == ErrorKind::Cancelled) {
            return core::failure(whole.error());
        }
        facts.integrity = whole.error().kind;
    }
    return facts;
}

QStringList logTail(const QString& folder, int most)
{
    QStringList lines;
    const QStringList names = core::logFileNames(); // the newest file first
    for (const QString& name : names) {
        if (lines.size() >= most) {
            break;
        }
        QFile file(QDir(folder).filePath(name));
        if (!file.open(QIODevice::ReadOnly)) {
            continue;
        }
        // Far more than the wanted lines need; the first of them may be half a line.
        constexpr qint64 kEnough = 400'000;
        const bool isCut = file.size() > kEnough;
        file.seek(isCut ? file.size() - kEnough : 0);
        QStringList found = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        if (isCut && !found.isEmpty()) {
            found.removeFirst();
        }
        lines = found + lines;
    }
    return lines.mid(std::max<qsizetype>(0, lines.size() - most));
}

QString safeLogLine(const QString& line)
{
    static const QRegularExpression shape(
        QStringLiteral("^([0-9T:.-]{10,30}Z) ([a-z]{1,10}) ([a-z.]{1,40}): (.*)$"));
    const QRegularExpressionMatch match = shape.match(line);
    if (!match.hasMatch()) {
        return QStringLiteral("(a line of another shape is left out)");
    }
    const QString head
        = QStringLiteral("%1 %2 %3: ").arg(match.captured(1), match.captured(2), match.captured(3));
    if (!match.captured(3).startsWith(QLatin1String("threadcount."))) {
        return head + QStringLiteral("(its text is left out)");
    }
    QStringList words = core::redacted(match.captured(4)).split(u' ');
    std::transform(words.begin(), words.end(), words.begin(), safeWord);
    return head + words.join(u' ');
}

QString diagnosticsReport(const DiagnosticFacts& facts)
{
    Report report;
    report.line(QStringLiteral("Threadcount diagnostics"));
    report.fact(QStringLiteral("made at"), instantText(facts.madeAt));
    report.fact(QStringLiteral("workspace"),
        facts.workspace ? QChar(0x2026) + facts.workspace->toString().right(4) : kNone);
    addProgram(report, facts);
    addSettings(report, facts.settings);
    addSync(report, facts.sync);
    addStore(report, facts);
    report.heading(QStringLiteral("log"));
    if (facts.logLines.isEmpty()) {
        report.line(QStringLiteral("There are no lines."));
    }
    for (const QString& line : facts.logLines) {
        report.line(safeLogLine(line));
    }
    return report.text();
}

} // namespace app::exporting
