// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/Memory.h"

#ifdef __linux__
#include <malloc.h>
#endif

namespace app::core {

void returnLargeBuffers()
{
#ifdef __GLIBC__
    // mallopt(3): setting the threshold also ends its automatic growth, up to 32 MB.
    constexpr int kLarge = 1024 * 1024;
    mallopt(M_MMAP_THRESHOLD, kLarge);
#endif
}

void returnFreeMemory()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

} // namespace app::core
