"""Checks of a program before it decides anything. They report every problem at once, with its place."""

from __future__ import annotations

import graphlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from cimscore.ids import did_you_mean, is_kebab
from cimscore.rules.checks.cited import cited_wrongly
from cimscore.rules.checks.contradictions import never_holds
from cimscore.rules.checks.determined import undetermined
from cimscore.rules.checks.numbers import numbers_unwritten
from cimscore.rules.checks.silence import done_by_silence
from cimscore.rules.conditions.asked import Predicate
from cimscore.rules.conditions.conditions import And, Compared, Condition, walk
from cimscore.rules.conditions.listing import listed, unlisted
from cimscore.rules.conditions.predicates import Defined
from cimscore.rules.conditions.things import Concern, File, Household, Person, Place, Variable
from cimscore.rules.program import Program
from cimscore.rules.refusals import AuthorError, SeveralRefusals, as_told
from cimscore.rules.rows.clocks import ClockPart
from cimscore.rules.rows.conclusions import Conclusion, Make, NamedRecord, RecordKind, Topic
from cimscore.rules.rows.questions import Question, Reading
from cimscore.rules.rows.tables import Table
from cimscore.rules.uses import conditions_of, read_by

_DECLARED: Final = Defined | Conclusion | Question | Reading | Table | RecordKind
_Graph = Mapping[str, tuple[Predicate, ...]]
"""What each predicate reads directly, by key."""

_LISTS: Final = {Concern: "is_concern", Person: "is_person", Household: "is_home", Place: "is_place", File: "is_file"}
"""The relation that lists every thing of a kind."""

_ORDER: Final = {topic: place for place, topic in enumerate(Topic)}


def refuse(program: Program) -> None:
    """Refuse a program with any problem.

    Raises:
        SeveralRefusals: Everything that is wrong with it.
    """
    problems = [
        *_odd_ids(program),
        *_twice(program),
        *_clocks_twice(program),
        *_one_address(program),
        *_nameless(program),
    ]
    problems += [*_unlisted(program), *cited_wrongly(program)]
    read = {key: read_by(predicate) for key, predicate in program.predicates.items()}
    problems += [
        *_not_handed_over(program),
        *_never_true(program),
        *_after_nothing(program),
        *done_by_silence(program),
        *_later_topics(program, read),
        *_circles(read),
        *_paper(program, read),
    ]
    if problems:
        raise SeveralRefusals(sorted(problems, key=str))


def _odd_ids(program: Program) -> Iterator[AuthorError]:
    """Yield the ids with capitals or marks: they stand in addresses, which people type and documents hold."""
    named = [(str(row.written), row.id) for conclusion in program.conclusions for row in conclusion.rows]
    named += [(str(clock.written), clock.id) for clock in program.clocks]
    own = (thing for thing in program.everything if program.owner_of(thing) == program.id)
    for thing in own:
        match thing:
            case Conclusion(id=id) | Table(id=id) | RecordKind(name=id):
                named.append((str(thing.written), id))
    for place, id in named:
        if not is_kebab(id):
            yield AuthorError(
                what=place, found=f"the id {id!r}", expected="small letters, digits and dashes: each-home"
            )


def _twice(program: Program) -> Iterator[AuthorError]:
    known: dict[str, Predicate] = {}
    # A kind of record that no condition asks for stands in the heads of rows alone.
    heads = (term for conclusion in program.conclusions for row in conclusion.rows for term in row.head)
    made = {id(term.kind): term.kind for term in heads if isinstance(term, NamedRecord)}
    for predicate in (*program.everything, *made.values()):
        other = known.setdefault(predicate.key, predicate)
        if isinstance(predicate, _DECLARED) and other is not predicate:
            yield AuthorError(
                what=str(predicate.written),
                found=f"{predicate.key!r}, which stands at {other.written} already",
                expected="a sentence or id of its own for each",
            )


def _clocks_twice(program: Program) -> Iterator[AuthorError]:
    ids = [clock.id for clock in program.clocks]
    for id in sorted({id for id in ids if ids.count(id) > 1}):
        yield AuthorError(what=f"clock {id}", found="two clocks of that id", expected="an id of its own for each")
    taken = {clock.id for clock in (program.base.every_clock if program.base is not None else ())}
    for clock in program.clocks:
        if clock.id in taken:
            yield AuthorError(
                what=f"{clock.written} clock {clock.id}", found=f"the id of a clock of {program.extends}",
                expected="an id of its own", hint="To limit the act of that clock too, hand it over as limits=….",
            )  # fmt: skip


