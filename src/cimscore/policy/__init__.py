"""Policy as data: sources, editions, clauses in each edition, and rows of tables.

For a program
    `load_policy` gives the `Policy` of a package. `Modal` is the word with which a clause binds. A `Row` is a line of a
    table.
What a policy holds
    A `Source` has editions (`PolicyEdition`) and texts (`SourceText`). A `Clause` says a `ClauseText` in each edition,
    with its `Disposition` and `Confidence`, and an `Anchor` at the `Locator` of its passage. A `Citation` names a part
    of a clause. `ClauseStanding` tells whether it is in force; one that is not is a `NotStandingError`.
Whether it still fits
    `passages_of` cuts a text into each `Passage`; a `Drift` has the `DriftState` of one. `digest_of`, `clause_digest`,
    `member_digest` and `row_digest` show a change. `parts_of_citation`, `problems_of_citations`, `editions_of_row` and
    `problems_of_rows` check what tables cite.
"""

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
