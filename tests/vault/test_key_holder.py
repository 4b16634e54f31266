"""The key holder as a process of its own: what it gives, to whom, and when it is gone."""

import json
import os
import select
import signal
import socket
import stat
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from journal.errors import NotOpened
from journal.paths import Home
from journal.vault import holder_protocol as protocol
from journal.vault import holding_keys, key_holder
from journal.vault.holder_place import RUNTIME, place_to_take
from journal.vault.holder_watch import Watch
from journal.vault.holding_keys import HeldKeys, held_keys, let_go
from journal.vault.key_holder import MOST_AT_ONCE, Holder
from journal.vault.secrets import RootKey
from tests.vault.holding import (
    GENERATION,
    NOBODY,
    PATIENCE_S,
    PYTHON,
    ROOT,
    VAULT_ID,
    Held,
    copies_in_memory,
    forms_of,
    hold,
    sockets_in,
)

BACKUP_ID = bytes(range(50, 66))
HEADER = b"cairn-vault/1\nid " + VAULT_ID.hex().encode() + b"\ngen 3\n---"
ENVIRONMENT = {"PATH": os.environ["PATH"], "PYTHONPATH": str(Path(__file__).parents[2])}
WHICH = protocol.request(protocol.WHICH_JOURNAL)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Home]:
    """A place for a holder; whatever is held there at the end is let go."""
    monkeypatch.delenv(RUNTIME, raising=False)
    (tmp_path / "home").mkdir(mode=0o700)
    home = Home(tmp_path / "home")
    yield home
    let_go(home)


