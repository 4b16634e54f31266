"""What stands on the pages of the vectors, and what may not: bytes that follow `docs/share-format.md` alone."""

import json
import unicodedata

ID = "5e" * 16
STEP = {"id": "57" * 16, "status": "doing", "text": "ask at the library"}
GOAL = {
    "how_id_like_support": "ask how it went",
    "id": ID,
    "next_step": STEP,
    "status": "moving_towards",
    "title": "read in the evenings",
    "until": "2026-06-12",
    "why_it_matters": "to sleep",
}


def canonical(value: object) -> bytes:
    """JSON in the one way."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def of_length(length: int) -> bytes:
    """Content of so many bytes, about 13,000, in which nothing else is out of the ordinary."""
    goals = [{"id": f"{number:032x}", "title": "x" * 1_100, "until": "2026-06-12"} for number in range(10)]
    room = length - len(canonical({"goals": goals, "line": ""}))
    return canonical({"goals": goals, "line": "x" * room})


def refused_contents() -> dict[str, bytes]:
    """Content that is refused whole, whatever else stands in it."""
    good = canonical({"confirmed": True, "goals": [GOAL]})
    many = [{"id": f"{number:032x}", "until": "2026-06-12"} for number in range(21)]
    long, note = "x" * 2_001, {"no": 1, "text": "a"}
    return {
        "no object": b"[]",
        "nothing": b"",
        "bytes behind it": good + b"\n",
        "half of it": good[:-5],
        "spaces": b'{"confirmed": true}',
        "keys in another order": b'{"name":"Sam","confirmed":true}',
        "a key twice": b'{"confirmed":true,"confirmed":true}',
        "an absent part written as null": b'{"name":null}',
        "an empty list, written": b'{"goals":[]}',
        "a sign escaped that need not be": b'{"line":"\\u00e4"}',
        "accents apart": canonical({"line": unicodedata.normalize("NFD", "ä")}),
        "half of a surrogate pair": b'{"line":"\\ud83d"}',
        "bytes that are no UTF-8": b'{"line":"\xff"}',
        "6,000 brackets": b'{"goals":' + b"[" * 6_000 + b"]" * 6_000 + b"}",
        "an unknown key": canonical({"mood": 3}),
        "an unknown key of a goal": canonical({"goals": [{**GOAL, "craving": 3}]}),
        "an unknown status": canonical({"goals": [{**GOAL, "status": "failed"}]}),
        "an id in capitals": canonical({"goals": [{**GOAL, "id": "A" * 32}]}),
        "a day that no calendar has": canonical({"goals": [{**GOAL, "until": "2026-02-30"}]}),
        "1 for true": canonical({"confirmed": 1}),
        "true for 1": canonical({"notes": [{**note, "no": True}]}),
        "a fraction": canonical({"notes": [{**note, "no": 1.5}]}),
        "NaN": b'{"notes":[{"no":NaN,"text":"a"}]}',
        "note 0": canonical({"notes": [{**note, "no": 0}]}),
        "note 2^53": canonical({"notes": [{**note, "no": 2**53}]}),
        "a number of 5,000 digits": b'{"notes":[{"no":' + b"9" * 5_000 + b',"text":"a"}]}',
        "notes in another order": canonical({"notes": [{**note, "no": 2}, note]}),
        "one goal twice": canonical({"goals": [GOAL, GOAL]}),
        "21 goals": canonical({"goals": many}),
        "21 notes": canonical({"notes": [{**note, "no": number} for number in range(1, 22)]}),
        "2,001 characters": canonical({"goals": [{**GOAL, "title": long}]}),
        "a name of 81": canonical({"name": "n" * 81}),
        "13,001 bytes": of_length(13_001),
    }
