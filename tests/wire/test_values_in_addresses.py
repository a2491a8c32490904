"""A question about a thing and a word of the policy is answered at both, whoever answers it."""

from __future__ import annotations

import enum
from typing import Any

import pytest

import cimscore
from cimscore.rules import Concern, Conclusion, Person, Question, Topic, Value
from cimscore.rules.vocabulary import is_about
from cimscore.testing import InlinePlugin, case, standing_of


class Sign(enum.StrEnum):
    """What may be seen of a child."""

    FEAR = "fear"
    HURT = "a hurt (new)"


event, child, sign = Concern("event"), Person("child"), Value("sign", Sign)
CITES = ["doc/heading/clause"]
DECIDED = Question(
    id="seen", things=(event, sign), text="Is there {sign} in {event}?", answers=bool, decided_by="worker"
)
TOLD = Question(id="told", things=(event, sign), text="Was {sign} told of in {event}?", answers=bool)
HARMED = Question(
    id="harmed", things=(event, child), text="Is {child} harmed in {event}?", answers=bool, decided_by="worker"
)
CALLS = Conclusion("calls", (event,), "{event} [calls] for a visit", topic=Topic.SCOPE)
for name, asked in (("seen", DECIDED), ("told", TOLD)):
    CALLS.row(name, event, when=is_about(event, child) & asked(event, Sign.HURT), cites=CITES)
CALLS.row("harmed", event, when=is_about(event, child) & HARMED(event, child), cites=CITES)
RULEBOOK = cimscore.load_rulebook([InlinePlugin(id="signs", tables=(CALLS,))])


def asked_of(**more: Any) -> cimscore.case.Case:
    return case(RULEBOOK, "signs", people={"kit": "2015-01-01"}, concerns={"c1": {"about": ["kit"]}}, **more)


@pytest.mark.parametrize("address", ["seen@c1@a hurt (new)", "told@c1@a hurt (new)", "harmed@c1@kit"])
def test_what_is_answered_at_two_things_is_found(address: str) -> None:
    answered = asked_of(answers={f"signs/{address}": True})
    assert standing_of(RULEBOOK, answered, "calls@c1") == "certain"


def test_what_is_printed_for_an_answer_can_be_read() -> None:
    (decision,) = cimscore.assess(asked_of(), RULEBOOK).decisions
    assert len(decision.points) == 3
    for point in decision.points:
        assert standing_of(RULEBOOK, asked_of(answers={point.address: True}), "calls@c1") == "certain"


@pytest.mark.parametrize(
    "more",
    [
        {"facts": {"signs": {"told": {"c1@a hurt": True}}}},
        {"decisions": [{"question": "signs/seen", "about": "c1@a hurt", "answer": True, "by": "worker"}]},
    ],
)
def test_a_word_that_is_none_of_the_list_is_refused(more: dict[str, Any]) -> None:
    with pytest.raises(cimscore.DocumentError, match=r"a concern with one of fear, a hurt .new., such as c1@fear"):
        asked_of(**more)
