"""The open journal as the plain lines reach it: a deed that cannot be done just now waits for a person, or for room.

Where the journal has another key now, whatever was asked waits for the passphrase, and then is done. Where nobody is
there any more and the last words cannot be kept, they stay out of sight until there is room for them.
"""

import time
from collections.abc import Callable
from typing import Any, cast

from journal.errors import Busy, CairnError, KeyChanged, NoRoom, NotOpened
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.unlocking import unlock_with_passphrase
from tui.language import sentence_of
from tui.plain.conversation import Away, Back, EndOfInput, Leave
from tui.plain.visit import Door
from tui.wording import locking as words
from tui.wording import opening, plain

ASK_AGAIN_S = 10.0
"""Whoever goes on without the passphrase is not asked for it again for so long."""
TRY_AGAIN_S = 30.0
"""So long lies between two tries to keep words while nobody is there."""


def steady(journal: OpenJournal, door: Door, now_s: Callable[[], float] = time.monotonic) -> OpenJournal:
    """The same journal, which waits where it can.

    Args:
        journal: an open journal.
        door: whom to ask, and who watches whether somebody is there.
        now_s: a clock that never goes back, in seconds.
    """
    # It has every deed of an open journal, and is handed to nothing that asks for the class.
    return cast(OpenJournal, _Steady(journal, door, now_s))


class _Steady:
    def __init__(self, journal: OpenJournal, door: Door, now_s: Callable[[], float]) -> None:
        self._journal = journal
        self._door = door
        self._now_s = now_s
        self._not_before_s = now_s()

    def __getattr__(self, name: str) -> Any:
        there = getattr(self._journal, name)
        return self._steadily(there) if callable(there) else there

    def _steadily(self, deed: Callable[..., Any]) -> Callable[..., Any]:
        def do(*given: Any, **named: Any) -> Any:
            while True:
                try:
                    return deed(*given, **named)
                except (Busy, NoRoom, KeyChanged) as problem:
                    if not self._is_worth_another_try(problem):
                        raise

        return do

    def _is_worth_another_try(self, problem: CairnError) -> bool:
        """Wait for what is in the way, where that is for us to wait for.

        Raises:
            Away: whoever is there by now would rather leave.
        """
        needs_key = isinstance(problem, KeyChanged)
        if not self._door.watch.is_away:
            return needs_key and self._goes_on_with_new_key()
        if self._somebody_came(problem) and needs_key:
            self._goes_on_with_new_key()
        return True

    def _goes_on_with_new_key(self) -> bool:
        """Ask for the passphrase until it is right or they would rather not."""
        if self._now_s() < self._not_before_s:
            return False
        talk = self._door.talk
        talk.say(words.KEY_CHANGED, words.ENTER_WITHOUT)
        while typed := self._asked():
            try:
                self._journal.take_over(unlock_with_passphrase(self._door.home, typed))
            except NotOpened as problem:
                talk.say(sentence_of(problem))
            else:
                talk.say(words.GOES_ON)
                return True
        self._not_before_s = self._now_s() + ASK_AGAIN_S
        return False

    def _asked(self) -> str:
        """What was typed; empty where they go on without, or where nobody is there."""
        try:
            while (typed := self._door.ask_secret(opening.PASSPHRASE)) is None:
                continue
        except (Back, Leave, EndOfInput, CairnError):
            return ""
        return typed

    def _somebody_came(self, problem: CairnError) -> bool:
        """Out of sight, until somebody comes or it is time to try again; whoever comes may leave without the words.

        Raises:
            Away: they do, or none will ever come.
        """
        talk, watch = self._door.talk, self._door.watch
        if not watch.leaves_words:
            talk.hide()
            talk.say(words.cannot_keep(sentence_of(problem)))
            try:
                typed = talk.line_within(TRY_AGAIN_S)
            except EndOfInput:
                typed = plain.LEAVING[0]
            watch.leaves_words = typed is not None and typed.strip().casefold() in plain.LEAVING
            if not watch.leaves_words:
                return typed is not None
        raise Away
