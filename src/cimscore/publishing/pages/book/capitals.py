"""Words to which the texts of a policy always give a capital letter: ICMS, July, Victoria."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

_SMALL: Final = re.compile(r"\b[a-z]+\b")
_WITHIN: Final = re.compile(r"(?<=[^\s.:?!] )[A-Za-z]*[A-Z][A-Za-z]*\b")
"""A word with a capital that does not open a sentence."""
_QUOTED: Final = re.compile("\N{LEFT SINGLE QUOTATION MARK}[^\N{RIGHT SINGLE QUOTATION MARK}]*")
"""A value as a document writes it: ‘victoria’."""


def words_with_capitals(texts: Iterable[str]) -> Mapping[str, str]:
    """Return how texts write each word that they never write small, by its small letters: ``icms`` as ``ICMS``."""
    held = [_QUOTED.sub("", text) for text in texts]
    small = {word for text in held for word in _SMALL.findall(text)}
    written = {word.lower(): word for text in held for word in _WITHIN.findall(text)}
    return {word: found for word, found in written.items() if word not in small}
