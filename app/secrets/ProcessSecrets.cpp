// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/ProcessSecrets.h"

#include <QFile>
#include <QFileInfo>

#include <cstdlib>
#include <cstring>
#include <string_view>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace app::secrets {

namespace {

constexpr char kVariable[] = "THREADCOUNT_API_KEY";
constexpr std::string_view kEntryStart = "THREADCOUNT_API_KEY=";
constexpr qint64 kLargestCredential = qint64{64} * 1024;

void makeUndumpable()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

core::Error named(core::Error error, const QString& source)
{
    error.subject = source;
    return error;
}

} // namespace

core::Result<std::optional<ApiKey>> takeKeyFromEnvironment()
{
    makeUndumpable();
    // The entries point into the block that the kernel set up and that /proc/<pid>/environ shows: unsetenv()
    // only drops the pointers, so the bytes are overwritten where they stand. A block may hold the same name
    // twice.
    core::Result<std::optional<ApiKey>> result(std::nullopt);
    bool found = false;
    for (char** entry = environ; entry && *entry; ++entry) {
        const std::string_view text(*entry);
        if (!text.starts_with(kEntryStart)) {
            continue;
        }
        if (!found) {
            found = true;
            const std::string_view value = text.substr(kEntryStart.size());
            core::Result<ApiKey> key
                = ApiKey::parse(QByteArrayView(value.data(), static_cast<qsizetype>(value.size())));
            if (key) {
                result = std::optional<ApiKey>(std::move(*key));
            } else {
                result = core::failure(named(key.error(), QString::fromLatin1(kVariable)));
            }
        }
        explicit_bzero(*entry + kEntryStart.size(), text.size() - kEntryStart.size());
    }
    unsetenv(kVariable);
    return result;
}

core::Result<std::optional<ApiKey>> readSystemdCredential()
{
    const QByteArray folder = qgetenv("CREDENTIALS_DIRECTORY");
    if (folder.isEmpty()) {
        return std::optional<ApiKey>();
    }
    const QString path = QFile::decodeName(folder) + QStringLiteral("/threadcount-api-key");
    const QFileInfo info(path);
    if (!info.exists()) {
        return std::optional<ApiKey>();
    }
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return core::failure(
            core::ErrorKind::BadUsage, QStringLiteral("the credential file cannot be read"), path);
    }
    QByteArray bytes = file.read(kLargestCredential);
    core::Result<ApiKey> key = ApiKey::parse(QByteArrayView(bytes));
    explicit_bzero(bytes.data(), static_cast<std::size_t>(bytes.size()));
    if (!key) {
        return core::failure(named(key.error(), path));
    }
    return std::optional<ApiKey>(std::move(*key));
}

} // namespace app::secrets
