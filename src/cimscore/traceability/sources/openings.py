"""Subject, modality and numbers of a passage that nobody has read yet, as far as its words tell them."""

from __future__ import annotations

import re
from typing import Final

from cimscore.policy import Modal
from cimscore.policy.wording import TO_DO, said_with
from cimscore.traceability.lining_up import words_of

_LONGEST_SUBJECT: Final = 5
_ONE_OF_TIME: Final = re.compile(
    r"\b(?:1|one|an?)[ -](?:[^\W\d]+[ -])?(?:minute|hour|day|week|fortnight|month|year)\b", re.IGNORECASE
)
_ARTICLES: Final = frozenset({"the", "a", "an", "every", "each"})
# An opening with one of these has a clause of its own, so its first words need not be the ones who act.
_UNCLEAR: Final = frozenset({
    "and", "but", "or", "if", "when", "where", "who", "which", "that", "whose", "unless", "it", "they", "this", "these",
    "those", "such", "he", "she", "we", "you", "there", "here", "then", "one", "what", "how", "with", "in", "on", "at",
    "after", "before", "for", "to", "as", "is", "are", "was", "were", "has", "have", "do", "does", "not", "only",
})  # fmt: skip


def modalities_in(text: str) -> tuple[Modal, ...]:
    """Return each modality that a passage has, in the order of their first words."""
    found = {modal: match.start() for modal in Modal if (match := re.search(said_with(modal), text, re.IGNORECASE))}
    # "must not" has a "must" in it, which is no modality of its own.
    for modal in (Modal.MUST_NOT, Modal.WILL_NOT):
        plain = Modal(modal.strength)
        if modal in found and not re.search(rf"{said_with(plain)}(?! not\b)", text, re.IGNORECASE):
            del found[plain]
    return tuple(sorted(found, key=found.__getitem__))


def numbers_in(text: str) -> tuple[int, ...]:
    """Return the numbers of a text in order of size, in words or numerals; *one* is none but of a time."""
    found = {int(word) for word in words_of(text) if word.isdecimal()} - {1}
    return tuple(sorted(found | ({1} if _ONE_OF_TIME.search(text) else set())))


def subject_of(text: str) -> str:
    """Return who acts by the opening of a passage, up to the word that binds; *to do* where that is not clear."""
    # "Make every effort" opens with what is to be done, not with who does it.
    modals = [modal for modal in modalities_in(text) if modal is not Modal.EVERY_EFFORT]
    binding = [re.search(said_with(modal), text, re.IGNORECASE) for modal in modals]
    begins = min((match.start() for match in binding if match), default=0)
    opening = text[:begins].strip().split()
    words = [word.casefold() for word in opening]
    clear = 0 < len(words) <= _LONGEST_SUBJECT and all(re.fullmatch(r"[a-z'’-]+", word) for word in words)
    if not clear or not _UNCLEAR.isdisjoint(words):
        return TO_DO
    # The capital of a sentence goes, that of a name stays.
    first = opening[0] if any(word != word.casefold() for word in opening[1:]) else words[0]
    return " ".join([words[0] if words[0] in _ARTICLES else first, *opening[1:]])
