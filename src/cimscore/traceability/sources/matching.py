"""Telling which file is which source: by its title and by its headings, and saying so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import attrs

from cimscore.policy import Clause, Source, SourceText, passages_of
from cimscore.policy.passages import normalise
from cimscore.rules.english.nouns import first_listed

_NAMED: Final = 3


@attrs.frozen(kw_only=True)
class Match:
    """A file taken for a source, and why.

    Attributes:
        source: The source's id; with the edition for a text that a later one replaced.
        file: The file's name; empty where none was taken.
        title: Whether the source's title is a line of the file.
        headings: How many of the source's headings are.
        of: How many headings the source has.
        lacks: Those that the file does not have.
        also: Other files that fit it as well: none of them is taken then.
        by: What its passages were lined up by, where somebody named the file as the one in the source's place.
    """

    source: str
    file: str
    title: bool
    headings: int
    of: int
    lacks: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    by: str = ""

    @property
    def why(self) -> str:
        """Return why this file was chosen, or why none was, in words."""
        if self.by:
            return f"{self.file}, as named, has {self.headings} headings; its passages are lined up by {self.by}"
        if self.also:
            return f"several files fit it as well: {', '.join(self.also)}"
        if not self.file:
            return "no file has its title, or half of its headings"
        title = "its title and " if self.title else ""
        lacks = f", without {first_listed([*map(repr, self.lacks)], _NAMED)}" if self.lacks else ""
        return f"{self.file} has {title}{self.headings} of its {self.of} headings{lacks}"


def match_files(
    sources: Iterable[Source], texts: Mapping[str, str], clauses: Iterable[Clause] = ()
) -> tuple[Match, ...]:
    """Return which of `texts`, by file name, is which text of which source.

    A file may be several sources' document. Of one source it is the text whose sentences it has.

    Args:
        sources: The sources.
        texts: What each file says.
        clauses: The clauses, which tell the texts of one source apart.
    """
    lines = {file: {normalise(line) for line in text.splitlines()} for file, text in texts.items()}
    known = tuple(clauses)
    return tuple(match for source in sources for match in _of_source(source, texts, lines, known))


def _of_source(
    source: Source, texts: Mapping[str, str], lines: Mapping[str, set[str]], clauses: tuple[Clause, ...]
) -> Iterator[Match]:
    if not source.earlier:
        yield _best(source.title, source.texts[0], lines)
        return
    own = [clause for clause in clauses if clause.source == source.id]
    told = {text.id: _digests(text, own) for text in source.texts}
    of = {file: _nearest(source, told, said) for file, said in texts.items()}
    for text in source.texts:
        yield _best(source.title, text, {file: said for file, said in lines.items() if of[file] == text.id})


def _nearest(source: Source, told: Mapping[str, frozenset[str]], said: str) -> str:
    """Return the text of a source of which a file has the most sentences; the later one where it has as many."""
    has = {
        text.id: len(told[text.id] & {passage.digest for passage in passages_of(said, text.headings)})
        for text in source.texts
    }
    # Reversed, since max keeps the first of equals, and the later text is the one that people hold.
    return max(reversed(source.texts), key=lambda text: has[text.id]).id


def _digests(text: SourceText, clauses: Iterable[Clause]) -> frozenset[str]:
    return frozenset(
        anchor.digest for clause in clauses for told in clause.texts_in(text.editions) for anchor in told.anchors
    )


def _best(title: str, text: SourceText, lines: Mapping[str, set[str]]) -> Match:
    fits = [match for match in (_fit(title, text, file, said) for file, said in sorted(lines.items())) if match]
    most = max((_strength(match) for match in fits), default=(0, False))
    best = [match for match in fits if _strength(match) == most]
    if len(best) == 1:
        return best[0]
    also = tuple(match.file for match in best)
    return Match(source=text.id, file="", title=False, headings=0, of=len(text.headings), also=also)


def _fit(title: str, text: SourceText, file: str, said: set[str]) -> Match | None:
    titled = normalise(title) in said
    lacks = tuple(heading for heading in text.headings if normalise(heading) not in said)
    headings = len(text.headings) - len(lacks)
    if not titled and (not headings or 2 * headings < len(text.headings)):
        return None
    return Match(source=text.id, file=file, title=titled, headings=headings, of=len(text.headings), lacks=lacks)


def _strength(match: Match) -> tuple[int, bool]:
    return match.headings, match.title
