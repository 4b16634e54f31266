"""`python -m benchmarks.relay`: the relay on both stores, beside a bare route in the same run. `--quick`: less of it.

Not a part of `make bench`: it needs PostgreSQL, 25 GB of room for a while, and twenty minutes.
"""

import argparse
import asyncio
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from random import Random
from statistics import median, quantiles

import psycopg

from benchmarks import bare_route
from benchmarks.processes import NotMeasured
from benchmarks.relay_load import (
    READ_SHA256,
    WIRE,
    WRITE_SHA256,
    Written,
    fresh_page,
    serving,
    slot_of,
    wait_at,
    write_for,
)
from benchmarks.report import Finding, is_over, table
from benchmarks.samples import Measure, Samples, milliseconds, ratio, take_turns, timed
from sync.relay.postgres_slots import PostgresSlots
from sync.relay.slots import Put, Store
from sync.relay.sqlite_slots import SqliteSlots
from tests.relay.postgres_server import Server, as_url, binaries, new_server

BARE_LEAST, TAIL_MOST, GROWTH_MOST, MEMORY_MOST_MB = 0.5, 10.0, 1.2, 300
WRITERS = 16
TOGETHER, IN_A_TURN = 200, 10
"""Writes in one measurement of what a write costs, and before the other side writes as many."""
IN_USE = 10_000
"""Of many slots those that are written again and again, and so lie in memory."""
WRITTEN_BEFORE = 10
"""The version of slots that a measurement begins with. In SQLite a second version takes more room than a first, which
happens once in the life of a slot and costs twice as much."""
SMALL, MIDDLE, READERS = 1_000, 10_000, 1_000
_ROOM = {"shared_buffers": "1GB", "wal_level": "minimal", "max_wal_senders": "0", "max_wal_size": "4GB"}


@dataclass(frozen=True, slots=True)
class Plan:
    """How much of everything."""

    large: int
    rounds: int
    seconds: float


FULL = Plan(1_000_000, rounds=15, seconds=3.0)
QUICK = Plan(10_000, rounds=3, seconds=1.0)


class Bench:
    """Both stores, wherever they are."""

    def __init__(self, folder: Path, server: Server) -> None:
        self._folder = folder
        self._server = server
        self._numbers = count(1)

    @contextmanager
    def filled(self, kind: str, slots: int, write_sha256: bytes = WRITE_SHA256) -> Iterator[str]:
        """A store of so many slots, for as long as the block lasts; gives its address, as `--store` takes it."""
        tell(f"{kind}: {slots:,} slots")
        name = f"bench_{next(self._numbers)}"
        if kind == "SQLite":
            path = self._folder / f"{name}.db"
            _fill_sqlite(path, slots, write_sha256)
            yield f"sqlite:{path}"
            path.unlink()
        else:
            self._server.run("postgres", f"CREATE DATABASE {name} TEMPLATE template0")
            address = self._server.address(name)
            asyncio.run(_make(PostgresSlots(address)))
            _fill_postgres(address, slots, write_sha256)
            yield as_url(address)
            self._server.run("postgres", f"DROP DATABASE {name} WITH (FORCE)")


def store_at(store: str) -> Store:
    """Not yet open."""
    return SqliteSlots(Path(store.removeprefix("sqlite:"))) if store.startswith("sqlite:") else PostgresSlots(store)


async def _make(store: Store) -> None:
    await store.open()
    await store.close()


