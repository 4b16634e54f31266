"""Text pictures of what two people have between them, over the journal that the documentation is drawn from."""

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.strip import Strip

from journal.paths import Home
from tests.screens.pictures_stage import in_every_size
from tools.pictures_shown import PICTURES, Picture
from tools.pictures_walk import make_demo_home, walk

SHARING = (
    "peers",
    "meeting-words",
    "meeting-compare",
    "share-look",
    "shares",
    "seen-exactly",
    "new-words",
    "said-yes-to",
    "messages",
    "agreement-sides",
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return make_demo_home(tmp_path_factory.mktemp("sharing"))


@in_every_size
def test_what_is_between_two_people_looks_as_it_did(
    made: Home, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    shown: dict[str, str] = {}

    def drawn(picture: Picture, rows: list[Strip]) -> None:
        shown[picture.name] = "\n".join(row.text.rstrip() for row in rows)

    walk(made, "dusk", size, [picture for picture in PICTURES if picture.name in SHARING], drawn)
    assert set(shown) == set(SHARING)
    for name, text in sorted(shown.items()):
        assert text == snapshot(name=name)
