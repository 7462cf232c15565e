#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Threadcount authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command inside a private D-Bus session with an unlocked, empty gnome-keyring.
set -eu
# A locked keyring asks a person; without a display nobody can be asked and it says so at once.
unset DISPLAY WAYLAND_DISPLAY
exec dbus-run-session -- sh -c '
    printf "test-password\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
    exec "$@"' sh "$@"
