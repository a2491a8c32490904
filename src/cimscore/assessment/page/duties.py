"""Duties of a page: what to do next, at once first, and what is done."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

import attrs

from cimscore.assessment.decision.duty import Done, Duty
from cimscore.assessment.decision.value import Decision, DecisionState
from cimscore.assessment.decision.words import begun
from cimscore.assessment.page.acts import Act
from cimscore.assessment.page.clocks import bounded
from cimscore.assessment.page.lines import More, PageLine, Section
from cimscore.assessment.page.marks import LineMarks
from cimscore.assessment.page.room import Room
from cimscore.assessment.page.soonest import first_of
from cimscore.rules.english.nouns import first_listed, listed_words

TITLE: Final = "What to do, in order"
AT_ONCE: Final = ", at once"
_NOT_TOLD: Final = "What is to be done cannot be told before what is open is answered."
_MOST_NAMED: Final = 4


@attrs.frozen
class _Said:
    """Duties that are told in one line.

    Attributes:
        first: The first of them.
        rest: What is told behind who must act.
        mark: How sure they are.
    """

    first: Duty
    rest: str
    mark: str


def duties_section(decision: Decision, marks: LineMarks, acts: Sequence[Act], room: Room) -> Section:
    """Return what to do next: everything that is due at once, then the first steps of the work.

    Args:
        decision: The decision.
        marks: The marks of its page.
        acts: What is due, by `acts_of`.
        room: How much it tells.
    """
    said = list(_said(decision.duties, marks, every=room.every))
    timed = {act.first.id for act in bounded(acts, room.clocks)}
    first = first_of(acts)
    # What the head of the page asks for by the soonest moment that it may be stands next to what is asked at once.
    clocked = first.act.first.id if first is not None and not (first.is_sure or first.act.is_met) else ""
    said.sort(key=lambda line: not (line.first.is_urgent or line.first.act == clocked))
    shown, left = _chosen(said, room, timed, clocked)
    alike = {line.mark for line in said}
    shared = alike.pop() if len(alike) == 1 and len(said) > 1 else ""
    told = [attrs.evolve(line, mark="") if line.mark == shared else line for line in shown]
    lines = _lines(told, apart=room.apart)
    counted = 0 if room.done else sum(bool(line.act) for line in decision.done)
    notes = [*_left(left, timed, named=room.actors), *[f"{counted} done"] * bool(counted)]
    more = (More(", ".join(notes), marks.command("assess", "--all")),) * bool(notes)
    open_first = (PageLine(_NOT_TOLD),) if not said and decision.state is DecisionState.INCOMPLETE else ()
    return Section(f"{TITLE}{shared}", (*open_first, *lines), more)


def _chosen(said: Sequence[_Said], room: Room, timed: Collection[str], clocked: str) -> tuple[list[_Said], list[_Said]]:
    """Return which duties are shown and which are left: those that cannot wait are shown, then the first others."""
    late = itertools.accumulate(line.first.overdue for line in said)
    urgent = [
        line.first.is_urgent
        or (room.clocked and line.first.act == clocked)
        or (line.first.overdue and place <= room.overdue)
        or (room.dated and line.first.due is not None and not _is_told(line.first, timed))
        for line, place in zip(said, late, strict=True)
    ]
    others = max(room.duties - sum(urgent), room.later)
    first = itertools.accumulate(not first for first in urgent)
    chosen = [is_urgent or place <= others for is_urgent, place in zip(urgent, first, strict=True)]
    return [*itertools.compress(said, chosen)], [*itertools.compress(said, (not shown for shown in chosen))]


def _is_told(duty: Duty, timed: Collection[str]) -> bool:
    """Return True if a clock that the page shows says who has to do it by when, and the duty names no place beside."""
    return duty.act in timed and (not duty.of or bool(duty.whom))


def done_section(decision: Decision, marks: LineMarks, room: Room) -> Section:
    """Return what is done.

    Args:
        decision: The decision.
        marks: The marks of its page.
        room: How much it tells.
    """
    shown = decision.done[: room.done]
    left = len(decision.done) - len(shown)
    # Where none is shown, all are counted beside what is to be done.
    more = (More(f"and {left} more", marks.command("assess", "--all")),) * bool(left and shown)
    return Section("What is done", tuple(PageLine(_done(line)) for line in shown), more)


def _said(duties: Sequence[Duty], marks: LineMarks, *, every: bool) -> Iterator[_Said]:
    """Yield each duty once; what is owed to several people or places, in one line; to several places, with the home."""
    told: dict[tuple[str, str, str, str, bool], list[Duty]] = {}
    for duty in duties:
        of = duty.of if every or "{}" not in duty.form else ""
        told.setdefault((duty.head, duty.form, of, marks.of(duty), duty.overdue), []).append(duty)
    places = {(duty.head, duty.form, duty.of, duty.records) for duty in duties if duty.of and not duty.whom}
    several = {form for form, number in Counter((head, form) for head, form, *_ in places).items() if number > 1}
    shared = _shared(duties) | _late_in_part(duties)
    for (head, form, _, mark, overdue), same in told.items():
        late = ", now overdue" if overdue else ""
        names = [_named(duty, with_home=(head, form) in several) for duty in same]
        named = _each(names) if same[0].whom else listed_words(names)
        whose = first_listed([*dict.fromkeys(name for duty in same for name in duty.whose)], _MOST_NAMED)
        of = f" ({whose})" if form in shared and whose else ""
        yield _Said(same[0], f"{form.replace('{}', named)}{of}{late}", mark)


def _shared(duties: Sequence[Duty]) -> set[str]:
    """Return what several have to do, each of another record: the records tell who has to do which."""
    whose: dict[str, dict[str, set[str]]] = {}
    for duty in duties:
        whose.setdefault(duty.form, {}).setdefault(duty.head, set()).update(duty.whose)
    return {form for form, heads in whose.items() if len({frozenset(names) for names in heads.values()}) > 1}


def _late_in_part(duties: Sequence[Duty]) -> set[str]:
    """Return what is overdue for some records and not for others: it is said for which."""
    states: dict[str, set[bool]] = {}
    for duty in duties:
        states.setdefault(duty.form, set()).add(duty.overdue)
    return {form for form, overdue in states.items() if len(overdue) > 1 and "{}" not in form}


def _named(duty: Duty, *, with_home: bool) -> str:
    """Return whom or what a duty names; of several places, with the home whose place it is."""
    home = listed_words(duty.whose) if with_home else ""
    return f"{duty.of} ({home})" if home else duty.of


def _left(said: Sequence[_Said], timed: Collection[str], *, named: bool) -> Iterator[str]:
    """Yield how many duties are not shown and are told by no clock either, and how many each actor has of them."""
    left = [line for line in said if not _is_told(line.first, timed)]
    beside = len(left) < len(said)
    if left:
        numbers = Counter(line.first.by.removeprefix("the ") for line in left).most_common()
        actors = f" ({', '.join(f'{actor} {number}' for actor, number in numbers)})" if named else ""
        dated = sum(line.first.due is not None for line in left)
        days = f", {dated} of them with a day" if dated else ", none with a day"
        yield f"and {len(left)} more{' beside those of the clocks' if beside else ''}{days}{actors}"
    elif beside:
        yield "and those of the clocks"


def _each(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"each of {first_listed(names, _MOST_NAMED)}"


def _lines(said: Iterable[_Said], *, apart: bool) -> Iterator[PageLine]:
    """Yield duties; whoever has several in a row is named once, and so is a mark that all of these have."""
    for (who, at_once), group in itertools.groupby(said, key=lambda line: (line.first.head, line.first.at_once)):
        same = list(group)
        alike = {line.mark for line in same}
        mark = alike.pop() if len(alike) == 1 else ""
        rest = [f"{line.rest}{'' if mark else line.mark}" for line in same]
        if len(rest) == 1:
            yield PageLine(begun(f"{who} {rest[0]}{mark}"))
            continue
        head = f"{who}{AT_ONCE * at_once}"
        rest = [text.replace(AT_ONCE * at_once, "", 1) for text in rest]  # it is said once for all of them
        if apart:
            yield PageLine(f"{begun(head)}{mark}:", below=tuple(rest))
        else:
            yield PageLine(f"{begun(head)}{mark}: {'; '.join(rest)}")


def _done(line: Done) -> str:
    if not line.act:
        return line.says
    told = ", ".join(filter(None, (line.at, f"by {line.by}" if line.by else "")))
    return f"{begun(line.says)}{f' ({told})' if told else ''}"
