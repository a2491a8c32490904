"""Harm households: the homes that each part of a concern is about, which may not be where the harm happened.

A part is what one concern says of one child. Add a line here when a policy says which home a concern is about.
"""

from __future__ import annotations

from typing import Final

from cimscore.case import ConcernKind, PlaceKind
from cimscore.rules import Conclusion, Defined, Place, Question, Topic, some
from cimscore.rules.families import has_parent_in, is_child, lived_there_then, lives_there_when_decided, stays_in
from cimscore.rules.vocabulary import (
    age_at_least,
    concerns_home,
    happened_elsewhere,
    happened_in,
    has_died,
    is_about,
    is_of_kind,
    is_parent_of,
    is_place_of_kind,
    lives_elsewhere,
    lives_in,
    responsible_for,
    sleeps_at,
    stays_by_choice,
)
from cimscore_qld_child_safety.readings.people import RESIDENCE_DAY, VISITORS_OWN_HOME, ResidenceDay, VisitorsHome
from cimscore_qld_child_safety.rules.concerns import counts
from cimscore_qld_child_safety.rules.vocabulary import (
    GOES_HOME,
    PROTECTIVE,
    RELATE,
    SELF_PLACED,
    WHOSE_PROTECTION,
    any_concern,
    child,
    concern,
    home,
    other,
    other_home,
    parent,
    person,
    place,
)
from cimscore_qld_child_safety.words import OFFICER, TEN

asleep_at: Final = Place("asleep at")

