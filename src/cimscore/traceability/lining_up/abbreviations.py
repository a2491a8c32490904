"""Abbreviations that a document explains where it first uses them: *senior team leader (STL)*."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_EXPLAINED: Final = re.compile(r"((?:[\w'\u2019-]+\s+){2,10})\(([A-Z][A-Za-z]*[A-Z])s?\)")
_WORD: Final = re.compile(r"[\w'\u2019]+")


def abbreviations_in(text: str) -> Mapping[str, str]:
    """Return what each abbreviation stands for: the words before its brackets that begin with its letters."""
    found: dict[str, str] = {}
    for words, short in _EXPLAINED.findall(text):
        said = _WORD.findall(words.replace("-", " "))[-len(short) :]
        if [word[0].casefold() for word in said] == list(short.casefold()):
            found.setdefault(short, " ".join(said))
    return found


def spelt_out(text: str, abbreviations: Mapping[str, str]) -> str:
    """Return a text with each of the abbreviations in full.

    Args:
        text: The text.
        abbreviations: What each stands for.
    """
    for short, full in abbreviations.items():
        text = re.sub(rf"\b{short}(?:s|['\u2019]s)?\b", full, text)
    return text
