"""``cimscore rules``: every rule in words."""

from __future__ import annotations

import argparse

from cimscore.cli.command import Command
from cimscore.cli.exits import Exit
from cimscore.cli.inputs import chosen_programs
from cimscore.cli.options import add_listing
from cimscore.cli.output import show, show_json
from cimscore.cli.page import TextPage, write_english
from cimscore.publishing.pages.parts.english import lines_of
from cimscore.rulebook import Rule
from cimscore.rules.english import english_text


def _run(arguments: argparse.Namespace) -> Exit:
    rules = [rule for program in chosen_programs(arguments) for rule in program.rules]
    if arguments.json:
        show_json([_plain(rule) for rule in rules])
        return Exit.DONE
    page = TextPage()
    for rule in rules:
        page.blank()
        page.line(f"{rule.address} ({rule.topic})")
        write_english(page, lines_of(rule), 1)
        page.line(f"[{'; '.join(rule.cites)}]", 1)
    show(page)
    return Exit.DONE


def _plain(rule: Rule) -> dict[str, object]:
    return {
        "address": rule.address,
        "topic": rule.topic.value,
        "says": english_text(lines_of(rule)),
        "clauses": list(rule.cites),
        "written": f"{rule.written.module}:{rule.written.line}",
        "digest": rule.digest,
    }


COMMAND = Command(
    teaches="By topic, in the order of reasoning, in the words of the very values that run; the clocks come last. "
    "`cimscore explain CASE` shows them at work.",
    example="cimscore rules --program qld-child-safety",
    options=add_listing,
    run=_run,
)
