#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Threadcount authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs the Debian packages that Threadcount needs; this is the one list of them.
#   install-deps.sh          what building, running and testing need
#   install-deps.sh --run    only what building and running the application need
#   install-deps.sh --lint   also clang-tidy, clang and its sanitizers
#   install-deps.sh --bench  also what the baselines of the benchmarks need
# Where nothing is missing, no package manager is called.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=packaging/common.sh
. "$root/packaging/common.sh"

run_packages=(
    # tool chain
    build-essential cmake ninja-build pkg-config ccache
    # Qt: Core, Network, Widgets, Charts (found only with libqt6opengl6-dev), Svg, Linguist, and Qt's own translations
    qt6-base-dev libqt6opengl6-dev libgl-dev qt6-charts-dev qt6-svg-dev
    qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-translations-l10n
    # keychain: QtKeychain loads libsecret when it is there, so no package asks for it
    qtkeychain-qt6-dev libsecret-1-0 gnome-keyring dbus
    # coroutines, JSON, store, results, gzip
    qcoro-qt6-dev libsimdjson-dev libsqlite3-dev libsqlitecpp-dev libexpected-dev zlib1g-dev
    # certificates for the service, letters for a computer without a desktop, a browser for the links of the setup
    ca-certificates fonts-noto-core xdg-utils
)
test_packages=(
    # the format test, and what the house tests look at the sources with
    clang-format git python3
    # benchmarks
    libbenchmark-dev
    # a look into the keychain from outside
    libsecret-tools
    # certificates that the tests of encrypted connections make for themselves
    openssl
    # the check of what is installed, and a display to show a window on
    appstream desktop-file-utils man-db xvfb xauth x11-utils
    # the Debian package and its units: making them and looking at them
    dpkg-dev file lintian systemd
)
lint_packages=(clang clang-tidy libclang-rt-14-dev)
bench_packages=(
    # Qt SQL and DuckDB (from npm), which the benchmarks compare with
    libqt6sql6-sqlite nodejs npm
)

packages=("${run_packages[@]}" "${test_packages[@]}")
case "${1:-}" in
"") ;;
--run) packages=("${run_packages[@]}") ;;
--lint) packages+=("${lint_packages[@]}") ;;
--bench) packages+=("${bench_packages[@]}") ;;
*) fail "install-deps.sh knows --run, --lint and --bench, not \"$1\"." ;;
esac

if ! command -v dpkg-query >/dev/null 2>&1; then
    fail "This script knows Debian and its relatives only. Please install what these Debian packages hold, in the way" \
        "of your system: ${packages[*]}"
fi

is_installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

missing=()
for package in "${packages[@]}"; do
    # Others than Debian put npm into the package of nodejs.
    [ "$package" != npm ] || ! command -v npm >/dev/null 2>&1 || continue
    is_installed "$package" || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
    say "All ${#packages[@]} packages that are needed are installed."
    exit 0
fi

say "${#missing[@]} packages are missing: ${missing[*]}"
command="apt-get install -y --no-install-recommends ${missing[*]}"
as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null 2>&1 && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
        say "Installing needs the rights of an administrator; sudo may ask for your password."
        as_root=(sudo)
    else
        fail "Installing needs the rights of an administrator. Please run this as root, then start again:
    apt-get update && $command"
    fi
fi

log="$root/build/logs/install-deps.log"
apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120)
say "Reading the lists of packages."
logged "$log" "The lists of packages could not be read; is there a network?" "${apt[@]}" update
say "Installing; this can take some minutes."
logged "$log" "Some packages could not be installed." "${apt[@]}" install -y --no-install-recommends "${missing[@]}"

for package in "${missing[@]}"; do
    is_installed "$package" || fail "The package $package is still missing. The output of apt-get is in $log"
done
say "Everything that is needed is installed."
