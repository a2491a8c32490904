"""The shape of the code: small files, small functions, documented names. Run with ``-rP`` to read the numbers."""

from __future__ import annotations

import ast
import re
import statistics
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import attrs
import pytest

ROOT = Path(__file__).parents[2]
MADE = sorted([*ROOT.glob("src/**/*.py"), *ROOT.glob("plugins/*/src/**/*.py")])
SESSIONS = [ROOT / "noxfile.py", *ROOT.glob("sessions/*.py")]
TESTS = sorted([*ROOT.glob("tests/**/*.py"), *ROOT.glob("plugins/*/tests/**/*.py"), *SESSIONS])
VAGUE = {"utils", "util", "helpers", "helper", "manager", "managers"}
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


@attrs.frozen(kw_only=True)
class Definition:
    """A function or class as written: where it stands, whether outsiders see it, and how long it is."""

    name: str
    where: str
    kind: str
    inside: str
    bases: tuple[str, ...]
    public: bool
    documented: bool
    lines: int


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> int:
    """Its lines without decorators and docstring."""
    first = node.body[0]
    is_docstring = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and ast.get_docstring(node)
    docstring = (first.end_lineno or first.lineno) - first.lineno + 1 if is_docstring else 0
    return (node.end_lineno or node.lineno) - node.lineno + 1 - docstring


def _is_restated(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> bool:
    """Whether its docstring stands elsewhere: on the function these overloads describe, or on the getter."""
    return any(re.search(r"\b(overload|setter)$", ast.unparse(one)) for one in node.decorator_list)


@cache
def definitions(path: Path) -> tuple[Definition, ...]:
    """Return every function and class of a file, the nested ones too; each file is read once for all tests."""
    return tuple(_definitions(path))


def _definitions(path: Path) -> Iterator[Definition]:
    open_nodes: list[tuple[ast.AST, Definition | None]] = [(ast.parse(path.read_text(encoding="utf-8")), None)]
    while open_nodes:
        outer, around = open_nodes.pop()
        for node in ast.iter_child_nodes(outer):
            found = _definition(node, around, path) if isinstance(node, DEFINITIONS) else None
            open_nodes.append((node, found or around))
            if found:
                yield found


def _definition(
    node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef, around: Definition | None, path: Path
) -> Definition:
    bases = node.bases if isinstance(node, ast.ClassDef) else []
    reachable = around is None or (around.public and around.kind == "class")
    return Definition(
        name=node.name,
        where=f"{path.relative_to(ROOT)}:{node.lineno}",
        kind="class" if isinstance(node, ast.ClassDef) else "function",
        inside=around.name if around else "",
        bases=tuple(re.sub(r"\[.*|.*\.", "", ast.unparse(base)) for base in bases),
        public=reachable and not node.name.startswith("_"),
        documented=bool(ast.get_docstring(node)) or _is_restated(node),
        lines=_length(node),
    )


def undocumented(found: list[Definition]) -> list[str]:
    """The public names without a docstring of their own or, for a method, of a base or a protocol of its class."""
    described = {(one.inside, one.name) for one in found if one.documented}
    methods = {
        one.name: {other.name for other in found if other.inside == one.name} for one in found if one.kind == "class"
    }
    protocols = {one.name for one in found if "Protocol" in one.bases and methods.get(one.name)}
    bases = {
        one.name: (*one.bases, *(met for met in protocols - {one.name} if methods[met] <= methods[one.name]))
        for one in found
        if one.kind == "class"
    }

    def is_described(name: str, inside: str) -> bool:
        return (inside, name) in described or any(is_described(name, base) for base in bases.get(inside, ()))

    return [f"{one.where} {one.name}" for one in found if one.public and not is_described(one.name, one.inside)]


def functions(paths: list[Path]) -> list[Definition]:
    """Every function of these files."""
    return [one for path in paths for one in definitions(path) if one.kind == "function"]


def lines(path: Path) -> int:
    """The lines of a file, blank ones too."""
    return len(path.read_text(encoding="utf-8").splitlines())


def _name_words(name: str) -> set[str]:
    return set(re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower().split("_"))


def test_no_file_is_longer_than_350_lines() -> None:
    sizes = {str(path.relative_to(ROOT)): lines(path) for path in MADE + TESTS}
    print(f"files: {len(sizes)}, longest {max(sizes.values())} lines")

    assert {name: size for name, size in sizes.items() if size > 350} == {}


def test_half_of_the_files_have_at_most_100_lines() -> None:
    sizes = [lines(path) for path in MADE if lines(path)]
    print(f"files of code: {len(sizes)}, median {statistics.median(sizes)} lines")

    assert statistics.median(sizes) <= 100


def test_no_function_is_longer_than_40_lines() -> None:
    measured = functions(MADE + TESTS)
    print(f"functions: {len(measured)}, longest {max(one.lines for one in measured)} lines")

    assert {one.where: one.lines for one in measured if one.lines > 40} == {}


def test_half_of_the_functions_have_at_most_8_lines_and_nine_in_ten_at_most_25() -> None:
    sizes = sorted(one.lines for one in functions(MADE))
    short = sum(size <= 25 for size in sizes) / len(sizes)
    print(f"functions of code: {len(sizes)}, median {statistics.median(sizes)} lines, {short:.1%} with at most 25")

    assert statistics.median(sizes) <= 8
    assert short >= 0.9


def test_every_public_name_is_documented() -> None:
    found = [one for path in MADE for one in definitions(path)]
    print(f"public functions and classes: {sum(one.public for one in found)}")

    assert undocumented(found) == []


def test_no_name_says_nothing() -> None:
    """A file, class or function is named for what it does, so that the next line finds its room."""
    files = [str(path.relative_to(ROOT)) for path in MADE + TESTS if {*_name_words(path.stem)} & VAGUE]
    folders = [str(path.relative_to(ROOT)) for path in MADE if {*path.parts} & {*VAGUE, "common"}]
    names = [one.where for path in MADE for one in definitions(path) if _name_words(one.name) & VAGUE]

    assert [*files, *folders, *names, *(str(path) for path in MADE if path.stem == "common")] == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("def f():\n    '''Doc.\n\n    More.\n    '''\n    return 1\n", 2),
        ("@mark\n@mark\ndef f():\n    return 1\n", 2),
        ("def f():\n    '''Only a docstring.'''\n", 1),
    ],
    ids=["long docstring", "decorators", "only a docstring"],
)
def test_a_functions_length_leaves_out_decorators_and_docstring(source: str, expected: int) -> None:
    node = ast.parse(source).body[0]
    assert isinstance(node, ast.FunctionDef)

    assert _length(node) == expected


def test_a_method_may_inherit_its_docstring_but_not_from_a_stranger(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(globals(), "ROOT", tmp_path)
    written = tmp_path / "shapes.py"
    written.write_text(
        "class Shape:\n    'A shape.'\n    def area(self):\n        'Its area.'\n"
        "class Square(Shape):\n    'A square.'\n    def area(self): ...\n"
        "class Field:\n    'A field.'\n    def area(self): ...\n"
        "class _Hidden:\n    def area(self): ...\n"
        "class Sized(Protocol):\n    'Has a size.'\n    def size(self):\n        'Its size.'\n"
        "class Box:\n    'A box.'\n    def size(self): ...\n"
    )

    assert undocumented(list(definitions(written))) == ["shapes.py:10 area"]
