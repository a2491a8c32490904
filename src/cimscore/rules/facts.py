"""The only way a rule learns anything. Every question asked here is written down with its answer."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeVar

from cimscore.case import Moment, MoveEntry, Unknown
from cimscore.household_graph import Read
from cimscore.policy import Interpretation, Table
from cimscore.rules import things
from cimscore.rules.asking import Answers
from cimscore.rules.conditions import Condition
from cimscore.rules.days import Days
from cimscore.rules.home import HouseholdQuestions
from cimscore.rules.missing import missing_entry
from cimscore.rules.openness import Open
from cimscore.rules.recorder import Recorder
from cimscore.rules.world import World

if TYPE_CHECKING:
    from cimscore.rules.ruleset import Ruleset

A = TypeVar("A", bound=things.Thing)
W = TypeVar("W")
T = TypeVar("T")
E = TypeVar("E", bound=enum.StrEnum)
R = TypeVar("R")
K = TypeVar("K")


class Facts(Answers):
    """What a condition or rule body asks. It hands out names and answers, never the case itself.

    Attributes:
        home: Questions about households, stays, kin and ages.
        days: Business days, calendar days and elapsed hours.
    """

    __slots__ = ("__recorder", "__world", "days", "home")

    def __init__(self, world: World, recorder: Recorder) -> None:
        super().__init__(world, recorder)
        self.__world = world
        self.__recorder = recorder
        self.home = HouseholdQuestions(world, recorder)
        self.days = Days(Answers(world, recorder), world, recorder)

    # Things of the case. These lists are complete by the document's rules; assessments list that as an assumption.

    def people(self) -> tuple[things.Person, ...]:
        """Every person of the case, born or unborn."""
        return self.__world.people

    def households(self) -> tuple[things.Household, ...]:
        """Every household of the case."""
        return self.__world.households

    def concerns(self) -> tuple[things.Concern, ...]:
        """Every concern of the case."""
        return self.__world.concerns

    def earlier_records(self, kind: str = "") -> tuple[things.EarlierRecord, ...]:
        """Every record that was on file before, of one kind or of any. A record's own progress is none."""
        entries = self.__world.case.records
        return tuple(
            things.EarlierRecord(entry.id) for entry in entries if ":" not in entry.id and kind in ("", entry.kind)
        )

    def records(self, kind: str) -> tuple[things.Record, ...]:
        """Every record of this kind that the rules propose.

        Raises:
            Open: A rule that could still propose one is open.
        """
        found = self.__world.findings.records(kind)
        self.__recorder.page.rest_on(found.findings, found.subject_to)
        made: tuple[things.Record, ...] = found.answer
        return made

    # The document's own moments and records.

    def received(self) -> Moment:
        """When the information was received.

        Raises:
            Open: That is not known.
        """
        return self.__moment("received", self.__world.case.dates.received)

    def as_at(self) -> Moment:
        """The moment the assessment is made for; rules about editions alone may need it.

        Raises:
            Open: No moment was given and the document does not say when it was received.
        """
        return self.__moment("as-at", self.__world.as_at)

    def occurred(self, concern: things.Concern) -> Moment:
        """When what a concern tells of happened.

        Raises:
            Open: That is not known.
        """
        entry = next(entry for entry in self.__world.case.concerns if entry.id == concern.id)
        return self.__moment("occurred", entry.occurred, concern.id)

    def moved(self, record: things.Record | things.EarlierRecord, move: str, *, first: bool = False) -> Moment | None:
        """When a record took this step last; None when it has not.

        Args:
            record: The record.
            move: The step.
            first: When it took the step first, for a record that can take it again.

        Raises:
            Open: It has, but it is not known when.
        """
        moves = [entry for entry in self.__moves(record) if entry.move == move]
        fact = f"{move}@{record}"
        if not moves:
            self.__recorder.page.read(Read(fact, "has not happened"))
            return None
        return self.__moment(f"{move}", moves[0 if first else -1].at, str(record))

    def has_moved(self, record: things.Record | things.EarlierRecord, move: str) -> bool:
        """Whether a record has taken this step, whether or not it is known when."""
        moved = any(entry.move == move for entry in self.__moves(record))
        self.__recorder.page.read(Read(f"{move}@{record}", "has happened" if moved else "has not happened"))
        return moved

    def kind_of(self, record: things.EarlierRecord) -> str:
        """What kind of record it is, in the words of its program."""
        return self.__read("record-kind", record.id, self.__entry(record).kind)

    def household_of(self, record: things.EarlierRecord) -> things.Household:
        """The household that a record on file is about.

        Raises:
            Open: That is not known.
        """
        household = self.__entry(record).household
        if isinstance(household, Unknown):
            raise Open(missing_entry(self.__world.case, "record-household", record.id))
        return things.Household(self.__read("record-household", record.id, household))

    def recorded_as(self, person: things.Person, record: things.EarlierRecord) -> str:
        """What a person is in a record on file, in the words of its program; empty when not in it."""
        return self.__read("recorded-as", f"{person}@{record}", self.__entry(record).people.get(person.id, ""))

    # Policy.

    def reading(self, interpretation: Interpretation[E]) -> E:
        """The reading in force of an unclear point."""
        name = self.__world.names[interpretation]
        value: E = self.__world.readings[name]
        self.__world.consulted.add(name)
        self.__recorder.page.take((name, str(value)))
        return value

    def look_up(self, table: Table[K, T], key: K) -> T:
        """The value of the table's row for `key`; the row's clause enters the trace.

        Raises:
            LookupError: The table has no such row.
        """
        row = table.row(key)
        if row is None:
            raise LookupError(f"the table {table.id} has no row for {key!r}")
        self.__recorder.page.cite(row.clause)
        return row.value

    def found(self, rules: Ruleset[R], about: things.Thing, key: str = "") -> R | None:
        """What earlier rules answered about a thing; None when they definitely answered nothing.

        Args:
            rules: A ruleset of an earlier topic.
            about: The thing.
            key: Which answer, where a topic gives several about one thing (a role's name, a record's address, an act).

        Raises:
            Open: Something that could still answer is open or has failed.
        """
        found = self.__world.findings.found(rules, about, key)
        self.__recorder.page.rest_on(found.findings, found.subject_to)
        answer: R | None = found.answer
        return answer

    # Conditions, in three values.

    def holds(self, condition: Condition[W], about: W) -> bool:
        """Whether a condition holds of a thing.

        Raises:
            Open: It cannot be told.
        """
        return self.__recorder.decide(self, ((condition, about),), decisive=True)

    def some(self, those: Iterable[W], condition: Condition[W]) -> bool:
        """Whether a condition holds of at least one thing; one definite yes decides.

        Raises:
            Open: None is definitely so, and of one it cannot be told.
        """
        return self.__recorder.decide(self, ((condition, about) for about in those), decisive=True)

    def every(self, those: Iterable[W], condition: Condition[W]) -> bool:
        """Whether a condition holds of every thing; one definite no decides.

        Raises:
            Open: None is definitely not so, and of one it cannot be told.
        """
        return self.__recorder.decide(self, ((condition, about) for about in those), decisive=False)

    def any_holds(self, conditions: Iterable[Condition[W]], about: W) -> bool:
        """Whether at least one of several conditions holds of a thing."""
        return self.__recorder.decide(self, ((condition, about) for condition in conditions), decisive=True)

    def all_hold(self, conditions: Iterable[Condition[W]], about: W) -> bool:
        """Whether all of several conditions hold of a thing."""
        return self.__recorder.decide(self, ((condition, about) for condition in conditions), decisive=False)

    def __moment(self, fact: str, value: Moment | Unknown, about: str = "case") -> Moment:
        if isinstance(value, Unknown):
            raise Open(missing_entry(self.__world.case, fact, about))
        self.__recorder.page.read(Read(f"{fact}@{about}", str(value)))
        return value

    def __read(self, fact: str, about: str, value: str) -> str:
        self.__recorder.page.read(Read(f"{fact}@{about}", value))
        return value

    def __entry(self, record: things.EarlierRecord) -> Any:
        return next(entry for entry in self.__world.case.records if entry.id == record.id)

    def __moves(self, record: things.Record | things.EarlierRecord) -> tuple[MoveEntry, ...]:
        return next((entry.moves for entry in self.__world.case.records if entry.id == str(record)), ())
