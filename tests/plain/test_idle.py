"""Plain lines that nobody types at any more: they lock by themselves, and no line of them is lost."""

import os
import pty
import select
import signal
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest

from journal.domain.entry import JournalEntry
from journal.domain.timeline import Filter
from journal.errors import NoRoom, NotOpened
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from journal.use_cases.ways_in import draw_rotation
from journal.vault import key_slots
from tests.conftest import PASSPHRASE, FixedClock
from tests.plain.stage import Whispered
from tests.screens.locking_stage import Hands
from tests.store.remembered_argon2 import RememberedArgon2id
from tui.plain import keyboard as of_keyboard
from tui.plain import watch as of_watch
from tui.plain.conversation import Away, Conversation, Ended
from tui.plain.keyboard import StandardInput
from tui.plain.start import Left, hold
from tui.plain.support import support_lines
from tui.plain.visit import Door
from tui.plain.watch import Watch
from tui.wording import locking, opening
from tui.wording import plain as words
from tui.wording import screen as shown

FIVE_MINUTES_S = 300.0
ALMOST_S = 280.0
LOCKED_BY_ITSELF = Left("lock", clears=True, by_itself=True)
BEGIN_A_PAGE = "write\n\n\n\n"


class Seat:
    """A terminal in this process, and what happens while the lines wait for somebody who types nothing."""

    def __init__(self, home: Home, clock: FixedClock) -> None:
        self._ours, self._theirs = pty.openpty()
        self.hands = Hands()
        self.watch = Watch(self.hands.clocks)
        self.keyboard = StandardInput(self._theirs, self.watch)
        self.said: list[str] = []
        self.out_of_sight: list[str] = []
        self.secrets = Whispered(PASSPHRASE)
        self._meanwhile: list[Callable[[], object]] = []
        talk = Conversation(
            self.keyboard,
            self.said.append,
            lambda topic: support_lines(home, topic),
            is_typed=True,
            hide=self._hide,
            line_within=self.keyboard.line_within,
        )
        self.door = Door(talk, home, clock, self.secrets, self.watch)

    def type(self, typed: str) -> None:
        os.write(self._ours, typed.encode())

    def meanwhile(self, *deeds: Callable[[], object]) -> None:
        """What happens between one look at the clocks and the next, in order."""
        self._meanwhile += deeds

    def wait(
        self, reading: list[int], _writing: object, _odd: object, _s: float | None
    ) -> tuple[list[int], list[int], list[int]]:
        """Takes the place of `select`, and waits for nothing."""
        nothing: list[int] = []
        ready = select.select(reading, nothing, nothing, 0)
        if ready[0]:
            return ready
        assert self._meanwhile, f"it still waits; it said last: {self.said[-3:]}"
        self._meanwhile.pop(0)()
        return nothing, nothing, nothing

    def leave(self) -> Left:
        """From the door to the end."""
        return hold(self.door, output_is_terminal=True)

    def _hide(self) -> None:
        self.out_of_sight += self.said
        self.said.clear()

    def close(self) -> None:
        os.close(self._ours)
        os.close(self._theirs)


