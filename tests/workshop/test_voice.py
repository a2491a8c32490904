"""The voice of the code: docstrings open with what they return or hold, and loop variables name what they go through.

Run with ``-rP`` to read the numbers.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MADE = sorted([*ROOT.glob("src/**/*.py"), *ROOT.glob("plugins/*/src/**/*.py")])
INDIRECT = re.compile(r"(What|Whether|How|Who|Whom|Whose|That|Which|Where|When)\b")
NOUN = re.compile(r"(An?|The|Every|Everything|Each)\b")
NAMELESS = {"it", "one", "ones", "each", "this", "that", "other", "others", "they"}
PAIR = {"one", "other"}
DOCUMENTED = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Module)


def docstrings(tree: ast.Module) -> Iterator[str]:
    """Yield the first line of every docstring of a module."""
    for node in ast.walk(tree):
        text = ast.get_docstring(node) if isinstance(node, DOCUMENTED) else None
        if text:
            yield text.splitlines()[0]


def loop_variables(tree: ast.Module) -> Iterator[str]:
    """Yield the name of every variable of a loop, a comprehension or a function without a name of its own."""
    for node in ast.walk(tree):
        if isinstance(node, ast.For | ast.comprehension):
            yield from (name.id for name in ast.walk(node.target) if isinstance(name, ast.Name))
        elif isinstance(node, ast.Lambda):
            yield from (argument.arg for argument in node.args.args)


def parameters(tree: ast.Module) -> Iterator[tuple[str, ...]]:
    """Yield the names of the parameters of every function, together."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield tuple(argument.arg for argument in (*node.args.args, *node.args.kwonlyargs))


def trees() -> Iterator[tuple[str, ast.Module]]:
    """Yield each file of the code by its path, parsed."""
    for path in MADE:
        yield str(path.relative_to(ROOT)), ast.parse(path.read_text(encoding="utf-8"))


def test_docstrings_seldom_open_with_an_indirect_question() -> None:
    """ "Return the day" is read once; "What day it is" and "Whether it is due" are read twice."""
    first_lines = [(path, line) for path, tree in trees() for line in docstrings(tree)]
    indirect = [f"{path}: {line}" for path, line in first_lines if INDIRECT.match(line)]
    print(f"docstrings: {len(first_lines)}, indirect: {len(indirect) / len(first_lines):.1%}")

    assert len(indirect) <= 0.001 * len(first_lines), "\n".join(indirect)


def test_loop_variables_seldom_say_nothing() -> None:
    """``for person in people`` says what is in hand; ``for it in people`` sends the reader back to the line above."""
    names = [(path, name) for path, tree in trees() for name in loop_variables(tree)]
    nameless = [f"{path}: {name}" for path, name in names if name in NAMELESS]
    print(f"loop variables: {len(names)}, nameless: {len(nameless) / len(names):.1%}")

    assert len(nameless) <= 0.001 * len(names), "\n".join(nameless)


def test_a_parameter_says_what_it_is_given() -> None:
    """Two of a kind may be *one* and *other*; one alone is named for what it is."""
    signatures = [(path, names) for path, tree in trees() for names in parameters(tree)]
    nameless = [
        f"{path}: {', '.join(names)}"
        for path, names in signatures
        if {"it", "each", "this", "that", "they"}.intersection(names) or ("one" in names and not PAIR.issubset(names))
    ]
    print(f"functions: {len(signatures)}, with a nameless parameter: {len(nameless)}")

    assert not nameless, "\n".join(nameless)


def test_the_docstring_of_a_function_opens_with_a_verb() -> None:
    """What a function returns is told by "Return", not by its name alone."""
    nouns = [
        f"{path}: {node.name}"
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and NOUN.match(ast.get_docstring(node) or "")
    ]

    assert not nouns, "\n".join(nouns)


@pytest.mark.parametrize(
    ("line", "indirect"),
    [
        ("Whether this is a day of business.", True),
        ("Who lives where.", True),
        ("Return True if the day is a business day.", False),
        ("Whole days, and the ages that follow from them.", False),
    ],
    ids=["whether", "who", "verb", "noun"],
)
def test_an_indirect_question_is_told_from_a_noun(line: str, *, indirect: bool) -> None:
    assert (INDIRECT.match(line) is not None) is indirect


def test_every_docstring_and_every_loop_variable_is_seen() -> None:
    """Those of nested functions, unpacked pairs and comprehensions too."""
    tree = ast.parse(
        "'A module.'\n"
        "class Home:\n    'A home.'\n    def size(self):\n        'Return its size.'\n"
        "for one, (other, _) in homes: pass\n"
        "sizes = [it.size() for it in homes]\n"
        "homes.sort(key=lambda each: each.size())\n"
    )

    assert sorted(docstrings(tree)) == ["A home.", "A module.", "Return its size."]
    assert sorted(loop_variables(tree)) == ["_", "each", "it", "one", "other"]
    assert list(parameters(tree)) == [("self",)]


def test_a_class_name_of_the_core_stands_for_one_class() -> None:
    named: dict[str, list[str]] = {}
    for path, tree in trees():
        for node in ast.walk(tree) if path.startswith("src/") else ():
            if isinstance(node, ast.ClassDef):
                named.setdefault(node.name, []).append(path)
    print(f"classes of the core: {len(named)}")

    assert {name: paths for name, paths in named.items() if len(paths) > 1} == {}
