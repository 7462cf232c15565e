// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace ui::shell {

/// How well `text` answers what was typed; no value: not at all. Every word of `query` must be in `text`,
/// without regard to case and accents, whole or as letters in that order. 0 is best: the text begins with
/// the words. A later place, a gap between letters and the middle of a word cost something, so that "cr"
/// finds "Code review" before "Last credits". An empty query finds everything equally well.
std::optional<int> fuzzyMatch(const QString& query, const QString& text);

} // namespace ui::shell
