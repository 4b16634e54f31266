"""One facilitator and six members, by commands alone, over a folder and over a relay.

Show at the end, of facilitators: three pages; one stopped, one over, one paused are gone from the facilitator's list
and file, and nobody can tell which is which; a reply and a note arrive; a handover takes six new yeses.
Acceptance 7, 8 and 14.
"""

import asyncio
import json
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue

import pytest

from journal.paths import Home
from tests.journeys.group_by_commands import (
    AGREED,
    EXPIRES,
    FAREWELL,
    GOAL,
    GROUP,
    LIMITS,
    NEVER_CHOSEN,
    NOTE,
    PAGES,
    PAUSES,
    REPLY,
    SIX,
    STOPS,
    WORDS,
    Week,
    walk,
)
from tests.transports.served_relay import STARTED_WITHIN_S, relay_here


def _homes(template: Home, place: Path) -> list[Home]:
    for number, _ in enumerate(SIX):
        shutil.copytree(template.root, place / str(number) / "home")
    return [Home(place / str(number) / "home") for number, _ in enumerate(SIX)]


@pytest.fixture(scope="session")
def week_by_folder(template_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Week:
    place = tmp_path_factory.mktemp("week")
    (place / "between").mkdir()
    return walk(place, _homes(template_home, place), f"folder:{place / 'between'}")


@pytest.fixture(scope="session")
def week_by_relay(template_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Week:
    place = tmp_path_factory.mktemp("week")
    with relay_in_a_thread(place / "slots.db") as via:
        return walk(place, _homes(template_home, place), via)


@contextmanager
def relay_in_a_thread(store: Path) -> Iterator[str]:
    """The relay itself, beside the commands that run here; the place, as it is typed."""
    started: Queue[str] = Queue()
    is_over = threading.Event()

    async def serve() -> None:
        async with relay_here(store) as via:
            started.put(via)
            await asyncio.to_thread(is_over.wait)

    serving = threading.Thread(target=asyncio.run, args=(serve(),))
    serving.start()
    try:
        yield started.get(timeout=STARTED_WITHIN_S)
    finally:
        is_over.set()
        serving.join()


@pytest.fixture(params=["week_by_folder", "week_by_relay"])
def week(request: pytest.FixtureRequest) -> Week:
    """What came of it, whatever was between them."""
    found: Week = request.getfixturevalue(request.param)
    return found


def test_acceptance_14_the_facilitator_is_shown_those_three_by_name_who_share_a_page(week: Week) -> None:
    assert [page["name"] for page in week.shown[0]] == sorted(PAGES)
    assert {page["is_new"] for page in week.shown[0]} == {True}
    assert {tuple(page) for page in week.shown[0]} == {("partner", "name", "group", "purpose", "until", "is_new")}


def test_what_was_read_here_is_not_new_any_more(week: Week) -> None:
    assert [page["name"] for page in week.shown[1] if not page["is_new"]] == [STOPS]


def test_a_page_is_read_as_it_was_written_with_what_to_do_where_it_worries(week: Week) -> None:
    read = week.read["summary"]
    assert {name: read[name] for name in PAGES[STOPS]} == PAGES[STOPS]
    assert [goal["title"] for goal in read["goals"]] == [GOAL]
    assert NEVER_CHOSEN not in json.dumps(week.read)
    assert week.read["header"].startswith(f"Written and chosen by {STOPS} on")
    assert week.read["safeguarding"].startswith("Talk with the person first")


def test_acceptance_8_the_file_held_the_three_pages_and_no_name_of_anybody_else(week: Week) -> None:
    assert week.held == {*WORDS, STOPS, EXPIRES, PAUSES}


def test_acceptance_8_what_is_stopped_over_or_paused_is_nowhere_in_the_file(week: Week) -> None:
    assert week.shown[2] == []
    assert week.left == frozenset()


def test_acceptance_7_nobody_can_tell_stopped_from_over_from_paused_from_never_shared(week: Week) -> None:
    assert set(week.said_of) == set(SIX)
    assert len(set(week.said_of.values())) == 1


def test_acceptance_14_nothing_lists_anybody_without_a_page(week: Week) -> None:
    assert week.after == [{"partners": []}, {"invites": []}, {"drafts": []}]


def test_a_reply_goes_to_one_and_a_note_to_everybody(week: Week) -> None:
    texts = {name: {letter["text"] for letter in inbox["messages"]} for name, inbox in week.inboxes.items()}
    assert texts == {STOPS: {REPLY, NOTE}, **{name: {NOTE} for name in SIX if name != STOPS}}


def test_everybody_reads_who_holds_the_group_and_what_it_agreed(week: Week) -> None:
    for inbox in week.inboxes.values():
        (kim,) = inbox["facilitators"]
        assert kim["role_card"]["limits_of_confidentiality"] == LIMITS
        assert (kim["group"], kim["agreement"], kim["closing"]) == (GROUP, {"privacy": AGREED}, None)


def test_a_page_is_printed_with_its_header_where_its_writer_allows_it(week: Week) -> None:
    head, *parts = week.printed.split("\n\n")
    assert head.startswith(f"Written and chosen by {PAUSES} on")
    assert "Please delete after" in head
    assert "\n".join(parts).rstrip().endswith(str(PAGES[PAUSES]["what_helps_me"]))


def test_each_of_the_six_is_told_who_holds_the_group_next(week: Week) -> None:
    assert [(told["handed_to"], told["words"]) for told in week.farewells] == [("Robin", FAREWELL)] * 6


def test_a_handover_takes_a_new_yes_of_each_of_the_six(week: Week) -> None:
    expected = []
    for number, name in enumerate(SIX):
        before = sorted(SIX[:number])
        expected.append([before, before, before, before, sorted([*before, name])])
    assert week.before_each_yes == expected