@pytest.fixture
def held(home: Home) -> Held:
    return hold(home)


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Held]:
    """One that many tests ask, and that none of them may end."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv(RUNTIME, raising=False)
        home = Home(tmp_path_factory.mktemp("lasting") / "home")
        home.root.mkdir(mode=0o700)
        held = hold(home)
        yield held
        assert not held.ends(within_s=0)
        let_go(home)


def is_held(home: Home) -> bool:
    return held_keys(home, VAULT_ID, GENERATION) is not None


def test_it_gives_the_keys_and_macs_that_the_root_gives(lasting: Held) -> None:
    root, keys = RootKey(bytearray(ROOT)), held_keys(lasting.home, VAULT_ID, GENERATION)
    assert keys is not None
    assert keys.database_key() == root.database_key()
    assert keys.backup_key(BACKUP_ID) == root.backup_key(BACKUP_ID)
    assert keys.backup_mac(BACKUP_ID, b"covered" * 1000) == root.backup_mac(BACKUP_ID, b"covered" * 1000)
    assert keys.header_mac(HEADER) == root.header_mac(HEADER)
    assert repr(keys) == "HeldKeys(***)"


def test_it_never_gives_the_root_whatever_is_asked(lasting: Held) -> None:
    bodies = (b"", BACKUP_ID, BACKUP_ID + b"x", HEADER, ROOT, b"root")
    answers = [lasting.said_to(protocol.request(asked, body)) for asked in range(protocol.LET_GO) for body in bodies]
    assert sum(map(bool, answers)) == 7
    assert not any(form in answer for answer in answers for form in forms_of(ROOT))


def test_it_is_of_no_use_for_another_journal_or_another_generation(lasting: Held) -> None:
    assert is_held(lasting.home)
    assert held_keys(lasting.home, bytes(16), GENERATION) is None
    assert held_keys(lasting.home, VAULT_ID, GENERATION + 1) is None
    other_header = HEADER.replace(VAULT_ID.hex().encode(), bytes(16).hex().encode())
    assert lasting.said_to(protocol.request(protocol.HEADER_MAC, other_header)) == b""


@pytest.mark.parametrize(
    "sent",
    [
        b"\x02",
        b"GET / HTTP/1.1\r\n\r\n",
        os.urandom(4096),
        b"\x01\x07\x00\x00\x00\x00",
        protocol.request(protocol.DATABASE_KEY, b"more"),
        protocol.request(protocol.BACKUP_KEY, BACKUP_ID[1:]),
        protocol.request(protocol.BACKUP_MAC, BACKUP_ID),
        protocol.request(protocol.HEADER_MAC, b"words of another kind"),
        WHICH + b"more",
        WHICH[:-1],
        b"\x01\x03\x00\x01\x00\x01" + bytes(65_537),
        b"\x01\x03\xff\xff\xff\xff" + bytes(200_000),
        b"",
    ],
    ids=["other number", "http", "noise", "unknown", "key with body", "short id", "nothing covered", "no header",
         "too much", "cut", "one over", "4 GB", "nothing"],
)  # fmt: skip
def test_what_is_no_request_ends_the_connection_and_nothing_else(lasting: Held, sent: bytes) -> None:
    assert lasting.said_to(sent) == b""
    assert lasting.said_to(WHICH) == protocol.answer(VAULT_ID, GENERATION)


def test_a_request_may_come_in_one_byte_at_a_time(lasting: Held) -> None:
    with lasting.line() as line:
        for byte in protocol.request(protocol.BACKUP_KEY, BACKUP_ID):
            line.sendall(bytes([byte]))
        assert len(line.recv(1000)) == 25 + 67


def test_those_who_say_nothing_keep_nobody_waiting_and_are_forgotten(lasting: Held) -> None:
    silent = [lasting.line() for _ in range(MOST_AT_ONCE * 2)]
    assert lasting.said_to(WHICH)
    assert all(line.recv(10) == b"" for line in silent)
    assert lasting.said_to(WHICH)
    for line in silent:
        line.close()


def test_many_at_once_each_get_their_own_answer(lasting: Held) -> None:
    root = RootKey(bytearray(ROOT))
    ids = [number.to_bytes(16, "big") for number in range(300)]

    def asked(backup_id: bytes) -> bytearray:
        keys = held_keys(lasting.home, VAULT_ID, GENERATION)
        assert keys is not None
        return keys.backup_key(backup_id)

    with ThreadPoolExecutor(100) as pool:
        assert list(pool.map(asked, ids)) == [root.backup_key(backup_id) for backup_id in ids]


def test_it_is_gone_at_its_time(home: Home) -> None:
    held = hold(home, seconds=1)
    assert is_held(home)
    assert held.ends()
    assert not is_held(home)
    assert list(home.root.iterdir()) == []


def test_it_is_gone_when_let_go_says_so_and_so_is_its_memory(home: Home, held: Held) -> None:
    keys = held_keys(home, VAULT_ID, GENERATION)
    assert let_go(home) is True
    assert held.ends(within_s=0)
    with pytest.raises(OSError, match="No such"):
        Path(f"/proc/{held.process}/mem").read_bytes()
    assert list(home.root.iterdir()) == []
    assert keys is not None
    with pytest.raises(NotOpened):
        keys.database_key()
    assert let_go(home) is False


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_it_is_gone_when_told_to_end(home: Home, held: Held, told: signal.Signals) -> None:
    os.kill(held.process, told)
    assert held.ends()
    assert not is_held(home)
    assert list(home.root.iterdir()) == []


def test_it_is_gone_when_its_socket_is(home: Home, held: Held) -> None:
    (home.root / "held").unlink()
    assert held.ends()


def test_one_that_was_killed_holds_nothing_and_its_name_is_removed(home: Home, held: Held) -> None:
    os.kill(held.process, signal.SIGKILL)
    assert held.ends()
    assert sockets_in(home.root) == [home.root / "held"]
    assert not is_held(home)
    assert sockets_in(home.root) == []


def test_one_that_does_not_answer_is_passed_over_and_ended(
    home: Home, held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(holding_keys, "_PATIENCE_S", 0.2)
    os.kill(held.process, signal.SIGSTOP)
    assert not is_held(home)
    assert let_go(home) is True
    assert held.ends()
    assert sockets_in(home.root) == []


def test_a_second_one_takes_the_place_of_the_first(home: Home, held: Held) -> None:
    second = hold(home, generation=GENERATION + 1)
    assert held.ends()
    assert not is_held(home)
    assert held_keys(home, VAULT_ID, GENERATION + 1) is not None
    assert second.process != held.process


def test_one_whose_place_was_taken_by_another_ends(home: Home, held: Held) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as other:
        other.bind(f"{home.root}/other")
        (home.root / "other").rename(home.root / "held")
        assert held.ends()
        assert (home.root / "held").is_socket()


def test_it_ends_with_the_session_it_was_asked_for_in(home: Home) -> None:
    """Log-out: the leader of the session ends, and nobody says so."""
    script = (
        "import sys; from pathlib import Path; from journal.paths import Home; from tests.vault.holding import hold"
    )
    asked = [*PYTHON, "-c", f"{script}; hold(Home(Path(sys.argv[1])))", str(home.root)]
    shell = subprocess.Popen(
        ["/bin/sh", "-c", '"$@" && echo held && read line', "sh", *asked],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True,
        env=ENVIRONMENT,
    )  # fmt: skip
    with shell:
        assert shell.stdout is not None
        assert shell.stdout.readline() == b"held\n"
        held = Held(home)
        assert is_held(home)
        assert not held.ends(within_s=0)
    assert held.ends()


def test_no_file_argument_or_variable_holds_the_root_or_a_key(lasting: Held) -> None:
    keys = held_keys(lasting.home, VAULT_ID, GENERATION)
    assert keys is not None
    key = keys.database_key()
    places = [Path(f"/proc/{lasting.process}/{name}") for name in ("cmdline", "environ")]
    files = [path for path in lasting.home.root.parent.rglob("*") if path.is_file()]
    written = [path.read_bytes() for path in (*places, *files)]
    assert not [form for text in written for form in (*forms_of(ROOT), bytes(key)) if form in text]
    assert b"CAIRN_" not in written[1]


def test_its_memory_has_the_root_once_and_no_key_that_it_gave_and_only_root_can_look(home: Home) -> None:
    root = os.urandom(32)
    held, keys = hold(home, root=root), HeldKeys(home, VAULT_ID, GENERATION)
    keys_given = [keys.database_key(), keys.backup_key(BACKUP_ID)]
    secrets = [form for key in keys_given for form in (bytes(key), bytes.fromhex(key[2:-1].decode()))]
    if os.geteuid() == 0:
        assert copies_in_memory(held.process, root) == 1
        assert [copies_in_memory(held.process, secret) for secret in secrets] == [0, 0, 0, 0]
    else:
        with pytest.raises(PermissionError):
            copies_in_memory(held.process, root)


def test_its_memory_is_pinned_its_core_is_not_written_and_it_has_no_terminal(lasting: Held) -> None:
    assert int(lasting.status("VmLck").split()[0]) > 0
    limits = Path(f"/proc/{lasting.process}/limits").read_text(encoding="utf-8")
    core = next(line for line in limits.splitlines() if line.startswith("Max core file size"))
    assert core.split()[4:6] == ["0", "0"]
    terminal = Path(f"/proc/{lasting.process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[4]
    assert terminal == "0"


def test_it_may_not_be_looked_into_by_its_own_user(tmp_path: Path) -> None:
    """Not dumpable, set again after the program was started: the system then gives its `/proc` files to root."""
    program = (
        "import os, resource, sys; from journal.vault.key_holder import harden_process\n"
        "if os.geteuid() == 0: os.setuid(int(sys.argv[1]))\n"
        "harden_process()\n"
        "child = os.fork()\n"
        "if not child: os._exit(os.stat('/proc/self/mem').st_uid != 0)\n"
        "sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))"
    )
    done = subprocess.run(
        [*PYTHON, "-c", program, str(NOBODY)], cwd="/", check=False,
        env=ENVIRONMENT,
    )  # fmt: skip
    assert done.returncode == 0


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077, 0o777], ids="umask {:03o}".format)
def test_only_its_user_can_reach_it_whatever_the_umask(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, umask: int
) -> None:
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    before = os.umask(umask)
    try:
        hold(home)
        monkeypatch.setenv(RUNTIME, str(runtime))
        hold(home)
    finally:
        os.umask(before)
    modes = [stat.filemode(path.stat().st_mode) for path in (runtime, *runtime.rglob("*"))]
    assert modes == ["drwx------", "drwx------", "srw-------"]
    assert sockets_in(home.root) == []


@pytest.mark.parametrize("charge", ["whole", "cut", "none"])
def test_one_whose_caller_has_gone_by_the_time_it_is_there_ends(home: Home, charge: str) -> None:
    told = {"name": "held", "leader": None, "seconds": 600, "vault_id": VAULT_ID.hex(), "generation": GENERATION}
    with place_to_take(home) as place:
        assert place is not None
        line = json.dumps({**told, "folder": place.folder}).encode() + b"\n"
        given = {"whole": line + ROOT, "cut": line + ROOT[:-1], "none": b""}[charge]
        alive, held_by_it = os.pipe()
        with subprocess.Popen(
            [*PYTHON, "-m", "journal.vault.key_holder"], pass_fds=[place.folder, held_by_it], env=ENVIRONMENT,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        ) as process:  # fmt: skip
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdout.close()
            process.stdin.write(given)
            process.stdin.close()
    os.close(held_by_it)
    # Nothing can be read until the last process that holds the other end has gone.
    assert select.select([alive], [], [], PATIENCE_S)[0]
    os.close(alive)
    assert list(home.root.iterdir()) == []


def test_another_user_is_not_answered_even_where_the_files_would_let_them_in(lasting: Held) -> None:
    asking = (
        "import os, socket, sys\n"
        "line = socket.socket(socket.AF_UNIX); line.settimeout(20)\n"
        "folder = os.open(sys.argv[1], os.O_RDONLY)\n"
        "os.setuid(int(sys.argv[2]))\n"
        "line.connect(f'/proc/self/fd/{folder}/held')\n"
        "line.sendall(bytes((1, 0, 0, 0, 0, 0)))\n"
        "sys.stdout.buffer.write(line.recv(100))"
    )

    def answered(user: int) -> bytes:
        command = [*PYTHON, "-c", asking, str(lasting.home.root), str(user)]
        return subprocess.run(command, capture_output=True, check=False).stdout

    assert lasting.user == os.geteuid()
    assert answered(os.geteuid()) != b""
    lasting.home.root.chmod(0o711)
    (lasting.home.root / "held").chmod(0o666)
    # Who is not root cannot become another; then nothing is asked, and nothing answered.
    assert answered(NOBODY) == b""
    lasting.home.root.chmod(0o700)


def test_one_that_the_kernel_says_is_another_user_is_not_answered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(key_holder, "_user_of", lambda _: NOBODY)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listener, socket.socket(socket.AF_UNIX) as line:
        listener.bind(str(tmp_path / "held"))
        listener.listen()
        line.connect(str(tmp_path / "held"))
        line.sendall(WHICH)
        Holder(RootKey(bytearray(ROOT)), VAULT_ID, GENERATION).serve(listener, Watch(0.1, lambda: True))
        with pytest.raises(ConnectionResetError):
            line.recv(100)
