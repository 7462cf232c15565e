#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Threadcount authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The units of systemd say what docs/scheduling.md promises, and systemd itself finds nothing wrong with them.

systemd.py FOLDER [PROGRAM]   FOLDER holds user/ and system/; with PROGRAM, systemd-analyze looks at copies that start it
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

INSTANCE = "1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21"

BOTH = {
    ("Service", "Type"): "oneshot",
    ("Service", "SuccessExitStatus"): "12",
    ("Service", "Restart"): "on-failure",
    ("Service", "RestartPreventExitStatus"): "2 3 4 5 6 9 10 11 130",
    ("Service", "NoNewPrivileges"): "yes",
    ("Service", "MemoryDenyWriteExecute"): "yes",
    ("Service", "RestrictAddressFamilies"): "AF_UNIX AF_INET AF_INET6 AF_NETLINK",
    ("Service", "RestrictNamespaces"): "yes",
    ("Service", "RestrictSUIDSGID"): "yes",
    ("Service", "SystemCallArchitectures"): "native",
    ("Service", "LimitCORE"): "0",
    ("Service", "UMask"): "0077",
}
USER = BOTH | {
    ("Service", "ExecStart"): "threadcount-cli sync --quiet",
    ("Service", "SystemCallFilter"): "@system-service",
}
SYSTEM = BOTH | {
    ("Service", "ExecStart"): "threadcount-cli sync --quiet --workspace %i --data-dir %S/threadcount/%i/data",
    ("Service", "LoadCredentialEncrypted"): "threadcount-api-key:/etc/credstore.encrypted/threadcount-api-key.%i",
    ("Service", "DynamicUser"): "yes",
    ("Service", "StateDirectory"): "threadcount/%i",
    ("Service", "StateDirectoryMode"): "0700",
    ("Service", "CapabilityBoundingSet"): "",
    ("Service", "AmbientCapabilities"): "",
    ("Service", "PrivateUsers"): "yes",
    ("Service", "ProtectSystem"): "strict",
    ("Service", "ProtectHome"): "yes",
    ("Service", "PrivateTmp"): "yes",
    ("Service", "PrivateDevices"): "yes",
    ("Service", "ProtectProc"): "invisible",
    ("Service", "ProtectClock"): "yes",
    ("Service", "ProtectControlGroups"): "yes",
    ("Service", "ProtectHostname"): "yes",
    ("Service", "ProtectKernelLogs"): "yes",
    ("Service", "ProtectKernelModules"): "yes",
    ("Service", "ProtectKernelTunables"): "yes",
    ("Service", "LockPersonality"): "yes",
    ("Service", "RestrictRealtime"): "yes",
    ("Service", "SystemCallFilter"): "@system-service\n~@privileged",
    ("Service", "KeyringMode"): "private",
}
TIMER = {
    ("Timer", "OnCalendar"): "*-*-* 00/4:00:00 UTC",
    ("Timer", "Persistent"): "true",
    ("Timer", "FixedRandomDelay"): "true",
    ("Install", "WantedBy"): "timers.target",
}
WANTED = {
    "user/threadcount-sync.service": USER,
    "user/threadcount-sync.timer": TIMER,
    "system/threadcount-sync@.service": SYSTEM,
    "system/threadcount-sync@.timer": TIMER,
}


def read(path):
    """Section and key to value; a key that comes again is another line of the same value."""
    values, section = {}, None
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith(("#", ";")):
            continue
        if found := re.fullmatch(r"\[(\w+)\]", line):
            section = found.group(1)
        else:
            key, _, value = line.partition("=")
            values[section, key] = f"{values[section, key]}\n{value}" if (section, key) in values else value
    return values


def complaints(folder):
    found = sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    if found != sorted(WANTED):
        yield f"other units than {sorted(WANTED)}: {found}"
    for name, wanted in WANTED.items():
        if name not in found:
            continue
        values = read(folder / name)
        for key, value in wanted.items():
            if values.get(key) != value:
                yield f"{name}: [{key[0]}] {key[1]} is {values.get(key)!r}, not {value!r}"
        for key, value in values.items():
            if re.search(r"sk-|API_KEY|--key", value):
                yield f"{name}: {key[1]} speaks of a key: {value}"


def systemd_complaints(folder, program):
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        copies = {}
        for name in WANTED:
            text = (folder / name).read_text(encoding="utf-8")
            copy = work / name.replace("@.", f"@{INSTANCE}.")
            copy.parent.mkdir(exist_ok=True)
            copy.write_text(text.replace("=threadcount-cli ", f"={program} "), encoding="utf-8")
            copies.setdefault(copy.parent.name, []).append(str(copy))
        runtime = work / "run"
        runtime.mkdir(mode=0o700)
        for kind, files in copies.items():
            asked = subprocess.run(
                ["systemd-analyze", "verify", "--man=no", "--recursive-errors=no", f"--{kind}", *files],
                capture_output=True, text=True, env={"PATH": "/usr/bin:/bin", "HOME": str(work), "XDG_RUNTIME_DIR": str(runtime)})
            if asked.returncode != 0 or asked.stderr.strip():
                yield f"systemd-analyze verify ({kind}) says {asked.returncode}: {asked.stderr.strip()}"
        service = next(file for file in copies["system"] if file.endswith(".service"))
        asked = subprocess.run(["systemd-analyze", "security", "--offline=yes", "--threshold=15", "--no-pager", service],
                               capture_output=True, text=True)
        if asked.returncode != 0:
            yield "the exposure of the system unit is above 1.5: " + asked.stdout[-200:] + asked.stderr


def main():
    folder = pathlib.Path(sys.argv[1])
    problems = list(complaints(folder))
    if len(sys.argv) > 2:
        if shutil.which("systemd-analyze") is None:
            problems.append("systemd-analyze is missing: packaging/install-deps.sh installs it")
        else:
            problems += systemd_complaints(folder, sys.argv[2])
    print("\n".join(problems) or f"{len(WANTED)} units, {sum(map(len, WANTED.values()))} settings as promised")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
