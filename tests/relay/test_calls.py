"""R1: every row of the table of calls, over real HTTP, on each store."""

from collections.abc import AsyncIterator
from hashlib import sha256
from pathlib import Path

import httpx
import pytest

from sync.relay.asking import NOBODY, capability_sha256
from sync.relay.slots import Making, NoRoom, NotNow, Page, Put, Store
from tests.relay.memory_store import MemorySlots
from tests.relay.served import WIRE, Passing, Relay, Slot, chosen, error_of, opens, page, serving
from tests.relay.stores import Clock

DAY_S = 86_400.0


@pytest.fixture
def passing() -> Passing:
    return Passing()


@pytest.fixture
async def relay(store: Store, passing: Passing) -> AsyncIterator[Relay]:
    async with serving(store, chosen(), passing) as relay:
        yield relay


async def test_a_write_makes_a_slot_and_another_takes_its_place(relay: Relay) -> None:
    slot = Slot()
    made = await relay.put(slot.path, headers=slot.making, content=page(1))
    replaced = await relay.put(slot.path, headers=slot.writing, content=page(2))
    assert (made.status_code, replaced.status_code) == (201, 200)
    assert made.headers["etag"].startswith('"1-')
    assert replaced.headers["etag"].startswith('"2-')
    held = await relay.held(slot)
    assert (held.status_code, held.content, held.headers["etag"]) == (200, page(2), replaced.headers["etag"])
    assert held.headers["content-type"] == "application/octet-stream"
    assert held.headers["cache-control"] == "no-store"


async def test_a_page_of_any_other_size_is_400(relay: Relay) -> None:
    slot = await relay.make(page(1))
    for length in (0, 1, WIRE - 1, WIRE + 1, 100_000):
        refused = await relay.put(slot.path, headers=slot.writing, content=bytes(length))
        assert (refused.status_code, error_of(refused)) == (400, "size"), length
    assert (await relay.held(slot)).content == page(1)


async def test_the_size_is_refused_before_anybody_is_known(relay: Relay) -> None:
    refused = await relay.put(Slot().path, content=bytes(WIRE + 1))
    assert refused.status_code == 400


async def test_headers_that_do_not_go_together_are_400_and_make_nothing(relay: Relay) -> None:
    changes: list[dict[str, str | None]] = [
        {"Cairn-Read": None}, {"Cairn-Write": None}, {"Cairn-Read": "0" * 63}, {"Cairn-Read": "A" * 64},
        {"Cairn-Write": "0" * 64}, {"Authorization": None}, {"Authorization": "Bearer AAAA"},
        {"If-None-Match": '"1-00000000"'}, {"If-Match": "*"},
    ]  # fmt: skip
    slot = Slot()
    for change in changes:
        headers = {name: value for name, value in {**slot.making, **change}.items() if value is not None}
        refused = await relay.put(slot.path, headers=headers, content=page(1))
        assert (refused.status_code, error_of(refused)) == (400, "headers"), change
        assert (await relay.held(slot)).status_code == 404


async def test_a_condition_to_make_without_what_it_is_made_with_is_400(relay: Relay) -> None:
    slot = await relay.make(page(1))
    refused = await relay.put(slot.path, headers={**slot.writing, "If-None-Match": "*"}, content=page(2))
    assert refused.status_code == 400
    assert (await relay.held(slot)).content == page(1)


async def test_other_capabilities_are_409_and_a_slot_that_is_there_412(relay: Relay) -> None:
    slot = await relay.make(page(1))
    other = Slot(slot=slot.slot)
    refused = await relay.put(other.path, headers=other.making, content=page(2))
    assert (refused.status_code, error_of(refused)) == (409, "other-capabilities")
    for one in (slot, other):
        refused = await relay.put(one.path, headers={**one.making, "If-None-Match": "*"}, content=page(2))
        assert (refused.status_code, error_of(refused)) == (412, "already-there")
    assert (await relay.held(slot)).content == page(1)
    again = await relay.put(slot.path, headers=slot.making, content=page(3))
    assert again.status_code == 200


