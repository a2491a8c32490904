"""The JSON Schemas of assessment documents and of due lists."""

from __future__ import annotations

from typing import Any, Final

from cimscore.assessment.decision.standing import Standing
from cimscore.assessment.decision.value import DecisionState
from cimscore.assessment.documents.document import ASSESSMENT_FORMAT, FORMAT
from cimscore.assessment.documents.due_list import FORMAT as DUE_FORMAT
from cimscore.reasoning.points.points import PointKind

Schema = dict[str, Any]

_TEXT: Final[Schema] = {"type": "string"}
_WHEN: Final[Schema] = {"type": "string", "format": "date-time"}
_DAY: Final[Schema] = {"type": "string", "format": "date"}


def assessment_schema() -> Schema:
    """Return the JSON Schema (2020-12) that every document of `assessment_document` fits."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "An assessment by cimscore",
        **_object(
            format={"const": ASSESSMENT_FORMAT},
            case=_TEXT,
            final=_said(
                {"type": "boolean"}, "Every program has decided, and no open question could change it; a new fact may."
            ),
            decisions=_list(_ref("decision")),
            failures=_list(_ref("failure")),
        ),
        "$defs": {
            "decision": _decision(),
            "conclusion": _conclusion(),
            "clock": _clock(),
            "stands": _stands(),
            "question": _question(),
            "law": _law(),
            "denied": _denied(),
            "failure": _failure(),
            "standing": _standing(),
            "on": _said(
                _list({"type": "integer", "minimum": 1}),
                "The open questions on which it rests: their places in `open`, from 1.",
            ),
            "reason": _reason(),
            "traced": _traced(),
        },
    }


def due_list_schema() -> Schema:
    """Return the JSON Schema (2020-12) that every document of `due_document` fits."""
    start = _object(
        case=_TEXT, program=_TEXT, asks=_said(_TEXT, "The open question."), act=_TEXT,
        soonest=_said(_WHEN, "The soonest that an answer makes it due; left out where that is not known."),
        optional=("soonest",),
    )  # fmt: skip
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A due list by cimscore",
        **_object(
            format={"const": DUE_FORMAT},
            due=_said(_list(_ref("owed")), "What is due and not done, in order of time; what has no day yet is last."),
            may_start=_said(_list(start), "What nothing makes due yet, and another answer would."),
            failures=_said(_list(_failure(case=_TEXT)), "Programs that have decided nothing of a case."),
        ),
        "$defs": {"owed": _owed(), "stands": _stands(), "standing": _standing()},
    }


def _owed() -> Schema:
    whose = {"case": _TEXT, "program": _TEXT, "what": _said(_TEXT, "The act."), "who": _said(_TEXT, "Who does it.")}
    of_clock = _clock()
    # Which open questions a clock rests on is told by their places in a decision, and a due list has none.
    known = {name: schema for name, schema in of_clock["properties"].items() if name != "on"}
    return {**of_clock, "properties": {**whose, **known}, "required": [*whose, *of_clock["required"]]}


def _failure(**case: Schema) -> Schema:
    return _object(optional=(), **case, rule=_TEXT, plugin=_TEXT, where=_TEXT, problem=_TEXT)


def _standing() -> Schema:
    return {"enum": [standing.value for standing in Standing]}


def _decision() -> Schema:
    at_once = _said({"const": True}, "The source asks for it at once.")
    owed = _object(
        says=_TEXT,
        of=_said(_list(_TEXT), "Those to whom it is owed in the same words, each in the place of `{}`."),
        standing=_ref("standing"),
        on=_ref("on"),
        at_once=at_once,
        optional=("of", "on", "at_once"),
    )
    duty = {"anyOf": [_TEXT, owed]}
    return _object(
        format={"const": FORMAT},
        case=_TEXT,
        program=_TEXT,
        state={"enum": [state.value for state in DecisionState]},
        because=_said(_list(_TEXT), "Why it is no further, one sentence each."),
        unused=_said(_list(_TEXT), "Answers of the case that nothing uses; left out where there is none."),
        governed_by=_said(_map(_TEXT), "The edition of each document."),
        conclusions=_list(_ref("conclusion")),
        duties=_said(_list(duty), "At once first, then in the order of the work; a text alone is certain."),
        done=_said(
            _list(_object(says=_TEXT, at=_TEXT, by=_TEXT, optional=("at", "by"))),
            "What is finished, and so is not told as owed; left out where nothing is.",
        ),
        clocks=_said(_list(_ref("clock")), "In order of time."),
        open=_said(_list(_ref("question")), "What changes most stands first."),
        laws=_said(_list(_ref("law")), "What should hold of every decision, and is not proven of this one."),
        denied=_said(_list(_ref("denied")), "What does not hold and people may have expected, with the reason."),
        unplaced=_said(_list(_object(person=_TEXT, says=_TEXT)), "Who has no part in any record."),
        elsewhere=_said(_list(_elsewhere()), "What somebody else may be owed."),
        receipt=_map(_TEXT),
        trace=_said(_list(_ref("traced")), "Why, where that was asked for: each conclusion and clock by its address."),
        optional=("unused", "done", "trace"),
    )


def _conclusion(**more: Schema) -> Schema:
    return _object(
        **more,
        id=_TEXT,
        about=_list(_TEXT),
        standing=_ref("standing"),
        on=_ref("on"),
        whichever=_said(_TEXT, "The question whose every answer gives it."),
        proven=_said({"const": False}, "It could not be shown to be certain, and nothing was found that changes it."),
        warns=_said({"const": True}, "It says that something is amiss."),
        optional=("about", "on", "whichever", "proven", "warns"),
    )


_OPTIONAL_OF_A_CLOCK: Final = (
    *("about", "due", "day", "earliest", "says", "unless", "latest", "soonest", "then"),
    *("missed", "opens", "too_soon", "limits", "forecast", "stands", "otherwise", "on", "records"),
)


def _clock() -> Schema:
    return _object(
        id=_TEXT,
        about=_list(_TEXT),
        due=_said(_WHEN, "The latest instant at which it is due by the working answers; with `day`, the end of that."),
        day=_said(
            _DAY,
            "The last day on which it is in time, where it is due by the end of a day. `due` is the midnight "
            "that ends that day, and so has the date of the next one.",
        ),
        earliest=_said(_WHEN, "The earliest, where it is a range."),
        says=_said(_TEXT, "When it is due where that is a range, or why no day can be counted."),
        unless=_said(
            _list(_object(holiday=_DAY, due=_WHEN, optional=("holiday",))),
            "The local holidays that would make it later than `earliest`, where the place leaves that open.",
        ),
        standing=_ref("standing"),
        latest=_said(_WHEN, "The latest, whichever way one open question is answered."),
        soonest=_said(_WHEN, "The soonest that another answer may give, where it is sooner than `due`."),
        then=_said(_list(_WHEN), "The next times after it, if it comes round again and is done on its last day."),
        missed=_said({"type": "integer", "minimum": 1}, "How many more times have been due since, by a schedule."),
        opens=_said(_WHEN, "The soonest moment at which it may be done."),
        too_soon=_said(_list(_TEXT), "When it was done before it was allowed, which counts for nothing."),
        limits=_said(_limits(), "The limit of the program which this one extends, and whether this one ends sooner."),
        forecast=_said(_WHEN, "While it waits for another act: when it will be due if that is done on its last day."),
        stands=_said(_ref("stands"), "Left out where no moment is given for which it could be told."),
        otherwise=_list(_read_otherwise()),
        on=_ref("on"),
        records=_said(_list(_TEXT), "The records that show it."),
        optional=_OPTIONAL_OF_A_CLOCK,
    )


def _limits() -> Schema:
    return _object(program=_TEXT, clock=_TEXT, due=_WHEN, stricter={"type": ["boolean", "null"]}, optional=("due",))


def _read_otherwise() -> Schema:
    read = _object(
        reading=_TEXT,
        answer=_TEXT,
        word=_said(_TEXT, "How it would stand; left out where no moment is given to tell it for."),
        due=_said(_WHEN, "The latest instant at which it would be due, where that is another day."),
        earliest=_said(_WHEN, "The earliest, where it is a range."),
        optional=("word", "due", "earliest"),
    )
    return _said(read, "Another reading by which it would be due on another day, or stand otherwise.")


def _stands() -> Schema:
    words = ["waiting", "running", "met", "met late", "overdue", "done", "not counted", "cannot be told"]
    return _object(
        word={"enum": words},
        standing=_ref("standing"),
        amount=_said(_TEXT, "How much time is left, or by how much it is late, in the unit that the clock counts."),
        says=_said(_TEXT, "All of it in words; where it cannot be told, with what would tell."),
        barred=_said(_ref("standing"), "The act may not be done for now."),
        optional=("amount", "barred"),
    )


def _question() -> Schema:
    count = {"type": "integer", "minimum": 0}
    return _object(
        address=_TEXT,
        kind={"enum": [kind.value for kind in PointKind]},
        asks=_TEXT,
        working=_said(_TEXT, "The answer worked with until it is given."),
        why=_TEXT,
        decided_by=_said(_TEXT, "The role of the person who decides; left out for a fact."),
        ask=_said(_TEXT, "Who can be asked about a fact, in general words."),
        changes=_said(
            _list(_object(answers=_list(_TEXT), adds=count, takes=count)),
            "How much other answers bring and take away; those that change as much, together.",
        ),
        unlisted=_said({"const": True}, "It has answers that cannot all be tried, as a moment or a place has."),
        bounds=_said(
            _list(_object(moment=_TEXT, brings=_list(_TEXT))),
            "Of a moment from which something counts: the first and last that it can be, and what each would bring.",
        ),
        starts=_said(
            _list(_object(act=_TEXT, soonest=_TEXT, optional=("soonest",))),
            "What another answer would make due that no clock tells of, with the soonest day that it brings.",
        ),
        optional=("working", "why", "decided_by", "ask", "changes", "unlisted", "bounds", "starts"),
    )


def _traced() -> Schema:
    supposed = {"type": "object", "minProperties": 1, "additionalProperties": _TEXT}
    return _object(
        address=_TEXT,
        says=_TEXT,
        standing={"enum": [*(standing.value for standing in Standing), "no"]},
        clauses=_said(_list(_TEXT), "The clauses that give it."),
        because=_said(_list(_ref("reason")), "Which conditions held."),
        whichever=_said(_TEXT, "The question whose every answer gives it, in words."),
        ways=_said(
            _list(_object(answer=_TEXT, because=_list(_ref("reason")))),
            "For each of its answers, which conditions held.",
        ),
        rests_on=_said(_list(supposed), "The smallest sets of answers with which it would not hold."),
        notes=_said(_list(_TEXT), "Of a clock: when it is due, from what it counts, and what was not counted."),
        optional=("clauses", "whichever", "ways", "rests_on", "notes"),
    )


def _reason() -> Schema:
    return _object(
        says=_TEXT,
        provisional=_said({"const": True}, "It holds by the working answers alone."),
        address=_said(_TEXT, "Of another conclusion, which is explained under its own address."),
        again=_said({"const": True}, "Told above with its reasons."),
        clauses=_list(_TEXT),
        because=_list(_ref("reason")),
        optional=("provisional", "address", "again", "clauses", "because"),
    )


def _law() -> Schema:
    return _object(
        id=_TEXT,
        about=_list(_TEXT),
        says=_TEXT,
        state={"enum": ["not proven", "not so"]},
        clauses=_said(_list(_TEXT), "None for a law of every program."),
        why=_said(_TEXT, "Why it does not hold. Left out where it hangs on the questions that `to_do` names."),
        to_do=_TEXT,
        holds_back=_said(_list(_TEXT), "The records that are not to be opened before it holds."),
        optional=("why", "holds_back"),
    )


def _denied() -> Schema:
    failing = _object(says=_TEXT, clauses=_list(_TEXT))
    near = _object(
        clauses=_said(_list(_TEXT), "Those that would give it."),
        fails=_said(_list(failing), "What keeps it from holding."),
        stood=_said(_list(_TEXT), "The editions in which its clause stands, where the governing one is none."),
        optional=("clauses", "fails", "stood"),
    )
    return _object(
        id=_TEXT,
        about=_list(_TEXT),
        says=_TEXT,
        standing=_ref("standing"),
        grounds=_said(_list(_conclusion(says=_TEXT, clauses=_list(_TEXT))), "The reasons that are concluded."),
        nearest=_said(_list(near), "The ways in which it nearly holds."),
        others={"type": "integer", "minimum": 0, "description": "How many more ways are about another choice."},
        would_change=_said(
            _list(_object(address=_TEXT, asks=_TEXT, answer=_TEXT)), "Each single fact with which it would hold."
        ),
        optional=("about", "grounds", "nearest", "would_change"),
    )


def _elsewhere() -> Schema:
    who = _said(_TEXT, "The program that decides about it, or who that is.")
    return _conclusion(to=who, says=_TEXT, clauses=_list(_TEXT))


def _object(*, optional: tuple[str, ...] = (), **properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
    }


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _map(values: Schema) -> Schema:
    return {"type": "object", "additionalProperties": values}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _said(schema: Schema, description: str) -> Schema:
    return {**schema, "description": description}
