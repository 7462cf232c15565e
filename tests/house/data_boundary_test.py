#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Threadcount authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A checker that finds nothing proves nothing: pages that break one rule each must be found out."""

import pathlib
import tempfile
import unittest

from data_boundary import problems

FIELDS = [f"field_{index}" for index in range(12)]
DECODER = "constexpr Fields<12> fields{\n    {" + ", ".join(f'"{name}"' for name in FIELDS) + "}};\n"
PAGE = """# The data boundary

How to read it.

## What is asked

```
GET https://api.example.com
```

- One address. `[tst_good::isAsked]`
- Another sentence,
  over two lines. `[house_boundary]` `[tst_other_one::isKept]`

## Fields

{fields}.

## How it ends

- It ends. `[tst_good::ends]`
"""
SOURCE = """
class TestGood : public support::TestCase
{
    Q_OBJECT

private:
    void helper();

private Q_SLOTS:
    void initTestCase();
    void isAsked();
    void ends() { QVERIFY(true); }

private:
    void other();
};
"""


class DataBoundary(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        self.write("app/api/PageDecoder.cpp", DECODER)
        self.page = PAGE.format(fields=", ".join(f"`{name}`" for name in FIELDS))
        self.write("docs/data-boundary.md", self.page)
        self.write("tests/unit/tst_good.cpp", SOURCE)
        self.write("tests/unit/tst_other_one.cpp", SOURCE.replace("isAsked", "isKept"))
        self.write("tests/CMakeLists.txt",
                   "threadcount_add_test(tst_good SOURCES tst_good.cpp)\n"
                   "foreach(part IN ITEMS one two)\n    threadcount_add_test(tst_other_${part}\n"
                   "        SOURCES tst_other.cpp)\nendforeach()\n"
                   "threadcount_add_house_test(boundary python boundary.py)\n")

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def change(self, old, new):
        self.assertIn(old, self.page)
        self.write("docs/data-boundary.md", self.page.replace(old, new, 1))

    def assert_one(self, *parts):
        found = list(problems(self.root))
        self.assertEqual(len(found), 1, found)
        for part in parts:
            self.assertIn(part, found[0])

    def test_a_good_page_passes(self):
        self.assertEqual(list(problems(self.root)), [])

    def test_a_field_that_only_the_decoder_has_is_found(self):
        self.change("`field_3`, ", "")
        self.assert_one("field_3", "does not say so")

    def test_a_field_that_only_the_page_has_is_found(self):
        self.change("`field_3`", "`field_3`, `prompt`")
        self.assert_one("prompt", "does not read it")

    def test_a_sentence_without_a_test_is_found(self):
        self.change(" `[tst_good::isAsked]`", "")
        self.assert_one("One address", "names no test")

    def test_a_sentence_outside_of_the_bullets_is_found(self):
        self.change("- It ends.", "It also sings.\n\n- It ends.")
        self.assert_one("It also sings", "no bullet")

    def test_a_test_that_does_not_exist_is_found(self):
        self.change("tst_good::isAsked", "tst_gone::isAsked")
        self.assert_one("tst_gone", "does not exist")

    def test_a_function_that_does_not_exist_is_found(self):
        self.change("tst_good::isAsked", "tst_good::isForgotten")
        self.assert_one("tst_good::isForgotten", "does not exist")

    def test_a_function_that_is_no_test_is_found(self):
        for name in ("helper", "other"):
            with self.subTest(name=name):
                self.change("tst_good::isAsked", f"tst_good::{name}")
                self.assert_one(f"tst_good::{name}", "does not exist")

    def test_a_house_test_that_does_not_exist_is_found(self):
        self.change("house_boundary", "house_fence")
        self.assert_one("house_fence", "does not exist")

    def test_a_test_without_its_function_is_found(self):
        self.change("tst_good::isAsked", "tst_good")
        self.assert_one("which of its functions")

    def test_a_test_that_nothing_builds_is_found(self):
        self.write("tests/unit/tst_loose.cpp", SOURCE)
        self.change("tst_good::isAsked", "tst_loose::isAsked")
        self.assert_one("tst_loose", "does not exist")

    def test_a_page_without_sentences_is_found(self):
        self.write("docs/data-boundary.md", "# Nothing\n\n## Fields\n\n"
                   + ", ".join(f"`{name}`" for name in FIELDS) + "\n")
        self.assert_one("no sentence")

    def test_a_decoder_that_cannot_be_read_is_found(self):
        self.write("app/api/PageDecoder.cpp", "")
        self.assertIn("no longer understands", list(problems(self.root))[0])


if __name__ == "__main__":
    unittest.main()