def the_same(answers: list[httpx.Response]) -> None:
    """Nothing tells one answer from another."""
    assert len({answer.status_code for answer in answers}) == 1
    assert len({answer.content for answer in answers}) == 1
    told = [[(name, value) for name, value in answer.headers.raw if name != b"date"] for answer in answers]
    assert all(headers == told[0] for headers in told)


async def test_a_path_that_names_no_slot_leads_to_none(relay: Relay) -> None:
    slot = Slot(slot=bytes(16))
    assert (await relay.put(slot.path, headers=slot.making, content=page(1))).status_code == 201
    for path in ("/v1/slots/a", f"{slot.path}0", f"{slot.path[:-2]}", f"{slot.path[:-2]}g0", f"{slot.path[:-1]}\u0660"):
        assert (await relay.put(path, headers=slot.making, content=page(2))).status_code == 404
        assert (await relay.get(path, headers=slot.reading)).status_code == 404
        assert (await relay.delete(path, headers=slot.reading)).status_code == 404
    assert (await relay.held(slot)).content == page(1)


@pytest.mark.parametrize("method", ["PUT", "GET", "DELETE"])
async def test_an_unknown_slot_and_a_wrong_capability_are_one_and_the_same_404(relay: Relay, method: str) -> None:
    slot = await relay.make(page(1))
    stranger = Slot()
    places = [
        (slot.path, stranger.writing), (stranger.path, slot.writing), (slot.path, {}),
        (slot.path, slot.writing if method == "GET" else opens(bytes(32))), ("/v1/slots/abc", slot.writing),
        (slot.path.upper().replace("/V1/SLOTS", "/v1/slots") + "0", slot.reading),
        (slot.path, {"Authorization": "Cairn " + "A" * 44}), (slot.path, {"Authorization": "Cairn " + "/" * 43}),
    ]  # fmt: skip
    content = page(2) if method == "PUT" else None
    answers = [await relay.request(method, path, headers=headers, content=content) for path, headers in places]
    assert answers[0].status_code == 404
    the_same(answers)
    assert (await relay.held(slot)).content == page(1)


def test_a_capability_is_written_in_one_way_alone() -> None:
    slot = Slot()
    right = slot.reading["Authorization"].encode()
    # The last sign holds two bits that say nothing.
    signs = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    every = [right[:-1] + bytes([sign]) for sign in signs]
    opens_it = sha256(slot.read).digest()
    assert [one for one in every if capability_sha256({b"authorization": one}) == opens_it] == [right]
    assert [one for one in every if capability_sha256({b"authorization": one}) != NOBODY] == every[::4]


async def test_a_read_of_a_known_version_is_304_and_of_another_200(relay: Relay) -> None:
    slot = await relay.make(page(1))
    etag = (await relay.held(slot)).headers["etag"]
    for known in (etag, f"W/{etag}", f'"0-00000000", {etag}', "*"):
        answer = await relay.get(slot.path, headers={**slot.reading, "If-None-Match": known})
        assert (answer.status_code, answer.content, answer.headers["etag"]) == (304, b"", etag)
    answer = await relay.get(slot.path, headers={**slot.reading, "If-None-Match": '"0-00000000"'})
    assert (answer.status_code, answer.content) == (200, page(1))


async def test_a_slot_that_was_lost_and_made_again_does_not_look_unchanged(relay: Relay) -> None:
    slot = await relay.make(page(1))
    etag = (await relay.held(slot)).headers["etag"]
    await relay.delete(slot.path, headers=slot.writing)
    await relay.put(slot.path, headers=slot.making, content=page(2))
    answer = await relay.get(slot.path, headers={**slot.reading, "If-None-Match": etag})
    assert (answer.status_code, answer.content) == (200, page(2))


