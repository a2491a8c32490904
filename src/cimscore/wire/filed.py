"""Shapes of what is on file, of what is known of it, and of what has been done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import attrs

from cimscore import ids
from cimscore.case import Actor, DoneEntry, Exists, Finish, MoveEntry, OnFileEntry, RecordEntry
from cimscore.wire import patterns
from cimscore.wire.composites import Entry, EntryList, Key, ListOf, MapOf, OneOrMore, WordOr
from cimscore.wire.report import DocumentPlace, Marker
from cimscore.wire.scalars import (
    ID,
    NAME,
    RECORD_ID,
    Choice,
    OrUnknown,
    Schema,
    Shape,
    Text,
    Whole,
    Word,
)
from cimscore.wire.vocabulary import Vocabulary
from cimscore.wire.whenever import Whenever

NONE: Final = "none"
_THINGS = Text(expected="a thing of the case, such as notification:north or ari@north", pattern=patterns.THINGS)

ACTOR = Entry(
    noun="who acted",
    build=Actor,
    keys={"person": Key(shape=OrUnknown(ID)), "role": Key(shape=OrUnknown(NAME))},
)
_BY = WordOr(NAME, ACTOR)
MOVE = Entry(
    noun="a move",
    build=MoveEntry,
    keys={
        "move": Key(shape=NAME, required=True),
        "by": Key(shape=OrUnknown(_BY)),
        "at": Key(shape=OrUnknown(Whenever())),
        "days": Key(shape=OrUnknown(Whole(least=1))),
    },
)
MOVES: Final = ListOf(shape=MOVE, noun="moves")
FINISHED: Final[Mapping[str, Key]] = {
    "as": Key(shape=Word(Finish), into="as_"),
    "superseded_by": Key(shape=RECORD_ID),
}
_RECORDED = MapOf(keys=ID, values=OrUnknown(NAME), noun="ids of people to what they are recorded as")
RECORD = Entry(
    noun="a record",
    build=RecordEntry,
    keys={
        "id": Key(shape=RECORD_ID, required=True),
        "kind": Key(shape=NAME, required=True),
        "household": Key(shape=OrUnknown(ID)),
        "people": Key(shape=_RECORDED),
        "moves": Key(shape=MOVES),
        "exists": Key(shape=OrUnknown(Word(Exists))),
        **FINISHED,
    },
)


@attrs.frozen
class OnFile:
    """The section ``on_file``: a word for each kind of record, or a list that says whose."""

    vocabulary: Vocabulary

    def read(self, value: object, at: DocumentPlace) -> object:
        if not isinstance(value, Mapping):
            return self._listed().read(value, at)
        read = self._by_kind().read(value, at)
        if isinstance(read, Marker):
            return read
        found: Mapping[str, object] = read  # type: ignore[assignment]
        return {
            at.key(kind).path: OnFileEntry(kind=kind, exists=Exists.NO if word == NONE else word)  # type: ignore[arg-type]
            for kind, word in found.items()
        }

    def schema(self) -> Schema:
        return {"anyOf": [self._by_kind().schema(), self._listed().schema()]}

    def _kind(self) -> Choice:
        return Choice(words=tuple(sorted(self.vocabulary.declared.words)))

    def _by_kind(self) -> Shape:
        word = OrUnknown(Choice(words=(NONE,)))
        return MapOf(keys=self._kind(), values=word, noun="kinds of record to unknown or none")

    def _listed(self) -> EntryList:
        keys = {
            "kind": Key(shape=self._kind(), required=True),
            "exists": Key(shape=OrUnknown(Word(Exists))),
            "household": Key(shape=ID),
            "person": Key(shape=ID),
        }
        entry = Entry(noun="what is known of the file", build=OnFileEntry, keys=keys)
        return EntryList(ListOf(shape=entry, noun="what is known of the file"))


@attrs.frozen
class ActShape:
    """An act that a rule of the programs asks for, by the address of the rule."""

    addresses: tuple[str, ...]

    def read(self, value: object, at: DocumentPlace) -> object:
        if type(value) is str and value in self.addresses:
            return value
        hint = at.which_can_be(value, self.addresses) if type(value) is str else ""
        return at.wrong(value, "an act that `cimscore rules` lists", hint)

    def schema(self) -> Schema:
        return {"enum": list(self.addresses)}


def done_shape(vocabulary: Vocabulary) -> EntryList:
    """Return what the section ``done`` must look like for these programs."""
    keys = {
        "act": Key(shape=ActShape(tuple(sorted(vocabulary.declared.acts))), required=True),
        "for": Key(shape=OneOrMore(_THINGS, "things of the case"), into="for_", left_out=(ids.CASE,)),
        "by": Key(shape=OrUnknown(_BY)),
        "at": Key(shape=OrUnknown(Whenever())),
    }
    return EntryList(
        ListOf(shape=Entry(noun="what has been done", build=DoneEntry, keys=keys), noun="what has been done")
    )
