"""What a plugin must not do is refused when the rulebook is built: loudly, by name, all at once."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any, cast

import attrs
import pytest
from small_plugin import CLAUSE, home, homes

import cimscore
from cimscore.plugins import hookimpl
from cimscore.policy import Disposition, Policy, PolicyEdition, load_policy
from cimscore.rules import Conclusion, Defined, Question, Rows, Topic
from cimscore.rules.vocabulary import area_known, is_home
from cimscore.testing import InlinePlugin, inline_clause, inline_source


def refusal(*plugins: object) -> str:
    with pytest.raises(cimscore.RulebookError) as caught:
        cimscore.load_rulebook(plugins)
    return str(caught.value)


def test_a_sound_plugin_is_accepted() -> None:
    rulebook = cimscore.load_rulebook([InlinePlugin(tables=(homes(),))])
    assert list(rulebook.rules) == ["invented/seen/every-home"]


def test_an_unknown_clause_is_refused_with_the_nearest_known_one() -> None:
    said = refusal(InlinePlugin(tables=(homes(cites=("doc/heading/clauze",)),)))
    assert "invented" in said and "seen/every-home" in said
    assert "Did you mean 'doc/heading/clause'?" in said


def test_a_table_that_reads_a_later_topic_is_refused() -> None:
    later = homes("copied", topic=Topic.RECORDS)
    early = Conclusion("seen", (home,), "{home} [is] seen", topic=Topic.HOUSEHOLDS)
    early.row("after-all", home, when=later(home), cites=[CLAUSE])

    assert "it reads copied, of the later topic records" in refusal(InlinePlugin(tables=(early, later)))


def test_tables_that_need_one_another_are_refused() -> None:
    one, other = homes("one"), homes("other")
    one.row("by-the-other", home, when=other(home), cites=[CLAUSE])
    other.row("by-the-one", home, when=one(home), cites=[CLAUSE])

    assert "a circle of conclusions" in refusal(InlinePlugin(tables=(one, other)))


def test_two_tables_of_one_id_are_refused() -> None:
    assert "a sentence or id of its own for each" in refusal(InlinePlugin(tables=(homes(), homes())))


def test_a_thing_that_nothing_lists_is_refused() -> None:
    table = Conclusion("seen", (home,), "{home} [is] seen", topic=Topic.HOUSEHOLDS)
    table.row("nowhere", home, when=~area_known(home), cites=[CLAUSE])

    assert "home is listed by nothing positive" in refusal(InlinePlugin(tables=(table,)))


def test_a_definition_without_a_name_is_refused() -> None:
    table = Conclusion("seen", (home,), "{home} [is] seen", topic=Topic.HOUSEHOLDS)
    table.row("named-nowhere", home, when=Defined((home,), "{home} [is] there", is_home(home))(home), cites=[CLAUSE])

    assert "the definition '{home} [is] there' without a name" in refusal(InlinePlugin(tables=(table,)))


def test_a_clause_left_to_a_person_needs_a_declared_question() -> None:
    left = inline_clause("doc/heading/judge", disposition=Disposition.LEFT_TO_A_PERSON, question="invented/judge")
    asked = Question(id="judge", things=(), text="What do you think?", answers=bool)

    assert "a declared question for a person" in refusal(InlinePlugin(clauses=(left,)))
    assert list(cimscore.load_rulebook([InlinePlugin(clauses=(left,), asked=(asked,))]).questions) == ["invented/judge"]


def test_a_clause_of_no_edition_is_refused_with_the_nearest_known_one() -> None:
    sources = (attrs.evolve(inline_source(), editions=(PolicyEdition(id="2024", title="The only edition"),)),)
    said = refusal(InlinePlugin(sources=sources, clauses=(inline_clause(editions=("2025",)),)))
    assert "edition '2025'; expected an edition of doc" in said


@pytest.mark.parametrize(
    ("editions", "found"),
    [
        ((PolicyEdition(id="1", title="First"), PolicyEdition(id="2", title="Second")), "several editions"),
        ((PolicyEdition(id="1", title="Only", until=dt.date(2026, 1, 1)),), "an edition that ends"),
    ],
)
def test_a_source_whose_editions_change_needs_a_row_that_chooses_one(
    editions: tuple[PolicyEdition, ...], found: str
) -> None:
    said = refusal(InlinePlugin(sources=(attrs.evolve(inline_source(), editions=editions),)))
    assert f"program invented, source doc: found {found}, and no row that chooses one; expected a row" in said
    assert "Say by which moment it is chosen, in a row of editions_table()" in said


@pytest.mark.parametrize("answers", [dict, float, bytes, type(None)])
def test_a_question_with_answers_of_a_wrong_type_is_refused(answers: type[Any]) -> None:
    asked: Question[Any] = Question(id="asked", things=(), text="What is it?", answers=answers)
    said = refusal(InlinePlugin(asked=(asked,)))
    assert "invented/asked" in said and "expected bool, a StrEnum" in said


@pytest.mark.parametrize("id", ["Asked", "asked-", "as_ked", ""])
def test_a_question_whose_id_is_not_in_kebab_case_is_refused(id: str) -> None:
    asked: Question[Any] = Question(id=id, things=(), text="What is it?", answers=bool)
    assert "an id in kebab case" in refusal(InlinePlugin(asked=(asked,)))


def test_examples_that_cannot_be_imported_are_refused() -> None:
    assert "a package that can be imported" in refusal(InlinePlugin(examples=("nowhere_to_be_found",)))


def test_two_programs_of_one_name_are_refused() -> None:
    assert "program invented: found it 2 times" in refusal(InlinePlugin(), InlinePlugin(sources=(), clauses=()))


def test_an_overlay_of_nothing_installed_is_refused_with_the_nearest_known_one() -> None:
    base = InlinePlugin(id="north-program")
    said = refusal(base, InlinePlugin(extends="north-programm", clauses=(), sources=()))
    assert "extends='north-programm'" in said and "Did you mean 'north-program'?" in said


class HouseholdsInTheHookOfDuties(InlinePlugin):
    @hookimpl
    def cimscore_duties(self) -> tuple[Rows, ...]:
        return (homes(),)


def test_a_hook_that_answers_a_table_of_another_topic_is_refused() -> None:
    said = refusal(HouseholdsInTheHookOfDuties())
    assert "hook cimscore_duties: found rows of topic households; expected rows of topic duties" in said


def test_a_plain_conclusion_is_no_duty() -> None:
    said = refusal(InlinePlugin(tables=(homes(topic=Topic.DUTIES),)))
    assert "hook cimscore_duties: found a plain conclusion; expected Duties(…)" in said


@pytest.mark.parametrize("option", ["tryfirst", "trylast", "wrapper"])
def test_a_claim_to_an_order_among_plugins_is_refused(option: str) -> None:
    class Pushy:
        @hookimpl(**{option: True})
        def cimscore_program(self) -> Any:
            yield

    assert f"{option}=True" in refusal(Pushy())


class Mistaken(InlinePlugin):
    @hookimpl
    def cimscore_dutys(self) -> tuple[Rows, ...]:
        return ()


def test_an_unknown_hook_is_refused_with_the_nearest_known_one() -> None:
    assert "Did you mean 'cimscore_duties'?" in refusal(Mistaken())


class Unmarked(InlinePlugin):
    def cimscore_duties(self) -> tuple[Rows, ...]:
        return (homes(topic=Topic.DUTIES),)


def test_a_hook_that_is_not_marked_is_refused_by_name() -> None:
    said = refusal(Unmarked())
    assert "cimscore_duties: found a function that is not marked; expected @hookimpl" in said


class Silent(InlinePlugin):
    @hookimpl
    def cimscore_duties(self) -> tuple[Rows, ...]:
        return cast("tuple[Rows, ...]", None)

    @hookimpl
    def cimscore_policy_sources(self) -> Any:
        return None


def test_a_hook_that_answers_none_is_refused_by_name() -> None:
    said = refusal(Silent())
    assert "cimscore_duties: found None; expected a tuple of Conclusion or" in said
    assert "cimscore_policy_sources: found None; expected a Policy" in said


class Wrong(InlinePlugin):
    @hookimpl
    def cimscore_questions(self) -> Any:
        return {"not": "a tuple"}

    @hookimpl
    def cimscore_scope(self) -> Any:
        return (homes(topic=Topic.SCOPE), "and a word")


def test_a_hook_of_a_wrong_return_type_is_refused_by_name() -> None:
    said = refusal(Wrong())
    assert "cimscore_questions: found dict; expected a tuple of Question or Reading or Table" in said
    assert "cimscore_scope: found str; expected a tuple of Conclusion or" in said


class Broken(InlinePlugin):
    @hookimpl
    def cimscore_calendars(self) -> Any:
        raise OSError("the calendar is at home")


def test_a_hook_that_raises_is_refused_by_name() -> None:
    assert re.search(
        r"cimscore_calendars, test_refusals.py:\d+: found OSError: the calendar is at home", refusal(Broken())
    )


class Nameless:
    @hookimpl
    def cimscore_questions(self) -> tuple[Any, ...]:
        return ()


def test_a_plugin_that_brings_no_program_is_refused() -> None:
    assert "cimscore_program: found nothing; expected an Identity" in refusal(Nameless())


def test_every_problem_of_every_plugin_is_told_at_once_with_its_program() -> None:
    one = InlinePlugin(id="one", tables=(homes(cites=("nowhere",)), homes("circle", says="{home} [is] round")))
    other = InlinePlugin(
        id="other",
        tables=(homes(cites=("lost",)),),
        sources=(inline_source("more"),),
        clauses=(inline_clause("more/heading/clause"),),
    )
    said = refusal(one, other, InlinePlugin(id="Third Program", sources=(), clauses=()))
    lines = said.splitlines()

    assert any(line.startswith("  - one, ") and "'nowhere'" in line for line in lines)
    assert any(line.startswith("  - other, ") and "'lost'" in line for line in lines)
    assert "an id in kebab case" in said


def test_a_zone_in_words_is_refused_with_how_it_is_written() -> None:
    said = refusal(InlinePlugin(zone=cast(Any, "Australia/Brisbane")))
    assert "program invented: found zone='Australia/Brisbane'; expected ZoneInfo('Australia/Brisbane')" in said


def test_what_is_wrong_in_the_policy_files_is_told_by_file_each_problem_by_itself(tmp_path: Path) -> None:
    (tmp_path / "sources.toml").write_text('[doc]\ntitel = "A"\n', encoding="utf-8")

    @attrs.frozen(kw_only=True, eq=False)
    class FromFiles(InlinePlugin):
        @hookimpl
        def cimscore_policy_sources(self) -> Policy:
            return load_policy(tmp_path)

    said = refusal(FromFiles())
    assert "sources.toml" in said and "Did you mean 'title'?" in said
    assert "RulebookError" not in said and said.count("cannot be built") == 1


def test_a_text_in_place_of_a_plugin_is_named() -> None:
    assert "found the name 'visits'; expected modules or objects that implement the hooks" in refusal("visits")
