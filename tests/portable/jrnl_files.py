"""Small files as jrnl would write them, and what is asked of what arrives."""

import json
from dataclasses import replace

from journal.portable.arriving import Arrivals, ArrivingPage
from journal.portable.jrnl import read_jrnl

NAIVE = "%Y-%m-%d %H:%M:%S"


SECRET = "wisteria"


def from_text(text: str) -> Arrivals:
    return read_jrnl(text.encode())


def from_json(*entries: object, **more: object) -> Arrivals:
    return read_jrnl(json.dumps({"tags": {}, "entries": entries, **more}).encode())


def an_entry(**fields: object) -> dict[str, object]:
    words: dict[str, object] = {"title": "A day", "body": "and more"}
    return words | {"date": "2020-06-28", "time": "18:22", "tags": [], "starred": False} | fields


def only_page(arrivals: Arrivals) -> ArrivingPage:
    assert arrivals.broken == ()
    (page,) = arrivals.pages
    return page


def without_place(arrivals: Arrivals) -> list[ArrivingPage]:
    return [replace(page, place=0) for page in arrivals.pages]


def fingerprints(arrivals: Arrivals) -> list[str]:
    return [page.fingerprint for page in arrivals.pages]
