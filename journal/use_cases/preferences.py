"""What is known before the journal is open: country and look. Nothing personal, and nothing else."""

import json
from dataclasses import asdict, dataclass
from typing import Any

from journal.data import support_lines
from journal.domain.support import SupportPage, support_page
from journal.errors import BadInput, NoRoom
from journal.paths import Home, make_private_folder, replace_private_file


@dataclass(frozen=True, slots=True)
class Preferences:
    """Choices outside the vault, so that support lines and the look are there before unlock."""

    country: str | None = None
    """ISO 3166-1 alpha-2, for support lines; never guessed."""
    region: str | None = None
    """The nation inside it."""
    look: str | None = None
    plain: bool = False
    quiet: bool = False
    """The quiet screen: one column, no bars, no pictures made of dots, the cursor where the focus is."""


def read_preferences(home: Home) -> Preferences:
    """Read the choices; a file that is missing or not ours gives the gentle defaults."""
    try:
        loaded = json.loads(home.before_unlock.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Preferences()
    if not isinstance(loaded, dict):
        return Preferences()
    return Preferences(
        country=_text(loaded.get("country")),
        region=_text(loaded.get("region")),
        look=_text(loaded.get("look")),
        plain=loaded.get("plain") is True,
        quiet=loaded.get("quiet") is True,
    )


def known_page(known: Preferences) -> SupportPage:
    """The support lines for these choices; where they name no country we know, what is right anywhere.

    Never an error: nothing that stands in a file may keep a person from these lines.
    """
    country = (known.country or "").upper() or None
    try:
        return support_page(support_lines(), country, known.region)
    except BadInput:
        return support_page(support_lines(), None)


def write_preferences(home: Home, preferences: Preferences) -> None:
    """Write the choices in one step.

    Raises:
        NoRoom: the disk did not take them.
    """
    content = json.dumps(asdict(preferences), indent=1) + "\n"
    try:
        make_private_folder(home.root)
        replace_private_file(home.before_unlock, content.encode())
    except OSError as problem:
        raise NoRoom() from problem


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and len(value) <= 64 else None
