#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Threadcount authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""translations.py finds what it is there for, and leaves good files alone."""

import unittest

from translations import contexts_of, faults, unasked

PLAIN = "<message><source>{source}</source><translation{state}>{form}</translation></message>"
PLURAL = ('<message numerus="yes"><source>{source}</source><translation>'
    "<numerusform>{one}</numerusform><numerusform>{many}</numerusform></translation></message>")


def file_with(*messages):
    return f'<TS version="2.1"><context><name>Page</name>{"".join(messages)}</context></TS>'


def plain(source, form, state=""):
    return PLAIN.format(source=source, form=form, state=state)


def plural(source, one, many):
    return PLURAL.format(source=source, one=one, many=many)


def found(*messages, committed=None):
    updated = file_with(*messages)
    return list(faults(updated if committed is None else file_with(*committed), updated))


class TranslationsTest(unittest.TestCase):
    def test_a_whole_file_is_good(self):
        self.assertEqual(found(plain("&amp;Sync %1 now", "%1 &amp;jetzt abgleichen"),
            plain("A &amp;&amp; B", "A &amp;&amp; B"),
            plural("%n day(s) of %1", "ein Tag von %1", "%n Tage von %1")), [])

    def test_what_is_missing(self):
        for message in (plain("Sync", "", ' type="unfinished"'), plain("Sync", "Abgleich", ' type="unfinished"'),
                plain("Sync", ""), plural("%n day(s)", "%n Tag", "")):
            with self.subTest(message):
                self.assertEqual(len(found(message)), 1)

    def test_what_is_left_over(self):
        old = plain("Sync", "Abgleich")
        self.assertEqual(len(found(committed=[old])), 1)

    def test_what_is_wrong(self):
        for message in (plain("%1 of %2", "%1 von"), plain("%1 rows", "Zeilen"), plain("%1", "%1 und %1"),
                plain("Rows", "%1 Zeilen"), plain("&amp;Sync", "Abgleichen"), plain("Sync", "&amp;Abgleichen"),
                plain(" and ", "und"), plain("Sync", "Abgleich "), plural("%n day(s)", "ein Tag", "viele Tage"),
                plural("%n of %1", "ein", "%n von %1")):
            with self.subTest(message):
                self.assertEqual(len(found(message)), 1)

    def test_contexts(self):
        header = ("namespace app::store {\nclass Store;\n}\n\nnamespace ui::pages {\n\n"
            "class Page final : public QWidget\n{\n    Q_OBJECT\n};\nclass Plain\n{\n};")
        self.assertEqual(contexts_of(header), {"ui::pages::Page"})
        self.assertEqual(contexts_of("struct Text\n{\n    Q_DECLARE_TR_FUNCTIONS(ui::format)\n};"), {"ui::format"})
        self.assertEqual(contexts_of('QCoreApplication::translate(\n    "Measure", "Turns")'), {"Measure"})
        self.assertEqual(list(unasked(file_with(plain("Sync", "Abgleich")), {"Page"})), [])
        self.assertEqual(len(list(unasked(file_with(plain("Sync", "Abgleich")), {"Text"}))), 1)


if __name__ == "__main__":
    unittest.main()
