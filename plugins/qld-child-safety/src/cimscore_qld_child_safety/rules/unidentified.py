"""Children and families who are not identified, or cannot be found."""

from __future__ import annotations

from typing import Final

from cimscore.policy import Modal
from cimscore.rules import Defined, Duties, Question, Value, some
from cimscore.rules.families import is_child
from cimscore.rules.vocabulary import area_known, is_about, lives_in, stays_by_choice
from cimscore_qld_child_safety.readings.records import FULL_IDENTIFYING_INFORMATION, Joined
from cimscore_qld_child_safety.rules.deaths import is_dead
from cimscore_qld_child_safety.rules.events import RECORDS
from cimscore_qld_child_safety.rules.vocabulary import (
    IDENTIFIABLE,
    UNIDENTIFIED,
    child,
    concern,
    home,
    record,
)
from cimscore_qld_child_safety.words import AUTHORISED_OFFICER, TEAM_LEADER, THE_OFFICER, THE_TEAM_LEADER, Step

ADDRESS_KNOWN: Final = Question(
    id="address-known",
    things=(),
    text="Is an address, or another way to find the child, known?",
    answers=bool,
    working=True,
    why="nothing says that the child cannot be found",
    granted=True,
    cites=("qld/no-identifying-information/every-effort", "qld/no-identifying-information/no-address"),
)
REQUEST_WHEREABOUTS: Final = Question(
    id="request-whereabouts",
    things=(),
    text="Are Commonwealth agencies asked for the family's last known whereabouts?",
    answers=bool,
    working=False,
    why="nobody is asked unless it is decided",
    decided_by=AUTHORISED_OFFICER,
    weigh=("whether the circumstances are those of the protocol", "whether every other attempt is exhausted"),
    cites=("qld/no-identifying-information/whereabouts-allowed",),
)
WHERE_KEPT: Final = Question(
    id="where-kept",
    things=(),
    text="Where is the record kept that ICMS cannot hold?",
    answers=str,
    decided_by=TEAM_LEADER,
    weigh=("whether it can be found again if the child is identified later",),
    cites=("qld/no-identifying-information/where-kept",),
)

kept_at: Final = Value("kept at", str)

nothing_links_it: Final = Defined((), "the child [goes] without anything to be known by", ~IDENTIFIABLE())
has_no_address: Final = Defined((), "the child [goes] without a known address", ~ADDRESS_KNOWN())
lacks_full_information: Final = Defined(
    (),
    "full identifying information [is] missing",
    (FULL_IDENTIFYING_INFORMATION.is_(Joined.EITHER) & (nothing_links_it() | has_no_address()))
    | (nothing_links_it() & has_no_address()),
)
lives_nowhere_known: Final = Defined(
    (child,),
    "{child}, whom a concern names, [has] no household of a known area to stay in",
    some(concern, is_about(concern, child))
    & is_child(child)
    & ~is_dead(child)
    & ~some(home, (lives_in(child, home) | stays_by_choice(child, home)) & area_known(home)),
)
is_out_of_sight: Final = Defined(
    (),
    "nobody [has] said that a child without a known home can be found",
    some(child, lives_nowhere_known(child)) & ~(ADDRESS_KNOWN.answered() & ADDRESS_KNOWN()),
)
is_outside_icms: Final = Defined((record,), "{record} [is] kept outside ICMS", RECORDS(record) & UNIDENTIFIED(record))

_IF_NONE: Final = "If none is found: an authorised officer decides whether Commonwealth agencies are asked for one."

OF_THE_CASE: Final = Duties("identifying", ())
OF_THE_CASE.duty(
    "identify",
    "obtain a name, and an address or way to find the child",
    by=THE_OFFICER,
    modal=Modal.EVERY_EFFORT,
    learns="a name, and an address or way to find the child",
    ask="the family, friends, a school or the records on file",
    then=_IF_NONE,
    when=lacks_full_information(),
    cites=["qld/no-identifying-information/every-effort"],
)
OF_THE_CASE.duty(
    "ask-for-an-address",
    "ask whether an address, or another way to find the child, is known",
    by=THE_OFFICER,
    learns="whether an address, or another way to find the child, is known",
    ask="the family, friends, a school or the records on file",
    then=_IF_NONE,
    when=is_out_of_sight(),
    unless=lacks_full_information(),
    cites=["qld/no-identifying-information/every-effort", "qld/no-identifying-information/no-address"],
)
OF_THE_CASE.duty(
    "request-whereabouts",
    "ask for the family's last known whereabouts, via Data Management Services",
    by="an authorised officer",
    to="the Commonwealth agencies",
    modal=Modal.IS_TO,
    when=has_no_address() & REQUEST_WHEREABOUTS(),
    cites=["qld/no-identifying-information/request-route", "qld/no-identifying-information/authorised-officer"],
)
OF_THE_CASE.duty(
    "last-resort",
    "ask Commonwealth agencies before every other attempt to find the family is exhausted",
    by="an authorised officer",
    modal=Modal.IS_NOT_TO,
    when=has_no_address(),
    cites=["qld/no-identifying-information/last-resort"],
)

OUTSIDE: Final = Duties("unidentified", (record,), step=Step.CREATE)
OUTSIDE.duty(
    "not-in-icms",
    "record the information in ICMS",
    by=THE_OFFICER,
    modal=Modal.MUST_NOT,
    when=is_outside_icms(record),
    cites=["qld/no-identifying-information/not-in-icms"],
)
OUTSIDE.duty(
    "consult",
    "consult on where the record is kept",
    by=THE_OFFICER,
    to=THE_TEAM_LEADER,
    when=is_outside_icms(record),
    cites=["qld/no-identifying-information/where-kept"],
)
OUTSIDE.duty(
    "keep",
    "keep the record",
    by=THE_OFFICER,
    to="{}",
    after="consult",
    detail=kept_at,
    when=is_outside_icms(record) & WHERE_KEPT.answered() & WHERE_KEPT.is_(kept_at),
    cites=["qld/no-identifying-information/where-kept"],
)
