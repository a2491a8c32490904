"""The report of a case: a page that prints on A4 and fetches nothing, and the same as plain values."""

from __future__ import annotations

import html.parser
import json
from pathlib import Path

import attrs
import pytest

from cimscore.case import Case
from cimscore.cli import main
from cimscore.cli.exits import Exit
from cimscore.register import Register, Signed, Step, create_register
from cimscore.rulebook import Rulebook

EXAMPLES = Path(__file__).parents[2] / "examples"
KIM = Signed(person="Kim <Example>", role="child-safety-officer")
CANARY = "Quillfeather"


class Reader(html.parser.HTMLParser):
    """Notes each element and attribute of a page, and whether every element that is opened is closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.seen |= {tag, *(name for name, _ in attributes)}
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def filled(register: Register, rulebook: Rulebook, folder: Path) -> Case:
    """A case with a notifier, and a move."""
    file = folder / "case.yaml"
    told = (EXAMPLES / "both-programs.yaml").read_text(encoding="utf-8")
    file.write_text(f"{told}notifier: {{name: {CANARY}}}\n", encoding="utf-8")
    case = rulebook.read_case(file)
    register.add(case, KIM)
    register.move(case.id, Step(record="notification:border-house", move="submit"), KIM)
    return case


def test_the_page_is_whole_fetches_nothing_and_prints_on_a4(
    register: Register, rulebook: Rulebook, tmp_path: Path
) -> None:
    case = filled(register, rulebook, tmp_path)
    page = register.report(case.id).page()
    read = Reader(page)

    assert read.open == []
    assert read.seen.isdisjoint({"script", "link", "img", "src", "href", "iframe"})
    assert "size: A4" in page and "url(" not in page
    assert "Kim &lt;Example&gt;" in page and "<Example>" not in page
    for words in ("What to record", "submit notification:border-house", str(register.head()), "submitted for approval"):
        assert words in page
    assert CANARY not in page


def test_the_plain_values_hold_the_decisions_records_and_history(
    register: Register, rulebook: Rulebook, tmp_path: Path
) -> None:
    case = filled(register, rulebook, tmp_path)
    told = register.report(case.id).document()

    assert (told["case"], told["version"], told["head"]) == (case.id, 2, str(register.head()))
    assert {decision["program"] for decision in told["decisions"]} == {*case.programs}
    assert {record["record"] for record in told["records"]} >= {"notification:border-house", "incident-report:c1"}
    assert len(told["history"]) == 2
    assert CANARY not in json.dumps(told)


def test_what_is_kept_from_somebody_is_hidden_unless_it_is_asked_for(register: Register, rulebook: Rulebook) -> None:
    case = rulebook.read_case(EXAMPLES / "two-homes-half-sister.yaml")
    people = tuple(attrs.evolve(person, kept_from=("leo",)) if person.id == "bo" else person for person in case.people)
    register.add(attrs.evolve(case, people=people), KIM)

    assert "Bo Example" not in register.report(case.id).page()
    assert "Bo Example" in register.report(case.id, show_kept=True).page()


def test_the_command_writes_it_and_never_over_the_register(
    rulebook: Rulebook, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "r.db"
    register = create_register(place, rulebook)
    case = filled(register, rulebook, tmp_path)
    register.close()
    kept = place.read_bytes()
    page = tmp_path / "report.html"

    assert main(["register", "report", str(place), case.id, "-o", str(page)]) == Exit.DONE
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert main(["register", "report", str(place), case.id, "--json"]) == Exit.DONE
    assert json.loads(capsys.readouterr().out)["format"] == "register-report/1"
    for command in (["report", str(place), case.id, "-o", str(place)], ["due", str(place), "--calendar", str(place)]):
        assert main(["register", *command]) == Exit.USAGE
    assert place.read_bytes() == kept
