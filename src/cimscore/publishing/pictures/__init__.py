"""Pictures of households, each with a table that says the same in words; and of what moves in many cases."""

from cimscore.publishing.pictures.draw import Picture, draw
from cimscore.publishing.pictures.marks import marks_of
from cimscore.publishing.pictures.moves import draw_moves
from cimscore.publishing.pictures.table import PictureTable, picture_table_markdown
from cimscore.publishing.pictures.words import PictureMarks

__all__ = [
    "Picture",
    "PictureMarks",
    "PictureTable",
    "draw",
    "draw_moves",
    "marks_of",
    "picture_table_markdown",
]
