#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Threadcount authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules for the files of the project themselves.

sources.py format ROOT    every C++ file is formatted by clang-format 14
sources.py licence ROOT   every source file names its licence
sources.py shell ROOT     every shell script parses and may be executed
sources.py keys ROOT      nothing looks like a real key
sources.py links ROOT     what a page of the documentation points to is there
"""

import os
import pathlib
import re
import subprocess
import sys

CPP = {".cpp", ".h"}
SCRIPTS = {".sh", ".py"}


def files(root):
    """What is tracked; of an unpacked archive without git, everything outside the build folder."""
    listed = subprocess.run(["git", "-c", "safe.directory=*", "-C", root, "ls-files", "-z"], capture_output=True)
    if listed.returncode == 0:
        paths = [root / name for name in listed.stdout.decode().split("\0") if name]
    else:
        paths = [path for path in root.rglob("*")
                 if path.relative_to(root).parts[0] not in {"build", ".git", ".cache"}]
    return sorted(path for path in paths if path.is_file() and not path.is_symlink())


def check_format(root):
    version = subprocess.run(["clang-format", "--version"], capture_output=True, text=True).stdout
    if " version 14." not in version:
        yield f"clang-format 14 is needed, not: {version.strip()}"
        return
    paths = [path for path in files(root) if path.suffix in CPP]
    if not paths:
        yield "no C++ file was found"
    for start in range(0, len(paths), 50):
        run = subprocess.run(["clang-format", "--dry-run", "-Werror", *map(str, paths[start:start + 50])],
                             capture_output=True, text=True)
        if run.returncode != 0:
            bad = re.findall(r"^(.+?):\d+:\d+: error", run.stderr, re.MULTILINE)
            for path in sorted(set(bad)):
                yield f"{os.path.relpath(path, root)}: not formatted; run clang-format -i on it"
            if not bad:
                yield run.stderr.strip()


def check_licence(root):
    for path in files(root):
        if path.suffix not in CPP | SCRIPTS:
            continue
        head = path.read_text(encoding="utf-8").splitlines()[:3]
        if not any("SPDX-License-Identifier: GPL-3.0-or-later" in line for line in head):
            yield f"{path.relative_to(root)}: the first lines do not name the licence"


def is_shell_script(path):
    with open(path, "rb") as file:
        first = file.readline(64)
    return path.suffix == ".sh" or re.match(rb"#!.*\b(ba)?sh\b", first) is not None


def check_shell(root):
    scripts = [path for path in files(root) if is_shell_script(path)]
    if not scripts:
        yield "no shell script was found"
    for path in scripts:
        run = subprocess.run(["bash", "-n", str(path)], capture_output=True, text=True)
        if run.returncode != 0:
            yield f"{path.relative_to(root)}: {run.stderr.strip()}"
        if path.read_bytes().startswith(b"#!") and not os.access(path, os.X_OK):
            yield f"{path.relative_to(root)}: begins with #! but may not be executed"


# OpenAI keys are "sk-", an optional kind, and a long run of letters and digits. Fakes say that they are fakes.
KEY = re.compile(rb"sk-(?:[a-z]+-)?[A-Za-z0-9_-]{20,}")
FAKE = re.compile(rb"test|fake|canary|demo|example|simulator|abcd|0123|1234|xxxx", re.IGNORECASE)


def check_keys(root):
    for path in files(root):
        for match in KEY.finditer(path.read_bytes()):
            if not FAKE.search(match.group()):
                yield f"{path.relative_to(root)}: {match.group()[:8].decode()}… looks like a real key"


def check_links(root):
    for path in files(root):
        if path.suffix != ".md":
            continue
        for target in re.findall(r"\]\(([^)#\s]+)", path.read_text(encoding="utf-8")):
            if not re.match(r"[a-z]+:", target) and not (path.parent / target).exists():
                yield f"{path.relative_to(root)}: {target} is not there"


CHECKS = {"format": check_format, "licence": check_licence, "shell": check_shell, "keys": check_keys,
          "links": check_links}


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in CHECKS:
        sys.exit(__doc__)
    found = list(CHECKS[sys.argv[1]](pathlib.Path(sys.argv[2]).resolve()))
    for line in found:
        print(line)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
