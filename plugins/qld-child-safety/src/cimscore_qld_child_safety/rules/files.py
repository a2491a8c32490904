"""New concerns and records on file: concerns added to a record, noted beside it, or combined with it.

Add a line here when a policy says how an open or pending record changes the handling of new concerns.
"""

from __future__ import annotations

from typing import Final

from cimscore.rules import Defined, Value, some
from cimscore.rules.families import is_child
from cimscore.rules.vocabulary import (
    file_home,
    file_kind,
    has_moved,
    is_about,
    is_of_kind,
    is_parent_of,
    is_person,
    lives_in,
    recorded_as,
    responsible_for,
)
from cimscore_qld_child_safety.readings.records import (
    NEW_TO_A_STARTED_INVESTIGATION,
    PENDING_REPORT,
    PREVIOUS_HOUSEHOLD,
    SECOND_NOTIFICATION_SITUATIONS,
    Joined,
    NewChild,
    PendingReport,
    PreviousHousehold,
)
from cimscore_qld_child_safety.rules.concerns import counts, is_notified, is_reported
from cimscore_qld_child_safety.rules.harm import part_reaches, reaches
from cimscore_qld_child_safety.rules.subjects import is_original, is_sibling, relates_to
from cimscore_qld_child_safety.rules.vocabulary import (
    COMBINE_REPORTS,
    FAMILY_MOVED,
    MOVED_FOR_GOOD,
    ONGOING_INTERVENTION,
    RESPONSE,
    SECOND_NOTIFICATION,
    anyone,
    child,
    concern,
    file,
    has_intervention_in,
    has_started,
    home,
    is_closed,
    is_subject_on_file,
    kind,
    other,
    other_concern,
    parent,
    person,
    role,
    sibling,
)
from cimscore_qld_child_safety.words import KindOfRecord, Response, Together

is_open: Final = Defined((file,), "{file} [is] an open investigation", is_original(file) & ~is_closed(file))
is_weighed_in: Final = Defined(
    (concern, child, file),
    "{concern}, about no subject child of {file}, which may take it, [relates] to {child}, who is one",
    is_subject_on_file(child, file)
    & (~has_started(file) | NEW_TO_A_STARTED_INVESTIGATION.is_(NewChild.ADDED))
    & some(home, file_home(file, home) & reaches(concern, home) & relates_to(child, home))
    & ~is_about(concern, child)
    & ~some(other, is_about(concern, other) & is_subject_on_file(other, file)),
)
"""One that has started takes it by a reading alone: it has no start left, and a new notification has one."""
touches: Final = Defined(
    (concern, child, file),
    "{concern} [is] about {child}, a subject child of the open investigation {file}",
    counts(concern)
    & is_open(file)
    & is_subject_on_file(child, file)
    & (is_about(concern, child) | is_weighed_in(concern, child, file)),
)
blames_a_subject_of_it: Final = Defined(
    (concern, file),
    "{concern} [blames] a subject child of {file} for harm to another child",
    some(
        child,
        is_subject_on_file(child, file)
        & responsible_for(concern, child)
        & some(other, is_about(concern, other) & is_child(other)),
    ),
)
is_of_a_previous_home: Final = Defined(
    (concern, child, file),
    "{file} [is] about a home of {child} other than the one that {concern} reaches",
    touches(concern, child, file)
    & some(
        home,
        file_home(file, home)
        & ~part_reaches(concern, child, home)
        & ~is_weighed_in(concern, child, file)
        & (PREVIOUS_HOUSEHOLD.is_(PreviousHousehold.ANY_OTHER) | ~lives_in(child, home)),
    ),
)
is_done_and_moved: Final = Defined(
    (file,),
    "{file} [is] complete, its family gone to another area for good",
    is_open(file) & has_moved(file, "complete") & FAMILY_MOVED(file) & MOVED_FOR_GOOD(file),
)
is_a_choice: Final = Defined(
    (concern, child, file),
    "a second notification in place of {file} [is] a choice for what {concern} says of {child}",
    touches(concern, child, file)
    & (
        (SECOND_NOTIFICATION_SITUATIONS.is_(Joined.EITHER) & is_of_a_previous_home(concern, child, file))
        | (SECOND_NOTIFICATION_SITUATIONS.is_(Joined.EITHER) & is_done_and_moved(file))
        | (is_of_a_previous_home(concern, child, file) & is_done_and_moved(file))
    ),
)
response: Final = Value("response", Response)
blames_another: Final = Defined(
    (concern, other_concern),
    "{concern} [blames] somebody whom {other concern} does not",
    some(person, responsible_for(concern, person) & ~responsible_for(other_concern, person)),
)
is_of_one_matter: Final = Defined(
    (concern, other_concern),
    "{concern} [tells] of another child the same as {other concern}",
    some(home, reaches(concern, home) & reaches(other_concern, home))
    & some(kind, is_of_kind(concern, kind) & is_of_kind(other_concern, kind))
    & ~blames_another(concern, other_concern)
    & ~blames_another(other_concern, concern)
    & some(response, RESPONSE.is_(concern, response) & RESPONSE.is_(other_concern, response)),
)
belongs_to_it: Final = Defined(
    (concern, file),
    "{concern} [belongs] to the matter of the open investigation {file}",
    some(child, touches(concern, child, file))
    | some(
        (other_concern, child),
        touches(other_concern, child, file)
        & ~blames_a_subject_of_it(other_concern, file)
        & is_of_one_matter(concern, other_concern),
    ),
)
"""When one concern touches a child of the file, the other concerns of the same matter go to the same record."""
has_the_choice: Final = Defined(
    (concern, file),
    "a second notification in place of {file} [is] a choice for {concern}",
    some(child, is_a_choice(concern, child, file))
    | some((other_concern, child), is_a_choice(other_concern, child, file) & is_of_one_matter(concern, other_concern)),
)
second_instead: Final = Defined(
    (concern, file),
    "{concern} [gets] a second notification in place of {file}",
    is_notified(concern) & has_the_choice(concern, file) & SECOND_NOTIFICATION(file),
)
is_added_to: Final = Defined(
    (concern, file),
    "{concern} [is] added to the open investigation {file}",
    belongs_to_it(concern, file) & ~blames_a_subject_of_it(concern, file) & ~second_instead(concern, file),
)
is_added: Final = Defined(
    (concern,), "{concern} [is] added to an open investigation", some(file, is_added_to(concern, file))
)

