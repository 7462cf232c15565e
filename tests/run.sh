#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Threadcount authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, builds everything, runs every test and ends with CTest's summary.
#   run.sh           every test but the long ones
#   run.sh --full    the long ones too, the thread sanitizer, and a minute of fuzzing for each target where clang is
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=packaging/common.sh
. "$root/packaging/common.sh"

selection=(-LE '^long$')
case "${1:-}" in
"") ;;
--full) selection=() ;;
--help | -h)
    sed -n '5,7s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
    exit 0
    ;;
*) fail "run.sh knows --full, not \"$1\"." ;;
esac

"$root/packaging/install-deps.sh" || exit 1
(build release ON) || exit 1
cd "$root" || exit 1
if [ "${1:-}" = --full ]; then
    (build tsan ON thread_tests) || exit 1
    say "Running the tests of threads under the thread sanitizer."
    ctest --preset tsan || exit 1
    if command -v clang++ >/dev/null 2>&1; then
        say "Fuzzing each target for a minute."
        ./tests/fuzz/run.sh 60 || exit 1
    else
        say "There is no clang++ (packaging/install-deps.sh --lint), so nothing is fuzzed; the corpus is replayed."
    fi
fi
say "Running the tests."
exec ctest --preset release "${selection[@]}"
