"""The JSON Schema of case documents, made from the shapes that the reader itself uses."""

from __future__ import annotations

from collections.abc import Iterable

from cimscore.wire.document import document_shape
from cimscore.wire.scalars import Schema
from cimscore.wire.vocabulary import Vocabulary

_COMMENT = (
    "A schema sees one value at a time. The reader also checks that dates exist, that ids name something and "
    "are given once, that whole numbers have no decimal point, and that entries do not contradict each other."
)


def case_schema(vocabulary: Vocabulary, programs: Iterable[str] | None = None) -> Schema:
    """Return the JSON Schema (2020-12) that accepts exactly the documents whose shape the reader accepts.

    Args:
        vocabulary: Programs and questions that a document may name.
        programs: Only these programs; all programs of the vocabulary if left out.
    """
    chosen = vocabulary if programs is None else vocabulary.only(programs)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A case for cimscore",
        "$comment": _COMMENT,
        **document_shape(chosen).schema(),
    }
