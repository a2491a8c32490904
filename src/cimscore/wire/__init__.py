"""Case documents: strict reading, writing, and their JSON Schema.

Reading
    `read_case` and `read_case_text` read a case by a `Vocabulary`, whose schema is `case_schema`. `load_examples` gives
    the worked examples of programs, `read_example` one.
Writing
    `write_case`, and `to_plain` for any value. `write_notifier` writes the notifier alone.
Changing
    `amended` puts one value into a text: a `Put` has its path, each `Step` a key or an entry, `ADD` a new entry.
    `NoPlaceError` says that there is no such place.
Looking over
    A `Hint` says where a text may give the notifier away: `notifier_hints` and `profession_hints` find them.
"""

from cimscore.wire.examples import load_examples, read_example
from cimscore.wire.leaks import Hint, notifier_hints, profession_hints
from cimscore.wire.reading import read_case, read_case_text
from cimscore.wire.schema import case_schema
from cimscore.wire.text.amending import ADD, NoPlaceError, Put, Step, amended
from cimscore.wire.vocabulary import Vocabulary
from cimscore.wire.writing import to_plain, write_case, write_notifier

__all__ = [
    "ADD",
    "Hint",
    "NoPlaceError",
    "Put",
    "Step",
    "Vocabulary",
    "amended",
    "case_schema",
    "load_examples",
    "notifier_hints",
    "profession_hints",
    "read_case",
    "read_case_text",
    "read_example",
    "to_plain",
    "write_case",
    "write_notifier",
]
