"""Reading worked examples: a case document with what is expected of it, one YAML file each."""

from __future__ import annotations

import importlib.resources
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any, Final

from cimscore.case import Case, Moment
from cimscore.errors import DocumentError, Problem
from cimscore.ids import did_you_mean
from cimscore.rulebook import Rulebook, WorkedExample
from cimscore.wire.expected import expected_of, problems_of_expected
from cimscore.wire.report import DocumentPlace, Report
from cimscore.wire.scalars import When
from cimscore.wire.text.raw import Node, Pairs
from cimscore.wire.text.yaml import parse_yaml

_KEYS: Final = ("title", "shows", "needs", "at", "readings", "case", "expect")


def load_examples(rulebook: Rulebook, program: str = "") -> tuple[WorkedExample, ...]:
    """Return the worked examples of the installed programs, by program and file name.

    An example that needs another program is left out where that is not installed.

    Args:
        rulebook: Every installed program.
        program: Id of a single program; empty for every program.

    Raises:
        DocumentError: Of the first example that cannot be read.
    """
    chosen = [rulebook.program(program)] if program else rulebook.programs.values()
    return tuple(
        read_example(text, package, stem, rulebook)
        for installed in chosen
        for package in installed.declared.examples
        for stem, text in _files(package)
        if _needed(text, f"{package}/{stem}.yaml") <= rulebook.programs.keys()
    )


def read_example(text: str, package: str, stem: str, rulebook: Rulebook) -> WorkedExample:
    """Return one worked example from its text.

    Raises:
        DocumentError: With everything that is wrong in it.
    """
    name = f"{package}/{stem}.yaml"
    parts = _parsed(text, name)
    # The case first: of a program that is not there, no clause and no clock would be known either.
    case = _case(parts["case"], name, rulebook) if "case" in parts else None
    problems = list(_problems(parts, rulebook))
    if case is None or problems:
        raise DocumentError(problems, where=name)
    return WorkedExample(
        id=stem,
        package=package,
        title=parts["title"],
        shows=tuple(parts["shows"]),
        case=case,
        text=_case_text(text),
        at=_moment(parts["at"], name) if "at" in parts else None,
        readings=parts.get("readings", {}),
        expect=expected_of(parts.get("expect", {})),
    )


def _case(document: Any, name: str, rulebook: Rulebook) -> Case:
    try:
        case = rulebook.read_case(document)
    except DocumentError as error:
        raise DocumentError(error.problems, where=name) from None
    if not case.programs:
        expected = f"the programs that decide it: {' or '.join(rulebook.programs)}"
        raise DocumentError([Problem(where="case.programs", found="nothing", expected=expected)], where=name)
    return case


def _files(package: str) -> Iterator[tuple[str, str]]:
    for file in sorted(importlib.resources.files(package).iterdir(), key=lambda file: file.name):
        if file.name.endswith(".yml"):
            problem = Problem(where="the file", found="the ending .yml", expected="the ending .yaml: no other is read")
            raise DocumentError([problem], where=f"{package}/{file.name}")
        if not file.name.endswith(".yaml"):
            continue
        try:
            yield file.name.removesuffix(".yaml"), file.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            problem = Problem(
                where="the file", found="bytes that are not UTF-8", expected="text in UTF-8", hint="Save it as UTF-8."
            )
            raise DocumentError([problem], where=f"{package}/{file.name}") from None


def _parsed(text: str, name: str) -> dict[str, Any]:
    parsed = parse_yaml(text)
    if parsed.broken:  # more than that would show lines of the case, the notifier's among them
        hint = "Check its quotes, colons, brackets and indentation."
        problem = Problem(where="the file", found="", expected="text that can be parsed as YAML", hint=hint)
        raise DocumentError([problem], where=name)
    _refuse_twice(parsed.root, name)
    parts = _plain(parsed.root) if parsed.root else None
    if not isinstance(parts, dict):
        raise DocumentError([Problem(where=name, found="something else", expected="one mapping")], where=name)
    return parts


def _refuse_twice(root: Node | None, name: str) -> None:
    """Refuse a key that an example has twice: the one would hide the other. Its case is looked at by itself."""
    pairs = root.value if root and isinstance(root.value, Pairs) else Pairs(())
    keys = [str(key.value) for key, _ in pairs]
    parts = [part.value for key, part in pairs if key.value == "expect"]
    keys += [f"expect.{key.value}" for part in parts if isinstance(part, Pairs) for key, _ in part]
    twice = sorted({key for key in keys if keys.count(key) > 1})
    if twice:
        found = [Problem(where=key, found="this key twice", expected="each key once") for key in twice]
        raise DocumentError(found, where=name)


def _plain(node: Node) -> Any:
    if isinstance(node.value, Pairs):
        return {str(key.value): _plain(part) for key, part in node.value}
    return [_plain(part) for part in node.value] if isinstance(node.value, list) else node.value


def _needed(text: str, name: str) -> set[str]:
    """Return the ids of the other programs that an example needs."""
    needed = _parsed(text, name).get("needs", []) if "\nneeds:" in text else []
    if not (isinstance(needed, list) and all(isinstance(program, str) for program in needed)):
        problem = Problem(where="needs", found=repr(needed), expected="a list of programs, as in [ndis-incidents]")
        raise DocumentError([problem], where=name)
    return set(needed)


def _problems(parts: Mapping[str, Any], rulebook: Rulebook) -> Iterator[Problem]:
    for key in parts:
        if key not in _KEYS:
            yield Problem(where=key, found=f"the key {key!r}", expected="a known key", hint=did_you_mean(key, _KEYS))
    for key in ("title", "shows", "case"):
        if key not in parts:
            yield Problem(where=key, found="nothing", expected=f"the key {key!r}")
    for cite in parts.get("shows", ()):
        if cite not in rulebook.clauses:
            hint = did_you_mean(str(cite), rulebook.clauses)
            yield Problem(where="shows", found=f"the clause {cite!r}", expected="a declared clause", hint=hint)
    yield from problems_of_expected(parts.get("expect", {}), rulebook)


def _moment(value: object, name: str) -> Moment:
    report = Report()
    moment = When().read(value, DocumentPlace("at", report))
    if not isinstance(moment, Moment):
        raise DocumentError(report.shape, where=name)
    return moment


def _case_text(text: str) -> str:
    """Return the case document as written, taken out of its example."""
    lines = text.splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("case:"))
    block = []
    for line in lines[start + 1 :]:
        if line and not line[0].isspace() and not line.startswith("#"):
            break
        block.append(line)
    return textwrap.dedent("\n".join(block)).strip() + "\n"
