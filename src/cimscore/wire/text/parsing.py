"""Reading a file and parsing its text, in whichever of the accepted ways it is written."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO, Final

from cimscore.errors import DocumentError, Problem
from cimscore.limits import LONGEST_DOCUMENT
from cimscore.wire.text.json import parse_json
from cimscore.wire.text.raw import Node, Pairs, Parsed, Refused
from cimscore.wire.text.settling import Document, settle
from cimscore.wire.text.yaml import parse_yaml

SUFFIXES: Final = (".yaml", ".yml", ".json")
_MOST_BYTES_OF_A_CHARACTER: Final = 4
_NOT_UTF_8: Final = ("bytes that are not UTF-8", "text in UTF-8", "Save it as UTF-8.")


def read_text(path: Path) -> str:
    """Return the text of a document file.

    Raises:
        DocumentError: It cannot be read, is too long, is not UTF-8, or is neither YAML nor JSON by its name.
    """
    if path.suffix.lower() not in SUFFIXES:
        hint = "To read text rather than a file, use read_case_text."
        raise _unreadable(str(path), f"a name that ends in {path.suffix!r}", f"one of {', '.join(SUFFIXES)}", hint)
    try:
        with path.open("rb") as file:
            return text_from(file, str(path))
    except (OSError, ValueError) as error:
        found = getattr(error, "strerror", None) or "a name that cannot be a file's"
        raise _unreadable(str(path), found, "a file that can be read") from None


def text_from(file: BinaryIO, name: str) -> str:
    """Return the text of an open file; no more of it is read than a document may have.

    Raises:
        DocumentError: It is too long, or is not UTF-8.
    """
    most = _MOST_BYTES_OF_A_CHARACTER * LONGEST_DOCUMENT
    # Bytes, not text: the locale must not decide how a document is read. Windows puts a mark before UTF-8.
    data = file.read(most + _MOST_BYTES_OF_A_CHARACTER)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        is_cut = error.reason == "unexpected end of data" and error.end > most
    # Raised here, so that it does not lead to an error that holds every byte, and with them the notifier.
    raise _too_long(name) if is_cut else _unreadable(name, *_NOT_UTF_8)


def parse_text(text: str, name: str, beside: frozenset[str] = frozenset()) -> Document:
    """Return the plain document in `text`, with its syntax problems.

    It is parsed once, as a whole. Nothing after a syntax error is read.

    Args:
        text: The text.
        name: Its name, which says whether it is JSON.
        beside: Keys that it may have beside those of a case document.

    Raises:
        DocumentError: Nothing of it can be read.
    """
    if len(text) > LONGEST_DOCUMENT:
        raise _too_long(name)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    parsed = _parsed(text, name)
    return settle(parsed, _pairs(parsed, text, name), text, beside)


def _parsed(text: str, name: str) -> Parsed:
    if name.lower().endswith(".json"):
        return parse_json(text)
    if text.lstrip().startswith("{"):  # YAML 1.2 contains JSON; PyYAML misreads some of it
        parsed = parse_json(text)
        if parsed.broken is None:
            return parsed
    return parse_yaml(text)


def _pairs(parsed: Parsed, text: str, name: str) -> Pairs:
    root = parsed.root or Node(None, 0, 0)
    if isinstance(root.value, Pairs):
        return root.value
    if parsed.broken:
        raise DocumentError(settle(parsed, Pairs(), text).problems, where=name)
    found = "nothing" if root.value is None else "a list" if isinstance(root.value, list) else "a single value"
    found = root.value.what if isinstance(root.value, Refused) else found
    hint = "A case document begins with `cimscore: 1`."
    raise _unreadable(name, found, "a mapping with keys such as cimscore, id, people", hint)


def _too_long(name: str) -> DocumentError:
    return _unreadable(name, "a very long text", f"a case document of at most {LONGEST_DOCUMENT:,} characters")


def _unreadable(name: str, found: str, expected: str, hint: str = "") -> DocumentError:
    return DocumentError([Problem(where="the document", found=found, expected=expected, hint=hint)], where=name)
