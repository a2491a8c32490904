"""Victoria and the NDIS, decided a second time: edition, scope, report, investigation; kinds, forms; their times."""

from __future__ import annotations

from functools import cache

import pytest
from asp import Verdict, verdict
from differing import Difference, differences, missing, told_of_both
from incidents import facts_of, ndis, opened, victoria
from library_says import Said, one_of, said
from random_cases import parts_of

from cimscore.case import Case
from cimscore.composition import load_rulebook
from cimscore.reasoning.compiling.compiled import Compiled

NAMES = frozenset({"edition", "in_scope", "record"})
CLOCKS = frozenset(
    {"report_at_once", "report_in_three_business_days", "report", "investigate", "notify", "send_the_form"}
)
TOLD = 0.97
"""Of what every answer to the open questions shares, at least so much is told as certain."""
MAKERS = {"victoria": victoria, "ndis": ndis}


@cache
def program(id: str) -> Compiled:
    return load_rulebook().program(id).compiled


def both(case: Case) -> tuple[Said, Verdict]:
    return said(case, program(case.programs[0]), one_of(NAMES, CLOCKS)), verdict("incidents", facts_of(case))


def of_each(**usual: int) -> pytest.MarkDecorator:
    """Run a test for each maker of incidents and each part of its seeds, of which there are usually so many."""
    parts = ((name, part) for name, count in usual.items() for part in parts_of(count))
    return pytest.mark.parametrize(
        ("make", "seeds"),
        [pytest.param(MAKERS[name], part, id=f"{name} {part.start} to {part.stop - 1}") for name, part in parts],
    )


@of_each(victoria=300, ndis=8700)
def test_every_whole_incident_is_decided_as_the_page_has_it(make, seeds: range) -> None:
    spoken = 0
    for seed in seeds:
        told, text = both(make(seed))
        spoken += len(told.certain & text.spoken)
        left_out = [Difference("said by the text, and not certain", claim) for claim in missing(told, text)]
        found = [*differences(told, text, NAMES | {"due"}), *left_out]
        assert not found, f"seed {seed}, {found[0]}\n{told_of_both(make(seed), told, text)}"
    assert spoken > len(seeds) / 2


@of_each(victoria=100, ndis=400)
def test_of_an_incident_with_open_questions_nothing_is_certain_or_ruled_out_that_the_page_denies(
    make, seeds: range
) -> None:
    shared = told_too = 0
    for seed in seeds:
        case = opened(make(seed), seed)
        told, text = both(case)
        found = list(differences(told, text, NAMES | {"due"}))
        assert not found, f"seed {seed}, {found[0]}\n{told_of_both(case, told, text)}"
        shared += len(text.cautious)
        told_too += len(text.cautious & told.certain)
    assert told_too >= TOLD * shared > 0
