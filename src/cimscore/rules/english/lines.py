"""Lines of plain English: one small tree, from which text, Markdown and HTML are rendered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs


@attrs.frozen
class TextSpan:
    """Words of a line.

    Attributes:
        text: The words.
        link: Key of a definition with a paragraph of its own, such as ``defined:…``; empty for none.
        strong: True for emphasis.
    """

    text: str
    link: str = ""
    strong: bool = False


Spans = tuple[TextSpan, ...]


@attrs.frozen
class Line:
    """Line of text, with the list below it.

    Attributes:
        spans: Its words.
        below: Lines of its list; empty if it has no list.
    """

    spans: Spans
    below: tuple[Line, ...] = ()

    @property
    def text(self) -> str:
        """Return its own words, without the list."""
        return "".join(span.text for span in self.spans)

    @property
    def words(self) -> int:
        """Return the number of its own words."""
        return len(self.text.split())

    @property
    def depth(self) -> int:
        """Return the number of nested lists below it."""
        return 1 + max(line.depth for line in self.below) if self.below else 0

    def everything(self) -> Iterator[Line]:
        """Yield it and every line below it, in reading order."""
        yield self
        for line in self.below:
            yield from line.everything()

    def led_by(self, *spans: TextSpan) -> Line:
        """Return it with other words in front."""
        return attrs.evolve(self, spans=(*spans, *self.spans))


Lines = tuple[Line, ...]


def plain(text: str, *below: Line) -> Line:
    """Return a line of words without links.

    Args:
        text: The words.
        below: The lines of its list.
    """
    return Line((TextSpan(text),), below)


def words_in(spans: Sequence[TextSpan]) -> int:
    """Return the number of words in some spans."""
    return len("".join(span.text for span in spans).split())


def as_sentences(lines: Iterable[Line]) -> Lines:
    """Return each line as a sentence."""
    return tuple(as_sentence(line) for line in lines)


def as_sentence(line: Line) -> Line:
    """Return a line that begins with a capital letter and ends with a full stop, or with the colon of its list."""
    spans = list(line.spans)
    first = spans[0]
    spans[0] = attrs.evolve(first, text=first.text[:1].upper() + first.text[1:])
    if not line.below and spans[-1].text[-1:] not in ".?:":
        spans.append(TextSpan("."))
    return attrs.evolve(line, spans=tuple(spans))
