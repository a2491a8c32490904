"""Holding declarations together before anything runs: every problem of every plugin, at once."""

from __future__ import annotations

import datetime as dt
import enum
import importlib.util
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final
from zoneinfo import ZoneInfo

from cimscore.case import Moment
from cimscore.errors import Problem
from cimscore.ids import did_you_mean, is_kebab
from cimscore.policy import Disposition
from cimscore.rulebook.calendar_checks import problems_of_days
from cimscore.rulebook.declarations import Declarations, Identity
from cimscore.rulebook.workflow_checks import problems_of_workflows
from cimscore.rules import Concern, Conclusion, Duties, File, Household, Person, Place, Question, Reading, Topic
from cimscore.rules.assembling import topic_of

_ANSWERS: Final = (bool, str, int, dt.date, Moment, Person, Household, Place, Concern, File, tuple)


def problems_of(declared: Sequence[Declarations]) -> Iterator[Problem]:
    """Yield everything wrong with what the plugins declare, before their rules are put together."""
    known = {clause.id for program in declared for clause in program.clauses}
    programs = {program.identity.id: program.identity for program in declared}
    yield from _of_several("program", ((program, program.identity) for program in declared))
    yield from _of_several("source", ((program, source) for program in declared for source in program.sources))
    yield from _of_several("clause", ((program, clause) for program in declared for clause in program.clauses))
    for program in declared:
        yield from _of_program(program, programs)
        yield from _of_policy(program)
        yield from _of_hooks(program)
        yield from problems_of_workflows(program, known)
        for calendar in program.calendars:
            yield from problems_of_days(program.identity.id, calendar)


def problems_of_program(
    declarations: Declarations, questions: Sequence[Question[Any]], readings: Sequence[Reading[Any]]
) -> Iterator[Problem]:
    """Yield what is wrong with the questions of a program, now that its rules say which they read.

    Args:
        declarations: What the plugin declares.
        questions: The questions of its own.
        readings: The unclear points of its own.
    """
    id = declarations.identity.id
    named: list[Any] = [*questions, *readings, *declarations.workflows, *declarations.forms]
    for thing in named:
        if not is_kebab(thing.id):
            yield Problem(where=f"{id}/{thing.id}", found=repr(thing.id), expected="an id in kebab case")
    yield from _twice("name", f"{id}/", [thing.id for thing in named])
    for question in questions:
        yield from _of_question(question, f"{id}/{question.id}")
    asked = {f"{id}/{question.id}" for question in questions}
    for clause in declarations.clauses:
        if clause.disposition is Disposition.LEFT_TO_A_PERSON and clause.question not in asked:
            yield Problem(
                where=clause.id, found=f"question {clause.question!r}",
                expected="a declared question for a person: one that a row reads, or that cimscore_questions gives",
                hint=did_you_mean(clause.question, asked),
            )  # fmt: skip


def _of_program(declarations: Declarations, programs: Mapping[str, Identity]) -> Iterator[Problem]:
    id, base = declarations.identity.id, declarations.identity.extends
    if not is_kebab(id):
        yield Problem(where=f"program {id!r}", found=repr(id), expected="an id in kebab case, such as 'vic-cims'")
    if not declarations.identity.title.strip():
        yield Problem(where=f"program {id}", found="no title", expected="title=…: its name, as readers see it")
    zone: object = declarations.identity.zone
    if not isinstance(zone, ZoneInfo):
        yield Problem(where=f"program {id}", found=f"zone={zone!r}", expected=f"ZoneInfo({str(zone)!r})")
    if base and base not in programs:
        hint = did_you_mean(base, programs.keys() - {id})
        yield Problem(
            where=f"program {id}", found=f"extends={base!r}", expected="the id of an installed program", hint=hint
        )
    elif base:
        yield from _of_extension(declarations.identity, programs)


def _of_extension(identity: Identity, programs: Mapping[str, Identity]) -> Iterator[Problem]:
    """Yield what is wrong with how a program adds to another: in a circle, or with days that begin elsewhere."""
    where, base = f"program {identity.id}", programs[identity.extends]
    if base.zone.key != identity.zone.key:
        yield Problem(
            where=where, found=f"zone={identity.zone.key!r}", expected=f"{base.zone.key!r}, the zone of {base.id}",
            hint="What it reads of that program was worked out by that program's days.",
        )  # fmt: skip
    met = {identity.id}
    while base.id not in met and base.extends in programs:
        met.add(base.id)
        base = programs[base.extends]
    if base.id == identity.id:
        yield Problem(where=where, found="it adds to itself, by way of others", expected="a program that stands alone")


