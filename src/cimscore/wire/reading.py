"""Reading a case: its text, then the shape of it, then what no schema can see; all problems at once."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import cast

from cimscore.case import Case
from cimscore.errors import DocumentError, Problem
from cimscore.wire.crosschecks import Material, Names, cross_check
from cimscore.wire.document import document_shape
from cimscore.wire.draft import Draft
from cimscore.wire.report import Place, Report
from cimscore.wire.text import parse_text, read_text
from cimscore.wire.vocabulary import Vocabulary


def read_case(source: str | os.PathLike[str] | Mapping[str, object], vocabulary: Vocabulary) -> Case:
    """Read a case document strictly.

    Args:
        source: The path of a ``.yaml``, ``.yml`` or ``.json`` file, or a document that is parsed already.
        vocabulary: The programs and questions that a document may name.

    Raises:
        DocumentError: With everything that is wrong in it.
    """
    if isinstance(source, Mapping):
        return _read(source, [], vocabulary, "the mapping")
    path = Path(source)
    return read_case_text(read_text(path), vocabulary, name=str(path))


def read_case_text(text: str, vocabulary: Vocabulary, name: str = "the text") -> Case:
    """Read the text of a case document strictly: JSON where `name` ends in ``.json``, else YAML.

    Raises:
        DocumentError: With everything that is wrong in it; it never shows anything of the notifier.
    """
    document, problems = parse_text(text, name)
    return _read(document, problems, vocabulary, name)


def shape_problems(document: object, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """The first stage of reading alone: what `case_schema` refuses as well."""
    report = Report()
    document_shape(vocabulary).read(document, Place("", report))
    return tuple(report.shape)


def _read(document: Mapping[str, object], syntax: Iterable[Problem], vocabulary: Vocabulary, name: str) -> Case:
    report = Report()
    # Every key of a document has a default, so that there is always a draft.
    draft = cast(Draft, document_shape(vocabulary).read(document, Place("", report)))
    material = Material(draft=draft, names=Names.of(document), vocabulary=vocabulary)
    beyond = [*report.beyond, *cross_check(material)]
    if problems := [*syntax, *report.shape, *beyond]:
        raise DocumentError(problems, where=name)
    return draft.case()
