"""How long a decision in rows takes, beside a fixed loop and the engine before it: trust the ratios."""

from __future__ import annotations

import gc
import statistics
import tracemalloc
from collections.abc import Callable, Mapping

from bench import PROGRAM, SIZES, family_document, fixed_loop, seconds

import cimscore
from cimscore.case import Case
from cimscore.composition import load_programs
from cimscore.assessment import decide_case
from cimscore.reasoning.cases import run_of
from cimscore.reasoning.compiled import Compiled
from cimscore.reasoning.deciding import decide, told_of

LARGE = ((200, 20, 100),)
HEADINGS = (
    *("people", "homes", "concerns", "sets", "three answers", "decision", "one point"),
    *("assess", "loop", "objects kept"),
)


def three_sets(case: Case, compiled: Compiled) -> None:
    """Work out every conclusion and clock once, trying nothing."""
    run = run_of(case, compiled)
    for predicate in told_of(run):
        run.value(predicate)


def one_point(case: Case, compiled: Compiled) -> Callable[[], object]:
    """Return the work of answering one stated fact otherwise, on top of a run that is worked out."""
    run = run_of(case, compiled)
    predicates = told_of(run)
    for predicate in predicates:
        run.value(predicate)
    address = f"{PROGRAM}/response-priority@c0"

    def work() -> None:
        other = run.answered(address, "24-hour")
        for predicate in predicates:
            other.value(predicate)

    return work


def milliseconds(work: Callable[[], object], runs: int = 5) -> float:
    """Return the median time of some work, in milliseconds."""
    return statistics.median(seconds(work, runs)) * 1000


def cycles_kept(work: Callable[[], object]) -> int:
    """Return how many objects of one decision only the cycle collector frees."""
    gc.collect()
    gc.disable()
    work()
    found = gc.collect()
    gc.enable()
    return found


def line(
    size: tuple[int, int, int], compiled: Compiled, rulebook: cimscore.Rulebook, *, before: bool
) -> Mapping[str, float]:
    """Measure one size."""
    case = rulebook.read_case(family_document(*size))
    decide_case(case, compiled)
    return {
        "sets": milliseconds(lambda: three_sets(case, compiled)),
        "three answers": milliseconds(lambda: decide(run_of(case, compiled))),
        "decision": milliseconds(lambda: decide_case(case, compiled)),
        "one point": milliseconds(one_point(case, compiled)),
        "assess": milliseconds(lambda: cimscore.assess(case, rulebook), 3) if before else 0.0,
        "loop": milliseconds(fixed_loop, 3),
        "objects kept": cycles_kept(lambda: decide_case(case, compiled)),
    }


def main() -> None:
    """Print a line for each size; times in milliseconds."""
    rulebook, compiled = cimscore.load_rulebook(), load_programs()[PROGRAM]
    print("  ".join(f"{heading:>13}" for heading in HEADINGS))
    for size in (*SIZES, *LARGE):
        measured = line(size, compiled, rulebook, before=size not in LARGE)
        print("  ".join(f"{value:13.2f}" for value in (*size, *measured.values())))
    tracemalloc.start()
    decide_case(rulebook.read_case(family_document(*LARGE[0])), compiled)
    print(f"memory at {LARGE[0][0]} people: {tracemalloc.get_traced_memory()[1] / 1e6:.0f} MB at most")


if __name__ == "__main__":
    main()
