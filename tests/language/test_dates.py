"""Days in another language, in which two months begin with the same letters and a weekday has two words."""

import os
import subprocess
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

LANGUAGE = "xx"
SAID = {
    "June": "juin", "July": "juillet", "Jun": "juin", "Jul": "juil.", "Monday": "lun di", "Mon": "lu.",
    "{day} in other years": "{day}, les autres années",
}  # fmt: skip
SHOWN = """
from datetime import date
from tui.wording import dates, journal, settings
print(dates.short_day("2026-06-01"), dates.short_day("2026-07-01"), sep="|")
print(dates.day_in_words("2026-06-01"), dates.weekday_and_day("2026-06-01"), sep="|")
print(journal.same_day_heading(date(2026, 6, 1)))
print(settings.in_words("first-day", "monday"))
"""


def test_two_months_are_told_apart_and_no_word_is_taken_for_another(tmp_path: Path) -> None:
    catalogue = Catalog(charset="utf-8")
    for sentence, translation in SAID.items():
        catalogue.add(sentence, translation)
    place = tmp_path / LANGUAGE / "LC_MESSAGES"
    place.mkdir(parents=True)
    with (place / "cairn.mo").open("wb") as out:
        write_mo(out, catalogue)
    asked = {"LANGUAGE": LANGUAGE, "CAIRN_LOCALE": str(tmp_path), "PYTHONIOENCODING": "utf-8"}
    shown = subprocess.run(
        [sys.executable, "-c", SHOWN], env=os.environ | asked, capture_output=True, encoding="utf-8", check=True
    ).stdout
    assert shown.splitlines() == [
        "1 juin 2026|1 juil. 2026",
        "lun di 1 juin 2026|lu. 1 juin 2026",
        "1 juin, les autres années",
        "lun di",
    ]
