"""Case documents: strict reading, writing, and their JSON Schema. The only home of cattrs."""

from cimscore.wire.examples import load_examples, read_example
from cimscore.wire.reading import read_case, read_case_text
from cimscore.wire.schema import case_schema
from cimscore.wire.vocabulary import Vocabulary
from cimscore.wire.writing import to_plain, write_case, write_notifier

__all__ = [
    "Vocabulary",
    "case_schema",
    "load_examples",
    "read_case",
    "read_case_text",
    "read_example",
    "to_plain",
    "write_case",
    "write_notifier",
]
