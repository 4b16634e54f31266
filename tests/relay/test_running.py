"""`cairn relay` as a process: how it begins, what it says, what it has loaded, and how it leaves."""

import asyncio
import json
import resource
import socket
import subprocess
import sys
from importlib.machinery import ModuleSpec
from pathlib import Path

import httpx
import pytest

from journal.errors import BadInput
from sync.relay import running, settings
from sync.relay.refusals import CallIsOff
from tests.relay.looking import until
from tests.relay.served import PATIENCE_S, ROOT, Slot, chosen, page, place_of, process, told_to_leave
from tui.commands import relay as command
from tui.commands.grammar import build_parser

WITHIN_S = 5.0
_SERVE_AND_TELL = """
import sys
from sync.relay.running import main
code = main([])
print("loaded:", *sys.modules)
sys.exit(code)
"""


def client_of(place: str) -> httpx.Client:
    return httpx.Client(base_url=place, trust_env=False, timeout=PATIENCE_S)


def written(place: str, slot: Slot, number: int) -> int:
    with client_of(place) as client:
        return client.put(slot.path, headers=slot.making, content=page(number)).status_code


def test_it_says_where_it_listens_keeps_what_it_is_sent_and_leaves_when_told(tmp_path: Path) -> None:
    slot = Slot()
    for number in (1, 2):
        with process(f"sqlite:{tmp_path / 'slots.db'}") as begun:
            place = place_of(begun)
            assert written(place, slot, number) == (201 if number == 1 else 200)
            code, told = told_to_leave(begun, WITHIN_S)
        assert (code, told) == (0, "")


def test_as_json_it_says_so_too(tmp_path: Path) -> None:
    with process(f"sqlite:{tmp_path / 'slots.db'}", "--json") as begun:
        assert begun.stdout is not None
        assert json.loads(begun.stdout.readline())["listening"].startswith("http://127.0.0.1:")


async def test_whoever_waits_is_answered_and_let_go_when_it_leaves(tmp_path: Path) -> None:
    with process(f"sqlite:{tmp_path / 'slots.db'}") as begun:
        place = await asyncio.to_thread(place_of, begun)
        async with httpx.AsyncClient(base_url=place, trust_env=False, timeout=PATIENCE_S) as client:
            slot = Slot()
            made = await client.put(slot.path, headers=slot.making, content=page(1))
            headers = {**slot.reading, "If-None-Match": made.headers["etag"], "Prefer": "wait=25"}
            waits = [asyncio.create_task(client.get(slot.path, headers=headers)) for _ in range(4)]

            async def four_wait() -> bool:
                return "waits_total 4.0" in (await client.get("/metrics")).text

            assert await until(four_wait, PATIENCE_S)
            code, _ = await asyncio.to_thread(told_to_leave, begun, WITHIN_S)
            assert code == 0
            assert {answer.status_code for answer in await asyncio.gather(*waits)} == {304}


def test_a_connection_that_says_nothing_does_not_keep_it(tmp_path: Path) -> None:
    with process(f"sqlite:{tmp_path / 'slots.db'}") as begun:
        place = httpx.URL(place_of(begun))
        half = b"PUT /v1/slots/00 HTTP/1.1\r\nHost: relay\r\nContent-Length: 16384\r\n\r\nno more"
        with socket.create_connection((place.host, place.port or 0)) as connection:
            connection.sendall(half)
            code, _ = told_to_leave(begun, WITHIN_S)
        assert code == 0


