"""The first page on a terminal: one record of it, colour that repeats what words say, the width, and many people."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cimscore.cli.exits import Exit

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))
from invented import family_document, incidents_document  # noqa: E402 - a folder beside the tests

HALF_SISTER = ROOT / "examples" / "two-homes-half-sister.yaml"
DUAL_FUNDED = ROOT / "examples" / "dual-funded.yaml"
TWO_HOMES = ROOT / "examples" / "two-homes.yaml"
Run = Callable[..., Any]


@pytest.fixture(autouse=True)
def no_wishes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away what the terminal of whoever runs the tests wishes for."""
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)


def joined(text: str) -> str:
    return " ".join(text.split())


def plain(text: str) -> str:
    return re.sub(r"\x1b\[[\d;]*m", "", text)


# One record.


@pytest.mark.parametrize("name", ["notification:south", "south", "Notification of south", "NOTIFICATION OF SOUTH"])
def test_a_record_is_told_alone_by_its_address_its_words_or_what_it_is_of(name: str, run: Run) -> None:
    ran = run("assess", HALF_SISTER, "--record", name)
    recorded = ran.out.partition("What to record\n")[2].partition("\n\n")[0]

    assert ran.code == Exit.DONE
    assert "Notification of south" in recorded
    assert "otification of north" not in ran.out


def test_the_records_told_alone_have_all_that_the_whole_page_says_of_them(run: Run) -> None:
    whole, south = (
        json.loads(run("assess", HALF_SISTER, "--json", *more).out)["decisions"][0]
        for more in ([], ["--record", "notification:south"])
    )
    of_south = [each for each in whole["conclusions"] if "notification:south" in each["about"]]

    assert len(of_south) > 3
    assert [each for each in of_south if each not in south["conclusions"]] == []
    assert [each for each in south["conclusions"] if "notification:north" in each["about"]] == []


def test_a_record_of_one_program_is_told_without_the_page_of_the_other(run: Run) -> None:
    both = run("assess", DUAL_FUNDED).out
    one = run("assess", DUAL_FUNDED, "--record", "Immediate notification of fall").out

    assert ("Victoria:" in both, "NDIS" in both) == (True, True)
    assert one.count("Case dual-funded: ") == 1


def test_a_record_that_there_is_not_is_refused_with_those_that_there_are(run: Run) -> None:
    ran = run("assess", HALF_SISTER, "--record", "notification:sout")

    assert ran.code != Exit.DONE
    assert ran.out == ""
    assert "notification:south" in ran.err


# Colour.


def test_there_is_colour_on_a_terminal_alone(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    piped = run("assess", HALF_SISTER).out
    on_a_terminal(monkeypatch)

    assert "\x1b" not in piped
    assert "\x1b[1mFirst clock\x1b[0m" in run("assess", HALF_SISTER).out


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_a_terminal_that_wishes_for_none_has_none(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    on_a_terminal(monkeypatch)
    monkeypatch.setenv(name, value)

    assert "\x1b" not in run("assess", HALF_SISTER).out


def test_colour_can_be_asked_for_anywhere_but_not_against_a_wish_for_none(
    monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    forced = run("assess", HALF_SISTER).out
    monkeypatch.setenv("NO_COLOR", "1")

    assert "\x1b[" in forced
    assert "\x1b" not in run("assess", HALF_SISTER).out


@pytest.mark.parametrize("more", [(), ("--all",), ("--at", "2025-04-01")])
def test_without_its_colour_a_page_says_the_same(
    more: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    piped = run("assess", TWO_HOMES, *more).out
    monkeypatch.setenv("FORCE_COLOR", "1")
    painted = run("assess", TWO_HOMES, *more).out

    assert painted != piped
    assert plain(painted) == piped


def test_what_is_overdue_and_what_is_provisional_is_in_colour(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    painted = run("assess", HALF_SISTER, "--at", "2025-04-01").out

    assert "\x1b[1;31mOverdue:\x1b[0m" in painted
    assert "\x1b[33m(provisional: question 1)\x1b[0m" in joined(painted)


def test_a_document_for_machines_has_no_colour(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")

    assert "\x1b" not in run("assess", HALF_SISTER, "--json").out


def on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda stream: stream is sys.stdout)


# The width, and many people.


@pytest.mark.parametrize("columns", [60, 80, 200])
def test_the_page_is_as_wide_as_the_terminal_and_says_the_same(
    columns: int, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    usual = run("assess", HALF_SISTER).out
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = run("assess", HALF_SISTER).out.splitlines()

    assert columns - 25 < max(map(len, lines)) <= columns
    assert words(lines) == words(usual.splitlines())


def words(lines: list[str]) -> list[str]:
    return [word for line in lines if set(line) - {"-"} for word in line.split()]


THIRTY = {
    "qld-child-safety": family_document(30, 6, 8),
    "vic-cims": incidents_document(30, 10, "vic-cims", known=True),
    "ndis-incidents": incidents_document(30, 10, "ndis-incidents", known=True),
}


@pytest.mark.parametrize("program", THIRTY)
def test_thirty_people_are_one_screen_and_a_record_alone_has_everybody_in_it(
    program: str, tmp_path: Path, run: Run
) -> None:
    path = tmp_path / "thirty.json"
    path.write_text(json.dumps(THIRTY[program]), encoding="utf-8")
    page = run("assess", path)
    (decision,) = json.loads(run("assess", path, "--json").out)["decisions"]
    roles = [each["about"] for each in decision["conclusions"] if each["id"] == "role"]
    record = roles[0][1]
    alone = joined(run("assess", path, "--record", record).out)

    assert page.code == Exit.DONE
    assert len(page.out.splitlines()) <= 50
    assert re.search(r"and \d+ more\b[^:]*:\s+cimscore\s+assess\s+\S+\s+--all", page.out)
    assert [who for who, of, *_ in roles if of == record and who not in alone] == []
