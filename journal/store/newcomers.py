"""Things that come from another journal with ids and times of their own, written as they were there."""

from dataclasses import replace
from typing import Literal

from journal.domain.check_in import CheckIn
from journal.domain.entry import JournalEntry
from journal.domain.goal import Goal
from journal.domain.leaving import EarlierVersion, Shelved
from journal.domain.parts import values_of
from journal.domain.peer_session import PeerSession
from journal.domain.shelves import SHELVES
from journal.store.check_ins import CheckIns
from journal.store.connection import Connection
from journal.store.entries import Entries
from journal.store.goals import Goals
from journal.store.gone import SOURCE, TAKEN_BACK
from journal.store.items import Items
from journal.store.peer_sessions import PeerSessions
from journal.store.shelves import Shelves

Standing = Literal["new", "known", "taken back"]
"""`known`: it is here, was deleted here, or came before. `taken back`: it came with an import that was undone."""

Newcomer = Shelved | Goal | CheckIn | JournalEntry | PeerSession

_ITEM = f"SELECT deleted_at, EXISTS ({TAKEN_BACK}) FROM item WHERE id = ?"


def last_changed(item_id: str, changed_at: str) -> str:
    """What tells that something is as it came: its id and when it was changed last, both as they were there."""
    return f"{item_id} {changed_at}"


class Newcomers:
    """What arrives in one open journal. Callers own the transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._items = Items(connection)
        self._goals = Goals(connection, self._items)
        self._check_ins = CheckIns(connection, self._items)
        self._entries = Entries(connection, self._items, self._goals)
        self._sessions = PeerSessions(connection, self._items, self._goals)
        self._shelves = Shelves(connection, self._items)
        self._numbers: dict[tuple[str, str], int] = {}
        self.links_left_out = 0
        """Tools, goals and partners that newcomers named and that are not in this journal any more."""

    def standing(self, item_id: str) -> Standing:
        """Whether this journal knows something of this id, whatever became of it here."""
        row = self._connection.row(_ITEM, (item_id,))
        came = self.came_before(item_id)
        if row is None:
            return "known" if came else "new"
        deleted_at, undone = row
        return "taken back" if deleted_at is not None and undone and not came else "known"

    def draft_standing(self, draft_id: str) -> Standing:
        """The same of a draft: one that came before may have been saved or let go of since."""
        here = self._connection.row("SELECT 1 FROM draft WHERE id = ?", (draft_id,))
        return "known" if here is not None or self.came_before(draft_id) else "new"

    def has_part(self, table: Literal["goal_step", "goal_reflection"], part_id: str) -> bool:
        """Whether a goal of this journal has a step or a reflection of this id."""
        return self._connection.row(f"SELECT 1 FROM {table} WHERE id = ?", (part_id,)) is not None

    def make_room(self, item_id: str) -> int:
        """Let go for good of what was taken back under this id, so that it can come again. Returns its number."""
        number = int(self._connection.one("SELECT number FROM item WHERE id = ?", (item_id,)) or 0)
        self._connection.execute("DELETE FROM item WHERE number = ? AND deleted_at IS NOT NULL", (number,))
        return number

    def add(self, newcomer: Newcomer) -> int:
        """Write something under its own id, with its own times, and return its number.

        A link to what is not here is left out, and counted in `links_left_out`.
        """
        if isinstance(newcomer, Shelved):
            number = self._add_shelved(newcomer)
        elif isinstance(newcomer, Goal):
            number = self._add_goal(newcomer)
        elif isinstance(newcomer, CheckIn):
            number = self._add_check_in(newcomer)
        elif isinstance(newcomer, PeerSession):
            number = self._add_session(newcomer)
        else:
            number = self._entries.add(newcomer)
            self._link_goals(number, newcomer.goal_ids)
        if newcomer.edited_at is not None:
            self._items.set_edited(number, newcomer.edited_at)
        return number

    def add_earlier(self, number: int, earlier: EarlierVersion) -> None:
        """Write what a change took the place of; when the thing was changed stands on the spine already."""
        self._connection.execute(
            "INSERT INTO earlier_version (item, replaced_at, title, words) VALUES (?, ?, ?, ?)",
            (number, earlier.replaced_at, earlier.title, earlier.words),
        )

    def note_arrival(self, item_id: str, deed: int | None, number: int | None) -> None:
        """Remember that this id came, so that it never comes a second time.

        Args:
            item_id: of an item, a draft, or a step or a reflection of a goal; or what `last_changed` gives.
            deed: the import that brought it.
            number: the item's, or the goal's; `None` for what became no item of its own.
        """
        self._connection.execute(
            "INSERT OR IGNORE INTO arrival (source, fingerprint, deed, item) VALUES (?, ?, ?, ?)",
            (SOURCE, item_id, deed, number),
        )

    def came_before(self, item_id: str) -> bool:
        """Whether this id came, or went for good, so that it is not to come again."""
        found = self._connection.row("SELECT 1 FROM arrival WHERE source = ? AND fingerprint = ?", (SOURCE, item_id))
        return found is not None

    def _add_shelved(self, shelved: Shelved) -> int:
        parts = values_of(shelved.thing, SHELVES[shelved.kind].every_part)
        number = self._shelves.add(shelved.kind, parts, shelved.moment, shelved.recorded_at, shelved.id)
        if shelved.bring:
            self._items.mark_bring(number, bring=True)
        if shelved.keep:
            self._items.mark_keep(number, keep=True)
        return number

    def _add_goal(self, goal: Goal) -> int:
        number = self._goals.add(goal)
        self._connection.execute_many(
            "INSERT INTO goal_step (id, goal, text, status, done_at) VALUES (?, ?, ?, ?, ?)",
            [(step.id, number, step.text, step.status, step.done_at) for step in goal.steps],
        )
        self._connection.execute_many(
            "INSERT INTO goal_reflection (id, goal, at, zone, for_date, note) VALUES (?, ?, ?, ?, ?, ?)",
            [
                (one.id, number, one.moment.at, one.moment.zone, one.moment.for_date, one.note)
                for one in goal.reflections
            ],
        )
        return number

    def _add_check_in(self, check_in: CheckIn) -> int:
        used = tuple(use for use in check_in.tools_used if self._number_of(use.tool_id, "tool") is not None)
        self.links_left_out += len(check_in.tools_used) - len(used)
        return self._check_ins.add(replace(check_in, tools_used=used))

    def _add_session(self, session: PeerSession) -> int:
        partner = None if session.partner_id is None else self._number_of(session.partner_id, "partner")
        self.links_left_out += session.partner_id is not None and partner is None
        number = self._sessions.add(session, partner)
        if session.reflected_at is not None:
            self._sessions.reflected(number, session.moment, session.reflected_at)
        self._link_goals(number, session.goals_touched)
        return number

    def _link_goals(self, number: int, goal_ids: tuple[str, ...]) -> None:
        goals = [goal for goal_id in goal_ids if (goal := self._number_of(goal_id, "goal")) is not None]
        self.links_left_out += len(goal_ids) - len(goals)
        self._goals.link(number, goals)

    def _number_of(self, item_id: str, kind: str) -> int | None:
        """The number of a thing of this kind, deleted or not."""
        if (kind, item_id) not in self._numbers:
            row = self._connection.row("SELECT number FROM item WHERE id = ? AND kind = ?", (item_id, kind))
            if row is None:
                return None
            self._numbers[kind, item_id] = int(row[0] or 0)
        return self._numbers[kind, item_id]
