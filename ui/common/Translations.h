// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QApplication;

namespace ui::common {

/// Installs our texts, and Qt's own, in the first language that we speak of those that the system prefers
/// (QLocale::uiLanguages of the default locale; numbers and dates follow the locale by themselves). English
/// is always there, because only its file knows the plural forms of the source texts. Call once in main(),
/// before the first window; the application owns the translators. A missing file is no error: the source
/// texts are English.
void installTranslators(QApplication& application);

} // namespace ui::common
