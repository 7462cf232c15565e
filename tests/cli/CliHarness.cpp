// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/CliHarness.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QUrl>

#include <algorithm>

namespace support {

namespace {

constexpr int kPatience = 60'000;

QStringList columnsOf(const QString& table)
{
    const QString tokens = QStringLiteral(
        "uncached_text_input_tokens,cached_text_input_tokens,text_output_tokens,text_total_tokens");
    const QString costs = QStringLiteral("credits,cost_usd,estimated_cost_usd,");
    const std::map<QString, QString> all{
        {QStringLiteral("usage"),
            QStringLiteral("day,user_id,email,actor_type,threads,turns,") + costs + tokens
                + QStringLiteral(",lines_added,lines_removed")},
        {QStringLiteral("usage-by-surface"),
            QStringLiteral("day,user_id,client_id,threads,turns,") + costs + tokens},
        {QStringLiteral("usage-by-model"), QStringLiteral("day,user_id,model,speed,") + costs + tokens},
        {QStringLiteral("workspace-usage"), QStringLiteral("day,threads,turns,") + costs + tokens},
        {QStringLiteral("reviews"), QStringLiteral("day,user_id,pull_request_reviews,comments,p0,p1,p2")},
        {QStringLiteral("review-responses"),
            QStringLiteral("day,user_id,pull_request_reviews,comments,replies,reactions,upvotes,downvotes,"
                           "other_reactions,engaged,reacted,upvoted,downvoted,reacted_other,replied")},
        {QStringLiteral("engineers"), QStringLiteral("user_id,email,actor_type,first_day,last_day")},
    };
    return all.at(table).split(QLatin1Char(','));
}

QStringList keysOf(const QString& table)
{
    if (table == QLatin1String("usage-by-surface")) {
        return {QStringLiteral("day"), QStringLiteral("user_id"), QStringLiteral("client_id")};
    }
    if (table == QLatin1String("usage-by-model")) {
        return {QStringLiteral("day"), QStringLiteral("user_id"), QStringLiteral("model"),
            QStringLiteral("speed")};
    }
    return {QStringLiteral("day"), QStringLiteral("user_id")};
}

QJsonArray rowsOfDay(const QString& table, const QJsonObject& row)
{
    const bool bySurface = table == QLatin1String("usage-by-surface");
    if (!bySurface && table != QLatin1String("usage-by-model")) {
        return {row};
    }
    QJsonArray parts;
    for (const QJsonValue& part :
        row.value(bySurface ? QStringLiteral("clients") : QStringLiteral("models")).toArray()) {
        QJsonObject whole = part.toObject();
        whole.insert(QStringLiteral("day"), row.value(QStringLiteral("day")));
        whole.insert(QStringLiteral("user_id"), row.value(QStringLiteral("user_id")));
        parts += whole;
    }
    return parts;
}

QString datasetOf(const QString& table)
{
    if (table == QLatin1String("workspace-usage")) {
        return QStringLiteral("workspace_usage");
    }
    if (table == QLatin1String("reviews")) {
        return QStringLiteral("code_reviews");
    }
    return table == QLatin1String("review-responses") ? QStringLiteral("code_review_responses")
                                                      : QStringLiteral("usage");
}

QJsonObject withColumns(const QJsonObject& row, const QStringList& columns)
{
    QJsonObject kept;
    for (const QString& column : columns) {
        const QJsonValue value = row.value(column);
        kept.insert(column, value.isUndefined() ? QJsonValue(QJsonValue::Null) : value);
    }
    return kept;
}

/// Null, then bytewise.
QList<QByteArray> sortKey(const QJsonObject& row, const QStringList& keys)
{
    QList<QByteArray> values;
    for (const QString& key : keys) {
        const QJsonValue value = row.value(key);
        values += value.isString() ? '1' + value.toString().toUtf8() : QByteArray("0");
    }
    return values;
}

QJsonArray expectedEngineers(const QJsonObject& served)
{
    std::map<QByteArray, QJsonObject> people;
    const QJsonObject days = served.value(QStringLiteral("usage")).toObject();
    for (auto day = days.begin(); day != days.end(); ++day) {
        for (const QJsonValue& value : day.value().toArray()) {
            const QJsonObject row = value.toObject();
            QJsonObject& person = people[row.value(QStringLiteral("user_id")).toString().toUtf8()];
            if (person.isEmpty()) {
                person.insert(QStringLiteral("first_day"), day.key());
            }
            for (const char* name : {"user_id", "email", "actor_type"}) {
                person.insert(QString::fromLatin1(name), row.value(QLatin1String(name)));
            }
            person.insert(QStringLiteral("last_day"), day.key());
        }
    }
    QJsonArray rows;
    for (const auto& [id, person] : people) {
        rows += withColumns(person, columnsOf(QStringLiteral("engineers")));
    }
    return rows;
}

} // namespace

QJsonObject CliResult::json() const
{
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(out, &error);
    return error.error == QJsonParseError::NoError ? document.object() : QJsonObject();
}

QString CliResult::kind() const
{
    return json().value(QStringLiteral("error")).toObject().value(QStringLiteral("kind")).toString();
}

QByteArray CliResult::summary() const
{
    return "exit " + QByteArray::number(exitCode) + ", out: " + out + ", err: " + err;
}

SimulatorProcess::SimulatorProcess(const QStringList& arguments)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(
        QStringLiteral(THREADCOUNT_SIMULATOR), QStringList(QStringLiteral("--serve-report")) + arguments);
    while (!m_process.canReadLine() && m_process.waitForReadyRead(kPatience)) { }
    static const QRegularExpression greeting(
        QStringLiteral("^listening on (http://127\\.0\\.0\\.1:[0-9]+) workspace (\\S+) key (\\S+)$"));
    const auto match = greeting.match(QString::fromUtf8(m_process.readLine()).trimmed());
    url = match.captured(1);
    workspace = match.captured(2);
    key = match.captured(3);
}

