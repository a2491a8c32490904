"""What rules answer: one kind of answer for each topic, each with the key that says which question it answers."""

from __future__ import annotations

import datetime as dt
import enum

import attrs

from cimscore.calendars import Due
from cimscore.case import Moment
from cimscore.policy import Modal
from cimscore.rules.things import Record


@attrs.frozen(kw_only=True)
class Edition:
    """Which edition of a source holds.

    Attributes:
        id: The edition's id; empty when no edition covers the day.
        on: The day that selected it.
        flags: What a reader has to be told about the choice, one sentence each.
    """

    id: str
    on: dt.date
    flags: tuple[str, ...] = ()


@attrs.frozen
class InScope:
    """The case is within the program."""


@attrs.frozen
class HouseholdRole:
    """What a household is in this case, in the program's words; it can be several things."""

    name: str


@attrs.frozen
class Subject:
    """The person is one whom the concerns are about, in this household."""


class Role(enum.StrEnum):
    """What a person is recorded as. A program declares its own words as a subclass."""


@attrs.frozen
class Carried:
    """The record carries the concern."""


@attrs.frozen(kw_only=True)
class Duty:
    """Something someone has to do, or must not do.

    Attributes:
        act: The act's short name, unique for the thing it is about; a deadline refers to it.
        who: Who acts.
        what: What they do, as a phrase that follows `who`.
        to: To whom or where, when the act goes somewhere.
        modal: How strongly the clause binds.
        after: The act that has to come first, where the clause orders them.
    """

    act: str
    who: str
    what: str
    to: str = ""
    modal: Modal = Modal.MUST
    after: str = ""


@attrs.frozen(kw_only=True)
class Deadline:
    """By when a duty's act is due.

    Attributes:
        act: The duty's `act`.
        due: The instant or range of instants, with the days skipped in counting.
        counted_from: Where the count starts.
        modal: How strongly the clause binds.
    """

    act: str
    due: Due
    counted_from: Moment
    modal: Modal = Modal.MUST


Answer = Edition | InScope | HouseholdRole | Subject | Record | Role | Carried | Duty | Deadline


def key_of(answer: Answer) -> str:
    """Which question an answer answers: two answers about one thing with one key must be equal."""
    match answer:
        case HouseholdRole(name=name):
            return name
        case Record():
            return str(answer)
        case Duty(act=act) | Deadline(act=act):
            return act
        case Role():
            return "role"
        case _:
            return type(answer).__name__.lower()
