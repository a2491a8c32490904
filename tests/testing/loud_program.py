"""An invented program about noise, with a fault on request: a comparison that takes what is not known for a word."""

from __future__ import annotations

from typing import Final

import cimscore
from cimscore import Case, Rulebook
from cimscore.rules import Comparison, Concern, Conclusion, Duties, Question, Topic, Value
from cimscore.rules.vocabulary import is_concern
from cimscore.testing import InlinePlugin

CLAUSE: Final = "doc/heading/clause"
concern: Final = Concern("concern")
word: Final = Value("word", str)

LOUD: Final = Question(
    id="loud",
    things=(concern,),
    text="Was {concern} loud?",
    answers=bool,
    working=True,
    why="the safer answer",
    cites=(CLAUSE,),
)
SAID: Final = Question(
    id="said", things=(concern,), text="Which word was said of {concern}?", answers=str, cites=(CLAUSE,)
)
DOCUMENT: Final = {
    "cimscore": 1,
    "id": "noise",
    "programs": ["invented"],
    "dates": {"received": "2025-03-03T10:15+10:00"},
    "people": [{"id": "mia", "name": {"given": "Mia", "family": "Example"}, "born": "2015-01-01"}],
    "households": [{"id": "north"}],
    "residences": [{"person": "mia", "household": "north", "kind": "full-time"}],
    "concerns": [{"id": "c1", "about": ["mia"], "place": "north", "kind": "harm"}],
}


def is_another_word(said: object) -> bool:
    """Return True if a word is not *urgent*: what is not known passes for such a word, which is the fault."""
    return said != "urgent"


def breaks(said: object) -> bool:
    """Raise an error."""
    raise ValueError("broken on purpose")


def rulebook(*, faulty: bool = False, broken: bool = False) -> Rulebook:
    """Return a rulebook of the program."""
    noisy = Conclusion("noisy", (concern,), "{concern} [is] noisy", topic=Topic.STARTS)
    noisy.row("loud", concern, when=is_concern(concern) & LOUD(concern), cites=[CLAUSE])
    owed = Duties("listen", (concern,))
    owed.duty("listen", "listen again", by="whoever heard it", when=noisy(concern), cites=[CLAUSE])
    read = _of_words(Comparison("{0} [is] another word", breaks if broken else is_another_word))
    unread = (SAID,) if not (faulty or broken) else ()
    return cimscore.load_rulebook([InlinePlugin(tables=(noisy, owed, *(() if unread else read)), asked=unread)])


def _of_words(is_another: Comparison) -> tuple[Conclusion, Conclusion]:
    """Return what follows from the word that was said."""
    said = is_concern(concern) & SAID.is_(concern, word)
    calm = Conclusion("calm", (concern,), "{concern} [is] calm", topic=Topic.STARTS)
    calm.row("word", concern, when=said & is_another(word), cites=[CLAUSE])
    urgent = Conclusion("urgent", (concern,), "{concern} [is] urgent", topic=Topic.STARTS)
    urgent.row("word", concern, when=said & ~is_another(word), cites=[CLAUSE])
    return calm, urgent


def case(book: Rulebook, **facts: object) -> Case:
    """Return the case of a quiet noise that was called urgent; with other facts where they are given, or without."""
    given = {"loud": False, "said": "urgent", **facts}
    said = {name: {"c1": answer} for name, answer in given.items() if answer is not None}
    return book.read_case({**DOCUMENT, "facts": {"invented": said}})
