"""Contacts: the mailbox that answers each kind of question.

Add a line here when a page names another address.
"""

from __future__ import annotations

from typing import Final

from cimscore.policy import Modal
from cimscore.rules import Duties, Question, Value
from cimscore_vic_cims.tables import MAILBOXES
from cimscore_vic_cims.words import Matter

mailbox: Final = Value("mailbox", str)

HELP_WITH: Final = Question(
    id="help-with",
    things=(),
    text="With what is help needed?",
    answers=Matter,
    working=Matter.NOTHING,
    why="whoever needs help says so",
    granted=True,
    cites=("vic/contacts/platform", "vic/contacts/policy", "vic/contacts/vendors", "vic/contacts/review"),
)

CONTACTS: Final = Duties("contact", (), step=1)
CONTACTS.duty(
    "ask-for-help",
    "write",
    by="whoever asks",
    to="{}",
    modal=Modal.CAN,
    detail=mailbox,
    id="platform",
    when=HELP_WITH.is_(Matter.PLATFORM) & MAILBOXES(Matter.PLATFORM, mailbox),
    cites=["vic/contacts/platform"],
)
CONTACTS.duty(
    "ask-for-help",
    "write",
    by="whoever asks",
    to="{}",
    modal=Modal.CAN,
    detail=mailbox,
    id="policy",
    when=HELP_WITH.is_(Matter.POLICY) & MAILBOXES(Matter.POLICY, mailbox),
    cites=["vic/contacts/policy"],
)
CONTACTS.duty(
    "ask-for-help",
    "write",
    by="whoever asks",
    to="{}",
    modal=Modal.CAN,
    detail=mailbox,
    id="review",
    when=HELP_WITH.is_(Matter.REVIEW) & MAILBOXES(Matter.REVIEW, mailbox),
    cites=["vic/contacts/review", "vic/contacts/review-report"],
)
CONTACTS.duty(
    "ask-the-vendor",
    "raise it with its IT vendor first",
    by="the service provider",
    when=HELP_WITH.is_(Matter.VENDOR),
    cites=["vic/contacts/vendors"],
)
CONTACTS.duty(
    "ask-about-the-connection",
    "write",
    by="whoever asks",
    to="{}",
    modal=Modal.CAN,
    after="ask-the-vendor",
    detail=mailbox,
    when=HELP_WITH.is_(Matter.VENDOR) & MAILBOXES(Matter.VENDOR, mailbox),
    cites=["vic/contacts/vendors"],
)
