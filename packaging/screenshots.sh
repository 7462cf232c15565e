#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Threadcount authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Takes the pictures of docs/images anew, from the tour of a finished build.
# screenshots.sh [PROGRAM]
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=packaging/common.sh
. "$root/packaging/common.sh"

program=${1:-$root/build/release/ui/threadcount}
[ -x "$program" ] || fail "There is no program $program; build it first, or name another one."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -m 700 "$work/home"
HOME=$work/home XDG_RUNTIME_DIR=$work/home QT_QPA_PLATFORM=offscreen "$program" --demo --tour "$work/tour" 2>"$work/said" \
    || { cat "$work/said" >&2; fail "The tour stopped early."; }

# Which picture of the tour becomes which picture of the documentation.
for pair in overview:overview engineers:engineers code-review:code-review privacy:privacy \
    verify-passed:setup-verify; do
    picture=$(find "$work/tour" -name "[0-9]*-${pair%:*}-light.png" | sort | head -n 1)
    [ -n "$picture" ] || fail "The tour took no picture called ${pair%:*}."
    cp "$picture" "$root/docs/images/${pair#*:}.png" || exit 1
done
say "The pictures are in docs/images."
