"""What opens the journal: another passphrase, another key, and how the locked file is."""

from functools import partial

from journal.errors import CairnError
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.snapshots import renew_snapshots, rewrap_snapshots, snapshot_if_due, snapshots_in
from journal.use_cases.staying import let_go
from journal.use_cases.unlocking import unlock_with_passphrase
from journal.use_cases.ways_in import draw_rotation, put_passphrase
from tui.plain.choosing import ask_yes
from tui.plain.long_work import at_length
from tui.plain.passphrases import asked_again, new_passphrase
from tui.plain.recovery_words import note_words_on_paper, words_on_paper
from tui.plain.visit import Door, Visit
from tui.wording import keys as words
from tui.wording import plain, shell
from tui.wording import plain_keys as said


def change_passphrase(visit: Visit) -> None:
    """The one there is, then a new one twice. Safety copies follow."""
    unlocked = asked_again(visit, partial(unlock_with_passphrase, visit.home), words.PASSPHRASE_NOW)
    new = new_passphrase(visit.door, words.NEW_PASSPHRASE)
    if new is None:
        visit.talk.say(words.NOT_CHANGED)
        return
    changed = visit.save(lambda: put_passphrase(unlocked, new))
    visit.talk.say(words.PASSPHRASE_CHANGED, words.STILL_OPENS)
    rewrap_snapshots(changed)


def offer_new_passphrase(door: Door, journal: OpenJournal) -> None:
    """After recovery words opened it: a new passphrase, or the one there is.

    Raises:
        Back, Leave, EndOfInput, BadInput: as `Door.ask_secret` says. NoRoom: it could not be changed.
    """
    if journal.unlocked is None:
        return
    door.talk.say(words.AFTER_WORDS, plain.SECRET_HELP, said.NOT_NOW)
    new = new_passphrase(door, words.NEW_PASSPHRASE)
    if new is not None:
        changed = put_passphrase(journal.unlocked, new)
        door.talk.say(words.PASSPHRASE_CHANGED, words.STILL_OPENS)
        rewrap_snapshots(changed)


def change_key(visit: Visit) -> None:
    """Another root key, and words for it that are typed back before it counts. Every page is copied under it."""
    talk, home, clock = visit.talk, visit.home, visit.door.clock
    talk.say(words.ROTATE_WHY)
    rotation = asked_again(visit, lambda passphrase: draw_rotation(home, passphrase))
    if not words_on_paper(talk, rotation.words.words):
        talk.say(words.WORDS_DO_NOT_COUNT)
        return
    visit.care.rest()
    unlocked = visit.save(lambda: at_length(talk, rotation.take_effect))
    let_go(home)
    visit.journal.take_over(unlocked)
    visit.save(lambda: note_words_on_paper(visit))
    talk.say(words.ROTATED, words.KEY_IN_USE, words.STILL_OPENS)
    had_copies, deletes = bool(snapshots_in(home)), _wants_old_copies_deleted(visit)
    if deletes:
        try:
            # The new one first: there is never none at all.
            renew_snapshots(unlocked, clock)
            talk.say(words.OLD_COPIES_GONE)
        except CairnError as problem:
            visit.tell(problem)
        return
    at_length(talk, lambda progress: snapshot_if_due(unlocked, clock, progress=progress))
    if had_copies:
        talk.say(said.OLD_COPIES_STAY)


def _wants_old_copies_deleted(visit: Visit) -> bool:
    """Those from before open with what opened the journal before."""
    if not snapshots_in(visit.home):
        return False
    visit.talk.say(words.OLD_COPIES)
    return ask_yes(visit.talk, said.DELETE_OLD_COPIES)


def say_where(visit: Visit) -> None:
    """The folder of the locked file."""
    visit.talk.say(str(visit.home.root))


def check_file(visit: Visit) -> None:
    """Read every page, and say what was checked."""
    visit.journal.verify()
    visit.talk.say(shell.WHOLE, *(f"{check[:1].upper()}{check[1:]}." for check in shell.CHECKS.values()))
