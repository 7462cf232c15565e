// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "insights/Surfaces.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace app::insights {

namespace {

struct Entry
{
    std::string_view id;
    const char* name; ///< a product's name as it is, or text for the translators
    SurfaceGroup group;
    SurfaceFamily family;
};

constexpr auto kVsCode = SurfaceFamily::VsCode;
constexpr auto kJetBrains = SurfaceFamily::JetBrains;
constexpr auto kOther = SurfaceFamily::Other;
constexpr auto kIde = SurfaceGroup::Ide;

// In the order of the reference. CODEX_GITHUB may or may not include reviews, so its name claims neither;
// what CODEX_FLORA is nobody says, so it is shown as it comes.
constexpr Entry kEntries[] = {
    {"CODEX_CLI", "Codex CLI", SurfaceGroup::Local, SurfaceFamily::Cli},
    {"CODEX_DESKTOP_APP", QT_TRANSLATE_NOOP("Surface", "Codex desktop app"), SurfaceGroup::Local,
        SurfaceFamily::Desktop},
    {"CODEX_CHATGPT_DESKTOP", QT_TRANSLATE_NOOP("Surface", "ChatGPT desktop app"), SurfaceGroup::Local,
        SurfaceFamily::Desktop},
    {"CODEX_WORK_DESKTOP", QT_TRANSLATE_NOOP("Surface", "ChatGPT Work, desktop"), SurfaceGroup::Work, kOther},
    {"CODEX_WORK_WEB", QT_TRANSLATE_NOOP("Surface", "ChatGPT Work, web"), SurfaceGroup::Work, kOther},
    {"CODEX_WORK_MOBILE", QT_TRANSLATE_NOOP("Surface", "ChatGPT Work, mobile"), SurfaceGroup::Work, kOther},
    {"CODEX_WEB", QT_TRANSLATE_NOOP("Surface", "Codex cloud (web)"), SurfaceGroup::Cloud,
        SurfaceFamily::Cloud},
    {"CODEX_CLOUD_GENERAL_AGENT", QT_TRANSLATE_NOOP("Surface", "Cloud general agent"), SurfaceGroup::Cloud,
        SurfaceFamily::Cloud},
    {"CODEX_CHROME_EXTENSION_SIDE_PANEL", QT_TRANSLATE_NOOP("Surface", "Chrome extension side panel"),
        SurfaceGroup::Browser, kOther},
    {"CODEX_ATLAS", QT_TRANSLATE_NOOP("Surface", "ChatGPT Atlas browser"), SurfaceGroup::Browser, kOther},
    {"CODEX_FLORA", "CODEX_FLORA", SurfaceGroup::Other, kOther},
    {"CODEX_SLACK", "Slack", SurfaceGroup::Integration, kOther},
    {"CODEX_GITHUB", QT_TRANSLATE_NOOP("Surface", "GitHub usage"), SurfaceGroup::Integration, kOther},
    {"CODEX_GITHUB_ACTION", "GitHub Action", SurfaceGroup::Automation, kOther},
    {"CODEX_SDK_TS", "TypeScript SDK", SurfaceGroup::Automation, kOther},
    {"CODEX_SERVICE_EXEC", QT_TRANSLATE_NOOP("Surface", "Non-interactive exec"), SurfaceGroup::Automation,
        kOther},
    {"CODEX_IDE_VSCODE", QT_TRANSLATE_NOOP("Surface", "VS Code family extension"), kIde, kVsCode},
    {"CODEX_IDE_XCODE", "Xcode", kIde, kOther},
    {"CODEX_IDE_JETBRAINS_INTELLIJ_IDEA", "IntelliJ IDEA", kIde, kJetBrains},
    {"CODEX_IDE_JETBRAINS_INTELLIJ_IDEA_COMMUNITY_EDITION", "IntelliJ IDEA Community", kIde, kJetBrains},
    {"CODEX_IDE_JETBRAINS_INTELLIJ_IDEA_EDUCATIONAL_EDITION", "IntelliJ IDEA Edu", kIde, kJetBrains},
    {"CODEX_IDE_JETBRAINS_RUBYMINE", "RubyMine", kIde, kJetBrains},
    {"CODEX_IDE_JETBRAINS_PYCHARM", "PyCharm", kIde, kJetBrains},
    {"CODEX_IDE_JETBRAINS_PYCHARM_COMMUNITY_EDITION", "PyCharm Community", kIde, kJetBrains},
    {"CODEX_IDE_JETBRAINS_PYCHARM_EDUCATIONAL_EDITION", "PyCharm Edu", kIde, kJetBrains},
    {"CODEX_IDE_JETBRAINS_DATASPELL", "DataSpell", kIde, kJetBrains},
    {"CODEX_IDE_JETBRAINS_PHPSTORM", "PhpStorm", kIde, kJetBrains},
    {"CODEX_IDE_JETBRAINS_WEBSTORM", "WebStorm", kIde, kJetBrains},
    {"CODEX_IDE_JETBRAINS_APPCODE", "AppCode", kIde, kJetBrains},
    {"CODEX_IDE_JETBRAINS_CLION", "CLion", kIde, kJetBrains},
    {"CODEX_IDE_JETBRAINS_DATAGRIP", "DataGrip", kIde, kJetBrains},
    {"CODEX_IDE_JETBRAINS_RIDER", "Rider", kIde, kJetBrains},
    {"CODEX_IDE_JETBRAINS_GOLAND", "GoLand", kIde, kJetBrains},
    {"CODEX_IDE_JETBRAINS_ANDROID_STUDIO", "Android Studio", kIde, kJetBrains},
    {"CODEX_IDE_JETBRAINS_CLIENT", "JetBrains Client", kIde, kJetBrains},
    {"CODEX_IDE_JETBRAINS_GATEWAY", "JetBrains Gateway", kIde, kJetBrains},
    {"CODEX_IDE_JETBRAINS_FLEET_BACKEND", "JetBrains Fleet", kIde, kJetBrains},
    {"CODEX_IDE_JETBRAINS_AQUA", "Aqua", kIde, kJetBrains},
    {"CODEX_IDE_JETBRAINS_RUSTROVER", "RustRover", kIde, kJetBrains},
    {"CODEX_IDE_JETBRAINS_WRITERSIDE", "Writerside", kIde, kJetBrains},
    {"CODEX_IDE_JETBRAINS_GITCLIENT", "JetBrains Git Client", kIde, kJetBrains},
    {"CODEX_IDE_JETBRAINS_MPS", "JetBrains MPS", kIde, kJetBrains},
    {"CODEX_UNKNOWN_DEFAULT", QT_TRANSLATE_NOOP("Surface", "Unidentified client"), SurfaceGroup::Other,
        kOther},
};

const Entry* find(std::string_view clientId)
{
    const auto* entry = std::ranges::find(kEntries, clientId, &Entry::id);
    return entry == std::end(kEntries) ? nullptr : entry;
}

} // namespace

