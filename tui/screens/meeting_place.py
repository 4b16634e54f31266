"""The folder that both can see, as it was typed: it is there again after leaving and after a lock. No words are."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.widgets import Input
from textual.widgets.input import Selection

from journal.errors import BadInput
from tui.screens.hearing import Hearing
from tui.store_thread import Desk
from tui.widgets.path_field import path_typed
from tui.wording import meeting_place as words
from tui.wording.meeting_place import is_relay, relay_typed, seen_there

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal

FOLDER = "folder:"
PLACE = "meeting_place"
"""The name of the small choice."""
_WORDS = 12
"""So many in one line are an invite, or more, put into the wrong field; a folder has fewer."""


class AsksPlace(Hearing):
    """A screen with a field for the place."""

    _desk: Desk
    _via: str
    """The place of the last time with this partner, if any."""
    _kept_place = ""
    _told_of = ""
    """The relay whose operator's view was said: nothing goes there before."""

    def place_typed(self) -> str:
        """What stands in the field, as it is kept.

        Raises:
            BadInput: it is no place.
        """
        typed = self.query_one("#place", Input).value
        return relay_typed(typed) or f"{FOLDER}{path_typed(typed)}"

    async def see_first(self, via: str) -> None:
        """Before a relay is reached for the first time, what is seen there. Touches no widget.

        Raises:
            BadInput: it was not said yet; it says so. Or it is no place.
        """
        if not is_relay(via) or via == self._told_of:
            return
        from sync.carrying import proxy_to

        seen = seen_there(via, await proxy_to(via))
        self._told_of = via
        raise BadInput(" ".join([*seen, words.SAME_AGAIN]))

    async def reach_first(self, via: str, no_folder: str) -> None:
        """See that the place is there. Touches no widget.

        Args:
            via: as it is kept.
            no_folder: what is said of a folder that is not.

        Raises:
            BadInput: as `see_first`, or there is no such folder. NotReached: the relay is not there.
        """
        from sync.carrying import check_place
        from sync.errors import NotReached

        await self.see_first(via)
        try:
            await check_place(via)
        except NotReached:
            if is_relay(via):
                raise
            raise BadInput(no_folder) from None

    def put_place(self) -> None:
        """What stands in the field to begin with."""
        if self._via:
            self._put(self._via.removeprefix(FOLDER))
        else:
            self.hear(self._desk.ask(lambda journal: journal.setting(PLACE) or ""), self._put_kept)

    def _put_kept(self, kept: str) -> None:
        self._kept_place = kept
        if not self.query_one("#place", Input).value:
            self._put(kept)

    def _put(self, place: str) -> None:
        field = self.query_one("#place", Input)
        field.value = place
        # All of it is marked, its beginning in sight: another place, typed or pasted, takes its place.
        field.selection = Selection(len(place), 0)

    def unsaved(self) -> "list[Callable[[OpenJournal], object]]":
        typed = "".join(field.value.strip() for field in self.query("#place").results(Input))
        if typed in ("", self._kept_place) or len(typed.split()) >= _WORDS:
            return []
        return [lambda journal: journal.choose(PLACE, typed)]

    def action_back(self) -> None:
        """Away; the place is kept where it can be."""
        self.after_typing(self._leave)

    def _leave(self) -> None:
        def go(_: object = None) -> None:
            self.dismiss()

        deeds = self.unsaved()
        for deed in deeds:
            self.hear(self._desk.ask(deed), go, go)
        if not deeds:
            go()
