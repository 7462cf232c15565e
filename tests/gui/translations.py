#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Threadcount authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The translations say what the sources say, all of it and nothing else.

translations.py CMAKE LUPDATE ROOT WORK

Updates copies of the files in WORK, so the sources stay as they are. English must know every plural form: a missing
one would show "1 day(s)" to a person. German must be whole.
"""

import collections
import pathlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

Text = collections.namedtuple("Text", "context source comment is_plural forms is_finished")

PLACEHOLDER = re.compile(r"%(?:n|L?\d+)")
ACCELERATOR = re.compile(r"&(?=[^&\s])")
# lupdate files a text under a context that the program does not ask for, or under none.
LOST_CONTEXT = re.compile(r"lacks Q_OBJECT|without context|unknown namespace|undeclared")


def texts_of(content):
    for context in ElementTree.fromstring(content).findall("context"):
        for message in context.findall("message"):
            translation = message.find("translation")
            is_plural = message.get("numerus") == "yes"
            forms = [form.text or "" for form in translation.findall("numerusform")] if is_plural else [
                translation.text or ""]
            yield Text(context.findtext("name"), message.findtext("source") or "", message.findtext("comment") or "",
                is_plural, forms, translation.get("type") is None and all(forms))


def identity(text):
    return text.context, text.source, text.comment, text.is_plural


def shown(text):
    comment = f" ({text.comment})" if text.comment else ""
    return f"{text.context}: {text.source!r}{comment}"


def margins(text):
    return text[:len(text) - len(text.lstrip())], text[len(text.rstrip()):]


def faults_of(text):
    """What is wrong with one finished text."""
    wanted = collections.Counter(PLACEHOLDER.findall(text.source))
    # "One day" may leave out its number, a form for many may not.
    singular = collections.Counter({name: count for name, count in wanted.items() if name != "%n"})
    for index, form in enumerate(text.forms):
        found = collections.Counter(PLACEHOLDER.findall(form))
        is_singular = text.is_plural and index == 0
        if found != wanted and not (is_singular and found == singular):
            yield f"{shown(text)}: the placeholders differ in {form!r}"
        if len(ACCELERATOR.findall(form)) != len(ACCELERATOR.findall(text.source)):
            yield f"{shown(text)}: the accelerator differs in {form!r}"
        if margins(form) != margins(text.source):
            yield f"{shown(text)}: the spaces at the ends differ in {form!r}"
    if text.is_plural and len(text.forms) != 2:
        yield f"{shown(text)}: {len(text.forms)} plural forms instead of 2"


def faults(committed, updated):
    """What is wrong with a file, given its content and what lupdate made of it."""
    now = list(texts_of(updated))
    wanted = {identity(text) for text in now}
    for text in now:
        if text.is_finished:
            yield from faults_of(text)
        else:
            yield f"{shown(text)}: not translated yet"
    for text in texts_of(committed):
        if identity(text) not in wanted:
            yield f"{shown(text)}: no source says this any more"


def contexts_of(source):
    """The contexts that a file asks for while it runs."""
    found = set(re.findall(r'translate\(\s*"([\w:]+)"', source))
    found |= set(re.findall(r"Q_DECLARE_TR_FUNCTIONS\(([\w:]+)\)", source))
    # Forward declarations of other rooms come first, so the last namespace before a class is its own.
    space = ""
    for name, class_name in re.findall(
            r"^namespace ([\w:]+) \{|^\s*class (\w+)[^;{]*\{\s*Q_OBJECT", source, re.MULTILINE):
        space = name or space
        if class_name:
            found.add(f"{space}::{class_name}" if space else class_name)
    return found


def unasked(content, contexts):
    """lupdate misread a source where nobody asks for the context that it found."""
    for name in sorted({text.context for text in texts_of(content)} - contexts):
        yield f"the context {name} is asked for by no source; name it with QCoreApplication::translate() there"


def main():
    cmake, lupdate, root, work = sys.argv[1:5]
    here = pathlib.Path(root)
    copies = pathlib.Path(work)
    copies.mkdir(parents=True, exist_ok=True)
    files = sorted((here / "translations").glob("*.ts"))
    for file in files:
        shutil.copyfile(file, copies / file.name)
    update = subprocess.run(
        [cmake, f"-DLUPDATE={lupdate}", f"-DSOURCE_DIR={root}", f"-DTRANSLATIONS_DIR={work}", "-P",
            str(here / "cmake/Lupdate.cmake")], capture_output=True, text=True, check=False)
    if update.returncode != 0:
        sys.exit(update.stderr)
    found = [line for line in update.stderr.splitlines() if LOST_CONTEXT.search(line)]
    asked = set()
    for source in [path for folder in ("app", "ui") for path in (here / folder).rglob("*.[ch]*")]:
        asked |= contexts_of(source.read_text(encoding="utf-8"))
    counts = {}
    for file in files:
        updated = (copies / file.name).read_text(encoding="utf-8")
        committed = file.read_text(encoding="utf-8")
        counts[file.stem] = len(list(texts_of(updated)))
        found += [f"{file.name}: {fault}" for fault in faults(committed, updated)]
        found += [f"{file.name}: {fault}" for fault in unasked(updated, asked)]
    for fault in found:
        print(fault)
    if found:
        sys.exit("Build the target update_translations and fill in translations/.")
    if counts.get("threadcount_en", 0) < 10 or counts.get("threadcount_de", 0) < 500:
        sys.exit(f"lupdate found too few texts: {counts}; this test no longer understands it")
    print(counts)


if __name__ == "__main__":
    main()