def _of_question(question: Question[Any], where: str) -> Iterator[Problem]:
    kind = question.answers
    if kind not in _ANSWERS and not issubclass(kind, enum.StrEnum):
        yield Problem(
            where=where, found=f"answers={kind!r}", expected="bool, a StrEnum, str, int, date, Moment or a thing"
        )


def _of_policy(declarations: Declarations) -> Iterator[Problem]:
    editions = {source.id: {edition.id for edition in source.editions} for source in declarations.sources}
    yield from _unchosen(declarations)
    for clause in declarations.clauses:
        for edition in clause.editions:
            if edition not in editions.get(clause.source, set()):
                hint = did_you_mean(edition, editions.get(clause.source, ()))
                yield Problem(
                    where=clause.id, found=f"edition {edition!r}", expected=f"an edition of {clause.source}", hint=hint
                )
    for package in declarations.examples:
        if not _can_be_imported(package):
            plain = package.replace("-", "_")
            yield Problem(
                where=f"{declarations.identity.id} examples", found=repr(package),
                expected="a package that can be imported",
                hint=f"Did you mean {plain!r}?" if plain != package and _can_be_imported(plain) else "",
            )  # fmt: skip


def _can_be_imported(package: str) -> bool:
    try:
        return importlib.util.find_spec(package) is not None
    except (ImportError, ValueError):  # a package above it is missing, or it is no name at all
        return False


def _unchosen(declarations: Declarations) -> Iterator[Problem]:
    """Yield the sources whose rules would go on in the wrong edition, or after the last: no row chooses one."""
    tables = (table for table in declarations.tables.get(Topic.EDITIONS, ()) if isinstance(table, Conclusion))
    chosen = {row.head[0] for table in tables for row in table.rows if isinstance(row.head[0], str)}
    for source in declarations.sources:
        several = len(source.editions) > 1
        if source.id not in chosen and (several or any(edition.until for edition in source.editions)):
            yield Problem(
                where=f"program {declarations.identity.id}, source {source.id}",
                found=f"{'several editions' if several else 'an edition that ends'}, and no row that chooses one",
                expected="a row of topic editions",
                hint="Say by which moment it is chosen, in a row of editions_table(), and give that by "
                "cimscore_editions.",
            )  # fmt: skip


def _of_hooks(declarations: Declarations) -> Iterator[Problem]:
    for topic, tables in declarations.tables.items():
        for rows in tables:
            if topic_of(rows) is not topic:
                yield Problem(
                    where=f"{declarations.identity.id}, hook cimscore_{topic}", found=f"rows of topic {topic_of(rows)}",
                    expected=f"rows of topic {topic}",
                )  # fmt: skip
            elif topic is Topic.DUTIES and not isinstance(rows, Duties):
                yield Problem(
                    where=f"{declarations.identity.id}, hook cimscore_duties",
                    found="a plain conclusion", expected="Duties(…)",
                    hint="A duty says who must do what, in the order of the work.",
                )  # fmt: skip


def _of_several(noun: str, named: Iterable[tuple[Declarations, Any]]) -> Iterator[Problem]:
    """Yield the names that are given more than once, with the distributions that give them."""
    found: dict[str, list[str]] = defaultdict(list)
    for program, thing in named:
        found[thing.id].append(" ".join(program.distribution).strip())
    for name, givers in sorted(found.items()):
        if len(givers) > 1:
            yield Problem(
                where=f"{noun} {name}",
                found=f"it {len(givers)} times, from {' and from '.join(sorted(givers))}",
                expected="each once",
                hint="Rename one, or uninstall a distribution.",
            )


def _twice(noun: str, prefix: str, names: Sequence[str]) -> Iterator[Problem]:
    for name, count in sorted(Counter(names).items()):
        if count > 1:
            yield Problem(
                where=f"{noun} {prefix}{name}",
                found=f"it {count} times",
                expected="each once",
                hint="Rename or remove one.",
            )
