"""The table of mistakes: each slip of an author or of a case is told with its place, what is found and what to do.

One small program is written with one slip at a time, installed, and its worked example decided. ``mistakes.yaml`` holds
each slip with every sentence that it gives; none is silent, none is told as a mistake of cimscore's own.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import home_calls
import pytest
import yaml

import cimscore
from cimscore.testing import assess_example, check_example
from cimscore.wire import load_examples

CORE: Final = Path(cimscore.__file__).parents[1]
SLIPS: Final[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("mistakes.yaml").read_text(encoding="utf-8"))


def told(folder: Path) -> Iterator[str]:
    """Every sentence that the installed program gives: when it is loaded, when its example is read, and decided."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", cimscore.LeftOutWarning)
        rulebook = cimscore.load_rulebook()
    for left in rulebook.left_out:
        yield from (str(problem).replace(f"{CORE}/", "") for problem in left.error.problems)
    if rulebook.left_out:
        return
    yield from map(str, rulebook.warnings)
    try:
        examples = load_examples(rulebook)
    except cimscore.DocumentError as error:
        yield from map(str, error.problems)
        return
    for example in examples:
        yield from (line.replace(f"{folder}/", "") for line in check_example(example, rulebook))
        yield from (str(amiss) for decision in assess_example(example, rulebook).decisions for amiss in decision.amiss)


def test_the_program_without_a_slip_is_told_nothing(install: Callable[..., None], tmp_path: Path) -> None:
    install()
    assert list(told(tmp_path)) == []


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_with_its_place_and_what_to_do(slip: str, install: Callable[..., None], tmp_path: Path) -> None:
    install(home_calls.changed(*SLIPS[slip]["change"]))
    sentences = list(told(tmp_path))

    assert sentences == SLIPS[slip]["told"]
    assert sentences != []
