"""The guide's examples are the rules themselves: a rule that changes changes the guide, or this fails."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from printed_rows import declared

from cimscore.rules import Conclusion, Defined
from cimscore.rules.english import definition_lines, english_text, rule_lines

GUIDE = Path(__file__).parents[2] / "site" / "docs" / "guides" / "how-to-read-a-rule.md"
_EXAMPLE = re.compile(r"<!-- printed: (\S+) (\S+) -->\n```text\n(.*?)\n```", re.DOTALL)


def printed(package: str, name: str) -> str:
    """Return what is printed of a definition or of a row: ``module.NAME`` or ``module.NAME/row``."""
    pytest.importorskip(package)
    name, _, row = name.partition("/")
    held = dict(declared(package))[name]
    if isinstance(held, Defined):
        return english_text(definition_lines(held))
    assert isinstance(held, Conclusion)
    return english_text(rule_lines(held, next(each for each in held.rows if each.id == row)))


def examples() -> list[tuple[str, str, str]]:
    return _EXAMPLE.findall(GUIDE.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("package", "name", "shown"), examples())
def test_the_guide_shows_what_the_rule_says(package, name, shown):
    assert shown == printed(package, name)


def test_the_guide_has_examples_and_fits_one_screen():
    text = GUIDE.read_text(encoding="utf-8")

    assert len(examples()) == text.count("<!-- printed:") >= 3
    assert len(text.splitlines()) <= 80
