"""Coverage: what became of every clause, and the lists that are empty or give a reason for every entry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cimscore.policy import Disposition
from cimscore.publishing.pages.book.book import Book
from cimscore.publishing.pages.clauses.passages import accounted
from cimscore.publishing.pages.downloads import has_workbook
from cimscore.publishing.pages.paper import places
from cimscore.publishing.pages.paper.markdown import Page, Sheet, bullets, count, figure, plain, table
from cimscore.publishing.pages.parts import shared
from cimscore.publishing.pages.parts.signed import signed_in_words
from cimscore.publishing.pages.standing.figures import coverage_bar
from cimscore.publishing.pages.standing.force import program_band
from cimscore.publishing.pages.standing.standing import BECAME, badge, in_force
from cimscore.rules.english.nouns import listed_words
from cimscore.traceability.reports.coverage import Coverage, ListedGap, coverage_of
from cimscore.traceability.reports.currency import Currency, coverage_by_edition
from cimscore.traceability.reviews.justifications import Gap
from cimscore.traceability.trace.model import TracedClause, TracedProgram, TracedSource

_LISTS: Final = {
    Gap.CLAUSES_WITHOUT_RULES: "Clauses that rules should carry out, and none does",
    Gap.RULES_WITHOUT_CLAUSES: "Rules that rest on no clause",
    Gap.RULES_WITHOUT_REVIEWS: "Rules that nobody is recorded as having read against their clauses",
    Gap.RULES_WITHOUT_TESTS: "Rules that no test exercises",
    Gap.TESTS_WITHOUT_RULES: "Tests that exercise no rule",
    Gap.CLAUSES_WITHOUT_QUESTIONS: "Clauses left to a person, without a question that asks them",
    Gap.CLAUSES_WITHOUT_EXAMPLES: "Clauses carried out by rules, without a worked example",
    Gap.TIMES_WITHOUT_CLOCKS: "Clauses that set a time, without a clock that counts it",
    Gap.CLAUSES_TO_READ: "Clauses that nobody has read yet",
    Gap.CLAUSES_NOT_READ_TWICE: "Clauses that the authors have not read twice against their source",
    Gap.CLAUSES_TO_REWORD: "Clauses that cannot be read by themselves",
}

_MOST_ENTRIES: Final = 200
"""A list with more clauses than this names chapters with numbers: nobody reads a thousand numbers one by one."""


def coverage_pages(book: Book) -> Iterator[Page]:
    """Yield the coverage of all programs together, and of each."""
    sheet = Sheet(places.COVERAGE, "Coverage", find=None)
    sheet.add(shared.trail(sheet))
    sheet.add(
        "Nothing is left out in silence: every clause is carried out by rules, as a whole or in part, left to a"
        " person, guidance, or out of scope for a stated reason."
    )
    for program in book.published:
        sheet.heading(2, program.title)
        sheet.add(*summary(book, program))
        sheet.add(sheet.link(f"Coverage of {program.title}, chapter by chapter", places.coverage(program.id)))
    sheet.heading(2, "Tests that exercise no rule")
    loose = [entry for entry in coverage_of(book.trace).of(Gap.TESTS_WITHOUT_RULES) if not entry.program]
    sheet.add(_tests_alone(loose) or "None.")
    yield sheet.page
    yield from (_program(book, program) for program in book.published)


def _tests_alone(entries: list[ListedGap]) -> str:
    """Return the number of tests for each reason. Tests of the engine itself exercise no rule and are many."""
    reasons = list(dict.fromkeys(entry.because for entry in entries))
    return bullets(
        f"{count(sum(entry.because == because for entry in entries), 'test')}: {plain(because) or _no_reason()}"
        for because in reasons
    )


def summary(book: Book, program: TracedProgram) -> tuple[str, ...]:
    """Return a program's coverage as a picture, as words with numbers, and what is amiss."""
    coverage = coverage_of(book.trace, program.id)
    return (
        program_band(book, program),
        *_picture(program, coverage),
        plain(_in_words(book, program, dict(coverage.dispositions))),
        signed_in_words(book, program),
        _not_held(book, program),
        _amiss(coverage),
    )


def in_brief(book: Book, program: TracedProgram) -> tuple[str, ...]:
    """Return the same in brief: if it is in force, the picture with its key, and what is amiss."""
    coverage = coverage_of(book.trace, program.id)
    return program_band(book, program), *_picture(program, coverage), _amiss(coverage)


def _picture(program: TracedProgram, coverage: Coverage) -> tuple[str, str]:
    """Return what became of its clauses as a bar, and the bar's key with the numbers."""
    counts = dict(coverage.dispositions)
    bar = coverage_bar(f"coverage-{program.id}", program.title, counts)
    key = " ".join(_counted(kind, number) for kind, number in counts.items() if number)
    return figure(bar, f"Coverage of {program.title}", wide=False), key


def _counted(kind: Disposition, number: int) -> str:
    shape, words = BECAME[kind]
    return badge(shape, f"{words}: {number}", kind.name.lower().replace("_", "-"))


