"""Program type of a report, checked against its edition and its service.

Add a line here when an edition adds or drops a program type. The page names one; the list is not held.
"""

from __future__ import annotations

from typing import Final

from cimscore.rules import Conclusion, Defined, Question, Topic, Value, same, some
from cimscore_vic_cims.rules.codes import is_before_june_2024
from cimscore_vic_cims.rules.vocabulary import SERVICE
from cimscore_vic_cims.words import OnList, Service

program_type: Final = Value("program type", str)

OTHER_PROGRAM_TYPE: Final = "another"
JOINED_PROGRAM_TYPE: Final = "family-violence-and-sexual-assault-services"

is_for_violence_or_assault: Final = Defined(
    (),
    "the service [is] one of family violence, else one of sexual assault",
    SERVICE.is_(Service.FAMILY_VIOLENCE) | SERVICE.is_(Service.SEXUAL_ASSAULT),
)
LIKELY_PROGRAM_TYPE: Final = Conclusion(
    "likely-program-type",
    (program_type,),
    "the likely program type [is] {program type}",
    topic=Topic.STARTS,
    leading=True,
)
LIKELY_PROGRAM_TYPE.row(
    "joined",
    JOINED_PROGRAM_TYPE,
    when=is_for_violence_or_assault(),
    cites=["vic/update-2024/program-type"],
)
LIKELY_PROGRAM_TYPE.row(
    "another",
    OTHER_PROGRAM_TYPE,
    when=~is_for_violence_or_assault() | is_before_june_2024(),
    cites=["vic/beginnings/funded-organisations"],
)
PROGRAM_TYPE: Final = Question(
    id="program-type",
    things=(),
    text="Under which program type is the incident reported? The page names one; any other is given in its own words.",
    answers=str,
    codes={
        OTHER_PROGRAM_TYPE: "vic/update-2024/program-type",
        JOINED_PROGRAM_TYPE: "vic/update-2024/program-type",
    },
    other_words=True,
    member=program_type,
    working=LIKELY_PROGRAM_TYPE(program_type),
    why="the page names one for these services from 17 June 2024 on; whoever gave another says so",
    granted=True,
    cites=("vic/update-2024/program-type",),
)
PROGRAM_TYPE_ON_LIST: Final = Question(
    id="program-type-on-list",
    things=(),
    text="Is the program type on the whole list of its edition?",
    answers=OnList,
    working=OnList.NOT_LOOKED_UP,
    why="the list is not held here; whoever has it before them says what it says",
    granted=True,
    cites=("vic/update-2024/program-type",),
)
is_joined: Final = Defined(
    (),
    "the program type [is] that of family violence with sexual assault services",
    PROGRAM_TYPE.is_(JOINED_PROGRAM_TYPE),
)
is_in_other_words: Final = Defined(
    (),
    "the program type [is] one that no list here names",
    some(
        program_type,
        PROGRAM_TYPE.is_(program_type)
        & ~same(program_type, OTHER_PROGRAM_TYPE)
        & ~same(program_type, JOINED_PROGRAM_TYPE),
    ),
)

PROGRAM_TYPE_STANDS: Final = Conclusion(
    "program-type-stands", (), "the program type of the report [stands] in its edition", topic=Topic.TIMEFRAMES
)
PROGRAM_TYPE_STANDS.row(
    "joined-program-type",
    when=is_for_violence_or_assault() & is_joined(),
    cites=["vic/update-2024/program-type"],
)
PROGRAM_TYPE_STANDS.row(
    "looked-up",
    when=PROGRAM_TYPE_ON_LIST.is_(OnList.LISTED),
    cites=["vic/beginnings/funded-organisations"],
)
PROGRAM_TYPE_TOO_EARLY: Final = Conclusion(
    "program-type-of-another-edition",
    (),
    "the program type of the report [belongs] to a later edition than the report",
    topic=Topic.TIMEFRAMES,
    warns=True,
)
PROGRAM_TYPE_TOO_EARLY.row(
    "joined-program-type-too-early",
    when=is_joined() & is_before_june_2024(),
    cites=["vic/update-2024/submitted-before"],
)
PROGRAM_TYPE_ELSEWHERE: Final = Conclusion(
    "program-type-of-another-service",
    (),
    "the program type of the report [is] one for other services than the one in which it happened",
    topic=Topic.TIMEFRAMES,
    warns=True,
)
PROGRAM_TYPE_ELSEWHERE.row(
    "joined-program-type-elsewhere",
    when=is_joined(),
    unless=is_for_violence_or_assault(),
    cites=["vic/update-2024/program-type"],
)
PROGRAM_TYPE_NOT_LISTED: Final = Conclusion(
    "program-type-not-listed",
    (),
    "the program type of the report [is] not on the list of its edition",
    topic=Topic.TIMEFRAMES,
    warns=True,
)
PROGRAM_TYPE_NOT_LISTED.row(
    "looked-up",
    when=PROGRAM_TYPE_ON_LIST.is_(OnList.NOT_LISTED),
    cites=["vic/beginnings/funded-organisations"],
)
PROGRAM_TYPE_NOT_TOLD: Final = Conclusion(
    "program-type-not-told",
    (),
    "whether the program type of the report stands [is] not to be told here, where the list is not held whole",
    topic=Topic.TIMEFRAMES,
)
PROGRAM_TYPE_NOT_TOLD.row(
    "not-the-one-that-is-named",
    when=is_in_other_words() & PROGRAM_TYPE_ON_LIST.is_(OnList.NOT_LOOKED_UP),
    cites=["vic/beginnings/funded-organisations"],
)
