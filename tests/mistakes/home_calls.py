"""A small program of an invented policy, as the files of a package, so that a test can write it with one slip."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

PACKAGE: Final = "home_calls"
SOURCES: Final = """\
[calls]
title = "Calls at homes, an invented policy"
publisher = "Example Council"
document = "Invented for these tests"
headings = ["Calls"]
"""
CLAUSES: Final = """\
heading = "Calls"

[edition]
title = "The only edition"
from = 2024-01-01

[[clause]]
id = "calls/calls/scope"
text = "The policy applies to a concern about a child."
statements = ["C-1"]
disposition = "encoded"
position = 1
digest = "sha256:00000000000000000001"

[[clause]]
id = "calls/calls/urgency"
text = "The team leader decides how soon a call is made."
statements = ["C-2"]
disposition = "left to a person"
question = "home-calls/urgency"
position = 2
digest = "sha256:00000000000000000002"

[[clause]]
id = "calls/calls/usual"
modality = "must"
text = "The caller must call at the home within five business days, or in one if it is urgent."
statements = ["C-3"]
disposition = "encoded"
position = 3
digest = "sha256:00000000000000000003"

[[clause]]
id = "calls/calls/report"
modality = "must"
text = "After the call, the caller must write the call report of the home."
statements = ["C-4"]
disposition = "encoded"
position = 4
digest = "sha256:00000000000000000004"
"""
RULES: Final = '''\
"""Who is called at, by when, and what is written of it."""

from __future__ import annotations

import enum

from cimscore.calendars import BusinessDays
from cimscore.case import Moment
from cimscore.policy import Modal
from cimscore.rules import *
from cimscore.rules.families import is_child
from cimscore.rules.vocabulary import happened_elsewhere, happened_in, is_about, is_concern, is_home, lives_in, received

child = Person("child")
home = Household("home")
concern = Concern("concern")
record = Record("record")
moment = Value("moment", Moment)


class Urgency(enum.StrEnum):
    URGENT = "urgent"
    USUAL = "usual"


class Home(enum.StrEnum):
    ANY = "any home"
    OWN = "the child's own home"


urgency = Value("urgency", Urgency)

URGENCY = Question(
    id="urgency",
    things=(concern,),
    text="How soon is the call for {concern} to be made?",
    answers=Urgency,
    working=Urgency.USUAL,
    why="a call is urgent only once somebody says so",
    decided_by="team-leader",
    cites=("calls/calls/urgency",),
)
WHICH_HOME = Reading(
    id="which-home",
    question="At which home is a call made?",
    readings={Home.ANY: "at any", Home.OWN: "at the child's own"},
    taken=Home.ANY,
    because="It is what the words say.",
    clauses=("calls/calls/report",),
)
DAYS = Table(
    "days",
    "The time in which a call is made",
    (
        Row(Urgency.URGENT, BusinessDays(1), "calls/calls/usual"),
        Row(Urgency.USUAL, BusinessDays(5), "calls/calls/usual"),
    ),
)


def is_early(moment):
    return moment.value.year < 2025


early = Comparison("{0} [is] early", is_early)
REPORT = RecordKind("call-report", "call report of {home}")

IN_SCOPE = Conclusion("in-scope", (concern,), "{concern} [is] within the policy", topic=Topic.SCOPE)
IN_SCOPE.row(
    "about-a-child",
    concern,
    when=some(child, is_about(concern, child) & is_child(child)) & some(moment, received(moment) & ~early(moment)),
    cites=["calls/calls/scope"],
)

TO_MAKE = Conclusion("record", (record,), "{record} [is] to be made", topic=Topic.RECORDS)
TO_MAKE.row(
    "each-home",
    REPORT.of(home),
    when=is_home(home) & some(concern, IN_SCOPE(concern) & happened_in(concern, home)) & WHICH_HOME.is_(Home.ANY),
    cites=["calls/calls/report"],
)

DUTIES = Duties("call", (record,))
DUTIES.duty(
    "call",
    "call at the home",
    by="the caller",
    when=TO_MAKE(record) & REPORT(record),
    modal=Modal.MUST,
    cites=["calls/calls/usual"],
)
DUTIES.duty(
    "write",
    "write the report",
    by="the caller",
    when=TO_MAKE(record) & REPORT(record),
    after="call",
    cites=["calls/calls/report"],
)

CLOCKS = Clocks((concern,))
CLOCKS.clock(
    "call",
    "call at the home",
    owed=IN_SCOPE(concern) & URGENCY.is_(concern, urgency),
    starts=received(moment),
    within=DAYS,
    by=urgency,
    who="the caller",
    calendar="council",
    cites=["calls/calls/usual"],
)
'''
HOOKS: Final = '''\
"""Calls at homes, as a program."""

import datetime as dt
from zoneinfo import ZoneInfo

from cimscore.calendars import Calendar
from cimscore.plugins import hookimpl
from cimscore.policy import load_policy
from cimscore.rulebook import NOT_BEGUN, Identity, Workflow, WorkflowMove
from home_calls import rules

ZONE = ZoneInfo("Australia/Brisbane")


@hookimpl
def cimscore_program():
    return Identity(id="home-calls", title="Calls at homes (invented)", zone=ZONE)


@hookimpl
def cimscore_policy_sources():
    return load_policy("home_calls.policy")


@hookimpl
def cimscore_questions():
    return ()


@hookimpl
def cimscore_calendars():
    holidays = {dt.date(2025, 4, 18): "Good Friday", dt.date(2026, 4, 3): "Good Friday"}
    return (
        Calendar(
            id="council",
            title="Business days of the council",
            zone=ZONE,
            first_year=2025,
            last_year=2026,
            version="invented",
            holidays=holidays,
        ),
    )


@hookimpl
def cimscore_scope():
    return (rules.IN_SCOPE,)


@hookimpl
def cimscore_records():
    return (rules.TO_MAKE,)


@hookimpl
def cimscore_duties():
    return (rules.DUTIES,)


@hookimpl
def cimscore_timeframes():
    return (rules.CLOCKS,)


@hookimpl
def cimscore_workflows():
    moves = (WorkflowMove(move="file", from_=(NOT_BEGUN,), to="filed", by=("caller",), cites=("calls/calls/report",)),)
    return (
        Workflow(
            id="report",
            kind="call-report",
            title="The way of a call report",
            states=(NOT_BEGUN, "filed"),
            roles=("caller",),
            moves=moves,
        ),
    )


@hookimpl
def cimscore_worked_examples():
    return ("home_calls.examples",)
'''
EXAMPLE: Final = """\
title: A call at a home
shows: [calls/calls/scope, calls/calls/usual, calls/calls/report]
case:
  cimscore: 1
  id: one-home
  programs: [home-calls]
  dates: {received: 2025-03-03T10:15+10:00}
  people:
    - {id: zoe, name: {given: Zoe, family: Example}, born: 2015-06-01}
    - {id: max, name: {given: Max, family: Example}, born: 1985-02-10}
  households:
    - {id: river, label: River Street, area: Exampleton}
  residences:
    - {person: zoe, household: river, kind: full-time}
  concerns:
    - {id: c1, about: [zoe], place: river, kind: harm}
  decisions:
    - {question: home-calls/urgency, about: c1, answer: usual, by: team-leader, at: 2025-03-03T15:00+10:00}
  records:
    - id: call-report:river
      kind: call-report
      household: river
      moves: [{move: file, at: 2025-03-05T09:00+10:00, by: {person: max, role: caller}}]
expect:
  record: [call-report:river]
"""
FILES: Final[Mapping[str, str]] = {
    "policy/sources.toml": SOURCES,
    "policy/calls/2024/calls.toml": CLAUSES,
    "rules.py": RULES,
    "__init__.py": HOOKS,
    "examples/one-home.yaml": EXAMPLE,
}


def changed(*changes: Mapping[str, str]) -> dict[str, str]:
    """Return the files with some changes: the first `old` in the file `in` reads `new`; without it, the file is new."""
    files = dict(FILES)
    for change in changes:
        file, old = change["in"], change.get("old", "")
        if old not in files.get(file, ""):
            raise ValueError(f"{file} has no {old!r}")
        files[file] = files.get(file, "").replace(old, change["new"], 1)
    return files


def written(folder: Path, files: Mapping[str, str] = FILES, package: str = PACKAGE) -> None:
    """Write the program as a package into a folder."""
    for name, text in files.items():
        path = folder / package / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace(PACKAGE, package), encoding="utf-8")


def forgotten(package: str = PACKAGE) -> None:
    """Let a later import read the files again."""
    for name in [name for name in sys.modules if name.partition(".")[0] == package]:
        del sys.modules[name]
