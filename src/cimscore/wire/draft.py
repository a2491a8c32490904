"""A document as far as it could be read, each entry with its path: what the cross checks work on."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from cimscore.case import (
    Case,
    ConcernEntry,
    Dates,
    DecisionEntry,
    DoneEntry,
    FactEntry,
    HouseholdEntry,
    LocalDaysEntry,
    Material,
    Names,
    OnFileEntry,
    PersonEntry,
    PlaceEntry,
    Protected,
    RecordEntry,
    RelationshipEntry,
    ResidenceEntry,
)
from cimscore.ids import Hints
from cimscore.wire.incident import SECTION, Incident
from cimscore.wire.several import SECTIONS, decisions_about_each, facts_about_each
from cimscore.wire.vocabulary import Vocabulary


@attrs.frozen(kw_only=True)
class Draft:
    """Case document: the people, households and concerns of one case, and the decisions about them.

    Attributes:
        cimscore: Number of the format.
        id: Id of the case.
        programs: Programs to assess the case under.
        dates: Moments of the case as a whole.
        people: People of the case, born and unborn.
        households: Households of the case.
        places: Places that are not households: a school, a park, a service site.
        residences: Stays of people in households. A person without a residence has unknown homes.
        relationships: Parents, carers, partners and siblings.
        concerns: Allegations: what happened, to whom, and where.
        incident: One incident with its facts, decisions and moves, instead of a concern.
        records: Records on file, and their progress.
        on_file: Whether there are other records of a kind on file: none, or not known.
        done: Acts that have been done, with who did them and when.
        decisions: Decisions of people.
        facts: Answers to the programs' other questions, by program, by question and by the thing each is about.
        local_days: Holidays of single places, if the programs' calendars may not have them.
        notifier: Identity of the notifier. It is protected: nothing is computed from it, and nothing reveals it.
    """

    cimscore: int = 1
    id: str = ""
    programs: tuple[str, ...] = ()
    dates: Dates = attrs.field(factory=Dates)
    people: Mapping[str, PersonEntry] = attrs.field(factory=dict)
    households: Mapping[str, HouseholdEntry] = attrs.field(factory=dict)
    places: Mapping[str, PlaceEntry] = attrs.field(factory=dict)
    residences: Mapping[str, ResidenceEntry] = attrs.field(factory=dict)
    relationships: Mapping[str, RelationshipEntry] = attrs.field(factory=dict)
    concerns: Mapping[str, ConcernEntry] = attrs.field(factory=dict)
    incident: Incident | None = None
    records: Mapping[str, RecordEntry] = attrs.field(factory=dict)
    on_file: Mapping[str, OnFileEntry] = attrs.field(factory=dict)
    done: Mapping[str, DoneEntry] = attrs.field(factory=dict)
    decisions: Mapping[str, DecisionEntry] = attrs.field(factory=dict)
    facts: Mapping[str, FactEntry] = attrs.field(factory=dict)
    local_days: Mapping[str, LocalDaysEntry] = attrs.field(factory=dict)
    notifier: Protected = attrs.field(default=Protected(None))

    def with_its_incident(self, vocabulary: Vocabulary) -> Draft:
        """Return the same draft, with the parts under ``incident`` in the sections where they belong."""
        told = self.incident
        if told is None:
            return self
        return attrs.evolve(
            self,
            incident=None,
            concerns={**self.concerns, SECTION: told.concern},
            records={**self.records, **told.records_of_it()},
            decisions={**self.decisions, **told.decisions_of_it(vocabulary.forms)},
            facts={**self.facts, **told.facts_of_it(vocabulary.forms)},
        )

    def about_each(self, vocabulary: Vocabulary) -> Draft:
        """Return the same draft, with each answer repeated for each of the things that it is about."""
        sections = {sort: getattr(self, section) for sort, section in SECTIONS.items()}
        ids = {sort: [entry.id for entry in entries.values()] for sort, entries in sections.items()}
        return attrs.evolve(
            self,
            decisions=decisions_about_each(self.decisions, vocabulary.forms, ids),
            facts=facts_about_each(self.facts, vocabulary.forms, ids),
        )

    def material(self, names: Names, vocabulary: Vocabulary, hints: Hints) -> Material:
        """Return the entries for the cross checks."""
        return Material(
            received=self.dates.received,
            people=self.people,
            households=self.households,
            residences=self.residences,
            relationships=self.relationships,
            concerns=self.concerns,
            records=self.records,
            on_file=self.on_file,
            done=self.done,
            decisions=self.decisions,
            facts=self.facts,
            local_days=self.local_days,
            names=names,
            forms=vocabulary.forms,
            declared=vocabulary.declared,
            hints=hints,
        )

    def case(self, notifier: Protected) -> Case:
        """Return the case, once the document has no problems."""
        return Case(
            id=self.id,
            programs=self.programs,
            dates=self.dates,
            people=tuple(self.people.values()),
            households=tuple(self.households.values()),
            places=tuple(self.places.values()),
            residences=tuple(self.residences.values()),
            relationships=tuple(self.relationships.values()),
            concerns=tuple(self.concerns.values()),
            records=tuple(self.records.values()),
            on_file=tuple(self.on_file.values()),
            done=tuple(self.done.values()),
            decisions=tuple(self.decisions.values()),
            facts=tuple(self.facts.values()),
            local_days=tuple(self.local_days.values()),
            notifier=notifier,
        )
