"""What the programs are and decide, told alike by any process: each digest, and what is told of incomplete cases."""

from __future__ import annotations

import json
from typing import Any

import cimscore
from cimscore.assessment import assessment_document
from cimscore.testing import omissions
from cimscore.wire import load_examples


def told_of_examples() -> tuple[dict[str, str], Any]:
    """Return each digest, and what is told of worked examples with a fact left out, as JSON reads it."""
    rulebook = cimscore.load_rulebook()
    told = {}
    for example in load_examples(rulebook)[::24]:
        for omission in [*omissions(example.case, rulebook)][::6]:
            found = cimscore.assess(omission.case, rulebook, at=example.at, readings=example.readings)
            document = assessment_document(found.case, found.decisions, found.failures)
            told[f"{example.id} without {omission.fact}"] = document
    return {address: rule.digest for address, rule in rulebook.rules.items()}, json.loads(json.dumps(told))
