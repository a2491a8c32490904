"""Snapshots: what a set of cases comes to under one rulebook, to be compared with another."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

import attrs

from cimscore.assessment import assess
from cimscore.case import Case, Moment, Name
from cimscore.rulebook import Rulebook, WorkedExample
from cimscore.traceability.impact.told import Concluded, told_of
from cimscore.traceability.recording.stored import read_stored
from cimscore.traceability.worlds.examples import example_id

FORMAT: Final = "impact/2"


@attrs.frozen(kw_only=True)
class StoredCase:
    """A case to run, with the name it is reported under.

    Attributes:
        name: The example's ``package/file``, or the name of a case file.
        case: The case.
        at: The moment to assess it for; None for the moment of receipt.
        readings: Readings chosen for it.
    """

    name: str
    case: Case
    at: Moment | None = None
    readings: Mapping[str, str] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True)
class Snapshot:
    """Results of each case.

    Attributes:
        cases: By case, every reported claim and every open question by its address.
    """

    cases: Mapping[str, Mapping[str, Concluded]]


def stored_example(example: WorkedExample) -> StoredCase:
    """Return a worked example as a case to run."""
    return StoredCase(name=example_id(example), case=example.case, at=example.at, readings=example.readings)


def take_snapshot(
    rulebook: Rulebook,
    cases: Iterable[StoredCase],
    *,
    readings: Mapping[str, str] | None = None,
    editions: Mapping[str, str] | None = None,
    programs: Iterable[str] | None = None,
) -> Snapshot:
    """Assess each case and note what it comes to.

    Args:
        rulebook: The rulebook to assess under.
        cases: The cases.
        readings: Readings to take in every case, over those chosen for it.
        editions: Editions that govern in every case, whatever the day, by document.
        programs: Programs to assess every case under, instead of those that it names.

    Raises:
        UnknownNameError: A reading or edition is not known.
        NoProgramError: A case names no program.
    """
    found: dict[str, Mapping[str, Concluded]] = {}
    for case in sorted(cases, key=lambda named: named.name):
        chosen = {**case.readings, **(readings or {})}
        assessment = assess(
            _unnamed(case.case), rulebook, at=case.at, readings=chosen, editions=editions, programs=programs
        )
        found[case.name] = told_of(assessment, rulebook)
    return Snapshot(cases=found)


def _unnamed(case: Case) -> Case:
    """Return a case in which people and homes are called by their ids, so that nothing kept of it names anybody."""
    return attrs.evolve(
        case,
        people=tuple(attrs.evolve(person, name=Name()) for person in case.people),
        households=tuple(attrs.evolve(home, label="") for home in case.households),
    )


def write_snapshot(file: Path, snapshot: Snapshot) -> None:
    """Write a snapshot. It holds conclusions and no part of any case beyond what they are about."""
    document = {"format": FORMAT, **attrs.asdict(snapshot)}
    file.write_text(json.dumps(document, indent=1, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")


def read_snapshot(file: Path) -> Snapshot:
    """Read a snapshot.

    Raises:
        FileError: The file is none that ``cimscore impact --save`` has written.
    """
    hint = "Save it again: cimscore impact --save FILE."
    return read_stored(file, _snapshot, f"a snapshot in the format {FORMAT}", hint)


def _snapshot(document: Mapping[str, Any]) -> Snapshot:
    if document["format"] != FORMAT:
        raise ValueError(f"the format {document['format']!r}")
    return Snapshot(
        cases={
            case: {
                address: Concluded(**{**concluded, "clauses": tuple(concluded["clauses"])})
                for address, concluded in conclusions.items()
            }
            for case, conclusions in document["cases"].items()
        }
    )
