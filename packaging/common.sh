# SPDX-FileCopyrightText: 2026 The Threadcount authors
# SPDX-License-Identifier: GPL-3.0-or-later
# What the scripts share; to be sourced. Needs `root`, the top folder of the project, to be set.
# shellcheck shell=bash
: "${root:?root is the top folder of the project}"

# One short sentence about what happens now.
say() { printf '%s\n' "$*"; }

# One sentence about what went wrong, and the end.
fail()
{
    printf '%s\n' "$*" >&2
    exit 1
}

# logged LOG SENTENCE COMMAND …: runs a command with its output in a file; where it fails, shows the end of the file.
logged()
{
    local log=$1 sentence=$2
    shift 2
    mkdir -p "$(dirname "$log")" || fail "The folder $(dirname "$log") cannot be made."
    if ! "$@" >"$log" 2>&1; then
        tail -n 25 "$log" >&2
        fail "$sentence The whole output is in $log"
    fi
}

# A compiler cache that also helps a second clone of the project in another folder.
use_compiler_cache()
{
    launcher=()
    if command -v ccache >/dev/null 2>&1; then
        export CCACHE_BASEDIR="$root" CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros
        launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    fi
}

# build PRESET TESTS [TARGET …]: configures a preset and builds it; TESTS is ON or OFF. Without targets: everything.
build()
{
    local preset=$1 tests=$2 targets=() start=$SECONDS
    shift 2
    [ $# -eq 0 ] || targets=(--target "$@")
    local logs="$root/build/logs"
    use_compiler_cache
    cd "$root" || fail "The folder $root cannot be entered."
    say "Configuring the $preset preset."
    logged "$logs/configure-$preset.log" "Configuring failed." \
        cmake --preset "$preset" -DBUILD_TESTING="$tests" "${launcher[@]}"
    say "Building it. The first time takes some minutes; the output goes to build/logs/build-$preset.log"
    logged "$logs/build-$preset.log" "Building failed." \
        cmake --build --preset "$preset" --parallel "$(nproc)" "${targets[@]}"
    say "Built in $((SECONDS - start)) seconds."
}
