"""JSON that is written in one way alone: sorted keys, NFC, no floats, no spaces, UTF-8."""

import json
import unicodedata
from collections.abc import Mapping, Sequence

Json = Mapping[str, "Json"] | Sequence["Json"] | str | int | bool | None


def canonical(value: Json) -> bytes:
    """The one way in which this value is written.

    Raises:
        ValueError: words that no text can hold (half of a surrogate pair).
        TypeError: a float, or anything else that JSON does not know.
    """
    return json.dumps(
        _composed(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode()


def _composed(value: Json) -> Json:
    match value:
        case str():
            return unicodedata.normalize("NFC", value)
        case Mapping():
            return {unicodedata.normalize("NFC", key): _composed(inner) for key, inner in value.items()}
        case bool() | int() | None:
            return value
        case Sequence() if not isinstance(value, bytes):
            return [_composed(inner) for inner in value]
        case _:
            raise TypeError("a page holds no such value")