async def test_a_read_waits_for_the_next_page(relay: Relay) -> None:
    slot = await relay.make(page(1))
    etag = (await relay.held(slot)).headers["etag"]
    waiting = relay.waiting(slot, etag)
    await relay.until_waiting(1)
    await relay.put(slot.path, headers=slot.writing, content=page(2))
    answer = await waiting
    assert (answer.status_code, answer.content) == (200, page(2))
    await relay.until_waiting(0)


async def test_after_the_wait_it_is_304(relay: Relay) -> None:
    slot = await relay.make(page(1))
    etag = (await relay.held(slot)).headers["etag"]
    answer = await relay.waiting(slot, etag, seconds=1)
    assert (answer.status_code, answer.headers["etag"]) == (304, etag)


@pytest.mark.parametrize("capability", ["read", "write"])
async def test_either_capability_deletes_and_then_it_is_404(relay: Relay, capability: str) -> None:
    slot = await relay.make(page(1))
    headers = opens(getattr(slot, capability))
    deleted = await relay.delete(slot.path, headers=headers)
    assert (deleted.status_code, deleted.content) == (204, b"")
    assert (await relay.delete(slot.path, headers=headers)).status_code == 404
    assert (await relay.held(slot)).status_code == 404


async def test_the_sixty_first_write_of_a_minute_is_429_and_a_stranger_hears_nothing_of_it(
    relay: Relay, passing: Passing
) -> None:
    slot = await relay.make(page(0))
    for number in range(1, 60):
        assert (await relay.put(slot.path, headers=slot.writing, content=page(number))).status_code == 200
    passing.seconds = 20.5
    refused = await relay.put(slot.path, headers=slot.writing, content=page(60))
    assert (refused.status_code, error_of(refused), refused.headers["retry-after"]) == (429, "too-often", "40")
    assert (await relay.put(slot.path, headers=Slot().writing, content=page(60))).status_code == 404
    assert (await relay.held(slot)).content == page(59)
    passing.seconds = 59.9
    assert (await relay.put(slot.path, headers=slot.writing, content=page(60))).status_code == 429
    passing.seconds = 60
    assert (await relay.put(slot.path, headers=slot.writing, content=page(60))).status_code == 200


async def test_an_open_relay_makes_so_many_slots_a_day_for_one_address(store: Store, passing: Passing) -> None:
    async with serving(store, chosen(makes_a_day_for_an_address=3), passing) as relay:
        slots = [await relay.make() for _ in range(3)]
        one_more = Slot()
        # What was not made does not count, and what is there is written as before.
        refused = await relay.put(one_more.path, headers=one_more.making, content=page(1))
        assert (refused.status_code, refused.headers["retry-after"]) == (429, str(int(DAY_S)))
        assert (await relay.put(slots[0].path, headers=slots[0].writing, content=page(2))).status_code == 200
        passing.seconds = DAY_S
        assert (await relay.put(one_more.path, headers=one_more.making, content=page(1))).status_code == 201


async def test_what_was_there_already_does_not_count_as_made(store: Store, passing: Passing) -> None:
    async with serving(store, chosen(makes_a_day_for_an_address=2), passing) as relay:
        slot = await relay.make()
        for _ in range(5):
            headers = {**slot.making, "If-None-Match": "*"}
            assert (await relay.put(slot.path, headers=headers, content=page(2))).status_code == 412
        await relay.make()


