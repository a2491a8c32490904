"""What a plugin author writes with: questions, conditions, rules and answers, over things that are only names."""

from cimscore.rules.answers import (
    Answer,
    Carried,
    Deadline,
    Duty,
    Edition,
    HouseholdRole,
    InScope,
    Role,
    Subject,
    key_of,
)
from cimscore.rules.conditions import Condition, all_of, any_of, not_
from cimscore.rules.facts import Facts
from cimscore.rules.missing import missing_entry
from cimscore.rules.openness import Asks, Failure, Open, OpenQuestion
from cimscore.rules.questions import Code, Grouping, Question
from cimscore.rules.recorder import Recorder, parts_of
from cimscore.rules.ruleset import Rule, Ruleset
from cimscore.rules.things import (
    Concern,
    ConcernAt,
    ConcernIn,
    EarlierRecord,
    Household,
    HouseholdIn,
    Person,
    PersonAt,
    PersonIn,
    PolicySource,
    Record,
    TheCase,
    Thing,
)
from cimscore.rules.topics import ABOUT, ANSWERS, ONE_KEY, ORDER, Topic
from cimscore.rules.trace import NOTHING, Learned, Node, Notes, sentence_of
from cimscore.rules.world import EditionHeld, Findings, Found, Given, World

__all__ = [
    "ABOUT",
    "ANSWERS",
    "NOTHING",
    "ONE_KEY",
    "ORDER",
    "Answer",
    "Asks",
    "Carried",
    "Code",
    "Concern",
    "ConcernAt",
    "ConcernIn",
    "Condition",
    "Deadline",
    "Duty",
    "EarlierRecord",
    "Edition",
    "EditionHeld",
    "Facts",
    "Failure",
    "Findings",
    "Found",
    "Given",
    "Grouping",
    "Household",
    "HouseholdIn",
    "HouseholdRole",
    "InScope",
    "Learned",
    "Node",
    "Notes",
    "Open",
    "OpenQuestion",
    "Person",
    "PersonAt",
    "PersonIn",
    "PolicySource",
    "Question",
    "Record",
    "Recorder",
    "Role",
    "Rule",
    "Ruleset",
    "Subject",
    "TheCase",
    "Thing",
    "Topic",
    "World",
    "all_of",
    "any_of",
    "key_of",
    "missing_entry",
    "not_",
    "parts_of",
    "sentence_of",
]
