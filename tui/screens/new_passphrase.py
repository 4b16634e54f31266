"""A new passphrase after the recovery words have opened the journal: offered, and never needed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.modals.choose_passphrase import ChoosePassphrase
from tui.screens.hearing import Hearing
from tui.store_thread import StoreThread
from tui.wording import keys
from tui.wording import keys_screen as words

if TYPE_CHECKING:
    from journal.use_cases.unlocking import Unlocked


def offer_new_passphrase(screen: Hearing, store: StoreThread, unlocked: "Unlocked", then: Callable[[], object]) -> None:
    """Ask for one over `screen`; `then` is called when it counts, or when it was left as it is."""

    def put(new: str) -> bool:
        put_new_passphrase(unlocked, new)
        return True

    def answered(changed: bool | None) -> None:
        if changed:
            screen.app.notify(keys.PASSPHRASE_CHANGED, markup=False)
        then()

    question = ChoosePassphrase(keys.AFTER_WORDS, lambda new: store.ask(put, new), (words.ESC_KEEPS,))
    screen.app.push_screen(question, answered)


def put_new_passphrase(unlocked: "Unlocked", new: str) -> None:
    """Put it in the place of the one before; the safety copies here follow. Takes as long as opening.

    Raises:
        As `put_passphrase`.
    """
    from journal.use_cases.snapshots import rewrap_snapshots
    from journal.use_cases.ways_in import put_passphrase

    rewrap_snapshots(put_passphrase(unlocked, new))
