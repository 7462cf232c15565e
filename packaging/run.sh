#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Threadcount authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, builds Threadcount and starts it.
#   run.sh                        your own workspace
#   run.sh --demo                 against the built-in simulator, without a key
#   run.sh --demo --tour DIR      clicks through the demo by itself and writes pictures of every screen to DIR
# Every other argument goes to threadcount. Without a display, --demo is the tour, into build/tour.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=packaging/common.sh
. "$root/packaging/common.sh"

demo=no
tour=
help=no
previous=
for argument in "$@"; do
    case "$previous:$argument" in
    --tour:*) tour=$argument ;;
    *:--demo) demo=yes ;;
    *:--tour=*) tour=${argument#--tour=} ;;
    *:--help | *:-h) help=yes ;;
    esac
    previous=$argument
done
[ "$previous" != --tour ] || fail "--tour needs a folder for the pictures, for example --tour build/tour"
arguments=("$@")

if [ $help = yes ]; then
    sed -n '5,10s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
    exit 0
fi

offscreen=no
if [ -z "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ]; then
    [ $demo = yes ] || fail "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can be" \
        "shown. With --demo, Threadcount makes pictures of its screens instead; threadcount-cli needs no display."
    offscreen=yes
    if [ -z "$tour" ]; then
        tour=$root/build/tour
        arguments+=(--tour "$tour")
    fi
fi

"$root/packaging/install-deps.sh" --run || exit 1
(build release OFF threadcount) || exit 1

if [ $offscreen = yes ]; then
    say "There is no display, so the demo runs by itself and takes pictures."
    export QT_QPA_PLATFORM=offscreen
else
    say "Starting Threadcount."
fi
program=$(find "$root/build/release" -name threadcount -type f -perm -u+x -print -quit)
if [ -z "$tour" ]; then
    exec "$program" "${arguments[@]}"
fi
"$program" "${arguments[@]}"
status=$?
[ $status -eq 0 ] || fail "The tour stopped early (exit code $status); the pictures so far are in $tour"
say "The pictures are in $tour"
