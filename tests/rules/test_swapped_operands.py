"""The order in which an author joins conditions changes nothing: every operand of the programs, the other way round."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any, Final

FOUND: Final = """
import ast, importlib.machinery, json, sys

class Swapped(ast.NodeTransformer):
    count = 0

    def visit_BinOp(self, node):
        self.generic_visit(node)
        if isinstance(node.op, (ast.BitAnd, ast.BitOr)) and not isinstance(node.left, ast.Dict):
            node.left, node.right = node.right, node.left
            Swapped.count += 1
        return node

class Loader(importlib.machinery.SourceFileLoader):
    def source_to_code(self, data, path, **more):
        tree = ast.parse(data)
        if sys.argv[1] == "swapped":
            tree = ast.fix_missing_locations(Swapped().visit(tree))
        return compile(tree, path, "exec")

    def get_code(self, fullname):  # a compiled file of before would be taken as it is
        path = self.get_filename(fullname)
        return self.source_to_code(self.get_data(path), path)

class Finder:
    @staticmethod
    def find_spec(name, path=None, target=None):
        if not name.startswith("cimscore_"):
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path)
        if spec and spec.origin and spec.origin.endswith(".py"):
            spec.loader = Loader(name, spec.origin)
        return spec

sys.meta_path.insert(0, Finder)
import cimscore
from cimscore.testing import omissions
from cimscore.assessment import assessment_document
from cimscore.wire import load_examples
rulebook = cimscore.load_rulebook()
rules = {address: rule.digest for address, rule in rulebook.rules.items()}
told = {}
for example in load_examples(rulebook)[::24]:
    for omission in [*omissions(example.case, rulebook)][::12]:
        found = cimscore.assess(omission.case, rulebook, at=example.at, readings=example.readings)
        told[f"{example.id} without {omission.fact}"] = assessment_document(found.case, found.decisions, found.failures)
print(json.dumps([Swapped.count, rules, told]))
"""


def found(how: str) -> Any:
    """Return how many operands were swapped, each digest, and what is told of cases with a fact left out."""
    return json.loads(subprocess.run([sys.executable, "-c", FOUND, how], capture_output=True, check=True).stdout)


def test_swapped_operands_give_the_same_digests_and_the_same_decisions() -> None:
    none, rules, told = found("as written")
    count, swapped_rules, swapped_told = found("swapped")

    assert none == 0 and count > 1000 and len(told) > 10
    assert swapped_rules == rules
    assert swapped_told == told
