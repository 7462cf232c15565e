#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Threadcount authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing in app/ or ui/ reaches a network but through app/api/Boundary.cpp, which stays small enough to read.

network_boundary.py ROOT
"""

import pathlib
import re
import sys

# Whatever can open a connection, resolve a name or hand an address to another program, and the files that may
# name it, each with its reason. A word that is not in this table may not be used at all.
MAY_NAME = {
    # Builds the request and sends it.
    "app/api/Boundary.h": {"QNetworkAccessManager"},
    "app/api/Boundary.cpp": {"QNetworkAccessManager", "QNetworkRequest", "QSslSocket"},
    # Owns the manager (proxy, certificates) and reads the answer; the request comes from the boundary.
    "app/api/NetworkTransport.h": {"QNetworkAccessManager"},
    "app/api/NetworkTransport.cpp": {"QNetworkAccessManager", "QNetworkRequest"},
    # Shakes hands with the service's host, stage by stage, to say where a managed network gets in the way; its
    # one request goes through the transport.
    "app/api/ConnectionTest.cpp": {"QAbstractSocket", "QHostInfo", "QSslSocket"},
    # The local stand-in for the service: listens on the loopback interface.
    "app/simulator/HttpResponder.h": {"QTcpServer", "QTcpSocket"},
    "app/simulator/HttpResponder.cpp": {"QTcpServer", "QTcpSocket", "QAbstractSocket"},
    # Which networks this machine has: listed by the system, nothing is sent.
    "ui/shell/NetworkWatch.h": {"QNetworkInterface"},
    "ui/shell/NetworkWatch.cpp": {"QNetworkInterface"},
    # A second start asks the first one to show its window: a socket of this machine's user.
    "ui/shell/SingleInstance.h": {"QLocalServer", "QLocalSocket"},
    "ui/shell/SingleInstance.cpp": {"QLocalServer", "QLocalSocket"},
    # Buttons that open the person's own mail program or browser.
    "ui/wizard/PreparePage.cpp": {"QDesktopServices"},
    "ui/wizard/KeyPage.cpp": {"QDesktopServices"},
    "ui/wizard/VerifyPage.cpp": {"QDesktopServices"},
}
CONNECTS = re.compile(
    r"\b(QNetworkAccessManager|QNetworkRequest|QNetworkInterface|QAbstractSocket|QTcpSocket|QTcpServer|QUdpSocket"
    r"|QSctpSocket|QSslSocket|QSslServer|QDtls|QLocalSocket|QLocalServer|QHttpServer|QWebSocket|QWebSocketServer"
    r"|QWebEngine\w+|QDnsLookup|QHostInfo|QDesktopServices|QQmlEngine|QQuickView|openExternalLinks"
    r"|setOpenExternalLinks|curl_\w+|getaddrinfo)\b|(?<![\w:])::(socket|connect|bind)\s*\(")

# What no file may do, the boundary included.
NEVER = {
    r"\bignoreSslErrors\b|\bVerifyNone\b|\bQueryPeer\b|\bsetPeerVerifyName\b": "weakens the check of certificates",
    r"\bNoLessSafeRedirectPolicy\b|\bSameOriginRedirectPolicy\b|\bUserVerifiedRedirectPolicy\b"
    r"|\bredirectAllowed\b": "follows redirects",
    r"(?:\.|->)\s*(?:sendCustomRequest|deleteResource)\s*\(|\b[mM]\w*anager\s*(?:\.|->)\s*(?:post|put|head)\s*\(":
        "sends something else than GET",
}
GET = re.compile(r"\b\w*[mM]anager\w*\s*(?:\.|->)\s*get\s*\(")
SENDER = "app/api/Boundary.cpp"
MOST_LINES = {"app/api/Boundary.h": 80, SENDER: 140}


def without_comments(text):
    """Comments and the texts of literals away, lines kept."""
    pattern = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"', re.DOTALL)
    return pattern.sub(lambda match: "\n" * match.group().count("\n"), text)


def problems(root):
    seen = set()
    for folder in ("app", "ui"):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix not in {".h", ".cpp"}:
                continue
            name = path.relative_to(root).as_posix()
            text = without_comments(path.read_text(encoding="utf-8"))
            for number, line in enumerate(text.split("\n"), 1):
                if line.lstrip().startswith("#include"):
                    line = line.replace("<", " ").replace(">", " ")
                for match in CONNECTS.finditer(line):
                    word = match.group(1) or match.group(2)
                    if word in MAY_NAME.get(name, ()):
                        seen.add((name, word))
                    else:
                        yield f"{name}:{number}: {word} belongs to the boundary of the network ({SENDER})"
                for pattern, what in NEVER.items():
                    if re.search(pattern, line):
                        yield f"{name}:{number}: {what}: {line.strip()}"
                if GET.search(line) and name != SENDER:
                    yield f"{name}:{number}: sends a request; only {SENDER} does"
    for name, most in MOST_LINES.items():
        path = root / name
        lines = path.read_text(encoding="utf-8").count("\n") if path.exists() else 0
        if not 10 < lines <= most:
            yield f"{name}: {lines} lines; a reviewer reads at most {most} in a minute"
    for word in ("QNetworkRequest", "QNetworkAccessManager"):
        if (SENDER, word) not in seen:
            yield f"{SENDER} does not name {word}; this test no longer understands it"


def main():
    found = list(problems(pathlib.Path(sys.argv[1]).resolve()))
    for line in found:
        print(line)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
