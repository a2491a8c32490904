"""Things still to be learnt by what is owed, each once with everybody whom it is about."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from cimscore.assessment.decision.duty import Duty
from cimscore.rules.english.nouns import listed_words


@attrs.frozen
class ToLearn:
    """Something that a duty learns, and that may change the decision.

    Attributes:
        address: Its address on the page.
        what: What it is, with everybody whom it is about.
        ask: Who can be asked.
        then: What follows from it, in a sentence.
    """

    address: str
    what: str
    ask: str
    then: str

    @property
    def says(self) -> str:
        """Return it in words, with whom to ask and what then."""
        ask = f"Ask {self.ask}." if self.ask else ""
        return " ".join(filter(None, (f"Still to be learnt: {self.what}.", ask, self.then)))


def to_learn(duties: Iterable[Duty]) -> tuple[ToLearn, ...]:
    """Return what is still to be learnt, each once with everybody whom it is about.

    Args:
        duties: What is owed and not done.
    """
    told: dict[tuple[str, str, str], list[str]] = {}
    for duty in (duty for duty in duties if duty.learns):
        told.setdefault((duty.learns, duty.ask, duty.then), []).append(duty.of)
    return tuple(
        ToLearn(f"learn:{learns}", learns.replace("{}", listed_words(list(dict.fromkeys(names)))), ask, then)
        for (learns, ask, then), names in told.items()
    )
