"""Putting the floors together: installed plugins, strict reading and the rulebook."""

from __future__ import annotations

from collections.abc import Iterable

from cimscore.case import Case
from cimscore.plugins import load_declarations
from cimscore.rulebook import Document, Rulebook, build_rulebook
from cimscore.wire import Vocabulary, read_case


def load_rulebook(plugins: Iterable[object] | None = None) -> Rulebook:
    """The rulebook of every installed plugin, checked once.

    Args:
        plugins: Modules or objects that implement the hooks, instead of the installed ones.

    Raises:
        RulebookError: Plugins do not fit together, or one of them cannot be used; every problem at once.
    """
    return build_rulebook(load_declarations(plugins), reader=_read)


def vocabulary_of(rulebook: Rulebook) -> Vocabulary:
    """The words a case document may use under a rulebook: its programs and their questions."""
    return Vocabulary(questions=rulebook.questions, programs=frozenset(rulebook.programs))


def _read(document: Document, rulebook: Rulebook) -> Case:
    return read_case(document, vocabulary_of(rulebook))
