"""How soon the journal locks by itself, where nothing is typed."""

from journal.use_cases.open_journal import LOCK_AFTER
from tui.plain.choosing import MOST_DIGITS
from tui.plain.visit import Visit
from tui.presence import LONGEST_MINUTES, SHORTEST_MINUTES
from tui.wording import locking as words
from tui.wording import plain


def choose_minutes(visit: Visit) -> None:
    """Say after how long it locks, and take another number of minutes."""
    talk = visit.talk
    talk.say(plain.has_now(words.minutes(visit.journal.lock_after_minutes()), clears=False))
    while (typed := talk.ask(words.HOW_MANY_MINUTES, (words.WITHOUT_A_KEY,))) is not None:
        number = int(typed) if typed.isdecimal() and len(typed) <= MOST_DIGITS else 0
        if SHORTEST_MINUTES <= number <= LONGEST_MINUTES:
            _choose(visit, number)
            return
        talk.say(plain.a_number(SHORTEST_MINUTES, LONGEST_MINUTES))


def _choose(visit: Visit, minutes: int) -> None:
    visit.save(lambda: visit.journal.choose(LOCK_AFTER, str(minutes)))
    visit.door.watch.set_minutes(minutes)
    visit.talk.say(words.locks_after(minutes))
