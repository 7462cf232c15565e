// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "Driver.h"
#include "ProcessStatus.h"
#include "Scenes.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <cmath>
#include <fcntl.h>
#include <thread>
#include <unistd.h>

namespace bench {

namespace {

using namespace std::chrono_literals;

QString logOf(const QString& data)
{
    QFile file(data + QStringLiteral("/logs/threadcount.log"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The real program on that data folder, in a process and with a home of its own.
class Program
{
public:
    Program(const Options& options, const QString& home)
    {
        QFile::remove(options.data + QStringLiteral("/logs/threadcount.log"));
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HOME"), home);
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), home);
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment.remove(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"));
        environment.remove(QStringLiteral("QT_LOGGING_RULES"));
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(options.program, {QStringLiteral("--data-dir"), options.data});
        if (!m_process.waitForStarted()) {
            throw Stopped(QStringLiteral("%1 does not start").arg(options.program));
        }
        m_data = options.data;
    }
    ~Program()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(10'000)) {
            m_process.kill();
            m_process.waitForFinished();
        }
    }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    [[nodiscard]] qint64 pid() const { return m_process.processId(); }

    /// Milliseconds from the start of the process to the first painted chart, as the program says itself.
    double waitForFirstChart()
    {
        static const QRegularExpression said(QStringLiteral("first chart .*?(\\d+) ms"));
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < 120'000) {
            if (const auto match = said.match(logOf(m_data)); match.hasMatch()) {
                return match.captured(1).toDouble();
            }
            std::this_thread::sleep_for(5ms);
        }
        throw Stopped(QStringLiteral("the program never told of its first chart"));
    }

private:
    QProcess m_process;
    QString m_data;
};

QString cacheFile(const QString& data)
{
    const auto folder = app::store::DataFolder::inspect(data);
    return folder->workspaceFolder(folder->workspaces().front()) + QStringLiteral("/cache.db");
}

/// Asks the system to forget the pages of the cache; whether it does is its own business.
void forgetPages(const QString& file)
{
    const int descriptor = ::open(QFile::encodeName(file).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor >= 0) {
        ::fdatasync(descriptor);
        ::posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED);
        ::close(descriptor);
    }
}

double rounded(double value)
{
    return std::round(value * 10) / 10;
}

} // namespace

void runColdStart(const Options& options)
{
    const Contents contents = prepare(options.data);
    const QTemporaryDir home;
    std::vector<double> wall;
    std::vector<double> cpu;
    for (int round = 0; round < std::max(5, options.rounds); ++round) {
        Program program(options, home.path());
        wall.push_back(program.waitForFirstChart());
        cpu.push_back(ProcessStatus::of(program.pid()).cpuSeconds * 1000);
    }
    QJsonObject extra;
    extra[QStringLiteral("all_cpu_median")] = rounded(median(cpu));
    report(QStringLiteral("cold-start"), contents.size, QStringLiteral("ms"), wall, extra);

    forgetPages(cacheFile(options.data));
    Program program(options, home.path());
    report(QStringLiteral("cold-start/cache-not-in-memory"), contents.size, QStringLiteral("ms"),
        {program.waitForFirstChart()});
}

void runIdle(const Options& options)
{
    const Contents contents = prepare(options.data);
    const QTemporaryDir home;
    Program program(options, home.path());
    program.waitForFirstChart();
    // Quiet: nobody wakes up for longer than the check of the cache waits after a start. While it runs it
    // takes next to no processor time, but it wakes often.
    constexpr int kQuietSeconds = 8;
    std::int64_t before = ProcessStatus::of(program.pid()).wakeUps;
    for (int quiet = 0, tries = 0; quiet < kQuietSeconds && tries < 300; ++tries) {
        std::this_thread::sleep_for(1s);
        const std::int64_t now = ProcessStatus::of(program.pid()).wakeUps;
        quiet = now - before < 5 ? quiet + 1 : 0;
        before = now;
    }
    const ProcessStatus first = ProcessStatus::of(program.pid());
    const QJsonObject wakeUpsFirst = wakeUpsByThread(program.pid());
    std::this_thread::sleep_for(std::chrono::seconds(options.seconds));
    const ProcessStatus last = ProcessStatus::of(program.pid());
    const QJsonObject wakeUpsLast = wakeUpsByThread(program.pid());

    // By thread: one that ended meanwhile would count below zero.
    QJsonObject wakeUps;
    int allWakeUps = 0;
    for (auto it = wakeUpsLast.begin(); it != wakeUpsLast.end(); ++it) {
        if (const int more = it.value().toInt() - wakeUpsFirst[it.key()].toInt(); more > 0) {
            wakeUps[it.key()] = more;
            allWakeUps += more;
        }
    }
    QJsonObject extra;
    extra[QStringLiteral("seconds")] = options.seconds;
    extra[QStringLiteral("wake_ups")] = allWakeUps;
    extra[QStringLiteral("wake_ups_by_thread")] = wakeUps;
    extra[QStringLiteral("threads")] = last.threads;
    report(QStringLiteral("idle/cpu"), contents.size, QStringLiteral("ms"),
        {(last.cpuSeconds - first.cpuSeconds) * 1000}, extra);

    QJsonObject memory;
    memory[QStringLiteral("anonymous")] = rounded(static_cast<double>(last.residentAnonymous) / 1e6);
    memory[QStringLiteral("files")] = rounded(static_cast<double>(last.residentFile) / 1e6);
    memory[QStringLiteral("peak")] = rounded(static_cast<double>(last.peakResident) / 1e6);
    memory[QStringLiteral("by_kind")] = residentByKind(program.pid());
    report(QStringLiteral("idle/memory"), contents.size, QStringLiteral("MB"),
        {static_cast<double>(last.resident) / 1e6}, memory);
}

} // namespace bench
