"""Journals that cairn really wrote, each by another of its versions. All are opened for ever; none is made again.

`journal-0001`: written by the first of them, with its schema step 0001. Its passphrase stands below.
`journal-0002`, `backup-0002`: see `test_frozen_backups.py`.
`journal-0003`, `partner-0003`, `between-0003`: see `test_frozen_share.py`.
`archive-1`: what left `journal-0003`, in the first version of that format; `tests/portable` brings it in.
"""

import hashlib
import shutil
from pathlib import Path

import pytest

from journal.domain.check_in import CheckIn
from journal.domain.entry import JournalEntry
from journal.domain.timeline import Filter
from journal.paths import Home
from journal.store.migrations import newest, steps_in
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from tests.conftest import FixedClock

HERE = Path(__file__).parent
PASSPHRASE = "a journal kept since the first release"
PEACE = "\u05e9\u05dc\u05d5\u05dd"
"""A word that is written from the right."""
SLOTS = {
    "50088636003133db33916a2a4e1fceec": "169b328d79c6a69dc3d4f725a32f4729cc5aecaa590216dce2f5d7dc0172b4c7",
    "6d4c66f4d4b8f4dbfa59a78765bdf322": "6ec84d7d17ad47981d2e8f2527b122383d0118cc58e84f6bfee765927c0d0dbd",
    "b80c63f90fba20660e7d8ca6192574d2": "7ddf239f9f4190ae349c069be24cb1eec472437147b9a273bc5119cc39a41846",
    "d17e1dec1d4844e8f7227b22fe3afe58": "0ee0615cad064ad94e2dbc7609743e7dc672e2fae8ce199c7670e6bdb55bc5a5",
}
"""Of the files of `between-0003`."""
FROZEN = {
    "archive-1": "752675c3064b7742ef70c18d22ed57cbaca87ea2aa6036ecc0821e497a4a1360",
    "backup-0002": "4995bc41070221bffe722cb51d4505b3a46c81a137fd86d67d9373ea68ad413b",
    "journal-0001/vault/header": "fcb066edb3d99f4e1ca7c6f9c1299f92488cadf5c611c506d0eabdc8ad808a58",
    "journal-0001/vault/header.bak": "fcb066edb3d99f4e1ca7c6f9c1299f92488cadf5c611c506d0eabdc8ad808a58",
    "journal-0001/vault/journal-1.db": "93f84415e994d9c6906a9d88fd477c44fa194febde3c83502fac9d31b6c38e5c",
    "journal-0002/before-unlock.json": "924025cc64efe9d82fe1041ecd72a4cae3f2282e0e3c79fa8881be511daea8ad",
    "journal-0002/vault/header": "8c07b947fe28e80bb0ecd8f5d040240d50c381177b21be39f01bb0fb70873f39",
    "journal-0002/vault/header.bak": "8c07b947fe28e80bb0ecd8f5d040240d50c381177b21be39f01bb0fb70873f39",
    "journal-0002/vault/journal-1.db": "73613cefb45725d1665a7a5547309fff34d124cbdd12352f009b42de859c1df6",
    "journal-0003/vault/header": "95b5864dd8e195a716d5148779101faad6af593f9016d80f96e4a782e5798743",
    "journal-0003/vault/header.bak": "95b5864dd8e195a716d5148779101faad6af593f9016d80f96e4a782e5798743",
    "journal-0003/vault/journal-1.db": "8074dfb4c6a81652752c368d0c1a0c07f4b30c79dcf1e5676a84f6e2a1138951",
    "partner-0003/vault/header": "978c35010427f2f2e3de19defb0c030d6c4fdafcc37f4dca5a10881668dc4ef0",
    "partner-0003/vault/header.bak": "978c35010427f2f2e3de19defb0c030d6c4fdafcc37f4dca5a10881668dc4ef0",
    "partner-0003/vault/journal-1.db": "42244afd18a3b1fe3893b43814fa875294580ec0787b75d62e42c17b7f5aee99",
    **{f"between-0003/{slot}.cairn": digest for slot, digest in SLOTS.items()},
}
"""SHA-256 of every frozen file. A line is added, and none is ever changed."""


@pytest.fixture
def first_release(tmp_path: Path) -> OpenJournal:
    home = Home(tmp_path / "home")
    shutil.copytree(HERE / "journal-0001", home.root)
    # Private, whatever the checkout made of it.
    for folder in (home.root, home.vault):
        folder.chmod(0o700)
    return open_journal(home, PASSPHRASE, FixedClock())


def test_every_frozen_file_is_as_it_was_frozen() -> None:
    there = {
        path.relative_to(HERE).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in HERE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".py"
    }
    assert there == FROZEN


def test_a_journal_of_the_first_release_opens_and_is_brought_up_to_date(first_release: OpenJournal) -> None:
    assert first_release._connection.one("SELECT max(number) FROM migration") == newest(steps_in())
    first_release.verify()
    first_release.close()


def test_every_word_of_the_first_release_is_still_there(first_release: OpenJournal) -> None:
    page, check_in = first_release.items(Filter(), 10)
    assert isinstance(page, JournalEntry)
    assert isinstance(check_in, CheckIn)
    assert (page.title, page.body) == ("Rain", f"By the canal, later.\n\n{PEACE}")
    assert (page.tags, page.themes, page.keep, page.bring) == (("outside",), ("hope",), True, True)
    assert (check_in.mood, check_in.hope, check_in.feelings, check_in.note) == (6, 7, ("calm",), "café 日本語 🙂")
    assert [draft.body for draft in first_release.drafts()] == ["begun"]
    assert first_release._connection.rows("SELECT title, words FROM earlier_version") == [
        ("Rain", f"By the canal.\n\n{PEACE}")
    ]
    first_release.close()


def test_tools_of_the_first_release_are_on_the_shelf_with_every_use_of_them(first_release: OpenJournal) -> None:
    tools = {tool.name: tool.id for tool in first_release.tools()}
    check_in = first_release.items(Filter(kind="check-in"), 1)[0]
    assert isinstance(check_in, CheckIn)
    assert set(tools) == {"a walk", "music, quietly"}
    assert [(use.tool_id, use.helped) for use in check_in.tools_used] == [
        (tools["a walk"], "a_lot"),
        (tools["music, quietly"], "not_sure"),
    ]
    assert [tool.name for tool in first_release.what_helped()] == ["a walk"]
    assert first_release.search("quietly")[0] == 1
    first_release.close()


def test_what_was_deleted_in_the_first_release_comes_back(first_release: OpenJournal) -> None:
    first_release.undo()
    assert first_release.search("deleted")[0] == 1
    first_release.close()


def test_a_tool_of_the_first_release_can_be_changed_and_deleted_now(first_release: OpenJournal) -> None:
    walk = next(tool for tool in first_release.tools() if tool.name == "a walk")
    first_release.change(walk.id, {"how_to": "to the canal and back"})
    first_release.delete(walk.id)
    assert [tool.name for tool in first_release.tools()] == ["music, quietly"]
    first_release.undo()
    assert first_release.tool(walk.id).how_to == "to the canal and back"
    first_release.close()
