"""Telling the problems of a document: each with its line, and with nothing that may belong to the notifier."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from cimscore.errors import Problem, place_in_words
from cimscore.wire.composites import GUARDED_KEY, UNKNOWN_KEY, UNNAMED_KEY
from cimscore.wire.suspicion import WORDS
from cimscore.wire.text import Document
from cimscore.wire.vocabulary import Vocabulary

# Said of a document without showing any of it.
_PLAIN: Final = frozenset({
    "", "nothing", "true", "false", "a list", "an empty list", "a mapping", "a text", "a number",
    UNKNOWN_KEY, UNNAMED_KEY, GUARDED_KEY, "this key twice", "a key that is not text",
})  # fmt: skip
_STEP: Final = re.compile(r"[^.\[\]]+|\[[0-9]+\]")


def told(problems: Iterable[Problem], document: Document, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Yield the problems with their lines; where the document is hushed, without any value of it."""
    words = WORDS | vocabulary.programs | {name.partition("/")[2] for name in vocabulary.questions}
    for problem in problems:
        shown = _hushed(problem, problem in document.problems, words) if document.hushed else problem
        line = problem.line or _line_of(problem.where, document)
        beside = tuple(place_in_words(where, _line_of(where, document)) for where in shown.beside)
        yield attrs.evolve(shown, line=line, beside=beside)


def _hushed(problem: Problem, of_syntax: bool, words: frozenset[str]) -> Problem:
    """Return the problem without values of the document, and without keys that only the document has."""
    plain = of_syntax or problem.found in _PLAIN
    return attrs.evolve(
        problem,
        where=_known_part(problem.where, words),
        found=problem.found if plain else "",
        hint=problem.hint if plain else "",
        # A path with an unknown key could show a part of the notifier's details.
        beside=tuple(where for where in problem.beside if _known_part(where, words) == where),
    )


def _known_part(where: str, words: frozenset[str]) -> str:
    """Return the part of a path before the first key that only the document has."""
    if where == "the document":
        return where
    end = 0
    for found in _STEP.finditer(where):
        if found[0] not in words and not found[0].startswith("["):
            break
        end = found.end()
    return where[:end] or "the document"


def _line_of(where: str, document: Document) -> int:
    """Return the line of a path, or of the part around it; 0 if there is none."""
    while where not in document.lines and where:
        where = re.sub(r"(\.[^.\[]*|\[[0-9]+\]|^[^.\[]*)$", "", where)
    return document.lines.get(where, 0)
