#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Threadcount authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the link guard sees are names in CMake; this looks at the program itself, with everything it drags in.
# no_window_libraries.sh PROGRAM
set -euo pipefail
libraries=$(ldd "$1")
grep -q 'libQt6Core\.so' <<<"$libraries" || { echo "ldd says nothing about $1"; exit 1; }
if grep -E 'libQt6(Gui|Widgets|Charts|Svg|PrintSupport|OpenGL|Quick|Qml)' <<<"$libraries"; then
    echo "$(basename "$1") loads libraries of the window."
    exit 1
fi
