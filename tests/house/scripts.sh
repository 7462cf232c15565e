#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Threadcount authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# packaging/run.sh in a project whose build is a stand-in: what it starts, with which arguments, and what it says.
# scripts.sh ROOT
set -euo pipefail
root=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0
project=$work/project
mkdir -p "$project/packaging" "$project/tests/fuzz" "$work/bin" "$work/elsewhere"
cp "$root/packaging/common.sh" "$root/packaging/run.sh" "$project/packaging/"
cp "$root/tests/run.sh" "$project/tests/"

stand_in()
{
    cat >"$1"
    chmod +x "$1"
}
stand_in "$project/packaging/install-deps.sh" <<EOF
#!/bin/bash
echo "install-deps \$*" >>"$work/calls"
exit \$(cat "$work/install-deps.exit")
EOF
stand_in "$work/bin/cmake" <<EOF
#!/bin/bash
echo "cmake \$*" >>"$work/calls"
case "\$*" in
--build*) echo "the compiler complains"; exit \$(cat "$work/build.exit") ;;
esac
EOF
stand_in "$work/bin/ctest" <<EOF
#!/bin/bash
echo "ctest \$*" >>"$work/calls"
echo "100% tests passed"
EOF
stand_in "$work/bin/clang++" <<EOF
#!/bin/bash
EOF
stand_in "$project/tests/fuzz/run.sh" <<EOF
#!/bin/bash
echo "fuzz \$*" >>"$work/calls"
EOF
mkdir -p "$project/build/release/ui"
stand_in "$project/build/release/ui/threadcount" <<EOF
#!/bin/bash
echo "threadcount \$* [platform=\${QT_QPA_PLATFORM:-}] [in=\$PWD]" >>"$work/calls"
exit \$(cat "$work/program.exit")
EOF

# run SCRIPT [ARGUMENT …]: sets status and said. The display is what $display says.
display=
run()
{
    status=0
    : >"$work/calls"
    said=$(cd "$work/elsewhere" && env -u WAYLAND_DISPLAY -u QT_QPA_PLATFORM DISPLAY="$display" PATH="$work/bin:$PATH" \
        "$project/$1" "${@:2}" 2>&1) || status=$?
}
all_is_well()
{
    echo 0 >"$work/install-deps.exit"
    echo 0 >"$work/build.exit"
    echo 0 >"$work/program.exit"
}
check()
{
    local what=$1
    shift
    if ! "$@"; then
        echo "FAIL: $what"
        printf '  exit %s, said: %s\n  calls: %s\n' "$status" "$said" "$(cat "$work/calls")"
        failures=$((failures + 1))
    fi
}
says() { [[ $said == *"$1"* ]]; }
ends_with_status() { [ "$status" -eq "$1" ]; }
calls() { grep -qF -- "$1" "$work/calls"; }
calls_nothing() { [ ! -s "$work/calls" ]; }

all_is_well
run packaging/run.sh
check "no display, no demo: stops at once" ends_with_status 1
check "no display, no demo: a sentence" says "There is no display here"
check "no display, no demo: builds nothing" calls_nothing

run packaging/run.sh --demo
check "no display, demo: success" ends_with_status 0
check "no display, demo: what the app needs is installed" calls "install-deps --run"
check "no display, demo: the release preset is built without tests" calls "cmake --preset release -DBUILD_TESTING=OFF"
check "no display, demo: only the program is built" calls "--target threadcount"
check "no display, demo: the tour, offscreen" \
    calls "threadcount --demo --tour $project/build/tour [platform=offscreen] [in=$work/elsewhere]"
check "no display, demo: says where the pictures are" says "The pictures are in $project/build/tour"

run packaging/run.sh --demo --tour pictures
check "a folder of one's own" calls "threadcount --demo --tour pictures [platform=offscreen]"
check "a folder of one's own: said" says "The pictures are in pictures"

run packaging/run.sh --demo --tour
check "tour without a folder: a sentence" says "--tour needs a folder"
check "tour without a folder: stops" ends_with_status 1

display=:77
run packaging/run.sh --data-dir "$work/with space"
check "a display: started with every argument" calls "threadcount --data-dir $work/with space [platform=]"
run packaging/run.sh --demo
check "a display, demo: in a window" calls "threadcount --demo [platform=]"
echo 3 >"$work/program.exit"
run packaging/run.sh
check "the exit code is the program's" ends_with_status 3
run packaging/run.sh --demo --tour pictures
check "a tour that stops early: fails" ends_with_status 1
check "a tour that stops early: a sentence" says "The tour stopped early (exit code 3)"

all_is_well
echo 1 >"$work/build.exit"
run packaging/run.sh
check "a build that fails: stops" ends_with_status 1
check "a build that fails: a sentence and the log" says "Building failed. The whole output is in $project/build/logs/build-release.log"
check "a build that fails: what the compiler said" says "the compiler complains"

all_is_well
echo 1 >"$work/install-deps.exit"
run packaging/run.sh
check "packages missing: stops before the build" ends_with_status 1
check "packages missing: nothing else is called" [ "$(cat "$work/calls")" = "install-deps --run" ]

all_is_well
run tests/run.sh
check "tests: success" ends_with_status 0
check "tests: built with tests" calls "cmake --preset release -DBUILD_TESTING=ON"
check "tests: the long ones stay out" calls "ctest --preset release -LE ^long$"
check "tests: CTest has the last word" [ "$(tail -n 1 <<<"$said")" = "100% tests passed" ]
run tests/run.sh --full
check "full: everything" grep -qx -- "ctest --preset release" "$work/calls"
check "full: the thread sanitizer" calls "ctest --preset tsan"
check "full: a minute of fuzzing" grep -qx -- "fuzz 60" "$work/calls"
check "full: CTest has the last word" [ "$(tail -n 1 <<<"$said")" = "100% tests passed" ]
run tests/run.sh --fast
check "unknown option: a sentence" says 'not "--fast"'
check "unknown option: stops" ends_with_status 1

exit $((failures > 0))
