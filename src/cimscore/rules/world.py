"""What the engine hands to `Facts`: the case, the choices made for it, and the findings settled so far."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol
from zoneinfo import ZoneInfo

import attrs

from cimscore.calendars import Calendar
from cimscore.case import UNKNOWN, Case, Moment, Unknown
from cimscore.household_graph import HouseholdGraph
from cimscore.rules.openness import OpenQuestion
from cimscore.rules.things import Concern, Household, Person, Thing


@attrs.frozen(kw_only=True)
class Given:
    """An answer that the document gives to a program's question."""

    answer: object
    by: str | Unknown = UNKNOWN
    at: Moment | Unknown = UNKNOWN


@attrs.frozen(kw_only=True)
class Found:
    """What earlier rules settled about a thing: an answer or its definite absence, and what that rests on."""

    answer: Any
    findings: tuple[str, ...]
    subject_to: frozenset[str]


@attrs.frozen(kw_only=True)
class EditionHeld:
    """The edition in force of one source.

    Attributes:
        edition: Its id; empty while none is in force or it is not chosen yet.
        editions: Every edition of the source, in order.
        subject_to: Addresses of the open questions the choice rests on.
    """

    edition: str
    editions: tuple[str, ...]
    subject_to: frozenset[str]


class Findings(Protocol):
    """The settled findings of earlier topics."""

    def found(self, rules: Any, about: Thing, key: str) -> Found:
        """The answer of `rules` to `key` about a thing.

        Raises:
            Open: Something that could still answer is open or has failed.
        """

    def edition_behind(self, clause: str) -> EditionHeld:
        """The edition in force of a clause's source."""

    def records(self, kind: str) -> Found:
        """Every record of this kind to be made, as a tuple.

        Raises:
            Open: A rule that could still make one is open or has failed.
        """


@attrs.frozen(kw_only=True)
class World:
    """Everything a program's rules can learn about one case, behind `Facts`.

    Attributes:
        case: The document.
        graph: Its household graph.
        given: Answers to programs' questions, by ``program/question@about``.
        names: ``program/id`` of every question, interpretation and table, by the object itself.
        readings: The reading in force of every interpretation, by ``program/id``.
        zone: The program's zone: where its days begin.
        calendars: The program's calendars, by id.
        as_at: The moment the assessment is made for.
        findings: What earlier topics settled.
        people: Every person of the case.
        households: Every household.
        concerns: Every concern.
        proposed: Questions for which a proposal was used, by address: filled as rules ask.
        consulted: Names of interpretations that were read: filled as rules ask.
        remembered: Answers of the household graph, by question and things: filled as rules ask.
    """

    case: Case
    graph: HouseholdGraph
    given: Mapping[str, Given]
    names: Mapping[Any, str]
    readings: Mapping[str, Any]
    zone: ZoneInfo
    calendars: Mapping[str, Calendar]
    as_at: Moment | Unknown
    findings: Findings
    people: tuple[Person, ...] = attrs.field(init=False)
    households: tuple[Household, ...] = attrs.field(init=False)
    concerns: tuple[Concern, ...] = attrs.field(init=False)
    proposed: dict[str, OpenQuestion] = attrs.field(factory=dict)
    consulted: set[str] = attrs.field(factory=set)
    remembered: dict[tuple[Any, ...], Any] = attrs.field(factory=dict)

    @people.default
    def _people(self) -> tuple[Person, ...]:
        return tuple(Person(entry.id) for entry in self.case.people)

    @households.default
    def _households(self) -> tuple[Household, ...]:
        return tuple(Household(entry.id) for entry in self.case.households)

    @concerns.default
    def _concerns(self) -> tuple[Concern, ...]:
        return tuple(Concern(entry.id) for entry in self.case.concerns)
