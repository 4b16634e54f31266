"""What can be done about meeting one partner: invite, join, compare, end. The page of a partner stands on it."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from journal.domain.shelves import PeerPartnership
from tui.modals.choose import Choose
from tui.screens.hearing import Hearing
from tui.screens.meeting_compare import MeetingCompare
from tui.screens.meeting_invite import MeetingInvite
from tui.screens.meeting_join import MeetingJoin
from tui.screens.meeting_told import MeetNow, ask_about_pairs, pairs_of
from tui.store_thread import Desk
from tui.widgets.keyed import keyed
from tui.wording import meeting as words
from tui.wording.meeting_place import place_told

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal
    from sync.records.pairs import Pair

BEGUN = ("meeting", "to_compare")
ENDING = "ending"
CONNECTED = ("matched", "active", ENDING)
BY_THEM = "by-them"
"""As `sync.pairing.BY_THEM`, which is not loaded for whoever has no partner."""
NOT_PAIRED = ("ended", "broken")
_NEXT = {
    "to_compare": words.NEXT_TO_COMPARE,
    "matched": f"{words.NEXT_MATCHED} {words.ENDS_IT}",
    ENDING: words.NEXT_AGAIN,
    "ended": words.NEXT_AGAIN,
    "broken": words.NEXT_AGAIN,
    "active": words.ENDS_IT,
}


class MeetingWith:
    """One partner and how one stands with them, over the screen that shows them."""

    def __init__(self, screen: Hearing, desk: Desk, partner: PeerPartnership, pair: "Pair | None", name: str) -> None:
        """Nothing is asked yet.

        Args:
            screen: over which the questions come up.
            desk: the journal.
            partner: as the journal has them.
            pair: how one stands with them; none where they are here by name alone.
            name: the person's own, as they are called here; it stands where the name is asked for.
        """
        self._screen = screen
        self._desk = desk
        self._partner = partner
        self.pair = pair
        self._name = name

    @property
    def state(self) -> str:
        """The value of `State`; empty where they are here by name alone."""
        return "" if self.pair is None else self.pair.state.value

    def lines(self) -> str:
        """How one stands with them, and where both meet; nothing where they are here by name alone."""
        if self.pair is None:
            return ""
        place = words.MEET_IN.format(place=place_told(self.pair.via))
        is_over = self.state in (*NOT_PAIRED, ENDING)
        why = words.reasons(self.pair.why, self._partner.partner_alias) if is_over else ""
        return "\n".join(part for part in (why, place if self.state not in NOT_PAIRED else "") if part)

    def next(self) -> str:
        """What can be done now, with places for keys."""
        if self.pair is None:
            return words.NEXT_BY_NAME
        if self.state == "meeting":
            return words.NEXT_INVITED if self.pair.role.value == "A" else words.NEXT_JOINED
        if self.state == ENDING and self.pair.why != BY_THEM:
            return f"{words.NEXT_ENDING} {words.NEXT_AGAIN}"
        return _NEXT[self.state]

    def invite(self) -> None:
        """Invite them, or show again what nobody has answered."""
        if not self._says_connected():
            again = self.state in (*NOT_PAIRED, ENDING)
            heading = words.called(self._partner.partner_alias, again)
            self._screen.app.push_screen(MeetingInvite(self._desk, self._partner.id, heading, self._via, self._my_name))

    def join(self, then: Callable[[str], object]) -> None:
        """Take twelve words of theirs."""
        if not self._says_connected():
            heading = words.JOIN_NAMED.format(name=self._partner.partner_alias)
            self._screen.app.push_screen(
                MeetingJoin(self._desk, then, self._partner.id, heading, self._via, self._my_name)
            )

    def compare(self) -> None:
        """The four words, or what is waited for."""
        self._screen.app.push_screen(MeetingCompare(self._desk, self._partner.id))

    def end(self, ended: Callable[[], object]) -> None:
        """One question, and no reason is asked.

        Args:
            ended: called when something has ended that had begun; not for an invite that was taken back.
        """
        name, state = self._partner.partner_alias, self.state
        if state not in (*BEGUN, *CONNECTED):
            self._screen.app.notify(words.NOTHING_TO_END, markup=False)
        elif state in BEGUN:
            options = (words.TAKE_IT_BACK, words.LEAVE_IT)
            self._ask(Choose(words.TAKE_BACK.format(name=name), options, lines=words.TAKING_BACK_SAYS), self._take_back)
        else:
            options = (words.END_IT, words.LEAVE_IT)
            question = Choose(words.END_WITH.format(name=name), options, lines=words.ENDING_SAYS)
            self._ask(question, lambda: self.end_at_once(ended))

    def end_at_once(self, ended: Callable[[], object]) -> None:
        """It has been asked already."""
        partner_id = self._partner.id
        asked = self._desk.ask(lambda journal: _end(journal, partner_id))
        self._screen.hear(asked, lambda _: self._ended(ended))

    def _ended(self, then: Callable[[], object]) -> None:
        self._screen.post_message(MeetNow())
        then()

    def _take_back(self) -> None:
        partner_id = self._partner.id

        def told(_: object) -> None:
            self._screen.app.notify(words.TAKEN_BACK, markup=False)
            self._screen.post_message(MeetNow())
            self._screen.announce_change()

        self._screen.hear(self._desk.ask(lambda journal: _break_off(journal, partner_id)), told)

    def _ask(self, question: Choose, yes: Callable[[], object]) -> None:
        def answered(index: int | None) -> None:
            if index == 0:
                yes()

        self._screen.app.push_screen(question, answered)

    def _says_connected(self) -> bool:
        """Whether there is nothing to begin; it is said."""
        if self.state == "to_compare":
            self.compare()
            return True
        if self.state in CONNECTED and self.state != ENDING:
            said = keyed(self._screen, words.CONNECTED_ALREADY).format(name=self._partner.partner_alias)
            self._screen.app.notify(said, markup=False)
            return True
        return False

    @property
    def _via(self) -> str:
        return "" if self.pair is None else self.pair.via

    @property
    def _my_name(self) -> str:
        return self._name if self.pair is None else self.pair.my_name or ""


def ask_standing(desk: Desk, partner_id: str) -> "asyncio.Future[tuple[Pair | None, str]]":
    """How one stands with a partner, and what the person is called here."""
    return asyncio.ensure_future(
        ask_about_pairs(desk, lambda journal: (pairs_of(journal).get(partner_id), journal.choices().name), (None, ""))
    )


def _break_off(journal: "OpenJournal", partner_id: str) -> None:
    from sync.pairing import Pairing

    Pairing(journal).end_if_open(partner_id)


def _end(journal: "OpenJournal", partner_id: str) -> None:
    """Where both meet, and on the shelf where partners stand."""
    _break_off(journal, partner_id)
    journal.set_partner_status(partner_id, "ended")
