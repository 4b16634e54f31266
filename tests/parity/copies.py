"""Deeds on copies: locked ones, what is taken along, what comes in, and the locked file itself."""

import shutil
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from journal.paths import Home
from journal.use_cases.leaving import export_archive
from journal.use_cases.open_journal import ELSEWHERE
from journal.use_cases.opening import WORDS_CONFIRMED, open_journal
from tests.conftest import PASSPHRASE, FixedClock
from tests.parity.deed import Deed, Place
from tests.parity.keeping import (
    ASKED_AGAIN,
    SECRET,
    TYPED,
    at_path,
    backed_up,
    copied_the_day_before,
    elsewhere,
    row,
    typed,
)
from tests.parity.reading import page, written
from tests.parity.steps import Does, Gap, Keys, Lines, Own, Sees, call

WHERE = Own("{path}", "where it goes")
HERE = Own("{path}", "where it is")
WORD = Own("restore", "the word “restore”")
BY_ITSELF = "it is done once a week, by itself, when nobody waits"
FROM_A_SHELL = "it is done from a shell, where no damaged journal has to be opened first"


def _nowhere(at: Place) -> Mapping[str, str]:
    page(at, "words of then")
    return {"path": typed(elsewhere(at, "copy"))}


def _backup(at: Place) -> Mapping[str, str]:
    page(at, "words of then")
    return {"path": backed_up(at)}


def _backup_and_more(at: Place) -> Mapping[str, str]:
    names = _backup(at)
    page(at, "words since")
    return names


def _stick(at: Place) -> Mapping[str, str]:
    copied_the_day_before(at)
    folder = elsewhere(at, "stick")
    folder.mkdir()
    return {"path": typed(folder)}


def _copied(at: Place) -> Mapping[str, str]:
    copied_the_day_before(at)
    return {}


def _a_week_later(at: Place) -> Mapping[str, str]:
    at.journal.choose(WORDS_CONFIRMED, "yes")
    assert isinstance(at.clock, FixedClock)
    at.clock.set(at.clock.now() + timedelta(days=8))
    return {}


def _archive(at: Place) -> Mapping[str, str]:
    """An archive of a page that another journal holds."""
    path = elsewhere(at, "archive.zip")
    other = Home(path.parent / "another")
    shutil.copytree(at.home.root, other.root)
    journal = open_journal(other, PASSPHRASE, FixedClock())
    journal.write_page(replace(journal.blank_page(), body="words of then"))
    export_archive(journal, path)
    journal.close()
    return {"path": typed(path)}


def _file_of_jrnl(at: Place) -> Mapping[str, str]:
    file = elsewhere(at, "journal.txt")
    file.write_text("[2024-01-02 09:05] A good day\nwords of then\n", encoding="utf-8")
    return {"path": typed(file)}


def _where(at: Place) -> Mapping[str, str]:
    return {"home": str(at.home.root)}


def _rescued(at: Place) -> Mapping[str, str]:
    page(at, "words of then")
    return {"path": typed(elsewhere(at, "rescued"))}


def _copy(at: Place) -> str:
    """What stands at the place that was named."""
    path = elsewhere(at, "copy")
    if path.is_dir():
        return "pages" if (path / "index.md").is_file() else "a folder"
    if not path.exists():
        return "nothing"
    return "an archive" if zipfile.is_zipfile(path) else path.read_bytes()[:13].decode(errors="replace")


def _names_in(at: Place, name: str) -> int:
    """But for the copy that a slow computer is still putting together, which stands beside its own for a moment."""
    return len([path for path in elsewhere(at, name).iterdir() if ".new-" not in path.name])


