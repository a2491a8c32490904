"""Household graph of a case: homes, kin and concerns. Each question has three possible answers: yes, no, unknown."""

from cimscore.household_graph.ages import OLDEST, Ages, births_within
from cimscore.household_graph.answers import Answer, CoreFact, MissingFact, Read, all_of, any_of
from cimscore.household_graph.blanking import without_fact
from cimscore.household_graph.completion import possible_values, with_fact
from cimscore.household_graph.days import Days, days_of_concern, days_of_decision, days_of_receipt
from cimscore.household_graph.exports import GraphFormat, dot, graphml, node_link
from cimscore.household_graph.facts import Facts, OpenFact
from cimscore.household_graph.graph import HouseholdGraph
from cimscore.household_graph.grounds import Ground, GroundKind, harm_candidates
from cimscore.household_graph.harm import HarmCandidate, HarmGround
from cimscore.household_graph.network import EdgeKind, EntryKind
from cimscore.household_graph.siblings import Sibling, SiblingKind
from cimscore.household_graph.ties import Entered, Tie, TieKind, exists_fact, of_any_stranger, ties_of
from cimscore.household_graph.turns import is_here_on
from cimscore.household_graph.whole import at_least, to_networkx

__all__ = [
    "OLDEST",
    "Ages",
    "Answer",
    "CoreFact",
    "Days",
    "EdgeKind",
    "Entered",
    "EntryKind",
    "Facts",
    "GraphFormat",
    "Ground",
    "GroundKind",
    "HarmCandidate",
    "HarmGround",
    "HouseholdGraph",
    "MissingFact",
    "OpenFact",
    "Read",
    "Sibling",
    "SiblingKind",
    "Tie",
    "TieKind",
    "all_of",
    "any_of",
    "at_least",
    "births_within",
    "days_of_concern",
    "days_of_decision",
    "days_of_receipt",
    "dot",
    "exists_fact",
    "graphml",
    "harm_candidates",
    "is_here_on",
    "node_link",
    "of_any_stranger",
    "possible_values",
    "ties_of",
    "to_networkx",
    "with_fact",
    "without_fact",
]
