"""Support lines as they are there before anything is opened: those that ship, or a file that was brought in.

Nothing here needs a passphrase, a network or a journal, and reading leaves no trace.
"""

from dataclasses import dataclass
from pathlib import Path

from journal.data import support_file_bytes, support_lines
from journal.domain.support import NOWHERE, CrisisResource, SupportPage, country_code, support_page
from journal.errors import BadInput, NoRoom
from journal.paths import Home, make_private_folder, replace_private_file
from journal.use_cases.preferences import known_page, read_preferences


@dataclass(frozen=True, slots=True)
class KnownLines:
    """Every support line, and where they are from."""

    lines: tuple[CrisisResource, ...]
    sha256: str
    """Of the file they are from, 64 hex digits."""
    version: str = ""
    """As the file calls itself; empty where it does not, or where it came with cairn."""
    is_brought: bool = False
    """Whether they are from a file that a person brought in."""
    is_damaged: bool = False
    """Whether there is such a file that cannot be used any more, so that these are the lines that ship."""

    @property
    def with_anywhere(self) -> tuple[CrisisResource, ...]:
        """Every line, and where a file has none that is right anywhere, those that ship: no page is empty."""
        if any(line.country == NOWHERE for line in self.lines):
            return self.lines
        return (*self.lines, *(line for line in support_lines() if line.country == NOWHERE))


def lines_at(home: Home) -> KnownLines:
    """The lines that count here. Never an error: where a file that was brought in cannot be used, those that ship."""
    import hashlib

    content, is_there = _brought(home)
    if content is not None:
        from journal.domain.support_file import read_support_file

        try:
            read = read_support_file(content)
        except BadInput:
            is_there = True
        else:
            return KnownLines(read.lines, read.sha256, read.version, is_brought=True)
    shipped = hashlib.sha256(support_file_bytes()).hexdigest()
    return KnownLines(support_lines(), shipped, is_damaged=is_there)


def _brought(home: Home) -> tuple[bytes | None, bool]:
    """The bytes of the file that was brought in, and whether one is there that cannot be read."""
    from journal.domain.support_file import LARGEST_BYTES

    try:
        with home.support_lines.open("rb") as file:
            # One more than may be: a file that has grown since is found too long, and fills no memory.
            return file.read(LARGEST_BYTES + 1), False
    except FileNotFoundError:
        return None, False
    except OSError:
        return None, _can_be_seen(home.support_lines)


def _can_be_seen(path: Path) -> bool:
    try:
        path.lstat()
    except OSError:
        return False
    return True


def page_at(home: Home, lines: KnownLines | None = None) -> SupportPage:
    """The page for where the person said they live; where they said nothing, what is right anywhere.

    Never an error: nothing that stands in a file may keep a person from these lines.
    """
    return known_page(read_preferences(home), (lines or lines_at(home)).with_anywhere)


def page_for(home: Home, country: str | None, region: str | None, lines: KnownLines | None = None) -> SupportPage:
    """The page for a country or a region that was asked for, in place of the one that was chosen.

    Raises:
        BadInput: no lines are known for it.
    """
    known = (lines or lines_at(home)).with_anywhere
    asked = country or read_preferences(home).country or ""
    return support_page(known, country_code(asked), region)


def content_of(path: Path) -> bytes:
    """The bytes of a file that is to be brought in, at most one more than may be.

    Raises:
        BadInput: there is none, or it cannot be read.
    """
    from journal.domain.support_file import LARGEST_BYTES

    try:
        if not path.is_file() and path.exists():
            raise BadInput("That path is no file of support lines.")
        with path.open("rb") as file:
            return file.read(LARGEST_BYTES + 1)
    except FileNotFoundError:
        raise BadInput("There is no file at that path.") from None
    except (OSError, ValueError):
        raise BadInput("That file cannot be read.") from None


def bring_lines(home: Home, content: bytes) -> KnownLines:
    """Put a file of support lines in the place of those that count now, in one step.

    Raises:
        BrokenLine: it breaks a rule; what was there stays. NoRoom: the disk did not take it; what was there stays.
    """
    from journal.domain.support_file import read_support_file

    read = read_support_file(content)
    try:
        make_private_folder(home.root)
        replace_private_file(home.support_lines, content)
    except OSError as problem:
        raise NoRoom() from problem
    return KnownLines(read.lines, read.sha256, read.version, is_brought=True)


def take_lines_that_ship(home: Home) -> KnownLines:
    """Go back to the lines that came with cairn.

    Raises:
        NoRoom: the file that was brought in could not be taken away.
    """
    try:
        home.support_lines.unlink(missing_ok=True)
    except NotADirectoryError:
        pass
    except OSError as problem:
        raise NoRoom("The file could not be taken away. Nothing was changed.") from problem
    return lines_at(home)
