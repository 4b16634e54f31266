"""What schemathesis cannot know of a relay: a capability, the digests that go with it, and how long a page is."""

import functools
import hashlib
from typing import Any

import httpx
import schemathesis
from hypothesis import strategies as st

from tests.relay.served import PATIENCE_S, WIRE, opens

CAPABILITY = b"c" * 32
"""It reads and writes every slot that is made here."""
_DIGEST = hashlib.sha256(CAPABILITY).hexdigest()
_STRANGERS: tuple[dict[str, str], ...] = ({}, opens(b"s" * 32), {"Authorization": "Bearer c"})

schemathesis.openapi.media_type(
    "application/octet-stream", st.binary(min_size=16, max_size=16).map(lambda part: part * (WIRE // 16))
)


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


@functools.cache
def _client() -> httpx.Client:
    return httpx.Client(trust_env=False, timeout=PATIENCE_S)


def _octets(value: str | bytes) -> bytes:
    """As on the wire; blanks at the ends are no part of a value."""
    return (value if isinstance(value, bytes) else value.encode("latin-1")).strip(b" \t")


@schemathesis.check
def a_stranger_hears_nothing(ctx: Any, response: Any, case: Any) -> None:
    """What was just answered to one capability is asked for without it: 404 as where nothing is, never 401 or 403.

    Where the call makes slots, digests that are not those of what came along are 400. A slot that was just taken away
    is not there for anybody, so that is not asked.
    """
    if not case.path.startswith("/v1/slots/") or case.method == "DELETE" or response.status_code not in (200, 201, 304):
        return
    sent = response.request
    makes = any(name.lower() in ("cairn-read", "cairn-write") for name in sent.headers)
    kept = [(_octets(name), _octets(value)) for name, value in sent.headers.items() if name.lower() != "authorization"]
    for stranger in _STRANGERS:
        headers = kept + [(_octets(name), _octets(value)) for name, value in stranger.items()]
        answer = _client().request(sent.method, sent.url, headers=headers, content=sent.body)
        if answer.status_code != (400 if makes else 404):
            raise AssertionError(f"{case.method} without the capability was answered with {answer.status_code}")
