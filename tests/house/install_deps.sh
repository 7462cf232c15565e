#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Threadcount authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# packaging/install-deps.sh on computers that are missing this or that: dpkg-query, apt-get, sudo and id are stand-ins
# that write down how they were called. Nothing is installed.
# install_deps.sh ROOT
set -euo pipefail
root=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

# The script under test in a copy of its own, because it writes a log below the top folder.
mkdir -p "$work/project/packaging"
cp "$root/packaging/install-deps.sh" "$root/packaging/common.sh" "$work/project/packaging/"
script=$work/project/packaging/install-deps.sh

stand_in()
{
    cat >"$work/bin/$1"
    chmod +x "$work/bin/$1"
}

# A computer as root, with every package but those in $work/missing; apt-get installs them.
fresh_computer()
{
    rm -rf "${work:?}/bin" "$work/calls" "$work/project/build"
    mkdir "$work/bin"
    : >"$work/calls"
    : >"$work/missing"
    for name in bash env cat tail mkdir dirname printf; do
        ln -s "$(command -v $name)" "$work/bin/$name"
    done
    stand_in dpkg-query <<EOF
#!/bin/bash
for package; do :; done
while read -r name; do [ "\$name" != "\$package" ] || exit 1; done <"$work/missing"
printf installed
EOF
    stand_in apt-get <<EOF
#!/bin/bash
echo "apt-get \$*" >>"$work/calls"
case "\$*" in *install*) : >"$work/missing" ;; esac
EOF
    stand_in id <<'EOF'
#!/bin/bash
echo 0
EOF
}

# run [ARGUMENT …]: sets status and said.
run()
{
    status=0
    said=$(PATH=$work/bin "$work/bin/bash" "$script" "$@" 2>&1 </dev/null) || status=$?
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
calls_nothing() { [ ! -s "$work/calls" ]; }
calls() { grep -qE -- "$1" "$work/calls"; }

fresh_computer
run
check "complete computer: success" ends_with_status 0
check "complete computer: no package manager" calls_nothing

fresh_computer
printf '%s\n' cmake qt6-charts-dev >"$work/missing"
run
check "root: success" ends_with_status 0
check "root: reads the lists first" calls '^apt-get .*update$'
check "root: installs exactly what is missing" calls '^apt-get .*install -y --no-install-recommends cmake qt6-charts-dev$'
check "root: names what is missing" says "2 packages are missing: cmake qt6-charts-dev"

fresh_computer
echo clang-format >"$work/missing"
run --run
check "--run does not ask for what only tests need" ends_with_status 0
check "--run calls nothing for it" calls_nothing

fresh_computer
echo clang-tidy >"$work/missing"
run
check "without --lint clang-tidy is not asked for" calls_nothing
run --lint
check "--lint installs clang-tidy" calls 'install .* clang-tidy$'

fresh_computer
echo cmake >"$work/missing"
printf '#!/bin/bash\necho 1000\n' | stand_in id
run
check "no rights and no sudo: stops" ends_with_status 1
check "no rights and no sudo: prints the exact command" \
    says "apt-get update && apt-get install -y --no-install-recommends cmake"
check "no rights and no sudo: calls nothing" calls_nothing

stand_in sudo <<EOF
#!/bin/bash
echo "sudo \$*" >>"$work/calls"
[ "\$1" != -n ] || exit 0
"\$@"
EOF
run
check "sudo: success" ends_with_status 0
check "sudo: runs apt-get through it" calls '^sudo env .*apt-get .*install'

fresh_computer
echo cmake >"$work/missing"
printf '#!/bin/bash\necho 1000\n' | stand_in id
printf '#!/bin/bash\nexit 1\n' | stand_in sudo
run
check "sudo that asks where nobody can answer: stops" ends_with_status 1
check "sudo that asks where nobody can answer: prints the command" says "Please run this as root"

fresh_computer
echo cmake >"$work/missing"
printf '#!/bin/bash\necho "Temporary failure resolving"\nexit 100\n' | stand_in apt-get
run
check "no network: stops" ends_with_status 1
check "no network: a sentence" says "The lists of packages could not be read; is there a network?"
check "no network: names the log" says "build/logs/install-deps.log"
check "no network: shows what apt-get said" says "Temporary failure resolving"

fresh_computer
echo cmake >"$work/missing"
printf '#!/bin/bash\nexit 0\n' | stand_in apt-get
run
check "apt-get that lies: stops" ends_with_status 1
check "apt-get that lies: a sentence" says "The package cmake is still missing"

fresh_computer
rm "$work/bin/dpkg-query"
run
check "no Debian: stops" ends_with_status 1
check "no Debian: a sentence with the packages" says "Debian and its relatives only"

fresh_computer
run --everything
check "unknown option: stops" ends_with_status 1
check "unknown option: a sentence" says 'not "--everything"'

exit $((failures > 0))
