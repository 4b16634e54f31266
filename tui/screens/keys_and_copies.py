"""Keys and copies: what opens the journal, locked copies of it, taking it along, erasing. Each row is one deed."""

import asyncio
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from journal.paths import Home, synced_by
from tui.actions import deeds_of
from tui.language import _
from tui.screens.hearing import Hearing, bindings_of
from tui.screens.keys_and_copies_backups import newest_elsewhere
from tui.screens.keys_and_copies_deeds import begin
from tui.screens.keys_and_copies_ground import Ground, unlocked_of
from tui.widgets.deed_rows import DeedRow, DeedRows
from tui.widgets.inert_filter import as_content
from tui.widgets.keys_line import KeysLine
from tui.wording import copies
from tui.wording import keys_screen as words

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal
    from journal.use_cases.unlocking import Unlocked

GROUPS = {
    "change-passphrase": words.WAYS_IN,
    "make-backup": words.COPIES,
    "take-along": words.LEAVING,
    "erase": words.ERASING,
}
"""The first row of each group, and what stands above it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How things stand, as the folders show it."""

    newest: date | None
    """The day of the newest safety copy on this computer."""
    kept: tuple[Path, ...]
    """Journals from before a backup was put back."""
    synced: str | None
    """The program that seems to carry the journal's folder elsewhere."""
    elsewhere: str
    """Where safety copies go too, in words."""


class KeysAndCopies(Hearing):
    """One list. What came of a deed is said under it, and stays until the next."""

    WHERE = "keys-and-copies"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("keys-and-copies"))

    def __init__(self, ground: Ground) -> None:
        """Nothing is read yet.

        Args:
            ground: what the deeds stand on; what comes of them is said here.
        """
        super().__init__()
        self._ground = replace(ground, screen=self, say=self._say)

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="column", can_focus=False):
            yield Static(words.TITLE, classes="heading", markup=False)
            yield Static("", id="standing", classes="muted")
            yield DeedRows([DeedRow(name, *said, GROUPS.get(name, "")) for name, said in words.ROWS.items()])
        yield Static("", id="said", markup=False)
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        return [("Enter", _("choose")), ("Esc", _("back")), ("↑↓", _("look")), ("F1", _("help"))]

    def on_mount(self) -> None:
        for name in ("#said", "#standing"):
            self.query_one(name).display = False
        self.query_one(DeedRows).focus(scroll_visible=False)

    # How things stand

    def on_screen_resume(self) -> None:
        self._read()

    def journal_changed(self) -> None:
        self._read()

    def _read(self) -> None:
        self.hear(asyncio.ensure_future(self._look()), self._show)

    async def _look(self) -> Standing:
        unlocked, chosen = await self._ground.desk.ask(_chosen)
        # A stick or a disk of the network may take its time: neither the screen nor the journal waits for it.
        return await self._ground.beside(lambda: standing(self._ground.home, unlocked, chosen))

    def _show(self, found: Standing) -> None:
        lines = [copies.synced(found.synced)] if found.synced else []
        lines.append(words.newest(found.newest.isoformat()) if found.newest else words.NEWEST_NONE)
        lines += [words.kept_from_before(str(path)) for path in found.kept]
        line = self.query_one("#standing", Static)
        line.update(as_content("\n".join(lines)))
        line.display = True
        self.query_one(DeedRows).say_about("elsewhere", found.elsewhere)

    # Deeds

    def on_deed_rows_chosen(self, event: DeedRows.Chosen) -> None:
        self._say("")
        begin(self._ground, event.row_id)

    def action_back(self) -> None:
        self.dismiss()

    def _say(self, sentence: str) -> None:
        said = self.query_one("#said", Static)
        said.update(as_content(sentence))
        said.display = bool(sentence)


def _chosen(journal: "OpenJournal") -> "tuple[Unlocked, str | None]":
    from journal.use_cases.open_journal import ELSEWHERE

    return unlocked_of(journal), journal.setting(ELSEWHERE)


def standing(home: Home, unlocked: "Unlocked", chosen: str | None) -> Standing:
    """Look at the folders.

    Args:
        home: whose.
        unlocked: which journal's copies are meant.
        chosen: the folder that was chosen for copies elsewhere; empty: none, by choice; `None`: never asked.
    """
    from journal.use_cases.snapshots import snapshots_in
    from journal.vault.gone import kept_beside

    there = snapshots_in(home)
    said = words.ROWS["elsewhere"][1] if chosen is None else words.ONLY_HERE_CHOSEN
    if chosen:
        try:
            day = newest_elsewhere(unlocked, Path(chosen))
            said = words.elsewhere(chosen, day.isoformat() if day else None)
        except OSError:
            said = words.not_reached(chosen)
    return Standing(there[-1].day if there else None, tuple(kept_beside(home)), synced_by(home), said)
