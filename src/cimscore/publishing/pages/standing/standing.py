"""States of things, always in words with a shape next to them. Colour only repeats what both say."""

from __future__ import annotations

from html import escape
from typing import Final

from cimscore.assessment import DecisionState, Standing
from cimscore.policy import Disposition
from cimscore.traceability.recording import Result
from cimscore.traceability.reports.currency import Currency, Force
from cimscore.traceability.trace.links import LinkState

BECAME: Final = {
    Disposition.ENCODED: ("■", "Carried out by rules"),
    Disposition.ENCODED_IN_PART: ("◧", "Carried out in part"),
    Disposition.LEFT_TO_A_PERSON: ("◆", "Left to a person"),
    Disposition.GUIDANCE: ("○", "Guidance"),
    Disposition.OUT_OF_SCOPE: ("–", "Out of scope"),
    Disposition.TO_DO: ("◌", "Not read yet"),
}
"""What became of a clause: its shape and its words."""

STANDS: Final = {
    LinkState.IN_STEP: ("✓", "Up to date"),
    LinkState.SUSPECT: ("▲", "Needs review"),
    LinkState.OUTDATED: ("▲", "Needs review"),
    LinkState.UNREAD: ("◌", "Not compared yet"),
    LinkState.GAP: ("◌", "Something is missing"),
    LinkState.ORPHANED: ("✕", "Orphaned"),
}
"""How the links of a thing stand: its shape and its words."""


FORCE: Final = {
    Force.IN_FORCE: ("◉", "in-force"),
    Force.PERHAPS: ("◐", "perhaps"),
    Force.NOT_YET: ("◔", "not-yet"),
    Force.ENDED: ("⊘", "ended"),
}
"""How an edition stands on the day: its shape and its kind."""

SURE: Final = {Standing.CERTAIN: ("●", "certain"), Standing.PROVISIONAL: ("◌", "provisional")}
"""How sure a conclusion is: its shape and its words."""

CAME: Final = {
    DecisionState.FINAL: ("●", "Final", "Nothing that is open could change it."),
    DecisionState.PROVISIONAL: ("◌", "Provisional", "It holds by the working answers below."),
    DecisionState.INCOMPLETE: ("✕", "Incomplete", "Something that is owed has no answer yet."),
}
"""How far a decision has come: its shape, its word and what that means."""


def badge(shape: str, words: str, kind: str) -> str:
    """Return words in a frame, with a shape that is not read aloud."""
    return f'<span class="cims-badge cims-{kind}"><span aria-hidden="true">{shape}</span> {escape(words)}</span>'


def became(disposition: Disposition) -> str:
    """Return the disposition of a clause."""
    return badge(*BECAME[disposition], disposition.name.lower().replace("_", "-"))


def stands(state: LinkState, *, ended: bool = False) -> str:
    """Return the state of something's links; without the colour for "well" if it has ended."""
    kind = state.name.lower().replace("_", "-")
    return badge(*STANDS[state], "was-in-step" if ended and state is LinkState.IN_STEP else kind)


def in_force(currency: Currency) -> str:
    """Return the force of something on the day."""
    shape, kind = FORCE[currency.force]
    return badge(shape, currency.in_words, kind)


def sure(standing: Standing) -> str:
    """Return how certain a conclusion is."""
    return badge(*SURE[standing], standing.value)


def came(state: DecisionState) -> str:
    """Return the state of a decision."""
    shape, word, means = CAME[state]
    return f"{badge(shape, word, state.value)} {means}"


def result(outcome: str) -> str:
    """Return the last result of a test."""
    return _RESULTS.get(outcome, f"◌ {outcome or 'not run'}")


_RESULTS: Final[dict[str, str]] = {
    Result.PASSED: "✓ passed",
    Result.FAILED: "✕ failed",
    Result.SKIPPED: "– skipped",
    Result.EXPECTED_FAILURE: "– fails as expected",
}
