"""Assessing a case: the one way in, and what every program says of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from cimscore.assessment.making import decided_case
from cimscore.assessment.value import Decision, State
from cimscore.case import Case, Moment, kept_in
from cimscore.case.building import refuse_unless_answered
from cimscore.errors import CimsError, NotToBeChosenError, RuleFailure, UnknownNameError
from cimscore.ids import did_you_mean
from cimscore.reasoning.told import Decided
from cimscore.rulebook import InstalledProgram, Rulebook


class NoProgramError(CimsError):
    """Neither the case nor the caller names a program: name one, for nothing installed acts unasked."""


@attrs.frozen(kw_only=True)
class Assessment:
    """What the programs say of one case, each program's decision apart. Obligations add up; none is merged.

    Attributes:
        case: The case's id.
        decisions: What each program decides, in the order in which they were named.
        failures: What went wrong in a plugin. Its program decides nothing; the others go on.
    """

    case: str
    decisions: tuple[Decision, ...]
    failures: tuple[RuleFailure, ...] = ()

    @property
    def final(self) -> bool:
        """True if every program has decided, and nothing open could change it."""
        return not self.failures and all(decision.state is State.FINAL for decision in self.decisions)

    def decision(self, program: str) -> Decision:
        """Return what one program decides.

        Raises:
            UnknownNameError: It is not among those that decided.
        """
        known = {decision.program: decision for decision in self.decisions}
        if program not in known:
            raise UnknownNameError("decision of the program", program, known, did_you_mean(program, known))
        return known[program]


def assess(
    case: Case,
    rulebook: Rulebook,
    *,
    at: Moment | None = None,
    readings: Mapping[str, Any] | None = None,
    editions: Mapping[str, str] | None = None,
    programs: Iterable[str] | None = None,
    show_kept: bool = False,
) -> Assessment:
    """Decide a case under each program that it names.

    Args:
        case: The case. Its notifier is left out before anything looks at it.
        rulebook: The installed programs.
        at: The moment for which it is decided; clocks are told running or overdue only where it is given.
        readings: Readings to take in place of the programs' own: a member or its word, by ``program/reading``.
        editions: Editions that govern in place of those the programs choose, by document.
        programs: Decide under these alone, instead of those that the case names. A program that adds to another is
            decided beside that one.
        show_kept: Whether the names and places that are kept from somebody are told; what is decided stays the same.

    Raises:
        CaseError: An answer does not fit its question or the case; every problem at once.
        NoProgramError: Neither the case nor the caller names a program.
        UnknownNameError: A program, reading or edition does not exist.
        NotToBeChosenError: A reading is noted and no more.
    """
    decided, failures = decided_by_each(case, rulebook, at=at, readings=readings, editions=editions, programs=programs)
    decisions = tuple(decision for decision, _ in decided)
    told = decisions if show_kept else kept_in(case).hide_in(decisions)
    return Assessment(case=case.id, decisions=told, failures=failures)


def decided_by_each(
    case: Case,
    rulebook: Rulebook,
    *,
    at: Moment | None = None,
    readings: Mapping[str, Any] | None = None,
    editions: Mapping[str, str] | None = None,
    programs: Iterable[str] | None = None,
) -> tuple[tuple[tuple[Decision, Decided], ...], tuple[RuleFailure, ...]]:
    """Return each program's decision with the run it was decided by, and what went wrong; as for `assess`."""
    decided: list[tuple[Decision, Decided]] = []
    failures: list[RuleFailure] = []
    for one in _chosen(case, rulebook, programs):
        try:
            decided.append(decided_under(case, one, rulebook, at=at, readings=readings, editions=editions))
        except RuleFailure as failure:
            failures.append(failure)
    return tuple(decided), tuple(failures)


def decided_under(
    case: Case,
    one: InstalledProgram,
    rulebook: Rulebook,
    *,
    at: Moment | None = None,
    readings: Mapping[str, Any] | None = None,
    editions: Mapping[str, str] | None = None,
) -> tuple[Decision, Decided]:
    """Return what one program decides, and the run that it was decided by, for whoever explains it.

    Args:
        case: The case.
        one: The program.
        rulebook: The installed programs.
        at: The moment for which it is decided.
        readings: Readings to take, by ``program/reading``.
        editions: Editions that govern, by document.

    Raises:
        CaseError: An answer does not fit its question or the case; every problem at once.
        RuleFailure: A function of the plugin raised an error.
        UnknownNameError: A reading or edition does not exist.
        NotToBeChosenError: A reading is noted and no more.
    """
    refuse_unless_answered(case, rulebook.forms, rulebook.declared)
    own = {document: edition for document, edition in _editions(editions, rulebook).items() if _has(one, document)}
    return decided_case(
        case.without_notifier(), one.compiled, at=at, readings=_readings(readings, one, rulebook), editions=own
    )


def check_choices(
    rulebook: Rulebook, *, readings: Mapping[str, Any] | None = None, editions: Mapping[str, str] | None = None
) -> None:
    """Refuse readings and editions that do not exist, before any case is read.

    Args:
        rulebook: The installed programs.
        readings: Readings to take, by ``program/reading``.
        editions: Editions that govern, by document.

    Raises:
        UnknownNameError: A reading or edition does not exist.
        NotToBeChosenError: A reading is noted and no more.
    """
    _editions(editions, rulebook)
    for one in rulebook.programs.values():
        _readings(readings, one, rulebook)


def _chosen(case: Case, rulebook: Rulebook, programs: Iterable[str] | None) -> list[InstalledProgram]:
    names = tuple(dict.fromkeys(case.programs if programs is None else programs))
    if not names:
        known = ", ".join(sorted(rulebook.programs)) or "none"
        raise NoProgramError(f"Neither the case nor the call names a program. Name one of those installed: {known}.")
    lines = (rulebook.program(name).program.owners for name in names)
    return [rulebook.program(name) for name in dict.fromkeys(owner for owners in lines for owner in owners)]


def _readings(chosen: Mapping[str, Any] | None, one: InstalledProgram, rulebook: Rulebook) -> dict[str, Any]:
    """Return the readings chosen for one program, by id, each as the member that its word names."""
    found: dict[str, Any] = {}
    for name, word in (chosen or {}).items():
        reading = rulebook.readings.get(name)
        if reading is None:
            raise UnknownNameError("reading", name, rulebook.readings, did_you_mean(name, rulebook.readings))
        if reading.noted:
            raise NotToBeChosenError(name, reading.because)
        members = {str(member): member for member in reading.readings}
        if str(word) not in members:
            raise UnknownNameError(f"member of {name}", str(word), members, did_you_mean(str(word), members))
        if name.partition("/")[0] in one.program.owners:
            found[reading.id] = members[str(word)]
    return found


def _editions(chosen: Mapping[str, str] | None, rulebook: Rulebook) -> Mapping[str, str]:
    for document, edition in (chosen or {}).items():
        source = rulebook.sources.get(document)
        if source is None:
            raise UnknownNameError("source", document, rulebook.sources, did_you_mean(document, rulebook.sources))
        known = [each.id for each in source.editions]
        if edition not in known:
            raise UnknownNameError(f"edition of {document}", edition, known, did_you_mean(edition, known))
    return chosen or {}


def _has(one: InstalledProgram, document: str) -> bool:
    return any(source.id == document for source in one.program.policy.sources)
