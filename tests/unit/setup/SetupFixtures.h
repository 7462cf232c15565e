// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/SessionSecretStore.h"
#include "settings/Settings.h"
#include "setup/SetupFlow.h"
#include "store/DataFolder.h"
#include "support/Await.h"
#include "support/FakeClock.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <optional>

/// What the tests of setup share.
namespace setup_fixtures {

inline app::core::WorkspaceId workspace()
{
    return *app::core::WorkspaceId::parse(u"1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21");
}

inline app::core::WorkspaceId otherWorkspace()
{
    return *app::core::WorkspaceId::parse(u"2a000000-0000-4000-8000-000000000002");
}

inline QString keyText()
{
    return QStringLiteral("sk-test-canary-0123456789-WXYZ");
}

inline app::secrets::ApiKey key(const QString& text = keyText())
{
    return std::move(*app::secrets::ApiKey::parse(QStringView(text)));
}

inline QString origin()
{
    return QStringLiteral("https://api.chatgpt.com");
}

/// Keeps keys in memory, writes down what was asked of it and fails on request. A hook runs before a write,
/// to change the world between two steps of a commit.
class RecordingSecretStore final : public app::secrets::SecretStore
{
public:
    QStringList calls;
    std::optional<app::core::ErrorKind> failProbe;
    std::optional<app::core::ErrorKind> failRead;
    std::optional<app::core::ErrorKind> failWrite;
    std::function<void()> beforeWrite;

    QCoro::Task<app::core::Result<void>> probe() override
    {
        calls << QStringLiteral("probe");
        if (failProbe) {
            co_return app::core::failure(*failProbe, QStringLiteral("as asked"));
        }
        co_return app::core::Result<void>();
    }
    QCoro::Task<app::core::Result<app::secrets::ApiKey>> read(app::secrets::SecretId id) override
    {
        calls << QStringLiteral("read");
        if (failRead) {
            co_return app::core::failure(*failRead, QStringLiteral("as asked"));
        }
        co_return co_await m_keys.read(id);
    }
    QCoro::Task<app::core::Result<void>> write(
        app::secrets::SecretId id, app::secrets::ApiKey written) override
    {
        calls << QStringLiteral("write");
        if (beforeWrite) {
            beforeWrite();
        }
        if (failWrite) {
            co_return app::core::failure(*failWrite, QStringLiteral("as asked"));
        }
        co_return co_await m_keys.write(id, std::move(written));
    }
    QCoro::Task<app::core::Result<void>> remove(app::secrets::SecretId id) override
    {
        calls << QStringLiteral("remove");
        co_return co_await m_keys.remove(id);
    }

    /// "…WXYZ", or empty.
    QString keptHint(const app::core::WorkspaceId& of = workspace(), const QString& at = origin())
    {
        auto kept = support::await(m_keys.read({of, at}));
        return kept ? kept->redacted() : QString();
    }

private:
    app::secrets::SessionSecretStore m_keys;
};

/// A data folder that does not exist yet, inside a temporary one.
class DataFixture
{
public:
    DataFixture()
        : m_folder(*app::store::DataFolder::inspect(m_outer.filePath(QStringLiteral("data"))))
    {
    }
    [[nodiscard]] const app::store::DataFolder& folder() const { return m_folder; }
    /// Everything below the folder, sorted, relative; "." alone stands for an empty folder that exists.
    [[nodiscard]] QStringList content() const
    {
        if (!QFileInfo::exists(m_folder.path())) {
            return {};
        }
        QStringList found{QStringLiteral(".")};
        QDirIterator it(m_folder.path(), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
            QDirIterator::Subdirectories);
        while (it.hasNext()) {
            found << QDir(m_folder.path()).relativeFilePath(it.next());
        }
        found.sort();
        return found;
    }
    /// True when any file below the folder holds this text.
    [[nodiscard]] bool holds(const QString& text) const
    {
        QDirIterator it(m_outer.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text.toUtf8())) {
                return true;
            }
        }
        return false;
    }
    [[nodiscard]] app::settings::Settings settings() const
    {
        return *app::settings::Settings::load(m_folder.settingsFile());
    }

private:
    QTemporaryDir m_outer;
    app::store::DataFolder m_folder;
};

} // namespace setup_fixtures
