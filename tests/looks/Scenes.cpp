// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "looks/Scenes.h"

#include "looks/CoveringArray.h"

#include <QStringList>

#include <array>

namespace looks {

namespace {

constexpr QSize kSmallest{1024, 700};

constexpr std::array kScreens{Screen::Welcome, Screen::Prepare, Screen::Key, Screen::Verify, Screen::Backfill,
    Screen::Done, Screen::Overview, Screen::Engineers, Screen::Engineer, Screen::CodeReview, Screen::Tokens,
    Screen::Surfaces, Screen::Privacy, Screen::Export, Screen::Explain, Screen::SyncPanel, Screen::Palette,
    Screen::CheatSheet};
constexpr std::array kScreenNames{"welcome", "prepare", "key", "verify", "backfill", "done", "overview",
    "engineers", "engineer", "code-review", "tokens", "surfaces", "privacy", "export", "explain",
    "sync-panel", "palette", "shortcuts"};
constexpr std::array kPeople{0, 1, 40, 420, 10'000};
constexpr std::array kDays{1, 30, 90, 400};
constexpr std::array kNames{Names::Emails, Names::Withheld, Names::Long, Names::RightToLeft};
constexpr std::array kNameNames{"emails", "withheld", "long", "rtl-names"};
constexpr std::array kBilling{Billing::Credits, Billing::Usd};
constexpr std::array kBillingNames{"credits", "usd"};
constexpr std::array kContent{Content::All, Content::ReviewsOnly, Content::UsageOnly};
constexpr std::array kContentNames{"all", "reviews-only", "usage-only", "nothing"};
constexpr std::array kSync{Sync::Synced, Sync::Offline, Sync::Failed, Sync::Never, Sync::Gaps};
constexpr std::array kSyncNames{"synced", "offline", "failed", "never", "gaps"};
constexpr std::array kSizes{QSize{1024, 700}, QSize{1440, 900}, QSize{3840, 2160}};
constexpr std::array kScales{100, 150, 200};
constexpr std::array kLanguages{Language::English, Language::German, Language::Pseudo};
constexpr std::array kLanguageNames{"en", "de", "pseudo"};

enum FactorIndex {
    OfScreen,
    OfPeople,
    OfDays,
    OfNames,
    OfBilling,
    OfContent,
    OfSync,
    OfTheme,
    OfSize,
    OfScale,
    OfLanguage,
    OfDirection
};

/// The level of a factor that has no meaning in this scene: behind the real ones.
template <typename Levels> constexpr int without(const Levels& levels)
{
    return static_cast<int>(levels.size());
}

template <typename Levels> auto levelOf(const Levels& levels, int level)
{
    return levels.at(static_cast<std::size_t>(level));
}

bool usesData(int screen)
{
    Scene scene;
    scene.screen = levelOf(kScreens, screen);
    return scene.usesData();
}

bool isData(int factor)
{
    return factor >= OfPeople && factor <= OfContent;
}

bool isAbsent(int factor, int level)
{
    switch (factor) {
    case OfPeople: return level == without(kPeople);
    case OfDays: return level == without(kDays);
    case OfNames: return level == without(kNames);
    case OfBilling: return level == without(kBilling);
    case OfContent: return level == without(kContent);
    case OfSync: return level == without(kSync);
    default: return false;
    }
}

bool canMeet(int a, int i, int b, int j)
{
    if (a == OfScreen) {
        const Screen screen = levelOf(kScreens, i);
        if (b == OfSync && usesData(i) == isAbsent(b, j)) {
            return false;
        }
        if (isData(b) && !usesData(i) && !isAbsent(b, j)) {
            return false;
        }
        if (screen == Screen::Engineer || screen == Screen::Explain) {
            // There has to be somebody to open, something to explain.
            return !(isData(b) && isAbsent(b, j)) && !(b == OfPeople && levelOf(kPeople, j) == 0)
                && !(b == OfContent && levelOf(kContent, j) == Content::ReviewsOnly)
                && !(b == OfSync && levelOf(kSync, j) == Sync::Never);
        }
        return true;
    }
    if (isData(a) && isData(b)) {
        if (isAbsent(a, i) != isAbsent(b, j)) {
            return false;
        }
        // Ten thousand people over a year is a benchmark, not a look.
        return a != OfPeople || b != OfDays || isAbsent(a, i) || levelOf(kPeople, i) < 10'000
            || levelOf(kDays, j) <= 30;
    }
    if (isData(a) && b == OfSync) {
        // Before the first sync there is no data.
        const bool nothing = isAbsent(b, j) || levelOf(kSync, j) == Sync::Never;
        return isAbsent(a, i) == nothing;
    }
    return true;
}

} // namespace

QSize Scene::windowSize() const
{
    return (screenSize * 100 / scale).expandedTo(kSmallest);
}

QString Scene::name() const
{
    const auto at = [](const auto& names, auto value) {
        return QString::fromLatin1(names.at(static_cast<std::size_t>(value)));
    };
    QStringList parts{at(kScreenNames, screen)};
    if (usesData()) {
        parts << at(kSyncNames, sync);
        if (data.content != Content::Nothing) {
            parts << QStringLiteral("%1p").arg(data.people) << QStringLiteral("%1d").arg(data.days)
                  << at(kNameNames, data.names) << at(kBillingNames, data.billing)
                  << at(kContentNames, data.content);
        }
    }
    parts << (isDark ? QStringLiteral("dark") : QStringLiteral("light"))
          << QStringLiteral("%1x%2").arg(screenSize.width()).arg(screenSize.height())
          << QStringLiteral("%1pct").arg(scale) << at(kLanguageNames, language)
          << (rightToLeft ? QStringLiteral("rtl") : QStringLiteral("ltr"));
    return parts.join(u'_');
}

std::vector<Screen> allScreens()
{
    return {kScreens.begin(), kScreens.end()};
}

std::vector<Scene> pairwiseScenes()
{
    const auto count
        = [](const auto& levels, int more = 0) { return Factor{static_cast<int>(levels.size()) + more}; };
    std::vector<Factor> factors{count(kScreens), count(kPeople, 1), count(kDays, 1), count(kNames, 1),
        count(kBilling, 1), count(kContent, 1), count(kSync, 1), Factor{2}, count(kSizes), count(kScales),
        count(kLanguages), Factor{2}};
    factors[OfPeople].weight = {1, 0, 0, 2, 3, 0};
    factors[OfDays].weight = {1, 0, 2, 3, 0};
    factors[OfSize].weight = {0, 0, 1};

    std::vector<Scene> scenes;
    for (const Row& row : coverPairs(factors, canMeet)) {
        Scene scene;
        scene.screen = levelOf(kScreens, row[OfScreen]);
        scene.data.content = scene.usesData() ? Content::Nothing : Content::All;
        scene.data.people = scene.usesData() ? 0 : 40;
        if (!isAbsent(OfPeople, row[OfPeople])) {
            scene.data.people = levelOf(kPeople, row[OfPeople]);
            scene.data.days = levelOf(kDays, row[OfDays]);
            scene.data.names = levelOf(kNames, row[OfNames]);
            scene.data.billing = levelOf(kBilling, row[OfBilling]);
            scene.data.content = levelOf(kContent, row[OfContent]);
        }
        if (!isAbsent(OfSync, row[OfSync])) {
            scene.sync = levelOf(kSync, row[OfSync]);
            scene.data.gaps = scene.sync == Sync::Gaps;
        }
        scene.isDark = row[OfTheme] == 1;
        scene.screenSize = levelOf(kSizes, row[OfSize]);
        scene.scale = levelOf(kScales, row[OfScale]);
        scene.language = levelOf(kLanguages, row[OfLanguage]);
        scene.rightToLeft = row[OfDirection] == 1;
        scenes.push_back(scene);
    }
    return scenes;
}

} // namespace looks
