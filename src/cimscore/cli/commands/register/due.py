"""``cimscore register due``: what is due in all cases of a register."""

from __future__ import annotations

import argparse

from cimscore.assessment import Assessment
from cimscore.case import kept_in
from cimscore.cli.commands.register.opening import add_register, keep_back_of, opened
from cimscore.cli.exits import Exit
from cimscore.cli.inputs import with_progress
from cimscore.cli.options import add_json, add_kept, add_moment
from cimscore.cli.owed import show_owed


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the moment, and output for machines."""
    add_register(parser)
    add_moment(parser)
    add_kept(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> Exit:
    """List it: each case as it stands, decided anew."""
    register, assessed = opened(arguments), list[Assessment]()
    for case in with_progress(register.cases(), "cases decided"):
        stood = register.stood(case, at=arguments.at)
        keep_back_of(stood, arguments)
        told = stood.decisions if arguments.show_kept else kept_in(stood.case).hide_in(stood.decisions)
        assessed.append(Assessment(case=case, decisions=told, failures=stood.failures))
    return show_owed(assessed, as_json=arguments.json)
