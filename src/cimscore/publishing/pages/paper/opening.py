"""Opening of an example: the first page of its decision, as a terminal shows it, without commands for the rest."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from cimscore.assessment import Decision, PageLine, page_of
from cimscore.publishing.pages.paper.markdown import plain


def opening(decision: Decision, beside: Collection[Decision]) -> Iterator[str]:
    """Yield the first page of a decision as blocks of Markdown.

    Args:
        decision: The decision.
        beside: Decisions of other programs that are told beside it.
    """
    first, *others = page_of(decision, beside=beside)
    yield f"**{plain(first.lines[0].says)}**"
    yield "\n".join(_lines(first.lines[1:]))
    for section in others:
        if section.title:
            yield f"**{plain(section.title)}**"
        # What `assess --all` would show stands further down on the same page; for other commands there is none here.
        left = (f"- {plain(more.says)}: below" for more in section.more if "--all" in more.command)
        yield "\n".join((*_lines(section.lines), *left))


def _lines(lines: Sequence[PageLine]) -> Iterator[str]:
    for line in lines:
        yield f"{line.mark} {plain(line.says)}"
        yield from (f"    - {plain(text)}" for text in line.below)
