"""Every written word is found again, nothing that is typed is syntax, and what is deleted leaves the index."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.domain.check_in import ToolUse
from journal.domain.search import search_query
from journal.errors import BadInput
from journal.use_cases.open_journal import OpenJournal
from tests.conftest import FixedClock

MARK = "qzyxwvut"
"""A word no other word shares its first letters with, so that the index stores it whole."""


def write(journal: OpenJournal, body: str, title: str | None = None, tags: tuple[str, ...] = ()) -> str:
    return journal.write_page(replace(journal.blank_page(), body=body, title=title), tags=tags).id


def check_in(journal: OpenJournal, **parts: object) -> str:
    filled = replace(journal.blank_check_in(), **parts)  # type: ignore[arg-type]  # the tests name real fields
    return journal.record_check_in(filled).check_in.id


def found(journal: OpenJournal, typed: str) -> list[str]:
    total, hits = journal.search(typed)
    assert total == len(hits)
    return [hit.id for hit in hits]


@pytest.mark.parametrize("body", ["Café au lait", "Cafe\u0301 au lait", "CAFÉ", "cafe", "a café."])
@pytest.mark.parametrize("typed", ["café", "cafe\u0301", "CAFE", "caf", "Café!"])
def test_accents_and_capitals_make_no_difference(journal: OpenJournal, body: str, typed: str) -> None:
    page = write(journal, body)
    write(journal, "another page")
    assert found(journal, typed) == [page]


@pytest.mark.parametrize(
    "typed", ["lantern", "lant", "quiet lan", "lantern quiet l", "  lantern  ", "lantern,", "(lantern)", "“lantern”"]
)
def test_all_words_are_found_in_any_order_and_the_last_may_be_a_start(journal: OpenJournal, typed: str) -> None:
    page = write(journal, "a quiet lantern")
    write(journal, "a quiet evening")
    assert found(journal, typed) == [page]


@pytest.mark.parametrize("typed", ["quie lantern", "antern", "lanterns", "lantern loud"])
def test_the_start_of_a_word_counts_at_the_end_alone(journal: OpenJournal, typed: str) -> None:
    write(journal, "a quiet lantern")
    assert found(journal, typed) == []


@pytest.mark.parametrize("typed", ["", " ", "\t\n", ".", "...", "!?", "()", "[]", "*", '"', '""', "-", "\0", "🙂", "—"])
def test_where_there_is_no_word_nothing_is_found(journal: OpenJournal, typed: str) -> None:
    write(journal, 'a quiet lantern ... !? () [] * " - 🙂 —')
    assert found(journal, typed) == []


@pytest.mark.parametrize(
    "typed",
    [
        'lantern"',
        '"lantern',
        'lan"tern',
        '"lantern" "',
        "lantern*",
        "lantern (",
        "lantern)",
        "[lantern]",
        "{lantern}",
        "lantern AND",
        "lantern OR quiet",
        "lantern NOT quiet",
        "lantern NEAR quiet",
        "NEAR(lantern quiet, 5)",
        "words:lantern",
        "^lantern",
        "lantern + quiet",
        "-lantern",
        "lantern'",
        "lantern; DROP TABLE item",
        "lantern\\",
        "lantern%",
        "lantern\0quiet",
        "\ud83dlantern",
        "lantern --",
        "[bold]lantern[/]",
        "\x1b[31mlantern",
    ],
)
def test_nothing_that_is_typed_is_syntax(journal: OpenJournal, typed: str) -> None:
    write(journal, "a quiet lantern")
    if any("\ud800" <= character <= "\udfff" for character in typed):
        with pytest.raises(BadInput):
            journal.search(typed)
    else:
        total, hits = journal.search(typed)
        assert total == len(hits) <= 1


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_text_can_be_looked_for(journal: OpenJournal, typed: str) -> None:
    """One journal for all of them: looking changes nothing."""
    total, hits = journal.search(typed)
    assert (total, hits) == (0, [])
    assert search_query(typed).count('"') % 2 == 0


@pytest.mark.parametrize(
    ("body", "typed"),
    [
        ("[bold]brave[/bold] morning", "brave"),
        ("before\0after", "after"),
        ("ערב \u202eשבת\u202c", "שבת"),
        ("日本語 テキスト", "日本語"),
        ("a\x1b[31mred", "31mred"),
        ("naïve façade", "facade"),
        ("don\u2019t", "don"),
        ("e-mail", "mail"),
        ("x" * 3000 + " needle " + "y" * 3000, "needle"),
    ],
)
def test_words_beside_anything_are_found(journal: OpenJournal, body: str, typed: str) -> None:
    page = write(journal, body)
    assert found(journal, typed) == [page]


def test_titles_tags_and_notes_are_found(journal: OpenJournal) -> None:
    title = write(journal, "body", title="Headland")
    tag = write(journal, "body", tags=("harbour", "sea wall"))
    note = check_in(journal, note="a lighthouse", mood=6)
    feeling = check_in(journal, feelings=("my own word",))
    assert found(journal, "headland") == [title]
    assert found(journal, "sea harbour") == [tag]
    assert found(journal, "lighthouse") == [note]
    assert found(journal, "my own") == [feeling]


def test_changed_words_are_found_and_the_earlier_ones_are_not(journal: OpenJournal) -> None:
    page = write(journal, "the earlier lantern", title="Headland", tags=("harbour",))
    journal.change_words(page, "the later candle")
    assert found(journal, "lantern") == []
    assert found(journal, "candle headland harbour") == [page]


def test_what_is_deleted_is_not_found_until_it_comes_back(journal: OpenJournal) -> None:
    page = write(journal, "a quiet lantern")
    journal.delete(page)
    assert found(journal, "lantern") == []
    journal.undo()
    assert found(journal, "lantern") == [page]


def test_the_newest_come_first_and_all_are_counted(journal: OpenJournal, clock: FixedClock) -> None:
    pages = []
    for _ in range(5):
        pages.append(write(journal, "a lantern"))
        clock.set(clock.now() + timedelta(days=1))
    total, hits = journal.search("lantern", limit=2)
    assert total == 5
    assert [hit.id for hit in hits] == pages[:-3:-1]


def test_an_excerpt_is_the_words_around_the_place_as_they_were_written(journal: OpenJournal) -> None:
    write(journal, "one " * 50 + "[b]lantern[/b] \x1b[31m " + "two " * 50)
    _, (hit,) = journal.search("lantern")
    assert "[b]lantern[/b] \x1b[31m" in hit.excerpt
    assert len(hit.excerpt.split()) < 40


def index_blocks(journal: OpenJournal) -> bytes:
    """Every byte that the index keeps, in all its tables."""
    tables = journal._connection.rows("SELECT name FROM sqlite_master WHERE name LIKE 'search_index_%'")
    assert len(tables) >= 4
    kept = b""
    for table in (str(name) for (name,) in tables):
        for row in journal._connection.rows(f"SELECT * FROM {table}"):
            kept += b"".join(value if isinstance(value, bytes) else str(value).encode() for value in row)
    return kept


@pytest.mark.parametrize("others", [0, 60], ids=["alone", "among many"])
def test_deleted_words_leave_the_blocks_of_the_index(journal: OpenJournal, others: int) -> None:
    for number in range(others):
        write(journal, f"page {number} of many words")
    page = write(journal, f"{MARK} a quiet lantern")
    assert MARK[1:].encode() in index_blocks(journal)

    journal.delete(page)

    assert MARK[1:].encode() not in index_blocks(journal)


def test_without_the_setting_deleted_words_would_stay(journal: OpenJournal) -> None:
    """What the setting is for, and that the look at the blocks can find a word."""
    journal._connection.execute("INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 0)")
    page = write(journal, f"{MARK} a quiet lantern")
    journal.delete(page)
    assert MARK[1:].encode() in index_blocks(journal)


def test_words_that_were_changed_leave_the_blocks_of_the_index(journal: OpenJournal) -> None:
    page = write(journal, f"{MARK} a quiet lantern")
    journal.change_words(page, "a later candle")
    assert MARK[1:].encode() not in index_blocks(journal)


def test_deleted_words_go_for_good_after_thirty_days(journal: OpenJournal, clock: FixedClock) -> None:
    page = write(journal, f"{MARK} a quiet lantern")
    journal.change_words(page, f"{MARK} a later candle")
    journal.delete(page)
    clock.set(clock.now() + timedelta(days=31))

    assert journal.let_go_of_old() == 1

    for table in ("entry", "earlier_version", "item", "item_tag"):
        assert journal._connection.one(f"SELECT count(*) FROM {table}") == 0
    journal.verify()


def test_a_word_of_a_tool_and_a_word_of_the_note_find_the_check_in_together(journal: OpenJournal) -> None:
    walk = journal.add_thing("tool", {"name": "a long walk"}).id
    both = check_in(journal, note="rain all day", tools_used=(ToolUse(walk, "a_lot"),))
    check_in(journal, note="rain again")
    check_in(journal, tools_used=(ToolUse(walk, "a_lot"),))
    write(journal, "a walk without rain")
    assert len(found(journal, "walk")) == 3
    assert both in found(journal, "rain walk")
    assert found(journal, "day walk") == found(journal, "long rain") == [both]
    assert journal.search("walk", "entry")[0] == 1


def test_the_excerpt_of_a_check_in_found_by_its_tool_names_the_tool(journal: OpenJournal) -> None:
    check_in(journal, mood=5, tools_used=(ToolUse(journal.add_thing("tool", {"name": "a long walk"}).id, "a_lot"),))
    assert [hit.excerpt for hit in journal.search("walk")[1]] == ["a long walk"]


def test_a_tool_renamed_deleted_and_back_is_found_by_the_name_it_has(journal: OpenJournal) -> None:
    walk = journal.add_thing("tool", {"name": "a long walk"}).id
    check_in(journal, tools_used=(ToolUse(walk, "a_lot"),))
    journal.change(walk, {"name": "a swim"})
    assert (len(found(journal, "walk")), len(found(journal, "swim"))) == (0, 1)
    journal.delete(walk)
    assert found(journal, "swim") == []
    journal.undo()
    assert len(found(journal, "swim")) == 1
