"""A document that nobody has read yet: its headings and passages, and the policy files that begin from it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import attrs

from cimscore.policy import Passage, passages_of
from cimscore.traceability.lining_up import Laid, headings_of
from cimscore.traceability.sources.stubs import line, listed, stub, stub_id

_STOPS: Final = (".", "!", "?", ";", ",")
_EDITION: Final = "first"


@attrs.frozen(kw_only=True)
class FirstReading:
    """Document cut into passages, before anybody has read them.

    Attributes:
        headings: Its headings, in order.
        passages: Its passages; those before the first heading have an empty one.
    """

    headings: tuple[str, ...]
    passages: tuple[Passage, ...]

    @property
    def placed(self) -> tuple[Passage, ...]:
        """Return the passages under a heading, which a clause can name the place of."""
        return tuple(passage for passage in self.passages if passage.heading)


def first_reading(document: Laid) -> FirstReading:
    """Return the headings and passages of a document. A whole sentence is no heading, unless the format marks it so.

    Args:
        document: The document.
    """
    found = headings_of(document)
    headings = tuple(text for text in found if document.marked or not text.endswith(_STOPS))
    return FirstReading(headings=headings, passages=passages_of(document.text, headings))


def policy_files(reading: FirstReading, source: str, document: str) -> Mapping[str, str]:
    """Return the policy files of a first edition in which every passage is still to be read, by path.

    Args:
        reading: The document.
        source: The source's id.
        document: The document's file name.
    """
    ids: dict[str, Passage] = {}
    for passage in reading.placed:
        ids[stub_id(source, passage.anchor.locator, "passage", ids)] = passage
    clauses = "".join(stub(clause, passage, told=_PLACES) for clause, passage in ids.items())
    return {
        "sources.toml": _sources(reading, source, document),
        f"{source}/{_EDITION}/edition.toml": _edition(len(ids)),
        f"{source}/{_EDITION}/clauses.toml": f"{_TO_READ}\n{clauses}",
    }


_TO_READ: Final = """\
# One clause for each passage of the document, in its order. Nobody has read one yet: say each in your own words, and
# what became of it. Several passages may be one clause: move the others under it, and delete their own clauses,
#   also = [{heading = "Scope", position = 2, digest = "sha256:..."}]
# A passage that says nothing of its own, such as the publisher's name, is passed over; its clause goes:
#   [[passed-over]]
#   heading = "Scope"
#   because = "It names the publisher."
#   passages = [{position = 1, digest = "sha256:..."}]
# A clause of a document that you do not hold (held = false in sources.toml) has neither position nor digest, and says
# how sure you are of it: confidence = "high" or "medium".
"""
_PLACES: Final = (
    'synonyms = []  # other words that people look for it by: ["latchkey"]',
    'statements = []  # its numbers in a list of your own of what the policy says, if you keep one: ["S-1"]',
)
"""Places of a clause that are easily forgotten, each with what belongs there."""


def _sources(reading: FirstReading, source: str, document: str) -> str:
    before = len(reading.passages) - len(reading.placed)
    lines = [
        f"[{source}]",
        line("title", reading.headings[0]),
        'publisher = "To be named"',
        line("document", document),
        *listed("headings", reading.headings),
        *(listed("unread", [""]) if before else ()),
    ]
    return "\n".join(lines) + "\n"


def _edition(count: int) -> str:
    lines = [
        "[edition]",
        'title = "The first edition"',
        "# from = 2025-01-01  # the first day in force, once you know it",
        "complete = false",
        line("gap", f"This edition is a draft: {count} clauses of it are still to be read"),
    ]
    return "\n".join(lines) + "\n"
