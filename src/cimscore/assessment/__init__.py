"""Assessing a case under a rulebook: findings with their traces, and what is missing."""

from cimscore.assessment.assessing import Assessment, NoProgramError, assess
from cimscore.assessment.care import SharedCare
from cimscore.assessment.comparison import Comparison, compare
from cimscore.assessment.differences import Change, Difference, differences
from cimscore.assessment.explain import explained, explained_outcome
from cimscore.assessment.finding import (
    Asked,
    ClauseRef,
    Conclusion,
    DutyDue,
    EditionChoice,
    Finding,
    ProgramDecision,
    ReadingUsed,
    ScopeState,
)
from cimscore.assessment.outcome import Outcome, State
from cimscore.assessment.possible import Possibility, supplied
from cimscore.assessment.receipt import PluginReceipt, Receipt
from cimscore.assessment.sensitivity import Sensitive
from cimscore.assessment.words import in_words

__all__ = [
    "Asked",
    "Assessment",
    "Change",
    "ClauseRef",
    "Comparison",
    "Conclusion",
    "Difference",
    "DutyDue",
    "EditionChoice",
    "Finding",
    "NoProgramError",
    "Outcome",
    "PluginReceipt",
    "Possibility",
    "ProgramDecision",
    "ReadingUsed",
    "Receipt",
    "ScopeState",
    "Sensitive",
    "SharedCare",
    "State",
    "assess",
    "compare",
    "differences",
    "explained",
    "explained_outcome",
    "in_words",
    "supplied",
]
