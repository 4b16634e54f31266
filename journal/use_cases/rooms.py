"""What every deed on an open journal shares: its connection, its clock and its tables."""

from datetime import timedelta

from journal.clock import Clock
from journal.domain.check_in import CheckIn
from journal.domain.entry import Draft, JournalEntry
from journal.domain.moments import Moment, moment_at, parse_when, utc_text
from journal.domain.timeline import Item
from journal.store.check_ins import KIND as CHECK_IN
from journal.store.check_ins import CheckIns
from journal.store.connection import Connection
from journal.store.deeds import Deeds
from journal.store.drafts import Drafts
from journal.store.entries import Entries
from journal.store.items import Items
from journal.store.meta import Meta, Settings
from journal.store.search_index import SearchIndex
from journal.store.timeline import Timeline
from journal.store.tools import Tools

UNDO_DAYS = 30
"""How long something deleted waits. Source: domain brief and command line contract."""


class Rooms:
    """The tables of one open journal. Deeds are added to it one subject at a time."""

    def __init__(self, connection: Connection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock
        self._meta = Meta(connection)
        self._settings = Settings(connection)
        self._items = Items(connection)
        self._check_ins = CheckIns(connection, self._items)
        self._entries = Entries(connection, self._items)
        self._tools = Tools(connection)
        self._drafts = Drafts(connection)
        self._deeds = Deeds(connection)
        self._search_index = SearchIndex(connection)
        self._timeline = Timeline(connection)
        self._known: dict[str, Draft] = {}
        """Drafts as this process last saw or kept them."""
        self._renamed: dict[str, str] = {}
        """Drafts that go on under another id, because another process finished the first."""

    def moment(self, when: str | None = None) -> Moment:
        """The moment that `when` names (see `parse_when`), or now.

        Raises:
            BadInput: no such day, or one that has not come yet.
        """
        now, zone = self._clock.now(), self._clock.zone()
        return moment_at(now, zone) if when is None else parse_when(when, now, zone)

    def now_utc(self) -> str:
        """This instant as UTC text."""
        return utc_text(self._clock.now())

    def _days_ago(self, days: int) -> str:
        return utc_text(self._clock.now() - timedelta(days=days))

    def _item(self, number: int, kind: str) -> Item:
        return self._check_ins.get(number) if kind == CHECK_IN else self._entries.get(number)

    def _index(self, number: int, item: Item) -> None:
        """Every written word of an item: its tags, its feelings words and the tools it names among them."""
        if isinstance(item, JournalEntry):
            self._search_index.put(number, (item.title, item.body, " ".join(item.tags)))
        elif isinstance(item, CheckIn):
            tools = [self._tools.find(use.tool_id).name for use in item.tools_used]
            self._search_index.put(number, (item.note, " ".join(item.feelings), " ".join(tools)))
