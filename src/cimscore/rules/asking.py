"""Asking a program's own questions: an answer, what silence means, a proposal, or an open question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from cimscore.case import UNKNOWN, Moment, Unknown
from cimscore.household_graph import Read
from cimscore.household_graph.answers import text_of
from cimscore.rules import things
from cimscore.rules.codes import out_of_edition
from cimscore.rules.missing import missing_answer, missing_moment
from cimscore.rules.openness import Open
from cimscore.rules.questions import Question
from cimscore.rules.recorder import Recorder
from cimscore.rules.world import Given, World

A = TypeVar("A", bound=things.Thing)
T = TypeVar("T")


class Answers:
    """What the document answers to the programs' questions, each answer written down as it is read."""

    __slots__ = ("__recorder", "__world")

    def __init__(self, world: World, recorder: Recorder) -> None:
        self.__world = world
        self.__recorder = recorder

    def ask(self, question: Question[A, T], about: A, *, among: Sequence[T] = (), propose: T | Unknown = UNKNOWN) -> T:
        """The answer to a program's question about a thing.

        Args:
            question: A question its program has declared.
            about: What it is asked about.
            among: The possible answers, where they depend on the case.
            propose: Used while there is no answer; whatever rests on it is marked *subject to* the question.

        Raises:
            Open: There is no answer and nothing is proposed, or the answer is a code of another edition.
        """
        name, page = self.__world.names[question], self.__recorder.page
        address = f"{name}@{about}"
        given = self.__world.given.get(address, Given(answer=UNKNOWN) if propose is not UNKNOWN else None)
        if given is None and not isinstance(question.silence, Unknown):
            page.assume(f"{address}: {question.silence_because}")
            page.read(Read(address, f"{text_of(question.to_stored(question.silence))} (not answered)"))
            return question.silence
        if given is not None and given.answer is not UNKNOWN:
            page.read(Read(address, text_of(given.answer)))
            self.__check_code(question, about, given.answer)
            return question.from_stored(given.answer)
        if not isinstance(propose, Unknown):
            page.read(Read(address, f"{text_of(question.to_stored(propose))} (proposed)"))
            page.propose(address)
            self.__world.proposed[address] = missing_answer(name, question, about, among)
            return propose
        raise Open(missing_answer(name, question, about, among))

    def decided_at(self, question: Question[A, Any], about: A, *, propose: Moment | Unknown = UNKNOWN) -> Moment:
        """When a decision was made: the start of every clock that runs "from the decision".

        Args:
            question: The question that was decided.
            about: What it was decided about.
            propose: Used while that is not known; whatever rests on it is marked *subject to* the question.

        Raises:
            Open: It has not been decided, or it is not known when, and nothing is proposed.
        """
        name, page = self.__world.names[question], self.__recorder.page
        given = self.__world.given.get(f"{name}@{about}", Given(answer=UNKNOWN))
        decided = given.answer is not UNKNOWN
        if decided and not isinstance(given.at, Unknown):
            page.read(Read(f"{name}#at@{about}", str(given.at)))
            return given.at
        missing = (
            missing_moment(name, str(about), question.text) if decided else missing_answer(name, question, about, ())
        )
        if isinstance(propose, Unknown):
            raise Open(missing)
        page.read(Read(f"{name}#at@{about}", f"{propose} (proposed)"))
        page.propose(missing.address)
        self.__world.proposed[missing.address] = missing
        return propose

    def __check_code(self, question: Question[Any, Any], about: things.Thing, word: object) -> None:
        if question.codes and question.cites:
            held = self.__world.findings.edition_behind(question.cites[0])
            self.__recorder.page.rest_on((), held.subject_to)
            asked = missing_answer(self.__world.names[question], question, about, ())
            instead = out_of_edition(question, word, held, asked)
            if instead:
                raise Open(instead)
