"""The command line: one module for each command, and one place each for options, exit codes and the page."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    Args:
        argv: What was typed after ``cimscore``; the process's own arguments when not given.
    """
    try:
        # Imported here, so that whoever interrupts the start meets silence and not a traceback.
        from cimscore.cli.running import run_command  # noqa: PLC0415

        return run_command(argv)
    except KeyboardInterrupt:
        return 130  # Exit.INTERRUPTED, which may not be imported yet
