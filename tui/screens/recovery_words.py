"""Recovery words on any day: new ones, a check of those on paper, and a new key, which always brings new ones."""

import asyncio
from typing import TYPE_CHECKING

from journal.progress import Progress
from tui.modals.check_words import CheckWords
from tui.modals.choose import Choose
from tui.modals.passphrase_again import Given
from tui.modals.words_first import WordsFirst
from tui.screens.keys_and_copies_ground import Ground
from tui.wording import keys
from tui.wording import keys_screen as words

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal
    from journal.use_cases.unlocking import Unlocked
    from journal.use_cases.ways_in import NewWords, Rotation


def new_recovery_words(ground: Ground) -> None:
    """Words that replace the ones before, once two of them were typed back."""

    def draw(passphrase: str) -> "asyncio.Future[NewWords]":
        from journal.use_cases.ways_in import draw_recovery_words

        return ground.beside(lambda: draw_recovery_words(ground.home, passphrase))

    def show(given: Given) -> None:
        new: NewWords = given.came_of_it

        def count(journal: "OpenJournal") -> bool:
            from journal.use_cases.snapshots import rewrap_snapshots

            changed = new.take_effect()
            _on_paper(journal)
            rewrap_snapshots(changed)
            changed.keys.wipe()
            return True

        question = WordsFirst(new.words.words, lambda _: ground.at_once.ask(count), words.ONE_MOMENT)
        ground.screen.app.push_screen(question, answered)

    def answered(done: bool | None) -> None:
        if done:
            ground.changed(f"{keys.WORDS_COUNT} {keys.STILL_OPENS}")
        else:
            ground.say(words.OLD_WORDS_STAY)

    ground.ask_passphrase(words.WHY_WORDS, show, draw, (words.OLD_WORDS_UNTIL,))


def check_recovery_words(ground: Ground) -> None:
    """See that the words on paper open the journal. Nothing is changed."""

    async def check(text: str) -> bool:
        from journal.use_cases.ways_in import check_recovery_words as open_with_them

        await ground.beside(lambda: open_with_them(ground.home, text))
        await ground.desk.ask(lambda journal: journal.note_words_checked())
        return True

    question = CheckWords(lambda text: asyncio.ensure_future(check(text)))
    ground.ask(question, lambda _: ground.changed(keys.WORDS_OPEN))


def new_key(ground: Ground) -> None:
    """Another root key and other words: for when somebody may have had the ones before."""

    def draw(passphrase: str) -> "asyncio.Future[Rotation]":
        from journal.use_cases.ways_in import draw_rotation

        return ground.beside(lambda: draw_rotation(ground.home, passphrase))

    def show(given: Given) -> None:
        rotation: Rotation = given.came_of_it

        def turn(progress: Progress) -> "asyncio.Future[Unlocked]":
            return ground.at_once.ask(lambda journal: _turn(ground, journal, rotation, progress))

        question = WordsFirst(rotation.words.words, turn, words.MAKING_KEY, (keys.ROTATE_WHY,))
        ground.screen.app.push_screen(question, answered)

    def answered(turned: "Unlocked | None") -> None:
        if turned is None:
            ground.say(words.OLD_KEY_STAYS)
        else:
            ground.changed(f"{keys.ROTATED} {keys.KEY_IN_USE}")
            _offer_to_delete_copies(ground, turned)

    ground.ask_passphrase(words.WHY_NEW_KEY, show, draw, (keys.ROTATE_WHY,))


def _turn(ground: Ground, journal: "OpenJournal", rotation: "Rotation", progress: Progress) -> "Unlocked":
    from journal.use_cases.staying import let_go

    unlocked = rotation.take_effect(progress)
    # At once, on the thread of the journal: no save comes in between.
    journal.take_over(unlocked)
    _on_paper(journal)
    let_go(ground.home)
    return unlocked


def _on_paper(journal: "OpenJournal") -> None:
    from journal.use_cases.opening import WORDS_CONFIRMED

    journal.choose(WORDS_CONFIRMED, "yes")
    journal.note_words_checked()


def _offer_to_delete_copies(ground: Ground, unlocked: "Unlocked") -> None:
    """What the old words still open: here it can be deleted, elsewhere it can be said."""
    from journal.use_cases.snapshots import renew_snapshots, snapshots_in

    def delete() -> None:
        renewed = ground.alone(lambda: ground.beside(lambda: renew_snapshots(unlocked, ground.clock)))
        ground.hear(renewed, lambda _: ground.changed(f"{keys.OLD_COPIES_GONE} {keys.STILL_OPENS}"))

    if snapshots_in(ground.home):
        question = Choose(words.DELETE_OLD, words.DELETE_OLD_OPTIONS, lines=(keys.OLD_COPIES, keys.STILL_OPENS))
        ground.choose(question, delete, lambda: ground.say(f"{keys.OLD_COPIES} {keys.STILL_OPENS}"))
