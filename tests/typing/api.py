"""What callers and plugin authors write, checked by mypy and never run: the types they see are part of the promise."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from pathlib import Path
from typing import Final, assert_type

import cimscore
from cimscore.assessment import DecidedClock, DecisionState, OpenPoint
from cimscore.fhir import FieldFate, case_from_fhir
from cimscore.many import CaseLine, CaseReader, CaseRow, Choices, assess_many, cases_in
from cimscore.many.impact import ImpactRow, compare_many, compare_noted, note_many, read_noted, write_noted
from cimscore.plugins import hookimpl
from cimscore.rulebook import Identity
from cimscore.rules import (
    Conclusion,
    Condition,
    Defined,
    Household,
    Person,
    Question,
    Reading,
    Rows,
    Topic,
    Value,
    some,
)
from cimscore.rules.families import is_child
from cimscore.rules.vocabulary import lives_in
from cimscore.traceability.impact import ImpactTally


class Setting(enum.StrEnum):
    """An answer out of a list of words."""

    HOME = "home"
    CARE = "care"


def embed() -> None:
    """A developer's own program: load, read, assess, look."""
    rulebook = cimscore.load_rulebook()
    case = rulebook.read_case("two-homes.yaml")
    assessment = cimscore.assess(case, rulebook, readings={}, programs=["qld-child-safety"])
    decision = assessment.decision("qld-child-safety")

    assert_type(rulebook, cimscore.Rulebook)
    assert_type(case, cimscore.Case)
    assert_type(assessment, cimscore.Assessment)
    assert_type(assessment.final, bool)
    assert_type(decision, cimscore.Decision)
    assert_type(decision.state, DecisionState)
    assert_type(decision.clocks, tuple[DecidedClock, ...])
    assert_type(decision.points, tuple[OpenPoint, ...])
    assert_type([line.says for line in decision.about("role")], list[str])


def decide_many(rulebook: cimscore.Rulebook) -> None:
    """A researcher's own program: many cases, and what another reading moves in them."""
    for row in assess_many(cases_in("cases.jsonl").lines, rulebook, under=Choices(programs=("qld-child-safety",))):
        assert_type(row, CaseRow)
        assert_type(row.state, str)
    tally = ImpactTally()
    for moving in compare_many(cases_in("cases").lines, rulebook, Choices(), Choices(readings={}), workers=2):
        assert_type(moving, ImpactRow)
        tally.add(moving.name, moving.moved)
    assert_type([move.first for move in tally.moves], list[tuple[str, ...]])
    before = write_noted(Path("before.jsonl"), note_many(cases_in("cases").lines, rulebook, Choices()))
    assert_type(compare_noted(before, read_noted(Path("other.jsonl"))), Iterator[ImpactRow])


def begin_with_fhir(rulebook: cimscore.Rulebook, bundle: object) -> None:
    """A hospital's own program: a bundle as a case, and what became of each of its fields."""
    made = case_from_fhir(bundle, "in-8", programs=["qld-child-safety"], parents_by_birth=True)
    assert_type(rulebook.read_case(made.document), cimscore.Case)
    assert_type([field.became for field in made.fields], list[FieldFate])
    assert_type(CaseReader(rulebook).case(CaseLine(1, b"{}", 1)), cimscore.Case)


child: Final = Person("child")
home: Final = Household("home")
setting: Final = Value("setting", Setting)
RELATES: Final = Question(
    id="relates", things=(child, home), text="Do the concerns in {home} relate to {child} too?", answers=bool
)
SETTING: Final = Question(id="setting", things=(), text="Where is the service given?", answers=Setting)
UNCLEAR: Final = Reading(
    id="unclear", question="Where is care given?", readings={Setting.HOME: "At home.", Setting.CARE: "In care."},
    taken=Setting.HOME, because="That is where most live.", clauses=("example/scope/care",),
)  # fmt: skip


def conditions_are_values() -> None:
    """Whatever is asked of things is a condition, and a condition is never a truth by itself."""
    assert_type(RELATES, Question[bool])
    assert_type(RELATES(child, home), Condition)
    assert_type(SETTING.is_(Setting.CARE), Condition)
    assert_type(UNCLEAR.is_(Setting.HOME), Condition)
    assert_type(lives_in(child, home) & ~RELATES(child, home) | is_child(child), Condition)
    assert_type(some(child, lives_in(child, home)), Condition)


has_a_child: Final = Defined((home,), "a child [lives] in {home}", some(child, is_child(child) & lives_in(child, home)))
SEEN: Final = Conclusion("seen", (home,), "{home} [is] seen", topic=Topic.HOUSEHOLDS)
SEEN.row("with-a-child", home, when=has_a_child(home), cites=["example/scope/care"])


class Plugin:
    """A plugin: hooks that give values."""

    @hookimpl
    def cimscore_households(self) -> tuple[Rows, ...]:
        """Say what a household is."""
        return (SEEN,)


def read_a_rulebook(rulebook: cimscore.Rulebook, identity: Identity) -> None:
    """What is installed is looked up by name."""
    installed = rulebook.program(identity.id)

    assert_type(installed.digest, str)
    assert_type([rule.cites for rule in installed.rules], list[tuple[str, ...]])
