// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/Workload.h"

#include <QJsonObject>
#include <QStringList>

#include <benchmark/benchmark.h>

#include <functional>
#include <vector>

namespace bench {

/// Counters that a body sets when its repetition is not to be counted: because the ones before say enough, or
/// because it took too long to wait for.
inline constexpr const char* kIgnored = "ignored";
inline constexpr const char* kGivenUp = "given_up";

/// What is measured; becomes one line of JSON.
struct Subject
{
    QString name; ///< of the operation, for example "query/overview"
    QString variant; ///< "threadcount" or the baseline it is compared with
    Shape shape; ///< of the data set or the page
    int range = 0; ///< days that are asked for; 0: the operation has no range
    int repetitions = 7;
    bool hasPeak = true; ///< runs once more in a process of its own
    bool tellsItsTime = false; ///< the body sets the time of its iteration itself
    QJsonObject extra{}; ///< what else the line says
};

/// Ends the program with a sentence: what it stands on is not there.
[[noreturn]] void stop(const QString& why);

/// The main() of a program of benchmarks: Google Benchmark measures, this prints. Every subject is repeated,
/// the repetitions of all subjects in random order, so that a slow minute of the machine hits none of them
/// alone. Then each runs once more in a process of its own, whose greatest resident memory is its peak.
///
/// Lines go to standard output (or with --out behind the end of a file), one JSON object each:
/// {"name","variant","engineers","days","range","unit":"ms","median","p95","extra":{"repetitions","cpu",
/// "peak_mb",…}}; counters of the benchmark are in "extra" too. Progress goes to standard error.
class Harness
{
public:
    using Body = std::function<void(benchmark::State&)>;

    /// Takes its own options out of the arguments (--quick, --no-peak, --out FILE, --filter TEXT); what is
    /// left is the program's own. A body may set the counter "peak_mb" when the work is done by another
    /// process.
    Harness(int argc, char** argv);

    /// The value behind an option of the program's own; else `otherwise`.
    [[nodiscard]] QString option(const QString& name, const QString& otherwise) const;
    /// The folder behind --scratch, which is there then.
    [[nodiscard]] QString scratchFolder() const;
    /// The arguments that are neither an option nor its value.
    [[nodiscard]] QStringList positionals() const;
    /// This is the process of its own of one subject; what is told is not heard.
    [[nodiscard]] bool isAlone() const { return !m_alone.isEmpty(); }
    [[nodiscard]] bool isQuick() const { return m_quick; }
    /// The body measures one iteration: for (auto _ : state) runs once.
    void add(Subject subject, Body body);
    /// A baseline that cannot be measured here: a line with "skipped" and why.
    void skip(const Subject& subject, const QString& why);
    /// A figure that is no time: printed as it is, with its unit.
    void tell(const Subject& subject, const QString& unit, double value, const QJsonObject& extra) const;
    /// The program's exit code.
    int run();

private:
    struct Entry
    {
        Subject subject;
        Body body;
        std::string key; ///< by which Google Benchmark calls it
    };
    class Reporter;

    [[nodiscard]] bool isWanted(const Subject& subject) const;
    void registerAll(int repetitionsAtMost);
    [[nodiscard]] double peakOf(const Entry& entry) const;
    void print(const QJsonObject& line) const;

    std::string m_program;
    QStringList m_given; ///< the arguments as they came, for processes of their own
    QStringList m_arguments;
    QString m_out;
    QString m_filter;
    QString m_alone; ///< the one subject of a process of its own
    bool m_quick = false;
    bool m_peak = true;
    std::vector<Entry> m_entries;
};

/// The greatest resident memory of a process so far, in MB; 0: this one.
double peakMegabytes(std::int64_t process = 0);

} // namespace bench
