"""Notes and replies of a facilitator: read here, and kept for a hard day if one likes. Nothing is answered here."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from sync.consent.words import Words
from sync.records.notes import Letter
from tui.actions import deeds_of
from tui.language import _
from tui.screens.hearing import bindings_of
from tui.screens.my_page_reading import letter_head
from tui.screens.told import ToldScreen
from tui.sharing_reading import Talk, talk_with
from tui.store_thread import Desk
from tui.widgets.letter_list import LetterList
from tui.widgets.told_list import Told, ToldList, heading, told
from tui.wording import my_page, summary
from tui.wording import sharing as words
from tui.wording.dates import short_day
from tui.wording.items import KEPT


class FacilitatorWords(ToldScreen[Talk]):
    """The newest first. They stay here whatever happens there."""

    WHERE = "facilitator-words"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("facilitator-words"))
    LIST = LetterList

    def __init__(self, desk: Desk, partner_id: str) -> None:
        super().__init__(desk, lambda journal: talk_with(journal, partner_id), self._all_told)

    def keys_shown(self) -> list[tuple[str, str]]:
        here = self._list.opened if self.query(ToldList) else None
        keep = [("K", _("keep"))] if isinstance(here, Letter) else []
        return [*keep, ("Esc", _("back")), ("↑↓", _("look"))]

    def _all_told(self, talk: Talk, width: int) -> Sequence[Told]:
        rows = [heading(my_page.WORDS_OF.format(name=talk.name)), *told(summary.NOT_URGENT, width, "$text-muted")]
        for letter, is_mine in talk.letters:
            if is_mine:
                continue
            head = " · ".join(part for part in (short_day(letter.at[:10]), letter_head(letter, talk.titles)) if part)
            mark = f"{KEPT} " if letter.kept else ""
            rows += [Told(), *told(mark + head, width, "$text-muted")]
            rows += told(letter.text, width, opens=letter, key=str(letter.no), indent=2)
        return rows if talk.letters else [*rows, Told(), *told(my_page.WORDS_EMPTY, width, "$text-muted")]

    def action_keep(self) -> None:
        """Words of theirs go to a hard day, or no longer."""
        letter = self._list.opened
        if isinstance(letter, Letter):
            keep = not letter.kept
            self.hear(
                self._desk.ask(lambda journal: Words(journal).keep(letter, keep)),
                lambda _: self._changed(words.KEPT_WORDS if keep else words.NOT_KEPT_WORDS),
            )
