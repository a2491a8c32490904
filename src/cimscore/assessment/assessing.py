"""Assessing a case: the one way in, and what every program says of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

import attrs

from cimscore.assessment.decision.value import Decision, DecisionState
from cimscore.assessment.making import decided_case
from cimscore.case import Case, Moment, kept_in
from cimscore.case.building import refuse_unless_answered
from cimscore.case.moments import refuse_far_moment
from cimscore.errors import CimsError, NotToBeChosenError, RuleFailure, UnknownNameError
from cimscore.ids import did_you_mean
from cimscore.reasoning.claims.told import Decided
from cimscore.rulebook import InstalledProgram, Rulebook

_CHOICES: Final = "Write it as {name: choice}"
_KINDS: Final[Mapping[str, tuple[type, str]]] = {
    "case": (Case, "Make one of a document by rulebook.read_case(document)"),
    "rulebook": (Rulebook, "Make one by cimscore.load_rulebook()"),
    "at": (Moment, "Make one of a datetime with its offset by cimscore.Moment(datetime)"),
    "readings": (Mapping, _CHOICES),
    "editions": (Mapping, _CHOICES),
}
"""What each argument is, and how it is made."""


class NoProgramError(CimsError):
    """Neither the case nor the caller names a program: name one, for nothing installed acts unasked."""


@attrs.frozen(kw_only=True)
class Assessment:
    """Decisions of the programs for one case, each by itself. Obligations add up and are never merged.

    Attributes:
        case: Id of the case.
        decisions: Decision of each program, in the order in which they were named.
        failures: Errors in plugins. A program with an error decides nothing; the others go on.
    """

    case: str
    decisions: tuple[Decision, ...]
    failures: tuple[RuleFailure, ...] = ()

    @property
    def final(self) -> bool:
        """Return True if every program has decided, and nothing open could change it."""
        return not self.failures and all(decision.state is DecisionState.FINAL for decision in self.decisions)

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
        case: The case. Its notifier is removed before anything else reads it.
        rulebook: The installed programs.
        at: Moment of the decision. Clocks are running or overdue only if it is given.
        readings: Readings to use instead of the programs' own: a member or its word, by ``program/reading``.
        editions: Editions to use instead of those that the programs choose, by document. The other documents are those
            of their days.
        programs: Programs to decide under, instead of those that the case names. A program that extends another is
            decided together with it.
        show_kept: True to show names and places that are kept from somebody. The decision is the same.

    Raises:
        CalendarError: The moment is of a year that is not reckoned with.
        CaseError: An answer does not fit its question or the case; every problem at once.
        NoProgramError: Neither the case nor the caller names a program.
        TypeError: An argument is something else than it is taken for.
        UnknownNameError: A program, reading or edition does not exist.
        NotToBeChosenError: A reading is noted and no more.
    """
    decided, failures = decided_by_each(case, rulebook, at=at, readings=readings, editions=editions, programs=programs)
    return assessment_of(case, decided, failures, show_kept=show_kept)


def assessment_of(
    case: Case,
    decided: Iterable[tuple[Decision, Decided]],
    failures: tuple[RuleFailure, ...],
    *,
    show_kept: bool = False,
) -> Assessment:
    """Return what `decided_by_each` gives of a case, as it is shown.

    Args:
        case: The case.
        decided: Decision of each program, with the run behind it.
        failures: Errors in plugins.
        show_kept: True to show names and places that are kept from somebody.
    """
    decisions = tuple(decision for decision, _ in decided)
    # Hidden after deciding: what is kept from somebody still counts in the decision.
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
    _refuse_unless_typed(case, rulebook, at=at, readings=readings, editions=editions)
    if at is not None:
        refuse_far_moment(at)
    decided: list[tuple[Decision, Decided]] = []
    failures: list[RuleFailure] = []
    for program in programs_of(case, rulebook, programs):
        try:
            decided.append(decided_under(case, program, rulebook, at=at, readings=readings, editions=editions))
        # An error in one plugin must not cost the decisions of the others.
        except RuleFailure as failure:
            failures.append(failure)
    return tuple(decided), tuple(failures)


