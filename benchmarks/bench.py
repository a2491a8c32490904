"""How long one assessment takes, beside a fixed loop timed in the same run: trust the ratios, not the milliseconds."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

import cimscore
from cimscore.case import Case

SIZES = ((5, 2, 2), (10, 2, 2), (20, 2, 4), (40, 3, 20))
PROGRAM = "qld-child-safety"


def fixed_loop() -> int:
    """A loop that always does the same: a million additions."""
    total = 0
    for number in range(1_000_000):
        total += number
    return total


def family_document(people: int, homes: int, concerns: int) -> dict[str, object]:
    """An invented case: a parent for every four children in each home, the first child in two homes."""
    ids = [f"p{number}" for number in range(people)]
    households = [f"h{number}" for number in range(homes)]
    born = {person: "1985-01-01" if number % 5 == 0 else "2014-05-02" for number, person in enumerate(ids)}
    children = [person for person in ids if born[person].startswith("2014")]
    home = {person: households[number // 5 % homes] for number, person in enumerate(ids)}
    parent = {child: ids[ids.index(child) // 5 * 5] for child in children}
    residences = [{"person": person, "household": home[person], "kind": "full-time"} for person in ids[2:]]
    residences += [{"person": ids[0], "household": home[ids[0]], "kind": "full-time"}]
    residences += [{"person": ids[1], "household": it, "kind": "part-time"} for it in households[:2]]
    told = [f"c{number}" for number in range(concerns)]
    about = {concern: children[number % len(children)] for number, concern in enumerate(told)}
    decided = {"by": "child-safety-officer", "at": "2025-03-03T14:00+10:00"}
    return {
        "cimscore": 1,
        "id": f"family-of-{people}",
        "programs": [PROGRAM],
        "dates": {"received": "2025-03-03T10:15+10:00"},
        "people": [{"id": person, "born": born[person]} for person in ids],
        "households": [{"id": it, "area": "Logan"} for it in households],
        "residences": residences,
        "relationships": [{"from": parent[child], "to": child, "kind": "parent"} for child in children],
        "concerns": [
            {
                "id": it,
                "about": [about[it]],
                "place": home[about[it]],
                "responsible": [parent[about[it]]],
                "kind": "harm",
            }
            for it in told
        ],
        "decisions": [
            {"question": f"{PROGRAM}/response", "about": told, "answer": "notification", **decided},
            {"question": f"{PROGRAM}/response-priority", "about": told, "answer": "5-day", **decided},
        ],
    }


def seconds(work: Callable[[], object], runs: int = 7) -> list[float]:
    """How long `work` takes, a few times over."""
    found = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return found


def main() -> None:
    """Print one line for each size: median time, least time, and the median ratio to the fixed loop."""
    rulebook = cimscore.load_rulebook()
    print("people  homes  concerns  rules x things  median ms  least ms  ratio to a loop of a million additions")
    for people, homes, concerns in SIZES:
        case = rulebook.read_case(family_document(people, homes, concerns))
        print(_line(case, rulebook, people, homes, concerns))


def _line(case: Case, rulebook: cimscore.Rulebook, people: int, homes: int, concerns: int) -> str:
    def work() -> cimscore.Assessment:
        return cimscore.assess(case, rulebook)

    tried = sum(work().tried.values())
    loops, times = [], []
    for _ in range(5):
        loops += seconds(fixed_loop, 1)
        times += seconds(work, 3)
    ratio = statistics.median(times) / statistics.median(loops)
    median, least = statistics.median(times) * 1000, min(times) * 1000
    return f"{people:6}  {homes:5}  {concerns:8}  {tried:14}  {median:9.1f}  {least:8.1f}  {ratio:6.3f}"


if __name__ == "__main__":
    main()
