"""``cimscore site generate``: the pages about the installed programs, as plain Markdown."""

from __future__ import annotations

import argparse
import gc
from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml

from cimscore.case import discreet
from cimscore.cli.command import Command
from cimscore.cli.exits import Exit
from cimscore.cli.inputs import with_progress
from cimscore.cli.loading import ends, load_rulebook
from cimscore.cli.options import add_day, add_programs, add_sign_offs
from cimscore.cli.output import OutputError, show
from cimscore.cli.tracing import add_tests, writing
from cimscore.packing import example_document, form_script, packed
from cimscore.publishing.pages import Book, ShownExample, shown_of, site_pages, stale_pages, write_pages
from cimscore.rulebook import Rulebook, WorkedExample
from cimscore.traceability import RecordedTest, build_trace, load_upkeep, read_tests
from cimscore.traceability.reviews.signed import load_sign_offs
from cimscore.traceability.sources import HeldSources, hold_sources
from cimscore.traceability.worlds.worlds import worlds_around
from cimscore.wire import load_examples, write_case


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=("generate",), help="what to do")
    parser.add_argument("--out", metavar="DIR", required=True, type=Path, help="the folder that receives the pages")
    add_programs(parser, "publish this program only; may be given several times (default: every installed program)")
    add_day(parser)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; fail where a page differs from what is there"
    )
    parser.add_argument(
        "--sources", metavar="DIR", type=Path,
        help="the policy texts, to show the source's own words beside our reading and to mark what has drifted",
    )  # fmt: skip
    parser.add_argument(
        "--hold", metavar="DIR", type=Path,
        help="the policy texts, to hold every passage against and to say so with the date; their words are not shown",
    )  # fmt: skip
    add_sign_offs(parser)
    add_tests(parser)
    parser.add_argument(
        "--more-tests", metavar="FILE", type=Path,
        help="what was recorded of tests beside the programs' own: those that exercise a rule are shown too",
    )  # fmt: skip
    parser.add_argument(
        "--try-it", metavar="FOLDER", nargs="?", type=Path, const=Path("node_modules/pyodide"),
        help="pages on which a reader decides a case of their own: packs the rules of every installed program with "
        "Pyodide from this folder (default: node_modules/pyodide)",
    )  # fmt: skip
    parser.add_argument(
        "--without-worlds", action="store_true",
        help="tell the outcomes from the worked examples alone, which is quicker: for a preview while writing",
    )  # fmt: skip


def _run(arguments: argparse.Namespace) -> Exit:
    if arguments.out.exists() and not arguments.out.is_dir():
        raise OutputError(str(arguments.out), "it is a file", "Name a folder.")
    rulebook = load_rulebook()
    gc.freeze()  # thousands of cases are decided: the collector need not look through the rulebook again for each
    texts = arguments.sources or arguments.hold
    held = hold_sources(rulebook, texts) if texts else None
    book = _book(arguments, rulebook, held)
    pages = site_pages(book)
    lacking = _lacking(book, held)
    show("".join(f"{line}\n" for line in lacking))
    if not arguments.check:
        with writing(str(arguments.out)):
            write_pages(pages, arguments.out)
        show(f"{len(pages)} pages in {arguments.out}\n")
        return ends(right=not lacking, rulebook=rulebook, programs=arguments.programs)
    stale = stale_pages(pages, arguments.out)
    show("".join(f"{line}\n" for line in stale) or f"{arguments.out} is as it would be generated.\n")
    return ends(right=not (stale or lacking), rulebook=rulebook, programs=arguments.programs)


def _book(arguments: argparse.Namespace, rulebook: Rulebook, held: HeldSources | None) -> Book:
    programs = tuple(rulebook.program(id).id for id in dict.fromkeys(arguments.programs or rulebook.programs))
    examples = {id: load_examples(rulebook, id) for id in programs}
    kept = load_upkeep(rulebook)
    trace = build_trace(
        rulebook,
        _tests(arguments),
        [example for those in examples.values() for example in those],
        kept.reviews,
        read=kept.read,
        justifications=kept.justifications,
        drifts=held.drifts if held else (),
    )
    shown = (
        _shown(id, example, rulebook, worlds=not arguments.without_worlds)
        for id, those in examples.items()
        for example in with_progress(those, id)
    )
    shows = held if arguments.sources else None
    words = {id: shows.words_of(clause) for id, clause in rulebook.clauses.items()} if shows else {}
    return Book(
        rulebook=rulebook, trace=trace, programs=programs, on=arguments.on, shown=tuple(shown), words=words, held=held,
        words_in=_by_edition(rulebook, shows) if shows else {},
        signed=load_sign_offs(rulebook, arguments.sign_offs),
        scripts=_packed(arguments.try_it, rulebook, examples) if arguments.try_it else {},
    )  # fmt: skip


def _packed(engine: Path, rulebook: Rulebook, examples: Mapping[str, Sequence[WorkedExample]]) -> Mapping[str, str]:
    """Return the rules packed for a browser, and say how large they are."""
    made = packed(engine, [example_document(those[0]) for those in examples.values() if those])
    show(f"{made.size / 1_000_000:.1f} MB of rules for the browser: {made.told}\n")
    return {**made.scripts, **{f"{id}.js": form_script(rulebook, id, those) for id, those in examples.items()}}


def _tests(arguments: argparse.Namespace) -> tuple[RecordedTest, ...]:
    """Return the recorded tests: the programs' own, and of the others those that exercise a rule."""
    own = read_tests(arguments.tests) if arguments.tests else ()
    others = read_tests(arguments.more_tests) if arguments.more_tests else ()
    return (*own, *(test for test in others if test.exercised))


def _by_edition(rulebook: Rulebook, held: HeldSources) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the source's words for each clause in each edition in which it stands."""
    every = ((clause, edition) for clause in rulebook.clauses.values() for edition in clause.editions)
    return {(clause.id, edition): held.words_for(clause, clause.in_edition(edition)) for clause, edition in every}


def _lacking(book: Book, held: HeldSources | None) -> list[str]:
    """Return the promised documents that are missing. Their clauses are shown without the source's own words."""
    matches = held.matches if held else ()
    return [
        f"{match.source}: {match.why}; its pages are made without the source's own words, and nothing of it is checked."
        for match in matches
        if match.source in book.sources and not match.file
    ]


def _shown(program: str, example: WorkedExample, rulebook: Rulebook, *, worlds: bool) -> ShownExample:
    """Return an example with its decisions. Its document is written anew from the case, without the notifier."""
    document = yaml.safe_dump(write_case(discreet(example.case)), sort_keys=False, allow_unicode=True, width=100)
    around = tuple(worlds_around(example, rulebook)) if worlds else ()
    return shown_of(program, example, rulebook, document, around)


COMMAND = Command(
    teaches="Writes a page for every clause, conclusion, question, table, worked example and outcome, with lists, "
    "coverage and sign-off sheets, as plain Markdown that any site builder reads. The same programs give the same "
    "bytes.",
    example="cimscore site generate --out build/pages",
    options=_options,
    run=_run,
)
