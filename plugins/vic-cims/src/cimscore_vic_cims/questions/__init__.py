"""Everything the rules may ask, by what it is about."""

from cimscore.rules import Question
from cimscore_vic_cims.questions import clocks, households, incident, investigation, provider

EVERY = tuple(
    it
    for module in (provider, incident, clocks, households, investigation)
    for it in vars(module).values()
    if isinstance(it, Question)
)

__all__ = ["EVERY"]