async def test_a_relay_with_a_list_makes_slots_for_those_on_it(store: Store, tmp_path: Path, passing: Passing) -> None:
    tokens = tmp_path / "tokens"
    tokens.write_text("# of the spring\nmy-token\n\nyour-token\n", encoding="utf-8")
    async with serving(store, chosen(admission_file=tokens, makes_a_day_for_a_token=2), passing) as relay:
        assert (await relay.get("/v1/info")).json()["admission"] is True
        slot = await relay.make(token="my-token")
        for token in (
            {},
            {"Cairn-Admission": "another"},
            {"Cairn-Admission": ""},
            {"Cairn-Admission": "# of the spring"},
        ):
            other = Slot()
            refused = await relay.put(other.path, headers={**other.making, **token}, content=page(1))
            assert (refused.status_code, error_of(refused)) == (403, "admission")
        # Whoever writes to what is there needs none.
        assert (await relay.put(slot.path, headers=slot.writing, content=page(2))).status_code == 200
        await relay.make(token="my-token")
        third = Slot()
        refused = await relay.put(third.path, headers={**third.making, "Cairn-Admission": "my-token"}, content=page(1))
        assert refused.status_code == 429
        await relay.make(token="your-token")
        tokens.write_text("a-new-token\n", encoding="utf-8")
        await relay.make(token="a-new-token")
        refused = await relay.put(
            third.path, headers={**third.making, "Cairn-Admission": "your-token"}, content=page(1)
        )
        assert refused.status_code == 403


async def test_info_tells_limits_and_lifetimes_and_counts_nothing(relay: Relay) -> None:
    before = (await relay.get("/v1/info")).content
    await relay.make()
    info = await relay.get("/v1/info")
    assert info.content == before
    assert info.json() == {
        "version": 1, "octets": WIRE, "writes_a_minute": 60, "waiting_reads": 4, "wait_s": 25, "admission": False,
        "makes_a_day": 100_000, "lifetime_days": 120,
    }  # fmt: skip


async def test_the_others_answer_and_metrics_count_calls_alone(relay: Relay) -> None:
    slot = await relay.make()
    await relay.held(slot)
    assert (await relay.get("/healthz")).text == "ok\n"
    shown = (await relay.get("/metrics")).text
    assert 'cairn_relay_answers_total{call="put",status="201"} 1.0' in shown
    assert {line.split()[-1] for line in shown.splitlines() if line.startswith("# TYPE")} == {"counter"}
    assert slot.slot.hex() not in shown
    assert "127.0.0.1" not in shown
    assert set((await relay.get("/openapi.json")).json()["paths"]) == {
        "/v1/slots/{slot}", "/v1/info", "/healthz", "/metrics",
    }  # fmt: skip


async def test_there_is_no_other_call(relay: Relay) -> None:
    for path in ("/", "/v1", "/v1/slots", "/v1/slots/", "/docs", "/redoc", "/v2/info", f"{Slot().path}/"):
        assert (await relay.get(path)).status_code == 404
    for method in ("POST", "PATCH", "OPTIONS", "HEAD"):
        answer = await relay.request(method, Slot().path)
        assert (answer.status_code, answer.headers["allow"]) == (405, "DELETE, GET, PUT")


class Refusing(MemorySlots):
    """A store that says no to everything that is asked of it."""

    def __init__(self, problem: Exception) -> None:
        super().__init__(Clock())
        self._problem = problem

    async def put(self, slot: bytes, write_sha256: bytes, body: bytes, making: Making | None) -> tuple[Put, int]:
        raise self._problem

    async def get(self, slot: bytes, read_sha256: bytes) -> Page | None:
        raise self._problem

    async def delete(self, slot: bytes, sha256: bytes) -> bool:
        raise self._problem


@pytest.mark.parametrize(
    ("problem", "status"), [(NotNow(), 503), (NoRoom(), 507), (ZeroDivisionError("its own words"), 500)]
)
async def test_a_store_that_refuses_is_said_so_and_a_fault_tells_nothing_of_what_was_sent(
    problem: Exception, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    slot = Slot()
    async with serving(Refusing(problem), chosen()) as relay:
        answers = [
            await relay.put(slot.path, headers=slot.writing, content=page(1)),
            await relay.put(slot.path, headers=slot.making, content=page(1)),
            await relay.held(slot),
            await relay.delete(slot.path, headers=slot.writing),
            await relay.get("/healthz"),
        ]
    assert {answer.status_code for answer in answers} == {status}
    assert {"retry-after" in answer.headers for answer in answers} == {status == 503}
    assert "its own words" not in caplog.text
    assert ("ZeroDivisionError" in caplog.text) is (status == 500)
