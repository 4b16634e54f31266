"""First run: three doors, a passphrase before any writing, words for paper, and where one lives."""

from journal.errors import Damaged, NewerFormat, NoRoom
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import WORDS_CONFIRMED, create_journal, open_journal, open_unlocked
from journal.use_cases.safe_copies import restore_backup
from journal.use_cases.unlocking import unlock as unlock_with
from journal.vault.backup_file import read_preamble
from tui.language import hint_of, sentence_of
from tui.plain.choosing import ask_one_of
from tui.plain.conversation import Back, Leave
from tui.plain.copies import ask_what_opens, say_restored
from tui.plain.country import ask_where, remember
from tui.plain.long_work import at_length
from tui.plain.passphrases import new_passphrase
from tui.plain.places import ask_path
from tui.plain.recovery_words import words_on_paper
from tui.plain.unlock import ask_about_passphrase
from tui.plain.visit import Door
from tui.wording import opening
from tui.wording import plain as words
from tui.wording import plain_keys as said
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
            if (journal := _brought(door)) is not None:
                return journal
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
    while (chosen := new_passphrase(door, opening.PASSPHRASE)) is None:
        door.talk.say(shown.NO_PASSPHRASE)
    return chosen


def _brought(door: Door) -> OpenJournal | None:
    """The journal that was brought; `None` where none was, and it is told why: the doors are still there."""
    try:
        return _bring(door)
    except (Damaged, NewerFormat, NoRoom) as problem:
        door.talk.say(sentence_of(problem), *([hint_of(problem)] if problem.hint else []))
        return None


def _bring(door: Door) -> OpenJournal | None:
    """A backup becomes the journal of this computer; `None` where there is none, and it is said what else there is.

    Raises:
        Back: to the doors. Leave, EndOfInput: as they say. BadInput: there is no terminal to ask for a passphrase on.
        Damaged, NewerFormat: it is no backup that can be put back. NoRoom: the disk did not take it.
    """
    door.talk.say(said.BRING_A_BACKUP)
    path = ask_path(door.talk, said.WHICH_BACKUP, read_preamble)
    if path is None:
        door.talk.say(*shown.bring_from_elsewhere(str(door.home.root)).split("\n\n"))
        return None
    opens, way = ask_what_opens(door, path)
    restored = at_length(
        door.talk, lambda progress: restore_backup(door.home, path, opens, door.clock, progress=progress)
    )
    journal = open_unlocked(unlock_with(door.home, opens, way), door.clock)
    say_restored(door, restored)
    door.watch.begin(journal.lock_after_minutes())
    if way == "recovery":
        ask_about_passphrase(door, journal)
    return _asking_country(door, journal)


def _make(door: Door, passphrase: str) -> OpenJournal:
    """The journal first, then what is asked about it: from here on there is no way back, only forward."""
    door.talk.say(shown.MAKING)
    made = create_journal(door.home, passphrase, door.clock)
    journal = open_journal(door.home, passphrase, door.clock)
    # From here on there is something in the window that only one person may see.
    door.watch.begin()
    try:
        if words_on_paper(door.talk, made.words.words):
            journal.choose(WORDS_CONFIRMED, "yes")
    except BaseException:
        journal.close()
        raise
    return _asking_country(door, journal)


def _asking_country(door: Door, journal: OpenJournal) -> OpenJournal:
    """The same journal, once it is known whose support lines are said."""
    try:
        _ask_country(door)
    except BaseException:
        journal.close()
        raise
    door.talk.say(shown.LATER)
    return journal


def _ask_country(door: Door) -> None:
    while True:
        try:
            remember(door.home, ask_where(door.talk, door.home))
        except Back:
            continue
        return