def _one_address(program: Program) -> Iterator[AuthorError]:
    questions = {question.id: question for question in program.questions}
    for reading in program.readings:
        if reading.id in questions:
            yield AuthorError(
                what=str(reading.written),
                found=f"the id {reading.id!r}, which a question has at {questions[reading.id].written}",
                expected="an id of its own: a question and a reading are answered at one kind of address",
            )


def _nameless(program: Program) -> Iterator[AuthorError]:
    for definition in program.definitions:
        if definition.key not in program.names:
            yield AuthorError(
                what=str(definition.written),
                found=f"the definition {definition.says!r} without a name",
                expected="a name in its module, such as visitor = Defined(…)",
            )


def _unlisted(program: Program) -> Iterator[AuthorError]:
    for place, condition, known, head in _run(program):
        missing = {*unlisted(condition, known), *(set(head) - listed(condition, known))}
        if missing:
            first = _first_missing(missing, condition, known)
            names = ", ".join(sorted(map(str, first)))
            yield AuthorError(
                what=place,
                found=f"{names} is listed by nothing positive in {as_told(condition.text)}",
                expected="a part that lists it, in the same `some`, and is not denied",
                hint=_what_lists(first),
            )


def _first_missing(missing: set[Variable], condition: Condition, known: frozenset[Variable]) -> set[Variable]:
    """Return the variables without which the others are not listed either; all of them if each needs another."""
    first = {variable for variable in missing if variable not in listed(condition, known | (missing - {variable}))}
    return first or missing


def _what_lists(missing: set[Variable]) -> str:
    """Return what lists any thing of a case, where that is all that is wanted."""
    things = [variable for variable in sorted(missing, key=str) if type(variable) in _LISTS]
    found = " & ".join(f"{_LISTS[type(variable)]}({variable})" for variable in things)
    return f"Every one is listed by {found}." if found else ""


def _not_handed_over(program: Program) -> Iterator[AuthorError]:
    handed, base = {*program.conclusions}, program.base
    while base is not None:
        handed |= {*base.conclusions}
        base = base.base
    for conclusion in program.of_kind(Conclusion):
        if conclusion not in handed:
            yield AuthorError(
                what=f"{conclusion.written} {conclusion.id}, of topic {conclusion.topic}",
                found="a conclusion that others read and no hook hands over",
                expected=f"it among the tables of cimscore_{conclusion.topic}: else it is never told",
            )


def _after_nothing(program: Program) -> Iterator[AuthorError]:
    duties = [(row, row.notes) for table in program.conclusions for row in table.rows if hasattr(row.notes, "after")]
    acts = {words.act for _, words in duties}
    for row, words in duties:
        if words.after and words.after not in acts:
            yield AuthorError(
                what=f"{row.written} duty {words.act}", found=f"after={words.after!r}",
                expected="the act of another duty", hint=did_you_mean(words.after, acts),
            )  # fmt: skip
    before: dict[str, set[str]] = defaultdict(set)
    for _, words in duties:
        before[words.act] |= {words.after} - {""}
    if circle := _circle(before):
        yield AuthorError(
            what="the order of duties", found=" after ".join(circle),
            expected="an act that comes first: in a circle none ever does",
        )  # fmt: skip


def _never_true(program: Program) -> Iterator[AuthorError]:
    """Yield the parts of conditions that can never hold, and the functions that depend on more than their values."""
    # A function may stand in a hundred conditions. Its code is looked at once.
    looked_at = set[object]()
    for place, condition in _conditions(program):
        yield from numbers_unwritten(place, condition)
        for part in walk(condition):
            if isinstance(part, Compared) and part.comparison.function not in looked_at:
                looked_at.add(part.comparison.function)
                yield from undetermined(part.comparison.function, place)
            elif isinstance(part, And):
                for found in never_holds(part):
                    yield AuthorError(what=place, found=found, expected="parts that can hold together: it never would")
    for conclusion in program.conclusions:
        for row in conclusion.rows:
            for term in row.head:
                if isinstance(term, Make) and term.function not in looked_at:
                    looked_at.add(term.function)
                    yield from undetermined(term.function, f"{row.written} {conclusion.id}/{row.id}")


