"""``cimscore sign-off``: what a department says of each clause, kept beside it until the clause changes."""

from __future__ import annotations

import argparse
from pathlib import Path

from cimscore.cli.command import Command, add_actions, run_action
from cimscore.cli.exits import Exit
from cimscore.cli.loading import ends, load_rulebook
from cimscore.cli.options import add_day_of_reading, add_listing, add_sign_offs
from cimscore.cli.output import show, show_json
from cimscore.cli.page import TextPage
from cimscore.cli.tracing import folder_to_write, writing
from cimscore.rulebook import Rulebook
from cimscore.traceability.reviews.signed import SignOff, load_sign_offs, read_sign_offs, signed, write_sign_offs
from cimscore.wire import to_plain


def _options(parser: argparse.ArgumentParser) -> None:
    add_actions(parser, (
        ("record", "record that somebody has read clauses, and agrees or asks for a change", _add_record, _record),
        ("list", "list the sign-offs, and those that have to be given again", _add_list, _list),
    ))  # fmt: skip


def _add_list(parser: argparse.ArgumentParser) -> None:
    add_listing(parser)
    add_sign_offs(parser, "--folder")


def _add_record(parser: argparse.ArgumentParser) -> None:
    said = "a clause, or several as 'qld/approve/*'; `cimscore clauses` lists them"
    parser.add_argument("clauses", metavar="CLAUSE", nargs="*", help=said)
    parser.add_argument("--name", metavar="NAME", required=True, help="who has read it")
    parser.add_argument("--role", metavar="ROLE", required=True, help="their position")
    add_day_of_reading(parser)
    parser.add_argument("--remark", metavar="TEXT", default="", help="what they wrote beside it")
    parser.add_argument("--change", action="store_true", help="they ask for a change; the remark says which")
    parser.add_argument(
        "--reading", metavar="ID=VALUE", dest="readings", action="append", default=[],
        help="the reading of an unclear point that they ticked; may be given several times",
    )  # fmt: skip
    add_sign_offs(parser, "--folder")


def _record(arguments: argparse.Namespace) -> Exit:
    rulebook = load_rulebook()
    new = signed(
        rulebook, arguments.clauses, name=arguments.name, role=arguments.role, agrees=not arguments.change,
        on=arguments.on, remark=arguments.remark, readings=arguments.readings,
    )  # fmt: skip
    by_folder: dict[Path, list[SignOff]] = {}
    for sign_off in new:
        by_folder.setdefault(arguments.sign_offs or _folder_of(rulebook, sign_off.clause), []).append(sign_off)
    for folder, own in by_folder.items():
        with writing(str(folder)):
            file = write_sign_offs(folder, [*read_sign_offs(folder), *own])
        clauses = ", ".join(sign_off.clause for sign_off in own) if len(own) <= 3 else f"{len(own)} clauses"
        show(f"{clauses}: recorded in {file}\n")
    return Exit.DONE


def _folder_of(rulebook: Rulebook, clause: str) -> Path:
    programs = rulebook.programs.values()
    owner = next(program for program in programs if any(own.id == clause for own in program.declared.clauses))
    return folder_to_write(owner, "Name a folder of your own with --folder DIR.")


def _list(arguments: argparse.Namespace) -> Exit:
    rulebook = load_rulebook()
    programs = [rulebook.program(id) for id in arguments.programs or rulebook.programs]
    own = {clause.id: clause for program in programs for clause in program.declared.clauses}
    every = load_sign_offs(rulebook, arguments.sign_offs)
    found = {id: those for id, those in every.items() if id in own or id not in rulebook.clauses}
    stale = [id for id, those in found.items() if all(sign_off.is_stale(own.get(id)) for sign_off in those)]
    if arguments.json:
        told = [(sign_off, own.get(id)) for id, those in found.items() for sign_off in those]
        show_json([{**to_plain(sign_off), "stale": sign_off.is_stale(clause)} for sign_off, clause in told])
    else:
        page = TextPage()
        page.line(f"Of {len(own)} clauses, {len(found) - len(stale)} are signed. To be signed again: {len(stale)}.")
        for id, those in found.items():
            page.heading(id)
            for sign_off in those:
                page.line(sign_off.in_words(own.get(id)), mark="-")
        show(page)
    return ends(right=not stale, rulebook=rulebook)


COMMAND = Command(
    teaches="`record` puts name, role, day and remark beside a clause, with the clause's digest: when our words or the "
    "source's passage change, the sign-off is stale and has to be given again. It is kept in sign-offs.toml, in a "
    "folder of your own or beside the program's rules; `cimscore site generate --sign-offs DIR` and `cimscore coverage "
    "--sign-offs DIR` show it. `list` ends with exit code 1 where one is stale.",
    example="cimscore sign-off record 'qld/approve/*' --name 'Kim Example' --role 'Policy manager' --folder sign-offs",
    options=_options,
    run=run_action,
)
