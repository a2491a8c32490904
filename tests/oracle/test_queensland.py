"""Queensland, decided a second time from the page: harm households, subjects, roles, records and times."""

from __future__ import annotations

from collections import Counter
from functools import cache

from asp import Verdict, verdict
from differing import Difference, differences, missing, smallest, told_of_both
from facts_of_queensland import PROGRAM, facts_of
from library_says import Said, one_of, said
from random_cases import of_seeds
from worlds_of_queensland import open_case, whole_case

from cimscore.case import Case
from cimscore.composition import load_rulebook
from cimscore.reasoning.compiling.compiled import Compiled

NAMES = frozenset({"harm_household", "subject", "record", "role", "profile", "priority"})
CLOCKS = frozenset({"approve", "transfer", "commence", "finish", "approve_report"})
TOLD = 0.97
"""Of what every answer to the open questions shares, at least so much is told as certain."""


@cache
def queensland() -> Compiled:
    return load_rulebook().program(PROGRAM).compiled


def both(case: Case) -> tuple[Said, Verdict]:
    return said(case, queensland(), one_of(NAMES, CLOCKS)), verdict("queensland", facts_of(case))


def found_in(case: Case) -> list[Difference]:
    """Return every difference of a whole case, in which what the text says has to be certain too."""
    told, text = both(case)
    left_out = (Difference("said by the text, and not certain", claim) for claim in missing(told, text))
    return [*differences(told, text, NAMES | {"due"}), *left_out]


def shown(seed: int, differing: Difference) -> str:
    """Return the smallest case that differs so, with what each of the two says of it."""
    case = smallest(whole_case(seed), lambda less: any(each.is_like(differing) for each in found_in(less)))
    return f"seed {seed}, {differing}\n{told_of_both(case, *both(case))}"


@of_seeds(usual=450)
def test_every_whole_case_is_decided_as_the_page_has_it(seeds: range) -> None:
    differing = [(seed, each) for seed in seeds for each in found_in(whole_case(seed))]
    assert not differing, shown(*differing[0])


@of_seeds(usual=50)
def test_with_open_questions_nothing_is_certain_or_ruled_out_that_the_page_denies(seeds: range) -> None:
    """Each open answer is a free choice of the text's: what holds in every choice, and what in some."""
    shared = told_too = 0
    for seed in seeds:
        case = open_case(seed)
        told, text = both(case)
        found = list(differences(told, text, NAMES | {"due"}))
        assert not found, f"seed {seed}, {found[0]}\n{told_of_both(case, told, text)}"
        shared += len(text.cautious)
        told_too += len(text.cautious & told.certain)
    print(f"{told_too} of {shared} told")
    assert told_too >= TOLD * shared > 0


def test_the_page_says_much_of_these_cases() -> None:
    """So that no agreement is one of two that say nothing."""
    count: Counter[tuple[str, bool]] = Counter()
    for seed in range(40):
        told, text = both(whole_case(seed))
        count.update((claim[0], claim in text.spoken) for claim in told.certain)
    for name in (*NAMES, "due"):
        assert count[name, True] > 0.2 * (count[name, True] + count[name, False]) > 0
