"""Drawing a case: its households, the people in them, who is whose, and where concerns happened."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from cimscore.case import Case
from cimscore.publishing.pictures import svg
from cimscore.publishing.pictures.boxes import LANE, MARGIN, Box, Placed, boxes_of
from cimscore.publishing.pictures.lines import kinship_lines, links
from cimscore.publishing.pictures.table import PictureTable, table_of
from cimscore.publishing.pictures.tiles import LINE, SHAPE
from cimscore.publishing.pictures.words import PictureMarks, PictureWords

_NARROWEST: Final = 800
_HOW_TO_READ: Final = (
    "Circle: female. Square: male. Diamond: another gender, or with a question mark not known. Triangle: unborn.",
    "Dashed outline: visits, stays by own choice, or lives in another household as well. A question mark: not known.",
)
_CROSS: Final = "A cross over somebody: has died."

_HOW_TO_READ_PLACES: Final = "Dotted frame: a place that is no household, as its heading says."


@attrs.frozen(kw_only=True)
class Picture:
    """A picture and its twin.

    Attributes:
        svg: The picture, to stand in a page or a file of its own.
        table: The same in words.
    """

    svg: str
    table: PictureTable


def draw(case: Case, marks: PictureMarks | None = None, *, prefix: str = "households", note: str = "") -> Picture:
    """Draw the households of a case, with the words of a decision as marks.

    The notifier is never drawn. The same case and marks give the same bytes.

    Args:
        case: The case as it was handed over.
        marks: What a decision says of households and people.
        prefix: The id of the picture; each picture in one page needs its own.
        note: A sentence to write below it.

    Raises:
        UnknownNameError: A mark names a person or household that the case does not have.
    """
    words = PictureWords(case, marks or PictureMarks())
    boxes = boxes_of(words, MARGIN)
    below = max((box.y + box.height for box in boxes), default=0) + MARGIN
    edge = max([_NARROWEST, *(box.x + box.width for box in boxes)]) + MARGIN // 2
    dashed = tuple(links(boxes, edge))
    legend = _legend_lines(words, (edge - 3 * MARGIN) // 8, note)
    below += LANE * len(dashed)
    parts = [*(part for box in boxes for part in _household(words, box))]
    parts += [svg.lines(path, "link") for path in dashed]
    parts += [part for box in boxes for placed in box.people for part in [_person(words, placed)]]
    parts += _legend(legend, below)
    size = edge + MARGIN // 2 + LANE * len(dashed), below + LINE * len(legend) + MARGIN
    title = f"Households of {case.id}"
    return Picture(svg=svg.document(prefix, title, _description(words), size, parts), table=table_of(words))


def _household(words: PictureWords, box: Box) -> Iterator[str]:
    title = [svg.text(box.x + 16, box.y + 22, box.title, "strong", anchor="start", size=15)]
    title += [
        svg.text(box.x + 16, box.y + 22 + LINE * (at + 1), mark, "mark", anchor="start")
        for at, mark in enumerate(box.marks)
    ]
    frame = svg.box(box.x, box.y, box.width, box.height, _frame(words, box.id))
    flags = [svg.flag(x, y, number) for number, x, y in box.flags]
    yield svg.group("home", words.title(box.id), [frame, *title, *flags])
    yield from (svg.lines(path, "kin") for path in kinship_lines(box))


def _frame(words: PictureWords, id: str) -> str:
    return "household" if id in words.households else "place" if id in words.places else "nowhere"


def _person(words: PictureWords, placed: Placed) -> str:
    entry, tile = words.people[placed.tile.person], placed.tile
    written = [(line, "ink") for line in tile.lines] + [(line, "mark") for line in tile.marks]
    top = placed.y + SHAPE + LINE
    texts = [svg.text(placed.x, top + LINE * at, line, kind) for at, (line, kind) in enumerate(written)]
    full = f"{words.label(entry.id)}; {words.birth(entry)}; {words.homes(entry.id)}"
    return svg.group("person", full, [svg.shape(entry, placed.x, placed.y, dashed=tile.dashed), *texts])


def _legend_lines(words: PictureWords, width: int, note: str) -> Sequence[tuple[str, str]]:
    places = _HOW_TO_READ_PLACES if words.places else ""
    cross = _CROSS if any(words.death(person) for person in words.case.people) else ""
    found = [(line, "") for part in (*_HOW_TO_READ, places, cross, note) for line in textwrap.wrap(part, width)]
    if words.case.concerns:
        found.append(("", "Concerns, flagged where they happened"))
    for number, concern in enumerate(words.case.concerns, 1):
        first, *more = textwrap.wrap(words.concern(concern), width)
        found += [(first, str(number)), *((line, "") for line in more)]
    return found


def _legend(written: Sequence[tuple[str, str]], top: int) -> Iterator[str]:
    for at, (line, head) in enumerate(written):
        y = top + LINE * (at + 1)
        if head:
            kind, anchor, x = ("strong", "start", MARGIN) if not line else ("mark", "end", MARGIN + 22)
            yield svg.text(x, y, head, kind, anchor=anchor)
        if line:
            indent = 30 if any(not line for line, _ in written[:at]) else 0
            yield svg.text(MARGIN + indent, y, line, anchor="start")


def _description(words: PictureWords) -> str:
    people = [
        f"{words.label(person.id)}: {words.birth(person)}, {words.homes(person.id)}." for person in words.case.people
    ]
    marks = [f"{words.household(id)}: {', '.join(said)}." for id, said in sorted(words.marks.households.items())]
    marks += [f"{words.label(id)}: {', '.join(said)}." for id, said in sorted(words.marks.people.items())]
    return " ".join([*people, *(f"{words.concern(concern)}." for concern in words.case.concerns), *marks])
