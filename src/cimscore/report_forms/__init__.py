"""Forms of the sources, filled in: what a report by one of them says, and what it still owes.

`filled` gives each `FilledField` of a form with its `FieldState`; `plain_field` is one for JSON, and `label_of` gives
the words of a field. `report_page` is the report as a document to send. `shape_of` is a form as a page shows it.
"""

from cimscore.report_forms.filling import FieldState, FilledField, filled, label_of, plain_field
from cimscore.report_forms.report import report_page
from cimscore.report_forms.shaping import shape_of

__all__ = ["FieldState", "FilledField", "filled", "label_of", "plain_field", "report_page", "shape_of"]
