#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Threadcount authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The checks of sources.py find what they are there to find."""

import pathlib
import shutil
import sys
import tempfile
import unittest

import sources

HEAD = "// SPDX-FileCopyrightText: 2026 The Threadcount authors\n// SPDX-License-Identifier: GPL-3.0-or-later\n"


class Sources(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        shutil.copy(pathlib.Path(sys.argv[0]).resolve().parents[2] / ".clang-format", self.root)
        self.write("good.cpp", HEAD + "int main()\n{\n    return 0;\n}\n")
        self.write("good.sh", "#!/bin/sh\n# SPDX-License-Identifier: GPL-3.0-or-later\ntrue\n", 0o755)

    def write(self, name, text, mode=0o644):
        path = self.root / name
        path.write_text(text, encoding="utf-8")
        path.chmod(mode)

    def found(self, check):
        return list(sources.CHECKS[check](self.root))

    def test_good_files_pass(self):
        for check in sources.CHECKS:
            with self.subTest(check=check):
                self.assertEqual(self.found(check), [])

    def test_a_badly_formatted_file_is_found(self):
        self.write("bad.h", HEAD + "int  f( ) {return 1;}\n")
        found = self.found("format")
        self.assertEqual(len(found), 1, found)
        self.assertIn("bad.h", found[0])

    def test_a_file_without_licence_is_found(self):
        self.write("bad.h", "#pragma once\n")
        self.assertIn("bad.h", self.found("licence")[0])

    def test_a_broken_script_is_found(self):
        self.write("bad", "#!/usr/bin/env bash\nif true; then\n", 0o755)
        self.assertIn("bad", self.found("shell")[0])

    def test_a_script_that_may_not_be_executed_is_found(self):
        self.write("bad.sh", "#!/bin/sh\ntrue\n")
        self.assertIn("may not be executed", self.found("shell")[0])

    def test_a_real_looking_key_is_found_and_a_fake_is_not(self):
        letters = "Zq8Wm3Xn7Rv2Lk9Pj5Ht4Gf6"
        self.write("fake.md", "sk-test-" + letters)
        self.assertEqual(self.found("keys"), [])
        self.write("bad.md", "sk-proj-" + letters)
        self.write("bad.json", "{\"key\": \"sk-" + letters + "\"}")
        self.assertEqual(len(self.found("keys")), 2)

    def test_a_link_to_nowhere_is_found(self):
        self.write("page.md", "[good](good.sh) [there](https://example.org/x) [anchor](#here) ![gone](images/gone.png)\n")
        self.assertEqual(self.found("links"), ["page.md: images/gone.png is not there"])


if __name__ == "__main__":
    unittest.main()
