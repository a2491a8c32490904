"""The source documents: reading them, telling which is which, and holding the clauses against them."""

from cimscore.traceability.sources.check import HeldSources, Touched, hold_sources, touched_by
from cimscore.traceability.sources.documents import read_document
from cimscore.traceability.sources.matching import Match, match_files

__all__ = ["HeldSources", "Match", "Touched", "hold_sources", "match_files", "read_document", "touched_by"]
