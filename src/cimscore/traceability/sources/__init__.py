"""The source documents: reading them, telling which is which, and holding the clauses against them."""

from cimscore.traceability.sources.check import HeldSources, Touched, hold_sources, touched_by
from cimscore.traceability.sources.copied import RUN, Copied, copied
from cimscore.traceability.sources.documents import laid_out, read_document
from cimscore.traceability.sources.drafting import DraftedEdition, drafted
from cimscore.traceability.sources.first_reading import FirstReading, first_reading, policy_files
from cimscore.traceability.sources.matching import Match, match_files
from cimscore.traceability.sources.successor import Successor, line_up

__all__ = [
    "RUN", "Copied", "DraftedEdition", "FirstReading", "HeldSources", "Match", "Successor", "Touched", "copied",
    "drafted", "first_reading", "hold_sources", "laid_out", "line_up", "match_files", "policy_files", "read_document",
    "touched_by",
]  # fmt: skip
