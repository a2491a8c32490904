"""Words that several modules share: variables, questions, and kinds of record.

Add a line here when a second module needs a variable or a question.
"""

from __future__ import annotations

import enum
from typing import Final

from cimscore.case import ConcernKind, Moment
from cimscore.rules import (
    Concern,
    Defined,
    File,
    GroupedWith,
    Household,
    Person,
    Question,
    Record,
    RecordKind,
    Value,
    some,
)
from cimscore.rules.families import are_siblings, has_parent_in
from cimscore.rules.vocabulary import (
    file_home,
    file_kind,
    has_ended,
    has_moved,
    in_area,
    is_parent_of,
    lived_in,
    lives_in,
    recorded_as,
)
from cimscore_qld_child_safety.words import (
    NO_DUPLICATE,
    OFFICER,
    TEAM_LEADER,
    EventRole,
    KindOfRecord,
    Priority,
    Response,
    Together,
)

# Things.
person: Final = Person("person")
child: Final = Person("child")
other: Final = Person("other child", other_than=child)
sibling: Final = Person("sibling", other_than=child)
anyone: Final = Person("anyone")
parent: Final = Person("parent")
home: Final = Household("home")
other_home: Final = Household("other home", other_than=home)
place: Final = Household("place")
concern: Final = Concern("concern")
any_concern: Final = Concern("any concern")
other_concern: Final = Concern("other concern", other_than=concern)
file: Final = File("file")
record: Final = Record("record")
priority: Final = Value("priority", Priority)
kind: Final = Value("kind", ConcernKind)
moment: Final = Value("moment", Moment)
area: Final = Value("area", str)
other_area: Final = Value("other area", str, other_than=area)
role: Final[Value[enum.StrEnum]] = Value("role", EventRole)
word: Final = Value("word", str)
reason: Final = Value("reason", str)

# Decisions of the child safety officer about each concern. Response priority: priorities.py.
RESPONSE: Final = Question(
    id="response",
    things=(concern,),
    text="Which response does {concern} get?",
    answers=Response,
    decided_by=OFFICER,
    weigh=("the screening criteria", "the child-protection history", "cumulative harm"),
    cites=("qld/record-notification/form",),
)
ON_FILE: Final = "an event on file"
DUPLICATE_OF: Final = Question(
    id="duplicate-of",
    things=(concern,),
    text="Which event on file tells of the very incident of {concern} already? Its event number, or 'none'.",
    answers=str,
    codes={NO_DUPLICATE: "qld/duplicates/what-is-a-duplicate", ON_FILE: "qld/duplicates/what-is-a-duplicate"},
    other_words=True,
    working=NO_DUPLICATE,
    why="nobody has found these concerns on record already, so they are taken as new",
    granted=True,
    decided_by=OFFICER,
    weigh=("whether it is the same incident, not a further one of the same kind",),
    cites=("qld/duplicates/what-is-a-duplicate",),
)
IDENTIFIABLE: Final = Question(
    id="identifiable",
    things=(),
    text="Is anything known by which these concerns could later be linked to the child and family?",
    answers=bool,
    working=True,
    why="nothing says that the child and family cannot be identified",
    granted=True,
    cites=("qld/no-identifying-information/not-in-icms", "qld/no-identifying-information/no-address"),
)

