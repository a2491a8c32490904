"""What is asked next, and what becomes of each answer: it is in the document, and its question is no longer open."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from pathlib import Path

import pytest
from tests.each_nth import each_nth

import cimscore
from cimscore.assessment import Decision, Words, decided_by_each, words_for
from cimscore.composition import vocabulary_of
from cimscore.interview import NotAnAnswerError, Sitting, answered, puts_for
from cimscore.reasoning.claims.told import Decided
from cimscore.wire import read_case_text

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted((ROOT / "tests" / "cases" / "documents").glob("*.yaml"))
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
LOADED = functools.cache(cimscore.load_rulebook)
HALF_SISTER = (ROOT / "examples" / "two-homes-half-sister.yaml").read_text(encoding="utf-8")
NOTIFIER = '\nnotifier: {name: "Quentin Zweig"}  # stays\n'


def decide(text: str) -> Iterable[tuple[Decision, Decided, Words]]:
    case = read_case_text(text, vocabulary_of(LOADED()))
    decided, failures = decided_by_each(case, LOADED())
    assert not failures
    return [(decision, behind, words_for(case, behind.run.compiled.program)) for decision, behind in decided]


def sitting_on(path: Path) -> Sitting:
    return Sitting(path.read_text(encoding="utf-8"), decide)


def of(name: str) -> Sitting:
    return sitting_on(ROOT / "tests" / "cases" / "documents" / f"{name}.yaml")


def held_to_its_answers(path: Path) -> None:
    """Check that each answer that is offered can be written, is accepted, and closes its question."""
    try:
        sitting = sitting_on(path)
    except cimscore.DocumentError:  # Some of these documents are refused, and show how.
        return
    for asked in {asked.address.partition("@")[0]: asked for asked in sitting.questions}.values():
        assert asked.choices or asked.typed or asked.by_hand
        for choice in asked.choices:
            text = answered(sitting.text, choice.puts)
            assert asked.address not in {after.address for after in Sitting(text, decide).questions}, choice.words


@pytest.mark.parametrize("path", each_nth(EXAMPLES + DOCUMENTS[::6], 2), ids=lambda path: path.stem)
def test_every_answer_that_is_offered_can_be_written_and_closes_its_question(path: Path) -> None:
    held_to_its_answers(path)


@pytest.mark.long
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_every_answer_of_every_document_closes_its_question(path: Path) -> None:
    held_to_its_answers(path)


@pytest.mark.parametrize("path", [*EXAMPLES, *DOCUMENTS[::4]], ids=lambda path: path.stem)
def test_what_decides_most_comes_first_and_no_reading_is_asked(path: Path) -> None:
    try:
        questions = sitting_on(path).questions
    except cimscore.DocumentError:
        return

    assert [asked.weight for asked in questions] == sorted((asked.weight for asked in questions), reverse=True)
    assert len({asked.address for asked in questions}) == len(questions)
    for asked in questions:
        assert bool(asked.decided_by) != bool(asked.ask), "either somebody decides, or somebody can be asked"


def test_an_answer_is_written_and_everything_else_of_the_text_stays() -> None:
    sitting = Sitting(HALF_SISTER.rstrip("\n") + NOTIFIER, decide)
    asked = sitting.question("concerns-relate@bo@south")

    sitting.take(asked, "no", "2025-03-03")

    (line,) = set(sitting.text.splitlines()) - set((HALF_SISTER + NOTIFIER).splitlines())
    assert "answer: false, by: child-safety-officer, at: 2025-03-03" in line
    assert NOTIFIER.strip() in sitting.text.splitlines()
    assert asked.address not in {after.address for after in sitting.questions}
    assert [(given.address, said) for given, said in sitting.given] == [(asked.address, "no")]


def test_what_an_answer_changes_is_what_it_then_does() -> None:
    sitting = Sitting(HALF_SISTER, decide)
    asked = sitting.question("concerns-relate@bo@south")
    no = next(choice for choice in asked.choices if choice.words == "no")
    said_before = {line.says for decision, *_ in decide(sitting.text) for line in decision.conclusions}

    sitting.take(asked, "no")

    said_after = {line.says for decision, *_ in decide(sitting.text) for line in decision.conclusions}
    assert no.takes
    assert set(no.takes) & said_before
    assert not set(no.takes) & said_after


@pytest.mark.parametrize("said", ["2014-05-02", "2014-05", "2014", "9", "about 9", "adult"])
def test_a_birth_can_be_told_in_every_way_in_which_people_know_it(said: str) -> None:
    sitting = of("clock-hidden-by-age")
    asked = sitting.question("born@flo")

    sitting.take(asked, said)

    assert sitting.text != of("clock-hidden-by-age").text
    assert {choice.words for choice in asked.classes} >= {"aged 0 to 9", "aged 10 to 17"}


def test_an_age_that_is_still_a_range_is_not_asked_for_again_at_once() -> None:
    sitting = of("about-ten")

    sitting.take(sitting.question("born@lou"), "about 10")

    assert "born@lou" not in {asked.address for asked in sitting.questions}


@pytest.mark.parametrize("said", ["perhaps", "0", "9", ""])
def test_what_is_no_answer_is_refused_and_changes_nothing(said: str) -> None:
    sitting = Sitting(HALF_SISTER, decide)

    with pytest.raises(NotAnAnswerError, match="is no answer to: Do the concerns in south relate to Bo Example too"):
        sitting.take(sitting.question("concerns-relate@bo@south"), said)

    assert sitting.text == HALF_SISTER
    assert sitting.given == []


def test_an_answer_that_the_document_would_be_refused_with_changes_nothing() -> None:
    sitting = of("clock-hidden-by-age")
    before = sitting.text

    with pytest.raises(cimscore.DocumentError, match="born"):
        sitting.take(sitting.question("born@flo"), "last spring")

    assert sitting.text == before
    assert "born@flo" in {asked.address for asked in sitting.questions}


def test_a_question_that_is_left_open_is_not_asked_again_and_stays_open() -> None:
    sitting = Sitting(HALF_SISTER, decide)
    first = sitting.questions[0]

    sitting.leave(first)

    assert first not in sitting.questions
    assert sitting.question(first.address) == first
    assert sitting.text == HALF_SISTER


def test_an_unknown_question_is_refused_by_its_nearest() -> None:
    with pytest.raises(cimscore.UnknownNameError, match="concerns-relate@bo@south"):
        Sitting(HALF_SISTER, decide).question("concerns-relate@bo@sotuh")


def test_an_entry_that_says_that_it_is_not_decided_is_answered_in_its_place() -> None:
    sitting = of("clock-hidden-by-duplicate")
    asked = sitting.question("duplicate-of@c1")
    entries = sitting.text.count("duplicate-of")

    sitting.take(asked, "none")

    assert sitting.text.count("duplicate-of") == entries


def test_one_question_of_two_programs_is_asked_once_for_both() -> None:
    """Take from a case of two programs what both ask for: a birth."""
    text = (ROOT / "examples" / "dual-funded.yaml").read_text(encoding="utf-8")
    alone = [asked for asked in Sitting(text, decide).questions if len(asked.programs) == 1]
    both = [asked for asked in Sitting(text, _decide_twice).questions if len(asked.programs) > 1]

    assert [asked.address for asked in both] == [asked.address for asked in alone]
    for once, twice in zip(alone, both, strict=True):
        assert twice.weight == 2 * once.weight
        assert [choice.words for choice in twice.choices] == [choice.words for choice in once.choices]
        assert all(second.adds == first.adds * 2 for first, second in zip(once.choices, twice.choices, strict=True))


def _decide_twice(text: str) -> Iterable[tuple[Decision, Decided, Words]]:
    return [told for told in decide(text) for _ in range(2)]


def test_the_number_of_an_answer_is_not_taken_for_a_number_that_is_asked_for() -> None:
    sitting = of("about-ten")
    asked = sitting.question("born@lou")

    (put,) = puts_for(asked, "3")

    assert put.path[-1] == "age"
