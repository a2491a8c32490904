"""The first page of any case is one screen: the next clock and what is open first, and nothing urgent left out."""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

import attrs
import pytest
from case_documents import DOCUMENTS, rulebook
from tests.each_nth import each_nth

from cimscore.assessment import Decision, Section, decide_case, first_page, page_of
from cimscore.assessment.page.readings import unclear_points_of
from cimscore.assessment.page.room import Room
from cimscore.assessment.page.setting import PageSetting
from cimscore.case import Case, Moment
from cimscore.composition import vocabulary_of
from cimscore.errors import DocumentError
from cimscore.wire import load_examples, read_case

ROOT: Final = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))
from invented import family_document, incidents_document, without_births  # noqa: E402 - a folder beside the tests

_LINES: Final = 45
_LINES_OF_ONE: Final = 40
_LATER: Final = Moment(dt.datetime.fromisoformat("2025-06-30T09:00+10:00"))


@attrs.frozen
class Asked:
    """A case with the program that decides it, and for which moment and by which readings."""

    case: Case
    program: str
    by: dict[str, Any]

    def decision(self, **other: Any) -> Decision:
        return decide_case(self.case, rulebook().program(self.program).compiled, **{**self.by, **other})


@cache
def every_case() -> dict[str, Asked]:
    return dict(_cases())


def _cases() -> Iterator[tuple[str, Asked]]:
    for path in sorted((*(ROOT / "examples").glob("*.yaml"), *DOCUMENTS.glob("*.yaml"))):
        try:
            case = rulebook().read_case(path)
        except DocumentError:
            continue
        yield from ((f"{path.stem} {program}", Asked(case, program, {})) for program in case.programs)
    for owner in rulebook().programs:
        for example in load_examples(rulebook(), owner):
            by = {"at": example.at, "readings": example.readings}
            for program in example.case.programs:
                yield f"{owner}:{example.id} {program}", Asked(example.case, program, by)


@cache
def decision_of(name: str) -> Decision:
    """Return the decision of one of these cases, made once for all tests of this file."""
    return every_case()[name].decision()


def most_lines(decision: Decision) -> int:
    people = {role.things[0] for role in decision.about("role")}
    return _LINES if len(people) > 1 else _LINES_OF_ONE


def place(lines: list[str], *beginnings: str) -> int:
    return next(number for number, line in enumerate(lines, 1) if line.startswith(beginnings))


EACH_THIRD: Final = pytest.mark.parametrize("name", each_nth(every_case(), 3))


@EACH_THIRD
def test_every_case_is_one_screen_that_begins_with_the_next_clock_and_what_is_open(name: str) -> None:
    decision = decision_of(name)
    lines = first_page(decision).splitlines()
    assert len(lines) <= most_lines(decision)
    held_back = any(law.holds_back for law in decision.laws)
    assert place(lines, "First clock: ", "Next clock: ", "Overdue: ") <= (12 if held_back else 7)
    if decision.points:
        assert place(lines, "1. ") <= 15
    printed = {int(line.partition(". ")[0]) for line in lines if re.match(r"\d+\. ", line)}
    page = " ".join(" ".join(lines).split())
    cited = re.findall(rf"questions? ({_SPAN}(?:, {_SPAN})*)", page)
    assert {number for numbers in cited for number in _numbers(numbers)} <= printed
    left = re.findall(rf"more questions? \(({_SPAN}(?:, {_SPAN})*)\)", page)
    told = printed | {number for numbers in left for number in _numbers(numbers)}
    assert told == set(range(1, len(told) + 1))
    assert len(told) >= len(decision.points)


_SPAN: Final = r"\d+(?: to \d+)?"


def _numbers(spans: str) -> Iterator[int]:
    for span in spans.split(", "):
        first, _, last = span.partition(" to ")
        yield from range(int(first), int(last or first) + 1)


@EACH_THIRD
def test_nothing_is_left_out_of_a_page_with_lines_to_spare_and_no_mark_is_without_its_reason(name: str) -> None:
    decision = decision_of(name)
    text = first_page(decision)
    page = " ".join(text.split())
    if re.search(r"\band \d+ more\b", page):
        assert len(text.splitlines()) > most_lines(decision) - 4
    assert re.findall(r"\(provisional[^:]|\[provisional[^:]", page) == []


@pytest.mark.parametrize("name", each_nth([name for name in every_case() if name.count("-") < 5], 6))
def test_a_moment_later_it_is_still_one_screen_and_whatever_is_overdue_is_told(name: str) -> None:
    decision = every_case()[name].decision(at=_LATER)
    overdue = [clock for clock in decision.clocks if any(word == "overdue" for word, _ in clock.states)]
    (told,) = (section for section in page_of(decision) if not section.title)
    at_once = any(duty.at_once for duty in decision.duties)  # which has a line of its own
    late = len({(clock.what, str(clock.due)) for clock in overdue})
    assert len(first_page(decision).splitlines()) <= _LINES + at_once + late
    assert any(line.says.startswith("Overdue: ") for line in told.lines) == bool(overdue)
    clocks = " ".join(line.says for line in section(decision, "Clocks, in order of time"))
    assert all(f"{clock.what} (" in clocks or clock.what in clocks for clock in overdue)


