"""An incident of which no day is known was known at the latest when it was told."""

from __future__ import annotations

import pytest

import cimscore

RULEBOOK = cimscore.load_rulebook()


@pytest.mark.parametrize("kind", ["nothing", "harm"])
def test_what_has_no_day_is_notified_by_the_day_from_its_telling_or_earlier(kind: str) -> None:
    document = {
        "cimscore": 1, "id": "invented", "programs": ["ndis-incidents"],
        "dates": {"received": "2025-11-03T10:00+10:00"}, "people": [{"id": "lu", "adult": True}],
        "concerns": [{"id": "c1", "about": ["lu"], "place": "elsewhere", "kind": kind}],
        "facts": {"ndis-incidents": {
            "state": "queensland", "registered-provider": True, "kind": {"c1": "serious-injury"},
        }},
    }  # fmt: skip
    (decision,) = cimscore.assess(RULEBOOK.read_case(document), RULEBOOK).decisions
    (notify,) = (clock for clock in decision.clocks if clock.id == "notify")

    assert str(notify.due) == "Tuesday 4 November 2025, 10:00 or earlier, Brisbane time"
