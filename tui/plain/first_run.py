"""First run: three doors, a passphrase before any writing, words for paper, and where one lives."""

from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import WORDS_CONFIRMED, create_journal, open_journal
from journal.vault.passphrase import strength_of
from tui.plain.choosing import ask_one_of
from tui.plain.conversation import Back, Leave
from tui.plain.country import ask_where, remember
from tui.plain.recovery_words import words_on_paper
from tui.plain.visit import Door
from tui.wording import opening
from tui.wording import plain as words
from tui.wording import screen as shown

START, BRING, LOOK_AROUND = "start", "bring", "look-around"


def first_run(door: Door) -> OpenJournal:
    """From the doors to a journal of one's own, open.

    Raises:
        Leave: also to look around in a filled journal first. EndOfInput: as it says.
        BadInput: there is no terminal to ask for a passphrase on. NoRoom: the disk did not take it.
    """
    door.talk.say(shown.DOORS)
    while True:
        try:
            chosen = _through_a_door(door)
            if chosen == LOOK_AROUND:
                raise Leave("look-around")
            if chosen == START:
                return _make(door, _new_passphrase(door))
            door.talk.say(*shown.bring_from_elsewhere(str(door.home.root)).split("\n\n"))
        except Back:
            continue


def _through_a_door(door: Door) -> str:
    doors = ((START, shown.DOOR_START), (BRING, shown.DOOR_BRING), (LOOK_AROUND, shown.DOOR_LOOK))
    while (chosen := ask_one_of(door.talk, words.WHICH_DOOR, doors)) is None:
        door.talk.say(words.choose_help(len(doors)))
    return chosen


def _new_passphrase(door: Door) -> str:
    """Twice the same, with a quiet word on its strength. Never a gate."""
    if door.secrets.has_source():
        return door.secrets.from_source()
    door.talk.say(opening.PRIVATE_PLACE, words.SECRET_HELP)
    while True:
        first = _asked(door, opening.PASSPHRASE)
        door.talk.say(opening.STRENGTH[strength_of(first)])
        if _asked(door, opening.PASSPHRASE_AGAIN) == first:
            return first
        door.talk.say(shown.NOT_THE_SAME)


def _asked(door: Door, question: str) -> str:
    while not (typed := door.ask_secret(question)):
        if typed == "":
            door.talk.say(shown.NO_PASSPHRASE)
    return typed


def _make(door: Door, passphrase: str) -> OpenJournal:
    """The journal first, then what is asked about it: from here on there is no way back, only forward."""
    door.talk.say(shown.MAKING)
    made = create_journal(door.home, passphrase, door.clock)
    journal = open_journal(door.home, passphrase, door.clock)
    try:
        if words_on_paper(door.talk, made.words.words):
            journal.choose(WORDS_CONFIRMED, "yes")
        _ask_country(door)
    except BaseException:
        journal.close()
        raise
    door.talk.say(shown.LATER)
    return journal


def _ask_country(door: Door) -> None:
    while True:
        try:
            remember(door.home, ask_where(door.talk))
        except Back:
            continue
        return