def section(decision: Decision, title: str) -> tuple[Any, ...]:
    found: tuple[Section, ...] = tuple(each for each in page_of(decision) if each.title.startswith(title))
    return found[0].lines if found else ()


@EACH_THIRD
def test_whatever_is_wrong_due_at_once_or_forbidden_is_told_and_no_address_is(name: str) -> None:
    decision = decision_of(name)
    page = " ".join(first_page(decision).split())
    for line in decision.conclusions:
        assert not line.warns or line.says[1:] in page
    for law in decision.laws:
        assert law.holds_provisionally or law.says in page
    for duty in decision.duties:
        rest = max(duty.form.removesuffix(", at once").split("{}"), key=len).strip()
        assert not duty.is_urgent or rest in page
    addresses = [each.address for each in (*decision.points, *decision.conclusions, *decision.clocks)]
    assert [address for address in addresses if "@" in address and address in page] == []


BIG: Final = {
    "a family of thirty": family_document(30, 6, 8),
    "a family of thirty, births unknown": without_births(family_document(30, 6, 8)),
    "thirty clients": incidents_document(30, 10, "vic-cims", known=True),
    "thirty clients, half known": incidents_document(30, 10, "vic-cims", known=False),
    "thirty participants": incidents_document(30, 10, "ndis-incidents", known=True),
    "thirty participants, half known": incidents_document(30, 10, "ndis-incidents", known=False),
}


SLOWEST: Final = ("a family of thirty, births unknown", "thirty participants, half known")


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.long if name in SLOWEST else ()) for name in BIG]
)
def test_thirty_people_are_one_screen_with_the_number_of_what_is_left_out_and_the_command_for_it(name: str) -> None:
    case = read_case(BIG[name], vocabulary_of(rulebook()))
    decision = Asked(case, case.programs[0], {}).decision()
    page = first_page(decision)
    assert len(page.splitlines()) <= _LINES + 5
    assert re.search(r"and \d+ more\b[^:]*:\s+cimscore assess CASE --all", page)
    asked = len(decision.points) + sum(point.hurts for point in unclear_points_of(decision))
    left = asked - sum(line.mark != "-" for line in section(decision, "What is open"))
    assert left <= 0 or f"and {left} more question" in page


@pytest.mark.parametrize("width", [60, 80, 100, 200])
@pytest.mark.parametrize("name", ["two-homes-half-sister qld-child-safety", "vic-two-editions vic-cims"])
def test_the_width_is_kept_and_says_the_same(name: str, width: int) -> None:
    decision = decision_of(name)
    page = first_page(decision, width=width)
    assert max(map(len, page.splitlines())) <= width
    assert words(page) == words(first_page(decision))


def words(page: str) -> list[str]:
    return [word for line in page.splitlines() if set(line) - {"-"} for word in line.split()]


@EACH_THIRD
def test_steps_stand_before_what_is_to_come_after_them(name: str) -> None:
    duties = [(not duty.at_once, not duty.forbids) for duty in decision_of(name).duties]
    assert duties == sorted(duties)


@pytest.mark.parametrize("kind", [kind.name for kind in attrs.fields(Room)])
def test_a_page_that_was_set_in_another_room_is_as_one_set_anew(kind: str) -> None:
    """Only what asks for the amount that differs is made again; whatever does, has to be."""
    other = {kind: not amount if isinstance(amount := getattr(Room(), kind), bool) else 1}
    for name in ("two-homes qld-child-safety", "two-homes-half-sister qld-child-safety"):
        decision = every_case()[name].decision()
        before = PageSetting(decision, beside=(), ids=False, file="CASE")
        before.sections(Room())

        assert before.sections(Room(**other)) == PageSetting(decision, beside=(), ids=False, file="CASE").sections(
            Room(**other)
        )


def test_what_is_met_by_one_reading_alone_does_not_stand_where_the_next_clock_does() -> None:
    decision = decision_of("vic-cims:abuse-by-staff vic-cims")
    lines = first_page(decision).splitlines()
    (following,) = (place for place, line in enumerate(lines) if line.startswith("First clock: "))
    (met,) = (place for place, line in enumerate(lines) if line.startswith("Met, but not by every reading: "))

    assert following < met
    assert "16 April 2025" in lines[following]
    assert "6 March 2025" in lines[met]
