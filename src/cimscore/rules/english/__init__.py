"""Plain English, printed from the very values that run: rules, definitions, questions, tables, clocks and duties."""

from cimscore.rules.english.answers import question_lines, reading_lines, table_lines
from cimscore.rules.english.cases import condition_in_case, sentence_in_case
from cimscore.rules.english.clocks import clock_lines, time_lines
from cimscore.rules.english.duties import duties_lines
from cimscore.rules.english.lines import Line, TextSpan
from cimscore.rules.english.rendering import english_markdown, english_text
from cimscore.rules.english.rules import definition_lines, rule_lines
from cimscore.rules.english.whole import Paragraph, conclusion_english, program_english

__all__ = [
    "Line",
    "Paragraph",
    "TextSpan",
    "clock_lines",
    "conclusion_english",
    "condition_in_case",
    "definition_lines",
    "duties_lines",
    "english_markdown",
    "english_text",
    "program_english",
    "question_lines",
    "reading_lines",
    "rule_lines",
    "sentence_in_case",
    "table_lines",
    "time_lines",
]
