"""What the relay's OpenAPI says of each call."""

from typing import Any

from sync.protocol.sizes import WIRE

RELAY = "Blind slots of 16,384 octets: written with one capability, read with another. A relay knows nobody."

_SLOT = {
    "name": "slot", "in": "path", "required": True,
    "description": "16 random bytes, in hex.",
    "schema": {"type": "string", "pattern": "^[0-9a-f]{32}$", "minLength": 32, "maxLength": 32},
}  # fmt: skip


def _header(name: str, about: str, pattern: str = r"^[\t -~\x80-\xff]*$") -> dict[str, Any]:
    schema = {"type": "string", "pattern": pattern}
    return {"name": name, "in": "header", "required": False, "description": about, "schema": schema}


_DIGEST = "^[0-9a-f]{64}$"
_READ = _header("Cairn-Read", "To make the slot: SHA-256 of the capability that reads it, in hex.", _DIGEST)
_WRITE = _header("Cairn-Write", "To make the slot: SHA-256 of the capability that came along, in hex.", _DIGEST)
_ADMISSION = _header("Cairn-Admission", "To make the slot, on a relay that asks for it: a token.")
_ONLY = _header("If-None-Match", "To make the slot and replace nothing.", r"^\*$")
_ETAG = r'"[0-9]+-[0-9a-f]{8}"'
_HAVE = _header("If-None-Match", "The versions that are known already, as RFC 9110 has it.")
_PREFER = _header("Prefer", "How long to wait for another version: `wait=25`, RFC 7240.")

_ERROR = {
    "type": "object",
    "required": ["error"],
    "properties": {
        "error": {
            "type": "object",
            "required": ["code", "message"],
            "properties": {"code": {"type": "string"}, "message": {"type": "string"}},
        }
    },
}
_TAGGED = {"ETag": {"required": True, "schema": {"type": "string", "pattern": f"^{_ETAG}$"}}}
_PAGE = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
_AGAIN = {"Retry-After": {"schema": {"type": "string", "pattern": "^[0-9]+$"}}}


def _refusals(**about: str) -> dict[int | str, dict[str, Any]]:
    said: dict[int | str, dict[str, Any]] = {}
    for name, sentence in about.items():
        status = int(name.removeprefix("of_"))
        said[status] = {"description": sentence, "content": {"application/json": {"schema": _ERROR}}}
        if status == 400:
            said[status]["content"]["text/plain"] = {"schema": {"type": "string"}}
        if status in (429, 503):
            said[status]["headers"] = _AGAIN
    return said


_NO_HTTP = "What came is no HTTP."
_UNKNOWN = "No slot that this opens."
_NOT_NOW = "It is not known whether that stands, or the store does not answer."
_LINKS = {
    deed: {"operationId": deed, "parameters": {"slot": "$request.path.slot"}} for deed in ("read", "write", "delete")
}
_CAPABILITY = [{"capability": list[str]()}]

SLOT_CALLS: dict[str, dict[str, Any]] = {
    "PUT": {
        "operation_id": "write",
        "summary": "Write the newest page, or make the slot",
        "status_code": 200,
        "responses": {
            200: {"description": "It stands in place of the last one.", "headers": _TAGGED, "links": _LINKS},
            201: {"description": "The slot was made with it.", "headers": _TAGGED, "links": _LINKS},
            **_refusals(
                of_400="Not 16,384 octets, or headers that do not go together.",
                of_403="This relay makes slots for those with an admission token.",
                of_404=_UNKNOWN,
                of_409="The slot is there with other capabilities.",
                of_411="The length of the page is not said beforehand, in Content-Length.",
                of_412="The slot is there already.",
                of_429="More writes to this slot, or more slots, than this relay takes for now.",
                of_503=_NOT_NOW,
                of_507="There is no room.",
            ),
        },
        "openapi_extra": {
            "parameters": [_SLOT, _READ, _WRITE, _ADMISSION, _ONLY],
            "security": _CAPABILITY,
            "requestBody": {
                "required": True,
                "content": {
                    "application/octet-stream": {
                        "schema": {"type": "string", "format": "binary", "minLength": WIRE, "maxLength": WIRE}
                    }
                },
            },
        },
    },
    "GET": {
        "operation_id": "read",
        "summary": "Read the newest page, or wait for a newer one",
        "responses": {
            200: {"description": "The page.", "headers": _TAGGED, "content": _PAGE},
            304: {"description": "It is still a version that is known, after the wait.", "headers": _TAGGED},
            **_refusals(of_400=_NO_HTTP, of_404=_UNKNOWN, of_429="As many wait there already.", of_503=_NOT_NOW),
        },
        "openapi_extra": {"parameters": [_SLOT, _HAVE, _PREFER], "security": _CAPABILITY},
    },
    "DELETE": {
        "operation_id": "delete",
        "summary": "Take the slot away, with either capability",
        "status_code": 204,
        "responses": {
            204: {"description": "It is gone."},
            **_refusals(of_400=_NO_HTTP, of_404=_UNKNOWN, of_503=_NOT_NOW, of_507="There is no room to do it in."),
        },
        "openapi_extra": {"parameters": [_SLOT], "security": _CAPABILITY},
    },
}

_INFO = {
    "type": "object",
    "properties": {
        name: {"type": kind}
        for name, kind in {
            "version": "integer", "octets": "integer", "writes_a_minute": "integer", "waiting_reads": "integer",
            "wait_s": "integer", "admission": "boolean", "makes_a_day": "integer", "lifetime_days": "number",
        }.items()
    },
}  # fmt: skip

OTHER_CALLS: dict[str, dict[str, Any]] = {
    "/v1/info": {
        "operation_id": "info",
        "summary": "Limits and lifetimes",
        "responses": {200: {"description": "Of this relay.", "content": {"application/json": {"schema": _INFO}}}},
    },
    "/healthz": {
        "operation_id": "health",
        "summary": "Whether the store answers",
        "responses": {
            200: {"description": "It does.", "content": {"text/plain": {"schema": {"type": "string"}}}},
            **_refusals(of_503="It does not."),
        },
    },
    "/metrics": {
        "operation_id": "metrics",
        "summary": "Counters, for Prometheus",
        "responses": {
            200: {"description": "Since the start.", "content": {"text/plain": {"schema": {"type": "string"}}}},
            **_refusals(of_404="They are for others than whoever asks."),
        },
    },
}

SCHEMES = {
    "capability": {
        "type": "apiKey", "in": "header", "name": "Authorization",
        "description": "`Cairn ` and 32 bytes in base64url without padding.",
    }
}  # fmt: skip
