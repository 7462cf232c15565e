#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Threadcount authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a page and a picture of what the benchmarks printed.

report.py label ENGINEERS DAYS    standard input to standard output, with the shape of the data set in each line
report.py write RESULTS FOLDER    performance.md and performance.svg in that folder
"""
import datetime
import json
import math
import os
import pathlib
import re
import sys

OURS = "threadcount"
BARE = "bare loop"
PLAIN = "plain SQL"
MAIN = (10_000, 365)
LARGE = (50_000, 365)
PAGES = ["overview", "engineers", "engineer", "codeReview", "surfaces", "tokens", "privacy"]
PAGE_NAMES = {"overview": "Overview", "engineers": "Engineers", "engineer": "One engineer", "codeReview": "Code review",
              "code-review": "Code review", "surfaces": "Surfaces and models", "tokens": "Tokens",
              "privacy": "Privacy and data", "person": "One engineer"}
# What a person does in the window, by the first word of the driver's names.
CLICKS = ("open", "range", "columns", "search", "filter", "sort", "scroll", "person")
NOTHING = "–"
NOT_MEASURED = "not measured in this run"


class Results:
    """The lines of a run."""

    def __init__(self, lines):
        self.lines = [line for line in lines if line["name"] != "run"]
        self.run = next((line for line in lines if line["name"] == "run"), {})

    def find(self, name, shape=None, variant=OURS, asked=None):
        """The first line that fits and was measured; else None."""
        for line in self.lines:
            if (line["name"] == name and line.get("variant", OURS) == variant and "median" in line
                    and (shape is None or shape_of(line) == shape) and (asked is None or line.get("range") == asked)):
                return line
        return None

    def skipped(self, name, shape=None, variant=OURS, asked=None):
        """Why a line has no figure; else None."""
        for line in self.lines:
            if (line["name"] == name and line.get("variant", OURS) == variant and "skipped" in line
                    and (shape is None or shape_of(line) == shape) and (asked is None or line.get("range") == asked)):
                return line["skipped"]
        return None

    def shapes(self):
        """All data sets of the run, small ones first."""
        return sorted({shape_of(line) for line in self.lines if line["name"] == "size/cache"})

    def clicks(self, shape):
        """What the driver did at one data set."""
        return [line for line in self.lines
                if shape_of(line) == shape and line["name"].split("/")[0] in CLICKS and "median" in line]


def shape_of(line):
    return line["engineers"], line["days"]


def shape_name(shape):
    return f"{shape[0]:,} × {shape[1]}"


def number(value, digits=3):
    """So many digits that say something, thousands with a comma."""
    if value is None:
        return NOTHING
    if value == 0:
        return "0"
    if abs(value) >= 10 ** (digits - 1):
        return f"{value:,.0f}"
    places = max(0, digits - 1 - math.floor(math.log10(abs(value))))
    return f"{value:.{min(places, 2)}f}"


def whole(value):
    return f"{value:,.0f}"


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|---" + "|---:" * (len(head) - 1) + "|"]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def verdict(isreached):
    return "yes" if isreached else "**no**"


def machine():
    """Processor, cores and memory; never the name of the computer."""
    model = "an unknown processor"
    for line in pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            model = line.split(":", 1)[1].strip()
            break
    memory = re.search(r"MemTotal:\s+(\d+)", pathlib.Path("/proc/meminfo").read_text(encoding="utf-8"))
    gigabytes = int(memory.group(1)) * 1024 / 1e9 if memory else 0
    return f"{model}, {len(os.sched_getaffinity(0))} cores, {gigabytes:.0f} GB of memory."


def when(results):
    text = "on " + results.run.get("at", datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d"))
    load = results.run.get("load", 0)
    if load > len(os.sched_getaffinity(0)) * 0.4:
        text += f", **while the machine was busy (load {load}), so that the times say little,**"
    return text


def targets(results):
    main, large = MAIN, LARGE
    if not results.find("size/cache", MAIN):
        main = large = max(results.shapes(), key=lambda shape: shape[0] * shape[1])
    rows = []

    def add(what, must, line_is_there, measured, isreached):
        rows.append([what, must, measured if line_is_there else NOT_MEASURED, verdict(isreached) if line_is_there else NOTHING])

    page = next((line for line in results.lines if line["name"] == "ingest/page" and line.get("variant") == "DuckDB"), None)
    shape = shape_of(page) if page else (10_000, 365)
    ours = results.find("ingest/page", shape)
    bare = results.find("ingest/page", shape, BARE)
    duck = results.find("ingest/page", shape, "DuckDB")
    both = bool(ours and bare)
    ratio = ours["median"] / bare["median"] if both else 0
    rows_of_page = whole(ours["extra"]["usage_day"]) if ours else "30,000"
    add(f"decode and store one page of {rows_of_page} rows", "≤ 1.3 × the bare loop", both,
        f"{number(ours['median'])} ms, **{ratio:.2f} ×**" if both else "", ratio <= 1.3)
    both = bool(ours and duck)
    ratio = duck["median"] / ours["median"] if both else 0
    add("the same against DuckDB's `read_json`", "≥ 2.5 × faster", both,
        f"**{ratio:.1f} ×** ({number(duck['median'])} ms)" if both else "", ratio >= 2.5)

    for shape in ((10_000, 30), (50_000, 30)):
        text = f"backfill of {shape_name(shape)} over HTTP"
        line = results.find("backfill/charts-visible", shape)
        ratio = line["extra"]["ratio_to_slowest_stage"] if line else 0
        add(f"{text}, to charts visible", "≤ 1.15 × its slowest stage alone", bool(line),
            f"{number(line['median'])} s, **{ratio:.2f} ×** ({line['extra']['slowest_stage']})" if line else "", ratio <= 1.15)
        line = results.find("backfill/resident", shape)
        peak = line["median"] if line else 0
        add(f"{text}: resident memory", "< 300 MB throughout", bool(line), f"**{number(peak)} MB**", peak < 300)
        line = results.find("backfill/main-thread", shape)
        gap = line["median"] if line else 0
        add(f"{text}: main thread, clicking all the time", "never blocked for more than 50 ms", bool(line),
            f"**{number(gap)} ms** of its time, {number(line['extra']['worst_by_wall']['wall'])} ms by the clock, in"
            f" {line['extra']['clicks']} clicks" if line else "", gap <= 50)

    for shape, limit in ((main, 150), (large, 400)) if main != large else ((main, 150),):
        clicks = results.clicks(shape)
        worst = max(clicks, key=lambda line: line["p95"], default=None)
        add(f"any page, filter or range at {shape_name(shape)}, to the painted frame (p95)", f"≤ {limit} ms", bool(worst),
            f"worst of {len(clicks)}: **{number(worst['p95'])} ms** (`{worst['name']}`), "
            f"median of all {number(sorted(line['median'] for line in clicks)[len(clicks) // 2])} ms" if worst else "",
            bool(worst) and worst["p95"] <= limit)

    cold = results.find("cold-start", main)
    add(f"cold start to the first chart at {shape_name(main)}", "≤ 700 ms", bool(cold),
        f"**{number(cold['median'])} ms**" if cold else "", bool(cold) and cold["median"] <= 700)

    small = (1_000, main[1])
    for name, text in (("sync/unchanged", "nothing changed"), ("sync/five people", "five people changed"),
                       ("sync/everything", "everything changed")):
        line = results.find(name, small) or results.find(name)
        extra = line["extra"] if line else {}
        isunchanged = name == "sync/unchanged"
        add(f"incremental sync, {line['engineers'] if line else 1000:,} engineers: {text}",
            "the file does not grow" if isunchanged else "writes in proportion", bool(line),
            f"file grows by **{number(extra.get('file_growth', 0))} bytes**; {number(extra.get('written_bytes', 0) / 1000)} kB"
            f" written for {whole(extra.get('changed_rows', 0))} changed rows of {whole(extra.get('rows', 0))}" if line else "",
            bool(line) and (extra.get("file_growth", 1) <= 0 or not isunchanged))

    line = results.find("prune/main-thread", main)
    gap = line["median"] if line else 0
    add(f"forgetting all but three months of {shape_name(main)}, clicking all the time", "the window is not blocked (50 ms)", bool(line),
        f"**{number(gap)} ms** of the main thread, {number(line['extra']['worst_by_wall']['wall'])} ms by the clock" if line else "",
        gap <= 50)

    cpu = results.find("idle/cpu", main)
    memory = results.find("idle/memory", main)
    seconds = cpu["extra"].get("seconds", 0) if cpu else 0
    add(f"at rest at {shape_name(main)}: processor", "no wake-up beyond the timers that are due", bool(cpu),
        f"**{number(cpu['median'])} ms** and {cpu['extra'].get('wake_ups', 0)} wake-ups in {seconds} s" if cpu else "",
        bool(cpu) and cpu["median"] <= seconds)  # a thousandth of one processor
    add("at rest: resident memory", "< 120 MB", bool(memory), f"**{number(memory['median'])} MB**" if memory else "",
        bool(memory) and memory["median"] < 120)
    return table(["what", "must reach", "measured", "reached"], rows)


def page_size(results):
    line = next((line for line in results.lines if line["name"] == "ingest/decode" and "median" in line), None)
    if not line:
        return NOT_MEASURED
    return f"{whole(line['extra']['usage_day'])} rows with their surfaces and models, {line['extra']['page_bytes'] / 1e6:.1f} MB"


def ingest(results):
    shapes = sorted({shape_of(line) for line in results.lines if line["name"] == "ingest/page"})
    rows = []
    for shape in shapes:
        ours = results.find("ingest/page", shape)
        decode = results.find("ingest/decode", shape)
        if decode:
            rows.append([f"{shape[0]:,}", "decode alone", number(decode["median"]), NOTHING,
                         number(decode["extra"]["cpu"]), number(decode["extra"].get("peak_mb"))])
        for variant in (OURS, BARE, "DuckDB", "Qt"):
            line = results.find("ingest/page", shape, variant)
            why = results.skipped("ingest/page", shape, variant)
            name = "**Threadcount**: decode and store" if variant == OURS else variant
            if line:
                ratio = line["median"] / ours["median"] if ours else 0
                processor = NOTHING if variant == "DuckDB" else number(line["extra"]["cpu"])
                rows.append([f"{shape[0]:,}", name, number(line["median"]), f"{ratio:.2f}", processor,
                             number(line["extra"].get("peak_mb"))])
            elif why:
                rows.append([f"{shape[0]:,}", name, why, NOTHING, NOTHING, NOTHING])
    return table(["engineers", "", "ms", "× Threadcount", "processor ms", "peak MB"], rows)


def matrix(results, names, cell):
    """A row for each name, a column for each data set."""
    shapes = results.shapes()
    rows = [[text] + [cell(name, shape) for shape in shapes] for name, text in names]
    return table([""] + [shape_name(shape) for shape in shapes], [row for row in rows if any(c != NOTHING for c in row[1:])])


def painted(results):
    names = []
    for kind, text in (("open", "open"), ("range", "range")):
        seen = []
        for line in results.lines:
            words = line["name"].split("/")
            if words[0] == kind and len(words) == 3 and words[1] not in seen:
                seen.append(words[1])
        names += [(f"{kind}/{page}", f"{text}: {PAGE_NAMES.get(page, page)}") for page in seen]

    def cell(name, shape):
        found = [line for line in results.clicks(shape) if line["name"].rsplit("/", 1)[0] == name]
        longest = max(found, key=lambda line: int(line["name"].rsplit("/", 1)[1]), default=None)
        return f"{number(longest['median'])} / {number(longest['p95'])}" if longest else NOTHING

    pages = matrix(results, names, cell)
    others = []
    for kind, text in (("columns", "days or weeks"), ("search", "a letter typed or taken back"), ("filter", "a filter"),
                       ("sort", "another order"), ("scroll", "scrolling"), ("person", "another person")):
        row = [text]
        for shape in results.shapes():
            lines = [line for line in results.clicks(shape) if line["name"].split("/")[0] == kind]
            middle = sorted(line["median"] for line in lines)[len(lines) // 2] if lines else None
            row.append(f"{number(middle)} / {number(max(line['p95'] for line in lines))}" if lines else NOTHING)
        if any(c != NOTHING for c in row[1:]):
            others.append(row)
    cold = ["cold start"] + [number((results.find("cold-start", shape) or {}).get("median")) for shape in results.shapes()]
    more = table(["the rest: median / worst"] + [shape_name(shape) for shape in results.shapes()], others + [cold])
    return pages + "\n\n" + more


def longest_range(name, results, shape, variant=OURS):
    return results.find(name, shape, variant, shape[1]) or results.find(name, shape, variant, min(shape[1], 30))


def queries(results):
    names = [(f"query/{page}", PAGE_NAMES[page]) for page in PAGES] + [("query/search", "find somebody by name"),
                                                                     ("query/storage", "what the file holds")]

    def cell(name, shape):
        line = results.find(name, shape, asked=shape[1]) or results.find(name, shape)
        return number(line["median"]) if line else NOTHING

    return matrix(results, names, cell)


def plain(results):
    def cell(name, shape):
        line = results.find(name, shape, PLAIN, shape[1])
        ours = results.find(name, shape, OURS, shape[1])
        if line and ours:
            return f"{number(line['median'])} ({number(line['median'] / ours['median'], 2)} ×)"
        return "> 6 s" if results.skipped(name, shape, PLAIN, shape[1]) else NOTHING

    return matrix(results, [(f"query/{page}", PAGE_NAMES[page]) for page in PAGES], cell)


def storing(results):
    def milliseconds(name, shape):
        line = results.find(name, shape)
        return number(line["median"]) if line else NOTHING

    def written(name, shape):
        line = results.find(name, shape)
        if not line:
            return NOTHING
        extra = line["extra"]
        return f"{number(extra['written_bytes'] / 1000)} / {number(extra['file_growth'] / 1000)}"

    syncs = [("sync/unchanged", "sync, nothing changed"), ("sync/five people", "sync, five people changed"),
             ("sync/everything", "sync, everything changed")]
    prune = ("prune/to three months", "forget all but three months")
    return (matrix(results, syncs + [prune, ("export/usage", "export of the last 30 days, CSV")], milliseconds)
            + "\n\nMilliseconds; a sync is the last 7 days of usage and the last 30 of code reviews, without the download. What it writes and by how"
            " much the file grows, in kB (what goes through the write-ahead log is written twice):\n\n"
            + matrix(results, syncs + [prune], written))


def backfills(results):
    names = [("backfill/charts-visible", "backfill, to charts visible: s"), ("backfill/resident", "resident at most: MB"),
             ("backfill/main-thread", "worst gap of the main thread: ms of its time")]

    def median(name, shape):
        line = results.find(name, shape)
        return number(line["median"]) if line else NOTHING

    def extra(name, shape):
        line = results.find("backfill/charts-visible", shape)
        value = line["extra"].get(name) if line else None
        return value if isinstance(value, str) else number(value)

    stages = [("download_s", "download alone: s"), ("decode_s", "decode alone: s"),
              ("store_s", "store alone: s"), ("slowest_stage", "slowest stage"),
              ("ratio_to_slowest_stage", "backfill ÷ slowest stage")]
    first, second = matrix(results, names, median), matrix(results, stages, extra)
    # One table: the head of the second goes.
    return first + "\n" + "\n".join(second.split("\n")[2:]) if second.count("\n") > 1 else f"Backfills were {NOT_MEASURED}."


def group_bytes(line):
    """Bytes of every kind, as the product tells them."""
    return line["extra"]["kinds"]


def per_engineer_day(results):
    kinds = {"usage_days": "people's days", "usage_by_surface": "by surface", "usage_by_model": "by model",
             "sums": "ready-made sums", "people": "people"}
    rows = []
    for shape in results.shapes():
        line = results.find("size/cache", shape)
        found = group_bytes(line)
        stored = line["extra"]["rows"]
        rest = line["median"] - sum(found[kind] for kind in kinds)
        rows.append([shape_name(shape), number(line["median"] / 1e6), f"{stored:,}"]
                    + [number(found[kind] / stored) for kind in kinds] + [number(rest / stored)]
                    + [number(line["median"] / stored), number(line["median"] / (shape[0] * shape[1]))])
    head = ["", "MB", "rows of people's days"] + [f"B a row: {text}" for text in kinds.values()]
    text = table(head + ["the rest", "**B a row**", "**B an engineer-day**"], rows)

    shape = MAIN if results.find("size/cache", MAIN) else results.shapes()[-1]
    line = results.find("size/cache", shape)
    tables = sorted(line["extra"]["tables"].items(), key=lambda item: -item[1])
    stored = line["extra"]["rows"]
    largest = [[f"`{name}`", number(size / 1e6), number(size / stored)] for name, size in tables if size / line["median"] > 0.002]
    sums = group_bytes(line)["sums"]
    return (text + f"\n\nTable by table at {shape_name(shape)}:\n\n" + table(["table", "MB", "B a row of people's days"], largest)
            + f"\n\nA row of a person's day costs {number(line['median'] / stored)} bytes, {number(line['median'] / (shape[0] * shape[1]))} for each"
            " engineer and day of the calendar. The figures themselves are most of it: thirteen columns of the day, twelve for each of one to three"
            " surfaces and ten for each of one to four models, as SQLite stores them, with costs as 8-byte doubles because what the service sent must come"
            f" back to the bit. The ready-made sums are {100 * sums / line['median']:.0f} % of the file; they are what makes the difference between the two"
            " tables of *What a page asks*. There is no index beside the keys.")


def memory(results):
    names = [(f"query/{page}", f"read: {PAGE_NAMES[page]}") for page in PAGES]
    names += [("export/usage", "export of 30 days"), ("sync/unchanged", "sync, nothing changed"),
              ("sync/everything", "sync, everything changed"), ("prune/to three months", "forget all but three months")]

    def cell(name, shape):
        line = results.find(name, shape, asked=shape[1]) or results.find(name, shape)
        return number(line["extra"].get("peak_mb")) if line and "peak_mb" in line["extra"] else NOTHING

    return matrix(results, names, cell)


def idle(results):
    rows = []
    for shape in results.shapes():
        cpu, resident = results.find("idle/cpu", shape), results.find("idle/memory", shape)
        if cpu and resident:
            extra = resident["extra"]
            threads = ", ".join(f"{name} {count}" for name, count in cpu["extra"].get("wake_ups_by_thread", {}).items())
            rows.append([shape_name(shape), f"{number(cpu['median'])} ms in {cpu['extra'].get('seconds', 0)} s",
                         str(cpu["extra"].get("wake_ups", 0)) + (f" ({threads})" if threads else ""), number(resident["median"]),
                         number(extra.get("anonymous")), number(extra.get("files")), number(extra.get("peak"))])
    if not rows:
        return f"The window was {NOT_MEASURED}."
    return table(["", "processor", "wake-ups", "resident MB", "of it its own", "of it program and fonts", "most so far"], rows)


# The picture ---------------------------------------------------------------------------------------------------------

WIDTH, HEIGHT = 960, 600
LEFT, RIGHT, TOP, BOTTOM = 78, 260, 24, 64
# Okabe and Ito's palette: told apart by people who see fewer colours, on white and on black.
COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#8f6bd1", "#7f7f7f"]


def usage_rows(results, shape, asked):
    line = results.find("query/overview", shape, OURS, asked)
    return line["extra"]["rows"] if line else None


def series(results):
    """Name, dashed or not, and points (data set, rows, milliseconds)."""
    found = []
    shapes = results.shapes()

    def add(name, point, dashed=False):
        points = [(shape,) + point(shape) for shape in shapes if point(shape)]
        if len(points) >= 2:
            found.append((name, dashed, points))

    def point_of(line):
        return (line["extra"]["rows"], line["median"]) if line else None

    for page in ("overview", "engineers", "surfaces", "tokens"):
        add(f"read: {PAGE_NAMES[page]}", lambda shape, page=page: point_of(results.find(f"query/{page}", shape, OURS, shape[1])))
    for page in ("overview", "engineers"):
        def painted_point(shape, page=page):
            line = results.find(f"range/{page}/{shape[1]}", shape)
            rows = usage_rows(results, shape, shape[1])
            return (rows, line["median"]) if line and rows else None
        add(f"painted: {PAGE_NAMES[page]}", painted_point)
    add("store a sync", lambda shape: point_of(results.find("sync/everything", shape)))
    add("export of 30 days", lambda shape: point_of(results.find("export/usage", shape)))
    for page in ("engineers", "tokens"):
        add(f"plain SQL: {PAGE_NAMES[page]}",
            lambda shape, page=page: point_of(results.find(f"query/{page}", shape, PLAIN, shape[1])), True)
    return found


def course(points):
    """What a line goes through: the data sets with the most days, from small workspaces to large ones. The others are dots beside it."""
    most = max(shape[1] for shape, _, _ in points)
    longest = [point for point in points if point[0][1] == most]
    return sorted((rows, ms) for _, rows, ms in (longest if len(longest) > 1 else points))


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def picture(results):
    lines = series(results)
    style = ("text{font:13px system-ui,sans-serif;fill:#1f2328}.axis{stroke:#59636e;fill:none}.grid{stroke:#d1d9e0;fill:none}"
             ".back{fill:#ffffff}.slope{stroke:#59636e;stroke-dasharray:2 5;fill:none}.line{fill:none;stroke-width:2}"
             "@media(prefers-color-scheme:dark){text{fill:#f0f6fc}.axis,.slope{stroke:#9198a1}.grid{stroke:#2f353d}.back{fill:#0d1117}}")
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
           'aria-label="Time against rows, both axes logarithmic">',
           f"<style>{style}</style>", f'<rect class="back" width="{WIDTH}" height="{HEIGHT}"/>']
    if not lines:
        return "\n".join(out + [f'<text x="{LEFT}" y="{TOP + 40}">Nothing was measured.</text>', "</svg>", ""])
    points = [point[1:] for _, _, of_line in lines for point in of_line]
    x_low, x_high = (edge(min(p[0] for p in points), math.floor), edge(max(p[0] for p in points), math.ceil))
    y_low, y_high = (edge(min(p[1] for p in points), math.floor), edge(max(p[1] for p in points), math.ceil))

    def x_of(rows):
        return LEFT + (math.log10(rows) - x_low) / (x_high - x_low) * (WIDTH - LEFT - RIGHT)

    def y_of(ms):
        return HEIGHT - BOTTOM - (math.log10(ms) - y_low) / (y_high - y_low) * (HEIGHT - TOP - BOTTOM)

    for power in range(x_low, x_high + 1):
        x = x_of(10 ** power)
        out.append(f'<path class="grid" d="M{x:.1f} {TOP}V{HEIGHT - BOTTOM}"/>')
        out.append(f'<text x="{x:.1f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{10 ** power:,}</text>')
    for power in range(y_low, y_high + 1):
        y = y_of(10 ** power)
        text = f"{10 ** power:,} ms" if power >= 0 else f"{10 ** power:g} ms"
        out.append(f'<path class="grid" d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}"/>')
        out.append(f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{text}</text>')
    out.append(f'<path class="axis" d="M{LEFT} {TOP}V{HEIGHT - BOTTOM}H{WIDTH - RIGHT}"/>')
    middle = LEFT + (WIDTH - LEFT - RIGHT) / 2
    out.append(f'<text x="{middle:.0f}" y="{HEIGHT - 16}" text-anchor="middle">rows of people\'s days that the answer is about</text>')

    # Slope 1 through the middle of the picture, as far as it stays inside.
    offset = (y_low + y_high) / 2 - (x_low + x_high) / 2
    first, last = max(x_low, y_low - offset), min(x_high, y_high - offset)
    out.append(f'<path class="slope" d="M{x_of(10 ** first):.1f} {y_of(10 ** (first + offset)):.1f}'
               f'L{x_of(10 ** last):.1f} {y_of(10 ** (last + offset)):.1f}"/>')

    labels = []
    for index, (name, dashed, of_line) in enumerate(lines):
        colour = COLOURS[index % len(COLOURS)]
        path = course(of_line)
        places = " ".join(f"{x_of(rows):.1f},{y_of(ms):.1f}" for rows, ms in path)
        dash = ' stroke-dasharray="7 5"' if dashed else ""
        out.append(f'<polyline class="line" stroke="{colour}"{dash} points="{places}"/>')
        for _, rows, ms in of_line:
            size = 3.5 if (rows, ms) in path else 2
            out.append(f'<circle cx="{x_of(rows):.1f}" cy="{y_of(ms):.1f}" r="{size}" fill="{colour}"/>')
        labels.append((y_of(path[-1][1]), name, f'stroke="{colour}" stroke-width="2"{dash}'))
    labels.append((y_of(10 ** (last + offset)), "in proportion to the rows", 'class="slope"'))
    # The legend stands in the order in which the lines end.
    at, y = WIDTH - RIGHT + 24, TOP + 8
    for _, name, stroke in sorted(labels):
        out.append(f'<path {stroke} d="M{at} {y}h28"/>')
        out.append(f'<text x="{at + 38}" y="{y + 4}">{escaped(name)}</text>')
        y += 26
    return "\n".join(out + ["</svg>", ""])


def edge(value, towards):
    return int(towards(math.log10(value)))


def write(results_file, folder):
    with open(results_file, encoding="utf-8") as lines:
        results = Results([json.loads(line) for line in lines if line.strip()])
    template = pathlib.Path(__file__).with_name("performance.md.in").read_text(encoding="utf-8")
    parts = {
        "NOTICE": "Written by `tests/bench/run.sh` from `tests/bench/performance.md.in`; a change by hand is lost with the next run.",
        "DATE": when(results),
        "MACHINE": machine(),
        "TARGETS": targets(results),
        "PAGE": page_size(results),
        "INGEST": ingest(results),
        "PAINTED": painted(results),
        "QUERIES": queries(results),
        "PLAIN": plain(results),
        "BACKFILLS": backfills(results),
        "STORING": storing(results),
        "BYTES": per_engineer_day(results),
        "MEMORY": memory(results),
        "IDLE": idle(results),
    }
    text = re.sub(r"@@([A-Z]+)@@", lambda match: parts[match.group(1)], template)
    pathlib.Path(folder, "performance.md").write_text(text, encoding="utf-8")
    pathlib.Path(folder, "performance.svg").write_text(picture(results), encoding="utf-8")


def label(engineers, days):
    for line in sys.stdin:
        if line.strip():
            print(json.dumps(json.loads(line) | {"engineers": engineers, "days": days}))


def main(arguments):
    if len(arguments) == 3 and arguments[0] == "label":
        label(int(arguments[1]), int(arguments[2]))
    elif len(arguments) == 3 and arguments[0] == "write":
        write(arguments[1], arguments[2])
    else:
        print(__doc__, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
