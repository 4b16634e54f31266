"""`python -m benchmarks.relay`: the relay on both stores, beside a bare route in the same run. `--quick`: less of it.

Not a part of `make bench`: it needs PostgreSQL, 40 GB of room for a while, and twenty minutes.
"""

import argparse
import asyncio
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from statistics import median, quantiles

import psycopg

from benchmarks import bare_route
from benchmarks.processes import NotMeasured
from benchmarks.relay_load import READ_SHA256, WIRE, WRITE_SHA256, Written, serving, slot_of, wait_at, write_for
from benchmarks.report import Finding, is_over, table
from benchmarks.samples import Measure, milliseconds, ratio, take_turns, timed
from sync.relay.postgres_slots import PostgresSlots
from sync.relay.slots import Put, Store
from sync.relay.sqlite_slots import SqliteSlots
from tests.relay.postgres_server import Server, as_url, binaries, new_server

BARE_LEAST, TAIL_MOST, GROWTH_MOST, MEMORY_MOST_MB = 0.5, 10.0, 1.2, 300
WRITERS = 16
TOGETHER = 200
"""Writes in one measurement of what a write costs."""
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

    def filled(self, kind: str, slots: int, write_sha256: bytes = WRITE_SHA256) -> str:
        """Make a store of so many slots; gives its address, as `--store` takes it."""
        tell(f"{kind}: {slots:,} slots")
        name = f"bench_{slots}_{write_sha256[0]}"
        if kind == "SQLite":
            path = self._folder / f"{name}.db"
            _fill_sqlite(path, slots, write_sha256)
            return f"sqlite:{path}"
        self._server.run("postgres", f"CREATE DATABASE {name} TEMPLATE template0")
        address = self._server.address(name)
        asyncio.run(_make(PostgresSlots(address)))
        _fill_postgres(address, slots, write_sha256)
        return as_url(address)

    def checkpoint(self, kind: str) -> None:
        """Let what was written come to where it belongs."""
        if kind == "PostgreSQL":
            self._server.run("postgres", "CHECKPOINT")


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
        " VALUES (?, ?, ?, 1, unixepoch(), unixepoch(), ?)",
        ((slot_of(number), READ_SHA256, write_sha256, slot_of(number) * (WIRE // 16)) for number in range(slots)),
    )
    connection.commit()
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()


def _fill_postgres(address: str, slots: int, write_sha256: bytes) -> None:
    with psycopg.connect(address) as connection:
        # Emptied in the same transaction, so that what comes in is written once and not twice.
        connection.execute("TRUNCATE slot")
        connection.execute(
            "INSERT INTO slot SELECT id, %b, %b, decode(repeat(encode(id, 'hex'), %s), 'hex'), 1, now, now"
            " FROM generate_series(0, %s - 1) number,"
            " LATERAL (SELECT substr(sha256(number::text::bytea), 1, 16), extract(epoch FROM now())::bigint)"
            " s (id, now)",
            (READ_SHA256, write_sha256, WIRE // 16, slots),
        )
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("VACUUM (FREEZE, ANALYZE) slot")
        connection.execute("CHECKPOINT")


def tell(sentence: str) -> None:
    """How far it is, on standard error."""
    print(sentence, file=sys.stderr, flush=True)


def measure_writes(bench: Bench, kind: str, plan: Plan) -> list[Finding]:
    """A relay and the bare route in turns, each with a store of its own of the same size."""
    store, bare = bench.filled(kind, SMALL), bench.filled(kind, SMALL, bare_route.WRITE_SHA256)
    runs: dict[str, list[Written]] = {"relay": [], "bare": [], "two": []}
    with ExitStack() as served:
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
    """What a write costs in a store of many slots against one of few, one after the other, to slots at random.

    PostgreSQL writes a page of its files down whole when it is changed for the first time after a checkpoint. With few
    slots that is seldom, so both are measured from a checkpoint on, and for information without one.
    """
    with asyncio.Runner() as runner:
        stores = {size: store_at(bench.filled(kind, size)) for size in (SMALL + 1, plan.large + 1)}
        for store in stores.values():
            runner.run(store.open())
        findings = [_growth(runner, bench, kind, stores, plan, checkpoints=True)]
        if kind == "PostgreSQL":
            findings.append(_growth(runner, bench, kind, stores, plan, checkpoints=False))
        for store in stores.values():
            runner.run(store.close())
    return findings


def _growth(
    runner: asyncio.Runner, bench: Bench, kind: str, stores: dict[int, Store], plan: Plan, *, checkpoints: bool
) -> Finding:
    random = Random(7)

    def side(size: int) -> Measure:
        def write() -> float:
            chosen = random.sample(range(size), TOGETHER)
            if checkpoints:
                bench.checkpoint(kind)
            return timed(lambda: runner.run(_write_all(stores[size], chosen)))

        return write

    telling = f"{kind}: growth"
    few, many = take_turns(
        {str(size): side(size) for size in stores}, plan.rounds, lambda number: tell(f"{telling}, {number}"), 3
    ).values()
    times, what = ratio(many, few), f"{kind}: {TOGETHER} writes at {plan.large:,} slots"
    measured, against, outcome = milliseconds(many), f"at {SMALL:,}: {milliseconds(few)}", f"{times:.2f} times"
    if not checkpoints:
        return Finding(f"{what}, no checkpoint between", measured, against, outcome, "", None)
    return Finding(what, measured, against, outcome, f"{GROWTH_MOST} times", times <= GROWTH_MOST)


async def _write_all(store: Store, slots: list[int]) -> None:
    for number in slots:
        slot = slot_of(number)
        outcome, _ = await store.put(slot, WRITE_SHA256, slot * (WIRE // 16), None)
        if outcome is not Put.REPLACED:
            raise NotMeasured("A slot was not there.")


def measure_memory(bench: Bench, kind: str) -> Finding:
    """The most that a relay had while a thousand waited, and while all slots were written once."""
    tell(f"{kind}: memory")
    store = bench.filled(kind, MIDDLE)
    with serving("sync.relay", CAIRN_RELAY_STORE=store, CAIRN_RELAY_CONNECTIONS="2000") as (place, number):
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
