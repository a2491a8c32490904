"""A no says what fails, also where nobody of the case is what a condition looks for."""

from __future__ import annotations

import enum

import cimscore
from cimscore.policy import Row
from cimscore.rules import Concern, Conclusion, Defined, Person, Question, Table, Topic, Value, some
from cimscore.rules.families import is_child
from cimscore.rules.vocabulary import age_at_least, is_about, is_concern, is_person
from cimscore.testing import InlinePlugin, case


class Why(enum.StrEnum):
    """Reasons of a no."""

    NOBODY = "nobody whom the guidance covers"


event, child = Concern("event"), Person("child")
years, why = Value("years", int), Value("why", Why)
CITES = ["doc/heading/clause"]
STAYED = Question(id="stayed", things=(child,), text="Has {child} stayed on in continuing care?", answers=bool)
CARED = Question(id="cared", things=(child,), text="Does the provider look after {child}?", answers=bool)
LISTED = Question(
    id="listed", things=(), text="Is the provider of the house or the fostering service registered in the area?",
    answers=bool,
)  # fmt: skip
AGES = Table("ages", "The age at which continuing care ends", (Row("continuing care", 26, CITES[0]),))
stayed_on = Defined(
    (child,),
    "{child} [is] a young person in continuing care",
    is_person(child)
    & ~is_child(child)
    & ~some(years, AGES("continuing care", years) & age_at_least(child, years))
    & STAYED(child),
)
COVERED = Conclusion("covered", (child,), "{child} [is] covered by the guidance", topic=Topic.SCOPE, leading=True)
COVERED.row("stayed-on", child, when=stayed_on(child) & LISTED(), cites=CITES)
COVERED.row("cared-for", child, when=is_child(child) & CARED(child) & LISTED(), cites=CITES)
IN_SCOPE = Conclusion("in-scope", (event,), "{event} [is] an adverse event", topic=Topic.SCOPE)
IN_SCOPE.row("covered", event, when=some(child, is_about(event, child) & COVERED(child)), cites=CITES)
NOT = Conclusion("not", (event, why), "{event} [is] none: {why}", topic=Topic.SCOPE, denies=IN_SCOPE)
NOT.row("nobody", event, Why.NOBODY, when=is_concern(event), unless=IN_SCOPE(event), cites=CITES)


def test_what_fails_is_told() -> None:
    rulebook = cimscore.load_rulebook([InlinePlugin(id="small", tables=(COVERED, IN_SCOPE, NOT))])
    asked = case(
        rulebook,
        "small",
        people={"lee": "1980-04-17"},
        concerns={"c1": {"about": ["lee"], "place": "elsewhere"}},
        answers={"small/stayed@lee": True, "small/listed": True},
    )
    (decision,) = cimscore.assess(asked, rulebook).decisions
    (denied,) = decision.denied
    assert [[failing.says for failing in near.fails] for near in denied.nearest] == [
        ["for no child is this true: that child is covered by the guidance, and c1 is about that child"]
    ]
