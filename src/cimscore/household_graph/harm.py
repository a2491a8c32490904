"""Candidates for households of harm, with reasons. A program's rules decide which of them are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

import attrs

from cimscore.household_graph.answers import Answer, all_of, any_of, gathered
from cimscore.household_graph.concerns import Concerns
from cimscore.household_graph.grounds import GroundKind


@attrs.frozen(order=True)
class HarmGround:
    """Reason why a household may be a household of harm.

    Attributes:
        kind: Kind of ground.
        concern: Id of the concern.
        person: Id of the person through whom it concerns this household; empty for the place itself.
    """

    kind: GroundKind
    concern: str
    person: str = ""

    @property
    def sentence(self) -> str:
        """Return the ground in words, for example *c1: somebody it is about lives here (ari)*."""
        return f"{self.concern}: {self.kind.meaning}{f' ({self.person})' if self.person else ''}"


@attrs.frozen(order=True)
class HarmCandidate:
    """A household that comes into question, with every ground."""

    household: str
    grounds: tuple[HarmGround, ...]


class HarmGrounds(Concerns):
    """Candidates for households of harm. Several grounds may hold at once; none of them excludes another."""

    def harm_candidates(self, on: dt.date | None) -> Answer[tuple[HarmCandidate, ...]]:
        """Return every candidate household, with its grounds. It is known if every ground is known."""
        by_household = {home: self.harm_grounds(home, on) for home in self.households}
        found = tuple(HarmCandidate(home, grounds.value) for home, grounds in by_household.items() if grounds.value)
        return gathered(found, by_household.values())

    def is_harm_candidate(self, household: str, on: dt.date | None) -> Answer[bool]:
        """Return yes if a household is a candidate: as soon as one ground applies."""
        return any_of(answer for _, answer in self._grounds(household, on))

    def harm_grounds(self, household: str, on: dt.date | None) -> Answer[tuple[HarmGround, ...]]:
        """Return every ground for a household, sorted."""
        answers = list(self._grounds(household, on))
        return gathered(
            tuple(sorted(ground for ground, holds in answers if holds.value)), [holds for _, holds in answers]
        )

    def holds_harm_ground(self, ground: HarmGround, household: str, on: dt.date | None) -> Answer[bool]:
        """Return yes if a ground applies to a household."""
        if ground.kind is GroundKind.HAPPENED_HERE:
            return self.is_placed_in(ground.concern, household)
        test: Callable[[], Answer[bool]] = {
            GroundKind.HOME_OF_AFFECTED: lambda: self.lives_in(ground.person, household, on),
            GroundKind.HOME_OF_AFFECTED_VISITOR: lambda: self._visitors_home(ground, household, on),
            GroundKind.PARENTS_HOME_OF_SELF_PLACED: lambda: self._parents_home(ground, household, on),
        }[ground.kind]
        # Asked first: of a person whom the concern does not name, no home has to be found out.
        about = self.is_about(ground.concern, ground.person)
        return about if about.known and not about.value else all_of([about, test()])

    def _grounds(self, household: str, on: dt.date | None) -> Iterator[tuple[HarmGround, Answer[bool]]]:
        by_person = [kind for kind in GroundKind if kind is not GroundKind.HAPPENED_HERE]
        for concern in self.concerns:
            grounds = [HarmGround(GroundKind.HAPPENED_HERE, concern)]
            grounds += [HarmGround(kind, concern, person) for kind in by_person for person in self.people]
            for ground in grounds:
                yield ground, self.holds_harm_ground(ground, household, on)

    def _visitors_home(self, ground: HarmGround, household: str, on: dt.date | None) -> Answer[bool]:
        visiting = self._at_the_place(ground, lambda place: self.visits(ground.person, place, on))
        return all_of([self.lives_in(ground.person, household, on), visiting])

    def _parents_home(self, ground: HarmGround, household: str, on: dt.date | None) -> Answer[bool]:
        chosen = self._at_the_place(ground, lambda place: self.stays_by_choice(ground.person, place, on))
        return chosen if chosen.known and not chosen.value else all_of(
            [chosen, self.has_parent_in(ground.person, household, on)])  # fmt: skip

    def _at_the_place(self, ground: HarmGround, test: Callable[[str], Answer[bool]]) -> Answer[bool]:
        """Return the answer to `test` for the household where it happened, if every possible one gives the same."""
        return any_of(all_of([test(home), self.is_placed_in(ground.concern, home)]) for home in self.households)
