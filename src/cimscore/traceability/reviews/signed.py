"""Sign-offs: who of a department has read a clause and agrees, or asks for a change, and what the clause said then."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import attrs

from cimscore.errors import CimsError, Problem, RecordError, UnknownNameError
from cimscore.ids import did_you_mean
from cimscore.policy import Clause, clause_digest
from cimscore.policy.fields import Fields
from cimscore.rulebook import Rulebook
from cimscore.traceability.reviews.justifications import is_like
from cimscore.traceability.reviews.kept import quoted, tables_in, write_kept
from cimscore.traceability.reviews.upkeep import upkeep_folder

SIGN_OFFS: Final = "sign-offs.toml"


class NoSignOffsError(CimsError):
    """The folder named for sign-offs is not there: name the one that has them."""


class UnsignedError(CimsError):
    """A sign-off was to be recorded without a name, a role, a clause, or what should change: give it."""


@attrs.frozen(kw_only=True, order=True)
class SignOff:
    """Statement of one person about one clause.

    Attributes:
        clause: The clause's id.
        digest: The clause's digest then: of our words in each edition, and of the source's own passages.
        name: Who has read it.
        role: Their position.
        on: The day.
        agrees: Whether our reading is right; False where a change is asked for.
        remark: What they wrote beside it; never empty where a change is asked for.
        readings: The reading that they ticked of each unclear point, as ``program/point=reading``.
    """

    clause: str
    digest: str
    name: str
    role: str
    on: dt.date
    agrees: bool = True
    remark: str = ""
    readings: tuple[str, ...] = ()

    def is_stale(self, clause: Clause | None) -> bool:
        """Return True if the clause is no longer what was signed, or no longer there."""
        return clause is None or clause_digest(clause) != self.digest

    def in_words(self, clause: Clause | None) -> str:
        """Return what was said, by whom and when, and whether it still holds, as one sentence or two."""
        says = "agrees" if self.agrees else "asks for a change"
        said = f"{self.name}, {self.role}, {says} ({self.on.isoformat()})"
        remark = f": {self.remark.removesuffix('.')}" if self.remark else ""
        ticked = f" Ticked: {', '.join(self.readings)}." if self.readings else ""
        stale = " The clause has changed since: it is to be signed again." if self.is_stale(clause) else ""
        return f"{said}{remark}.{ticked}{stale}"


def signed(
    rulebook: Rulebook, patterns: Iterable[str], *, name: str, role: str, on: dt.date, agrees: bool = True,
    remark: str = "", readings: Iterable[str] = (),
) -> tuple[SignOff, ...]:  # fmt: skip
    """Return the sign-off of each clause that is named, as the clause is now.

    Args:
        rulebook: The programs.
        patterns: Ids of clauses; ``*`` stands for any letters, as in ``qld/approve/*``.
        name: Who has read them.
        role: Their position.
        on: The day.
        agrees: False where a change is asked for.
        remark: What they wrote beside it.
        readings: What they ticked, as ``program/point=reading``; kept with the clauses that have a part in the point.

    Raises:
        UnknownNameError: There is no such clause, unclear point or reading.
        UnsignedError: A name, a role, a clause, or what should change is missing.
    """
    name, role, remark = (" ".join(text.split()) for text in (name, role, remark))
    if not name or not role:
        raise UnsignedError("A sign-off has a name and a role. Give --name 'Kim Example' --role 'Policy manager'.")
    if not agrees and not remark:
        raise UnsignedError("Whoever asks for a change says which. Give --remark with what should be different.")
    ticked = tuple(_ticked(rulebook, reading) for reading in readings)
    ids = sorted({clause for pattern in patterns for clause in _clauses(rulebook, pattern)})
    if not ids:
        raise UnsignedError(
            "No clause was named. Name one, such as qld/approve/5-day, or a chapter as 'qld/approve/*'."
        )
    return tuple(
        SignOff(
            clause=clause, digest=clause_digest(rulebook.clauses[clause]), name=name, role=role, on=on, agrees=agrees,
            remark=remark, readings=tuple(text for text, clauses in ticked if clause in clauses),
        )
        for clause in ids
    )  # fmt: skip


def _clauses(rulebook: Rulebook, pattern: str) -> list[str]:
    found = [clause for clause in rulebook.clauses if is_like(clause, pattern)]
    if not found:
        raise UnknownNameError("clause", pattern, rulebook.clauses, did_you_mean(pattern, rulebook.clauses))
    return found


def _ticked(rulebook: Rulebook, text: str) -> tuple[str, tuple[str, ...]]:
    name, _, value = text.partition("=")
    point = rulebook.readings.get(name)
    if point is None:
        raise UnknownNameError("unclear point", name, rulebook.readings, did_you_mean(name, rulebook.readings))
    values = [str(reading) for reading in point.readings]
    if value not in values:
        raise UnknownNameError(f"reading of {name}", value, values, did_you_mean(value, values))
    return text, tuple(point.clauses)


def load_sign_offs(rulebook: Rulebook, folder: Path | None = None) -> dict[str, tuple[SignOff, ...]]:
    """Return the sign-offs of each clause, the newest first: those in a folder, and those beside the programs.

    Raises:
        NoSignOffsError: The folder is not there.
        RecordError: A file cannot be read as it stands.
    """
    if folder and not folder.is_dir():
        raise NoSignOffsError(
            f"{folder} is not a folder. Name the one with your {SIGN_OFFS}, or none for the programs' own."
        )
    folders = dict.fromkeys([folder, *(upkeep_folder(program) for program in rulebook.programs.values())])
    every = {sign_off for folder in folders if folder for sign_off in read_sign_offs(folder)}
    ordered = sorted(
        sorted(every, key=lambda sign_off: (sign_off.name, sign_off.role)),
        key=lambda sign_off: sign_off.on,
        reverse=True,
    )
    clauses = dict.fromkeys(sign_off.clause for sign_off in sorted(every))
    return {clause: tuple(sign_off for sign_off in ordered if sign_off.clause == clause) for clause in clauses}


def read_sign_offs(folder: Path) -> tuple[SignOff, ...]:
    """Return the sign-offs in a folder; none where it has no such file.

    Raises:
        RecordError: The file cannot be read as it stands.
    """
    problems: list[Problem] = []
    found = tuple(_sign_off(table) for table in tables_in(folder / SIGN_OFFS, "sign-off", problems))
    if problems:
        raise RecordError(problems, where="the sign-offs")
    return found


def write_sign_offs(folder: Path, sign_offs: Iterable[SignOff]) -> Path:
    """Write sign-offs, sorted by clause, day and name, each once, and return the file."""
    head = "Who of the department has read which clause. Written by `cimscore sign-off record`: do not edit."
    ordered = sorted(set(sign_offs), key=lambda sign_off: (sign_off.clause, sign_off.on, sign_off.name, sign_off))
    return write_kept(folder / SIGN_OFFS, head, map(_written, ordered))


def _sign_off(fields: Fields) -> SignOff:
    return SignOff(
        clause=fields.required("clause", str),
        digest=fields.required("digest", str),
        name=fields.required("name", str),
        role=fields.required("role", str),
        on=fields.required("on", dt.date),
        agrees=fields.required("agrees", bool),
        remark=fields.optional("remark", str) or "",
        readings=fields.texts("readings"),
    )


def _written(sign_off: SignOff) -> Iterator[str]:
    yield "[[sign-off]]"
    texts = {"clause": sign_off.clause, "digest": sign_off.digest, "name": sign_off.name, "role": sign_off.role}
    yield from (f"{key} = {quoted(value)}" for key, value in texts.items())
    yield f"on = {sign_off.on.isoformat()}"
    yield f"agrees = {'true' if sign_off.agrees else 'false'}"
    yield from (f"remark = {quoted(sign_off.remark)}",) if sign_off.remark else ()
    yield from (f"readings = [{', '.join(map(quoted, sign_off.readings))}]",) if sign_off.readings else ()
