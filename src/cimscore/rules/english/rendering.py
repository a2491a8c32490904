"""Lines rendered: as text for a terminal, as Markdown for a site, as HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from cimscore.rules.english.lines import Line, TextSpan

Address = Callable[[str], str]
"""Takes the key of what has a paragraph of its own and returns its address; empty for none."""

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|])")


def english_text(lines: Iterable[Line]) -> str:
    """Return lines as plain text, a list item to a line, each level further in."""
    return "\n".join(_text(lines, -1))


def _text(lines: Iterable[Line], level: int) -> Iterator[str]:
    for line in lines:
        yield line.text if level < 0 else f"{'  ' * level}– {line.text}"
        yield from _text(line.below, level + 1)


def english_markdown(lines: Iterable[Line], address: Address | None = None) -> str:
    """Return lines as Markdown: paragraphs with nested lists.

    Args:
        lines: The lines.
        address: Gives the address of what is linked; without it nothing is.
    """
    return "\n\n".join("\n".join(_markdown(line, -1, address)) for line in lines)


def _markdown(line: Line, level: int, address: Address | None) -> Iterator[str]:
    words = "".join(_marked_up(span, address) for span in line.spans)
    yield words if level < 0 else f"{'    ' * level}- {words}"
    if level < 0 and line.below:
        yield ""
    for below in line.below:
        yield from _markdown(below, level + 1, address)


def _marked_up(span: TextSpan, address: Address | None) -> str:
    text = _SPECIAL.sub(r"\\\1", span.text)
    if span.strong and text.strip():
        text = text.replace(text.strip(), f"**{text.strip()}**")
    target = address(span.link) if address and span.link else ""
    return f"[{text}]({target})" if target else text