def _fill_sqlite(path: Path, slots: int, write_sha256: bytes) -> None:
    asyncio.run(_make(SqliteSlots(path)))
    connection = sqlite3.connect(path)
    # What comes in is written once and not twice.
    for pragma in ("journal_mode = OFF", "synchronous = OFF"):
        connection.execute(f"PRAGMA {pragma}")
    connection.executemany(
        "INSERT INTO slot (id, read_sha256, write_sha256, version, written_at, used_at, body)"
        " VALUES (?, ?, ?, ?, unixepoch(), unixepoch(), ?)",
        (
            (slot_of(number), READ_SHA256, write_sha256, WRITTEN_BEFORE, slot_of(number) * (WIRE // 16))
            for number in range(slots)
        ),
    )
    connection.commit()
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()


def _fill_postgres(address: str, slots: int, write_sha256: bytes) -> None:
    with psycopg.connect(address) as connection:
        # Emptied in the same transaction, so that what comes in is written once and not twice.
        connection.execute("TRUNCATE slot")
        connection.execute(
            "INSERT INTO slot SELECT id, %b, %b, decode(repeat(encode(id, 'hex'), %s), 'hex'), %s, now, now"
            " FROM generate_series(0, %s - 1) number,"
            " LATERAL (SELECT substr(sha256(number::text::bytea), 1, 16), extract(epoch FROM now())::bigint)"
            " s (id, now)",
            (READ_SHA256, write_sha256, WIRE // 16, WRITTEN_BEFORE, slots),
        )
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("VACUUM (FREEZE, ANALYZE) slot")
        connection.execute("CHECKPOINT")


def tell(sentence: str) -> None:
    """How far it is, on standard error."""
    print(sentence, file=sys.stderr, flush=True)


def measure_writes(bench: Bench, kind: str, plan: Plan) -> list[Finding]:
    """A relay and the bare route in turns, each with a store of its own of the same size."""
    runs: dict[str, list[Written]] = {"relay": [], "bare": [], "two": []}
    with ExitStack() as served:
        store = served.enter_context(bench.filled(kind, SMALL))
        bare = served.enter_context(bench.filled(kind, SMALL, bare_route.WRITE_SHA256))
        one, _ = served.enter_context(serving("sync.relay", CAIRN_RELAY_STORE=store))
        places = {"relay": [one], "bare": [served.enter_context(serving("benchmarks.bare_route", bare))[0]]}
        if kind == "PostgreSQL":
            places["two"] = [one, served.enter_context(serving("sync.relay", CAIRN_RELAY_STORE=store))[0]]
        for number in range(-1, plan.rounds):
            tell(f"{kind}: writes, {number + 1} of {plan.rounds}")
            names = list(places)
            turn = number % len(names)
            for name in names[turn:] + names[:turn]:
                written = asyncio.run(write_for(places[name], plan.seconds if number >= 0 else 1.0, WRITERS, SMALL))
                if number >= 0:
                    runs[name].append(written)
    return _findings_of(kind, runs)


def _findings_of(kind: str, runs: dict[str, list[Written]]) -> list[Finding]:
    share = _times(runs["relay"], runs["bare"])
    each = [value for run in runs["relay"] for value in run.each_s]
    p99 = quantiles(each, n=100)[98]
    tail = p99 / median(each)
    findings = [
        Finding(f"{kind}: writes a second", _rate(runs["relay"]), f"a bare route: {_rate(runs['bare'])}",
                f"{share:.2f} times", f"{BARE_LEAST} times at least", share >= BARE_LEAST),
        Finding(f"{kind}: the slowest of a hundred writes under load", f"{p99 * 1000:.1f} ms",
                f"the median: {median(each) * 1000:.1f} ms", f"{tail:.1f} times", f"{TAIL_MOST:.0f} times",
                tail <= TAIL_MOST),
    ]  # fmt: skip
    if runs["two"]:
        findings.append(
            Finding(f"{kind}: writes a second, two relays", _rate(runs["two"]), f"one: {_rate(runs['relay'])}",
                    f"{_times(runs['two'], runs['relay']):.2f} times", "", None)
        )  # fmt: skip
    return findings


def _rate(runs: list[Written]) -> str:
    first, _, third = quantiles([run.a_second for run in runs], n=4, method="inclusive")
    return f"{median(run.a_second for run in runs):,.0f} ({first:,.0f} to {third:,.0f})"


def _times(one: list[Written], other: list[Written]) -> float:
    return median(a.a_second / b.a_second for a, b in zip(one, other, strict=True))


def measure_growth(bench: Bench, kind: str, plan: Plan) -> list[Finding]:
    """What a write costs in a store of many slots against one of few: by itself, and to a relay under load."""
    with bench.filled(kind, SMALL) as few, bench.filled(kind, plan.large) as many:
        return [
            *_growth_of_store(kind, (few, many), plan),
            _growth_of_bare(kind, (few, many), plan),
            _growth_under_load(kind, (few, many), plan),
        ]


def _growth_of_store(kind: str, stores: tuple[str, str], plan: Plan) -> list[Finding]:
    """The store alone, without a server before it: first where what is written lies in memory."""
    with asyncio.Runner() as runner:
        few, many = (store_at(store) for store in stores)
        for store in (few, many):
            runner.run(store.open())

        def writing(store: Store, slots: int) -> Measure:
            return _few_writes(slots, lambda slot, page: runner.run(_write(store, slot, page)))

        def compared(slots: int, what: str) -> Finding:
            one, other = writing(few, SMALL), writing(many, slots)
            return _growth(f"{kind}: {TOGETHER} writes at {plan.large:,} slots, {what}", one, other, plan, GROWTH_MOST)

        runner.run(_read_all(many, IN_USE))
        findings = [
            compared(IN_USE, f"to {IN_USE:,} of them, in memory"),
            compared(plan.large, "to all of them"),
        ]
        for store in (few, many):
            runner.run(store.close())
    return findings


def _growth_of_bare(kind: str, stores: tuple[str, str], plan: Plan) -> Finding:
    """The one SQL statement in the same databases, and nothing around it."""
    with ExitStack() as opened:
        few, many = (opened.enter_context(bare_route.writing_to(store, WRITE_SHA256)) for store in stores)
        what = f"{kind}: the same, a bare UPDATE"
        return _growth(what, _few_writes(SMALL, few), _few_writes(plan.large, many), plan, None)


def _few_writes(slots: int, write: Callable[[bytes, bytes], object]) -> Measure:
    """So few that what slows the disk down meanwhile slows both sides."""
    random = Random(slots)

    def measure() -> float:
        chosen = [(slot_of(number), fresh_page()) for number in random.sample(range(slots), IN_A_TURN)]
        return timed(lambda: [write(slot, page) for slot, page in chosen])

    return measure


def _growth(what: str, few: Measure, many: Measure, plan: Plan, most: float | None) -> Finding:
    turns = TOGETHER // IN_A_TURN
    taken = take_turns({"few": few, "many": many}, plan.rounds * turns, lambda _: None, 3 * turns)
    one, other = (
        Samples(tuple(sum(side.values[start : start + turns]) for start in range(0, len(side.values), turns)))
        for side in (taken["few"], taken["many"])
    )
    times = ratio(other, one)
    tell(f"{what}: {times:.2f}")
    return Finding(
        what, milliseconds(other), f"at {SMALL:,}: {milliseconds(one)}", f"{times:.2f} times",
        f"{most} times" if most else "", times <= most if most else None,
    )  # fmt: skip


def _growth_under_load(kind: str, stores: tuple[str, str], plan: Plan) -> Finding:
    """Through a relay, with many who write at once: what a write takes of the whole computer's time."""
    sizes = (SMALL, plan.large)
    runs: dict[int, list[Written]] = {size: [] for size in sizes}
    with ExitStack() as served:
        places = [served.enter_context(serving("sync.relay", CAIRN_RELAY_STORE=store))[0] for store in stores]
        for number in range(-1, plan.rounds):
            pairs = list(zip(sizes, places, strict=True))
            for size, place in pairs[:: 1 if number % 2 else -1]:
                written = asyncio.run(write_for([place], plan.seconds, WRITERS, size))
                if number >= 0:
                    runs[size].append(written)
    few, many = runs.values()
    times = _times(few, many)
    return Finding(
        f"{kind}: a write through a relay under load, {plan.large:,} slots", f"{_rate(many)} a second",
        f"{SMALL:,}: {_rate(few)}", f"{times:.2f} times", f"{GROWTH_MOST} times", times <= GROWTH_MOST,
    )  # fmt: skip


async def _write(store: Store, slot: bytes, page: bytes) -> None:
    outcome, _ = await store.put(slot, WRITE_SHA256, page, None)
    if outcome is not Put.REPLACED:
        raise NotMeasured("A slot was not there.")


async def _read_all(store: Store, slots: int) -> None:
    for number in range(slots):
        if await store.get(slot_of(number), READ_SHA256) is None:
            raise NotMeasured("A slot was not there.")


def measure_memory(bench: Bench, kind: str) -> Finding:
    """The most that a relay had while a thousand waited, and while all slots were written once."""
    tell(f"{kind}: memory")
    with ExitStack() as served:
        store = served.enter_context(bench.filled(kind, MIDDLE))
        more = {"CAIRN_RELAY_STORE": store, "CAIRN_RELAY_CONNECTIONS": "2000"}
        place, number = served.enter_context(serving("sync.relay", **more))
        most_mb = asyncio.run(_most_mb(place, number))
    return Finding(
        f"{kind}: memory of a relay, {MIDDLE:,} slots and {READERS:,} who wait", f"{most_mb:.0f} MB", "-", "-",
        f"{MEMORY_MOST_MB} MB", most_mb < MEMORY_MOST_MB,
    )  # fmt: skip


async def _most_mb(place: tuple[str, int], process: int) -> float:
    several = await wait_at(place, READERS)
    await write_for([place], 5.0, WRITERS, MIDDLE)
    most = _most_ever_mb(process)
    for one in several:
        one.close()
    return most


def _most_ever_mb(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024 / 1e6


def main() -> int:
    """Measure everything once; exit codes as those of `python -m benchmarks`."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.relay", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few slots, few rounds")
    parser.add_argument("--only", choices=MEASURES, help="one of the figures alone")
    parser.add_argument("--large", type=int, help="another number of slots than a million")
    options = parser.parse_args()
    plan = QUICK if options.quick else FULL
    if options.large:
        plan = replace(plan, large=options.large)
    chosen = [options.only] if options.only else list(MEASURES)
    if binaries() is None:
        print("There is no PostgreSQL on this computer.", file=sys.stderr)
        return 2
    findings: list[Finding] = []
    try:
        with new_server() as server, tempfile.TemporaryDirectory(prefix="cairn-bench-") as folder:
            server.make()
            server.start(safe=True, **_ROOM)
            for what in chosen:
                for kind in ("SQLite", "PostgreSQL"):
                    findings += MEASURES[what](Bench(Path(folder), server), kind, plan)
    except NotMeasured as problem:
        print(problem, file=sys.stderr)
        return 2
    print(table(findings))
    return 1 if is_over(findings) else 0


MEASURES: dict[str, Callable[[Bench, str, Plan], list[Finding]]] = {
    "writes": measure_writes,
    "memory": lambda bench, kind, _: [measure_memory(bench, kind)],
    "growth": measure_growth,
}


if __name__ == "__main__":
    sys.exit(main())
