#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Threadcount authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks every #include of app/ and ui/ against the edges of docs/architecture.md.

include_edges.py ROOT QT_INCLUDE_FOLDER
Prints one line for each forbidden include and ends with 1 where there is one.
"""

import pathlib
import re
import sys

EDGES = {
    "core": set(),
    "records": {"core"},
    "messages": {"core"},
    "settings": {"core"},
    "secrets": {"core"},
    "api": {"core", "records"},
    "store": {"core", "records"},
    "sync": {"api", "store", "secrets", "records", "core"},
    "setup": {"sync", "secrets", "settings", "store", "api", "records", "core"},
    "insights": {"store", "records", "core"},
    "models": {"store", "records", "core"},
    "exporting": {"store", "insights", "records", "core"},
    "simulator": {"core"},
}
EDGES["cli"] = set(EDGES) - {"models"}

QT_OF_THE_WINDOW = [
    "QtGui", "QtWidgets", "QtCharts", "QtSvg", "QtSvgWidgets", "QtPrintSupport", "QtOpenGL", "QtOpenGLWidgets",
    "QtQuick", "QtQml",
]

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)


def headers_of_the_window(qt):
    """The names that may be included without their module, such as QWidget and qwidget.h."""
    def names(module):
        folder = qt / module
        return {entry.name for entry in folder.iterdir()} if folder.is_dir() else set()
    found = set().union(*(names(module) for module in QT_OF_THE_WINDOW))
    return found - names("QtCore") - names("QtNetwork") - names("QtConcurrent")


def problems(root, qt):
    root, qt = pathlib.Path(root), pathlib.Path(qt)
    window = headers_of_the_window(qt)
    app_rooms = {folder.name for folder in (root / "app").iterdir() if folder.is_dir()}
    ui = root / "ui"
    ui_rooms = {folder.name for folder in ui.iterdir() if folder.is_dir()} if ui.is_dir() else set()

    for room in sorted(app_rooms - set(EDGES)):
        yield f"app/{room}: this room is not in the house; give it its edges in docs/architecture.md and here"

    for path in sorted(root.glob("app/**/*")) + sorted(root.glob("ui/**/*")):
        if path.suffix not in {".h", ".cpp"}:
            continue
        relative = path.relative_to(root)
        layer, room = relative.parts[0], relative.parts[1]
        for bracket, name in INCLUDE.findall(path.read_text(encoding="utf-8")):
            first, _, rest = name.partition("/")
            if bracket == "<":
                if layer == "app" and (first in QT_OF_THE_WINDOW or name in window):
                    yield f"{relative}: <{name}> belongs to the window; only ui/ may see it"
            elif not rest:
                if not name.endswith(".moc"):
                    yield f'{relative}: "{name}" must name its room, as in "{room}/{name}"'
            elif layer == "ui":
                if not (ui / name).is_file() and not (root / "app" / name).is_file():
                    yield f'{relative}: "{name}" is in no room of ui/ or app/'
            elif first not in app_rooms:
                whose = "ui/" if first in ui_rooms else "no room"
                yield f'{relative}: "{name}" belongs to {whose}; app/ includes rooms of app/ only'
            elif first != room and first not in EDGES.get(room, set()):
                yield f'{relative}: "{name}": there is no edge from {room} to {first}'


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    found = list(problems(sys.argv[1], sys.argv[2]))
    for line in found:
        print(line)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
