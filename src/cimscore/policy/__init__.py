"""Policy as data: sources, clauses, editions, interpretations and tables."""

from cimscore.policy.clauses import Clause, Disposition, Locator, Modal
from cimscore.policy.interpretations import Interpretation
from cimscore.policy.sources import PolicyEdition, Source
from cimscore.policy.tables import Row, Table

__all__ = ["Clause", "Disposition", "Interpretation", "Locator", "Modal", "PolicyEdition", "Row", "Source", "Table"]
