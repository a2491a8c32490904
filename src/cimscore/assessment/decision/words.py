"""Words for what a decision says: names for things, sentences for conclusions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

import attrs

from cimscore.calendars.words import clock_in_words, date_in_words, day_in_words, instant_in_words
from cimscore.case import Case, Moment, labels_of
from cimscore.clocks import Span, in_words
from cimscore.ids import spelled, split_record_address
from cimscore.policy import Modal
from cimscore.reasoning.points.points import Point
from cimscore.reasoning.reasons.explaining import Names
from cimscore.rules.conditions.predicates import Defined
from cimscore.rules.conditions.sentences import Sentence
from cimscore.rules.conditions.things import Person, RecordName, is_value
from cimscore.rules.program import Program
from cimscore.rules.rows.clocks import ClockPart
from cimscore.rules.rows.conclusions import GOES, Conclusion, ConclusionRow, Topic
from cimscore.rules.rows.duties import DutyWords

_MODALS: Final = {Modal.EVERY_EFFORT: "is to make every effort to"}
_OF_A_DAY: Final = ": "
"""The sign between an act and the day on which it is due, where a claim is told in words."""


def names_in(case: Case) -> Names:
    """Return what to call each thing of a case, by id."""
    return {
        **{household.id: household.label or household.id for household in case.households},
        **{place.id: place.label or place.id for place in case.places},
        **labels_of(case.people),
        **{record.id: _record_in_words(record.id) for record in case.records if split_record_address(record.id)},
    }


def _record_in_words(address: str) -> str:
    """Return an address of a record without its signs: ``incident report of i1``."""
    kind, of, focus = split_record_address(address) or (address, "", "")
    return f"{spelled(kind)} of {of}{f' for {focus} alone' if focus else ''}"


def begun(says: str, things: Iterable[object] = ()) -> str:
    """Return a sentence as it begins: with a capital, unless it begins with the id of a thing.

    Args:
        says: The sentence.
        things: The things that it is about, as in the document.
    """
    ids = (str(thing) for thing in things)
    if any(says.startswith(f"{id} ") for id in ids if " " not in id):
        return says
    return f"{says[:1].upper()}{says[1:]}"


def act_and_day(told: str) -> tuple[str, str]:
    """Return the act and its day out of a claim that `Words.claim` tells; any other claim whole, without a day."""
    act, _, day = told.partition(_OF_A_DAY)
    return act, day


def in_few_words(act: str) -> str:
    """Return an act so that it can stand within a sentence: what follows a comma is left out."""
    return act.partition(", ")[0]


def day_to(act: str) -> str:
    """Return the phrase for the day of an act: ``the day to approve the report``."""
    return f"the day to {in_few_words(act)}"


def words_for(case: Case, program: Program) -> Words:
    """Return the words of a program for the things of a case."""
    return Words(program, names_in(case), frozenset(person.id for person in case.people))


def duty_row(duties: Conclusion, things: tuple[Any, ...]) -> ConclusionRow:
    """Return the row with the words of a duty: the first of its act."""
    return next(row for row in duties.rows if row.notes.act == things[-2])


@attrs.frozen
class Words:
    """The words of a program for the things of a case.

    Attributes:
        program: The program.
        names: What to call each thing, by id.
        people: The ids of the people.
    """

    program: Program
    names: Names
    people: frozenset[str] = frozenset()

    def name(self, thing: Any) -> str:
        """Return what to call a thing; for a record its kind and whose it is."""
        if isinstance(thing, RecordName):
            of = self.whose(thing)
            return f"{spelled(thing.kind)}{f' of {of}' if of else ''}"
        return self.names.get(str(thing), str(thing))

    def whose(self, record: RecordName) -> str:
        """Return whose a record is: what it is of, and for whom alone; empty for a record of the whole case."""
        of = "" if record.of_kind == "case" else self.names.get(record.of, record.of)
        return f"{of} for {self.names.get(record.focus, record.focus)} alone".lstrip() if record.focus else of

    def named(self, text: str, things: Iterable[Any] = ()) -> str:
        """Return a text with names for single ids, and for the records that it is about."""
        records = {str(thing): self.name(thing) for thing in things if isinstance(thing, RecordName)}
        of_several_words = {*records, *(name for name in self.names if ":" in name)}
        words = "|".join([*map(re.escape, sorted(of_several_words, reverse=True)), r"[\w-]+"])
        # In one pass: what a name has put there may hold the id of something else, or its own.
        return re.sub(words, lambda match: records.get(match[0]) or self.names.get(match[0], match[0]), text)

    def asked(self, point: Point, things: Iterable[Any] = ()) -> str:
        """Return the question of a point, with names for the things that it is about and for no word beside them."""
        if point.text:
            places = {place: self.name(thing) for place, thing in point.things.items()}
            return point.text.format(**places) if places else point.text
        # The text of a fact of the document holds the ids that its address lists, or else those of several people.
        of = {thing: self.names[thing] for thing in re.split("@|->", point.address)[1:] if thing in self.names}
        return attrs.evolve(self, names=of or self.names).named(point.asks, things)

    def answer(self, point: Point, value: Any) -> str:
        """Return an answer as people say it: a moment by the clocks of the program, a thing by its name."""
        if isinstance(value, Moment | Span) and value not in point.words:
            return self.moment(value)
        return self.named(point.in_words(value)) if point.of_things else point.in_words(value)

    def moment(self, moment: Moment | Span) -> str:
        """Return a moment by the clocks of the program, or the range of it that is known."""
        zone = self.program.zone
        if isinstance(moment, Span):
            # What has one end alone is taken as that, if it is said to be nothing else.
            known = moment.first if moment.first is not None else moment.last
            taken = "" if moment.working == known else f", taken as {self.moment(moment.working)}"
            return f"{in_words(moment, zone)}{taken}"
        at = moment.instant
        return day_in_words(moment.value) if at is None else instant_in_words(at.astimezone(zone))

    def past(self, moment: Moment) -> str:
        """Return a moment that is past by the clocks of the program; the day of the week would add nothing to it."""
        if moment.instant is None:
            return date_in_words(moment.value)
        at = moment.instant.astimezone(self.program.zone)
        return f"{date_in_words(at)}, {clock_in_words(at.time())}"

    def said(self, conclusion: Conclusion, things: tuple[Any, ...]) -> str:
        """Return the sentence of a conclusion about some things."""
        return self._said(conclusion, self._places(conclusion, things))

    def cut(self, conclusion: Conclusion, things: tuple[Any, ...]) -> tuple[str, str, str]:
        """Return the same sentence cut at its verb: the subject, the verb, and all that follows, with its space."""
        places = self._places(conclusion, things)
        before, verb, after = Sentence(conclusion.says, tuple(places)).cut(places)
        return " ".join(before.split()), verb, re.sub(r"\s+", " ", after).rstrip()

    def called(self, conclusion: Conclusion, things: tuple[Any, ...]) -> tuple[str, ...]:
        """Return what a sentence calls the things that it is about."""
        return tuple(self._places(conclusion, things).values())

    def form(self, conclusion: Conclusion, things: tuple[Any, ...]) -> tuple[str, str]:
        """Return the sentence with ``{}`` for the one person whom it is about, and their name; empty if not one."""
        people = [variable.name for variable in conclusion.things if isinstance(variable, Person)]
        if len(people) != 1:
            return "", ""
        places = self._places(conclusion, things)
        return self._said(conclusion, {**places, people[0]: "{}"}), places[people[0]]

    @staticmethod
    def _said(conclusion: Conclusion, places: dict[str, str]) -> str:
        return " ".join(Sentence(conclusion.says, tuple(places)).said(places).split())

    def denied(self, predicate: Conclusion | Defined, things: tuple[Any, ...]) -> str:
        """Return the sentence that something does not hold of some things."""
        places = self._places(predicate, things)
        return " ".join(Sentence(predicate.says, tuple(places)).denied(places).split())

    def _places(self, predicate: Conclusion | Defined, things: tuple[Any, ...]) -> dict[str, str]:
        """Return the words for each place of a sentence. A value is no thing, though its word may be the id of one."""
        return {
            variable.name: self._value(thing) if is_value(variable) else self.name(thing)
            for variable, thing in zip(predicate.things, things, strict=True)
        }

    def _value(self, value: Any) -> str:
        return self.name(value) if isinstance(value, RecordName) or ":" in str(value) else str(value)

    def duty(self, words: DutyWords, detail: object) -> str:
        """Return a duty in words: who must do what, to whom."""
        return f"{self.duty_head(words)} {self.deed(words, detail)}"

    def deed(self, words: DutyWords, detail: object) -> str:
        """Return what a duty asks for in words, without who must do it."""
        return self.duty_form(words).replace("{}", self.detail(detail))

    @staticmethod
    def duty_head(words: DutyWords) -> str:
        """Return who acts, and how strongly the clause binds: ``the child safety officer must``."""
        return f"{words.by} {_MODALS.get(words.modal, words.modal.value)}"

    @staticmethod
    def duty_form(words: DutyWords) -> str:
        """Return what is to be done and to whom, with ``{}`` for what a row lists."""
        return f"{words.what}{f', {words.recipient}' if words.to else ''}"

    def detail(self, detail: object) -> str:
        """Return what to call that which a row lists to complete the words of a duty."""
        return day_in_words(detail.value) if isinstance(detail, Moment) else self.name(detail)

    def claim(self, claim: tuple[str, tuple[Any, ...]], *, duties: bool = False) -> str:
        """Return a claim in words; empty for a claim that is only a step to others.

        Args:
            claim: The key of what is concluded, and of which things.
            duties: Whether duties are told as well.
        """
        key, things = claim
        match self.program.predicates.get(key):
            case Conclusion(topic=Topic.DUTIES) as owed if duties:
                return self.duty(duty_row(owed, things).notes, things[-1])
            case Conclusion() as conclusion if not self._is_hidden(conclusion):
                return self.said(conclusion, things)
            case ClockPart(clock=clock, name="due"):
                return f"{clock.what}{_OF_A_DAY}{things[-1]}"
            case _:
                return ""

    def _is_hidden(self, conclusion: Conclusion) -> bool:
        """Return True for a claim that is only a step to others, and for a record whose contents are shown."""
        leads = conclusion.leading or conclusion.topic in (Topic.LAWS, Topic.EDITIONS, Topic.DUTIES)
        return leads or (conclusion.id == "record" and GOES in self.program.predicates)
