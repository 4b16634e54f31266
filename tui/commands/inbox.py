"""`cairn inbox`: what partners share, and their words; and what those say who hold a group that one is in."""

from argparse import Namespace
from typing import Any

from journal.use_cases.open_journal import OpenJournal
from sync.consent.sharing import Sharing
from sync.consent.summaries import Facilitator, Summaries
from sync.consent.words import Words
from sync.protocol.content import SharedGoal
from sync.records.notes import Letter
from tui.commands.summary import card_document, card_shown
from tui.commands.terminal import Terminal
from tui.sharing_reading import name_of
from tui.wording import together
from tui.wording.indenting import indented
from tui.wording.my_page import GROUP_AGREED, closing_told
from tui.wording.parts import label
from tui.wording.sharing_lines import first_words, letter_in_line, page_in_lines
from tui.wording.summary import called
from tui.wording.summary_commands import CLOSES_SAID


def run(options: Namespace) -> int:
    """Everything of one partner's, or of everybody's."""
    terminal = Terminal(options)
    with terminal.journal() as journal:
        words = Words(journal)
        wanted = None if options.partner is None else journal.partner(options.partner).id
        pages = [page for page in words.their_pages() if wanted in (None, page.partner)]
        letters = words.received(options.partner)
        titles = {goal.id: goal.title or "" for page in pages for goal in page.goals} | _mine(journal)
        there = [one for one in Summaries(journal).facilitators() if wanted in (None, one.partner)]
        facilitators = [one for one in there if one.role_card or one.agreement or one.closing]
        document = {
            "shared": [{"partner": page.partner, "goal": _goal(goal)} for page in pages for goal in page.goals],
            "messages": [_message(letter) for letter in letters],
            **({"facilitators": [_facilitator(one) for one in facilitators]} if facilitators else {}),
        }
        lines = [line for page in pages for line in page_in_lines(page, name_of(journal, page.partner))]
        lines += [line for one in facilitators for line in _in_lines(one)]
        lines += [
            f"{letter_in_line(letter, name_of(journal, letter.partner), titles)}  ({_id(letter)})" for letter in letters
        ]
        return terminal.answer(document, lines or [together.NOTHING_CAME])


def _mine(journal: OpenJournal) -> dict[str, str]:
    """What one shares oneself, by the id that partners know it by."""
    live = [consent for consent in Sharing(journal).shares() if consent.is_live]
    return {consent.shared: first_words(consent) for consent in live}


def _facilitator(one: Facilitator) -> dict[str, Any]:
    """What somebody who holds a group shows its members now."""
    closing = one.closing
    return {
        "partner": one.partner,
        "group": one.group,
        "role_card": card_document(one),
        "agreement": dict(one.agreement),
        "closing": None if closing is None else closing.model_dump(mode="json"),
    }


def _in_lines(one: Facilitator) -> list[str]:
    """The same for a person: an end comes first."""
    name = called(one)
    closing = [] if one.closing is None else [CLOSES_SAID.format(name=name), *indented([closing_told(one.closing)])]
    agreed = [f"{label('peer_group', section)}\n{text}" for section, text in one.agreement.items()]
    return [*closing, *card_shown(one), *([GROUP_AGREED, *agreed] if agreed else [])]


def _goal(goal: SharedGoal) -> dict[str, Any]:
    return goal.model_dump(mode="json", exclude_defaults=True)


def _id(letter: Letter) -> str:
    """As `cairn keep` takes it."""
    return f"{letter.partner[:8]}-{letter.no}"


def _message(letter: Letter) -> dict[str, Any]:
    return {
        "partner": letter.partner,
        "id": _id(letter),
        "text": letter.text,
        "about": letter.about,
        "at": letter.at,
        "keep": letter.kept,
    }
