"""Traceability: the links from clauses to rules, tests and examples, and what a change of a source touches."""

from cimscore.traceability.declared.workflows import TracedMove, TracedWorkflow
from cimscore.traceability.recording import Exercise, RecordedTest, Result, Way, read_tests, write_tests
from cimscore.traceability.reports.coverage import Coverage, ListedGap, coverage_of, only_with_many
from cimscore.traceability.reports.currency import CoveredEdition, Currency, Force, coverage_by_edition, currency_of
from cimscore.traceability.reports.document import trace_document, trace_text
from cimscore.traceability.reports.signoff import SignOffRow, SignOffRule, SignOffSheet, sign_off_sheets
from cimscore.traceability.reviews.clause_reviews import ClauseReview, Reader, reviewed
from cimscore.traceability.reviews.justifications import Gap, Justification
from cimscore.traceability.reviews.reviews import Pin, Review, WholeReading, cleared
from cimscore.traceability.reviews.upkeep import (
    Upkeep,
    load_upkeep,
    read_upkeep,
    upkeep_folder,
    write_clause_reviews,
    write_reviews,
)
from cimscore.traceability.trace.build import build_trace
from cimscore.traceability.trace.links import Hop, Link, LinkState
from cimscore.traceability.trace.model import (
    Trace,
    TracedClause,
    TracedDefinition,
    TracedEdition,
    TracedExample,
    TracedProgram,
    TracedQuestion,
    TracedReading,
    TracedRelation,
    TracedRow,
    TracedRule,
    TracedSource,
    TracedTable,
    TracedTest,
)

__all__ = [
    "ClauseReview", "Coverage", "CoveredEdition", "Currency", "Exercise", "Force", "Gap", "Hop", "Justification",
    "Link", "LinkState", "ListedGap", "Pin", "Reader", "RecordedTest", "Result", "Review", "SignOffRow", "SignOffRule",
    "SignOffSheet", "Trace", "TracedClause", "TracedDefinition", "TracedEdition", "TracedExample", "TracedMove",
    "TracedProgram", "TracedQuestion", "TracedReading", "TracedRelation", "TracedRow", "TracedRule", "TracedSource",
    "TracedTable", "TracedTest", "TracedWorkflow", "Upkeep", "Way", "WholeReading", "build_trace", "cleared",
    "coverage_by_edition", "coverage_of", "currency_of", "load_upkeep", "only_with_many", "read_tests", "read_upkeep",
    "reviewed", "sign_off_sheets", "trace_document", "trace_text", "upkeep_folder", "write_clause_reviews",
    "write_reviews", "write_tests",
]  # fmt: skip
