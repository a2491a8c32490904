"""Actor and strength of a duty: "the officer must …", "the officer will not …"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from cimscore.policy import Modal
from cimscore.rules.english.nouns import spaced

_VERBS: Final[Mapping[Modal, str]] = {Modal.EVERY_EFFORT: "is to make every effort to"}
_WITH_ARTICLE: Final = ("the ", "a ", "an ", "each ", "every ", "any ", "all ", "whoever ", "everyone", "no ")


def actor(by: str) -> str:
    """Return who acts, with an article."""
    return by if by.startswith(_WITH_ARTICLE) or by[:1].isupper() else f"the {spaced(by)}"


def must_do(by: str, modal: Modal, what: str) -> str:
    """Return a phrase which says that somebody must, will or may do something.

    Args:
        by: Role of the person who acts; empty if the clause names nobody.
        modal: Strength of the duty in the clause.
        what: The act, as a phrase after the verb.
    """
    return f"{actor(by or 'whoever acts')} {_VERBS.get(modal, modal.value)} {what}"
