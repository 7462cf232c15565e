#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Threadcount authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""docs/data-boundary.md names exactly the fields that the decoder reads, and a test behind each of its sentences.

data_boundary.py ROOT
"""

import pathlib
import re
import sys

PAGE = "docs/data-boundary.md"
# The fields are compared with the decoder instead.
WITHOUT_TESTS = {"Fields"}


def fields_of_the_decoder(text):
    tables = re.findall(r"constexpr Fields<(\d+)> fields\{\s*\{(.*?)\}", text, re.DOTALL)
    names = [(int(count), re.findall(r'"([a-z0-9_]+)"', body)) for count, body in tables]
    for count, found in names:
        assert count == len(found), f"a table of {count} fields was read as {found}"
    return {name for _, found in names for name in found}


def fields_of_the_page(text):
    section = text.split("\n## Fields\n", 1)[1].split("\n## ", 1)[0]
    # The first column of the table names endpoints.
    section = re.sub(r"^\| `[a-z_]+` \|", "|", section, flags=re.MULTILINE)
    return set(re.findall(r"`([a-z0-9_]+)`", section))


def field_problems(root):
    decoder = fields_of_the_decoder((root / "app/api/PageDecoder.cpp").read_text(encoding="utf-8"))
    page = fields_of_the_page((root / PAGE).read_text(encoding="utf-8"))
    if len(decoder) < 10:
        yield f"only {len(decoder)} fields were found in the decoder; this test no longer understands it"
    for name in sorted(decoder - page):
        yield f"{name}: the decoder reads it and {PAGE} does not say so"
    for name in sorted(page - decoder):
        yield f"{name}: {PAGE} names it and the decoder does not read it"


def sentences(text):
    """(section, sentence) for each bullet, and for each paragraph that is none although it should be."""
    # What stands before the first section says how to read the page.
    for section in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        title, body = section.split("\n", 1)
        if title.strip() in WITHOUT_TESTS:
            continue
        body = re.sub(r"^```.*?^```$", "", body, flags=re.MULTILINE | re.DOTALL)
        for part in re.split(r"\n\s*\n|\n(?=- )", body):
            if part.strip():
                yield title.strip(), " ".join(part.split())


def slots_of(source):
    """The test functions of a Qt Test file."""
    names = set()
    for section in re.findall(r"\bQ_SLOTS:(.*?)(?=\n(?:public|protected|private|Q_SIGNALS)\b|\n\};)", source, re.DOTALL):
        names |= set(re.findall(r"\bvoid (\w+)\(\)", section))
    return names


def tests_of(root):
    """The names of the tests of CTest; a name made in a foreach stands once for each item."""
    names = set()
    for path in sorted((root / "tests").rglob("CMakeLists.txt")):
        text = re.sub(r"#.*", "", path.read_text(encoding="utf-8"))
        items = dict(re.findall(r"foreach\((\w+) IN ITEMS ([^)]*)\)", text))
        found = re.findall(r"threadcount_add_test\(\s*(\S+)", text) + re.findall(r"add_test\(NAME (\S+)", text)
        found += ["house_" + name for name in re.findall(r"threadcount_add_house_test\((\S+)", text)]
        for name in found:
            variable = re.search(r"\$\{(\w+)\}", name)
            if not variable:
                names.add(name)
            for item in items.get(variable.group(1), "").split() if variable else []:
                names.add(name.replace(variable.group(0), item))
    return names


def source_of(test, sources):
    """One source may be built several times, with a suffix for each."""
    stems = [stem for stem in sources if test == stem or test.startswith(stem + "_")]
    return sources[max(stems, key=len)] if stems else None


def sentence_problems(root):
    sources = {path.stem: path for path in sorted((root / "tests").rglob("tst_*.cpp"))}
    tests = tests_of(root)
    count = 0
    for section, sentence in sentences((root / PAGE).read_text(encoding="utf-8")):
        where = f"{PAGE}, {section}: “{sentence[:70]}…”"
        named = re.findall(r"`\[(\w+)(?:::(\w+))?\]`", sentence)
        count += 1
        if not sentence.startswith("- "):
            yield f"{where} is no bullet, so that no test stands behind it"
        elif not named:
            yield f"{where} names no test"
        for test, function in named:
            if test not in tests:
                yield f"{where} names the test {test}, which does not exist"
            elif function and source_of(test, sources) is None:
                yield f"{where} names a function of {test}, which is no Qt test"
            elif function and function not in slots_of(source_of(test, sources).read_text(encoding="utf-8")):
                yield f"{where} names {test}::{function}, which does not exist"
            elif not function and test.startswith("tst_"):
                yield f"{where} names {test} without saying which of its functions"
    if count == 0:
        yield f"{PAGE} has no sentence that this test understands"


def problems(root):
    yield from field_problems(root)
    yield from sentence_problems(root)


def main():
    found = list(problems(pathlib.Path(sys.argv[1])))
    for problem in found:
        print(problem)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
