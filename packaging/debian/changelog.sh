#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Threadcount authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Writes CHANGELOG.md in the way of Debian to standard output: the same releases, dates and points.
# changelog.sh CHANGELOG.md MAINTAINER
set -euo pipefail
export LC_ALL=C.UTF-8

source=$1 maintainer=$2
version= stamp= point=

# A point of the list, which the source wraps at another width.
close_point()
{
    [ -z "$point" ] || fold -s -w 74 <<<"$point" | sed '1s/^/  * /; 2,$s/^/    /; s/ *$//'
    point=
}
close_release()
{
    close_point
    [ -z "$version" ] || printf '\n -- %s  %s\n' "$maintainer" "$stamp"
}

while IFS= read -r line; do
    if [[ $line =~ ^'## '([0-9.]+)', '([0-9]{4}-[0-9]{2}-[0-9]{2})$ ]]; then
        close_release
        [ -z "$version" ] || echo
        version=${BASH_REMATCH[1]}
        # Debian wants every release later than the one before; ours have a day, and may share it.
        minor=${version#*.}
        stamp=$(date -u -d "${BASH_REMATCH[2]} 00:00 UTC ${minor%%.*} minutes" '+%a, %d %b %Y %T %z')
        printf 'threadcount (%s-1) unstable; urgency=medium\n\n' "$version"
    elif [ -n "$version" ] && [[ $line == '- '* ]]; then
        close_point
        point=${line#- }
    elif [ -n "$point" ] && [[ $line == '  '* ]]; then
        point+=" ${line#  }"
    fi
done <"$source"
[ -n "$version" ] || { echo "changelog.sh: $source names no release" >&2; exit 1; }
close_release
