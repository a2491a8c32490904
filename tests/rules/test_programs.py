"""A program is gathered from its modules, held against everything at once, and refused with each place."""

from __future__ import annotations

import pytest
from queensland_rows import queensland
from small_programs import module_of, program_of, program_of_modules, there_and_back

from cimscore.rules.conditions.things import RecordName
from cimscore.rules.refusals import SeveralRefusals

HARM = """
    HARM = Conclusion("harm", (home,), "{home} [is] a place of harm", topic=Topic.HOUSEHOLDS)
    HARM.row("it-happened", home, when=some(concern, happened_in(concern, home)), cites=["small/harm"])
"""


TWICE = """
    one = Defined((child,), "{child} [is] unborn yet", is_unborn(child))
    two = Defined((child,), "{child} [is] unborn yet", is_unborn(child))
    HERE = Conclusion("here", (child,), "{child} [is] here", topic=Topic.SCOPE)
    HERE.row("one", child, when=one(child) & two(child) & ~some(home, ~lives_in(child, home)), cites=["small/a"])
"""


def refusals(*rows: str, extends: str = "") -> str:
    with pytest.raises(SeveralRefusals) as refused:
        program_of(*rows, extends=extends)
    return str(refused.value)


def test_a_program_gathers_what_its_modules_declare_and_what_that_reads() -> None:
    made = program_of(
        HARM
        + """
    met = Defined((child, home), "{child} [was] met with in {home}", lives_in(child, home) & is_child(child))
    LEFT = Question(id="left", things=(child,), text="Has {child} left?", answers=bool)
    SUBJECT = Conclusion("subject", (child,), "{child} [is] a subject", topic=Topic.SUBJECTS)
    is_met = some(home, HARM(home) & met(child, home))
    SUBJECT.row("who-lives-there", child, when=is_met, unless=LEFT(child), cites=["small/subject"])
    """
    )

    assert [conclusion.id for conclusion in made.conclusions] == ["harm", "subject"]
    assert [question.id for question in made.questions] == ["left"]
    assert {definition.says for definition in made.definitions} == {
        "{child} [was] met with in {home}",
        "{person} [is] a minor",
    }
    assert {"relation:lives-in", "relation:place", "relation:age-at-least"} <= made.predicates.keys()


def test_definitions_are_known_by_their_names() -> None:
    rows = module_of('visits_there = Defined((child, home), "{child} [visits] {home} at times", visits(child, home))')
    made = program_of_modules(rows)

    assert made.names["defined:{child} [visits] {home} at times"] == f"{rows.__name__}.visits_there"


def test_an_unless_is_the_same_value_as_a_denied_part() -> None:
    made = program_of(
        """
        HERE = Conclusion("here", (child, home), "{child} [is] in {home}", topic=Topic.SCOPE)
        here, away = lives_in(child, home), visits(child, home) & is_unborn(child)
        HERE.row("one", child, home, when=here, unless=away, cites=["small/a"])
        HERE.row("two", child, home, when=~away & here, cites=["small/a"])
        """
    )
    one, two = made.conclusions[0].rows

    assert one.condition == two.condition


def test_the_order_of_modules_changes_nothing() -> None:
    one, two = module_of(HARM), module_of('STAYS = Defined((child,), "{child} [is] unborn yet", is_unborn(child))')

    forward, backward = program_of_modules(one, two), program_of_modules(two, one)

    assert list(forward.predicates) == list(backward.predicates)
    assert [each.id for each in forward.conclusions] == [each.id for each in backward.conclusions]


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        (
            """
            one = Defined((child, home), "{child} [stays] in {home}", lives_in(child, home))
            two = Defined((child, home), "{child} [stays] in {home}", visits(child, home))
            """,
            "'defined:{child} [stays] in {home}', which stands at",
        ),
        (
            """
            A = Question(id="left", things=(child,), text="Has {child} left?", answers=bool)
            B = Question(id="left", things=(child,), text="Has {child} gone?", answers=bool)
            """,
            "'question:left', which stands at",
        ),
        (
            """
            A = Conclusion("harm", (home,), "{home} [is] harmed", topic=Topic.HOUSEHOLDS)
            B = Conclusion("harm", (home,), "{home} [is] hurt", topic=Topic.HOUSEHOLDS)
            """,
            "'conclusion:harm', which stands at",
        ),
        (
            """
            A = Table("times", "how long", (Row("a", 1, "small/a"),))
            B = Table("times", "how soon", (Row("a", 2, "small/a"),))
            """,
            "'table:times', which stands at",
        ),
        (
            """
            A = Reading(id="width", question="?", readings={1: "a", 2: "b"}, taken=1, because="so", clauses=("x/a",))
            B = Reading(id="width", question="?", readings={1: "a", 2: "b"}, taken=2, because="so", clauses=("x/a",))
            """,
            "'reading:width', which stands at",
        ),
        (
            """
            A = Reading(id="width", question="?", readings={1: "a", 2: "b"}, taken=1, because="so", clauses=("x/a",))
            B = Question(id="width", things=(), text="How wide?", answers=int)
            """,
            "the id 'width', which a question has at",
        ),
        (
            """
            NOTE, MEMO = RecordKind("note", "note of {home}"), RecordKind("note", "memo of {home}")
            """,
            "'kind:note', which stands at",
        ),
    ],
    ids=["sentence", "question", "conclusion", "table", "reading", "question and reading", "record kind"],
)
def test_two_of_one_name_are_refused(rows: str, says: str) -> None:
    assert says in refusals(rows)


