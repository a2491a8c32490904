"""The rulebook: everything the installed plugins declare, checked together and fixed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar

import attrs

from cimscore.calendars import Calendar
from cimscore.case import Case, Declared, Form
from cimscore.errors import Problem, RulebookError, UnknownNameError
from cimscore.ids import did_you_mean
from cimscore.policy import Clause, Policy, Source, digest_of
from cimscore.reasoning.compiling.compiled import Compiled
from cimscore.rulebook.calendar_checks import problems_of_calendars, warnings_of_zones
from cimscore.rulebook.checks import problems_of, problems_of_program
from cimscore.rulebook.declarations import Declarations
from cimscore.rulebook.form_checks import problems_of_forms
from cimscore.rulebook.handed_over import problems_of_handing_over
from cimscore.rulebook.left_out import LeftOut
from cimscore.rulebook.misdated import warnings_of_dates
from cimscore.rulebook.modality_checks import problems_of_modality
from cimscore.rulebook.pasted import warnings_of_pasted
from cimscore.rulebook.rule import Rule, rules_of
from cimscore.rulebook.unused import warnings_of_unused
from cimscore.rulebook.workflow_checks import problems_of_acts
from cimscore.rules import Question, Reading
from cimscore.rules.assembling import assembled
from cimscore.rules.conditions.asked import Predicate
from cimscore.rules.forms import acts_of, form_of
from cimscore.rules.program import Program
from cimscore.rules.refusals import SeveralRefusals
from cimscore.rules.rows.forms import ReportForm
from cimscore.rules.rows.workflows import Workflow

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
        """Return the name used in documents."""
        return self.declared.identity.id

    @property
    def program(self) -> Program:
        """Return the program with all its rules."""
        return self.compiled.program

    def own(self, declared: Sequence[P]) -> tuple[P, ...]:
        """Return its own declarations, without those of the program that it extends."""
        return tuple(value for value in declared if self.program.owner_of(value) == self.id)

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """Return every row and every clock, by topic."""
        return tuple(rules_of(self.compiled))

    @cached_property
    def digest(self) -> str:
        """Return a digest that changes with any rule, clause, question, reading, table or workflow of the program."""
        asked = [f"{key} {digest}" for key, digest in self.compiled.digests.items()]
        declared = [_content(thing) for thing in (*self.declared.clauses, *self.declared.workflows)]
        return digest_of([self.id, *sorted(asked), *sorted(declared)])


@attrs.frozen(kw_only=True, eq=False, slots=False)
class Rulebook:
    """Every installed program, ready to decide cases. Building one checks it; nothing changes it after.

    Attributes:
        programs: By id, sorted.
        reader: How case documents are read; supplied by whoever builds the rulebook.
        left_out: Installed programs that are left out.
    """

    programs: Mapping[str, InstalledProgram]
    reader: CaseReader
    left_out: tuple[LeftOut, ...] = ()

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
            RulebookError: It is installed, and left out.
            UnknownNameError: It is not installed.
        """
        if id not in self.programs:
            self.refuse_left_out([id])
            raise UnknownNameError("installed program", id, self.programs, did_you_mean(id, self.programs))
        return self.programs[id]

    def refuse_left_out(self, names: Iterable[str]) -> None:
        """Refuse names of programs that are installed, and left out.

        Raises:
            RulebookError: One is; it says why.
        """
        asked = list(names)
        for left in self.left_out:
            if any(map(left.is_called, asked)):
                raise left.error

    @cached_property
    def warnings(self) -> tuple[Problem, ...]:
        """Return what looks like a slip and is no error: declared and unused, or pasted."""
        installed = self.programs.values()
        declared = [program.declared for program in installed]
        found = [*warnings_of_unused(declared, [program.program for program in installed])]
        for program in installed:
            found += warnings_of_pasted(program.declared, program.program.conclusions)
            found += warnings_of_dates(program.id, program.declared.sources)
            found += warnings_of_zones(program.declared)
        return tuple(sorted({*found}))

    @cached_property
    def questions(self) -> Mapping[str, Question[Any]]:
        """Return every question, by ``program/question``."""
        return self._by_name(lambda program: program.own(program.program.questions))

    @cached_property
    def forms(self) -> Mapping[str, Form]:
        """Return the form of the answers to every question, by ``program/question``."""
        return {name: form_of(question) for name, question in self.questions.items()}

    @cached_property
    def declared(self) -> Declared:
        """Return what a case may say besides answers: kinds of record on file, acts done, and roles recorded."""
        acts = {
            f"{id}/{act}": about for id, program in self.programs.items() for act, about in acts_of(program.program)
        }
        kinds = {id: program.compiled.kinds for id, program in self.programs.items()}
        roles = {id: program.compiled.recorded_as for id, program in self.programs.items()}
        moves = frozenset().union(*(program.compiled.moves for program in self.programs.values()))
        movers = frozenset().union(*(program.compiled.acting_as for program in self.programs.values()))
        return Declared(kinds=kinds, acts=acts, recorded_as=roles, moves=moves, movers=movers)

    @cached_property
    def readings(self) -> Mapping[str, Reading[Any]]:
        """Return every unclear point, by ``program/reading``."""
        return self._by_name(lambda program: program.own(program.program.readings))

    @cached_property
    def workflows(self) -> Mapping[str, Workflow]:
        """Return every workflow, by ``program/workflow``."""
        return self._by_name(lambda program: program.declared.workflows)

    @cached_property
    def report_forms(self) -> Mapping[str, ReportForm]:
        """Return every form by which a report is made, by ``program/form``."""
        return self._by_name(lambda program: program.declared.forms)

    @cached_property
    def clauses(self) -> Mapping[str, Clause]:
        """Return every clause, by id."""
        return {clause.id: clause for installed in self.programs.values() for clause in installed.declared.clauses}

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Return every source, by id."""
        return {source.id: source for installed in self.programs.values() for source in installed.declared.sources}

    @cached_property
    def rules(self) -> Mapping[str, Rule]:
        """Return every rule, by address."""
        return {rule.address: rule for installed in self.programs.values() for rule in installed.rules}

    def _by_name(self, part: Callable[[InstalledProgram], Sequence[Any]]) -> dict[str, Any]:
        return {f"{id}/{thing.id}": thing for id, installed in self.programs.items() for thing in part(installed)}


def build_rulebook(declared: Sequence[Declarations], reader: CaseReader) -> Rulebook:
    """Check declarations together and put their rules together. Their order makes no difference.

    Args:
        declared: What each plugin declares.
        reader: How case documents are read.

    Raises:
        RulebookError: They do not fit together; every problem at once.
    """
    problems = [*problems_of(declared), *problems_of_handing_over(declared)]
    ordered = sorted(declared, key=lambda declarations: declarations.identity.id)
    calendars = _installed(ordered)
    clauses = {clause.id: clause for plugin in ordered for clause in plugin.clauses}
    programs: dict[str, InstalledProgram] = {}
    causes: list[Exception] = []
    for plugin, base in _bases_first(ordered):
        try:
            built = _program_of(plugin, programs.get(base), calendars, problems)
            if built is not None:
                programs[plugin.identity.id] = _checked(plugin, built, clauses, problems)
        except Exception as error:  # noqa: BLE001 - a plugin's values: anything can be wrong, and must carry its name
            causes.append(error)
            problems.append(_unforeseen(plugin, error))
    if problems:
        raise RulebookError(problems) from (ExceptionGroup("errors in programs", causes) if causes else None)
    return Rulebook(programs=dict(sorted(programs.items())), reader=reader)


def _checked(
    plugin: Declarations, built: Program, clauses: Mapping[str, Clause], problems: list[Problem]
) -> InstalledProgram:
    installed = InstalledProgram(declared=plugin, compiled=Compiled(built))
    problems += problems_of_calendars(built, plugin.calendars)
    problems += problems_of_program(plugin, installed.own(built.questions), installed.own(built.readings))
    problems += problems_of_acts(plugin, installed.compiled)
    problems += problems_of_forms(plugin, installed.compiled, clauses)
    problems += problems_of_modality(built, clauses)
    return installed


def _unforeseen(plugin: Declarations, error: Exception) -> Problem:
    """Return the problem of values that no check knows, and that could not be put together."""
    return Problem(
        where=f"program {plugin.identity.id}", found=f"{type(error).__name__}: {error}",
        expected="declarations that can be put together",
        hint="Something that it declares is of another kind than the hook or the class asks for.",
    )  # fmt: skip


def _bases_first(declared: Sequence[Declarations]) -> Iterator[tuple[Declarations, str]]:
    """Yield each program after the one that it extends, with the id of that one. Circular extensions are left out."""
    waiting, done = list(declared), {""}
    while ready := [plugin for plugin in waiting if plugin.identity.extends in done]:
        yield from ((plugin, plugin.identity.extends) for plugin in ready)
        done |= {plugin.identity.id for plugin in ready}
        waiting = [plugin for plugin in waiting if plugin not in ready]


def _installed(declared: Sequence[Declarations]) -> Mapping[str, Calendar]:
    """Return every installed calendar by id. Of several, keep the one that does not give way."""
    every = [calendar for plugin in declared for calendar in plugin.calendars]
    return {calendar.id: calendar for calendar in sorted(every, key=lambda calendar: not calendar.gives_way)}


def _program_of(
    declarations: Declarations,
    base: InstalledProgram | None,
    installed: Mapping[str, Calendar],
    problems: list[Problem],
) -> Program | None:
    """Return a program. Days of a place in another state come from whichever plugin has that state."""
    own = {
        calendar.id: installed[calendar.id] if calendar.gives_way else calendar for calendar in declarations.calendars
    }
    first = {calendar.id: calendar for calendar in (base.program.calendars if base and not own else ())}
    others = {id: installed[id] for id in sorted(installed.keys() - own.keys())}
    needed = [question for flow in declarations.workflows for move in flow.moves for question in move.needs]
    before = base.program.policy if base else Policy(sources=(), clauses=())
    try:
        return assembled(
            declarations.identity.id,
            declarations.identity.title,
            declarations.identity.zone,
            Policy(sources=(*before.sources, *declarations.sources), clauses=(*before.clauses, *declarations.clauses)),
            [*(rows for tables in declarations.tables.values() for rows in tables), *declarations.asked, *needed],
            calendars=tuple({**first, **own, **others}.values()),
            extends=declarations.identity.extends,
            base=base.program if base else None,
            workflows=declarations.workflows,
        )
    except SeveralRefusals as error:
        problems += [
            Problem(
                where=f"{declarations.identity.id}, {refusal.what}",
                found=refusal.found,
                expected=refusal.expected,
                hint=refusal.hint,
            )
            for refusal in error.refusals
        ]
        return None


def _content(declared: Any) -> str:
    return repr({key: str(value) for key, value in attrs.asdict(declared, recurse=False).items() if key != "written"})
