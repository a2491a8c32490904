"""Household graph of a case: people, homes, kin, concerns and files, each tie with its grade and its fact."""

from cimscore.household_graph.ages import Ages, births_within
from cimscore.household_graph.blanking import without_fact
from cimscore.household_graph.days import Days, days_of_concern, days_of_decision, days_of_receipt
from cimscore.household_graph.exports import GraphFormat, dot, graphml, node_link
from cimscore.household_graph.facts import Facts, OpenFact
from cimscore.household_graph.grounds import Ground, GroundKind, harm_candidates
from cimscore.household_graph.ties import Entered, Tie, TieKind, exists_fact, of_any_stranger, ties_of
from cimscore.household_graph.turns import is_here_on
from cimscore.household_graph.whole import at_least, to_networkx

__all__ = [
    "Ages",
    "Days",
    "Entered",
    "Facts",
    "GraphFormat",
    "Ground",
    "GroundKind",
    "OpenFact",
    "Tie",
    "TieKind",
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
    "ties_of",
    "to_networkx",
    "without_fact",
]