def _in_words(book: Book, program: TracedProgram, counts: dict[Disposition, int]) -> str:
    clauses = book.part_of(program.id, book.clauses)
    rules = book.part_of(program.id, book.rules)
    tests = {id for rule in rules for id in rule.tests}
    passed = sum(book.tests[id].result == "passed" for id in tests)
    encoded = [clause for clause in clauses if clause.disposition.by_rules]
    shown = sum(bool(clause.examples) for clause in encoded)
    tested = (
        f"{passed} of {count(len(tests), 'test')} passed when last run" if tests else "no run of the tests is recorded"
    )
    part = counts[Disposition.ENCODED_IN_PART]
    unread = counts.get(Disposition.TO_DO, 0)
    to_do = f"; {unread} are not read yet" if unread else ""
    in_part = f", {part} of them in part" if part else ""
    carried = f"{len(encoded)} are carried out by {count(len(rules), 'rule')}{in_part}"
    others = (
        (Disposition.LEFT_TO_A_PERSON, "left to a person"),
        (Disposition.GUIDANCE, "guidance"),
        (Disposition.OUT_OF_SCOPE, "out of scope"),
    )
    rest = (f"{counts[kind]} {'are' if counts[kind] > 1 else 'is'} {words}" for kind, words in others if counts[kind])
    told = listed_words([carried, *rest])
    return (
        f"Of {count(len(clauses), 'clause')}, {told}{to_do}. "
        f"{shown} of those carried out have a worked example; {tested}."
    )


def _not_held(book: Book, program: TracedProgram) -> str:
    """Return the number of clauses from documents that are not held. Nothing checks these against the source."""
    apart = [clause for clause in book.part_of(program.id, book.clauses) if not book.sources[clause.source].held]
    documents = len({clause.source for clause in apart})
    if not apart:
        return ""
    rest = f"{len(apart)} of them rest on {count(documents, 'document')} not at hand"
    return f"{rest}: they are known from elsewhere, and no passage of the source is held against them."


def edition_rows(book: Book, program: TracedProgram) -> str:
    """Return the coverage of the clauses edition by edition, those in force first."""
    found = coverage_by_edition(book.trace, program.id, book.on)
    kinds = _kinds(book.part_of(program.id, book.clauses))
    heads = ("Edition", "Now", "Clauses", *_heads(kinds))
    titles = {source.id: source for source in book.sources.values()}
    rows = [
        (
            f"{plain(titles[covered.source].title)}: {plain(_edition_title(titles[covered.source], covered.edition))}",
            f"{in_force(Currency(force=covered.force))}{'' if covered.held else ' not held'}",
            str(covered.clauses or "none here"),
            *(str(dict(covered.dispositions)[kind] or "–") for kind in kinds),
        )
        for covered in found
    ]
    return table(heads, rows)


def _edition_title(source: TracedSource, id: str) -> str:
    return next(edition.title for edition in source.editions if edition.id == id)


def _amiss(coverage: Coverage) -> str:
    open_ = [entry for entry in coverage.unjustified if entry.gap is not Gap.TESTS_WITHOUT_RULES]
    if not open_:
        return f"{badge('✓', 'Nothing is missing without a reason', 'in-step')}"
    return f"{badge('◌', f'{len(open_)} missing without a reason', 'gap')}"


def _program(book: Book, program: TracedProgram) -> Page:
    sheet = Sheet(places.coverage(program.id), f"Coverage of {program.title}", kind="Coverage", find=None)
    sheet.add(shared.trail(sheet, ("Coverage", places.COVERAGE), (program.title, places.program(program.id))))
    sheet.add(*summary(book, program))
    sheet.section("Edition by edition", edition_rows(book, program))
    kinds = _kinds(book.part_of(program.id, book.clauses))
    heads = ("Chapter", *_heads(kinds), "With an example")
    sources = book.part_of(program.id, book.sources)
    rows = [row for source in sources for row in _source_rows(sheet, book, source.id, kinds)]
    sheet.section("Chapter by chapter", table(heads, rows))
    sheet.section(
        "Every passage of its documents", bullets(_accounted(sheet, book, source) for source in sources if source.held)
    )
    sheet.section("Clauses that no test exercises but through worked examples", _only_examples(sheet, book, program))
    sheet.section("To take along", taken_along(sheet))
    sheet.section("Carried out in part, and what is missing", _in_part(sheet, book, program))
    coverage = coverage_of(book.trace, program.id)
    sheet.heading(2, "The lists that should be empty")
    sheet.add("Each is empty, or gives a reason for every entry; anything else fails the checks of a merge.")
    for gap, words in _LISTS.items():
        if gap is not Gap.TESTS_WITHOUT_RULES:
            sheet.heading(3, words).add(_entries(sheet, book, coverage.of(gap, program.id)) or "None.")
    sheet.heading(3, _LISTS[Gap.TESTS_WITHOUT_RULES])
    return sheet.add(f"These belong to no program: see {sheet.link('coverage of all programs', places.COVERAGE)}.").page


def _accounted(sheet: Sheet, book: Book, source: TracedSource) -> str:
    return f"{sheet.link(source.title, places.passages(source.id))}: {plain(accounted(book, source))}"


