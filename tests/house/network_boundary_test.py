#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Threadcount authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Houses that talk past the boundary must be found out."""

import pathlib
import tempfile
import unittest

from network_boundary import problems

SENDER = "#include <QNetworkAccessManager>\n#include <QNetworkRequest>\n" + "\n" * 20 + "reply = manager.get(request);\n"


class NetworkBoundary(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        self.write("app/api/Boundary.h", "class QNetworkAccessManager;\n" + "\n" * 20)
        self.write("app/api/Boundary.cpp", SENDER)
        self.write("ui/wizard/KeyPage.cpp", "QDesktopServices::openUrl(admin);\n")

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def assert_one(self, part):
        found = list(problems(self.root))
        self.assertEqual(len(found), 1, found)
        self.assertIn(part, found[0])

    def test_a_good_house_passes(self):
        self.write("app/sync/SyncRun.cpp", "// a QTcpSocket would be wrong here\nlog(\"QTcpSocket\"); item.get(1);\n")
        self.assertEqual(list(problems(self.root)), [])

    def test_other_ways_out_are_found(self):
        for line in ["#include <QTcpSocket>", "QHostInfo::lookupHost(name);", "QDesktopServices::openUrl(url);",
                     "const int s = ::socket(AF_INET, SOCK_STREAM, 0);", "label->setOpenExternalLinks(true);",
                     "QNetworkRequest request(url);"]:
            with self.subTest(line=line):
                self.write("ui/pages/Sneaky.cpp", line + "\n")
                self.assert_one("ui/pages/Sneaky.cpp:1")

    def test_another_sender_is_found(self):
        self.write("app/api/NetworkTransport.cpp", "m_manager.get(mine);\n")
        self.assert_one("only app/api/Boundary.cpp does")

    def test_forbidden_calls_are_found_also_in_the_boundary(self):
        for line in ["reply->ignoreSslErrors();", "tls.setPeerVerifyMode(QSslSocket::VerifyNone);",
                     "QNetworkRequest::NoLessSafeRedirectPolicy", "manager.post(request, data);",
                     "m_manager->head(request);", "manager.sendCustomRequest(request, verb);"]:
            with self.subTest(line=line):
                self.write("app/api/Boundary.cpp", SENDER + line.replace("QSslSocket::", "") + "\n")
                self.assert_one("app/api/Boundary.cpp:24")

    def test_a_boundary_that_grew_is_found(self):
        self.write("app/api/Boundary.cpp", SENDER + "\n" * 200)
        self.assert_one("a reviewer reads")


if __name__ == "__main__":
    unittest.main()
