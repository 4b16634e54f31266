"""The deeds of Keys and copies by name, and the one that changes the passphrase."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.modals.choose_passphrase import ChoosePassphrase
from tui.modals.passphrase_again import Given
from tui.screens import recovery_words
from tui.screens.keys_and_copies_backups import (
    ask_for_folder,
    check_backup,
    keep_elsewhere,
    make_backup,
    put_backup_back,
)
from tui.screens.keys_and_copies_erasing import erase
from tui.screens.keys_and_copies_ground import Ground
from tui.screens.keys_and_copies_leaving import bring_in, take_along
from tui.screens.new_passphrase import put_new_passphrase
from tui.wording import keys
from tui.wording import keys_screen as words

if TYPE_CHECKING:
    from journal.use_cases.unlocking import Unlocked


def begin(ground: Ground, name: str, day: str = "") -> None:
    """Begin one of them.

    Args:
        ground: what it stands on.
        name: as in `tui/wording/keys_screen.py`.
        day: of the safety copy that is to be put back, ISO 8601; without one it is asked which.

    Raises:
        KeyError: there is none of that name.
    """
    deeds: dict[str, Callable[[Ground], None]] = {
        "change-passphrase": change_passphrase,
        "new-words": recovery_words.new_recovery_words,
        "check-words": recovery_words.check_recovery_words,
        "new-key": recovery_words.new_key,
        "make-backup": make_backup,
        "check-backup": check_backup,
        "put-back": lambda ground: put_backup_back(ground, day),
        "elsewhere": keep_elsewhere,
        "folder": ask_for_folder,
        "take-along": take_along,
        "bring-in": bring_in,
        "erase": erase,
    }
    deeds[name](ground)


def change_passphrase(ground: Ground) -> None:
    """The one there is, then the new one twice."""

    def unlock(passphrase: str) -> "asyncio.Future[Unlocked]":
        from journal.use_cases.unlocking import unlock_with_passphrase

        return ground.beside(lambda: unlock_with_passphrase(ground.home, passphrase))

    def put(unlocked: "Unlocked", new: str) -> bool:
        put_new_passphrase(unlocked, new)
        return True

    def choose(given: Given) -> None:
        unlocked: Unlocked = given.came_of_it
        question = ChoosePassphrase(
            words.CHOOSE_NEW, lambda new: ground.beside(lambda: put(unlocked, new)), (keys.STILL_OPENS,)
        )
        ground.ask(question, lambda _: ground.changed(f"{keys.PASSPHRASE_CHANGED} {keys.STILL_OPENS}"))

    ground.ask_passphrase(words.WHY_CHANGE, choose, unlock)
