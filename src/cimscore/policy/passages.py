"""Passages: a source document cut into its own sentences, each with its place and its digest.

A clause states a passage in our words and keeps the passage's digest, so that anyone who holds the document
can check that it still says what it said. What is only dressing (white space, kinds of quotes and dashes,
bullets, capitals) never changes a digest; a changed word always does.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from cimscore.policy.clauses import Anchor, Locator

DIGEST: Final = re.compile(r"sha256:[0-9a-f]{20}")

_SINGLE_QUOTES: Final = "\u2018\u2019\u201a\u201b\u2032\u00b4`"
_DOUBLE_QUOTES: Final = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"
_MARKER: Final = re.compile(
    r"(?:[\u2022\u25e6\u25aa\u25ab\u25cf\u25cb\u25a0\u25a1\u2023\u2043\u2219\u00b7*]\s*|-\s+|\d{1,2}[.)]\s+)+"
)
_SPACED_DASH: Final = re.compile(r"\s*-\s*")
# A full stop ends a sentence only before a capital or a digit, so "e.g. a child" stays whole.
_SENTENCE_END: Final = re.compile(r"(?<=[.!?])[\"'\u201d\u2019)\]]*(\s+)(?=[\"'\u201c\u2018(\[]?[A-Z0-9])")


@attrs.frozen(kw_only=True)
class Passage:
    """Sentence or bullet of a source document.

    Attributes:
        heading: Heading above it; empty for what comes before the first.
        position: Number under that heading, from 1.
        text: Words as in the document.
        digest: Digest of those words, normalised.
    """

    heading: str
    position: int
    text: str
    digest: str

    @property
    def anchor(self) -> Anchor:
        """Return its place and digest, as a clause keeps them."""
        return Anchor(locator=Locator(heading=self.heading, position=self.position), digest=self.digest)


def normalise(text: str) -> str:
    """Return the words of `text` in the form that is digested and compared."""
    # Twice: folding can itself produce typographic quotes and dashes.
    plain = "".join(map(_plain, _folded("".join(map(_plain, text)))))
    plain = " ".join(plain.split())
    marker = _MARKER.match(plain)
    # A list marker and the spaces around a dash are layout. They change between copies of one page.
    return _SPACED_DASH.sub("-", plain[marker.end() :] if marker else plain)


def digest(text: str) -> str:
    """Return the digest of `text`, normalised: ``sha256:`` and the first twenty hexadecimal digits (80 bits)."""
    return f"sha256:{hashlib.sha256(normalise(text).encode()).hexdigest()[:20]}"


def passages_of(text: str, headings: Sequence[str]) -> tuple[Passage, ...]:
    """Cut a plain-text document into passages, under its own headings.

    Every line is a separate block, cut into sentences. A heading is a line with nothing else in it. A document may list
    its headings at its top, so the last match before the next heading is used.

    Args:
        text: The document, one paragraph or bullet a line.
        headings: Headings of the document, in order. Missing ones are skipped.
    """
    lines = text.splitlines()
    starts = _heading_lines(lines, headings)
    found: list[Passage] = []
    heading, position = "", 0
    for number, line in enumerate(lines):
        if number in starts:
            heading, position = starts[number], 0
            continue
        for sentence in _sentences(line):
            position += 1
            found.append(Passage(heading=heading, position=position, text=sentence, digest=digest(sentence)))
    return tuple(found)


def _folded(text: str) -> str:
    """Return text without compatibility forms and capitals (Unicode's caseless matching, which takes two rounds)."""
    # One round is not stable for some characters. The Unicode standard asks for two.
    for _ in range(2):
        text = unicodedata.normalize("NFKC", text).casefold()
    return unicodedata.normalize("NFKC", text)


def _plain(character: str) -> str:
    """Return one kind of dash and of each quote, and nothing for invisible characters."""
    category = unicodedata.category(character)
    if category == "Cf":
        return ""
    if category == "Pd" or character == "\N{MINUS SIGN}":
        return "-"
    if character in _SINGLE_QUOTES:
        return "'"
    return '"' if character in _DOUBLE_QUOTES else character


def _heading_lines(lines: Sequence[str], headings: Sequence[str]) -> dict[int, str]:
    """Return the line number of each heading, found from the end of the document towards its top."""
    plain = [normalise(line) for line in lines]
    found: dict[int, str] = {}
    limit = len(lines)
    for heading in reversed(headings):
        sought = normalise(heading)
        # From the bottom up: a page repeats its headings in a table of contents at the top.
        at = next((number for number in range(limit - 1, -1, -1) if plain[number] == sought), None)
        if at is not None:
            found[at] = heading
            limit = at
    return found


def _sentences(line: str) -> Iterator[str]:
    marker = _MARKER.match(line.strip())
    line = line.strip()[marker.end() :] if marker else line.strip()
    start = 0
    for end in _SENTENCE_END.finditer(line):
        yield line[start : end.start(1)].strip()
        start = end.end(1)
    if normalise(line[start:]):
        yield line[start:].strip()
