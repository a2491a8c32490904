"""The receipt of an assessment: what decided it, small enough to file, silent about the notifier."""

from __future__ import annotations

import datetime as dt
import enum
import hashlib
import json
from collections.abc import Iterable, Mapping
from importlib import metadata
from typing import Any, Final

import attrs

from cimscore.assessment.engine import ProgramRun
from cimscore.case import Case, Moment, Protected, Unknown

FORMAT: Final = "assessment/1"


@attrs.frozen(kw_only=True)
class PluginReceipt:
    """A plugin that took part.

    Attributes:
        program: Its program.
        distribution: The installed distribution that brings it.
        version: That distribution's version.
        digest: Digest of the program's rules, clauses, questions, readings and tables.
    """

    program: str
    distribution: str
    version: str
    digest: str


@attrs.frozen(kw_only=True)
class Receipt:
    """What an assessment rests on, so that it can be repeated and compared.

    Attributes:
        format: Format of the assessment as a document.
        engine: Version of cimscore.
        plugins: The plugins that took part.
        calendars: Each calendar with the origin of its days.
        at: The moment it was made for.
        readings: Readings that the caller chose.
        editions: Editions that the caller chose, by source.
        case: Digest of the case without anything protected.
    """

    format: str
    engine: str
    plugins: tuple[PluginReceipt, ...]
    calendars: tuple[tuple[str, str], ...]
    at: str
    readings: tuple[tuple[str, str], ...]
    editions: tuple[tuple[str, str], ...]
    case: str


def receipt_for(
    case: Case,
    runs: Iterable[ProgramRun],
    at: Moment | Unknown,
    readings: Mapping[str, str],
    editions: Mapping[str, str],
) -> Receipt:
    """The receipt of these runs over this case."""
    declared = [run.compiled for run in runs]
    calendars = {(it.id, it.version) for one in declared for it in one.declared.calendars}
    return Receipt(
        format=FORMAT,
        engine=metadata.version("cimscore"),
        plugins=tuple(
            PluginReceipt(
                program=one.program.id,
                distribution=one.declared.distribution[0],
                version=one.declared.distribution[1],
                digest=one.digest,
            )
            for one in declared
        ),
        calendars=tuple(sorted(calendars)),
        at="unknown" if isinstance(at, Unknown) else str(at),
        readings=tuple(sorted((name, str(reading)) for name, reading in readings.items())),
        editions=tuple(sorted(editions.items())),
        case=case_digest(case),
    )


def case_digest(case: Case) -> str:
    """A digest of everything in a case that is not protected; the same for the same content in the same order."""
    text = json.dumps(_plain(case), sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def _plain(value: Any) -> Any:
    if attrs.has(type(value)) and not isinstance(value, Moment):
        fields = ((field.name, getattr(value, field.name)) for field in attrs.fields(type(value)))
        return {name: _plain(part) for name, part in fields if not isinstance(part, Protected)}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, enum.Enum):
        return value.value
    return str(value) if isinstance(value, Moment | dt.date) else value
