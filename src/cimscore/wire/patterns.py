"""Patterns of ids, addresses, days and moments, shared by the reader and the schema."""

from __future__ import annotations

import re
from typing import Final

from cimscore.ids import ID_PATTERN

ID: Final = ID_PATTERN
RECORD: Final = f"{ID}:{ID}(?:/{ID})?"
RECORD_ID: Final = f"{ID}|{RECORD}"
EVERY: Final = "every"
THINGS: Final = f"(?:{RECORD_ID})(?:@(?:{RECORD_ID})){{0,3}}"

# Years from 1000 to 2999 keep all date arithmetic within what Python can hold.
DAY: Final = "[12][0-9]{3}-[0-9]{2}-[0-9]{2}"
PARTIAL_DAY: Final = "[12][0-9]{3}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?"
PART: Final = "[12][0-9]{3}(?:-(?:0[1-9]|1[0-2]))?"
TIME: Final = r"(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,6})?)?"
OFFSET: Final = "(?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])"
NAIVE: Final = f"{DAY}[T ]{TIME}"
MOMENT: Final = f"{DAY}(?:T{TIME}{OFFSET})?"


def of_word(word: str) -> str:
    """Return the pattern of a word, which means the same in every dialect of regular expressions."""
    return re.sub(r"[\\^$.|?*+()\[\]{}]", r"\\\g<0>", word)


def for_schema(pattern: str) -> str:
    """Return the pattern for a schema: for the whole text, in every dialect of regular expressions.

    In some dialects ``$`` also matches before a line break at the end; the lookahead excludes it.
    """
    return f"^(?:{pattern})$(?!\\n)"