@pytest.fixture
def seat(home: Home, clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> Iterator[Seat]:
    taken = Seat(home, clock)
    monkeypatch.setattr(of_keyboard, "select", SimpleNamespace(select=taken.wait))
    monkeypatch.setattr(key_slots, "Argon2id", RememberedArgon2id)
    yield taken
    taken.close()


def drafts(home: Home, clock: FixedClock) -> list[str]:
    journal = open_journal(home, PASSPHRASE, clock)
    kept = [draft.body or str(draft.answers) for draft in journal.drafts()]
    journal.close()
    return kept


def pages(home: Home, clock: FixedClock) -> list[str]:
    journal = open_journal(home, PASSPHRASE, clock)
    written = [item.body for item in journal.items(Filter(), 9) if isinstance(item, JournalEntry)]
    journal.close()
    return written


def test_it_warns_then_locks_and_keeps_the_page_with_the_line_that_was_never_ended(
    seat: Seat, home: Home, clock: FixedClock
) -> None:
    """users-say 4 and 16, security b.7: nobody is asked anything, and nothing of it stays in the window."""
    seat.type(BEGIN_A_PAGE + "one line\nhalf a li")
    seat.meanwhile(lambda: seat.hands.pass_s(ALMOST_S), lambda: seat.hands.pass_s(30))
    assert seat.leave() == LOCKED_BY_ITSELF
    assert seat.said[-3:] == ["", locking.SOON, locking.GOES_ON_HERE]
    assert drafts(home, clock) == ["one line\nhalf a li"]


def test_what_is_typed_after_the_warning_keeps_it_open_and_the_line_is_whole(
    seat: Seat, home: Home, clock: FixedClock
) -> None:
    def goes_on() -> None:
        seat.type("ne, c")
        seat.hands.pass_s(30)

    seat.type(BEGIN_A_PAGE + "half a li")
    seat.meanwhile(
        lambda: seat.hands.pass_s(ALMOST_S),
        goes_on,
        lambda: seat.hands.pass_s(ALMOST_S - 20),
        lambda: seat.type("afé\n.\nquit\nno\n"),
    )
    assert seat.leave() == Left("quit", clears=False)
    assert pages(home, clock) == ["half a line, café"]


def test_a_whole_line_begins_the_time_anew(seat: Seat, home: Home, clock: FixedClock) -> None:
    seat.type(BEGIN_A_PAGE)
    for line in ("one\n", "two\n", ".\n", "quit\nno\n"):
        seat.meanwhile(lambda: seat.hands.pass_s(ALMOST_S - 20), partial(seat.type, line))
    assert seat.leave() == Left("quit", clears=False)
    assert pages(home, clock) == ["one\ntwo"]


def test_after_a_sleep_of_the_computer_it_locks_at_once_and_without_a_warning(
    seat: Seat, home: Home, clock: FixedClock
) -> None:
    seat.type(BEGIN_A_PAGE + "half a li")
    seat.meanwhile(lambda: seat.hands.sleep_s(-86400), lambda: seat.hands.sleep_s(61))
    assert seat.leave() == LOCKED_BY_ITSELF
    assert locking.SOON not in seat.said
    assert drafts(home, clock) == ["half a li"]


def test_a_line_that_comes_too_late_does_nothing_and_is_kept(seat: Seat, home: Home, clock: FixedClock) -> None:
    """A stopped process looks at no clock; whoever wakes it up may be another."""

    def wakes_up() -> None:
        seat.hands.pass_s(FIVE_MINUTES_S)
        seat.type(".\njournal\n")

    seat.type(BEGIN_A_PAGE + "mine\n")
    seat.meanwhile(wakes_up)
    assert seat.leave() == LOCKED_BY_ITSELF
    assert drafts(home, clock) == ["mine\n.\njournal"]
    assert shown.PAGE_SAVED not in seat.said


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("new goal\nGet out mo", ["Get out mo"]),
        ("week\nnew\nthe Thurs", ['{"label":"the Thurs"}']),
        ("write\n\n\nA tit", ["A tit"]),
        ("jour", []),
        ("recovery words\n1\nabandon", []),
    ],
)
def test_half_a_line_of_ones_own_words_is_kept_wherever_it_was_typed_and_half_a_choice_is_not(
    seat: Seat, home: Home, clock: FixedClock, typed: str, kept: list[str]
) -> None:
    seat.secrets._secrets.append(PASSPHRASE)
    seat.type(typed)
    seat.meanwhile(lambda: seat.hands.pass_s(FIVE_MINUTES_S))
    assert seat.leave() == LOCKED_BY_ITSELF
    assert [body.replace(" ", "") for body in drafts(home, clock)] == [body.replace(" ", "") for body in kept]


