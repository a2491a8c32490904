"""Writing: a case as a document again, and any value as plain JSON."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, Final, get_args

import attrs
import cattrs
from cattrs.gen import make_dict_unstructure_fn, override

from cimscore.case import (
    Case,
    ConcernEntry,
    Dates,
    DecisionEntry,
    FactEntry,
    HouseholdEntry,
    Moment,
    MoveEntry,
    Name,
    PersonEntry,
    Protected,
    RecordEntry,
    RelationshipEntry,
    ResidenceEntry,
    Unborn,
)
from cimscore.rules.questions import Grouping
from cimscore.rules.things import Thing
from cimscore.wire.document import FORMAT

_AS_THEY_ARE: Final = (bool, int, float, str, type(None))
_ENTRIES: Final = (
    ConcernEntry, Dates, DecisionEntry, HouseholdEntry, MoveEntry, Name, PersonEntry, RecordEntry,
    RelationshipEntry, ResidenceEntry, Unborn,
)  # fmt: skip


def to_plain(value: object) -> Any:
    """Any value of cimscore as what JSON can hold, its keys in the order they are declared.

    Things become their addresses, days and moments ISO text, `UNKNOWN` the word ``unknown``. Only
    what is `Protected` is left out.

    Raises:
        TypeError: The value holds something that has no plain form.
    """
    return _ANY.unstructure(value)


def write_case(case: Case) -> dict[str, Any]:
    """The case as a document that `read_case` reads to an equal case; never with the notifier.

    What is left out means the same as its default.
    """
    sections = {
        field.name: _DOCUMENT.unstructure(getattr(case, field.name))
        for field in attrs.fields(Case)
        if field.name not in ("id", "facts", "notifier")
    }
    facts = _facts(case.facts)
    filled = {name: section for name, section in {**sections, "facts": facts}.items() if section}
    return {"cimscore": FORMAT, "id": case.id, **filled}


def write_notifier(case: Case) -> object:
    """The notifier as it was handed over: for writing the notifier field of a record, and nothing else."""
    return case.notifier.reveal()


def _facts(entries: tuple[FactEntry, ...]) -> dict[str, dict[str, Any]]:
    facts: dict[str, dict[str, Any]] = {}
    for entry in entries:
        program, _, question = entry.question.partition("/")
        answers = facts.setdefault(program, {})
        if entry.about == "case":
            answers[question] = to_plain(entry.answer)
        else:
            answers.setdefault(question, {})[entry.about] = to_plain(entry.answer)
    return facts


def _plain_converter() -> cattrs.Converter:
    converter = cattrs.Converter(unstructure_fallback_factory=_only_what_json_holds)

    def entry(value: Any) -> dict[str, Any]:
        parts = ((field.name, getattr(value, field.name)) for field in attrs.fields(type(value)))
        return {name.rstrip("_"): converter.unstructure(v) for name, v in parts if not isinstance(v, Protected)}

    def items(value: Any) -> list[Any]:
        return [converter.unstructure(item) for item in value if not isinstance(item, Protected)]

    def mapping(value: Mapping[object, object]) -> dict[str, Any]:
        parts = ((str(converter.unstructure(key)), item) for key, item in value.items())
        return {key: converter.unstructure(item) for key, item in parts if not isinstance(item, Protected)}

    hooks: list[tuple[Callable[[Any], bool], Callable[[Any], Any]]] = [
        (attrs.has, entry),
        (_is(Sequence, but=(str, bytes)), items),
        (_is(AbstractSet), lambda value: sorted(items(value), key=str)),
        (_is(Mapping), mapping),
        (_is(enum.Enum), lambda value: value.value),
        (_is(dt.date), lambda value: value.isoformat()),
        (_is(Moment), _moment),
        (_is(get_args(Thing)), str),
        (_is(Grouping), lambda value: items(value.groups)),
        (_is(Protected), _refuse),
        (_is(type), _refuse),
    ]
    for applies, hook in hooks:
        converter.register_unstructure_hook_func(applies, hook)
    # cattrs passes text and bytes on before it asks any of these, and words that are text with them.
    converter.register_unstructure_hook(enum.StrEnum, lambda word: word.value)
    converter.register_unstructure_hook(bytes, _refuse)
    return converter


def _document_converter() -> cattrs.Converter:
    converter = _plain_converter()
    for entry in _ENTRIES:
        fields = attrs.fields(entry)
        overrides: dict[str, Any] = {field.name: _in_a_document(entry, field, converter) for field in fields}
        hook = make_dict_unstructure_fn(entry, converter, _cattrs_omit_if_default=True, **overrides)
        converter.register_unstructure_hook(entry, hook)
    return converter


def _in_a_document(entry: type, field: Any, converter: cattrs.Converter) -> Any:
    """How a document writes an attribute: by what it holds, since most are of several types."""
    hook = _one_or_list if (entry, field.name) == (DecisionEntry, "about") else converter.unstructure
    kept = False if field.name == "about" else None
    return override(rename=field.name.rstrip("_"), unstruct_hook=hook, omit_if_default=kept)


def _is(types: Any, but: tuple[type, ...] = ()) -> Callable[[Any], bool]:
    return lambda cls: isinstance(cls, type) and issubclass(cls, types) and not issubclass(cls, but)


def _only_what_json_holds(cls: Any) -> Callable[[Any], Any]:
    return (lambda value: value) if cls in _AS_THEY_ARE else _refuse


def _refuse(value: object) -> Any:
    raise TypeError(f"A {type(value).__name__} has no plain form: give a value that is data, not behaviour.")


def _moment(moment: Moment) -> str:
    """As short as it is exact: no seconds where there are none."""
    exact = moment.instant is not None and (moment.instant.second or moment.instant.microsecond)
    return moment.value.isoformat() if exact else str(moment)


def _one_or_list(about: tuple[str, ...]) -> str | list[str]:
    return about[0] if len(about) == 1 else list(about)


_ANY: Final = _plain_converter()
_DOCUMENT: Final = _document_converter()
