"""Deleting with undo; where it also ends something between two people, that is said first."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.modals.choose import Choose
from tui.screens.hearing import Hearing
from tui.screens.meeting_told import has_partners
from tui.store_thread import Desk
from tui.wording import my_page
from tui.wording import sharing as words

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal


def delete(screen: Hearing, desk: Desk, item_id: str, then: Callable[[], object]) -> None:
    """Put something out of sight: at once where undo brings back all of it, otherwise after one question.

    Args:
        screen: over which the question comes up.
        desk: the journal.
        item_id: what goes.
        then: called when it has gone.
    """

    def ask(told: list[str]) -> None:
        if not told:
            then()
            return
        screen.app.push_screen(Choose(words.DELETE_THIS, words.DELETE_OR_NOT, lines=told), answered)

    def answered(index: int | None) -> None:
        if index == 0:
            screen.hear(desk.ask(lambda journal: journal.delete(item_id)), lambda _: then())

    screen.hear(desk.ask(lambda journal: _delete_or_tell(journal, item_id)), ask)


def erase(screen: Hearing, desk: Desk, item_id: str, then: Callable[[], object]) -> None:
    """Say what erasing something ends between two people, and go on to the erasing itself, which has its own questions.

    Args:
        screen: over which the question comes up.
        desk: the journal.
        item_id: what is to go.
        then: begins the erasing.
    """

    def ask(told: list[str]) -> None:
        if told:
            screen.app.push_screen(Choose(my_page.ERASE_THIS, my_page.ERASE_OR_NOT, lines=told), answered)
        else:
            then()

    def answered(index: int | None) -> None:
        if index == 0:
            then()

    screen.hear(desk.ask(lambda journal: _erasing_ends(journal, item_id)), ask)


def _erasing_ends(journal: "OpenJournal", item_id: str) -> list[str]:
    from tui.sharing_reading import erasing_ends

    return erasing_ends(journal, item_id)


def _delete_or_tell(journal: "OpenJournal", item_id: str) -> list[str]:
    """What it would end; where that is nothing, it has gone."""
    told = []
    if has_partners(journal):
        from tui.sharing_reading import ends_with

        told = ends_with(journal, item_id)
    if not told:
        journal.delete(item_id)
    return told
