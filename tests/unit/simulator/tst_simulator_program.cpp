// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulator/Simulator.h"
#include "support/TestCase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>

#include <csignal>

using namespace app::simulator;

/// The binary as a person or a script starts it.
class TestSimulatorProgram : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhereItListensAndStopsCleanly_data();
    void saysWhereItListensAndStopsCleanly();
    void obeysItsFlags();
    void failsWhenThePortIsTaken();
    void refusesBadFlags_data();
    void refusesBadFlags();
    void listsProfilesAndFaults();

private:
    static QUrl started(QProcess& program, const QStringList& flags);
    static QJsonObject get(const QUrl& base, const QString& pathAndQuery, int& status);
};

QUrl TestSimulatorProgram::started(QProcess& program, const QStringList& flags)
{
    program.start(QStringLiteral(THREADCOUNT_SIMULATOR), flags);
    QByteArray line;
    while (!line.endsWith('\n') && program.waitForReadyRead(10'000)) {
        line.append(program.readAllStandardOutput());
    }
    static const QRegularExpression kLine(QStringLiteral(
        "^listening on (http://127\\.0\\.0\\.1:[0-9]+) workspace ([0-9a-f-]{36}) key (sk-test-\\S+)\\n$"));
    const QRegularExpressionMatch match = kLine.match(QString::fromUtf8(line));
    if (!match.hasMatch() || match.captured(2) != Simulator::workspace().toString()
        || match.captured(3) != Simulator::acceptedKey()) {
        qWarning("unexpected first line: %s", line.constData());
        return {};
    }
    return QUrl(match.captured(1));
}

QJsonObject TestSimulatorProgram::get(const QUrl& base, const QString& pathAndQuery, int& status)
{
    QNetworkAccessManager manager;
    manager.setProxy(QNetworkProxy::NoProxy);
    QNetworkRequest request(QUrl(base.toString() + pathAndQuery));
    request.setRawHeader("Authorization", "Bearer " + Simulator::acceptedKey().toUtf8());
    const std::unique_ptr<QNetworkReply> reply(manager.get(request));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!finished.wait(20'000)) {
        return {};
    }
    status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return QJsonDocument::fromJson(reply->readAll()).object();
}

void TestSimulatorProgram::saysWhereItListensAndStopsCleanly_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void TestSimulatorProgram::saysWhereItListensAndStopsCleanly()
{
    QFETCH(int, signal);
    QProcess program;
    QVERIFY(started(program, {}).isValid());

    ::kill(static_cast<pid_t>(program.processId()), signal);

    QVERIFY(program.waitForFinished(10'000));
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 0);
    QCOMPARE(program.readAllStandardError(), QByteArray());
}

void TestSimulatorProgram::obeysItsFlags()
{
    QProcess program;
    const QUrl base = started(program,
        {QStringLiteral("--engineers"), QStringLiteral("12"), QStringLiteral("--days"), QStringLiteral("4"),
            QStringLiteral("--seed"), QStringLiteral("5"), QStringLiteral("--today"),
            QStringLiteral("2026-03-05"), QStringLiteral("--profile"), QStringLiteral("usd-billed"),
            QStringLiteral("--fault"), QStringLiteral("error-500@code_reviews"),
            QStringLiteral("--serve-report")});
    QVERIFY(base.isValid());
    const QString api
        = QStringLiteral("/v1/analytics/codex/workspaces/%1/").arg(Simulator::workspace().toString());
    int status = 0;

    const QJsonArray rows
        = get(base, api + QStringLiteral("usage?group=workspace"), status)[QStringLiteral("data")].toArray();
    QCOMPARE(status, 200);
    QCOMPARE(rows.size(), 4);
    QCOMPARE(rows.last()[QStringLiteral("start_time")].toInteger(),
        app::core::UtcDay::fromIso(u"2026-03-05")->startSeconds());
    QVERIFY(rows.last()[QStringLiteral("totals")][QStringLiteral("cost_usd")].toDouble() > 0);
    get(base, api + QStringLiteral("code_reviews"), status);
    QCOMPARE(status, 500);
    const QJsonObject served = get(base, QStringLiteral("/__served"), status);
    QCOMPARE(status, 200);
    QVERIFY(served[QStringLiteral("workspace_usage")].toObject().contains(QStringLiteral("2026-03-05")));

    program.terminate();
    QVERIFY(program.waitForFinished(10'000));
}

void TestSimulatorProgram::failsWhenThePortIsTaken()
{
    QProcess first;
    const QUrl base = started(first, {});
    QVERIFY(base.isValid());

    QProcess second;
    second.start(
        QStringLiteral(THREADCOUNT_SIMULATOR), {QStringLiteral("--port"), QString::number(base.port())});
    QVERIFY(second.waitForFinished(10'000));

    QCOMPARE(second.exitCode(), 1);
    QVERIFY(second.readAllStandardError().contains("another program may be using it"));
    QCOMPARE(second.readAllStandardOutput(), QByteArray());
    first.terminate();
    QVERIFY(first.waitForFinished(10'000));
}

void TestSimulatorProgram::refusesBadFlags_data()
{
    QTest::addColumn<QStringList>("flags");
    const auto row = [](const char* title, const char* flags) {
        QTest::newRow(title) << QString::fromLatin1(flags).split(QLatin1Char(' '));
    };
    row("unknown flag", "--colour green");
    row("a stray word", "start");
    row("engineers is a word", "--engineers many");
    row("engineers negative", "--engineers=-1");
    row("engineers too many", "--engineers 100001");
    row("days zero", "--days 0");
    row("seed has a fraction", "--seed 1.5");
    row("port too large", "--port 65536");
    row("value missing", "--port");
    row("today is no day", "--today 2026-02-30");
    row("profile unknown", "--profile unheard-of");
    row("fault unknown", "--fault unheard-of");
    row("route unknown", "--fault error-500@elsewhere");
}

void TestSimulatorProgram::refusesBadFlags()
{
    QFETCH(QStringList, flags);
    QProcess program;
    program.start(QStringLiteral(THREADCOUNT_SIMULATOR), flags);
    QVERIFY(program.waitForFinished(10'000));
    QCOMPARE(program.exitCode(), 2);
    QCOMPARE(program.readAllStandardOutput(), QByteArray());
    const QByteArray sentence = program.readAllStandardError();
    QVERIFY(sentence.startsWith("threadcount-simulator: "));
    QVERIFY(sentence.endsWith(".\n"));
}

void TestSimulatorProgram::listsProfilesAndFaults()
{
    QProcess program;
    program.start(QStringLiteral(THREADCOUNT_SIMULATOR), {QStringLiteral("--list")});
    QVERIFY(program.waitForFinished(10'000));
    QCOMPARE(program.exitCode(), 0);
    const QString text = QString::fromUtf8(program.readAllStandardOutput());
    for (const QString& name : Profile::names() + Fault::names()) {
        QVERIFY2(text.contains(QStringLiteral("  ") + name + QLatin1Char(' ')), qPrintable(name));
    }
}

QTEST_GUILESS_MAIN(TestSimulatorProgram)
#include "tst_simulator_program.moc"
