"""Writes the page of benchmarks and its chart: each engine in a process of its own, then what cimscore is made of."""

from __future__ import annotations

import json
import math
import platform
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).parents[1]))

from beside.engines import ENGINES
from beside.work import CASES, LINES

ROOT: Final = Path(__file__).parents[2]
FOLDER: Final = ROOT / "site" / "docs" / "developer"
_HEAD: Final = """\
---
search:
  boost: 0.2
---

# Benchmarks

`nox -s bench` measures everything here again and writes this page. Trust the ratios and not the milliseconds: the
machine was shared, and each figure is taken beside something fixed that ran right before it, in the same process.

## The same work in other engines

The work is an invented table of {lines} lines over five facts; the first line that holds gives the answer and its
hours. Each engine has it in its own notation (`benchmarks/beside/engines.py`) and decides all {cases} cases, each
compared with the table before any time is taken. A ratio is the time of one case beside the table walked line by line
in plain Python: the median of nine rounds, with the least and the most. Start and memory are those of its own process,
with imports. One *loop* is a million additions in Python.

cimscore does more in that time: it reads and checks a document, tells which clause and fact each conclusion rests on,
counts the clock on a calendar, and tries what another answer to each open question would change. The others answer
from a dictionary.

![How long one case takes beside plain Python](benchmarks.svg)

"""
_SPLIT: Final = """\

## What a decision is made of

A family of ten in two homes, with two concerns, by Queensland's program of several hundred rules.

"""
_GROWTH: Final = """\

## How it grows

Reading and deciding, in loops, with one part of the case in several sizes. Homes grow in a family of eighty, so that
each has fewer people; concerns in a family of forty. Inactive programs have thirty rows each and are named by no case.

"""


def run_each() -> Mapping[str, Mapping[str, Any]]:
    """Return what each engine measured of itself, or why it did not; the quickest first."""
    script, found = Path(__file__).with_name("measure.py"), dict[str, Mapping[str, Any]]()
    for name in ENGINES:
        ran = subprocess.run([sys.executable, str(script), name], capture_output=True, text=True, check=False)
        said = ran.stderr.strip().splitlines()
        found[name] = json.loads(ran.stdout) if ran.returncode == 0 else {"failed": said[-1] if said else "no word"}
    return dict(sorted(found.items(), key=lambda each: each[1].get("ratio", math.inf)))


def engines_table(found: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """Yield the lines that compare the engines, and what each says of a case that is half known."""
    yield "| Engine | Version | Wrong | Ratio | from – to | Start, loops | Memory, MB |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for name, one in found.items():
        if "failed" in one:
            yield f"| {name} | not measured: {one['failed']} | | | | | |"
            continue
        least, most = _short(one["least"]), _short(one["most"])
        yield (
            f"| {name} | {one['version']} | {one['wrong']} of {len(CASES)} | {_short(one['ratio'])} | {least} – {most} "
            f"| {_short(one['start'])} | {one['memory']:.0f} |"
        )
    yield from ("", "What is said where nobody knows whether the concern is serious, on which the answer turns:", "")
    yield from ("| Engine | It says |", "| --- | --- |")
    alone = {name: one for name, one in found.items() if "failed" not in one and "at once" not in name}
    yield from (f"| {name} | {one['half known']} |" for name, one in alone.items())


def _short(number: float) -> str:
    """Return a number with two digits that count."""
    return f"{number:.{max(0, 1 - math.floor(math.log10(number)))}f}" if number < 10 else f"{number:,.0f}"


def split_table() -> Iterator[str]:
    """Yield the lines of what a decision is made of."""
    # A process that is started takes over how much memory its parent held: nothing is imported until all have run.
    from beside.stages import memory, stages  # noqa: PLC0415

    import cimscore  # noqa: PLC0415

    rulebook = cimscore.load_rulebook()
    yield from ("| Part | Loops |", "| --- | --- |")
    yield from (f"| {part} | {_short(loops)} |" for part, loops in stages(rulebook))
    yield f"| the most memory that deciding holds at once | {memory(rulebook):.1f} MB |"


def growth_table() -> Iterator[str]:
    """Yield the lines of how the time grows."""
    from beside.stages import GROWTH, growth  # noqa: PLC0415 - as above

    yield from ("| What grows | Loops for each size | From first to last |", "| --- | --- | --- |")
    for what in GROWTH:
        found = list(growth(what))
        told = ", ".join(f"{size}: {_short(loops)}" for size, loops in found)
        yield f"| {what} | {told} | {_short(found[-1][1] / found[0][1])} times |"


def chart(ratios: Mapping[str, float]) -> str:
    """Return a chart of bars, by powers of ten, that follows the light or dark colours of its reader."""
    left, wide, step = 220, 420, 30
    most = math.ceil(math.log10(max(ratios.values())))
    high = step * len(ratios) + 40

    def at(ratio: float) -> float:
        return left + wide * math.log10(max(ratio, 1)) / most

    bars = [
        f'<text x="{left - 10}" y="{step * row + 30}" text-anchor="end">{name}</text>'
        f'<rect x="{left}" y="{step * row + 16}" width="{max(2, at(ratio) - left):.0f}" height="18" rx="2"/>'
        f'<text x="{max(left + 2, at(ratio)) + 8:.0f}" y="{step * row + 30}">{_short(ratio)}</text>'
        for row, (name, ratio) in enumerate(ratios.items())
    ]
    lines = [
        f'<path d="M{at(10**power):.0f} 10V{high - 25}"/>'
        f'<text x="{at(10**power):.0f}" y="{high - 8}" text-anchor="middle">{10**power:,}</text>'
        for power in range(most + 1)
    ]
    style = (
        "text{font:14px sans-serif;fill:#24292f}rect{fill:#3b6ea5}path{stroke:#c8ccd1}"
        "@media(prefers-color-scheme:dark){text{fill:#e6e6e6}rect{fill:#7fb0e6}path{stroke:#555}}"
    )
    size = f'width="{left + wide + 70}" height="{high}" viewBox="0 0 {left + wide + 70} {high}"'
    title = "How many times as long as plain Python one case takes, on a scale of powers of ten"
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img"><title>{title}</title><style>{style}</style>'
    return "\n".join([head, *lines, *bars, "</svg>", ""])


def main() -> int:
    """Measure everything and write the page; end with 1 where an engine answers otherwise than the table."""
    found = run_each()
    machine = f"Python {platform.python_version()}, {platform.system()}, {platform.machine()}."
    text = _HEAD.format(lines=len(LINES), cases=len(CASES)) + "\n".join(engines_table(found))
    text += f"\n\nMeasured with {machine}\n" + _SPLIT + "\n".join(split_table())
    text += "\n" + _GROWTH + "\n".join(growth_table()) + "\n"
    FOLDER.joinpath("benchmarks.md").write_text(text, encoding="utf-8")
    ratios = {name: one["ratio"] for name, one in found.items() if "failed" not in one}
    FOLDER.joinpath("benchmarks.svg").write_text(chart(ratios), encoding="utf-8")
    wrong = [name for name, one in found.items() if one.get("wrong")]
    print(text, f"Wrong answers of: {', '.join(wrong)}" if wrong else "Every answer is that of the table.", sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
