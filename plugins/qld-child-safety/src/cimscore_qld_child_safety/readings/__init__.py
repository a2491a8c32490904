"""Unclear points of the page that touch a rule, with every reading and the one taken."""

from cimscore.policy import Interpretation
from cimscore_qld_child_safety.readings import clocks, people, recorded, records

INTERPRETATIONS = tuple(
    one
    for module in (clocks, people, records, recorded)
    for one in vars(module).values()
    if isinstance(one, Interpretation)
)

__all__ = ["INTERPRETATIONS", "clocks", "people", "recorded", "records"]
