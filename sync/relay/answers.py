"""What a relay answers. Each refusal is one and the same bytes, whoever asked and for whatever reason."""

import json
from enum import Enum

from starlette.responses import Response

OK, CREATED, NO_CONTENT, NOT_MODIFIED = 200, 201, 204, 304
RETRY_AFTER_S = "5"
PAGE_TYPE = "application/octet-stream"
_NOT_KEPT = {"Cache-Control": "no-store"}


class Refusal(Enum):
    """Status, code for programs, and a sentence for whoever looks."""

    SIZE = 400, "size", "The body is a page of exactly 16,384 octets."
    HEADERS = 400, "headers", "The headers of this call do not go together."
    ADMISSION = 403, "admission", "This relay makes slots for those with an admission token."
    NOT_HERE = 404, "not-found", "There is no such slot, or this capability does not open it."
    NOT_A_CALL = 405, "no-such-call", "There is no such call."
    OTHER_CAPABILITIES = 409, "other-capabilities", "The slot is there with other capabilities."
    LENGTH = 411, "length", "What is sent has its length in Content-Length."
    THERE_ALREADY = 412, "already-there", "The slot is there already."
    TOO_OFTEN = 429, "too-often", "That is more than this relay takes for now."
    FAULT = 500, "fault", "Something went wrong in the relay."
    NOT_NOW = 503, "not-now", "The relay cannot say at present whether that stands. Ask again."
    NO_ROOM = 507, "no-room", "The relay has no room."

    def __init__(self, status: int, code: str, sentence: str) -> None:
        self.status = status
        self.content = json.dumps({"error": {"code": code, "message": sentence}}).encode()


def refused(refusal: Refusal, **more: str) -> Response:
    """An answer that says no; `more`: headers, with underscores for hyphens."""
    headers = {name.replace("_", "-"): value for name, value in more.items()}
    return Response(refusal.content, refusal.status, {**_NOT_KEPT, **headers}, "application/json")


def not_now() -> Response:
    """It is not known, and will be soon."""
    return refused(Refusal.NOT_NOW, Retry_After=RETRY_AFTER_S)


def stands(etag: str, *, made: bool) -> Response:
    """A page was written."""
    return Response(b"", CREATED if made else OK, {"ETag": etag})


def page(body: bytes, etag: str) -> Response:
    """What stands there."""
    return Response(body, OK, {**_NOT_KEPT, "ETag": etag}, PAGE_TYPE)


def unchanged(etag: str) -> Response:
    """What stands there is what they have."""
    return Response(None, NOT_MODIFIED, {**_NOT_KEPT, "ETag": etag})


def gone() -> Response:
    """It was taken away."""
    return Response(None, NO_CONTENT)
