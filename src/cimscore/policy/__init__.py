"""Policy as data: sources, clauses, editions, interpretations and tables."""

from cimscore.policy.clauses import Anchor, Clause, Confidence, Disposition, Locator, Modal
from cimscore.policy.drift import Drift, DriftState
from cimscore.policy.interpretations import Interpretation
from cimscore.policy.loading import Policy, load_policy
from cimscore.policy.passages import Passage, passages_of
from cimscore.policy.sources import PolicyEdition, Source
from cimscore.policy.tables import Row, Table

__all__ = [
    "Anchor", "Clause", "Confidence", "Disposition", "Drift", "DriftState", "Interpretation", "Locator", "Modal",
    "Passage", "Policy", "PolicyEdition", "Row", "Source", "Table", "load_policy", "passages_of",
]  # fmt: skip
