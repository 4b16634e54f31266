"""Every deed of the journal, on the screen, in plain lines, from a shell: each is really done, and leaves the same."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from journal.paths import Home
from tests.conftest import FixedClock
from tests.parity import served
from tests.parity.deed import Deed
from tests.parity.registry import DEEDS
from tests.parity.steps import Calls, Keys, Lines
from tests.parity.table import FILE, page
from tests.parity.ways import Prepared, from_a_shell, in_plain_lines, on_screen
from tests.plain.test_acceptance import NOT_FOR_EARS, hard_words

HOMES = {"member": "ana", "facilitator": "kim"}
"""Of a group that is ready, by whose it is."""
WAYS = [(deed, way) for deed in DEEDS for way in deed.ways]


def _named(way: type) -> list[object]:
    return [pytest.param(deed, path, id=deed.name) for deed, path in WAYS if isinstance(path, way)]


@pytest.fixture
def its_home(deed: Deed, request: pytest.FixtureRequest, tmp_path: Path) -> Home:
    """An empty journal, or the home of one of a group."""
    if deed.whose == "person":
        made: Home = request.getfixturevalue("home")
        return made
    shutil.copytree(request.getfixturevalue("joined"), tmp_path / "joined")
    return Home(tmp_path / "joined" / HOMES[deed.whose])


@pytest.fixture
def prepared(deed: Deed, its_home: Home, clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> Prepared:
    """The deed's own journal, in which what it is for has not come about yet."""
    home = its_home
    monkeypatch.setenv("HOME", str(home.root.parent))
    at = Prepared(home, clock)
    place = at.place()
    at.names.update(deed.prepare(place))
    is_so = deed.leaves is not None and deed.leaves(place) == deed.becomes
    assert not is_so or deed.begins == "nowhere", "it is so before anything was done"
    place.journal.close()
    if deed.begins == "nowhere":
        return Prepared(Home(home.root.parent / "new"), clock, at.names)
    return at


def _has_left_what_it_is_for(deed: Deed, at: Prepared) -> None:
    if deed.is_gone:
        assert not at.home.exists()
        return
    place = at.place(deed.opens_with)
    if deed.leaves is not None:
        assert deed.leaves(place) == deed.becomes
    assert deed.keeps_drafts or place.journal.drafts() == []
    place.journal.close()


@pytest.mark.parametrize(("deed", "way"), _named(Keys))
async def test_on_the_screen(deed: Deed, way: Keys, prepared: Prepared) -> None:
    await on_screen(way, deed, prepared)
    _has_left_what_it_is_for(deed, prepared)


@pytest.mark.parametrize(("deed", "way"), _named(Lines))
def test_in_plain_lines(deed: Deed, way: Lines, prepared: Prepared) -> None:
    said = in_plain_lines(way, deed, prepared)
    assert NOT_FOR_EARS.findall(said) == []
    # Which words two people compare is not cairn's to choose.
    for compared in ("four", "apart"):
        said = said.replace(prepared.names.get(compared, ""), "")
    assert hard_words(said) == []
    _has_left_what_it_is_for(deed, prepared)


@pytest.mark.parametrize(("deed", "way"), _named(Calls))
def test_from_a_shell(deed: Deed, way: Calls, prepared: Prepared, monkeypatch: pytest.MonkeyPatch) -> None:
    from_a_shell(way, deed, prepared, monkeypatch)
    _has_left_what_it_is_for(deed, prepared)


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.name)
def test_a_deed_leaves_something_shows_something_or_ends_the_visit(deed: Deed) -> None:
    assert deed.leaves is not None or deed.shows or deed.ends or deed.is_gone


def test_the_page_says_what_is_run_and_nothing_else() -> None:
    assert FILE.read_text(encoding="utf-8") == page(), "run `python -m tests.parity`"


@pytest.mark.parametrize(
    ("offered", "none"),
    [
        pytest.param(served.on_screen, served.NO_DEED_ON_SCREEN, id="on the screen"),
        pytest.param(served.in_plain_lines, served.NO_DEED_IN_PLAIN_LINES, id="in plain lines"),
        pytest.param(served.in_a_shell, served.NO_DEED_IN_A_SHELL, id="from a shell"),
    ],
)
def test_all_that_is_offered_is_a_deed_here_or_says_why_it_is_none(
    offered: Callable[[], tuple[set[str], set[str]]], none: dict[str, str]
) -> None:
    all_of_it, used = offered()
    assert used | none.keys() == all_of_it
    assert not used & none.keys()


def test_there_are_no_more_gaps_than_there_were() -> None:
    assert {(deed.name, way) for deed in DEEDS for way in deed.gaps} == served.GAPS


def test_each_deed_has_a_name_of_its_own() -> None:
    assert len({deed.name for deed in DEEDS}) == len(DEEDS)
