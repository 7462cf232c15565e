#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Threadcount authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A checker that finds nothing proves nothing: houses that break one rule each must be found out."""

import pathlib
import tempfile
import unittest

from include_edges import EDGES, problems


class IncludeEdges(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name) / "house"
        self.qt = pathlib.Path(folder.name) / "qt"
        for room in EDGES:
            self.write(f"app/{room}/Thing.h", "#pragma once\n")
        self.write("ui/shell/Window.h", "#include <QWidget>\n#include \"store/Thing.h\"\n#include \"shell/Window.h\"\n")
        for header in ["QtCore/QObject", "QtCore/QAbstractItemModel", "QtGui/QColor", "QtWidgets/QWidget",
                       "QtWidgets/qwidget.h", "QtCharts/QChart", "QtNetwork/QNetworkReply"]:
            path = self.qt / header
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def found(self):
        return list(problems(self.root, self.qt))

    def assert_one(self, *parts):
        found = self.found()
        self.assertEqual(len(found), 1, found)
        for part in parts:
            self.assertIn(part, found[0])

    def test_a_good_house_passes(self):
        self.write("app/sync/Engine.cpp", "\n".join([
            '#include "sync/Thing.h"', '#include "api/Thing.h"', '#include "secrets/Thing.h"',
            "#include <QObject>", "#include <QNetworkReply>", "#include <vector>", '#include "Engine.moc"']))
        self.assertEqual(self.found(), [])

    def test_every_missing_edge_is_found(self):
        for room, allowed in EDGES.items():
            for other in EDGES:
                with self.subTest(room=room, other=other):
                    self.write(f"app/{room}/Other.cpp", f'#include "{other}/Thing.h"\n')
                    expected = 0 if other == room or other in allowed else 1
                    self.assertEqual(len(self.found()), expected, self.found())
            self.write(f"app/{room}/Other.cpp", "")

    def test_the_edges_go_one_way(self):
        for room, allowed in EDGES.items():
            for other in allowed:
                self.assertNotIn(room, EDGES[other], f"{room} and {other} see each other")

    def test_the_window_is_not_seen_from_app(self):
        for header in ["QWidget", "qwidget.h", "QColor", "QChart", "QtWidgets/QWidget", "QtCharts/QChart"]:
            with self.subTest(header=header):
                self.write("app/models/Model.h", f"#include <{header}>\n")
                self.assert_one("app/models/Model.h", f"<{header}>", "only ui/ may see it")

    def test_app_does_not_include_ui(self):
        self.write("app/store/Bad.cpp", '#include "shell/Window.h"\n')
        self.assert_one("app/store/Bad.cpp", "belongs to ui/")

    def test_an_indented_include_is_found_too(self):
        self.write("app/core/Bad.h", '#if 1\n  #  include   "store/Thing.h"\n#endif\n')
        self.assert_one("app/core/Bad.h", "no edge from core to store")

    def test_an_include_names_its_room(self):
        self.write("app/store/Bad.cpp", '#include "Thing.h"\n')
        self.assert_one("must name its room")

    def test_a_room_without_edges_is_found(self):
        self.write("app/attic/Box.h", "")
        self.assert_one("app/attic", "not in the house")

    def test_ui_includes_only_what_exists(self):
        self.write("ui/shell/Bad.cpp", '#include "nowhere/Thing.h"\n')
        self.assert_one("ui/shell/Bad.cpp", "no room")


if __name__ == "__main__":
    unittest.main()
