"""What the client of a relay asks for and how often: patience, what goes along with a call, and proxies on the way."""

from collections.abc import AsyncIterator
from random import Random

import pytest

from sync.errors import AskedTooOften, NoRelay, NotReached, NoWayThere
from sync.transports import relay_client
from sync.transports.patience import MOST_S, Patience
from sync.transports.relay_address import read_address
from sync.transports.relay_client import Relay, proxy_told
from tests.transports.lying_relay import LyingRelay, impatient
from tests.transports.places import a_place, a_wire


@pytest.fixture
async def relay() -> AsyncIterator[LyingRelay]:
    async with LyingRelay().listening() as relay:
        yield relay


async def test_what_did_not_answer_is_left_alone_for_a_while_and_nothing_is_sent(relay: LyingRelay) -> None:
    now = 0.0
    way = relay.way(patience=Patience(lambda: now, lambda least, _most: least))
    relay.status = (503, "")
    for _ in range(3):
        with pytest.raises(NotReached):
            await way.read(a_place())
    assert len(relay.asked) == 1
    now, relay.status = 2.0, None
    await way.read(a_place())
    assert len(relay.asked) == 3


@pytest.mark.parametrize("says", ["7", "Wed, 21 Oct 2015 07:28:00 GMT", "", "-1", "9" * 400, "1e9"])
async def test_a_relay_is_left_alone_for_as_long_as_it_asks_and_half_an_hour_at_most(
    relay: LyingRelay, says: str
) -> None:
    now = 0.0
    patience = Patience(lambda: now, lambda least, _most: least)
    way = relay.way(patience=patience)
    relay.status = (429, f"Retry-After: {says}")
    with pytest.raises(AskedTooOften):
        await way.read(a_place())
    patience.forget()
    relay.status = None
    now = 6.9
    if says == "7":
        with pytest.raises(AskedTooOften):
            await way.read(a_place())
        now = 7.0
    assert (await way.read(a_place())).candidates == ()


def test_each_time_twice_as_long_up_to_half_an_hour_and_never_by_the_clock_alone() -> None:
    now, random = 0.0, Random(1)
    drawn: list[tuple[float, float]] = []

    def draw(least: float, most: float) -> float:
        drawn.append((least, most))
        return random.uniform(least, most)

    patience = Patience(lambda: now, draw)
    for _ in range(2_000):
        patience.note_trouble(NotReached)
    assert drawn[:3] == [(2.0, 4.0), (4.0, 8.0), (8.0, 16.0)]
    assert max(most for _, most in drawn) == MOST_S
    with pytest.raises(NotReached):
        patience.check()
    patience.note_answer()
    patience.check()


async def test_two_slots_are_not_asked_for_back_to_back(relay: LyingRelay, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[tuple[float, float]] = []

    def draw(least: float, most: float) -> float:
        drawn.append((least, most))
        return 0.0

    way = relay.way(patience=Patience(draw=draw))
    for number in (1, 1, 2, 2, 1):
        await way.read(a_place(number))
    assert drawn == [(0.0, 0.25)] * 2


# What goes out


async def test_nothing_but_the_call_goes_along(relay: LyingRelay) -> None:
    way = relay.way()
    await way.write(a_place(), a_wire())
    await way.read(a_place())
    known = {
        "host", "accept", "accept-encoding", "connection", "user-agent", "authorization", "content-length",
        "content-type", "cairn-read", "cairn-write", "if-none-match", "prefer",
    }  # fmt: skip
    assert {name for asked in relay.asked for name in asked.headers} <= known
    assert {asked.headers["user-agent"] for asked in relay.asked} == {"cairn"}


async def test_a_check_takes_nothing_but_a_relay_of_this_version(relay: LyingRelay) -> None:
    await relay.way().check()
    relay.version = 2
    with pytest.raises(NoRelay):
        await relay.way().check()
    relay.status = (200, "")
    with pytest.raises(NoRelay):
        await relay.way().check()


@pytest.fixture
def _named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("HTTPS_PROXY", "http://somebody:secret@proxy.example:3128/")


@pytest.mark.usefixtures("_named")
def test_the_proxy_that_the_environment_names_is_told_without_what_opens_it(monkeypatch: pytest.MonkeyPatch) -> None:
    far = read_address("relay:https://relay.example")
    assert proxy_told(far) == "proxy.example:3128"
    assert proxy_told(read_address("relay:https://127.0.0.1:1")) is None
    assert proxy_told(read_address("relay:http://name.onion")) is None
    monkeypatch.setenv("ALL_PROXY", "socks5h://127.0.0.1:9050")
    assert proxy_told(read_address("relay:http://name.onion")) == "127.0.0.1:9050"
    monkeypatch.setenv("NO_PROXY", "relay.example")
    assert proxy_told(far) is None


@pytest.mark.usefixtures("_named")
async def test_the_proxy_that_is_told_is_the_one_that_is_used(
    relay: LyingRelay, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", relay.address.removeprefix("relay:"))
    way = Relay(read_address("relay:https://relay.example"), patience=impatient())
    with pytest.raises(NotReached):
        await way.read(a_place())
    assert [(asked.method, asked.path) for asked in relay.asked] == [("CONNECT", "relay.example:443")]


@pytest.mark.usefixtures("_named")
@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:1", "gopher://proxy.example", "http://pro xy:port"])
async def test_a_proxy_that_cannot_be_used_is_said_and_never_gone_around(
    monkeypatch: pytest.MonkeyPatch, proxy: str
) -> None:
    monkeypatch.setattr(relay_client, "find_spec", lambda _name: None)
    monkeypatch.setenv("HTTPS_PROXY", proxy)
    with pytest.raises(NoWayThere):
        await Relay(read_address("relay:https://relay.example"), patience=impatient()).read(a_place())


@pytest.mark.usefixtures("_named")
async def test_a_relay_on_this_computer_is_reached_by_no_proxy(
    relay: LyingRelay, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    assert (await relay.way().read(a_place())).candidates == ()


@pytest.mark.usefixtures("_named")
@pytest.mark.parametrize("via", ["relay:http://name.onion", "relay:https://name.onion", "relay:https://name.onion."])
@pytest.mark.parametrize("proxy", ["", "http", "socks5"])
async def test_a_name_of_tor_is_told_to_no_dns_and_to_no_other_proxy(
    relay: LyingRelay, monkeypatch: pytest.MonkeyPatch, via: str, proxy: str
) -> None:
    def looked_up(*_name: object, **_how: object) -> None:
        raise AssertionError("a name was asked for")

    monkeypatch.setattr("socket.getaddrinfo", looked_up)
    monkeypatch.delenv("HTTPS_PROXY")
    if proxy:
        monkeypatch.setenv("ALL_PROXY", relay.address.removeprefix("relay:").replace("http", proxy))
    with pytest.raises(NoWayThere, match=r"^A relay at a \.onion name needs .* Nothing was sent\.$"):
        await Relay(read_address(via), patience=impatient()).read(a_place())
    assert relay.asked == []


@pytest.mark.usefixtures("_named")
def test_a_name_of_tor_goes_to_tor_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(relay_client, "find_spec", lambda name: name)
    monkeypatch.setenv("ALL_PROXY", "socks5h://127.0.0.1:9050")
    proxy = Relay(read_address("relay:http://name.onion"), patience=impatient())._way()
    assert proxy is not None
    assert str(proxy.url) == "socks5h://127.0.0.1:9050"
