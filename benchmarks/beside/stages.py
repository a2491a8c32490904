"""What one decision of Queensland is made of, and how it grows; each figure beside a fixed loop of the same run."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, Final

from invented import PROGRAM, family_document
from timing import fixed_loop, milliseconds, most_memory

import cimscore
from cimscore.assessment import assessment_document, decide_case, explanations_of, first_page, words_for
from cimscore.household_graph import to_networkx
from cimscore.reasoning.cases import run_of
from cimscore.reasoning.deciding import decide
from cimscore.rules import Conclusion, Household, Topic
from cimscore.rules.vocabulary import is_home
from cimscore.testing import InlinePlugin, inline_clause, inline_source

USUAL: Final = (10, 2, 2)
GROWTH: Final[dict[str, tuple[int, ...]]] = {
    "people": (10, 20, 40, 80),
    "homes": (2, 4, 8, 16),
    "concerns": (2, 4, 8, 16),
    "records on file": (0, 5, 10, 20),
    "inactive programs": (0, 5, 10, 20),
}
_HOME: Final = Household("home")
Row = tuple[str, float]


def in_loops(work: Callable[[], object]) -> float:
    """Return how many runs of the fixed loop some work takes: the median of seven, each timed beside the loop."""
    work()
    return statistics.median(milliseconds(work, 1) / milliseconds(fixed_loop, 1) for _ in range(7))


def stages(rulebook: cimscore.Rulebook) -> Iterator[Row]:
    """Yield each part of deciding a family of ten, with its time in loops."""
    compiled = rulebook.program(PROGRAM).compiled
    document = family_document(*USUAL)
    case = rulebook.read_case(document)
    decision, decided = decide_case(case, compiled), decide(run_of(case, compiled))
    words = words_for(case, compiled.program)
    yield "read the document", in_loops(lambda: rulebook.read_case(document))
    yield "the household graph", in_loops(lambda: to_networkx(case))
    yield "decide, and try every other answer", in_loops(lambda: decide(run_of(case, compiled)))
    yield "decide, with the decision as a value", in_loops(lambda: decide_case(case, compiled))
    yield "every reason, to the facts", in_loops(lambda: explanations_of(decided, words, through=True))
    yield "the decision as JSON", in_loops(lambda: json.dumps(assessment_document(case.id, [decision])))
    yield "the first page as text", in_loops(lambda: first_page(decision))
    start = [sys.executable, "-c", "import cimscore; cimscore.load_rulebook()"]
    yield "start: Python, import, the rulebook", in_loops(lambda: subprocess.run(start, check=True))


def memory(rulebook: cimscore.Rulebook) -> float:
    """Return the most megabytes that deciding a family of ten holds at once."""
    compiled, case = rulebook.program(PROGRAM).compiled, rulebook.read_case(family_document(*USUAL))
    return most_memory(lambda: decide_case(case, compiled))


def growth(what: str) -> Iterator[tuple[int, float]]:
    """Yield each size of one part of a case, with the time of reading and deciding it in loops."""
    for size in GROWTH[what]:
        rulebook = cimscore.load_rulebook() if what != "inactive programs" else _beside(size)
        document = _of_size(what, size)
        yield size, in_loops(partial(_decided, rulebook, document))


def _decided(rulebook: cimscore.Rulebook, document: dict[str, Any]) -> object:
    return cimscore.assess(rulebook.read_case(document), rulebook)


def _of_size(what: str, size: int) -> dict[str, Any]:
    """Return a family of ten (of eighty where homes grow, of forty where concerns do) with a part of another size."""
    people, homes, concerns = {"homes": 80, "concerns": 40}.get(what, USUAL[0]), *USUAL[1:]
    if what == "records on file":
        document = family_document(people, homes, concerns)
        files = [{"id": f"EV-{number}", "kind": "investigation", "household": "h0"} for number in range(size)]
        return {**document, "records": files}
    sizes = {"people": people, "homes": homes, "concerns": concerns}
    return family_document(*(sizes | ({what: size} if what in sizes else {})).values())


def _beside(size: int) -> cimscore.Rulebook:
    """Return the installed programs beside as many that no case names, of thirty rows each."""
    return cimscore.load_rulebook([*_installed(), *(_inactive(f"inactive-{number}") for number in range(size))])


def _installed() -> list[Any]:
    from cimscore.plugins import Plugin, installed_plugins  # noqa: PLC0415 - only where programs stand beside

    return [plugin.source for plugin in installed_plugins() if isinstance(plugin, Plugin)]


def _inactive(id: str) -> InlinePlugin:
    """Return a program of thirty rows."""
    tables = []
    for number in range(30):
        table = Conclusion(f"fact-{number}", (_HOME,), f"{{home}} [has] the fact {number}", topic=Topic.HOUSEHOLDS)
        table.row("always", _HOME, when=is_home(_HOME), cites=[f"{id}/heading/clause"])
        tables.append(table)
    return InlinePlugin(
        id=id,
        tables=tuple(tables),
        clauses=(inline_clause(f"{id}/heading/clause"),),
        sources=(inline_source(id),),
    )
