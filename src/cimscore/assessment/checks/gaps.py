"""Laws of every program, which no program has to state: no information is lost, and nobody is left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from cimscore.assessment.checks.unplaced import NAMED
from cimscore.assessment.decision.undecided import Law
from cimscore.assessment.decision.words import Words
from cimscore.grades import PROVISIONAL
from cimscore.ids import spelled
from cimscore.reasoning.claims.told import Decided
from cimscore.reasoning.graded import EMPTY, Tuple
from cimscore.reasoning.run import Run
from cimscore.rules.conditions.asked import Predicate
from cimscore.rules.conditions.things import Concern, Person, Record, RecordName
from cimscore.rules.families import is_child
from cimscore.rules.rows.conclusions import RECORD, Conclusion, Topic
from cimscore.rules.vocabulary import has_died, is_concern, lives_in

_ASK: Final = "Ask whoever leads the work, and whoever keeps the program."


def gaps_of(decided: Decided, words: Words) -> tuple[Law, ...]:
    """Return what every decision must hold and this one does not.

    A program that puts no concern into a record, or calls nobody anything in one, is held to nothing there.

    Args:
        decided: What was decided.
        words: The words of the program for the things of the case.
    """
    gaps = _Gaps(decided, words)
    return (*gaps.without_an_end(), *gaps.without_their_subject(), *gaps.left_out(), *gaps.without_a_day())


class _Gaps:
    def __init__(self, decided: Decided, words: Words) -> None:
        self._decided, self._words = decided, words

    @property
    def _run(self) -> Run:
        return self._decided.run

    def _tables(self, topic: Topic, *kinds: type) -> list[Conclusion]:
        """Return the conclusions of a topic that are about things of some kinds, among others."""
        found = self._run.compiled.program.of_topic(topic)
        return [conclusion for conclusion in found if set(kinds) <= {type(thing) for thing in conclusion.things}]

    def _rows(self, tables: list[Conclusion]) -> list[Tuple]:
        return [things for table in tables for things in self._decided.of(table.key)]

    def _base(self, predicate: Predicate) -> list[Tuple]:
        rows = self._run.situation.base.get(predicate.key, EMPTY).rows
        return sorted((things for things, grade in rows.items() if grade >= PROVISIONAL), key=str)

    def without_an_end(self) -> Iterator[Law]:
        """Yield each concern that ends neither in a record nor in a stated reason."""
        places = self._tables(Topic.RECORDS, Concern, Record)
        if not places:
            return
        reasons = [conclusion for conclusion in self._run.compiled.program.conclusions if conclusion.denies is not None]
        ended = {thing for things in self._rows([*places, *reasons]) for thing in things}
        for (concern,) in self._base(is_concern):
            if concern not in ended:
                yield self._gap(
                    "every-concern-ends", (concern,), f"{self._words.name(concern)} ends in a record, else in a reason",
                    "No row of the program puts it into a record, and none says why it has none.",
                )  # fmt: skip

    def without_their_subject(self) -> Iterator[Law]:
        """Yield each record that needs somebody in a role and has nobody."""
        for table in self._tables(Topic.ROLES, Person, Record):
            held = {(things[1], things[2]) for things in self._decided.of(table.key) if len(things) > 2}
            for role, kinds in table.needs:
                for record in self._records():
                    if record.kind in kinds and (record, role) not in held:
                        name = self._words.name(record)
                        yield self._gap(
                            "every-record-has-its-subject", (record,), f"{name} has a {spelled(str(role))}",
                            "Nobody in the case has that role in it.", holds_back=((str(record), name),),
                        )  # fmt: skip

    def left_out(self) -> Iterator[Law]:
        """Yield everybody whom a concern names, or who lives in a record's household, and who is not in the record.

        A record without any roles, such as a paper form, includes no people.
        """
        tables = self._tables(Topic.ROLES, Person, Record)
        if not tables:
            return
        there = {(things[0], things[1]) for things in self._rows(tables)}
        children = self._children()
        for record in sorted({record for _, record in there}, key=str):
            for person, why in self._expected(record):
                if (person, record) not in there:
                    kind = "every-child-has-a-role" if person in children else "everybody-appears"
                    says = f"{self._words.name(person)} appears in {self._words.name(record)}"
                    yield self._gap(kind, (person, record), says, f"{why}, and no rule says what part they have in it.")

    def _children(self) -> set[Any]:
        """Return everybody who may be a minor, where the program asks about it."""
        known = self._run.compiled.program.predicates.get(is_child.key)
        return set() if known is None else {person for (person,) in self._run.value(known).rows}

    def _expected(self, record: RecordName) -> Iterator[tuple[str, str]]:
        """Yield everybody who has to appear in a record, each once, and why."""
        found: dict[str, str] = {}
        for concern in sorted(self._carried(record)):
            for predicate, says in NAMED:
                for named, person in self._base(predicate):
                    if named == concern:
                        found.setdefault(person, says.format(concern, self._words.name(person)))
        dead = {person for (person,) in self._base(has_died)}
        for person, home in self._base(lives_in):
            if home == record.home and person not in dead:
                found.setdefault(person, f"{self._words.name(person)} lives in {self._words.name(home)}")
        yield from sorted(found.items())

    def _carried(self, record: RecordName) -> set[Any]:
        rows = self._rows(self._tables(Topic.RECORDS, Concern, Record))
        return {things[0] for things in rows if things[-1] == record}

    def _records(self) -> list[RecordName]:
        return sorted((things[0] for things in self._decided.of(RECORD)), key=str)

    def without_a_day(self) -> Iterator[Law]:
        """Yield each clock that is owed, waits for nothing, and has neither a day nor a reason why none is counted."""
        for clock in self._run.compiled.program.clocks:
            size = len(clock.things)
            parts = ("due", "waiting")
            told = {things[:size] for part in parts for things in self._decided.of(clock.part(part).key)}
            for things in sorted(self._decided.of(clock.part("owed").key), key=str):
                if things not in told:
                    about = ", ".join(map(self._words.name, things))
                    says = f"{clock.what}{f' ({about})' if about else ''} has its day"
                    yield self._gap("every-clock-has-its-day", things, says, "It is owed, and no day is counted.")

    def _gap(self, id: str, things: Tuple, says: str, why: str, *, holds_back: tuple[tuple[str, str], ...] = ()) -> Law:
        return Law(
            id=id, things=things, says=says, holds_provisionally=False, clauses=(), why=why, to_do=_ASK,
            holds_back=holds_back,
        )  # fmt: skip
