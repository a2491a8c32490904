"""An invented program with a question of every answer type, and a case that answers them all."""

from __future__ import annotations

import datetime as dt
import enum
from typing import Any

from cimscore.case import Declared, Moment, Sort
from cimscore.rules import Concern, File, Household, Person, Question, Record, Value, Variable
from cimscore.wire import Vocabulary


class Colour(enum.StrEnum):
    """Words for an answer."""

    RED = "red"
    BLUE = "blue"


PERSON, HOME, CONCERN = Person("person"), Household("home"), Concern("concern")
FILE, RECORD, SOURCE = File("earlier"), Record("record"), Value("source", str)


def question(id: str, things: tuple[Variable, ...], answers: Any, **more: Any) -> Question[Any]:
    """Return a question, with a text where none is given."""
    text = f"What of {' and '.join([id, *(f'{{{thing.name}}}' for thing in things)])}?"
    return Question(id=id, things=things, answers=answers, **{"text": text, **more})


QUESTIONS = (
    question("joined", (), tuple, decided_by="leader", weigh=("what helps the children",)),
    question("colour", (CONCERN,), Colour, decided_by="officer"),
    question("relates", (PERSON, HOME), bool, decided_by="officer"),
    question("closed", (), bool, decided_by="leader"),
    question("raining", (), bool),
    question("remark", (PERSON,), str),
    question("code", (CONCERN,), str, codes={"x-1": "doc/codes/first", "x-2": "doc/codes/second"}),
    question("event", (CONCERN,), str, codes={"death": "doc/codes/first"}, other_words=True),
    question("count", (HOME,), int, text="How many rooms does {home} have? Kitchens do not count."),
    question("seen-on", (FILE,), dt.date),
    question("disclosed", (CONCERN,), Moment),
    question("mentor", (PERSON,), Person),
    question("home", (PERSON, RECORD), Household),
    question("same-as", (CONCERN, RECORD), Concern),
    question("follows", (RECORD,), File),
    question("known-to", (SOURCE,), bool),
)
DECLARED = Declared(
    kinds={"rainbow": frozenset({"notification", "investigation", "intervention", "report"})},
    acts={
        "rainbow/duties-notification/approve": (Sort.PROPOSED_RECORD,),
        "rainbow/clock/approve": (Sort.CONCERN,),
        "rainbow/duties-case/call": (),
    },
)
VOCABULARY = Vocabulary(
    programs=frozenset({"rainbow", "plain"}),
    questions={f"rainbow/{asked.id}": asked for asked in QUESTIONS},
    declared=DECLARED,
)

WHOLE_CASE = """\
cimscore: 1
id: two-homes
programs: [rainbow]
dates: {received: 2025-03-03T10:15+10:00}
people:
  - {id: ari, name: {given: Ari, family: Example}, born: 2014-05-02, gender: another}
  - {id: mia, name: {given: Mia, family: unknown}, born: 1986-01-20, family: a}
  - id: leo
  - {id: una, born: 1960, age: {about: 64}, adult: true}
  - {id: ivo, born: 1958-11}
  - {id: jo, born: unknown, age: {is: 7, on: 2025-03-03}, adult: false}
  - {id: dee, died: true, is: staff, also_known_as: [Deirdre], kept_from: [leo, mia]}
  - {id: eli, died: 2024-11, no_other_parent: true, profile: {indigenous-status: recorded, mental-health: unknown}}
  - {id: twin, unborn: {mother: mia, confirmed: true, expected: 2025-06-01}}
  - {id: nan, home: none, sleeps: car}
  - {id: pop, home: unknown}
households:
  - {id: north, area: Logan, kept_from: [leo]}
  - {id: south, area: unknown, state: victoria, label: the flat}
places:
  - {id: car, kind: vehicle}
  - {id: school, kind: school, area: Ipswich, state: queensland, label: the state school}
residences:
  - {person: ari, household: north, kind: part-time, from: 2020-01-01, until: 2024-12-31}
  - {person: ari, household: south, kind: part-time, until: unknown, rota: {from: 2024-12-30, here: 7, away: 7}}
  - {person: mia, household: north, kind: full-time}
relationships:
  - {from: mia, to: ari, kind: parent}
  - {from: leo, to: ari, kind: unknown}
  - {from: una, to: jo, kind: foster-carer, ended: 2024}
  - {from: ivo, to: jo, kind: guardian, ended: unknown}
concerns:
  - {id: c1, about: [ari], place: north, responsible: [mia], kind: harm, occurred: 2025-03-01}
  - {id: c2, about: unknown, place: elsewhere, present: unknown, occurred: 2025-03-01T09:30:15Z, text: "unknown"}
  - {id: c3, kind: nothing, text: only asked who to ring}
  - {id: c4, about: [ari], household: [north, south], kind: risk, as: withdrawn, occurred: 2025-02}
  - {id: c5, about: [leo], household: unknown, kind: nothing, occurred: {between: [2025-02-01, 2025-02-03T08:00+10:00]}}
records:
  - id: inv-1
    kind: investigation
    household: north
    people: {ari: subject child}
    moves:
      - {move: decide, by: leader, at: 2025-01-02}
      - {move: begin, by: {person: leo, role: officer}, at: 2025-01-03}
      - {move: close, at: 2025-02-01T10:00+10:00}
  - {id: "notification:north", kind: notification}
  - {id: inv-2, kind: investigation, household: south, exists: unknown}
  - {id: inv-3, kind: investigation, exists: no}
  - {id: inv-4, kind: investigation, as: superseded, superseded_by: inv-1}
on_file:
  - {kind: intervention, person: ari, exists: unknown}
  - {kind: notification, household: south, exists: no}
done:
  - act: rainbow/duties-notification/approve
    for: "notification:north"
    by: {person: leo, role: leader}
    at: 2025-03-04
  - {act: rainbow/clock/approve, for: [c1, c2], by: officer}
  - {act: rainbow/duties-case/call}
incident:
  id: c6
  about: [leo]
  occurred: 2025-03-02
  facts: {rainbow: {disclosed: 2025-03-03, count: {south: 2}}}
  decisions: [{question: rainbow/colour, answer: blue, by: officer, at: 2025-03-03}]
  moves: {report: [{move: submit, at: 2025-03-04}]}
decisions:
  - {question: rainbow/joined, answer: [[north, south]], by: leader, at: 2025-03-03}
  - {question: rainbow/colour, about: [c1, c2], answer: red, by: officer, at: 2025-03-03T14:00+10:00}
  - {question: rainbow/relates, about: ari@south, answer: false}
  - {question: rainbow/closed, about: case, answer: unknown, by: unknown}
facts:
  rainbow:
    raining: true
    remark: {ari: "likes: colons", mia: unknown}
    code: {c1: x-2}
    event: {c1: death, c2: a number of its own}
    count: {north: 3}
    seen-on: {inv-1: 2025-01-03}
    disclosed: {c1: 2025-03-02T08:00+10:00, c2: 2025-03-02}
    mentor: {ari: mia}
    home: {"ari@notification:north/ari": south}
    same-as: {"c2@notification:north": c1}
    follows: {"report:c1": inv-1, "report:case": "notification:north"}
    known-to: {some source: false}
notifier:
  name: Jo Example
  telephone: 0400 000 000
"""
