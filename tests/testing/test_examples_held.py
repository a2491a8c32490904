"""A worked example is held to every line it names, and to none that it does not."""

from __future__ import annotations

import attrs
import loud_program
import pytest

import cimscore
from cimscore import WorkedExample
from cimscore.errors import DocumentError
from cimscore.rulebook import Expected
from cimscore.testing import assess_example, check_example, lines_of
from cimscore.wire import load_examples, read_example

RULEBOOK = cimscore.load_rulebook()
EXAMPLES = {example.id: example for example in load_examples(RULEBOOK)}
DEATH, HALF_SISTER = EXAMPLES["death"], EXAMPLES["half-sister-not-decided-about"]
NOTIFY, FORM = "notify, c1", "send-the-form, c1"


def differences(expect: Expected, example: WorkedExample = DEATH) -> tuple[str, ...]:
    """Return how an example differs from what is expected of it."""
    return check_example(attrs.evolve(example, expect=expect), RULEBOOK)


def written(expect: str) -> WorkedExample:
    """Return an example about noise with a block of what it expects."""
    case = "case: {cimscore: 1, id: noise, programs: [invented], dates: {received: 2025-03-03T10:15+10:00}}"
    text = f"title: A noise\nshows: [doc/heading/clause]\n{case}\nexpect:\n{expect}\n"
    return read_example(text, "noises", "noise", loud_program.rulebook())


def refusal(expect: str) -> str:
    """Return what a block is refused with."""
    with pytest.raises(DocumentError) as caught:
        written(expect)
    return str(caught.value)


def test_what_is_wrong_in_the_case_of_an_example_is_told_with_its_file() -> None:
    text = "title: A noise\nshows: [doc/heading/clause]\ncase: {cimscore: 1, id: noise, peopel: []}\n"
    with pytest.raises(DocumentError) as caught:
        read_example(text, "noises", "noise", loud_program.rulebook())
    assert "noises/noise.yaml" in str(caught.value)
    assert "Did you mean 'people'?" in str(caught.value)


def test_what_is_not_named_is_not_checked() -> None:
    assert differences(Expected()) == ()


def test_a_conclusion_has_nothing_more_and_nothing_less() -> None:
    lines = ("five-day-form:c1", "incident-report:c1")
    assert differences(Expected(conclusions={"record": lines})) == (
        "record: expected and not found: incident-report:c1",
        "record: found and not expected: immediate-notification:c1",
    )


def test_a_conclusion_that_holds_of_nothing_is_expected_so() -> None:
    assert differences(Expected(conclusions={"out-of-scope": ()})) == ()
    assert differences(Expected(conclusions={"in-scope": ()})) == ("in-scope: found and not expected: c1",)


def test_what_is_provisional_is_told_apart_from_what_is_certain() -> None:
    told = lines_of(assess_example(HALF_SISTER, RULEBOOK), HALF_SISTER.case, RULEBOOK)
    assert {"ari, north", "bo, south (provisional)"} <= set(told.conclusions["subject"])
    assert differences(Expected(conclusions={"subject": ("ari, north", "ari, south", "bo, south")}), HALF_SISTER) == (
        "subject: expected and not found: bo, south",
        "subject: found and not expected: bo, south (provisional)",
    )


def test_duties_are_sentences_about_one_thing() -> None:
    owed = ("any worker who learns of it must tell the provider", "somebody must rest")
    assert differences(Expected(duties={"c1": owed})) == ("duties, c1: expected and not found: somebody must rest",)


def test_all_clocks_are_named_with_their_day() -> None:
    told = lines_of(assess_example(DEATH, RULEBOOK), DEATH.case, RULEBOOK).clocks
    assert differences(Expected(clocks=told)) == ()
    assert differences(Expected(clocks={FORM: told[FORM]})) == (
        f"clocks: found and not expected: {NOTIFY}: {told[NOTIFY]}",
    )


def test_questions_and_state_are_held_too() -> None:
    assert differences(Expected(asks=("ndis-incidents/kind@c1",), state="provisional")) == (
        "asks: expected and not found: ndis-incidents/kind@c1",
        "state: expected and not found: provisional",
        "state: found and not expected: final",
    )


def test_the_states_of_several_programs_are_told_in_their_order() -> None:
    assert EXAMPLES["dual-funded"].expect.state == "final, final"
    assert check_example(EXAMPLES["dual-funded"], RULEBOOK) == ()


def test_a_failure_of_a_plugin_is_always_told() -> None:
    book = loud_program.rulebook(broken=True)
    example = attrs.evolve(DEATH, case=loud_program.case(book), expect=Expected())
    (said,) = check_example(example, book)
    assert said.startswith("failed: ")
    assert "broken on purpose" in said


def test_an_example_is_read_with_all_its_parts() -> None:
    lines = ("noisy: [c1, c2 (provisional)]", "clocks: {}", "duties: {c1: x must y}", "asks: []", "state: final")
    assert written("\n".join(f"  {line}" for line in lines)).expect == Expected(
        conclusions={"noisy": ("c1", "c2 (provisional)")},
        duties={"c1": ("x must y",)},
        clocks={},
        asks=(),
        state="final",
    )


@pytest.mark.parametrize(
    ("expect", "said"),
    [
        ("  nosy: [c1]", "Did you mean 'noisy'?"),
        ("  duties-listen: [c1]", "a conclusion's id, or a known part"),
        ("  state: finall", "Did you mean 'final'?"),
        ("  clocks: {listen, c1: tomorrow}", "a clock"),
        ("  duties: [x must y]", "expect.duties"),
        ("  noisy: {c1: c2}", "expect.noisy"),
        ("  - noisy", "a mapping"),
    ],
)
def test_what_cannot_be_expected_is_refused(expect: str, said: str) -> None:
    assert said in refusal(expect)
