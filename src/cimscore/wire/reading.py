"""Reading a case: its text, then the shape of it, then what no schema can see; all problems at once."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final, cast

from cimscore.case import Case, GivenId, Names, Protected, cross_check
from cimscore.case.material import NOUNS
from cimscore.errors import DocumentError, Problem
from cimscore.wire.document import KEYS, NOTIFIER, document_shape
from cimscore.wire.draft import Draft
from cimscore.wire.incident import SECTION
from cimscore.wire.report import DocumentPlace, Report
from cimscore.wire.suspicion import is_suspect
from cimscore.wire.telling import told
from cimscore.wire.text import Document, parse_text, read_text
from cimscore.wire.vocabulary import Vocabulary

_OF_A_TEXT: Final = re.compile(r"[\n\r{]|: ")
_PARSE_IT: Final = "Parse a text first, for example with json.loads, or read it with cimscore.wire.read_case_text."
_WORKED_EXAMPLE: Final = Problem(
    where="case",
    found="a worked example",
    expected="a case document",
    hint="Put what stands under case into a file of its own.",
)


def read_case(source: str | os.PathLike[str] | Mapping[str, object], vocabulary: Vocabulary) -> Case:
    """Read a case document strictly.

    Args:
        source: The path of a ``.yaml``, ``.yml`` or ``.json`` file, or a document that is parsed already.
        vocabulary: The programs and questions that a document may name.

    Raises:
        DocumentError: With everything that is wrong in it.
    """
    if isinstance(source, Mapping):
        return read_parsed(_parsed_already(source), vocabulary, "the mapping")
    _refuse_unless_a_name(source)
    path = Path(source)
    return read_case_text(read_text(path), vocabulary, name=str(path))


def _refuse_unless_a_name(source: object) -> None:
    """Refuse the text of a document where the name of its file is meant; no word of it may be told.

    Raises:
        DocumentError: It is no name of a file.
    """
    name = os.fspath(source) if isinstance(source, os.PathLike) else source
    if isinstance(name, str) and not _OF_A_TEXT.search(name):
        return
    found = "the text of a document" if isinstance(name, str | bytes) else f"a value of type {type(name).__name__}"
    expected = "the path of a file, or a mapping: a document that is parsed already"
    raise DocumentError([Problem(where="the document", found=found, expected=expected, hint=_PARSE_IT)])


def read_case_text(text: str, vocabulary: Vocabulary, name: str = "the text") -> Case:
    """Read the text of a case document strictly: JSON if `name` ends in ``.json``, otherwise YAML.

    Raises:
        DocumentError: With everything that is wrong in it; it never shows anything of the notifier.
    """
    return read_parsed(parse_text(text, name), vocabulary, name)


def shape_problems(document: object, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """Return the problems of the first stage of reading. `case_schema` refuses the same documents."""
    report = Report()
    document_shape(vocabulary).read(document, DocumentPlace("", report))
    return tuple(report.shape)


def _parsed_already(source: Mapping[str, object]) -> Document:
    sections = {key: value for key, value in source.items() if key != NOTIFIER}
    return Document(sections=sections, notifier=Protected(source.get(NOTIFIER)), hushed=is_suspect(sections))


def read_parsed(document: Document, vocabulary: Vocabulary, name: str) -> Case:
    """Read a document whose text is parsed, and whose notifier is apart already.

    Raises:
        DocumentError: With everything that is wrong in it; it never shows anything of the notifier.
    """
    if {"case", "expect"}.issubset(document.sections) and not KEYS.intersection(document.sections):
        raise DocumentError([_WORKED_EXAMPLE], where=name)
    report = Report(lines=document.lines, programs=_programs(document.sections))
    # Every key of a document has a default, so that there is always a draft.
    draft = cast(Draft, document_shape(vocabulary).read(document.sections, DocumentPlace("", report)))
    draft = draft.with_its_incident(vocabulary).about_each(vocabulary)
    material = draft.material(_names(document.sections), vocabulary, report.hints)
    problems = [*document.problems, *report.shape, *report.beyond, *cross_check(material)]
    if problems:
        raise DocumentError(told(problems, document, vocabulary), where=name)
    return draft.case(document.notifier)


def _programs(sections: Mapping[str, object]) -> frozenset[str]:
    named = sections.get("programs")
    return (
        frozenset(program for program in named if isinstance(program, str)) if isinstance(named, list) else frozenset()
    )


def _names(sections: Mapping[str, object]) -> Names:
    """Return the names given in a document. An entry with a mistake still has its name."""
    given: list[GivenId] = []
    unsure: set[str] = set()
    for section in NOUNS:
        entries = sections.get(section, [])
        for index, entry in enumerate(entries if isinstance(entries, list) else [None]):
            id = entry.get("id") if isinstance(entry, Mapping) else None
            if isinstance(id, str):
                given.append(GivenId(id=id, section=section, where=f"{section}[{index}].id"))
            else:
                unsure.add(section)
    incident = sections.get(SECTION)
    if isinstance(incident, Mapping):
        id = incident.get("id", SECTION)
        given += [GivenId(id=id, section="concerns", where=f"{SECTION}.id")] if isinstance(id, str) else []
    return Names(given=tuple(given), unsure=frozenset(unsure))