def _conditions(program: Program) -> Iterator[tuple[str, Condition]]:
    """Yield every condition with its place. Those of a program that this one adds to were looked at before."""
    for predicate in program.everything:
        if program.owner_of(predicate) != program.id:
            continue
        if isinstance(predicate, Conclusion):
            yield from ((f"{row.written} {predicate.id}/{row.id}", row.condition) for row in predicate.rows)
        elif isinstance(predicate, ClockPart):
            yield from ((f"clock {predicate.clock.id}", part) for part in conditions_of(predicate))
        elif isinstance(predicate, _DECLARED):
            yield from ((str(predicate.written), condition) for condition in conditions_of(predicate))


def _run(program: Program) -> Iterator[tuple[str, Condition, frozenset[Variable], Sequence[Variable]]]:
    """Yield every condition that is run: its place, the condition, what is given to it, and what it is to list."""
    nothing = frozenset[Variable]()
    for predicate in program.everything:
        match predicate:
            case Defined(things=things, says=says, condition=condition):
                yield f"{predicate.written} {says!r}", condition, nothing if predicate.lists else frozenset(things), ()
            case Conclusion(id=id, rows=rows):
                yield from ((f"{predicate.written} {id}/{row.id}", row.condition, nothing, ()) for row in rows)
                if predicate.owes is not None:
                    yield f"{predicate.written} {id}, owed", predicate.owes, nothing, predicate.things
            case Question(id=id, things=things):
                for condition in conditions_of(predicate):
                    yield f"{predicate.written} question {id}", condition, nothing, things
    for clock in program.clocks:
        parts = (clock.counting, *(clock.owed & part for part in (clock.stops, clock.bars) if part is not None))
        parts = parts if clock.forecast is None else (*parts, clock.forecast)
        yield from ((f"clock {clock.id}", part, nothing, clock.things) for part in parts)


def _below(key: str, graph: _Graph) -> Iterator[Predicate]:
    """Yield everything that a predicate reads, directly or by way of others, each once."""
    # A loop and not a recursion: a chain of conclusions may be of any length.
    waiting, seen = list(graph[key]), set[str]()
    while waiting:
        predicate = waiting.pop()
        if predicate.key not in seen:
            seen.add(predicate.key)
            yield predicate
            waiting += graph[predicate.key]


def _later_topics(program: Program, graph: _Graph) -> Iterator[AuthorError]:
    for conclusion in program.conclusions:
        for read in _below(conclusion.key, graph):
            if isinstance(read, Conclusion) and _ORDER[read.topic] > _ORDER[conclusion.topic]:
                yield AuthorError(
                    what=f"{conclusion.written} {conclusion.id}, of topic {conclusion.topic}",
                    found=f"it reads {read.id}, of the later topic {read.topic}",
                    expected="conclusions of earlier topics only",
                )


def _circles(graph: _Graph) -> Iterator[AuthorError]:
    if circle := _circle({key: {predicate.key for predicate in read} for key, read in graph.items()}):
        yield AuthorError(
            what="a circle of conclusions", found=" needs ".join(circle),
            expected="each to need only what comes before it",
        )  # fmt: skip


def _circle(needs: Mapping[str, set[str]]) -> Sequence[str]:
    """Return one way round a graph, its first name again at the end; nothing if there is none."""
    try:
        graphlib.TopologicalSorter(needs).prepare()
    except graphlib.CycleError as error:
        circle: Sequence[str] = error.args[1]
        return circle
    return ()


def _paper(program: Program, graph: _Graph) -> Iterator[AuthorError]:
    for conclusion in program.conclusions:
        if conclusion.paper:
            continue
        for read in _below(conclusion.key, graph):
            if isinstance(read, Question | Conclusion) and read.paper:
                yield AuthorError(
                    what=f"{conclusion.written} {conclusion.id}",
                    found=f"it reads {read.key}, which is about the paper alone",
                    expected="paper=True, or a condition that leaves out who leads which document",
                )
