"""Erasing for good: one thing, some days, everything. Told what goes, a copy offered, the word, the passphrase."""

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from journal.domain.timeline import KINDS, Filter
from journal.errors import CairnError
from journal.progress import Progress
from tui.modals.ask_days import AskDays
from tui.modals.ask_word import AskWord
from tui.modals.choose import Choose
from tui.modals.doing import Doing
from tui.screens.keys_and_copies_ground import Ground, said_plainly, unlocked_of
from tui.screens.keys_and_copies_leaving import take_along
from tui.wording import erasing
from tui.wording import keys_screen as words

if TYPE_CHECKING:
    from journal.use_cases.erasing import Going
    from journal.use_cases.open_journal import OpenJournal


def erase(ground: Ground) -> None:
    """Some days, or everything."""
    question = Choose(words.ERASE_WHAT, words.ERASE_OPTIONS, lines=(erasing.NOT_BACK,))
    ground.choose(question, lambda: _erase_days(ground), lambda: _erase_everything(ground))


def erase_one(ground: Ground, item_id: str, then: Callable[[], object]) -> None:
    """One thing, from its own page; `then` is called when it is gone."""
    asked = ground.desk.ask(lambda journal: (journal.what_goes(item_id), _what_ends(journal, item_id)))
    ground.hear(asked, lambda read: _tell_what_goes(ground, read[0], then, read[1]))


def _what_ends(journal: "OpenJournal", item_id: str) -> list[str]:
    """Between people, with this; with nobody there at all nothing has to be loaded."""
    if not journal.things("partner"):
        return []
    from tui.sharing_reading import erasing_ends

    return erasing_ends(journal, item_id)


def _erase_days(ground: Ground) -> None:
    def look(first: str, last: str) -> "asyncio.Future[Going]":
        return ground.desk.ask(lambda journal: journal.what_goes(first=first, last=last))

    ground.ask(AskDays(look), lambda going: _tell_what_goes(ground, going, lambda: None))


def _tell_what_goes(ground: Ground, going: "Going", then: Callable[[], object], ends: Sequence[str] = ()) -> None:
    from journal.use_cases.snapshots import snapshots_in
    from journal.vault.gone import kept_beside

    if going.is_nothing:
        ground.say(words.NOTHING_TO_ERASE)
        return
    kept = [str(path) for path in kept_beside(ground.home)]
    lines = [*words.what_goes(going.counts, len(snapshots_in(ground.home)), kept), *ends]
    _confirm(ground, lines, lambda: _do_erase(ground, going, then))


def _confirm(ground: Ground, lines: Sequence[str], then: Callable[[], object]) -> None:
    """A copy first; the word; who it is. `then` is called after all three."""

    def ask_word() -> None:
        asked = AskWord(words.FOR_GOOD, erasing.WORD, erasing.NOT_ERASED, lines)
        ground.ask(asked, lambda _: ground.ask_passphrase(words.WHY_ERASE, lambda _: then()))

    question = Choose(words.TAKE_FIRST, words.TAKE_FIRST_OPTIONS, lines=("\n".join(lines),))
    ground.choose(question, lambda: take_along(ground), ask_word)


def _do_erase(ground: Ground, going: "Going", then: Callable[[], object]) -> None:
    def work(journal: "OpenJournal") -> str:
        """What is to be said beside that it is gone."""
        from journal.use_cases.snapshots import renew_snapshots

        journal.erase(going)
        try:
            renew_snapshots(unlocked_of(journal), ground.clock)
        except CairnError as problem:
            return f" {erasing.not_renewed(problem)}"
        return ""

    def begin(_: Progress) -> "asyncio.Future[str]":
        return ground.alone(lambda: ground.desk.ask(work))

    def done(beside: str) -> None:
        then()
        ground.changed(f"{words.ERASED}{beside}")

    ground.ask(Doing(words.ROWS["erase"][0], begin, words.ERASING_NOW), done)


def _erase_everything(ground: Ground) -> None:
    from journal.use_cases.snapshots import snapshots_in

    def tell(counts: dict[str, int]) -> None:
        lines = words.everything_goes(counts, len(snapshots_in(ground.home)))
        _confirm(ground, lines, lambda: _do_erase_everything(ground))

    ground.hear(ground.desk.ask(_everything_in), tell)


def _everything_in(journal: "OpenJournal") -> dict[str, int]:
    """How much of each kind there is, as a person knows them."""
    from journal.domain.shelves import SHELVES

    dated = {kind: journal.timeline_count(Filter(kind=kind)) for kind in KINDS}
    shelved = {kind: len(journal.things(kind)) for kind in SHELVES}
    return {**dated, **shelved, "draft": len(journal.drafts())}


def _do_erase_everything(ground: Ground) -> None:
    def work(_: "OpenJournal") -> bool:
        from journal.use_cases.staying import let_go
        from journal.vault.gone import erase_everything

        let_go(ground.home)
        return said_plainly(lambda: erase_everything(ground.home))

    def begin(_: Progress) -> "asyncio.Future[bool]":
        return ground.alone(lambda: ground.at_once.ask(work))

    ground.ask(
        Doing(words.ROWS["erase"][0], begin, words.ERASING_NOW),
        lambda is_whole: ground.end(words.ERASED if is_whole else f"{words.ERASED}\n{erasing.SOME_FILES_STAY}"),
    )