has_intervention_on_file: Final = Defined(
    (child,),
    "an ongoing intervention for {child} [is] open on file",
    some(file, has_intervention_in(child, file)),
)
in_intervention: Final = Defined(
    (child,),
    "an ongoing intervention [is] open for {child}",
    has_intervention_on_file(child) | (is_person(child) & ONGOING_INTERVENTION(child)),
)
is_noted_part: Final = Defined(
    (concern, child),
    "what {concern} says of {child} [is] noted beside the ongoing intervention",
    is_reported(concern) & counts(concern) & is_about(concern, child) & in_intervention(child),
)
is_pending: Final = Defined(
    (file,),
    "{file} [is] a report that waits for its approval",
    file_kind(file, KindOfRecord.REPORT) & ~has_moved(file, "approve") & ~is_closed(file),
)
is_reported_part: Final = Defined(
    (concern, child),
    "what {concern} says of {child} [is] left to be reported",
    is_reported(concern)
    & counts(concern)
    & is_about(concern, child)
    & ~is_added(concern)
    & ~is_noted_part(concern, child),
)
meets_the_child: Final = Defined(
    (concern, child, file),
    "{child} of {concern} [is] recorded in the pending report {file}",
    is_pending(file) & is_about(concern, child) & some(role, recorded_as(child, file, role)),
)
meets_the_family: Final = Defined(
    (concern, file),
    "{concern} [reaches] the household of the pending report {file}",
    is_pending(file)
    & PENDING_REPORT.is_(PendingReport.CHILD_OR_FAMILY)
    & some(home, file_home(file, home) & reaches(concern, home)),
)
meets_a_sibling: Final = Defined(
    (concern, file),
    "a sibling of a child of {concern} [is] recorded in the pending report {file}",
    is_pending(file)
    & PENDING_REPORT.is_(PendingReport.CHILD_OR_FAMILY)
    & some(
        (child, sibling, role),
        is_about(concern, child) & is_sibling(child, sibling) & recorded_as(sibling, file, role),
    ),
)
meets_a_parent: Final = Defined(
    (concern, file),
    "a parent of a child of {concern} [is] recorded in the pending report {file}",
    is_pending(file)
    & PENDING_REPORT.is_(PendingReport.CHILD_OR_FAMILY)
    & some(
        (child, parent, role),
        is_about(concern, child) & is_parent_of(parent, child) & recorded_as(parent, file, role),
    ),
)
meets: Final = Defined(
    (concern, child, file),
    "what {concern} says of {child} [meets] the pending report {file}",
    is_reported_part(concern, child)
    & is_pending(file)
    & (
        some(anyone, meets_the_child(concern, anyone, file))
        | meets_the_family(concern, file)
        | meets_a_sibling(concern, file)
        | meets_a_parent(concern, file)
    ),
)
is_combined_with: Final = Defined(
    (concern, child, file),
    "what {concern} says of {child} [is] combined with {file}",
    meets(concern, child, file) & COMBINE_REPORTS.is_(file, Together.COMBINE),
)
is_combined: Final = Defined(
    (concern, child),
    "what {concern} says of {child} [is] combined with a pending report",
    some(file, is_combined_with(concern, child, file)),
)
