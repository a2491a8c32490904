"""The headings of a document that nobody has read before: marked as such, or lines that look like one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Final

import attrs

from cimscore.policy.passages import digest, normalise

_LONGEST: Final = 110
_LIST: Final = 4
_NUMBER: Final = re.compile(
    r"(?:(?:part|chapter|section|step)\s+)?(?:\d+(?:\.\d+)*|[a-z]|[ivx]+)[.):]?\s+", re.IGNORECASE
)
_RULED: Final = re.compile(r"\s*[=\-~]{3,}\s*")
_OPENS: Final = re.compile(r"[\"'\u2018\u201c(]?[A-Z0-9]")
_CLOSED: Final = (".", ":", ";", ",", "!")
_OPEN_ENDED: Final = re.compile(
    r"\b(?:a|about|an|and|as|at|by|for|from|if|in|including|into|is|of|on|or|than|that|the|to|when|where|which|who|with)$",
    re.IGNORECASE,
)
_LOWER_BULLET: Final = re.compile(r"\s*(?:[^\w\s]\s*)?[a-z]")
_BULLET: Final = re.compile(r"\s*(?:[\u2022\u25e6\u25aa\u25cf\u25cb\u25a0\u25a1\u2023\u2043\u2219\u00b7*]|-\s)")


@attrs.frozen(kw_only=True)
class Laid:
    """A document as it is laid out.

    Attributes:
        text: Its words, one paragraph or bullet a line.
        marked: The lines that its own format marks as headings, by their number from 0; empty where it marks none.
    """

    text: str
    marked: frozenset[int] = frozenset()


def headings_of(document: Laid, known: Sequence[str] = (), passages: Collection[str] = ()) -> tuple[str, ...]:
    """Return the headings of a document, in order, each once.

    Args:
        document: The document.
        known: The headings of the document it takes the place of: a line that is one of these is surely a heading.
        passages: Digests of the passages of that document: a line that is one of these is surely none.
    """
    lines = document.text.splitlines()
    sure = {bare(heading) for heading in known}
    found = sorted(document.marked) or [*_first(lines), *_looking_like_one(lines, sure)]
    found = [number for number in found if bare(lines[number]) in sure or digest(lines[number]) not in passages]
    found = [number for number in dict.fromkeys(found) if normalise(lines[number])]
    last = {normalise(lines[number]): number for number in found}
    once = Counter(normalise(lines[number]) for number in _beyond_contents(found, lines))
    return tuple(
        lines[number].strip()
        for number in found
        if last[normalise(lines[number])] == number
        and (once[normalise(lines[number])] == 1 or bare(lines[number]) in sure)
    )


def _first(lines: Sequence[str]) -> list[int]:
    """Return the first line of a document that marks no heading: its title, as a rule."""
    return [number for number, line in enumerate(lines) if line.strip()][:1]


def bare(heading: str) -> str:
    """Return a heading without the number before it."""
    return _NUMBER.sub("", normalise(heading), count=1)


def _looking_like_one(lines: Sequence[str], sure: set[str]) -> Iterator[int]:
    """Yield the numbers of the lines that look like a heading: short, without a stop, and not in a list of such."""
    written = [number for number, line in enumerate(lines) if line.strip() and not _RULED.fullmatch(line)]
    run: list[int] = []
    # Not strict: with nothing written there is still the None, and a page without words has no headings.
    for number, after in zip(written, [*written[1:], None], strict=False):
        opens_a_list = after is not None and bool(_LOWER_BULLET.match(lines[after]))
        if (_is_like_one(lines[number]) and not opens_a_list) or bare(lines[number]) in sure:
            run.append(number)
            continue
        yield from _of_run(run, lines, sure)
        run = []
    yield from (number for number in run if bare(lines[number]) in sure)


def _of_run(run: Sequence[int], lines: Sequence[str], sure: set[str]) -> Iterator[int]:
    """Yield the headings among lines that follow one another: in a long list, only the last opens a chapter."""
    for number in run:
        if len(run) < _LIST or number == run[-1] or bare(lines[number]) in sure:
            yield number


def _is_like_one(line: str) -> bool:
    text = line.strip()
    return (
        len(text) <= _LONGEST
        and bool(_OPENS.match(text))
        and not text.endswith(_CLOSED)
        and not _BULLET.match(line)
        and not _OPEN_ENDED.search(text)
        and "@" not in text
        and "\t" not in text
    )


def _beyond_contents(found: Sequence[int], lines: Sequence[str]) -> list[int]:
    """Return the headings without those of a list of contents, which all stand again further down."""
    again = {
        number
        for number in found
        if any(normalise(lines[number]) == normalise(lines[later]) for later in found if later > number)
    }
    texts = [number for number, line in enumerate(lines) if line.strip() and number not in again]
    opens = [number for number in sorted(again) if _run_length(number, again, lines) >= _LIST - 1]
    return [number for number in found if number not in opens or not texts]


def _run_length(number: int, among: set[int], lines: Sequence[str]) -> int:
    """Return how many of some lines stand together around one, with nothing but blank lines between."""
    length = 1
    for way in (-1, 1):
        at = number + way
        while 0 <= at < len(lines) and (at in among or not lines[at].strip()):
            length += at in among
            at += way
    return length
