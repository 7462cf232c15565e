#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Threadcount authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""needed.py notices a dependency that is not named, and accepts one that comes through another package."""

import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).parent


def run(depends, program):
    asked = subprocess.run([sys.executable, "-B", str(HERE / "needed.py"), depends, program], capture_output=True,
                           text=True)
    return asked.returncode, asked.stdout


def main():
    failures = []

    def check(what, answer, code, text):
        if answer[0] != code or text not in answer[1]:
            failures.append(f"{what}: {answer}")

    # Every Debian has these programs: of bash and of the C library's package.
    check("everything is named", run("libc6 (>= 2.36), libtinfo6 (>= 6)", "/bin/bash"), 0, "1 programs")
    check("one package brings the other", run("bash", "/bin/bash"), 0, "1 programs")
    check("an alternative counts", run("no-such-package | libtinfo6, libc6", "/bin/bash"), 0, "1 programs")
    check("a library is not asked for", run("libc6 (>= 2.36)", "/bin/bash"), 1, "needs libtinfo.so.6 of libtinfo6")
    check("nothing is asked for", run("no-such-package", "/bin/bash"), 1, "needs libc.so.6 of libc6")
    check("no program", run("libc6", __file__), 1, "needs no library at all")
    for line in failures:
        print(line)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
