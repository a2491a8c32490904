"""Policy as data: sources, editions, clauses in each edition, and rows of tables."""

from cimscore.policy.citations import Citation, NotStandingError, parts_of_citation, problems_of_citations
from cimscore.policy.clauses import Anchor, Clause, ClauseText, Confidence, Disposition, Locator, Modal
from cimscore.policy.digests import clause_digest, digest_of, member_digest, row_digest
from cimscore.policy.drift import Drift, DriftState
from cimscore.policy.loading import load_policy
from cimscore.policy.passages import Passage, passages_of
from cimscore.policy.policy import ClauseStanding, Policy
from cimscore.policy.sources import PolicyEdition, Source, SourceText
from cimscore.policy.tables import Row, editions_of_row, problems_of_rows

__all__ = [
    "Anchor",
    "Citation",
    "Clause",
    "ClauseStanding",
    "ClauseText",
    "Confidence",
    "Disposition",
    "Drift",
    "DriftState",
    "Locator",
    "Modal",
    "NotStandingError",
    "Passage",
    "Policy",
    "PolicyEdition",
    "Row",
    "Source",
    "SourceText",
    "clause_digest",
    "digest_of",
    "editions_of_row",
    "load_policy",
    "member_digest",
    "parts_of_citation",
    "passages_of",
    "problems_of_citations",
    "problems_of_rows",
    "row_digest",
]  # fmt: skip