SimulatorProcess::~SimulatorProcess()
{
    m_process.terminate();
    if (!m_process.waitForFinished(kPatience)) {
        m_process.kill();
        m_process.waitForFinished(kPatience);
    }
}

QByteArray SimulatorProcess::get(const QString& path) const
{
    QTcpSocket socket;
    const QUrl address(url);
    socket.connectToHost(address.host(), static_cast<quint16>(address.port()));
    if (!socket.waitForConnected(kPatience)) {
        return {};
    }
    socket.write("GET " + path.toLatin1() + " HTTP/1.1\r\nHost: " + address.host().toLatin1()
        + "\r\nConnection: close\r\n\r\n");
    QByteArray answer;
    while (socket.waitForReadyRead(kPatience)) {
        answer += socket.readAll();
    }
    answer += socket.readAll();
    return answer.mid(answer.indexOf("\r\n\r\n") + 4);
}

QJsonObject SimulatorProcess::served() const
{
    return QJsonDocument::fromJson(get(QStringLiteral("/__served"))).object();
}

QJsonArray SimulatorProcess::requests() const
{
    return QJsonDocument::fromJson(get(QStringLiteral("/__requests"))).array();
}

Cli::Cli()
{
    setVariable(QStringLiteral("THREADCOUNT_DATA_DIR"), dataFolder());
}

void Cli::setVariable(const QString& name, const QString& value)
{
    m_variables[name] = value;
}

void Cli::use(const SimulatorProcess& simulator)
{
    setVariable(QStringLiteral("THREADCOUNT_API_BASE_URL"), simulator.url);
    setVariable(QStringLiteral("THREADCOUNT_API_KEY"), simulator.key);
}

std::unique_ptr<QProcess> Cli::prepare(const QStringList& arguments) const
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    // The leak checker traces its own process, which a program that hides its memory does not allow.
    environment.insert(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("detect_leaks=0"));
    for (const auto& [name, value] : m_variables) {
        if (value.isEmpty()) {
            environment.remove(name);
        } else {
            environment.insert(name, value);
        }
    }
    process->setProcessEnvironment(environment);
    process->setWorkingDirectory(m_folder.path());
    process->setProgram(QStringLiteral(THREADCOUNT_CLI));
    process->setArguments(arguments);
    return process;
}

std::unique_ptr<QProcess> Cli::start(const QStringList& arguments) const
{
    auto process = prepare(arguments);
    process->start();
    process->waitForStarted(kPatience);
    return process;
}

CliResult Cli::resultOf(QProcess& process)
{
    process.waitForFinished(kPatience);
    CliResult result;
    result.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    result.out = process.readAllStandardOutput();
    result.err = process.readAllStandardError();
    return result;
}

CliResult Cli::run(const QStringList& arguments, const QByteArray& input) const
{
    const auto process = start(arguments);
    process->write(input);
    process->closeWriteChannel();
    return resultOf(*process);
}

QStringList Cli::filesInDataFolder() const
{
    QStringList files;
    const QDir base(dataFolder());
    QDirIterator it(dataFolder(), QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
        QDirIterator::Subdirectories);
    while (it.hasNext()) {
        files += base.relativeFilePath(it.next());
    }
    files.sort();
    return files;
}

QString Cli::fileHolding(const QByteArray& needle) const
{
    QDirIterator it(m_folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(needle)) {
            return file.fileName();
        }
    }
    return {};
}

QJsonArray expectedExport(const QString& table, const QJsonObject& served)
{
    if (table == QLatin1String("engineers")) {
        return expectedEngineers(served);
    }
    const QStringList columns = columnsOf(table);
    QList<QJsonObject> rows;
    const QJsonObject days = served.value(datasetOf(table)).toObject();
    for (const QJsonValue& day : days) {
        for (const QJsonValue& row : day.toArray()) {
            for (const QJsonValue& part : rowsOfDay(table, row.toObject())) {
                rows += withColumns(part.toObject(), columns);
            }
        }
    }
    const QStringList keys = keysOf(table);
    std::sort(rows.begin(), rows.end(),
        [&](const QJsonObject& a, const QJsonObject& b) { return sortKey(a, keys) < sortKey(b, keys); });
    QJsonArray sorted;
    for (const QJsonObject& row : rows) {
        sorted += row;
    }
    return sorted;
}

QString firstDifference(const QJsonArray& actual, const QJsonArray& expected)
{
    for (qsizetype i = 0; i < std::min(actual.size(), expected.size()); ++i) {
        if (actual.at(i) != expected.at(i)) {
            const auto text = [](const QJsonValue& value) {
                return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
            };
            return QStringLiteral("row %1 is %2, expected %3")
                .arg(i)
                .arg(text(actual.at(i)), text(expected.at(i)));
        }
    }
    return actual.size() == expected.size()
        ? QString()
        : QStringLiteral("%1 rows, expected %2").arg(actual.size()).arg(expected.size());
}

} // namespace support
