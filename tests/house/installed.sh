#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Threadcount authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs a finished build into an empty folder and looks at what is where.
# installed.sh BUILD_FOLDER VERSION ui|headless
set -euo pipefail
build=$1 version=$2 kind=$3
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
umask 022
cmake --install "$build" --prefix "$stage" >"$stage/log" || { cat "$stage/log"; exit 1; }
rm "$stage/log"

status=0
complain() { echo "$*"; status=1; }
id=org.threadcount.Threadcount
programs=(bin/threadcount-cli)
files=(share/man/man1/threadcount-cli.1 share/doc/threadcount/LICENSE share/doc/threadcount/README.md
    lib/systemd/user/threadcount-sync.service lib/systemd/user/threadcount-sync.timer
    lib/systemd/system/threadcount-sync@.service lib/systemd/system/threadcount-sync@.timer)
if [ "$kind" = ui ]; then
    programs+=(bin/threadcount)
    files+=("share/applications/$id.desktop" "share/metainfo/$id.metainfo.xml"
        "share/icons/hicolor/scalable/apps/$id.svg" share/man/man1/threadcount.1)
    for edge in 16 22 24 32 48 64 128 256 512; do
        files+=("share/icons/hicolor/${edge}x$edge/apps/$id.png")
    done
fi
for file in "${programs[@]}"; do
    [ -x "$stage/$file" ] || complain "$file is not installed, or not executable"
done
for file in "${files[@]}"; do
    [ -s "$stage/$file" ] || complain "$file is not installed, or empty"
    [ ! -x "$stage/$file" ] || complain "$file is executable"
done
[ $status -eq 0 ] || { (cd "$stage" && find . -type f | sort); exit 1; }

# Nothing else: no headers, no static libraries, no test programs.
while IFS= read -r file; do
    case $file in
    bin/threadcount | bin/threadcount-cli | bin/threadcount-simulator | share/threadcount/* | share/man/man1/*.1) ;;
    *) [[ " ${files[*]} " == *" $file "* ]] || complain "$file is installed and nobody asked for it" ;;
    esac
done < <(cd "$stage" && find . -type f -printf '%P\n')

# The programs find their libraries without the build folder.
for file in "${programs[@]}"; do
    ! ldd "$stage/$file" | grep 'not found' || complain "$file misses a library"
    ! readelf -d "$stage/$file" | sed -n 's/.*R\(UN\)\{0,1\}PATH.*\[\(.*\)\]/\2/p' | tr : '\n' | grep -v '^\$ORIGIN' \
        || complain "$file remembers a folder of the build"
done
said=$("$stage/bin/threadcount-cli" --version)
[[ $said == *"$version"* ]] || complain "threadcount-cli --version says \"$said\", not $version"
for manual in "$stage"/share/man/man1/*.1; do
    head -n 20 "$manual" | grep -q '^\.TH ' || complain "$manual has no title"
    # The way in which lintian looks at manual pages.
    warnings=$(LC_ALL=C.UTF-8 MANROFFSEQ='' MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z "$manual" 2>&1 >/dev/null)
    [ -z "$warnings" ] || complain "$manual: $warnings"
done

if [ "$kind" = ui ]; then
    desktop=$stage/share/applications/$id.desktop
    desktop-file-validate "$desktop" || complain "the desktop file is not valid"
    grep -qx 'Exec=threadcount' "$desktop" || complain "the desktop file starts something else"
    grep -qx "Icon=$id" "$desktop" || complain "the desktop file has another icon"
    appstreamcli validate --no-net "$stage/share/metainfo/$id.metainfo.xml" || complain "the metainfo file is not valid"
    grep -q "release version=\"$version\"" "$stage/share/metainfo/$id.metainfo.xml" \
        || complain "the metainfo file is of another version"
    python3 -c 'import sys, xml.dom.minidom as x; assert x.parse(sys.argv[1]).documentElement.tagName == "svg"' \
        "$stage/share/icons/hicolor/scalable/apps/$id.svg" || complain "the icon is no SVG"
fi
exit $status
