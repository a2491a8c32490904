"""Each check of a program finds the fault that it is for, and none in a program without it."""

from __future__ import annotations

import datetime as dt
import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs
import faulty_programs as faulty
import loud_program
import pytest
from faulty_programs import CLAUSE, subject
from tests.each_nth import spread

import cimscore
from cimscore import Assessment, Case, Moment
from cimscore.calendars import Hours
from cimscore.plugins import installed_plugins
from cimscore.policy import Disposition
from cimscore.rulebook import Expected, WorkedExample
from cimscore.rules import Question, Reading
from cimscore.rules.vocabulary import is_concern
from cimscore.testing import InlinePlugin, check_program, inline_clause, inline_source
from cimscore.testing.conformance import (
    CHECKS,
    Check,
    Subject,
    boundaries,
    examples,
    installed,
    loading,
    ordering,
    round_trips,
    secrecy,
    slips,
    unknowns,
)
from cimscore.wire import load_examples, write_case

Run = Callable[[Subject], Iterator[str]]
MONDAY = dt.date(2025, 3, 3)


def lines(found: Iterator[str]) -> str:
    """Return what was found, as one text."""
    return "\n".join(found)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.promises)
def test_a_program_without_a_fault_has_none(check: Check) -> None:
    good = subject(faulty.noisy(), faulty.clock(Hours(24)), expect=Expected(conclusions={"noisy": ("c1",)}))

    at = Moment(dt.datetime(2025, 3, 3, 12, 0, tzinfo=faulty.ZONE))
    timed = attrs.evolve(good, examples=tuple(attrs.evolve(example, at=at) for example in good.examples))

    assert lines(check.run(timed)) == ""


# --- Loading, and what is installed ---


def test_a_program_that_leans_on_anothers_calendar_does_not_load_alone() -> None:
    assert "alone: " in lines(loading.loads_alone(faulty.counting_elsewhere()))


def test_a_program_with_another_programs_document_does_not_load_beside_it() -> None:
    source, clause = inline_source("qld"), inline_clause("qld/heading/clause")
    rulebook = cimscore.load_rulebook([InlinePlugin(sources=(source,), clauses=(clause,))])
    found = lines(loading.loads_beside(Subject(rulebook=rulebook, program=rulebook.program("invented"))))

    assert "beside the installed programs: " in found and "qld" in found


