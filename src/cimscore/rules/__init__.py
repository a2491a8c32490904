"""Language of program authors: variables, conditions, questions, rows and clocks."""

from cimscore.clocks import Repeats
from cimscore.policy import Row
from cimscore.rules.aggregates import adds_up_to, at_least, earliest, no_later, not_outranked
from cimscore.rules.assembling import Rows, readings_in, tables_in
from cimscore.rules.clocks import Clock, Clocks
from cimscore.rules.conclusions import Conclusion, Make, RecordKind, Topic
from cimscore.rules.conditions import Comparison, Condition, every, same, some
from cimscore.rules.duties import Duties
from cimscore.rules.editions import covers, edition, editions_table
from cimscore.rules.noting import noted
from cimscore.rules.predicates import Defined, Relation
from cimscore.rules.questions import GroupedWith, Question, Reading, Table
from cimscore.rules.refusals import AuthorError
from cimscore.rules.roles import RoleTable
from cimscore.rules.things import Concern, File, Household, Person, Place, Record, RecordName, Value, Variable

__all__ = [
    "AuthorError",
    "Clock",
    "Clocks",
    "Comparison",
    "Concern",
    "Conclusion",
    "Condition",
    "Defined",
    "Duties",
    "File",
    "GroupedWith",
    "Household",
    "Make",
    "Person",
    "Place",
    "Question",
    "Reading",
    "Record",
    "RecordKind",
    "RecordName",
    "Relation",
    "Repeats",
    "RoleTable",
    "Row",
    "Rows",
    "Table",
    "Topic",
    "Value",
    "Variable",
    "adds_up_to",
    "at_least",
    "covers",
    "earliest",
    "edition",
    "editions_table",
    "every",
    "no_later",
    "not_outranked",
    "noted",
    "readings_in",
    "same",
    "some",
    "tables_in",
]
