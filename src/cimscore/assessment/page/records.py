"""Records of a page: what is to be recorded, with what mark, and who is what in it."""

from __future__ import annotations

import enum
import sys
from collections.abc import Container, Iterator, Sequence
from typing import Final

from cimscore.assessment.decision.undecided import Perhaps
from cimscore.assessment.decision.value import DecidedConclusion, Decision, DecisionState
from cimscore.assessment.decision.words import begun
from cimscore.assessment.page.lines import More, PageLine, Section
from cimscore.assessment.page.marks import LineMarks
from cimscore.assessment.page.room import Room
from cimscore.ids import spelled
from cimscore.rules.english.nouns import counted, first_listed, listed_words

TITLE: Final = "What to record"
_MOST_LEFT: Final = 3
_OF_SEVERAL: Final = {"is": "are", "has": "have", "was": "were"}
"""Verbs of one subject, with the form for several. Sentences with any other verb are not joined."""

_NONE: Final = "Nothing is to be recorded under this program, as far as is known."
_NONE_SO_FAR: Final = "By the working answers nothing is to be recorded under this program."
_NOT_TOLD: Final = "What is to be recorded cannot be told yet."


def records_section(decision: Decision, marks: LineMarks, room: Room) -> Section:
    """Return what is in scope and what is to be recorded, for whom.

    Args:
        decision: The decision.
        marks: The marks of its page.
        room: How much it tells.
    """
    made = decision.about("record")
    shown = made[: room.records]
    sentences = list(_scope(decision, marks))
    beside = len(sentences) - len(sentences[: room.scope])
    scope = "; ".join((*sentences[: room.scope], *([f"and {beside} more"] if beside else ())))
    none = () if made else (_nothing(decision),)
    lines = [*([scope] if scope else []), *none, *(_record(decision, marks, record, room) for record in shown)]
    lines += _perhaps_made(decision, marks, room.unplaced)
    lines += _unplaced(decision, room.unplaced)
    left = [record.named[0] for record in made[room.records :]]
    named = f" ({first_listed(left, _MOST_LEFT)})" if room.left else ""
    more = (More(f"and {len(left)} more{named}", marks.command("assess", "--all")),) if left else ()
    ids = [thing for line in decision.of_topic("scope") for thing in line.things]
    return Section(TITLE, tuple(PageLine(begun(line, ids)) for line in lines), more)


def _nothing(decision: Decision) -> str:
    """Return that nothing is to be recorded, or that it cannot be told, and what that rests on."""
    if decision.state is DecisionState.INCOMPLETE:
        return _NOT_TOLD
    return _NONE_SO_FAR if decision.points else _NONE


def _scope(decision: Decision, marks: LineMarks) -> Iterator[str]:
    """Yield what is in scope, what is said of several things once; what is out of scope has its reason elsewhere."""
    alike: dict[tuple[str, str, str, str], dict[str, None]] = {}
    for line in decision.of_topic("scope"):
        if not (line.leading or line.refers or line.denies or line.marks):
            # Sentences that differ in their subject alone become one, with all the subjects.
            subject, verb, rest = line.cut
            alone = "" if verb in _OF_SEVERAL else subject
            alike.setdefault((alone, verb, rest, marks.of(line)), {})[subject] = None
    for (_, verb, rest, mark), subjects in alike.items():
        yield f"{listed_words([*subjects])} {_OF_SEVERAL[verb] if len(subjects) > 1 else verb}{rest}{mark}"


def _record(decision: Decision, marks: LineMarks, made: DecidedConclusion, room: Room) -> str:
    subjects = {line.things[0] for line in decision.of_topic("subjects")}
    roles = [role for role in decision.about("role") if role.things[1] == made.things[0]]
    # Whoever may be a parent stands where parents do, so that a short page does not leave them out.
    rises = {role: list(_rises(decision, role)) for role in roles}
    highest = {role: min((_place_of(part.things[2]) for part in rises[role]), default=sys.maxsize) for role in roles}
    roles.sort(key=lambda role: (role.things[0] not in subjects, min(highest[role], _place_of(role.things[2]))))
    parts: dict[tuple[object, str], list[DecidedConclusion]] = {}
    for role in roles:
        parts.setdefault((role.things[0], marks.of(role)), []).append(role)
    told = (
        (
            f"{_person(decision, role)}{_also(others)}{_here(decision, role, subjects)}{_of_home(decision, role)}",
            own,
            "".join(f", perhaps {possible.things[2]}{_on(marks, possible)}" for possible in rises[role]),
        )
        for (_, own), (role, *others) in parts.items()
    )
    mark = marks.of(made)
    people = [
        f"{says}{'' if own == mark else own}{perhaps}"  # nobody's part in a record is surer than the record
        for says, own, perhaps in (*told, *_beside(decision, marks, made, roles))
    ]
    shown = people[: room.people]
    what = begun(made.named[0])
    if len(people) > len(shown):
        command = f": {marks.command('assess', f'--record {what.lower()!r}')}" if room.apart else ""
        shown = [*shown, f"and {len(people) - len(shown)} more{command}"]
    head = f"{what}{mark}{_stamps(decision, marks, made)}{marks.address(made.address)}"
    return f"{head}{': ' if shown else ''}{'; '.join(shown)}"