def test_a_process_that_serves_has_no_journal_no_key_and_no_cryptography_loaded(tmp_path: Path) -> None:
    environment = {"CAIRN_RELAY_LISTEN": "127.0.0.1:0", "CAIRN_RELAY_STORE": f"sqlite:{tmp_path / 'slots.db'}"}
    with process("", program=("-P", "-c", _SERVE_AND_TELL), **environment) as begun:
        assert written(place_of(begun), Slot(), 1) == 201
        begun.terminate()
        said, _ = begun.communicate(timeout=PATIENCE_S)
    loaded = set(said.decode().rpartition("loaded:")[2].split())
    assert {"sync.relay.app", "sync.relay.sqlite_slots", "sync.protocol.sizes"} <= loaded
    assert not {name.partition(".")[0] for name in loaded} & {
        "journal",
        "tui",
        "cryptography",
        "sqlcipher3",
        "mnemonic",
    }
    ours = {name for name in loaded if name.startswith("sync.") and not name.startswith("sync.relay")}
    assert ours == {"sync.protocol", "sync.protocol.sizes"}


def test_the_command_becomes_the_relay_and_nothing_of_it_stays(tmp_path: Path) -> None:
    store = f"sqlite:{tmp_path / 'slots.db'}"
    with process(store) as begun:
        place_of(begun)
        call = Path(f"/proc/{begun.pid}/cmdline").read_bytes().split(b"\0")
        mapped = Path(f"/proc/{begun.pid}/maps").read_text(encoding="utf-8")
    assert call[1:] == [b"-P", b"-m", b"sync.relay", b""]
    assert "sqlite3" in mapped
    assert "sqlcipher" not in mapped
    assert "cryptography" not in mapped


@pytest.mark.parametrize(
    ("said", "code", "sentence"),
    [
        (["--store", "/a/path"], 2, "--store takes sqlite:PATH or postgresql://…."),
        (["--listen", "8750"], 2, "--listen takes HOST:PORT, such as 127.0.0.1:8750."),
        (["--listen", "127.0.0.1:65536"], 2, "--listen takes HOST:PORT, such as 127.0.0.1:8750."),
        (["--listen", "192.0.2.1:80"], 2, "--listen names no place where this computer can listen."),
        (["--store", "sqlite:/nowhere/at/all"], 2, "The file of the store cannot be made there."),
        (["--admission-file", "/nowhere/tokens"], 2, "The file of admission tokens cannot be read."),
        (
            ["--store", "postgresql://me:secret@127.0.0.1:1/none"],
            7,
            "The PostgreSQL database of the store does not answer.",
        ),
    ],
)
def test_what_cannot_be_is_one_sentence_and_an_exit_code(
    tmp_path: Path, said: list[str], code: int, sentence: str
) -> None:
    with process(f"sqlite:{tmp_path / 'slots.db'}", *said) as begun:
        _, told = begun.communicate(timeout=PATIENCE_S)
    assert (begun.returncode, told.decode()) == (code, f"cairn: {sentence}\n")


def test_a_place_that_is_taken_is_exit_6(tmp_path: Path) -> None:
    with process(f"sqlite:{tmp_path / 'one.db'}") as first:
        taken = place_of(first).removeprefix("http://")
        with process(f"sqlite:{tmp_path / 'two.db'}", "--listen", taken, "--json") as second:
            _, told = second.communicate(timeout=PATIENCE_S)
    assert second.returncode == 6
    assert json.loads(told)["error"]["code"] == "busy"


