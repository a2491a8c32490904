"""Reading of text into a plain document: YAML by the 1.2 rules, JSON, and the guard around the notifier.

A text is parsed once, as a whole. Otherwise something that the parser reads as part of the notifier might pass for a
section. The notifier is removed from the tree before anything else reads it.
"""

from cimscore.wire.text.parsing import parse_text, read_text, text_from
from cimscore.wire.text.settling import Document

__all__ = ["Document", "parse_text", "read_text", "text_from"]
