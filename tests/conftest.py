"""Settings shared by all tests of the core, and the installed programs, which are loaded once for all of them."""

from __future__ import annotations

import functools
import gc
import os
from importlib import metadata

from hypothesis import HealthCheck, settings

from cimscore import composition, wire
from cimscore.plugins import discovery
from cimscore.rulebook import Rulebook, WorkedExample
from cimscore.wire import examples

# A shared machine is slow at odd moments, so no example is timed. In CI the examples are the same on every run; a wider
# search is one variable away.
settings.register_profile("default", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("default"), derandomize=True, print_blob=True)
settings.register_profile("search", settings.get_profile("default"), max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "default"))

# Looking for circles of values that nobody holds any more is a twentieth of the time, and seldom finds one.
gc.set_threshold(50_000, 10, 20)

_load_rulebook, _load_examples = composition.load_rulebook, wire.load_examples


@functools.cache
def _installed() -> Rulebook:
    return _load_rulebook()


@functools.cache
def _examples(program: str) -> tuple[WorkedExample, ...]:
    return _load_examples(_installed(), program)


def _is_as_installed() -> bool:
    """Return True unless a test has other programs installed for a while, or disables one."""
    return discovery.metadata is metadata and not os.environ.get(discovery.DISABLE)


@functools.wraps(_load_rulebook)
def load_rulebook(*given: object, **other: object) -> Rulebook:
    """Return the one rulebook of the installed programs, which never changes; any other is loaded as always.

    ``load_rulebook.__wrapped__()`` loads one anew, for a test that changes something in the programs themselves.
    """
    if not given and not any(other.values()) and _is_as_installed():
        return _installed()
    return _load_rulebook(*given, **other)  # type: ignore[arg-type]


@functools.wraps(_load_examples)
def load_examples(rulebook: Rulebook, program: str = "") -> tuple[WorkedExample, ...]:
    """Return the worked examples under the one rulebook, which are read once; any others are read as always."""
    if _is_as_installed() and rulebook is _installed():
        return _examples(program)
    return _load_examples(rulebook, program)


composition.load_rulebook = load_rulebook
wire.load_examples = examples.load_examples = load_examples
