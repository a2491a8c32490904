"""Signs that cannot be shown, or that change how others are shown: no text of a case may hold them."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

# Control characters but for tab and line breaks, halves of characters, and marks that turn the direction of writing.
_ODD: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")

_UNSEEN: Final = ("Cc", "Cf", "Cs", "Zl", "Zp")


def odd_sign(text: str) -> str:
    """Return the first character of the text that cannot be shown, in words; empty if there is none."""
    found = _ODD.search(text)
    if found is None:
        return ""
    sign = found[0]
    noun = {"Cs": "half a character", "Cf": "a mark of direction"}.get(
        unicodedata.category(sign), "a control character"
    )
    return f"{noun} (U+{ord(sign):04X}) in the text"


def visible(text: str) -> str:
    """Return the text with control characters written out, so that a terminal shows them and obeys none."""
    return "".join(
        sign if unicodedata.category(sign) not in _UNSEEN else f"\\u{{{ord(sign):x}}}"
        for sign in text.replace("\n", " ")
    )
