// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/Page.h"

#include <QByteArray>

namespace fuzz {

/// A decoded page as JSON again, every field that there is in a fixed order. Two pages are equal when their
/// bytes are; the hash of a row's former bytes is no part of it.
QByteArray toJson(const app::records::UsagePage& page);
QByteArray toJson(const app::records::ReviewPage& page);
QByteArray toJson(const app::records::ReviewResponsePage& page);

} // namespace fuzz
