"""The rulebook: everything the installed plugins declare, checked together and fixed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar

import attrs

from cimscore.calendars import Calendar
from cimscore.case import Case, Declared, Form
from cimscore.errors import Problem, RulebookError, UnknownNameError
from cimscore.ids import did_you_mean
from cimscore.policy import Clause, Policy, Source, digest_of
from cimscore.reasoning.compiled import Compiled
from cimscore.rulebook.calendar_checks import problems_of_calendars
from cimscore.rulebook.checks import problems_of, problems_of_program
from cimscore.rulebook.declarations import Declarations
from cimscore.rulebook.modality_checks import problems_of_modality
from cimscore.rulebook.rule import Rule, rules_of
from cimscore.rulebook.workflow_checks import problems_of_acts
from cimscore.rules import Program, Question, Reading, SeveralRefusals, assembled, form_of
from cimscore.rules.asked import Predicate
from cimscore.rules.forms import acts_of
from cimscore.rules.workflows import Workflow

Document = str | os.PathLike[str] | Mapping[str, object]
P = TypeVar("P", bound=Predicate)
CaseReader = Callable[[Document, "Rulebook"], Case]


@attrs.frozen(kw_only=True, eq=False, slots=False)
class InstalledProgram:
    """One program: what its plugin declares, and its rules ready to run."""

    declared: Declarations
    compiled: Compiled

    @property
    def id(self) -> str:
        """The name documents use."""
        return self.declared.identity.id

    @property
    def program(self) -> Program:
        """Its rules, put together."""
        return self.compiled.program

    def own(self, declared: Sequence[P]) -> tuple[P, ...]:
        """Return what it declares itself, without what it reads of the program that it adds to."""
        return tuple(each for each in declared if self.program.owner_of(each) == self.id)

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """Every row and every clock, by topic."""
        return tuple(rules_of(self.compiled))

    @cached_property
    def digest(self) -> str:
        """Changes when a rule, clause, question, reading, table or workflow of the program changes."""
        asked = [f"{key} {digest}" for key, digest in self.compiled.digests.items()]
        declared = [_content(thing) for thing in (*self.declared.clauses, *self.declared.workflows)]
        return digest_of([self.id, *sorted(asked), *sorted(declared)])


@attrs.frozen(kw_only=True, eq=False, slots=False)
class Rulebook:
    """Every installed program, ready to decide cases. Building one checks it; nothing changes it after.

    Attributes:
        programs: By id, sorted.
        reader: How case documents are read; supplied by whoever builds the rulebook.
    """

    programs: Mapping[str, InstalledProgram]
    reader: CaseReader

    def read_case(self, document: Document) -> Case:
        """Read a case document strictly, with the questions of the installed programs.

        Args:
            document: A path to a YAML or JSON file, or a parsed document.

        Raises:
            DocumentError: Anything is wrong with it; every problem at once.
        """
        return self.reader(document, self)

    def program(self, id: str) -> InstalledProgram:
        """Return the program named `id`.

        Raises:
            UnknownNameError: It is not installed.
        """
        if id not in self.programs:
            raise UnknownNameError("installed program", id, self.programs, did_you_mean(id, self.programs))
        return self.programs[id]

    @cached_property
    def questions(self) -> Mapping[str, Question[Any]]:
        """Every question, by ``program/question``."""
        return self._by_name(lambda one: one.own(one.program.questions))

    @cached_property
    def forms(self) -> Mapping[str, Form]:
        """The form of the answers to every question, by ``program/question``."""
        return {name: form_of(question) for name, question in self.questions.items()}

    @cached_property
    def declared(self) -> Declared:
        """What a case may say beside answers: kinds of record that may be on file, acts that may have been done."""
        acts = {f"{id}/{act}": about for id, one in self.programs.items() for act, about in acts_of(one.program)}
        kinds = {id: one.compiled.kinds for id, one in self.programs.items()}
        roles = {id: one.compiled.recorded_as for id, one in self.programs.items()}
        moves = frozenset().union(*(one.compiled.moves for one in self.programs.values()))
        return Declared(kinds=kinds, acts=acts, recorded_as=roles, moves=moves)

    @cached_property
    def readings(self) -> Mapping[str, Reading[Any]]:
        """Every unclear point, by ``program/reading``."""
        return self._by_name(lambda one: one.own(one.program.readings))

    @cached_property
    def workflows(self) -> Mapping[str, Workflow]:
        """Every workflow, by ``program/workflow``."""
        return self._by_name(lambda one: one.declared.workflows)

    @cached_property
    def clauses(self) -> Mapping[str, Clause]:
        """Every clause, by id."""
        return {clause.id: clause for one in self.programs.values() for clause in one.declared.clauses}

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Every source, by id."""
        return {source.id: source for one in self.programs.values() for source in one.declared.sources}

    @cached_property
    def rules(self) -> Mapping[str, Rule]:
        """Every rule, by address."""
        return {rule.address: rule for one in self.programs.values() for rule in one.rules}

    def _by_name(self, part: Callable[[InstalledProgram], Sequence[Any]]) -> dict[str, Any]:
        return {f"{id}/{thing.id}": thing for id, one in self.programs.items() for thing in part(one)}


