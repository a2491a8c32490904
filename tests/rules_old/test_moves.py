"""When a record took a step: the first time or the last, and None where it has not."""

from __future__ import annotations

import datetime as dt

import pytest

import cimscore
from cimscore.case import Case, Moment, MoveEntry, RecordEntry
from cimscore.rules import Duty, EarlierRecord, Facts, Ruleset, Topic
from cimscore.testing import InlinePlugin

SUBMITTED = [Moment(dt.date(2025, 3, day)) for day in (3, 5, 7)]


def when(*, first: bool, moves: tuple[MoveEntry, ...]) -> str:
    """What a rule learns of the submission of a record with these moves."""
    duties: Ruleset[Duty] = Ruleset(Topic.DUTIES)

    @duties.rule("act", cites=["doc/heading/clause"])
    def act(facts: Facts, record: EarlierRecord) -> Duty:
        """Somebody acts."""
        return Duty(act="act", who="somebody", what=str(facts.moved(record, "submit", first=first)))

    case = Case(id="one", programs=("invented",), records=(RecordEntry(id="report", kind="report", moves=moves),))
    assessment = cimscore.assess(case, cimscore.load_rulebook([InlinePlugin(rulesets=(duties,))]))
    answer = assessment.duties[0].duty.answer
    return str(answer.what)


@pytest.mark.parametrize(("first", "day"), [(True, "2025-03-03"), (False, "2025-03-07")])
def test_a_step_taken_again_has_a_first_and_a_last_time(*, first: bool, day: str) -> None:
    moves = tuple(MoveEntry(move="submit", at=at) for at in SUBMITTED)

    assert when(first=first, moves=moves) == day


@pytest.mark.parametrize("first", [True, False])
def test_a_step_not_listed_has_not_happened(*, first: bool) -> None:
    assert when(first=first, moves=(MoveEntry(move="create", at=SUBMITTED[0]),)) == "None"


def test_that_a_step_happened_is_known_even_when_its_time_is_not() -> None:
    duties: Ruleset[Duty] = Ruleset(Topic.DUTIES)

    @duties.rule("act", cites=["doc/heading/clause"])
    def act(facts: Facts, record: EarlierRecord) -> Duty:
        """Somebody acts."""
        return Duty(act="act", who="somebody", what=str([facts.has_moved(record, it) for it in ("submit", "close")]))

    moves = (MoveEntry(move="submit"),)
    case = Case(id="one", programs=("invented",), records=(RecordEntry(id="report", kind="report", moves=moves),))
    assessment = cimscore.assess(case, cimscore.load_rulebook([InlinePlugin(rulesets=(duties,))]))

    assert assessment.duties[0].duty.answer.what == "[True, False]"


def test_the_earliest_of_several_moments_is_told_across_offsets_and_from_whole_days() -> None:
    duties: Ruleset[Duty] = Ruleset(Topic.DUTIES)
    brisbane, melbourne = (dt.timezone(dt.timedelta(hours=hours)) for hours in (10, 11))
    later, earlier = (Moment(dt.datetime(2025, 3, 3, 9, tzinfo=zone)) for zone in (brisbane, melbourne))
    whole_day = Moment(dt.date(2025, 3, 3))

    @duties.rule("act", cites=["doc/heading/clause"])
    def act(facts: Facts, record: EarlierRecord) -> Duty:
        """Somebody acts."""
        first = [facts.days.first_of(those) for those in ((later, earlier), (later, whole_day))]
        return Duty(act="act", who="somebody", what=" and ".join(map(str, first)))

    case = Case(id="one", programs=("invented",), records=(RecordEntry(id="report", kind="report"),))
    assessment = cimscore.assess(case, cimscore.load_rulebook([InlinePlugin(rulesets=(duties,))]))

    assert assessment.duties[0].duty.answer.what == f"{earlier} and {whole_day}"
