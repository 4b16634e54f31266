"""What happened how often since the start: counters, of calls and answers alone. Nobody can be told from them."""

from typing import Any, cast

import prometheus_client
from prometheus_client import CollectorRegistry, Counter

CONTENT_TYPE = prometheus_client.CONTENT_TYPE_PLAIN_0_0_4


class Counting:
    """The counters of one relay process."""

    def __init__(self) -> None:
        # Not when each of them began, which is no counter.
        cast(Any, prometheus_client).disable_created_metrics()
        self._registry = CollectorRegistry()
        self._answers = Counter(
            "cairn_relay_answers", "Calls that were answered, by call and status.", ["call", "status"],
            registry=self._registry,
        )  # fmt: skip
        self._waits = Counter("cairn_relay_waits", "Reads that waited.", registry=self._registry)
        self._forgotten = Counter(
            "cairn_relay_forgotten", "Slots that nobody used for so long that they went.", registry=self._registry
        )
        self._faults = Counter("cairn_relay_faults", "Answers 500: a fault in the relay.", registry=self._registry)
        self._by_answer: dict[tuple[str, int], Counter] = {}

    def answered(self, call: str, status: int) -> None:
        """One more."""
        counter = self._by_answer.get((call, status))
        if counter is None:
            counter = self._by_answer[call, status] = self._answers.labels(call, str(status))
        counter.inc()

    def waited(self) -> None:
        """One more read that waited."""
        self._waits.inc()

    def forgotten(self, slots: int) -> None:
        """So many more."""
        self._forgotten.inc(slots)

    def fault(self) -> None:
        """One more."""
        self._faults.inc()

    def shown(self) -> bytes:
        """As Prometheus reads them."""
        return prometheus_client.generate_latest(self._registry)
