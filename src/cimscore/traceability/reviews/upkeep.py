"""The files in which a program keeps who has read its rules, and why something may be missing.

They stand in ``policy/upkeep/`` beside the program's modules: ``reviews.toml``, written by ``cimscore trace clear``,
``clause-reviews.toml``, written by ``cimscore trace read``, and ``justifications.toml``, written by hand. Each may be
left out.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import attrs

from cimscore.errors import Problem, RecordError
from cimscore.policy.fields import Fields
from cimscore.rulebook import InstalledProgram, Rulebook
from cimscore.traceability.reviews.clause_reviews import ClauseReview, Reader
from cimscore.traceability.reviews.justifications import Gap, Justification
from cimscore.traceability.reviews.kept import quoted, tables_in, write_kept
from cimscore.traceability.reviews.reviews import Pin, Review, WholeReading

REVIEWS: Final = "reviews.toml"
CLAUSE_REVIEWS: Final = "clause-reviews.toml"
JUSTIFICATIONS: Final = "justifications.toml"


@attrs.frozen(kw_only=True)
class Upkeep:
    """Records that the programs keep beside their rules.

    Attributes:
        reviews: Last review of each rule, sorted by rule.
        read: Who has held each clause against its source, sorted by clause.
        justifications: Reasons for missing things, in the order of the files.
    """

    reviews: tuple[Review, ...] = ()
    read: tuple[ClauseReview, ...] = ()
    justifications: tuple[Justification, ...] = ()


def upkeep_folder(program: InstalledProgram) -> Path | None:
    """Return the folder where a program keeps these files; None if its modules are not files."""
    # A program whose clauses are still being read has no rule yet, and keeps who has read them.
    modules = sorted({rule.written.module for rule in program.rules}) or [program.declared.package]
    file = getattr(sys.modules.get(modules[0].partition(".")[0]), "__file__", None)
    return Path(file).parent / "policy" / "upkeep" if file else None


def load_upkeep(rulebook: Rulebook) -> Upkeep:
    """Return the records of every program of a rulebook.

    Raises:
        RecordError: A file cannot be read as it stands; every problem of every file at once.
    """
    folders = [upkeep_folder(program) for program in rulebook.programs.values()]
    return read_upkeep(dict.fromkeys(folder for folder in folders if folder))


def read_upkeep(folders: Iterable[Path]) -> Upkeep:
    """Return what these folders keep; nothing if a file is left out.

    Raises:
        RecordError: A file cannot be read as it stands; every problem of every file at once.
    """
    problems: list[Problem] = []
    reviews: list[Review] = []
    read: list[ClauseReview] = []
    justifications: list[Justification] = []
    for folder in folders:
        read += (_clause_review(table) for table in tables_in(folder / CLAUSE_REVIEWS, "review", problems))
        reviews += (_review(table) for table in tables_in(folder / REVIEWS, "review", problems))
        given = tables_in(folder / JUSTIFICATIONS, "justification", problems)
        justifications += (_justification(table) for table in given)
    if problems:
        raise RecordError(problems, where="the files on the upkeep of rules")
    return Upkeep(
        reviews=tuple(sorted(reviews, key=lambda review: review.rule)),
        read=tuple(sorted(read)),
        justifications=tuple(justifications),
    )


def write_reviews(folder: Path, reviews: Iterable[Review]) -> Path:
    """Write a program's reviews, sorted by rule, and give the file written."""
    head = "Who last read each rule against its clauses. Written by `cimscore trace clear`: do not edit."
    return write_kept(folder / REVIEWS, head, map(_written, sorted(reviews, key=lambda review: review.rule)))


def write_clause_reviews(folder: Path, reviews: Iterable[ClauseReview]) -> Path:
    """Write a program's reviews of clauses, sorted by clause, and give the file written."""
    head = "Who has held each clause against its source. Written by `cimscore trace read`: do not edit."
    return write_kept(folder / CLAUSE_REVIEWS, head, map(_clause_review_written, sorted(reviews)))


def _review(fields: Fields) -> Review:
    rule = fields.required("rule", str)
    fields.where = f"{REVIEWS}: {rule}"
    return Review(
        rule=rule,
        digest=fields.required("digest", str),
        clauses=tuple(_pin(pin) for pin in fields.tables("clauses")),
        by=fields.required("by", str),
        on=fields.required("on", dt.date),
        why=fields.required("why", str),
        whole=_whole(fields.table("whole")),
    )


def _whole(fields: Fields | None) -> WholeReading | None:
    if fields is None:
        return None
    whole = WholeReading(
        by=fields.required("by", str), on=fields.required("on", dt.date), why=fields.required("why", str)
    )
    fields.close()
    return whole


def _clause_review(fields: Fields) -> ClauseReview:
    if "reader" not in fields:
        fields.required("reader", str)
    pin = _pin_in(fields)
    fields.where = f"{CLAUSE_REVIEWS}: {pin.clause}"
    return ClauseReview(
        pin=pin,
        reader=fields.word("reader", Reader) or Reader.FIRST,
        by=fields.required("by", str),
        on=fields.required("on", dt.date),
        remark=fields.optional("remark", str) or "",
    )


def _pin(fields: Fields) -> Pin:
    pin = _pin_in(fields)
    fields.close()
    return pin


def _pin_in(fields: Fields) -> Pin:
    return Pin(
        clause=fields.required("clause", str),
        source=fields.optional("source", str) or "",
        statement=fields.required("statement", str),
    )


def _justification(fields: Fields) -> Justification:
    if "list" not in fields:
        fields.required("list", str)
    because = " ".join(fields.required("because", str).split())
    about = fields.texts("about")
    for key, value in (("because", because), ("about", about)):
        if not value and key in fields:
            fields.problem(key, "nothing", "the reason" if key == "because" else "ids, or patterns with *")
    return Justification(gap=fields.word("list", Gap) or Gap.CLAUSES_WITHOUT_RULES, about=about, because=because)


def _written(review: Review) -> Iterator[str]:
    yield "[[review]]"
    yield f"rule = {quoted(review.rule)}"
    yield f"digest = {quoted(review.digest)}"
    yield f"by = {quoted(review.by)}"
    yield f"on = {review.on.isoformat()}"
    yield f"why = {quoted(review.why)}"
    if review.whole:
        whole = review.whole
        yield f"whole = {{by = {quoted(whole.by)}, on = {whole.on.isoformat()}, why = {quoted(whole.why)}}}"
    yield "clauses = ["
    for pin in review.clauses:
        source = f"source = {quoted(pin.source)}, " if pin.source else ""
        yield f"    {{clause = {quoted(pin.clause)}, {source}statement = {quoted(pin.statement)}}},"
    yield "]"


def _clause_review_written(review: ClauseReview) -> Iterator[str]:
    yield "[[review]]"
    yield f"clause = {quoted(review.pin.clause)}"
    if review.pin.source:
        yield f"source = {quoted(review.pin.source)}"
    yield f"statement = {quoted(review.pin.statement)}"
    yield f"reader = {quoted(review.reader.value)}"
    yield f"by = {quoted(review.by)}"
    yield f"on = {review.on.isoformat()}"
    if review.remark:
        yield f"remark = {quoted(review.remark)}"
