"""The pages as Markdown: whole, linked, escaped, the same bytes every time, and silent about the notifier."""

from __future__ import annotations

import posixpath
import re
from itertools import pairwise
from pathlib import Path

import attrs
import pytest
from published_program import EXAMPLE as EXAMPLE_TEXT
from published_program import book_of, rulebook

from cimscore.assessment import decide_case, page_of
from cimscore.assessment.questions.changed import change_in_words
from cimscore.composition import load_rulebook
from cimscore.policy import Drift, DriftState, Locator
from cimscore.publishing.pages import OccupiedError, Page, shown_of, site_pages, stale_pages, write_pages
from cimscore.publishing.pages.paper.markdown import plain
from cimscore.publishing.pages.paper.opening import opening
from cimscore.traceability import Exercise, RecordedTest, Result, Way, build_trace
from cimscore.wire import read_example

LINK = re.compile(r"\]\(([^)\s]+)\)")
HELP = "decisions: [{question: invented/helped, about: [river], answer: true, by: family-worker, at: 2025-03-04}]"
CLAUSE, RULE, EXAMPLE = "clauses/doc/plans/c1.md", "rules/invented/record.md", "examples/invented/nobody.md"


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return texts(site_pages(book_of(rulebook())))


def texts(pages: tuple[Page, ...]) -> dict[str, str]:
    return {page.path: page.text for page in pages}


def test_the_same_program_gives_the_same_bytes() -> None:
    assert site_pages(book_of(rulebook())) == site_pages(book_of(rulebook()))


def test_no_byte_of_any_page_depends_on_the_notifier() -> None:
    held = rulebook()

    assert site_pages(book_of(held, notifier="Max Example")) == site_pages(book_of(held, notifier="Quite Another"))


def test_every_link_leads_to_a_page_or_to_an_anchor_on_one(pages: dict[str, str]) -> None:
    dead = [
        f"{path}: {target}"
        for path, text in pages.items()
        for target in LINK.findall(outside_code(text))
        if not is_there(pages, path, target)
    ]

    assert dead == []


def outside_code(text: str) -> str:
    return re.sub(r"```.*?```", "", text, flags=re.DOTALL)


def is_there(pages: dict[str, str], path: str, target: str) -> bool:
    place, _, anchor = target.partition("#")
    text = pages.get(posixpath.normpath(posixpath.join(posixpath.dirname(path), place)))
    return text is not None and (not anchor or re.search(rf"{{ #{re.escape(anchor)}[ }}]", text) is not None)


def test_every_page_has_one_title_and_no_step_between_its_headings_is_skipped(pages: dict[str, str]) -> None:
    for path, text in ((path, text) for path, text in pages.items() if path.endswith(".md")):
        levels = [len(marks) for marks in re.findall(r"^(#+) ", outside_code(text), re.MULTILINE)]
        assert levels.count(1) == 1 and levels[0] == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), path


def test_a_clause_page_says_what_became_of_it_and_leads_to_what_rests_on_it(pages: dict[str, str]) -> None:
    page = pages[CLAUSE]

    assert "> A household with a child gets one plan \\[as \\*told\\*\\] &#124; always." in page
    assert "Carried out by rules" in page
    assert "[Record: one plan](../../../rules/invented/record.md#one-plan)" in page
    assert "[A child nobody helps with &lt;b&gt;bold&lt;/b&gt; &amp; &#124; signs]" in page


def test_a_clause_left_to_a_person_leads_to_the_question_that_asks_it(pages: dict[str, str]) -> None:
    page = pages["clauses/doc/plans/c3.md"]

    assert "Left to a person" in page
    assert "(../../../questions/invented/helped.md)" in page
    assert "[How often does somebody have to help?](../../../unclear/invented/helping.md) Taken: Every day." in page


