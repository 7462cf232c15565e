#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Threadcount authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every library that a program needs belongs to a package that its package asks for, directly or through others.

needed.py DEPENDS PROGRAM …   DEPENDS as in the control file; the packages must be installed here, and dpkg is asked.
"""

import re
import subprocess
import sys


def output(*command):
    return subprocess.run(command, capture_output=True, text=True).stdout


def names(relation):
    """The packages of a dependency field; of alternatives all, for any of them may be the one that is installed."""
    return {re.match(r"[a-z0-9+.-]+", part.strip()).group()
            for part in re.split(r"[,|]", relation) if part.strip()}


def closure(depends):
    """What is installed with a package that depends on this."""
    asked = {}
    for line in output("dpkg-query", "-W", "-f", "${Package}\t${Pre-Depends}, ${Depends}\t${Provides}\n").splitlines():
        package, needs, provides = line.split("\t")
        for name in {package} | names(provides):
            asked.setdefault(name, set()).update(names(needs) | {package})
    found, waiting = set(), names(depends)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting |= asked.get(name, set()) - found
    return found


def libraries(program):
    """Name and file of each library that the program itself names."""
    needed = re.findall(r"\(NEEDED\).*\[(.+)\]", output("readelf", "-d", program))
    where = dict(re.findall(r"^\s*(\S+) (?:=> )?(/\S+) \(", output("ldd", program), re.MULTILINE))
    where |= {path.rsplit("/", 1)[-1]: path for path in where.values()}
    return [(name, where.get(name)) for name in needed]


def owner(path):
    """The installed package of a file; dpkg may know it by its path before or after /usr was merged."""
    for candidate in (path, "/usr" + path, path.removeprefix("/usr"), output("readlink", "-f", path).strip()):
        asked = subprocess.run(["dpkg", "-S", candidate], capture_output=True, text=True)
        if asked.returncode == 0:
            return asked.stdout.split(":")[0]
    return None


def main():
    depends, programs = sys.argv[1], sys.argv[2:]
    reached = closure(depends)
    missing = []
    for program in programs:
        needed = libraries(program)
        if not needed:
            missing.append(f"{program} needs no library at all: is it a program?")
        for name, path in needed:
            package = owner(path) if path else None
            if package not in reached:
                missing.append(f"{program} needs {name} of {package or 'no package'}, which is not asked for")
    print("\n".join(missing) or f"{len(programs)} programs find all their libraries in: {depends}")
    sys.exit(1 if missing or not programs else 0)


if __name__ == "__main__":
    main()