def build_rulebook(declared: Sequence[Declarations], reader: CaseReader) -> Rulebook:
    """Check declarations together and put their rules together. Their order makes no difference.

    Args:
        declared: What each plugin declares.
        reader: How case documents are read.

    Raises:
        RulebookError: They do not fit together; every problem at once.
    """
    problems = list(problems_of(declared))
    ordered = sorted(declared, key=lambda one: one.identity.id)
    calendars = _installed(ordered)
    clauses = {clause.id: clause for one in ordered for clause in one.clauses}
    programs: dict[str, InstalledProgram] = {}
    for one, base in _bases_first(ordered):
        built = _program_of(one, programs.get(base), calendars, problems)
        if built is not None:
            installed = InstalledProgram(declared=one, compiled=Compiled(built))
            problems += problems_of_calendars(built)
            problems += problems_of_program(one, installed.own(built.questions), installed.own(built.readings))
            problems += problems_of_acts(one, installed.compiled)
            problems += problems_of_modality(installed.compiled, clauses)
            programs[one.identity.id] = installed
    if problems:
        raise RulebookError(problems)
    return Rulebook(programs=dict(sorted(programs.items())), reader=reader)


def _bases_first(declared: Sequence[Declarations]) -> Iterator[tuple[Declarations, str]]:
    """Yield each program after the one that it adds to, with the id of that one; what leads in a circle is left out."""
    waiting, done = list(declared), {""}
    while ready := [one for one in waiting if one.identity.extends in done]:
        yield from ((one, one.identity.extends) for one in ready)
        done |= {one.identity.id for one in ready}
        waiting = [one for one in waiting if one not in ready]


def _installed(declared: Sequence[Declarations]) -> Mapping[str, Calendar]:
    """Return every installed calendar by id; of several the one that does not give way."""
    every = [calendar for one in declared for calendar in one.calendars]
    return {calendar.id: calendar for calendar in sorted(every, key=lambda each: not each.gives_way)}


def _program_of(
    one: Declarations, base: InstalledProgram | None, installed: Mapping[str, Calendar], problems: list[Problem]
) -> Program | None:
    """Return a program; a place in another state is counted by whichever plugin has that state's days."""
    own = {each.id: installed[each.id] if each.gives_way else each for each in one.calendars}
    first = {calendar.id: calendar for calendar in (base.program.calendars if base and not own else ())}
    others = {id: installed[id] for id in sorted(installed.keys() - own.keys())}
    needed = [question for flow in one.workflows for move in flow.moves for question in move.needs]
    before = base.program.policy if base else Policy(sources=(), clauses=())
    try:
        return assembled(
            one.identity.id,
            one.identity.title,
            one.identity.zone,
            Policy(sources=(*before.sources, *one.sources), clauses=(*before.clauses, *one.clauses)),
            [*(rows for tables in one.tables.values() for rows in tables), *one.asked, *needed],
            calendars=tuple({**first, **own, **others}.values()),
            extends=one.identity.extends,
            base=base.program if base else None,
            workflows=one.workflows,
        )
    except SeveralRefusals as error:
        problems += [
            Problem(where=f"{one.identity.id}, {each.what}", found=each.found, expected=each.expected, hint=each.hint)
            for each in error.refusals
        ]
        return None


def _content(declared: Any) -> str:
    return repr({key: str(value) for key, value in attrs.asdict(declared, recurse=False).items() if key != "written"})
