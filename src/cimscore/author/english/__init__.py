"""Plain English, printed from the very values that run: rules, definitions, questions, tables, clocks and duties."""

from cimscore.author.english.answers import question_lines, reading_lines, table_lines
from cimscore.author.english.clocks import clock_lines
from cimscore.author.english.duties import duties_lines
from cimscore.author.english.lines import Line, Span
from cimscore.author.english.rendering import english_html, english_markdown, english_text
from cimscore.author.english.rules import definition_lines, rule_lines
from cimscore.author.english.whole import Paragraph, conclusion_english, program_english

__all__ = [
    "Line",
    "Paragraph",
    "Span",
    "clock_lines",
    "conclusion_english",
    "definition_lines",
    "duties_lines",
    "english_html",
    "english_markdown",
    "english_text",
    "program_english",
    "question_lines",
    "reading_lines",
    "rule_lines",
    "table_lines",
]
