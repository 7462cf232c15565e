#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Threadcount authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds and runs the benchmarks and writes docs/performance.md with its picture. Some 25 minutes once the data sets
# are there; nothing else should run meanwhile.
#   run.sh                       1,000, 10,000 and 50,000 engineers × 30, 90 and 365 days
#   run.sh --sizes "1000x30 …"   data sets of these engineers × days
#   run.sh --quick               little ones, in some 3 minutes; writes to build/bench/quick instead
#   run.sh --report              measures nothing and writes the pages from the last results
#   run.sh --fresh               makes the data sets anew
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
# shellcheck source=packaging/common.sh
. "$root/packaging/common.sh"

sizes="1000x30 1000x90 1000x365 10000x30 10000x90 10000x365 50000x30 50000x90 50000x365"
main_size=10000x365 # the one that the targets speak of
large_size=50000x365
quick=()
fresh=no
report_only=no
out=$root/docs
while [ $# -gt 0 ]; do
    case "$1" in
    --sizes)
        [ $# -ge 2 ] || fail "--sizes needs a list, for example --sizes \"1000x30 10000x365\""
        sizes=$2
        shift
        ;;
    --quick)
        quick=(--quick)
        sizes="1000x30 1000x90"
        main_size=1000x90
        out=$root/build/bench/quick
        ;;
    --fresh) fresh=yes ;;
    --report) report_only=yes ;;
    --help | -h)
        sed -n '5,11s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
        exit 0
        ;;
    *) fail "run.sh knows --sizes, --quick, --report and --fresh, not \"$1\"." ;;
    esac
    shift
done

# A busy machine says little; the page tells how busy it was before we began.
load=$(cut -d ' ' -f 1 /proc/loadavg)

build=$root/build/bench
logs=$root/build/logs
data=$root/build/bench-data
scratch=$build/scratch
results=$build/results${quick:+-quick}.jsonl
bin=$build/tests/bench

report()
{
    mkdir -p "$out" || fail "The folder $out cannot be made."
    python3 "$root/tests/bench/report.py" write "$results" "$out" || fail "The report could not be written."
    say "The figures are in ${out#"$root/"}/performance.md"
}

if [ $report_only = yes ]; then
    report
    exit 0
fi

# A column that cannot be measured is left out, and the page says so.
"$root/packaging/install-deps.sh" --bench || say "Something is missing; what needs it is left out."

say "Building the benchmarks. The first time takes some minutes; the output goes to build/logs/build-bench.log"
use_compiler_cache
cd "$root" || fail "The folder $root cannot be entered."
logged "$logs/configure-bench.log" "Configuring failed." \
    cmake --preset release -B "$build" -DBUILD_TESTING=ON "${launcher[@]}"
logged "$logs/build-bench.log" "Building failed." \
    cmake --build "$build" --target bench --parallel "$(nproc)"

# DuckDB, one of the baselines, comes from npm in the version that duckdb/package.json names.
duckdb=$build/duckdb
mkdir -p "$duckdb" || fail "The folder $duckdb cannot be made."
cp "$root"/tests/bench/duckdb/*.* "$duckdb" || fail "The folder $duckdb cannot be filled."
wanted=$(sed -n 's/.*"@duckdb\/node-api": "\(.*\)".*/\1/p' "$duckdb/package.json")
installed=$(sed -n 's/^ *"version": "\(.*\)".*/\1/p' "$duckdb/node_modules/@duckdb/node-api/package.json" 2>/dev/null)
if [ "$wanted" != "$installed" ]; then
    if ! command -v npm >/dev/null 2>&1; then
        say "There is no npm, so DuckDB is left out."
    elif ! (cd "$duckdb" && npm install --no-package-lock --no-audit --no-fund >"$logs/npm-bench.log" 2>&1); then
        say "npm could not install DuckDB, so it is left out. The output is in build/logs/npm-bench.log"
    fi
fi

say "Making the data sets that are not there."
if [ $fresh = yes ]; then
    for size in $sizes; do
        rm -rf "$data"/v[0-9]*-"$size"
    done
fi
# shellcheck disable=SC2086 # a list of words
"$bin/bench_data" --folder "$data" $sizes || exit 1
# shellcheck disable=SC2086
mapfile -t sets < <("$bin/bench_data" --folder "$data" --paths $sizes)

start=$SECONDS
rm -rf "$scratch"
mkdir -p "$scratch" || fail "The folder $scratch cannot be made."
printf '{"name":"run","load":%s,"at":"%s"}\n' "$load" "$(date -u +%Y-%m-%d)" >"$results"
common=(--scratch "$scratch" --out "$results" "${quick[@]}")
say "Decoding and storing a page, beside the baselines."
"$bin/bench_ingest" "${common[@]}" --duckdb "$duckdb/ingest.mjs" 2>>"$logs/bench.log" || fail "bench_ingest failed; see build/logs/bench.log"
for set in "${sets[@]}"; do
    say "Asking, and storing a sync, at ${set##*-}."
    for program in bench_queries bench_incremental; do
        "$bin/$program" "${common[@]}" "$set" 2>>"$logs/bench.log" || fail "$program failed; see build/logs/bench.log"
    done
done

# The window, in a copy of the data set and a home of its own.
window=$bin/driver/bench_window
measure_window()
{
    local set=$1 size=${1##*-} home=$scratch/home
    shift
    rm -rf "$scratch/window" "$home"
    mkdir -m 0700 "$home" || fail "The folder $home cannot be made."
    cp --reflink=auto -r "$set" "$scratch/window" || fail "No copy can be made of $set"
    HOME=$home XDG_RUNTIME_DIR=$home TMPDIR=$scratch QT_QPA_PLATFORM=offscreen \
        timeout 1200 "$window" --data "$scratch/window" "$@" >"$scratch/window.jsonl" 2>>"$logs/bench.log" ||
        say "The window could not be measured to the end at $size; see build/logs/bench.log"
    python3 "$root/tests/bench/report.py" label "${size%x*}" "${size#*x}" <"$scratch/window.jsonl" >>"$results"
    rm -rf "$scratch/window" "$home"
}
# Over HTTP from a simulator in another process; the service offers 90 days.
measure_backfill()
{
    local size=${1##*-} rounds=$2
    if [ "${size#*x}" -le 90 ]; then
        say "Filling a cache over HTTP at $size."
        measure_window "$1" --scenes backfill --engineers "${size%x*}" --days "${size#*x}" --rounds "$rounds"
    fi
}
if [ -x "$window" ]; then
    for set in "${sets[@]}"; do
        say "Clicking through the window at ${set##*-}."
        case "${quick[*]}:${set##*-}" in
        :"$main_size")
            measure_window "$set" --scenes pages,cold-start,idle --rounds 9
            measure_window "$set" --scenes prune
            ;;
        :"$large_size") measure_window "$set" --scenes pages,cold-start,idle --rounds 5 ;;
        :*) measure_window "$set" --scenes pages,cold-start --rounds 3 --cases '^(open|range)/' ;;
        *:"$main_size") measure_window "$set" --scenes pages,cold-start,idle --rounds 2 --seconds 5 ;;
        *) measure_window "$set" --scenes cold-start --rounds 2 ;;
        esac
        case "${quick[*]}:${set##*-}" in
        :10000x30) measure_backfill "$set" 3 ;;
        :*) measure_backfill "$set" 1 ;;
        *:1000x30) measure_backfill "$set" 1 ;;
        esac
    done
else
    say "There is no window in this build, so nothing is clicked."
fi
rm -rf "$scratch"
say "Measured in $((SECONDS - start)) seconds."
report
