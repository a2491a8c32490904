"""What a plugin must not do is refused when the rulebook is built: loudly, by name, all at once."""

from __future__ import annotations

import contextlib
import datetime as dt
import importlib
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import cimscore
from cimscore.plugins import hookimpl
from cimscore.policy import Disposition
from cimscore.rules import Facts, Household, HouseholdRole, Open, Question, Ruleset, TheCase, Topic
from cimscore.testing import InlinePlugin, inline_clause

CLAUSE = "doc/heading/clause"


def is_there(facts: Facts, home: Household) -> bool:
    """the household is there"""
    return True


def plugin_with(
    body: Callable[..., Any], *, cites: tuple[str, ...] = (CLAUSE,), topic: Topic = Topic.HOUSEHOLDS, **rest: Any
) -> InlinePlugin:
    rules: Ruleset[Any] = Ruleset(topic)
    rules.rule("the-rule", cites=cites, **{"when": [is_there], **rest})(body)
    return InlinePlugin(rulesets=(rules,))


def refusal(*plugins: object) -> str:
    with pytest.raises(cimscore.RulebookError) as caught:
        cimscore.load_rulebook(plugins)
    return str(caught.value)


def sound(facts: Facts, home: Household) -> HouseholdRole:
    """It is a home."""
    return HouseholdRole("home")


def test_a_sound_plugin_is_accepted() -> None:
    rulebook = cimscore.load_rulebook([plugin_with(sound)])
    assert list(rulebook.rules) == ["invented/households/the-rule"]


def test_an_unknown_clause_is_refused_with_the_nearest_known_one() -> None:
    said = refusal(plugin_with(sound, cites=("doc/heading/clauze",)))
    assert "invented/households/the-rule" in said
    assert "Did you mean 'doc/heading/clause'?" in said


def test_a_rule_without_a_clause_is_refused() -> None:
    assert "cites=[...]" in refusal(plugin_with(sound, cites=()))


def test_a_condition_without_a_sentence_is_refused() -> None:
    def silent(facts: Facts, home: Household) -> bool:
        return True

    assert "the condition test_a_condition_without_a_sentence_is_refused.<locals>.silent without docstring" in refusal(
        plugin_with(sound, when=[silent])
    )


def test_a_body_without_a_sentence_is_refused() -> None:
    def silent(facts: Facts, home: Household) -> HouseholdRole:
        return HouseholdRole("home")

    assert "a body without docstring" in refusal(plugin_with(silent))


def test_a_rule_about_something_its_topic_does_not_decide_is_refused() -> None:
    def about_the_case(facts: Facts, case: TheCase) -> HouseholdRole:
        """A role of nobody."""
        return HouseholdRole("home")

    assert "found a rule about TheCase; expected Household" in refusal(plugin_with(about_the_case))


def test_an_answer_of_another_topic_is_refused() -> None:
    def answers_text(facts: Facts, home: Household) -> str:
        """Says something."""
        return "home"

    assert "an answer of type str; expected HouseholdRole" in refusal(plugin_with(answers_text))


def test_a_read_of_a_later_topic_is_refused() -> None:
    later: Ruleset[Any] = Ruleset(Topic.DUTIES)

    def reads_duties(facts: Facts, home: Household) -> bool:
        """a duty is there already"""
        return facts.found(later, TheCase(), "act") is not None

    said = refusal(plugin_with(sound, when=[reads_duties]))
    assert "a read of later (topic duties); expected reads of topics before households" in said


def test_a_rule_that_reads_its_own_topic_is_refused() -> None:
    own: Ruleset[HouseholdRole] = Ruleset(Topic.HOUSEHOLDS)

    def reads_own(facts: Facts, home: Household) -> bool:
        """another rule has answered"""
        return facts.found(own, home) is not None

    own.rule("the-rule", cites=[CLAUSE], when=[reads_own])(sound)
    assert "a read of own (topic households)" in refusal(InlinePlugin(rulesets=(own,)))


def test_a_look_behind_facts_is_refused() -> None:
    def peeks(facts: Facts, home: Household) -> bool:
        """the case says so behind everybody's back"""
        return bool(facts._Facts__world.case.people)  # type: ignore[attr-defined]

    said = refusal(plugin_with(sound, when=[peeks]))
    assert "peeks" in said
    assert "the private name '_Facts__world'" in said


def test_a_rule_that_asks_a_clock_is_refused() -> None:
    def late(facts: Facts, home: Household) -> bool:
        """it is late"""
        return dt.datetime.now(dt.UTC).hour > 20

    assert "a use of 'now'" in refusal(plugin_with(sound, when=[late]))


