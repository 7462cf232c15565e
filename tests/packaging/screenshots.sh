#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Threadcount authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Whoever publishes the pictures gets a metainfo file that names them, and the pictures are there.
# screenshots.sh ROOT CMAKE
set -euo pipefail
root=$1 cmake=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
complain() { echo "FAIL: $*"; status=1; }

"$cmake" -S "$root" -B "$work" -G Ninja -DBUILD_TESTING=OFF \
    -DTHREADCOUNT_SCREENSHOTS_URL=https://pictures.example.org/threadcount/ >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
metainfo=$work/packaging/org.threadcount.Threadcount.metainfo.xml
appstreamcli validate --no-net "$metainfo" || complain "the metainfo with screenshots is not valid"
mapfile -t pictures < <(sed -n 's|.*<image>https://pictures.example.org/threadcount/\(.*\.png\)</image>.*|\1|p' "$metainfo")
[ ${#pictures[@]} -ge 3 ] || complain "only ${#pictures[@]} screenshots are named"
[ "$(grep -c 'type="default"' "$metainfo")" -eq 1 ] || complain "not exactly one screenshot is the first to be shown"
for picture in "${pictures[@]}"; do
    file "$root/docs/images/$picture" | grep -q 'PNG image data' || complain "docs/images/$picture is no picture"
done
exit $status
