"""How long deciding takes, beside a fixed loop timed in the same run: trust the ratios, not the milliseconds.

``--before COMMIT`` runs that commit's own benchmark too, from a checkout beside this one.
"""

from __future__ import annotations

import argparse
import math
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from invented import PROGRAM, family_document, incident_document, without_births
from timing import cycles_kept, fixed_loop, milliseconds, most_memory

import cimscore
from cimscore.assessment import decide_case
from cimscore.case import Case
from cimscore.reasoning.cases import run_of
from cimscore.reasoning.compiling.compiled import Compiled
from cimscore.reasoning.deciding import decide, told_of

ROOT = Path(__file__).parent.parent
SIZES = ((5, 2, 2), (10, 2, 2), (20, 2, 4), (40, 3, 20), (80, 6, 40))
LARGEST = (200, 20, 100)
HEADINGS = ("people", "homes", "concerns", "sets", "all answers", "decision", "ratio", "one point", "objects kept")


def three_sets(case: Case, compiled: Compiled) -> None:
    """Work out every conclusion and clock once, trying nothing."""
    run = run_of(case, compiled)
    for predicate in told_of(run):
        run.value(predicate)


def one_point(case: Case, compiled: Compiled) -> Callable[[], object]:
    """Return the work of answering one decision otherwise, on top of a run that is worked out."""
    run = run_of(case, compiled)
    predicates = told_of(run)
    for predicate in predicates:
        run.value(predicate)

    def work() -> None:
        other = run.answered(f"{PROGRAM}/response-priority@c0", "24-hour")
        for predicate in predicates:
            other.value(predicate)

    return work


def measured(case: Case, compiled: Compiled, loop: float) -> Mapping[str, float]:
    """Return the figures of one case."""
    decide_case(case, compiled)
    decision = milliseconds(lambda: decide_case(case, compiled))
    return {
        "sets": milliseconds(lambda: three_sets(case, compiled)),
        "all answers": milliseconds(lambda: decide(run_of(case, compiled))),
        "decision": decision,
        "ratio": decision / loop,
        "one point": milliseconds(one_point(case, compiled)),
        "objects kept": cycles_kept(lambda: decide_case(case, compiled)),
    }


def sizes(rulebook: cimscore.Rulebook, loop: float) -> None:
    """Print a line for each size, and by which power of the size the time of a decision grows."""
    compiled = rulebook.program(PROGRAM).compiled
    print("  ".join(f"{heading:>12}" for heading in HEADINGS))
    times = {}
    for size in (*SIZES, LARGEST):
        found = measured(rulebook.read_case(family_document(*size)), compiled, loop)
        times[size] = found["decision"]
        print("  ".join(f"{value:12.2f}" for value in (*size, *found.values())), flush=True)
    small, large = SIZES[-2], SIZES[-1]
    power = math.log(times[large] / times[small]) / math.log(large[0] / small[0])
    print(f"from {small[0]} to {large[0]} people, with twice the concerns, time grows by the power {power:.2f}")


def single_figures(rulebook: cimscore.Rulebook) -> None:
    """Print what is measured once: an incident, what is left open, memory, the start of the command line."""
    compiled = rulebook.program(PROGRAM).compiled
    incident = rulebook.read_case(incident_document())
    took = milliseconds(lambda: cimscore.assess(incident, rulebook), 50)
    print(f"one person's incident: {took:.2f} ms, {1000 / took:.0f} a second")
    unborn = rulebook.read_case(without_births(family_document(20, 2, 4)))
    open_points = len(decide_case(unborn, compiled).points)
    took = milliseconds(lambda: decide_case(unborn, compiled))
    print(f"20 people without births, {open_points} open questions with what each answer leads to: {took:.0f} ms")
    large = rulebook.read_case(family_document(*LARGEST))
    print(f"{LARGEST[0]} people: {most_memory(lambda: decide_case(large, compiled)):.0f} MB at most")
    command = [str(Path(sys.executable).with_name("cimscore")), "programs"]
    took = milliseconds(lambda: subprocess.run(command, check=True, capture_output=True), 5)
    print(f"the command line, from its start to the list of programs: {took:.0f} ms")
    took = milliseconds(cimscore.load_rulebook, 5)
    print(f"the rulebook, loaded once more: {took:.0f} ms")


def before(commit: str) -> None:
    """Print the figures of an earlier commit, by its own benchmark."""
    with tempfile.TemporaryDirectory() as folder:
        checkout = Path(folder) / "before"
        subprocess.run(["git", "worktree", "add", "-q", "--detach", str(checkout), commit], cwd=ROOT, check=True)
        try:
            parts = [checkout / "src", *checkout.glob("plugins/*/src")]
            paths = os.pathsep.join(map(str, parts))
            command = [sys.executable, str(checkout / "benchmarks" / "bench.py")]
            subprocess.run(command, env={**os.environ, "PYTHONPATH": paths}, check=True)
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", str(checkout)], cwd=ROOT, check=True)


def main() -> None:
    """Print everything; times in milliseconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--before", metavar="COMMIT", help="print the figures of an earlier commit as well")
    arguments = parser.parse_args()
    loop = milliseconds(fixed_loop, 9)
    print(f"a loop of a million additions: {loop:.1f} ms")
    rulebook = cimscore.load_rulebook()
    sizes(rulebook, loop)
    single_figures(rulebook)
    if arguments.before:
        print(f"\nat {arguments.before}:", flush=True)
        before(arguments.before)


if __name__ == "__main__":
    main()
