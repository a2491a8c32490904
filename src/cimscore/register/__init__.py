"""A register: cases that are kept, with every move of their records. It needs `cimscore[register]`.

A register
    `create_register` makes a `Register` in a file or in PostgreSQL, `open_register` opens one. Whoever does something
    is `Signed`. A case as it `Stood` has its `History` of each `KeptAct`, by `Kind`.
What is done
    A `Step` is a move that somebody wants to take with a record, and a `RecordStanding` the record as it stands.
    `trays_of` gives each `Tray` with what is `Waiting` in it, `counts_by_state` the numbers.
The audit
    `ChainHead` is what is kept outside, `head_from` reads it, and `BrokenEntry` is the first that does not hold.
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
from cimscore.register.kept.history import History, KeptAct
from cimscore.register.register import Register, Stood, create_register, open_register
from cimscore.register.trays.trays import Tray, Waiting, counts_by_state, trays_of
from cimscore.register.workflow.allowing import Step
from cimscore.register.workflow.records import RecordStanding

__all__ = [
    "REFUSALS",
    "BrokenEntry",
    "ChainHead",
    "History",
    "KeptAct",
    "Kind",
    "NotARegisterError",
    "OvertakenError",
    "ReasonNeededError",
    "RecordStanding",
    "RefusedError",
    "Register",
    "Signed",
    "Step",
    "Stood",
    "StorageError",
    "Tray",
    "Waiting",
    "counts_by_state",
    "create_register",
    "head_from",
    "open_register",
    "trays_of",
]