def test_a_rule_that_opens_a_file_is_refused() -> None:
    def looks_it_up(facts: Facts, home: Household) -> bool:
        """a file says so"""
        with open("list.txt") as file:  # noqa: PTH123 - the very thing that is refused
            return home.id in file.read()

    assert "a use of 'open'" in refusal(plugin_with(sound, when=[looks_it_up]))


def catches_base_exceptions(facts: Facts, home: Household) -> bool:
    """nobody is known to live here"""
    try:
        return not any(facts.home.homes(person) for person in facts.people())
    except BaseException:  # noqa: BLE001 - the very thing that is refused
        return True


def catches_without_a_name(facts: Facts, home: Household) -> bool:
    """nobody is known to live here"""
    try:
        return not any(facts.home.homes(person) for person in facts.people())
    except:  # noqa: E722 - the very thing that is refused
        return True


def catches_what_is_open(facts: Facts, home: Household) -> bool:
    """nobody is known to live here"""
    try:
        return not any(facts.home.homes(person) for person in facts.people())
    except Open:
        return True


def suppresses_everything(facts: Facts, home: Household) -> bool:
    """nobody is known to live here"""
    with contextlib.suppress(BaseException):
        return not any(facts.home.homes(person) for person in facts.people())
    return True


@pytest.mark.parametrize(
    "hides",
    [catches_base_exceptions, catches_without_a_name, catches_what_is_open, suppresses_everything],
    ids=lambda condition: condition.__name__,
)
def test_a_rule_that_could_hide_what_is_open_is_refused(hides: Callable[[Facts, Household], bool]) -> None:
    said = refusal(plugin_with(sound, when=[hides]))

    assert hides.__name__ in said and "a catch of everything" in said
    assert "unknown would count as an answer" in said


LEAVES = """
def leaves_at_last(facts, home):
    "nobody is known to live here"
    for person in facts.people():
        try:
            facts.home.homes(person)
        finally:
            continue
    return True
"""


def test_a_rule_that_leaves_before_what_is_open_has_passed_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "leaving.py").write_text(LEAVES, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)  # Python 3.14 warns of it
        leaving = importlib.import_module("leaving")

    assert "a catch of everything" in refusal(plugin_with(sound, when=[leaving.leaves_at_last]))


def test_a_rule_may_catch_an_error_by_its_own_name() -> None:
    def reads_a_number(facts: Facts, home: Household) -> bool:
        """its name is a number"""
        try:
            return int(home.id) > 0
        except ValueError:
            return False

    assert cimscore.load_rulebook([plugin_with(sound, when=[reads_a_number])]).programs


def test_a_clause_left_to_a_person_needs_a_declared_question() -> None:
    left = inline_clause("doc/heading/judge", disposition=Disposition.LEFT_TO_A_PERSON, question="invented/judge")
    assert "a declared question for a person" in refusal(InlinePlugin(clauses=(left,)))


def test_a_silence_without_a_reason_is_refused() -> None:
    question = Question(id="asked", about=TheCase, text="?", answers=bool, silence=False)
    assert "silence without a reason" in refusal(InlinePlugin(questions=(question,)))


def test_two_programs_of_one_name_are_refused() -> None:
    assert "program invented: found it 2 times" in refusal(InlinePlugin(), InlinePlugin(sources=(), clauses=()))


@pytest.mark.parametrize("option", ["tryfirst", "trylast", "wrapper"])
def test_a_claim_to_an_order_among_plugins_is_refused(option: str) -> None:
    class Pushy:
        @hookimpl(**{option: True})
        def cimscore_program(self) -> Any:
            yield

    assert f"{option}=True" in refusal(Pushy())


def test_an_unknown_hook_is_refused_with_the_nearest_known_one() -> None:
    class Mistaken(InlinePlugin):
        def cimscore_dutys(self) -> None:
            """A hook that does not exist."""

    assert "Did you mean 'cimscore_duties'?" in refusal(Mistaken())


def test_a_hook_of_a_wrong_return_type_is_refused_by_name() -> None:
    class Wrong(InlinePlugin):
        @hookimpl
        def cimscore_questions(self) -> Any:
            return {"not": "a tuple"}

    assert "cimscore_questions: found dict; expected a tuple of Question or Interpretation or Table" in refusal(Wrong())


def test_a_hook_that_raises_is_refused_by_name() -> None:
    class Broken(InlinePlugin):
        @hookimpl
        def cimscore_calendars(self) -> Any:
            raise OSError("the calendar is at home")

    assert "cimscore_calendars: found OSError: the calendar is at home" in refusal(Broken())


def test_every_problem_of_every_plugin_is_told_at_once() -> None:
    one, other = plugin_with(sound, cites=("nowhere",)), InlinePlugin(id="Other Program", sources=(), clauses=())
    said = refusal(one, other)
    assert "the clause 'nowhere'" in said
    assert "an id in kebab case" in said
