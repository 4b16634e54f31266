"""A screen that works with the journal: it asks the store thread, hears the answer, and is told of changes."""

from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Static

from journal.errors import CairnError
from tui.actions import Deed, deeds_of
from tui.key_map import no_key, places_of
from tui.language import sentence_of
from tui.store_thread import Desk
from tui.widgets.inert_filter import as_content
from tui.widgets.keys_line import KeysLine
from tui.widgets.long_list import LongList
from tui.widgets.waiting import Heard, JournalRefused, Waiting
from tui.wording import screen as words

__all__ = ["Heard", "Hearing", "ItemChosen", "JournalChanged", "JournalRefused", "Keeping", "bindings_of"]


class JournalChanged(Message):
    """Something was written to the journal here."""


class ItemChosen(Message):
    """The person wants to see one thing of the journal; the app knows which screen is made for its kind."""

    def __init__(self, kind: str, item_id: str, looked_for: str = "") -> None:
        super().__init__()
        self.kind = kind
        self.item_id = item_id
        self.looked_for = looked_for
        """Words by which it was found, to be shown where they stand."""


class Hearing(Waiting[None]):
    """What every screen that works with the journal has in common."""

    WHERE: ClassVar[str] = ""
    """The name under which its keys stand in `tui/actions.py`."""

    async def list_anew(self, rows: LongList[Any], total: int) -> None:
        """Show a list of another length; a refusal is told as any other."""
        try:
            await rows.set_total(total)
        except CairnError as problem:
            self.post_message(JournalRefused(problem))
        self.say_keys()

    def say_keys(self) -> None:
        """Say the keys that are of use now."""
        for line in self.query(KeysLine):
            line.show_keys(self.keys_shown())

    def of_a_row(self, *keys: tuple[str, str]) -> list[tuple[str, str]]:
        """Keys that do something with a row of the list in sight; none where it has none."""
        return [*keys] if any(rows.total for rows in self.query(LongList) if rows.display) else []

    def announce_change(self) -> None:
        """Say that the journal holds something else now, so that every screen reads it again."""
        self.post_message(JournalChanged())

    def show_item(self, kind: str, item_id: str, looked_for: str = "") -> None:
        """Open one thing of the journal on the screen made for its kind, over this one."""
        self.post_message(ItemChosen(kind, item_id, looked_for))

    def say_nothing(self) -> None:
        """Take back what was said here last."""
        for said in self.query("#said").results(Static):
            said.update("")

    def journal_changed(self) -> None:
        """Another process, or another screen, has written to the journal."""

    def partners_met(self) -> None:
        """The partners were met, or could not be: what is noted of it may be another."""

    def day_to_write_for(self) -> str | None:
        """The day that a page begun from here is for, ISO 8601; `None` for today."""
        return None

    def keys_shown(self) -> list[tuple[str, str]]:
        """The bottom line: the keys that are needed most come first, for those stay where there is little room."""
        return [(deed.shown_keys.split(" or ")[0], deed.words) for deed in deeds_of(self.WHERE)]


class Keeping(Hearing):
    """A screen with words on their way, kept as a draft while they are typed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._told_not_kept = False

    def say(self, sentence: str) -> None:
        """Say something under what is being written, in place of what was said before."""
        said = self.query_one("#said", Static)
        said.update(as_content(sentence))

    def keep_words(self) -> None:
        """Keep what is here; where that does not work, say so, and take it back when it does again."""
        for deed in self.unsaved():
            self.hear(self._desk.ask(deed), lambda _: self._kept(), self.not_kept)

    def _kept(self) -> None:
        if self._told_not_kept:
            self._told_not_kept = False
            self.say("")

    def not_kept(self, problem: CairnError) -> None:
        """Say that the words are here and not kept yet."""
        self._told_not_kept = True
        self.say(words.not_kept(sentence_of(problem)))


def bindings_of(deeds: list[Deed]) -> list[BindingType]:
    """Textual's bindings for some deeds, in two places each, by which a person's own keys find them.

    A key that works while writing is listened to before the text is. A place without a key has one that no
    keyboard has.
    """
    return [
        Binding(",".join(keys) or no_key(place), deed.action, deed.words, show=False, id=place, priority=is_first)
        for deed in deeds
        for place, keys, is_first in places_of(deed, deed.keys)
    ]
