"""Words are kept byte for byte, whatever they hold: written, read, changed, kept as a draft, taken back."""

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from journal.domain.check_in import CheckIn
from journal.domain.entry import JournalEntry
from journal.errors import BadInput
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from tests.conftest import PASSPHRASE, Cairn, FixedClock

HARD_TEXTS = {
    "control characters": "".join(map(chr, range(32))) + "\x7f\x80\x9f end",
    "an escape that clears the screen": "\x1b[2J\x1b]0;title\x07 still here",
    "markup": "[bold red]not bold[/] [link=file:///etc]x[/link] [/] [[ ]]",
    "NUL at either end": "\0 in between \0",
    "right to left": "שלום \u202eback to front\u202c مرحبا \u2066isolated\u2069",
    "emoji": "🪨🙂 👨‍👩‍👧‍👦 🇬🇧 e\u0301 ﷺ",
    "accents apart": "cafe\u0301 \u1100\u1161\u11a8",
    "line ends": "one\r\ntwo\rthree\n\nfour\u2028five\u2029six\x0b\x0cseven\x85eight",
    "blanks at the ends": "  \t kept \u00a0\u3000 \n ",
    "the ends of the planes": "\ufffe\uffff\U0001f600\U0010ffff",
    "SQL": "'); DROP TABLE item; -- \" %_\\",
    "a byte order mark": "\ufeffstart",
    "1 MB": "a quiet day, 日本語 🙂 " * 40_000,
}
hard = pytest.mark.parametrize("text", HARD_TEXTS.values(), ids=HARD_TEXTS)

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=400).filter(lambda text: text.strip() != "")
one_journal = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
"""One journal for every example: what was written before must not matter."""


def page_with(journal: OpenJournal, body: str, title: str | None = None, tags: tuple[str, ...] = ()) -> str:
    return journal.write_page(replace(journal.blank_page(), body=body, title=title), tags=tags).id


def page(journal: OpenJournal, item_id: str) -> JournalEntry:
    item = journal.read(item_id)
    assert isinstance(item, JournalEntry)
    return item


@one_journal
@given(texts, texts, texts)
@example(*[HARD_TEXTS["control characters"]] * 3)
@example(*[HARD_TEXTS["NUL at either end"]] * 3)
@example(*[HARD_TEXTS["line ends"]] * 3)
def test_a_page_is_read_as_it_was_written(journal: OpenJournal, body: str, title: str, tag: str) -> None:
    written = page(journal, page_with(journal, body, title, (tag,)))
    assert (written.body, written.title, written.tags) == (body, title, (tag,))


@one_journal
@given(texts, texts)
def test_a_changed_page_holds_the_new_words_and_keeps_the_old(journal: OpenJournal, old: str, new: str) -> None:
    item_id = page_with(journal, old)
    journal.change_words(item_id, new)
    assert page(journal, item_id).body == new
    kept = journal._connection.rows(
        "SELECT words FROM earlier_version JOIN item ON item.number = earlier_version.item WHERE item.id = ?",
        (item_id,),
    )
    assert kept == [(old,)]


@one_journal
@given(texts, st.lists(texts, max_size=5))
def test_a_check_in_is_read_as_it_was_written(journal: OpenJournal, note: str, feelings: list[str]) -> None:
    filled = replace(journal.blank_check_in(), note=note, feelings=tuple(feelings))
    saved = journal.record_check_in(filled).check_in
    assert journal.read(saved.id) == filled
    changed = journal.change_words(saved.id, note + "\0more")
    assert isinstance(changed, CheckIn)
    assert changed.note == note + "\0more"


@one_journal
@given(texts, texts)
def test_a_draft_is_read_as_it_was_kept(journal: OpenJournal, body: str, title: str) -> None:
    draft = journal.keep_draft(replace(journal.blank_page(), body=body, title=title))
    assert draft in journal.drafts()
    journal.keep_draft(replace(draft, body="", title=None))
    assert journal.drafts() == []


@one_journal
@given(texts)
def test_what_was_deleted_comes_back_as_it_was(journal: OpenJournal, body: str) -> None:
    item_id = page_with(journal, body, body, (body,))
    before = page(journal, item_id)
    journal.delete(item_id)
    journal.undo()
    assert page(journal, item_id) == before


@hard
def test_hard_words_last_beyond_the_process_that_wrote_them(home: Home, clock: FixedClock, text: str) -> None:
    journal = open_journal(home, PASSPHRASE, clock)
    item_id = page_with(journal, text, text[:2000])
    journal.close()

    again = open_journal(home, PASSPHRASE, clock)
    assert (page(again, item_id).body, page(again, item_id).title) == (text, text[:2000])
    again.verify()
    again.close()


@hard
def test_hard_words_go_through_the_command_byte_for_byte(cairn: Cairn, text: str) -> None:
    """But for the one line end that closes standard input."""
    wrote = cairn("write", "--json", "-", words=text + "\n")
    assert (wrote.returncode, wrote.stderr) == (0, "")
    shown = cairn("show", json.loads(wrote.stdout)["id"], "--json")
    assert json.loads(shown.stdout)["body"] == text


def test_hard_words_are_changed_through_the_command_byte_for_byte(cairn: Cairn) -> None:
    item_id = json.loads(cairn("write", "--json", "-", words="before").stdout)["id"]
    text = "\n".join(words for name, words in HARD_TEXTS.items() if name != "1 MB")
    changed = cairn("edit", item_id, "-", words=text + "\n")
    assert (changed.returncode, changed.stderr) == (0, "")
    assert json.loads(cairn("show", item_id, "--json").stdout)["body"] == text


@pytest.mark.parametrize("text", ["\ud83d", "quiet \udcff words"])
def test_half_a_character_is_refused_and_nothing_is_written(journal: OpenJournal, text: str) -> None:
    before = journal._connection.one("SELECT write_counter FROM meta")
    for deed in (
        lambda: page_with(journal, text),
        lambda: page_with(journal, "body", text),
        lambda: page_with(journal, "body", None, (text,)),
        lambda: journal.record_check_in(replace(journal.blank_check_in(), note=text)),
        lambda: journal.keep_draft(replace(journal.blank_page(), body=text)),
    ):
        with pytest.raises(BadInput) as refused:
            deed()
        assert "quiet" not in str(refused.value)
    assert journal._connection.one("SELECT write_counter FROM meta") == before
