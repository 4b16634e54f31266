"""What every deed on an open journal shares: its connection, its clock and its tables."""

from __future__ import annotations

from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from journal.domain.check_in import CheckIn
from journal.domain.moments import Moment, moment_at, parse_when, utc_text
from journal.store.check_ins import KIND as CHECK_IN
from journal.store.check_ins import CheckIns
from journal.store.items import Items
from journal.store.meta import FACILITATOR, HOME_OF, Meta, Settings
from journal.store.search_index import SearchIndex

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journal.clock import Clock
    from journal.domain.entry import Draft
    from journal.domain.parts import Value
    from journal.domain.timeline import Item
    from journal.store.connection import Connection
    from journal.store.deeds import Deeds
    from journal.store.drafts import Drafts
    from journal.store.entries import Entries
    from journal.store.goals import Goals
    from journal.store.peer_sessions import PeerSessions
    from journal.store.shelves import Shelves
    from journal.store.timeline import Timeline

ENTRY, GOAL, SESSION, TOOL = "entry", "goal", "session", "tool"
UNDO_DAYS = 30
"""How long something deleted waits. Source: domain brief and command line contract."""


class Rooms:
    """The tables of one open journal. Deeds are added to it one subject at a time.

    A table that a quick check-in does not touch is made, and its modules are loaded, when it is first needed: the
    values of goals, sessions and shelves alone take longer to load than a check-in takes to save.
    """

    def __init__(self, connection: Connection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock
        self._meta = Meta(connection)
        self._settings = Settings(connection)
        self._items = Items(connection)
        self._check_ins = CheckIns(connection, self._items)
        self._search_index = SearchIndex(connection)
        self._known: dict[str, Draft] = {}
        """Drafts as this process took them up or last kept them."""
        self._renamed: dict[str, str] = {}
        """Drafts that go on under another id, because another process finished the first."""

    @property
    def is_facilitators(self) -> bool:
        """Whether this is a facilitator's home, in place of a person's own journal."""
        return self._settings.get(HOME_OF) == FACILITATOR

    @cached_property
    def _goals(self) -> Goals:
        from journal.store.goals import Goals

        return Goals(self._connection, self._items)

    @cached_property
    def _entries(self) -> Entries:
        from journal.store.entries import Entries

        return Entries(self._connection, self._items, self._goals)

    @cached_property
    def _sessions(self) -> PeerSessions:
        from journal.store.peer_sessions import PeerSessions

        return PeerSessions(self._connection, self._items, self._goals)

    @cached_property
    def _shelves(self) -> Shelves:
        from journal.store.shelves import Shelves

        return Shelves(self._connection, self._items)

    @cached_property
    def _drafts(self) -> Drafts:
        from journal.store.drafts import Drafts

        return Drafts(self._connection)

    @cached_property
    def _deeds(self) -> Deeds:
        from journal.store.deeds import Deeds

        return Deeds(self._connection)

    @cached_property
    def _timeline(self) -> Timeline:
        from journal.store.timeline import Timeline

        return Timeline(self._connection)

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
        if kind == CHECK_IN:
            return self._check_ins.get(number)
        if kind == GOAL:
            return self._goals.get(number)
        if kind == SESSION:
            return self._sessions.get(number)
        return self._entries.get(number)

    def _let_go(self, draft_id: str | None) -> None:
        """Let go of the draft that something was, under the id it has now; `None` for no draft."""
        if draft_id is not None:
            self._drafts.drop(self._renamed.get(draft_id, draft_id))

    def _put_out_of_sight(self, prefix: str) -> str:
        """Hide something and return its whole id. The caller owns the transaction."""
        now = self.now_utc()
        number, kind, item_id = self._items.find(prefix)
        self._items.set_deleted(number, now)
        self._search_index.remove(number)
        self._index_tool(number, kind)
        self._deeds.add("delete", now, [number])
        return item_id

    def _note_parts(self, number: int, thing: object, given: Mapping[str, Value]) -> None:
        """Keep what new values take the place of, as JSON by the names of the parts; nothing where nothing changes."""
        replaced = {name: getattr(thing, name) for name, value in given.items() if getattr(thing, name) != value}
        lost = {name: value for name, value in replaced.items() if value}
        if lost:
            import json

            self._items.note_edit(number, self.now_utc(), None, json.dumps(lost, ensure_ascii=False))
        elif replaced:
            self._items.set_edited(number, self.now_utc())

    def _index(self, number: int, item: Item) -> None:
        """Every written word of an item, its tags and feelings words among them; tools have an index of their own."""
        self._search_index.put(number, self._words_of(item))

    def _index_tool(self, number: int, kind: str) -> None:
        """The name of a tool stands in its own index; what used it is found through it."""
        if kind == TOOL and not self._items.is_deleted(number):
            self._search_index.put_tool(number, getattr(self._shelves.get(number, kind), "name", ""))
        elif kind == TOOL:
            self._search_index.remove_tool(number)

    def _words_of(self, item: Item) -> list[str | None]:
        if isinstance(item, CheckIn):
            return [item.note, " ".join(item.feelings)]
        from journal.domain.entry import JournalEntry
        from journal.domain.goal import Goal
        from journal.domain.parts import values_of
        from journal.domain.peer_session import SESSION_PARTS

        if isinstance(item, JournalEntry):
            return [item.title, item.body, " ".join(item.tags)]
        if isinstance(item, Goal):
            steps = [step.text for step in item.steps]
            reflections = [reflection.note for reflection in item.reflections]
            lists = [*item.ways, *item.strengths_used, *item.people_who_help]
            own = [item.title, item.why_it_matters, item.barriers, item.how_id_like_support]
            return [*own, *lists, *steps, *reflections]
        written = [part.name for part in SESSION_PARTS if part.takes in ("line", "text")]
        return [str(words) for name, words in values_of(item, SESSION_PARTS).items() if name in written and words]
