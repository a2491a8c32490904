"""The other files that are read, damaged: records of tests, snapshots, sign-offs, policies, documents of a source."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import attrs
import home_calls
import pytest
from damage import PART, by_number, damaged
from limits_held import A_SECOND, within

from cimscore.errors import CimsError
from cimscore.policy import load_policy
from cimscore.traceability import RecordedTest, read_tests, write_tests
from cimscore.traceability.impact.snapshots import Concluded, Snapshot, read_snapshot, write_snapshot
from cimscore.traceability.lining_up.fingerprints import FINGERPRINTS, read_fingerprints
from cimscore.traceability.recording.records import Result
from cimscore.traceability.reviews.signed import SIGN_OFFS, SignOff, read_sign_offs, write_sign_offs
from cimscore.traceability.reviews.upkeep import read_upkeep
from cimscore.traceability.sources.documents import laid_out

ROOT = Path(__file__).parents[2]
UPKEEP = ROOT / "plugins" / "qld-child-safety" / "src" / "cimscore_qld_child_safety" / "policy" / "upkeep"
TEST = RecordedTest(id="tests/a.py::test_a", file="tests/a.py", line=1, digest="sha256:0", result=Result.PASSED)
PAGE = b"<html><body><h1>Calls</h1><p>The caller <b>must</b> call.</p><table><tr><td>a</td></tr></table></body></html>"


def first_tables(name: str, count: int) -> bytes:
    """The first tables of a file that a program keeps."""
    return b"\n\n".join((UPKEEP / name).read_bytes().split(b"\n\n")[: count + 1]) + b"\n"


def docx() -> bytes:
    """A small document of a word processor."""
    word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as parts:
        parts.writestr("word/document.xml", f"<w:document {word}><w:p><w:r><w:t>Calls</w:t></w:r></w:p></w:document>")
    return held.getvalue()


def written(folder: Path, write: Callable[[Path], object]) -> bytes:
    """What a function writes into the only file of a folder."""
    folder.mkdir()
    write(folder)
    (file,) = folder.iterdir()
    return file.read_bytes()


@attrs.frozen(kw_only=True)
class OtherFile:
    """A kind of file: the name it has in a folder, what it holds when it is sound, and what reads the folder."""

    name: str
    sound: Callable[[Path], bytes]
    read: Callable[[Path], object]


SIGNED = SignOff(clause="a/b/c", digest="d", name="Kim Example", role="Manager", on=dt.date(2025, 3, 3))
SNAPSHOT = Snapshot(cases={"a": {"b@c": Concluded(summary="it holds", clauses=("a/b/c",))}})
FILES = (
    OtherFile(
        name="tests.json",
        sound=lambda folder: written(folder, lambda at: write_tests(at / "tests.json", [TEST])),
        read=lambda folder: read_tests(folder / "tests.json"),
    ),
    OtherFile(
        name="before.json",
        sound=lambda folder: written(folder, lambda at: write_snapshot(at / "before.json", SNAPSHOT)),
        read=lambda folder: read_snapshot(folder / "before.json"),
    ),
    OtherFile(
        name=SIGN_OFFS,
        sound=lambda folder: written(folder, lambda at: write_sign_offs(at, [SIGNED])),
        read=read_sign_offs,
    ),
    OtherFile(
        name="justifications.toml",
        sound=lambda _: first_tables("justifications.toml", 3),
        read=lambda folder: read_upkeep([folder]),
    ),
    OtherFile(
        name="reviews.toml", sound=lambda _: first_tables("reviews.toml", 3), read=lambda folder: read_upkeep([folder])
    ),
    OtherFile(
        name="clause-reviews.toml",
        sound=lambda _: first_tables("clause-reviews.toml", 3),
        read=lambda folder: read_upkeep([folder]),
    ),
    OtherFile(name=FINGERPRINTS, sound=lambda _: first_tables(FINGERPRINTS, 1), read=read_fingerprints),
    OtherFile(name="sources.toml", sound=lambda _: home_calls.SOURCES.encode(), read=load_policy),
    OtherFile(name="calls/2024/calls.toml", sound=lambda _: home_calls.CLAUSES.encode(), read=load_policy),
    OtherFile(
        name="page.txt",
        sound=lambda _: b"# Calls\n\nThe caller must call.\n",
        read=lambda at: laid_out(at / "page.txt"),
    ),
    OtherFile(name="page.html", sound=lambda _: PAGE, read=lambda at: laid_out(at / "page.html")),
    OtherFile(name="page.docx", sound=lambda _: docx(), read=lambda at: laid_out(at / "page.docx")),
)


def beside(kind: OtherFile, folder: Path) -> None:
    """Write what has to stand beside a file of a policy."""
    if kind.read is load_policy:
        for name, text in (("sources.toml", home_calls.SOURCES), ("calls/2024/calls.toml", home_calls.CLAUSES)):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")


@by_number(share=4)
@pytest.mark.parametrize("kind", FILES, ids=lambda kind: kind.name)
def test_a_damaged_file_is_read_or_refused(kind: OtherFile, numbers: range, tmp_path: Path) -> None:
    folder, sound = tmp_path / "read", kind.sound(tmp_path / "written")
    folder.mkdir()
    beside(kind, folder)
    (folder / kind.name).write_bytes(sound)
    kind.read(folder)  # as it was written it can be read
    refused = 0
    for number in numbers:
        data = damaged(number, [sound])
        (folder / kind.name).write_bytes(data)
        with within(A_SECOND, data):
            try:
                kind.read(folder)
            except CimsError:
                refused += 1

    assert refused or len(numbers) < PART // 20 or kind.name in ("page.txt", "page.html")
