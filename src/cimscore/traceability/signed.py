"""Sign-offs: who of a department has read a clause and agrees, or asks for a change, and what the clause said then."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import attrs

from cimscore.errors import CimsError, Problem, RulebookError, UnknownNameError
from cimscore.ids import did_you_mean
from cimscore.policy import Clause, clause_digest
from cimscore.policy.fields import Fields
from cimscore.rulebook import Rulebook
from cimscore.traceability.justifications import is_like
from cimscore.traceability.upkeep import upkeep_folder

SIGN_OFFS: Final = "sign-offs.toml"


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
    ids = sorted({id for pattern in patterns for id in _clauses(rulebook, pattern)})
    if not ids:
        raise UnsignedError(
            "No clause was named. Name one, such as qld/approve/5-day, or a chapter as 'qld/approve/*'."
        )
    return tuple(
        SignOff(
            clause=id, digest=clause_digest(rulebook.clauses[id]), name=name, role=role, on=on, agrees=agrees,
            remark=remark, readings=tuple(text for text, clauses in ticked if id in clauses),
        )
        for id in ids
    )  # fmt: skip


def _clauses(rulebook: Rulebook, pattern: str) -> list[str]:
    found = [id for id in rulebook.clauses if is_like(id, pattern)]
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
        RulebookError: A file cannot be read as it stands.
    """
    folders = dict.fromkeys([folder, *(upkeep_folder(program) for program in rulebook.programs.values())])
    every = {sign_off for folder in folders if folder for sign_off in read_sign_offs(folder)}
    ordered = sorted(sorted(every, key=lambda it: (it.name, it.role)), key=lambda it: it.on, reverse=True)
    clauses = dict.fromkeys(sign_off.clause for sign_off in sorted(every))
    return {clause: tuple(sign_off for sign_off in ordered if sign_off.clause == clause) for clause in clauses}


def read_sign_offs(folder: Path) -> tuple[SignOff, ...]:
    """Return the sign-offs in a folder; none where it has no such file.

    Raises:
        RulebookError: The file cannot be read as it stands.
    """
    file = folder / SIGN_OFFS
    if not file.exists():
        return ()
    problems: list[Problem] = []
    try:
        content: Mapping[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        problem = Problem(where=str(file), found=str(error), expected="a TOML file")
        raise RulebookError([problem], where="the sign-offs") from error
    fields = Fields(content, str(file), problems)
    found = tuple(_sign_off(table) for table in fields.tables("sign-off"))
    fields.close()
    if problems:
        raise RulebookError(problems, where="the sign-offs")
    return found


def write_sign_offs(folder: Path, sign_offs: Iterable[SignOff]) -> Path:
    """Write sign-offs, sorted by clause, day and name, each once, and return the file."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = ["# Who of the department has read which clause. Written by `cimscore sign-off record`: do not edit."]
    for sign_off in sorted(set(sign_offs), key=lambda it: (it.clause, it.on, it.name, it)):
        lines += ["", *_written(sign_off)]
    file = folder / SIGN_OFFS
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def _sign_off(fields: Fields) -> SignOff:
    found = SignOff(
        clause=fields.required("clause", str),
        digest=fields.required("digest", str),
        name=fields.required("name", str),
        role=fields.required("role", str),
        on=fields.required("on", dt.date),
        agrees=fields.required("agrees", bool),
        remark=fields.optional("remark", str) or "",
        readings=fields.texts("readings"),
    )
    fields.close()
    return found


def _written(it: SignOff) -> Iterator[str]:
    yield "[[sign-off]]"
    texts = {"clause": it.clause, "digest": it.digest, "name": it.name, "role": it.role}
    yield from (f"{key} = {_quoted(value)}" for key, value in texts.items())
    yield f"on = {it.on.isoformat()}"
    yield f"agrees = {'true' if it.agrees else 'false'}"
    yield from (f"remark = {_quoted(it.remark)}",) if it.remark else ()
    yield from (f"readings = [{', '.join(map(_quoted, it.readings))}]",) if it.readings else ()


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
