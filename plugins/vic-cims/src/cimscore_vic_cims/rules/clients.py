"""Clients among the people whom an incident is about: who works for the service is asked about.

Add a line here when a policy says who is a client.
"""

from __future__ import annotations

from typing import Final

from cimscore.rules import Defined, Question, some
from cimscore.rules.vocabulary import acts_as, is_about
from cimscore_vic_cims.rules.vocabulary import client, incident
from cimscore_vic_cims.words import Position

CLIENT_TOO: Final = Question(
    id="client-too",
    things=(client,),
    text="Is {client}, who works for the service, a client of it too?",
    answers=bool,
    working=True,
    why="taken as reportable until somebody says otherwise, so that no report is missed",
    cites=("vic/reporting/reportable",),
)
is_no_client: Final = Defined(
    (client,),
    "{client} [is] a worker of the service who is no client of it",
    acts_as(client, Position.STAFF) & ~CLIENT_TOO(client),
)
affects_workers_only: Final = Defined(
    (incident,),
    "{incident} [is] about workers of the service alone, none of them a client of it",
    some(client, is_about(incident, client) & is_no_client(client))
    & ~some(client, is_about(incident, client) & ~is_no_client(client)),
)
