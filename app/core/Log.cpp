// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/Log.h"

#include "core/Redaction.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QMutex>

#include <cstdio>

Q_LOGGING_CATEGORY(lcSync, "threadcount.sync", QtInfoMsg)
Q_LOGGING_CATEGORY(lcStore, "threadcount.store", QtInfoMsg)
Q_LOGGING_CATEGORY(lcApi, "threadcount.api", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSecrets, "threadcount.secrets", QtInfoMsg)
Q_LOGGING_CATEGORY(lcUi, "threadcount.ui", QtInfoMsg)

namespace app::core {

namespace {

constexpr qint64 kLargestLog = 1'000'000;
constexpr auto kOwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

// A message handler is a bare function, so its file cannot be a member of anything; the mutex guards it
// because Qt calls the handler from every thread.
QMutex s_mutex;
QFile* s_file = nullptr;
QtMessageHandler s_previous = nullptr;

QString levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg: return QStringLiteral("debug");
    case QtInfoMsg: return QStringLiteral("info");
    case QtWarningMsg: return QStringLiteral("warning");
    case QtCriticalMsg: return QStringLiteral("critical");
    case QtFatalMsg: return QStringLiteral("fatal");
    }
    return QStringLiteral("?");
}

void rotateIfLarge()
{
    if (s_file->size() < kLargestLog) {
        return;
    }
    const QDir folder = QFileInfo(s_file->fileName()).dir();
    s_file->close();
    const QStringList names = logFileNames();
    QFile::remove(folder.filePath(names.constLast()));
    for (qsizetype older = names.size() - 1; older > 0; --older) {
        QFile::rename(folder.filePath(names.at(older - 1)), folder.filePath(names.at(older)));
    }
    if (s_file->open(QIODevice::Append)) {
        s_file->setPermissions(kOwnerOnly);
    }
}

void handleMessage(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    const QString clean = redacted(message, 1000);
    {
        const QMutexLocker lock(&s_mutex);
        if (s_file && s_file->isOpen()) {
            const QString line = QStringLiteral("%1 %2 %3: %4\n")
                                     .arg(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs),
                                         levelName(type), QString::fromUtf8(context.category), clean);
            s_file->write(line.toUtf8());
            s_file->flush();
            rotateIfLarge();
        }
    }
    if (type != QtDebugMsg && type != QtInfoMsg && s_previous) {
        s_previous(type, context, clean);
    }
}

} // namespace

Result<void> startLogging(const QString& folder)
{
    const QMutexLocker lock(&s_mutex);
    if (!QDir().mkpath(folder)) {
        return failure(ErrorKind::StoreFolderRefused, QStringLiteral("cannot create the log folder"), folder);
    }
    QFile::setPermissions(folder, kOwnerOnly | QFileDevice::ExeOwner);
    auto* file = new QFile(QDir(folder).filePath(logFileNames().constFirst()));
    if (!file->open(QIODevice::Append)) {
        const QString why = file->errorString();
        delete file;
        return failure(ErrorKind::StoreFolderRefused, why, folder);
    }
    file->setPermissions(kOwnerOnly);
    delete s_file;
    s_file = file;
    if (!s_previous) {
        s_previous = qInstallMessageHandler(handleMessage);
    }
    return {};
}

QStringList logFileNames()
{
    return {QStringLiteral("threadcount.log"), QStringLiteral("threadcount.1.log"),
        QStringLiteral("threadcount.2.log")};
}

} // namespace app::core
