"""`cairn summary` in a facilitator's home: a page that is read, answered and printed, while it is shared."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from journal.paths import Home
from journal.use_cases.opening import open_journal
from journal.use_cases.preferences import Preferences, write_preferences
from tests.commands.group_homes import GROUP, GroupHomes, copied, joined_once
from tests.commands.two_homes import TITLE, WHY
from tests.conftest import PASSPHRASE, Cairn
from tui.wording import summary_commands as words
from tui.wording import together

FIRST = {"what_matters_to_me_now": "Getting out again", "questions_for_you": "Is Tuesday full?"}


@pytest.fixture(scope="module")
def joined(template_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return joined_once(template_home, tmp_path_factory.mktemp("joined") / "joined")


@pytest.fixture
def group(cairn: Cairn, joined: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> GroupHomes:
    return copied(cairn, joined, tmp_path / "group", monkeypatch)


def test_a_page_is_new_until_it_is_opened_and_says_what_to_do_where_it_worries(group: GroupHomes) -> None:
    group.shares(json.dumps({**FIRST, "goals": [group.ana.has_goal()]}))
    assert [page["is_new"] for page in group.shown()] == [True]
    assert f"[{words.NEW}]" in group.kim.run("group", "show", GROUP).stdout
    said = group.kim.run("summary", "show", "ana").stdout
    for line in (
        "Written and chosen by Ana on Saturday 14 March 2026.",
        "Is Tuesday full?",
        TITLE,
        "safeguarding policy",
    ):
        assert line in said
    assert WHY not in said
    assert [page["is_new"] for page in group.shown()] == [False]


def test_the_number_to_call_is_the_one_of_the_country_that_was_chosen(group: GroupHomes) -> None:
    group.shares()
    elsewhere = "If someone is in danger now, call your local emergency number. It is 112 in much of the world."
    assert group.kim.does("summary", "show", "Ana")["safeguarding"].endswith(elsewhere)
    write_preferences(group.kim.home, Preferences(country="GB"))
    said = group.kim.run("summary", "show", "Ana").stdout.splitlines()[-1]
    assert said.startswith("Talk with the person first if you can.")
    assert said.endswith("If someone is in danger now, call 999.")


def test_a_reply_can_be_read_by_the_one_it_is_for_alone(group: GroupHomes) -> None:
    group.shares()
    letter = group.kim.does("summary", "reply", "Ana", "-", words="There is a chair for you.")
    group.carry()
    (got,) = group.ana.does("inbox")["messages"]
    assert (got["text"], got["about"]) == ("There is a chair for you.", letter["about"])
    assert f"Kim ({together.PAGE_FOR_THEM}): There is a chair for you." in group.ana.run("inbox").stdout
    assert group.sam.does("inbox")["messages"] == []
    assert [each["text"] for each in group.kim.does("summary", "show", "Ana")["replies"]] == [letter["text"]]
    for text in ("", "w" * 2_001):
        group.kim.is_refused(2, "summary", "reply", "Ana", "-", words=text)


def test_whoever_shares_no_page_is_exit_4_whatever_is_asked(group: GroupHomes) -> None:
    group.shares()
    for call in (["show", "Sam"], ["reply", "Sam", "-"], ["print", "Sam"], ["show", "abcd1234"]):
        told = group.kim.is_refused(4, "summary", *call, words="hello")
        assert told["code"] == "not-found"
    group.kim.is_refused(2, "summary", "show")
    group.ana.is_refused(2, "summary", "show")


def test_a_page_that_may_not_be_printed_is_exit_8_and_no_file_is_made(group: GroupHomes, tmp_path: Path) -> None:
    group.shares()
    for to in ((), ("--to", str(tmp_path / "page.txt"))):
        told = group.kim.is_refused(8, "summary", "print", "Ana", *to)
        assert (told["code"], told["message"]) == ("may-not-print", words.MAY_NOT_PRINT)
    assert not (tmp_path / "page.txt").exists()


def test_a_page_that_may_be_printed_has_its_header_and_a_day_to_delete_it_after(
    group: GroupHomes, tmp_path: Path
) -> None:
    group.shares(json.dumps({**FIRST, "may_print": True}))
    said, place = group.kim.run("summary", "print", "Ana").stdout, tmp_path / "page.txt"
    assert said.startswith("Written and chosen by Ana on Saturday 14 March 2026. Shared for: agreeing on support.")
    assert "Please delete after Monday 13 April 2026. Not a clinical record." in said
    group.kim.does("summary", "print", "Ana", "--to", str(place))
    assert place.read_text(encoding="utf-8") == said
    assert place.stat().st_mode & 0o777 == 0o600
    group.kim.is_refused(8, "summary", "print", "Ana", "--to", str(place))
    group.kim.is_refused(2, "summary", "print", "Ana", "--to", str(tmp_path / "nowhere" / "page.txt"))


def test_a_page_past_its_day_is_gone_at_the_next_command_though_nobody_was_met(group: GroupHomes) -> None:
    group.shares(json.dumps(FIRST), "--days", "1")
    group.clock.set(group.clock.now() + timedelta(days=2))
    assert group.shown() == []
    journal = open_journal(group.kim.home, PASSPHRASE, group.clock)
    (views,) = zip(*journal.connection.rows("SELECT view FROM pair WHERE view IS NOT NULL"), strict=True)
    journal.close()
    assert not [view for view in views if b"Getting" in view or b"Ana" in view]
