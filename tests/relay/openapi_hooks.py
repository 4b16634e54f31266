"""What schemathesis cannot know of a relay: a capability, the digests that go with it, and how long a page is."""

import hashlib
from typing import Any

import schemathesis
from hypothesis import strategies as st

from tests.relay.served import WIRE, opens

CAPABILITY = b"c" * 32
"""It reads and writes every slot that is made here."""
_DIGEST = hashlib.sha256(CAPABILITY).hexdigest()

schemathesis.openapi.media_type(
    "application/octet-stream", st.binary(min_size=16, max_size=16).map(lambda part: part * (WIRE // 16))
)


@schemathesis.hook
def before_load_schema(context: Any, raw_schema: dict[str, Any]) -> None:
    """A capability is no account: who has another one, or none, hears 404 as where no slot is, and never 401."""
    for calls in raw_schema["paths"].values():
        for call in calls.values():
            call.pop("security", None)


@schemathesis.auth()
class Capability:
    """Sends it along."""

    def get(self, case: Any, context: Any) -> dict[str, str]:
        return opens(CAPABILITY)

    def set(self, case: Any, data: dict[str, str], context: Any) -> None:
        case.headers = {**(case.headers or {}), **data}


@schemathesis.hook
def before_call(context: Any, case: Any, kwargs: dict[str, Any]) -> None:
    """Headers that are each as they should be are made to go together."""
    if case.method != "PUT" or case.meta is None or case.meta.generation.mode.is_negative:
        return
    headers = case.headers or {}
    if {"Cairn-Read", "Cairn-Write", "If-None-Match"} & set(headers):
        case.headers = {**headers, "Cairn-Read": _DIGEST, "Cairn-Write": _DIGEST}
