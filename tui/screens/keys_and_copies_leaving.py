"""Taking everything along, readable by anyone, and bringing an archive in."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from journal.progress import Progress
from tui.modals.ask_path import AskPath
from tui.modals.choose import Choose
from tui.modals.doing import Doing
from tui.screens.keys_and_copies_backups import in_place, suggested
from tui.screens.keys_and_copies_ground import Ground
from tui.widgets.keyed import keyed
from tui.wording import keys_screen as words

if TYPE_CHECKING:
    from journal.use_cases.arriving_archive import Brought
    from journal.use_cases.leaving import Left
    from journal.use_cases.open_journal import OpenJournal


def take_along(ground: Ground) -> None:
    """Everything, in a form that needs no cairn and no passphrase; who asks for it is asked who they are."""
    question = Choose(words.WHICH_FORM, words.FORM_OPTIONS, lines=(words.NOT_LOCKED,))
    ground.choose(question, lambda: _ask_who(ground, as_pages=False), lambda: _ask_who(ground, as_pages=True))


def _ask_who(ground: Ground, *, as_pages: bool) -> None:
    ground.ask_passphrase(words.WHY_TAKE, lambda _: _ask_where(ground, as_pages=as_pages), lines=(words.NOT_LOCKED,))


def _ask_where(ground: Ground, *, as_pages: bool) -> None:
    ending = "-pages" if as_pages else ".zip"

    def write(path: Path, progress: Progress) -> "asyncio.Future[Left]":
        return ground.desk.ask(lambda journal: _write(journal, in_place(path, ground, ending), progress, as_pages))

    question = AskPath(
        words.WHERE_PAGES if as_pages else words.WHERE_ARCHIVE,
        write,
        saying=words.WRITING,
        text=suggested(ground, ending),
        lines=(words.NOT_LOCKED,),
    )
    ground.ask(question, lambda left: ground.say(words.taken_along(str(left.path), left.counts, as_pages=as_pages)))


def _write(journal: "OpenJournal", path: Path, progress: Progress, as_pages: bool) -> "Left":
    from journal.use_cases.leaving import export_archive, export_markdown

    if as_pages:
        from tui.wording.readable_pages import ReadablePages

        return export_markdown(journal, path, ReadablePages(), progress)
    return export_archive(journal, path, progress)


def bring_in(ground: Ground) -> None:
    """What is new in an archive comes in; what is here stays. First it is said what that would be."""

    def look(path: Path, progress: Progress) -> "asyncio.Future[tuple[Path, Brought]]":
        def read(journal: "OpenJournal") -> "tuple[Path, Brought]":
            from journal.use_cases.arriving_archive import look_at_archive

            return path, look_at_archive(journal, path, progress)

        return ground.desk.ask(read)

    question = AskPath(words.WHERE_IS_ARCHIVE, look, saying=words.READING)
    ground.ask(question, lambda looked: _offer(ground, *looked))


def _offer(ground: Ground, path: Path, looked: "Brought") -> None:
    if not looked.new:
        ground.say(words.NOTHING_NEW)
        return
    lines = words.would_bring(looked)
    ground.choose(
        Choose(words.BRING_QUESTION, words.BRING_OPTIONS, lines=("\n".join(lines),)),
        lambda: _bring(ground, path),
        lambda: None,
    )


def _bring(ground: Ground, path: Path) -> None:
    def begin(progress: Progress) -> "asyncio.Future[Brought]":
        def bring(journal: "OpenJournal") -> "Brought":
            from journal.use_cases.arriving_archive import bring_in_archive

            return bring_in_archive(journal, path, progress)

        return ground.desk.ask(bring)

    ground.ask(
        Doing(words.ROWS["bring-in"][0], begin, words.BRINGING_IN),
        lambda brought: ground.changed(keyed(ground.screen, words.brought(brought))),
    )
