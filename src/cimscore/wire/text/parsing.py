"""Reading a file and parsing its text, in whichever of the accepted ways it is written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import yaml

from cimscore.errors import DocumentError, Problem
from cimscore.wire.text.raw import Pairs, settle_sections
from cimscore.wire.text.sections import cut, parse_section
from cimscore.wire.text.yaml import parse_yaml, whole

SUFFIXES: Final = (".yaml", ".yml", ".json")
_QUIETLY: Final = "Check quotes, brackets and commas. Where it is cannot be told without showing what may be protected."


def read_text(path: Path) -> str:
    """The text of a document file.

    Raises:
        DocumentError: It cannot be read, is not UTF-8, or is neither YAML nor JSON by its name.
    """
    if path.suffix.lower() not in SUFFIXES:
        hint = "To read text rather than a file, use read_case_text."
        raise _unreadable(str(path), f"a name that ends in {path.suffix!r}", f"one of {', '.join(SUFFIXES)}", hint)
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _unreadable(str(path), "bytes that are not UTF-8", "text in UTF-8", "Save it as UTF-8.") from None
    except (OSError, ValueError) as error:
        found = getattr(error, "strerror", None) or "a name that cannot be a file's"
        raise _unreadable(str(path), found, "a file that can be read") from None


def parse_text(text: str, name: str) -> tuple[dict[str, object], list[Problem]]:
    """The plain document in `text`, and what is wrong with its syntax.

    A section that cannot be parsed is marked as such, so that the others can still be read.

    Raises:
        DocumentError: Nothing of it can be read.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if name.lower().endswith(".json"):
        return settle_sections(_mapping(_json(text, name), name))
    parts = cut(text)
    if parts is None:
        return settle_sections(_mapping(_whole_yaml(text, name), name))
    pairs, problems = Pairs(), [*parts.outside]
    for section in parts.sections:
        found, trouble = parse_section(section)
        pairs += found
        problems += trouble
    if parts.outside:  # Some of the document is in no section, so nothing sound can be said of the rest.
        raise DocumentError(problems, where=name)
    document, more = settle_sections(pairs)
    return document, problems + more


def _json(text: str, name: str) -> object:
    try:
        return json.loads(text, object_pairs_hook=Pairs, parse_int=whole)
    except RecursionError:
        raise _unreadable(name, "very deep nesting", "a case document") from None
    except ValueError:
        raise _unreadable(name, "", "text that can be parsed as JSON", _QUIETLY) from None


def _whole_yaml(text: str, name: str) -> object:
    """A document that is not in block style: in braces, a list, one scalar or nothing."""
    if text.lstrip().startswith("{"):
        try:  # YAML 1.2 contains JSON; PyYAML misreads some of it.
            return json.loads(text, object_pairs_hook=Pairs, parse_int=whole)
        except (ValueError, RecursionError):
            pass
    try:
        documents = parse_yaml(text)
    except yaml.YAMLError:
        raise _unreadable(name, "", "text that can be parsed as YAML", _QUIETLY) from None
    if len(documents) > 1:
        hint = "Put each case into a file of its own."
        raise _unreadable(name, "several documents", "one document", hint)
    return documents[0] if documents else None


def _mapping(raw: Any, name: str) -> Pairs:
    if isinstance(raw, Pairs):
        return raw
    hint = "A case document begins with `cimscore: 1`."
    found = "nothing" if raw is None else "a list" if isinstance(raw, list) else getattr(raw, "what", "a single value")
    raise _unreadable(name, found, "a mapping with keys such as cimscore, id, people", hint)


def _unreadable(name: str, found: str, expected: str, hint: str = "") -> DocumentError:
    return DocumentError([Problem(where="the document", found=found, expected=expected, hint=hint)], where=name)
