"""Lining up two documents passage by passage, by what each says: for a page that was renamed or rewritten."""

from cimscore.traceability.lining_up.abbreviations import abbreviations_in, spelt_out
from cimscore.traceability.lining_up.aligning import LinedPassage, aligned
from cimscore.traceability.lining_up.fingerprints import fingerprints_of, load_fingerprints, write_fingerprints
from cimscore.traceability.lining_up.headings import Laid, bare, headings_of
from cimscore.traceability.lining_up.words import buckets_of, words_of

__all__ = [
    "Laid", "LinedPassage", "abbreviations_in", "aligned", "bare", "buckets_of", "fingerprints_of", "headings_of",
    "load_fingerprints", "spelt_out", "words_of", "write_fingerprints",
]  # fmt: skip
