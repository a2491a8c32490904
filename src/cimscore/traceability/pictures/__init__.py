"""Pictures of households, each with a table that says the same in words."""

from cimscore.traceability.pictures.draw import Picture, draw
from cimscore.traceability.pictures.marks import marks_of
from cimscore.traceability.pictures.table import Table, picture_table_markdown, picture_table_text
from cimscore.traceability.pictures.words import Marks

__all__ = ["Marks", "Picture", "Table", "draw", "marks_of", "picture_table_markdown", "picture_table_text"]