def decided_under(
    case: Case,
    program: InstalledProgram,
    rulebook: Rulebook,
    *,
    at: Moment | None = None,
    readings: Mapping[str, Any] | None = None,
    editions: Mapping[str, str] | None = None,
) -> tuple[Decision, Decided]:
    """Return the decision of one program, and the run behind it for explanations.

    Args:
        case: The case.
        program: The program.
        rulebook: The installed programs.
        at: Moment of the decision.
        readings: Readings to use, by ``program/reading``.
        editions: Editions that govern, by document.

    Raises:
        CaseError: An answer does not fit its question or the case; every problem at once.
        RuleFailure: A function of the plugin raised an error.
        UnknownNameError: A reading or edition does not exist.
        NotToBeChosenError: A reading is noted and no more.
    """
    _refuse_unless_typed(case, rulebook, at=at, readings=readings, editions=editions)
    refuse_unless_answered(case, rulebook.forms, rulebook.declared)
    # A caller names editions for all programs at once. Each program takes those of its own documents.
    own = {document: edition for document, edition in _editions(editions, rulebook).items() if _has(program, document)}
    return decided_case(
        case.without_notifier(), program.compiled, at=at, readings=_readings(readings, program, rulebook), editions=own
    )


def _refuse_unless_typed(case: object, rulebook: object, **given: object) -> None:
    """Refuse an argument that is something else than what it is taken for, with how that is made.

    Raises:
        TypeError: One of them is something else.
    """
    for name, value in {"case": case, "rulebook": rulebook, **given}.items():
        kind, made = _KINDS[name]
        if not isinstance(value, kind) and not (value is None and name in given):
            found, expected = type(value).__name__, kind.__name__
            raise TypeError(f"{name}: found a value of type {found}; expected a {expected}. {made}.")


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
    for installed in rulebook.programs.values():
        _readings(readings, installed, rulebook)


def reached_by(
    case: Case,
    rulebook: Rulebook,
    *,
    readings: Mapping[str, Any],
    editions: Mapping[str, str],
    programs: Iterable[str] | None = None,
) -> tuple[str, ...]:
    """Return the programs that decide a case and read any of the readings or editions; the others decide as before.

    Args:
        case: The case.
        rulebook: The installed programs.
        readings: Readings to take, by ``program/reading``.
        editions: Editions that govern, by document.
        programs: Programs to decide under, instead of those that the case names.
    """
    return tuple(
        program.id
        for program in programs_of(case, rulebook, programs)
        if _readings(readings, program, rulebook) or any(_has(program, document) for document in editions)
    )


def programs_of(case: Case, rulebook: Rulebook, programs: Iterable[str] | None = None) -> tuple[InstalledProgram, ...]:
    """Return the programs that decide a case: those that it names, each after the program that it extends.

    Args:
        case: The case.
        rulebook: The installed programs.
        programs: Programs to decide under, instead of those that the case names.

    Raises:
        NoProgramError: Neither the case nor the caller names a program.
        TypeError: The programs are given as one text.
        UnknownNameError: A program does not exist.
    """
    if isinstance(programs, str):
        raise TypeError(f"programs: found one name, a text; expected a list of them. Write it as [{programs!r}].")
    names = tuple(dict.fromkeys(case.programs if programs is None else programs))
    if not names:
        known = ", ".join(sorted(rulebook.programs)) or "none"
        raise NoProgramError(f"Neither the case nor the call names a program. Name one of those installed: {known}.")
    # An overlay is read together with the program that it extends, so both are decided.
    lines = (rulebook.program(name).program.owners for name in names)
    return tuple(rulebook.program(name) for name in dict.fromkeys(owner for owners in lines for owner in owners))


def _readings(chosen: Mapping[str, Any] | None, program: InstalledProgram, rulebook: Rulebook) -> dict[str, Any]:
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
        if name.partition("/")[0] in program.program.owners:
            found[reading.id] = members[str(word)]
    return found


def _editions(chosen: Mapping[str, str] | None, rulebook: Rulebook) -> Mapping[str, str]:
    for document, edition in (chosen or {}).items():
        source = rulebook.sources.get(document)
        if source is None:
            raise UnknownNameError("source", document, rulebook.sources, did_you_mean(document, rulebook.sources))
        known = [edition.id for edition in source.editions]
        if edition not in known:
            raise UnknownNameError(f"edition of {document}", edition, known, did_you_mean(edition, known))
    return chosen or {}


def _has(program: InstalledProgram, document: str) -> bool:
    return any(source.id == document for source in program.program.policy.sources)
