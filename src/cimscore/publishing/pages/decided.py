"""A decision in words for a page: whom an address means, what was decided, what it waits for."""

from __future__ import annotations

import re
from typing import Final

from cimscore.case import Case
from cimscore.ids import split_record_address
from cimscore.rules import Topic

SHOWN: Final = (Topic.HOUSEHOLDS, Topic.SUBJECTS, Topic.RECORDS, Topic.ROLES, Topic.DUTIES, Topic.TIMEFRAMES)
"""The topics that a reader wants to see of a decision, in the order of reasoning."""


_WITHIN_A_NAME: Final = re.compile(r"(?<=[a-z])-(?=[a-z])")


class Spoken:
    """The things of one case by the names that people know them by."""

    def __init__(self, case: Case) -> None:
        self._names = {"case": "the case", **{it.id: f"concern {it.id}" for it in case.concerns}}
        self._names |= {it.id: it.label or f"household {it.id}" for it in case.households}
        self._names |= {it.id: it.label for it in case.people}

    def about(self, address: str) -> str:
        """Whom or what an address means: ``ari@notification:north`` is *Ari Example, notification of North*."""
        if address in self._names:
            return self._names[address]
        record = split_record_address(address)
        if record:
            kind, of, focus = record
            return f"{kind.replace('-', ' ')} of {self.about(of)}{f' for {self.about(focus)}' if focus else ''}"
        first, mark, rest = address.partition("@")
        return f"{self.about(first)}, {self.about(rest)}" if mark else address


def answer_in_words(answer: str) -> str:
    """An answer as a person gives it: yes and no for true and false, and a name such as ``half-sibling`` as words."""
    return {"true": "yes", "false": "no"}.get(answer, _WITHIN_A_NAME.sub(" ", answer))
