"""The next edition of a source as files, drafted from the page that took its place: nothing in it is read yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import attrs

from cimscore.policy import Clause, ClauseText, Drift, DriftState, Locator, Modal, Passage
from cimscore.traceability.reviews.kept import quoted
from cimscore.traceability.sources.openings import modalities_in, numbers_in, subject_of
from cimscore.traceability.sources.stubs import comment, line, listed, stub, stub_id
from cimscore.traceability.sources.successor import Successor

_SAME: Final = (DriftState.IN_STEP, DriftState.MOVED)


@attrs.frozen(kw_only=True)
class DraftedEdition:
    """An edition that is drafted.

    Attributes:
        files: The text of each file of its folder, by name.
        stays: Ids of the clauses that say what they said, whether or not they stand elsewhere now.
        changed: Ids of the clauses that have to be read again.
        gone: Ids of the clauses that are taken out.
        new: Ids of the clauses that are new.
        unread: How many lines stand before the first heading, and are left out.
    """

    files: Mapping[str, str]
    stays: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    new: tuple[str, ...]
    unread: int


def drafted(
    found: Successor, clauses: Iterable[Clause], *, begins: dt.date | str, words: bool = False
) -> DraftedEdition:
    """Return the edition that a page would make, with what has to be read marked *to do*.

    Args:
        found: The page, lined up with the source.
        clauses: The clauses; those of other sources are left out.
        begins: The first day in force, or the month where no more is known.
        words: True to put the page's own words beside each passage to read, for a copy that stays at home.
    """
    return _Draft(found=found, clauses={clause.id: clause for clause in clauses}, begins=begins, words=words).edition()


@attrs.frozen(kw_only=True, slots=False)
class _Draft:
    found: Successor
    clauses: Mapping[str, Clause]
    begins: dt.date | str
    words: bool
    at: Mapping[Locator, Passage] = attrs.field(
        default=attrs.Factory(
            lambda self: {passage.anchor.locator: passage for passage in self.found.passages}, takes_self=True
        )
    )

    def edition(self) -> DraftedEdition:
        ids = [*dict.fromkeys(drift.clause for drift in self.found.drifts if self._stands(drift))]
        fates = {clause: self._in_its_order(clause) for clause in ids}
        gone = tuple(clause for clause, drifts in fates.items() if all(drift.where is None for drift in drifts))
        stays = tuple(clause for clause, drifts in fates.items() if all(drift.state in _SAME for drift in drifts))
        changed = tuple(clause for clause in ids if clause not in {*gone, *stays})
        new = self._new_places()
        texts = {
            "moved.toml": [self._moved(clause, fates[clause]) for clause in stays],
            "changed.toml": [self._changed(clause, fates[clause]) for clause in changed],
            "new.toml": [self._new(clause, place) for clause, place in new.items()],
            "passed-over.toml": list(self._passed_over()),
        }
        files = {name: f"{_HEADS[name]}\n{''.join(parts)}" for name, parts in texts.items() if any(parts)}
        return DraftedEdition(
            files={"edition.toml": self._edition(len(changed), len(new), gone), **files},
            stays=stays, changed=changed, gone=gone, new=tuple(new), unread=len(self._before_headings),
        )  # fmt: skip

    def _stands(self, drift: Drift) -> bool:
        """Return True if a clause that the next edition inherits rests on a passage, not one of an earlier edition."""
        return bool(drift.clause) and not self.clauses[drift.clause].gone

    def _in_its_order(self, clause: str) -> tuple[Drift, ...]:
        """Return what became of the passages of a clause in the order in which it keeps them."""
        order = {anchor.locator: number for number, anchor in enumerate(self.clauses[clause].anchors)}
        found = self.found.of(clause)
        return tuple(sorted(found, key=lambda drift: order[drift.was] if drift.was in order else len(order)))

    @property
    def _other(self) -> tuple[Drift, ...]:
        """Return the passages without content of their own, or about earlier editions only, with their states."""
        return tuple(
            drift for drift in self.found.drifts if not self._stands(drift) and drift.state is not DriftState.NEW
        )

    @property
    def _before_headings(self) -> list[Passage]:
        return [passage for passage in self.found.passages if not passage.heading]

    def _edition(self, changed: int, new: int, gone: tuple[str, ...]) -> str:
        headings = self.found.headings
        unread = [heading for heading in self.found.source.texts[-1].unread if heading in headings]
        unread += [""] if self._before_headings else []
        begins = (
            f"from = {self.begins}" if isinstance(self.begins, dt.date) else line("from-known-only-to", self.begins)
        )
        to_read = f"{changed} changed and {new} new clauses of it are still to be read"
        lines = [
            f"# Drafted from a page that took the place of: {self.found.source.title}.",
            "# Read every clause that is *to do*. When none is left, take out complete and gap, and say what changed.",
            *listed("gone", gone),
            "",
            "[edition]",
            line("title", f"Draft: {self._title}"),
            begins,
            "complete = false",
            line("gap", f"This edition is a draft: {to_read}"),
            "changes = []",
            *listed("headings", headings),
            *(listed("unread", unread) if unread or self.found.source.texts[-1].unread else ()),
        ]
        return "\n".join(lines) + "\n"

    @property
    def _title(self) -> str:
        """Return the page's title: that of the source if a line has it, as below a bar of links, or the first line."""
        known = self.found.source.title
        return known if known in self.found.headings else next(iter(self.found.headings), known)

    def _moved(self, id: str, drifts: tuple[Drift, ...]) -> str:
        """Return where a clause stands now that says the same; nothing where that is where it stood."""
        if all(drift.was == drift.where for drift in drifts):
            return ""
        return "\n".join(["[[changed]]", line("id", id), *self._places(drifts), "", ""])

    def _changed(self, id: str, drifts: tuple[Drift, ...]) -> str:
        text = self.clauses[id].present
        lines = [
            *comment(f"It said: {text.text}"),
            *comment(f"It stood under {text.locator}."),
            *self._said(drifts),
            *self._binds(text.modality, drifts),
            *self._numbers(text.text, drifts),
            "[[changed]]",
            line("id", id),
            *self._places(drifts),
            'disposition = "to do"',
            "# Once it is read: your own words where ours no longer hold, and what became of it.",
            "# text = ",
            *comment(_before(text)),
            "",
            "",
        ]
        return "\n".join(lines)

    def _new(self, id: str, place: Locator) -> str:
        passage = self.at[place]
        above = comment(f"The page says: {passage.text}") if self.words else []
        stood = [f"# {_stood(drift)}" for drift in self._other if drift.where == place]
        told = [line("subject", subject_of(passage.text)), _modality(modalities_in(passage.text))]
        return stub(id, passage, [*above, *stood], told)

    def _places(self, drifts: tuple[Drift, ...]) -> Iterator[str]:
        own, *others = dict.fromkeys(place for drift in drifts for place in (drift.where, *drift.also) if place)
        yield line("heading", own.heading)
        yield f"position = {own.position}"
        yield line("digest", self.at[own].digest)
        yield from (
            ["also = [", *(f"    {self._anchor(place)}," for place in others), "]"] if others else ["also = []"]
        )

    def _anchor(self, place: Locator) -> str:
        heading = quoted(place.heading)
        return f'{{heading = {heading}, position = {place.position}, digest = "{self.at[place].digest}"}}'

    def _said(self, drifts: tuple[Drift, ...]) -> Iterator[str]:
        places = dict.fromkeys(place for drift in drifts for place in (drift.where, *drift.also) if place)
        for place in places if self.words else ():
            yield from comment(f"The page says: {self.at[place].text}")

    def _binds(self, before: Modal | None, drifts: tuple[Drift, ...]) -> Iterator[str]:
        """Yield the modality that a clause has now, where that is another."""
        places = dict.fromkeys(drift.where for drift in drifts if drift.where)
        now = dict.fromkeys(modal for place in places for modal in modalities_in(self.at[place].text))
        if now and before not in now:
            was = f"was {quoted(before)}" if before else "was none"
            yield f"# Its modality {was}. The page has: {', '.join(map(quoted, now))}."
            if before:
                yield "# A duty has one word: for the new one write a [[clause]] of a new id, list this under gone"
                yield "# and write each row for the new id, too. If no duty rests on it, write the modality here."

    def _numbers(self, before: str, drifts: tuple[Drift, ...]) -> Iterator[str]:
        """Yield the numbers that a clause has and that its page has, where they differ: a time is often one of them."""
        places = dict.fromkeys(place for drift in drifts for place in (drift.where, *drift.also) if place)
        now = numbers_in(" ".join(self.at[place].text for place in places))
        was = numbers_in(before)
        if was != now:
            had, has = (", ".join(map(str, numbers)) or "none" for numbers in (was, now))
            yield f"# Its numbers: {had}. The page has: {has}."

    def _new_places(self) -> dict[str, Locator]:
        """Return the passages that no clause carries, by the id of a clause to be: not those that stay passed over."""
        carried = {place for drift in self.found.drifts if self._stands(drift) for place in (drift.where, *drift.also)}
        over = {drift.where for drift in self._other if drift.state in _SAME}
        found: dict[str, Locator] = {}
        for passage in self.found.passages:
            place = passage.anchor.locator
            if passage.heading and place not in carried | over:
                found[stub_id(self.found.source.id, place, "new", {*found, *self.clauses})] = place
        return found

    def _passed_over(self) -> Iterator[str]:
        """Yield what says nothing of its own, heading by heading; a heading that is no longer there has nothing."""
        now: dict[str, dict[Locator, None]] = {
            anchor.locator.heading: {} for anchor in self.found.source.texts[-1].passed_over
        }
        carried = {place for drift in self.found.drifts if self._stands(drift) for place in (drift.where, *drift.also)}
        for drift in self._other:
            if drift.state in _SAME and drift.where and drift.where.heading and drift.where not in carried:
                now.setdefault(drift.where.heading, {})[drift.where] = None
        for heading, places in now.items():
            lines = [
                f'    {{position = {place.position}, digest = "{self.at[place].digest}"}},' for place in sorted(places)
            ]
            because = "as in the edition before" if places else "nothing of it is here any more"
            head = ["[[passed-over]]", line("heading", heading), line("because", because), "passages = ["]
            yield "\n".join([*head, *lines, "]", "", ""])


_HEADS: Final = {
    "moved.toml": "# Clauses that say what they said, and where they stand now. Nothing here has to be read again.\n",
    "changed.toml": "# Clauses whose passage is in other words: read each again, with what it said beside it.\n",
    "new.toml": "# Passages that no clause carries yet. Several may become one clause, and some may say nothing.\n",
    "passed-over.toml": "# Passages that say nothing of their own, as before.\n",
}


def _stood(drift: Drift) -> str:
    clause = drift.clause or "It said nothing of its own"
    return f"Stands where {drift.was} stood. {clause}{' told of an earlier edition' if drift.clause else ''}."


def _modality(found: tuple[Modal, ...]) -> str:
    """Return the line of a modality; a comment where a passage has several, or none."""
    if len(found) == 1:
        return line("modality", found[0].value)
    has = f"the passage has {' and '.join(map(quoted, found))}" if found else "the passage has none that is known"
    return f"# modality = to do: {has}"


def _before(text: ClauseText) -> str:
    """Return what became of a clause, as its file has it."""
    stated = {"disposition": text.disposition.value, "reason": text.reason, "missing": text.missing}
    return "\n".join(line(key, value) for key, value in (stated | {"question": text.question}).items() if value)
