#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Threadcount authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command with an empty home and empty XDG folders of its own: in-own-home.sh HOME COMMAND …
set -eu
home=$1
shift
rm -rf "$home"
mkdir -p "$home/run" "$home/tmp"
chmod 700 "$home" "$home/run"
export HOME="$home" XDG_CONFIG_HOME="$home/config" XDG_DATA_HOME="$home/data" XDG_CACHE_HOME="$home/cache"
export XDG_RUNTIME_DIR="$home/run" TMPDIR="$home/tmp"
unset THREADCOUNT_API_KEY THREADCOUNT_API_BASE_URL THREADCOUNT_DATA_DIR CREDENTIALS_DIRECTORY
unset DBUS_SESSION_BUS_ADDRESS http_proxy https_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY all_proxy
exec "$@"
