# SPDX-FileCopyrightText: 2026 The Threadcount authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Sums up the JSON of gcov, one document per translation unit on stdin: coverage.py ROOT FOLDER

A line counts once, however many units hold it (headers, templates), and is covered when any of them ran it."""

import json
import os
import sys


def executed_lines(documents, root, folder):
    """{path: {line: times}} of the files below `folder`."""
    lines = {}
    for document in documents:
        if not document.strip():
            continue
        unit = json.loads(document)
        for entry in unit["files"]:
            path = os.path.normpath(os.path.join(unit["current_working_directory"], entry["file"]))
            name = os.path.relpath(path, root)
            if not name.startswith(folder + "/"):
                continue
            counts = lines.setdefault(name, {})
            for line in entry["lines"]:
                number = line["line_number"]
                counts[number] = counts.get(number, 0) + line["count"]
    return lines


def percent(covered, total):
    return f"{100 * covered / total:5.1f} %" if total else "    -"


def main():
    root, folder = os.path.abspath(sys.argv[1]), sys.argv[2]
    lines = executed_lines(sys.stdin, root, folder)
    if not lines:
        sys.exit(f"{folder}: no counts; run tests/coverage.sh without an argument first")
    covered_lines = all_lines = 0
    for name, counts in sorted(lines.items()):
        covered = sum(1 for times in counts.values() if times > 0)
        covered_lines += covered
        all_lines += len(counts)
        print(f"{percent(covered, len(counts))}  {covered:5} of {len(counts):5} lines  {name}")
    print(f"{percent(covered_lines, all_lines)}  {covered_lines:5} of {all_lines:5} lines  {folder}")


if __name__ == "__main__":
    main()
