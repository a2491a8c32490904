"""The notifier is never told, and nothing that is told depends on who it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from cimscore.case import Protected
from cimscore.testing.conformance.subject import Subject, told

_NOTIFIERS: Final = ("Zephyrine Quillfeather-Notary", "Balthasar Underbrook-Caller")
"""Names that no case has."""


def notifier_is_kept(subject: Subject) -> Iterator[str]:
    """Yield each example that tells who its notifier is, or of which something else is told for another notifier."""
    for example in subject.in_time(subject.examples):
        said = [
            told(subject.assess(attrs.evolve(example.case, notifier=Protected(name)), example=example))
            for name in _NOTIFIERS
        ]
        if any(name in text for name, text in zip(_NOTIFIERS, said, strict=True)):
            yield f"{example.id}: the notifier's name is told"
        elif said[0] != said[1]:
            yield f"{example.id}: something else is told for another notifier"