def taken_along(sheet: Sheet) -> str:
    """Return the files to take along."""
    tables = "everything traced as one document (trace.json), and a table for each program (CSV), in one ZIP"
    links = [sheet.link(tables, places.TRACE)]
    links += [sheet.link("the same as a workbook (XLSX)", places.WORKBOOK)] if has_workbook() else []
    return bullets(links)


def _only_examples(sheet: Sheet, book: Book, program: TracedProgram) -> str:
    """Return the clauses carried out by rules of which no test knows but those that decide a worked example."""
    if not book.tests:
        return ""
    own = [clause for clause in book.part_of(program.id, book.clauses) if clause.disposition.by_rules]
    found = [clause for clause in own if all(map(_of_examples, clause.tests))]
    chapters: dict[str, list[TracedClause]] = {}
    for clause in found:
        chapters.setdefault(book.chapter_of[clause.id].heading, []).append(clause)
    lines = (f"{plain(heading)}: {shared.clause_numbers(sheet, those)}" for heading, those in chapters.items())
    return "\n\n".join([f"{len(found)} of {count(len(own), 'clause')}.", bullets(lines)] if found else ["None."])


def _of_examples(test: str) -> bool:
    """Return True for a test that decides a worked example and compares it with what it expects."""
    return test.partition("::")[0].endswith("_examples.py")


def _in_part(sheet: Sheet, book: Book, program: TracedProgram) -> str:
    clauses = book.part_of(program.id, book.clauses)
    return bullets(
        f"{shared.clause_link(sheet, clause)}: {plain(clause.missing)}" for clause in clauses if clause.missing
    )


def _kinds(clauses: Sequence[TracedClause]) -> list[Disposition]:
    """Return what can become of a clause; that it is not read yet only where one is not."""
    to_do = any(clause.disposition is Disposition.TO_DO for clause in clauses)
    return [kind for kind in BECAME if to_do or kind is not Disposition.TO_DO]


def _heads(kinds: Sequence[Disposition]) -> tuple[str, ...]:
    return tuple(f"{BECAME[kind][0]} {BECAME[kind][1]}" for kind in kinds)


def _source_rows(sheet: Sheet, book: Book, source: str, kinds: Sequence[Disposition]) -> Iterator[tuple[str, ...]]:
    """Yield the totals of a document, then its chapters."""
    chapters = book.chapters[source]
    every = [clause for chapter in chapters for clause in chapter.clauses]
    yield (
        f"**{sheet.link(book.sources[source].title, places.source(source))}**",
        *(f"**{number}**" for number in _numbers(every, kinds)),
    )
    for chapter in chapters:
        yield (sheet.link(chapter.heading, places.chapter(source, chapter.slug)), *_numbers(chapter.clauses, kinds))


def _numbers(clauses: Sequence[TracedClause], kinds: Sequence[Disposition]) -> tuple[str, ...]:
    numbers = [sum(clause.disposition is kind for clause in clauses) for kind in kinds]
    encoded = [clause for clause in clauses if clause.disposition.by_rules]
    shown = f"{sum(bool(clause.examples) for clause in encoded)} of {len(encoded)}" if encoded else "–"
    return (*(str(number or "–") for number in numbers), shown)


def _entries(sheet: Sheet, book: Book, entries: tuple[ListedGap, ...]) -> str:
    """Return the entries by their reason, since many may share one; clauses by the chapter they stand in."""
    lines = []
    for because in dict.fromkeys(entry.because for entry in entries):
        ids = [entry.id for entry in entries if entry.because == because]
        lines.append(f"{len(ids)}: {plain(because) or _no_reason()}")
        lines += [f"    {line}" for line in _by_chapter(sheet, book, ids)]
    return "\n".join(f"{line[: -len(line.lstrip())]}- {line.lstrip()}" for line in lines)


def _by_chapter(sheet: Sheet, book: Book, ids: Sequence[str]) -> Iterator[str]:
    held: dict[str, list[TracedClause]] = {}
    rules = [book.rules[id] for id in ids if id in book.rules]
    if len(rules) > shared.MOST_RULES:
        yield from shared.in_brief(sheet, book, rules)
        return
    for id in ids:
        if id in book.clauses:
            held.setdefault(book.chapter_of[id].heading, []).append(book.clauses[id])
        else:
            yield shared.named(sheet, book, id)
    if sum(map(len, held.values())) > _MOST_ENTRIES:
        yield from (
            f"{_chapter_link(sheet, book, clauses)}: {count(len(clauses), 'clause')}" for clauses in held.values()
        )
        return
    yield from (f"{plain(heading)}: {shared.clause_numbers(sheet, clauses)}" for heading, clauses in held.items())


def _chapter_link(sheet: Sheet, book: Book, clauses: Sequence[TracedClause]) -> str:
    """Return a link to the chapter of some clauses, whose page names each."""
    chapter = book.chapter_of[clauses[0].id]
    return sheet.link(chapter.heading, places.chapter(chapter.source, chapter.slug))


def _no_reason() -> str:
    return badge("◌", "no reason is recorded", "gap")