# Questions about children and the people who protect them.
WEIGHED_OF_A_CHILD: Final = (
    "the information received",
    "the family's history",
    "cumulative harm",
    "harm that cannot be observed",
)
"""What an officer weighs who decides if concerns relate to a child of whom they are not told."""
RELATE: Final = Question(
    id="concerns-relate",
    things=(child, home),
    text="Do the concerns in {home} relate to {child} too?",
    answers=bool,
    working=True,
    why="weighed as a subject until it is decided",
    decided_by=OFFICER,
    weigh=WEIGHED_OF_A_CHILD,
    cites=("qld/subject-or-other/concerns-relate", "qld/subject-or-other/lives-there-not-concerned"),
)
CONCERNS_TOO: Final = Question(
    id="relates-in-no-household",
    things=(concern, child),
    text="Does {concern} relate to {child} too, who sleeps in the same place as whom it is about?",
    answers=bool,
    working=True,
    why="weighed as a subject until it is decided",
    decided_by=OFFICER,
    weigh=WEIGHED_OF_A_CHILD,
    cites=("qld/subject-or-other/concerns-relate", "qld/subject-or-other/lives-there-not-concerned"),
)
PROTECTIVE: Final = Question(
    id="protective-parent",
    things=(child,),
    text="Does {child} have a parent who is able and willing to keep them safe from now on?",
    answers=bool,
    working=False,
    why="the more protective answer",
    cites=("qld/subject-or-other/present-not-resident", "qld/record-notification/visiting-child"),
)
SELF_PLACED: Final = Question(
    id="self-placed",
    things=(child,),
    text="Does {child}, who lives in no household, stay by their own choice where they are at risk?",
    answers=bool,
    working=True,
    why="so that somebody looks into whether the parents protect, and into the other children of their home",
    decided_by=OFFICER,
    weigh=("whether anybody made them leave", "whether they could go home"),
    cites=("qld/subject-or-other/self-placed",),
)
GOES_HOME: Final = Question(
    id="goes-home",
    things=(child,),
    text="Is {child}, who lives in no household yet or any more, to live with the parent whom the concerns blame?",
    answers=bool,
    working=True,
    why="so that the home of that parent is looked into, and the other children there are weighed",
    decided_by=OFFICER,
    weigh=("where the child is to go next", "who else lives there"),
    cites=("qld/subject-or-other/subject-of-concerns", "qld/subject-or-other/concerns-relate"),
)
WHOSE_PROTECTION: Final = Question(
    id="whose-protection",
    things=(child,),
    text="In which household is it in question whether a parent is able and willing to protect {child}?",
    answers=Household,
    member=home,
    among=has_parent_in(child, home) | lives_in(child, home),
    working=has_parent_in(child, home) | (lives_in(child, home) & ~some(place, has_parent_in(child, place))),
    why="a parent's home, or else one of the child's; of several the first by name, so that somebody looks into it",
    decided_by=OFFICER,
    weigh=("each parent's ability to protect", "each parent's willingness to protect"),
    cites=("qld/subject-or-other/self-placed-protection",),
)

