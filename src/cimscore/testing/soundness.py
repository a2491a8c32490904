"""The promise held against a case: a finding subject to nothing is the same in every completion of the unknowns."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cimscore.assessment import Assessment, Conclusion
from cimscore.case import Case
from cimscore.rulebook import Rulebook
from cimscore.variations import Omission, omissions


def unsound(case: Case, rulebook: Rulebook, assess: Callable[[Case], Assessment]) -> Iterator[str]:
    """Every breach of the promise that leaving out single facts of a case brings to light, in sentences.

    Args:
        case: The case.
        rulebook: The rulebook it is assessed under.
        assess: How to assess a case; use one moment and one choice of readings for all.
    """
    whole = assess(case)
    for omission in omissions(case, rulebook):
        without = assess(omission.case)
        yield from (f"without {omission.fact}: {said}" for said in _unasked(omission, whole, without))
        yield from (f"without {omission.fact}: {said}" for said in breaches(omission, without, assess))


def breaches(omission: Omission, without: Assessment, assess: Callable[[Case], Assessment]) -> Iterator[str]:
    """What an assessment without one fact claims and a completion denies, or keeps silent about without asking."""
    yield from (f"failed: {failure.message}" for failure in without.failures)
    before = conclusions(without)
    decided = {address: it for address, it in before.items() if not it.subject_to}
    for completion in omission.completions:
        found = conclusions(assess(completion.case))
        for address, claimed in decided.items():
            said = found[address].summary if address in found else "nothing"
            if said != claimed.summary:
                yield f"{address} is decided: {claimed.summary}; but a completion finds {said}"
        fresh = sorted(found.keys() - before.keys())
        if fresh and not (without.open_questions or without.failures):
            yield f"nothing is asked, but a completion finds {', '.join(fresh)}"


def _unasked(omission: Omission, whole: Assessment, without: Assessment) -> Iterator[str]:
    """Whatever is asked anew has to name the missing fact, and a clause that needs it."""
    known = {it.question.address for it in whole.open_questions}
    fresh = [it for it in without.open_questions if it.question.address not in known]
    if fresh and not any(it.question.address in omission.asks for it in fresh):
        asked = ", ".join(it.question.address for it in fresh)
        yield f"asked is {asked}, and not {' or '.join(omission.asks)}"
    for it in fresh:
        if not it.clauses:
            yield f"{it.question.address} is asked without a clause that needs it"


def conclusions(assessment: Assessment) -> dict[str, Conclusion]:
    """Every conclusion of an assessment, by address."""
    return {it.address: it for program in assessment.programs for it in program.conclusions}