def test_recovery_words_do_not_stay_in_the_window_of_a_first_run(
    seat: Seat, home: Home, clock: FixedClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(key_slots, "suitable_cost", lambda: key_slots.FLOOR)
    new = Home(tmp_path / "new")
    door = Door(seat.door.talk, new, clock, Whispered(PASSPHRASE, PASSPHRASE), seat.watch)
    seat.type("1\n")
    seat.meanwhile(lambda: seat.hands.pass_s(FIVE_MINUTES_S))
    assert hold(door, output_is_terminal=True) == LOCKED_BY_ITSELF
    assert shown.WORDS_TITLE in seat.said


def test_nothing_is_watched_before_it_is_open_nor_through_a_pipe(seat: Seat) -> None:
    seat.hands.pass_s(FIVE_MINUTES_S * 9)
    seat.watch.look(lambda: False)
    reading, writing = os.pipe()
    os.write(writing, b"a line\n")
    seat.watch.begin()
    piped = StandardInput(reading, seat.watch)
    seat.hands.pass_s(FIVE_MINUTES_S * 9)
    assert piped.line() == "a line"
    os.close(reading)
    os.close(writing)


def test_told_to_end_in_the_middle_of_a_line_it_keeps_that_line_too(seat: Seat, home: Home, clock: FixedClock) -> None:
    def told_to_end() -> None:
        raise SystemExit(143)

    seat.type(BEGIN_A_PAGE + "one line\nhalf a li")
    seat.meanwhile(told_to_end)
    with pytest.raises(Ended) as ended:
        seat.leave()
    assert ended.value.code == 143
    assert drafts(home, clock) == ["one line\nhalf a li"]


def test_a_hidden_question_that_nobody_answers_locks_too(seat: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(of_watch, "LOOK_EVERY_S", 0.01)

    class Nobody(Whispered):
        def ask(self, question: str) -> str:
            for seconds in (ALMOST_S, 30):
                seat.hands.pass_s(seconds)
                signal.pause()
            return "never"

    seat.watch.begin()
    before = signal.getsignal(signal.SIGALRM)
    door = Door(seat.door.talk, seat.door.home, seat.door.clock, Nobody(), seat.watch)
    with pytest.raises(Away):
        door.ask_secret(opening.PASSPHRASE)
    assert locking.SOON_AT_A_SECRET in seat.said
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_an_answer_that_comes_too_late_is_not_taken(seat: Seat) -> None:
    seat.watch.begin()
    seat.hands.sleep_s(61)
    with pytest.raises(Away):
        seat.door.ask_secret(opening.PASSPHRASE)


# Where the words cannot be kept


def test_without_room_the_words_go_out_of_sight_and_it_locks_when_there_is_some(
    seat: Seat, home: Home, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep, refusals = OpenJournal.keep_draft, [NoRoom(), NoRoom()]

    def at_first_not(journal: OpenJournal, draft: object) -> object:
        if refusals and seat.watch.is_away:
            raise refusals.pop()
        return keep(journal, draft)  # type: ignore[arg-type]  # what it was given

    monkeypatch.setattr(OpenJournal, "keep_draft", at_first_not)
    seat.type(BEGIN_A_PAGE + "one line\n")
    seat.meanwhile(lambda: seat.hands.pass_s(FIVE_MINUTES_S), lambda: None, lambda: None)
    assert seat.leave() == LOCKED_BY_ITSELF
    assert seat.said == [locking.cannot_keep(NoRoom.sentence)]
    assert drafts(home, clock) == ["one line"]


def test_whoever_finds_it_so_may_leave_and_sees_nothing_of_the_journal(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(journal: OpenJournal, draft: object) -> object:
        raise NoRoom

    monkeypatch.setattr(OpenJournal, "keep_draft", no_room)
    seat.type(BEGIN_A_PAGE + "one line\n")
    seat.meanwhile(lambda: seat.hands.pass_s(FIVE_MINUTES_S), lambda: seat.type("\nquit\n"))
    assert seat.leave() == replace(LOCKED_BY_ITSELF, lost_words=True)
    assert set(seat.said) == {locking.cannot_keep(NoRoom.sentence)}


# After how long, and how it was opened


def test_how_soon_it_locks_can_be_chosen_and_counts_at_once(seat: Seat, home: Home, clock: FixedClock) -> None:
    seat.type("lock after\n31\n1\n")
    seat.meanwhile(lambda: seat.hands.pass_s(60))
    assert seat.leave() == LOCKED_BY_ITSELF
    assert locking.locks_after(1) in seat.said
    journal = open_journal(home, PASSPHRASE, clock)
    assert journal.lock_after_minutes() == 1
    journal.close()


def test_it_is_said_at_the_start_how_it_was_opened(seat: Seat) -> None:
    seat.type("quit\nno\n")
    seat.leave()
    assert locking.OPENED["passphrase"] in seat.said


# Another key


def test_under_a_new_key_the_passphrase_is_asked_in_the_middle_of_a_page_and_no_line_of_it_is_lost(
    seat: Seat, home: Home, clock: FixedClock
) -> None:
    seat.secrets._secrets += ["not mine", PASSPHRASE]
    seat.type(BEGIN_A_PAGE)
    seat.meanwhile(lambda: draw_rotation(home, PASSPHRASE).take_effect(), lambda: seat.type("one\ntwo\n.\nquit\nno\n"))
    assert seat.leave() == Left("quit", clears=False)
    assert [line for line in seat.said if line in (NotOpened.sentence, locking.GOES_ON)] == [
        NotOpened.sentence,
        locking.GOES_ON,
    ]
    assert pages(home, clock) == ["one\ntwo"]


def test_without_the_passphrase_a_save_is_offered_again(seat: Seat, home: Home, clock: FixedClock) -> None:
    seat.secrets._secrets += ["", PASSPHRASE]
    seat.type("new goal\n")
    seat.meanwhile(
        lambda: draw_rotation(home, PASSPHRASE).take_effect(),
        lambda: seat.type("Get out\n\n\n\nquit\nno\n"),
    )
    seat.leave()
    assert words.TRY_AGAIN in seat.said
