"""The hooks of a program plugin. Each is called once, while the rulebook is built, and only declares."""

from __future__ import annotations

import pluggy

from cimscore.calendars import Calendar
from cimscore.policy import Policy
from cimscore.rulebook import Asked, Identity, ProgramRelation, ReportForm, Workflow
from cimscore.rules import Rows

hookspec = pluggy.HookspecMarker("cimscore")
hookimpl = pluggy.HookimplMarker("cimscore")


@hookspec
def cimscore_program() -> Identity:
    """Name the program that the plugin brings.

    Called: once, first. Every plugin answers it; the other hooks are all optional.
    Returns: the `Identity`.
    Checked at load: its id is new and in kebab case; the program it extends is installed.
    Example: ``return Identity(id="vic-cims", title="…", zone=ZoneInfo("Australia/Melbourne"))``.
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
def cimscore_questions() -> tuple[Asked, ...]:
    """Give questions, unclear points and tables that no row reads, and that the program shows all the same.

    What rows read comes with them. A question that only a clause left to a person names has to be given here.

    Called: once.
    Returns: questions, readings and tables, in any order.
    Checked when the rulebook is built: names are new within the program; clauses exist; working answers have reasons.
    Example: ``return (PREVIOUS_GUIDE, CONTACTS)``.
    Added in 0.1.
    """


@hookspec
def cimscore_editions() -> tuple[Rows, ...]:
    """Give the rows that say which edition of a source governs.

    Called: once.
    Returns: the table of `editions_table()`; needed for a source with several editions.
    Checked when the rulebook is built: every table is of this topic; ids and sentences are used once; every thing is
        listed; clauses exist and stand; no row reads a later topic.
    Example: ``return tables_in(rules, Topic.EDITIONS)``.
    Added in 0.1.
    """


@hookspec
def cimscore_scope() -> tuple[Rows, ...]:
    """Give the rows that say whether a case is within the program.

    Called: once.
    Returns: tables of topic *scope*; empty when every case that names the program is within it.
    Checked when the rulebook is built: every table is of this topic; ids and sentences are used once; every thing is
        listed; clauses exist and stand; no row reads a later topic.
    Example: ``return (scope.IN_SCOPE,)``.
    Added in 0.1.
    """


@hookspec
def cimscore_households() -> tuple[Rows, ...]:
    """Give the rows that say what a household is in a case, a harm household for example.

    Called: once.
    Returns: tables of topic *households*.
    Checked when the rulebook is built: every table is of this topic; ids and sentences are used once; every thing is
        listed; clauses exist and stand; no row reads a later topic.
    Example: ``return (harm.HARM_HOUSEHOLD,)``.
    Added in 0.1.
    """


@hookspec
def cimscore_subjects() -> tuple[Rows, ...]:
    """Give the rows that say whom the concerns are about.

    Called: once.
    Returns: tables of topic *subjects*.
    Checked when the rulebook is built: every table is of this topic; ids and sentences are used once; every thing is
        listed; clauses exist and stand; no row reads a later topic.
    Example: ``return (subjects.SUBJECT,)``.
    Added in 0.1.
    """


@hookspec
def cimscore_starts() -> tuple[Rows, ...]:
    """Give the rows that say what is to be done with each part of the matter, and when its clocks start.

    Called: once.
    Returns: tables of topic *starts*. A part is what one concern says of one child.
    Checked when the rulebook is built: every table is of this topic; ids and sentences are used once; every thing is
        listed; clauses exist and stand; no row reads a later topic.
    Example: ``return (concerns.COUNTED_AT,)``.
    Added in 0.2.
    """


@hookspec
def cimscore_records() -> tuple[Rows, ...]:
    """Give the rows that say which records are to be made, and what each carries.

    Called: once.
    Returns: tables of topic *records*.
    Checked when the rulebook is built: every table is of this topic; ids and sentences are used once; every thing is
        listed; clauses exist and stand; no row reads a later topic.
    Example: ``return (events.TO_BE_MADE,)``.
    Added in 0.1.
    """


@hookspec
def cimscore_roles() -> tuple[Rows, ...]:
    """Give the rows that say what somebody is called in a record.

    Called: once.
    Returns: role tables, and other tables of topic *roles*.
    Checked when the rulebook is built: every table is of this topic; ids and sentences are used once; every thing is
        listed; clauses exist and stand; no row reads a later topic.
    Example: ``return (roles.ROLE,)``.
    Added in 0.1.
    """


@hookspec
def cimscore_duties() -> tuple[Rows, ...]:
    """Give the rows that say who has to do what, in the order of the work.

    Called: once.
    Returns: tables of duties.
    Checked when the rulebook is built: every table is of this topic; ids and sentences are used once; every thing is
        listed; clauses exist and stand; no row reads a later topic.
    Example: ``return (notification.DUTIES,)``.
    Added in 0.1.
    """


@hookspec
def cimscore_timeframes() -> tuple[Rows, ...]:
    """Give the rows that say by when something is due.

    Called: once.
    Returns: clocks, and other tables of topic *timeframes*.
    Checked when the rulebook is built: every table is of this topic; ids and sentences are used once; every thing is
        listed; clauses exist and stand; no row reads a later topic.
    Example: ``return (investigation.CLOCKS,)``.
    Added in 0.1.
    """


@hookspec
def cimscore_laws() -> tuple[Rows, ...]:
    """Give the rows that say what a whole decision owes: a subject for each record, a role for each child.

    Called: once.
    Returns: tables of topic *laws*.
    Checked when the rulebook is built: every table is of this topic; ids and sentences are used once; every thing is
        listed; clauses exist and stand; no row reads a later topic.
    Example: ``return (laws.HAS_A_SUBJECT,)``.
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
def cimscore_forms() -> tuple[ReportForm, ...]:
    """Give the forms that the sources name, by which reports are made: their fields, each with its clause.

    Called: once.
    Returns: forms; empty when the sources name none.
    Checked when the rulebook is built: ids are new within the program; every clause, question, kind of record and
        place in a document that a field names exists; what the step that hands it in needs is among its fields.
    Example: ``return (forms.WEBFORM,)``.
    Added in 0.2.
    """


@hookspec
def cimscore_relations() -> tuple[ProgramRelation, ...]:
    """Say how the program stands to others. Relations only explain; logic belongs in scope rules.

    Called: once.
    Returns: relations; empty when there is nothing to explain.
    Checked at load: cited clauses exist, and the program is one of the two.
    Example: ``return (ProgramRelation(id="dual-reporting", programs=("vic-cims", "ndis-incidents"), …),)``.
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
