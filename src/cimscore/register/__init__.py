"""A register: cases that are kept, with every move of their records. It needs `cimscore[register]`.

A register
    `create_register` makes a `Register` in a file or in PostgreSQL, `open_register` opens one. Whoever does something
    is `Signed`. A case as it `Stood` has its `History` of each `KeptAct`, by `Kind`.
What is done
    A `Step` is a move that somebody wants to take with a record, and a `RecordStanding` the record as it stands.
    `Lists` say what is due and what waits. Each tray, and each part of the due list, is a `ListPart` with each
    `ListItem` in it; `calendar_of` makes a calendar of it.
The audit
    `ChainHead` is what is kept outside, `head_from` reads it, and `BrokenEntry` is the first that does not hold.
    `Roles` of a PostgreSQL database keep staff from the vault.
    A `Candidate` of some `CandidateKind` is what may be the same in two cases.
    A `CaseReport` is a case to be sent, as a page or as plain values.
Other systems
    `take_in` keeps their rows and says of each `TakenRow` its `RowState`, `give_out` gives the acts as such rows, of
    which `interface_schema` is the form. `cases_in_register` hands the cases over to whoever decides many.
What can go wrong
    `NotARegisterError`, `StorageError`, `OvertakenError`, `ReasonNeededError`, `RefusedError`. The last three are the
    `REFUSALS`.
"""

from cimscore.register.audit.chain import Kind, Signed
from cimscore.register.audit.checking import BrokenEntry, ChainHead, head_from
from cimscore.register.errors import (
    REFUSALS,
    NotARegisterError,
    OvertakenError,
    ReasonNeededError,
    RefusedError,
    StorageError,
)
from cimscore.register.exchange.calendar import calendar_of
from cimscore.register.exchange.report import CaseReport
from cimscore.register.interface.exchanging import RowState, TakenRow, give_out, take_in
from cimscore.register.interface.handing_over import cases_in_register
from cimscore.register.interface.rows import interface_schema
from cimscore.register.kept.history import History, KeptAct
from cimscore.register.looking_back.candidates import Candidate, CandidateKind
from cimscore.register.register import Register, Stood, create_register, open_register
from cimscore.register.storage.roles import Roles
from cimscore.register.trays.asking import Lists
from cimscore.register.trays.lists import ListItem, ListPart
from cimscore.register.workflow.allowing import Step
from cimscore.register.workflow.records import RecordStanding

__all__ = [
    "REFUSALS",
    "BrokenEntry",
    "Candidate",
    "CandidateKind",
    "CaseReport",
    "ChainHead",
    "History",
    "KeptAct",
    "Kind",
    "ListItem",
    "ListPart",
    "Lists",
    "NotARegisterError",
    "OvertakenError",
    "ReasonNeededError",
    "RecordStanding",
    "RefusedError",
    "Register",
    "Roles",
    "RowState",
    "Signed",
    "Step",
    "Stood",
    "StorageError",
    "TakenRow",
    "calendar_of",
    "cases_in_register",
    "create_register",
    "give_out",
    "head_from",
    "interface_schema",
    "open_register",
    "take_in",
]
