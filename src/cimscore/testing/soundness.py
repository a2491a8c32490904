"""The promise held against a case: a finding subject to nothing is the same in every completion of the unknowns."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cimscore.assessment import Assessment, Conclusion
from cimscore.case import Case
from cimscore.rulebook import Rulebook
from cimscore.testing.omissions import Omission, omissions


def unsound(case: Case, rulebook: Rulebook, assess: Callable[[Case], Assessment]) -> Iterator[str]:
    """Every breach of the promise that leaving out single facts of a case brings to light, in sentences.

    Args:
        case: The case.
        rulebook: The rulebook it is assessed under.
        assess: How to assess a case; use one moment and one choice of readings for all.
    """
    for omission in omissions(case, rulebook):
        yield from breaches(omission, assess)


def breaches(omission: Omission, assess: Callable[[Case], Assessment]) -> Iterator[str]:
    """What an assessment without one fact claims and a completion denies, or keeps silent about without asking."""
    without = assess(omission.case)
    for failure in without.failures:
        yield f"without {omission.fact}: failed: {failure.message}"
    decided = {address: it for address, it in conclusions(without).items() if not it.subject_to}
    for completion in omission.completions:
        then = assess(completion)
        found = conclusions(then)
        for address, claimed in decided.items():
            if address not in found or found[address].summary != claimed.summary:
                said = found[address].summary if address in found else "nothing"
                yield f"without {omission.fact}: {address} is decided: {claimed.summary}; but a completion finds {said}"
        fresh = sorted(found.keys() - conclusions(without).keys())
        if fresh and not (without.open_questions or without.failures):
            yield f"without {omission.fact}: nothing is asked, but a completion finds {', '.join(fresh)}"


def conclusions(assessment: Assessment) -> dict[str, Conclusion]:
    """Every conclusion of an assessment, by address."""
    return {it.address: it for program in assessment.programs for it in program.conclusions}
