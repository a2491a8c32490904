"""Pages on which a reader decides a case of their own: one for each program, if the rules are packed with the site."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

from cimscore.publishing.pages.book.book import Book
from cimscore.publishing.pages.book.shown import ShownExample
from cimscore.publishing.pages.paper import places
from cimscore.publishing.pages.paper.markdown import Page, Sheet
from cimscore.publishing.pages.parts import shared
from cimscore.traceability.trace.model import TracedProgram

_HERE: Final = (
    "Write a case and see what follows, as you write. The rules run on this page: **nothing that you write leaves this "
    "computer, and nothing of it is kept** when you close the page. Use invented people if others can see your screen."
)
_SCRIPTS: Final = ("engine.js", "made.js", "answer.js", "fields.js", "form.js", "report.js")
_WITHOUT: Final = "This page needs a browser that runs scripts. The worked examples can be read without."


def try_pages(book: Book) -> Iterator[Page]:
    """Yield the page of each program, and the scripts that they share; nothing where the rules are not packed."""
    if book.scripts:
        yield from (_page(book, program) for program in book.published)
        yield from (Page(path=f"{places.TRY_IT}{name}", text=text) for name, text in book.scripts.items())


def try_door(sheet: Sheet, book: Book, program: TracedProgram) -> Iterator[str]:
    """Yield the way to the page of a program, where there is one."""
    if book.scripts:
        yield f"**{sheet.link('Try a case of your own', places.try_it(program.id))}**"


def try_link(sheet: Sheet, book: Book, shown: ShownExample) -> str:
    """Return the way from a worked example to the page on which it can be changed; empty where there is none."""
    target = f"{places.try_it(shown.program)}#{shown.example.id}"
    return f"**{sheet.link('Change this case and decide again', target)}**" if book.scripts else ""


def _page(book: Book, program: TracedProgram) -> Page:
    sheet = Sheet(places.try_it(program.id), f"Try it: {program.title}", kind="Your own case")
    sheet.add(shared.trail(sheet, (program.title, places.program(program.id))))
    sheet.add(_HERE)
    # A worked example names itself behind the # of its link: that is to lead somewhere without scripts too.
    begun = "".join(
        f'<span id="{escape(shown.example.id)}"></span>' for shown in book.shown if shown.program == program.id
    )
    return sheet.add(f"<div>{begun}</div>", *try_host(sheet, book, program)).page


def try_host(sheet: Sheet, book: Book, program: TracedProgram, form: str = "") -> Iterator[str]:
    """Yield the place on a page in which a case is written and decided, with what is packed there.

    Args:
        sheet: The page.
        book: The book, with packed rules.
        program: The program.
        form: Id of the form that is filled in; empty for any case.
    """
    at = sheet.to(places.TRY_IT)
    size = sum(map(len, book.scripts.values())) / 1_000_000
    told = f'data-program="{escape(program.id)}" data-size="{size:.1f}" data-site="{sheet.to(".")}"'
    told += f' data-form="{escape(form)}"' if form else ""
    scripts = "".join(f'<script src="{at}/{name}"></script>' for name in (*_SCRIPTS, f"{program.id}.js", "case.js"))
    style = f'<link rel="stylesheet" href="{at}/try-it.css">'
    yield f'<div>{style}<div class="try-it" {told}><p>{_WITHOUT}</p></div>{scripts}</div>'
    yield f"What is packed here, and under which licences: [licences.txt]({at}/licences.txt)."
