"""What is to be done stands in the order of the page."""

from __future__ import annotations

import cimscore
from cimscore.testing import assess_example
from cimscore.wire import load_examples

PROGRAM = "qld-child-safety"


def test_an_event_is_created_before_anything_is_attached_forwarded_approved_or_handed_over() -> None:
    rulebook = cimscore.load_rulebook()
    example = next(each for each in load_examples(rulebook, PROGRAM) if each.id == "a-notification")
    lines = [says for says, _ in assess_example(example, rulebook).decision(PROGRAM).duties]
    words = (
        "create an intake event",
        "make a profile",
        "complete the intake form",
        "attach",
        "forward",
        "will approve",
    )
    places = [
        next(at for at, says in enumerate(lines) if word in says) for word in (*words, "hand over", "is to start")
    ]
    assert places == sorted(places)
