#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Threadcount authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""systemd.py notices every setting that is missing or looser, and what systemd itself would not read.

systemd_test.py FOLDER   of the real units
"""

import pathlib
import shutil
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import systemd  # noqa: E402


def main():
    source, failures, twins = pathlib.Path(sys.argv[1]), [], 0

    def check(what, change, looks=systemd.complaints):
        nonlocal twins
        twins += 1
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(source, folder, dirs_exist_ok=True)
            change(pathlib.Path(folder))
            if not list(looks(pathlib.Path(folder))):
                failures.append(f"not noticed: {what}")

    def rewrite(name, old, new):
        def change(folder):
            text = (folder / name).read_text(encoding="utf-8")
            assert old in text, (name, old)
            (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
        return change

    for name, wanted in systemd.WANTED.items():
        for (_, key), value in wanted.items():
            line = f"\n{key}={value.splitlines()[0] if value else ''}\n"
            check(f"{name} without {key}", rewrite(name, line, "\n"))
            check(f"{name} with another {key}", rewrite(name, line, f"\n{key}=other\n"))
    service = "system/threadcount-sync@.service"
    check("a key as an argument", rewrite(service, "[Service]\n", "[Service]\nEnvironment=X=sk-test-1\n"))
    check("one more unit", lambda folder: (folder / "user/other.service").write_text("[Unit]\n"))
    check("a unit is gone", lambda folder: (folder / service).unlink())

    def as_systemd(folder):
        return systemd.systemd_complaints(folder, "/bin/true")
    check("a directive that systemd does not know", rewrite(service, "[Service]\n", "[Service]\nProtectAll=yes\n"), as_systemd)
    check("a time that is none", rewrite("user/threadcount-sync.timer", "00/4:00:00", "00/four"), as_systemd)
    check("a program that is not there", lambda folder: None,
          lambda folder: systemd.systemd_complaints(folder, "/usr/bin/no-such-program"))
    check("an open door", rewrite(service, "\nProtectSystem=strict\nProtectHome=yes\nPrivateTmp=yes\n"
                                  "PrivateDevices=yes\nDevicePolicy=closed\n", "\nPrivateUsers=no\nPrivateDevices=no\n"), as_systemd)
    print("\n".join(failures) or f"{twins} bad twins noticed")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
