"""Taking everything along as files that need no cairn, and bringing in what was taken along before."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from journal.errors import BadInput, OtherHome
from tui.language import in_words
from tui.plain.choosing import ask_one_of, ask_yes
from tui.plain.long_work import at_length
from tui.plain.passphrases import see_that_it_is_theirs
from tui.plain.places import ask_path
from tui.plain.visit import Visit
from tui.wording import leaving as words
from tui.wording import plain_keys as said
from tui.wording import shell

if TYPE_CHECKING:
    from journal.portable.arriving import Arrivals
    from journal.progress import Progress
    from journal.use_cases.arriving import Arrived
    from journal.use_cases.leaving import Left
    from journal.use_cases.open_journal import OpenJournal

LARGEST_BYTES = 64 * 1024 * 1024
"""Of a file of another program. Source: as from a shell."""
ARCHIVE, MARKDOWN, JSON = "archive", "markdown", "json"
_FORMATS = ((ARCHIVE, said.ARCHIVE), (MARKDOWN, said.MARKDOWN), (JSON, said.JSON))


def take_along(visit: Visit) -> None:
    """Everything, not locked: said before anything else, and the passphrase once more."""
    from journal.portable.new_place import check_new_file, check_new_folder

    talk = visit.talk
    talk.say(words.NOT_LOCKED)
    form = ask_one_of(talk, said.AS_WHAT, _FORMATS)
    if form is None:
        return
    check, question = (check_new_folder, said.NEW_FOLDER) if form == MARKDOWN else (check_new_file, said.NEW_PLACE)
    path = ask_path(talk, question, check)
    if path is None:
        return
    see_that_it_is_theirs(visit)
    deed = _writing(form)
    left = visit.save(lambda: at_length(talk, lambda progress: deed(visit.journal, path, progress)))
    talk.say(*words.left(str(left.path), form, left.counts))


def _writing(form: str) -> "Callable[[OpenJournal, Path, Progress], Left]":
    from journal.use_cases.leaving import export_archive, export_json, export_markdown

    if form != MARKDOWN:
        return export_archive if form == ARCHIVE else export_json
    from tui.wording.readable_pages import ReadablePages

    return lambda journal, folder, progress: export_markdown(journal, folder, ReadablePages(), progress)


def bring_in(visit: Visit) -> None:
    """An archive of cairn's own, or pages of another program: looked at first, then all of it or nothing."""
    from journal.portable.archive import looks_like_an_archive

    path = ask_path(visit.talk, said.WHICH_FILE, _check_is_file)
    if path is None:
        return
    is_archive = looks_like_an_archive(path)
    if visit.journal.is_facilitators and not is_archive:
        raise OtherHome
    (_bring_archive if is_archive else _bring_pages)(visit, path)


def _check_is_file(path: Path) -> None:
    if not path.exists():
        raise BadInput(shell.NO_SUCH_FILE)
    if not path.is_file():
        raise BadInput(shell.NOT_A_FILE)
    try:
        path.open("rb").close()
    except OSError:
        raise BadInput(shell.FILE_UNREADABLE) from None


def _bring_archive(visit: Visit, path: Path) -> None:
    from journal.use_cases.arriving_archive import bring_in_archive, look_at_archive

    talk, journal = visit.talk, visit.journal
    looked = at_length(talk, partial(look_at_archive, journal, path))
    talk.say(*words.brought(looked, dry_run=True))
    if not looked.new:
        return
    if not ask_yes(talk, said.BRING_IT_IN):
        talk.say(said.NOTHING_CAME_IN)
        return
    brought = visit.save(lambda: at_length(talk, partial(bring_in_archive, journal, path)))
    lines = words.brought(brought, dry_run=False)
    talk.say(*(said.UNDO_TAKES_IT_BACK if line == words.TAKES_IT_BACK else line for line in lines))


def _bring_pages(visit: Visit, path: Path) -> None:
    """Rows that nobody can understand are told before anything comes in."""
    talk, journal, zone = visit.talk, visit.journal, visit.door.clock.zone()
    arrivals = _read(path)
    looked = journal.look_at(arrivals.source, arrivals.pages, zone)
    talk.say(*_told(arrivals, looked, zone))
    if not looked.new:
        return
    if not ask_yes(talk, said.KEEP_GOOD if arrivals.broken else said.BRING_IT_IN):
        talk.say(said.NOTHING_CAME_IN)
        return
    visit.save(lambda: journal.bring_in(arrivals.source, arrivals.pages, zone))
    talk.say(said.CAME_IN, said.UNDO_TAKES_IT_BACK)


def _read(path: Path) -> "Arrivals":
    from journal.portable.jrnl import read_jrnl

    if path.stat().st_size > LARGEST_BYTES:
        raise BadInput(shell.FILE_TOO_LARGE)
    try:
        content = path.read_bytes()
    except OSError:
        raise BadInput(shell.FILE_UNREADABLE) from None
    return read_jrnl(content)


def _told(arrivals: "Arrivals", looked: "Arrived", zone: str) -> list[str]:
    """What would come in, as a shell says it."""
    starred = ["starred"] if any(page.starred for page in arrivals.pages) else []
    document = {
        "counts": {"new": looked.new, "known": looked.known, "broken": len(arrivals.broken)},
        "first": looked.first,
        "last": looked.last,
        "kept_in_origin": [*arrivals.unknown_fields, *starred],
        "doubtful": list(map(in_words, [*arrivals.doubtful, *(row.sentence for row in arrivals.broken)])),
        "dry_run": True,
    }
    return shell.arrived(document, zone)
