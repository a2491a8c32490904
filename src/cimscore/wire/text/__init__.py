"""From text to a plain document: YAML by the 1.2 rules, JSON, and the guard around the notifier.

A text is parsed once, as a whole, so that nothing is taken for a section that a parser reads as a part of
the notifier. The notifier is taken out of the tree before anything else looks at it.
"""

from cimscore.wire.text.parsing import parse_text, read_text
from cimscore.wire.text.settling import Document

__all__ = ["Document", "parse_text", "read_text"]
