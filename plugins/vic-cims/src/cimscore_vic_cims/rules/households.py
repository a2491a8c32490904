"""Placement households: where a client in care lives.

Add a line here when a policy says what a placement is.
"""

from __future__ import annotations

from typing import Final

from cimscore.rules import Conclusion, Defined, Question, Topic, some
from cimscore.rules.vocabulary import is_about, lives_in
from cimscore_vic_cims.rules.vocabulary import SERVICE, client, home, incident, other_home
from cimscore_vic_cims.words import Service

IS_PLACEMENT: Final = Question(
    id="placement",
    things=(home,),
    text="Is {home} a placement, approved by Child Protection?",
    answers=bool,
    working=True,
    why="a client in care is taken to live where Child Protection approved it",
    cites=("vic-child-protection-manual/definitions/child-protection-scope",),
)

places_clients: Final = Defined(
    (),
    "clients of the service [live|do not live] in placements",
    SERVICE.is_(Service.OUT_OF_HOME_CARE) | SERVICE.is_(Service.CHILD_PROTECTION),
)
is_affected: Final = Defined((client,), "an incident [is] about {client}", some(incident, is_about(incident, client)))
PLACEMENT: Final = Conclusion("placement", (home,), "{home} [is] a placement household", topic=Topic.HOUSEHOLDS)
PLACEMENT.row(
    "home-of-a-client",
    home,
    when=places_clients() & IS_PLACEMENT(home) & some(client, is_affected(client) & lives_in(client, home)),
    cites=["vic/scope/out-of-home-care", "vic-child-protection-manual/definitions/child-protection-scope"],
)
lives_in_two_placements: Final = Defined(
    (client,),
    "{client} [lives] in two placements",
    some(
        (home, other_home),
        lives_in(client, home) & lives_in(client, other_home) & PLACEMENT(home) & PLACEMENT(other_home),
    ),
)
