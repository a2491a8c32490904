"""Sentences with their verb marked: one text gives the statement, its denial and the question."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Final

import attrs

from cimscore.rules.refusals import AuthorError

_VERB: Final = re.compile(r"\[([^\[\]]*)\]")
_PLACE: Final = re.compile(r"\{([^{}]*)\}")
_MORE: Final = "later|earlier|sooner|more|less|fewer|older|younger|longer"
_JOINING: Final = re.compile(rf"\b(and|or(?! (?:{_MORE})\b)|but)\b")
_PLURAL: Final = frozenset(
    {
        "apply",
        "belong",
        "carry",
        "come",
        "concern",
        "count",
        "give",
        "happen",
        "hold",
        "keep",
        "lie",
        "live",
        "make",
        "name",
    }
    | {"need", "point", "reach", "relate", "rest", "say", "share", "stand", "stay", "take", "tell", "visit", "work"}
)

# The verb, how it is denied, and how a question opens; the base form follows where the question opens with "do".
_VERBS: Final[Mapping[str, tuple[str, str, str]]] = {
    "is": ("is not", "Is", ""),
    "are": ("are not", "Are", ""),
    "was": ("was not", "Was", ""),
    "were": ("were not", "Were", ""),
    "has": ("does not have", "Does", "have"),
    "have": ("do not have", "Do", "have"),
    "had": ("did not have", "Did", "have"),
    "can": ("cannot", "Can", ""),
    "may": ("may not", "May", ""),
    "must": ("need not", "Must", ""),
    "will": ("will not", "Will", ""),
    "does": ("does not", "Does", ""),
    "did": ("did not", "Did", ""),
    "goes": ("does not go", "Does", "go"),
}
_PERFECT: Final = frozenset({"has", "have", "had"})
_PARTICIPLE: Final = re.compile(r"\] (?:been|begun|come|done|given|gone|kept|left|made|said|seen|taken|told|\w+ed)\b")

# A subject that opens with one of these is denied by another opening: "a parent lives in" by "no parent lives in".
_OPENINGS: Final[Mapping[str, str]] = {
    "a": "no",
    "an": "no",
    "another": "no other",
    "any": "no",
    "some": "no",
    "someone": "no one",
    "somebody": "nobody",
    "something": "nothing",
    "no": "some",
    "nobody": "somebody",
    "nothing": "something",
    "every": "not every",
    "each": "not every",
    "all": "not all",
    "both": "not both",
    "at": "it is not so that at",
    "only": "it is not so that only",
    "one": "it is not so that one",
    "two": "it is not so that two",
    "three": "it is not so that three",
    "more": "it is not so that more",
    "fewer": "it is not so that fewer",
    "not": "it is not so that not",
}


@attrs.frozen
class Slot:
    """A place of a sentence, to be filled with the name of a thing.

    Attributes:
        name: The thing's name, ``record.home`` for an attribute of a thing, or a position such as ``0``.
    """

    name: str

    @property
    def thing(self) -> str:
        """Return the name of the thing, without an attribute."""
        return self.name.partition(".")[0]


Pieces = tuple[str | Slot, ...]


@attrs.frozen
class MarkedText:
    """Text with one verb in brackets, not checked against any list of things.

    Attributes:
        template: The text: ``"{child} [lives] in {home}"``.
    """

    template: str

    def pieces(self, *, denied: bool = False) -> Pieces:
        """Return the statement or its denial, cut into words and places.

        Args:
            denied: True for the denial.
        """
        return pieces_of(self._denial() if denied else _VERB.sub(self.forms()[0], self.template))

    @property
    def subject(self) -> Pieces:
        """Return the part before the verb."""
        return pieces_of(_VERB.split(self.template)[0])

    def cut(self, names: Mapping[str, str]) -> tuple[str, str, str]:
        """Return the statement about named things in three: what stands before its verb, the verb, and what follows."""
        before, _, after = _VERB.split(self.template)
        return _filled(pieces_of(before), names), self.forms()[0], _filled(pieces_of(after), names)

    @property
    def opens_indefinite(self) -> bool:
        """Return True if the subject opens with a word such as "a", "no" or "every", which a denial changes."""
        return self.template.partition(" ")[0] in _OPENINGS

    def said(self, names: Mapping[str, str]) -> str:
        """Return the statement about named things."""
        return _filled(self.pieces(), names)

    def denied(self, names: Mapping[str, str]) -> str:
        """Return the denial about named things."""
        return _filled(self.pieces(denied=True), names)

    def asked(self, names: Mapping[str, str]) -> str:
        """Return the question about named things."""
        before, _, after = _VERB.split(self.template)
        _, _, opening, base = self.forms()
        rest = " ".join(part for part in (before.strip(), base, after.strip()) if part)
        return f"{opening} {_filled(pieces_of(rest), names)}?"

    def forms(self) -> tuple[str, str, str, str]:
        """Return the verb, its denial, and the first word and base form of a question.

        Raises:
            AuthorError: No verb or several, or one whose denial is not known.
        """
        verbs = _VERB.findall(self.template)
        if len(verbs) != 1:
            raise self.refused(f"{len(verbs)} marked verbs", "one verb in brackets, as in '{child} [lives] in {home}'")
        verb, _, denied = verbs[0].partition("|")
        if denied:
            opening, _, rest = denied.partition(" not ")
            return verb, denied, opening.capitalize(), rest
        if verb in _PERFECT and _PARTICIPLE.search(self.template):
            return verb, f"{verb} not", verb.capitalize(), ""
        if verb in _VERBS:
            return verb, *_VERBS[verb]
        if verb in _PLURAL:
            return verb, f"do not {verb}", "Do", verb
        if not verb.endswith("s") or len(verb) < 3:
            raise self.refused(f"the verb {verb!r}", "a verb in -s, or both forms: '[ran|did not run]'")
        base = base_of(verb)
        return verb, f"does not {base}", "Does", base

    def refused(self, found: str, expected: str) -> AuthorError:
        """Return the refusal of this text."""
        return AuthorError(what=f"the sentence {self.template!r}", found=found, expected=expected)

    def _denial(self) -> str:
        verb, denied, _, _ = self.forms()
        opening, _, rest = self.template.partition(" ")
        if opening in _OPENINGS:
            return f"{_OPENINGS[opening]} {_VERB.sub(verb, rest)}"
        if "] not " in self.template:
            return _VERB.sub(verb, self.template.replace("] not ", "] ").removesuffix(" yet"))
        return _VERB.sub(denied, self.template)


@attrs.frozen
class Sentence(MarkedText):
    """A sentence about some things, its verb in brackets: ``"{child} [lives] in {home}"``.

    Attributes:
        template: The sentence.
        places: Names of the things that it mentions. Each appears in it.

    Raises:
        AuthorError: No sentence, no verb or several, a verb whose denial is not known, a thing without a place or a
            place without a thing, or "and", "or", "but" after the verb, which a denial would leave in doubt.
    """

    places: tuple[str, ...]

    def __attrs_post_init__(self) -> None:
        if not self.template.strip():
            raise self.refused("no words", "a sentence with its verb in brackets, as in '{child} [lives] in {home}'")
        self.forms()
        named = [Slot(name).thing for name in _PLACE.findall(self.template)]
        for name in self.places:
            if name not in named:
                raise self.refused(f"no place for {name}", f"{{{name}}} somewhere in the sentence")
        for name in named:
            if name not in self.places:
                expected = f"a place for each of {', '.join(self.places)} and no other" if self.places else "no place"
                raise self.refused(f"a place for {name!r}", expected)
        after = self.template[self.template.index("]") :]
        if _JOINING.search(_PLACE.sub("", after)):
            raise self.refused("and, or, but after the verb", "a plain sentence: denied, it would be read in two ways")


def pieces_of(text: str) -> Pieces:
    """Return a text cut into words and places."""
    cut = _PLACE.split(text)
    return tuple(Slot(part) if at % 2 else part for at, part in enumerate(cut) if part)


def refuse_unless_placed(where: str, text: str, names: Collection[str]) -> None:
    """Refuse a text that has a place for another thing, or none for one of its own.

    Args:
        where: Owner of the text, for the message.
        text: The text, with places for things.
        names: Names of the things that it is about.

    Raises:
        AuthorError: A place is for something else, or is missing.
    """
    places = [piece.name for piece in pieces_of(text) if isinstance(piece, Slot)]
    for name in sorted({*places}.difference(names)):
        expected = f"only places for {', '.join(names)}" if names else "no place for a thing"
        raise AuthorError(what=where, found=f"a place for {name!r}", expected=expected)
    for name in sorted({*names}.difference(places)):
        filled = f"An f-string fills it at once: leave out the f before {text!r}." if name in text else ""
        expected = f"{{{name}}} in the text: readers are told which one is meant"
        raise AuthorError(what=where, found=f"no place for {name}", expected=expected, hint=filled)


def _filled(pieces: Pieces, names: Mapping[str, str]) -> str:
    return "".join(piece if isinstance(piece, str) else names.get(piece.name, piece.name) for piece in pieces)


def base_of(verb: str) -> str:
    """Return the base form of a verb in the third person: ``live`` for ``lives``."""
    if verb.endswith("ies"):
        return verb[:-1] if len(verb) == 4 else f"{verb[:-3]}y"
    if verb.endswith(("sses", "shes", "ches", "xes", "oes", "zzes")):
        return verb[:-2]
    return verb[:-1]


def third_person(base: str) -> str:
    """Return a verb in the third person: ``lives`` for ``live``."""
    if base == "have":
        return "has"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return f"{base[:-1]}ies"
    return f"{base}es" if base.endswith(("ss", "sh", "ch", "x", "o", "zz")) else f"{base}s"
