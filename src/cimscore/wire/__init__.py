"""Case documents: strict reading, writing, and their JSON Schema."""

from cimscore.wire.examples import load_examples, read_example
from cimscore.wire.leaks import Hint, notifier_hints, profession_hints
from cimscore.wire.reading import read_case, read_case_text
from cimscore.wire.schema import case_schema
from cimscore.wire.vocabulary import Vocabulary
from cimscore.wire.writing import to_plain, write_case, write_notifier

__all__ = [
    "Hint",
    "Vocabulary",
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
