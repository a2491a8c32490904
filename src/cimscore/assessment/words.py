"""Answers in words: one sentence for each kind, the same in text, pages and pictures."""

from __future__ import annotations

from typing import Final

from cimscore.policy import Modal
from cimscore.rules import (
    Carried,
    Deadline,
    Duty,
    Edition,
    Failure,
    HouseholdRole,
    InScope,
    OpenQuestion,
    Record,
    Subject,
)

_PLAIN: Final = {InScope: "in scope", Subject: "subject of the concerns", Carried: "carried"}


def in_words(answer: object) -> str:
    """What an answer says, for people."""
    match answer:
        case Edition(id=id, on=on):
            return f"edition {id} holds, by the day {on}" if id else f"no rule in force on {on}"
        case HouseholdRole(name=name):
            return name
        case Record(kind=kind):
            return f"{kind.replace('-', ' ')} to be made"
        case Duty():
            return duty_in_words(answer)
        case Deadline(act=act, due=due):
            return f"{act.replace('-', ' ')} by {due.describe()}"
        case _:
            return _PLAIN.get(type(answer)) or str(answer)


def duty_in_words(duty: Duty) -> str:
    """Who has to do what, to whom, and after what."""
    modal = "is to make every effort to" if duty.modal is Modal.EVERY_EFFORT else duty.modal.value
    to = f", to {duty.to}" if duty.to else ""
    after = f", after: {duty.after.replace('-', ' ')}" if duty.after else ""
    return f"{duty.who} {modal} {duty.what}{to}{after}"


def waiting_in_words(cause: OpenQuestion | Failure) -> str:
    """What something waits for."""
    return f"waits for {cause.address}" if isinstance(cause, OpenQuestion) else cause.message
