#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Threadcount authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The benchmarks at a size where they take seconds: they run, and what they print holds what the report needs.

smoke.py FOLDER-OF-THE-PROGRAMS: the time itself is never judged.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

ROWS = 3_000
PAGES = ["overview", "engineers", "engineer", "codeReview", "surfaces", "tokens", "privacy"]
SHAPES = ["200x40", "400x40"]
failures = []


def check(what, isright):
    if not isright:
        failures.append(what)
        print(f"FAIL  {what}")


def find(lines, name, variant="threadcount", asked=None):
    for line in lines:
        if line["name"] == name and line["variant"] == variant and (asked is None or line.get("range") == asked):
            return line
    return {}


def main(programs):
    here = pathlib.Path(__file__).parent
    with tempfile.TemporaryDirectory() as work:
        data, scratch, results = f"{work}/data", f"{work}/scratch", f"{work}/results.jsonl"

        def run(program, *arguments):
            done = subprocess.run([f"{programs}/{program}", *arguments], check=False, capture_output=True, text=True)
            check(f"{program} ends well: {done.stderr[-400:]}", done.returncode == 0)
            return done.stdout

        check("data sets are made", run("bench_data", "--folder", data, *SHAPES).count("is made") == 2)
        check("and used again", run("bench_data", "--folder", data, *SHAPES).count("is there") == 2)
        folders = run("bench_data", "--folder", data, "--paths", *SHAPES).split()
        told = json.loads(pathlib.Path(folders[0], "dataset.json").read_text(encoding="utf-8"))
        check("one has its days and people", told["days"] == 40 and told["engineers"] == 200 and told["usageRows"] > 200)
        check("nothing half is left", not list(pathlib.Path(data).glob("*.unfinished")))

        common = ["--quick", "--no-peak", "--scratch", scratch, "--out", results]
        run("bench_ingest", *common)
        run("bench_queries", *common, *folders)
        run("bench_incremental", *common, *folders)
        lines = [json.loads(line) for line in pathlib.Path(results).read_text(encoding="utf-8").splitlines()]
        check("every line says what it is", all({"name", "variant", "engineers", "days", "unit"} <= line.keys() for line in lines))
        check("and a time or why there is none", all("median" in line or "skipped" in line for line in lines))

        ours, bare = find(lines, "ingest/page").get("extra", {}), find(lines, "ingest/page", "bare loop").get("extra", {})
        check("a whole page is stored", ours.get("usage_day") == ROWS)
        check("the bare loop leaves the same content", "content" in ours and ours["content"] == bare.get("content"))
        other = find(lines, "ingest/page", "Qt")
        check("Qt stores as many rows", "skipped" in other
              or all(other["extra"][table] == ours[table] for table in ("usage_day", "usage_client", "usage_model")))

        for page in PAGES:
            for asked in (7, 30):
                check(f"{page} is asked for {asked} days", find(lines, f"query/{page}", asked=asked).get("median", 0) > 0)
        check("somebody is found", find(lines, "query/search").get("extra", {}).get("found", 0) > 0)
        check("an export has all rows", find(lines, "export/usage")["extra"]["rows"] == find(lines, "query/overview", asked=30)["extra"]["rows"])
        unchanged = find(lines, "sync/unchanged")["extra"]
        few, everything = find(lines, "sync/five people")["extra"], find(lines, "sync/everything")["extra"]
        check("a sync without news lets the file as it is", unchanged["file_growth"] == 0)
        check("more change, more bytes", 0 < unchanged["written_bytes"] < few["written_bytes"] < everything["written_bytes"])
        kinds = find(lines, "size/cache")["extra"]["kinds"]
        check("bytes are told by kind", kinds["usage_days"] > 0 and kinds["sums"] > 0)

        subprocess.run([sys.executable, str(here / "report.py"), "write", results, work], check=True)
        page = pathlib.Path(work, "performance.md").read_text(encoding="utf-8")
        check("the page is filled in", "@@" not in page and "200 × 40" in page and "400 × 40" in page)
        check("the picture is drawn", "polyline" in pathlib.Path(work, "performance.svg").read_text(encoding="utf-8"))
    print("The benchmarks hold what they promise." if not failures else f"{len(failures)} checks failed.")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
