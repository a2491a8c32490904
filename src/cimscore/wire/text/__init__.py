"""From text to a plain document: YAML by the 1.2 rules, JSON, and the guard around the notifier.

The text of a document is cut into its top-level sections before anything is parsed, so that nothing
in the section of the notifier can change what is said of any other, and so that several mistakes of
syntax are reported at once.
"""

from cimscore.wire.text.parsing import parse_text, read_text

__all__ = ["parse_text", "read_text"]