LOCKED_COPIES = (
    Deed(
        "Make a backup: one locked file with the whole journal",
        Keys(*row("make-backup"), Sees("Where shall the backup go?", at="path"), *at_path("path", WHERE.called)),
        Lines("make a backup", WHERE),
        call("backup create {path}"),
        _nowhere,
        leaves=_copy,
        becomes="cairn-backup/",
    ),
    Deed(
        "Check a backup, by putting it together for real",
        Keys(*row("check-backup"), Sees("Where is the backup?", at="path"), HERE, "enter"),
        Lines("check a backup", HERE),
        call("backup verify {path}"),
        _backup,
        shows=("This backup is whole.", "It holds 1 page."),
    ),
    Deed(
        "Put a backup back; the journal that was here is kept beside it",
        Keys(
            *row("put-back"),
            Sees("Where is the backup?", at="path"),
            HERE,
            "enter",
            Sees("The passphrase of this backup:", at="secret"),
            SECRET,
            "enter",
            Sees("Type restore, then Enter.", at="word"),
            WORD,
            "enter",
        ),
        Lines("put back a backup", HERE, TYPED, "restore"),
        call("backup restore {path} -", WORD),
        _backup_and_more,
        leaves=written,
        becomes=["words of then"],
        ends="lock",
    ),
    Deed(
        "See the safety copies that cairn makes by itself",
        Keys(Does("keys-and-copies")),
        Lines("safety copies", "skip"),
        call("backup list"),
        _copied,
        shows=(("Friday 13 March 2026", "2026-03-13"),),
    ),
    Deed(
        "Keep safety copies elsewhere too",
        Keys(
            *row("elsewhere"),
            Sees("Choose a folder"),
            "enter",
            Sees("Which folder", at="path"),
            Own("{path}", "a folder"),
            "enter",
        ),
        Lines("safety copies", Own("{path}", "a folder")),
        Gap("a shell makes a copy anywhere, by `cairn backup create`"),
        _stick,
        leaves=lambda at: (Path(at.journal.setting(ELSEWHERE) or "").name, _names_in(at, "stick")),
        becomes=("stick", 1),
    ),
    Deed(
        "Answer the line that asks whether to keep them elsewhere",
        Keys(Sees("Keep one elsewhere?"), Does("answer-line"), Sees("Not now"), "down", "enter"),
        Lines("safety copies", "skip"),
        Gap("a shell does not ask"),
        _a_week_later,
        leaves=lambda at: at.journal.setting(ELSEWHERE),
        becomes="",
    ),
)

TAKING_ALONG = (
    Deed(
        "Take everything with you, as one archive that cairn can read back",
        Keys(
            *row("take-along"),
            Sees("In which form?"),
            "enter",
            *ASKED_AGAIN,
            Sees("Where shall the archive go?", at="path"),
            *at_path("path", WHERE.called),
        ),
        Lines("take along", "one archive", WHERE, TYPED),
        call("export --format archive --to {path}"),
        _nowhere,
        leaves=_copy,
        becomes="an archive",
    ),
    Deed(
        "Take everything with you, as pages to read",
        Keys(
            *row("take-along"),
            Sees("In which form?"),
            "down",
            "enter",
            *ASKED_AGAIN,
            Sees("Where shall the pages go?", at="path"),
            *at_path("path", WHERE.called),
        ),
        Lines("take along", "a folder of pages", WHERE, TYPED),
        call("export --format markdown --to {path}"),
        _nowhere,
        leaves=_copy,
        becomes="pages",
    ),
    Deed(
        "Take everything with you, as one document for other programs",
        Gap("an archive holds the same"),
        Lines("take along", "one document", WHERE, TYPED),
        call("export --format json --to {path}"),
        _nowhere,
        leaves=lambda at: _copy(at)[:1],
        becomes="{",
    ),
    Deed(
        "Bring in an archive; what is here stays as it is",
        Keys(
            *row("bring-in"), Sees("Where is the archive?", at="path"), HERE, "enter", Sees("Bring this in?"), "enter"
        ),
        Lines("bring in", HERE, "yes"),
        call("import {path}"),
        _archive,
        leaves=written,
        becomes=["words of then"],
    ),
    Deed(
        "Bring in pages from another program",
        Gap("it is done from a shell, or in plain lines"),
        Lines("bring in", HERE, "yes"),
        call("import {path}"),
        _file_of_jrnl,
        leaves=written,
        becomes=["words of then"],
    ),
)

FILE = (
    Deed(
        "See where the locked file is",
        Gap("a shell and plain lines say it"),
        Lines("where it is"),
        call("vault info"),
        _where,
        shows=("{home}",),
    ),
    Deed(
        "Check every page of the locked file",
        Gap(BY_ITSELF),
        Lines("check the file"),
        call("vault verify"),
        shows=("The journal is whole.",),
    ),
    Deed(
        "Take everything that can be read out of a damaged journal",
        Gap(FROM_A_SHELL),
        Gap(FROM_A_SHELL),
        call("vault rescue --to {path}"),
        _rescued,
        leaves=lambda at: (elsewhere(at, "rescued") / "vault" / "header").is_file(),
        becomes=True,
    ),
)