@pytest.fixture
def distribution(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installed distribution *mine* with a package, an example and a file that its list lacks."""
    package, info = tmp_path / "mine", tmp_path / "mine-1.0.dist-info"
    package.mkdir()
    info.mkdir()
    for name in ("__init__.py", "listed.toml", "unlisted.yaml"):
        (package / name).write_text("", encoding="utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: mine\nVersion: 1.0\n", encoding="utf-8")
    (info / "RECORD").write_text("mine/__init__.py,,\nmine/listed.toml,,\nmine/gone.yaml,,\n", encoding="utf-8")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    return package


def test_a_file_that_the_wheel_lists_and_lacks_and_one_that_it_does_not_list_are_found(distribution: Path) -> None:
    found = lines(installed.wheel_is_whole(faulty.declaring(subject(faulty.noisy()), distribution=("mine", "1.0"))))

    assert f"mine lists {distribution / 'gone.yaml'}, which is not there" in found
    assert f"mine does not list {distribution / 'unlisted.yaml'}" in found
    assert "listed.toml" not in found.replace("unlisted", "")


# --- What is declared ---


def test_a_question_and_a_reading_that_nothing_reads_are_found() -> None:
    idle = Question(id="idle", things=(), text="Is it so?", answers=bool)
    reading = Reading(
        id="point", question="Which?", readings={"a": "one", "b": "two"}, taken="a", because="so", clauses=(CLAUSE,)
    )
    found = lines(slips.nothing_looks_like_one(subject(faulty.noisy(), asked=(idle, reading))))

    assert "idle: found a question that nobody reads" in found
    assert "point: found an unclear point that nobody reads" in found
    noted = subject(faulty.noisy(), asked=(attrs.evolve(reading, noted=True),))
    assert lines(slips.nothing_looks_like_one(noted)) == ""


def test_a_calendar_that_no_clock_counts_on_is_found() -> None:
    calendar = faulty.calendar(2025, 2025, dt.date(2025, 1, 1))
    found = lines(slips.nothing_looks_like_one(subject(faulty.noisy(), calendars=(calendar,))))

    assert "calendar council: found a calendar that no clock counts on" in found


def test_a_module_that_nothing_imports_is_found_and_tests_are_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in (("__init__", ""), ("used", ""), ("lone", ""), ("test_lone", ""), ("plain", "import enum\n")):
        (tmp_path / "mine").mkdir(exist_ok=True)
        (tmp_path / "mine" / f"{name}.py").write_text(text or "from cimscore.rules import Person\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    importlib.import_module("mine.used")
    try:
        found = lines(slips.modules_are_imported(faulty.declaring(subject(faulty.noisy()), package="mine")))
    finally:
        del sys.modules["mine"], sys.modules["mine.used"]

    assert (
        found == f"{Path('mine', 'lone.py')}: nothing imports it, so no row of it is ever run: import it, or delete it"
    )


def test_an_encoded_clause_without_a_rule_is_found_and_guidance_is_none() -> None:
    guidance = inline_clause("doc/heading/kind", disposition=Disposition.GUIDANCE, reason="It sets nothing.")
    found = faulty.declaring(subject(faulty.noisy()), clauses=(inline_clause(CLAUSE), faulty.idle_clause(), guidance))

    assert lines(slips.clauses_are_carried(found)) == "doc/heading/idle: encoded, and no rule rests on it"


# --- Worked examples ---


def test_rules_without_an_example_are_found() -> None:
    found = attrs.evolve(subject(faulty.noisy()), examples=())

    assert "there are rules, and no worked example" in lines(examples.has_examples(found))


def test_an_example_that_does_not_hold_is_found() -> None:
    found = lines(examples.examples_hold(subject(faulty.noisy(), expect=Expected(conclusions={"noisy": ()}))))

    assert found == "noise: noisy: found and not expected: c1"


def test_an_example_that_expects_nothing_is_found() -> None:
    found = lines(examples.examples_hold(subject(faulty.noisy(), expect=Expected())))

    assert "expects nothing, so it would hold whatever the rules gave" in found


def test_a_clause_that_an_example_only_claims_to_show_is_found() -> None:
    clauses = (inline_clause(CLAUSE), faulty.idle_clause())
    found = subject(faulty.noisy(), shows=(CLAUSE, "doc/heading/idle"), clauses=clauses)

    assert lines(examples.examples_show(found)) == "noise: shows doc/heading/idle, and nothing rests on it there"


@pytest.mark.parametrize("lost", ["concerns", "people"])
def test_a_case_that_loses_something_when_it_is_written_is_found(lost: str) -> None:
    found = lines(
        round_trips.examples_go_round(
            subject(faulty.noisy()),
            write=lambda case: {name: part for name, part in write_case(case).items() if name != lost},
        )
    )

    assert "noise: " in found


# --- Order, secrecy, days ---


@pytest.fixture
def broken() -> Iterator[set[dt.date]]:
    """The days on which a rule fails."""
    yield faulty.BROKEN_DAYS
    faulty.BROKEN_DAYS.clear()


@pytest.mark.parametrize("check", [ordering.lists_have_no_order, ordering.plugins_have_no_order])
def test_a_rule_that_answers_otherwise_the_second_time_is_found(check: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Subject.assess

    def turning(self: Subject, case: Case, *, example: WorkedExample, at: Moment | None = None) -> Assessment:
        monkeypatch.setitem(faulty.TURN, "now", "even" if faulty.TURN["now"] == "odd" else "odd")
        return real(self, case, example=example, at=at)

    monkeypatch.setattr(Subject, "assess", turning)

    assert "noise: with " in lines(check(subject(faulty.with_a_turn())))


def test_a_rule_that_finds_out_the_notifier_is_found() -> None:
    found = lines(secrecy.notifier_is_kept(subject(faulty.peeping())))

    assert found == "noise: something else is told for another notifier"


@pytest.mark.parametrize("days", [-1, 1])
def test_a_rule_that_fails_a_day_before_or_after_the_receipt_is_found(days: int, broken: set[dt.date]) -> None:
    broken.add(MONDAY + dt.timedelta(days=days))
    found = lines(boundaries.starts_hold(subject(faulty.on_moment(faulty.received))))

    assert "received a day off, failed: " in found and "broken on purpose" in found


def test_a_deadline_that_is_sooner_for_what_came_later_is_found() -> None:
    assert "received a day later, listen@c1 is due sooner" in lines(
        boundaries.starts_hold(subject(*faulty.shorter_on_some_days()))
    )


@pytest.mark.parametrize("days", [0, 1, 2], ids=["before", "of", "after"])
def test_a_rule_that_fails_on_a_day_around_a_deadline_is_found(days: int, broken: set[dt.date]) -> None:
    broken.add(MONDAY + dt.timedelta(days=days))
    found = subject(faulty.on_moment(faulty.assessed_at), faulty.clock(Hours(24)))

    assert "broken on purpose" in lines(boundaries.deadlines_hold(found))


@pytest.mark.parametrize(("days", "word"), [(-1, "overdue"), (1, "running")])
def test_a_state_that_its_day_denies_is_found(days: int, word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock is told as it stands on another day."""
    real = Subject.assess

    def turned(self: Subject, case: Case, *, example: WorkedExample, at: Moment | None = None) -> Assessment:
        shifted = None if at is None else Moment(at.value - dt.timedelta(days=3 * days))
        return real(self, case, example=example, at=shifted)

    monkeypatch.setattr(Subject, "assess", turned)
    found = lines(boundaries.deadlines_hold(subject(faulty.noisy(), faulty.clock(Hours(24)))))

    assert f"listen@c1 is {word}, and due " in found


# --- What is not known ---


def loud(**options: bool) -> Subject:
    """Return the program about noise with an example."""
    book = loud_program.rulebook(**options)
    example = attrs.evolve(subject(faulty.noisy()).examples[0], case=loud_program.case(book))
    return Subject(rulebook=book, program=book.program("invented"), examples=(example,))


def test_a_rule_that_takes_what_is_not_known_for_a_word_is_found() -> None:
    assert "noise: without facts[1].answer: certain is" in lines(unknowns.is_sound(loud(faulty=True)))


@pytest.mark.parametrize("check", [unknowns.is_sound, unknowns.is_complete])
def test_a_rule_that_fails_without_a_fact_is_found(check: Run) -> None:
    assert "broken on purpose" in lines(check(loud(broken=True)))


def test_what_every_answer_shares_and_is_not_told_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine that tells nothing of a case with an open question."""
    real = unknowns._certain
    both = faulty.noisy()
    both.row(
        "loud", faulty.concern, when=is_concern(faulty.concern) & loud_program.LOUD(faulty.concern), cites=[CLAUSE]
    )
    book = cimscore.load_rulebook([InlinePlugin(tables=(both,))])
    document = {**faulty.DOCUMENT, "facts": {"invented": {"loud": {"c1": True}}}}
    example = attrs.evolve(subject(faulty.noisy()).examples[0], case=book.read_case(document))
    found = Subject(rulebook=book, program=book.program("invented"), examples=(example,))
    assert lines(unknowns.is_complete(found)) == ""

    monkeypatch.setattr(unknowns, "_certain", lambda *given: real(*given) if _is_answered(given[1]) else set())
    assert "are not told as certain" in lines(unknowns.is_complete(found))


def _is_answered(case: cimscore.Case) -> bool:
    return all(isinstance(entry.answer, bool) for entry in case.facts)


# --- All of it ---


def test_what_was_not_looked_at_when_the_time_was_up_is_told() -> None:
    book = cimscore.load_rulebook()
    found = check_program(book, "ndis-incidents", seconds=1e-9)

    assert "worked examples hold: not looked at, since the time was up: 14 of the examples" in found


def test_progress_is_told_before_each_check() -> None:
    told: list[tuple[str, int, int]] = []
    check_program(cimscore.load_rulebook(), "ndis-incidents", seconds=1e-9, progress=lambda *given: told.append(given))

    assert told == [(check.promises, number, len(CHECKS)) for number, check in enumerate(CHECKS, 1)]


def test_an_unknown_program_is_refused_with_the_one_that_was_meant() -> None:
    with pytest.raises(cimscore.UnknownNameError, match="vic-cims"):
        check_program(cimscore.load_rulebook(), "vic-cim")


SHIPPED = [plugin.name for plugin in installed_plugins()]
RULEBOOK = cimscore.load_rulebook()
SPREAD = 2
"""So many worked examples of each program are looked at here; `nox -s programs` looks at all of them."""


@pytest.mark.spread
@pytest.mark.parametrize("id", SHIPPED)
@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.promises)
def test_the_shipped_programs_keep_every_promise(check: Check, id: str) -> None:
    every = load_examples(RULEBOOK, id)
    whole = check.promises.startswith("worked examples")
    chosen = spread(every, 4) if whole else every[:: max(1, len(every) // SPREAD)]
    found = Subject(rulebook=RULEBOOK, program=RULEBOOK.program(id), examples=tuple(chosen), most=2 * SPREAD)

    assert lines(check.run(found)) == ""
