// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Does what both mains do first and tells, as JSON on stdout, what is left of the key in this process.

#include "secrets/ProcessSecrets.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <cstdlib>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

/// The environment that a child of this process sees.
QByteArray environmentOfAChild()
{
    int ends[2];
    if (pipe(ends) != 0) {
        return "no pipe";
    }
    const pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        close(ends[1]);
        execl("/usr/bin/env", "env", nullptr);
        _exit(127);
    }
    close(ends[1]);
    QFile out;
    QByteArray text;
    if (out.open(ends[0], QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        text = out.readAll();
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? text : QByteArray("env failed");
}

QJsonObject describe(const app::core::Result<std::optional<app::secrets::ApiKey>>& result)
{
    QJsonObject object;
    if (!result) {
        object[QStringLiteral("error")] = app::core::errorKindName(result.error().kind);
        object[QStringLiteral("subject")] = result.error().subject;
        object[QStringLiteral("detail")] = result.error().detail;
    } else if (*result) {
        object[QStringLiteral("key")] = (*result)->redacted();
        object[QStringLiteral("length")] = static_cast<int>((*result)->length());
    }
    return object;
}

} // namespace

int main()
{
    // Opened first: once the process is undumpable, the file belongs to root. What is read later is what the
    // memory holds then.
    QFile environment(QStringLiteral("/proc/self/environ"));
    if (!environment.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return 2;
    }

    const auto taken = app::secrets::takeKeyFromEnvironment();
    const auto again = app::secrets::takeKeyFromEnvironment();
    const auto credential = app::secrets::readSystemdCredential();

    rlimit core{1, 1};
    getrlimit(RLIMIT_CORE, &core);
    QJsonObject object;
    object[QStringLiteral("taken")] = describe(taken);
    object[QStringLiteral("again")] = describe(again);
    object[QStringLiteral("credential")] = describe(credential);
    object[QStringLiteral("environ")] = QString::fromLatin1(environment.readAll().replace('\0', '\n'));
    object[QStringLiteral("getenv")] = std::getenv("THREADCOUNT_API_KEY") != nullptr;
    object[QStringLiteral("child")] = QString::fromLatin1(environmentOfAChild());
    object[QStringLiteral("dumpable")] = prctl(PR_GET_DUMPABLE, 0, 0, 0, 0);
    object[QStringLiteral("core")] = static_cast<double>(core.rlim_cur + core.rlim_max);
    const QByteArray json = QJsonDocument(object).toJson();
    return std::fwrite(json.constData(), 1, static_cast<std::size_t>(json.size()), stdout)
            == static_cast<std::size_t>(json.size())
        ? 0
        : 2;
}