QString surfaceGroupName(SurfaceGroup group)
{
    switch (group) {
    //: Group of surfaces: clients on the person's own computer.
    case SurfaceGroup::Local: return QCoreApplication::translate("Surface", "Local");
    //: Group of surfaces: the product ChatGPT Work.
    case SurfaceGroup::Work: return QCoreApplication::translate("Surface", "Work");
    case SurfaceGroup::Cloud: return QCoreApplication::translate("Surface", "Cloud");
    case SurfaceGroup::Browser: return QCoreApplication::translate("Surface", "Browser");
    case SurfaceGroup::Integration: return QCoreApplication::translate("Surface", "Integration");
    case SurfaceGroup::Automation: return QCoreApplication::translate("Surface", "Automation");
    case SurfaceGroup::Ide: return QCoreApplication::translate("Surface", "IDE");
    case SurfaceGroup::Other: return QCoreApplication::translate("Surface", "Other");
    }
    return {};
}

Surface surfaceOf(std::string_view clientId)
{
    const Entry* entry = find(clientId);
    if (!entry) {
        return {QString::fromUtf8(clientId.data(), static_cast<qsizetype>(clientId.size())),
            SurfaceGroup::Other, false};
    }
    // Names of products are in no catalogue and come back as they are.
    return {QCoreApplication::translate("Surface", entry->name), entry->group, true};
}

std::size_t knownSurfaceCount()
{
    return std::size(kEntries);
}

SurfaceFamily surfaceFamilyOf(std::string_view clientId)
{
    const Entry* entry = find(clientId);
    return entry ? entry->family : SurfaceFamily::Other;
}

QString surfaceFamilyName(SurfaceFamily family)
{
    switch (family) {
    case SurfaceFamily::VsCode: return QStringLiteral("VS Code");
    //: Family of surfaces: the command line.
    case SurfaceFamily::Cli: return QCoreApplication::translate("Surface", "CLI");
    case SurfaceFamily::Cloud: return QCoreApplication::translate("Surface", "Cloud");
    case SurfaceFamily::JetBrains: return QStringLiteral("JetBrains");
    //: Family of surfaces: desktop apps.
    case SurfaceFamily::Desktop: return QCoreApplication::translate("Surface", "Desktop");
    case SurfaceFamily::Other: return QCoreApplication::translate("Surface", "Other");
    }
    return {};
}

int surfaceFamilyCategory(SurfaceFamily family)
{
    switch (family) {
    case SurfaceFamily::VsCode: return 1;
    case SurfaceFamily::Cli: return 2;
    case SurfaceFamily::Cloud: return 3;
    case SurfaceFamily::JetBrains: return 4;
    case SurfaceFamily::Desktop: return 5;
    case SurfaceFamily::Other: break;
    }
    return 8;
}

QString modelLabel(const std::string& model, const std::optional<std::string>& speed)
{
    const QString name = QString::fromStdString(model);
    if (!speed || speed->empty()) {
        return name;
    }
    //: A model and its speed: "gpt-5.3-codex · fast".
    return QCoreApplication::translate("Surface", "%1 · %2").arg(name, QString::fromStdString(*speed));
}

std::optional<Remainder> remainderOf(std::optional<double> whole, double parts)
{
    if (!whole) {
        return std::nullopt;
    }
    const double left = *whole - parts;
    // Sums of fractional credits differ by rounding, depending on the order in which they were added.
    const double noise = 1e-9 * std::max(std::abs(*whole), std::abs(parts));
    if (std::abs(left) <= noise) {
        return Remainder{};
    }
    return left > 0 ? Remainder{left, 0} : Remainder{0, -left};
}

} // namespace app::insights
