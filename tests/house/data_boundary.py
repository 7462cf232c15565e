#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Threadcount authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""docs/data-boundary.md names exactly the fields that the decoder reads.

data_boundary.py ROOT
"""

import pathlib
import re
import sys


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


def main():
    root = pathlib.Path(sys.argv[1])
    decoder = fields_of_the_decoder((root / "app/api/PageDecoder.cpp").read_text(encoding="utf-8"))
    page = fields_of_the_page((root / "docs/data-boundary.md").read_text(encoding="utf-8"))
    if len(decoder) < 10:
        sys.exit(f"only {len(decoder)} fields were found in the decoder; this test no longer understands it")
    for name in sorted(decoder - page):
        print(f"{name}: the decoder reads it and docs/data-boundary.md does not say so")
    for name in sorted(page - decoder):
        print(f"{name}: docs/data-boundary.md names it and the decoder does not read it")
    sys.exit(1 if decoder != page else 0)


if __name__ == "__main__":
    main()
