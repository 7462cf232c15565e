// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace ui::tables {

/// What our tables have in common: they are read and not edited, whole rows are selected, rows have one
/// height in pixels and no header of their own, and Tab leaves the table. Call it first in the constructor of
/// a table. Main thread.
void becomeTableOfRows(QTableView& table, int rowHeight);

} // namespace ui::tables
