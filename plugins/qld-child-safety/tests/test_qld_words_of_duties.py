"""What is owed keeps the page's own strength of word, is always there for the notifier, and comes in order."""

from __future__ import annotations

from functools import cache

import pytest

import cimscore
from cimscore.policy import Modal
from cimscore.rules import Topic
from cimscore.rules.rows.duties import DutyWords
from cimscore.testing import assess_example
from cimscore.wire import load_examples

PROGRAM = "qld-child-safety"
RULEBOOK = cimscore.load_rulebook()
EXAMPLES = {example.id: example for example in load_examples(RULEBOOK, PROGRAM)}
NOTES = {
    (conclusion.id, row.id): row.notes
    for conclusion in RULEBOOK.program(PROGRAM).program.conclusions
    for row in conclusion.rows
}


@cache
def owed(example: str) -> dict[tuple[str, str], DutyWords]:
    """Return the words of each duty in an example, by what it is about and its act."""
    found = assess_example(EXAMPLES[example], RULEBOOK).decision(PROGRAM).of_topic(Topic.DUTIES)
    return {
        ("@".join(map(str, duty.things[:-2])) or "case", duty.things[-2]): NOTES[duty.id, duty.rows[0]]
        for duty in found
    }


def acts(example: str, about: str) -> dict[str, Modal]:
    """Return how strongly each act about a thing binds."""
    return {act: words.modal for (thing, act), words in owed(example).items() if thing == about}


@pytest.mark.parametrize(
    ("example", "about", "forbidden"),
    [
        ("a-notification", "notification:north", {"notifier-nowhere-else"}),
        ("a-limited-intake-response", "limited-intake-response:c1", {"not-in-icms"}),
        ("nobody-identified", "unidentified-concerns:case", {"not-in-icms"}),
        ("new-and-duplicate", "child-concern-report:c2", {"not-an-enquiry-or-note", "notifier-nowhere-else"}),
        ("no-address", "case", {"last-resort"}),
        ("recorded-before-and-responsible", "kai@notification:home", {"no-additional-concerns"}),
    ],
)
def test_what_must_not_be_done_is_a_duty_that_says_so(example: str, about: str, forbidden: set[str]) -> None:
    assert {
        act for act, modal in acts(example, about).items() if modal in (Modal.MUST_NOT, Modal.IS_NOT_TO)
    } == forbidden


def test_the_words_of_the_page_are_kept() -> None:
    found = acts("a-notification", "notification:north")
    assert {act: found[act] for act in ("approve", "no-delay", "send", "finish", "transfer")} == {
        "approve": Modal.WILL,
        "no-delay": Modal.WILL_NOT,
        "send": Modal.WILL,
        "finish": Modal.EVERY_EFFORT,
        "transfer": Modal.MUST,
    }


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_act_that_comes_after_another_comes_after_one_that_is_owed(example: str) -> None:
    found = owed(example)
    lost = [(about, act) for (about, act), words in found.items() if words.after and (about, words.after) not in found]
    assert lost == []


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_act_that_comes_after_another_is_read_after_it(example: str) -> None:
    found = owed(example)
    places = {key: (words.step, words.rank) for key, words in found.items()}
    early = [
        (about, act)
        for (about, act), words in found.items()
        if words.after and places[about, words.after] >= places[about, act]
    ]
    assert early == []


@pytest.mark.parametrize("act", ["feedback", "notifier-field", "notifier-nowhere-else", "write-without-identifying"])
def test_what_is_owed_about_the_notifier_is_always_there(act: str) -> None:
    assert act in acts("a-notification", "notification:north")
    assert act in acts("a-child-concern-report", "child-concern-report:north")
