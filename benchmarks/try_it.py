"""What the pages to try a case are made of: the size and the time of each part, side by side, written into their guide.

``python benchmarks/try_it.py SITE`` loads a page of a built site in a real browser several times, each time anew.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
GUIDE = ROOT / "site" / "docs" / "guides" / "try-it.md"
RUNS = 5
TRIED = {"program": "qld-child-safety", "file": str(ROOT / "examples" / "two-homes.yaml"), "moment": "2025-03-10"}
PARTS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "Reading the scripts": ((), ("Reading the rules",)),
    "Starting a worker": ((), ("Starting a worker",)),
    "Unpacking": ((), ("Unpacking the rules",)),
    "Engine: Pyodide": (
        ("pyodide.mjs.js", "pyodide.asm.mjs.js", "pyodide.asm.wasm.js"), ("Loading Python", "Starting Python"),
    ),
    "Python's own library": (("stdlib.zip.js",), ()),
    "Libraries": (("packages.zip.js",), ("Loading the libraries",)),
    "cimscore and the programs, with their source": (("programs.zip.js",), ("Loading the programs",)),
}  # fmt: skip
"""Each part, with the scripts that hold it and the steps in which it is loaded."""
HEAD = "| Part | MB | Milliseconds |\n| --- | --- | --- |"
TABLE = re.compile(re.escape(HEAD) + r"\n(\|.*\n)+\n.*\n")


def sizes(site: Path) -> dict[str, float]:
    """Return the size of each part of the packs of a built site, in MB."""
    folder = site / "assets" / "try-it"
    of_file = {file.name: file.stat().st_size / 1_000_000 for file in folder.iterdir()}
    found = {part: sum(of_file[name] for name in scripts) for part, (scripts, _) in PARTS.items() if scripts}
    packed = {name for scripts, _ in PARTS.values() for name in scripts}
    found["Forms, examples and the page"] = sum(size for name, size in of_file.items() if name not in packed)
    return {**found, "All that is loaded": sum(of_file.values())}


def times(site: Path) -> dict[str, int]:
    """Return how many milliseconds each part takes, in the quickest of several loads."""
    loads = [_load(site) for _ in range(RUNS)]
    quickest = min(loads, key=lambda load: int(load["loaded"]))
    steps: Mapping[str, int] = quickest["steps"]
    found = {part: sum(steps[step] for step in own) for part, (_, own) in PARTS.items() if own}
    answer = min(load["took"] for load in loads)
    return {**found, "All that is loaded": quickest["loaded"], "An answer after a change": answer}


def _load(site: Path) -> dict[str, Any]:
    command = ["node", "tests/site/try_it.mjs", str(site.resolve()), json.dumps(TRIED)]
    chromium = os.environ.get("CIMSCORE_CHROMIUM") or shutil.which("chromium") or ""
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "CIMSCORE_CHROMIUM": chromium}, stdout=subprocess.PIPE, check=True
    )
    return dict(json.loads(done.stdout))


def table(site: Path) -> str:
    """Return the table of sizes and times."""
    large, slow = sizes(site), times(site)
    order = [*PARTS, "Forms, examples and the page", "All that is loaded", "An answer after a change"]
    rows = (f"| {part} | {f'{large[part]:.2f}' if part in large else ''} | {slow.get(part, '')} |\n" for part in order)
    busy = f"{os.getloadavg()[0]:.0f} processes waited for {os.cpu_count()} cores"
    return f"{HEAD}\n{''.join(rows)}\nThe quickest of {RUNS} loads from a file, while {busy}.\n"


if __name__ == "__main__":
    told = GUIDE.read_text(encoding="utf-8")
    GUIDE.write_text(TABLE.sub(table(Path(sys.argv[1])), told), encoding="utf-8")