def _unplaced(decision: Decision, most: int) -> Iterator[str]:
    """Yield those who have no part in any record, not even perhaps; those of whom the same is to be said together."""
    told: dict[str, list[str]] = {}
    made = {line.things[0] for line in decision.about("record")}
    perhaps = {
        possible.things[0] for possible in decision.perhaps if possible.id == "role" and possible.things[1] in made
    }
    for person in (person for person in decision.unplaced if person.person not in perhaps):
        told.setdefault(person.why, []).append(person.name)
    for why, names in told.items():
        shown = names if len(names) == most + 1 else names[:most]  # One more name is no longer than its number.
        left = len(names) - len(shown)
        yield f"Besides: {'; '.join(shown)}{f'; {left} others' if left else ''}, {why}"


def _stamps(decision: Decision, marks: LineMarks, made: DecidedConclusion) -> str:
    """Return what a record is marked with, such as a priority."""
    lines = [line for line in decision.conclusions if line.marks and line.things[0] == made.things[0]]
    # A mark that the record has already is not said again behind its priority.
    surer = [(line, "" if (own := marks.of(line)) == marks.of(made) else own) for line in lines]
    return "".join(f", {spelled(line.id)} {line.things[1]}{own}" for line, own in surer)


def _beside(
    decision: Decision, marks: LineMarks, made: DecidedConclusion, people: Sequence[DecidedConclusion]
) -> Iterator[tuple[str, str, str]]:
    """Yield those who have a profile in a record and no role, each with its mark; then who perhaps has a role."""
    called = {role.things[0] for role in people}
    perhaps = [possible for possible in _perhaps_in(decision, made.things[0]) if possible.things[0] not in called]
    for line in decision.about("profile"):
        if line.things[1] == made.things[0] and line.things[0] not in called:
            parts = [
                f", perhaps {possible.things[2]}{_on(marks, possible)}"
                for possible in perhaps
                if possible.things[0] == line.things[0]
            ]
            yield f"{_called(decision, line.things[0])}, with a profile", marks.of(line), "".join(parts)
            called.add(line.things[0])
    for possible in perhaps:
        if possible.things[0] not in called:
            yield f"perhaps {_person(decision, possible)}", "", _on(marks, possible)


def _rises(decision: Decision, role: DecidedConclusion) -> Iterator[Perhaps]:
    """Yield the parts before their own that somebody may have in a record: a member of the household, as a parent."""
    for possible in _perhaps_in(decision, role.things[1]):
        if possible.things[0] == role.things[0] and _place_of(possible.things[2]) < _place_of(role.things[2]):
            yield possible


def _perhaps_in(decision: Decision, record: object) -> Iterator[Perhaps]:
    return (possible for possible in decision.perhaps if possible.id == "role" and possible.things[1] == record)


def _perhaps_made(decision: Decision, marks: LineMarks, most: int) -> Iterator[str]:
    """Yield the records that another answer alone would bring, with the soonest clock that it may start."""
    told: dict[tuple[tuple[str, ...], str], list[str]] = {}
    for possible in (possible for possible in decision.perhaps if possible.id == "record"):
        told.setdefault((possible.asks, _if(possible, marks)), []).append(possible.named[0])
    for (asks, answers), records in [*told.items()][:most]:
        starts = [start for point in decision.points if point.address in asks for start in point.starts]
        clock = "".join(f"; it may start a clock: {act}{f', {day}' if day else ''}" for act, day in starts[:1])
        yield f"Perhaps {first_listed(records, most)}, if {answers}{clock}"
    if left := sum(map(len, [*told.values()][most:])):
        yield f"Perhaps {counted(left, 'more record')}, by other answers"


def _if(possible: Perhaps, marks: LineMarks) -> str:
    """Return the answers that bring a record, each with its question; of answers that do so only together, those."""
    alone = dict(possible.answers)
    if not alone.keys() >= {*possible.asks}:
        return f"{marks.named(possible.asks)} {'are' if possible.asks[1:] else 'is'} answered otherwise"
    told = (
        f"{first_listed(list(map(repr, alone[address])), _MOST_LEFT)} ({marks.named([address])})"
        for address in sorted(possible.asks, key=lambda address: marks.numbers[address])
    )
    return " or ".join(told)


def _on(marks: LineMarks, possible: Perhaps) -> str:
    return "" if marks.plain else f" ({marks.named(possible.asks)})"


def _called(decision: Decision, person: str) -> str:
    return next((typed.name for typed in decision.people if typed.person == person), person)


def _person(decision: Decision, role: DecidedConclusion | Perhaps) -> str:
    person, _, part = role.things
    return f"{_called(decision, person)}, {part}"


def _also(others: Sequence[DecidedConclusion]) -> str:
    """Return the further parts of somebody in a record."""
    return "".join(f" and {role.things[2]}" for role in others)


def _place_of(role: enum.StrEnum) -> int:
    """Return the place of a role among those of its program, which begin with whom a record is about."""
    return [*type(role)].index(role)


def _of_home(decision: Decision, role: DecidedConclusion) -> str:
    """Return where somebody of a household's record lives, if that is not there, and whom of it they care for."""
    person, record, _ = role.things
    typed = next((typed for typed in decision.people if typed.person == person), None)
    if typed is None or record.of_kind != "household":
        return ""
    cares = any(ward.things[0] in typed.cares_for and ward.things[1] == record for ward in decision.about("role"))
    where = typed.where if record.of not in typed.homes else ""
    told = ", ".join(filter(None, ("carer" if cares else "", where)))
    return f" ({told})" if told else ""


def _here(decision: Decision, role: DecidedConclusion, subjects: Container[object]) -> str:
    """Return that a part is of this record alone, where a subject has another in another record."""
    person, record, part = role.things
    if person not in subjects:
        return ""
    made = {line.things[0] for line in decision.about("record")} - {record}
    parts = {line.things[2] for line in decision.about("role") if line.things[0] == person and line.things[1] in made}
    return " here" if parts - {part} else ""
