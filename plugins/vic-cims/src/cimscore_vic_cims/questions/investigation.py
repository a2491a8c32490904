"""What an investigation waits for, and how long it may take."""

from __future__ import annotations

from cimscore.rules import Concern, Question
from cimscore_vic_cims.words import DELEGATE

REPORTED_TO_POLICE = Question(
    id="reported-to-police",
    about=Concern,
    text="Do Victoria Police have a report of it?",
    answers=bool,
    cites=("vic-news-2025/investigation/police-first",),
)

CLEARED_BY_POLICE = Question(
    id="cleared-by-police",
    about=Concern,
    text="Have Victoria Police cleared the investigation to begin?",
    answers=bool,
    cites=("vic-news-2025/investigation/police-first",),
)

EXTENDED_BY = Question(
    id="extended-by",
    about=Concern,
    text="By how many business days was the day of the investigation's report put off in all, by every form for it?",
    answers=int,
    decided_by=DELEGATE,
    cites=("vic-news-2025/investigation/extension", "vic-news-2025/investigation/extension-again"),
)
