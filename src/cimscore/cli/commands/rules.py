"""``cimscore rules``: every rule in words."""

from __future__ import annotations

import argparse

from cimscore.cli.command import Command
from cimscore.cli.exits import Exit
from cimscore.cli.inputs import chosen_programs
from cimscore.cli.options import add_listing
from cimscore.cli.output import show, show_json
from cimscore.cli.page import Page
from cimscore.rulebook import CompiledRule
from cimscore.rules import sentence_of


def _run(arguments: argparse.Namespace) -> Exit:
    rules = [rule for one in chosen_programs(arguments) for topic in one.rules.values() for rule in topic]
    if arguments.json:
        show_json([_plain(rule) for rule in rules])
        return Exit.DONE
    page = Page()
    for rule in rules:
        _write(page, rule)
    show(page)
    return Exit.DONE


def _plain(rule: CompiledRule) -> dict[str, object]:
    return {
        "address": rule.address,
        "about": rule.about.__name__,
        "sentence": rule.rule.sentence,
        "when": [sentence_of(condition) for condition in rule.rule.when],
        "unless": [sentence_of(condition) for condition in rule.rule.unless],
        "clauses": list(rule.rule.cites),
        "plugin": rule.plugin,
        "digest": rule.digest,
    }


def _write(page: Page, rule: CompiledRule) -> None:
    page.blank()
    page.line(f"{rule.address}, about {rule.about.noun}")
    page.line(f"{rule.rule.sentence} [{'; '.join(rule.rule.cites)}]", 1)
    for condition in rule.rule.when:
        page.line(f"when {sentence_of(condition)}", 1, mark="-")
    for condition in rule.rule.unless:
        page.line(f"unless {sentence_of(condition)}", 1, mark="-")


COMMAND = Command(
    teaches="By topic, in the order of reasoning. A rule applies to a thing when every condition under `when` holds "
    "and none under `unless` does. `cimscore explain CASE --why-not RULE ABOUT` shows one at work.",
    example="cimscore rules --program qld-child-safety",
    options=add_listing,
    run=_run,
)
