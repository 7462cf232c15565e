// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/Harness.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>

namespace bench {

namespace {

constexpr int kQuickRepetitions = 3;

double quantile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    const double place = share * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(std::floor(place));
    const std::size_t above = std::min(below + 1, values.size() - 1);
    return values[below] + (place - std::floor(place)) * (values[above] - values[below]);
}

QString keyOf(const Subject& subject)
{
    QString key
        = subject.name + QLatin1Char('/') + subject.variant + QLatin1Char('/') + nameOf(subject.shape);
    if (subject.range > 0) {
        key += QStringLiteral("/range:%1").arg(subject.range);
    }
    return key;
}

QJsonObject lineOf(const Subject& subject)
{
    QJsonObject line{
        {QStringLiteral("name"), subject.name},
        {QStringLiteral("variant"), subject.variant},
        {QStringLiteral("engineers"), subject.shape.engineers},
        {QStringLiteral("days"), subject.shape.days},
        {QStringLiteral("unit"), QStringLiteral("ms")},
    };
    if (subject.range > 0) {
        line.insert(QStringLiteral("range"), subject.range);
    }
    return line;
}

} // namespace

/// Keeps what every repetition took.
class Harness::Reporter final : public benchmark::BenchmarkReporter
{
public:
    struct Figures
    {
        std::vector<double> wall;
        std::vector<double> cpu;
        std::map<std::string, double> counters;
        std::string error;
    };

    bool ReportContext(const Context&) override { return true; }
    void ReportRuns(const std::vector<Run>& runs) override
    {
        for (const Run& run : runs) {
            if (run.run_type != Run::RT_Iteration) {
                continue;
            }
            Figures& figures = m_figures[run.run_name.function_name];
            // Google Benchmark does not want one repetition of several to fail.
            if (run.error_occurred) {
                figures.error = run.error_message;
                continue;
            }
            if (run.counters.count(kIgnored) > 0) {
                continue;
            }
            if (run.counters.count(kGivenUp) > 0) {
                figures.error = "not waited for";
                continue;
            }
            figures.wall.push_back(run.GetAdjustedRealTime());
            figures.cpu.push_back(run.GetAdjustedCPUTime());
            for (const auto& [name, counter] : run.counters) {
                figures.counters[name] = counter.value;
            }
        }
    }
    [[nodiscard]] const Figures& of(const std::string& key) { return m_figures[key]; }

private:
    std::map<std::string, Figures> m_figures;
};

void stop(const QString& why)
{
    qFatal("%s", qPrintable(why));
}

Harness::Harness(int argc, char** argv)
    : m_program(argv[0])
{
    for (int i = 1; i < argc; ++i) {
        m_given.append(QString::fromLocal8Bit(argv[i]));
    }
    for (int i = 0; i < m_given.size(); ++i) {
        const QString& argument = m_given.at(i);
        const auto value = [&] { return i + 1 < m_given.size() ? m_given.at(++i) : QString(); };
        if (argument == QLatin1String("--quick")) {
            m_quick = true;
        } else if (argument == QLatin1String("--no-peak")) {
            m_peak = false;
        } else if (argument == QLatin1String("--out")) {
            m_out = value();
        } else if (argument == QLatin1String("--filter")) {
            m_filter = value();
        } else if (argument == QLatin1String("--alone")) {
            m_alone = value();
        } else {
            m_arguments.append(argument);
        }
    }
}

QString Harness::option(const QString& name, const QString& otherwise) const
{
    const qsizetype place = m_arguments.indexOf(name);
    return place >= 0 && place + 1 < m_arguments.size() ? m_arguments.at(place + 1) : otherwise;
}

QString Harness::scratchFolder() const
{
    const QString folder = option(QStringLiteral("--scratch"), QStringLiteral("build/bench/scratch"));
    if (!QDir().mkpath(folder)) {
        stop(QStringLiteral("there is no scratch folder"));
    }
    return folder;
}

QStringList Harness::positionals() const
{
    QStringList found;
    for (qsizetype i = 0; i < m_arguments.size(); ++i) {
        if (m_arguments.at(i).startsWith(QLatin1String("--"))) {
            ++i;
        } else {
            found.append(m_arguments.at(i));
        }
    }
    return found;
}

void Harness::tell(const Subject& subject, const QString& unit, double value, const QJsonObject& extra) const
{
    if (!isAlone() && isWanted(subject)) {
        QJsonObject line = lineOf(subject);
        line.insert(QStringLiteral("unit"), unit);
        line.insert(QStringLiteral("median"), value);
        line.insert(QStringLiteral("p95"), value);
        line.insert(QStringLiteral("extra"), extra);
        print(line);
    }
}