def test_a_conclusion_has_a_page_with_each_row_in_plain_english_and_its_words_linked(pages: dict[str, str]) -> None:
    page = pages[RULE]

    assert "## One plan { #one-plan }" in page
    assert "A care plan of a home is to be made if" in page
    defined = "../../definitions/invented/in-published_program.md"
    assert f"[a child lives in the home]({defined}#a-child-lives-in-home)" in page
    assert "**unless**" in page.lower()
    assert "(../../questions/invented/helped.md)" in page and "(../../unclear/invented/helping.md)" in page
    assert "This means that an office" in page or "An office sees to the home" in page


def test_the_code_of_a_row_stands_at_its_true_lines(pages: dict[str, str]) -> None:
    lines = (Path(__file__).parent / "published_program.py").read_text(encoding="utf-8").splitlines()
    found = re.search(r'```text linenums="(\d+)"\n(.*?)\n```', pages[RULE], re.DOTALL)

    assert found is not None and '"one-plan"' in found[2]
    shown = found[2].splitlines()
    first = int(found[1]) - 1
    assert [line.strip() for line in lines[first : first + len(shown)]] == [line.strip() for line in shown]


def test_a_definition_is_told_once_with_the_rules_that_read_it(pages: dict[str, str]) -> None:
    page = pages["definitions/invented/in-published_program.md"]

    assert "## A child lives in the home { #a-child-lives-in-home }" in page
    assert "This means that" in page
    assert "[Record](../../rules/invented/record.md): 1 rule" in page
    assert "Name in the software: `published_program.has_a_child`." in page
    assert "(in-families.md#person-is-a-minor)" in page


def test_an_example_page_has_the_picture_its_twin_and_what_each_open_answer_leads_to(pages: dict[str, str]) -> None:
    page = pages[EXAMPLE]

    assert "<svg" in page and "| Zoe Example |" in page
    assert "**[Does anyone help river?](../../questions/invented/helped.md)** Decided by the family worker." in page
    assert "- if **yes**: no longer: care plan of river is to be made" in page


def test_an_example_page_begins_with_the_first_page_of_its_decision(pages: dict[str, str]) -> None:
    short = pages[EXAMPLE].partition("## In short")[2].partition("\n## ")[0]
    state = "Provisional on 1 open question, for the family worker to decide."
    titles = [state, "First clock: ", "**What is open**", "1. The family worker decides: Does anyone help river?"]

    assert sorted(titles, key=short.index) == titles
    assert short.index("**What is open**") < short.index("**What to record**\n\n- ")
    assert "cimscore assess" not in short


def test_what_the_first_page_has_no_room_for_is_said_to_stand_below() -> None:
    held = load_rulebook()
    case = held.read_case(Path(__file__).parents[2] / "examples" / "two-homes.yaml")
    decision = decide_case(case, held.program(case.programs[0]).compiled)
    (duties,) = (section for section in page_of(decision) if section.title.startswith("What to do"))
    (left,) = (more for more in duties.more if "--all" in more.command)
    blocks = list(opening(decision, (decision,)))

    assert blocks[blocks.index("**What to do, in order**") + 1].splitlines()[-1] == f"- {left.says}: below"
    assert not any("--all" in block or "--at now" in block for block in blocks)


def test_the_tests_whose_names_say_most_of_a_thing_come_first() -> None:
    held = rulebook()
    rule = held.rules["invented/record/one-plan"]
    ran = Exercise(rule=rule.address, way=Way.APPLIED, digest=rule.digest)
    tests = [
        RecordedTest(
            id=f"tests/test_plans.py::test_{name}", file="tests/test_plans.py", line=7, digest="",
            result=Result.PASSED, exercised=exercised, clauses=("doc/plans/c1",),
        )
        for name, exercised in (("a_lamp", (ran,)), ("each_home_has_a_care_plan", (ran, ran)), ("another", (ran,)))
    ]  # fmt: skip
    table = texts(site_pages(book_of(held, tests=tests)))[CLAUSE].partition("## Tests")[2]

    named = re.findall(r"^\| (.*?) \|", table, re.MULTILINE)
    assert named[2:5] == ["Each home has a care plan", "A lamp", "Another"]


