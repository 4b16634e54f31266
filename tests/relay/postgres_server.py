"""A real PostgreSQL for the tests, from the system's packages: an ordinary user's, on a socket in a temporary folder.

It goes with whoever started it, also where that is killed. A server that a test stops, breaks or promotes is its own;
all others share one, each test with a database of its own.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict

NOBODY = 65534
PATIENCE_S = 60.0
NOT_HERE = "PostgreSQL is not on this computer (Debian: apt install postgresql). .ci/run does not do without it."
_INSTALLED = Path("/usr/lib/postgresql")
_UNSAFE_AND_QUICK = {"fsync": "off", "full_page_writes": "off", "max_wal_size": "1GB"}
"""What is lost with the whole computer alone; tests kill processes."""
_ALWAYS = {"listen_addresses": "", "shared_buffers": "32MB", "max_connections": "60", "wal_level": "replica"}
_numbers = count(1)


def binaries() -> Path | None:
    """Where the newest PostgreSQL of this computer has its programs."""
    found = sorted(_INSTALLED.glob("*/bin/postgres"), key=lambda path: float(path.parents[1].name))
    if found:
        return found[-1].parent
    on_path = shutil.which("postgres")
    return Path(on_path).resolve().parent if on_path else None


class Server:
    """One server and its folder, both of an ordinary user."""

    def __init__(self, folder: Path, bin_folder: Path) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.log = folder / "log"
        self._bin = bin_folder
        self._process: subprocess.Popen[bytes] | None = None
        self._settings: dict[str, str] = {}

    def make(self) -> None:
        """Make what it keeps its databases in."""
        self._run("initdb", "--no-sync", "--auth=trust", "--username=cairn", "--encoding=UTF8", "--locale=C",
                  f"--pgdata={self.data}")  # fmt: skip

    def copy_of(self, other: "Server") -> None:
        """Be a standby of a server that runs: it takes over its data, and nothing of what was said at its start."""
        self._run("pg_basebackup", "--checkpoint=fast", "--no-sync", "--write-recovery-conf", f"--pgdata={self.data}",
                  f"--dbname=host={other.folder} user=cairn application_name=standby")  # fmt: skip

    def start(self, *, safe: bool = False, **settings: str) -> None:
        """Start it, and come back when it takes connections.

        Args:
            safe: whether it waits for the disk as it should.
            settings: more of PostgreSQL's own; those of the start before, if there are none.
        """
        self._settings = settings or self._settings
        chosen = _ALWAYS | ({} if safe else _UNSAFE_AND_QUICK) | {"unix_socket_directories": str(self.folder)}
        words = [word for name, value in (chosen | self._settings).items() for word in ("-c", f"{name}={value}")]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [*self._as_ordinary(), str(self._bin / "postgres"), "-D", str(self.data), *words],
                cwd=self.folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            )  # fmt: skip
        self._wait_until_ready()

    def stop(self, way: signal.Signals = signal.SIGINT) -> None:
        """Stop it: SIGINT as an operator would, SIGQUIT as a crash."""
        if self._process is not None:
            self._process.send_signal(way)
            self._process.wait(PATIENCE_S)
            self._process = None

    def promote(self) -> None:
        """Make the standby the one that takes writes."""
        self.run("postgres", "SELECT pg_promote(wait => true)")

    def address(self, database: str) -> str:
        return f"host={self.folder} user=cairn dbname={database}"

    def run(self, database: str, statement: str) -> list[tuple[object, ...]]:
        """One statement of an operator, and its rows."""
        with psycopg.connect(self.address(database), autocommit=True) as connection:
            cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    @contextmanager
    def database(self, where: str = "") -> Iterator[str]:
        """A database for one test; gives its name. `where` may name a tablespace."""
        name = f"relay_{next(_numbers)}"
        self.run("postgres", f"CREATE DATABASE {name} TEMPLATE template0 {where}")
        try:
            yield name
        finally:
            self.run("postgres", f"DROP DATABASE {name} WITH (FORCE)")

    def _run(self, program: str, *words: str) -> None:
        done = subprocess.run(
            [*self._as_ordinary(), str(self._bin / program), *words],
            cwd=self.folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=PATIENCE_S, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr

    def _wait_until_ready(self) -> None:
        assert self._process is not None
        state, deadline = self.data / "postmaster.pid", time.monotonic() + PATIENCE_S
        while True:
            lines = state.read_text().splitlines() if state.exists() else []
            if len(lines) >= 8 and lines[0] == str(self._process.pid) and lines[7].strip() in ("ready", "standby"):
                return
            assert self._process.poll() is None, self.log.read_text()
            assert time.monotonic() < deadline, self.log.read_text()
            time.sleep(0.01)  # between two looks: it says so in this file alone

    @staticmethod
    def give(place: Path) -> None:
        """Let a folder be of the user that servers are run by."""
        if os.geteuid() == 0:
            os.chown(place, NOBODY, NOBODY)

    @staticmethod
    def _as_ordinary() -> list[str]:
        """The words that let a program be an ordinary user's, and end at once when this process does."""
        user = [f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"] if os.geteuid() == 0 else []
        return ["setpriv", "--pdeathsig=QUIT", *user, "--"]


def as_url(address: str) -> str:
    """An address as `cairn relay` takes it."""
    said = conninfo_to_dict(address)
    return f"postgresql://{said['user']}@/{said['dbname']}?host={said['host']}"


@contextmanager
def new_server() -> Iterator[Server]:
    """A server that was neither made nor started yet; what is left of it goes at the end of the block."""
    bin_folder = binaries()
    if bin_folder is None:
        pytest.skip(NOT_HERE)  # the one that may be left out, and not in CI: a journal needs no database server
    # A socket's path is short, and root's own folders are closed to others.
    with tempfile.TemporaryDirectory(prefix="cairn-pg-", ignore_cleanup_errors=True) as place:
        folder = Path(place)
        Server.give(folder)
        server = Server(folder, bin_folder)
        try:
            yield server
        finally:
            server.stop(signal.SIGQUIT)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """The server that tests share which only ever talk to it."""
    with new_server() as server:
        server.make()
        server.start()
        yield server


@pytest.fixture
def postgres_address(postgres: Server) -> Iterator[str]:
    """The address of an empty database."""
    with postgres.database() as name:
        yield postgres.address(name)
