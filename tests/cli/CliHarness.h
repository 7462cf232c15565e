// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <map>
#include <memory>

namespace support {

/// How one run of threadcount-cli ended.
struct CliResult
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
    /// The one JSON object on standard output; empty when there is anything else.
    [[nodiscard]] QJsonObject json() const;
    /// `kind` of the error object.
    [[nodiscard]] QString kind() const;
    /// For a failing comparison: everything in one line.
    [[nodiscard]] QByteArray summary() const;
};

/// threadcount-simulator as a process of its own, ended by the destructor.
class SimulatorProcess
{
public:
    explicit SimulatorProcess(const QStringList& arguments = {});
    ~SimulatorProcess();
    SimulatorProcess(const SimulatorProcess&) = delete;
    SimulatorProcess& operator=(const SimulatorProcess&) = delete;

    QString url;
    QString workspace;
    QString key;

    /// What it says it served and saw, over HTTP.
    [[nodiscard]] QJsonObject served() const;
    [[nodiscard]] QJsonArray requests() const;

private:
    [[nodiscard]] QByteArray get(const QString& path) const;
    QProcess m_process;
};

/// Runs the real binary with a data folder of its own and an environment without anything of ours.
class Cli
{
public:
    Cli();

    [[nodiscard]] QString dataFolder() const { return m_folder.filePath(QStringLiteral("data")); }
    [[nodiscard]] QString filePath(const QString& name) const { return m_folder.filePath(name); }

    /// Variables of the next runs; an empty value unsets.
    void setVariable(const QString& name, const QString& value);
    /// Base URL and key of this simulator, through the environment.
    void use(const SimulatorProcess& simulator);
    void forgetKey() { setVariable(QStringLiteral("THREADCOUNT_API_KEY"), {}); }

    CliResult run(const QStringList& arguments, const QByteArray& input = {}) const;
    /// The process, ready to be started / started; for tests that look at it while it runs.
    [[nodiscard]] std::unique_ptr<QProcess> prepare(const QStringList& arguments) const;
    [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList& arguments) const;
    static CliResult resultOf(QProcess& process);

    /// Everything under the data folder, relative, sorted.
    [[nodiscard]] QStringList filesInDataFolder() const;
    /// The first file under the whole temporary folder that holds `needle`; empty when none does.
    [[nodiscard]] QString fileHolding(const QByteArray& needle) const;

private:
    QTemporaryDir m_folder;
    std::map<QString, QString> m_variables;
};

/// What an export has to hold according to `served`, keyed by the columns and in their order: rows sorted.
QJsonArray expectedExport(const QString& table, const QJsonObject& served);
/// The first difference between two arrays of objects, in words; empty when they are equal.
QString firstDifference(const QJsonArray& actual, const QJsonArray& expected);

} // namespace support
