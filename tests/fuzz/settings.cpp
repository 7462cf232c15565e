// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The reader of settings. The input is the file.

#include "settings/Settings.h"
#include "fuzz/Fuzz.h"
#include "settings/IniDocument.h"

#include <QDir>

#include <algorithm>
#include <array>

namespace {

using app::settings::IniDocument;
using app::settings::Settings;
using fuzz::require;

constexpr const char* kKey = "sk-test-CANARYCANARY0001WXYZ";

bool hasCanary(const QByteArray& bytes)
{
    return bytes.toLower().contains("canary");
}

QByteArray written(const Settings& settings, const QByteArray& before = {})
{
    const auto bytes = settings.toBytes(before);
    require(bytes.has_value(), "settings can be written");
    return *bytes;
}

void requireStable(const QByteArray& file)
{
    const Settings settings = Settings::parse(file);
    require(settings.syncIntervalHours >= 1 && settings.syncIntervalHours <= 24, "an interval is 1 to 24 h");
    require(settings.view.engineerColumns.size() <= 40, "there are not that many columns");
    require(settings.network.proxyPort >= 0 && settings.network.proxyPort <= 65'535, "a port is a port");
    for (const auto& workspace : settings.workspaces) {
        require(workspace.keyHint.size() <= 5, "a hint is at most four letters of a key");
    }

    const QByteArray first = written(settings);
    const Settings again = Settings::parse(first);
    // A workspace whose origin is lost is kept, and that it is lost is said each time.
    const auto lost = std::count_if(again.workspaces.begin(), again.workspaces.end(),
        [](const auto& workspace) { return workspace.origin.isEmpty(); });
    require(again.warnings.size() == lost, "what we wrote we can read");
    require(written(again) == first, "what was read and written reads the same");

    const auto kept = settings.toBytes(file);
    if (kept) {
        require(written(Settings::parse(*kept)) == first, "what we do not know changes nothing that we do");
    } else {
        require(kept.error().kind == app::core::ErrorKind::StoreTooNew && !settings.warnings.isEmpty(),
            "only a newer file is left alone, and that is said");
    }
}

void requireNoKey(QByteArray file, qsizetype at, char before)
{
    if (hasCanary(file)) {
        return; // a fuzzer learns the word; the key could then cut another one in two
    }
    file.insert(at, before + QByteArray(kKey) + '\n');
    Settings settings = Settings::parse(file);
    require(!hasCanary(settings.warnings.join(u' ').toUtf8()), "a warning names no value");
    if (QDir::isAbsolutePath(settings.network.caFile)) {
        settings.network.caFile.clear(); // a path is written as it is
    }
    require(!hasCanary(written(settings)), "a key is in no field of ours");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray file(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    requireStable(file);

    if (const auto document = IniDocument::parse(file)) {
        const QByteArray bytes = document->toBytes();
        const auto again = IniDocument::parse(bytes);
        require(again && again->toBytes() == bytes && again->sections() == document->sections(),
            "a document reads and writes the same");
    }

    constexpr std::array<char, 5> kBefore{' ', '=', '\n', ',', '/'};
    const auto pick = static_cast<std::size_t>(size > 0 ? data[size / 2] : 0);
    const qsizetype at = static_cast<qsizetype>(pick) * file.size() / 255;
    requireNoKey(file, at, kBefore.at(pick % kBefore.size()));
    // Behind some of the equals signs, for a value is where a key gets pasted.
    qsizetype equals = file.indexOf('=', at / 2);
    for (int turn = 0; equals >= 0 && turn < 6; ++turn) {
        requireNoKey(file, equals + 1, ' ');
        equals = file.indexOf('=', equals + 1);
    }
    return 0;
}
