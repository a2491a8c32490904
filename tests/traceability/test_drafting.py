"""The next edition is drafted from the page that took a source's place: it loads, and claims nothing unread."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import attrs
import boats
import pytest
from boats import Line

from cimscore.policy import Disposition, DriftState, Modal, passages_of
from cimscore.policy.drift import compare
from cimscore.policy.policy import Policy
from cimscore.traceability.lining_up import fingerprints_of
from cimscore.traceability.sources import DraftedEdition, drafted, laid_out, line_up
from cimscore.traceability.sources.openings import modalities_in, numbers_in, subject_of

NEXT = "2026-01-01"


def drafted_from(
    tmp_path: Path, lines: list[Line], *, words: bool = False, modality: str = "", opened: int = 0
) -> tuple[DraftedEdition, Policy]:
    """Return the edition drafted from a page, and the policy once its folder is there.

    The passage above that of the clause `opened` opens it, if one is named.
    """
    page = laid_out(boats.write_page(tmp_path / "page.html", lines))
    folder = boats.write_policy(tmp_path / "policy")
    if modality:
        file = folder / "boats" / "first" / "all.toml"
        file.write_text(file.read_text().replace("[[clause]]\n", f'[[clause]]\nmodality = "{modality}"\n'))
    if opened:
        file, before = folder / "boats" / "first" / "all.toml", boats.PASSAGES[opened - 1]
        place = f'heading = "{before.heading}", position = {before.position}, digest = "{before.digest}"'
        also = f"also = [{{{place}}}]\n"
        file.write_text(file.read_text().replace(f'c{opened}"\n', f'c{opened}"\n{also}'))
    policy, source = boats.policy(folder)
    found = line_up(source, policy.clauses, page, fingerprints=fingerprints_of(boats.PASSAGES))
    edition = drafted(found, policy.clauses, begins=dt.date.fromisoformat(NEXT), words=words)
    (folder / "boats" / NEXT).mkdir()
    for name, text in edition.files.items():
        (folder / "boats" / NEXT / name).write_text(text, encoding="utf-8")
    return edition, boats.policy(folder)[0]


def test_the_drafted_edition_loads_and_what_is_not_read_in_it_is_to_do(tmp_path: Path) -> None:
    edition, policy = drafted_from(tmp_path, boats.rewritten())
    to_do = {it.id for it in policy.clauses if it.disposition is Disposition.TO_DO}
    assert to_do == {*edition.changed, *edition.new}
    assert edition.gone == ("boats/all/c17",) and not policy.stands("boats/all/c17", NEXT)
    assert policy.clause("boats/all/c17").editions == ("first",)
    state = policy.edition("boats", NEXT)
    assert (state.complete, state.from_) == (False, dt.date(2026, 1, 1))
    assert f"{len(edition.changed)} changed and {len(edition.new)} new" in policy.goes_on_by("boats", NEXT)[1]


def test_the_page_is_in_step_with_the_edition_drafted_from_it(tmp_path: Path) -> None:
    _, policy = drafted_from(tmp_path, boats.rewritten())
    source = policy.source("boats")
    copy = passages_of(laid_out(tmp_path / "page.html").text, source.headings)
    states = {it.state for it in compare(policy.clauses, [source], {"boats": copy})}
    assert states == {DriftState.IN_STEP}


def test_what_says_the_same_stays_with_what_became_of_it_and_only_its_place_is_written(tmp_path: Path) -> None:
    lines = [
        Line(f"Part: {it.text}", None) if it.says is None else it
        for it in boats.old_lines()
    ]  # fmt: skip
    edition, policy = drafted_from(tmp_path, lines)
    assert (edition.changed, edition.new, edition.gone) == ((), (), ())
    assert {it.disposition for it in policy.clauses} == {Disposition.ENCODED}
    assert {it.locator.heading.partition(":")[0] for it in policy.clauses} == {"Part"}
    assert {it.in_edition("first").locator.heading for it in policy.clauses} <= set(boats.HEADINGS)


def test_what_says_the_same_keeps_its_wording_though_a_passage_above_opens_it(tmp_path: Path) -> None:
    number = next(
        number
        for number, passage in enumerate(boats.PASSAGES)
        if number - 1 > boats.OPENS_A_LIST and passage.heading == boats.PASSAGES[number - 1].heading
    )
    lines = [attrs.evolve(line, text=f"Part: {line.text}") if line.says is None else line for line in boats.old_lines()]
    edition, policy = drafted_from(tmp_path, lines, opened=number)
    clause = policy.clause(f"boats/all/c{number}")
    assert clause.id in edition.stays
    assert clause.saying_as_in(NEXT) == ("first", NEXT)
    assert clause.locator.position == boats.PASSAGES[number].position


def test_other_numbers_are_told_beside_the_clause_that_had_them(tmp_path: Path) -> None:
    lines = [attrs.evolve(it, text=it.text.replace("two months", "6 months")) for it in boats.old_lines()]
    edition, _ = drafted_from(tmp_path, lines)
    (stub,) = edition.files["changed.toml"].split("[[changed]]")[:-1]
    assert "# Its numbers: 2. The page has: 6." in stub
    assert numbers_in("One of three boats, within 24 hours") == (3, 24)
    assert numbers_in("One of the boats, within one hour") == numbers_in("by a business day later") == (1,)
    assert numbers_in("One of the days, or one that comes before a holiday") == ()
    assert numbers_in("With a 5-day response, or an 8-hour one, within three business days") == (3, 5, 8)


def test_another_word_is_told_beside_the_clause_that_had_one_and_what_becomes_of_its_duty(tmp_path: Path) -> None:
    lines = [
        attrs.evolve(line, text=line.text.replace("two months", "6 months, which must be kept"))
        for line in boats.old_lines()
    ]
    edition, _ = drafted_from(tmp_path, lines, modality="may")
    (stub,) = edition.files["changed.toml"].split("[[changed]]")[:-1]
    assert '# Its modality was "may". The page has: "must".\n# A duty has one word:' in stub
    assert "write each row for the new id, too. If no duty rests on it, write the modality here." in stub


def test_a_stub_has_the_old_clause_beside_it_and_the_pages_words_only_where_asked_for(tmp_path: Path) -> None:
    edition, policy = drafted_from(tmp_path, boats.rewritten())
    stub = edition.files["changed.toml"]
    assert f"# It said: {policy.clause('boats/all/c5').earlier[0].text}" in stub
    assert '# disposition = "encoded"' in stub
    assert not any(
        it.text in text for it in boats.rewritten() if it.says is not None for text in edition.files.values()
    )
    shutil.rmtree(tmp_path / "policy")
    edition, _ = drafted_from(tmp_path, boats.rewritten(), words=True)
    assert "# The page says: looks at the wind forecast" in edition.files["changed.toml"]
    assert "# The page says: Towing a raft" in edition.files["new.toml"]


@pytest.mark.parametrize("kind", ["gone", "still there"])
def test_a_line_that_says_nothing_of_its_own_stays_passed_over_for_as_long_as_it_says_the_same(
    tmp_path: Path, kind: str
) -> None:
    opens = boats.PASSAGES[boats.OPENS_A_LIST]
    lines = [it for it in boats.old_lines() if it.text != opens.text or kind != "gone"]
    edition, policy = drafted_from(tmp_path, lines)
    assert [it.digest for it in policy.source("boats").passed_over] == ([] if kind == "gone" else [opens.digest])
    assert edition.new == ()


@pytest.mark.parametrize(
    ("passage", "subject", "modalities"),
    [
        ("The keeper must light the lamp at dusk.", "the keeper", ["must"]),
        ("The keeper must not sleep.", "the keeper", ["must not"]),
        ("The keeper must not sleep but must eat.", "the keeper", ["must", "must not"]),
        ("Oil is to be kept dry.", "oil", ["is to"]),
        ("Harbour Watch will be told.", "Harbour Watch", ["will"]),
        ("A boat's owner may ask; the keeper should answer.", "a boat's owner", ["may", "should"]),
        ("If it rains, the keeper must wait.", "to do", ["must"]),
        ("It must burn.", "to do", ["must"]),
        ("Make every effort to find them.", "to do", ["every effort"]),
        ("Whoever of the keepers of the northern lamps is awake must look.", "to do", ["must"]),
        ("Matches are kept dry.", "to do", []),
    ],
)
def test_who_acts_and_how_strongly_it_binds_is_taken_from_a_passage_only_where_that_is_clear(
    passage: str, subject: str, modalities: list[str]
) -> None:
    assert subject_of(passage) == subject
    assert sorted(modalities_in(passage)) == [Modal(word) for word in modalities]


def test_a_new_stub_has_a_title_from_its_heading_and_marks_for_what_nobody_can_tell(tmp_path: Path) -> None:
    edition, policy = drafted_from(tmp_path, boats.rewritten())
    stubs = [policy.clause(id) for id in edition.new]
    assert stubs and all(stub.title == str(stub.locator) and stub.subject for stub in stubs)
    told = edition.files["new.toml"]
    assert told.count("modality = ") == len(stubs)
    assert told.count("# modality = to do: ") == sum(stub.modality is None for stub in stubs)
    assert [*edition.changed, *edition.new] == sorted(
        (clause.id for clause in policy.clauses if clause.disposition is Disposition.TO_DO),
        key=[*edition.changed, *edition.new].index,
    )


def test_a_draft_has_the_title_of_its_source_though_a_bar_of_links_stands_above_it(tmp_path: Path) -> None:
    lines = [Line("Skip to main content", None), Line(boats.TITLE, None), *boats.old_lines()]
    policy, source = boats.policy(boats.write_policy(tmp_path / "policy"))
    found = line_up(
        source, policy.clauses, laid_out(boats.write_page(tmp_path / "page.txt", lines)), before=boats.PASSAGES
    )
    named = {line for line in found.headings if line == boats.TITLE}
    edition = drafted(found, policy.clauses, begins=dt.date.fromisoformat(NEXT))
    assert named and found.headings[0] == "Skip to main content"
    assert f'title = "Draft: {boats.TITLE}"' in edition.files["edition.toml"]
