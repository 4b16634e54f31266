"""`cairn inbox`: what partners share, and their words."""

from argparse import Namespace
from typing import Any

from journal.use_cases.open_journal import OpenJournal
from sync.consent.sharing import Sharing
from sync.consent.words import Words
from sync.protocol.content import SharedGoal
from sync.records.notes import Letter
from tui.commands.terminal import Terminal
from tui.sharing_reading import name_of
from tui.wording import together
from tui.wording.sharing_lines import letter_in_line, page_in_lines


def run(options: Namespace) -> int:
    """Everything of one partner's, or of everybody's."""
    terminal = Terminal(options)
    with terminal.journal() as journal:
        words = Words(journal)
        wanted = None if options.partner is None else journal.partner(options.partner).id
        pages = [page for page in words.their_pages() if wanted in (None, page.partner)]
        letters = words.received(options.partner)
        titles = {goal.id: goal.title or "" for page in pages for goal in page.goals} | _mine(journal)
        document = {
            "shared": [{"partner": page.partner, "goal": _goal(goal)} for page in pages for goal in page.goals],
            "messages": [_message(letter) for letter in letters],
        }
        lines = [line for page in pages for line in page_in_lines(page, name_of(journal, page.partner))]
        lines += [
            f"{letter_in_line(letter, name_of(journal, letter.partner), titles)}  ({_id(letter)})" for letter in letters
        ]
        return terminal.answer(document, lines or [together.NOTHING_CAME])


def _mine(journal: OpenJournal) -> dict[str, str]:
    """What one shares oneself, by the id that partners know it by."""
    live = [consent for consent in Sharing(journal).shares() if consent.is_live]
    return {consent.shared: consent.words.get("title", "") for consent in live}


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
