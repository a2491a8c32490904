"""Who lives where, who is whose, and what concerns touch: questions a case answers in three values."""

from cimscore.household_graph.answers import Answer, CoreFact, MissingFact, Read, all_of, any_of
from cimscore.household_graph.completion import possible_values, with_fact
from cimscore.household_graph.graph import HouseholdGraph
from cimscore.household_graph.harm import HarmCandidate, HarmGround, HarmGroundKind
from cimscore.household_graph.network import Link, NodeKind
from cimscore.household_graph.siblings import Sibling, SiblingKind

__all__ = [
    "Answer",
    "CoreFact",
    "HarmCandidate",
    "HarmGround",
    "HarmGroundKind",
    "HouseholdGraph",
    "Link",
    "MissingFact",
    "NodeKind",
    "Read",
    "Sibling",
    "SiblingKind",
    "all_of",
    "any_of",
    "possible_values",
    "with_fact",
]
