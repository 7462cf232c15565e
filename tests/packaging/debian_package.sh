#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Threadcount authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes the Debian package of a finished build, unpacks it into an empty root and looks at what came: the list of files,
# lintian, the desktop's files, what the programs need against what the package asks for, and whether the window opens.
# debian_package.sh BUILD_FOLDER VERSION SOURCE_FOLDER, inside xvfb-run
set -euo pipefail
build=$1 version=$2 source=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
complain() { echo "FAIL: $*"; status=1; }
id=org.threadcount.Threadcount

cpack --config "$build/CPackConfig.cmake" -G DEB -B "$work/made" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
package=$(find "$work/made" -maxdepth 1 -name '*.deb')
architecture=$(dpkg --print-architecture)
[ "$(basename "$package")" = "threadcount_$version-1_$architecture.deb" ] || complain "the package is called $package"

# What it says about itself.
field() { dpkg-deb -f "$package" "$1"; }
[ "$(field Package)" = threadcount ] || complain "Package: $(field Package)"
[ "$(field Version)" = "$version-1" ] || complain "Version: $(field Version)"
for wanted in gnome-keyring kwalletmanager libsecret-1-0; do
    [[ " $(field Recommends | tr -d ',|') " == *" $wanted "* ]] || complain "$wanted is not recommended"
done
if field Depends | grep -E '[a-z0-9+.]-dev|qt6-base-dev-tools|keyring'; then
    complain "the package asks for what only building needs, or insists on a keychain"
fi

# What is in it, with whose rights, and nothing else.
tree=$work/root
dpkg-deb -x "$package" "$tree"
cat >"$work/wanted" <<LIST
usr/bin/threadcount
usr/bin/threadcount-cli
usr/lib/systemd/system/threadcount-sync@.service
usr/lib/systemd/system/threadcount-sync@.timer
usr/lib/systemd/user/threadcount-sync.service
usr/lib/systemd/user/threadcount-sync.timer
usr/share/applications/$id.desktop
usr/share/doc/threadcount/changelog.Debian.gz
usr/share/doc/threadcount/changelog.gz
usr/share/doc/threadcount/copyright
usr/share/icons/hicolor/scalable/apps/$id.svg
usr/share/lintian/overrides/threadcount
usr/share/man/man1/threadcount-cli.1.gz
usr/share/man/man1/threadcount.1.gz
usr/share/metainfo/$id.metainfo.xml
LIST
for edge in 16 22 24 32 48 64 128 256 512; do
    echo "usr/share/icons/hicolor/${edge}x$edge/apps/$id.png" >>"$work/wanted"
done
sort -o "$work/wanted" "$work/wanted"
(cd "$tree" && find . -type f -printf '%P\n' | sort) >"$work/found"
diff "$work/wanted" "$work/found" || complain "other files than these are in the package (< wanted, > found)"
dpkg-deb -c "$package" | while read -r mode owner _ _ _ name; do
    [ "$owner" = root/root ] || echo "$name belongs to $owner"
    case $mode:$name in
    drwxr-xr-x:* | -rwxr-xr-x:./usr/bin/* | -rw-r--r--:./usr/share/* | -rw-r--r--:./usr/lib/systemd/*) ;;
    *) echo "$name has the rights $mode" ;;
    esac
done >"$work/rights"
[ ! -s "$work/rights" ] || complain "$(cat "$work/rights")"
dpkg-deb -e "$package" "$work/control"
(cd "$tree" && md5sum --quiet -c "$work/control/md5sums") || complain "the checksums are wrong"
[ "$(wc -l <"$work/control/md5sums")" -eq "$(wc -l <"$work/found")" ] || complain "not every file has its checksum"
for program in threadcount threadcount-cli; do
    file "$tree/usr/bin/$program" | grep -q ', stripped' || complain "$program is not stripped"
    # A debug build names its source files in its assertions.
    if ! grep -q '^CMAKE_BUILD_TYPE:STRING=Debug$' "$build/CMakeCache.txt" \
        && grep -qF -e "$source" -e "$build" "$tree/usr/bin/$program"; then
        complain "$program holds a path of the computer that built it"
    fi
done
for edge in 16 22 24 32 48 64 128 256 512; do
    file "$tree/usr/share/icons/hicolor/${edge}x$edge/apps/$id.png" | grep -q "PNG image data, $edge x $edge" \
        || complain "the icon of $edge pixels has another size"
done
zcat "$tree/usr/share/doc/threadcount/changelog.Debian.gz" | head -n 1 | grep -qF "threadcount ($version-1)" \
    || complain "CHANGELOG.md does not begin with version $version"

# What other people's tools think of it. Warnings are shown; a build without optimisation has some more.
checked=0
lintian --allow-root --tag-display-limit 0 "$package" >"$work/lintian" 2>&1 || checked=$?
cat "$work/lintian"
# 2: there are errors. Anything else but 0: lintian itself did not get to the end.
[ "$checked" -eq 0 ] || complain "lintian found errors, or did not get to the end (exit code $checked)"
desktop-file-validate "$tree/usr/share/applications/$id.desktop" || complain "the desktop file is not valid"
appstreamcli validate --no-net "$tree/usr/share/metainfo/$id.metainfo.xml" || complain "the metainfo is not valid"

# What it needs while it runs is what it asks for.
"$source/tests/packaging/needed.py" "$(field Depends)" "$tree"/usr/bin/* || complain "a dependency is missing"

# And it runs.
export HOME=$work/home
mkdir -m 700 "$HOME"
for program in threadcount threadcount-cli; do
    said=$(env -u DISPLAY "$tree/usr/bin/$program" --version)
    [ "$said" = "$program $version" ] || complain "$program --version says \"$said\""
done
"$source/tests/house/on_a_display.sh" "$tree/usr/bin/threadcount" || complain "the window does not open"
"$source/tests/house/on_a_display.sh" "$tree/usr/bin/threadcount" --demo || complain "the demo does not start"
exit $status
