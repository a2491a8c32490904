"""The household graph: one networkx graph of a case's people, homes, concerns and files, with a grade on each edge."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from cimscore.case import Case
from cimscore.grades import CERTAIN
from cimscore.household_graph.addresses import entry_and_address
from cimscore.household_graph.days import days_of_receipt
from cimscore.household_graph.facts import Facts
from cimscore.household_graph.ties import Entered, NodeKind, Tie, ties_of
from cimscore.ids import split_record_address

if TYPE_CHECKING:
    import networkx as nx


def to_networkx(case: Case, zone: ZoneInfo | None = None) -> nx.MultiDiGraph[str]:
    """Return the household graph of a case, which cannot be changed.

    A node has the attributes ``kind`` and ``entry``. An edge has ``link``, the kind of tie, which is also its key;
    ``grade``: 3 if certain, 2 by working values, 1 by other values; ``entry``, the entry that states it, or None; and
    ``address``, the address of the fact that it depends on.

    Args:
        case: The case.
        zone: Time zone of the day of receipt, on which homes are looked up. As written, if left out.
    """
    import networkx as nx  # noqa: PLC0415 - takes a tenth of a second, so only when a graph is wanted

    ties = ties_of(Entered(case, days_of_receipt(case, zone)))
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for id, kind, entry in _nodes(case):
        graph.add_node(id, kind=kind, entry=entry)
    for tie, grade, addresses in _graded(ties):
        if tie.start in graph and tie.end in graph:
            entry, address = entry_and_address(tie, case)
            hangs_on = address if grade == CERTAIN else ", ".join(addresses)
            graph.add_edge(
                tie.start, tie.end, key=tie.kind.value, link=tie.kind, grade=grade, entry=entry, address=hangs_on
            )
    nx.freeze(graph)
    return graph


def at_least(graph: nx.MultiDiGraph[str], grade: int) -> nx.MultiDiGraph[str]:
    """Return the view of a household graph with the edges of a grade or better.

    Args:
        graph: The household graph.
        grade: 3 for what is certain, 2 for the working world, 1 for everything possible.
    """
    import networkx as nx  # noqa: PLC0415

    def is_shown(start: str, end: str, key: Any) -> bool:
        shown: bool = graph.edges[start, end, key]["grade"] >= grade
        return shown

    view: nx.MultiDiGraph[str] = nx.subgraph_view(graph, filter_edge=is_shown)
    return view


def _nodes(case: Case) -> Iterator[tuple[str, NodeKind, Any]]:
    for person in sorted(case.people, key=lambda person: person.id):
        kind = NodeKind.UNBORN if person.is_awaited else NodeKind.PERSON
        yield person.id, kind if person.is_of_family else NodeKind.ACTING, person
    for home in sorted(case.households, key=lambda home: home.id):
        yield home.id, NodeKind.HOUSEHOLD, home
    for place in sorted(case.places, key=lambda place: place.id):
        yield place.id, NodeKind.PLACE, place
    for concern in sorted(case.concerns, key=lambda concern: concern.id):
        yield concern.id, NodeKind.CONCERN, concern
    for record in sorted(case.records, key=lambda record: record.id):
        if split_record_address(record.id) is None:
            yield record.id, NodeKind.FILE, record


def _graded(ties: Facts[Tie]) -> Iterator[tuple[Tie, int, tuple[str, ...]]]:
    # A set of ties has no order. Sorted, the graph is the same for any order of the entries.
    for tie in sorted({**ties.stated, **ties.needs}):
        yield tie, ties.grade(tie, {}), ties.addresses(tie)