def test_an_example_page_says_which_reading_would_change_it() -> None:
    held = rulebook()
    helped = EXAMPLE_TEXT.replace("notifier", f"{HELP}\n  notifier")
    one = shown_of("invented", read_example(helped, "invented", "nobody", held), held, "id: nobody\n")
    page = texts(site_pages(attrs.evolve(book_of(held), shown=(one,))))[EXAMPLE]
    told = page.partition("## Where the reading would matter")[2]

    asked = "**[How often does somebody have to help?](../../unclear/invented/helping.md)**"
    assert f"{asked} Taken: **Every day**." in told
    assert "- by **At any time**: care plan of river is to be made" in told


def test_a_thing_with_another_day_says_both_and_what_comes_or_goes_says_so() -> None:
    adds = ["finish it: Friday 7 March 2025", "tell the office", "a plan is to be made"]
    takes = ["finish it: Monday 3 March 2025", "tell the worker"]

    assert change_in_words(adds, takes) == [
        "finish it: Friday 7 March 2025, not Monday 3 March 2025", "tell the office", "a plan is to be made",
        "no longer: tell the worker",
    ]  # fmt: skip
    assert change_in_words([], takes) == [f"no longer: {words}" for words in takes]


def test_an_example_page_tells_certain_from_provisional_in_words_and_says_why(pages: dict[str, str]) -> None:
    page = pages[EXAMPLE]

    assert "◌</span> Provisional</span> It holds by the working answers below." in page
    assert re.search(
        r"### Care plan of river[^\n]*\n\nIt is to be made: <span[^>]*><span[^>]*>◌</span> provisional<", page
    )
    why = page.partition("## Why")[2]
    assert re.search(
        r"\*\*care plan of river is to be made\*\* <span.*>◌</span> provisional</span> \(by \[Plans c1\]\(", why
    )
    assert "- a child lives in river\n    - Zoe Example is a minor" in why
    assert "- it would not be so with: Does anyone help river? **yes**" in why


def test_an_outcome_page_says_that_it_is_told_from_examples(pages: dict[str, str]) -> None:
    assert "outcomes/index.md" in pages
    answered = book_of(rulebook())
    outcomes = [path for path in texts(site_pages(answered)) if path.startswith("outcomes/invented/")]
    assert all("told from" in pages[path] for path in outcomes)


def test_a_sign_off_sheet_has_a_row_to_tick_for_every_clause_of_its_chapter(pages: dict[str, str]) -> None:
    sheets = [text for path, text in pages.items() if path.startswith("sign-off/doc/")]

    assert sum(text.count("☐&nbsp;agree") for text in sheets) == 6


def test_the_lists_that_should_be_empty_name_what_is_missing(pages: dict[str, str]) -> None:
    page = pages["coverage/invented.md"]

    assert "### Clauses that rules should carry out, and none does" in page
    assert "no reason is recorded" in page


def test_a_drifted_passage_marks_every_page_it_touches_for_a_check() -> None:
    held = rulebook()
    book = book_of(held)
    place = Locator(heading="Heading", position=1)
    drifts = [
        Drift(source="doc", clause=f"doc/plans/{id}", state=DriftState.CHANGED, was=place, where=place)
        for id in ("c1", "c2", "c3")
    ]
    drifted = attrs.evolve(book, trace=build_trace(held, (), [book.shown[0].example], drifts=drifts))
    before, after = texts(site_pages(book)), texts(site_pages(drifted))

    touched = {path for path in after if "Needs review" in after[path]}

    assert not any("Needs review" in text for text in before.values())
    assert {CLAUSE, RULE, "changes.md", "chapters/doc/heading.md", EXAMPLE} <= touched
    assert {"questions/invented/helped.md", "tables/invented/offices.md", "unclear/invented/helping.md"} <= touched
    assert "to be read again" in after["index.md"]


def test_a_test_is_shown_in_words_with_its_last_result() -> None:
    held = rulebook()
    rule = held.rules["invented/record/one-plan"]
    told = RecordedTest(
        id="tests/test_plans.py::test_a_child_gets_a_plan[two homes]", file="tests/test_plans.py", line=7, digest="",
        result=Result.FAILED, exercised=(Exercise(rule=rule.address, way=Way.APPLIED, digest=rule.digest),),
        clauses=("doc/plans/c1",),
    )  # fmt: skip
    page = texts(site_pages(book_of(held, tests=(told,))))[RULE]

    assert "| A child gets a plan: two homes | " in page
    assert "| ✕ failed | `tests/test_plans.py`, line 7 |" in page


