"""What is owed keeps the page's own strength of word, is always there for the notifier, and comes in order."""

from __future__ import annotations

import pytest

import cimscore
from cimscore.assessment import Assessment
from cimscore.policy import Modal
from cimscore.rules import Topic
from cimscore.testing import assess_example
from cimscore.wire import load_examples

RULEBOOK = cimscore.load_rulebook()
ASSESSED = {example.id: assess_example(example, RULEBOOK) for example in load_examples(RULEBOOK, "qld-child-safety")}


def modals(example: str, about: str) -> dict[str, Modal]:
    """How strongly each act about a thing binds, in one example."""
    return {it.key: it.answer.modal for it in ASSESSED[example].programs[0].of(Topic.DUTIES) if it.about == about}


@pytest.mark.parametrize(
    ("example", "about", "acts"),
    [
        ("a-notification", "notification:north", {"notifier-nowhere-else"}),
        ("a-limited-intake-response", "limited-intake-response:c1", {"not-in-icms"}),
        ("nobody-identified", "unidentified-concerns:case", {"not-in-icms"}),
        ("new-and-duplicate", "child-concern-report:c2", {"not-an-enquiry-or-note", "notifier-nowhere-else"}),
        ("no-address", "case", {"last-resort"}),
        ("recorded-before-and-responsible", "kai@notification:home", {"no-additional-concerns"}),
    ],
)
def test_what_must_not_be_done_is_a_duty_that_says_so(example: str, about: str, acts: set[str]) -> None:
    assert {act for act, modal in modals(example, about).items() if modal is Modal.MUST_NOT} == acts


def test_the_words_of_the_page_are_kept() -> None:
    found = modals("a-notification", "notification:north")

    assert {act: found[act] for act in ("approve", "no-delay", "send", "finish", "transfer")} == {
        "approve": Modal.WILL,
        "no-delay": Modal.WILL_NOT,
        "send": Modal.WILL,
        "finish": Modal.EVERY_EFFORT,
        "transfer": Modal.MUST,
    }


@pytest.mark.parametrize("assessment", ASSESSED.values(), ids=ASSESSED)
def test_an_act_that_comes_after_another_comes_after_one_that_is_owed(assessment: Assessment) -> None:
    owed = {(it.about, it.key): it.answer.after for it in assessment.programs[0].of(Topic.DUTIES)}

    assert [it for it, after in owed.items() if after and (it[0], after) not in owed] == []


@pytest.mark.parametrize("act", ["feedback", "notifier-field", "notifier-nowhere-else", "write-without-identifying"])
def test_what_is_owed_about_the_notifier_is_always_there(act: str) -> None:
    assert act in modals("a-notification", "notification:north")
    assert act in modals("a-child-concern-report", "child-concern-report:north")


@pytest.mark.parametrize("assessment", ASSESSED.values(), ids=ASSESSED)
def test_every_deadline_is_for_an_act_that_is_owed(assessment: Assessment) -> None:
    assert assessment.failures == ()