def test_a_file_that_is_no_relays_is_exit_5(tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("Dear diary, " * 100, encoding="utf-8")
    with process(f"sqlite:{tmp_path / 'letter'}") as begun:
        _, told = begun.communicate(timeout=PATIENCE_S)
    assert (begun.returncode, told.decode()) == (5, "cairn: The file of the store is not what a relay wrote.\n")


def test_without_what_it_stands_on_it_says_so_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def found(name: str) -> ModuleSpec | None:
        return None if name == "uvicorn" else ModuleSpec(name, None)

    monkeypatch.setattr(command, "find_spec", found)
    with pytest.raises(BadInput, match=r"^A relay needs packages that a journal does not: [^.]+\.$"):
        command.run(build_parser(["relay"]).parse_args(["relay"]))


def test_what_the_command_looks_for_is_what_a_relay_loads() -> None:
    program = (
        "import sys, sync.relay.running, sync.relay.sqlite_slots, sync.relay.postgres_slots\n"
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert set(command.NEEDS) <= set(done.stdout.split())


def test_every_setting_can_be_said_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    said = {"store": "sqlite:x", "listen": "[::1]:0", "writes_a_minute": "7", "proxies": "127.0.0.1, 10.0.0.0/8"}
    for name, value in said.items():
        monkeypatch.setenv(f"{settings.PREFIX}{name.upper()}", value)
    read = settings.read_settings()
    assert (read.host, read.port, read.writes_a_minute) == ("::1", 0, 7)
    assert read.proxies == ("127.0.0.1", "10.0.0.0/8")


@pytest.mark.parametrize(
    "name", ["writes_a_minute", "lifetime_days", "connections", "proxies", "metrics_for", "wait_s"]
)
def test_a_setting_that_cannot_be_is_named_and_its_value_is_not(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("CAIRN_RELAY_STORE", "sqlite:x")
    monkeypatch.setenv(f"CAIRN_RELAY_{name.upper()}", "my secret")
    with pytest.raises(CallIsOff, match=f"^CAIRN_RELAY_{name.upper()} ") as refused:
        settings.read_settings()
    assert "secret" not in str(refused.value)


def test_the_address_of_a_store_shows_nowhere() -> None:
    assert "secret" not in repr(chosen(store="postgresql://me:secret@here/none"))


def test_a_process_with_few_open_files_takes_fewer_connections(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resource, "getrlimit", lambda _: (256, 1_064))
    raised: list[tuple[int, int]] = []
    monkeypatch.setattr(resource, "setrlimit", lambda _, limits: raised.append(limits))
    assert running.connections_of(chosen(connections=4_000)) == 500
    assert raised == [(1_064, 1_064)]
    assert running.connections_of(chosen(connections=50)) == 50


async def test_addresses_come_from_a_proxy_that_is_named_and_from_nobody_else(tmp_path: Path) -> None:
    async def made_from(place: str, addresses: list[str]) -> list[int]:
        statuses = []
        async with httpx.AsyncClient(base_url=place, trust_env=False, timeout=PATIENCE_S) as client:
            for address in addresses:
                slot = Slot()
                headers = {**slot.making, "X-Forwarded-For": address}
                statuses.append((await client.put(slot.path, headers=headers, content=page(1))).status_code)
        return statuses

    for proxies, expected in (("", [201, 429, 429, 429]), ("127.0.0.1", [201, 201, 429, 429])):
        with process(
            f"sqlite:{tmp_path / f'{proxies}.db'}",
            CAIRN_RELAY_PROXIES=proxies,
            CAIRN_RELAY_MAKES_A_DAY_FOR_AN_ADDRESS="1",
        ) as begun:
            place = await asyncio.to_thread(place_of, begun)
            # The last two are of households that are known: one address again, and one of the same IPv6 network.
            found = await made_from(place, ["198.51.100.7", "2001:db8:1:2::1", "198.51.100.7", "2001:db8:1:ff:ffff::1"])
            assert found == expected


def test_nothing_of_who_called_is_in_what_it_says(tmp_path: Path) -> None:
    slot = Slot()
    with process(f"sqlite:{tmp_path / 'slots.db'}") as begun:
        place = httpx.URL(place_of(begun))
        assert written(str(place), slot, 1) == 201
        with client_of(str(place)) as client:
            client.get(slot.path, headers=slot.reading)
            client.get("/v1/my/own/words", headers={"User-Agent": "my own agent"})
        with socket.create_connection((place.host, place.port or 0)) as connection:
            connection.sendall(b"my own words, and no HTTP\r\n\r\n")
            connection.recv(1_000)
        code, told = told_to_leave(begun, WITHIN_S)
        assert begun.stdout is not None
    assert code == 0
    for secret in (slot.slot.hex(), "127.0.0.1", "own", "/v1"):
        assert secret not in told
