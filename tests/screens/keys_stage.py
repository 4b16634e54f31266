"""What the tests of Keys and copies share: getting there, and the journal as another process finds it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from textual.app import App
from textual.screen import Screen
from textual.widgets import Input

from journal.clock import Clock
from journal.domain.timeline import Filter
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import WORDS_CONFIRMED, open_journal
from journal.use_cases.safe_copies import create_backup
from journal.vault import key_slots
from tests.conftest import PASSPHRASE, FixedClock
from tests.screens.stage import Actor, opened, until, until_shown, write
from tests.store.remembered_argon2 import RememberedArgon2id
from tui.app import CairnApp, Leaving
from tui.modals.passphrase_again import PassphraseAgain
from tui.screens.hearing import Hearing
from tui.screens.keys_and_copies import KeysAndCopies
from tui.screens.keys_and_copies_ground import Ground
from tui.store_thread import Desk, StoreThread
from tui.theme import DEFAULT_THEME, THEMES
from tui.widgets.deed_rows import DeedRows
from tui.widgets.words_on_paper import WordsOnPaper
from tui.wording.keys_screen import ROWS

T = TypeVar("T", bound=Screen)  # type: ignore[type-arg]  # any question


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Each key is derived once and remembered; the person's own folder is this test's. Returns that folder."""
    monkeypatch.setattr(key_slots, "Argon2id", RememberedArgon2id)
    folder = tmp_path / "own"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    return folder


class KeysApp(App[Leaving]):
    """An app that has nothing but Keys and copies, over an open journal."""

    CSS_PATH = CairnApp.CSS_PATH
    HORIZONTAL_BREAKPOINTS = CairnApp.HORIZONTAL_BREAKPOINTS
    VERTICAL_BREAKPOINTS = CairnApp.VERTICAL_BREAKPOINTS

    def __init__(self, home: Home, clock: Clock) -> None:
        super().__init__()
        self.animation_level = "none"
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DEFAULT_THEME
        self._store = StoreThread()
        self._journal = self._store.finish(open_journal, home, PASSPHRASE, clock)
        self._home = home
        self._clock = clock

    def on_mount(self) -> None:
        desk = Desk(self._store, self._journal)
        self.push_screen(
            KeysAndCopies(
                Ground(
                    screen=Hearing(),
                    desk=desk,
                    at_once=desk,
                    home=self._home,
                    clock=self._clock,
                    say=lambda _: None,
                    announce=self.on_journal_changed,
                    rest=lambda: None,
                    begin_again=lambda: self.exit("lock"),
                    end=lambda sentence: self.exit("ended", message=sentence),
                )
            )
        )

    def on_journal_changed(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, Hearing):
                screen.journal_changed()

    def finish(self) -> None:
        self._store.finish(self._journal.close)
        self._store.close()


@asynccontextmanager
async def at_the_keys(home: Home, clock: Clock, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Actor]:
    """Keys and copies alone, where it knows how things stand."""
    app = KeysApp(home, clock)
    try:
        async with app.run_test(size=size) as pilot:
            await back_at_the_keys(pilot)
            yield pilot
    finally:
        app.finish()


@asynccontextmanager
async def at_the_keys_of_cairn(home: Home, clock: Clock) -> AsyncIterator[Actor]:
    """Keys and copies of the real app, over Today."""
    async with opened(home, clock) as pilot:
        await pilot.press("f8")
        await back_at_the_keys(pilot)
        yield pilot


async def back_at_the_keys(pilot: Actor) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, KeysAndCopies))
    await until(pilot, lambda: pilot.app.screen.query_one("#standing").display)


async def choose_row(pilot: Actor, name: str) -> None:
    """Choose a row by its name in the code."""
    pilot.app.screen.query_one(DeedRows).looked_at = list(ROWS).index(name)
    await pilot.press("enter")


async def asked(pilot: Actor, question: type[T]) -> T:
    """Wait until this question is in front and has the focus."""
    await until(pilot, lambda: isinstance(pilot.app.screen, question) and pilot.app.screen.focused is not None)
    screen = pilot.app.screen
    assert isinstance(screen, question)
    return screen


async def give_passphrase(pilot: Actor, passphrase: str = PASSPHRASE) -> None:
    await asked(pilot, PassphraseAgain)
    await answer(pilot, passphrase)


async def answer(pilot: Actor, words: str, into: str = "") -> None:
    """Type words over whatever stands in the field, that of this id where one is named, and Enter."""
    await until(pilot, lambda: not into or getattr(pilot.app.screen.focused, "id", "") == into)
    field = pilot.app.screen.focused
    assert isinstance(field, Input)
    field.value = ""
    await write(pilot, words)
    await until(pilot, lambda: field.value == words)
    await pilot.press("enter")


async def type_two_back(pilot: Actor) -> tuple[str, ...]:
    """Take the words down, type two of them back, and return all of them."""
    await until_shown(pilot, "I have written them down")
    step = pilot.app.screen.query_one(WordsOnPaper)
    await pilot.press("enter")
    await until_shown(pilot, "Two of them")
    for number, place in zip(("first", "second"), step._places, strict=True):
        step.query_one(f"#{number}-word", Input).value = step._recovery_words[place]
    step.query_one("#second-word", Input).focus()
    await pilot.press("enter")
    return step._recovery_words


def said(pilot: Actor) -> str:
    """What Keys and copies says came of it, on one line."""
    assert isinstance(pilot.app.screen, KeysAndCopies)
    return " ".join(str(pilot.app.screen.query_one("#said").render()).split())


async def until_said(pilot: Actor, words: str) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, KeysAndCopies) and words in said(pilot))


def files_under(folder: Path) -> dict[str, str]:
    """Every file in a folder by its name, with its text."""
    return {path.name: path.read_bytes().decode(errors="replace") for path in folder.rglob("*") if path.is_file()}


def with_pages(home: Home, clock: FixedClock, *bodies: str) -> list[str]:
    """Pages written before, and words on paper. Returns the ids."""
    journal = open_journal(home, PASSPHRASE, clock)
    ids = [journal.write_page(replace(journal.blank_page(), body=body)).id for body in bodies]
    journal.choose(WORDS_CONFIRMED, "yes")
    journal.close()
    return ids


def pages(journal: OpenJournal) -> set[str]:
    return {line.first_words for line in journal.timeline(Filter(kind="entry"), 100)}


def pages_of(home: Home, clock: FixedClock, passphrase: str = PASSPHRASE) -> set[str]:
    """The pages as another process reads them."""
    journal = open_journal(home, passphrase, clock)
    found = pages(journal)
    journal.close()
    return found


def a_backup(home: Home, clock: FixedClock, path: Path) -> Path:
    """A backup of the journal as it is now."""
    journal = open_journal(home, PASSPHRASE, clock)
    assert journal.unlocked is not None
    made = create_backup(journal.unlocked, path, clock).path
    journal.close()
    return made