is_kept_there: Final = Defined(
    (child,),
    "{child} [sleeps] where others decide on their leaving",
    some(
        asleep_at,
        sleeps_at(child, asleep_at)
        & (is_place_of_kind(asleep_at, PlaceKind.HOSPITAL) | is_place_of_kind(asleep_at, PlaceKind.CUSTODY)),
    ),
)
may_have_left_home: Final = Defined(
    (child,),
    "{child}, aged ten or more, [has] no home though a parent has one",
    some(home, has_parent_in(child, home))
    & is_child(child)
    & age_at_least(child, TEN)
    & ~some(place, stays_in(child, place))
    & ~lives_elsewhere(child)
    & ~is_kept_there(child),
)
"""Ten is the only age that the page names for a child who acts for themselves."""
is_there_by_choice: Final = Defined(
    (concern, child, place),
    "{child} [is] by their own choice in {place}, where {concern} happened",
    happened_in(concern, place)
    & (
        stays_by_choice(child, place)
        | (
            is_about(concern, child)
            & may_have_left_home(child)
            & ~has_parent_in(child, place)
            & ~lived_there_then(concern, child, place)
            & SELF_PLACED(child)
        )
    ),
)
is_theirs_by_choice: Final = Defined(
    (child, concern),
    "{concern} [concerns] {child} where they chose to stay",
    some(place, is_there_by_choice(concern, child, place) & (is_about(concern, child) | RELATE(child, place)))
    | (happened_elsewhere(concern) & is_about(concern, child) & may_have_left_home(child) & SELF_PLACED(child)),
)
only_parents_home: Final = Defined(
    (child, home),
    "{child} [has] a parent in {home} alone",
    has_parent_in(child, home) & ~some(other_home, has_parent_in(child, other_home)),
)
parents_in_question: Final = Defined(
    (child, home),
    "the protection by the parents in {home} [is] in question for {child}",
    has_parent_in(child, home) & (only_parents_home(child, home) | WHOSE_PROTECTION.is_(child, home)),
)
only_home: Final = Defined(
    (child, home),
    "{child} [lives] in {home} alone",
    lives_in(child, home) & ~some(other_home, lives_in(child, other_home)) & ~lives_elsewhere(child),
)
home_in_question: Final = Defined(
    (child, home),
    "the protection at home in {home} [is] in question for {child}",
    lives_in(child, home) & ~PROTECTIVE(child) & (only_home(child, home) | WHOSE_PROTECTION.is_(child, home)),
)
counts_as_resident: Final = Defined(
    (concern, child, home),
    "{child} [counts] as a resident of {home}, where {concern} happened",
    (RESIDENCE_DAY.is_(ResidenceDay.HARM) & lived_there_then(concern, child, home))
    | (RESIDENCE_DAY.is_(ResidenceDay.RECEIPT) & happened_in(concern, home) & lives_in(child, home))
    | (RESIDENCE_DAY.is_(ResidenceDay.DECISION) & lives_there_when_decided(concern, child, home)),
)
is_at_home_there: Final = Defined(
    (child, home),
    "now or when a concern happened there, {child} [is] at home in {home}",
    lives_in(child, home) | some(concern, counts(concern) & counts_as_resident(concern, child, home)),
)
visited_the_place: Final = Defined(
    (child, concern),
    "{child} [was] on a visit where {concern} happened",
    is_about(concern, child)
    & some(
        place,
        happened_in(concern, place)
        & ~counts_as_resident(concern, child, place)
        & ~is_there_by_choice(concern, child, place),
    ),
)
SIGNIFICANT_HARM: Final = Question(
    id="significant-harm",
    things=(concern,),
    text="Is the harm of {concern} significant harm?",
    answers=bool,
    working=True,
    why="so that the own home of a child harmed on a visit is looked into too",
    decided_by=OFFICER,
    weigh=("how serious the harm is", "its effect on each child", "cumulative harm"),
    cites=("qld/record-notification/visiting-child",),
)
is_significant: Final = Defined(
    (concern,),
    "{concern} [alleges] significant harm",
    is_of_kind(concern, ConcernKind.SIGNIFICANT_HARM)
    | (is_of_kind(concern, ConcernKind.HARM) & SIGNIFICANT_HARM(concern)),
)
host_child_unprotected: Final = Defined(
    (person, place),
    "{person} [comes] to significant harm at home in {place} without protection",
    some(
        any_concern,
        happened_in(any_concern, place)
        & is_about(any_concern, person)
        & is_significant(any_concern)
        & counts(any_concern),
    )
    & lives_in(person, place)
    & is_child(person)
    & ~PROTECTIVE(person),
)
hosts_do_not_protect: Final = Defined(
    (child, concern),
    "another child of the place of {concern} than {child} [comes] to significant harm without protection",
    is_about(concern, child) & some((place, other), happened_in(concern, place) & host_child_unprotected(other, place)),
)
is_as_in_the_example: Final = Defined(
    (child, concern),
    "the visit of {child} in {concern} [is] as in the page's example",
    is_about(concern, child)
    & (
        VISITORS_OWN_HOME.is_(VisitorsHome.WHENEVER_UNPROTECTED)
        | (is_significant(concern) & hosts_do_not_protect(child, concern))
    ),
)
reaches_visitors_home: Final = Defined(
    (concern, child, home),
    "{concern} [reaches] {home}, the own home of the visiting {child}",
    counts(concern)
    & visited_the_place(child, concern)
    & lives_in(child, home)
    & is_child(child)
    & is_as_in_the_example(child, concern)
    & ~PROTECTIVE(child),
)
reaches_home_of_child: Final = Defined(
    (concern, child, home),
    "{concern}, outside every household, [reaches] {home}, the home of {child}",
    counts(concern)
    & happened_elsewhere(concern)
    & is_about(concern, child)
    & is_child(child)
    & home_in_question(child, home),
)
reaches_parents_home: Final = Defined(
    (concern, child, home),
    "{concern} [reaches] {home}, where parents of the self-placed {child} live",
    counts(concern) & is_theirs_by_choice(child, concern) & is_child(child) & parents_in_question(child, home),
)
is_blamed_at_home: Final = Defined(
    (concern, child, home),
    "{concern} [blames] a parent of {child} who lives in {home}",
    is_about(concern, child)
    & some(
        parent,
        is_parent_of(parent, child) & responsible_for(concern, parent) & lives_in(parent, home) & ~has_died(parent),
    ),
)
reaches_home_to_go_to: Final = Defined(
    (concern, child, home),
    "{concern}, outside every household, [reaches] {home}, where {child} is to live",
    counts(concern)
    & happened_elsewhere(concern)
    & is_child(child)
    & is_blamed_at_home(concern, child, home)
    & ~some(place, stays_in(child, place))
    & ~lives_elsewhere(child)
    & ~may_have_left_home(child)
    & GOES_HOME(child),
)
happens_to_somebody: Final = Defined(
    (concern, child, home),
    "{concern} [happens] to {child} in {home}",
    counts(concern) & happened_in(concern, home) & is_about(concern, child) & ~is_there_by_choice(concern, child, home),
)
is_said_of_home: Final = Defined(
    (concern, child, home),
    "what {concern} says of {child} [is] said to be a concern of {home}",
    counts(concern) & concerns_home(concern, home) & is_about(concern, child),
)
part_reaches: Final = Defined(
    (concern, child, home),
    "what {concern} says of {child} [makes] {home} a harm household",
    happens_to_somebody(concern, child, home)
    | is_said_of_home(concern, child, home)
    | reaches_parents_home(concern, child, home)
    | reaches_visitors_home(concern, child, home)
    | reaches_home_of_child(concern, child, home)
    | reaches_home_to_go_to(concern, child, home),
)
is_a_side_of_a_visit: Final = Defined(
    (home,),
    "{home} [is] one side of a visit on which a child came to significant harm",
    some((concern, child), reaches_visitors_home(concern, child, home))
    | some((concern, child, place), happened_in(concern, home) & reaches_visitors_home(concern, child, place)),
)
reaches: Final = Defined(
    (concern, home), "{concern} [makes] {home} a harm household", some(child, part_reaches(concern, child, home))
)

HARM: Final = Conclusion("harm-household", (home,), "{home} [is] a harm household", topic=Topic.HOUSEHOLDS)
HARM.row(
    "where-it-happened",
    home,
    when=some((concern, child), happens_to_somebody(concern, child, home)),
    cites=["qld/subject-or-other/lives-there-not-concerned", "qld/subject-or-other/present-not-resident"],
)
HARM.row(
    "said-of-the-household",
    home,
    when=some((concern, child), is_said_of_home(concern, child, home)),
    cites=["qld/record-notification/one-notification", "qld/subject-or-other/subject-of-concerns"],
)
HARM.row(
    "parents-of-a-self-placed-young-person",
    home,
    when=some((concern, child), reaches_parents_home(concern, child, home)),
    cites=["qld/subject-or-other/self-placed", "qld/subject-or-other/self-placed-harm-household"],
)
HARM.row(
    "visitors-own-home",
    home,
    when=some((concern, child), reaches_visitors_home(concern, child, home)),
    cites=["qld/record-notification/visiting-child"],
)
HARM.row(
    "home-of-a-child-harmed-outside",
    home,
    when=some(
        (concern, child), reaches_home_of_child(concern, child, home) | reaches_home_to_go_to(concern, child, home)
    ),
    cites=["qld/subject-or-other/subject-of-concerns", "qld/record-notification/one-notification"],
)
