"""Short ways to say what a decision tells of the matter."""

from __future__ import annotations

from cimscore.reasoning.claims.told import Decided
from cimscore.reasoning.graded import Tuple

# What a decision tells, with ``?`` where it is provisional.


def harm_homes(decided: Decided) -> set[str]:
    """Return the harm households."""
    return {_marked(decided, claim, claim[1][0]) for claim in decided.told if claim[0] == "conclusion:harm-household"}


def subjects(decided: Decided) -> set[str]:
    """Return the subjects of concerns, as in ``ari@north``."""
    return {_marked(decided, claim, "@".join(claim[1])) for claim in decided.told if claim[0] == "conclusion:subject"}


def records(decided: Decided) -> set[str]:
    """Return the records to be made."""
    return {_marked(decided, claim, claim[1][0]) for claim in decided.told if claim[0] == "conclusion:record"}


def parts(decided: Decided) -> set[str]:
    """Return where each part goes, as in ``c1@ari: notification:north``."""
    told = [claim for claim in decided.told if claim[0] == "conclusion:goes"]
    return {_marked(decided, claim, f"{claim[1][0]}@{claim[1][1]}: {claim[1][2]}") for claim in told}


def roles(decided: Decided, record: str) -> dict[str, set[str]]:
    """Return what everybody is called in a record."""
    found: dict[str, set[str]] = {}
    for claim in decided.told:
        if claim[0] == "conclusion:role" and str(claim[1][1]) == record:
            found.setdefault(claim[1][0], set()).add(_marked(decided, claim, claim[1][2]))
    return found


def profiles(decided: Decided, record: str) -> set[str]:
    """Return who has a profile in a record."""
    told = [claim for claim in decided.told if claim[0] == "conclusion:profile" and str(claim[1][1]) == record]
    return {_marked(decided, claim, claim[1][0]) for claim in told}


def asked(decided: Decided) -> set[str]:
    """Return the addresses of the open points, without the program's name."""
    return {address.removeprefix("qld-child-safety/") for address in decided.points}


def _marked(decided: Decided, claim: tuple[str, Tuple], text: object) -> str:
    return f"{text}" if decided.told[claim].certain else f"{text}?"
