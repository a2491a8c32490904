"""The order in which an author joins conditions changes nothing: every operand of the programs, the other way round."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

from told_of_examples import told_of_examples

SWAPPED: Final = """
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
        return compile(ast.fix_missing_locations(Swapped().visit(ast.parse(data))), path, "exec")

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
from told_of_examples import told_of_examples
told = told_of_examples()
print(json.dumps([Swapped.count, *told]))
"""


def swapped() -> Any:
    """Return how many operands a process has swapped, each digest there, and what it tells of the examples."""
    ran = subprocess.run([sys.executable, "-c", SWAPPED], capture_output=True, check=True, cwd=Path(__file__).parent)
    return json.loads(ran.stdout)


def test_swapped_operands_give_the_same_digests_and_the_same_decisions() -> None:
    count, swapped_rules, swapped_told = swapped()
    rules, told = told_of_examples()

    assert count > 1000 and len(told) > 10
    assert swapped_rules == rules
    assert swapped_told == told
