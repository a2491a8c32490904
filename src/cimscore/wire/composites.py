"""Shapes of lists and mappings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

import attrs

from cimscore.limits import MOST_ENTRIES
from cimscore.wire.docstrings import attribute_docs, summary
from cimscore.wire.report import WRONG, DocumentPlace, Marker
from cimscore.wire.scalars import Schema, Shape

PROTECTED: Final = "notifier"
"""The key whose text is never shown, nor any key beside it that may be a part of that text."""

UNKNOWN_KEY: Final = "an unknown key"
UNNAMED_KEY: Final = "a key that is not known"
GUARDED_KEY: Final = "a key that is not known, and may be a part of what is protected"


@attrs.frozen(kw_only=True)
class Key:
    """A key of a mapping.

    Attributes:
        shape: What its value must look like.
        required: Whether it must be there.
        left_out: What the entry gets when the key is left out; None for its own default.
        into: The attribute it becomes, where that is named otherwise.
        about: The key in words, where the docstring of the entry does not say it.
    """

    shape: Shape
    required: bool = False
    left_out: object = None
    into: str = ""
    about: str = ""


@attrs.frozen(kw_only=True)
class Entry:
    """Mapping with known keys, which builds one value of the case.

    A part that cannot be read takes its default, so that one mistake does not hide the next. An entry without such a
    default cannot be used and is left out of the cross checks.

    Attributes:
        noun: Word for the entry, for messages.
        build: Class or function that takes the parts.
        keys: Its keys.
        advice: Advice about keys that belong elsewhere, by key.
        guarded: True if an unknown key may be part of the notifier's details.
        one_of: Keys of which exactly one is required.
    """

    noun: str
    build: Callable[..., object]
    keys: Mapping[str, Key]
    one_of: tuple[str, ...] = ()
    advice: Mapping[str, str] = attrs.field(factory=dict)
    guarded: bool = False

    def read(self, value: object, at: DocumentPlace) -> object:
        if not isinstance(value, Mapping):
            return at.wrong_sort(
                value, f"{self.noun}: a mapping with keys such as {', '.join([*self.keys][:3]) or 'none'}"
            )
        self._refuse_unknown_keys(value, at)
        if self.one_of and len(given := [name for name in self.one_of if name in value]) != 1:
            return at.say(" and ".join(given) or "neither", f"either {' or '.join(self.one_of)} in {self.noun}")
        parts = dict(self._parts(value, at))
        # Build with defaults for the parts that failed, so that the cross checks can still find other problems.
        usable = {name: part for name, part in parts.items() if part is not WRONG}
        return self.build(**usable) if self._needed() <= usable.keys() else WRONG

    def schema(self) -> Schema:
        required = {"required": names} if (names := [name for name, key in self.keys.items() if key.required]) else {}
        docs = attribute_docs(self.build)
        return {
            "type": "object",
            **described(summary(self.build)),
            "properties": {
                name: {**key.shape.schema(), **described(key.about or docs.get(key.into or name, ""))}
                for name, key in self.keys.items()
            },
            **required,
            **({"oneOf": [{"required": [name]} for name in self.one_of]} if self.one_of else {}),
            "additionalProperties": False,
        }

    def _refuse_unknown_keys(self, value: Mapping[object, object], at: DocumentPlace) -> None:
        beside_the_notifier = PROTECTED in value
        for name in value:
            if name in self.keys:
                continue
            # A key close to a known one is a misspelling. Anything else may be text of the notifier that became a key.
            near = at.report.hints.nearest(str(name), self.keys)
            meant = name == PROTECTED or str(name) in self.advice or near
            expected = f"only keys of {self.noun}"
            if (self.guarded or beside_the_notifier) and not meant:
                # A comma or a line break makes a key of what was said of the notifier.
                hint = "Its name is not shown. Put what holds a comma or a line break in quotes. The keys are: "
                at.say_of_a_key(name, GUARDED_KEY, expected, f"{hint}{', '.join(self.keys)}.")
            elif self.guarded and near:
                at.say_of_a_key(name, UNNAMED_KEY, expected, f"Did you mean {near!r}?")
            else:
                hint = self.advice.get(str(name)) or at.did_you_mean(str(name), self.keys)
                at.key(name).say(UNKNOWN_KEY, expected, hint)

    def _parts(self, value: Mapping[object, object], at: DocumentPlace) -> Iterable[tuple[str, object]]:
        for name, key in self.keys.items():
            if name in value:
                yield key.into or name, key.shape.read(value[name], at.key(name))
            elif key.required:
                yield key.into or name, at.key(name).say("nothing", f"this key in {self.noun}")
            elif key.left_out is not None:
                yield key.into or name, key.left_out

    def _needed(self) -> set[str]:
        if not (isinstance(self.build, type) and attrs.has(self.build)):
            return set()
        return {field.name for field in attrs.fields(self.build) if field.default is attrs.NOTHING}


@attrs.frozen(kw_only=True)
class ListOf:
    """A list."""

    shape: Shape
    noun: str
    at_least: int = 0
    most: int = MOST_ENTRIES
    unique: bool = False

    def read(self, value: object, at: DocumentPlace) -> object:
        read = self.read_located(value, at)
        return read if isinstance(read, Marker) else tuple(read.values())

    def read_located(self, value: object, at: DocumentPlace) -> dict[str, object] | Marker:
        """Return the usable items by their path."""
        if not isinstance(value, list):
            return at.wrong_sort(
                value, f"a list of {self.noun}", "Put it in square brackets." if type(value) is str else ""
            )
        if len(value) < self.at_least:
            return at.say("an empty list", f"a list of at least {self.at_least} of {self.noun}")
        if len(value) > self.most:
            return at.too_many(value, self.most)
        if self.unique:
            _refuse_repeats(value, at)
        places = [at.item(index) for index in range(len(value))]
        items = {place.path: self.shape.read(item, place) for place, item in zip(places, value, strict=True)}
        return {path: item for path, item in items.items() if item is not WRONG}

    def schema(self) -> Schema:
        least = {"minItems": self.at_least} if self.at_least else {}
        most = {"maxItems": self.most}
        unique = {"uniqueItems": True} if self.unique else {}
        return {"type": "array", "items": self.shape.schema(), **least, **most, **unique}


@attrs.frozen
class EntryList:
    """List of entries that remember their paths, for the cross checks."""

    entries: ListOf

    def read(self, value: object, at: DocumentPlace) -> object:
        return self.entries.read_located(value, at)

    def schema(self) -> Schema:
        return self.entries.schema()


@attrs.frozen
class OneOrMore:
    """One value, or a list of them."""

    shape: Shape
    noun: str

    def read(self, value: object, at: DocumentPlace) -> object:
        if isinstance(value, list):
            return self._list().read(value, at)
        single = self.shape.read(value, at)
        return single if single is WRONG else (single,)

    def schema(self) -> Schema:
        return {"anyOf": [self.shape.schema(), self._list().schema()]}

    def _list(self) -> ListOf:
        return ListOf(shape=self.shape, noun=self.noun, at_least=1, unique=True)


@attrs.frozen(kw_only=True)
class Depending:
    """Entry whose keys differ if one of them is a certain word.

    Attributes:
        on: The key.
        word: The word.
        entry: Entry for that word.
        otherwise: Entry for any other.
    """

    on: str
    word: str
    entry: Entry
    otherwise: Entry

    def read(self, value: object, at: DocumentPlace) -> object:
        is_such = isinstance(value, Mapping) and value.get(self.on) == self.word
        return (self.entry if is_such else self.otherwise).read(value, at)

    def schema(self) -> Schema:
        such = {"properties": {self.on: {"const": self.word}}, "required": [self.on]}
        entry, other = self.entry.schema(), self.otherwise.schema()
        # Only the differing keys go under "else", so that an editor completes the shared ones either way.
        own = {name: shape for name, shape in entry["properties"].items() if shape != other["properties"][name]}
        differs = {"properties": {name: other["properties"][name] for name in own}, "required": other["required"]}
        return {**entry, "if": such, "else": differs}


@attrs.frozen
class WordOr:
    """A single value, or a mapping that says more."""

    word: Shape
    entry: Entry

    def read(self, value: object, at: DocumentPlace) -> object:
        return (self.entry if isinstance(value, Mapping) else self.word).read(value, at)

    def schema(self) -> Schema:
        return {"anyOf": [self.word.schema(), self.entry.schema()]}


@attrs.frozen(kw_only=True)
class MapOf:
    """A mapping whose keys are names of the case."""

    keys: Shape
    values: Shape
    noun: str

    def read(self, value: object, at: DocumentPlace) -> object:
        if not isinstance(value, Mapping):
            return at.wrong_sort(value, f"a mapping from {self.noun}", "Write one line for each: `id: value`.")
        if len(value) > MOST_ENTRIES:
            return at.too_many(value, MOST_ENTRIES)
        read = {self.keys.read(key, at.key(key)): self.values.read(item, at.key(key)) for key, item in value.items()}
        return {key: item for key, item in read.items() if WRONG not in (key, item)}

    def schema(self) -> Schema:
        return {
            "type": "object",
            "propertyNames": self.keys.schema(),
            "additionalProperties": self.values.schema(),
            "maxProperties": MOST_ENTRIES,
        }


def described(text: str) -> Schema:
    """Return the description for a schema, if there is one."""
    return {"description": text} if text else {}


def _refuse_repeats(value: list[object], at: DocumentPlace) -> None:
    seen: set[str] = set()
    for index, item in enumerate(value):
        if isinstance(item, str) and item in seen:
            at.item(index).wrong(item, "each only once")
        elif isinstance(item, str):
            seen.add(item)
