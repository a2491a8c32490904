"""The hooks of a program plugin. Each is called once, while the rulebook is built, and only declares."""

from __future__ import annotations

from typing import Any

import pluggy

from cimscore.calendars import Calendar
from cimscore.policy import Interpretation, Policy, Table
from cimscore.rulebook import Program, Relation, Workflow
from cimscore.rules import Question, Ruleset

hookspec = pluggy.HookspecMarker("cimscore")
hookimpl = pluggy.HookimplMarker("cimscore")

Declared = Question[Any, Any] | Interpretation[Any] | Table[Any, Any]


@hookspec
def cimscore_program() -> Program:
    """Name the program that the plugin brings.

    Called: once, first. Every plugin answers it; the other hooks are all optional.
    Returns: the `Program`.
    Checked at load: its id is new and in kebab case; the program it extends is installed.
    Example: ``return Program(id="vic-cims", title="…", zone=ZoneInfo("Australia/Melbourne"))``.
    Added in 0.1.
    """


@hookspec
def cimscore_policy_sources() -> Policy:
    """Give the documents the program rests on, their editions and their clauses.

    Called: once.
    Returns: a `Policy`, usually ``load_policy(...)`` over the plugin's own TOML files.
    Checked at load: ids are new; every clause stands in editions its source has; a clause left to a
        person names a declared question.
    Example: ``return load_policy("cimscore_vic_cims.policy")``.
    Added in 0.1.
    """


@hookspec
def cimscore_questions() -> tuple[Declared, ...]:
    """Give everything the rules may ask, with the interpretations and tables they read.

    Called: once.
    Returns: questions, interpretations and tables, in any order; empty when the rules ask the case alone.
    Checked at load: names are new within the program; clauses exist; silence has its reason; no key twice in a table.
    Example: ``return (RESPONSE, RESPONSE_PRIORITY, END_OF_LAST_DAY, APPROVAL)``.
    Added in 0.1.
    """


@hookspec
def cimscore_editions() -> tuple[Ruleset[Any], ...]:
    """Give the rules that choose which edition of a source holds.

    Called: once.
    Returns: rulesets of topic *editions*; needed for a source with several editions.
    Checked at load: every rule is about a `PolicySource`, answers an `Edition`, cites known clauses and has
        its sentences.
    Example: ``return (editions.RULES,)``.
    Added in 0.1.
    """


@hookspec
def cimscore_scope() -> tuple[Ruleset[Any], ...]:
    """Give the rules that say whether a case is within the program.

    Called: once.
    Returns: rulesets of topic *scope*; empty when every case that names the program is within it.
    Checked at load: as for `cimscore_editions`; rules are about `TheCase` and answer `InScope`.
    Example: ``return (scope.RULES,)``.
    Added in 0.1.
    """


@hookspec
def cimscore_households() -> tuple[Ruleset[Any], ...]:
    """Give the rules that say what a household is in a case, a harm household for example.

    Called: once.
    Returns: rulesets of topic *households*; empty when the program knows no such role.
    Checked at load: as for `cimscore_editions`; rules are about a `Household` and answer a `HouseholdRole`.
    Example: ``return (households.RULES,)``.
    Added in 0.1.
    """


@hookspec
def cimscore_subjects() -> tuple[Ruleset[Any], ...]:
    """Give the rules that say whom the concerns are about, household by household.

    Called: once.
    Returns: rulesets of topic *subjects*.
    Checked at load: as for `cimscore_editions`; rules are about a `PersonAt` and answer `Subject`.
    Example: ``return (subjects.RULES,)``.
    Added in 0.1.
    """


@hookspec
def cimscore_records() -> tuple[Ruleset[Any], ...]:
    """Give the rules that say which records are to be made.

    Called: once.
    Returns: rulesets of topic *records*.
    Checked at load: as for `cimscore_editions`; rules answer a `Record`.
    Example: ``return (records.RULES,)``.
    Added in 0.1.
    """


@hookspec
def cimscore_roles() -> tuple[Ruleset[Any], ...]:
    """Give the rules that say what each person is in a record, and which concerns it carries.

    Called: once.
    Returns: rulesets of topic *roles*.
    Checked at load: as for `cimscore_editions`; rules are about a `PersonIn` or `ConcernIn` and
        answer a `Role` or `Carried`.
    Example: ``return (roles.RULES, roles.CARRIED)``.
    Added in 0.1.
    """


@hookspec
def cimscore_duties() -> tuple[Ruleset[Any], ...]:
    """Give the rules that say who has to do what.

    Called: once.
    Returns: rulesets of topic *duties*.
    Checked at load: as for `cimscore_editions`; rules answer a `Duty`.
    Example: ``return (duties.RULES,)``.
    Added in 0.1.
    """


@hookspec
def cimscore_timeframes() -> tuple[Ruleset[Any], ...]:
    """Give the rules that say by when a duty's act is due.

    Called: once.
    Returns: rulesets of topic *timeframes*.
    Checked at load: as for `cimscore_editions`; rules answer a `Deadline`. While assessing, a deadline for
        an act that is nobody's duty is a failure of the plugin.
    Example: ``return (timeframes.RULES,)``.
    Added in 0.1.
    """


@hookspec
def cimscore_rows() -> tuple[str, ...]:
    """Name the modules whose rows, conditions and questions make up the program.

    Called: once. The modules are imported only when the program is to decide something.
    Returns: importable names of modules that use `cimscore.author`; empty for a program without rows.
    Checked when the program is built: names and sentences are used once; every thing is listed; no conclusion reads a
        later one; nothing about the matter reads what is about paper.
    Example: ``return ("cimscore_vic_cims.rows.words", "cimscore_vic_cims.rows.scope")``.
    Added in 0.2.
    """


@hookspec
def cimscore_calendars() -> tuple[Calendar, ...]:
    """Give the calendars that the program's clocks run on.

    Called: once.
    Returns: calendars; empty when the program counts hours and calendar days only.
    Checked at load: ids are new within the program.
    Example: ``return (queensland(),)``.
    Added in 0.1.
    """


@hookspec
def cimscore_workflows() -> tuple[Workflow, ...]:
    """Give the workflows of the program's records: their states, and who may take them from one to another.

    Called: once.
    Returns: workflows; empty when the program says nothing of how its records move.
    Checked at load: ids are new within the program; every state, role, clause and question a move names exists; no
        two moves of one name leave one state; what is refused, or reserved to some roles, has a clause.
    Example: ``return (workflows.INCIDENT_REPORT, workflows.INVESTIGATION)``.
    Added in 0.1.
    """


@hookspec
def cimscore_relations() -> tuple[Relation, ...]:
    """Say how the program stands to others. Relations only explain; logic belongs in scope rules.

    Called: once.
    Returns: relations; empty when there is nothing to explain.
    Checked at load: cited clauses exist, and the program is one of the two.
    Example: ``return (Relation(id="dual-reporting", programs=("vic-cims", "ndis-incidents"), …),)``.
    Added in 0.1.
    """


@hookspec
def cimscore_worked_examples() -> tuple[str, ...]:
    """Name the packages whose YAML files are worked examples of the program's clauses.

    Called: once. The files themselves are read only when they are wanted.
    Returns: importable names of packages.
    Checked at load: each can be imported. The files are held against the rules by the conformance kit.
    Example: ``return ("cimscore_vic_cims.examples",)``.
    Added in 0.1.
    """
