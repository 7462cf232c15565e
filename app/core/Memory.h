// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace app::core {

/// Lets every large buffer (answers of up to 64 MB, decoded rows) go back to the system as soon as it is
/// freed. Left alone, the C library learns from the first large buffer that is freed to keep the next ones:
/// a backfill of 50,000 engineers then holds 240 MB instead of 172 MB, for the same processor time. First
/// thing in main(), before any thread. Does nothing where the C library is not GNU's.
void returnLargeBuffers();

/// Gives back to the system what is free between the small pieces: what a reading of everybody leaves behind,
/// in the heap of the thread that read. Takes some milliseconds; from any thread but that of the window. Does
/// nothing where the C library is not GNU's.
void returnFreeMemory();

} // namespace app::core
