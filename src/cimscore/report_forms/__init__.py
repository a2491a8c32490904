"""Forms of the sources, filled in: what a report by one of them says, and what it still owes.

`filled` gives each `FilledField` of a form with its `FieldState`, and `label_of` the words of a field. `report_page` is
the report as a document to send.
"""

from cimscore.report_forms.filling import FieldState, FilledField, filled, label_of
from cimscore.report_forms.report import report_page

__all__ = ["FieldState", "FilledField", "filled", "label_of", "report_page"]
