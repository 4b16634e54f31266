"""A relay started by the one command of the README, and two cairns who reach it at two addresses and share a goal.

Show at the end of the relay: what the README says is done as it stands there. Where the relay listens, and that nothing
is fetched for it, is all that a test adds.
"""

import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from journal.paths import Home
from sync.relay.settings import PREFIX, Settings
from tests.architecture.test_locks import pins
from tests.commands.two_homes import TITLE, Person, only_partner
from tests.conftest import Cairn
from tests.relay.kept import in_postgres, in_sqlite, said_in
from tests.relay.postgres_server import as_url
from tests.relay.served import PATIENCE_S, ROOT, WIRE

README = (ROOT / "README.md").read_text(encoding="utf-8")
STAMPS = ".venv/stamps"
_BLOCKS = re.findall(r"^```\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
_LINES = [line.partition(" #")[0].strip() for block in _BLOCKS for line in block.splitlines()]


def only_line(beginning: str) -> list[str]:
    """The words of the one line of the README's blocks that begins so."""
    (found,) = [line for line in _LINES if line.startswith(beginning)]
    return shlex.split(found)


START = only_line("make relay")
HERE = only_line("cairn partner invite --via relay:http:")[-1]
"""The relay that it starts, as the README gives it to `--via`."""
_HERE_ALREADY = [f"BIN={Path(sys.executable).parent}", "-o", f"{STAMPS}/relay", "-o", f"{STAMPS}/project"]
"""What it needs stands beside the Python of these tests, and is not fetched."""


@dataclass(frozen=True)
class Started:
    """A relay that was started so."""

    port: str
    holds: Callable[[], bytes]
    """All that its store has."""


@pytest.fixture(params=["sqlite", "postgres"])
def started(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Started]:
    """On each store; it leaves when it is told."""
    if request.param == "sqlite":
        store, holds = f"sqlite:{tmp_path / 'slots.db'}", partial(in_sqlite, tmp_path / "slots.db")
    else:
        address: str = request.getfixturevalue("postgres_address")
        store, holds = as_url(address), partial(in_postgres, address)
    # One socket has every address of loopback by listening at all there are, for the two seconds that this takes.
    begun = subprocess.Popen(
        [*START, *_HERE_ALREADY, "ARGS=--listen 0.0.0.0:0"], cwd=ROOT, text=True, start_new_session=True,
        env={"PATH": os.environ["PATH"], "CAIRN_RELAY_STORE": store},
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    try:
        assert begun.stdout is not None
        found = re.fullmatch(r"Listening on http://0\.0\.0\.0:([0-9]+)\n", begun.stdout.readline())
        assert found is not None
        yield Started(found[1], holds)
    finally:
        os.killpg(begun.pid, signal.SIGTERM)
        begun.communicate(timeout=PATIENCE_S)


def test_two_cairns_at_two_addresses_meet_at_it_and_share_a_goal(
    cairn: Cairn, template_home: Home, tmp_path: Path, started: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sync.transports.patience.APART_S", 0.0)
    ana, sam = [Person(cairn, Home(tmp_path / name / "home")) for name in ("ana", "sam")]
    for person in (ana, sam):
        shutil.copytree(template_home.root, person.home.root)
    via_of_ana, via_of_sam = [HERE.replace("127.0.0.1:8750", f"127.0.0.{last}:{started.port}") for last in (2, 3)]
    assert via_of_ana != via_of_sam != HERE

    words = ana.does("partner", "invite", "--via", via_of_ana, "--alias", "Ana")["words"]
    sam.does("partner", "join", "-", "--via", via_of_sam, "--alias", "Sam", words=words)
    for person in (ana, sam, ana):
        person.does("sync")
    assert len({repr(person.does("partner", "compare", only_partner(person))["words"]) for person in (ana, sam)}) == 1
    for person in (ana, sam):
        person.does("partner", "compare", only_partner(person), "--match")
    for person in (ana, sam, ana):
        person.does("sync")
    ana.shares(ana.has_goal())
    for person in (ana, sam):
        person.does("sync")
    assert [shared["goal"]["title"] for shared in sam.does("inbox")["shared"]] == [TITLE]
    held = started.holds()
    assert len(held) > 2 * WIRE
    assert said_in(held, [word.encode() for word in (TITLE, words, "127.0.0.")]) == []


def test_it_listens_where_the_readme_says() -> None:
    assert f"relay:http://{Settings.model_fields['listen'].default}" == HERE
    (line,) = [line for block in _BLOCKS for line in block.splitlines() if line.startswith("make relay")]
    assert Settings.model_fields["listen"].default in line


def test_what_it_stands_on_is_locked() -> None:
    """As `make run` does it: each file by its hash, and nothing beside what all other sets have."""
    dry = ["-n", "-W", "requirements/relay.txt", "-o", f"{STAMPS}/place", "-o", f"{STAMPS}/project"]
    done = subprocess.run(
        [*START, *dry], cwd=ROOT, env={"PATH": os.environ["PATH"]}, capture_output=True, text=True, check=True,
        timeout=PATIENCE_S,
    )  # fmt: skip
    (fetched,) = [line for line in done.stdout.splitlines() if " pip install " in line]
    assert "--require-hashes --only-binary :all: -r requirements/relay.txt" in fetched
    assert pins("run.txt").items() <= pins("relay.txt").items() <= pins("dev.txt").items()
    assert {"fastapi", "psycopg", "uvicorn"} <= set(pins("relay.txt")) - set(pins("run.txt"))


def test_what_its_operators_are_told_to_type_is_there() -> None:
    """Every variable is one that a relay reads, every file that is copied stands in the project."""
    page = (ROOT / "docs" / "relay-operators.md").read_text(encoding="utf-8")
    variables = set(re.findall(rf"{PREFIX}([A-Z_]+)", page))
    assert {"PROXIES", "ADMISSION_FILE", "STORE"} <= variables
    assert variables <= {name.upper() for name in Settings.model_fields}
    files = re.findall(r"(?:\bcp|-r) ((?:deploy|requirements)/\S+)", page) + re.findall(r"\]\(\.\./([^)]+)\)", page)
    assert len(files) >= 6
    assert [file for file in files if not (ROOT / file).exists()] == []
