"""Deeds to be interrupted, each a process of its own: `python -m tests.faults.deeds DEED HOME`.

    make        a journal, at the lowest cost; prints its recovery words
    open        opens and closes it; prints whether a key file was mended
    words       makes new recovery words; prints them
    check-ins   opens it once and checks in until it is stopped; prints each id when it is kept
    fields      puts the word on standard input into every field that no command fills

What goes wrong is told as the commands tell it. A printed line is a promise: what it says is on the disk.
"""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from journal.clock import SystemClock
from journal.errors import CairnError
from journal.paths import Home
from journal.use_cases.opening import create_journal, open_journal, replace_recovery_words
from journal.vault.key_slots import FLOOR
from journal.vault.process import harden_process
from tests.conftest import PASSPHRASE
from tui.exits import tell

MOST = 2000


def make(home: Home) -> None:
    print(*create_journal(home, PASSPHRASE, SystemClock(), FLOOR).words.words, flush=True)


def open_and_close(home: Home) -> None:
    journal = open_journal(home, PASSPHRASE, SystemClock())
    journal.close()
    print("mended:", journal.header_mended, flush=True)


def replace_words(home: Home) -> None:
    print(*replace_recovery_words(home, PASSPHRASE).words, flush=True)


def check_ins(home: Home) -> None:
    journal = open_journal(home, PASSPHRASE, SystemClock())
    print("open", flush=True)
    for _ in range(MOST):
        print(journal.record_check_in(journal.blank_check_in()).check_in.id, flush=True)
    journal.close()


def fill_fields(home: Home) -> None:
    word = sys.stdin.readline().rstrip("\n")
    journal = open_journal(home, PASSPHRASE, SystemClock())
    journal.choose("a-small-choice", word)
    page = replace(journal.blank_page(), body=f"{word} in a body", title=f"{word} in a title")
    journal.write_page(page, tags=(f"{word}-tag",))
    journal.keep_draft(replace(journal.blank_page(), body=f"{word} in a draft", title=word))
    filled = replace(journal.blank_check_in(), note=word, feelings=(word,))
    draft = replace(journal.blank_page(), kind="check-in", body=word)
    journal.keep_answers(draft, {"mood": 6, "helped": word})
    journal.record_check_in(filled, helped=(f"{word} a lot",))
    journal.close()


DEEDS: dict[str, Callable[[Home], None]] = {
    "make": make,
    "open": open_and_close,
    "words": replace_words,
    "check-ins": check_ins,
    "fields": fill_fields,
}


def main() -> int:
    harden_process()
    try:
        DEEDS[sys.argv[1]](Home(Path(sys.argv[2])))
    except CairnError as problem:
        return tell(problem, as_json=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
