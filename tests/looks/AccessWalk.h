// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "looks/LookKit.h"

class QWidget;

/// Whether somebody without eyes or without a mouse gets everywhere. Main thread; the window is visible.
namespace looks {

/// Walks the accessibility tree below the window. Found: an interactive object without a name ("name"), a
/// focusable one of no particular role ("role"), two siblings of one role and one name ("twins"). Of tables
/// only themselves and their headers are looked at: cells are data.
Findings accessGaps(QWidget* window);

/// Presses Tab from control to control until it comes round. Found: a control that Tab never reaches
/// ("unreached"), one that it cannot leave ("trap"), one that looks the same with and without the keyboard
/// ("focus"). The window has to be active.
Findings tabGaps(QWidget* window);

} // namespace looks
