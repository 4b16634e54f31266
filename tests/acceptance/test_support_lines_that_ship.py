"""Acceptance check 13, on the bytes of the file that ships, by themselves: what reads the file is not asked.

That a file which breaks any of it is refused is in `tests/domain/test_support_file.py`.
"""

import json
import re
from datetime import date
from typing import Any

import pytest

from journal.data import support_file_bytes, support_lines
from journal.domain.support import support_page

ENTRIES: list[dict[str, Any]] = json.loads(support_file_bytes())
COUNTRIES = sorted({entry["country"] for entry in ENTRIES} - {"INT"})
DATES = ("verified_on", "review_by")


def of_country(country: str) -> list[dict[str, Any]]:
    return [entry for entry in ENTRIES if entry["country"] == country]


def test_13_it_has_lines_for_many_countries_and_for_anywhere() -> None:
    assert len(ENTRIES) == 108
    assert len(COUNTRIES) > 30
    assert of_country("INT")


@pytest.mark.parametrize("country", COUNTRIES)
def test_13_every_country_has_an_emergency_entry_and_it_comes_first(country: str) -> None:
    first, *later = sorted(of_country(country), key=lambda entry: int(entry["rank"]))
    assert first["kind"] == "emergency"
    assert first["channel"] in ("call", "call_or_text")
    assert all(entry["rank"] > first["rank"] for entry in later)
    shown = support_page(support_lines(), country).all()
    assert shown[0].id == first["id"]


def test_13_dates_are_present_in_every_entry_as_days_or_as_not_yet() -> None:
    for entry in ENTRIES:
        for name in DATES:
            assert entry[name] is None or date.fromisoformat(entry[name]).isoformat() == entry[name], entry["id"]


def test_13_every_number_to_dial_is_digits_and_a_plus_stands_before_nine_or_more() -> None:
    numbers = [number for entry in ENTRIES for number in entry["dial"]]
    assert len(numbers) > 90
    assert [number for number in numbers if not re.fullmatch(r"\+?\d+", number, re.ASCII)] == []
    assert [number for number in numbers if number.startswith("+") and len(number) < 10] == []