def test_two_clocks_of_one_id_are_refused_in_whatever_table() -> None:
    rows = """
        moment = Value("moment", Moment)
        SEEN = Question(id="seen", things=(child,), text="Is {child} seen?", answers=bool)
        ONE = Clocks((child,))
        ONE.clock("tell", "tell them", owed=is_person(child), starts=received(moment), within=Hours(1), cites=["s/a"])
        TWO = Clocks((concern,))
        TWO.clock("tell", "tell us", owed=is_concern(concern), starts=received(moment), within=Hours(2), cites=["s/a"])
    """

    assert "clock tell: found two clocks of that id" in refusals(rows)


def test_a_definition_without_a_name_is_refused() -> None:
    rows = """
        KEPT = [Defined((child,), "{child} [is] unborn yet", is_unborn(child))]
        HERE = Conclusion("here", (child,), "{child} [is] here", topic=Topic.SCOPE)
        HERE.row("one", child, when=is_person(child) & KEPT[0](child), cites=["small/a"])
    """

    assert "the definition '{child} [is] unborn yet' without a name" in refusals(rows)


def test_a_row_reads_only_earlier_topics() -> None:
    rows = """
        LATER = Conclusion("later", (home,), "{home} [is] later", topic=Topic.SUBJECTS)
        LATER.row("one", home, when=is_home(home), cites=["small/a"])
        by_way_of = Defined((home,), "{home} [is] read by way of this", LATER(home))
        EARLY = Conclusion("early", (home,), "{home} [is] early", topic=Topic.HOUSEHOLDS)
        EARLY.row("one", home, when=by_way_of(home), cites=["small/a"])
    """

    assert "early, of topic households: found it reads later, of the later topic subjects" in refusals(rows)


def test_a_circle_is_refused() -> None:
    rows = """
        ONE = Conclusion("one", (home,), "{home} [is] one", topic=Topic.SCOPE)
        TWO = Conclusion("two", (home,), "{home} [is] two", topic=Topic.SCOPE)
        ONE.row("from-two", home, when=TWO(home), cites=["small/a"])
        TWO.row("from-one", home, when=ONE(home), cites=["small/a"])
    """
    found = refusals(rows)

    assert "a circle of conclusions" in found
    assert "conclusion:one" in found
    assert "conclusion:two" in found


