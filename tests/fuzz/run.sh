#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Threadcount authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds the fuzz preset and runs each libFuzzer target, starting from its corpus; prints the executions of each.
#   run.sh [SECONDS]   how long each target runs (60)
# An input that breaks a target is left in build/fuzz/found and named; make it a seed in tests/fuzz/corpus when it is
# mended. Needs clang and libclang-rt-14-dev (packaging/install-deps.sh --lint).
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
# shellcheck source=packaging/common.sh
. "$root/packaging/common.sh"

seconds=${1:-60}
case $seconds in
'' | *[!0-9]*) fail "run.sh takes a number of seconds, not \"$seconds\"." ;;
esac
command -v clang++ >/dev/null 2>&1 || fail "The fuzz targets need clang++: packaging/install-deps.sh --lint"

cd "$root" || exit 1
(build fuzz ON fuzz_targets) || exit 1

found=build/fuzz/found
mkdir -p "$found"
status=0
for corpus in tests/fuzz/corpus/*/; do
    name=$(basename "$corpus")
    # New inputs go into a copy of the corpus below build/, so that a run changes no file of the repository.
    grown=build/fuzz/corpus/$name
    mkdir -p "$grown"
    log=build/logs/fuzz-$name.log
    dictionary=tests/fuzz/$name.dict
    if ! build/fuzz/tests/fuzz/fuzz_"$name" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=8192 \
        -print_final_stats=1 -artifact_prefix="$found/$name-" -dict="$dictionary" "$grown" "$corpus" >"$log" 2>&1; then
        say "$name is broken by an input; see $log and $found"
        grep -E '^Broken|ERROR|runtime error|^SUMMARY' "$log"
        status=1
    fi
    executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    say "$name: ${executions:-unknown number of} executions in $seconds s"
done
exit $status
