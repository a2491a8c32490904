"""Definitions: what the words of the rules mean, each in plain English with the rules that read it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from cimscore.publishing.pages.book.book import Book
from cimscore.publishing.pages.paper import places
from cimscore.publishing.pages.paper.markdown import Page, Sheet, bullets, count, folded, inline_code, spoken
from cimscore.publishing.pages.parts import shared
from cimscore.publishing.pages.parts.english import English, module_of, place_of, title_of
from cimscore.rules.conditions.predicates import Defined
from cimscore.traceability.trace.model import TracedProgram, TracedRule


def definition_pages(book: Book) -> Iterator[Page]:
    """Yield the list of each program's definitions, and a page for those of each of its modules."""
    for program in book.published:
        modules = _by_module(book.rulebook.program(program.id).program.definitions)
        yield _index(program, modules)
        readers = _readers(book, program.id)
        yield from (_module(book, program, module, held, readers) for module, held in modules.items())


def _by_module(definitions: Sequence[Defined]) -> dict[str, list[Defined]]:
    """Return definitions by the module that declares them, each by its sentence."""
    found: defaultdict[str, list[Defined]] = defaultdict(list)
    for definition in sorted(definitions, key=title_of):
        found[module_of(definition)].append(definition)
    return dict(sorted(found.items()))


def _index(program: TracedProgram, modules: Mapping[str, list[Defined]]) -> Page:
    sheet = Sheet(places.definitions(program.id), f"Definitions of {program.title}", kind="Definitions", find=None)
    sheet.add(shared.trail(sheet, ("Rules", places.RULES), (program.title, places.rules(program.id))))
    sheet.add(f"{count(sum(map(len, modules.values())), 'definition')}. Each says what a sentence in the rules means.")
    for module, held in modules.items():
        sheet.section(
            spoken(module),
            bullets(sheet.link(title_of(definition), place_of(program.id, definition)) for definition in held),
        )
    return sheet.page


def _module(
    book: Book,
    program: TracedProgram,
    module: str,
    held: Sequence[Defined],
    readers: Mapping[str, list[TracedRule]],
) -> Page:
    sheet = Sheet(
        places.definitions_of(program.id, module), f"Definitions: {spoken(module)}", kind="Definitions", find=None
    )
    sheet.add(shared.trail(
        sheet, ("Rules", places.RULES), (program.title, places.rules(program.id)),
        ("Definitions", places.definitions(program.id)),
    ))  # fmt: skip
    sheet.add("Where one definition uses another, its words are a link.")
    english = English(sheet, book, program.id)
    names = book.rulebook.program(program.id).program.names
    for definition in held:
        sheet.heading(2, title_of(definition), anchor=places.anchor(definition.says))
        sheet.add(english.definition(definition))
        rules = readers.get(definition.key, [])
        told = f"Read by {count(len(rules), 'rule')}, directly or by way of others"
        sheet.add(folded(told, " · ".join(shared.in_brief(sheet, book, rules))))
        name = names.get(definition.key, "")
        sheet.add(f"Name in the software: {inline_code(name)}." if name else "")
    return sheet.page


def _readers(book: Book, program: str) -> Mapping[str, list[TracedRule]]:
    """Return the rules that read each definition, by its key."""
    found: defaultdict[str, list[TracedRule]] = defaultdict(list)
    for rule in book.part_of(program, book.rules):
        for key in book.rulebook.rules[rule.address].reads:
            found[key].append(rule)
    return found
