"""Clauses still to be read, as their files have them: the place and digest of a passage, and none of its words."""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterable
from typing import Final

from cimscore.policy import Locator, Passage

_NOT_A_SLUG: Final = re.compile(r"[^a-z0-9]+")
_LONGEST: Final = 40
_UNREAD: Final = "Not read yet: say here in your own words what the passage says."


def stub(id: str, passage: Passage, above: Iterable[str] = (), told: Iterable[str] = ()) -> str:
    """Return a clause that is *to do*. Its title is made of the heading, since nobody has read the passage.

    Args:
        id: The clause's id.
        passage: The passage that it is to state.
        above: Lines to put above it.
        told: Lines of what its passage tells already.
    """
    lines = [
        *above,
        "[[clause]]",
        line("id", id),
        line("title", f"{passage.heading}, passage {passage.position}"),
        *told,
        line("text", _UNREAD),
        line("heading", passage.heading),
        f"position = {passage.position}",
        line("digest", passage.digest),
        'disposition = "to do"',
        "",
        "",
    ]
    return "\n".join(lines)


def stub_id(source: str, place: Locator, word: str, taken: Container[str]) -> str:
    """Return the id of a clause to be: ``source/heading/word-number``, in another form if that is taken.

    Args:
        source: The source's id.
        place: The passage's place.
        word: Word before the number.
        taken: Ids in use.
    """
    slug = _NOT_A_SLUG.sub("-", place.heading.casefold()).strip("-")[:_LONGEST].strip("-") or "page"
    slug = f"at-{slug}" if slug[0].isdigit() else slug
    id = f"{source}/{slug}/{word}-{place.position}"
    while id in taken:
        id += "-again"
    return id


def comment(text: str) -> list[str]:
    """Return a text as comments, one for each of its lines."""
    return [f"# {' '.join(part.split())}" for part in text.splitlines() if part.strip()]


def line(key: str, value: str) -> str:
    """Return a key with a text."""
    return f"{key} = {json.dumps(value, ensure_ascii=False)}"


def listed(key: str, values: Iterable[str]) -> list[str]:
    """Return a key with a list of texts, one a line."""
    held = [f"    {json.dumps(value, ensure_ascii=False)}," for value in values]
    return [f"{key} = [", *held, "]"] if held else [f"{key} = []"]
