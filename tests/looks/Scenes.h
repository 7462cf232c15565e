// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "looks/DataSets.h"

#include <QSize>
#include <QString>

#include <optional>
#include <vector>

namespace looks {

/// What is on the screen.
enum class Screen {
    Welcome,
    Prepare,
    Key,
    Verify,
    Backfill,
    Done,
    Overview,
    Engineers,
    Engineer,
    CodeReview,
    Tokens,
    Surfaces,
    Privacy,
    Export,
    Explain,
    SyncPanel,
    Palette,
    CheatSheet,
};

/// What the sync of the workspace is said to be doing.
enum class Sync { Synced, Offline, Failed, Never, Gaps };

enum class Language { English, German, Pseudo };

/// One picture: everything that can differ between two looks at the program.
struct Scene
{
    Screen screen = Screen::Overview;
    DataSet data; ///< of no meaning without usesData()
    Sync sync = Sync::Synced; ///< likewise
    bool isDark = false;
    QSize screenSize{1440, 900}; ///< in pixels of the screen
    int scale = 100; ///< per cent
    Language language = Language::English;
    bool rightToLeft = false;

    [[nodiscard]] bool isWizard() const { return screen <= Screen::Done; }
    /// Whether it looks different with other data.
    [[nodiscard]] bool usesData() const { return !isWizard() && screen < Screen::Palette; }
    /// In device-independent pixels; never below the smallest size of a window.
    [[nodiscard]] QSize windowSize() const;
    /// Says every choice, fit for a file name.
    [[nodiscard]] QString name() const;
};

/// Every screen, in the order of the way through the program.
std::vector<Screen> allScreens();

/// A pairwise set: every two choices that can be seen together stand together in one of these.
std::vector<Scene> pairwiseScenes();

} // namespace looks