def test_the_sources_own_words_appear_only_where_they_are_handed_over(pages: dict[str, str]) -> None:
    with_words = texts(site_pages(book_of(rulebook(), words={"doc/plans/c1": ("Words of the source.",)})))

    assert "The source's own words" not in pages[CLAUSE]
    assert "> Words of the source." in with_words[CLAUSE]


def test_written_pages_are_up_to_date_until_one_byte_differs(tmp_path: Path, pages: dict[str, str]) -> None:
    made = site_pages(book_of(rulebook()))
    write_pages(made, tmp_path)
    assert stale_pages(made, tmp_path) == ()

    (tmp_path / "index.md").write_text("other")
    (tmp_path / CLAUSE).unlink()
    assert stale_pages(made, tmp_path) == (f"{CLAUSE}: missing", "index.md: differs")
    assert stale_pages(made[1:], tmp_path)[-1].endswith("differs") or f"{made[0].path}: no longer generated"


def test_a_page_no_longer_made_is_taken_away_and_a_strangers_file_is_left_alone(tmp_path: Path) -> None:
    write_pages([Page(path="a.md", text="a"), Page(path="b.md", text="b")], tmp_path)
    (tmp_path / "mine.md").write_text("mine")

    write_pages([Page(path="a.md", text="a")], tmp_path)

    assert sorted(file.name for file in tmp_path.glob("*.md")) == ["a.md", "mine.md"]
    with pytest.raises(OccupiedError, match=r"mine\.md would be overwritten"):
        write_pages([Page(path="mine.md", text="a")], tmp_path)
    assert (tmp_path / "mine.md").read_text() == "mine"


@pytest.mark.parametrize(
    "words", ["1. x", "12) y", "# a", "- b", "+1", "a*b_c [x](y) {#z} | ~q~ <b> & \\ `c`", "<!-- x -->"]
)
def test_words_stand_for_themselves_whatever_signs_they_hold(words: str) -> None:
    markdown = pytest.importorskip("markdown", reason="Markdown is installed with the site: nox -s site-browser")
    html = markdown.markdown(plain(words), extensions=["tables", "attr_list", "md_in_html"])

    assert re.fullmatch(r"<p>(.*)</p>", html)
    assert unescaped(html[3:-4]) == words


def unescaped(html: str) -> str:
    import html as entities  # noqa: PLC0415 - the argument has its name

    return entities.unescape(html)


def test_a_run_that_was_broken_off_can_be_repeated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = [Page(path="one.md", text="One."), Page(path="two.md", text="Two.")]
    write = Path.write_bytes

    def broken_off(file: Path, content: bytes) -> int:
        if file.name == "two.md":
            raise KeyboardInterrupt
        return write(file, content)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", broken_off)
        with pytest.raises(KeyboardInterrupt):
            write_pages(pages, tmp_path)
    write_pages(pages, tmp_path)

    assert stale_pages(pages, tmp_path) == ()


def test_two_things_with_one_page_are_refused(tmp_path: Path) -> None:
    with pytest.raises(OccupiedError, match=r"Two things have the page one\.md\. Give one of them another id"):
        write_pages([Page(path="one.md", text="One."), Page(path="one.md", text="Other.")], tmp_path)


def test_what_nobody_has_read_is_never_said_to_be_in_step(pages: dict[str, str]) -> None:
    assert "Never read against its clauses: " in pages["changes.md"]
    assert "every rule is up to date" not in pages["changes.md"]


def test_two_lists_that_follow_one_another_have_words_between_them(pages: dict[str, str]) -> None:
    blocks = {path: text.split("\n\n") for path, text in pages.items()}

    assert [
        path for path, each in blocks.items() for one, next_ in pairwise(each) if one[:2] == next_[:2] == "- "
    ] == []
