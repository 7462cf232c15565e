#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Threadcount authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Line coverage of app/api and app/store by the tests that need no window: builds the coverage preset, runs those
# tests, and sums up what gcov says.
#   coverage.sh             builds, runs, prints
#   coverage.sh --counts    prints what the last run left
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=packaging/common.sh
. "$root/packaging/common.sh"
cd "$root" || exit 1
rooms=(api store)
build=build/coverage

case "${1:-}" in
"")
    # The first configuration makes the list of tests; only what is about the two rooms is built and run.
    (build coverage ON app_core) || exit 1
    mapfile -t tests < <(for folder in unit/api unit/exporting store sync fuzz; do
        ctest --test-dir "$build/tests/$folder" -N -LE '^long$' |
            sed -nE 's/^ *Test +#[0-9]+: ((tst|replay)_[a-z_]+)$/\1/p'
    done)
    [ ${#tests[@]} -gt 0 ] || fail "There are no tests to run."
    (build coverage ON "${tests[@]}") || exit 1
    find "$build" -name '*.gcda' -delete
    pattern=$(printf '|%s' "${tests[@]}")
    ctest --test-dir "$build" -R "^(${pattern:1})\$" -LE '^long$' -j 2 --timeout 600 --output-on-failure | tail -n 25
    ;;
--counts) ;;
*) fail "coverage.sh knows --counts, not \"$1\"." ;;
esac

for room in "${rooms[@]}"; do
    find "$build/app/$room" -name '*.gcda' | sort |
        while read -r counts; do gcov --json-format --stdout "$counts" 2>/dev/null; done |
        python3 tests/coverage.py "$root" "app/$room"
done
