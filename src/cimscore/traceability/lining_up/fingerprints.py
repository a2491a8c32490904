"""The fingerprints that a program keeps of the passages it was written from, so that a rewritten one is known again.

They stand in ``policy/upkeep/fingerprints.toml`` beside the program's modules, by the digest of each passage.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from cimscore.errors import Problem, RecordError
from cimscore.policy import Passage
from cimscore.policy.files import toml_of
from cimscore.policy.passages import DIGEST
from cimscore.rulebook import Rulebook
from cimscore.traceability.lining_up.words import buckets_of, read, words_of, written
from cimscore.traceability.reviews.upkeep import upkeep_folder

FINGERPRINTS: Final = "fingerprints.toml"

_PRINT: Final = re.compile(r"(?:[0-9a-v]{2})*")
_HEAD: Final = """\
# By what each passage of the sources is known again where it was rewritten: the words of it, each as one of 1,024
# buckets that many words share, without order. No sentence can be read from it.
# Written by `cimscore sources fingerprint`: do not edit.

[fingerprints]
"""


def fingerprints_of(passages: Iterable[Passage]) -> dict[str, frozenset[str]]:
    """Return the fingerprint of each passage, by its digest."""
    return {passage.digest: buckets_of(words_of(passage.text)) for passage in passages}


def load_fingerprints(rulebook: Rulebook) -> dict[str, frozenset[str]]:
    """Return the fingerprints that every program of a rulebook keeps, by the digest of the passage.

    Raises:
        RecordError: A file cannot be read as it stands.
    """
    folders = dict.fromkeys(upkeep_folder(program) for program in rulebook.programs.values())
    return {digest: found for folder in folders if folder for digest, found in read_fingerprints(folder).items()}


def read_fingerprints(folder: Path) -> dict[str, frozenset[str]]:
    """Return the fingerprints in a folder, by the digest of the passage; none where it has no such file.

    Raises:
        RecordError: The file cannot be read as it stands.
    """
    file = folder / FINGERPRINTS
    if not file.exists():
        return {}
    try:
        found = toml_of(file.read_text(encoding="utf-8"))["fingerprints"]
        return {digest: read(_checked(digest, written)) for digest, written in found.items()}
    except (
        tomllib.TOMLDecodeError,
        OSError,
        UnicodeDecodeError,
        KeyError,
        TypeError,
        AttributeError,
        ValueError,
    ) as error:
        hint = "Write it anew from the documents with `cimscore sources fingerprint DIR`."
        problem = Problem(where=str(file), found=str(error), expected="the fingerprints of passages", hint=hint)
        raise RecordError([problem], where="the fingerprints of the sources") from error


def write_fingerprints(folder: Path, found: Mapping[str, frozenset[str]]) -> Path:
    """Write fingerprints, by the digest of the passage, and give the file written."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / FINGERPRINTS
    lines = [f'"{digest}" = "{written(words)}"\n' for digest, words in sorted(found.items())]
    file.write_text(_HEAD + "".join(lines), encoding="utf-8")
    return file


def _checked(digest: str, written: str) -> str:
    if not DIGEST.fullmatch(digest) or not _PRINT.fullmatch(written):
        raise ValueError(f"{digest} = {written!r}")
    return written
