"""What a program author writes with: variables, conditions, questions, rows and clocks."""

from cimscore.author.aggregates import at_least, earliest, no_later, not_outranked
from cimscore.author.clocks import Clock, Clocks
from cimscore.author.conclusions import Conclusion, Make, RecordKind, Topic
from cimscore.author.conditions import Comparison, Condition, every, same, some
from cimscore.author.duties import Duties
from cimscore.author.editions import covers, edition, editions_table
from cimscore.author.predicates import Defined, Relation
from cimscore.author.program import Program, program
from cimscore.author.questions import GroupedWith, Question, Reading, Table
from cimscore.author.refusals import AuthorError, SeveralRefusals
from cimscore.author.roles import RoleTable
from cimscore.author.things import Concern, File, Household, Person, Record, RecordName, Value, Variable
from cimscore.policy import Row

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
    "Program",
    "Question",
    "Reading",
    "Record",
    "RecordKind",
    "RecordName",
    "Relation",
    "RoleTable",
    "Row",
    "SeveralRefusals",
    "Table",
    "Topic",
    "Value",
    "Variable",
    "at_least",
    "covers",
    "earliest",
    "edition",
    "editions_table",
    "every",
    "no_later",
    "not_outranked",
    "program",
    "same",
    "some",
]
