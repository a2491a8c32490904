"""Concerns: new or known, identified or not, and the response to each.

Add a line here when a policy says which concerns count. Harm households: harm.py.
"""

from __future__ import annotations

from typing import Final

from cimscore.rules import Defined, Question, some
from cimscore.rules.vocabulary import is_about, is_concern
from cimscore_qld_child_safety.readings.records import NOTHING_TO_LINK_BY, Joined
from cimscore_qld_child_safety.rules.repeats import repeats
from cimscore_qld_child_safety.rules.vocabulary import (
    DUPLICATE_OF,
    IDENTIFIABLE,
    RESPONSE,
    concern,
    person,
)
from cimscore_qld_child_safety.words import NO_DUPLICATE, Response

ATTEMPTS_FAILED: Final = Question(
    id="attempts-to-identify-failed",
    things=(),
    text="Have the attempts to learn who the child and family are failed?",
    answers=bool,
    working=False,
    why="until they have failed the concerns are recorded with their clocks",
    cites=("qld/no-identifying-information/not-in-icms",),
)

is_new: Final = Defined(
    (concern,),
    "{concern} [is] new",
    is_concern(concern) & DUPLICATE_OF.is_(concern, NO_DUPLICATE) & ~repeats(concern),
)
is_duplicate: Final = Defined(
    (concern,),
    "{concern} [is] a duplicate of what is on record",
    is_concern(concern) & (repeats(concern) | ~DUPLICATE_OF.is_(concern, NO_DUPLICATE)),
)
is_notified: Final = Defined(
    (concern,),
    "{concern} [is] answered by a notification",
    is_concern(concern) & RESPONSE.is_(concern, Response.NOTIFICATION),
)
is_reported: Final = Defined(
    (concern,),
    "{concern} [is] answered by a child concern report",
    is_concern(concern) & RESPONSE.is_(concern, Response.CHILD_CONCERN_REPORT),
)
is_an_enquiry: Final = Defined(
    (concern,),
    "{concern} [is] answered by an intake enquiry",
    is_concern(concern) & RESPONSE.is_(concern, Response.INTAKE_ENQUIRY),
)
is_limited: Final = Defined(
    (concern,),
    "{concern} [gets] a limited intake response",
    is_concern(concern) & RESPONSE.is_(concern, Response.LIMITED_INTAKE),
)
is_unidentified: Final = Defined(
    (),
    "the child [is] not identified",
    ~IDENTIFIABLE() & (NOTHING_TO_LINK_BY.is_(Joined.EITHER) | ATTEMPTS_FAILED()),
)
counts: Final = Defined(
    (concern,),
    "{concern} [counts] as a new concern to be assessed",
    is_new(concern) & (is_notified(concern) | is_reported(concern)) & ~is_unidentified(),
)
names_nobody: Final = Defined(
    (concern,), "{concern} [names] nobody", is_concern(concern) & ~some(person, is_about(concern, person))
)