bool Harness::isWanted(const Subject& subject) const
{
    const QString key = keyOf(subject);
    return isAlone() ? key == m_alone : key.contains(m_filter);
}

void Harness::add(Subject subject, Body body)
{
    if (isWanted(subject)) {
        std::string key = keyOf(subject).toStdString();
        m_entries.push_back({std::move(subject), std::move(body), std::move(key)});
    }
}

void Harness::skip(const Subject& subject, const QString& why)
{
    if (!isAlone() && isWanted(subject)) {
        QJsonObject line = lineOf(subject);
        line.insert(QStringLiteral("skipped"), why);
        print(line);
    }
}

void Harness::registerAll(int repetitionsAtMost)
{
    for (const Entry& entry : m_entries) {
        auto* registered = benchmark::RegisterBenchmark(entry.key.c_str(), entry.body)
                               ->Iterations(1)
                               ->Repetitions(std::min(entry.subject.repetitions, repetitionsAtMost))
                               ->Unit(benchmark::kMillisecond);
        if (entry.subject.tellsItsTime) {
            registered->UseManualTime();
        }
    }
}

int Harness::run()
{
    std::vector<std::string> words{m_program, "--benchmark_enable_random_interleaving=true"};
    std::vector<char*> pointers;
    for (std::string& word : words) {
        pointers.push_back(word.data());
    }
    auto count = static_cast<int>(pointers.size());
    benchmark::Initialize(&count, pointers.data());

    Reporter reporter;
    registerAll(isAlone() ? 1 : m_quick ? kQuickRepetitions : 1000);
    if (!m_entries.empty()) {
        benchmark::RunSpecifiedBenchmarks(&reporter);
    }
    benchmark::Shutdown();
    if (isAlone()) {
        const auto& counters
            = reporter.of(m_entries.empty() ? std::string() : m_entries.front().key).counters;
        const auto told = counters.find("peak_mb");
        std::printf("%.1f\n", told == counters.end() ? peakMegabytes() : told->second);
        return 0;
    }
    for (const Entry& entry : m_entries) {
        const Reporter::Figures& figures = reporter.of(entry.key);
        QJsonObject line = lineOf(entry.subject);
        if (figures.wall.empty()) {
            line.insert(QStringLiteral("skipped"), QString::fromStdString(figures.error));
            print(line);
            continue;
        }
        line.insert(QStringLiteral("median"), quantile(figures.wall, 0.5));
        line.insert(QStringLiteral("p95"), quantile(figures.wall, 0.95));
        QJsonObject extra = entry.subject.extra;
        extra.insert(QStringLiteral("repetitions"), static_cast<int>(figures.wall.size()));
        extra.insert(QStringLiteral("cpu"), quantile(figures.cpu, 0.5));
        for (const auto& [name, counter] : figures.counters) {
            extra.insert(QString::fromStdString(name), counter);
        }
        if (m_peak && entry.subject.hasPeak) {
            extra.insert(QStringLiteral("peak_mb"), peakOf(entry));
        }
        line.insert(QStringLiteral("extra"), extra);
        print(line);
    }
    return 0;
}

double Harness::peakOf(const Entry& entry) const
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QString::fromStdString(m_program),
        m_given + QStringList{QStringLiteral("--alone"), QString::fromStdString(entry.key)});
    constexpr int kPatience = 600'000;
    process.waitForFinished(kPatience);
    return process.readAllStandardOutput().trimmed().toDouble();
}

void Harness::print(const QJsonObject& line) const
{
    const QByteArray text = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    QFile file(m_out);
    if (!m_out.isEmpty() && file.open(QIODevice::WriteOnly | QIODevice::Append)) {
        file.write(text);
        std::fprintf(stderr, "  %s %s %s %.2f\n", qPrintable(line.value(QLatin1String("name")).toString()),
            qPrintable(line.value(QLatin1String("variant")).toString()),
            line.contains(QLatin1String("skipped")) ? "skipped" : "ms",
            line.value(QLatin1String("median")).toDouble());
        return;
    }
    std::fputs(text.constData(), stdout);
    std::fflush(stdout);
}

double peakMegabytes(std::int64_t process)
{
    // Not ru_maxrss: a process inherits that from the one that started it.
    const QString who = process == 0 ? QStringLiteral("self") : QString::number(process);
    QFile status(QStringLiteral("/proc/%1/status").arg(who));
    if (status.open(QIODevice::ReadOnly)) {
        for (const QByteArray& line : status.readAll().split('\n')) {
            if (line.startsWith("VmHWM:")) {
                constexpr double kKilobytesOfMegabyte = 1'000'000.0 / 1'024.0;
                return line.mid(6).trimmed().split(' ').front().toDouble() / kKilobytesOfMegabyte;
            }
        }
    }
    return 0;
}

} // namespace bench
