"""The tree that a parser hands over: as written, with equal keys, and each part with its line."""

from __future__ import annotations

from typing import Final

import attrs

from cimscore.limits import DEEPEST_NESTING


class Pairs(list["tuple[Node, Node]"]):
    """Mapping as written, including duplicate keys."""


@attrs.frozen
class Refused:
    """Something that YAML allows and a case document does not."""

    what: str
    hint: str


@attrs.frozen(eq=False)
class Node:
    """A part of a document.

    Attributes:
        value: `Pairs`, a list of nodes, a scalar, or `Refused`.
        line: The line on which it begins, from 0.
        index: The number of characters before it.
    """

    value: object
    line: int
    index: int


@attrs.frozen(kw_only=True)
class Broken:
    """Early end of reading, before the end of the text.

    Attributes:
        found: What could not be read, in words that quote nothing but single characters; may be empty.
        expected: What belongs there.
        hint: Next step.
        line: Line, from 0.
        looked_at: Number of characters that the parser had seen.
        key: Key of the document whose value was being read, if any.
    """

    found: str
    expected: str
    hint: str
    line: int
    looked_at: int
    key: Node | None = None


@attrs.frozen(kw_only=True)
class Parsed:
    """A document as far as it could be parsed.

    Attributes:
        root: The whole document; of one that is broken, its complete sections; None where there is nothing.
        broken: Where and why reading ended too early, if it did.
    """

    root: Node | None
    broken: Broken | None = None


DEEPER: Final = Refused(f"more than {DEEPEST_NESTING} levels of nesting", "A case document needs few.")


class Tree:
    """Builds the tree while a parser goes through a text, and drops what lies too deep."""

    def __init__(self) -> None:
        self.roots: list[Node] = []
        self._open: list[_Open] = []

    def open(self, node: Node, *, mapping: bool, refused: Refused | None = None) -> None:
        """Begin a mapping or a list."""
        too_deep = DEEPER if len(self._open) >= DEEPEST_NESTING else None
        self._open.append(_Open(node, mapping, refused or too_deep))

    def close(self) -> None:
        """End the mapping or list that was begun last."""
        self.leaf(self._open.pop().node())

    def leaf(self, node: Node) -> None:
        """Add a part that is complete."""
        if not self._open:
            self.roots.append(node)
        elif not self._open[-1].refused:
            self._open[-1].parts.append(node)

    @property
    def in_mapping(self) -> bool:
        """Return True if the innermost open part is a mapping, False if it is a list."""
        return self._open[-1].mapping

    @property
    def depth(self) -> int:
        """Return the number of open mappings and lists."""
        return len(self._open)

    @property
    def is_closed(self) -> bool:
        """Return True if nothing is open."""
        return not self._open

    def so_far(self) -> tuple[Node | None, Node | None]:
        """Return the complete sections of a document that is still open, and the key whose value is being read."""
        if self.roots or not self._open:
            return (self.roots[0] if self.roots else None), None
        document = self._open[0]
        pending = document.parts[-1] if document.mapping and len(document.parts) % 2 else None
        return document.node(), pending


class _Open:
    """A mapping or list that is still being read."""

    def __init__(self, start: Node, mapping: bool, refused: Refused | None) -> None:
        self.start = start
        self.mapping = mapping
        self.refused = refused
        self.parts: list[Node] = []

    def node(self) -> Node:
        value: object = self.parts
        if self.mapping:
            value = Pairs(zip(self.parts[::2], self.parts[1::2], strict=False))
        return attrs.evolve(self.start, value=self.refused or value)
