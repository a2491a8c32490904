"""What is held of the sayings about the file, and about what has been done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Final

from sayings_read import Said

from cimscore.case import UNKNOWN, Actor, Between, Exists, Moment
from cimscore.rules.conditions.things import RecordName
from cimscore.rules.vocabulary import (
    asks_about,
    concerns_home,
    happened_elsewhere,
    has_ended,
    is_about,
    is_concern,
    is_file,
    record_moved_by,
    record_moved_by_person,
)

MARCH_4: Final = Moment(dt.date(2025, 3, 4))
RECORD: Final = RecordName("notification", "household", "home")


def records(said: Said) -> dict[str, str]:
    """Return how sure each record to be made is."""
    return {str(record.things[0]): record.standing.value for record in said.decision.about("record")}


def done(said: Said) -> dict[str, tuple[str, str]]:
    """Return when and by whom everything that is told as done was done."""
    return {line.says: (line.at, line.by) for line in said.decision.done}


def an_intervention_is_asked_for(said: Said) -> None:
    assert records(said) == {"child-concern-report:home": "provisional"}
    assert "qld-child-safety/ongoing-intervention@kai" in [point.address for point in said.decision.points]


def none_is_on_file(said: Said) -> None:
    assert [point.address for point in said.decision.points if "intervention" in point.address] == []


def may_be_on_file(said: Said) -> None:
    assert said.grade(is_file, "EV-7") == 1
    assert said.values("exists@EV-7") == ["no", "yes"]


def is_not_on_file(said: Said) -> None:
    assert said.record("EV-7").exists is Exists.NO
    assert said.grade(is_file, "EV-7") == 0
    assert "EV-7 is not on file" in done(said)


def is_about_somebody(said: Said) -> None:
    asked = next(point for point in said.decision.points if point.address == "recorded-as@kai@EV-7")
    assert asked.working == "something else, or not at all"


def is_named_somehow(said: Said) -> None:
    assert said.record("EV-7").people == {"kai": UNKNOWN}
    assert said.situation.points.keys() >= {"household@EV-7"}


def has_come_to_an_end(said: Said) -> None:
    assert said.grade(has_ended, "OI-1") == 3


def is_replaced(said: Said) -> None:
    assert (said.grade(is_file, "EV-7"), said.grade(is_file, "EV-8")) == (0, 3)
    assert "EV-7 is superseded by EV-8: nothing more is owed by it" in done(said)


def is_withdrawn(said: Said) -> None:
    assert said.grade(is_concern, "c1") == 0
    assert "c1 is withdrawn: nothing is told as owed by it" in done(said)


def asks_for_advice(said: Said) -> None:
    assert (said.grade(asks_about, "c1", "kai"), said.grade(is_about, "c1", "kai")) == (3, 0)
    assert said.decision.about("subject") == ()


def asks_about_nobody(said: Said) -> None:
    assert said.concern("c1").about == ()
    assert said.decision.about("subject") == ()


def happened_between(said: Said, first: str, last: str) -> None:
    """Hold between which days the concern happened."""
    bounds = Moment(dt.date.fromisoformat(first)), Moment(dt.date.fromisoformat(last))
    assert said.concern("c1").occurred == Between(*bounds)
    point = said.situation.points["occurred@c1"]
    assert (point.working.first, point.working.last) == bounds


def told_on_one_of_two_days(said: Said) -> None:
    working = said.situation.points["received"].working
    assert (str(working.first), str(working.last), str(working.working)) == ("2025-03-03", "2025-03-04", "2025-03-03")


def is_a_concern_of_home(said: Said) -> None:
    assert (said.grade(happened_elsewhere, "c1"), said.grade(concerns_home, "c1", "home")) == (3, 3)


def whose_concern_is_asked(said: Said) -> None:
    assert said.values("concerns-home@c1@home") == ["no", "yes"]


def was_signed_off_by_sal(said: Said) -> None:
    assert said.grade(record_moved_by_person, RECORD, "approve", "sal") == 3
    assert said.grade(record_moved_by, RECORD, "approve", "senior-team-leader") == 3


def was_approved_by_somebody(said: Said) -> None:
    assert said.record("notification:home").moves[0].by == Actor(person=UNKNOWN, role="senior-team-leader")
    assert said.grade(record_moved_by, RECORD, "approve", "senior-team-leader") == 3
    assert said.values("person@notification:home@approve")[0] == "nobody who is named here"


def was_started(said: Said) -> None:
    (entry,) = said.case.done
    assert (entry.for_, entry.by, entry.at) == (("c1@kai",), "service centre", MARCH_4)
    assert ("Tuesday 4 March 2025", "service centre") in done(said).values()


def the_police_know(said: Said) -> None:
    (says,) = done(said)
    assert done(said)[says] == ("Tuesday 4 March 2025", "")
    assert says not in [owed for owed, _ in said.decision.duties]


def share_a_response(said: Said) -> None:
    assert [(each.about, each.answer) for each in said.case.decisions] == [(("c1", "c2", "c3"), "notification")]


def the_third_is_another(said: Said) -> None:
    assert [(each.about, each.answer) for each in said.case.decisions] == [
        (("c1", "c2"), "notification"),
        (("c3",), "child-concern-report"),
    ]


def is_one_concern_more(said: Said) -> None:
    assert said.concern("c2").occurred == Moment(dt.date(2025, 3, 2))
    assert [(each.about, each.answer) for each in said.case.decisions] == [(("c2",), "notification")]


FILES: Final[Mapping[str, Callable[[Said], None]]] = {
    "We don't know if there's an open case.": an_intervention_is_asked_for,
    "There's nothing open on them.": none_is_on_file,
    "Somebody thinks there was an investigation, EV-7.": may_be_on_file,
    "EV-7? No, that was another family.": is_not_on_file,
    "There's an investigation at the house, EV-7. I can't see about whom.": is_about_somebody,
    "He's named in EV-7, I can't see as what.": is_named_somehow,
    "The intervention is over.": has_come_to_an_end,
    "EV-7 was replaced by EV-8.": is_replaced,
    "The report was withdrawn.": is_withdrawn,
    "They only wanted advice.": asks_for_advice,
    "Nobody in particular, they asked how it works.": asks_about_nobody,
    "It was some time in February.": lambda said: happened_between(said, "2025-02-01", "2025-02-28"),
    "It happened between Saturday and Monday.": lambda said: happened_between(said, "2025-03-01", "2025-03-03"),
    "We were told on Monday or Tuesday.": told_on_one_of_two_days,
    "It's about mum's place, though it happened at school.": is_a_concern_of_home,
    "I can't say whose household it is about.": whose_concern_is_asked,
    "Sal signed it off herself.": was_signed_off_by_sal,
    "A team leader approved it, no idea which.": was_approved_by_somebody,
    "The start was made on Tuesday by the centre.": was_started,
    "We rang the police on Tuesday.": the_police_know,
    "All three get the same response.": share_a_response,
    "The first two are the same, the third is a report.": the_third_is_another,
    "One more thing, all in one: he was hit on Sunday, and it gets a notification.": is_one_concern_more,
}
