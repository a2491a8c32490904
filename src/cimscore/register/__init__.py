"""A register: cases that are kept in one file, with every move of their records. It needs `cimscore[register]`.

A register
    `create_register` makes a `Register` in a file of its own, `open_register` opens one. Whoever does something is
    `Signed`. A case as it `Stood` has its `History` of each `KeptAct`, by `Kind`.
The audit
    `ChainHead` is what is kept outside, `head_from` reads it, and `BrokenEntry` is the first that does not hold.
What can go wrong
    `NotARegisterError`, `OvertakenError`, `ReasonNeededError`, `RefusedError`.
"""

from cimscore.register.audit.chain import Kind, Signed
from cimscore.register.audit.checking import BrokenEntry, ChainHead, head_from
from cimscore.register.errors import NotARegisterError, OvertakenError, ReasonNeededError, RefusedError
from cimscore.register.kept.history import History, KeptAct
from cimscore.register.register import Register, Stood, create_register, open_register

__all__ = [
    "BrokenEntry",
    "ChainHead",
    "History",
    "KeptAct",
    "Kind",
    "NotARegisterError",
    "OvertakenError",
    "ReasonNeededError",
    "RefusedError",
    "Register",
    "Signed",
    "Stood",
    "create_register",
    "head_from",
    "open_register",
]
