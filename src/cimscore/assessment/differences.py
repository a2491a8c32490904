"""What differs between two assessments of a case: records, roles, duties and deadlines, in words."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

import attrs

from cimscore.assessment.finding import Conclusion

if TYPE_CHECKING:
    from cimscore.assessment.assessing import Assessment


class Change(enum.StrEnum):
    """How a conclusion differs."""

    GAINED = "then"
    LOST = "no longer"
    CHANGED = "instead"


@attrs.frozen(kw_only=True)
class Difference:
    """One conclusion that one assessment has otherwise than another.

    Attributes:
        conclusion: Its address, ``program/topic/key@about``.
        change: How it differs.
        before: What it was, in words; empty when it was not there.
        after: What it is then; empty when it is gone.
        subject_to: What it is subject to then.
    """

    conclusion: str
    change: Change
    before: str
    after: str
    subject_to: tuple[str, ...]

    @property
    def about(self) -> str:
        """The address of the thing the conclusion is about."""
        return self.conclusion.partition("@")[2]


def differences(before: Assessment, after: Assessment) -> tuple[Difference, ...]:
    """Every conclusion that differs, by address. Whether one is decided or proposed makes no difference."""
    old, new = _conclusions(before), _conclusions(after)
    found = []
    for address in dict.fromkeys([*old, *new]):
        was, is_ = old.get(address), new.get(address)
        if was and is_ and was.summary == is_.summary:
            continue
        change = Change.CHANGED if was and is_ else Change.LOST if was else Change.GAINED
        found.append(
            Difference(
                conclusion=address,
                change=change,
                before=was.summary if was else "",
                after=is_.summary if is_ else "",
                subject_to=is_.subject_to if is_ else (),
            )
        )
    return tuple(found)


def _conclusions(assessment: Assessment) -> dict[str, Conclusion]:
    return {it.address: it for one in assessment.programs for it in one.conclusions}
