"""Problems that keep a clause from being read, and signed, by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from cimscore.policy.clauses import Clause, Disposition, Modal

TO_DO: Final = Disposition.TO_DO.value
"""A title or subject that nobody has written yet."""

_PRONOUN: Final = re.compile(
    r"(?:it|its|they|their|them|this|these|those|such|he|she|we|you|here|there|then|one (?:that|which|who)"
    r"|the (?:others?|same|former|latter)|that(?! (?:the|a|an|every|no)\b))\b",
    re.IGNORECASE,
)
_SAID: Final = {
    Modal.IS_TO: r"\b(?:is|are) to\b",
    Modal.IS_NOT_TO: r"\b(?:is|are) not to\b",
}


def faults_of_wording(clause: Clause) -> Iterator[str]:
    """Yield why a clause cannot be read by itself, a sentence for each reason; none for a clause still to be read."""
    # A draft is counted among the clauses to read. Its words are marks for whoever reads it, and no wording yet.
    if clause.disposition is Disposition.TO_DO:
        return
    if clause.title in ("", TO_DO):
        yield "it has no title"
    elif _plain(clause.title) == _plain(clause.id.rpartition("/")[2]):
        yield "its title is the name that it has in the software"
    if clause.subject in ("", TO_DO):
        yield "it has no subject: who acts, or what it is about"
    opening = _PRONOUN.match(clause.text)
    if opening:
        yield f"it opens with {opening.group()!r}, which stands for something that is not there"
    if clause.modality and not re.search(said_with(clause.modality), clause.text, re.IGNORECASE):
        yield f"its modality is lost: {clause.modality.value!r} is not among its words"


def said_with(modality: Modal) -> str:
    """Return a pattern for the words with which a text has a modality."""
    return _SAID.get(modality) or rf"\b{modality.value}\b"


def _plain(words: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", words.lower()))
