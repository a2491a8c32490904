"""Whatever an address is given for is explained by it, an address for e-mail in it or not."""

from __future__ import annotations

import pytest

import cimscore
from cimscore.assessment import explanations_of, words_for
from cimscore.assessment.making import decided_case
from cimscore.wire import load_examples

RULEBOOK = cimscore.load_rulebook()
EXAMPLES = {example.id: example for example in load_examples(RULEBOOK, "vic-cims")}


@pytest.mark.parametrize("name", ["contact-review", "contact-vendors", "abuse-by-staff"])
def test_every_conclusion_and_clock_is_explained_by_its_address(name: str) -> None:
    example = EXAMPLES[name]
    compiled = RULEBOOK.program("vic-cims").compiled
    decision, decided = decided_case(example.case, compiled, at=example.at, readings=example.readings)
    words = words_for(example.case, compiled.program)
    lines = [*decision.conclusions, *decision.clocks]

    assert any("@" in str(thing) for line in lines for thing in line.things) == name.startswith("contact")
    for line in lines:
        explained = {each.address for each in explanations_of(decided, words, line.address)}
        assert line.address in explained
