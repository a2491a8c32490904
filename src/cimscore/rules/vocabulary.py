"""Base relations of a case, on which the conditions of every program build."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import attrs

from cimscore.case import ConcernKind, Part, PlaceKind, Profile, State
from cimscore.rules.conditions.predicates import Held, Relation
from cimscore.rules.conditions.things import Concern, File, Household, Person, Place, Record, Value, Variable


def _relation(
    name: str,
    *kinds: type[Variable],
    says: str,
    needs: frozenset[int] = frozenset(),
    words: Iterable[str] = (),
) -> Relation:
    return Relation(name, kinds, says, needs, tuple(words))


_SECOND: Final = frozenset({1})

# People.
is_person: Final = _relation("is-person", Person, says="{0} [is] a person of the case")
is_unborn: Final = _relation("is-unborn", Person, says="{0} [is] not born yet")
age_at_least: Final = _relation("age-at-least", Person, Value, says="{0} [is] {1} years old or older", needs=_SECOND)
born_on: Final = _relation("born-on", Person, Value, says="{0} [was] born on {1}")
of_family: Final = _relation("of-family", Person, Value, says="{0} [belongs] to the family {1}")
has_surname: Final = _relation("has-surname", Person, Value, says="{0} [has] the family name {1}")
acts_as: Final = _relation("acts-as", Person, Value, says="{0} [acts] as {1}", words=Part)
has_died: Final = _relation("has-died", Person, says="{0} [has] died")
died_on: Final = _relation("died-on", Person, Value, says="{0} [died|did not die] on {1}")
is_on_record: Final = _relation(
    "on-record",
    Person,
    Value,
    says="the {1} of {0} [is] on record",
    words=(field.name.replace("_", " ") for field in attrs.fields(Profile)),
)

# Who is whose.
is_parent_of: Final = _relation("parent", Person, Person, says="{0} [is] a parent of {1}")
no_other_parent_known: Final = _relation("no-other-parent", Person, says="{0} [is] known to have no other parent")
may_have_a_minor_for_parent: Final = _relation(
    "minor-for-parent", Person, says="{0} [is] young enough to have a parent who is a minor"
)
is_adoptive_parent_of: Final = _relation("adoptive-parent", Person, Person, says="{0} [is] an adoptive parent of {1}")
cares_for: Final = _relation("carer", Person, Person, says="{0} [is] a carer of {1}")
is_step_parent_of: Final = _relation("step-parent", Person, Person, says="{0} [is] a step-parent of {1}")
is_foster_parent_of: Final = _relation("foster-parent", Person, Person, says="{0} [is] a foster parent of {1}")
is_partner_of: Final = _relation("partner", Person, Person, says="{0} [is] a partner of {1}")
is_entered_as_sibling: Final = _relation("entered-sibling", Person, Person, says="{0} [is] entered as a sibling of {1}")
may_be: Final = _relation("same-person", Person, Person, says="{0} [is] the same person as {1}")
is_pregnant_with: Final = _relation("pregnant-with", Person, Person, says="{0} [is] pregnant with {1}")
pregnancy_confirmed: Final = _relation("pregnancy-confirmed", Person, says="the pregnancy with {0} [is] confirmed")

# Where people stay, on the day of receipt.
is_home: Final = _relation("is-home", Household, says="{0} [is] a household of the case")
lives_in: Final = _relation("lives-in", Person, Household, says="{0} [lives] in {1}")
visits: Final = _relation("visits", Person, Household, says="{0} [visits] {1} by habit")
stays_by_choice: Final = _relation("by-choice", Person, Household, says="{0} [stays] in {1} by their own choice")
lived_in: Final = _relation("lived-in", Person, Household, says="{0} [lived|did not live] in {1} before")
moved_out_since: Final = _relation(
    "moved-out-since", Concern, Person, Household, says="{1} [has] moved out of {2} since {0} happened"
)
moved_in_since: Final = _relation(
    "moved-in-since", Concern, Person, Household, says="{1} [has] moved into {2} since {0} happened"
)
moved_out_until_decided: Final = _relation(
    "moved-out-until-decided", Concern, Person, Household, says="{1} [has] moved out of {2} before {0} was decided"
)
moved_in_until_decided: Final = _relation(
    "moved-in-until-decided", Concern, Person, Household, says="{1} [has] moved into {2} before {0} was decided"
)
in_area: Final = _relation("in-area", Household, Value, says="{0} [lies] in {1}")
area_known: Final = _relation("area-known", Household, says="the area of {0} [is] known")
in_state: Final = _relation("in-state", Household, Value, says="{0} [lies] in the state of {1}", words=State)
lives_elsewhere: Final = _relation("lives-elsewhere", Person, says="{0} [lives] in a home that is not in the case")

# Places that are no household.
is_place: Final = _relation("is-place", Place, says="{0} [is] a place of the case that is no household")
is_place_of_kind: Final = _relation("place-kind", Place, Value, says="{0} [is] of the kind {1}", words=PlaceKind)
place_in_area: Final = _relation("place-in-area", Place, Value, says="{0} [lies] in {1}")
place_in_state: Final = _relation("place-in-state", Place, Value, says="{0} [lies] in the state of {1}", words=State)
local_days_of: Final = _relation(
    "local-days", Value, Value, says="the case [tells] the holidays of {0}, a place in the state of {1}"
)
sleeps_at: Final = _relation("sleeps-at", Person, Place, says="{0}, who lives in no home, [sleeps] at {1}")

# Concerns.
is_concern: Final = _relation("is-concern", Concern, says="{0} [is] a concern of the case")
is_withdrawn: Final = _relation("is-withdrawn", Concern, says="{0}, which was a concern of the case, [is] withdrawn")
is_about: Final = _relation("about", Concern, Person, says="{0} [is] about {1}")
asks_about: Final = _relation("asked-about", Concern, Person, says="{0}, which alleges nothing, [asks] about {1}")
concerns_home: Final = _relation("concerns-home", Concern, Household, says="{0} [is] said to be a concern of {1}")
was_present: Final = _relation("present", Concern, Person, says="{1} [was] there when {0} happened")
responsible_for: Final = _relation("responsible", Concern, Person, says="{1} [is] said to be responsible for {0}")
is_of_kind: Final = _relation("kind", Concern, Value, says="{0} [is] of the kind {1}", words=ConcernKind)
happened_in: Final = _relation("place", Concern, Household, says="{0} [happened|did not happen] in {1}")
happened_elsewhere: Final = _relation(
    "elsewhere", Concern, says="{0} [happened|did not happen] outside every household"
)
happened_at: Final = _relation("happened-at", Concern, Place, says="{0} [happened|did not happen] at {1}")
occurred: Final = _relation("occurred", Concern, Value, says="{0} [happened|did not happen] at {1}")
received: Final = _relation("received", Value, says="the information [was] received at {0}")
assessed_at: Final = _relation("assessed-at", Value, says="the case [is] assessed for {0}")

# Records on file, and the moves of records to be made.
is_file: Final = _relation("is-file", File, says="{0} [is] a record on file")
file_kind: Final = _relation("file-kind", File, Value, says="{0} [is] on file as {1}")
file_home: Final = _relation("file-home", File, Household, says="{0} [is] about {1}")
recorded_as: Final = _relation("recorded-as", Person, File, Value, says="{0} [is] recorded in {1} as {2}")
has_ended: Final = _relation("has-ended", File, says="{0} [is] said to have ended")
moved: Final = _relation("moved", File, Value, Value, says="{0} [has] made the move {1} at {2}")
has_moved: Final = _relation("has-moved", File, Value, says="{0} [has] made the move {1}")
moved_by: Final = _relation("moved-by", File, Value, Value, says="{0} [has] made the move {1}, by {2}")
moved_by_person: Final = _relation("moved-by-person", File, Value, Person, says="{0} [has] made the move {1}, by {2}")
record_moved: Final = _relation("record-moved", Record, Value, Value, says="{0} [has] made the move {1} at {2}")
record_has_moved: Final = _relation("record-has-moved", Record, Value, says="{0} [has] made the move {1}")
record_moved_by: Final = _relation("record-moved-by", Record, Value, Value, says="{0} [has] made the move {1}, by {2}")
record_moved_by_person: Final = _relation(
    "record-moved-by-person", Record, Value, Person, says="{0} [has] made the move {1}, by {2}"
)
record_moved_by_at: Final = _relation(
    "record-moved-by-at", Record, Value, Value, Value, says="{0} [has] made the move {1}, by {2}, at {3}"
)
record_moved_for: Final = _relation(
    "record-moved-for", Record, Value, Value, says="{0} [has] made the move {1}, each time for the days {2}"
)
days_since: Final = _relation(
    "days-since", File, Value, Value, says="{2} days or more [have|have not] passed since the move {1} of {0}",
    needs=frozenset({2}),
)  # fmt: skip

# What those moves amount to, held against the workflow of their record: a move that is not open to whoever took it,
# in the state in which it was taken, counts for nothing.
entered: Final = _relation("entered", Value, Value, Value, says="{0} [has] the entry {1}, of the move {2}")
entered_at: Final = _relation("entered-at", Value, Value, Value, says="the entry {1} of {0} [is] of {2}")
entered_after: Final = _relation(
    "entered-after", Value, Value, Value, says="the entry {1} of {0} [is] listed after the entry {2}"
)
entered_by: Final = _relation("entered-by", Value, Value, Value, says="the entry {1} of {0} [is] by {2}")


def _held(name: str, part: str, *kinds: type[Variable], says: str) -> Held:
    reads = (entered, entered_at, entered_after, entered_by, *((file_kind,) if kinds[0] is not Record else ()))
    return Held(name, kinds, says, part=part, reads=reads)


_TOOK: Final = "{0} [has] taken the step {1} at {2}, as its workflow has it"
_HAS_TAKEN: Final = "{0} [has] taken the step {1}, as its workflow has it"
_STANDS: Final = "{0} [is] in the state {1}"
took: Final = _held("took", "took", File, Value, Value, says=_TOOK)
has_taken: Final = _held("has-taken", "has-taken", File, Value, says=_HAS_TAKEN)
stands_at: Final = _held("stands-at", "stands-at", File, Value, says=_STANDS)
refused: Final = _held(
    "refused", "refused", Value, Value, Value, Value, says="the step {1} of {0} [counts] for nothing: {2} ({3})"
)
record_took: Final = _held("record-took", "took", Record, Value, Value, says=_TOOK)
record_has_taken: Final = _held("record-has-taken", "has-taken", Record, Value, says=_HAS_TAKEN)
record_stands_at: Final = _held("record-stands-at", "stands-at", Record, Value, says=_STANDS)
