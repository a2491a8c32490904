"""Sentences with their verb marked: one text gives the statement, its denial and the question."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

import attrs

from cimscore.author.refusals import AuthorError

_VERB: Final = re.compile(r"\[([^\[\]]*)\]")
_PLACE: Final = re.compile(r"\{([^{}]*)\}")
_JOINING: Final = re.compile(r"\b(and|or|but)\b")

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


@attrs.frozen
class Sentence:
    """A sentence about some things, its verb in brackets: ``"{child} [lives] in {home}"``.

    Attributes:
        template: The sentence.
        places: The names of the things it speaks of; each stands in it.

    Raises:
        AuthorError: No verb or several, a verb whose denial is not known, a thing without a place or a place without
            a thing, or "and", "or", "but" after the verb, which a denial would leave in doubt.
    """

    template: str
    places: tuple[str, ...]

    def __attrs_post_init__(self) -> None:
        verbs = _VERB.findall(self.template)
        if len(verbs) != 1:
            raise self._refused(f"{len(verbs)} marked verbs", "one verb in brackets, as in '{child} [lives] in {home}'")
        if self._forms() is None:
            raise self._refused(f"the verb {verbs[0]!r}", "a verb in -s, or both forms: '[ran|did not run]'")
        named = [name.partition(".")[0] for name in _PLACE.findall(self.template)]
        for name in self.places:
            if name not in named:
                raise self._refused(f"no place for {name}", f"{{{name}}} somewhere in the sentence")
        for name in named:
            if name not in self.places:
                raise self._refused(
                    f"a place for {name!r}", f"a place for each of {', '.join(self.places)} and no other"
                )
        after = self.template[self.template.index("]") :]
        if _JOINING.search(_PLACE.sub("", after)):
            raise self._refused("and, or, but after the verb", "a plain sentence: denied, it would be read in two ways")

    def _refused(self, found: str, expected: str) -> AuthorError:
        return AuthorError(what=f"the sentence {self.template!r}", found=found, expected=expected)

    def _forms(self) -> tuple[str, str, str, str] | None:
        """Return the verb, its denial, and the first word and base form of a question."""
        verb, _, denied = _VERB.findall(self.template)[0].partition("|")
        if denied:
            opening, _, rest = denied.partition(" not ")
            return verb, denied, opening.capitalize(), rest
        if verb in _VERBS:
            return verb, *_VERBS[verb]
        if not verb.endswith("s"):
            return None
        base = _base_of(verb)
        return verb, f"does not {base}", "Does", base

    def said(self, names: Mapping[str, str]) -> str:
        """Return the statement about named things."""
        return self._filled(self._with_verb(0), names)

    def denied(self, names: Mapping[str, str]) -> str:
        """Return the denial about named things."""
        return self._filled(self._with_verb(1), names)

    def asked(self, names: Mapping[str, str]) -> str:
        """Return the question about named things."""
        forms = self._forms() or ("", "", "", "")
        before, after = _VERB.split(self.template)[0], _VERB.split(self.template)[-1]
        rest = f"{before.strip()} {forms[3]} {after.strip()}".replace("  ", " ").strip()
        return f"{forms[2]} {self._filled(rest, names)}?"

    def _with_verb(self, form: int) -> str:
        forms = self._forms() or ("", "", "", "")
        return _VERB.sub(lambda _: forms[form], self.template)

    @staticmethod
    def _filled(text: str, names: Mapping[str, str]) -> str:
        return _PLACE.sub(lambda match: names.get(match.group(1), match.group(1)), text)


def _base_of(verb: str) -> str:
    if verb.endswith("ies"):
        return f"{verb[:-3]}y"
    if verb.endswith(("sses", "shes", "ches", "xes", "oes")):
        return verb[:-2]
    return verb[:-1]
