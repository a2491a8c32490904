"""An assessment as a page for a person: what follows, what is open, what rests on what."""

from cimscore.cli.report.page import assessment_page

__all__ = ["assessment_page"]
