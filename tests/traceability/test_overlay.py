"""A program that adds to another: what it reads of that one keeps its name there, and is listed once."""

from __future__ import annotations

import attrs
import lamps

from cimscore.rulebook import Identity, Rulebook, build_rulebook
from cimscore.rules import Conclusion, Topic
from cimscore.rules.vocabulary import is_home
from cimscore.traceability import build_trace

HOURS = Conclusion("watched", (lamps.home,), "{home} [is] watched", topic=Topic.RECORDS)
HOURS.row(
    "lit-and-kept",
    lamps.home,
    when=is_home(lamps.home) & lamps.LIT(lamps.home) & lamps.is_kept(lamps.home),
    cites=["lamp/lighting/dusk"],
)
WATCHED = "watch/watched/lit-and-kept"


def both() -> Rulebook:
    more = attrs.evolve(
        lamps.DECLARED,
        identity=Identity(id="watch", title="Watch", zone=lamps.DECLARED.identity.zone, extends="lamps"),
        sources=(),
        clauses=(),
        tables={Topic.RECORDS: (HOURS,)},
    )
    return build_rulebook([lamps.DECLARED, more], lamps.rulebook().reader)


def test_what_a_program_reads_of_its_base_is_named_as_there():
    rule = build_trace(both()).rule[WATCHED]
    assert rule.questions == ("lamps/kept", "lamps/storm-door")
    assert rule.definitions == ("lamps/lamps.has_a_storm_door", "lamps/lamps.is_kept")
    assert rule.clauses == ("lamp/lighting/dusk",)


def test_the_base_knows_who_reads_it_and_nothing_is_listed_twice():
    trace = build_trace(both())
    assert WATCHED in trace.question["lamps/kept"].rules and WATCHED in trace.definition["lamps/lamps.is_kept"].rules
    assert WATCHED in trace.clause["lamp/lighting/dusk"].rules
    names = [it.name for kind in (trace.questions, trace.readings, trace.tables, trace.definitions) for it in kind]
    assert len(names) == len(set(names)) and {name.partition("/")[0] for name in names} == {"lamps"}
