"""Why a rule does not apply to a thing, worked out anew: rules are pure, so nothing of it need be kept."""

from __future__ import annotations

from collections.abc import Mapping

from cimscore.assessment.engine import ProgramRun
from cimscore.assessment.outcome import Outcome, State
from cimscore.errors import UnknownNameError
from cimscore.ids import did_you_mean


def why_not(runs: Mapping[str, ProgramRun], rule: str, about: str) -> Outcome:
    """Run one rule on one thing of these runs.

    Raises:
        UnknownNameError: There is no such rule, or it is not about a thing of that address.
    """
    compiled = {it.address: (run, it) for run in runs.values() for rules in run.compiled.rules.values() for it in rules}
    if rule not in compiled:
        raise UnknownNameError("rule", rule, compiled, did_you_mean(rule, compiled))
    run, found = compiled[rule]
    things = {str(thing): thing for thing in run.things(found.about)}
    if about not in things:
        noun = found.about.noun.partition(" ")[2]
        raise UnknownNameError(f"{noun} here", about, things, did_you_mean(about, things))
    force = run.forces.of(found)
    if force.state is not State.APPLIES:
        return Outcome(rule=found, about=things[about], state=force.state, cause=force.cause)
    return run.run(found, things[about])
