"""The same table in the notation of each engine. A builder returns what answers many cases, one after the other.

An engine that is not installed raises ImportError when it is built, and the page says so.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Sequence
from types import SimpleNamespace
from typing import Any, Final

from beside.work import FACTS, FEWER, LINES, Answer, Facts, expected

Answers = Callable[[Sequence[Facts]], list[Answer]]
ANSWERS: Final = [(line.answer, line.hours) for line in LINES]


def each(decide: Callable[[Facts], Answer]) -> Answers:
    """Return what answers many cases by one call for each."""
    return lambda cases: [decide(facts) for facts in cases]


def python() -> Answers:
    """The table walked line by line, in a few lines of Python."""
    return each(expected)


def zen() -> Answers:
    """A decision table of zen, in its JSON."""
    import zen  # noqa: PLC0415 - installed for this comparison alone

    def cell(parts: Facts, name: str) -> str:
        return "" if name not in parts else "< 30" if parts[name] == FEWER else json.dumps(parts[name])

    table = {
        "hitPolicy": "first",
        "inputs": [{"id": f"in-{name}", "name": name, "field": name, "type": "expression"} for name in FACTS],
        "outputs": [{"id": "out", "name": "line", "field": "line", "type": "expression"}],
        "rules": [
            {"_id": str(number), "out": str(number), **{f"in-{name}": cell(line.parts, name) for name in FACTS}}
            for number, line in enumerate(LINES)
        ],
    }
    place = {"x": 0, "y": 0}
    nodes = [
        {"id": "begin", "type": "inputNode", "name": "begin", "position": place},
        {"id": "table", "type": "decisionTableNode", "name": "table", "position": place, "content": table},
        {"id": "end", "type": "outputNode", "name": "end", "position": place},
    ]
    edges = [
        {"id": "1", "sourceId": "begin", "targetId": "table", "type": "edge"},
        {"id": "2", "sourceId": "table", "targetId": "end", "type": "edge"},
    ]
    decision = zen.ZenEngine().create_decision(json.dumps({"nodes": nodes, "edges": edges}))
    return each(lambda facts: ANSWERS[decision.evaluate(facts)["result"]["line"]])


_ALWAYS: Final = {"name": "days", "operator": "greater_than_or_equal_to", "value": 0}


def _compared(name: str, wanted: Any) -> Facts:
    """Return a part of a line as business-rules has it."""
    if wanted == FEWER:
        return {"name": name, "operator": "less_than", "value": 30}
    if isinstance(wanted, bool):
        return {"name": name, "operator": "is_true" if wanted else "is_false", "value": True}
    return {"name": name, "operator": "equal_to", "value": wanted}


def _variables() -> Any:
    """Return the class of the facts that the rules of business-rules read."""
    from business_rules.variables import (  # noqa: PLC0415
        BaseVariables,
        boolean_rule_variable,
        numeric_rule_variable,
        string_rule_variable,
    )

    kinds = {bool: boolean_rule_variable, int: numeric_rule_variable, str: string_rule_variable}

    def variable(name: str) -> Any:
        def told(self: Any) -> Any:
            return self.facts[name]

        told.__name__ = name
        return kinds[type(FACTS[name][0])]()(told)

    def begun(self: Any, facts: Facts) -> None:
        self.facts = facts

    return type("Told", (BaseVariables,), {"__init__": begun, **{name: variable(name) for name in FACTS}})


def business_rules() -> Answers:
    """Rules of business-rules, run until the first that fires."""
    from business_rules import run_all  # noqa: PLC0415 - installed for this comparison alone
    from business_rules.actions import BaseActions, rule_action  # noqa: PLC0415
    from business_rules.fields import FIELD_NUMERIC  # noqa: PLC0415

    variables = _variables()

    class Acts(BaseActions):  # type: ignore[misc]
        line = -1

        @rule_action(params={"line": FIELD_NUMERIC})  # type: ignore[misc]
        def answer(self, line: int) -> None:
            self.line = line

    rules = [
        {
            "conditions": {"all": [_compared(*part) for part in line.parts.items()] or [_ALWAYS]},
            "actions": [{"name": "answer", "params": {"line": number}}],
        }
        for number, line in enumerate(LINES)
    ]

    def decide(facts: Facts) -> Answer:
        acts = Acts()
        run_all(rules, variables(facts), acts, stop_on_first_trigger=True)
        return ANSWERS[acts.line]

    return each(decide)


def clingo() -> Answers:
    """An answer-set program, grounded and solved for each case."""
    import clingo  # noqa: PLC0415 - installed for this comparison alone

    def fact(name: str, value: Any) -> str:
        return f"told({name},{json.dumps(value)})" if isinstance(value, str) else f"told({name},{int(value)})"

    def part(name: str, wanted: Any) -> str:
        return f"told({name},N), N < 30" if wanted == FEWER else fact(name, wanted)

    lines = [
        f"holds({number}){' :- ' if line.parts else ''}{', '.join(itertools.starmap(part, line.parts.items()))}."
        for number, line in enumerate(LINES)
    ]
    program = "\n".join([*lines, "first(N) :- N = #min {M : holds(M)}.", "#show first/1."])

    def decide(facts: Facts) -> Answer:
        control = clingo.Control(["--warn=none"])
        control.add("base", [], program + "".join(f"{fact(*told)}." for told in facts.items()))
        control.ground([("base", [])])
        with control.solve(yield_=True) as models:
            (shown,) = next(iter(models)).symbols(shown=True)
        return ANSWERS[shown.arguments[0].number]

    return each(decide)


def spiffworkflow() -> Answers:
    """A decision table in DMN, run by SpiffWorkflow; its first line that holds."""
    from lxml import etree  # noqa: PLC0415 - installed for this comparison alone
    from SpiffWorkflow.bpmn.script_engine import PythonScriptEngine  # noqa: PLC0415
    from SpiffWorkflow.dmn.engine.DMNEngine import DMNEngine  # noqa: PLC0415
    from SpiffWorkflow.dmn.parser.DMNParser import DMNParser  # noqa: PLC0415

    space = "https://www.omg.org/spec/DMN/20191111/MODEL/"
    root = etree.Element(f"{{{space}}}definitions", nsmap={None: space}, id="all", name="all", namespace="all")
    decision = etree.SubElement(root, f"{{{space}}}decision", id="decision", name="decision")
    table = etree.SubElement(decision, f"{{{space}}}decisionTable", id="table", hitPolicy="UNIQUE")

    def put(parent: Any, kind: str, text: str, **named: str) -> None:
        etree.SubElement(etree.SubElement(parent, f"{{{space}}}{kind}", **named), f"{{{space}}}text").text = text

    for name in FACTS:
        told = etree.SubElement(table, f"{{{space}}}input", id=f"in-{name}", label=name)
        put(told, "inputExpression", name, id=f"of-{name}")
    etree.SubElement(table, f"{{{space}}}output", id="out", label="line", name="line")
    for number, line in enumerate(LINES):
        rule = etree.SubElement(table, f"{{{space}}}rule", id=f"line-{number}")
        for name in FACTS:
            wanted = line.parts.get(name, "-")
            text = "< 30" if wanted == FEWER else "-" if wanted == "-" else repr(wanted).replace("'", '"')
            put(rule, "inputEntry", text, id=f"line-{number}-{name}")
        put(rule, "outputEntry", str(number), id=f"out-{number}")
    parser = DMNParser(None, root, {"dmn": space}, filename="table.dmn")
    parser.parse()
    engine = DMNEngine(parser.decision.decisionTables[0])
    flow = SimpleNamespace(script_engine=PythonScriptEngine(), spec=SimpleNamespace(file="table.dmn"))
    flow.top_workflow = flow
    spec = SimpleNamespace(name="table", bpmn_name="table", bpmn_id="table", file="table.dmn")

    def decide(facts: Facts) -> Answer:
        task = SimpleNamespace(workflow=flow, data=dict(facts), task_spec=spec)
        return ANSWERS[engine.result(task)["line"]]

    return each(decide)


def _tax_system() -> tuple[Any, Callable[[Facts], Facts]]:
    """Return the table as a formula of OpenFisca about a person, and what codes the words of a case."""
    import numpy as np  # noqa: PLC0415 - installed for this comparison alone
    from openfisca_core import entities, periods, taxbenefitsystems, variables  # noqa: PLC0415

    person = entities.build_entity(key="person", plural="persons", label="person", is_person=True)
    roles = [{"key": "member", "plural": "members", "label": "member"}]
    group = entities.build_entity(key="household", plural="households", label="household", roles=roles)
    system = taxbenefitsystems.TaxBenefitSystem([person, group])

    def code(name: str, value: Any) -> Any:
        return FACTS[name].index(value) if isinstance(value, str) and value != FEWER else value

    def add(name: str, kind: type, **more: Any) -> None:
        body = {"value_type": kind, "entity": person, "definition_period": periods.DateUnit.YEAR, "label": name}
        system.add_variable(type(name, (variables.Variable,), {**body, **more}))

    for name, values in FACTS.items():
        add(name, bool if isinstance(values[0], bool) else int)

    def formula(person: Any, period: Any, _parameters: Any) -> Any:
        told = {name: person(name, period) for name in FACTS}
        held = []
        for line in LINES:
            all_hold = np.ones(person.count, dtype=bool)
            for name, wanted in line.parts.items():
                all_hold &= told[name] < 30 if wanted == FEWER else told[name] == code(name, wanted)
            held.append(all_hold)
        return np.select(held, range(len(LINES)), -1)

    add("line", int, formula=formula)
    return system, lambda facts: {name: code(name, value) for name, value in facts.items()}


def openfisca() -> Answers:
    """A formula of OpenFisca, with a simulation for each case, as a web request has one."""
    from openfisca_core.simulations import SimulationBuilder  # noqa: PLC0415 - installed for this comparison alone

    system, coded = _tax_system()

    def decide(facts: Facts) -> Answer:
        told = {name: {"2025": value} for name, value in coded(facts).items()}
        household = {"one": {"members": ["kai"]}}
        built = SimulationBuilder().build_from_entities(system, {"persons": {"kai": told}, "households": household})
        return ANSWERS[int(built.calculate("line", "2025")[0])]

    return each(decide)


def openfisca_at_once() -> Answers:
    """The same formula over all cases at once, which is what OpenFisca is made for."""
    import numpy as np  # noqa: PLC0415 - installed for this comparison alone
    from openfisca_core.simulations import SimulationBuilder  # noqa: PLC0415

    system, coded = _tax_system()

    def decide(cases: Sequence[Facts]) -> list[Answer]:
        built = SimulationBuilder().build_default_simulation(system, count=len(cases))
        told = [coded(facts) for facts in cases]
        for name in FACTS:
            built.set_input(name, "2025", np.array([facts[name] for facts in told]))
        return [ANSWERS[line] for line in built.calculate("line", "2025")]

    return decide


def cimscore() -> Answers:
    """A program of cimscore, from the document of each case to its decision."""
    from beside import own  # noqa: PLC0415 - what the others start without

    return own.from_documents()


ENGINES: Final[dict[str, Callable[[], Answers]]] = {
    "plain Python": python,
    "zen": zen,
    "OpenFisca, all cases at once": openfisca_at_once,
    "business-rules": business_rules,
    "SpiffWorkflow": spiffworkflow,
    "clingo": clingo,
    "OpenFisca": openfisca,
    "cimscore": cimscore,
}
"""Every engine by its name."""
DISTRIBUTIONS: Final = {
    "zen": "zen-engine",
    "OpenFisca": "openfisca-core",
    "OpenFisca, all cases at once": "openfisca-core",
    "business-rules": "business-rules",
    "SpiffWorkflow": "SpiffWorkflow",
    "clingo": "clingo",
    "cimscore": "cimscore",
}
"""What is installed for each, as the registry names it."""
