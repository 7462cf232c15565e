#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Threadcount authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The other tests draw offscreen. This one starts the program on a real X11 display and looks for its window there, so
# that a missing platform plugin or library is noticed.
# on_a_display.sh PROGRAM [ARGUMENT …], inside xvfb-run
set -euo pipefail
program=$1
shift
data=$(mktemp -d)
unset QT_QPA_PLATFORM WAYLAND_DISPLAY
"$program" --data-dir "$data/threadcount" "$@" 2>"$data/said" &
pid=$!
trap 'kill "$pid" 2>/dev/null || true; wait "$pid" 2>/dev/null || true; rm -rf "$data"' EXIT

deadline=$((SECONDS + 60))
until xwininfo -root -tree | grep -q '("threadcount" '; do
    if ! kill -0 "$pid" 2>/dev/null; then
        echo "The program ended before it showed a window:"
        cat "$data/said"
        exit 1
    fi
    if [ $SECONDS -ge $deadline ]; then
        echo "No window after 60 seconds. The display shows:"
        xwininfo -root -tree
        cat "$data/said"
        exit 1
    fi
    sleep 0.2
done
# Looking at the first page stores nothing.
[ ! -e "$data/threadcount" ] || { echo "Something was stored before anything was asked for."; exit 1; }
if grep -iE 'plugin|could not' "$data/said"; then
    echo "The program complains about this display."
    exit 1
fi
