"""Telling which file is which source: by its title and by its headings, and saying so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from cimscore.policy import Source
from cimscore.policy.passages import normalise


@attrs.frozen(kw_only=True)
class Match:
    """A file taken for a source, and why.

    Attributes:
        source: The source's id.
        file: The file's name; empty where none was taken.
        title: Whether the source's title is a line of the file.
        headings: How many of the source's headings are.
        of: How many headings the source has.
        also: Other files that fit it as well: none of them is taken then.
    """

    source: str
    file: str
    title: bool
    headings: int
    of: int
    also: tuple[str, ...] = ()

    @property
    def why(self) -> str:
        """Why this file, or why none, in words."""
        if self.also:
            return f"several files fit it as well: {', '.join(self.also)}"
        if not self.file:
            return "no file has its title, or half of its headings"
        title = "its title and " if self.title else ""
        return f"{self.file} has {title}{self.headings} of its {self.of} headings"


def match_files(sources: Iterable[Source], texts: Mapping[str, str]) -> tuple[Match, ...]:
    """Which of `texts`, by file name, is which source. A file may be several sources' document."""
    lines = {file: {normalise(line) for line in text.splitlines()} for file, text in texts.items()}
    return tuple(_best(source, lines) for source in sources)


def _best(source: Source, lines: Mapping[str, set[str]]) -> Match:
    fits = [match for match in (_fit(source, file, said) for file, said in sorted(lines.items())) if match]
    most = max((_strength(match) for match in fits), default=(0, False))
    best = [match for match in fits if _strength(match) == most]
    if len(best) == 1:
        return best[0]
    also = tuple(match.file for match in best)
    return Match(source=source.id, file="", title=False, headings=0, of=len(source.headings), also=also)


def _fit(source: Source, file: str, said: set[str]) -> Match | None:
    title = normalise(source.title) in said
    headings = sum(normalise(heading) in said for heading in source.headings)
    if not title and (not headings or 2 * headings < len(source.headings)):
        return None
    return Match(source=source.id, file=file, title=title, headings=headings, of=len(source.headings))


def _strength(match: Match) -> tuple[int, bool]:
    return match.headings, match.title
