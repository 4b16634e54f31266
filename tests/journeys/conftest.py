"""The walk of two people, once by a folder and once by a relay, for all that looks at what came of it."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from journal.paths import Home
from tests.faults.written_files import Written, written_in
from tests.journeys.two_by_commands import Person, Walked, walk
from tests.transports.served_relay import Process

TOKEN = "made-for-two-people"


@dataclass(frozen=True)
class ByFolder:
    """Two whose every command is watched."""

    walked: Walked
    between: Path

    @property
    def written(self) -> Written:
        """Everything that either of them wrote anywhere."""
        both = [written_in(person.traces) for person in (self.walked.ana, self.walked.sam) if person.traces]
        return Written(both[0].paths | both[1].paths, both[0].writes + both[1].writes, both[0].starts + both[1].starts)


@dataclass(frozen=True)
class ByRelay:
    """Two, and a relay that is watched."""

    walked: Walked
    relay: Process

    @property
    def written(self) -> Written:
        """Everything that the relay ever wrote anywhere, what it said included."""
        return written_in(self.relay.traces)


@pytest.fixture(scope="session")
def by_folder(template_home: Home, tmp_path_factory: pytest.TempPathFactory) -> ByFolder:
    place = tmp_path_factory.mktemp("folder")
    ana, sam = [Person(_home(template_home, place / name), place / name / "traces") for name in ("ana", "sam")]
    (place / "between").mkdir()
    return ByFolder(walk(ana, sam, f"folder:{place / 'between'}"), place / "between")


@pytest.fixture(scope="session")
def by_relay(template_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ByRelay]:
    place = tmp_path_factory.mktemp("relay")
    # Of the two, one alone holds a token: whoever was invited needs none.
    ana = Person(_home(template_home, place / "ana"), token=TOKEN)
    sam = Person(_home(template_home, place / "sam"))
    (place / "admitted").write_text(f"{TOKEN}\n")
    relay = Process(place / "relay", CAIRN_RELAY_ADMISSION_FILE=str(place / "admitted"))
    try:
        yield ByRelay(walk(ana, sam, relay.via), relay)
    finally:
        relay.stop()


@pytest.fixture(params=["by_folder", "by_relay"])
def walked(request: pytest.FixtureRequest) -> Walked:
    """What came of it, whatever was between them."""
    found: ByFolder | ByRelay = request.getfixturevalue(request.param)
    return found.walked


def _home(template: Home, place: Path) -> Home:
    shutil.copytree(template.root, place / "home")
    return Home(place / "home")