@pytest.mark.parametrize("paper", ["", ", paper=True"])
def test_what_is_about_the_paper_is_read_by_paper_alone(paper: str) -> None:
    rows = f"""
        LEADS = Question(id="leads", things=(home,), text="Does {{home}} lead?", answers=bool, paper=True)
        led = Defined((home,), "{{home}} [is] a home that leads", is_home(home) & LEADS(home))
        WHO = Conclusion("who", (home,), "{{home}} [is] who leads", topic=Topic.RECORDS{paper})
        WHO.row("one", home, when=led(home), cites=["small/a"])
    """

    if paper:
        assert program_of(rows).conclusions
    else:
        assert "it reads question:leads, which is about the paper alone" in refusals(rows)


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        (
            """
            HERE = Conclusion("here", (child,), "{child} [is] here", topic=Topic.SCOPE)
            HERE.row("one", child, when=is_person(child) & ~some(home, ~lives_in(child, home)), cites=["small/a"])
            """,
            "here/one: found home is listed by nothing positive",
        ),
        (
            """
            KNOWN = Question(id="known", things=(concern,), text="Since when is {concern} known?", answers=Moment)
            moment = Value("moment", Moment)
            AT = Conclusion("at", (concern, moment), "{concern} [is] known at {moment}", topic=Topic.SCOPE)
            AT.row("one", concern, moment, when=KNOWN.is_(concern, moment), cites=["small/a"])
            """,
            "at/one: found concern is listed by nothing positive",  # The moment is, once the concern is.
        ),
        (
            """
            nowhere = Defined((child,), "{child} [lives] nowhere", ~some(home, ~lives_in(child, home)))
            """,
            "home is listed by nothing positive",
        ),
        (
            """
            WHERE = Question(id="where", things=(child,), text="Where is {child}?", answers=Household, member=home,
                             among=is_home(home) & ~lives_in(child, home))
            """,
            "question where: found child is listed by nothing positive",
        ),
        (
            """
            WHERE = Question(id="where", things=(child,), text="Where is {child}?", answers=Household, member=home,
                             among=is_home(home))
            """,
            "question where: found child is listed by nothing positive",
        ),
        (
            """
            LAW = Conclusion("law", (child,), "{child} [is] somewhere", topic=Topic.LAWS, owes=~is_unborn(child))
            LAW.row("one", child, when=is_person(child), cites=["small/a"])
            """,
            "law, owed: found child is listed by nothing positive",
        ),
        (
            """
            moment, ended = Value("moment", Moment), Value("ended", Moment)
            ONE = Clocks((child,))
            ONE.clock("tell", "tell them", owed=is_person(child), starts=received(moment), within=Hours(1),
                      stops=~occurred("c1", ended), done=ended, cites=["s/a"])
            """,
            "clock tell: found ended is listed by nothing positive",
        ),
    ],
    ids=["row", "a moment of a thing", "definition", "among", "among without its thing", "law", "clock"],
)
def test_what_nothing_lists_is_refused_wherever_it_is_run(rows: str, says: str) -> None:
    assert says in refusals(rows)


def test_a_clause_that_its_documents_do_not_have_is_refused() -> None:
    rows = """
        HERE = Conclusion("here", (child,), "{child} [is] here", topic=Topic.SCOPE)
        HERE.row("one", child, when=is_person(child), cites=["qld/nowhere/at-all"])
    """
    policy = queensland().program.policy

    with pytest.raises(SeveralRefusals, match="here/one: found the clause 'qld/nowhere/at-all'"):
        program_of(rows, policy=policy)
    with pytest.raises(SeveralRefusals, match="'elsewhere/at-all'"):
        program_of(rows.replace("qld/nowhere", "elsewhere"), policy=policy)
    assert program_of(rows.replace("qld/nowhere", "elsewhere"), policy=policy, extends="another")


def test_everything_that_is_wrong_is_told_at_once() -> None:
    found = refusals(TWICE)

    assert found.count("\n- ") + 1 >= 2
    assert "small_rows" in found


def test_refusals_cross_a_process() -> None:
    with pytest.raises(SeveralRefusals) as refused:
        program_of(TWICE)

    copied = there_and_back(refused.value)

    assert str(copied) == str(refused.value)
    assert copied.refusals[0].expected == refused.value.refusals[0].expected


def test_a_program_crosses_a_process() -> None:
    made = program_of(HARM)
    copied = there_and_back(made)

    assert list(copied.predicates) == list(made.predicates)
    assert copied.names == made.names
    assert copied.conclusions[0].rows[0].condition == made.conclusions[0].rows[0].condition
    assert copied.predicates["conclusion:harm"] is copied.conclusions[0]


def test_a_name_of_a_record_crosses_a_process_and_stays_equal() -> None:
    name = RecordName("note", "household", "north", "flo")

    assert there_and_back(name) == name
    assert hash(there_and_back(name)) == hash(name)
    assert str(name) == "note:north/flo"


@pytest.mark.parametrize("of_kind", ["household", "concern", "file", "person", "case"])
def test_a_record_is_of_one_thing_and_of_no_other(of_kind: str) -> None:
    name = RecordName("note", of_kind, "it")
    told = {"household": name.home, "concern": name.concern, "file": name.file, "person": name.person}

    assert told == {kind: "it" if kind == of_kind else None for kind in told}


@pytest.mark.parametrize(("focus", "child"), [("flo", "flo"), ("", None)])
def test_a_record_of_one_child_names_it_and_a_common_one_names_none(focus: str, child: str | None) -> None:
    assert RecordName("note", "household", "north", focus).child == child


def test_what_lists_every_thing_of_a_kind_is_named() -> None:
    rows = """
        HERE = Conclusion("here", (child,), "{child} [is] here", topic=Topic.SCOPE)
        HERE.row("one", child, when=~is_unborn(child), cites=["small/a"])
    """
    assert "Every one is listed by is_person(child)." in refusals(rows)
