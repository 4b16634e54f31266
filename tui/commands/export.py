"""`cairn export`: everything a person wrote, as an archive, one document or a folder of pages. It is not locked."""

import signal
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from journal.errors import BadInput
from tui.commands.keeping_safe import progress_on_terminal
from tui.commands.terminal import Terminal
from tui.wording import leaving

if TYPE_CHECKING:
    from journal.progress import Progress
    from journal.use_cases.leaving import Left
    from journal.use_cases.open_journal import OpenJournal

_Deed = Callable[["OpenJournal", Path, "Progress | None"], "Left"]


def run(options: Namespace) -> int:
    terminal = Terminal(options)
    if options.to == "-":
        raise BadInput(leaving.NO_DASH)
    path = Path(options.to).expanduser().absolute()
    deed = _deed(options.format, path)
    # Before a passphrase is given, and long before anything is written: there is time to think again.
    terminal.say(leaving.NOT_LOCKED)
    with terminal.journal(ask_again=True) as journal, _tidied_when_ended():
        left = deed(journal, path, progress_on_terminal())
    document = {"format": options.format, "path": str(left.path), "counts": left.counts}
    return terminal.answer(document, leaving.left(str(left.path), options.format, left.counts), changed=True)


def _deed(form: str, path: Path) -> _Deed:
    """What writes this format, once it is known that something can be made at this path."""
    from journal.portable.new_place import check_new_file, check_new_folder
    from journal.use_cases.leaving import export_archive, export_json, export_markdown

    if form != "markdown":
        check_new_file(path)
        return export_archive if form == "archive" else export_json
    check_new_folder(path)

    from tui.wording.readable_pages import ReadablePages

    return lambda journal, folder, progress: export_markdown(journal, folder, ReadablePages(), progress)


@contextmanager
def _tidied_when_ended() -> Iterator[None]:
    """Where the process is ended from outside, half a copy that anyone can read must not stay behind."""

    def end(number: int, _: FrameType | None) -> None:
        raise SystemExit(128 + number)

    ends = [signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])]
    before = {number: signal.signal(number, end) for number in ends}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
