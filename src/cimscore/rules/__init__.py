"""Language of program authors: variables, conditions, questions, rows and clocks.

What a row speaks of
    `Person`, `Household`, `Place`, `Concern`, `File` (a record on file), `Record` (one to be made), `Value` (a word, a
    number, a moment); each is a `Variable`. `RecordKind` is a kind of record, `RecordName` the name of one record.
Conditions, joined by ``&``, ``|`` and ``~``
    A `Condition` is what a `Relation` of `cimscore.rules.vocabulary` says of some things, a `Defined` sentence, or a
    `Comparison` of values. `some`, `every`, `same`, `at_least`, `adds_up_to`, `earliest`, `no_later` and
    `not_outranked` make more of them.
What is asked, looked up or unclear
    `Question` (with `GroupedWith` where the answer puts homes together), `Table` with a `Row` for each line, `Reading`;
    `noted` is for a point that no row reads.
What follows
    `Conclusion` with its rows under a `Topic`, `RoleTable`, `Duties`, `Clocks`; a `Clock` may say how it `Repeats`.
    `Make` works out a value of a row.
Editions and handing over
    `editions_table`, `covers` and `edition` choose the edition. `tables_in` and `readings_in` gather what modules
    declare; `Rows` is the type of it. `AuthorError` is raised for what cannot be written so.

``help(cimscore.rules.Clocks)`` tells of one of them what every argument means. Skip what stands there between two
underscores: Python and attrs make it.
"""

from cimscore.clocks import Repeats
from cimscore.policy import Row
from cimscore.rules.assembling import Rows, readings_in, tables_in
from cimscore.rules.conditions.aggregates import adds_up_to, at_least, earliest, no_later, not_outranked
from cimscore.rules.conditions.conditions import Comparison, Condition, every, same, some
from cimscore.rules.conditions.predicates import Defined, Relation
from cimscore.rules.conditions.things import (
    Concern,
    File,
    Household,
    Person,
    Place,
    Record,
    RecordName,
    Value,
    Variable,
)
from cimscore.rules.refusals import AuthorError
from cimscore.rules.rows.clocks import Clock, Clocks
from cimscore.rules.rows.conclusions import Conclusion, Make, RecordKind, Topic
from cimscore.rules.rows.duties import Duties
from cimscore.rules.rows.editions import covers, edition, editions_table
from cimscore.rules.rows.noting import noted
from cimscore.rules.rows.questions import GroupedWith, Question, Reading
from cimscore.rules.rows.roles import RoleTable
from cimscore.rules.rows.tables import Table

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
