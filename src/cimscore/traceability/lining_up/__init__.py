"""Lining up two documents passage by passage, by what each says: for a page that was renamed or rewritten."""

from cimscore.traceability.lining_up.aligning import LinedPassage, aligned
from cimscore.traceability.lining_up.fingerprints import fingerprints_of, load_fingerprints, write_fingerprints
from cimscore.traceability.lining_up.headings import Laid, headings_of
from cimscore.traceability.lining_up.words import buckets_of, words_of

__all__ = [
    "Laid", "LinedPassage", "aligned", "buckets_of", "fingerprints_of", "headings_of", "load_fingerprints", "words_of",
    "write_fingerprints",
]  # fmt: skip
