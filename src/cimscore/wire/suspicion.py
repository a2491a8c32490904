"""Signs that part of the notifier's details is elsewhere, because of a writing mistake.

They never depend on the content of ``notifier`` itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import attrs

from cimscore.case import Case
from cimscore.case.material import NOUNS
from cimscore.ids import nearest
from cimscore.wire.document import KEYS, NOTIFIER
from cimscore.wire.entries import ENTRIES
from cimscore.wire.report import BROKEN

WORDS: Final = frozenset(field.name.rstrip("_") for entry in (Case, *ENTRIES) for field in attrs.fields(entry)) | KEYS
"""The keys of every kind of entry."""

_ENTRIES: Final = frozenset({*NOUNS, "residences", "relationships", "done", "decisions", "local_days"})
_MAPPINGS: Final = frozenset({"dates", "facts", "incident"})


def is_suspect(sections: Mapping[str, object]) -> bool:
    """Return True if any of the sections may be part of the notifier's details, or contain some."""
    return any(is_suspect_key(name) or is_suspect_section(name, value) for name, value in sections.items())


def is_suspect_key(key: object, known: frozenset[str] = KEYS) -> bool:
    """Return True for a key of the document that is not known, nor near to one that is."""
    return not isinstance(key, str) or (key not in known and nearest(key, known) in ("", NOTIFIER))


def is_suspect_section(name: str, value: object) -> bool:
    """Return True for a section that has nothing of its form, or has the word for the notifier in it."""
    # Already reported. What could not be read says nothing about the notifier.
    if value is BROKEN:
        return False
    if name in _ENTRIES and not (isinstance(value, list) and all(map(_is_like_an_entry, value))):
        return True
    return (name in _MAPPINGS and not isinstance(value, Mapping)) or _speaks_of_the_notifier(value)


def _is_like_an_entry(item: object) -> bool:
    # One known key is enough: an entry with a misspelt key is still an entry.
    return item is BROKEN or (isinstance(item, Mapping) and not WORDS.isdisjoint(item))


def _speaks_of_the_notifier(value: object) -> bool:
    if isinstance(value, Mapping):
        return any(map(_speaks_of_the_notifier, (*value, *value.values())))
    if isinstance(value, list):
        return any(map(_speaks_of_the_notifier, value))
    # Only the word itself. Free text may mention notifiers.
    return isinstance(value, str) and value.strip().casefold() == NOTIFIER
