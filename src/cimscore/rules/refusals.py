"""Errors for program authors."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import attrs

from cimscore.ids import is_kebab, nearest

_WORDS: Final = {"what": "write the report", "by": "the caller", "who": "the caller"}
_KINDS: Final = re.compile(r"\b(?:relation|defined|conclusion|question|reading|table|kind):")
_VERB: Final = re.compile(r"\[([^\[\]|]*)(?:\|[^\[\]]*)?\]")
_UNKNOWN: Final = "unknown"
_PLACE: Final = re.compile(r"\{[^{}]+\}")
_VARIABLE: Final = re.compile(r"\?(?=\w)")


class AuthorError(ValueError):
    """Something in a program that cannot be written so.

    Args:
        what: What it is about, with its place.
        found: What was found there.
        expected: What is expected instead.
        hint: What to do; empty where `expected` says it.
    """

    def __init__(self, what: str, found: str, expected: str, hint: str = "") -> None:
        self.what, self.found, self.expected, self.hint = what, found, expected, hint
        super().__init__(f"{what}: found {found}; expected {expected}{f'. {hint}' if hint else ''}")

    def __reduce__(self) -> tuple[type[AuthorError], tuple[str, str, str, str]]:
        return type(self), (self.what, self.found, self.expected, self.hint)


def as_told(text: str) -> str:
    """Return the text of a condition, or the key of what it asks, without the marks that only digests need."""
    return _VARIABLE.sub("", _VERB.sub(r"\1", _KINDS.sub("", text)))


def refuse_unless_in_brackets(where: str, name: str, given: object, example: str) -> None:
    """Refuse one text or thing where a list is expected. Python would take the letters of a text.

    Args:
        where: Owner of the list, for the message.
        name: Parameter that it was given for.
        given: Value that was given.
        example: Correct form.

    Raises:
        AuthorError: It is no list and no tuple.
    """
    if isinstance(given, set | frozenset | Mapping | Iterator):
        kind = type(given).__name__
        raise AuthorError(what=where, found=f"{name}=… a {kind}", expected="a list in brackets, which has an order")
    if not isinstance(given, tuple | list):
        raise AuthorError(
            what=where,
            found=f"{name}={str(given)!r}, without brackets or without a comma",
            expected=f"{name}={example}",
        )


def refuse_unless_lists(where: str, declared: attrs.AttrsInstance) -> None:
    """Refuse one text or thing in any field that is a list.

    Args:
        where: Owner of the fields, for the message.
        declared: What was declared.

    Raises:
        AuthorError: A field is no list and no tuple.
    """
    for field in attrs.fields(type(declared)):
        given = getattr(declared, field.name)
        if str(field.type).startswith("tuple[") and given is not None:
            refuse_unless_in_brackets(where, field.name, given, f"({given!r},)")


def refuse_unless_words(where: str, **given: object) -> None:
    """Refuse a part that is to be said and is no text, an empty one, or one with a place for a thing.

    Args:
        where: Owner of the parts, for the message.
        given: Each part by its name.

    Raises:
        AuthorError: One of them is no text, or would be said with its place unfilled.
    """
    for name, words in given.items():
        if not (isinstance(words, str) and words.strip()):
            raise AuthorError(what=where, found=f"{name}={words!r}", expected=f"words, as in {name}={_WORDS[name]!r}")
        if place := _PLACE.search(words):
            expected = "words without a place: whom or what it is about is said beside it"
            raise AuthorError(what=where, found=f"{place[0]} in {name}={words!r}", expected=expected)


def refuse_unless_member(where: str, name: str, given: object, kind: type[enum.StrEnum]) -> None:
    """Refuse a value that is no member of an enumeration, its bare word included.

    Args:
        where: Owner of the value, for the message.
        name: Parameter that it was given for.
        given: Value that was given.
        kind: The enumeration.

    Raises:
        AuthorError: It is no member.
    """
    if not isinstance(given, kind):
        words = {member.value: member.name for member in kind}
        near = str(given) if str(given) in words else nearest(str(given), words)
        raise AuthorError(
            what=where,
            found=f"{name}={given!r}",
            expected=f"one of {', '.join(f'{kind.__name__}.{member.name}' for member in kind)}",
            hint=f"Did you mean {kind.__name__}.{words[near]}?" if near else "",
        )


class SeveralRefusals(ValueError):
    """Everything that is wrong with a program, at once.

    Args:
        refusals: Each of them.
    """

    def __init__(self, refusals: Sequence[AuthorError]) -> None:
        self.refusals = tuple(refusals)
        super().__init__("\n".join(f"- {refusal}" for refusal in self.refusals))

    def __reduce__(self) -> tuple[type[SeveralRefusals], tuple[tuple[AuthorError, ...]]]:
        return type(self), (self.refusals,)


def refuse_unless_a_choice(where: str, answers: object) -> None:
    """Refuse answers that are no type, and an enumeration that leaves no choice or whose answers cannot be told apart.

    Args:
        where: The question, for the message.
        answers: The type of its answers.

    Raises:
        AuthorError: It is none of these.
    """
    if not isinstance(answers, type):
        expected = "a type: bool, a StrEnum, str, int, date, Moment or a thing"
        raise AuthorError(what=where, found=f"answers={answers!r}", expected=expected)
    if not issubclass(answers, enum.Enum):
        return
    again = sorted(name for name, member in answers.__members__.items() if name != member.name)
    if again:
        found = f"{' and '.join(again)} in {answers.__name__}, another name for an answer that it has already"
        raise AuthorError(what=where, found=found, expected="a word of its own for each answer")
    for member in answers:
        if member.value == _UNKNOWN:
            found = f"{member.name} = {member.value!r} in {answers.__name__}"
            raise AuthorError(what=where, found=found, expected="another word: in a document it says that nobody knows")
    if len(answers) == 1:
        found, expected = f"one answer in {answers.__name__}", "two answers or more: with one there is no question"
        raise AuthorError(what=where, found=found, expected=expected)


def refuse_unless_a_role(where: str, decided_by: str) -> None:
    """Refuse a role that no document could name; none at all is for a fact.

    Args:
        where: The question, for the message.
        decided_by: Role of the person who decides.

    Raises:
        AuthorError: It is written otherwise than roles are.
    """
    if decided_by and not is_kebab(decided_by):
        expected = "a role in small letters with dashes, as documents name it: 'team-leader'"
        raise AuthorError(what=where, found=f"decided_by={decided_by!r}", expected=expected)
