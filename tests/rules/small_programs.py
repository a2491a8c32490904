"""Small programs, written as an author writes them, for tests of the author's door."""

from __future__ import annotations

import itertools
import linecache
import pickle
import sys
import textwrap
from types import ModuleType
from typing import Final, TypeVar
from zoneinfo import ZoneInfo

from cimscore.policy import Policy
from cimscore.rules.assembling import program
from cimscore.rules.program import Program

NO_POLICY: Final = Policy(sources=(), clauses=())
OPENING: Final = """\
from __future__ import annotations
import enum
from typing import Final, TypeVar
from cimscore.rules import *
from cimscore.rules.families import child, home, is_child, other_home, parent, person
from cimscore.rules.vocabulary import *
from cimscore.calendars import Hours
from cimscore.case import Moment

concern = Concern("concern")
"""

T = TypeVar("T")
_numbers = itertools.count()


def module_of(rows: str, opening: str = OPENING) -> ModuleType:
    """Return the module that some lines of an author make."""
    made = ModuleType(f"small_rows_{next(_numbers)}")
    sys.modules[made.__name__] = made
    text, file = opening + textwrap.dedent(rows), f"{made.__name__}.py"
    linecache.cache[file] = (
        len(text),
        None,
        text.splitlines(keepends=True),
        file,
    )  # its functions have a text to digest
    exec(compile(text, file, "exec"), vars(made))  # noqa: S102 - our own lines
    return made


def program_of(*rows: str, policy: Policy = NO_POLICY, extends: str = "") -> Program:
    """Return the program that some lines of an author make, each text a module of its own."""
    return program_of_modules(*(module_of(text) for text in rows), policy=policy, extends=extends)


def program_of_modules(*modules: ModuleType, policy: Policy = NO_POLICY, extends: str = "") -> Program:
    """Return the program of some modules."""
    return program("small", "A small program", ZoneInfo("Australia/Brisbane"), policy, modules, extends=extends)


def there_and_back(value: T) -> T:
    """Return a value as another process would have it."""
    copied: T = pickle.loads(pickle.dumps(value))  # noqa: S301 - what it has just written itself
    return copied