# Questions about records.
MORE_THAN_ONE: Final = Question(
    id="more-than-one-notification",
    things=(),
    text="Does each harm household have a notification of its own, or do some share one? Those that share one are "
    "written together, first the one that leads it.",
    answers=tuple,
    decided_by=TEAM_LEADER,
    weigh=("whether the concerns are about the same matter", "in which households the subject children live"),
    cites=("qld/record-notification/more-than-one",),
    paper=True,
)
is_or_precedes: Final = GroupedWith(MORE_THAN_ONE)
is_subject_on_file: Final = Defined(
    (child, file), "{child} [is] a subject child in {file}", recorded_as(child, file, EventRole.SUBJECT_CHILD)
)
is_closed: Final = Defined((file,), "{file} [is] no longer open", has_moved(file, "close") | has_ended(file))
tells_of_somebody_here: Final = Defined(
    (file,),
    "{file} [tells] of somebody here",
    some((person, role), recorded_as(person, file, role)) | some(home, file_home(file, home)),
)
has_intervention_in: Final = Defined(
    (child, file),
    "{file} [is] an open ongoing intervention for {child}",
    file_kind(file, KindOfRecord.INTERVENTION) & is_subject_on_file(child, file) & ~is_closed(file),
)
are_of_one_family: Final = Defined(
    (child, other),
    "{child} and {other child} [are] of one family",
    are_siblings(child, other) | some(home, lives_in(child, home) & lives_in(other, home)),
)
one_of_the_family_has_one: Final = Defined(
    (child,),
    "a sibling of {child}, or another of the same household, [has] an ongoing intervention open",
    some((other, file), are_of_one_family(child, other) & has_intervention_in(other, file)),
)
ONGOING_INTERVENTION: Final = Question(
    id="ongoing-intervention",
    things=(child,),
    text="Is an ongoing intervention open for {child}, though none is entered?",
    answers=bool,
    working=False,
    why="none is entered for this child",
    granted=True,
    unless=one_of_the_family_has_one(child),
    beside=are_of_one_family(child, other),
    on_file=KindOfRecord.INTERVENTION,
    cites=("qld/child-concern-report/case-note", "qld/child-concern-report/recently-investigated"),
)
COMBINE_REPORTS: Final = Question(
    id="combine-reports",
    things=(file,),
    text="Is the new information combined with {file}, which is not approved yet, or does each go on by itself?",
    answers=Together,
    working=Together.SEPARATE,
    why="a record of its own keeps a clock of its own",
    decided_by=TEAM_LEADER,
    weigh=("what the intake service concerned says",),
    cites=("qld/child-concern-report/combine-or-separate", "qld/child-concern-report/later-concerns"),
)
has_started: Final = Defined((file,), "{file} [has] started", has_moved(file, "commence") | has_moved(file, "complete"))
"""What is complete has started, also where nobody told when."""
SECOND_NOTIFICATION: Final = Question(
    id="second-notification",
    things=(file,),
    text="Is a second notification recorded in place of adding the new concerns to {file}?",
    answers=bool,
    working=has_started(file),
    why="the answer that keeps the sooner start: the investigation's own while it has not started, else a new one",
    decided_by=TEAM_LEADER,
    weigh=("which household each matter is about", "where the family lives now", "how far the investigation is"),
    cites=("qld/additional-concerns/second-notification",),
)
has_gone: Final = Defined(
    (person, home, place),
    "{person} [has] moved from {home} to {place}",
    lived_in(person, home) & ~lives_in(person, home) & lives_in(person, place),
)
lie_apart: Final = Defined(
    (home, place),
    "{home} and {place} [lie] in two areas",
    some((area, other_area), in_area(home, area) & in_area(place, other_area))
    & ~some(area, in_area(home, area) & in_area(place, area)),
)
has_left_its_area: Final = Defined(
    (file,),
    "a subject child of {file} [has] left its household for another area, with a parent",
    some(
        (child, parent, home, place),
        recorded_as(child, file, EventRole.SUBJECT_CHILD)
        & file_home(file, home)
        & is_parent_of(parent, child)
        & has_gone(child, home, place)
        & has_gone(parent, home, place)
        & lie_apart(home, place),
    ),
)
FAMILY_MOVED: Final = Question(
    id="family-moved",
    things=(file,),
    text="Has the family of {file} moved to another geographical area?",
    answers=bool,
    working=has_left_its_area(file),
    why="a family is taken to live where the entries leave it",
    cites=("qld/additional-concerns/moved-talk-first", "qld/additional-concerns/moved-awaiting-write-up"),
)
MOVED_FOR_GOOD: Final = Question(
    id="moved-for-good",
    things=(file,),
    text="Has the family of {file} moved there for good?",
    answers=bool,
    working=True,
    why="the senior team leader then decides, and a family that has moved is taken to stay",
    cites=("qld/additional-concerns/moved-awaiting-write-up",),
)

# Questions that clocks need.
PRIORITY_OF_RECORD: Final = Question(
    id="priority-of-record",
    things=(file,),
    text="Which response priority does {file} have so far?",
    answers=Priority,
    working=Priority.HOURS_24,
    why="the soonest, so that no clock is missed",
    cites=("qld/additional-concerns/shorter-timeframe",),
)

# Kinds of record.
NOTIFICATION: Final = RecordKind(KindOfRecord.NOTIFICATION, "notification of {home}")
REPORT: Final = RecordKind(KindOfRecord.REPORT, "child concern report of {home}")
ENQUIRY: Final = RecordKind(KindOfRecord.ENQUIRY, "intake enquiry about {concern}")
LIMITED: Final = RecordKind(KindOfRecord.LIMITED, "limited intake response to {concern}")
ADDITIONAL: Final = RecordKind(KindOfRecord.ADDITIONAL, "additional notified concerns of {file}")
COMBINED: Final = RecordKind(KindOfRecord.COMBINED, "report combined with {file}")
CASE_NOTE: Final = RecordKind(KindOfRecord.CASE_NOTE, "case note of received concerns")
UNIDENTIFIED: Final = RecordKind(KindOfRecord.UNIDENTIFIED, "concerns kept outside ICMS")
