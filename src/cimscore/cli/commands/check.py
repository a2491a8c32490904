"""``cimscore check``: reads a case and looks over its texts, and decides nothing."""

from __future__ import annotations

import argparse
from collections.abc import Iterable

import attrs

from cimscore.case import Case
from cimscore.cli.command import Command
from cimscore.cli.exits import Exit
from cimscore.cli.inputs import Opened, open_case
from cimscore.cli.options import add_case, add_json
from cimscore.cli.output import show, show_json
from cimscore.cli.page import TextPage
from cimscore.composition import vocabulary_of
from cimscore.wire import Hint, notifier_hints, profession_hints, to_plain

_JUDGE = "Whether any of it identifies anyone is for a person to judge; a text without hints may still do so."
_PROTECTED = (
    "PROTECTED: where the texts may tell who the notifier is. Treat this list as you treat the notifier's name: "
    "do not file or forward it."
)


def _options(parser: argparse.ArgumentParser) -> None:
    add_case(parser)
    parser.add_argument(
        "--notifier-leaks",
        action="store_true",
        help="also look in the texts for what tells who the notifier is; what is printed then is protected",
    )
    add_json(parser)


def _run(arguments: argparse.Namespace) -> Exit:
    opened = open_case(arguments)
    words = vocabulary_of(opened.rulebook)
    professions = profession_hints(opened.case, words)
    protected = notifier_hints(opened.case, words) if arguments.notifier_leaks else None
    if arguments.json:
        plain = {"case": opened.case.id, "holds": _counts(opened.case), "profession_hints": to_plain(professions)}
        show_json(plain if protected is None else {**plain, "protected": to_plain(protected)})
    else:
        show(_page(opened, professions, protected))
    return Exit.DONE


def _counts(case: Case) -> dict[str, int]:
    """Return the number of entries in each section of the document."""
    fields = [field.name for field in attrs.fields(Case)]
    return {name: len(getattr(case, name)) for name in fields if isinstance(getattr(case, name), tuple)}


def _page(opened: Opened, professions: Iterable[Hint], protected: Iterable[Hint] | None) -> TextPage:
    page = TextPage()
    page.line(f"Case {opened.case.id} can be read: nothing in it is wrong.")
    page.line(", ".join(f"{name} {count}" for name, count in _counts(opened.case).items()), 1)
    page.blank()
    page.line("Words of a profession, which could point to a notifier:")
    _hints(page, professions)
    if protected is not None:
        page.blank()
        page.line(_PROTECTED)
        _hints(page, protected)
    page.blank()
    page.line(_JUDGE)
    return page


def _hints(page: TextPage, hints: Iterable[Hint]) -> None:
    found = tuple(hints)
    for hint in found:
        page.line(f"{hint.where}: {hint.kind}", 1, mark="-")
    if not found:
        page.line("none found", 1)


COMMAND = Command(
    teaches="Every mistake in the document is reported at once, with exit code 4. For a document without mistakes, the "
    "places where a free text uses the words of a profession are listed. The notifier plays no part in that, unless "
    "--notifier-leaks is given: then the places where a text may tell who the notifier is are listed too, and that "
    "list is protected as the notifier is. It names places and kinds, never what stands there, and every text that "
    "names a person of the case, so that it does not tell whether one of them is the notifier. Hints never make a "
    "check fail.",
    example="cimscore check examples/two-homes.yaml",
    options=_options,
    run=_run,
)
