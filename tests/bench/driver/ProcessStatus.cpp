// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ProcessStatus.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <QRegularExpression>

#include <cmath>
#include <unistd.h>

namespace bench {

namespace {

QByteArray contentOf(const QString& file)
{
    QFile source(file);
    return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
}

/// The number behind "name:" in the form of /proc/…/status.
std::int64_t field(const QByteArray& text, const char* name)
{
    const QByteArray key = QByteArray("\n") + name + ':';
    const auto at = QByteArray('\n' + text).indexOf(key);
    if (at < 0) {
        return 0;
    }
    const QByteArray rest = QByteArray('\n' + text).mid(at + key.size(), 40).simplified();
    return rest.split(' ').first().toLongLong();
}

QStringList tasksOf(qint64 pid)
{
    return QDir(QStringLiteral("/proc/%1/task").arg(pid)).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
}

QByteArray statusOfTask(qint64 pid, const QString& task)
{
    return contentOf(QStringLiteral("/proc/%1/task/%2/status").arg(pid).arg(task));
}

} // namespace

ProcessStatus ProcessStatus::of(qint64 pid)
{
    ProcessStatus result;
    const QByteArray stat = contentOf(QStringLiteral("/proc/%1/stat").arg(pid));
    // The name in parentheses may hold blanks; counted from behind it, utime is the 12th field.
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    if (fields.size() > 12) {
        result.cpuSeconds
            = (fields[11].toDouble() + fields[12].toDouble()) / static_cast<double>(::sysconf(_SC_CLK_TCK));
    }
    const QByteArray status = contentOf(QStringLiteral("/proc/%1/status").arg(pid));
    result.resident = field(status, "VmRSS") * 1024;
    result.residentAnonymous = field(status, "RssAnon") * 1024;
    result.residentFile = (field(status, "RssFile") + field(status, "RssShmem")) * 1024;
    result.peakResident = field(status, "VmHWM") * 1024;
    result.threads = static_cast<int>(field(status, "Threads"));
    result.written = field(contentOf(QStringLiteral("/proc/%1/io").arg(pid)), "write_bytes");
    for (const QString& task : tasksOf(pid)) {
        result.wakeUps += field(statusOfTask(pid, task), "voluntary_ctxt_switches");
    }
    return result;
}

QJsonObject residentByKind(qint64 pid)
{
    static const QRegularExpression heading(
        QStringLiteral("^[0-9a-f]+-[0-9a-f]+ .{4} \\S+ \\S+ \\d+ *(.*)$"));
    QMap<QString, double> megabytes;
    QString kind;
    for (const QByteArray& raw : contentOf(QStringLiteral("/proc/%1/smaps").arg(pid)).split('\n')) {
        const QString line = QString::fromUtf8(raw);
        if (const auto match = heading.match(line); match.hasMatch()) {
            const QString name = match.captured(1);
            kind = name.isEmpty()                          ? QStringLiteral("anonymous")
                : name.startsWith(u'[')                    ? name
                : name.contains(QLatin1String(".so"))      ? QStringLiteral("libraries")
                : name.contains(QLatin1String("cache.db")) ? QStringLiteral("cache")
                : name.contains(QLatin1String("font"))     ? QStringLiteral("fonts")
                                                           : QStringLiteral("other files");
        } else if (line.startsWith(QLatin1String("Rss:"))) {
            megabytes[kind] += line.mid(4).simplified().section(u' ', 0, 0).toDouble() / 1024;
        }
    }
    QJsonObject result;
    for (auto it = megabytes.cbegin(); it != megabytes.cend(); ++it) {
        if (it.value() >= 0.1) {
            result[it.key()] = std::round(it.value() * 10) / 10;
        }
    }
    return result;
}

QJsonObject wakeUpsByThread(qint64 pid)
{
    QMap<QString, std::int64_t> count;
    for (const QString& task : tasksOf(pid)) {
        const QByteArray status = statusOfTask(pid, task);
        const QString name = QString::fromUtf8(
            contentOf(QStringLiteral("/proc/%1/task/%2/comm").arg(pid).arg(task)).trimmed());
        count[name] += field(status, "voluntary_ctxt_switches");
    }
    QJsonObject result;
    for (auto it = count.cbegin(); it != count.cend(); ++it) {
        result[it.key()] = static_cast<qint64>(it.value());
    }
    return result;
}

} // namespace bench
